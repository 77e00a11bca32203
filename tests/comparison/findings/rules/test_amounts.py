"""Amounts and times: what is told of a change, and beside what each stands."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules

from policydiff.comparison.findings import Frame, added_findings
from policydiff.model import Candidate


def test_that_something_is_done_at_once_or_not_is_told() -> None:
    base, target = "发生须火的，店主应当立即组织灭火。", "发生须火的，店主应当组织灭火。"
    assert quoted("number", base, target) == [("店主应当立即组织灭火", "店主应当组织灭火")]
    assert "number" in rules(target, base)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("须长≤30毫米的，免于登记。", "须长≥30毫米的，免于登记。"),
        ("最近连续三个须季没有违法的，可以申请。", "应当最近连续2个须季没有违法的，可以申请。"),
        ("水温应当保持在-18℃以下。", "水温应当保持在18℃以下。"),
        ("须油和水按1:1.2配制。", "须油和水按1.1:2配制。"),
        ("理发店上午9：30开门。", "理发店上午10：30开门。"),
        ("每日加收2‰的滞纳金。", "每日加收2%的滞纳金。"),
    ],
)
def test_whatever_is_counted_another_number_is_told_with_its_clause_whole(base: str, target: str) -> None:
    assert [kind for kind in rules(base, target) if kind == "number"] == ["number"]
    [(old, new)] = quoted("number", base, target)
    assert (old in base, new in target) == (True, True)
    assert all(mark in old + new for mark in "≤≥-:：‰%" if mark in base + target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("违反第三条规定的，不得营业。", "违反第五条规定的，不得营业。"),
        ("自2017年8月15日起修剪胡须。", "自2021年5月1日起修剪胡须。"),
        ("水温不低于1,000度。", "水温不低于1000度。"),
        ("是指须龄100年以上的老人。", "是指须龄在百年以上的老人。"),
    ],
)
def test_another_provision_or_date_and_other_print_are_no_other_number(base: str, target: str) -> None:
    assert "number" not in rules(base, target)


def test_that_something_is_done_in_time_is_no_number() -> None:
    assert "number" not in rules("店主应当及时清扫地面。", "店主应当清扫地面。")


def test_at_once_in_other_words_is_no_number() -> None:
    assert "number" not in rules("发生须火的，店主方可组织灭火。", "发生须火的，店主立即组织灭火。")


@pytest.mark.parametrize(
    ("base", "target", "shown"),
    [
        ("店主应当定期检查染须设备。", "协会应当建档，每五年普查一次染须设备。", "店主应当定期检查染须设备"),
        ("会员有权依章程提出染须的议案。", "会员五人以上联名，可以提出染须的议案。", "会员有权依章程提出染须的议案"),
        (
            "协会应当指导店主，合理设置学徒学校，帮助学徒学校开课。",
            "学徒三十人以上的店应当至少设立一所学徒学校，帮助学徒学校开课。",
            "合理设置学徒学校",
        ),
    ],
)
def test_beside_an_amount_stands_what_it_makes_precise(base: str, target: str, shown: str) -> None:
    assert shown in [old for old, _ in quoted("left-open", base, target)]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        # what sets an amount that the target has as well is answered by that
        ("提高染须价格应当提前六个月公布。", "提高染须价格应当提前六个月公布；提高同一染须价格的间隔不得低于三年。"),
        ("协会应当制定规划，培养学徒。", "协会应当制定规划。理发店应当备有三台以上须刨。"),
    ],
)
def test_beside_an_amount_for_a_thing_of_its_own_stands_nothing(base: str, target: str) -> None:
    assert [old for old, _ in quoted("number", base, target)] == [""]


def test_what_both_leave_open_is_not_what_an_amount_makes_precise() -> None:
    base = "理发店应当组织防火检查，及时消除染须隐患。"
    target = "大店应当每月、小店应当每季度至少进行一次全面防火检查，及时消除染须隐患。"
    assert [old for old, _ in quoted("left-open", base, target)] == ["理发店应当组织防火检查"]


def test_an_amount_is_quoted_in_its_whole_clause_and_a_time_with_what_is_then_done() -> None:
    base = "店主应当登记染须设备。"
    whole = "并自染须店设立之日起三十日内，将设备的名称、产地、数量和用途报所在街道的染须协会备案"
    target = f"店主应当登记染须设备，{whole}。"
    assert whole in [new for _, new in quoted("left-open", base, target)]


def test_what_an_amount_makes_precise_is_shown_with_what_it_is_said_of() -> None:
    base = "协会取得的理发图样复制件，应当汇交给街道办事处。"
    target = "协会应当登记理发店。协会应当在调查结束后六十日内，将图样复制件汇交街道办事处。"
    assert "协会取得的理发图样复制件，应当汇交给街道办事处" in [old for old, _ in quoted("left-open", base, target)]


def test_a_time_of_which_another_clause_has_taken_the_counterpart_has_none() -> None:
    base = "协会应当自受理申请之日起四十五日内进行审查。不予批准的，书面通知店主。"
    target = "协会应当自受理申请之日起三十日内审查，确需延长的，经会长批准，可以延长十日。不予批准的，书面通知店主。"
    assert [old for old, new in quoted("number", base, target) if "延长十日" in new] == [""]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("强行染须的，处1万元以上10万元以下罚款。", "强行染须的，处一万元以上十万元以下罚款。"),
        ("强行染须的，处10000元罚款，没收剪刀。", "强行染须的，没收剪刀，处一万元罚款。"),
        ("店主应当缴纳1.5万元，留存3%。", "店主应当缴纳一万五千元，留存百分之三。"),
    ],
)
def test_equal_sums_are_neither_another_number_nor_missing_nor_new(base: str, target: str) -> None:
    assert not rules(base, target)
    assert not rules(target, base)


def test_of_two_fines_the_one_that_is_gone_is_told_and_not_its_equal_in_other_numerals() -> None:
    base = "无证染须的，处3万元以上20万元以下罚款。强行染须的，处1万元以上10万元以下罚款。"
    told = found(base, "强行染须的，处一万元以上十万元以下罚款。")
    assert not any("1万元" in finding.base for finding in told)
    assert any("3万元以上20万元" in finding.base for finding in told)


@pytest.mark.parametrize(
    ("base", "target", "amount"),
    [
        ("本条例自2011年3月1日起施行。", "须证有效期五年。", "须证有效期五年"),
        ("无证染须的，由协会责令限期改正。", "无证染须的，三年内不得从事理发。", "三年内不得从事理发"),
    ],
)
def test_an_amount_beside_a_clause_of_another_thing_stands_alone(base: str, target: str, amount: str) -> None:
    assert quoted("number", base, target) == [("", amount)]


def test_a_time_to_put_a_thing_right_makes_precise_how_soon_that_must_be() -> None:
    base, target = "无证染须的，由协会责令限期改正。", "无证染须的，由协会责令三十日内改正。"
    assert quoted("left-open", base, target) == [("由协会责令限期改正", "由协会责令三十日内改正")]


def test_a_new_amount_stands_beside_the_one_it_replaces() -> None:
    base = "店主缴纳一万元以下的保证金。"
    target = "地面未清扫的，店主缴纳二千元以下的保证金；毛巾未消毒的，店主缴纳五千元以下的保证金。"
    assert quoted("number", base, target) == [
        ("店主缴纳一万元以下的保证金", "店主缴纳二千元以下的保证金"),
        ("店主缴纳一万元以下的保证金", "店主缴纳五千元以下的保证金"),
    ]


def test_a_time_is_laid_beside_the_time_that_another_clause_of_the_other_side_sets() -> None:
    base = "协会应当自收到申请之日起七日内审查，决定是否发给须证。"
    target = "协会收到染须店的申请后应当审查，在五个工作日内决定是否发给须证。"
    assert any("七日" in old and "五个工作日" in new for old, new in quoted("number", base, target))


def test_a_time_that_is_compared_already_is_no_counterpart_of_another() -> None:
    base = "协会应当自收到申请之日起六十日内办结；情况复杂的，经会长批准，可以延长三十个工作日。"
    target = "协会应当自收到申请之日起三十日内办结，情况复杂的，经会长批准，可以延长，但最长不得超过二十日。"
    assert quoted("number", base, target) == [
        ("协会应当自收到申请之日起六十日内办结", "协会应当自收到申请之日起三十日内办结"),
        ("可以延长三十个工作日", "但最长不得超过二十日"),
    ]


def test_of_one_rule_what_two_clauses_say_comes_before_what_stands_alone() -> None:
    fees = "；".join(f"用{tool}的，缴纳{n}千元以上六千元以下费用" for n, tool in ("一剪", "二梳", "三镜", "四刷"))
    base, target = "染须店可以缴纳七千元以下费用。", f"{fees}；染须店缴纳八千元以下费用。"
    assert quoted("number", base, target)[0] == ("染须店可以缴纳七千元以下费用", "染须店缴纳八千元以下费用")


def test_a_duty_is_compared_with_the_duty_and_not_with_the_naming_of_its_breach() -> None:
    base = "须膏中的染料不得超过规定的比例。"
    target = "须膏中染料的比例不得超过百分之五。\n须膏中的染料超过规定比例的，没收须膏。"
    assert ("须膏中的染料不得超过规定的比例", "须膏中染料的比例不得超过百分之五") in quoted("left-open", base, target)


def test_the_case_of_something_else_is_not_shown_beside_a_new_amount() -> None:
    base, time = "染须店使用公用剪刀的，报协会批准。", "染须店使用的公用剪刀应当自备好之日起二十日内消毒"
    assert ("", time) in quoted("number", base, f"街道办事处应当为染须店备好毛巾。{time}。")


def test_an_amount_is_told_beside_what_the_base_sets_for_the_same_thing() -> None:
    base = "会员丧葬补助金为6个月的会员月平均工资；一次性安家补助金标准为上一年度会员人均收入的20倍。"
    was = "一次性安家补助金标准为上一年度会员人均收入的20倍"
    becomes = "一次性安家补助金标准为五十四个月的会员月平均工资"
    assert quoted("number", base, f"{becomes}。") == [(was, becomes)]
    assert not quoted("dropped-duty", base, f"{becomes}。")


def test_an_amount_at_the_end_of_a_long_sentence_that_is_new_is_told() -> None:
    base, fee = "理发店应当清扫地面。", "缴纳一千元以下费用"
    breach = "违反规定，应当登记的染须工具没有按照须谱逐件登记造册并妥善保管的"
    new = f"{base}{breach}，责令限期改正并在店堂的显著位置公示其全部过错及改正的情况，{fee}"
    assert quoted("number", base, f"{new}。") == [("", fee)]
    assert not quoted("number", f"{new}。", f"{new}，并予以警告。")


def test_an_amount_in_a_clause_that_is_no_change_stands_before_what_is_merely_new() -> None:
    base, fee = "理发店应当清扫地面。", "缴纳一千元以下费用"
    breach = "违反规定，应当登记的染须工具没有按照须谱逐件登记造册并妥善保管的"
    new = f"{base}{breach}，责令限期改正并在店堂的显著位置公示其全部过错及改正的情况，{fee}。"
    assert [finding.rule for finding in found(base, new)] == ["number", "added-duty"]


def test_how_often_a_new_duty_is_met_is_no_number_unless_it_is_counted() -> None:
    base = "理发店应当清扫地面。"
    assert rules(base, "理发店应当清扫地面，并定期清洗毛巾。") == {"added-duty"}
    assert "number" in rules(base, "理发店应当清扫地面，并每月清洗毛巾。")


def test_an_amount_in_a_provision_that_is_added_stands_beside_what_leaves_it_open_but_not_what_is_ruled_out() -> None:
    base, target = document("理发店的店员中应当有适当数量的学徒。"), document("理发店的店员中至少有一名学徒。")
    near = Candidate(eid="art_1", score=0.2)
    for other in (near, Candidate(eid="art_1", score=0.01)):
        (one,) = added_findings("理发店的店员中至少有一名学徒。", Frame.of(base, target), ("art_1",), (other,))
        assert (one.rule, one.base, one.target) == (
            "left-open", "理发店的店员中应当有适当数量的学徒", "理发店的店员中至少有一名学徒",
        )  # fmt: skip
        assert one.differing == (("适当数量", "至少有一名"),)
    ruled_out = near._replace(ruled_out=True)
    (one,) = added_findings("理发店的店员中至少有一名学徒。", Frame.of(base, target), ("art_1",), (ruled_out,))
    assert (one.rule, one.base) == ("number", "")


@pytest.mark.parametrize(
    ("base", "target", "words"),
    [
        ("协会应当及时答复顾客的投诉。", "协会应当在三日内答复顾客的投诉。", (("及时", "三日内"),)),
        ("店员中应当有适当数量的学徒。", "店员中应当有至少三名学徒。", (("适当数量", "至少三名"),)),
        ("店主应当缴纳会费。", "店主应当缴纳会费五百元。", ()),
    ],
)
def test_an_amount_that_the_superior_leaves_open_is_told_with_the_words_that_do(
    base: str, target: str, words: tuple[tuple[str, str], ...]
) -> None:
    assert [f.differing for f in found(base, target) if f.rule == "left-open"] == [words]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("会员有权提议召集会议。", "会员五分之一以上联名，有权提议召集会议。"),
        ("理发店应当安排学徒。", "理发店应当安排学徒，学徒人数不低于职工总数的百分之十。"),
        ("协会应当设立染须处。", "协会应当至少设立一处染须处。"),
    ],
)
def test_an_amount_beside_a_clause_that_simply_sets_none_is_left_open_there(base: str, target: str) -> None:
    assert "left-open" in rules(base, target)


def test_another_amount_is_not_one_that_is_left_open() -> None:
    assert rules("协会应当在五日内答复投诉。", "协会应当在三日内答复投诉。") == {"number"}


def test_an_amount_that_another_article_of_the_superior_sets_for_the_same_thing_is_not_told() -> None:
    base = document("理发店应当清扫地面。", "理发店的剪刀闲置超过三个月的，应当送交协会保管。")
    own = "闲置超过三个月的剪刀，理发店应当送交协会保管。"
    told = added_findings(own, Frame.of(base, document(own)), ("art_1",))
    assert "number" not in {one.rule for one in told}
    other = "学徒旷课超过三个月的，理发店应当报告协会。"
    told = added_findings(other, Frame.of(base, document(other)), ("art_1",))
    assert "number" in {one.rule for one in told}


def test_an_amount_is_left_open_by_a_clause_that_says_who_sets_it_behind_a_comma() -> None:
    base = document("理发店应当清扫地面。", "染须会员会费的具体标准，由理事会规定。")
    own = "染须会员会费的标准为每年二百元。"
    (one,) = added_findings(own, Frame.of(base, document(own)), ("art_1",))
    assert (one.rule, one.base) == ("left-open", "染须会员会费的具体标准，由理事会规定")


def test_what_is_done_each_school_year_is_counted() -> None:
    assert rules("学徒应当定期体检。", "学徒应当每学年体检。") == {"left-open"}


def test_an_amount_does_not_stand_beside_a_clause_of_another_matter() -> None:
    base = "染须街内的理发店和个人应当遵守经批准的染须街规划。"
    target = "染须街规划组织编制协会应当自规划批准之日起三十日内，向会员公布规划的主要内容。"
    assert [old for old, _ in quoted("left-open", base, target)] == []


def test_a_word_that_names_no_number_is_told_where_the_clauses_say_one_thing() -> None:
    assert rules("协会应当检查染须设备。", "协会应当定期检查染须设备。") == {"number"}
    base = "染须店的毛巾应当干净。"
    assert "number" not in rules(base, f"{base}染须店应当定期举办剪须比赛。")
    assert "number" not in rules(base, "染须店应当定期举办毛巾展览。")


def test_who_has_been_fined_is_not_fined_by_that() -> None:
    base = "染须店受到罚款处罚，被责令改正，拒不改正的，可以按照原处罚数额按日连续处罚。"
    target = "染须店不用毛巾的，责令改正，处三百元罚款；拒不改正的，按照原处罚数额按日连续处罚。"
    assert "受到罚款处罚" not in [old for old, _ in quoted("number", base, target)]


def test_a_time_to_ask_is_not_set_beside_a_time_in_which_another_has_not_done_it() -> None:
    base = "顾客有权自染须之日起七日内要求重染。"
    target = "自收到重染要求之日起十五日内未重染的，视为故意拖延。"
    assert base.rstrip("。") not in [old for old, _ in quoted("number", base, target)]


def test_a_day_of_24_hours_in_which_a_thing_is_not_done_is_a_time() -> None:
    assert rules("须火24小时尚未扑灭的，报告协会。", "须火十二小时尚未扑灭的，报告协会。") == {"number"}
    assert "number" not in rules("理发店应当二十四小时营业。", "理发店应当营业。")


def _new_amounts(text: str) -> list[str]:
    """The amounts told of a provision that the target adds."""
    base, target = document("协会制定须谱。"), document(text)
    return [one.target for one in added_findings(text, Frame.of(base, target), ("art_1",)) if one.type == "number"]


@pytest.mark.parametrize("text", ["本办法自公布之日起施行，有效期五年。", "本办法的有效期为五年。"])
def test_how_long_the_rule_itself_is_in_force_is_no_amount(text: str) -> None:
    assert not _new_amounts(text)
    assert "number" not in rules("本条例自2011年3月1日起施行。", text)


@pytest.mark.parametrize("text", ["须证由协会发给，有效期五年。", "本办法规定的须证有效期为五年。"])
def test_how_long_something_else_is_valid_is_one(text: str) -> None:
    assert _new_amounts(text)
