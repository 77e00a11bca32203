"""What the tests of a library share."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.library.texts import CENTRAL, LOCAL, NOTICE


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for name, text in (("central.txt", CENTRAL), ("local.md", LOCAL), ("notice.txt", NOTICE)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
