"""Which edition of a rule a title means, and what has to be read to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff.library import Entry
from policydiff.library.editions import Editions, Shelved, is_slip
from policydiff.model import DocumentKind


def shelved(
    folder: Path, id: str, *, title: str = "", date: str = "", kind: DocumentKind = "central", text: str = ""
) -> Shelved:
    """A document of a library; without a text its file is missing."""
    path = folder / f"{id}.txt"
    if text:
        path.write_text(text, encoding="utf-8")
    return Shelved(Entry(id=id, path=path, language="zh", kind=kind, title=title, date=date))


def named(title: str, *shelf: Shelved, today: str = "") -> str:
    found = Editions(shelf, today).named(title)
    return found.id if found else ""


def test_a_rule_with_one_edition_is_known_by_the_catalogue_alone(tmp_path: Path) -> None:
    assert named("胡须法", shelved(tmp_path, "law", title="中华人民共和国胡须法")) == "law"


@pytest.mark.parametrize(("today", "meant"), [("2013-01-01", "old"), ("2024-01-01", "new"), ("", "new")])
def test_of_several_editions_the_one_in_force_is_meant_by_what_their_texts_say(
    tmp_path: Path, today: str, meant: str
) -> None:
    old, new = (
        shelved(tmp_path, name, text=f"胡须法\n（{year}年3月1日大会通过）\n第一条 本法自{year}年6月1日起施行。\n")
        for name, year in (("old", 2012), ("new", 2020))
    )
    assert named("胡须法", new, old, today=today) == meant


def test_an_edition_whose_text_cannot_be_read_is_one_of_the_date_in_the_catalogue(tmp_path: Path) -> None:
    shelf = [shelved(tmp_path, str(year), title="胡须法", date=str(year)) for year in (2020, 2012)]
    assert named("胡须法", *shelf, today="2024-01-01") == "2020"


def test_a_central_rule_is_meant_before_a_local_one_and_a_commentary_is_none(tmp_path: Path) -> None:
    kinds: tuple[DocumentKind, ...] = ("commentary", "local", "central")
    shelf = [shelved(tmp_path, kind, title="胡须法", kind=kind, date="2020") for kind in kinds]
    assert [named("胡须法", *shelf[:count]) for count in (1, 2, 3)] == ["", "local", "central"]


def test_a_title_that_is_wrongly_written_may_be_a_rules_and_one_with_a_place_or_an_end_of_its_own_is_anothers() -> None:
    assert is_slip("胡须蓄留与修剪管理办法", "胡须蓄留和修剪管理办法")
    assert not is_slip("东区胡须蓄留和修剪管理办法", "胡须蓄留和修剪管理办法")
    assert not is_slip("胡须蓄留和修剪管理办法实施细则", "胡须蓄留和修剪管理办法")
