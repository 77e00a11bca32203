"""What else a clause says: which other words are another scope, and which are the drafter's style."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import rules

from policydiff.comparison.findings import Frame, row_findings
from policydiff.model import Document, Provision, Source


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("染须工作实行预防为主的方针。", "染须工作应当坚持预防为主。"),
        ("理发店应当标明须膏的能源消耗指标。", "理发店应当标明须膏的能耗指标。"),
        ("不得以蓄须名义进行营利性活动。", "不得以蓄须名义从事营利性活动。"),
        ("增强须火预防和应急处理能力。", "提高须火预防和应急处置能力。"),
        ("会员可以向人民法院起诉。", "会员可以依法向人民法院提起诉讼。"),
        ("对直接负责的店主给予警告。", "对负有直接责任的店主给予警告。"),
        ("国家鼓励学徒学习剪须。", "鼓励和支持学徒学习剪须。"),
        ("没有违法所得或者违法所得不足10万元的。", "没有违法所得或者违法所得不足十万元的。"),
        ("胡须节能工作由协会统一管理。", "胡须节能（以下简称须能）工作由协会统一管理。"),
        ("登记簿应当每年更新。", "登记簿应当实行每年更新制度。"),
        ("采取有效措施防止须火的蔓延。", "防止须火的蔓延。"),
        ("染须计划报协会批准。", "染须计划报协会审批。"),
        ("学徒应当严格遵守须谱。", "学徒应当遵守须谱。"),
        ("会员应当履行法律规定的义务。", "会员应当履行法定义务。"),
        ("染液应当达到国家标准。", "染液应当符合国家标准。"),
        ("各级人民代表大会常务委员会听取须情报告的程序。", "常务委员会听取须情报告的程序。"),
        ("将染须纳入国民经济和社会发展计划。", "将染须列入国民经济和社会发展规划。"),
        ("会员未能达到洁净要求的。", "会员没有达到洁净要求的。"),
        ("因特殊情况确需组织开展染须比赛的。", "因特殊情况确需开展染须比赛的。"),
        ("不得阻碍学徒登记须谱。", "不得妨碍、阻挠学徒登记须谱。"),
        ("检察院可以根据民事诉讼法的有关规定查阅须谱。", "检察院可以查阅须谱。"),
        ("在中华人民共和国领域和中华人民共和国管辖的其他海域染须的。", "在本省行政区域内染须的。"),
        ("未经登记的染须建设项目不得使用旧染液。", "未经登记的染须建设不得使用旧染液。"),
        ("店员擅自染须的，对直接负责的主管人员和其他直接责任人员依法给予处分。", "店员擅自染须的，依法给予处分。"),
        ("由省、自治区、直辖市人民政府核定染须价目。", "报省人民政府核定染须价目。"),
        ("任何店员都不得擅自占用染须的店堂。", "任何店员不得擅自占用染须的店堂。"),
        ("由县级人民政府理发主管部门登记染液。", "由县级理发主管部门登记染液。"),
        ("染须期限，按照下列用途确定：", "染须期限，按照下列规定执行："),
        ("协会应当开展宣传，提高会员的染须意识。", "协会应当开展宣传，提高全行业的剪须意识。"),
        ("报省、自治区、直辖市人民政府理发主管部门审批。", "报省理发主管部门审批。"),
        ("处警告或者五十元罚款。", "由理发协会处以警告或者五十元罚款。"),
        ("登记店堂内的染须人员应当立即报告店主。", "登记店堂内的染须学徒、帮工等人员应当立即向店主报告。"),
    ],
)
def test_words_that_drafters_take_for_one_another_are_no_other_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("在境内从事染须活动的会员应当登记。", "在境外从事染须活动的会员应当登记。"),
        ("会员应当登记采矿权的期限。", "会员应当登记探矿权的期限。"),
        ("没有违法所得或者违法所得不足染料价款的。", "没有违法所得或者违法所得不足剪刀价款的。"),
        ("协会应当给予会员相应的书面答复。", "协会应当给予会员相应的口头答复。"),
        ("会员应当缴纳保险费。", "会员应当缴纳染须保险费。"),
        ("染液的保存期限应当符合下列规定：", "染液的寄存期限应当符合下列要求："),
    ],
)
def test_words_that_one_text_sets_against_each_other_are_another_scope(base: str, target: str) -> None:
    assert "scope" in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("接受胡须协会提供的服务。", "向理发主管部门和胡须协会提出建议。"),
        ("法律、法规规定的其他开店条件。", "法律、法规规定的其他禁止行为。"),
        ("未按照规定公布染须收费标准的。", "按照规定公布染须收费标准。"),
    ],
)
def test_clauses_of_two_rules_are_not_compared(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("由胡须协会责令改正。", "由胡须协会给予警告。"),
        ("胡须协会应当公布收费标准。", "胡须协会应当公布染料标准。"),
        ("不按照规定公布染须收费标准的。", "按照规定不公布剪须收费标准的。"),
        ("打击报复举报人、投诉人的。", "打击报复举报人、证人的。"),
        ("协会登记须谱、文献。", "协会登记须谱、具有历史价值的文献。"),
    ],
)
def test_clauses_of_one_rule_are(base: str, target: str) -> None:
    assert rules(base, target) & {"scope", "dropped-element", "added-element"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        (
            "会员应当按照国务院有关规定登记须谱和剪刀。",
            "会员应当按照国务院和省人民政府有关规定登记须谱、剪刀以及梳子。",
        ),
        ("店主对本单位的剪须工作负责。", "店主对剪须工作负责。"),
        ("国家级须谱的登记。", "省级须谱的登记。"),
    ],
)
def test_for_which_place_a_rule_speaks_is_no_matter_of_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize("side", [0, 1])
def test_a_verb_that_introduces_a_list_on_the_one_side_may_stand_in_each_item_of_the_other(side: int) -> None:
    lists = ("规划包括下列内容：", "染须的种类"), ("协会应当：", "确定染须的种类")
    base, target = (_listed(*listed) for listed in (lists if side else lists[::-1]))
    old, new = (text.provisions[0].children[0] for text in (base, target))
    told = row_findings(old.text, new.text, Frame.of(base, target), ((old.eid,), (new.eid,)))
    assert "scope" not in {finding.rule for finding in told}


def _listed(introduction: str, item: str) -> Document:
    """A document of one list of one item."""
    point = Provision(eid="art_1__point_1", level="point", text=item)
    article = Provision(eid="art_1", level="article", text=introduction, children=(point,))
    source = Source(text=introduction + item, origin="", sha256="", language="zh")
    return Document(id="", title="", language="zh", source=source, provisions=(article,))


def test_a_longer_name_of_what_the_other_side_calls_so_as_well_is_no_other_scope() -> None:
    base = "发生生产安全事故的，店主应当报告。协会接到事故报告后应当登记。"
    assert "scope" not in rules(base, "发生生产安全事故的，店主应当报告。协会接到生产安全事故报告后应当登记。")
    assert "scope" in rules(base, "发生生产安全事故的，店主应当报告。协会接到交通事故报告后应当登记。")


def test_what_a_central_body_does_is_no_other_scope_of_what_a_local_one_does() -> None:
    local = "理发协会制定本行政区域的染须规划。"
    assert "scope" not in rules("国务院理发部门制定国家染须推行规划。", local)
    assert "scope" in rules("各级理发部门制定染须推行规划。", local)
    assert "scope" in rules("国务院理发部门制定国家染须推行规划。", "国务院理发部门制定染液规划。")
