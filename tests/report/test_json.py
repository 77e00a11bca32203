"""The JSON formats are a contract: every key is named here."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.report.decided import decision, dismissed

from policydiff.model import Comparison, Document, Edit, StaleDecision
from policydiff.report import json as report
from policydiff.search import FoundFindings, Hit, Listed, Results
from policydiff.search.findings import FoundFinding


def test_a_comparison_has_exactly_the_keys_of_its_schema(comparison: Comparison) -> None:
    made = report.comparison(comparison)
    assert list(made) == ["schema", "base", "target", "rows", "findings", "dismissed", "stale", "others", "summary"]
    assert made["schema"] == "policydiff.comparison/1"
    assert list(made["base"]) == ["id", "title", "lang", "provisions"]
    assert made["base"]["provisions"][1] == {
        "eid": "art_2",
        "label": "第二条",
        "level": "article",
        "num": "第二条",
        "text": "蓄须者应当每月修剪一次。",
        "spans": [[70, 82]],
    }
    assert made["summary"] == {"unchanged": 1, "changed": 1, "omitted": 1, "added": 1}


def test_a_row_names_both_sides_the_edits_and_the_findings(comparison: Comparison) -> None:
    assert report.comparison(comparison)["rows"][1] == {
        "status": "changed",
        "base": ["art_2"],
        "target": ["art_2"],
        "score": 0.8765,
        "basis": "structure",
        "moved": True,
        "edits": [
            {"op": "keep", "text": "蓄须者"},
            {"op": "delete", "text": "应当"},
            {"op": "insert", "text": "可以"},
            {"op": "keep", "text": "每月修剪一次。"},
        ],
        "findings": [
            {
                "type": "modality",
                "base": "应当",
                "target": "可以",
                "message": "义务变为许可",
                "rule": "modality.weakened",
            }
        ],
        "candidates": [],
        "decisions": [],
        "dismissed": [],
    }


def test_what_moved_bears_the_number_of_its_move_and_nothing_else_does(comparison: Comparison) -> None:
    edits = (Edit(op="delete", text="猫", move=1), Edit(op="keep", text="狗"), Edit(op="insert", text="猫", move=1))
    made = replace(comparison, rows=(replace(comparison.rows[1], edits=edits),))
    assert report.comparison(made)["rows"][0]["edits"] == [
        {"op": "delete", "text": "猫", "move": 1},
        {"op": "keep", "text": "狗"},
        {"op": "insert", "text": "猫", "move": 1},
    ]


def test_what_reviewers_decided_stands_beside_what_was_found(comparison: Comparison) -> None:
    said = {"rule": "modality.weakened", "reason": "语气相同", "by": "王某", "date": "2026-01-02"}
    row = replace(dismissed(comparison, decision(**said)), decisions=(decision("note", note="待查"),))
    stale = StaleDecision(decision=decision("confirm"), why="changed")
    made = report.comparison(replace(comparison, rows=(row,), stale=(stale,)))
    [shown] = made["rows"]
    assert shown["findings"] == []
    [settled] = shown["dismissed"]
    assert settled | {"decision": 0} == {
        "type": "modality",
        "base": "应当",
        "target": "可以",
        "message": "义务变为许可",
        "rule": "modality.weakened",
        "decision": 0,
    }
    assert settled["decision"] == {
        "number": 3,
        "verdict": "dismiss",
        "base": ["art_2"],
        "target": ["art_2"],
        "rule": "modality.weakened",
        "words": "",
        "reason": "语气相同",
        "note": "",
        "by": "王某",
        "date": "2026-01-02",
    }
    assert [one["note"] for one in shown["decisions"]] == ["待查"]
    assert [(one["verdict"], one["why"]) for one in made["stale"]] == [("confirm", "changed")]


def test_an_omitted_row_carries_what_was_considered_for_it(comparison: Comparison) -> None:
    row = report.comparison(comparison)["rows"][2]
    assert (row["base"], row["target"]) == (["art_3"], [])
    assert row["candidates"] == [{"eid": "art_3", "score": 0.31}]


def test_a_finding_on_the_whole_names_its_provision(comparison: Comparison) -> None:
    [finding] = report.comparison(comparison)["findings"]
    assert list(finding) == ["type", "base", "target", "message", "rule", "eid"]
    assert finding["eid"] == "art_3"


def test_a_document_is_a_tree_with_the_residue_in_words(base: Document) -> None:
    made = report.document(base)
    assert list(made) == ["schema", "id", "title", "lang", "encoding", "provisions", "residue", "problems"]
    assert made["schema"] == "policydiff.document/1"
    assert list(made["provisions"][0]) == ["eid", "level", "num", "heading", "text", "spans", "marks", "children"]
    assert made["residue"] == [{"span": [0, 6], "text": "胡须管理办法", "reason": "title"}]
    assert made["problems"] == [{"span": [0, 1], "message": "numbering: 胡 stands more than once"}]


def test_spans_point_at_the_words_they_belong_to(base: Document) -> None:
    for leaf in report.document(base)["provisions"]:
        assert "".join(base.source.text[start:end] for start, end in leaf["spans"]) == leaf["text"]


def found() -> Results:
    hit = Hit(
        document="beards",
        title="胡须办法",
        eid="art_4",
        label="第四条",
        language="zh",
        kind="central",
        score=7.1,
        snippet="应当问责。",
        highlights=((2, 4),),
    )
    return Results(query="问责", total=12, hits=(hit,))


def test_what_a_search_found_has_the_keys_that_other_programs_read() -> None:
    answer = report.search(found())
    assert list(answer) == [
        "schema",
        "query",
        "read_as",
        "also",
        "without",
        "missing",
        "left",
        "meant",
        "total",
        "hits",
    ]
    assert (answer["schema"], answer["query"], answer["total"]) == ("policydiff.search/1", "问责", 12)
    (hit,) = answer["hits"]
    assert list(hit) == ["document", "title", "eid", "label", "lang", "kind", "score", "snippet", "highlights"]
    assert (hit["lang"], hit["label"], hit["highlights"]) == ("zh", "第四条", [[2, 4]])


def test_every_format_is_plain_json(comparison: Comparison, base: Document) -> None:
    for made in (report.comparison(comparison), report.document(base), report.search(found())):
        assert json.loads(json.dumps(made)) == made


def test_what_a_search_of_findings_found_has_the_keys_that_other_programs_read() -> None:
    finding = Listed(
        documents=("beards", "district"),
        titles=("胡须办法", "东区胡须办法"),
        kind="local",
        language="zh",
        told_as="number",
        eids=(("art_2",), ("art_4",)),
        label="第四条",
        page="comparisons/beards--district.html#art_4",
        place=1,
        quoted=("五日", "三日"),
        says={"zh": ("“", "{base}", "”与“", "{target}", "”不同。"), "en": ("{base}", "{target}")},
    )
    one = FoundFinding(finding=finding, highlights=((), ((0, 2),)))
    answer = report.findings(FoundFindings(query="三日", total=1, found=(one,)), "zh")
    assert list(answer) == ["schema", "query", "also", "without", "total", "hits"]
    (hit,) = answer["hits"]
    assert list(hit) == [
        *("documents", "titles", "type", "eid", "label", "page", "message", "base", "target", "highlights")
    ]
    assert (hit["message"], hit["highlights"]) == ("“五日”与“三日”不同。", {"base": [], "target": [[0, 2]]})
