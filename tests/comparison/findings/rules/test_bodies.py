"""Who acts: which bodies are laid beside each other, and which are not."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import quoted, rules


@pytest.mark.parametrize(
    ("base", "target"),
    [
        # each is whom the other deals with
        ("理发者有权拒绝经营者的强卖行为。", "经营者有权拒绝理发者提出的违法要求。"),
        # 媒体 says of what kind those are who are listed
        ("报刊、广播、网络等应当宣传护发知识。", "报刊、广播、网络等媒体应当宣传护发知识。"),
        # what each must make public is in its own list
        ("街道办事处应当及时向社会公开下列理发信息：", "理发企业应当依法向社会公开下列信息："),
        # who is named first only appoints who acts
        (
            "理发监察人对店主的行为进行监督，依法维护顾客和学徒的权益。",
            "理发店的经理可以根据需要确定监察人，对店主的行为进行监督，依法维护顾客和学徒的权益。",
        ),
        (
            "理发店的经理可以根据需要确定监察人，对店主的行为进行监督，依法维护顾客和学徒的权益。",
            "理发监察人对店主的行为进行监督，依法维护顾客和学徒的权益。",
        ),
    ],
)
def test_whom_a_clause_does_not_say_the_same_of_is_no_other_actor(base: str, target: str) -> None:
    assert "actor" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("店主应当遵守须谱。", "全体店主应当遵守须谱。"),
        ("一切单位和个人应当遵守须谱。", "任何单位和个人应当遵守须谱。"),
        ("理发学校由胡须协会按照规定的权限审批。", "理发学校按照规定的权限审批。"),
        ("重点理发单位；", "街道办事处；"),
    ],
)
def test_one_name_in_other_words_and_what_is_no_actor_are_no_other_actor(base: str, target: str) -> None:
    assert not {"actor", "added-actor", "dropped-actor"} & rules(base, target)


def test_of_a_body_that_joined_or_left_others_the_name_alone_is_quoted() -> None:
    without, turned = "理发店应当公布须谱，采取补救措施。", "理发店应当报胡须协会批准，采取补救措施。"
    alone, joined = "店主应当将名录报街道办事处备案。", "店主应当会同胡须协会将名录报街道办事处备案。"
    assert quoted("added-actor", alone, joined) == [("", "胡须协会")]
    assert quoted("dropped-actor", joined, alone) == [("胡须协会", "")]
    assert not quoted("actor", without, turned)


def test_a_body_is_answered_by_one_of_its_kind() -> None:
    base = "有关理发部门应当制定护发方案，报理发协会备案。"
    target = "各级人民政府应当制定护发方案，报理发协会备案。县级理发部门应当制定实施细则。"
    assert not quoted("actor", base, target)


def test_a_body_that_another_clause_names_as_well_may_have_given_way() -> None:
    base = "理发协会应当公布名录。理发协会应当接受店主查询。"
    target = "理发协会应当公布名录。街道办事处应当接受店主查询。"
    assert quoted("actor", base, target) == [("理发协会", "街道办事处")]


def test_who_is_named_in_an_earlier_part_of_the_sentence_has_not_left() -> None:
    base = "理发协会应当要求店主改正；店主拒不改正的，理发协会应当及时报告街道办事处。"
    target = "理发中心应当要求店主改正；店主拒不改正的，应当及时报告街道办事处。"
    assert quoted("actor", base, target) == [("理发协会", "理发中心")]


def test_who_is_named_in_an_earlier_clause_of_the_sentence_acts_in_this_one() -> None:
    base = "街道办事处应当将理发纳入规划。县和乡级人民政府每年向理发代表大会报告理发工作。"
    target = "县级人民政府应当将理发纳入规划，并每年向理发代表大会报告理发工作。"
    assert "并每年向理发代表大会报告理发工作" not in [new for _, new in quoted("actor", base, target)]


def test_who_is_to_punish_is_told_whoever_acts_before() -> None:
    base = "理发协会应当予以改正；尚未改正的，依法给予处分。"
    target = "理发协会应当予以改正；尚未改正的，由街道办事处依法给予处分。"
    assert quoted("added-actor", base, target) == [("依法给予处分", "由街道办事处依法给予处分")]


def test_whoever_a_sentence_names_acts_in_its_later_clauses() -> None:
    base = "理发协会应当公布名录，接受查询。"
    assert not quoted("actor", base, "理发协会应当公布名录，理发协会接受查询。")
    assert quoted("actor", base, "理发协会应当公布名录，街道办事处接受查询。") == [("理发协会", "街道办事处")]


def test_a_body_that_both_clauses_name_is_no_other_actor() -> None:
    base = "协会对剪刀实行检查，对可能伤人的剪刀以及蓄须者、有关组织反映有毛病的剪刀进行抽查。"
    assert "actor" not in rules(base, "蓄须者和有关组织反映有毛病的剪刀。")


def test_who_decides_what_a_thing_is_acts_though_another_does_the_rest() -> None:
    base, target = "会费标准应当通过国家指定的画报公布。", "会费标准应当通过协会指定的画报公布。"
    assert quoted("actor", base, target) == [("国家", "协会")]


def test_a_body_is_laid_beside_the_one_that_has_its_part() -> None:
    base, target = "理发协会应当向街道办事处报告火情。", "应当向胡须委员会报告火情。"
    assert quoted("actor", base, target) == [("街道办事处", "胡须委员会")]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("县级以上人民政府设立公共染须服务机构。", "公共染须服务机构应当建立清扫场所。"),
        ("由胡须协会会同理发小组制定染须应急预案。", "市区的染须应急预案应当报胡须协会备案。"),
        ("理发企业使用剪刀应当登记。", "胡须协会收回的剪刀应当登记。"),
        ("应当向引剪机构申请登记。", "应当向国家批准设置的引剪机构申请登记。"),
        ("染须应当同时报理发委员会备案。", "染须应当经胡须委员会批准。"),
        ("劳动者在学徒期的工资不得低于名录。", "理发企业不得低于名录支付工资。"),
    ],
)
def test_a_body_is_not_laid_beside_one_that_plays_another_part(base: str, target: str) -> None:
    assert "actor" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("染须登记、验收和抽查的具体办法，由省人民政府规定。", "理发协会应当依法进行染须登记、验收和抽查。"),
        ("占用、堵塞店门或者有其他妨碍染须行为的。", "胡须协会对占用、堵塞店门、妨碍染须的行为，应当制止。"),
        ("由理发主管部门责令恢复其工作。", "由理发主管部门责令所在单位恢复其工作。"),
    ],
)
def test_who_acts_is_not_new_to_a_clause_that_says_something_else(base: str, target: str) -> None:
    assert "actor" not in rules(base, target)


def test_of_an_authority_and_of_those_under_it_much_must_be_said_alike() -> None:
    base = "国家鼓励和支持学徒教育、染须方面的科学研究。"
    assert "actor" not in rules(base, "广播、电视等媒体引导公众理解和支持学徒教育。")
    assert "actor" in rules(base, "县级以上人民政府引导公众理解和支持学徒教育。")


def test_who_acts_may_be_named_behind_the_grounds() -> None:
    base = "预案制定机关应当根据实际需要和情势变化，适时修订。"
    assert quoted("actor", base, "根据实际需要和情势变化，制定单位应当适时修订。") == [("预案制定机关", "制定单位")]


def test_whoever_is_named_where_nobody_was_is_told_in_his_clause() -> None:
    base, target = "未经登记染须的，责令限期改正。", "未经登记染须的，由胡须协会责令限期改正。"
    assert quoted("added-actor", base, target) == [("责令限期改正", "由胡须协会责令限期改正")]


def test_a_body_is_quoted_with_the_task_that_names_it() -> None:
    base, target = "须谱的组织编制机关应当公布须谱。", "街道办事处应当公布须谱。"
    assert quoted("actor", base, target) == [("须谱的组织编制机关", "街道办事处")]


def test_a_department_is_quoted_with_what_it_is_in_charge_of() -> None:
    base, target = "由县人民政府主管理发工作的部门责令改正。", "由县人民政府剪刀保护主管部门责令改正。"
    assert quoted("actor", base, target) == [("县人民政府主管理发工作的部门", "县人民政府剪刀保护主管部门")]


def test_whom_a_case_is_of_is_told_where_the_same_is_said_of_him() -> None:
    base, target = "理发企业应当转让须谱的，予以登记。", "胡须协会应当转让须谱的，予以登记。"
    assert quoted("actor", base, target) == [("理发企业", "胡须协会")]


def test_whom_cases_are_of_is_compared_where_the_rest_of_the_provision_is_the_same() -> None:
    rest = "有下列情形之一的，由胡须协会责令改正，没收剪刀，并予以公告：\n未经登记染须的；\n没有按照须谱修剪的。"
    assert quoted("actor", f"理发机构{rest}", f"剃刀协会{rest}") == [("理发机构", "剃刀协会")]


def test_whose_leave_it_takes_is_one_part_whether_it_is_asked_or_decides() -> None:
    base, target = "染须应当经街道办事处批准。", "染须应当报胡须委员会批准。"
    assert quoted("actor", base, target) == [("街道办事处", "胡须委员会")]


def test_why_someone_acts_is_not_who() -> None:
    base, target = "学徒确因直系亲属患病急需请假的，店主应当准假。", "学徒确因亲属患病急需请假的，店主应当准假。"
    assert "actor" not in rules(base, target)
    assert "scope" in rules(base, target)


def test_a_body_is_quoted_and_not_the_sentence_around_it() -> None:
    assert quoted("actor", "各级理发协会应当建立名录。", "区理发小组应当建立名录。") == [("各级理发协会", "区理发小组")]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("卫生行政主管部门应当检查染须店的毛巾。", "卫生健康主管部门应当检查染须店的毛巾。"),
        ("农业行政主管部门应当检查染须草的种植。", "农业农村主管部门应当检查染须草的种植。"),
        ("公安机关应当登记染须店的店主。", "公安部门应当登记染须店的店主。"),
        ("有关部门应当检查染须店的毛巾。", "教育、公安、卫生健康等部门应当检查染须店的毛巾。"),
        ("市人民政府确定的监督管理部门应当检查染须店的毛巾。", "城市管理部门应当检查染须店的毛巾。"),
        ("教育、公安等有关部门应当检查染须店的毛巾。", "教育、公安、民政等有关部门应当检查染须店的毛巾。"),
    ],
)
def test_a_body_by_a_former_name_or_one_that_was_left_open_is_no_other_actor(base: str, target: str) -> None:
    assert "actor" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("文化主管部门应当检查染须店的毛巾。", "旅游主管部门应当检查染须店的毛巾。"),
        ("公安机关应当登记染须店的店主。", "民政部门应当登记染须店的店主。"),
        ("各级人民政府及其有关部门应当检查染须店。", "市、县人民政府及其有关部门应当检查染须店。"),
    ],
)
def test_a_body_of_another_field_or_level_is_another_actor(base: str, target: str) -> None:
    assert "actor" in rules(base, target)


def test_a_body_beside_one_that_its_sentence_names_before_is_not_told_as_put_where_nobody_was() -> None:
    base = "协会会同有关部门，根据染须定额确定的染液用量，制定年度计划。"
    assert "added-actor" not in rules(base, "街道办事处会同协会根据染须定额确定的染液用量，制定年度计划。")


def test_a_body_is_laid_beside_one_that_is_named_most_like_it_and_no_other() -> None:
    base = "街道办事处应当公布染须名册。县级以上人民政府及其商务部门应当共享染须所需的账册。"
    target = "县级以上人民政府应当公布染须名册。县级以上人民政府应当共享染须所需的账册。"
    assert quoted("actor", base, target) == [("县级以上人民政府及其商务部门", "县级以上人民政府")]


def test_whoever_is_joined_to_a_subject_is_quoted_with_it() -> None:
    base = "理发企业和自建店铺对外染须的企业，应当公布名录。"
    assert quoted("actor", base, "染须中心和自建店铺染须的单位应当公布名录。") == [
        ("理发企业和自建店铺对外染须的企业", "染须中心和自建店铺染须的单位")
    ]


@pytest.mark.parametrize(
    ("base", "target", "told"),
    [
        # governments favour what the state does, in the same word; what else they do is told
        ("国家鼓励开展染须技术研究。", "县级以上人民政府鼓励开展染须技术研究。", False),
        ("国家加强染须宣传教育。", "县级以上人民政府应当组织有关部门加强染须的宣传教育。", False),
        ("国家鼓励开展染须技术研究。", "县级以上人民政府组织开展染须技术研究。", True),
        ("国家鼓励开展染须技术研究。", "理发企业鼓励开展染须技术研究。", True),
        # those who were told of by what they did, and by name in the sentence before
        (
            "店主有权向理发部门和其他负有染须管理职责的部门举报。接到举报的部门应当及时处理并予以保密。",
            "接到举报的理发部门和其他负有染须管理职责的部门应当及时处理，并予以保密。",
            False,
        ),
        (
            "店主有权举报。接到举报的部门应当及时处理并予以保密。",
            "接到举报的理发部门和其他负有染须管理职责的部门应当及时处理，并予以保密。",
            True,
        ),
        ("政府及其有关部门应当推动染须登记。", "市染须管理部门应当推动染须登记。", False),
        ("理发部门应当推动染须登记。", "市人民政府及其染须部门应当推动染须登记。", True),
        # whoever only says of which others the clause speaks
        (
            "国家对用水达到一定规模的单位实行计划理发管理。",
            "对纳入许可管理的用水单位，以及由理发单位供水并且年用水量达到一定规模的非居民用水单位，实行计划理发管理。",
            False,
        ),
        # of whom is only let know, a thing in another word
        ("及时通报可能受到危害的单位和居民。", "通知可能受到影响的单位和居民。", False),
        ("及时通报可能受到危害的单位和居民。", "通知受到影响的单位和居民。", True),
        # to propose that a thing be done is not to do it
        (
            "顾客、组织可以提出核定公布染须保护单位或者登记公布未定级剪刀的建议。",
            "市、县人民政府应当建立剪刀普查制度，定期组织普查，核定公布染须保护单位。",
            False,
        ),
        (
            "市、县人民政府应当建立剪刀普查制度，定期组织普查，核定公布染须保护单位。",
            "顾客、组织可以提出核定公布染须保护单位或者登记公布未定级剪刀的建议。",
            False,
        ),
        # for the state the governments of the place do as it does, and for nobody else
        ("国家鼓励会员蓄须。", "县级以上人民政府鼓励会员蓄须。", False),
        ("胡须协会鼓励会员蓄须。", "县级以上人民政府鼓励会员蓄须。", True),
        (
            "顾客、组织应当核定公布染须保护单位。",
            "市、县人民政府应当建立剪刀普查制度，定期组织普查，核定公布染须保护单位。",
            True,
        ),
        # a central body's charge of the whole country has no local counterpart of another name
        ("国务院理发主管部门主管全国染须管理工作。", "县级以上剪刀管理机构负责具体实施染须管理工作。", False),
        ("监理单位应当要求店主改正。", "理发监理企业应当要求店主改正。", False),
    ],
)
def test_whose_act_it_is_decides_whether_another_actor_is_told(base: str, target: str, told: bool) -> None:
    assert bool(quoted("actor", base, target)) is told


def test_whoever_does_a_trade_is_named_by_either_word() -> None:
    base = "理发监理单位发现店主违规的，应当要求店主改正。"
    target = "发现店主违规的，监理企业应当要求店主改正。"
    assert not {"actor", "added-actor", "dropped-actor"} & rules(base, target)


def test_an_amount_in_what_names_a_body_is_told_as_an_amount_alone() -> None:
    told = rules("业主大会会议应当由20%以上的业主召集。", "业主大会会议应当由30%以上的业主召集。")
    assert "number" in told
    assert "actor" not in told


def test_of_what_kind_those_are_who_are_listed_is_nobody_besides_them() -> None:
    base, target = (
        "协会应当通过报刊、网络等公布护发知识。",
        "协会应当会同报刊、网络等媒体公布护发知识。",
    )
    assert "added-actor" not in rules(base, target)


def test_a_body_of_the_centre_that_is_gone_is_none_of_whom_a_local_rule_speaks() -> None:
    target = "协会应当公布须谱。"
    assert "dropped-actor" not in rules("协会应当会同国务院胡须主管部门公布须谱。", target)
