"""What is found in the target's own drafting."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.findings import drafting
from policydiff.comparison.findings.drafting.numbering import numbering
from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.model import Document, Source
from policydiff.parsing import parse

BASE = document("理发店应当备好毛巾。")


def found_in(base: Document, target: Document) -> list[Found]:
    """What the rules find in the target where nothing is paired."""
    return [*drafting.findings(base, target, Elsewhere(target), ())]


def rules(target: Document) -> set[str]:
    return {one.rule for one in found_in(BASE, target)}


@pytest.mark.parametrize(
    ("rule", "target"),
    [
        ("look-alike", document("理发店应当整改间题和隐患。")),
        ("look-alike", document("已取得执照的理发店，己经登记。")),
        ("look-alike", document("理发店整改间题和隐患；登记问题和隐患。")),
        ("look-alike", document("理发店应当建立剃须台帐。")),
        ("look-alike", document("理发店应当公示标题，登记价目。理发店存在间题，登记整改。")),
        ("look-alike", document("理发店应当公示标题", "理发店应当整改间题")),
        ("own-name", document("理发店应当遵守本意见。", title="某区理发管理办法")),
        ("own-name", document("理发店应当遵守本章程。", title="某区理发操作规程")),
        ("own-name", document("理发店违反本条例规定的，没收剪刀。", title="某区理发管理办法")),
        ("own-name", document("理发店违反本办法规定的，没收剪刀。", title="某区理发管理条例")),
        ("dead-citation", document("理发店应当备好毛巾。", "违反本办法第九条规定的，没收剪刀。")),
        ("repealed", document("理发店的毛巾，依照《物权法》的规定归店主所有。")),
        ("repealed", document("根据《中华人民共和国物权法》和《理发法》，制定本办法。本办法自发布之日起施行。")),
        ("two-names", document("胡须美容和理发领导小组负责审批。", "胡须美容领导小组负责登记。")),
        ("two-names", document("剃须师资格审定委员会负责审批。", "剃须师和理发师资格审定委员会负责登记。")),
    ],
)
def test_a_slip_of_drafting_is_found(rule: str, target: Document) -> None:
    assert rule in rules(target)


@pytest.mark.parametrize(
    ("rule", "target"),
    [
        ("look-alike", document("理发店应当整改问题，偿还贷款，取得货款。")),
        ("look-alike", document("理发店应当减少疏干排水，清理犬粪，铲除高秆作物。")),  # 疏于, 大粪, 高杆 are words, too
        ("look-alike", document("剃须所得归为己有的，没收剪刀。")),  # laws have 己有 and 已有
        ("look-alike", document("在太须村、东太须村的理发店。")),  # a village and the one to the east of it
        ("look-alike", document("改（扩）建村道两旁的理发店。")),  # 建材 is a word of laws, and so is 村道
        ("look-alike", document("人社部门应当登记理发店。")),  # 人 commonly stands alone, though 入社 is a word
        ("own-name", document("理发店应当遵守本办法，维护根本规定。", title="某区理发管理办法（试行）")),
        ("own-name", document("理发店应当遵守本章程序和本规范性文件。", title="某区理发管理办法")),
        ("own-name", document("理发店应当遵守本章程 序和本规范 性文件。", title="某区理发管理办法")),
        ("own-name", document("本法院、本法定代表人和本规范围内的理发店。", title="某区理发管理办法")),
        ("own-name", document("理发店应当遵守本意见。", title="关于理发的若干事项")),
        ("dead-citation", document("理发店应当备好毛巾。", "违反本办法第一条规定的，没收剪刀。")),
        ("dead-citation", document("违反《理发法》第九条规定的，没收剪刀。")),
        ("own-name", document("理发店按重置成本法计算。", "胡须法第九条所称本法公布前。", title="某区理发管理办法")),
        ("repealed", document("理发店依照《民法典》《国家安全法》和《某省物权法》的规定备好毛巾。")),
        ("repealed", document("本办法自2022年1月1日起施行，《胡须规定》和《物权法》同时废止。")),
        ("repealed", document("1995年2月28日发布的《物权法》所称毛巾，为现称的毛巾。")),
        ("repealed", document("原《物权法》所称毛巾，为现称的毛巾。")),
        ("repealed", document("《物权法》（2007年）施行前备好的毛巾。")),
        ("repealed", document("理发店应当遵守《某市实施《物权法》办法》。")),
        ("repealed", document("将第三条中的“《物权法》”修改为“《民法典》”。")),
        ("two-names", document("区理发领导小组负责审批。", "区理发领导小组办公室负责登记。")),
        ("two-names", document("社区居（村)民委员会负责审批。", "社区居（村）民委员会负责登记。")),
        ("two-names", document("胡须安全委员会负责审批。", "胡须安全国家标准审评委员会负责登记。")),
        ("two-names", document("胡须美容委员会负责审批。", "胡须美容安全委员会领导小组负责登记。")),
        ("two-names", document("胡须美容领导小组负责审批。", "胡须美发和染料领导小组负责登记。")),
        ("two-names", document("理发行业防火指挥部负责审批。", "理发行业上级防火指挥部负责登记。")),
        ("two-names", document("市人民代表大会法制委员会负责审批。", "市人民代表大会常务委员会法制委员会负责登记。")),
        ("two-names", document("理发行业自律组织或者剃须委员会审批。", "理发行业自律组织或剃须委员会登记。")),
    ],
)
def test_sound_drafting_is_left_alone(rule: str, target: Document) -> None:
    assert rule not in rules(target)


def test_what_an_extract_leaves_out_is_no_dead_citation() -> None:
    words = ("理发店应当备好毛巾。", "违反本办法第三条规定的，没收剪刀。")
    whole, extract = (
        law(*(f"第{number}条 {said}" for number, said in zip(numbers, words, strict=True)))
        for numbers in (("一", "二"), ("八", "九"))
    )
    assert "dead-citation" in rules(whole)
    assert "dead-citation" not in rules(extract)


def test_a_sanction_whose_duty_is_omitted_is_found() -> None:
    duty = "第一条 理发店应当采取有效措施，为胡须主管部门依法检查须具、清点剪刀提供支持和协助。\n"
    rest = "第二条 理发店自每日清晨营业。\n第三条 有下列情形之一的，没收剪刀：\n"
    rest += "（一）拒不为胡须主管部门依法检查须具、清点剪刀提供支持和协助的；\n"
    base, target = (
        parse(Source(text=text, origin="", sha256="", language="zh"))
        for text in (duty + rest, rest.replace("二", "一"))
    )
    found = [f for f in compare(align(base, target)).findings if f.rule == "sanction-without-duty"]
    assert [f.type for f in found] == ["drafting"]
    whole = compare(align(base, base))
    assert "sanction-without-duty" not in {f.rule for f in whole.findings}


def drafted(base: str, target: str) -> list[tuple[str, str]]:
    """The sanctions of a target without their duty: the words of the duty and of the sanction."""
    sides = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in (base, target))
    found = compare(align(*sides)).findings
    return [(f.base, f.target) for f in found if f.rule == "sanction-without-duty"]


def test_a_duty_of_two_clauses_whose_sanction_is_left_is_told_once_and_by_what_it_commands() -> None:
    duty = "第一条 理发店内剪刀的保管、清洗、运输，必须符合胡须协会规定的卫生标准和要求。\n"
    rest = "第二条 理发店自每日清晨营业。\n"
    rest += "第三条 理发店内剪刀的保管、清洗、运输，不符合胡须协会规定的卫生标准和要求的，处五百元以下的罚款。\n"
    [(said, _)] = drafted(duty + rest, rest.replace("二", "一").replace("第三", "第二"))
    assert said.startswith("必须符合")


def test_a_sanction_is_told_once_and_what_only_announces_a_list_is_no_duty() -> None:
    announced = "第一条 取得剃须师资格应当符合下列条件：\n（一）身体健康；\n（二）会剃须。\n"
    duties = "第二条 理发店应当聘用取得剃须师资格的人员剃须。\n第三条 剃须师应当取得剃须师资格，不得转借剃须师资格。\n"
    rest = "第四条 理发店自每日清晨营业。\n第五条 理发店聘用未取得剃须师资格的人员剃须的，处五百元以下的罚款。\n"
    told = drafted(announced + duties + rest, rest.replace("四", "一").replace("第五", "第二"))
    assert [base for base, _ in told] == ["理发店应当聘用取得剃须师资格的人员剃须"]
    assert drafted(announced + rest, rest) == []


def test_an_insurance_of_liability_is_no_sanction() -> None:
    duty = "第一条 理发店内剪刀的保管、清洗、运输，必须符合胡须协会规定的卫生标准和要求。\n"
    rest = "第二条 理发店自每日清晨营业。\n第三条 符合胡须协会规定的卫生标准和要求的理发店投保火灾责任保险。\n"
    liable = rest.replace("投保火灾责任保险", "依法承担责任")
    assert [bool(drafted(duty + held, held.replace("二", "一").replace("三", "二"))) for held in (rest, liable)] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("omitted", "left"),
    [
        # the case of a duty; a duty; what is not punished; a step of a sanction; nothing alike but the bodies
        ("理发车在执行紧急染须任务时，应当鸣笛。", "理发车正在执行紧急染须任务的，免予处罚。"),
        ("店内剪刀的保管应当符合协会规定的卫生标准。", "店内剪刀的保管应当符合协会规定的卫生标准，否则处以罚款。"),
        ("理发店与学徒协商一致订立的合同，应当备案。", "理发店与学徒协商一致订立的合同可以解除的。"),
        ("由街道的理发主管部门责令限期改正剪刀。", "由街道的理发主管部门责令限期改正剪刀，可以并处罚款。"),
        (
            "胡须生产企业、胡须经营企业和理发机构应当配合。",
            "收受胡须生产企业、胡须经营企业和理发机构财物的，处以罚款。",
        ),
    ],
)
def test_what_no_sanction_punishes_is_no_duty_left_out(omitted: str, left: str) -> None:
    rest = f"第二条 理发店自每日清晨营业。\n第三条 {left}\n"
    assert not drafted(f"第一条 {omitted}\n{rest}", rest.replace("二", "一").replace("三", "二"))


def test_what_is_odd_about_the_base_as_well_is_not_told_of_the_target() -> None:
    odd = document("理发店应当遵守本意见，整改间题。", "违反本办法第九条规定的，没收剪刀。", title="某区理发管理办法")
    assert {one.rule for one in found_in(BASE, odd)} == {"look-alike", "own-name", "dead-citation"}
    assert found_in(odd, odd) == []


def test_of_a_list_that_does_not_start_at_one_whole_numbers_are_quoted() -> None:
    lines = (f"第一千零四十{'一二三四五六'[k]}条 胡须由市民自己修剪。" for k in range(6))
    [found] = found_in(BASE, law(*lines))
    assert found.rule == "numbering"
    assert found.target.count("条胡须") == 3


def law(*lines: str) -> Document:
    return parse(Source(text="\n".join(lines), origin="", sha256="", language="zh"))


def test_a_misnumbered_list_that_the_base_has_as_well_is_no_finding_whatever_its_numbers_look_like() -> None:
    words = ("胡须由市民自己修剪。", "理发店备好毛巾。", "主管部门每年检查。", "剪刀磨快。", "毛巾洗净。", "镜子擦亮。")
    base = law(*(f"第一千零四十{'一二三四五六'[k]}条 {said}" for k, said in enumerate(words)))
    target = law(*(f"第{1041 + k}条 {said}" for k, said in enumerate(words)))
    assert [one.rule for one in found_in(BASE, target)] == ["numbering"]
    assert not found_in(base, target)


def test_the_bodies_of_several_places_are_no_one_body_with_two_names() -> None:
    several = "省、自治区的理发师代表大会常务委员会审批。", "省、自治区、直辖市的理发师代表大会常务委员会登记。"
    assert "two-names" not in rules(document(*several))


def test_bodies_that_are_counted_are_no_one_body_with_two_names() -> None:
    assert "two-names" not in rules(document("市第十届胡须管理委员会登记。", "市第十一届胡须管理委员会审批。"))


def test_a_stray_blank_in_a_name_makes_no_second_name() -> None:
    assert "two-names" not in rules(document("市胡须 管理委员会、市理发委员会负责登记。", "市胡须管理委员会负责审批。"))
    said = "制定理发规约、店主大会议事规则、店主委员会章程，并选举理发规约、店主委员会。"
    assert rules(document(said)) == rules(document(said.replace("理发规约、店主委", "理发 规约、店主委")))


def test_what_is_odd_about_a_text_beside_its_numbers_is_no_slip_of_numbering() -> None:
    source = Source(text="第一条 理发店应当备\ufffd毛巾。\n第二条 须应当梳。\n", origin="", sha256="", language="zh")
    target = parse(source)
    assert [problem.kind for problem in target.problems] == ["unreadable"]
    assert "numbering" not in rules(target)


def test_a_repealed_instrument_is_told_once_where_it_is_first_cited_whatever_the_base_cites() -> None:
    cites = document(
        "根据《中华人民共和国物权法》（以下简称《物权法》），制定本办法。",
        "理发店依照《物权法》和《中华人民共和国合同法》备好毛巾。",
    )
    told = [(one.eid, one.target) for one in found_in(cites, cites) if one.rule == "repealed"]
    assert told == [("art_1", "根据《中华人民共和国物权法》"), ("art_2", "和《中华人民共和国合同法》")]


def test_english_numbers_that_do_not_start_at_one_are_quoted_apart_from_their_words() -> None:
    text = "Dye Rules\nArticle 3 Barbers shall keep towels.\nArticle 4 Administrators shall keep the register.\n"
    text += "Article 6 Administrators shall inspect towels.\n"
    law = parse(Source(text=text, origin="", sha256="", language="en"))
    told = [one.target for one in numbering(law)]
    assert told == [
        "Article 3 Barbers shall… Article 4 Administrators… Article 6 Administrators",
        "Article 6 Administrators shall",
    ]


def test_a_number_that_stands_twice_and_does_not_count_on_is_one_slip() -> None:
    target = law(*(f"第{number}条 理发店应当登记毛巾。" for number in "一二三二"))
    assert len(target.problems) == 2
    assert len([*numbering(target)]) == 1
