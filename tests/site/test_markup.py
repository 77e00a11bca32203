"""Texts as markup: what is put together of strings, without a template that escapes, holds no text as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from tests.cats import InventedLibrary, implementation_reviewed, invented_library, link, provision
from tests.texts import parsed

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.library import Pair
from policydiff.model import Candidate, Comparison, Finding, Relation, Row
from policydiff.site import comparison_page, files, is_page
from policydiff.site.markup import ORDINARY, either, escaped, named, said, says
from policydiff.site.origins import Shown
from policydiff.site.pages import visible
from policydiff.sitemap import Part
from policydiff.tracing import Counterpart
from policydiff.wording import ROLES

MARKED = {
    "猫": '猫"><img src=x onerror=alert(1)>',
    "条": "条'</p></a></script>&\u202e",
    "a": 'a"><em onload="',
    "l": "l'\"><em onload=1>",
    "一": "一<em>",
    "则": "则<img src=x>",
    "喵": "喵<img src=x>",
}
POISON = str.maketrans(MARKED)


@given(st.text() | st.text(alphabet="<>&\"'\u200b\u3000\n猫a"))
def test_a_text_is_escaped_as_a_template_does_it(text: str) -> None:
    assert escaped(text) == str(escape(visible(text)))


def test_a_quotation_that_was_cut_shows_it_once() -> None:
    cut = Finding(
        type="scope",
        base="每月修剪胡须一次",
        target="每季…",
        message="",
        rule="scope",
        base_cut=(True, True),
        target_cut=(False, True),
    )
    assert '<q class="was" lang="zh">…每月修剪胡须一次…</q>' in says(cut, "zh", "zh")
    assert '<q class="now" lang="zh">每季…</q>' in says(cut, "zh", "zh")
    assert '<q class="was" lang="zh">…每月…</q>' in says(cut, "zh", "zh", length=2)


def test_two_texts_of_one_title_stand_under_what_they_are_to_each_other() -> None:
    library = invented_library()
    (_, compared), *_ = library.comparisons
    titled = replace(compared, target=replace(compared.target, title=compared.base.title))
    pages = [comparison_page(one, lack="revised").partition('class="side-names"')[2] for one in (compared, titled)]
    assert ["修订文本" in page[:300] for page in pages] == [False, True]


def test_a_finding_speaks_of_the_texts_as_what_they_are_to_each_other() -> None:
    lost = Finding(type="dropped-duty", base="每月", target="", message="", rule="dropped-duty")
    assert "上位法的" in says(lost, "zh", "zh")
    assert "现行文本的" in says(lost, "zh", "zh", roles=ROLES["revised"])


def test_what_is_passed_on_unseen_is_no_markup_and_hides_nothing() -> None:
    passed = _spelt(ORDINARY)
    assert len(passed) > 20_000
    assert "猫" in passed
    assert not set("&<>\"'") & passed
    assert [char for char in passed if visible(char) != char] == []


def _spelt(ranges: str) -> set[str]:
    """The characters that a class of a regular expression names."""
    spelt: set[str] = set()
    rest = list(ranges)
    while rest:
        first = rest.pop(0)
        if rest[:1] == ["-"] and len(rest) > 1:
            spelt |= set(map(chr, range(ord(first), ord(rest[1]) + 1)))
            rest = rest[2:]
        else:
            spelt.add(first)
    return spelt


def test_what_is_filled_into_a_sentence_is_escaped_in_both_languages() -> None:
    told = said("nearest-one", label="<b>", score="{0}&")
    assert told == (
        '<i lang="zh">最接近：&lt;b&gt;（接近程度 {0}&amp;）</i><i lang="en">Nearest: &lt;b&gt; (nearness {0}&amp;)</i>'
    )
    assert said("basis", basis={"zh": "<", "en": ">"}, score=1).count("&lt;") == 1


def test_of_one_there_is_no_plural() -> None:
    assert said("check-more", n=1) == '<i lang="zh">其余 1 类</i><i lang="en">1 more kind</i>'
    assert said("check-more", n=2).endswith('<i lang="en">2 more kinds</i>')


def test_a_code_without_words_stands_for_itself_and_is_escaped() -> None:
    word = either({"known": {"zh": "知", "en": "known"}})
    assert word("known") == named({"zh": "知", "en": "known"})
    assert word("<i>") == '<i lang="zh">&lt;i&gt;</i><i lang="en">&lt;i&gt;</i>'


# ------------------------------------------------------------------------------- all texts hostile at once


class Seen(HTMLParser):
    """The tags and attributes of a page, its text, and what a script of it would run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        if tag not in ("meta", "link", "input", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.text.append(data)


def poisoned(value: Any) -> Any:
    """A value in which every text that a document, a catalogue or a reviewer may choose tries to be markup; the same
    text becomes the same, so that what named a provision still does."""
    declared = types(value)
    if not declared:
        return tuple(map(poisoned, value)) if isinstance(value, tuple) else value
    free = ("str", "tuple[str, ...]", "tuple[str, str]")
    changed = {}
    for name, declared_as in declared.items():
        held = getattr(value, name)
        if declared_as not in free:
            changed[name] = poisoned(held)
        elif isinstance(held, str):
            changed[name] = held.translate(POISON)
        else:
            changed[name] = tuple(text.translate(POISON) for text in held)
    return type(value)(**changed)


def types(value: Any) -> dict[str, str]:
    """What the fields of a value of ours are declared as; nothing of any other value."""
    if is_dataclass(value):
        return {one.name: str(one.type) for one in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: declared.__forward_arg__ for name, declared in type(value).__annotations__.items()}
    return {}


def richer(comparison: Comparison) -> Comparison:
    """The reviewed comparison with what else a row may say: candidates whose words stand elsewhere, a pairing in doubt,
    provisions regrouped, a finding whose words are nobody's."""
    odd = Finding(type="scope", base="猫条", target="", message="猫a条", rule="own-rule")
    both_sides = next(row for row in comparison.rows if row.link.base and row.link.target and row.edits)
    moved = replace(both_sides, link=both_sides.link._replace(basis="doubtful", moved=True), findings=(odd,))
    near = Candidate(eid=both_sides.link.target[0], score=0.9)
    leaf = comparison.base.leaves()[-1].eid
    omitted = Row(link=link([leaf], candidates=[near], basis="text"), status="omitted")
    wide = Row(
        link=link(
            [one.eid for one in comparison.base.leaves()[:2]], [one.eid for one in comparison.target.leaves()[:2]]
        ),
        status="changed",
    )
    whole = (*comparison.findings, replace(odd, eid="lvl_1__lvl_1"))
    return replace(comparison, rows=(*comparison.rows, moved, omitted, wide), findings=whole)


def pages(library: InventedLibrary, relation: Relation, documents: int) -> Iterator[str]:
    """Every page that is made of strings: comparisons, versions, documents, with what the rest of the library has."""
    comparison = poisoned(richer(implementation_reviewed()))
    bare = provision("art_8", "article", "第一条")
    carrier = provision("art_9", "article", "第一条", "", provision("art_9__para_1", "paragraph", "", "猫"))
    first, *others = (
        (entry, replace(one, provisions=(*one.provisions, bare, carrier))) for entry, one in library.shelf
    )
    held = {document.id: (entry, document) for entry, document in poisoned((first, *others))}
    base, target = held[comparison.base.id], held[comparison.target.id]
    pair = Pair(base=base[0], target=target[0], relation=relation)
    compared = [(pair, comparison)] * documents
    leaf = base[1].leaves()[0]
    beside = Counterpart(
        document="law", title="猫a条", language="zh", eid="art_1", label="第一条", treatment="cites", score=0.5
    )
    rest = {one.eid: Shown(beside=(poisoned(beside),), more=2) for one in base[1].walk()}
    assert leaf.eid in rest
    for subject, shelf in (("comparison", (base, target)), ("versions", (base, target)), ("document", (base, target))):
        part = Part(subject=subject, documents=tuple(entry.id for entry, _ in shelf), pairs=(pair,) * documents)  # type: ignore[arg-type]
        yield from (text for path, text in files(part, shelf, compared, rest) if is_page(path))
    yield comparison_page(comparison)


@pytest.mark.parametrize(
    ("relation", "documents"), [("implements", 1), ("implements", 2), ("quotes", 1), ("translates", 1)]
)
def test_no_text_becomes_markup_wherever_on_a_page_it_stands(relation: Relation, documents: int) -> None:
    written = list(pages(invented_library(), relation, documents))
    assert len(written) > 5
    for page in written:
        seen = Seen(page)
        assert seen.open == []
        assert not {"img", "em"} & seen.tags
        assert not [name for name in seen.attributes if name.startswith("on")]
        assert "\u202e" not in page
        assert "<img src=x" in "".join(seen.text)


LAW = "胡须法\n第一条 不得有下列行为：\n（一）夜间修剪胡须；\n（二）在食堂梳理胡须；\n（三）倒卖他人的胡须。\n"
RULE = "胡须办法\n第一条 不得有下列行为：\n（一）夜间修剪胡须；\n（二）倒卖他人的胡须。\n"


def test_an_item_that_is_missing_from_a_list_is_told_where_the_text_does_not_only_quote() -> None:
    base, target = (parsed(text) for text in (LAW, RULE))
    comparison = compare(align(base, target))
    said = "同一列举的第一条第（一）项、第（三）项本规定有对应，本项没有，请核对列举是否完整。"
    assert comparison_page(comparison).count(said) == 1
    assert "请核对列举是否完整" not in comparison_page(comparison, lack="unquoted")
