"""The order of findings, their messages, and what is said once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparison.findings.reading import document, found

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.findings import Frame, grouped, row_findings
from policydiff.comparison.findings.table import CHANGE_RULES
from policydiff.comparison.findings.told import MOST_IN_A_ROW
from policydiff.gravity import RULES, place, weight
from policydiff.messages import MESSAGE, message
from policydiff.model import Comparison, Finding, FindingType, Language, Link, Row, Source
from policydiff.parsing import parse

LANGUAGES: tuple[Language, ...] = ("zh", "en")
CONCLUSIONS = ("违法", "无效", "抵触", "unlawful", "illegal", "invalid", "void")


def compared(base: str, target: str) -> Comparison:
    one, other = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in (base, target))
    return compare(align(one, other))


def test_every_rule_has_a_place_and_a_message() -> None:
    assert {rule.__name__.replace("_", "-") for rule, _ in CHANGE_RULES} <= RULES == set(MESSAGE)


def test_what_binds_stands_before_what_only_states() -> None:
    binding, stating = (
        Finding(type="dropped-duty", base=words, target="", message="", rule="dropped-duty")
        for words in ("应当每月修剪", "加强协调")
    )
    actor = replace(binding, type="actor", rule="actor")
    assert place(binding) < place(actor) < place(stating)
    added, more = (replace(one, base="", target=one.base, rule="added-duty") for one in (binding, stating))
    assert place(binding) < place(added) < place(actor) < place(more)


def test_what_names_no_known_rule_stands_where_its_type_does() -> None:
    scope = Finding(type="scope", base="会员", target="全体会员", message="", rule="scope")
    slip = replace(scope, type="drafting", rule="a rule of tomorrow")
    assert place(replace(scope, rule="")) == place(replace(scope, rule="a rule of tomorrow")) == place(scope)
    assert place(scope) < place(slip)
    assert (weight(scope), weight(slip)) == ("then", "drafting")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", MESSAGE)
def test_a_message_is_one_sentence_that_asks_and_does_not_judge(rule: str, language: Language) -> None:
    for base, target in (("甲", "乙"), ("甲", ""), ("", "乙")):
        said = message(rule, base, target, language, count=3)
        assert ("请核对" in said) if language == "zh" else ("check" in said)
        assert "{" not in said
        assert not any(word in said for word in CONCLUSIONS)


def test_what_a_reviewer_must_see_stands_first() -> None:
    base = "理发店不得染须，应当在五日内申报，由省理发协会审批。"
    target = "理发店染须应当登记，应当在十日内申报，由区理发小组审批，并备好毛巾。"
    ranks = [place(finding) for finding in found(base, target)]
    assert ranks == sorted(ranks)
    assert len(ranks) > 2


def test_a_row_that_is_written_anew_is_not_drowned_in_findings() -> None:
    base = (
        "；".join(
            f"理发店应当{act}" for act in ("清扫地面", "消毒剪刀", "更换毛巾", "擦拭镜子", "登记姓名", "公布价格")
        )
        + "。"
    )
    target = (
        "；".join(f"街道可以{act}" for act in ("植树造林", "疏浚河道", "组织灯会", "修缮桥梁", "评选先进", "发放补贴"))
        + "。"
    )
    assert 0 < len(found(base, target)) <= MOST_IN_A_ROW


def test_a_body_renamed_all_through_is_one_finding_with_its_count() -> None:
    acts = ("清扫全部地面和门厅", "消毒剪刀、梳子和须刷", "更换毛巾并登记日期", "擦拭镜子和玻璃橱窗")
    base, target = (
        "".join(f"第{n}条 {body}应当{act}。\n" for n, act in zip("一二三四", acts, strict=True))
        for body in ("省理发协会", "区理发小组")
    )
    comparison = compared(base, target)
    assert [(f.rule, f.type, f.base, f.target) for f in comparison.findings] == [
        ("renamed", "actor", "省理发协会", "区理发小组")
    ]
    assert comparison.findings[0].count == 4
    assert "4" in comparison.findings[0].message
    assert comparison.findings[0].eid == comparison.rows[0].link.target[0]
    assert [row.status for row in comparison.rows] == ["changed"] * 4
    assert all(row.findings == () for row in comparison.rows)


def test_a_sum_that_is_another_all_through_is_no_name() -> None:
    base = "".join(
        f"第{number}条 {who}应当登记。会费每年二百元。\n" for number, who in zip("一二三", "甲乙丙", strict=True)
    )
    found = compared(base, base.replace("二百", "三百"))
    assert not found.findings
    assert [one.rule for row in found.rows for one in row.findings] == ["number"] * 3


def test_a_body_renamed_in_two_places_is_told_at_both() -> None:
    acts = ("清扫全部地面和门厅", "消毒剪刀、梳子和须刷")
    base, target = (
        "".join(f"第{n}条 {body}应当{act}。\n" for n, act in zip("一二", acts, strict=True))
        for body in ("省理发协会", "区理发小组")
    )
    assert [f.rule for row in compared(base, target).rows for f in row.findings] == ["actor", "actor"]


def renamed(*bodies: tuple[str, str]) -> list[tuple[str, str, int]]:
    """What is told of a whole rule that says other bodies in these places: the words of both sides and how often."""
    acts = ("清扫全部地面和门厅", "消毒剪刀、梳子和须刷", "更换毛巾并登记日期", "擦拭镜子和玻璃橱窗")
    base, target = (
        "".join(f"第{n}条 {body}应当{act}。\n" for n, act, body in zip("一二三四", acts, side, strict=False))
        for side in zip(*bodies, strict=True)
    )
    return [(f.base, f.target, f.count) for f in compared(base, target).findings if f.rule == "renamed"]


def test_one_rename_at_several_levels_is_one_finding_in_its_shortest_words() -> None:
    levels = ("县级以上地方人民政府", "", "省人民政府")
    told = renamed(*((f"{level}理发管理部门", f"{level}须务机关") for level in levels))
    assert told == [("理发管理部门", "须务机关", 3)]


def test_a_rename_is_told_at_a_provision_that_holds_its_words() -> None:
    acts = (
        ("一", "县级以上地方人民政府", "清扫全部地面和门厅"),
        ("二", "省人民政府", "更换毛巾并登记日期"),
        ("三", "", "消毒剪刀、梳子和须刷"),
    )
    comparison = compared(
        *("".join(f"第{n}条 {of}{body}应当{act}。\n" for n, of, act in acts) for body in ("理发管理部门", "须务机关"))
    )
    [told] = comparison.findings
    assert (told.target, told.eid) == ("须务机关", "art_3__para_1")
    leaf = next(leaf for leaf in comparison.target.leaves() if leaf.eid == told.eid)
    assert told.target in leaf.text


def test_what_a_central_body_does_in_the_law_is_one_adaptation_from_the_second_place_on() -> None:
    twice = (("国务院理发主管部门", "省理发主管部门"), ("国务院理发主管部门", "县级以上人民政府理发主管部门"))
    assert renamed(*twice) == [("国务院理发主管部门", "省理发主管部门", 2)]
    assert renamed(("国家", "省人民政府"), twice[0]) == []


def test_a_city_s_rule_does_not_speak_for_the_province() -> None:
    base, target = "第一条 县级以上人民政府应当公布须谱。\n", "第一条 市、县人民政府应当公布须谱。\n"
    told = [
        [f.rule for row in compared(base, f"{place}理发条例\n{target}").rows for f in row.findings]
        for place in ("须河省", "须河市")
    ]
    assert told == [["actor"], []]


def test_one_body_at_other_levels_is_not_one_rename() -> None:
    assert renamed(("省人民政府", "县人民政府"), ("市人民政府", "省人民政府"), ("县人民政府", "市人民政府")) == []


def test_an_amount_in_an_added_provision_is_found_there() -> None:
    rest = "第一条 理发店自每日清晨营业，备好毛巾。\n"
    added = compared(rest, rest + "第二条 违反规定的，处五千元以下罚款。\n").rows[-1]
    assert added.status == "added"
    assert [(f.rule, f.base) for f in added.findings] == [("added-fine", "")]


def test_the_caption_of_an_item_is_no_duty_that_the_target_adds() -> None:
    base = "第一条 胡须小组应当每月登记理发店，公布收费标准。\n第二条 学徒应当清扫店堂。\n"
    target = "一、要求\n（一）明确登记事项。胡须小组应当每月登记理发店，公布收费标准。\n（二）学徒应当清扫店堂。\n"
    told = [f for row in compared(base, target).rows for f in row.findings]
    assert not any("明确登记事项" in finding.target for finding in told)
    duty = target.replace("明确登记事项。", "明确登记事项，")
    assert any("明确登记事项" in f.target for row in compared(base, duty).rows for f in row.findings)


def row(base: str, target: str, *findings: tuple[str, FindingType, str, str]) -> Row:
    """A changed row of one provision a side with its findings."""
    told = tuple(Finding(rule=rule, type=kind, base=old, target=new, message="") for rule, kind, old, new in findings)
    return Row(link=Link(base=(base,), target=(target,), basis="text", score=1.0), status="changed", findings=told)


def test_a_rename_in_a_row_of_two_provisions_is_told_at_the_one_that_holds_it() -> None:
    rows = [row(f"art_{n}", f"art_{n}", ("actor", "actor", "理发管理部门", "须务机关")) for n in (1, 3, 4)]
    rows[0] = replace(rows[0], link=rows[0].link._replace(target=("art_1", "art_2")))
    _, [once] = grouped(rows, {}, document("理发店应当公布须谱。", "须务机关应当公布须谱。"))
    assert (once.eid, once.count) == ("art_2", 3)


@pytest.mark.parametrize(("place", "times"), [("art_9", 0), ("art_8", 1)])
def test_an_amount_that_one_row_lays_beside_the_base_s_is_not_told_as_new_in_another(place: str, times: int) -> None:
    new = "自收到申请之日起七日内登记"
    first = row("art_1", place, ("number", "number", "", new))
    second = row("art_2", "art_9", ("number", "number", "应当及时登记", new))
    rows, _ = grouped((first, second), {}, document())
    assert [len(one.findings) for one in rows] == [times, 1]


def test_what_is_new_in_a_provision_of_two_rows_is_told_beside_what_comes_nearest_to_it() -> None:
    new = "并为染须的顾客备好毛巾"
    far = row("art_1", "art_9", ("added-duty", "added-duty", "理发店应当登记", new))
    near = row("art_2", "art_9", ("added-duty", "added-duty", "备好毛巾和梳子", new))
    rows, _ = grouped((far, near), {}, document())
    assert [[finding.base for finding in row.findings] for row in rows] == [[], ["备好毛巾和梳子"]]


@pytest.mark.parametrize(
    ("lone", "nearly", "other"),
    [("dropped-duty", "dropped-in-part", "dropped-here"), ("added-duty", "added-in-part", "added-here")],
)
def test_one_clause_is_not_told_as_found_nowhere_and_as_nearly_said(lone: FindingType, nearly: str, other: str) -> None:
    one, shown, nearer = "并为染须的顾客备好毛巾", "备好梳子", "备好毛巾和梳子"

    def told(rule: str, beside: str) -> tuple[str, FindingType, str, str]:
        return (rule, lone, one, beside) if lone == "dropped-duty" else (rule, lone, beside, one)

    rows = (
        row("art_1", "art_1", told(lone, nearer)),
        row("art_1", "art_1", told(nearly, shown)),
        row("art_1", "art_1", told(other, nearer)),
    )
    once, _ = grouped(rows, {"art_1": one}, document(one))
    assert [[finding.rule for finding in row.findings] for row in once] == [[], [], [other]]


def test_what_two_rows_say_is_told_where_the_superior_has_the_words_and_the_pair_is_beyond_doubt() -> None:
    words: tuple[str, FindingType, str, str] = ("left-open", "number", "年龄可以适当放宽", "但不得超过七十周岁")
    rows = [row("art_1", "art_9", words), row("art_2", "art_9", words), row("art_2", "art_9", words)]
    rows[1] = replace(rows[1], link=rows[1].link._replace(basis="doubtful"))
    once, _ = grouped(rows, {"art_1": "会长由协会选举。", "art_2": "店主年龄可以适当放宽。"}, document())
    assert [len(one.findings) for one in once] == [0, 0, 1]


def test_one_addition_in_two_provisions_is_told_at_both_even_if_they_bear_the_number_of_one_of_the_base() -> None:
    told: tuple[str, FindingType, str, str] = ("added-duty", "added-duty", "", "并为染须的顾客备好毛巾")
    rows, _ = grouped((row("art_1", "art_9", told), row("art_9", "art_8", told)), {}, document())
    assert [len(row.findings) for row in rows] == [1, 1]


def test_what_another_row_of_the_same_provision_answers_is_not_told_as_new_in_this_one() -> None:
    base = document("理发店应当登记。", "染须的人员应当佩戴协会制作的标志。")
    target = document("理发店应当登记，并公布收费标准。染须师应当佩戴协会统一制作的标志。")
    here, other = (Link(base=(eid,), target=("art_1",), basis="text", score=0.9) for eid in ("art_1", "art_2"))
    texts = base.provisions[0].text, target.provisions[0].text
    by_itself = row_findings(*texts, Frame.of(base, target, (here,)), here.sides)
    assert {f.rule for f in by_itself} == {"added-duty", "added-here"}
    told = row_findings(*texts, Frame.of(base, target, (here, other)), here.sides)
    assert [f.target for f in told] == ["理发店应当登记，并公布收费标准"]


def test_what_the_rule_applies_by_the_number_of_its_article_is_not_gone() -> None:
    base = document("理发店应当登记。", "无证染须的，由协会没收工具，处五百元罚款。", title="中华人民共和国理发法")
    sends, silent = (
        document("理发店应当登记。", f"无证染须的，{then}。", title="某市理发条例")
        for then in ("依照《中华人民共和国理发法》第二条的规定处理", "应当参加培训")
    )
    for target, gone in ((sends, False), (silent, True)):
        link = Link(base=("art_2",), target=("art_2",), basis="text", score=0.9)
        texts = base.provisions[1].text, target.provisions[1].text
        told = row_findings(*texts, Frame.of(base, target, (link,)), link.sides)
        assert ("dropped-duty" in {finding.rule for finding in told}) is gone
