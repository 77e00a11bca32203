"""Findings are found by what they quote, the gravest first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydiff.model import ToldAs
from policydiff.search import Among, Listed, find


def finding(
    base: str, target: str, eid: str, told_as: ToldAs = "number", place: int = 1, documents: str = "beards district"
) -> Listed:
    one, other = documents.split()
    return Listed(
        documents=(one, other),
        titles=("胡须管理办法", "东区胡须管理实施细则"),
        kind="local",
        language="zh",
        told_as=told_as,
        eids=((f"{eid}9" if target else eid,) if base else (), (eid,) if target else ()),
        label=eid,
        page=f"comparisons/{one}--{other}.html#{eid}",
        place=place,
        quoted=(base, target),
        says={"zh": ("“", "{base}", "”变为“", "{target}", "”。"), "en": ("{base}", " becomes ", "{target}")},
    )


LISTED = [
    finding("处五百元罚款", "处一千元罚款", "art_1", place=2),
    finding("", "对留须者处二百元罚款", "art_2", "newly-set"),
    finding("三十日内修剪", "及时修剪", "art_3__para_2"),
    finding("卫生行政部门检查染料", "", "art_4", "dropped-duty"),
    finding("barbers report fines", "a barber reports", "art_5", "actor", documents="en local-en"),
]


def eids(query: str, **among: object) -> list[str]:
    return [one.finding.eid for one in find(LISTED, query, replace(Among(), **among)).found]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("罚款", ["art_2", "art_1"]),
        ("罚款 留须", ["art_2"]),
        ("五百元 一千元", ["art_1"]),
        ("500元", ["art_1"]),
        ("30日", ["art_3__para_2"]),
        ("“处一千元”", ["art_1"]),
        ("“处一千元罚款处”", []),
        ("修剪", ["art_3__para_2"]),
        ("reporting fine", ["art_5"]),
        ("卫健委", ["art_4"]),
        ("第一条", ["art_1"]),
        ("第十九条", ["art_1"]),
        ("胡须管理办法第十九条", ["art_1"]),
        ("胡须管理实施细则第十九条", []),
        ("beards 第一条", []),
        ("《胡须管理办法》第十九条 《东区胡须管理实施细则》", ["art_1"]),
        ("第三条 修剪", ["art_3__para_2"]),
        ("《实施细则》第二条", ["art_2"]),
        ("《猫咖办法》第二条", []),
        ("变为", []),
        ("罚款 -留须", ["art_1"]),
        ("罚款 -五百元 -“对留须者”", []),
        ("-罚款 -卫生 -report", ["art_3__para_2"]),
        ("第一条 -罚款", []),
        ("*", []),
    ],
)
def test_a_finding_is_found_by_what_it_quotes_and_where_it_stands(query: str, found: list[str]) -> None:
    assert eids(query) == found


def test_findings_are_narrowed_down_by_what_they_are_told_as_and_by_their_documents() -> None:
    assert eids("", told_as=["newly-set"]) == ["art_2"]
    assert eids("罚款", told_as=["number", "actor"]) == ["art_1"]
    assert eids("", documents=["en"]) == ["art_5"]
    assert eids("", kinds=["central"]) == eids("", language="en") == []


def test_without_a_query_all_are_listed_the_gravest_first_and_counted() -> None:
    found = find(LISTED, " ", limit=2)
    assert (found.total, len(found.found)) == (5, 2)
    assert find(LISTED, "").found[-1].finding.eid == "art_1"


def test_the_words_are_marked_in_either_quotation_and_other_names_told() -> None:
    (_, first), (second, _) = (find(LISTED, query).found[0].highlights for query in ("留须", "卫健委"))
    assert (first, second) == (((1, 3),), ((0, 4),))
    assert "卫生部门" in find(LISTED, "卫健委").also
