"""What a local rule does to those who break it beside penalties: bad credit, and what offices refuse."""

from __future__ import annotations

import pytest
from tests.comparison.findings.powers.test_powers import added, compared, rules

CREDIT, REFUSAL = "new-credit-sanction", "new-refusal"
RULE = "蓄须者应当每月修剪胡须。"


@pytest.mark.parametrize(
    "text",
    [
        "在街头叫卖假发的，由县级人民政府行业管理部门记入信用档案。",
        "行业管理部门应当将理发店的违法行为纳入公共信用信息平台。",
        "在街头叫卖假发的，责令改正；拒不改正的，列入失信名单并向社会公示。",
        "市行业管理部门应当建立理发店黑名单制度。",
        "对多次叫卖假发的理发店，由有关部门实施联合惩戒。",
        "弄虚作假骗取剃须奖励的，撤销奖励，记入信用档案。",
        "有下列情形之一的，由行业管理部门记入企业信用档案：",
    ],
)
def test_a_record_of_bad_credit_a_list_or_a_joint_sanction_is_told(text: str) -> None:
    assert rules(text) == [CREDIT]


@pytest.mark.parametrize(
    "text",
    [
        "在街头叫卖假发的，依法记入信用档案。",
        "在街头叫卖假发的，按照国家有关规定实施联合惩戒。",
        "理发店应当遵循诚实信用原则，不得叫卖假发。",
        "受到表彰的理发店，由行业管理部门记入信用档案，给予奖励。",
        "献血者获得表彰的，应当将表彰情况记入个人档案，并纳入公共信用信息平台。",
        "将理发店列入失信名单之前，应当听取其意见。",
        "理发店纠正违法行为的，应当终止将其列入失信名单。",
        "鼓励信用社为理发店提供贷款。",
        "行业管理部门应当建立理发店信用修复机制。",
        "理发店纠正违法行为的，应当移出失信名单。",
        "行业管理部门应当将政务失信信息纳入政务信用记录。",
        "行业管理部门应当将理发店的登记事项记入信用档案。",
    ],
)
def test_what_is_laid_down_elsewhere_good_or_taken_back_is_no_credit_sanction(text: str) -> None:
    assert CREDIT not in rules(text)


def test_a_superior_that_records_may_not_list() -> None:
    records = "行业管理部门应当将理发店违法行为记入信用记录。"
    assert CREDIT not in rules("在街头叫卖假发的，记入信用档案。", RULE, records)
    listed = added("行业管理部门应当将有违法行为的理发店列入失信名单。", RULE, records)
    [told] = [one for one in listed if one.rule == CREDIT]
    assert told.base == records.rstrip("。")
    experts = "剃须专家应当在专家名单中随机抽取。"
    assert CREDIT in rules("在街头叫卖假发的，列入不良行为记录名单。", RULE, experts)
    lists = "理发店有严重违法行为的，列入严重违法失信名单。"
    assert CREDIT not in rules("在街头叫卖假发的，列入理发业黑名单。", RULE, lists)
    entered = "Any shop that sells wigs in the street shall be entered in the credit record system."
    assert rules(entered, "The department shall trim beards.", language="en") == [CREDIT]
    assert rules(entered, "The department shall keep a blacklist of shops.", language="en") == []


def test_a_credit_sanction_is_quoted_with_what_it_is_for_and_with_all_that_those_listed_meet_with() -> None:
    words = "在街头叫卖假发的，由行业管理部门责令改正；拒不改正的，记入信用档案"
    [told] = added(f"{words}。")
    assert told.target == words
    listed = "对列入失信名单的理发店，在经营许可、融资方面予以限制"
    assert [one.target for one in added(f"{listed}。")] == [listed]


@pytest.mark.parametrize(
    "text",
    [
        "未缴清物业费的，登记机构不予办理理发店登记。",
        "理发店逾期不改正的，行业管理部门暂停受理其延续申请。",
        "对查处的违法理发店，在处罚执行完毕前，规划部门不得办理任何规划手续。",
        "未通过胡须检验的，不得办理胡须登记。",
        "拒不参加剃须义务劳动的，不再批准其开店。",
    ],
)
def test_what_is_refused_for_something_else_that_was_left_undone_is_told(text: str) -> None:
    assert rules(text) == [REFUSAL]


@pytest.mark.parametrize(
    "text",
    [
        "不符合前款规定条件的，行业管理部门不予登记。",
        "逾期未补正材料的，不予受理。",
        "未附具照片的，行业管理部门不予受理。",
        "理发店违反规定的，投诉人已经起诉的，不予受理投诉。",
        "店铺规划未征求意见的，不得批准规划。",
        "行业管理部门不得办理无关手续。",
        "未经检验合格的胡须不得出售。",
        "理发店违反规定的，依照《假发法》的规定不予办理登记。",
        "未经权利人书面同意转让理发店的，登记机构不予办理。",
        "上级行业管理部门发现违法审批的，应当要求下级行业管理部门停止办理登记。",
    ],
)
def test_what_is_refused_for_what_it_lacks_itself_or_elsewhere_is_none(text: str) -> None:
    assert REFUSAL not in rules(text)


def test_a_refusal_of_the_superior_is_no_new_one() -> None:
    there = "未经检验合格的理发车，公安机关不得核发检验标志。"
    assert REFUSAL not in rules("理发车未经检验合格的，公安机关交通管理部门不得核发检验标志。", RULE, there)
    assert REFUSAL in rules("未缴清物业费的，登记机构不予办理理发店登记。", RULE, there)


def test_a_refusal_is_quoted_with_what_was_left_undone() -> None:
    words = "对查处的违法理发店，在处罚执行完毕前，规划部门不得办理任何规划手续"
    assert [one.target for one in added(f"{words}。")] == [words]


def test_what_is_refused_for_some_years_is_told_as_the_penalty_that_it_is() -> None:
    assert rules("理发店在街头叫卖假发的，两年内不予办理经营许可。") == ["new-penalty"]
    assert rules("理发店拒不改正的，两年内不予办理经营许可。") == ["new-penalty"]


def test_in_a_rule_beside_itself_no_restraint_is_told() -> None:
    rule = (
        "第一条 在街头叫卖假发的，列入失信名单，实施联合惩戒。\n第二条 未缴清物业费的，登记机构不予办理理发店登记。\n"
    )
    assert not [finding for row in compared(rule, rule) for finding in row.findings]
