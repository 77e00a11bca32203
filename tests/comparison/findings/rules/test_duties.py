"""What a clause that is gone or new lays down, and beside what it is shown."""

from __future__ import annotations

import re

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules, told_in_row

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.findings import Frame, row_findings
from policydiff.model import Source
from policydiff.parsing import parse

COMMON = "理发店应当每年向协会登记"


@pytest.mark.parametrize(
    "clause",
    [
        "，提高全省染须的水平",
        "，从而促进理发事业的发展",
        "，减少或者避免胡须污染",
        "，以减轻胡须对街区的影响",
        "，实现胡须登记减环节、减费用",
        "，为会员提供优质、便捷的染须服务",
        "，共同做好胡须管理工作",
        "，并组织实施",
        "。有前款第一项行为之一的",
        "。国家有关法律、法规已有处罚规定的，依照其规定处罚",
    ],
)
def test_what_is_gained_and_what_another_provision_says_is_no_duty(clause: str) -> None:
    assert not rules(f"{COMMON}{clause}。", f"{COMMON}。") & {"dropped-duty"}
    assert not rules(f"{COMMON}。", f"{COMMON}{clause}。") & {"added-duty"}


@pytest.mark.parametrize(
    "clause",
    [
        "。学徒在店主的指导下",
        "。协会根据公民须情监测结果",
        "。会员根据剪刀的实际情况",
        "。在已批准的染须场所范围内",
        "。未经协会批准",
        "。任何店违反本条例规定",
        "。协会的工作人员滥用职权、徇私舞弊",
    ],
)
def test_a_circumstance_of_which_what_is_done_does_not_follow_is_no_duty(clause: str) -> None:
    assert not rules(f"{COMMON}{clause}。", f"{COMMON}。") & {"dropped-duty"}
    assert not rules(f"{COMMON}。", f"{COMMON}{clause}。") & {"added-duty"}


@pytest.mark.parametrize(
    "clause",
    ["。学徒在店主的指导下染须", "。协会公布须情监测结果", "。协会人员不得徇私舞弊", "。染须店应当设在街区范围内"],
)
def test_what_is_done_in_a_circumstance_is_a_duty(clause: str) -> None:
    assert "dropped-duty" in rules(f"{COMMON}{clause}。", f"{COMMON}。")


@pytest.mark.parametrize(
    "clause",
    [
        "，提高染须师的工资",
        "，并组织会员实施须谱",
        "。协会应当提高全省染须的水平",
        "，采取有效措施，防止胡须污染",
        "，并防止胡须对邻居造成污染",
        "，为会员提供免费的染须服务",
        "，作为核对须谱的证据",
    ],
)
def test_what_is_to_be_done_is_a_duty_in_the_same_words(clause: str) -> None:
    assert "dropped-duty" in rules(f"{COMMON}{clause}。", f"{COMMON}。")
    assert "added-duty" in rules(f"{COMMON}。", f"{COMMON}{clause}。")


def test_that_the_base_itself_holds_is_nothing_new() -> None:
    base, target = f"{COMMON}。", f"{COMMON}。染液的标志，应当符合《中华人民共和国理发法》的有关规定。"
    told = {
        title: {f.rule for f in row_findings(base, target, Frame.of(document(base, title=title), document(target)))}
        for title in ("中华人民共和国理发法", "中华人民共和国染液法")
    }
    assert ["added-duty" in rules for rules in told.values()] == [False, True]


def test_a_duty_that_another_article_lays_down_is_not_called_dropped() -> None:
    base, target = "理发店应当清扫地面，并为顾客备好消毒毛巾。", "理发店应当清扫地面。"
    assert "dropped-duty" in {f.rule for f in found(base, target)}
    assert "dropped-duty" not in {f.rule for f in found(base, target, elsewhere="并应当为顾客备好消毒毛巾。")}


def test_what_another_article_says_in_nearly_the_same_words_is_shown_beside_what_is_gone() -> None:
    base, target = "理发店应当登记。染须师应当佩戴协会统一制作的标志。", "理发店应当登记，并公布收费标准。"
    far = "各店的学徒应当清扫地面。"
    near = "染须的人员应当佩戴协会制作的标志。"
    assert "dropped-duty" in {f.rule for f in found(base, target, elsewhere=far)}
    told = [(f.type, f.base, f.target) for f in found(base, target, elsewhere=near) if f.rule == "dropped-here"]
    assert told == [("dropped-duty", "染须师应当佩戴协会统一制作的标志", near.removesuffix("。"))]


def test_what_another_article_of_the_base_says_in_nearly_the_same_words_is_shown_beside_what_is_new() -> None:
    new, near = "染须师应当佩戴协会统一制作的标志", "染须的人员应当佩戴协会制作的标志"
    frame = Frame.of(document("理发店应当登记。", f"{near}。"), document(f"理发店应当登记。{new}。"))
    told = row_findings("理发店应当登记。", f"理发店应当登记。{new}。", frame)
    assert [(f.rule, f.type, f.base, f.target) for f in told] == [("added-here", "added-duty", near, new)]


def test_what_one_body_does_besides_is_not_nearly_what_is_gone() -> None:
    base, target = "理发店应当登记。全省理发协会和染须协会的联合会可以公布名单。", "理发店应当登记，并备好毛巾。"
    elsewhere = "全省理发协会和染须协会的联合会可以保管剪刀。"
    told = [f.rule for f in found(base, target, elsewhere=elsewhere) if f.base.startswith("全省")]
    assert told == ["dropped-duty"]
    nearly = "全省理发协会和染须协会的联合会可以公布各店的名单和名次。"
    assert "dropped-duty" not in [f.rule for f in found(base, target, elsewhere=nearly)]


def test_to_whom_a_thing_is_reported_does_not_act() -> None:
    base = "理发店应当清扫地面。染须之前应当将染液向国务院理发主管部门备案。"
    assert "dropped-duty" in rules(base, "理发店应当清扫地面。")


def test_a_penalty_elsewhere_is_that_of_another_breach() -> None:
    base, target = "理发店应当登记。染须的，处五千元以上五万元以下的罚款。", "理发店应当登记。"
    told = found(base, target, elsewhere="拔须的，处五千元以上五万元以下的罚款。")
    assert not [f for f in told if f.rule == "dropped-here"]


def test_a_sanction_that_names_the_breach_lays_down_no_duty() -> None:
    base, target = "理发店应当清扫地面，并为顾客备好消毒毛巾。", "理发店应当清扫地面。"
    elsewhere = "违反规定未为顾客备好消毒毛巾的，没收剪刀。"
    assert "dropped-duty" in {f.rule for f in found(base, target, elsewhere=elsewhere)}


def test_a_lone_clause_is_shown_beside_what_stands_at_its_place() -> None:
    base, target = "理发店应当清扫地面，并为顾客备好消毒毛巾。", "理发店应当清扫地面。"
    assert quoted("dropped-duty", base, target) == [("理发店应当清扫地面，并为顾客备好消毒毛巾", "理发店应当清扫地面")]


@pytest.mark.parametrize(
    ("common", "alone"),
    [
        ("有下列行为之一的，没收剪刀：\n未经登记开店的；", "\n雇用外地学徒的。"),
        ("未经登记开店的，没收剪刀。", "情节严重的，吊销须证。"),
        ("未经登记开店的，没收剪刀。", "店长可以订立规约，报经协会同意后，贴在门上。"),
        ("理发店应当登记。", "理发店在具有经验的帮工中聘任店长。"),
        ("理发店应当登记，", "根据需要购置烫发机器。"),
    ],
)
def test_a_case_with_what_follows_from_it_is_a_rule_of_its_own(common: str, alone: str) -> None:
    assert {"dropped-duty"} == rules(common + alone, common)
    assert {"added-duty"} == rules(common, common + alone)


def test_clauses_that_end_in_the_same_verb_stand_beside_each_other() -> None:
    base = "发生须火时，店主应当灭火，及时向所在地街道办事处报告火情。"
    target = "发生须火的，店主应当灭火，并立即向当地胡须委员会报告火情。"
    assert "dropped-duty" not in rules(base, target)


def test_the_ground_of_a_duty_is_no_duty() -> None:
    base, target = "理发店根据街道的实际需要，应当清扫地面。", "理发店应当清扫地面。"
    assert not rules(base, target) & {"dropped-duty"}


@pytest.mark.parametrize("gone", ["国务院制定全国的胡须名录。", "国家鼓励蓄须并且举办胡须比赛。"])
def test_what_the_state_s_own_bodies_do_is_no_duty_that_a_local_rule_drops(gone: str) -> None:
    assert "dropped-duty" not in rules(f"理发店应当登记。{gone}", "理发店应当登记。")
    gone = re.sub("国务院|国家", "街道办事处", gone)
    assert "dropped-duty" in rules(f"理发店应当登记。{gone}", "理发店应当登记。")


def test_what_places_do_beside_the_state_s_bodies_may_be_dropped() -> None:
    gone = "国务院和省级胡须协会应当公布胡须名录。"
    assert "dropped-duty" in rules(f"理发店应当登记。{gone}", "理发店应当登记。")
    gone = "由国务院代表国家管理胡须名录。"
    assert "dropped-duty" not in rules(f"理发店应当登记，{gone}", "理发店应当登记。")


@pytest.mark.parametrize(("title", "is_told"), [("青岛市胡须条例", False), ("山东省胡须条例", True)])
def test_what_only_authorities_of_a_higher_level_do_is_no_duty_that_a_rule_drops(title: str, is_told: bool) -> None:
    base, target = "理发店应当登记。省、自治区、直辖市人民政府应当公布染须店名录。", "理发店应当登记。"
    told = row_findings(base, target, Frame.of(document(base), document(target, title=title)))
    assert ("dropped-duty" in {one.rule for one in told}) == is_told


@pytest.mark.parametrize(
    "stock",
    [
        "构成犯罪的，依法追究刑事责任。",
        "给顾客造成损失的，应当依法承担赔偿责任。",
        "法律、法规已作出处罚规定的，依照其规定执行。",
        "有关部门应当予以配合，各负其责。",
        "做好染须店的登记工作。",
        "促进形成自觉蓄须的良好风尚，弘扬蓄须文化。",
        "街道办事处应当加强对染须工作的领导。",
        "学徒的婚姻自由受法律保护。",
        "对违反本规定的行为依法予以查处。",
        "方便顾客出行。",
        "构成违反治安管理行为的，由公安机关依法给予治安管理处罚。",
    ],
)
def test_what_follows_from_any_wrong_and_what_any_rule_says_is_neither_gone_nor_new(stock: str) -> None:
    told = {"dropped-duty", "added-duty", "dropped-in-part", "added-in-part"}
    assert not rules(f"理发店应当登记。{stock}", "理发店应当登记。") & told
    assert not rules("理发店应当登记。", f"理发店应当登记。{stock}") & told
    own = "染须造成损失的，理发店应当退还费用并重新染须。"
    assert "added-duty" in rules("理发店应当登记。", f"理发店应当登记。{own}")


@pytest.mark.parametrize("duty", ["使用不含铅的染液。", "提高染具的消毒频次至每日两次。"])
def test_what_has_to_be_used_or_reached_is_no_hope(duty: str) -> None:
    assert "dropped-duty" in rules(f"理发店应当登记。{duty}", "理发店应当登记。")
    assert rules("理发店应当登记。", f"理发店应当登记。{duty}") & {"added-duty", "number"}


def test_a_clause_that_only_names_who_is_no_duty() -> None:
    base = "理发店应当登记。胡须协会及其设在街道的理发机构，清扫店堂并且修剪胡须。"
    told = quoted("dropped-duty", base, "理发店应当登记。店主清扫店堂并且修剪胡须。")
    assert not any("理发机构" in old for old, _ in told)


def test_a_fine_that_is_compared_with_another_is_not_also_told_as_gone() -> None:
    base = "有下列行为之一的，可以对学徒并处五千元以下的罚款、对店主并处一万元至五万元的罚款："
    fine = "对学徒处一百元以上二百元以下罚款，对店主处三百元以上四百元以下罚款"
    told = told_in_row(base, f"有下列行为之一的，给予警告：\n染须的，{fine}。")
    assert {"fine-narrowed", "fine-beyond"} <= {rule for rule, *_ in told}
    assert not [old for rule, old, _ in told if rule == "dropped-duty" and "罚款" in old]


def test_who_acts_is_no_content_of_a_clause() -> None:
    assert "dropped-duty" not in rules("县级以上地方人民政府应当采取措施。理发店应当登记。", "理发店应当登记。")


def test_what_only_announces_a_list_names_with_whom_or_refers_to_a_body_named_before_is_no_duty() -> None:
    same = "理发店应当登记。"
    for alone in (
        "行业协会依法履行职责，可以采取下列检查措施：",
        "依照前款确定的理发管理部门，以下统称理发管理部门。",
        "结合当地理发实际，协会应当登记。",
        "店主虐待学徒，尚不构成犯罪的，理发店应当登记。",
    ):
        found = [gone for gone, _ in quoted("dropped-duty", same + alone, same)]
        assert not any(part in one for one in found for part in ("履行职责", "前款", "结合当地", "尚不")), alone


@pytest.mark.parametrize(
    "clause",
    [
        "染液的检验，依照有关法律、行政法规的规定执行",
        "应当给予治安管理处罚的，依照《街道管理处罚法》的有关规定处罚",
        "占用重要店堂，按照国家和省有关规定执行",
    ],
)
def test_that_another_law_holds_is_neither_gone_nor_new(clause: str) -> None:
    lone = {"dropped-duty", "dropped-in-part", "added-duty", "added-in-part"}
    same = "理发店应当登记。"
    assert not rules(f"{same}{clause}。", same) & lone
    assert not rules(same, f"{same}{clause}。") & lone
    with_more = "染须店扣押学徒证件的，责令限期退还，并依照有关法律的规定给予处罚。"
    assert "dropped-duty" in rules(same + with_more, same)


def test_what_a_row_sends_on_to_is_not_gone() -> None:
    base = "协会应当建立古旧剪刀的档案和标志，划定保管范围。"
    assert not {"dropped-duty", "dropped-in-part"} & rules(base, "对古旧剪刀的保管，依照国家有关规定执行。")
    assert "dropped-duty" in rules(base, "对古旧剪刀的保管，依照国家有关规定执行。学徒每日清扫店堂。")


TRIMS = "第一条 店主应当每月修剪胡须，并将修剪的日期报协会。"
PUNISHED = "违反本法规定，有下列行为之一的，由协会责令改正：\n（一）在桥上晾晒假发的；\n（二）拒绝修剪胡须的。"


@pytest.mark.parametrize(
    "target",
    [
        # its items are told as added, those of the other as omitted
        f"{TRIMS}违反本办法规定，有下列行为之一的，由街道办事处予以处罚：\n"
        "（一）在学校门口叫卖假发的；\n（二）未佩戴标志的。",
        # a sentence of the kind stands in the row
        f"{TRIMS}\n第二条 学徒有下列情形之一的，由街道办事处予以处罚：\n"
        "（一）在桥上晾晒假发的；\n（二）拒绝修剪胡须的。",
    ],
)
def test_what_only_announces_punished_acts_is_no_duty_that_is_gone_or_new(target: str) -> None:
    texts = (f"{TRIMS}\n第二条 {PUNISHED}", target)
    one, other = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in texts)
    for old, new in ((one, other), (other, one)):
        found = [finding for row in compare(align(old, new)).rows for finding in row.findings]
        assert not [finding for finding in found if "之一的" in finding.base + finding.target]


def test_a_penalty_of_another_kind_that_announces_its_acts_is_gone() -> None:
    fined = PUNISHED.replace("责令改正", "责令改正，没收剪刀")
    texts = (f"{TRIMS}\n第二条 {fined}", f"{TRIMS}\n第二条 {PUNISHED}")
    one, other = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in texts)
    assert any("没收剪刀" in finding.base for row in compare(align(one, other)).rows for finding in row.findings)


@pytest.mark.parametrize(
    "clause",
    [
        "。协会的主管部门应当推广新型染液",
        "。县级人民政府应当优化理发业布局",
        "。县级人民政府应当加强对染液市场的监督管理",
        "。县级人民政府应当加强须发知识的宣传",
        "，便于顾客查阅",
        "，防止染液污染衣物",
        "，接受顾客监督",
        "。阻挠会员检查，违反治安管理规定的，由公安机关依法给予处罚",
        "。本办法与省的规定相抵触的，依照省的规定执行",
        "。坚持以染须技艺传承思想为指导，深入贯彻落实全省理发工作会议精神，增强“染须意识”、坚定“染须信心”",
        "。要认真贯彻落实省协会关于染须工作的决策部署",
        "。进一步推动染须工作做细做实",
        "。染须工作事关顾客安全和行业发展",
        "。做好染须工作是落实省协会会议精神的重要举措",
        "。染液的管理具有十分重要的意义",
        "。发展染须事业是行业进步的重要标志，保障染须安全是全社会的共同责任",
    ],
)
def test_a_line_of_policy_an_effect_and_what_follows_from_other_law_is_no_duty(clause: str) -> None:
    assert not rules(f"{COMMON}{clause}。", f"{COMMON}。") & {"dropped-duty"}
    assert not rules(f"{COMMON}。", f"{COMMON}{clause}。") & {"added-duty"}


@pytest.mark.parametrize(
    "clause",
    [
        "。理发店应当推广新型染液",
        "。县级人民政府应当推广两种染液",
        "。县级人民政府应当推行染液登记制",
        "。县级人民政府应当划定染须区",
        "。县级人民政府应当加强协会机构建设",
        "。县级人民政府应当督促理发店改进染液",
        "。县级人民政府应当加强对店主履行义务的监督",
        "。染须时应当采取措施，防止染液污染衣物",
        "。阻挠会员检查，违反治安管理规定的，由公安机关处以罚款",
        "。理发店应当执行染须法规和协会的方针",
        "。理发店应当以热水为染液",
        "。店主应当落实关系到顾客安全的三项措施",
    ],
)
def test_what_a_body_has_to_set_up_and_what_others_have_to_do_is_a_duty(clause: str) -> None:
    assert "dropped-duty" in rules(f"{COMMON}{clause}。", f"{COMMON}。")


@pytest.mark.parametrize(
    "cut",
    [
        "。市场、公安等部门按照各自职责，登记理发店",
        "。协会应当依托须发服务热线，登记理发店",
        "。根据染液的数量和浓度等因素，登记理发店",
    ],
)
def test_a_clause_cut_before_what_is_done_is_no_duty(cut: str) -> None:
    assert not rules(f"{COMMON}{cut}。", f"{COMMON}。登记理发店。") & {"dropped-duty", "dropped-in-part"}


@pytest.mark.parametrize(
    ("gone", "elsewhere", "is_told"),
    [
        ("县政府有关部门按照职责分工负责染须管理的有关工作", "公安、市场等部门按照各自职责，做好染须相关工作", False),
        ("县政府有关部门按照职责分工负责染须管理的有关工作", "公安、市场等部门应当登记理发店", True),
        ("县政府有关部门按照职责分工做好染须的检测和统计工作", "公安、市场等部门按照各自职责，做好染须相关工作", True),
        ("税务部门按照职责分工负责染须管理的有关工作", "公安、市场等部门按照各自职责，做好染须相关工作", True),
    ],
)
def test_that_other_departments_do_their_task_is_said_by_who_they_are(gone: str, elsewhere: str, is_told: bool) -> None:
    common = "理发店应当每年向协会登记，登记满一年的应当换证"
    base = document(f"{common}。{gone}。", "协会保管剪刀。")
    target = document(f"{common}。", "协会保管剪刀。", f"{elsewhere}。")
    told = [finding.base for row in compare(align(base, target)).rows for finding in row.findings if finding.base]
    assert any("职责分工" in words for words in told) == is_told
