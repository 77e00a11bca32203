"""The pages of the invented library (tests/cats.py), the library of hostile texts, and the browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright import sync_api
from tests.cats import (
    HOSTILE,
    InventedLibrary,
    decision,
    document,
    entry,
    implementation,
    implementation_reviewed,
    invented_library,
    link,
    provision,
    translation,
)
from tests.site.whole import write_site

from policydiff.library import Pair
from policydiff.model import (
    Candidate,
    Comparison,
    Dismissed,
    Edit,
    Finding,
    Problem,
    Relation,
    Residue,
    Row,
    Span,
    StaleDecision,
)
from policydiff.presentation import table
from policydiff.site.pages import Compared


@pytest.fixture(scope="session")
def library() -> InventedLibrary:
    return invented_library()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, library: InventedLibrary) -> Path:
    """The invented library's pages, written once."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, library.shelf, library.comparisons)
    return folder


@pytest.fixture(scope="session")
def compared() -> Comparison:
    """The local rule beside the measures."""
    return implementation()


def listed(comparison: Comparison, relation: Relation = "implements") -> Compared:
    """A comparison as the library lists it."""
    base, target = entry(comparison.base, "central"), entry(comparison.target, "local")
    pair = Pair(base=base, target=target, relation=relation)
    return Compared(name=f"{base.id}--{target.id}", pair=pair, table=table(comparison))


@pytest.fixture(scope="session")
def local_compared(compared: Comparison) -> Compared:
    """The local rule beside the measures, in a library."""
    return listed(compared)


@pytest.fixture(scope="session")
def english_compared(translated: Comparison) -> Compared:
    """The translation beside the measures, in a library."""
    return listed(translated, "translates")


@pytest.fixture(scope="session")
def reviewed() -> Comparison:
    """The local rule beside the measures, as a reviewer has been through it."""
    return implementation_reviewed()


@pytest.fixture(scope="session")
def translated() -> Comparison:
    """The translation beside the measures."""
    return translation()


@pytest.fixture(scope="session")
def hostile_library() -> InventedLibrary:
    """Two documents whose every text is an attempt to be markup."""
    leaf = provision("art_1", "article", HOSTILE, HOSTILE, heading=HOSTILE)
    base = document(
        "bad-base", HOSTILE, leaf, source=HOSTILE, residue=[Residue(span=Span(start=0, end=40), reason="title")]
    )
    target = document(
        "bad-target", HOSTILE, leaf, source=HOSTILE, problems=[Problem(span=Span(0, 9), kind="again", num=HOSTILE)]
    )
    finding = Finding(type="scope", base=HOSTILE, target=HOSTILE, message=HOSTILE, rule=HOSTILE)
    bad = replace(decision(1, "note", ["art_1"], ["art_1"], note=HOSTILE, reason=HOSTILE), by=HOSTILE, date=HOSTILE)
    stale = StaleDecision(decision=bad, why="changed")
    row = Row(
        link=link(["art_1"], ["art_1"]),
        status="changed",
        edits=(Edit(op="keep", text=HOSTILE),),
        findings=(finding,),
        decisions=(bad,),
        dismissed=(Dismissed(finding=finding, decision=bad),),
    )
    near = Candidate(eid="art_1", score=0.5)
    omitted = Row(link=link(["art_1"], candidates=[near], basis="none"), status="omitted")
    first, second = entry(base, "central", issuer=HOSTILE, date=HOSTILE), entry(target, "local")
    return InventedLibrary(
        shelf=((first, base), (second, target)),
        comparisons=(
            (
                Pair(base=first, target=second, relation="implements"),
                Comparison(base=base, target=target, rows=(row, omitted), findings=(finding,), stale=(stale,)),
            ),
        ),
    )


ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()
