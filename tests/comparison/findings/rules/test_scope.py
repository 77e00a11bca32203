"""What else a clause says: which other words are another scope, and which are the drafter's style."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules

from policydiff.comparison.findings import Frame, row_findings
from policydiff.model import Both, Document, Provision, Source


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
        ("因顾客利益需要改变染须约定的。", "确因顾客利益确需变更染须约定的。"),
        ("协会及时听取学徒的诉求。", "协会及时倾听学徒的诉求。"),
        ("协会应当采取多种形式，向顾客宣传染须知识。", "协会应当向顾客宣传染须知识。"),
        ("店堂与染须间应当按照规定间隔一定距离。", "店堂与染须间应当按照规定确定间隔距离。"),
        ("分会在省、自治区协会的授权范围内登记。", "分会在省协会的授权范围内登记。"),
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
        ("染液的保存期限应当符合下列规定：", "染液的出租期限应当符合下列要求："),
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
    told = row_findings(old.text, new.text, Frame.of(base, target), Both((old.eid,), (new.eid,)))
    assert "scope" not in {finding.rule for finding in told}


def test_two_items_that_belong_together_answer_each_other_whatever_introduces_their_lists() -> None:
    base = _listed("有下列情形之一的，各级协会应当逐级倒查：", "发生染液泄漏、须发脱落或者剪刀丢失的；")
    target = _listed("店员未能履行职责，造成以下事件的，追究其责任：", "发生染液泄漏、重要工具损毁的；")
    old, new = (text.provisions[0].children[0] for text in (base, target))
    for score, is_told in ((0.4, True), (0.1, False)):
        told = row_findings(old.text, new.text, Frame.of(base, target), Both((old.eid,), (new.eid,)), score=score)
        assert ("scope" in {finding.rule for finding in told}) == is_told


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
    local = "理发协会制定本行政区域的染须规划并按照规划组织检查。"
    assert "scope" not in rules("国务院理发部门制定国家染须推行规划并按照规划组织检查。", local)
    assert "scope" in rules("各级理发部门制定染须推行示范规划并按照规划组织检查。", local)
    assert "scope" in rules("国务院理发部门制定国家染须推行规划。", "国务院理发部门制定染液规划。")


def test_clauses_on_one_thing_in_sentences_on_two_matters_are_no_other_scope() -> None:
    thing = "染须安全责任制"
    checked = f"理发店应当建立相应的奖惩机制，加强对{thing}落实情况的考核。"
    listed = f"店主招收学徒前，编制{thing}清单，送协会存档。"
    assert "scope" not in rules(checked, listed)
    assert "scope" in rules(checked, f"理发店应当建立相应的奖惩机制，加强对{thing}和卫生情况的考核。")


@pytest.mark.parametrize(
    ("old", "new"),
    [("应当在交付前检查染液。", "应当在交付后检查染液。"), ("应当在街区内张贴告示。", "应当在街区外张贴告示。")],
)
def test_one_character_that_turns_a_clause_is_told(old: str, new: str) -> None:
    assert rules(f"理发店{old}", f"理发店{new}") == {"scope"}


def test_clauses_that_are_nearly_the_same_are_of_one_matter_in_whatever_sentences() -> None:
    first = "各店在每季度的检查中登记染液和剃刀的数量"
    kept = f"{first}，由负责养护的理发协会对其主要用途、来源、价格作出评估，并向街道报告。"
    network = "逐级传导压力，建成横向到边、纵向到底的网络，推动形成齐抓共管的局面，完善教育培训体系"
    told = f"{first.replace('和剃刀', '')}，{network}。"
    assert "scope" in rules(kept, told)


def test_a_clause_cut_by_a_comma_says_what_it_said() -> None:
    assert not found("各级理发协会的财产受法律保护。", "各级理发协会的财产，受法律保护。")


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("理发店应当积极清扫店堂，报请协会批准后执行。", "理发店应当清扫店堂，报协会批准后实施。"),
        ("在中华人民共和国境内理发的，适用规章。", "在本省行政区域内理发的，适用规章。"),
        ("协会依照法律开展登记并颁发剪刀。", "协会依照法律、法规进行登记并核发剪刀。"),
        ("本法适用于在中华人民共和国领域内的理发活动。", "本条例适用于本省行政区域内的理发活动。"),
        ("没有达到洁净要求的，由作出决定的协会公布。", "未达到洁净要求的，由做出决定的协会向社会公布。"),
        ("会员享有使用公用镜子的权利。", "会员有权使用公用镜子。"),
        ("向管理理发工作的部门备案。", "向理发行政主管部门备案。"),
        ("会员按照国家有关规定清扫地面。", "会员按照国家和本省有关规定清扫地面。"),
        ("建立健全须谱登记制度。", "完善须谱登记制度。"),
        ("除本法另有规定外，会员不得染须。", "除法律、法规另有规定外，会员不得染须。"),
        ("会员的权益受须谱保障。", "会员的合法权益受须谱保障。"),
        ("会员应当有固定的镜子，确保清洁。", "会员应当具有固定的镜子，保障清洁。"),
        ("理发协会应当遵循合理、科学的原则。", "应当遵循科学、合理的原则。"),
        ("会员剪发，任何人不得干涉。", "会员剪发，任何单位和个人不得干涉。"),
        ("会员可以预支学费的50%，用于买剪刀。", "会员可以预支学费的百分之五十，用于买剪刀。"),
    ],
)
def test_another_word_as_a_matter_of_style_is_no_other_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


def test_a_law_that_is_named_beside_the_rule_that_implements_it_is_what_the_law_calls_itself() -> None:
    base, target = "会员应当遵守本法关于清扫的要求。", "会员应当遵守《理发法》和本办法关于清扫的要求。"
    told = {
        law: {f.rule for f in row_findings(base, target, Frame.of(document(base, title=law), document(target)))}
        for law in ("中华人民共和国理发法", "中华人民共和国染发法")
    }
    assert [told[law] for law in told] == [set(), {"added-instrument"}]


def test_another_object_beside_a_word_of_style_is_another_scope() -> None:
    assert "scope" in rules("建立健全须谱登记制度。", "完善剪刀登记制度。")
    assert "actor" in rules("向管理理发工作的部门备案。", "向染发行政主管部门备案。")


@pytest.mark.parametrize("base", ["理发店拒不公布收费标准的，没收剪刀。", "协会公布收费标准时，店主到场。"])
def test_what_sets_the_case_is_not_compared_with_what_is_laid_down(base: str) -> None:
    assert "scope" not in rules(base, "理发店应当在门口公布，由店主公布收费标准并盖章。")


def test_a_body_named_in_the_sentence_before_is_no_change_of_scope() -> None:
    base = "学徒染须的，由街道办事处责令改正，依法给予行政处分。"
    assert "scope" not in rules(base, "学徒染须的，责令改正，由有关部门依法给予行政处分。")


def test_a_body_s_shorter_name_is_no_change_of_scope() -> None:
    base, target = "各级胡须协会常务理事会对剪刀进行检验。", "常务理事会对剪刀进行检验。"
    assert "scope" not in rules(base, target)
    assert "scope" in rules(base, "常务理事会对围布进行检验。")


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("编制胡须规划，应当公布该规划有关胡须比赛的说明。", "编制胡须规划，应当公布有关胡须比赛的说明。"),
        ("协会的会计应当核对账目，并且每月公布收费标准。", "协会的会计应当核对账目，并且会计每月公布收费标准。"),
    ],
)
def test_a_word_that_stands_beside_the_clause_is_no_change_of_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("理发店每半年检查一次剪刀。", "理发店每六个月检查一次剪刀。"),
        ("理发店应当在一年内登记。", "理发店应当在十二个月内登记。"),
        ("理发店应当在两周内登记。", "理发店应当在十四日内登记。"),
    ],
)
def test_one_span_of_time_in_other_units_is_no_finding(base: str, target: str) -> None:
    assert rules(base, target) == rules(target, base) == set()


def test_a_day_is_not_as_long_as_its_hours() -> None:
    assert "number" in rules("理发店应当在24小时内登记。", "理发店应当在一日内登记。")


def test_a_word_that_turns_a_case_is_not_told_where_another_thing_is_done_about_it() -> None:
    base, target = "店主徇私，尚不构成染须罪的，给予警告。", "店主徇私的，给予警告；构成染须罪的，移送法庭。"
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize(("score", "leaves", "is_told"), [(0.2, 2, False), (0.2, 1, True), (0.5, 2, True)])
def test_one_word_for_another_is_told_of_several_provisions_only_where_they_are_likely_to_belong_together(
    score: float, leaves: int, is_told: bool
) -> None:
    other = "学徒每日清扫店堂。"
    base = ("理发店应当保管染须用的剪刀。", other)
    target = "理发店应当保管染须用的毛巾。"
    frame = Frame.of(document(*base), document(target))
    places = Both([f"art_{n}" for n in range(1, leaves + 1)], ["art_1"])
    told = row_findings("\n".join(base[:leaves]), target, frame, places, score=score)
    assert ("scope" in {one.rule for one in told}) is is_told


def test_a_word_for_a_thing_of_any_kind_stands_for_no_other() -> None:
    (told,) = (one for one in found("推动剪须、修面和染须工作。", "推动剪须事业。") if one.rule == "scope")
    assert "改为" not in told.message
    assert "少了" in told.message


@pytest.mark.parametrize(
    ("base", "target", "said"),
    [
        ("店主应当与学徒签订协议。", "店主应当与学徒签订剪须协议。", "“签订协议”改为“签订剪须协议”"),
        ("店主应当采取整洁的修剪方式。", "店主应当采用整洁、安静的修剪方式。", "多了“安静”"),
        (
            "协会根据实际需要设立的染须指挥机构，负责组织染须工作。",
            "协会应当设立由会长担任总管的染须指挥机构，负责组织染须工作。",
            "少了“根据实际需要设立”，多了“会长担任总管”",
        ),
    ],
)
def test_one_word_is_said_to_stand_for_another_only_in_its_place(base: str, target: str, said: str) -> None:
    assert [one.message for one in found(base, target) if one.rule == "scope" and said in one.message]


def test_an_open_list_that_says_and_others_is_not_closed() -> None:
    base = "店铺可以使用剪刀、梳子、镜子或者其他工具。"
    assert "open-list" not in rules(base, "店铺可以使用剪刀、梳子、镜子等工具。")


def test_what_leads_to_a_case_in_its_own_sentence_is_no_other_scope_of_it() -> None:
    base = "清点、登记中发现古旧剪刀的，应当及时报告协会。清点、登记每年举行。"
    target = "开办理发店，应当报请协会组织清点、登记，发现古旧剪刀的，应当及时报告协会。"
    assert "scope" not in rules(base, target)
    assert "scope" in rules(base, target.replace("组织清点、登记", "同意"))


_CERTIFIED = "依法取得染液防疫条件合格证。"


def test_a_certificate_for_which_conditions_are_put_is_told() -> None:
    assert quoted("scope", _CERTIFIED, "有符合染液防疫法规定的防疫条件。")


@pytest.mark.parametrize("target", ["有协会发给的防疫条件证书。", "有合格的防疫条件证书。"])
def test_a_certificate_by_another_name_is_one(target: str) -> None:
    assert not quoted("scope", _CERTIFIED, target)
