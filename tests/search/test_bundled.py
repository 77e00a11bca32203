"""What a search of the bundled documents finds; the search page of the site must find the same."""

from __future__ import annotations

import re
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


def typed() -> list[str]:
    """What stands in the first column of the table of queries in the documentation."""
    page = Path(__file__).parent.parent.parent / "docs/explanation/search.md"
    table = page.read_text(encoding="utf-8").partition("| typed |")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return [one for cell in cells for one in re.findall("`([^`]+)`", cell) if "…" not in one]


@pytest.mark.parametrize("query", typed())
def test_an_example_of_the_documentation_finds_something_as_it_stands(bundled_index: Path, query: str) -> None:
    results = search(bundled_index, query)
    assert (results.total > 0, results.read_as) == (True, "")
