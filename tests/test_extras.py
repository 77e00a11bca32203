"""What is not installed is told with a command that installs it here, whatever `pip` is and wherever one stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from policydiff.extras import NEEDS, install

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def test_the_extras_are_those_of_the_package() -> None:
    said = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert said == {extra: [needs] for extra, needs in NEEDS.items()}


@pytest.mark.skipif(os.name == "nt", reason="a shell of Windows")
def test_the_command_runs_this_very_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "my programs" / "python3"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    monkeypatch.setattr(sys, "executable", str(python))
    command = install("pdf").replace("-m pip install", "-c 'import sys; print(*sys.argv[1:])'")
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout == "pypdfium2>=5\n"


def test_no_document_tells_to_install_from_an_index_that_has_no_policydiff() -> None:
    folder = PROJECT.parent
    texts = [*folder.glob("*.md"), *folder.glob("docs/**/*.md"), *folder.glob("src/**/*.py")]
    wrong = re.compile(r"pip install ['\"]?policydiff")
    assert [path for path in texts if wrong.search(path.read_text(encoding="utf-8"))] == []
