"""Who acts and who is addressed in a clause."""

from __future__ import annotations

import pytest

from policydiff.comparison.findings.mentions import agents, subject_of


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("任何单位和个人都有权举报拔须的行为", "任何单位和个人"),
        ("理发协会也可以公布名录", "理发协会"),
        ("胡须协会（以下简称协会）应当公布名录", "胡须协会"),
        ("乡镇人民政府（街道办事处）应当公布名录", "乡镇人民政府（街道办事处）"),
        ("梳子、剪刀等生产企业等应当登记", "梳子、剪刀等生产企业"),
        ("镜子的大小由理发主管部门制定", "理发主管部门"),
        ("镜子应当由组建单位规定", ""),
        ("应当由具有资质的单位承担", "具有资质的单位"),
        ("教育行政部门应当公布名录", "教育行政部门"),
        ("登记机关应当公布名录", "登记机关"),
        ("审批机关组织验收", "审批机关"),
        ("承租人应当修剪胡须", "承租人"),
        ("应急管理部门应当公布名录", "应急管理部门"),
        ("业主委员会报街道办事处备案", "业主委员会"),
        ("村民委员会协助街道办事处公布名录", "村民委员会"),
        ("剪刀应当同时报本级人民代表大会备案", ""),
        ("承担学徒必须支付的合理费用", ""),
    ],
)
def test_the_subject_of_a_clause_is_who_acts_and_not_what_stands_around_it(clause: str, subject: str) -> None:
    found = subject_of(clause)
    assert (found.text if found else "") == subject


@pytest.mark.parametrize(
    ("clause", "named"),
    [
        ("由密码管理部门责令改正", ["密码管理部门"]),
        ("由海洋发展部门责令改正", ["海洋发展部门"]),
        ("由市人民政府环境保护部门责令改正", ["市人民政府环境保护部门"]),
        ("经国土资源部门同意", ["国土资源部门"]),
        ("向公司登记机关提交名录", ["公司登记机关"]),
        ("报请理发主管部门批准", ["理发主管部门"]),
        ("将名录抄送同级人民检察院", ["同级人民检察院"]),
        ("公民、法人或者其他组织未经许可", ["公民、法人或者其他组织"]),
        ("由街道办事处组织验收", ["街道办事处"]),
        ("增强社会公众对胡须的认识", []),
        ("坚持政府主导、社会参与", []),
        ("自理发协会批准之日起", []),
        ("由学徒三人至五人组成", []),
    ],
)
def test_a_name_is_neither_cut_in_two_nor_begun_with_a_verb(clause: str, named: list[str]) -> None:
    assert [found.text for found in agents(clause)] == named
