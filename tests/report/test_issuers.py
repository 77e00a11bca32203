"""By what a power is judged depends on who made the rule."""

from __future__ import annotations

import re

import pytest
from tests.texts import parsed

from policydiff import gravity
from policydiff.eid import chinese_number, chinese_numeral
from policydiff.gravity import POWERS
from policydiff.library.describe import describe
from policydiff.model import Finding
from policydiff.report.criteria import criteria
from policydiff.report.criterion import Criterion
from policydiff.report.issuers import RANKS, Rank, rank, unlisted_city
from policydiff.report.powers import judged_by

ARTICLES = "第一条 蓄须者应当修剪胡须。\n第二条 本办法自公布之日起施行。\n"


def ranked(head: str) -> Rank:
    """The rank of a rule with these lines above its articles."""
    text = f"{head}\n{ARTICLES}"
    document = parsed(text)
    return rank(document, describe(document))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("山东省胡须条例\n（2020年1月1日山东省第十三届人民代表大会常务委员会第三次会议通过）", "province"),
        ("上海市胡须条例\n（2020年1月1日上海市人民代表大会常务委员会通过）", "province"),
        ("青岛市胡须条例\n（2020年1月1日青岛市人民代表大会常务委员会通过）", "city"),
        ("山东省胡须办法\n（2020年1月1日山东省人民政府令第3号公布）", "provincial-government"),
        ("青岛市胡须办法\n（2020年1月1日青岛市人民政府令第3号公布）", "city-government"),
        ("青岛市东区胡须办法\n（2020年1月1日青岛市东区人民政府令第3号公布）", "document"),
        ("胡须条例\n（2020年1月1日国务院令第3号公布）", "state-council"),
        ("胡须管理规定\n（2020年1月1日国家市场监督管理总局令第3号公布）", "department"),
        ("青岛市西海街道胡须管理办法", "document"),
        ("胡须管理办法", ""),
        ("长兴县胡须办法\n（2020年1月1日浙江省长兴县人民政府令第3号公布）", "document"),
        ("朝阳区胡须办法\n（2020年1月1日北京市朝阳区人民政府令第3号公布）", "document"),
        ("余杭区胡须办法\n（2020年1月1日浙江省杭州市余杭区人民政府令第3号公布）", "document"),
        ("昆山市胡须办法\n（2020年1月1日江苏省昆山市人民政府令第3号公布）", "document"),
        ("青岛市胡须办法\n（2020年1月1日山东省青岛市人民政府令第3号公布）", "city-government"),
        ("大理州胡须办法\n（2020年1月1日云南省大理白族自治州人民政府令第3号公布）", "city-government"),
        ("北京市胡须办法\n（2020年1月1日北京市人民政府令第3号公布）", "provincial-government"),
        ("广西胡须办法\n（2020年1月1日广西壮族自治区人民政府令第3号公布）", "provincial-government"),
        ("青岛市胡须条例\n（2020年1月1日山东省青岛市人民代表大会常务委员会通过）", "city"),
        ("朝阳区胡须条例\n（2020年1月1日北京市朝阳区人民代表大会常务委员会通过）", ""),
        ("青島市胡須辦法\n（2020年1月1日青島市人民政府令第3號公佈）", "city-government"),
        ("青岛市胡须办法\n（2020年1月1日青岛市市场监督管理局公布）", "document"),
        ("某某市胡须条例\n（2020年1月1日某某市人民代表大会常务委员会通过）", "city"),
        ("某某市胡须办法\n（2020年1月1日某某市人民代表大会常务委员会通过）", ""),
        ("胡须条例", "regulation"),
        ("中华人民共和国胡须条例", "state-council"),
        ("山东省胡须条例", "province"),
        ("青岛市胡须条例", "city"),
        ("山东省青岛市胡须条例", "city"),
        ("大理白族自治州胡须条例", "city"),
        ("四川省北川羌族自治县胡须条例", ""),
        ("中国共产党胡须条例", ""),
        ("青岛市崂山区胡须实施细则", "document"),
        ("北京市朝阳区胡须管理办法", "document"),
        ("浙江省长兴县胡须管理办法", "document"),
        ("江苏省昆山市胡须管理办法", "document"),
        ("青岛市胡须管理办法", ""),
    ],
)
def test_the_rank_of_a_rule_is_told_by_who_made_it(head: str, expected: Rank) -> None:
    assert ranked(head) == expected


@pytest.mark.parametrize(
    ("title", "note", "expected"),
    [
        ("Beard Regulations of East Province",
         "Adopted at the 3rd Meeting of the Standing Committee of the Ninth People's Congress of East Province on",
         "province"),
        ("Beard Regulations of East City", "Adopted by the East Municipal People's Congress on", "city"),
        ("Beard Regulations of Shanghai Municipality", "Adopted by the Shanghai Municipal People's Congress on",
         "province"),
        ("Beard Rules of East County", "Adopted by the People's Congress of East County, West Province on", ""),
        ("Beard Measures of East Province",
         "Promulgated by Decree No. 3 of the People's Government of East Province on", "provincial-government"),
        ("Beard Measures of East Province", "Issued by the People's Government of East Province on", "document"),
        ("Beard Measures of East City", "Promulgated by Decree No. 3 of the People's Government of East City on", ""),
        ("Beard Measures of East City", "Issued by the East Municipal Beard Bureau on", "document"),
        ("Beard Regulations", "Promulgated by Decree No. 3 of the State Council on", "state-council"),
        ("Beard Measures", "Issued by the Ministry of Beards on", "department"),
        ("Beard Measures", "", ""),
    ],
)  # fmt: skip
def test_the_rank_of_an_english_rule_is_told_by_who_made_it(title: str, note: str, expected: Rank) -> None:
    above = f"({note} May 3, 2019)\n\n" if note else ""
    text = f"{title}\n\n{above}Article 1 A beard shall be tidy.\n\nArticle 2 Done.\n"
    document = parsed(text, "en")
    assert rank(document, describe(document)) == expected


@pytest.mark.parametrize(
    "title",
    [
        "江苏省城镇供水办法",
        "青岛市居住小区胡须办法",
        "青岛市海水浴场区胡须办法",
        "山东省自然保护区胡须办法",
        "青岛市市区胡须办法",
        "山东省农贸市场胡须办法",
        "山东省县级储备胡须办法",
        "城市居住区胡须办法",
        "山东省乡村振兴促进办法",
        "上海市街道办事处办法",
        "景德镇市胡须管理办法",
        "浙江省小城镇胡须办法",
        "山东省乡镇胡须办法",
        "青岛市歌舞厅胡须办法",
        "山东省村民委员会胡须办法",
        "青岛市人民政府胡须工作办法",
    ],
)
def test_a_title_that_only_speaks_of_townships_and_offices_says_nothing_of_who_made_the_rule(title: str) -> None:
    assert ranked(title) == ""


@pytest.mark.parametrize(
    "title",
    [
        "青岛市西海街道胡须管理办法",
        "青岛市胶州市东湖镇胡须管理办法",
        "青岛市市场监督管理局胡须办法",
        "山东省农业厅胡须办法",
        "青岛市卫生健康委员会胡须办法",
        "青岛市人民政府关于加强胡须管理的通知",
    ],
)
def test_an_office_that_a_title_begins_with_makes_a_document_below_the_rules(title: str) -> None:
    assert ranked(title) == "document"


def cited(rule: str, of: Rank) -> str:
    found = criteria([Finding(type="added-duty", base="", target="甲", message="", rule=rule)], of)
    return "、".join(one.cited["zh"] for one in found)


def test_what_may_be_set_depends_on_the_rank() -> None:
    assert cited("new-penalty", "province") == "《行政处罚法》第十二条第一款、第三款"
    assert "《立法法》第八十一条第一款" in cited("new-penalty", "city")
    assert cited("new-penalty", "city-government") == "《行政处罚法》第十四条第二款"
    assert cited("new-penalty", "document") == "《行政处罚法》第十六条"
    assert cited("new-penalty-kind", "province") == "《行政处罚法》第十二条第二款"
    assert cited("new-licence", "document") == "《行政许可法》第十七条"
    assert "第四十三条第二款" in cited("new-coercion", "province")
    assert "《立法法》第九十三条" in cited("new-prohibition", "provincial-government")
    assert "《行政许可法》第五十八条" in cited("new-fee", "department")
    assert cited("added-duty", "province") == "《立法法》第八十二条第一款、第二款"
    assert cited("added-duty", "") == "《立法法》第八十二条、第九十一条第二款、第九十三条第六款"
    assert "《立法法》第一百零七条" in cited("dropped-duty", "province")


@pytest.mark.parametrize("of", RANKS)
@pytest.mark.parametrize("rule", POWERS)
def test_each_power_has_a_criterion_for_each_rank_in_both_languages(rule: str, of: Rank) -> None:
    found = criteria([Finding(type="added-duty", base="", target="甲", message="", rule=rule)], of)
    assert found
    assert all(one.cited[ui] and one.asks[ui] for one in found for ui in ("zh", "en"))


LAWS = {
    "行政处罚法": "Administrative Penalty Law",
    "行政许可法": "Administrative Licensing Law",
    "行政强制法": "Administrative Coercion Law",
    "立法法": "Legislation Law",
    "优化营商环境条例": "Regulation on Improving the Business Environment",
}
SET_IN = {
    "new-penalty": {"行政处罚法"},
    "new-penalty-kind": {"行政处罚法"},
    "new-licence": {"行政许可法"},
    "new-licence-condition": {"行政许可法"},
    "new-coercion": {"行政强制法"},
    "new-fee": {"立法法", "优化营商环境条例", "行政许可法"},
    "new-prohibition": {"立法法", "优化营商环境条例"},
    "new-refusal": {"立法法", "优化营商环境条例"},
}
REGULATIONS, GOVERNMENTS = {"province", "city"}, {"provincial-government", "city-government"}
RULES = {"department", *GOVERNMENTS}
ALL: set[str] = {one for one in RANKS if one}
# Of whom each paragraph of an article speaks, as these laws are printed.
PARAGRAPHS: dict[tuple[str, int], tuple[set[str], ...]] = {
    ("行政处罚法", 11): ({"state-council"}, {"state-council"}, {"state-council"}),
    ("行政处罚法", 12): (REGULATIONS, REGULATIONS, REGULATIONS),
    ("行政处罚法", 13): ({"department"}, {"department"}),
    ("行政处罚法", 14): (GOVERNMENTS, GOVERNMENTS),
    ("行政处罚法", 16): ({"document"},),
    ("行政许可法", 14): ({"state-council"}, {"state-council"}),
    ("行政许可法", 15): ({*REGULATIONS, "provincial-government"}, {*REGULATIONS, "provincial-government"}),
    ("行政许可法", 16): ({"state-council"}, REGULATIONS, RULES, {"state-council", *REGULATIONS, *RULES}),
    ("行政许可法", 17): ({"department", "city-government", "document"},),
    ("行政许可法", 58): (ALL, ALL, ALL),
    ("行政强制法", 10): (set(), {"state-council"}, REGULATIONS, {*RULES, "document"}),
    ("行政强制法", 11): ({"state-council", *REGULATIONS}, {"state-council", *REGULATIONS}),
    ("行政强制法", 13): (ALL, ALL),
    ("行政强制法", 43): (ALL, ALL),
    ("立法法", 72): ({"state-council"}, {"state-council"}, {"state-council"}),
    ("立法法", 81): ({"city"}, set(), set(), {"city"}, set()),
    ("立法法", 82): (REGULATIONS, REGULATIONS, {"city"}, REGULATIONS),
    ("立法法", 91): ({"department"}, {"department"}),
    ("立法法", 93): (GOVERNMENTS, GOVERNMENTS, {"city-government"}, {"city-government"}, GOVERNMENTS, GOVERNMENTS),
    ("优化营商环境条例", 64): ({"document"}, {"document"}),
}


def places(criterion: Criterion) -> tuple[str, list[tuple[int, list[int]]]]:
    """The law that a criterion cites, its articles, and the paragraphs of each: as it is cited in Chinese, once it is
    seen to be cited alike in English."""
    law, chinese = criterion.cited["zh"].removeprefix("《").split("》")
    name, english = criterion.cited["en"].split(", Article", 1)
    assert name == LAWS[law]
    articles = re.findall("第([^条款]+)条((?:、?第[^条款]+款)*)", chinese)
    found = [
        (chinese_number(at), [chinese_number(one) for one in re.findall("第([^条款]+)款", below)])
        for at, below in articles
    ]
    translated = re.findall(r"(?<!\()\b(\d+)((?:(?:, )?\(\d\))*)", english)
    assert found == [(int(at), [int(one) for one in re.findall(r"\d", below)]) for at, below in translated]
    return law, found


def test_a_regulation_of_which_no_more_is_known_is_judged_by_what_judges_either_kind() -> None:
    for rule in POWERS:
        either = [*judged_by(rule, "state-council"), *judged_by(rule, "province")]
        assert list(judged_by(rule, "regulation")) == either
    both = "《行政处罚法》第十一条第一款、第三款", "《行政处罚法》第十二条第一款、第三款"
    assert cited("new-penalty", "regulation") == "、".join(both)
    sums = Finding(type="number", base="处五百元罚款", target="处一千元罚款", message="", rule="number")
    assert {"《行政处罚法》第十一条第二款", "《行政处罚法》第十二条第二款"} <= {
        one.cited["zh"] for one in criteria([sums], "regulation")
    }


def test_a_city_that_is_not_known_to_have_districts_is_named_where_its_government_ordered_a_rule() -> None:
    def unlisted(head: str) -> str:
        document = parsed(f"{head}\n{ARTICLES}")
        return unlisted_city(document, describe(document))

    assert unlisted("某某市胡须办法\n（2020年1月1日江苏省某某市人民政府令第3号公布）") == "江苏省某某市"
    assert unlisted("青岛市胡须办法\n（2020年1月1日青岛市人民政府令第3号公布）") == ""
    assert unlisted("长兴县胡须办法\n（2020年1月1日浙江省长兴县人民政府令第3号公布）") == ""


@pytest.mark.parametrize("of", [one for one in RANKS if one not in ("", "regulation")])
@pytest.mark.parametrize("rule", POWERS)
def test_what_judges_a_power_cites_paragraphs_that_speak_of_the_rank(rule: str, of: Rank) -> None:
    for judge in judged_by(rule, of):
        law, cited = places(judge)
        assert cited
        assert law in SET_IN[rule] or (of == "city" and law == "立法法")
        for article, paragraphs in cited:
            printed = PARAGRAPHS[law, article]
            for paragraph in paragraphs or range(1, len(printed) + 1):
                assert of in printed[paragraph - 1], (law, article, paragraph)


@pytest.mark.parametrize("of", [one for one in RANKS if one not in ("", "regulation")])
@pytest.mark.parametrize("rule", sorted(gravity.RULES))
def test_nothing_that_is_found_is_judged_by_an_article_that_does_not_speak_of_the_rank(rule: str, of: Rank) -> None:
    for judge in criteria([Finding(type="scope", base="", target="", message="", rule=rule)], of):
        said = judge.cited["zh"]
        for (law, article), printed in PARAGRAPHS.items():
            if f"《{law}》" in said and f"第{chinese_numeral(article)}条" in said:
                assert any(of in ranks for ranks in printed), said


def test_whether_a_penalty_may_be_set_is_asked_in_the_words_of_the_article_on_setting_it() -> None:
    asked = {of: judged_by("new-penalty", of)[0].asks["zh"] for of in RANKS if of not in ("", "regulation")}
    assert "补充设定" in asked["state-council"]
    assert "补充设定" in asked["province"]
    assert "尚未制定法律、行政法规的" in asked["department"]
    assert "尚未制定法律、法规的" in asked["city-government"]


def test_a_penalty_of_another_sum_is_judged_by_the_range_that_the_rank_is_bound_to() -> None:
    sums = Finding(type="number", base="处五百元罚款", target="处一千元罚款", message="", rule="number")
    assert "《行政处罚法》第十二条第二款" in [one.cited["zh"] for one in criteria([sums], "city")]
