"""A reviewer's words → a decision, by the labels that the tool prints."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decisions.beards import Decide, asked, link

from policydiff.alignment import align
from policydiff.decisions import made, reviewed, superseded
from policydiff.decisions.places import leaves_named
from policydiff.errors import QueryError
from policydiff.ingest import read
from policydiff.model import Alignment, Comparison, Document, Finding, Language, Link
from policydiff.parsing import parse

ARTICLES = """胡须管理办法

第一条 为了规范胡须，制定本办法。

第二条 蓄须者应当：
（一）每月修剪；
（二）每年登记。

第三条 禁止在食堂梳须。
违反的，予以通报。
"""
ENGLISH = "Beard Measures\n\nArticle 1 Beards shall be trimmed.\n\nArticle 2 No combing:\n(a) in bars;\n(b) at sea.\n"


def parsed(text: str, language: Language, tmp_path_factory: pytest.TempPathFactory) -> Document:
    path = tmp_path_factory.mktemp("texts") / "rule.txt"
    path.write_text(text, encoding="utf-8")
    return parse(read(path, language), id="rule")


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("第一条", ["第一条"]),
        ("第二条", ["第二条"]),
        ("第二条第（一）项", ["第二条第（一）项"]),
        ("第二条第(一)项", ["第二条第（一）项"]),
        ("第2条第一项", ["第二条第（一）项"]),
        ("第二条第（一）项、第二条第（二）项", ["第二条第（一）项", "第二条第（二）项"]),
        ("第二条第（二）项，第一条", ["第一条", "第二条第（二）项"]),
        ("第三条", ["第三条第一款", "第三条第二款"]),
        (" 第三条第二款 ", ["第三条第二款"]),
        ("ART_2", ["第二条", "第二条第（一）项", "第二条第（二）项"]),
        ("art_2__point_1", ["第二条第（一）项"]),  # as one who does not count paragraphs names it
        ("art_3__para_2、art_1", ["第一条", "第三条第二款"]),
    ],
)
def test_a_provision_is_named_as_printed_as_cited_or_by_identifier(
    name: str, labels: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    from policydiff import eid

    document = parsed(ARTICLES, "zh", tmp_path_factory)
    said = eid.labels(document)
    assert [said[leaf] for leaf in leaves_named(document, name)] == labels


def test_english_citations_are_named_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    document = parsed(ENGLISH, "en", tmp_path_factory)
    [first] = leaves_named(document, "Article 1")
    both = leaves_named(document, "article 1, Article 2(b)")
    assert both[0] == first
    assert len(both) == 2


@pytest.mark.parametrize("name", ["第九条", "第一条、第九条", "胡须", "", "第一条的规定"])
def test_what_names_no_provision_is_said_in_one_line(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(QueryError, match="no such provision in 胡须管理办法, which runs from 第一条 to ") as error:
        leaves_named(parsed(ARTICLES, "zh", tmp_path_factory), name)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("二（九）", "二（九）: no such provision in local, which has 二 without that part."),
        ("第一条第九项", "第一条第九项: no such provision in central, which has 第一条 without that part."),
        ("第九十条", "第九十条: no such provision in central or in local."),
    ],
)
def test_of_one_place_that_neither_document_has_the_one_is_named_that_may_be_meant(
    place: str, said: str, decide: Decide
) -> None:
    with pytest.raises(QueryError) as error:
        decide("note", place, note="why")
    assert str(error.value) == said


def test_of_a_provision_that_is_there_without_the_part_that_is_named_that_is_said(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with pytest.raises(QueryError) as error:
        leaves_named(parsed(ARTICLES, "zh", tmp_path_factory), "第二条第（九）项")
    assert str(error.value).endswith("in 胡须管理办法, which has 第二条 without that part.")
    assert error.value.told("zh").endswith("该文件有第二条，其中没有这一款、项。")


# ------------------------------------------------------------------------------------ from the rows


@pytest.mark.parametrize(
    ("verdict", "places", "base", "target"),
    [
        ("confirm", ("第一条",), "art_1", "lvl_1"),
        ("confirm", ("一",), "art_1", "lvl_1"),
        ("confirm", ("第二条", "二、三"), "art_2", "lvl_2 lvl_3"),
        ("confirm", ("第三条",), "art_3", ""),
        ("confirm", ("第三条", "-"), "art_3", ""),
        ("confirm", ("-", "四"), "", "lvl_4"),
        ("reject", ("第二条", "三"), "art_2", "lvl_3"),
        ("reject", ("三",), "art_2", "lvl_3"),
        ("reject", ("第二条 → 三",), "art_2", "lvl_3"),
        ("pair", ("第四条", "三"), "art_4", "lvl_3"),
        ("pair", ("第一条", "-"), "art_1", ""),
        ("pair", ("第三条、第四条", "四"), "art_3 art_4", "lvl_4"),
    ],
)
def test_one_side_is_enough_where_the_comparison_knows_the_other(
    decide: Decide, verdict: str, places: tuple[str, ...], base: str, target: str
) -> None:
    decision = decide(verdict, *places)
    assert (" ".join(decision.base), " ".join(decision.target)) == (base, target)


def test_of_several_rows_that_hold_what_is_named_the_one_that_holds_nothing_else_is_meant(alignment: Alignment) -> None:
    links = (link("art_2", "lvl_2"), link("art_2 art_3", "lvl_2 lvl_3"))
    decision = made(reviewed(replace(alignment, links=links), ()), asked("confirm"), ("第二条", "二"))
    assert (decision.base, decision.target) == (("art_2",), ("lvl_2",))


@pytest.mark.parametrize(
    ("verdict", "places", "said", "message"),
    [
        ("confirm", ("第二条", "二"), {}, "these stand with others in one row: 第二条 → 二、三"),
        ("confirm", ("第一条", "四"), {}, "第一条 → 四: there is no such row"),
        ("confirm", (), {}, "5 rows fit"),
        ("reject", ("第一条", "四"), {}, "第一条 → 四: not paired, so nothing to reject"),
        ("reject", ("第三条",), {}, "there is no such row"),
        ("pair", ("第一条",), {}, "pair needs a provision of each side"),
        ("pair", ("-", "-"), {}, "pair needs a provision of each side"),
        ("note", ("第一条",), {}, "the note is missing"),
        ("note", (), {"note": "何时？"}, "a note needs a provision"),
        ("note", ("第一条", "四"), {"note": "何时？"}, "第一条 → 四: in no row together"),
        ("note", ("第一条", "一", "二"), {"note": "何时？"}, "more than two places"),
        ("dismiss", (), {"rule": "modality"}, "the reason is missing"),
        ("dismiss", ("第三条",), {"rule": "modality", "reason": "无碍"}, "nothing of the kind is found there"),
    ],
)
def test_what_cannot_be_decided_is_said_in_one_line(
    decide: Decide, verdict: str, places: tuple[str, ...], said: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError) as error:
        decide(verdict, *places, **said)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_what_is_found_instead_is_said_as_the_reader_is_told_of_it(texts: Alignment) -> None:
    comparison = reviewed(texts, ())
    one = Finding(type="actor", base="店主", target="学徒", message="请核对", rule="actor")
    comparison = replace(comparison, findings=(one,), rows=tuple(replace(row, findings=()) for row in comparison.rows))
    with pytest.raises(QueryError) as error:
        made(comparison, asked("dismiss", rule="number", reason="无碍"), [])
    assert error.value.told("zh") == "number：该处没有此类提示。现有：主体变动。"


def test_a_rule_with_two_names_is_called_by_either(texts: Alignment) -> None:
    other = Finding(type="number", base="三日", target="五日", message="请核对", rule="number")
    plain = reviewed(texts, ())
    found = [replace(row, findings=(other,) if "art_2" in row.link.base else ()) for row in plain.rows]
    decision = made(replace(plain, rows=tuple(found)), asked("dismiss", rule="数量", reason="无碍"), ["第二条"])
    assert decision.rule == "number"


def test_a_name_that_no_rule_has_is_said_to_be_none_with_those_that_are_meant(texts: Alignment) -> None:
    comparison = reviewed(texts, ())
    lost = Finding(type="dropped-duty", base="梳须", target="", message="请核对", rule="dropped-duty")
    comparison = replace(comparison, findings=(lost,), rows=tuple(replace(row, findings=()) for row in comparison.rows))
    with pytest.raises(QueryError) as error:
        made(comparison, asked("dismiss", rule="缺失", reason="无碍"), ["第一条"])
    assert error.value.told("zh") == "缺失：没有这样的规则或者提示类别。这两份文件的提示有：“内容缺失”。"


def beside_itself(alignment: Alignment, *links: Link) -> Comparison:
    """The base beside a text of the same words and numbers."""
    return reviewed(replace(alignment, target=alignment.base, links=links), ())


def test_a_place_that_both_documents_have_is_enough_where_one_row_alone_has_it(alignment: Alignment) -> None:
    same = beside_itself(alignment, link("art_1", "art_1"), link("art_2", "art_2 art_3"), link("art_3", "art_4"))
    [first, *_] = same.rows
    number = Finding(type="number", base="三年", target="", message="请核对", rule="number")
    same = replace(same, rows=(replace(first, findings=(number,)), *same.rows[1:]))
    for verdict in ("confirm", "reject", "note", "dismiss"):
        decision = made(same, asked(verdict, rule="number", reason="无碍", note="何时？"), ["第一条"])
        assert (decision.base, decision.target) == (("art_1",), ("art_1",))
    decision = made(same, asked("confirm"), ["第二条"])
    assert (decision.base, decision.target) == (("art_2",), ("art_2", "art_3"))


def test_a_place_that_stands_in_several_rows_must_be_given_a_side(alignment: Alignment) -> None:
    crossed = beside_itself(
        alignment, link("art_1", "art_2"), link("art_2", "art_1"), link("art_3", "art_3"), link("art_4", "art_4")
    )
    with pytest.raises(QueryError, match="第一条 is a provision of both documents") as told:
        made(crossed, asked("confirm"), ["第一条"])
    call = "policydiff decide central local confirm"
    assert str(told.value).endswith(f'- names none: {call} "第一条 → 第二条"; {call} "第二条 → 第一条"')
    assert made(crossed, asked("confirm"), ["第二条 → 第一条"]).base == ("art_2",)
    assert made(crossed, asked("confirm"), ["第一条", "第二条"]).base == ("art_1",)


def test_a_finding_that_stands_in_one_of_the_rows_of_a_place_is_dismissed_there(alignment: Alignment) -> None:
    crossed = beside_itself(alignment, link("art_1", "art_2"), link("art_2", "art_1"), link("art_3", "art_3"))
    number = Finding(type="number", base="三年", target="", message="请核对", rule="number")
    there = replace(crossed, rows=(crossed.rows[0], replace(crossed.rows[1], findings=(number,)), *crossed.rows[2:]))
    decision = made(there, asked("dismiss", rule="number", reason="无碍"), ["第一条"])
    assert (decision.base, decision.target) == (crossed.rows[1].link.base, crossed.rows[1].link.target)
    both = replace(there, rows=tuple(replace(row, findings=(number,)) for row in there.rows))
    with pytest.raises(QueryError) as told:
        made(both, asked("dismiss", rule="number", reason="无碍"), ["第一条"])
    assert 'policydiff decide central local dismiss number "第二条 → 第一条" --reason "无碍"' in told.value.told("zh")


def test_a_pair_is_never_made_of_one_place(alignment: Alignment) -> None:
    same = reviewed(align(alignment.base, alignment.base), ())
    with pytest.raises(QueryError, match="pair needs a provision of each side"):
        made(same, asked("pair"), ["第一条"])


def test_what_is_found_on_the_target_as_a_whole_is_dismissed_by_the_place_that_both_documents_have(
    alignment: Alignment,
) -> None:
    slip = Finding(type="drafting", base="", target="蓄留", message="请核对", rule="numbering", eid="art_1")
    same = replace(reviewed(align(alignment.base, alignment.base), ()), findings=(slip,))
    decision = made(same, asked("dismiss", rule="numbering", reason="无碍"), ["第一条"])
    assert (decision.base, decision.target) == ((), ("art_1",))


@pytest.mark.parametrize("kind", ["weaker-duty", "modality", "义务强度", "Modality"])
def test_a_finding_is_dismissed_by_its_rule_or_by_its_kind_in_either_language(texts: Alignment, kind: str) -> None:
    weaker = Finding(type="modality", base="应当", target="可以", message="请核对", rule="weaker-duty")
    plain = reviewed(texts, ())
    found = [replace(row, findings=(weaker,) if "art_2" in row.link.base else ()) for row in plain.rows]
    decision = made(replace(plain, rows=tuple(found)), asked("dismiss", rule=kind, reason="无碍"), ["第二条"])
    assert (decision.rule, decision.base) == ("weaker-duty", ("art_2",))


@pytest.mark.parametrize("name", ["dropped-element", "列举缺项", "List shortened"])
def test_a_finding_is_dismissed_by_its_rules_name_as_the_site_prints_it(texts: Alignment, name: str) -> None:
    short = Finding(type="dropped-duty", base="登记", target="", message="请核对", rule="dropped-element")
    plain = reviewed(texts, ())
    found = [replace(row, findings=(short,) if "art_2" in row.link.base else ()) for row in plain.rows]
    decision = made(replace(plain, rows=tuple(found)), asked("dismiss", rule=name, reason="无碍"), ["第二条"])
    assert decision.rule == "dropped-element"


def test_a_rule_that_is_called_as_a_kind_is_meant_by_that_name(texts: Alignment) -> None:
    plain = reviewed(texts, ())
    rules = [Finding(type="number", base="三年", target="", message="请核对", rule=rule) for rule in ("number", "term")]
    found = [replace(row, findings=tuple(rules) if "art_4" in row.link.base else ()) for row in plain.rows]
    comparison = replace(plain, rows=tuple(found))
    assert made(comparison, asked("dismiss", rule="number", reason="无碍"), ["第四条"]).rule == "number"
    with pytest.raises(QueryError, match=r"several rules fit\. Name one of number, term"):
        made(comparison, asked("dismiss", rule="数字", reason="无碍"), ["第四条"])


def test_a_decision_takes_the_place_of_one_on_the_same_thing_and_of_no_other(decide: Decide) -> None:
    confirmed, other = decide("confirm", "第一条"), decide("confirm", "第二条")
    note = decide("note", "第一条", "一", note="何时？")
    rejected = decide("reject", "第一条")
    assert superseded((confirmed, other, note), rejected) == (confirmed,)
    assert superseded((confirmed, other, note), decide("note", "第一条", "一", note="何地？")) == ()


def test_a_pair_takes_the_place_of_what_put_its_provisions_together_with_others(decide: Decide) -> None:
    split, apart = decide("confirm", "第二条"), decide("pair", "第四条", "四")
    rejected, note = decide("reject", "第二条", "三"), decide("note", "第二条", note="何时？")
    earlier = (split, apart, rejected, note)
    assert superseded(earlier, decide("pair", "第二条", "二")) == (split,)
    assert superseded(earlier, decide("pair", "第三条", "四")) == (apart,)
    assert superseded(earlier, decide("pair", "第四条", "-")) == (apart,)
    assert superseded(earlier, decide("confirm", "第一条")) == ()
