"""Which rule a document implements, and what has changed there since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.tracing.beards import HATS, LAW_2012, LAW_2020, LOCAL, TEXTS, document, entries, library, read_entry

from policydiff.dates import is_before
from policydiff.library.editions import Editions
from policydiff.model import DocumentKind
from policydiff.tracing import collected, said_of, trace
from policydiff.tracing.votes import Votes


def test_the_title_names_what_is_implemented_and_the_edition_in_force_is_meant(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "east", LOCAL), library(tmp_path))
    assert [(one.rule.id, one.reason, one.named) for one in made.implements] == [
        ("law-2020", "text", "中华人民共和国胡须法")
    ]


def test_the_catalogue_has_the_last_word_even_for_an_old_edition(tmp_path: Path) -> None:
    held = [replace(one, implements=("law-2012",)) if one.id == "east" else one for one in entries(tmp_path)]
    made = trace(document(tmp_path, "east", LOCAL), collected(held, read_entry))
    assert [(one.rule.id, one.reason) for one in made.implements] == [("law-2012", "catalogue")]
    assert "law-2012" in {source.document for one in made.provisions for source in one.matches}


def test_without_a_citation_the_words_tell_what_is_implemented(tmp_path: Path) -> None:
    bare = LOCAL.replace("实施《中华人民共和国胡须法》办法", "胡须管理办法")
    bare = bare.replace("根据《中华人民共和国胡须法》，结合本省实际，", "为了规范胡须管理，保障公民留须的权利，")
    bare = bare.replace("依照《中华人民共和国胡须法》第三条的规定取得剪须执照", "取得剪须执照，并在店内公示执照")
    made = trace(document(tmp_path, "draft", bare), library(tmp_path))
    assert [(one.rule.id, one.reason) for one in made.implements] == [("law-2020", "words")]


def test_words_that_come_from_nowhere_name_nothing(tmp_path: Path) -> None:
    alien = "东省风筝办法\n第一条 风筝线应当使用棉线。\n第二条 风筝节每年举行一次。\n"
    made = trace(document(tmp_path, "draft", alien), library(tmp_path))
    assert made.implements == ()
    held = library(tmp_path)
    assert Votes(held, Editions(held.holdings)).of(document(tmp_path, "draft", alien)) == ()


def test_what_sounds_like_the_rules_that_implement_a_law_sounds_like_the_law_too(tmp_path: Path) -> None:
    rules = LAW_2020.replace("中华人民共和国胡须法", "胡须法实施条例").replace(
        "为了规范胡须管理，保障公民留须的权利，", "根据《中华人民共和国胡须法》，"
    )
    law = "中华人民共和国胡须法\n第一条 公民有留须的权利。\n第二条 胡须应当整洁。\n"
    held = library(tmp_path, {"law": ("central", law), "rules": ("central", rules), "hats": ("central", HATS)})
    draft = document(tmp_path, "draft", LOCAL.replace("《中华人民共和国胡须法》", ""))
    found = Votes(held, Editions(held.holdings)).of(draft)
    assert {one.holding.id for one in found[:2]} == {"law", "rules"}


def test_a_rule_older_than_what_it_follows_is_told(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "east", LOCAL), library(tmp_path))
    [note] = [note for note in made.notes if note.kind == "older"]
    assert (note.rule.id, note.rule.date) == ("law-2020", "2020-05-08")
    assert said_of(note, made.date, "zh").startswith("本规定（2014年6月3日）早于")


def test_an_article_that_has_moved_is_told_with_its_new_place(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "east", LOCAL), library(tmp_path))
    [note] = [note for note in made.notes if note.kind == "moved"]
    assert (note.eid, note.cited, note.now) == ("art_3", "art_3", "art_4")
    assert "第四条" in said_of(note, made.date, "zh")


def test_an_article_that_the_edition_in_force_has_not_is_told(tmp_path: Path) -> None:
    draft = LOCAL.replace("胡须法》第三条", "胡须法》第四十条")
    [note] = [note for note in trace(document(tmp_path, "draft", draft), library(tmp_path)).notes if note.eid]
    assert (note.kind, note.cited_label, note.now) == ("gone", "第四十条", "")


def test_an_article_that_stands_where_it_stood_is_not_told(tmp_path: Path) -> None:
    texts = TEXTS | {"law-2020": ("central", LAW_2012)}
    made = trace(document(tmp_path, "east", LOCAL), library(tmp_path, texts))
    assert [note for note in made.notes if note.eid] == []


def test_dates_are_compared_as_far_as_both_are_known() -> None:
    assert is_before("2019", "2020-05-08")
    assert not is_before("2020", "2020-05-08")
    assert not is_before("", "2020-05-08")
    assert not is_before("2020-05-09", "2020-05-08")


def test_a_central_rule_is_meant_before_a_local_one_of_the_same_name(tmp_path: Path) -> None:
    texts: dict[str, tuple[DocumentKind, str]] = {"there": ("local", LAW_2020), "law": ("central", LAW_2012)}
    found = Editions(library(tmp_path, texts).holdings).named("胡须法")
    assert found is not None
    assert found.id == "law"
