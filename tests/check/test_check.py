"""A rule beside what it implements: found in the library, compared, and what of it is to be checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.beards import write_pair

from policydiff.check import check, items, naming, omissions, superiors
from policydiff.errors import SuperiorError
from policydiff.library import Library, open_library
from policydiff.model import Document, Source
from policydiff.parsing import parse


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(write_pair(tmp_path))


def rule(*articles: str, title: str = "东街道胡须管理细则") -> Document:
    lines = [title, *(f"第{'一二三四'[place]}条 {words}" for place, words in enumerate(articles))]
    return parse(Source(text="\n\n".join(lines), origin="draft.txt", sha256="", language="zh"), id="draft.txt")


def test_what_a_draft_implements_is_found_by_the_title_that_it_names(library: Library) -> None:
    found = superiors(rule("根据《胡须管理办法》，制定本细则。", "可以每月修剪一次。"), library, None)
    assert [(one.rule.id, one.named) for one in found.superiors] == [("central", "胡须管理办法")]


def test_what_a_rule_of_the_library_implements_is_what_the_catalogue_says(library: Library) -> None:
    found = superiors(rule("每月修剪一次。"), library, library.entry("local"))
    assert [(one.rule.id, one.relation) for one in found.superiors] == [("central", "implements")]


def test_where_nothing_is_found_both_languages_say_which_rule_may_be_meant(library: Library) -> None:
    with pytest.raises(SuperiorError) as raised:
        superiors(rule("每月修剪一次。"), library, None)
    for told in (raised.value.told("en"), raised.value.told("zh")):
        assert "--base central" in told


def test_of_an_english_draft_it_is_said_what_it_rests_on(library: Library) -> None:
    text = "Beard Measures\nArticle 1 These Measures are made in accordance with the Beard Law.\n"
    draft = parse(Source(text=text, origin="draft.txt", sha256="", language="en"), id="draft.txt")
    with pytest.raises(SuperiorError) as raised:
        superiors(draft, library, None)
    assert "The text rests on Beard Law" in raised.value.told("en")
    assert "正文称依据Beard Law" in raised.value.told("zh")


def test_without_a_library_it_is_said_how_to_name_the_superior_rule() -> None:
    with pytest.raises(SuperiorError, match="--base FILE"):
        superiors(rule("每月修剪一次。"), None, None)


def test_what_is_to_be_checked_stands_in_the_order_of_the_rule_and_omissions_in_that_of_the_superior(
    library: Library,
) -> None:
    draft = rule("根据《胡须管理办法》，制定本细则。", "可以在食堂梳须。", "蓄须者可以每月修剪一次。")
    found = superiors(draft, library, None)
    made = check(draft, found)
    (comparison,) = made.comparisons
    places = [item.row.link.target[0] for item in items(comparison) if item.row]
    assert places == sorted(places)
    assert "art_3__para_1" in places  # a duty that has become leave
    assert made.calls
    assert [row.link.base for row in omissions(comparison)] == [("art_3__para_1",)]


def test_a_title_that_is_nearly_right_is_the_first_finding_where_the_text_names_it(tmp_path: Path) -> None:
    catalogue = write_pair(tmp_path) / "corpus" / "corpus.toml"
    title, named = "胡须蓄留与修剪管理办法", "胡须蓄留和修剪管理办法"
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace("胡须管理办法", title), encoding="utf-8")
    draft = rule(f"根据《{named}》，制定本细则。", "蓄须者应当每月修剪一次。")
    (comparison,) = check(draft, superiors(draft, open_library(tmp_path), None)).comparisons
    first = comparison.findings[0]
    assert (first.rule, first.base, first.target) == ("cited-title", f"《{title}》", f"《{named}》")
    assert first.eid == naming(draft, named) == "art_1__para_1"


def test_that_a_superior_s_title_may_be_a_slip_is_not_said_where_it_has_been_repealed(tmp_path: Path) -> None:
    catalogue = write_pair(tmp_path) / "corpus" / "corpus.toml"
    catalogue.write_text(
        catalogue.read_text(encoding="utf-8").replace("胡须管理办法", "中华人民共和国噪声污染防治法"), encoding="utf-8"
    )
    draft = rule("根据《中华人民共和国环境噪声污染防治法》，制定本细则。", "蓄须者应当每月修剪一次。")
    found = superiors(draft, open_library(tmp_path), None)
    assert [one.reason for one in found.superiors] == ["slip"]
    (comparison,) = check(draft, found).comparisons
    assert [one.rule for one in comparison.findings] == ["repealed"]
