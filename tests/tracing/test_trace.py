"""Where the provisions of a rule come from."""

from __future__ import annotations

from pathlib import Path

from tests.tracing.beards import HATS, LAW_2020, LOCAL, TEXTS, document, library

from policydiff.tracing import Traced, trace


def by_label(provisions: tuple[Traced, ...]) -> dict[str, Traced]:
    return {one.label: one for one in provisions}


def test_a_local_provision_is_traced_to_the_article_of_the_edition_in_force(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "east", LOCAL), library(tmp_path))
    article = by_label(made.provisions)["第二条"]
    [source] = article.matches
    assert (source.document, source.eid, source.treatment) == ("law-2020", "art_3", "restates")
    kept = "".join(edit.text for edit in source.edits if edit.op != "insert")
    assert kept == source.text
    assert "".join(edit.text for edit in source.edits if edit.op != "delete") == article.text


def test_what_is_cited_is_a_source_whatever_its_words(tmp_path: Path) -> None:
    draft = LOCAL.replace("渔船出海之前应当检修发动机。", "渔民另有规定的，依照《帽子法》第二条、第三条第一款办理。")
    made = trace(document(tmp_path, "draft", draft), library(tmp_path))
    found = by_label(made.provisions)["第四条"].matches
    named = [one for one in found if one.cited]
    assert [(one.document, one.eid, one.treatment, one.edits) for one in named] == [
        ("hats", "art_2", "cites", ()),
        ("hats", "art_3", "cites", ()),
    ]


def test_what_stands_nowhere_has_no_source_and_stock_clauses_are_not_traced(tmp_path: Path) -> None:
    made = by_label(trace(document(tmp_path, "east", LOCAL), library(tmp_path)).provisions)
    assert (made["第四条"].matches, made["第四条"].stock) == ((), False)
    assert (made["第五条"].matches, made["第五条"].stock) == ((), True)


def test_a_document_is_never_traced_to_itself_nor_to_an_edition_of_it(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "law-2020", LAW_2020), library(tmp_path))
    assert {source.document for one in made.provisions for source in one.matches} <= {"hats"}


def test_the_other_way_round_a_central_article_finds_the_local_one_that_restates_it(tmp_path: Path) -> None:
    law = document(tmp_path, "law-2020", LAW_2020)
    made = trace(law, library(tmp_path), direction="to", only={"art_3"})
    assert [one.eid for one in made.provisions] == ["art_3"]
    first = made.provisions[0].matches[0]
    assert (first.document, first.eid, first.treatment) == ("east", "art_2", "restates")
    assert "".join(edit.text for edit in first.edits if edit.op != "insert") == made.provisions[0].text


def test_the_other_way_round_a_provision_that_cites_the_article_is_found(tmp_path: Path) -> None:
    hats = document(tmp_path, "hats", HATS)
    draft = LOCAL.replace("渔船出海之前应当检修发动机。", "戴帽的，依照《帽子法》第三条办理。")
    made = trace(hats, library(tmp_path, TEXTS | {"east": ("local", draft)}), direction="to")
    found = by_label(made.provisions)["第三条"].matches
    assert [(one.document, one.eid, one.treatment, one.cited) for one in found] == [("east", "art_4", "cites", True)]


def test_only_documents_of_the_kinds_asked_for_are_looked_through(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "draft", LAW_2020.replace("胡须法", "须发法")), library(tmp_path), kinds=("local",))
    assert {source.document for one in made.provisions for source in one.matches} == {"east"}
    assert made.looked == (1, 5)


def test_an_earlier_edition_is_not_a_source_beside_the_one_in_force(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "draft", LOCAL.replace("东省", "西省")), library(tmp_path))
    assert "law-2012" not in {source.document for one in made.provisions for source in one.matches}


def test_before_an_edition_enters_into_force_the_one_before_it_is_the_source(tmp_path: Path) -> None:
    made = trace(document(tmp_path, "draft", LOCAL.replace("东省", "西省")), library(tmp_path), today="2020-08-31")
    assert {source.document for one in made.provisions for source in one.matches} == {"law-2012"}


def test_a_source_found_is_bounded_in_number_but_not_what_is_cited(tmp_path: Path) -> None:
    draft = LOCAL.replace("渔船出海之前应当检修发动机。", "依照《帽子法》第一条、第二条、第三条、第四条办理。")
    made = trace(document(tmp_path, "draft", draft), library(tmp_path), limit=1)
    assert sum(source.cited for source in by_label(made.provisions)["第四条"].matches) == 4
    assert len(by_label(made.provisions)["第二条"].matches) == 1


def test_a_provision_of_what_the_rule_implements_is_found_though_it_is_worded_anew(tmp_path: Path) -> None:
    law = LAW_2020.replace("由胡须主管部门责令修剪，并处一百元以下罚款", "由主管部门责令改正，可以处一百元以下罚款")
    draft = LOCAL.replace("渔船出海之前应当检修发动机。", "违反本办法第二条，拒不修剪的，由县胡须局罚款二十元。")
    texts = TEXTS | {"law-2020": ("central", law)}
    made = by_label(trace(document(tmp_path, "draft", draft), library(tmp_path, texts)).provisions)
    source = made["第四条"].matches[0]
    assert (source.document, source.eid, source.treatment) == ("law-2020", "art_5", "adapts")
    assert source.likely > source.score
