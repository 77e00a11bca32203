"""The review memo: what is checked by weight, both texts quoted, no conclusion drawn, and a Word file that opens."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace

import docx
import pytest
from tests.report.tables import DAY, HOSTILE, saying

from policydiff.check import Check, Found, Superior
from policydiff.library.describe import Description, Fact
from policydiff.model import Comparison, Decision, Dismissed, Finding
from policydiff.report.criteria import RULES, sources, weight
from policydiff.report.memo import Memo, memo
from policydiff.report.memo_docx import render
from policydiff.report.terminal import visible
from policydiff.wording import MESSAGE

NOTHING = Fact()
CONCLUSIONS = ("违法", "无效", "应当撤销", "不合法", "抵触")


def checked(*comparisons: Comparison, **found: tuple[str, ...]) -> Check:
    """A check made of comparisons, each with a superior that the text names."""
    superiors = tuple(Superior(document=one.base, reason="text", named="胡须管理办法") for one in comparisons)
    return Check(
        rule=comparisons[0].target,
        description=Description(
            title=NOTHING, issuer=Fact(value="某街道", sure=True), date=NOTHING, kind=NOTHING, bases=(), mentions=()
        ),
        found=Found(superiors=superiors, **found),
        comparisons=comparisons,
    )


def made(*comparisons: Comparison, **found: tuple[str, ...]) -> Memo:
    return memo(checked(*comparisons, **found), ui="zh", date=DAY)


def with_rules(comparison: Comparison, *rules: str) -> Comparison:
    """The comparison with a finding of each of these rules in its changed row."""
    findings = tuple(
        Finding(type="scope", base="应当", target="可以", message="请核对。", rule=rule) for rule in rules
    )
    rows = list(comparison.rows)
    rows[1] = replace(rows[1], findings=findings)
    return replace(comparison, rows=tuple(rows), findings=())


def test_every_rule_has_its_weight_and_none_is_left_over() -> None:
    assert set(MESSAGE) == RULES


def test_what_a_finding_is_judged_by_is_named_and_a_penalty_names_the_law_on_penalties() -> None:
    finding = Finding(type="modality", base="应当", target="可以", message="", rule="modality")
    assert any("第一百零七条第（二）项" in source for source in sources(finding, "zh"))
    assert not any("行政处罚法" in source for source in sources(finding, "zh"))
    assert any("行政处罚法" in source for source in sources(replace(finding, base="处一百元罚款"), "zh"))
    assert weight("a rule of tomorrow") == "then"


def test_a_row_stands_under_its_weightiest_finding_with_both_texts(comparison: Comparison) -> None:
    [part] = made(with_rules(comparison, "scope", "modality")).parts
    [point] = part.points["first"]
    assert part.points["then"] == ()
    assert point.base[0].text == "蓄须者应当每月修剪一次。"
    assert point.target[0].text == "蓄须者可以每月修剪一次。"
    told = Finding(type="scope", base="", target="", message="", rule="")
    assert [remark.sources for remark in point.remarks] == [
        sources(replace(told, rule=rule), "zh") for rule in ("modality", "scope")
    ]


def test_points_are_counted_as_they_are_read(comparison: Comparison) -> None:
    heavy, light = with_rules(comparison, "modality"), with_rules(comparison, "scope")
    parts = made(light, heavy, light).parts
    numbers = {
        (at, key): [point.number for point in part.points[key]]
        for at, part in enumerate(parts)
        for key in ("first", "then")
    }
    assert {place: found for place, found in numbers.items() if found} == {
        (1, "first"): [1],
        (0, "then"): [2],
        (2, "then"): [3],
    }


def test_an_omission_comes_with_what_was_nearest_and_an_addition_with_its_words(comparison: Comparison) -> None:
    [part] = made(comparison).parts
    [omission] = part.omissions
    assert (omission.base[0].label, omission.nearest) == ("第三条", "第三条（0.31）；均未认定为对应。")
    assert [(passage.label, passage.text) for passage in part.added] == [("第三条", "设立胡须节。")]


def test_a_slip_of_drafting_is_told_once_whatever_the_rule_is_compared_with(comparison: Comparison) -> None:
    slip = replace(comparison.findings[0], rule="numbering")
    one = replace(comparison, findings=(slip,))
    first, second = made(one, one).parts
    assert [slip.kind for slip in first.slips] == ["第三条"]
    assert second.slips == ()


def test_what_reviewers_decided_is_told_and_what_they_dismissed_is_no_point(comparison: Comparison) -> None:
    decision = Decision(
        number=1,
        documents=("base", "target"),
        verdict="dismiss",
        base=("art_2",),
        target=("art_2",),
        fingerprint="",
        reason="语气相同",
        by="王某",
    )
    rows = list(comparison.rows)
    dismissed = Dismissed(finding=rows[1].findings[0], decision=decision)
    rows[1] = replace(rows[1], findings=(), dismissed=(dismissed,))
    [part] = made(replace(comparison, rows=tuple(rows), findings=())).parts
    assert part.points == {"first": (), "then": ()}
    [note] = part.decided
    assert note.head == "第二条 → 第二条"
    assert "已排除" in note.words
    assert "语气相同" in note.words
    assert "王某" in note.words


def test_the_memo_says_what_the_rule_rests_on_why_and_what_was_not_compared(comparison: Comparison) -> None:
    facts = dict(made(comparison, missing=("帽子法",)).facts)
    assert facts["上位法"] == "《胡须管理办法》（标题称依据《胡须管理办法》）"
    assert facts["制定机关"] == "某街道"
    assert facts["未核对"] == "正文还以《帽子法》为依据，文件库中没有。"
    assert facts["编制日期"] == "2026年1月5日"


def words(check: Check, ui: str = "zh") -> str:
    """All that the Word file says."""
    document = docx.Document(io.BytesIO(render(check, ui="en" if ui == "en" else "zh", date=DAY)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_word_file_says_suspected_and_draws_no_conclusion(comparison: Comparison) -> None:
    said = words(checked(with_rules(comparison, "modality", "scope", "number", "dropped-duty")))
    assert "请核对" in said
    assert "不作合法与否的结论" in said
    assert [word for word in CONCLUSIONS if word in said.replace("不作合法与否的结论", "")] == []


@pytest.mark.parametrize(
    ("ui", "heads"),
    [
        ("zh", ["一、核对对象", "二、概况", "三、重点核对", "四、一般核对"]),
        ("en", ["1. What was compared", "2. Overview"]),
    ],
)
def test_the_sections_stand_in_the_outline_in_their_order(comparison: Comparison, ui: str, heads: list[str]) -> None:
    document = docx.Document(io.BytesIO(render(checked(comparison), ui="en" if ui == "en" else "zh", date=DAY)))
    found = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Table Heading"]
    assert found[1 : 1 + len(heads)] == heads


def test_with_several_superiors_each_has_its_own_name_in_every_section(comparison: Comparison) -> None:
    assert words(checked(comparison, comparison)).count("与《胡须管理办法》对照") >= 4
    assert "与《胡须管理办法》对照" not in words(checked(comparison))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_a_text_holds_the_memo_opens_and_shows_it(comparison: Comparison, hostile: str) -> None:
    assert visible(hostile)[:40] in words(checked(saying(comparison, hostile)))


def test_the_same_check_gives_the_same_bytes(comparison: Comparison) -> None:
    check = checked(comparison)
    assert render(check, ui="zh", date=DAY) == render(check, ui="zh", date=DAY)
    assert render(check, ui="zh", date=DAY) != render(check, ui="zh", date=DAY + datetime.timedelta(days=1))
