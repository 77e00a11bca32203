"""What binds whom: duties, choices and bans, and whether a penalty may or must be imposed."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules, told_in_row

from policydiff.comparison.findings import Frame, row_findings
from policydiff.model import Both

MUST = "染须不用毛巾的，由理发协会责令改正，处一百元以上五百元以下的罚款。"
MAY = "染须不用毛巾的，由理发协会责令改正，可以处一百元以上三百元以下的罚款。"


def test_a_fine_that_must_be_imposed_and_one_that_may_be_differ_in_force() -> None:
    fines = "处一百元以上五百元以下的罚款", "可以处一百元以上三百元以下的罚款"
    assert quoted("modality", MUST, MAY) == [fines]
    assert quoted("modality", MAY, MUST) == [fines[::-1]]
    assert "fine-beyond" in {rule for rule, *_ in told_in_row(MAY, MUST)}


@pytest.mark.parametrize(
    "may",
    [
        "染须不用毛巾的，理发协会可以责令改正，并处一百元以上三百元以下的罚款。",
        "染须不用毛巾的，由理发协会责令改正，可并处一百元以上三百元以下的罚款。",
    ],
)
def test_a_fine_to_which_the_power_before_it_leads_may_be_imposed(may: str) -> None:
    assert "modality" not in rules(MAY, may)


def test_fines_for_two_acts_are_not_compared_in_force() -> None:
    other = "学徒剪发不戴帽子的，由理发协会责令改正，可以处一百元以上三百元以下的罚款。"
    row = Both(("art_1",), ("art_1",))
    told = [row_findings(MUST, new, Frame.of(document(MUST), document(new)), row) for new in (MAY, other)]
    assert ["modality" in {f.rule for f in found} for found in told] == [True, False]


def test_what_is_said_to_be_done_by_somebody_binds_him_without_a_word_of_force() -> None:
    base, target = "县级以上人民政府建立染须预警制度。", "县级以上人民政府应当建立染须预警制度。"
    assert not rules(base, target)
    assert rules("染须价目在店堂公布。", "染须价目应当在店堂公布。") == {"modality"}


def test_a_prohibition_of_another_act_is_no_duty_turned_round() -> None:
    assert "modality" not in rules("店主开设染须店必须遵守以下规定，", "店主不得转让开设染须店的证书，")
    assert "modality" not in rules("染须店的店主应当按时拨付染须经费。", "染须店的店主的染须经费不得低于剪须经费。")
    assert "modality" in rules("协会应当发给染须合格标志。", "协会不予核发染须合格标志。")


def test_what_ought_to_be_done_and_was_not_is_no_duty() -> None:
    assert "modality" not in rules("店主应当取得而未取得染须证。", "店主未取得染须证。")


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("协会应当鼓励学徒学习剪须。", "协会可以鼓励学徒学习剪须。"),
        ("协会应当协调、引导会员学习剪须。", "协会可以协调、引导会员学习剪须。"),
        ("协会应当告知会员禁止染须的理由。", "协会可以告知会员禁止染须的理由。"),
        ("审查时，应当委托与申请人无关的技术支持单位剪须。", "审查时，可以委托与申请人无关的技术支持单位剪须。"),
    ],
)
def test_a_duty_that_becomes_a_choice_is_told_whatever_the_clause_speaks_of(base: str, target: str) -> None:
    assert [finding.rule for finding in found(base, target)] == ["modality"]


def test_anybody_at_all_is_anybody_whatever_joins_the_words() -> None:
    assert "alternative" not in rules("任何单位或者个人不得占用剪刀。", "任何单位和个人不得占用剪刀。")


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("协会逐步提高学徒的工资。", "协会提高学徒的工资。"),
        ("协会应当安排年老的学徒值班。", "协会应当优先安排年老的学徒值班。"),
        ("学徒有权向协会查询工资。", "学徒可以向协会查询工资。"),
        ("协会可以为学徒提供剪刀。", "协会鼓励为学徒提供剪刀。"),
        ("店主都有保护胡须的义务。", "店主可以保护胡须。"),
        ("协会可根据需要设立分会。", "协会应当根据需要设立分会。"),
    ],
)
def test_a_word_that_says_how_far_a_clause_binds_is_a_matter_of_force(base: str, target: str) -> None:
    assert "modality" in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("国家鼓励须店、染店向社会开放。", "须店、染店应当向社会开放。"),
        ("国家鼓励店主公开价目。", "店主应当公开价目。"),
    ],
)
def test_what_the_state_favours_made_a_duty_of_those_who_do_it_is_told(base: str, target: str) -> None:
    assert rules(base, target) == {"modality"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("国家鼓励店主公开价目。", "理发行政主管部门应当公开价目。"),
        ("国家鼓励店主公开价目。", "应当公开价目。"),
        ("国家鼓励店主公开价目。", "鼓励店主公开价目。"),
    ],
)
def test_what_the_state_favours_is_the_task_of_local_authorities(base: str, target: str) -> None:
    assert "modality" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("国家鼓励学徒学习剪须。", "本省支持学徒学习剪须。"),
        ("学徒享有知悉工资的权利。", "学徒有权知悉工资。"),
        ("学徒享有权利，领取工资。", "学徒领取工资。"),
        ("本条例所称须区，是指必须实行管理的区域。", "本条例所称须区，是指实行管理的区域。"),
        ("店主可以按照规定申请剪刀。", "店主可按照规定申请剪刀。"),
        ("店主可以根据需要申请剪刀。", "店主可根据需要申请剪刀。"),
        ("阻碍他人报告须情的，处以警告。", "不得阻碍他人报告须情。"),
    ],
)
def test_what_binds_as_far_as_before_is_no_matter_of_force(base: str, target: str) -> None:
    assert "modality" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("街道办事处应当建立染须名录。", "街道办事处建立染须名录。"),
        ("店主应当每月清洗染须的剪刀。", "学徒清洗染须用过的剪刀和梳子。"),
        ("应当经协会同意后，学徒方可染须。", "经协会同意后，学徒方可染须。"),
        ("染须致人损害的，店主应当承担赔偿责任。", "染须致人损害的，店主承担赔偿责任。"),
        ("剪刀使用合同中应当具备保护学徒的条款。", "与学徒签订的剪刀使用合同中，"),
    ],
)
def test_what_binds_without_a_word_of_duty_is_no_weaker_nor_is_another_clause(base: str, target: str) -> None:
    assert "modality" not in rules(base, target) | rules(target, base)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("染须协会可以依法成立分会。", "染须协会的分会应当加强染须指导。"),
        ("国家鼓励学徒对染须进行监督。", "学徒有权对染须进行监督。"),
        ("国家鼓励和加强染须的科学研究。", "染须行政主管部门应当加强染须的科学研究。"),
        ("学徒享有染须秘密依法得到保护的权利。", "染须秘密应当依法得到保护。"),
        ("学徒享有依法成立维护自身权益的染须组织的权利。", "学徒有权依法成立维护自身权益的染须组织。"),
        ("本法适用于提倡染须方法、传播染须知识的活动。", "向公众传播染须知识、染须方法的活动。"),
    ],
)
def test_what_one_may_do_is_not_compared_with_what_others_must_do_about_it(base: str, target: str) -> None:
    assert "modality" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("市人民政府可以在染须店的周围划定一定的须区。", "市人民政府要划定染须店和周围的须区。"),
        ("省人民政府可以根据染须的需要制定价目。", "市人民政府应当根据染须的需要制定价目。"),
        ("学徒采用节约毛巾的染须方式。", "鼓励学徒采用节约毛巾的染须方式。"),
    ],
)
def test_a_choice_that_is_made_a_duty_or_the_other_way_round_is_told(base: str, target: str) -> None:
    assert "modality" in rules(base, target)


def test_other_things_that_are_joined_are_no_alternative() -> None:
    base = "因染须造成店堂和街面污染的，应当清洗。"
    assert "alternative" not in rules(base, "因染须造成顾客或者学徒污染的，应当清洗。")
    assert "alternative" in rules(base, "因染须造成店堂或者街面污染的，应当清洗。")


def test_what_a_question_asks_binds_nobody() -> None:
    base = "理发店应当保证理发师享受年休假。"
    assert "modality" in rules(base, "理发店可以保证理发师享受年休假。")
    assert "modality" not in rules(base, "理发店可以保证理发师享受年休假？")
