"""What a search of the bundled documents finds; the search page of the site must find the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.search.whole import write_index

from policydiff.library import Entry
from policydiff.model import Document
from policydiff.search import search


@pytest.fixture(scope="session")
def bundled_index(bundled: list[tuple[Entry, Document]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundled-index")
    write_index(folder, bundled)
    return folder


def test_a_query_finds_what_it_should(bundled_index: Path, asked: str, answers: list[tuple[str, str]]) -> None:
    results = search(bundled_index, asked, limit=1000)
    assert sorted((hit.document, hit.eid) for hit in results.hits) == answers
