"""Many provisions cited together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.texts import parsed

from policydiff.eid import labels
from policydiff.model import Document
from policydiff.presentation.reading import Reading
from policydiff.presentation.runs import citable, cited_shortly, in_runs

TEXT = """胡须管理办法
第一章 总则
第一条 胡须应当整洁。
第二条 胡须应当短。
第二章 修剪
第三条 每月修剪。
修剪应当登记。
第四条 禁止下列行为：
（一）在食堂梳须；
（二）在公园梳须；
（三）在船上梳须；
（四）在井边梳须。
第五条 违者警告。
"""


@pytest.fixture(scope="module")
def rule() -> Document:
    return parsed(TEXT)


def cited(rule: Document, *names: str) -> str:
    said = labels(rule)
    return in_runs(rule, [leaf.eid for leaf in rule.leaves() if said[leaf.eid] in names], "zh")


def test_what_follows_each_other_is_cited_from_the_first_to_the_last_across_chapters(rule: Document) -> None:
    assert cited(rule, "第一条", "第二条", "第三条第一款", "第三条第二款", "第五条") == "第一条至第三条、第五条"
    items = [f"第四条第（{number}）项" for number in "一二三四"]
    assert cited(rule, "第一条", "第二条", *items[1:]) == "第一条、第二条、第四条第（二）项至第（四）项"
    assert cited(rule, "第三条第二款", items[0], items[2]) == "第三条第二款、第四条第（一）项、第（三）项"
    assert in_runs(rule, [leaf.eid for leaf in rule.leaves()], "zh") == "第一条至第五条"
    assert in_runs(rule, [], "zh") == ""


def test_the_words_before_a_list_are_citable_with_all_of_the_list_alone(rule: Document) -> None:
    every = {leaf.eid for leaf in rule.leaves()}
    assert citable(rule, every) == every
    last = max(eid for eid in every if eid.startswith("art_4__"))
    lead = min((eid for eid in every if eid.startswith("art_4")), key=len)
    assert citable(rule, every - {last}) == every - {last, lead}


@given(st.data())
def test_no_provision_is_lost(rule: Document, data: st.DataObject) -> None:
    leaves = [leaf.eid for leaf in rule.leaves()]
    chosen = citable(rule, data.draw(st.sets(st.sampled_from(leaves))))
    alone = [words for words in in_runs(rule, chosen, "zh").split("、") if words]
    assert bool(chosen) == bool(alone)
    assert len(alone) <= len(chosen)


def test_leaves_are_cited_in_runs_where_that_names_them_and_no_more(rule: Document) -> None:
    reading = Reading(document=rule)
    said = {label: eid for eid, label in reading.labels.items()}
    items = [said[f"第四条第（{number}）项"] for number in "一二三"]
    assert cited_shortly(reading, items, "zh") == "第四条第（一）项至第（三）项"
    assert cited_shortly(reading, items[:2], "zh") == "第四条第（一）项、第（二）项"
    head = said["第四条"]
    assert cited_shortly(reading, [head, *items], "zh") == "第四条、第四条第（一）项、第（二）项、第（三）项"
