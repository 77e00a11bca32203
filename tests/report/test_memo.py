"""The review memo: what is checked by weight, both texts quoted, no conclusion drawn, and a Word file that opens."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from tests.report.decided import decision, dismissed
from tests.report.tables import DAY, HOSTILE, saying

from policydiff.check import Check
from policydiff.eid import chinese_numeral
from policydiff.gravity import RULES, weight
from policydiff.library.describe import UNKNOWN, Description, Fact
from policydiff.library.superiors import Found, Superior
from policydiff.model import Candidate, Comparison, DocumentKind, Finding, Language, Provision, Row
from policydiff.presentation import lines
from policydiff.presentation.together import Together
from policydiff.report import text
from policydiff.report.criteria import asks, criteria
from policydiff.report.memo.docx import render
from policydiff.report.memo.from_check import memo
from policydiff.report.memo.memo import Memo
from policydiff.report.memo.quoted import in_full, in_short
from policydiff.report.terminal import visible
from policydiff.report.writer import table
from policydiff.wording import SET_HERE

NOTHING = UNKNOWN
CONCLUSIONS = ("违法", "无效", "应当撤销", "不合法", "抵触")


def checked(*comparisons: Comparison, **found: tuple[str, ...]) -> Check:
    """A check made of comparisons, each with a superior that the text names."""
    superiors = tuple(Superior(rule=one.base, reason="text", named="胡须管理办法") for one in comparisons)
    return Check(
        rule=comparisons[0].target,
        description=Description(
            title=NOTHING,
            issuer=Fact(value="某街道", sure=True),
            date=NOTHING,
            kind=Fact(value="local"),
            bases=(),
            mentions=(),
        ),
        found=Found(superiors=superiors, **found),
        comparisons=comparisons,
    )


def made(*comparisons: Comparison, **found: tuple[str, ...]) -> Memo:
    return memo(checked(*comparisons, **found), ui="zh", date=DAY)


def with_rules(comparison: Comparison, *rules: str) -> Comparison:
    """The comparison with a finding of each of these rules in its changed row."""
    findings = tuple(Finding(type="scope", base="应当", target="可以", message="请核对。", rule=rule) for rule in rules)
    rows = list(comparison.rows)
    rows[1] = replace(rows[1], findings=findings)
    return replace(comparison, rows=tuple(rows), findings=())


def headings(data: bytes) -> list[str]:
    """The headings of a memo in Word, in order."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return [paragraph.text for paragraph in paragraphs if paragraph.style and "eading" in str(paragraph.style.name)]


def test_what_findings_are_judged_by_is_named_once_and_a_penalty_names_the_law_on_penalties() -> None:
    finding = Finding(type="modality", base="应当", target="可以", message="", rule="modality")
    fined = replace(finding, base="处一百元罚款")
    cited = [one.cited["zh"] for one in criteria([finding, finding])]
    assert len(cited) == len(set(cited))
    assert "第一百零七条第（二）项" in cited[0]
    assert not any("行政处罚法" in one for one in cited)
    assert [one.cited["zh"] for one in criteria([fined, finding])][-1].startswith("《行政处罚法》")


@pytest.mark.parametrize(
    ("lost", "where"), [("应当每月修剪", "first"), ("不得梳须", "first"), ("有权蓄须", "first"), ("加强协调", "then")]
)
def test_a_clause_that_is_lost_weighs_most_where_it_binds_or_gives_a_right(lost: str, where: str) -> None:
    assert weight(Finding(type="dropped-duty", base=lost, target="", message="", rule="dropped-duty")) == where


@pytest.mark.parametrize("rule", sorted(RULES))
def test_what_is_asked_of_a_rules_findings_is_said_in_both_languages_or_by_each_of_them(rule: str) -> None:
    finding = Finding(type="scope", base="", target="", message="", rule=rule)
    assert bool(asks(rule, "zh")) == bool(asks(rule, "en")) == (weight(finding) != "drafting")


def test_findings_stand_in_groups_by_weight_and_each_group_says_once_what_is_asked(comparison: Comparison) -> None:
    several = with_rules(comparison, "scope", "modality")
    twice = replace(several, rows=(*several.rows, several.rows[1]))
    shown = made(twice)
    [group] = shown.groups["first"]
    assert (group.kind, group.asks, len(group.entries)) == ("应当、可以", asks("modality", "zh"), 2)
    assert shown.rest == ()
    assert words(checked(twice)).count("《立法法》第一百零七条第（二）项") == 2  # at the group, and in the list


def test_words_that_several_rules_found_are_quoted_under_the_weightiest(comparison: Comparison) -> None:
    shown = made(with_rules(comparison, "scope", "actor", "modality"))
    [group] = shown.groups["first"]
    [entry] = group.entries
    assert (entry.note, entry.kinds) == ("另涉：主体变动、范围限定", ("应当、可以", "主体变动", "范围限定"))
    assert shown.rest == ()


def test_an_entry_cites_the_provision_that_has_the_words_and_marks_what_differs(comparison: Comparison) -> None:
    old, new = "蓄须者应当每月修剪一次", "蓄须者可以每月修剪一次"
    found = Finding(type="modality", base=old, target=new, message="", rule="modality")
    link = comparison.rows[1].link._replace(base=("art_1", "art_2"), target=("art_1", "art_2"))
    row = replace(comparison.rows[1], link=link, findings=(found,))
    [group] = made(replace(comparison, rows=(row,), findings=())).groups["first"]
    [entry] = group.entries
    assert (entry.target_place, entry.base_place) == ("第二条", "第二条")
    assert [run.text for run in entry.base if run.style == "delete"] == ["应当"]
    assert [run.text for run in entry.target if run.style == "insert"] == ["可以"]


def test_a_quotation_that_was_cut_bears_a_mark_that_is_no_part_of_what_differs(comparison: Comparison) -> None:
    found = Finding(
        type="modality",
        base="蓄须者应当每月修剪一次",
        target="蓄须者可以每月修剪一次",
        message="",
        rule="modality",
        base_cut=(True, False),
        target_cut=(False, True),
    )
    row = replace(comparison.rows[1], findings=(found,))
    [group] = made(replace(comparison, rows=(row,), findings=())).groups["first"]
    [entry] = group.entries
    shown = ["".join(run.text for run in runs) for runs in (entry.base, entry.target)]
    assert shown == ["…蓄须者应当每月修剪一次", "蓄须者可以每月修剪一次…"]
    marked = [run.text for run in (*entry.base, *entry.target) if run.style in ("delete", "insert")]
    assert marked == ["应当", "可以"]


@pytest.mark.parametrize("rule", ["dropped-duty", "added-duty", "dropped-condition"])
def test_what_is_gone_or_new_as_a_whole_is_quoted_without_marks(comparison: Comparison, rule: str) -> None:
    found = Finding(type="scope", base="应当每月修剪", target="应当每季修剪", message="", rule=rule)
    row = replace(comparison.rows[1], findings=(found,))
    told, near = (found.target, found.base) if rule == "added-duty" else (found.base, found.target)
    base, target = in_full(found, "zh")
    assert {run.style for run in (*base, *target)} == {"plain"}
    own, other = (target, base) if rule == "added-duty" else (base, target)
    assert ("".join(run.text for run in own), "".join(run.text for run in other)) == (told, f"（相近处：{near}）")
    [short] = in_short(found, "zh")
    assert (short.text, short.style) == (told, "plain")
    assert told in words(checked(replace(comparison, rows=(row,), findings=())))


def test_a_list_of_amounts_is_quoted_to_its_end_in_short_too() -> None:
    base = "；".join(f"第{n}次剃须之日起{n}日内修剪" for n in range(1, 8))
    found = Finding(type="number", base="", target=base, message="", rule="number", count=7)
    assert "".join(run.text for run in in_short(found, "zh")) == base


def test_a_body_that_is_renamed_in_several_places_is_told_with_their_number(comparison: Comparison) -> None:
    renamed = Finding(type="actor", base="理发店", target="美发店", message="", rule="renamed", count=7)
    rows = tuple(replace(row, findings=()) for row in comparison.rows)
    [place] = made(replace(comparison, rows=rows, findings=(renamed,))).rest
    [pairing] = place.pairings
    [brief] = pairing.briefs
    assert (place.place, brief.kinds, brief.note) == ("全文", ("主体统一更名",), "7 处")


def test_entries_are_counted_as_they_are_read(comparison: Comparison) -> None:
    heavy, light = with_rules(comparison, "modality"), with_rules(comparison, "scope")
    slip = replace(comparison.findings[0], rule="numbering")
    shown = made(light, heavy, replace(light, findings=(slip,)))
    numbers = {
        section: [(entry.number, entry.base_place) for group in groups for entry in group.entries]
        for section, groups in shown.groups.items()
    }
    assert numbers == {"set": [], "first": [(1, "上位法二 第二条")], "drafting": [(2, "上位法三")]}
    [place] = shown.rest
    assert [one.base_place for one in place.pairings] == ["上位法一 第二条", "上位法三 第二条"]


def test_what_is_found_beside_several_superiors_stands_kind_by_kind_in_the_order_of_the_rule(
    comparison: Comparison,
) -> None:
    one = with_rules(comparison, "modality", "number")
    early = replace(one.rows[1], link=one.rows[1].link._replace(target=("art_1",)))
    other = replace(one, rows=(replace(one.rows[0], link=one.rows[0].link._replace(target=("art_2",))), early))
    shown = made(one, other)
    assert [group.kind for group in shown.groups["first"]] == ["应当、可以"]  # the weightier of two in the same words
    [group] = shown.groups["first"]
    assert [(entry.target_place, entry.base_place) for entry in group.entries] == [
        ("第一条", "上位法二 第二条"),
        ("第二条", "上位法一 第二条"),
    ]
    said = words(checked(one, other))
    assert said.count("强度疑似改变，请核对。") == 1
    assert "上位法二 第二条" in said
    assert "上位法二" not in words(checked(one))


def test_an_omission_comes_with_what_was_nearest_and_an_addition_with_its_words(comparison: Comparison) -> None:
    shown = made(comparison)
    [part] = shown.parts
    [omission] = part.omissions
    assert (omission.base[0].label, omission.nearest) == ("第三条", "第三条（接近程度 0.31）")
    [added] = shown.added
    assert (added.says, added.size, added.places) == ("", 1, "第三条")
    assert [(one.label, one.text) for one in added.passages] == [("第三条", "设立胡须节。")]


def test_an_addition_is_listed_once_with_what_the_superiors_say_that_have_it(comparison: Comparison) -> None:
    added = comparison.rows[3]
    having = replace(added, status="changed", link=added.link._replace(base=("art_2",)))
    other = replace(comparison, base=replace(comparison.base, title="东省胡须办法"), rows=(having,))
    [by_none] = made(comparison, comparison).added
    assert by_none.says == "各上位法均未见对应"
    [by_some] = made(comparison, other).added
    assert by_some.says == "上位法一未见对应，上位法二有对应"
    assert words(checked(comparison, comparison)).count("设立胡须节。") == 1
    assert "各上位法均未见对应（1 处）：" in words(checked(comparison, comparison))
    assert "各上位法" not in words(checked(comparison))


def test_many_additions_are_cited_in_runs_and_none_is_left_out(comparison: Comparison) -> None:
    def leaf(number: int) -> Provision:
        return comparison.target.provisions[2]._replace(eid=f"art_{number}", num=f"第{chinese_numeral(number)}条")

    target = replace(comparison.target, provisions=tuple(map(leaf, range(1, 21))))
    added = comparison.rows[3]
    rows = tuple(replace(added, link=added.link._replace(target=(f"art_{n}",))) for n in range(1, 21) if n != 9)
    [group] = made(replace(comparison, target=target, rows=rows, findings=())).added
    assert (group.size, group.places, group.passages) == (19, "第一条至第八条、第十条至第二十条", ())


def test_a_finding_on_an_addition_names_the_provision_that_it_quotes(comparison: Comparison) -> None:
    near = (Candidate(eid="art_3", score=0.6), Candidate(eid="art_2", score=0.3))
    finding = Finding(type="number", base="每月修剪一次", target="设立胡须节", message="请核对", rule="number")
    link = comparison.rows[3].link._replace(candidates=near)
    row = replace(comparison.rows[3], link=link, findings=(finding,))
    groups = made(replace(comparison, rows=(row,), findings=())).groups
    assert [entry.base_place for group in groups["first"] for entry in group.entries] == ["第二条"]


def test_what_is_quoted_of_a_superior_is_cited_wherever_it_stands_there(comparison: Comparison) -> None:
    penalty = Finding(type="added-duty", base="每月修剪一次", target="罚款", message="", rule="new-penalty")
    added = replace(comparison.rows[3], findings=(penalty,))  # nothing came near
    [entry] = made(replace(comparison, rows=(added,), findings=())).groups["set"][0].entries
    assert entry.base_place == "第二条"
    [note, *_] = table(replace(comparison, rows=(added,)), ui="zh", date=DAY).lines[0].notes
    assert note.words.endswith("（相近处：第二条）")
    beside = replace(added, link=added.link._replace(base=("art_3",)), status="changed")
    [entry] = made(replace(comparison, rows=(beside,), findings=())).groups["set"][0].entries
    assert entry.base_place == "第三条"
    assert [run.text for run in entry.base] == ["（相近处：第二条\u3000每月修剪一次）"]


def test_beside_the_nearest_only_what_came_near_too_is_named(comparison: Comparison) -> None:
    near = tuple(Candidate(eid=eid, score=score) for eid, score in (("art_3", 0.6), ("art_2", 0.3), ("art_1", 0.29)))
    row = replace(comparison.rows[2], link=comparison.rows[2].link._replace(candidates=near))
    [omission] = made(replace(comparison, rows=(row,))).parts[0].omissions
    assert omission.nearest == "第三条（接近程度 0.60）、第二条（接近程度 0.30）"
    far = replace(row, link=row.link._replace(candidates=(Candidate(eid="art_3", score=0.06),)))
    [omission] = made(replace(comparison, rows=(far,))).parts[0].omissions
    assert omission.nearest == "没有相近的条款"


def test_of_many_omissions_less_is_quoted_than_of_a_few(comparison: Comparison) -> None:
    long = comparison.base.provisions[2]._replace(text="禁止在食堂梳须，" * 30)
    base = replace(comparison.base, provisions=(*comparison.base.provisions[:2], long))
    few, many = (replace(comparison, base=base, rows=comparison.rows[2:3] * number) for number in (30, 31))
    lengths = [len(made(one).parts[0].omissions[0].base[0].text) for one in (few, many)]
    assert lengths[0] > lengths[1] > 40


def test_of_many_omissions_those_that_nothing_came_near_are_cited_by_their_numbers(comparison: Comparison) -> None:
    def leaf(number: int) -> Provision:
        return comparison.base.provisions[2]._replace(eid=f"art_{number}", num=f"第{chinese_numeral(number)}条")

    def row(number: int, score: float) -> Row:
        link = comparison.rows[2].link
        near = (Candidate(eid="art_1", score=score),)
        return replace(comparison.rows[2], findings=(), link=link._replace(base=(f"art_{number}",), candidates=near))

    base = replace(comparison.base, provisions=tuple(map(leaf, range(1, 41))))
    rows = tuple(row(number, 0.3 if number in (7, 20) else 0.29) for number in range(1, 41))
    told = replace(rows[9], findings=(Finding(type="number", base="食堂", target="", message="", rule="number"),))
    many = replace(comparison, base=base, rows=(*rows[:9], told, *rows[10:]), findings=())
    [part] = made(many).parts
    assert [omission.base[0].label for omission in part.omissions] == ["第七条", "第十条", "第二十条"]
    assert part.far == "第一条至第六条、第八条、第九条、第十一条至第十九条、第二十一条至第四十条"
    assert f"未见文字相近的条款；条文和内容可能相关的条款见条文对照表：{part.far}。" in words(checked(many))
    [part] = made(replace(many, rows=rows[:30])).parts
    assert (len(part.omissions), part.far) == (30, "")


def test_a_chapter_without_a_counterpart_is_told_once_before_the_omissions(comparison: Comparison) -> None:
    chapter = Provision(
        eid="chp_1",
        level="chapter",
        num="第一章",
        heading="染须",
        children=tuple(
            comparison.base.provisions[2]._replace(eid=f"art_{number}", num=f"第{chinese_numeral(number)}条")
            for number in range(1, 5)
        ),
    )
    omitted = replace(comparison.rows[2], findings=())
    rows = tuple(
        replace(omitted, link=omitted.link._replace(base=(f"art_{number}",), candidates=())) for number in range(1, 5)
    )
    gone = replace(comparison, base=replace(comparison.base, provisions=(chapter,)), rows=rows, findings=())
    [part] = made(gone).parts
    assert [(note.head, note.words) for note in part.divisions] == [("第一章 染须", "第一条至第四条〔1–4〕")]
    assert part.omissions == ()
    assert "第一章 染须\u3000第一条至第四条〔1–4〕" in words(checked(gone))


def test_what_has_a_counterpart_in_doubt_alone_stands_under_a_heading_of_its_own_and_may_be_new(
    comparison: Comparison,
) -> None:
    changed = comparison.rows[1]
    doubtful = replace(changed, link=changed.link._replace(basis="doubtful"), findings=())
    shown = replace(comparison, rows=(comparison.rows[0], doubtful), findings=())
    memo = made(shown)
    [doubt] = memo.parts[0].in_doubt
    assert (doubt.row, doubt.base.label, doubt.target.label, doubt.found) == (2, "第二条", "第二条", 0)
    [added] = memo.added
    assert (added.doubtful, added.size, added.places) == (True, 1, "第二条")
    data = render(checked(shown), ui="zh", date=DAY)
    assert any(head.endswith("、对应存疑、请先核对的条款") for head in headings(data))
    assert "下列条款在上位法中未见对应" not in words(checked(shown))
    surely = made(replace(shown, rows=(changed, doubtful)))
    assert (surely.parts[0].in_doubt, surely.added) == ((), ())


def test_a_slip_of_drafting_is_told_once_whatever_the_rule_is_compared_with(comparison: Comparison) -> None:
    slip = replace(comparison.findings[0], rule="numbering")
    one = replace(comparison, findings=(slip,))
    assert [entry.target_place for group in made(one, one).groups["drafting"] for entry in group.entries] == ["第三条"]


def test_a_power_that_no_superior_has_is_told_once_whatever_more_of_it_is_quoted_beside_another(
    comparison: Comparison,
) -> None:
    one = with_rules(comparison, "new-fee")
    [fee] = one.rows[1].findings
    fees = [replace(fee, base="", target=words) for words in ("缴纳保证金50万元", "染须者应当缴纳保证金50万元")]
    both = [replace(one, rows=(one.rows[0], replace(one.rows[1], findings=(said,)), *one.rows[2:])) for said in fees]
    [group] = made(*both).groups["set"]
    assert (group.kind, len(group.entries)) == ("疑似新设收费", 1)


def test_what_reviewers_decided_is_told_and_what_they_dismissed_is_no_point(comparison: Comparison) -> None:
    first, _, *rest = comparison.rows
    rows = first, dismissed(comparison, decision(reason="语气相同", by="王某")), *rest
    shown = made(replace(comparison, rows=rows, findings=()))
    assert not any(shown.groups.values())
    assert shown.rest == ()
    [note] = shown.parts[0].decided
    assert note.head == "第二条 → 第二条"
    assert "已排除" in note.words
    assert "语气相同" in note.words
    assert "王某" in note.words


def test_the_annexes_begin_on_the_page_of_the_line_to_sign_and_apart_from_it(comparison: Comparison) -> None:
    document = docx.Document(io.BytesIO(render(checked(comparison), ui="zh", date=DAY)))
    assert not any(one.paragraph_format.page_break_before for one in document.paragraphs)
    above = {one.text: one.paragraph_format.space_before for one in document.paragraphs}
    first, second = (above[head] for head in above if head.startswith(("附一", "附二")))
    assert first > second


def test_no_heading_stands_right_behind_a_table_where_libreoffice_would_leave_it_alone(comparison: Comparison) -> None:
    document = docx.Document(io.BytesIO(render(checked(comparison, comparison), ui="zh", date=DAY)))
    behind = [
        Paragraph(after, document).text
        for before, after in pairwise(document.element.body)
        if before.tag == qn("w:tbl") and after.tag == qn("w:p")
    ]
    heads = {one.text for one in document.paragraphs if one.style and "Heading" in str(one.style.name)}
    assert behind
    assert heads.isdisjoint(filter(None, behind))


def test_the_line_to_sign_is_on_the_page_of_the_remarks(comparison: Comparison) -> None:
    document = docx.Document(io.BytesIO(render(checked(comparison), ui="zh", date=DAY)))
    paragraphs = document.paragraphs
    signed = next(at for at, one in enumerate(paragraphs) if one.text.startswith("审核人"))
    assert all(one.paragraph_format.keep_with_next for one in paragraphs[signed - 3 : signed])


def test_a_pair_that_was_rejected_is_told_once_though_it_is_seen_at_two_rows(comparison: Comparison) -> None:
    rejected = decision("reject", reason="两件事")
    rows = tuple(replace(row, decisions=(rejected,)) for row in comparison.rows[2:4])
    [part] = made(replace(comparison, rows=rows, findings=())).parts
    assert [(note.head, note.words) for note in part.decided] == [("第二条 → 第二条", "否定对应；两件事")]


def test_a_pair_that_was_confirmed_without_a_reason_is_told_without_a_stray_mark(comparison: Comparison) -> None:
    rows = (replace(comparison.rows[0], decisions=(decision("confirm", by="王某"),)),)
    [part] = made(replace(comparison, rows=rows, findings=())).parts
    assert [note.words for note in part.decided] == ["已确认（王某）"]


def test_the_memo_says_what_the_rule_rests_on_why_and_what_was_not_compared(comparison: Comparison) -> None:
    facts = dict(made(comparison, missing=("帽子法",)).facts)
    found = "《胡须管理办法》（标题称依据《胡须管理办法》）"
    assert facts["上位法"] == f"{found}。文件日期：日期不明；源文件：base.txt"
    assert "先后" not in facts
    assert facts["制定机关"] == "某街道"
    assert facts["未核对"] == "正文还以《帽子法》为依据，未与之对照：文件库中没有，或者没有列为上位法。"
    assert facts["编制日期"] == "2026年1月5日"


def test_the_memo_says_of_which_edition_a_superior_is_and_that_it_is_later_than_the_rule(
    comparison: Comparison,
) -> None:
    found = checked(comparison)
    [superior] = found.found.superiors
    dated = replace(found.description, date=Fact(value="2012-01-13", sure=True))
    later = Found(superiors=(replace(superior, date="2021"),))
    facts = dict(memo(replace(found, found=later, description=dated), ui="zh", date=DAY).facts)
    assert facts["上位法"].endswith("文件日期：2021年；源文件：base.txt")
    assert facts["先后"] == "《胡须管理办法》（2021年）晚于本规定（2012年1月13日），本规定可能尚未随之修改，请核对。"


def test_the_memo_says_of_which_rank_the_rule_is_or_that_this_is_not_known(comparison: Comparison) -> None:
    known = checked(comparison)
    unknown = replace(known, rule=replace(known.rule, title="胡须细则"), description=_issued_by(known, ""))
    ranks = [dict(memo(one, ui="zh", date=DAY).facts)["效力位阶"] for one in (known, unknown)]
    assert ranks[0] == "规章以下的规范性文件"
    assert ranks[1].startswith("未能判断")


def _issued_by(check: Check, issuer: str) -> Description:
    return replace(check.description, issuer=Fact(value=issuer, sure=bool(issuer)))


@pytest.mark.parametrize(
    ("ui", "dates"), [("zh", ["1999年9月4日", "2026年1月5日"]), ("en", ["1999-09-04", "2026-01-05"])]
)
def test_all_dates_of_a_memo_are_of_one_form(comparison: Comparison, ui: Language, dates: list[str]) -> None:
    dated = checked(comparison)
    dated = replace(dated, description=replace(dated.description, date=Fact(value="1999-09-04", sure=True)))
    said = [words for _, words in memo(dated, ui=ui, date=DAY).facts]
    assert [words for words in said if words in dates] == dates


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
        (
            "zh",
            [
                *("一、核对对象", "二、概况", "三、重点核对", "四、上位法中未见对应的条款"),
                *("五、文字和格式", "六、说明", "附一　其他提示", "附二　本规定新增的条款"),
            ],
        ),
        ("en", ["1. What was compared", "2. Overview"]),
    ],
)
def test_the_sections_stand_in_the_outline_in_their_order(comparison: Comparison, ui: str, heads: list[str]) -> None:
    document = docx.Document(io.BytesIO(render(checked(comparison), ui="en" if ui == "en" else "zh", date=DAY)))
    found = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Table Heading"]
    assert found[1 : 1 + len(heads)] == heads


def test_what_introduces_a_section_stays_on_the_page_of_what_it_introduces(comparison: Comparison) -> None:
    document = docx.Document(io.BytesIO(render(checked(comparison), ui="zh", date=DAY)))
    [introduction] = (one for one in document.paragraphs if one.text.startswith("禁止、例外、义务、数量"))
    assert introduction.paragraph_format.keep_with_next


def test_powers_that_seem_newly_set_have_a_section_of_their_own_before_all_others(comparison: Comparison) -> None:
    shown = with_rules(comparison, "modality", "new-penalty")
    [group] = made(shown).groups["set"]
    assert group.kind == "疑似新设处罚"
    assert [one.cited["zh"] for one in group.judged_by] == ["《行政处罚法》第十六条"]  # a subdistrict's
    kinds = "疑似新设处罚 1（第二条）；应当、可以 1"  # in the same words
    assert made(shown).tally()[0] == ("疑似新设的许可、处罚、强制、收费、证明和禁止等", 2, kinds)
    heads = headings(render(checked(shown), ui="zh", date=DAY))
    assert heads.index("三、疑似新设的许可、处罚、强制、收费、证明和禁止等") < heads.index("四、重点核对")
    plain = with_rules(comparison, "modality")
    assert not any("新设" in name for name, _, _ in made(plain).tally())
    assert not any("新设" in head for head in headings(render(checked(plain), ui="zh", date=DAY)))


def test_several_superiors_have_labels_that_every_section_names(comparison: Comparison) -> None:
    twice = with_rules(comparison, "modality")
    said = words(checked(twice, twice))
    assert "与上位法一《胡须管理办法》对照" in said
    assert "与上位法二《胡须管理办法》对照" in said
    assert "上位法一 第二条" in said
    assert "上位法一" not in words(checked(comparison))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_a_text_holds_the_memo_opens_and_shows_it(comparison: Comparison, hostile: str) -> None:
    assert visible(hostile)[:40] in words(checked(saying(comparison, hostile)))


def test_the_same_check_gives_the_same_bytes(comparison: Comparison) -> None:
    check = checked(comparison)
    assert render(check, ui="zh", date=DAY) == render(check, ui="zh", date=DAY)
    assert render(check, ui="zh", date=DAY) != render(check, ui="zh", date=DAY + datetime.timedelta(days=1))


def with_power(comparison: Comparison, *rules: str, article: str = "art_3") -> Comparison:
    """The comparison with findings of these rules, in one article's words, in the row that adds it."""
    findings = tuple(
        Finding(type="added-duty", base="", target="处一百元罚款", message="请核对。", rule=rule) for rule in rules
    )
    added = replace(comparison.rows[3], findings=findings)
    added = replace(added, link=added.link._replace(target=(article,)))
    return replace(comparison, rows=(*comparison.rows[:3], added), findings=())


def told(shown: Memo) -> list[tuple[str, str]]:
    """The kinds of the groups on powers, each with the note of its entries."""
    return [(group.kind, entry.note) for group in shown.groups["set"] for entry in group.entries]


def ranked(comparison: Comparison, title: str, issuer: str, kind: DocumentKind = "local") -> str:
    """What the memo of a rule of this title, by this issuer, says of its rank."""
    check = checked(replace(comparison, target=replace(comparison.target, title=title)))
    said = replace(check.description, issuer=Fact(value=issuer, sure=True), kind=Fact(value=kind))
    return dict(memo(replace(check, description=said), ui="zh", date=DAY).facts)["效力位阶"]


def test_a_rank_that_the_title_alone_tells_is_said_to_be_told_by_it(comparison: Comparison) -> None:
    assert ranked(comparison, "青岛市崂山区胡须办法", "") == "规章以下的规范性文件（据标题推断，未见制定机关）"
    assert ranked(comparison, "青岛市胡须办法", "青岛市市场监督管理局") == "规章以下的规范性文件"
    assert ranked(comparison, "胡须条例", "").startswith("行政法规或者地方性法规")
    assert ranked(comparison, "胡须办法", "").startswith("未能判断")


def test_a_power_outweighs_the_amount_in_its_words(comparison: Comparison) -> None:
    assert told(made(with_power(comparison, "number", "new-fee"))) == [("疑似新设收费", "另涉：数量、期限")]


def test_a_power_that_one_of_several_superiors_sets_is_not_told_and_any_other_is_told_once(
    comparison: Comparison,
) -> None:
    lacking, setting = with_power(comparison, "new-penalty"), with_power(comparison, "number")
    assert told(made(lacking, setting)) == []
    assert told(made(lacking, lacking)) == [("疑似新设处罚", "")]


def test_what_another_superior_has_the_like_of_is_noted_in_full_and_in_short(comparison: Comparison) -> None:
    held = ("《梳须条例》第一条",)
    for rule in ("modality", "scope"):
        found = with_rules(comparison, rule)
        row = found.rows[1]
        marked = replace(row, findings=tuple(replace(one, elsewhere=held) for one in row.findings))
        shown = made(replace(found, rows=(marked,), findings=()))
        notes = [entry.note for groups in shown.groups.values() for group in groups for entry in group.entries]
        notes += [brief.note for place in shown.rest for pairing in place.pairings for brief in pairing.briefs]
        assert notes == ["其他上位法有相近规定：《梳须条例》第一条"]


def test_the_numbers_of_each_kind_count_what_is_told_once_as_one(comparison: Comparison) -> None:
    def kinds(*comparisons: Comparison) -> str:
        return "；".join(kinds for _, _, kinds in made(*comparisons).tally())

    lacking, setting = with_power(comparison, "new-penalty"), with_power(comparison, "number")
    assert "疑似新设处罚 1" in kinds(lacking, lacking)
    assert "新设" not in kinds(lacking, setting)
    slip = replace(comparison, findings=(replace(comparison.findings[0], rule="numbering", type="drafting"),), rows=())
    assert kinds(slip, slip).count("编号") == 1


def test_the_overview_sums_up_to_the_number_of_the_last_entry_and_what_is_told_of_omissions(
    comparison: Comparison,
) -> None:
    found = with_rules(comparison, "modality", "scope")
    gone = replace(found.rows[2], findings=(Finding(type="number", base="每月", target="", message="", rule="number"),))
    both = replace(found, rows=(*found.rows[:2], gone, *found.rows[3:]))
    shown = made(both, with_power(comparison, "new-fee", "actor"), comparison)
    *sections, (of_all, count, _) = shown.tally()
    in_full = [entry.kinds for groups in shown.groups.values() for group in groups for entry in group.entries]
    in_short = [pairing.kinds for place in shown.rest for pairing in place.pairings]
    assert (of_all, count) == ("合计", sum(map(len, in_full)) + sum(one.total() for one in in_short) + 1)
    told = Together(comparisons=(both, with_power(comparison, "new-fee", "actor"), comparison)).once()
    assert count == sum(len(one.all_findings()) for one in told)  # as the terminal counts
    assert count == sum(number for _, number, _ in sections)
    assert ("上位法中未见对应的条款，其中的提示", 1, "数字 1") in sections
    for _, number, kinds in sections:
        assert number == sum(int(kind.split()[-1].partition("（")[0]) for kind in kinds.split("；"))
    for part in shown.parts:
        *by_status, in_all, _first = part.counts
        assert sum(by_status) == in_all


def test_what_is_to_be_read_first_is_counted_as_the_table_and_the_page_count_it(comparison: Comparison) -> None:
    found = with_rules(comparison, "modality", "scope")
    [finding, _] = found.rows[1].findings
    power = replace(found.rows[3], findings=(replace(finding, base="", target="收费", rule="new-fee"),))
    gone = replace(found.rows[2], findings=(Finding(type="number", base="每月", target="", message="", rule="number"),))
    both = replace(found, rows=(*found.rows[:2], gone, power))
    shown = lines.table(both)
    said = "重点核对 3 行、3 条提示（其中疑似新设 1 条）"
    assert table(both, ui="zh", date=DAY).first == f"{said}：序号 2、3、4。"
    one = made(both)
    assert (one.first, one.parts[0].counts[-1], shown.marks["weighty"]) == (said, 3, 3)
    told = {name: count for name, count, _ in one.tally()}
    assert told[SET_HERE["zh"]] + told["重点核对（疑似新设除外）"] == one.first_count + 1 - one.gone
    more = "其中 1 条涉及本规定未见对应的上位法条款。上表所列另含同一表述涉及的其他提示 1 条。"
    assert one.first_said.endswith(f"{said}。{more}")
    several = made(both, comparison)
    assert several.first == "重点核对 4 条提示（其中疑似新设 1 条）"  # the second superior has one of its own
    assert [part.counts[-1] for part in several.parts] == [3, lines.table(comparison).marks.get("weighty", 0)]


def test_a_licence_that_one_superior_lacks_is_told_with_the_superior_beside_which_nothing_was_said(
    comparison: Comparison,
) -> None:
    lacking, silent = with_power(comparison, "new-licence"), with_power(comparison)
    silent = replace(silent, base=replace(silent.base, title="东省胡须办法"))
    assert told(made(lacking, silent)) == [("疑似新设许可", "对照上位法二时未提示，请一并核对")]


def test_entries_and_additions_stand_in_the_rules_own_order(comparison: Comparison) -> None:
    first, later = with_rules(comparison, "modality").rows[1], with_power(comparison, "new-penalty").rows[3]
    lines = (replace(first, link=first.link._replace(target=("art_3",))), replace(first, findings=first.findings))
    early = replace(later, link=later.link._replace(target=("art_1",)), findings=())
    [group] = made(replace(comparison, rows=(*lines, later, early), findings=())).groups["first"]
    assert [entry.target_place for entry in group.entries] == ["第二条", "第三条"]
    [added] = made(replace(comparison, rows=(later, early), findings=())).added
    assert [one.label for one in added.passages] == ["第一条", "第三条"]


def test_what_is_in_doubt_is_told_in_short_by_its_kinds_but_for_powers(comparison: Comparison) -> None:
    shown = with_rules(comparison, "modality", "scope")
    row = replace(shown.rows[1], link=shown.rows[1].link._replace(basis="doubtful"))
    doubtful = made(replace(shown, rows=(row,)))
    assert doubtful.groups["first"] == ()
    [place] = doubtful.rest
    [[pairing]] = place.lines
    assert (place.place, pairing.base_place, pairing.doubtful) == ("第二条", "第二条", True)
    assert dict(pairing.kinds) == {"应当、可以": 1, "范围限定": 1}
    said = words(checked(replace(shown, rows=(row,))))
    assert "存疑 ← 第二条〔1〕　应当、可以 1、范围限定 1" in said
    assert "另有 2 条同类提示，所在条款与上位法的对应存疑，列在附一" in said
    assert "四、重点核对\n无。" not in said
    power = with_rules(comparison, "new-fee")
    row = replace(power.rows[1], link=power.rows[1].link._replace(basis="doubtful"))
    [group] = made(replace(power, rows=(row,))).groups["set"]
    assert [entry.note for entry in group.entries] == ["对应存疑"]


def test_whatever_a_memo_tells_names_its_row_of_the_comparison_table(comparison: Comparison) -> None:
    several = with_rules(comparison, "modality", "new-fee", "dropped-duty")
    lines = table(several, ui="zh", date=DAY).lines
    shown = made(replace(several, findings=comparison.findings))
    entries = [entry for groups in shown.groups.values() for group in groups for entry in group.entries]
    assert [entry.rows for entry in entries if entry.base_place] == [(2,)]
    for entry in entries:
        assert all(entry.target_place in [one.label for one in lines[row - 1].target] for row in entry.rows)
    for omission in shown.parts[0].omissions:
        assert [one.label for one in lines[omission.row - 1].base] == [one.label for one in omission.base]


def test_of_several_superiors_a_row_is_told_with_the_one_whose_table_has_it(comparison: Comparison) -> None:
    power = Finding(type="added-duty", base="", target="收费", message="", rule="new-fee")
    added = replace(comparison.rows[3], findings=(power,))
    both = replace(comparison, rows=(comparison.rows[0], added), findings=())
    [group] = made(both, replace(both, rows=(*comparison.rows[:3], added))).groups["set"]
    assert [(entry.rows, entry.base_place) for entry in group.entries] == [((2,), "上位法一")]
    [alone] = made(both).groups["set"][0].entries
    assert (alone.rows, alone.base_place) == ((2,), "")


@pytest.mark.parametrize("rules", [("modality",), ("new-fee",), ("dropped-duty",), ("look-alike",)])
def test_every_list_of_a_memo_has_a_head_that_is_repeated_on_every_page(
    comparison: Comparison, rules: tuple[str, ...]
) -> None:
    data = render(checked(with_rules(comparison, *rules)), ui="zh", date=DAY)
    _facts, *lists = docx.Document(io.BytesIO(data)).tables
    for one in lists:
        assert one.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    heads = [[cell.text for cell in one.rows[0].cells] for one in lists]
    [listed] = [head for head in heads if head[0] == "序号"]
    assert listed[1] == "表中序号"
    assert listed[2:4] in (["上位法", "本规定"], ["本规定条款", "上位法条款"])


def test_what_is_told_in_short_stands_place_by_place_with_its_words_cut(comparison: Comparison) -> None:
    long = "蓄须者应当每月在街道设立的理发点由取得资格的理发师修剪胡须并且保持整洁"
    found = Finding(type="scope", base=long, target=long.replace("理发师", "美发师傅"), message="", rule="scope")
    row = replace(comparison.rows[1], findings=(found,))
    shown = made(replace(comparison, rows=(row,), findings=()))
    [place] = shown.rest
    [brief] = place.pairings[0].briefs
    said = "".join(f"[{run.text}]" if run.style != "plain" else run.text for run in brief.runs)
    assert said == "…点由取得资格的[理发师][美发师傅]修剪胡须并且保持整洁"
    assert [(asked.kind, asked.size, asked.asks) for asked in shown.asked] == [("范围限定", 1, asks("scope", "zh"))]
    assert shown.numbered(shown.asked[0].judged_by) == "1"


def test_an_omitted_item_names_the_others_of_its_list_that_are_kept(comparison: Comparison) -> None:
    def named(number: int) -> str:
        return f"art_3__point_{number}"

    leaf = comparison.base.provisions[2]
    items = tuple(leaf._replace(eid=named(n), level="point", num=f"（{n}）") for n in (1, 2, 3))
    base = replace(comparison.base, provisions=(*comparison.base.provisions[:2], *items))
    same, _, gone, _ = comparison.rows
    kept = [replace(same, link=same.link._replace(base=(named(n),))) for n in (1, 3)]
    lost = replace(gone, link=gone.link._replace(base=(named(2),)))
    shown = replace(comparison, base=base, rows=(*kept, lost))
    [note, *_] = table(shown, ui="zh", date=DAY).lines[2].notes
    words = note.words
    assert note.head == "列举"
    assert "本规定有对应，本项没有，请核对列举是否完整。" in words
    assert words in text.render(shown, colour=False, ui="zh")
    [omission] = memo(checked(shown), ui="zh", date=DAY).parts[0].omissions
    assert omission.kept == "同列第1项、第3项有对应"


def test_words_before_a_list_that_is_added_in_part_are_cited_in_their_place(comparison: Comparison) -> None:
    leaf = comparison.target.provisions[2]
    items = tuple(leaf._replace(eid=f"art_3__point_{n}", level="point", num=f"（{n}）") for n in range(1, 21))
    target = replace(comparison.target, provisions=(*comparison.target.provisions[:2], leaf._replace(children=items)))
    added = comparison.rows[3]
    eids = ["art_3", *(item.eid for item in items if item.eid != "art_3__point_7")]
    rows = tuple(replace(added, link=added.link._replace(target=(eid,))) for eid in eids)
    [group] = made(replace(comparison, target=target, rows=rows, findings=())).added
    assert group.size == 20
    assert group.places == "第三条（列举前的文字）、第三条第1项至第6项、第8项至第20项"
