"""Words, phrases and citations find what they should, in an order that never changes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.search.conftest import article, provision, shelved
from tests.search.whole import write_index

from policydiff.errors import QueryError
from policydiff.library import Entry
from policydiff.model import Document
from policydiff.search import Filter, Hit, Results, search
from policydiff.search.query import SAYS_NOTHING, parse_query
from policydiff.search.questions import joined, measures, telling, without_asking
from policydiff.search.snippets import snippet
from policydiff.search.tokens import stem
from policydiff.text import skeleton

Shelf = list[tuple[Entry, Document]]
Place = tuple[str, str]


def places(results: Results) -> list[Place]:
    return [(hit.document, hit.eid) for hit in results.hits]


def found(index: Path, query: str) -> list[Place]:
    return places(search(index, query, limit=1000))


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.highlights]


def holding(shelf: Shelf, run: str) -> set[Place]:
    """The provisions whose own words hold a run, found the slow way."""
    return {
        (document.id, provision.eid)
        for _, document in shelf
        for provision in document.walk()
        if skeleton(run) in skeleton(provision.heading) or skeleton(run) in skeleton(provision.text)
    }


def chinese_leaves(shelf: Shelf) -> list[str]:
    return [leaf.text for _, document in shelf if document.language == "zh" for leaf in document.leaves()]


# ------------------------------------------------------------------------------------------------ words


@given(data=st.data())
def test_every_stretch_of_two_characters_or_more_is_found_as_a_phrase_and_nothing_else_is(
    index: Path, shelf: Shelf, data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from(chinese_leaves(shelf)))
    start = data.draw(st.integers(0, len(text) - 2))
    run = text[start : data.draw(st.integers(start + 2, len(text)))]
    if len(skeleton(run)) < 2 or run[0].isascii() or run[-1].isascii():
        return  # half a word of letters is no word
    hits = {place for place in found(index, f"“{run}”") if place[1]}
    assert hits == holding(shelf, run)


def test_every_two_neighbouring_chinese_characters_are_found_without_quotation_marks(index: Path, shelf: Shelf) -> None:
    runs = {text[i : i + 2] for text in chinese_leaves(shelf) for i in range(len(text) - 1)}
    chinese = sorted(run for run in runs if len(skeleton(run)) == 2 and not run.isascii() and not set(run) & set("ABC"))
    assert len(chinese) > 100
    for run in chinese:
        assert holding(shelf, run) <= set(found(index, run)), run


def test_a_word_is_found_inside_a_longer_word_of_the_dictionary(index: Path) -> None:
    assert ("beards", "art_1") in found(index, "责任")  # in 责任制


@pytest.mark.parametrize("query", ["须", "1", "b"])
def test_a_single_character_is_a_query(index: Path, query: str) -> None:
    assert bool(found(index, query)) is (query != "b")


@pytest.mark.parametrize("query", ["10毫米", "１０毫米", "１０ 毫米", "10,毫米"])
def test_width_blanks_and_punctuation_of_a_query_do_not_matter(index: Path, query: str) -> None:
    assert found(index, query) == [("beards", "art_2")]


def test_a_run_finds_itself_first_and_then_what_has_its_words(index: Path) -> None:
    assert found(index, "胡须责任") == [("beards", "art_1"), ("district", "lvl_2")]


def test_several_words_ask_for_all_of_them(index: Path) -> None:
    assert found(index, "通报 审计") == [("district", "lvl_1")]
    assert search(index, "审计 修剪").read_as == "审计 修剪"  # no provision has both


def test_where_no_provision_has_all_words_the_titles_may_have_the_others(index: Path) -> None:
    assert found(index, "东区 审计") == [("district", "lvl_1")]
    assert search(index, "东区 修剪").read_as == "东区 修剪"
    assert found(index, "东区 细则") == [("district", "")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("养鹅登记", ["art_2", "art_1", "art_3"]),  # no dictionary has 养鹅
        ("养鹅人责任", ["art_3"]),
        ("养鹅的责任", ["art_3"]),
        ("登记责任", ["art_3"]),
        ("责任书", []),
        ("养鹅费500元罚", ["art_4"]),
        ("登记500元", []),
    ],
)
def test_each_character_of_a_query_stands_in_what_it_finds(
    tmp_path: Path, shelf: Shelf, query: str, expected: list[str]
) -> None:
    texts = (
        "养鹅的，应当登记。",
        "养鹅登记不收费。",
        "养鹅人依法登记，承担责任。",
        "养鹅费逾期不缴，罚五百元。",
        "养鸭登记。",
    )
    [(entry, document), *_] = shelf
    leaves = tuple(article(str(n), f"第{n}条", text) for n, text in enumerate(texts, 1))
    write_index(tmp_path, [(entry, replace(document, provisions=leaves))])
    results = search(tmp_path, query)
    assert ([] if results.read_as else [hit.eid for hit in results.hits]) == expected


def test_function_words_between_the_words_ask_for_nothing(index: Path) -> None:
    assert found(index, "通报 的 审计") == [("district", "lvl_1")]
    assert found(index, "a report of the beards by an organization") == [("beards-en", "art_3")]


def test_headings_are_found(index: Path) -> None:
    assert found(index, "总则") == [("beards", "chp_1")]


def test_a_word_of_a_title_finds_the_document_after_its_provisions(index: Path) -> None:
    assert found(index, "东区") == [("district", "")]
    assert found(index, "胡须管理") == [("beards", "art_1"), ("beards", ""), ("district", "")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("duty", {"art_1", "art_2"}),
        ("duties", {"art_1", "art_2"}),
        ("Reporting", {"art_2", "art_3"}),
        ("organs", {"art_3"}),
        ("reported beard", {"art_2", "art_3"}),
    ],
)
def test_english_words_are_found_in_every_inflection(index: Path, query: str, expected: set[str]) -> None:
    assert {eid for document, eid in found(index, query) if document == "beards-en" and eid} == expected


def test_a_mixed_run_of_letters_and_characters_is_found_by_either(index: Path) -> None:
    assert found(index, "abc型") == found(index, "ABC") == [("beards", "art_3__point_2")]


# ---------------------------------------------------------------------------------------------- numbers

AMOUNTS = (
    "处五百元以下罚款。",
    "处500元罚款，三日内缴纳。",
    "处5000元罚款，十三日内缴纳。",
    "处二万元罚款，占百分之十。",
    "处20,000元罚款，占10%。",
    "处1.5倍罚款，计10日。",
    "统一处15倍罚款。",
    "经三分之二以上成员同意，于三十天内修剪。",
    "三月三十日为剃须日。",
    "A barber reports within thirty (30) days, and again within 3 days.",
    "经参会成员2/3以上同意，可以拨打12345、110。",
    "处5千元以上十万元以下罚款。",
)


@pytest.mark.parametrize(
    ("query", "expected", "marks"),
    [
        ("罚款 500", {1, 2}, {"罚款", "五百", "500"}),
        ("五百元", {1, 2}, {"五百元", "500元"}),
        ("缴纳 五百元", {2}, {"缴纳", "500元"}),
        ("2万元", {4, 5}, {"二万元", "20,000元"}),
        ("20,000元", {4, 5}, {"二万元", "20,000元"}),
        ("10%", {4, 5}, {"百分之十", "10"}),
        ("占百分之十", {4, 5}, {"占百分之十", "占10"}),
        ("1.5倍", {6}, {"1.5倍"}),
        ("“500元”", {2}, {"500元"}),
        ("统一", {7}, {"统一"}),
        ("2/3以上", {8, 11}, {"三分之二以上", "2/3以上"}),
        ("三分之二", {8, 11}, {"三分之二", "2/3"}),
        ("成员 2/3", {8, 11}, {"成员", "三分之二", "成员2/3"}),
        ("1/10", set(), set()),
        ("10 %", {4, 5}, {"百分之十", "10"}),
        ("5千元", {3, 12}, {"5000元", "5千元"}),
        ("5000元至10万元", {12}, {"5千元", "十万元"}),
        ("30日内成员修剪", {8}, {"成员", "三十天内修剪"}),
        ("30日内修剪", {8}, {"三十天内修剪"}),
        ("三月三十日", {9}, {"三月三十日"}),
        ("thirty days", {10}, {"30) days", "days"}),
        ("three days", {10}, {"3 days", "days"}),
    ],
)
def test_a_number_is_found_in_any_writing_and_marked(
    tmp_path: Path, shelf: Shelf, query: str, expected: set[int], marks: set[str]
) -> None:
    results = search(amounts(tmp_path, shelf), query)
    assert {int(hit.eid.removeprefix("art_")) for hit in results.hits} == expected
    assert {mark.strip("%") for hit in results.hits for mark in marked(hit)} == marks


def test_a_number_that_is_a_part_of_another_is_found_after_those_that_stand_alone(tmp_path: Path, shelf: Shelf) -> None:
    folder = amounts(tmp_path, shelf)
    assert found(folder, "3日内") == [("beards", "art_2")]
    assert found(folder, "三日内") == [("beards", "art_2"), ("beards", "art_3")]


NUMBERS = (
    ("50000", "处50,000元以上500,000元以下罚款，或者150000元。", ["50,000"]),
    ("50000", "处500,000元以下罚款。", ["500,000"]),
    ("50,000元", "处50,000元以上150,000元以下罚款。", ["50,000元"]),
    ("3日", "3日内报告，13日内公示。", ["3日"]),
    ("三日内", "二十三日内报告。", ["二十三日内"]),
    ("3日内", "23日内报告，１３日内公示。", ["23日内", "１３日内"]),
    ("12", "第12条、112、1.25、12%", ["12"]),
    ("500 罚款", "罚款5000元，500元的另处。", ["罚款", "500"]),
)


@pytest.mark.parametrize(("query", "text", "marks"), NUMBERS)
def test_a_number_is_marked_whole_and_a_part_of_another_only_where_no_number_is_itself_that(
    query: str, text: str, marks: list[str]
) -> None:
    shown, places = snippet(text, parse_query(query, lambda _: False).clauses())
    assert [shown[start:end] for start, end in places] == marks


def amounts(folder: Path, shelf: Shelf) -> Path:
    """The index of provisions with amounts."""
    [(entry, document), *_] = shelf
    leaves = tuple(article(str(n), f"第{n}条", text) for n, text in enumerate(AMOUNTS, 1))
    write_index(folder, [(entry, replace(document, provisions=leaves))])
    return folder


# ---------------------------------------------------------------------------------------------- phrases


@pytest.mark.parametrize("quoted", ['"{}"', "“{}”", "「{}」", "『{}』", "＂{}＂", "«{}»", "‘{}’", "《{}》"])
def test_every_kind_of_quotation_marks_asks_for_exactly_these_words(index: Path, quoted: str) -> None:
    assert found(index, quoted.format("duty of care")) == [("beards-en", "art_2")]
    assert found(index, quoted.format("care of duty")) == []
    assert found(index, quoted.format("胡须责任")) == [("beards", "art_1")]


def test_a_phrase_is_not_inflected(index: Path) -> None:
    assert found(index, '"duties"') == [("beards-en", "art_1")]


def test_a_phrase_and_a_word_must_both_stand_there(index: Path) -> None:
    assert found(index, "“负责通报” 审计") == [("district", "lvl_1")]
    assert found(index, "“负责通报” 修剪") == []


@pytest.mark.parametrize(
    ("query", "kept", "without"),
    [
        ("胡须 -责任", "胡须", "责任"),
        ("胡须 －“胡须 责任”", "胡须", "“胡须 责任”"),
        ("−责任 胡须", "胡须", "责任"),
        ("第二章 -责任", "第二章", "责任"),
        ("第三条 -二十四小时", "第三条", "二十四小时"),
        ("beard -reported", "beard", "reported"),
        ("谁追究胡须责任呢 -审计", "谁追究胡须责任呢", "审计"),
    ],
)
def test_what_has_a_word_behind_a_minus_is_left_out(index: Path, query: str, kept: str, without: str) -> None:
    results = search(index, query, limit=1000)
    left_out = set(found(index, kept)) - set(places(results))
    assert left_out == set(found(index, kept)) & set(found(index, without)) != set()
    assert results.without == (without,)


def test_only_a_minus_before_a_word_leaves_out_anything(index: Path) -> None:
    for query in ("胡须-责任", "胡须 - 责任", "胡须 -24小时", "“胡须 -责任”"):
        assert search(index, query).without == ()
    assert found(index, "-责任") == []
    assert search(index, "-责任").without == ("责任",)


def test_a_citation_in_quotation_marks_is_a_phrase(index: Path) -> None:
    assert found(index, "“第二条处理”") == [("beards", "art_3__para_2")]


# -------------------------------------------------------------------------------------------- citations

ARTICLE_3 = [("beards", eid) for eid in ("art_3", "art_3__point_1", "art_3__point_2", "art_3__para_2")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("第三条", [*ARTICLE_3, ("beards-en", "art_3")]),
        ("Article 3", [*ARTICLE_3, ("beards-en", "art_3")]),
        ("第３条第2款", [("beards", "art_3__para_2")]),
        ("第三条第（二）项", [("beards", "art_3__point_2")]),
        ("《胡须管理办法》第三条", ARTICLE_3),
        ("《胡须管理办法》的第三条", ARTICLE_3),
        ("胡须管理办法第三条", ARTICLE_3),
        ("管理办法 第三条", ARTICLE_3),
        ("beards 第三条", ARTICLE_3),
        ("Article 3 of the Measures for the Administration of Beards", [("beards-en", "art_3")]),
        ("Measures, Article 3", [("beards-en", "art_3")]),
        ("第三条 第四条", [*ARTICLE_3, ("beards", "art_4"), ("beards-en", "art_3")]),
        ("art_3", [*ARTICLE_3, ("beards-en", "art_3")]),
        ("art_3__para_2", [("beards", "art_3__para_2")]),
        ("beards art_3__point_2", [("beards", "art_3__point_2")]),
        ("《胡须管理办法》ART_3", ARTICLE_3),
        ("beards#art_3", ARTICLE_3),
        ("胡须管理办法3条", ARTICLE_3),
        ("胡须管理办法三条2款", [("beards", "art_3__para_2")]),
        ("《胡须管理办法》 3条", ARTICLE_3),
        ("胡须管理办法3", ARTICLE_3),
        ("beards 3条（二）项", [("beards", "art_3__point_2")]),
        ("第一章", [("beards", "chp_1"), ("beards", "art_1"), ("beards", "art_2")]),
        ("胡须管理办法第二章第三条", ARTICLE_3),
        ("第二章 通报", [("beards", "art_3")]),
        ("第一章 通报", []),
        ("district 一（一）", []),
        ("第九条", []),
    ],
)
def test_a_citation_lists_the_provision_and_what_is_below_it_in_reading_order(
    index: Path, query: str, expected: list[Place]
) -> None:
    assert found(index, query) == expected


@pytest.mark.parametrize("query", ["胡须3条", "须3条", "胡须3", "第二章程"])
def test_a_number_is_a_citation_only_directly_behind_the_name_of_a_document(index: Path, query: str) -> None:
    named = parse_query(query, lambda name: name == "胡须").citations
    assert bool(named) is (query == "胡须3条")


@pytest.mark.parametrize("query", ["胡须管理办法", "《胡须管理办法》", "中华人民共和国胡须管理办法", " beards "])
def test_a_document_that_is_asked_for_by_its_id_or_whole_name_comes_first(index: Path, query: str) -> None:
    results = search(index, query)
    assert places(results)[0] == ("beards", "")
    assert results.read_as == ""
    assert search(index, query, Filter(documents=["district"])).total == 0 or not query.isascii()


def test_words_beside_a_citation_are_looked_for_in_the_place_it_names(index: Path) -> None:
    assert found(index, "第三条 报告") == [("beards", "art_3__point_2")]
    assert found(index, "管理办法第三条 “通报”") == [("beards", "art_3")]
    assert found(index, "第三条 问责") == []


def test_a_citation_that_leads_nowhere_finds_the_words_themselves(index: Path) -> None:
    assert found(index, "依照本办法第二条处理") == [("beards", "art_3__para_2")]


# ---------------------------------------------------------------------------------------------- filters


def test_filters_leave_out_documents_kinds_and_languages(index: Path) -> None:
    everywhere = found(index, "责任")
    assert {document for document, _ in everywhere} == {"beards", "district"}
    assert {hit.document for hit in search(index, "责任", Filter(documents=["district"])).hits} == {"district"}
    assert {hit.kind for hit in search(index, "责任", Filter(kinds=["central"])).hits} == {"central"}
    assert search(index, "责任", Filter(language="en")).total == 0
    assert places(search(index, "第三条", Filter(language="en"))) == [("beards-en", "art_3")]
    assert places(search(index, "责任", Filter(kinds=["central", "local"]))) == everywhere


def test_the_limit_cuts_the_hits_and_not_the_total(index: Path) -> None:
    everything = search(index, "胡须")
    first = search(index, "胡须", limit=2)
    assert first.total == everything.total > 2
    assert first.hits == everything.hits[:2]


# ---------------------------------------------------------------------------------------------- results


def test_scores_fall_and_equal_ones_follow_the_library(index: Path, shelf: Shelf) -> None:
    order = [(document.id, provision.eid) for _, document in shelf for provision in document.walk()]
    hits = [hit for hit in search(index, "胡须", limit=1000).hits if hit.eid]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for before, after in pairwise(hits):
        if before.score == after.score:
            assert order.index((before.document, before.eid)) < order.index((after.document, after.eid))


def test_a_hit_says_where_it_stands_and_marks_the_words(index: Path) -> None:
    hit = search(index, "24 hours reporting").hits[0]
    assert (hit.document, hit.title) == ("beards-en", "Measures for the Administration of Beards")
    assert (hit.eid, hit.label, hit.language, hit.kind) == ("art_2", "Article 2", "en", "translation")
    assert marked(hit) == ["reports", "24", "hours"]
    assert marked(search(index, "１０毫米").hits[0]) == ["１０毫米"]


# ---------------------------------------------------------------------------------------- hostile input


@pytest.mark.parametrize("query", ["", "  ", "\n\t", "\u3000"])
def test_an_empty_query_is_an_error_that_says_what_to_type(index: Path, query: str) -> None:
    with pytest.raises(QueryError, match="empty"):
        search(index, query)


@pytest.mark.parametrize(
    "query",
    [
        *("*", "责任*", "(责任", "责任^2", "~责任~", '"责任', "”责任“", "text:责任", "[a TO b]", "AND", "NOT OR"),
        *("a/b\\c", "《》第三条", "\x00责任\x1b[31m", "\ud800责任"),
        *("第" + "9" * 5000 + "条", "胡须" * 2000, "第三条" * 500, "“" * 3000, "«" * 3000),
    ],
)
def test_no_character_is_an_operator(index: Path, query: str) -> None:
    results = search(index, query)
    if skeleton(query) == "责任":
        assert places(results) == places(search(index, "责任"))


@given(query=st.text(min_size=1).filter(lambda text: text.strip()))
def test_nothing_that_can_be_typed_raises(index: Path, query: str) -> None:
    for hit in search(index, query).hits:
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.highlights)


# --------------------------------------------------------------------------------------- names of bodies


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented articles, each of which names a body in its own way."""
    texts = (
        "残疾人联合会应当为长须者配备剃刀。",
        "市残联负责长须者的登记。",
        "卫生健康、民政等部门应当检查理发店。",
        "卫生行政部门应当检查染料。",
        "环境卫生主管部门应当清扫断须。",
        "生态环境主管部门应当检测染液。",
        "个人大须应当修剪，人民代表大会另有规定的除外。",
    )
    leaves = tuple(article(str(n), f"第{n}条", text) for n, text in enumerate(texts, 1))
    rule = shelved("offices", "须发管理规定", leaves, "central", "zh")
    english = provision("article", "1", "Article 1", "The Ministry of Education shall teach shaving.")
    folder = tmp_path_factory.mktemp("offices")
    write_index(folder, [rule, shelved("shaving", "Rules on Shaving", (english,), "translation", "en")])
    return folder


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("残联", ["art_2", "art_1"]),
        ("残疾人联合会", ["art_1", "art_2"]),
        ("卫健委", ["art_3", "art_4"]),
        ("卫计委", ["art_4", "art_3"]),
        ("卫生行政机关", ["art_4", "art_3"]),
        ("卫生局检查", ["art_4", "art_3"]),
        ("市卫健委 染料", ["art_4"]),
        ("环保局", ["art_6"]),
        ("市人大", ["art_7"]),
        ("MOE", ["art_1"]),
        ("残联 第一条", ["art_1"]),
    ],
)
def test_a_body_is_found_by_every_name_and_what_has_the_words_themselves_comes_first(
    offices: Path, query: str, expected: list[str]
) -> None:
    results = search(offices, query)
    assert [hit.eid for hit in results.hits] == expected
    assert results.also
    assert results.read_as == ""


def test_the_other_name_is_marked_and_told(offices: Path) -> None:
    results = search(offices, "残联 剃刀")
    assert results.also == ("残疾人联合会",)
    assert marked(results.hits[0]) == ["残疾人联合会", "剃刀"]


@pytest.mark.parametrize("query", ["“残联”", "《残联》", "长须者", "个人大须", "环境卫生主管部门"])
def test_what_is_meant_as_it_stands_and_what_is_no_body_has_no_other_name(offices: Path, query: str) -> None:
    assert search(offices, query).also == ()


def test_a_question_asks_for_a_body_by_every_name_as_well(offices: Path) -> None:
    assert [hit.eid for hit in search(offices, "残联能不能配备剃刀？").hits] == ["art_1"]
    found = search(offices, "残联怎么帮助长须者登记")
    assert ([hit.eid for hit in found.hits], found.also) == (["art_2", "art_1"], ("残疾人联合会",))


def test_a_body_that_stands_nowhere_is_not_looked_up_by_parts_of_its_name(offices: Path) -> None:
    found = search(offices, "个人社会 人社局")
    assert (found.total, found.also[0]) == (0, "人力资源社会保障")


# ------------------------------------------------------------------------------------------- questions


@pytest.mark.parametrize(
    ("question", "first", "read_as"),
    [
        ("多久之内要报告？", ("beards", "art_3__point_2"), "报告"),
        ("请问谁负责通报", ("district", "lvl_1"), "负责通报"),
        ("理发师能不能巡查胡须厂", ("beards", "art_4"), "理发师 巡查 胡须"),
        ("责任由哪个单位落实呢", ("district", "lvl_2"), "责任由 单位落实"),
        ("who reports a wild beard?", ("beards-en", "art_2"), "reports a wild beard"),
        ("can barbers shave cats", ("beards-en", "art_1"), "barber"),
    ],
)
def test_a_question_in_plain_words_is_answered_by_what_has_the_most_of_it_and_that_is_said(
    index: Path, question: str, first: Place, read_as: str
) -> None:
    results = search(index, question)
    assert (places(results)[0], results.read_as) == (first, read_as)
    assert all(results.hits[0].highlights)


@pytest.mark.parametrize(
    "query", ["胡须", "责任 落实", "谁", "飞船", "飞船管理", "责任清单", "“负责通报” 修剪", "《胡须法》谁", "第三条 谁"]
)
def test_what_is_no_question_or_has_an_answer_as_it_stands_or_none_is_read_as_it_is(index: Path, query: str) -> None:
    assert search(index, query).read_as == ""


def test_an_answer_to_how_long_or_how_much_that_has_an_amount_comes_first(tmp_path: Path, shelf: Shelf) -> None:
    [(entry, document), *_] = shelf
    texts = ("理发师应当及时报告，报告应当属实。", "理发师应当在二小时内报告。", "不报告的，处五百元以下罚款。")
    leaves = tuple(article(str(n), f"第{n}条", text) for n, text in enumerate(texts, 1))
    write_index(tmp_path, [(entry, replace(document, provisions=leaves))])
    assert found(tmp_path, "理发师多久要报告")[:2] == [("beards", "art_2"), ("beards", "art_1")]
    assert found(tmp_path, "不报告罚款多少钱")[0] == ("beards", "art_3")
    assert measures("谁报告") == ()


def looked_up(text: str) -> str:
    """What is looked up of a text of which nothing stands anywhere as a whole, where all of it does stand."""
    return joined(telling(text, SAYS_NOTHING), lambda _: True)


def test_what_was_looked_up_is_told_as_it_was(tmp_path: Path, shelf: Shelf) -> None:
    [(entry, document), *_] = shelf
    texts = (
        *("失业人员可以修剪胡须。", "失业的，可以停业；金剪由市发放。", "责令改正，处罚款。", "剃刀、剪刀应当消毒。"),
        "支持企业金融服务。",
    )
    leaves = tuple(article(str(n), f"第{n}条", text) for n, text in enumerate(texts, 1))
    write_index(tmp_path, [(entry, replace(document, provisions=leaves))])
    for query, read_as, eids in (
        ("失业金", "失业", {"art_1", "art_2"}),  # 业金 is no word, nor 业；金
        ("怎么改正处剃刀", "改正 剃刀", {"art_3", "art_4"}),  # nor 正，处
        ("剃刀消毒时", "剃刀 消毒", {"art_4"}),
    ):
        results = search(tmp_path, query)
        assert (results.read_as, {hit.eid for hit in results.hits}) == (read_as, eids)


@pytest.mark.parametrize(
    ("query", "missing", "left"),
    [
        ("飞船管理", ("飞船",), ("管理",)),
        ("飞船", ("飞船",), ()),
        ("谁的飞船", ("飞船",), ()),
        ("“负责通报” 修剪", (), ("“负责通报”", "修剪")),
        ("“负责飞行” 修剪", ("“负责飞行”",), ("修剪",)),
        ("第三条 飞船 审计", ("飞船",), ("第三条", "审计")),
        ("胡须管理办法第三条 通报审计", (), ("胡须管理办法 第三条", "通报审计")),
        ("第九条", ("第九条",), ()),
        ("spaceships", ("spaceships",), ()),
        ("胡须", (), ()),
        ("*", (), ()),
    ],
)
def test_where_nothing_is_found_it_is_told_what_stands_nowhere_and_what_is_left(
    index: Path, query: str, missing: tuple[str, ...], left: tuple[str, ...]
) -> None:
    results = search(index, query)
    assert (results.missing, results.left) == (missing, left)
    assert all(search(index, part).hits for part in left)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("胡需管理", ("胡须管理",)),
        ("通报批抨", ("通报批评",)),
        ("湖须管理办法", ("胡须管理办法",)),
        ("每日查", ("每日巡查",)),
        ("胡须天管理", ("胡须管理",)),
        ("须胡管理", ("胡须管理",)),
        ("《胡需管理办法》第三条", ("《胡须管理办法》第三条",)),
        ("“胡需管理” 责任", ("“胡须管理” 责任",)),
        ("胡需管理 -飞船", ("胡须管理 -飞船",)),
        ("东区胡子管理细则", ("东区胡须管理细则", "东区胡须管理实施细则")),
        ("东区《胡须》管里实施细法", ("东区胡须管理实施细则",)),
        ("babers organisaton", ("barbers", "organization")),
        ("organisatons reporting", ("organization reporting",)),
        ("胡需管理 飞船", ("胡须管理",)),
        ("二十五小时", ()),  # another number is no slip
        ("二十四小时以上十倍以下", ()),
        ("飞船管理", ()),
        ("third", ()),
        ("胡须", ()),
        ("第九条", ()),
        ("*", ()),
    ],
)
def test_where_nothing_has_all_of_a_query_what_may_have_been_meant_is_offered_and_finds_something(
    index: Path, query: str, meant: tuple[str, ...]
) -> None:
    results = search(index, query)
    assert results.meant == meant
    for other in meant:
        found = search(index, other)
        assert found.hits
        assert not found.read_as


def test_a_slip_is_put_right_by_what_may_be_found(index: Path) -> None:
    assert search(index, "babers", Filter(language="zh")).meant == ()
    assert search(index, "胡需管理", Filter(documents=["beards-en"])).meant == ()


def test_a_provision_comes_first_where_the_title_of_its_document_has_more_of_what_was_asked(tmp_path: Path) -> None:
    east = shelved("east", "东区养鹅规定", (article("1", "第一条", "养鹅登记的结果应当公示。"),), "local", "zh")
    west = shelved("west", "西区养鹅规定", (article("1", "第一条", "养鹅登记。"),), "local", "zh")
    write_index(tmp_path, [west, east])
    results = search(tmp_path, "东区养鹅登记")
    assert (places(results), results.read_as) == ([("east", "art_1"), ("west", "art_1")], "东区养鹅 养鹅登记")


def test_a_number_is_not_taken_apart_to_be_looked_up() -> None:
    assert looked_up("罚款百分之六十七 2018年10月26日") == "罚款 百分之六十七 2018年10月26日"


def test_a_word_of_the_law_with_a_character_that_mostly_links_words_is_looked_up() -> None:
    assert looked_up("不动产登记不了") == "不动产登记"
    assert looked_up("再就业的标的") == "就业 标的"


@pytest.mark.parametrize("query", ["a barber who will shave", "if need be", "barbers can report"])
def test_english_words_that_laws_have_as_well_make_no_question_by_themselves(query: str) -> None:
    assert without_asking(query) == query
    assert without_asking(f"{query}?") != query


def test_words_that_make_a_question_are_looked_up_where_the_law_has_them(index: Path) -> None:
    assert without_asking("附近的网吧能不能怎么办理呢？") == "附近的网吧 办理"
    assert without_asking("How long do I have to report") == "to report"


@pytest.mark.parametrize(
    "words",
    [
        "license licence licenses licences licensing licensed",
        "authorize authorise authorised authorizing",
        "organization organisation organizations",
        "center centre centers centred",
        "defense defence",
        "labor labour laboured",
        "program programme programmes",
        "cancelled canceled cancels",
        "enrolment enrollment",
        "judgment judgement",
    ],
)
def test_the_two_spellings_of_an_english_word_are_one(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_words_that_only_look_like_the_other_spelling_stay_apart() -> None:
    assert stem("size") != stem("sise")
    assert stem("hour") != stem("hor")
    assert stem("prize") != stem("prise")
    assert stem("organs") != stem("organizations")
