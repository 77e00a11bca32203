"""What a local rule sets and its superior does not: penalties, licences, coercion, fees, prohibitions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparison.findings.reading import document

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.findings import Frame, added_findings, grouped, row_findings
from policydiff.comparison.findings.powers import rules as powers
from policydiff.comparison.findings.powers.granted import granted
from policydiff.comparison.findings.powers.provision import LocalProvision
from policydiff.gravity import POWERS, place, rank, weight
from policydiff.messages import message_parts
from policydiff.model import Basis, Both, Finding, Language, Link, Row, Source
from policydiff.parsing import parse
from policydiff.wording import ADDS

SUPERIOR = (
    "蓄须者应当每月修剪胡须。",
    "任何单位和个人不得在公共浴池染须。",
    "开设理发店应当经县级人民政府行业管理部门批准，领取理发经营许可证。",
    "蓄须者应当缴纳胡须管理费。",
    "违反本法规定，在公共浴池染须的，由县级人民政府行业管理部门给予警告，可以并处罚款。",
    "对用于染须的工具，县级人民政府行业管理部门可以扣押。",
)


def added(text: str, *superior: str, language: Language = "zh") -> list[Finding]:
    """The powers that an added provision is told to set."""
    base = document(*(superior or SUPERIOR), language=language)
    frame = Frame.of(base, document(text, language=language))
    found = added_findings(text, frame, leaves=("art_1",))
    return [finding for finding in found if finding.rule.startswith("new-")]


def rules(text: str, *superior: str, language: Language = "zh") -> list[str]:
    return [finding.rule for finding in added(text, *superior, language=language)]


def compared(base: str, target: str) -> tuple[Row, ...]:
    one, other = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in (base, target))
    return compare(align(one, other)).rows


@pytest.mark.parametrize(
    "text",
    [
        "违反本办法规定，在街头叫卖假发的，由县级人民政府行业管理部门责令改正，处五百元以上二千元以下罚款。",
        "在街头叫卖假发的，没收假发；情节严重的，吊销理发经营许可证。",
        "理发师醉酒剃须的，责令停业整顿。",
        "理发师醉酒剃须的，处五日以下拘留。",
        "在街头揽客的，处罚款五百元。",
        "在街头揽客的，罚款五百元。",
        "在街头揽客的，每次罚款五十元。",
        "在街头揽客的，予以拘留。",
        "对在街头揽客的店主，由行业管理部门处一千元罚款。",
        "对违反规定在街头揽客的单位，责令停业整顿。",
    ],
)
def test_a_penalty_for_an_act_that_the_superior_does_not_punish_is_new(text: str) -> None:
    assert rules(text) == ["new-penalty"]


def test_a_penalty_of_another_kind_stands_beside_that_of_the_superior_for_the_same_act() -> None:
    [finding] = added("在公共浴池染须的，由县级人民政府行业管理部门没收染须工具。")
    assert (finding.rule, finding.type) == ("new-penalty-kind", "added-duty")
    assert "没收染须工具" in finding.target
    assert finding.base == "在公共浴池染须的，由县级人民政府行业管理部门给予警告，可以并处罚款"
    assert "请核对是否超出规定的种类范围" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "在街头叫卖假发的，给予通报批评。",
        "在街头叫卖假发的，三年内不得从事理发业务。",
        "在街头叫卖假发的，终身不得担任理发店负责人。",
        "在街头叫卖假发的，三年内不得在本市行政区域内承接理发业务。",
        "理发店在街头叫卖假发的，责令限制生产。",
        "理发店在街头叫卖假发的，由行业管理部门予以取缔。",
        "理发店在街头叫卖假发的，降低资质等级。",
        "理发师在街头叫卖假发的，收回其理发师资格证书。",
    ],
)
def test_each_kind_of_penalty_that_the_law_knows_is_one_whatever_its_name(text: str) -> None:
    assert rules(text) == ["new-penalty"]


@pytest.mark.parametrize(
    "text",
    [
        "未取得市商务局核发的假发销售许可证的，不得从事假发销售。",
        "未取得商务主管部门颁发的假发资质证书的单位，不得承接假发制作。",
        "从事假发制作未向商务主管部门备案的，不得开工。",
        "未取得备案证明的，不得从事假发制作。",
        "假发经商务主管部门登记后，方可使用。",
    ],
)
def test_leave_is_leave_whoever_issues_it_and_so_is_filing_without_which_nobody_may_begin(text: str) -> None:
    assert rules(text) == ["new-licence"]


@pytest.mark.parametrize(
    "text",
    [
        "从事假发制作的，应当向商务主管部门备案。",
        "假发企业制作假发前，应当持商务主管部门颁发的营业许可证和有关资料，到所在地行业管理部门备案。",
    ],
)
def test_filing_alone_is_no_licence_nor_is_a_certificate_that_is_shown_for_it(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    "there", ["从事假发制作的企业经登记，方可开工。", "从事假发制作的企业应当备案；未备案的，不得开工。"]
)
def test_filing_without_which_nobody_may_begin_is_not_new_where_the_superior_has_it(there: str) -> None:
    local = "从事假发制作的企业经商务主管部门备案后，方可开工。"
    assert rules(local, there) == []
    assert rules(local, "从事假发制作的企业应当备案。") == ["new-licence"]


@pytest.mark.parametrize("ends", ["：", "。", ""])
def test_items_of_a_list_that_is_announced_or_left_open_are_punished(ends: str) -> None:
    introduction = f"有下列行为之一的，处五百元罚款{ends}"
    provision = LocalProvision(text="在街头叫卖假发", language="zh", introduction=introduction)
    assert [one.rule for one in powers.set_by(provision, granted(document(*SUPERIOR)))] == ["new-penalty"]


def test_what_stands_below_a_whole_sentence_is_no_item_of_it() -> None:
    whole = "在街头叫卖假发的，处五百元罚款。"
    for holder in (whole, f"修改为：“{whole}”", "不得在街头叫卖假发。"):
        provision = LocalProvision(text="加强宣传，营造良好氛围。", language="zh", introduction=holder)
        assert [*powers.set_by(provision, granted(document(*SUPERIOR)))] == []


@pytest.mark.parametrize("name", ["服务保证金", "物业服务质量保证金", "公证保证金"])
def test_a_surety_is_a_fee_whatever_service_it_is_named_after(name: str) -> None:
    assert rules(f"理发店应当向行业管理部门缴纳{name}。") == ["new-fee"]


@pytest.mark.parametrize("name", ["服务费", "税款保证金"])
def test_the_price_of_a_service_and_what_is_put_down_for_a_tax_are_no_fee(name: str) -> None:
    assert rules(f"理发店应当按时缴纳{name}。") == []


def test_in_a_rule_on_the_conduct_of_officers_what_names_nobody_binds_these() -> None:
    posture = "站立时做到抬头、挺胸，身体不得倚靠其他物体。"
    provision = LocalProvision(text=posture, language="zh", rule="某市交通警察执勤规范")
    superior = granted(document(*SUPERIOR))
    assert [*powers.set_by(provision, superior)] == []
    assert [one.rule for one in powers.set_by(replace(provision, rule="某市理发店管理规范"), superior)]
    named = replace(provision, text="店主不得倚靠其他物体。")
    assert [one.rule for one in powers.set_by(named, superior)] == ["new-prohibition"]


def test_what_the_public_must_not_be_made_to_do_binds_offices() -> None:
    assert rules("一个工作日内转交有权处理的单位，不得让群众来回跑。") == []


@pytest.mark.parametrize("kind", ["工资保证金制度", "染须保证金制度", "理发安全备用金缴存制度"])
def test_a_deposit_that_is_introduced_is_a_fee(kind: str) -> None:
    assert rules(f"理发店实行{kind}。") == ["new-fee"]
    assert rules(f"理发店实行{kind}。", "蓄须者应当每月修剪胡须。", f"理发店应当遵守{kind}。") == []


@pytest.mark.parametrize(
    "text",
    [
        "理发店建设实行质量保证金制度。",
        "推广以保函替代现金缴纳保证金。",
        "理发店依法实行工资保证金制度。",
        "不得建立保证金制度。",
    ],
)
def test_a_warranty_or_what_is_forbidden_or_laid_down_elsewhere_is_no_deposit(text: str) -> None:
    assert "new-fee" not in rules(text)


@pytest.mark.parametrize(
    "order", ["责令停工整治", "责令停工整顿", "责令其停工整改", "责令限期改正；拒不改正的，责令停工"]
)
def test_a_site_that_is_closed_as_a_works_is_punished(order: str) -> None:
    assert rules(f"建设单位未将理发店噪声防治费用列入造价的，由县级人民政府行业管理部门{order}。") == ["new-penalty"]
    there = "建设单位未将理发店噪声防治费用列入造价的，由县级人民政府行业管理部门责令停工整治。"
    assert rules(f"建设单位未将理发店噪声防治费用列入造价的，{order}。", "蓄须者应当每月修剪胡须。", there) == []


@pytest.mark.parametrize(
    "order", ["责令停止施工、限期改正", "责令停止建设，限期拆除", "责令停止违法行为", "责令停工的单位应当整改"]
)
def test_to_order_that_what_is_unlawful_ends_is_no_penalty(order: str) -> None:
    assert rules(f"在街头搭建理发店的，由县级人民政府行业管理部门{order}。") == []


def test_a_warning_alone_is_a_penalty_and_is_none_beside_graver_ones() -> None:
    assert rules("在街头叫卖假发的，由县级人民政府行业管理部门给予警告。") == ["new-penalty"]
    assert rules("在街头叫卖假发的，处警告。") == ["new-penalty"]
    fined = "在街头叫卖假发的，处二百元罚款。"
    assert rules("在街头叫卖假发的，由行业管理部门给予警告。", "蓄须者应当每月修剪胡须。", fined) == []
    assert rules("行业管理部门不履行职责的，由上级行业管理部门给予警告。") == []
    graver = "在街头叫卖假发的，由行业管理部门给予警告，责令改正；逾期不改正的，处二百元罚款"
    assert [finding.target for finding in added(f"{graver}。")] == [graver]


def test_a_sign_that_warns_is_no_penalty_of_the_superior() -> None:
    sign = "在公共浴池染须的，应当设置警告标志，并处理染料。"
    assert rules("在公共浴池染须的，给予通报批评。", "蓄须者应当每月修剪胡须。", sign) == ["new-penalty"]


@pytest.mark.parametrize(
    "text",
    [
        "行业管理部门不履行职责的，由本级人民政府责令改正，给予通报批评。",
        "胡须博物馆建成后五年内不得拆除。",
        "取消理发店评优资格。",
    ],
)
def test_what_superiors_say_to_offices_or_what_is_no_breach_is_no_penalty(text: str) -> None:
    assert "new-penalty" not in rules(text)


def test_a_penalty_is_quoted_with_its_act_and_who_may_impose_it() -> None:
    text = (
        "违反本办法规定，理发店未采取遮盖措施，或者未在门前设置标志的，"
        "由县级人民政府行业管理部门责令改正，处五百元罚款。"
    )
    [finding] = added(text)
    assert finding.target == text.removeprefix("违反本办法规定，").rstrip("。")


def test_each_act_that_is_punished_is_told_and_how_far_it_goes_is_not_told_again() -> None:
    text = (
        "在街头叫卖假发的，处二百元罚款；情节严重的，处五百元罚款；"
        "理发师醉酒剃须的，处一千元罚款；在公共浴池染须的，处二百元罚款。"
    )
    assert [finding.target for finding in added(text)] == [
        "在街头叫卖假发的，处二百元罚款",
        "理发师醉酒剃须的，处一千元罚款",
    ]


def test_a_penalty_or_a_measure_is_quoted_with_an_act_that_stands_before_a_semicolon() -> None:
    act = "违反本办法第九条规定，在街头叫卖假发，不听劝阻的，责令改正"
    assert added(f"{act}；逾期不改正的，处五百元罚款。")[0].target == f"{act}；逾期不改正的，处五百元罚款"
    left = "未及时清除街头假发的，责令改正；拒不清除的，由街道办事处代为清除"
    assert added(f"{left}，费用由责任人承担。")[0].target == left


def test_where_other_laws_come_first_the_act_is_what_the_penalty_is_for() -> None:
    text = "在街头叫卖假发的，有关法律、法规对法律责任已作出规定的，从其规定；未作规定的，给予警告，并处罚款。"
    [finding] = added(text)
    assert finding.target.startswith("在街头叫卖假发的")


@pytest.mark.parametrize(
    "text",
    [
        "未按照规定在街头设置假发柜台的，由行业管理部门处五百元罚款。",
        "擅自改变依法批准的假发柜台的，由行业管理部门依法责令改正，处五百元罚款。",
        "在街头叫卖假发的，处五百元罚款，构成犯罪的，依法追究刑事责任。",
    ],
)
def test_a_rule_that_is_spoken_of_in_the_act_does_not_set_the_penalty(text: str) -> None:
    assert rules(text) == ["new-penalty"]


def test_a_penalty_is_quoted_with_a_fine_that_may_come_on_top() -> None:
    words = "在街头揽客的，没收假发，可以并处罚款"
    assert [one.target for one in added(f"{words}。")] == [words]


@pytest.mark.parametrize("text", ["罚款五百元以上的，应当告知听证的权利。", "行政处罚款项应当上缴国库。"])
def test_a_fine_that_is_spoken_of_is_not_imposed(text: str) -> None:
    assert rules(f"在街头揽客的，应当劝阻。{text}") == []


def test_what_must_be_closed_by_itself_is_not_closed_as_a_penalty() -> None:
    assert rules("因街头调整需要拆除或者关闭假发柜台，造成损失的，应当给予补偿。") == []


def test_a_list_that_forbids_more_besides_forbids_nothing_itself() -> None:
    assert rules("在公园内，除禁止本办法第九条规定的行为以外，还禁止下列行为：") == []


def test_in_a_row_whose_fine_is_for_another_act_the_new_penalty_is_told_once() -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须。\n", "第三条 本办法自公布之日起施行。\n"
    base = "第二条 违反本法规定，在公共浴池染须的，由行业管理部门责令停止违法行为，处一万元以下罚款。\n"
    target = (
        "第二条 违反本办法规定，在街头叫卖假发的，由行业管理部门责令停止违法行为，对单位处五千元以下罚款，"
        "对个人处一千元以下罚款。\n"
    )
    rows = compared(f"胡须法\n{trims}{base}{enters}", f"胡须办法\n{trims}{target}{enters}")
    found = [finding for row in rows for finding in row.findings if "叫卖假发" in finding.target]
    assert [finding.rule for finding in found].count("new-penalty") == 1


def test_what_introduces_a_list_of_breaches_sets_no_penalty_by_itself() -> None:
    assert rules("理发店有下列行为之一的，责令限期改正；逾期未改正的，处五百元罚款：") == []


def test_the_sum_of_a_new_penalty_is_told_with_it_and_not_once_more() -> None:
    text = "在街头叫卖假发的，由县级人民政府行业管理部门处二百元以上五百元以下罚款。"
    frame = Frame.of(document(*SUPERIOR), document(text))
    assert [finding.rule for finding in added_findings(text, frame, leaves=("art_1",))] == ["new-penalty"]


@pytest.mark.parametrize(
    "text", ["在街头叫卖假发的，处二百元罚款。", "禁止在学校门口叫卖假发。", "城市管理部门可以查封展览场所。"]
)
def test_beside_a_power_stands_one_of_the_same_kind_or_it_is_said_that_there_is_none(text: str) -> None:
    superior = ("理发店打扫街头和学校门口，清点假发和展览场所。", *SUPERIOR)
    [finding] = added(text, *superior)
    assert finding.base == ""
    assert "未找到" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "对违法染制的假发，由行业管理部门予以没收。",
        "对违法染制的假发予以没收。",
        "违反本办法的，责令停产停业。",
        "违反本办法规定的，由行业管理部门处五百元罚款。",
    ],
)
def test_a_penalty_for_what_was_done_with_a_thing_or_for_any_breach_is_new(text: str) -> None:
    [finding] = added(text)
    assert (finding.rule, finding.target) == ("new-penalty", text.rstrip("。"))


@pytest.mark.parametrize(
    "text",
    [
        "违反本办法规定的，给予警告。",
        "违反本办法规定的，由行业管理部门依法处罚。",
        "违反规定的，处五百元罚款。",  # of what the sentence before says
        "对没收的假发，应当拍卖。",
    ],
)
def test_a_warning_for_any_breach_and_what_is_laid_down_elsewhere_is_no_new_penalty(text: str) -> None:
    assert rules(text) == []


def test_a_penalty_for_any_breach_is_that_of_the_superior_where_it_has_one_of_the_kind() -> None:
    fined = "违反本法规定的，处一千元罚款。"
    assert rules("违反本办法规定的，处五百元罚款。", fined) == []
    assert rules("违反本办法规定的，吊销许可证。", fined) == ["new-penalty"]


@pytest.mark.parametrize(
    "text",
    [
        "在公共浴池染须的，处二百元罚款。",  # the superior fines it
        "违反本办法规定，在街头叫卖假发的，依法给予处罚。",
        "在街头叫卖假发的，依照《中华人民共和国市容法》的规定处以罚款。",
        "在街头叫卖假发，构成犯罪的，依法追究刑事责任。",
        "罚款必须全部上缴国库。",
        "在街头叫卖假发的，没收违法所得。",  # by law
        "理发管理人员玩忽职守的，给予警告处分。",
        "违反本办法第九十九条规定的，处二百元罚款。",  # of what, nobody can tell
    ],
)
def test_what_is_punished_there_or_by_another_law_is_no_new_penalty(text: str) -> None:
    assert "new-penalty" not in rules(text)


def test_a_penalty_for_another_act_of_the_same_words_is_no_other_kind_for_that_act() -> None:
    drunk = "理发师醉酒剃须的，吊销理发经营许可证。"
    assert "new-penalty-kind" not in rules("理发师逆行闯灯剃须的，处五百元罚款。", drunk)
    assert rules("理发师醉酒剃须的，处五百元罚款。", drunk) == ["new-penalty-kind"]


def test_what_the_police_may_punish_has_the_kinds_that_the_law_on_them_knows() -> None:
    superior = "在公共浴池染须的，由公安机关依法给予治安管理处罚。"
    assert rules("在公共浴池染须的，由公安机关处五百元罚款。", superior) == []
    assert rules("在公共浴池染须的，由公安机关责令停业整顿。", superior) == ["new-penalty-kind"]


def test_an_act_that_is_punished_for_what_it_led_to_is_the_act_and_not_what_came_of_it() -> None:
    known = "在公共浴池染须，造成浴池污染的，处五百元罚款；拒不改正的，处一千元罚款。"
    assert rules(known, *SUPERIOR[:-1], "违反本法规定，在公共浴池染须的，处罚款。") == []
    [told] = added("在街头叫卖假发，造成街道堵塞的，处五百元罚款；拒不改正的，处一千元罚款。")
    assert (told.rule, told.target) == ("new-penalty", "在街头叫卖假发，造成街道堵塞的，处五百元罚款")


def test_a_censure_of_offices_for_what_they_are_to_carry_out_punishes_nobody_else() -> None:
    censured = "行业管理部门未履行本法第一条规定的职责的，由本级人民政府给予通报批评。"
    assert rules("在街头叫卖假发的，处五百元罚款。", "在街头叫卖假发应当登记。", censured) == ["new-penalty"]


@pytest.mark.parametrize(
    ("superior", "text"),
    [
        (
            "理发店在学校门口设置旋转灯箱，或者未遮盖染料，污染街面的，处五百元罚款。",
            "理发店在学校门口设置旋转灯箱的，处二百元罚款。",
        ),
        (
            "擅自在学校门口设置旋转灯箱的，处五百元罚款。",
            "未经登记，在学校门口设置旋转灯箱，影响师生通行的，处二百元罚款。",
        ),
    ],
)
def test_an_act_is_known_from_each_clause_of_its_case(superior: str, text: str) -> None:
    assert rules(text, "蓄须者应当每月修剪胡须。", superior) == []


def test_by_whom_or_in_what_a_breach_is_done_is_no_act() -> None:
    superior = "从事假发收购、运输、销售的单位和个人，在假发销售过程中，未佩戴证件的，处五百元罚款。"
    text = "从事假发收购、运输、销售的单位和个人，在假发销售过程中，未建立台账的，处二百元罚款。"
    assert rules(text, "蓄须者应当每月修剪胡须。", superior) == ["new-penalty"]


def test_when_a_breach_begins_is_no_act() -> None:
    superior = "未经登记租用理发摊位期满后，拒不交回钥匙的，处五百元罚款。"
    told = rules("租用理发摊位期满后，未清除摊位垃圾的，处二百元罚款。", "蓄须者应当每月修剪胡须。", superior)
    assert told == ["new-penalty"]


def test_the_breach_of_an_article_is_that_of_what_it_lays_down() -> None:
    punished = (f"违反本办法第{number}条规定的，处五百元罚款。" for number in "一四")
    target = document("禁止在公共浴池染须。", *punished, "禁止在学校门口叫卖假发。")
    frame = Frame.of(document(*SUPERIOR), target)
    known, new = (added_findings(leaf.text, frame, leaves=(leaf.eid,)) for leaf in target.leaves()[1:3])
    assert "new-penalty" not in {finding.rule for finding in known}
    assert "new-penalty" in {finding.rule for finding in new}


def test_what_a_penalty_only_cites_is_told_with_it() -> None:
    target = document("禁止在学校门口叫卖假发。", "违反本办法第一条规定的，处五百元罚款。")
    [told] = added_findings(target.leaves()[1].text, Frame.of(document(*SUPERIOR), target), leaves=("art_2",))
    assert told.cited == "禁止在学校门口叫卖假发"
    assert "“违反本办法第一条规定的，处五百元罚款”（所引规定：“禁止在学校门口叫卖假发”）" in told.message
    assert told.cited in "".join(message_parts(told, "zh"))


def test_items_that_a_penalty_cites_are_those_of_the_article_above_them() -> None:
    rule = (
        "第一条 禁止下列行为：\n（一）在街头叫卖假发；\n（二）在学校门口揽客；\n（三）在桥上晾晒假发。\n"
        "第二条 违反本办法第一条规定的，按照下列规定处罚：\n（一）违反第一项、第三项规定的，处一百元罚款；\n"
        "（二）违反第二项规定的，处二百元罚款；\n（三）违反第一项至第三项规定，经劝阻不听的，处三百元罚款；\n"
        "（四）违反第九项规定的，处四百元罚款。"
    )
    told = [finding.cited for row in compared("第一条 蓄须者应当每月修剪胡须。", rule) for finding in row.findings]
    assert [one for one in told if one] == ["在街头叫卖假发；在桥上晾晒假发", "在学校门口揽客"]


@pytest.mark.parametrize(
    "text",
    [
        "未经县级人民政府文化主管部门批准，任何单位和个人不得举办胡须展览。",
        "从事假发制作的，应当向县级人民政府质量监督部门申请领取假发制作许可证。",
        "举办胡须比赛，须经市人民政府体育主管部门批准后，方可进行。",
        "驾驶须车进入市区的，应当向公安机关申请办理须车通行证。",
        "举办胡须展览的，应当经文化主管部门批准后实施，并执行协会制定的技术标准和规范。",
        "从事假发检测的单位，应当经质量监督机构进行资质认定。",
        "从事假发制作的，必须取得质量监督部门的批准。",
        "代办假发邮寄的单位，必须具有质量监督部门颁发的代办批准文件。",
        "种植假发原料的，应在种植前提出申请，经原料检疫机构同意后，方可种植。",
        "采用承包方式制作假发的，应当签订合同。承包合同签订后，报颁发理发经营许可证的部门批准。",
        "店主应将新增的假发库存报质量监督部门核准。",
        "从事假发捕捉的，应当领取捕捉证。",
        "未取得假发运输证的，不得运输假发。",
    ],
)
def test_leave_that_the_superior_does_not_ask_for_is_new(text: str) -> None:
    assert rules(text) == ["new-licence"]


@pytest.mark.parametrize(
    "text",
    [
        "开设理发店，须经县级人民政府行业管理部门批准后，方可营业。",
        "举办胡须展览应当依法取得许可证。",
        "举办胡须展览，应当按照国家有关规定报文化主管部门批准。",
        "市人民政府编制的胡须发展规划，应当报省人民政府批准。",
        "未经业主大会同意，不得在小区举办胡须展览。",
        "未经业主大会批准，不得在小区举办胡须展览。",
        "举办胡须展览应当向文化主管部门备案。",
        "未经文化主管部门批准举办胡须展览的，由文化主管部门依法处理。",
        "办事大厅应当设立集中办理行政许可的窗口。",
        "举办胡须展览的，应当向场地提供文化主管部门的审批证明。",
        "胡须发展规划公布后不得修改。确需变更的，应当征得行业管理部门同意。",
        "胡须展览的调度方案应当报市人民政府批准。",
        "因胡须过长确需延长展览期限的，应当报县级人民政府批准。",
        "展览应当遵循管经营必须管安全和谁审批谁负责的原则。",
        "未经核实或者经核实不符合展览许可内容的，主办单位不得组织展览。",
        "学校应当从取得假发经营许可证的企业购买假发。",
        "转让假发，应当在持有假发经营许可证的单位之间进行。",
        "文化主管部门应当自接到申请之日起三十日内提出意见，对符合条件的，报市人民政府批准。",
        "展览需经有关部门批准的，主办单位应当提前准备。",
    ],
)
def test_leave_that_is_asked_for_there_or_of_no_citizen_is_no_new_licence(text: str) -> None:
    assert "new-licence" not in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "县级人民政府城市管理部门可以查封举办胡须展览的场所。",
        "逾期不清除街头假发的，由街道办事处代为清除，费用由责任人承担。",
        "逾期不缴纳的，按日加收千分之五的滞纳金。",
        "逾期不缴纳罚款的，每日按罚款数额的百分之五加处罚款。",
        "拒不改正的，行业管理部门可以通知供电企业停止供电。",
        "对扰乱展览秩序的人员，行业管理部门可以强行带离现场。",
        "县级人民政府行业管理部门可以查封、暂扣展览工具。",
        "县级人民政府行业管理部门可以扣留理发师的证件。",
    ],
)
def test_coercion_that_the_superior_does_not_give_is_new(text: str) -> None:
    assert rules(text) == ["new-coercion"]


def test_a_supply_that_is_stopped_where_an_order_is_disobeyed_is_coercion_whoever_stops_it() -> None:
    assert rules("在街头染须，拒不改正的，停止供水供电。") == ["new-coercion"]
    assert rules("在街头染须，拒不改正的，停止供水供电。", *SUPERIOR, "对拒不改正的，可以停止供电。") == []
    assert rules("逾期不交纳水费的，可以停止供水。") == []


@pytest.mark.parametrize(
    "text",
    [
        "县级人民政府行业管理部门可以扣押用于染须的工具。",
        "县级人民政府城市管理部门可以依法查封展览场所。",
        "逾期不清除街头假发的，申请人民法院强制执行。",
        "被查封的场所应当妥善保管。",
        "理发店不得扣押顾客的身份证件。",
        "逾期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。",
        "逾期不缴纳电费的，供电企业可以停止供电。",
        "用户逾期不缴纳采暖费的，按日加收千分之一的滞纳金。",
        "进入展览场所前应当留置火种。",
        "暂扣、扣押的工具应当妥善保管。",
        "强制拆除公告应当在现场张贴。",
        "停止供电的措施必须限于展览现场，不得影响居民。",
        "行业管理部门按照国家有关规定查封染须场所。",
    ],
)
def test_coercion_that_is_given_or_forbidden_or_over_is_not_new(text: str) -> None:
    assert "new-coercion" not in rules(text)


def test_a_fee_of_which_the_superior_does_not_speak_is_new() -> None:
    assert rules("举办胡须展览的单位应当缴纳展览场地清扫费。") == []  # a place is let
    assert rules("举办胡须展览的单位应当缴纳须发清扫保证金。") == ["new-fee"]
    assert rules("蓄须者应当于每年一月缴纳胡须管理费。") == []
    assert rules("举办胡须展览的单位应当按照国家有关规定缴纳清扫费。") == []
    assert "new-fee" not in rules("不得向参观者收取参观费。")


@pytest.mark.parametrize(
    "text",
    [
        "店主应当向税务部门缴纳胡须展示费。",
        "店主应当按年缴纳门票展示费。",
        "律师协会向店主收取胡须展示费。",
        "进入停车位应当缴纳胡须保证金。",
    ],
)
def test_a_fee_is_known_by_its_name_whoever_takes_it_and_wherever(text: str) -> None:
    assert rules(text) == ["new-fee"]


@pytest.mark.parametrize(
    "text",
    [
        "入廊单位应当向管廊运营单位交纳胡须入廊费。",
        "理发店应当与顾客订立合同，合理收取服务费用。",
        "男女在征收征用补偿费分配方面权利平等。",
    ],
)
def test_what_is_paid_to_who_supplies_a_thing_is_no_fee(text: str) -> None:
    assert "new-fee" not in rules(text)


@pytest.mark.parametrize("name", ["物业服务费", "水费", "车位租赁费", "保险费", "律师服务费"])
def test_a_price_is_no_fee(name: str) -> None:
    assert rules(f"店主应当按月缴纳{name}。") == []


@pytest.mark.parametrize(
    "text",
    [
        "申请开设染须店的，应当提交无染须违法记录证明。",
        "申请开设染须店的，应当持村民委员会出具的证明，到行业管理部门办理手续。",
        "理发师应当向店主出示染须培训证明材料。",
    ],
)
def test_a_proof_of_which_the_superior_does_not_speak_is_new(text: str) -> None:
    [finding] = added(text)
    assert finding.rule == "new-proof"
    assert "证明" in finding.target
    assert finding.message.startswith("疑似增设证明事项")


@pytest.mark.parametrize(
    "text",
    [
        "申请开设理发店的，应当提交身份证明和房屋权属证明。",
        "申请开设理发店的，应当提交有关证明。",
        "申请开设理发店的，应当按照国家有关规定提交资金证明。",
        "行业管理部门不得要求申请人提交资金证明。",
        "县级人民政府行业管理部门应当向店主提供培训证明。",
        "未按照规定提交资金证明的，责令改正。",
        "理发师上岗应当出示体检健康证明。",
        "申请开设理发店的，凭资金证明可以优先办理。",
        "申请开设理发店的，应当提交国家规定的资金到位证明。",
        "在街头叫卖假发的，责令改正，当事人应当提交整改完成证明。",
    ],
)
def test_papers_and_proofs_that_are_asked_for_elsewhere_or_of_offices_are_no_new_proof(text: str) -> None:
    assert "new-proof" not in rules(text, *SUPERIOR, "理发师应当取得健康证明。")


def test_a_proof_behind_one_that_shows_itself_is_told() -> None:
    assert rules("申请开设胡须展览的，应当提供场地使用证明、无犯罪记录证明。") == ["new-proof"]
    assert rules("申请开设胡须展览的，应当提供场地使用证明、身份证明。") == []


def test_a_proof_in_a_list_of_papers_is_told() -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须。\n", "自公布之日起施行。\n"
    items = "第二条 申请开设染须店的，应当提交下列材料：\n（一）申请书；\n（二）剃须资金到位证明。\n"
    rows = compared(f"胡须法\n{trims}第二条 本法{enters}", f"胡须办法\n{trims}{items}第三条 本办法{enters}")
    assert [one.target for row in rows for one in row.findings if one.rule == "new-proof"] == ["剃须资金到位证明"]


@pytest.mark.parametrize(
    "text",
    [
        "外省理发企业到本省开设理发店的，应当向省行业管理部门备案。",
        "省外的染须服务机构在本市从事业务的，必须在本市设立分支机构。",
        "理发店应当向行业管理部门指定的企业购买染液。",
        "蓄须者应当到定点理发店修剪胡须。",
        "在外省注册的车辆到本市营运超过十日的，应当向本市行业管理部门备案。",
        "外地假发进入本市销售的，应当经市质量监督部门检验合格。",
        "理发店使用的染液应当由行业管理部门指定的企业供应。",
    ],
)
def test_what_keeps_out_those_from_elsewhere_or_favours_a_supplier_is_a_new_barrier(text: str) -> None:
    assert rules(text) == ["new-barrier"]


@pytest.mark.parametrize(
    "text",
    [
        "不得要求外省理发企业在本市设立分支机构。",
        "鼓励外省理发企业在本市设立分支机构，有关部门应当简化登记手续。",
        "外地理发企业与本地企业平等参与招标，应当一并办理登记。",
        "行业管理部门应当委托指定的机构检查理发店。",
        "罚款应当到财政部门指定的金融机构缴纳。",
        "任何单位不得要求理发店向其指定的企业购买染液。",
        "理发店应当到指定的企业购买染液而未购买的，责令改正，处一百元罚款。",
    ],
)
def test_what_forbids_a_barrier_or_binds_the_offices_is_none(text: str) -> None:
    assert "new-barrier" not in rules(text)


def test_a_barrier_that_the_superior_has_as_well_is_not_new() -> None:
    superior = "跨省开设理发店的企业，应当向行业管理部门备案。"
    assert rules("外省理发企业到本省开设理发店的企业，应当向行业管理部门备案。", superior) == []
    assert rules("蓄须者应当到定点理发店修剪胡须。", "胡须由定点理发店修剪。") == []


def test_a_paper_that_speaks_of_a_penalty_as_imposed_before_punishes_nothing() -> None:
    informs = "在街头叫卖假发的，告知停业的店主。"
    assert rules("在街头叫卖假发的，责令停业。", informs) == ["new-penalty"]


@pytest.mark.parametrize(
    "text",
    [
        "任何单位和个人不得在公园放养山羊。",
        "禁止在学校门口叫卖假发。",
        "任何个人不得在公园放养山羊。",
        "举办胡须展览期间，理发店不得打烊。",
    ],
)
def test_what_the_superior_does_not_forbid_is_a_new_prohibition(text: str) -> None:
    assert rules(text) == ["new-prohibition"]


@pytest.mark.parametrize(
    "text",
    [
        "任何单位和个人不得组织胡须赌局。",
        "任何单位和个人不得公开顾客的胡须照片。",
        "店主不得委托未成年人剃须。",
        "店主应当爱护假发，不得办理假发会员卡。",
        "任何单位和个人不得登记他人的胡须。",
        "任何单位和个人不得非法买卖胡须。",
        "任何单位和个人不得妨碍他人剃须。",
    ],
)
def test_what_an_office_may_not_decide_is_a_prohibition_where_others_must_not_do_it(text: str) -> None:
    assert rules(text) == ["new-prohibition"]


@pytest.mark.parametrize(
    "text",
    [
        "胡须评定结果不得作为考核依据。",
        "未通过胡须检验的，不得办理胡须登记。",
        "行业管理部门不得公开胡须照片。",
        "任何单位和个人不得妨碍胡须检查人员依法执行公务。",
        "禁止在公共浴池染须。",
        "行政机关不得要求蓄须者提供证明。",
        "不得要求申请人重复提交胡须照片。",
        "胡须管理费应当按时入库，不得减免。",
        "蓄须者的合法权益受法律保护，任何单位和个人不得侵犯。",
        "行政机关及其工作人员不得拒绝受理蓄须者的申请。",
        "任何部门和单位不得向蓄须者摊派费用。",
        "胡须长度不得超过三十厘米。",
        "不得从事法律、法规禁止的活动。",
        "检查人员依法行使职权，任何单位和个人不得干涉。",
        "胡须发展规划经批准后，不得擅自修改。",
        "胡须管理资金应当专款专用，不得挪作他用。",
        "理发店应当设置禁止染须的明显标志。",
        "停止供电的措施必须限于展览现场，不得影响居民生活。",
        "禁止在没有屋顶，或者没有围墙的公共浴池染须。",
        "遇有异常天气时，应当及时启动应急预案，实施禁止通行、限制通行等措施。",
        "因计量不准多收取的费用，应当退还顾客。",
        "禁止染须区以外的街道为一般管理区。",
    ],
)
def test_what_is_forbidden_there_or_binds_the_offices_alone_is_no_new_prohibition(text: str) -> None:
    assert "new-prohibition" not in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "行业管理部门在检查中不得索要假发；不得收受理发店赠送的染料。",
        "对理发工具采取查封、扣押措施的，应当严格依法进行，不得超出范围。",
        "街道绿线经批准后，不得擅自调整。",
        "未经法定程序，理发店不得提高会员费的标准。",
        "理发店接到求助后应当及时救助，负有救助责任的单位不得拒绝、推诿。",
    ],
)
def test_what_binds_the_offices_or_only_turns_round_what_is_owed_is_no_new_prohibition(text: str) -> None:
    assert "new-prohibition" not in rules(text)


def test_a_ban_behind_a_full_stop_binds_others_than_the_office_before_it() -> None:
    assert "new-prohibition" in rules("行业管理部门应当加强巡查。严禁在桥上晾晒假发。")


def test_what_is_done_to_officers_is_no_penalty_whatever_its_kind() -> None:
    rule = (
        "第一条 行业管理部门的工作人员违反本办法规定的，采取下列方式处理：\n（一）公开道歉；\n"
        "（二）收回执法证件，取消执法资格。"
    )
    told = [finding.rule for row in compared("第一条 蓄须者应当每月修剪胡须。", rule) for finding in row.findings]
    assert "new-penalty" not in told


def test_of_which_kind_a_breach_is_does_not_make_it_another_act() -> None:
    text = "在公共浴池染须的，责令改正，属营利性活动的，处五百元罚款；属非营利性活动的，处一百元罚款。"
    assert rules(text) == []
    assert rules("违反本办法规定，理发店改建未进行登记，属于连锁店的，由行业管理部门处五百元罚款。") == ["new-penalty"]


def test_leave_for_what_the_superior_licenses_among_others_is_not_new() -> None:
    superior = "经依法批准占用摊位的理发师应当保持桥面整洁，并在离开时清扫。"
    assert rules("任何单位和个人未经批准不得改建、占用摊位。", "蓄须者应当每月修剪胡须。", superior) == []


def test_what_people_consent_to_is_no_leave_of_an_office() -> None:
    local = "理发店解除学徒合同的，应当报经行业管理部门批准，方可解除学徒合同。"
    consented = "学徒同意续订学徒合同的，理发店可以续订学徒合同，也可以解除学徒合同。"
    assert rules(local, "蓄须者应当每月修剪胡须。", consented) == ["new-licence"]
    of_an_office = "理发店解除学徒合同的，应当征得行业管理部门同意。"
    assert rules(local, "蓄须者应当每月修剪胡须。", of_an_office) == []


def test_powers_are_set_in_english_as_well() -> None:
    base = (
        "Beards shall be trimmed every month.",
        "No person may dye a beard in a public bath.",
        "Whoever dyes a beard in a public bath shall be fined.",
    )

    def told(text: str) -> list[str]:
        return rules(text, *base, language="en")

    assert told("Whoever sells false beards at a school shall be fined 100 yuan.") == ["new-penalty"]
    assert told("Goats shall not be kept in parks.") == ["new-prohibition"]
    assert told("Whoever opens a beard museum shall obtain a permit from the culture department.") == ["new-licence"]
    assert told("The exhibitor shall pay a cleaning fee.") == ["new-fee"]
    assert told("Whoever dyes a beard in a public bath shall be fined 100 yuan.") == []
    assert told("The authorities shall not refuse an application.") == []
    assert told("Any person who sells false beards at a school shall be fined 100 yuan.") == ["new-penalty"]
    assert told("Units that sell false beards at a school shall be fined 100 yuan.") == ["new-penalty"]
    assert told("A person who sells false beards at a school is liable to a fine.") == ["new-penalty"]
    assert told("A person who dyes a beard in a public bath is liable to a fine.") == []
    assert told("No person shall open a dyeing shop without a licence.") == ["new-licence"]
    assert told("Shops shall not engage in acts prohibited in accordance with the Law.") == []
    assert told("Shops shall not engage in acts prohibited by law.") == []


FINED = (
    "Whoever sells false beards at a school shall be fined 100 yuan.",
    "Selling false beards at a school is punishable by a fine of 100 yuan.",
    "A person selling false beards at a school shall be liable to a fine of 100 yuan.",
    "The sale of false beards at a school is subject to a fine of 100 yuan.",
    "The association shall impose a fine of 100 yuan for selling false beards at a school.",
    "The association may impose a fine of 100 yuan on any person who sells false beards at a school.",
)


@pytest.mark.parametrize("base", FINED)
@pytest.mark.parametrize("text", FINED)
def test_an_act_that_is_fined_there_is_fined_anew_in_no_english_words(base: str, text: str) -> None:
    assert rules(text, "Beards shall be trimmed every month.", base, language="en") == []


@pytest.mark.parametrize("text", FINED)
def test_an_act_that_is_fined_nowhere_is_fined_anew_in_whatever_english_words(text: str) -> None:
    goats = "Keeping goats in a bath is punishable by a fine of 200 yuan."
    assert rules(text, "Beards shall be trimmed every month.", goats, language="en") == ["new-penalty"]


@pytest.mark.parametrize(
    "text",
    [
        "Violators shall be fined 100 yuan.",
        "Building owners shall be fined 100 yuan.",
        "During opening hours the shop shall be fined 100 yuan.",
        "Violation of these Measures is punishable by a fine.",
    ],
)
def test_who_is_fined_in_english_is_no_act(text: str) -> None:
    assert rules(text, "Beards shall be trimmed every month.", language="en") == []


def test_a_provision_tells_each_power_that_it_sets_and_the_gravest_first() -> None:
    found = added(
        "禁止在公园放养山羊，禁止在公园叫卖假发。从事假发制作的，应当向县级人民政府质量监督部门申请领取假发制作许可证，"
        "应当缴纳须发清扫保证金。县级人民政府城市管理部门可以查封展览场所。理发师醉酒剃须的，处二百元罚款。"
    )
    set_here = ["new-penalty", "new-licence", "new-coercion", "new-fee", "new-prohibition"]
    assert [finding.rule for finding in found] == set_here
    assert found[-1].target == "禁止在公园放养山羊，禁止在公园叫卖假发"
    assert sorted(found, key=place) == found
    assert {weight(finding) for finding in found} == {"set"}


MANY = "".join(
    f"在{place}叫卖假发的，处{sum_}元罚款。" for place, sum_ in zip("甲乙丙丁戊己庚辛", "一二三四五六七八", strict=True)
)
OTHERS = "县级人民政府城市管理部门可以查封展览场所。从事假发制作的，应当申请领取假发制作许可证。禁止在公园放养山羊。"


def test_many_powers_of_one_kind_hide_none_of_another_and_the_last_stands_for_the_rest() -> None:
    found = added(MANY + OTHERS)
    penalties, others = found[:6], [finding.rule for finding in found[6:]]
    assert others == ["new-licence", "new-coercion", "new-prohibition"]
    assert [finding.count for finding in penalties] == [1, 1, 1, 1, 1, 3]
    assert "等3项" in penalties[-1].message


@pytest.mark.parametrize(("basis", "score"), [("text", 0.6), ("doubtful", 0.3)])
def test_in_a_changed_row_many_powers_of_one_kind_hide_none_of_another(basis: Basis, score: float) -> None:
    kinds = {finding.rule for finding in beside(MANY + OTHERS, basis=basis, score=score)}
    assert kinds == {"new-penalty", "new-licence", "new-coercion", "new-prohibition"}


def test_a_prohibition_is_quoted_with_whom_it_binds_and_without_what_the_superior_forbids_too() -> None:
    [finding] = added("理发店应当公开价目，不得在门前的街道上叫卖假发。")
    assert finding.target.startswith("理发店")
    [other] = added("任何单位和个人不得在公共浴池染须，不得在公园的草地上放养山羊。")
    assert other.target == "不得在公园的草地上放养山羊"


def test_a_prohibition_is_quoted_with_the_act_that_its_means_are_for() -> None:
    words = "任何单位和个人不得以扣留剪刀为条件，推销假发"
    assert added(f"{words}。")[0].target == words


def test_what_only_cites_or_introduces_is_not_shown_beside_a_penalty() -> None:
    superior = ("理发店有下列行为之一的，处五百元罚款：", "违反本法第九条、第十条规定的，处五百元罚款。")
    [finding] = added("理发店违反本办法规定，夜间叫卖假发的，处五百元罚款。", *superior)
    assert finding.base == ""


def test_officers_named_before_a_list_are_bound_as_officers() -> None:
    rule = document("行业管理部门的工作人员，不得有下列行为：")
    listed = LocalProvision(text="在公园放养山羊；", language="zh", introduction=rule.leaves()[0].text)
    assert [*powers.set_by(listed, granted(document(*SUPERIOR)))] == []


def test_the_powers_are_known_by_the_names_of_their_rules_in_one_order() -> None:
    named = [Finding(type="added-duty", base="", target="", message="", rule=rule) for rule in POWERS]
    assert sorted(named, key=place) == named
    assert {weight(finding) for finding in named} == {"set"}
    assert all(rule.startswith(ADDS) for rule in POWERS)


@pytest.mark.parametrize("measure", ["经营总额无法确定的", "违法所得难以计算的", "货值不能查清的"])
def test_how_a_fine_is_reckoned_is_no_act(measure: str) -> None:
    fine = "在公共浴池染须的，处经营总额百分之二十的罚款"
    assert rules(f"{fine}；{measure}，处一百元以上五百元以下罚款。") == []


@pytest.mark.parametrize("cited", ["前款（一）至（二）项规定行为之一", "前款第一项、第二项行为"])
def test_the_items_of_the_paragraph_before_that_a_penalty_cites_are_its_acts(cited: str) -> None:
    def told(act: str) -> list[str]:
        rule = (
            "第一条 蓄须者应当每月修剪胡须。\n"
            f"第二条 有下列行为之一的，由协会责令改正：\n（一）{act}；\n（二）拒绝修剪胡须的；\n"
            f"（三）在桥上晾晒假发的。\n有{cited}的，处一万元罚款。"
        )
        rows = compared(f"第一条 {SUPERIOR[0]}\n第二条 {SUPERIOR[4]}", rule)
        return [one.rule for row in rows for one in row.findings if one.rule.startswith("new-")]

    assert told("在公共浴池染须的") == []
    assert told("在街头叫卖假发的") == ["new-penalty"]


@pytest.mark.parametrize(
    ("act", "superior"),
    [
        ("取得理发经营许可证的店主在街头理发的", "无理发经营许可证在街头理发的，处五百元罚款。"),
        ("持有理发经营许可证的店主在街头理发的", "未取得理发经营许可证在街头理发的，处五百元罚款。"),
        ("未领取理发经营许可证在街头理发的", "领取理发经营许可证的店主在街头理发的，处五百元罚款。"),
    ],
)
def test_what_is_done_with_a_licence_is_not_what_is_done_without(act: str, superior: str) -> None:
    assert rules(f"{act}，处二百元罚款。", superior) == ["new-penalty"]


def test_what_is_done_without_a_licence_is_one_act_in_either_wording() -> None:
    without = "理发经营许可证在街头理发的"
    assert rules(f"无{without}，处二百元罚款。", f"未取得{without}，处五百元罚款。") == []


def test_a_measure_that_nobody_may_resist_is_not_forbidden() -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须。\n", "自公布之日起施行。\n"
    takes = "执法人员可以采取下列措施，有关单位和个人应当配合，不得阻碍或者隐瞒"
    items = f"第二条 {takes}：\n（一）进入店堂；\n（二）复制胡须账簿。\n"
    rows = compared(f"胡须法\n{trims}第二条 本法{enters}", f"胡须办法\n{trims}{items}第三条 本办法{enters}")
    banned = [one.target for row in rows for one in row.findings if one.rule == "new-prohibition"]
    assert not any("店堂" in one or "账簿" in one for one in banned)


def test_the_items_of_one_list_tell_a_prohibition_once_with_their_number() -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须。\n", "自公布之日起施行。\n"
    items = "第二条 禁止下列行为：\n（一）在公园放养山羊；\n（二）在学校门口叫卖假发。\n"
    rows = compared(f"胡须法\n{trims}第二条 本法{enters}", f"胡须办法\n{trims}{items}第三条 本办法{enters}")
    [told] = [finding for row in rows for finding in row.findings if finding.rule == "new-prohibition"]
    assert (told.target, told.count) == ("在公园放养山羊", 2)
    assert "2项" in told.message


@pytest.mark.parametrize("opening", ["“黑车”揽客染须", "３人以上染须", "【假发】叫卖"])
def test_what_is_told_of_a_list_is_told_in_the_language_of_the_rule_whatever_it_begins_with(opening: str) -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须。\n", "自公布之日起施行。\n"
    items = f"第二条 禁止下列行为：\n（一）{opening}；\n（二）在学校门口叫卖假发。\n"
    rows = compared(f"胡须法\n{trims}第二条 本法{enters}", f"胡须办法\n{trims}{items}第三条 本办法{enters}")
    [told] = [finding for row in rows for finding in row.findings if finding.rule == "new-prohibition"]
    assert "2项" in told.message


def test_an_item_that_is_forbidden_is_quoted_without_the_penalty_that_is_told_of_it() -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须。\n", "自公布之日起施行。\n"
    items = "第二条 禁止下列行为：\n（一）揽客染须，违者没收染须工具；\n（二）在学校门口叫卖假发，违者，处十元罚款。\n"
    rows = compared(f"胡须法\n{trims}第二条 本法{enters}", f"胡须办法\n{trims}{items}第三条 本办法{enters}")
    found = [finding for row in rows for finding in row.findings]
    assert [one.target for one in found if one.rule == "new-prohibition"] == ["揽客染须"]
    assert [one.target for one in found if one.rule == "new-penalty"] == [
        "揽客染须，违者没收染须工具",
        "在学校门口叫卖假发，违者，处十元罚款",
    ]


def test_beside_a_new_fee_stands_the_fee_of_the_row_where_none_comes_nearer() -> None:
    [found] = beside("染须者应当每月清洗染须工具，并缴纳工具清扫保证金。", "染须者应当缴纳卫生管理费。")
    assert found.base == "染须者应当缴纳卫生管理费"


def test_the_items_of_one_list_that_impose_a_penalty_each_are_each_told() -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须。\n", "自公布之日起施行。\n"
    items = "第二条 有下列行为的，按照标准处罚：\n（一）放养山羊的，处十元罚款；\n（二）叫卖假发的，处二十元罚款。\n"
    rows = compared(f"胡须法\n{trims}第二条 本法{enters}", f"胡须办法\n{trims}{items}第三条 本办法{enters}")
    told = [finding.target for row in rows for finding in row.findings]
    assert told == ["放养山羊的，处十元罚款", "叫卖假发的，处二十元罚款"]


def test_in_a_changed_row_a_power_stands_in_place_of_what_is_told_of_a_new_clause() -> None:
    trims, enters = "第一条 蓄须者应当每月修剪胡须，并到街道办事处登记", "自公布之日起施行。\n"
    base, target = f"胡须法\n{trims}。\n第二条 本法{enters}", f"{trims}，不得在校门叫卖假发。\n第二条 本办法{enters}"
    rows = compared(base, f"胡须办法\n{target}")
    found = [finding for row in rows for finding in row.findings if "叫卖假发" in finding.target]
    assert [finding.rule for finding in found] == ["new-prohibition"]


def test_in_a_changed_row_each_act_is_told_though_they_begin_with_the_same_words() -> None:
    cites = "违反本办法第十二条第一款规定，"
    each = [f"{cites}未公布染须账目的，处五百元罚款", f"{cites}未张贴染须价格的，处一千元罚款"]
    assert len(beside(f"{each[0]}；{each[1]}。")) == 2


def test_a_rule_beside_itself_sets_nothing() -> None:
    numbered = zip("一二三四五六", SUPERIOR, strict=True)
    text = "胡须法\n" + "".join(f"第{number}条 {words}\n" for number, words in numbered)
    assert not [finding for row in compared(text, text) for finding in row.findings]
    for words in SUPERIOR:
        assert added(words) == []


@pytest.mark.parametrize(
    "text",
    [
        "理发店不得采取夜间叫卖的方式推销假发。",
        "蓄须者不得在划定的步道上晾晒假发。",
    ],
)
def test_how_or_where_a_thing_is_forbidden_does_not_make_it_no_prohibition(text: str) -> None:
    assert rules(text) == ["new-prohibition"]


# ------------------------------------------------------------------------------ beside something unrelated


BESIDE = "染须者应当每月清洗染须工具，保持工具清洁，并在理发店门口公示。"


def beside(text: str, other: str = BESIDE, *, basis: Basis = "text", score: float = 0.6) -> list[Finding]:
    """The powers that a provision is told to set which stands beside another of the superior."""
    base, target = document(*SUPERIOR, other), document(text)
    at = base.leaves()[-1].eid
    frame = Frame.of(base, target, (Link(base=(at,), target=("art_1",), basis=basis, score=score),))
    found = row_findings(other, text, frame, Both((at,), ("art_1",)), basis=basis, score=score)
    return [finding for finding in found if finding.rule.startswith("new-")]


@pytest.mark.parametrize(("basis", "score"), [("text", 0.6), ("doubtful", 0.3), ("doubtful", 0.01)])
@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("染须者应当取得行业管理部门核发的染须资格证书，方可从事染须业务。", "new-licence"),
        ("染须者每月清洗工具前，应当经县级人民政府质量监督部门批准。", "new-licence"),
        ("染须者未在店门口公示的，由行业管理部门处五百元罚款。", "new-penalty"),
        ("染须者不清洗工具的，行业管理部门可以通知供电企业停止供电。", "new-coercion"),
        ("染须者应当每月清洗染须工具，并缴纳工具清扫保证金。", "new-fee"),
    ],
)
def test_what_a_power_stands_beside_does_not_hide_it(text: str, power: str, basis: Basis, score: float) -> None:
    found = beside(text, basis=basis, score=score)
    assert [one.rule for one in found] == [power]
    assert weight(found[0]) == "set"


PAIRED = "从事染须活动的，应当保持清洁，行业管理部门可以检查理发店。"


@pytest.mark.parametrize(
    ("text", "power"),
    [
        ("从事染须服务的，应当经行业管理部门批准。", "new-licence"),
        ("从事染须活动的，应当缴纳清扫保证金。", "new-fee"),
        ("从事染须活动的，行业管理部门可以查封理发店。", "new-coercion"),
    ],
)
def test_a_power_is_new_also_in_a_clause_that_is_laid_beside_one_of_the_superior(text: str, power: str) -> None:
    assert [one.rule for one in beside(text, PAIRED)] == [power]


def test_leave_beside_leave_for_another_act_is_new_and_beside_leave_for_the_same_is_not() -> None:
    asked = "举办胡须展览，应当经文化主管部门批准。"
    assert [one.rule for one in beside(asked, "从事假发制作的，应当取得制作许可证。")] == ["new-licence"]
    assert beside(asked, "举办各类胡须展览会，由有关部门核发许可证。") == []


def test_who_needs_a_qualification_by_the_superior_needs_no_new_certificate() -> None:
    superior = "剃须作业人员必须经专门培训，取得相应资格，方可上岗作业。"
    assert rules("剃须作业人员应当接受相应的技术培训，取得作业资格证书后，方可上岗作业。", superior) == []


def test_leave_that_is_spoken_of_without_its_act_is_for_that_of_the_sentence_before() -> None:
    assert "new-licence" not in rules("开设理发店，应当向行业管理部门提出申请。未经批准的，不得开设。")


def test_beside_a_power_stands_nothing_that_only_shares_its_stock_words() -> None:
    longer = "经质量监督部门负责人批准，可以延长检查时间。"
    [told] = added("从事假发制作的，必须取得质量监督部门的批准。", *SUPERIOR, longer)
    assert (told.rule, told.base) == ("new-licence", "")


def test_a_penalty_beside_one_for_quite_another_act_is_new_also_where_the_kind_is_the_same() -> None:
    punished = "侵占、损坏假发柜台的，处一百元罚款。"
    assert [one.rule for one in beside("为幼童染须的，处五百元罚款。", punished)] == ["new-penalty"]
    assert beside("违反本办法第三条规定的，处五百元罚款。", punished) == []  # of what, nobody can tell


def test_an_item_that_says_itself_what_is_done_about_an_act_sets_a_measure() -> None:
    late = "未按时缴纳胡须管理费的，按日加收千分之三的滞纳金"
    text = f"有下列行为之一的，按照下列规定处罚：\n（一）{late}；\n（二）堵塞下水道的。"
    rows = compared("第一条 胡须管理费按月缴纳。", f"第一条 {text}")
    assert "new-coercion" in {finding.rule for row in rows for finding in row.findings}


def test_who_acts_and_what_is_done_about_it_make_no_act_of_another() -> None:
    punished = "店主在柜台上堆放假发的，由县级人民政府行业管理部门责令限期改正，处五百元罚款。"
    text = "店主把未经认定的染料宣传为天然染料的，由县级人民政府行业管理部门责令限期改正，处五百元罚款。"
    assert [one.rule for one in beside(text, punished)] == ["new-penalty"]
    same = "店主将假发堆在柜台的，由街道办事处责令限期改正，处二百元罚款。"
    assert beside(same, punished) == []


def test_a_penalty_of_the_kind_of_that_which_it_stands_beside_is_no_new_one_by_another_sum() -> None:
    punished = "侵占、损坏假发柜台的，处一百元罚款。"
    assert beside("侵占假发柜台面积过大的，处五百元罚款。", punished) == []


def test_what_a_list_forbids_to_do_to_some_is_forbidden_whomever_it_is_done_to() -> None:
    refuses = "（一）拒绝向理发街上符合条件的单位或者个人供水；"
    text = f"理发条例\n第一条 理发店应当供水。\n第二条 理发店不得有下列行为：\n{refuses}\n（二）出租剪刀。\n"
    superior = parse(Source(text=text, origin="", sha256="", language="zh"))

    def told(ban: str) -> list[str]:
        frame = Frame.of(superior, document(ban))
        return [finding.rule for finding in added_findings(ban, frame, leaves=("art_1",))]

    assert told("对街上的蓄须者，理发店无正当理由不得拒绝供水。") == []
    assert told("理发店不得在夜间打烊。") == ["new-prohibition"]


@pytest.mark.parametrize("text", ["理发店不得收取其他任何费用。", "理发店不得另行向顾客收取其他费用。"])
def test_a_ban_on_any_charge_besides_protects_who_would_pay(text: str) -> None:
    assert rules(text) == []
    assert rules("理发店不得收取押金。") == ["new-prohibition"]


def test_a_penalty_for_any_breach_is_not_that_of_a_breach_which_the_superior_names() -> None:
    assert rules("违反本办法的，责令停产停业。", "违反本法规定，在公共浴池染须的，责令停产停业。") == ["new-penalty"]


def test_a_power_of_a_provision_that_stands_in_two_rows_is_told_once_in_its_longest_words() -> None:
    text = "理发师醉酒剃须的，责令改正，处二百元罚款。"
    target = document(text, "理发店应当每日打扫。")
    row = Row(link=Link(base=("art_1",), target=("art_1",), score=0.5, basis="text"), status="changed")
    words = ("处二百元罚款", text.rstrip("。"), text.rstrip("。"))
    found = [Finding(type="added-duty", base="", target=one, message="", rule="new-penalty") for one in words]
    elsewhere = replace(row, link=row.link._replace(base=("art_2",), target=("art_2",)), findings=(found[0],))
    rows, _ = grouped([*(replace(row, findings=(one,)) for one in found), elsewhere], {}, target)
    assert [[one.target for one in told.findings] for told in rows] == [[], [words[1]], [], [words[0]]]


def test_powers_are_read_before_all_else_kind_by_kind_and_what_is_in_doubt_behind_the_rest() -> None:
    fine, ban, lost = (
        Finding(type="added-duty", base="", target="处罚", message="", rule=rule)
        for rule in ("new-penalty", "new-prohibition", "prohibition")
    )
    actor = replace(lost, rule="actor")
    in_order = [(fine, False), (fine, True), (ban, False), (ban, True), (lost, False), (actor, False), (lost, True)]
    assert sorted(in_order, key=lambda one: rank(one[0], doubtful=one[1])) == in_order


def test_an_item_of_what_follows_a_ban_is_not_forbidden_by_it() -> None:
    base = "胡须法\n第一条 蓄须者应当每月修剪胡须。\n第二条 本法自公布之日起施行。\n"
    target = (
        "胡须办法\n第一条 蓄须者应当每月修剪胡须。\n第二条 不得占用理发店堂。确需占用的，应当按照下列规定办理：\n"
        "（一）占用店堂一角的，由街道登记；\n（二）占用全部店堂的，由市登记。\n第三条 本办法自公布之日起施行。\n"
    )
    told = [one.target for row in compared(base, target) for one in row.findings if one.rule == "new-prohibition"]
    assert not any("登记" in words for words in told)


def test_leave_that_the_sentence_before_refers_to_is_not_new() -> None:
    assert rules("染须店应当依法取得染须许可；未取得许可的，不得开业。") == []


def test_a_supplier_that_is_itself_ordered_to_stop_is_not_coerced_by_its_supply() -> None:
    assert "new-coercion" not in rules("水质不合格的，责令其暂停供水。", "蓄须者应当每月修剪胡须。")


@pytest.mark.parametrize(
    "text",
    ["理发学校终止办学的，由原审批机关收回办学许可证。", "醉酒剃须，情节严重的，建议发证机关吊销理发许可证。"],
)
def test_what_follows_from_an_end_or_is_only_proposed_is_no_penalty(text: str) -> None:
    assert not {"new-penalty", "new-penalty-kind"} & {*rules(text)}


def test_a_ban_on_what_one_may_refuse_or_must_do_the_other_way_is_not_new() -> None:
    assert rules("店主不得强令学徒剃须。", "学徒对店主强令剃须的要求，有权拒绝执行。") == []
    assert rules("禁止露天染制假发。", "假发的染制应当在密闭场所进行。") == []


def test_an_act_told_in_several_clauses_is_known_as_one() -> None:
    superior = "跨省引进的山羊胡须到店后未按照规定进行隔离观察的，处五百元罚款。"
    assert rules("引进的山羊胡须到店后，店主未履行隔离观察义务的，处五百元罚款。", superior) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("new-coercion", "The bureau may inspect a shop and seize its razors."),
        ("new-coercion", "The bureau may inspect a shop, and its razors may be seized."),
        ("new-coercion", "The bureau may inspect a shop. It may seal the shop."),
        ("new-coercion", "The bureau may detain the goods of a shop."),
        ("new-coercion", "The bureau may enter a shop by force."),
        ("new-coercion", "The bureau may order the owner to remove a sign, or remove it at the owner's expense."),
        ("new-coercion", "A late payment fee of 1 per cent a day shall be added."),
        ("new-coercion", "The bureau may cut off the water of a shop."),
        ("new-licence", "A shop shall register with the bureau and obtain a licence."),
        ("new-licence", "A shop shall be opened only after the bureau has granted a licence for it."),
        ("new-credit-sanction", "A shop that fails to report shall be entered in the credit system."),
    ],
)
def test_coercion_leave_and_records_are_known_in_english_by_many_words(rule: str, text: str) -> None:
    assert rules(text, "The bureau may inspect a shop.", language="en") == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "The report shall bear the seal of the shop.",
        "The shop shall seal the documents that it sends.",
        "The owner shall remove the sign at his own expense.",
        "An officer shall not be detained by other work.",
        "The bureau shall obtain the approval of the city and issue a notice.",
        "Shops shall extend credit to students.",
    ],
)
def test_english_words_that_only_look_like_coercion_set_none(text: str) -> None:
    found = rules(text, "The bureau may inspect a shop.", language="en")
    assert not {"new-coercion", "new-licence", "new-credit-sanction"} & {*found}


@pytest.mark.parametrize("announces", ["有下列行为之一的，处五百元罚款", "理发店不得有下列行为"])
@pytest.mark.parametrize("item", ["；", "其他扰乱街头秩序的行为；"])
def test_an_item_of_marks_or_of_all_others_sets_nothing(announces: str, item: str) -> None:
    rule = f"第一条 {announces}：\n（一）在街头揽客；\n（二）{item}\n"
    rows = compared("第一条 蓄须者应当每月修剪胡须。", rule)
    told = [one for row in rows for one in row.findings if one.rule in POWERS]
    assert [(one.target, one.count) for one in told] == [("在街头揽客", 1)]
