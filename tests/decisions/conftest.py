"""Two short rules on beards as they were aligned, and a file for what reviewers decide about them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.decisions.beards import BASE, TARGET, Decide, asked, document, link

from policydiff.alignment import align
from policydiff.decisions import made, reviewed
from policydiff.model import Alignment, Candidate, Decision, Verdict


@pytest.fixture
def alignment() -> Alignment:
    """One pair, one split, two omissions, one addition."""
    near = (Candidate(eid="lvl_3", score=0.31),)
    links = (
        link("art_1", "lvl_1"),
        link("art_2", "lvl_2 lvl_3", 0.7),
        link("art_3"),
        link("art_4", near=near),
        link(target="lvl_4"),
    )
    return Alignment(base=document("central", *BASE), target=document("local", *TARGET), links=links)


@pytest.fixture
def texts(alignment: Alignment) -> Alignment:
    """The same two documents as the program itself aligns them."""
    return align(alignment.base, alignment.target)


@pytest.fixture
def decide(alignment: Alignment) -> Decide:
    """A decision on the comparison as it stands, by a reviewer's words."""

    def decide(verdict: Verdict, *places: str, among: tuple[Decision, ...] = (), **said: str) -> Decision:
        comparison = reviewed(alignment, among)
        decision = made(comparison, asked(verdict, **said), places)
        return replace(decision, number=len(among) + 1)

    return decide


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "decisions.toml"
