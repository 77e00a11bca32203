"""What several tests share: the browser, and how hypothesis looks for examples."""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from policydiff.ingest import read
from policydiff.library import Entry, open_library
from policydiff.model import Document
from policydiff.parsing import parse

for _name in ("LC_ALL", "LC_MESSAGES", "LANG"):  # a test says itself which language its user reads
    os.environ.pop(_name, None)

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

settings.register_profile(
    "steady",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", parent=settings.get_profile("steady"), max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of an installed Chromium; a test that needs one is skipped where there is none."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    pytest.skip("no Chromium on this machine (Debian: apt install chromium)")


@pytest.fixture(scope="session")
def bundled() -> list[tuple[Entry, Document]]:
    """The documents that come with the program."""
    entries = open_library(Path(__file__).parent.parent).entries
    return [(one, parse(read(one.path, one.language), id=one.id, title=one.title)) for one in entries]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`asked` and `answers`: what is searched for in the bundled documents, and all that must be found."""
    if "answers" in metafunc.fixturenames:
        listed = tomllib.loads(Path(__file__).with_name("queries.toml").read_text(encoding="utf-8"))["query"]
        rows = [(one["asked"], sorted(tuple(hit.split("#")) for hit in one["found"])) for one in listed]
        metafunc.parametrize(("asked", "answers"), rows, ids=[asked for asked, _ in rows])
