"""A chapter of which the target has nothing is told once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.report.tables import DAY
from tests.texts import parsed

from policydiff.eid import chinese_numeral
from policydiff.model import Candidate, Comparison, Finding, Link, Row
from policydiff.presentation import table
from policydiff.presentation.lines import Division
from policydiff.report import markdown, text
from policydiff.report.writer import table as on_paper

DYED = range(2, 12)  # the articles of the second chapter
ALL = range(1, 14)


def article(number: int, words: str) -> str:
    return f"第{chinese_numeral(number)}条 {words}。\n"


BASE = "".join(
    (
        f"胡须办法\n第一章 总则\n{article(1, '须匠应当梳须')}第二章 染须\n",
        *(article(number, f"染须应当在{number}时以前完毕") for number in DYED),
        f"第三章 剪须\n{article(12, '剪须应当用剪')}{article(13, '剪须应当扫地')}",
    )
)


def eid(number: int) -> str:
    return f"art_{number}__para_1"


def row(number: int, target: int = 0, basis: Any = "none", near: float = 0.1) -> Row:
    near_by = () if target else (Candidate(eid=eid(1), score=near),)
    beside = (eid(target),) if target else ()
    link = Link(base=(eid(number),), target=beside, basis=basis, score=0.5, candidates=near_by)
    return Row(link=link, status="changed" if target else "omitted")


@pytest.fixture
def compared() -> Comparison:
    base, target = parsed(BASE), parsed("某市胡须规定\n第一条 须匠可以梳须。\n第二条 须匠应当登记。\n")
    return Comparison(base=base, target=target, rows=(row(1, 1, "text"), *map(row, ALL[1:])), findings=())


def told(comparison: Comparison) -> list[Any]:
    return [
        [line.place for line in one.lines] if isinstance(one, Division) else one.place
        for one in table(comparison).told("omitted")
    ]


def with_rows(comparison: Comparison, *said: Row) -> Comparison:
    instead = {one.link.base: one for one in said}
    return replace(comparison, rows=tuple(instead.get(one.link.base, one) for one in comparison.rows))


def test_a_chapter_without_a_counterpart_stands_in_the_place_of_its_first_row_and_a_short_one_row_by_row(
    compared: Comparison,
) -> None:
    assert told(compared) == [1, [*DYED], 12, 13]
    [division] = table(compared).divisions
    assert (division.level, division.headings) == ("chapter", ("第二章 染须",))


def test_one_sure_counterpart_or_several_in_doubt_are_enough_for_a_chapter_to_be_told_row_by_row(
    compared: Comparison,
) -> None:
    assert told(with_rows(compared, row(3, 2, "text"))) == [*ALL]
    assert told(with_rows(compared, row(3, 2, "doubtful"), row(5, 2, "doubtful"))) == [*ALL]


def test_what_is_in_doubt_or_bears_a_finding_keeps_its_row(compared: Comparison) -> None:
    finding = Finding(type="dropped-duty", base="染须应当", target="", message="", rule="dropped-duty")
    kept = with_rows(compared, row(3, 2, "doubtful"), replace(row(5), findings=(finding,)))
    assert told(kept) == [1, [2, 4, *range(6, 12)], 3, 5, 12, 13]
    [line] = [line for line in on_paper(kept, ui="zh", date=DAY).lines if line.numbers]
    assert (line.numbers, line.base[0].label) == ("2、4、6–11", "第二条、第四条、第六条至第十一条")


def test_a_chapter_is_told_with_its_heading_its_provisions_and_what_came_near(compared: Comparison) -> None:
    made = on_paper(with_rows(compared, row(4, near=0.4)), ui="zh", date=DAY)
    assert made.rows == len(ALL)
    line = made.lines[1]
    [passage] = line.base
    assert (line.number, line.numbers, line.kind, line.shapes) == (2, "2–11", "遗漏", ("整章",))
    assert (passage.trail, passage.label, passage.text) == ("第二章 染须", "第二条至第十一条", "（条文从略）")
    assert [(note.head, note.words) for note in line.notes][1:] == [("最接近", "第四条：第一条（接近程度 0.40）。")]
    assert "| 2–11 | <b>第二章 染须</b><br><b>第二条至第十一条</b>" in markdown.render(compared, ui="zh", date=DAY)
    assert "遗漏  第二章 染须  第二条至第十一条  (整章)" in text.render(compared, colour=False, ui="zh")


def test_of_a_new_text_of_a_rule_every_deleted_provision_is_shown(compared: Comparison) -> None:
    made = on_paper(compared, ui="zh", date=DAY, lack="revised")
    assert [line.number for line in made.lines] == [*ALL]
