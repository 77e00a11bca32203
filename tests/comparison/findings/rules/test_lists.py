"""A list restated in part names exactly what it leaves out, whatever shape it has on the other side."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import found, quoted, rules

from policydiff.comparison.findings import Frame, row_findings
from policydiff.comparison.findings.rules.lists import enumerations, missing
from policydiff.model import Both, Source
from policydiff.parsing import parse

ACTS = ("砍伐", "放牧", "狩猎", "捕捞", "采药", "开垦", "烧荒", "开矿", "采石", "挖沙")
KEPT = ("砍伐", "狩猎", "采药")
GONE = tuple(act for act in ACTS if act not in KEPT)
EXCEPTION = "但是，法律另有规定的除外。"


def sentence(acts: tuple[str, ...], ending: str = "") -> str:
    """A prohibition in one sentence."""
    return f"禁止在园林内进行{'、'.join(acts)}等活动；{ending}"


def item(acts: tuple[str, ...]) -> str:
    """A prohibition with the acts in one item of a list."""
    return f"在园林内禁止从事下列活动：\n{'、'.join(acts)}等；"


def items(acts: tuple[str, ...]) -> str:
    """A prohibition with an item an act."""
    return "在园林内禁止下列活动：\n" + "；\n".join(acts) + "。"


def named(rule: str, base: str, target: str) -> list[str]:
    """The elements that a rule names: what the base lists for one that is dropped, the target for one that is added."""
    side = 0 if rule == "dropped-element" else 1
    return [act for quotes in quoted(rule, base, target) for act in quotes[side].split("、")]


def test_elements_that_are_gone_are_shown_beside_the_list_that_lacks_them() -> None:
    assert quoted("dropped-element", sentence(ACTS), item(KEPT)) == [("、".join(GONE), "砍伐、狩猎、采药等")]


@pytest.mark.parametrize("base", [sentence, item, items])
@pytest.mark.parametrize("target", [sentence, item, items])
def test_of_ten_acts_the_seven_that_are_deleted_are_named(base: object, target: object) -> None:
    assert callable(base)
    assert callable(target)
    assert named("dropped-element", base(ACTS), target(KEPT)) == list(GONE)


@pytest.mark.parametrize("target", [sentence, item, items])
def test_a_list_restated_in_full_misses_nothing(target: object) -> None:
    assert callable(target)
    assert not any(f.type in ("dropped-duty", "added-duty", "modality") for f in found(sentence(ACTS), target(ACTS)))


def test_what_a_list_qualifies_is_no_element_of_it() -> None:
    base = "协会加大剪刀、毛巾、围布、镜子的供应和保障力度。"
    assert not quoted("dropped-element", base, "协会加大剪刀毛巾围布镜子保障力度。")
    assert named("dropped-element", base, "协会加大剪刀、毛巾、围布的供应力度。") == ["镜子"]


def test_a_list_s_first_element_takes_no_particle_along() -> None:
    base = "理发店应当具备防滑、防火、防摔伤、防触电、防水浸的设施。"
    target = "理发店应当具备与经营相适应的防雷、防火、防摔伤、防触电、防水浸的设施。"
    assert named("added-element", base, target) == ["防雷"]


def test_an_act_that_is_added_is_named() -> None:
    assert named("added-element", sentence(ACTS), item((*ACTS, "取土"))) == ["取土"]


def test_an_element_with_a_bracket_is_named_as_printed() -> None:
    added = named("added-element", sentence(ACTS), sentence((*ACTS, "围湖（围海）造田", "筑坟")))
    assert added == ["围湖（围海）造田", "筑坟"]


def test_the_exception_of_a_list_that_is_gone_is_found_beside_its_acts() -> None:
    rules = {f.rule for f in found(sentence(ACTS, EXCEPTION), item(KEPT))}
    assert {"dropped-element", "dropped-exception"} <= rules


def test_an_exception_that_is_kept_is_not_found() -> None:
    assert "dropped-exception" not in {f.rule for f in found(sentence(ACTS, EXCEPTION), sentence(KEPT, EXCEPTION))}


@pytest.mark.parametrize("kept", [ACTS, KEPT])
def test_an_exception_that_another_article_makes_for_something_else_is_none_of_the_list(kept: tuple[str, ...]) -> None:
    base = f"第一条 {sentence(ACTS, EXCEPTION)}\n第二条 园林由胡须委员会管理。\n"
    target = (
        f"第一条 在园林内禁止下列活动：\n（一）{'、'.join(kept)}等；\n（二）法律禁止的其他活动。\n"
        "第二条 园林由胡须委员会管理。\n第三条 查阅须谱的会员，除法律另有规定之外，必须登记。\n"
    )
    texts = (Source(text=text, origin="", sha256="", language="zh") for text in (base, target))
    old, new = (parse(text) for text in texts)
    places = [leaf.eid for leaf in new.leaves() if leaf.eid.startswith(("art_1__para_1__point", "art_3"))]
    row = "\n".join(leaf.text for leaf in new.leaves() if leaf.eid in places)
    findings = row_findings(old.leaves()[0].text, row, Frame.of(old, new), Both((), places))
    assert [(f.base, f.target) for f in findings if f.rule == "dropped-exception"] == [
        ("但是，法律另有规定的除外", f"{'、'.join(kept)}等")
    ]


def test_a_list_that_loses_and_gains_elements_is_told_by_its_elements_alone() -> None:
    findings = found(sentence(ACTS), sentence((*KEPT, "筑坟")))
    assert {f.rule for f in findings} == {"dropped-element", "added-element"}


def test_a_list_is_no_scope_of_the_words_that_introduce_it() -> None:
    assert {f.rule for f in found(sentence(ACTS), item((*ACTS, "取土")))} == {"added-element"}


def test_lists_that_share_one_word_are_not_one_list_restated() -> None:
    other = "店内备有镜子、剪刀、砍伐、梳子等物品。"
    assert not {f.rule for f in found(sentence(ACTS), other)} & {"dropped-element", "added-element"}


def test_a_clause_with_two_nouns_is_no_list() -> None:
    assert not named("dropped-element", "店主和学徒应当清扫地面。", "店主应当清扫地面。")


@pytest.mark.parametrize(
    ("listed", "elements"),
    [
        ("因颜色、形状、规格、产地、等级等特征不同的", ("颜色", "形状", "规格", "产地", "等级")),
        ("胡须、须刷、须油、假须、等物品", ("胡须", "须刷", "须油", "假须")),
    ],
)
def test_a_list_ends_before_the_word_that_leaves_it_open(listed: str, elements: tuple[str, ...]) -> None:
    (found,) = enumerations(listed)
    assert found == elements
    assert missing(found, "胡须") == tuple(one for one in elements if one != "胡须")


@pytest.mark.parametrize(
    ("clause", "lists"),
    [
        (
            "从事理发、修面、烫发、染发以及胡须刮除、修剪、上油、编结等活动的店主",
            [("理发", "修面", "烫发", "染发"), ("刮除", "修剪", "上油", "编结")],
        ),
        (
            "镜子、剪刀、梳子、毛巾等公共用具和保管、清洗、消毒、晾晒设备",
            [("镜子", "剪刀", "梳子", "毛巾"), ("保管", "清洗", "消毒", "晾晒设备")],
        ),
        ("店主、学徒、帮工、会员应当爱护镜子、剪刀", [("店主", "学徒", "帮工", "会员")]),
        ("对在采购、保管、使用和清洗中取得显著成绩的会员", [("采购", "保管", "使用", "清洗")]),
        ("店主、学徒、帮工、会员及时清扫地面", [("店主", "学徒", "帮工", "会员")]),
        ("理发与公安、安全监管、供水、通信等部门的联动", [("公安", "安全监管", "供水", "通信")]),
        ("店主、学徒、帮工及其他会员", [("店主", "学徒", "帮工", "其他会员")]),
        ("会员进行理发、修面、烫发、染发以及国务院规定的其他活动", [("理发", "修面", "烫发", "染发")]),
        (
            "会员购买镜子、剪刀、梳子、毛巾时隐瞒颜色、形状、规格、产地的",
            [("镜子", "剪刀", "梳子", "毛巾"), ("颜色", "形状", "规格", "产地")],
        ),
        ("鼓励、支持店主、学徒、帮工、会员等团体", [("店主", "学徒", "帮工", "会员")]),
        ("会同发展改革、理发、修面、烫发等部门", [("发展改革", "理发", "修面", "烫发")]),
    ],
)
def test_of_a_clause_each_list_is_cut_where_another_begins_or_a_verb_stands(
    clause: str, lists: list[tuple[str, ...]]
) -> None:
    assert [*enumerations(clause)] == lists


@pytest.mark.parametrize(
    ("listed", "other"),
    [
        ("采购单位、保管单位、使用单位和清洗单位应当登记", "采购、保管、使用和清洗单位应当登记"),
        ("用于须刷研制、会员表彰、剪刀和梳子的示范与推广、店主培训", "须刷研制，会员表彰，剪刀、梳子的推广，店主培训"),
        ("依照法律、行政法规、地方性法规、规章", "依照法律、规章"),
        ("有第一项、第二项、第三项、第四项行为", "有第一项、第二项行为"),
        ("违反本条例第七条、第八条、第九条、第十条规定", "违反第八条、第九条规定"),
        ("禁止采石、挖砂、毁损店堂、蓄须", "禁止采石、挖沙、损毁店堂、蓄须"),
    ],
)
def test_an_element_that_the_other_side_joins_in_another_way_is_not_missing(listed: str, other: str) -> None:
    assert not any(missing(enumeration, other) for enumeration in enumerations(listed))


def test_an_element_whose_word_stands_elsewhere_than_in_a_list_is_missing() -> None:
    (found,) = enumerations("采购单位、清洗单位、保管单位、使用单位应当登记")
    assert missing(found, "负责清洗的店主和采购、保管、使用单位应当登记") == ("清洗单位",)


def test_an_element_that_another_provision_names_in_the_same_words_is_not_called_dropped() -> None:
    base, target = sentence(ACTS), sentence(KEPT)
    assert not {f.rule for f in found(base, target, elsewhere=sentence(ACTS))} & {"dropped-element"}
    assert {f.rule for f in found(base, target, elsewhere="开矿的会员应当备有须刷。")} >= {"dropped-element"}


@pytest.mark.parametrize("others", ["自治区副主席、", "自治区副主席、副州长、"])
def test_what_only_other_parts_of_the_realm_have_is_not_missed(others: str) -> None:
    base = f"协会可以撤销副省长、{others}副市长、副县长、副区长的染须证。"
    assert not rules(base, base.replace(others, ""))
    assert named("dropped-element", base, base.replace("副县长、", ""))


def test_what_two_lists_leave_out_is_named_once() -> None:
    base = f"禁止{'、'.join(ACTS)}；违者不得{'、'.join(ACTS)}。"
    assert named("dropped-element", base, sentence(KEPT)) == list(GONE)


def test_another_duty_with_the_same_list_is_told() -> None:
    base = f"协会登记会员的{'、'.join(ACTS)}活动。"
    target = f"{base}帮工应当阻止{'、'.join(ACTS[:4])}并扣押剪刀。"
    assert [f.target[-4:] for f in found(base, target) if f.rule == "added-in-part"] == ["扣押剪刀"]


@pytest.mark.parametrize(
    ("longer", "shorter", "element"),
    [
        ("应当登记须谱、年度名册。", "应当登记须谱。", "年度名册"),
        ("不得损害店堂安全、危害公共卫生的。", "不得危害公共卫生的。", "损害店堂安全"),
        ("应当保管镜子、剪刀和梳子。", "应当保管镜子、剪刀。", "梳子"),
        ("提供各种安全、卫生、便利的条件。", "提供卫生、便利的条件。", "安全"),
        ("实行冬季价格、夏季价格、节日价格制度。", "实行冬季价格、节日价格制度。", "夏季价格"),
    ],
)
def test_one_of_two_or_three_elements_is_named(longer: str, shorter: str, element: str) -> None:
    assert quoted("dropped-element", longer, shorter) == [(element, shorter.rstrip("。"))]
    assert quoted("added-element", shorter, longer) == [(shorter.rstrip("。"), element)]
    assert {f.type for f in found(longer, shorter)} == {"dropped-duty"}


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("改善学徒的工作条件和生活条件。", "改善学徒的工作条件。"),
        ("应当登记须谱、其他名册。", "应当登记须谱。"),
        ("应当登记须谱、年度名册。", "应当登记年度名册、须谱。"),
        ("应当登记须谱、年度名册。", "应当登记须谱、季度名册。"),
        ("提倡、鼓励义务为学徒理发。", "鼓励义务为学徒理发。"),
        ("由省、自治区、直辖市协会登记须谱。", "由省协会登记须谱。"),
        ("对会员遵守法律、法规和规章的情况进行检查。", "对会员遵守法律、法规的情况进行检查。"),
        ("协会鼓励学习理发、修面。", "协会鼓励、支持会员学习理发、修面。"),
    ],
)
def test_what_no_list_with_dots_lacks_is_no_element(base: str, target: str) -> None:
    assert not rules(base, target) & {"dropped-element", "added-element"}


def test_what_stands_at_another_place_of_the_clause_is_no_other_scope() -> None:
    base, target = "超过限价或者未按须谱收费的店主应当停业。", "未按须谱收费或者超过限价的店主，应当停业。"
    assert "scope" not in rules(base, target)


def test_an_element_gone_from_a_clause_that_stays_is_named_though_another_article_names_it_in_the_same_list() -> None:
    base = "店主提交不真实的财产说明、债务清册、债权清册、会计报告的，没收剪刀。"
    target = "店主提交不真实的财产说明、债权清册、会计报告的，没收剪刀。"
    elsewhere = "店主应当提交财产说明、债务清册、债权清册、会计报告。"
    assert "债务清册" in [f.base for f in found(base, target, elsewhere=elsewhere) if f.rule == "dropped-element"]


def test_what_introduces_a_list_of_the_base_makes_its_items_prohibitions() -> None:
    base = "第一条 禁止下列行为：\n（一）将剪刀转让给无证的理发师；\n（二）拔须。\n"
    target = "第一条 禁止将剪刀转让给无证的理发师。\n"
    old, new = (parse(Source(text=text, origin="", sha256="", language="zh")) for text in (base, target))
    item, own = old.leaves()[1], new.leaves()[0]
    frame = Frame.of(old, new)
    assert not [
        f for f in row_findings(item.text, own.text, frame, Both([item.eid], [own.eid])) if f.type == "modality"
    ]
    assert [f for f in row_findings(item.text, own.text, frame) if f.type == "modality"]


def test_words_of_a_list_that_stand_apart_in_other_clauses_are_no_list_restated_in_part() -> None:
    base = "理发协会应当在公园、码头、桥梁、学校设立理发点。"
    apart = "前往公园的道路应当整修，通往码头的船只应当登记。"
    assert "dropped-element" not in rules(base, apart)
    assert "dropped-element" in rules(base, "理发协会应当在公园、码头设立理发点。")


def test_two_things_written_as_one_are_each_named() -> None:
    base = "染须遇高温、低温、暴雨、大风、冰雹应当停止。"
    assert not quoted("dropped-element", base, "染须遇暴雨、大风、冰雹、高（低）温应当停止。")
    assert named("added-element", base, "染须遇暴雨、大风、冰雹、高（低）温、大雾应当停止。") == ["大雾"]
    assert named("dropped-element", base, "染须遇暴雨、大风、冰雹、高（微）温应当停止。") == ["低温"]


def test_a_last_element_that_is_not_seen_where_it_ends_is_not_cut_in_two() -> None:
    base = "店主出借剪刀、转让围布、涂改价目的，处罚款。"
    target = "店主转让围布、出借剪刀、涂改价目或者不履行理发协会登记管理职责的，处罚款。"
    assert not named("added-element", base, target)


def test_lists_of_whom_two_breaches_concern_are_not_compared() -> None:
    base = "无证染须的，由协会会同公安、民政、教育、文化、卫生等部门责令停业。\n冒充店主收徒的，由协会责令改正。"
    target = "冒充店主收徒的，由协会会同公安、民政、卫生等部门依法处理。"
    assert "dropped-element" not in rules(base, target)
    one_breach = "无证染须的，由协会会同公安、民政、卫生等部门依法处理。"
    assert "dropped-element" in rules(base, one_breach)


def test_a_first_element_is_named_with_the_word_before_its_bracket() -> None:
    base = "理发馆（站）、染须馆、烫须馆、修面馆应当登记。"
    assert named("dropped-element", base, "染须馆、烫须馆、修面馆应当登记。") == ["理发馆（站）"]


@pytest.mark.parametrize(
    ("base", "gone"),
    [
        ("申请书包括：店名、染须依据、染须必要性和可行性、需要解决的主要问题和采取的对策等。", "染须依据"),
        ("染须伤人的，店主应当保护现场以及工作日志、工作票、操作票等材料。", "工作票"),
    ],
)
def test_an_element_that_shares_words_with_its_neighbours_is_told(base: str, gone: str) -> None:
    assert [old for old, _ in quoted("dropped-element", base, base.replace(f"、{gone}", ""))] == [gone]


def test_an_element_that_is_told_as_gone_is_not_told_as_another_scope_too() -> None:
    target = "理发店必须对顾客的姓名、电话、联系地址进行登记。"
    told = found("理发店应当登记顾客姓名、电话、年龄和联系地址。", target)
    assert [(one.rule, one.base) for one in told] == [("dropped-element", "年龄")]
    base = "理发店应当按照卫生标准对毛巾、剪刀、梳子和推子进行消毒。"
    told = found(base, "理发店应当对毛巾、剪刀、推子等进行消毒和更换。")
    assert [one.differing for one in told if one.rule == "scope"] == [(("按照卫生标准", ""),)]


def test_what_two_words_mean_is_not_one_list() -> None:
    means = "，是指对胡须的处理，包括"
    base = f"本法所称染须{means}漂洗、上色、固色、护理、修剪、造型等。"
    assert not rules(base, f"本条例所称剪须{means}修剪、护理、造型、拉直、烫卷。")
    assert "dropped-element" in rules(base, f"本条例所称染须{means}修剪、护理、造型、拉直、烫卷。")


def test_the_last_element_of_a_list_has_its_brackets_whole() -> None:
    base, target = "不得购置剪刀、梳子、毛巾和染（漂）剂用具。", "不得购置剪刀、梳子、皂盒和染剂用具。"
    assert not [one for one, _ in quoted("dropped-element", base, target) if one.count("（") != one.count("）")]
    assert all(one.count("（") == one.count("）") for e in enumerations(base) for one in e)


def test_an_element_is_not_cut_off_where_it_says_during_what_something_was_learned() -> None:
    base = "会长有私藏剪刀、玩忽职守、徇私舞弊或者泄露调查过程中知悉的配方的，应当免职。"
    target = "会长有私藏剪刀、玩忽职守的，应当免职。"
    assert [one for one, _ in quoted("dropped-element", base, target)] == ["徇私舞弊或者泄露调查过程中知悉的配方"]
