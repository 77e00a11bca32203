"""What a comparison shows of the decisions, and which of them do not hold any more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decisions.beards import TARGET, Decide, asked, document, link, rows

from policydiff.comparison import compare
from policydiff.decisions import line, made, overruled, reviewed, without_document
from policydiff.decisions.fingerprint import fingerprint, turned
from policydiff.errors import QueryError
from policydiff.model import Alignment, Comparison, Decision, Document, Finding, Row, StaleDecision, Verdict


def reworded(alignment: Alignment, eid: str, text: str) -> Alignment:
    """The alignment with other words in one leaf of the target."""
    leaves = ((own, num, text if own == eid else words) for own, num, words in TARGET)
    return replace(alignment, target=document("local", *leaves))


def marked(comparison: Comparison) -> dict[str, list[str]]:
    shown = zip(rows(comparison), comparison.rows, strict=True)
    return {said: [d.verdict for d in row.decisions] for said, row in shown if row.decisions}


def test_without_decisions_it_is_the_plain_comparison(alignment: Alignment) -> None:
    assert reviewed(alignment, ()) == compare(alignment)


def test_a_confirmed_row_bears_the_mark(alignment: Alignment, decide: Decide) -> None:
    comparison = reviewed(alignment, [decide("confirm", "第二条")])
    assert marked(comparison) == {"art_2 → lvl_2 lvl_3": ["confirm"]}
    assert comparison.stale == ()


def test_a_rejected_pair_is_marked_where_either_side_stands_now(alignment: Alignment, decide: Decide) -> None:
    comparison = reviewed(alignment, [decide("reject", "第二条", "三")])
    assert marked(comparison) == {"art_2 → lvl_2": ["reject"], "- → lvl_3": ["reject"]}


def test_a_confirmed_omission_is_marked_and_kept(alignment: Alignment, decide: Decide) -> None:
    confirmed = decide("confirm", "第三条", "-")
    linked_by_now = replace(alignment, links=(*alignment.links[:2], alignment.links[2]._replace(target=("lvl_4",))))
    assert marked(reviewed(linked_by_now, [confirmed])) == {"art_3 → -": ["confirm"]}


def test_a_note_stands_at_every_row_of_its_provision(alignment: Alignment, decide: Decide) -> None:
    assert marked(reviewed(alignment, [decide("note", "四", note="何时？")])) == {"- → lvl_4": ["note"]}


def test_decisions_on_other_documents_are_passed_over(alignment: Alignment, decide: Decide) -> None:
    other = replace(decide("reject", "第一条"), documents=("central", "elsewhere"))
    assert reviewed(alignment, [other]) == compare(alignment)


# -------------------------------------------------------------------------------------------- stale


@pytest.mark.parametrize(("verdict", "places"), [("reject", ("第二条", "三")), ("pair", ("第四条", "三"))])
def test_where_the_words_have_changed_a_decision_is_stale_and_not_applied(
    alignment: Alignment, decide: Decide, verdict: str, places: tuple[str, str]
) -> None:
    decision = decide(verdict, *places)
    other = reworded(alignment, "lvl_3", "修剪后向理发店备案。")
    comparison = reviewed(other, [decision])
    assert rows(comparison) == rows(alignment)
    assert [(one.decision, one.why) for one in comparison.stale] == [(decision, "changed")]
    assert marked(comparison) == {}


def test_words_elsewhere_punctuation_and_width_make_no_decision_stale(alignment: Alignment, decide: Decide) -> None:
    decision = decide("confirm", "第二条")
    for eid, text in (("lvl_4", "设立胡须周。"), ("lvl_3", "修剪后,向理发店登记.")):
        assert reviewed(reworded(alignment, eid, text), [decision]).stale == ()


def test_the_mark_of_a_number_is_a_part_of_the_words_decided_upon(alignment: Alignment) -> None:
    shares = [reworded(alignment, "lvl_4", f"设立{share}的胡须税。") for share in ("1.5%", "1.5‰", "15%")]
    prints = [fingerprint(one.base, one.target, "note", ((), ("lvl_4",))) for one in shares]
    assert len(set(prints)) == len(shares)


def test_that_there_is_no_counterpart_is_said_of_the_whole_of_the_other_document(
    alignment: Alignment, decide: Decide
) -> None:
    decision = decide("confirm", "第三条")
    comparison = reviewed(reworded(alignment, "lvl_4", "禁止在食堂梳须。"), [decision])
    assert [one.why for one in comparison.stale] == ["changed"]


def test_a_decision_on_a_provision_that_is_gone_is_stale(alignment: Alignment, decide: Decide) -> None:
    decision = decide("note", "四", note="何时？")
    shorter = replace(alignment, target=document("local", *TARGET[:3]), links=alignment.links[:-1])
    assert [one.why for one in reviewed(shorter, [decision]).stale] == ["gone"]


def test_a_provision_whose_words_went_down_to_its_items_is_gone_as_a_leaf(alignment: Alignment, decide: Decide) -> None:
    decision = decide("pair", "第四条", "四")
    last = alignment.target.provisions[-1]
    holder = last._replace(text="", children=(last._replace(eid="lvl_4__point_1"),))
    target = replace(alignment.target, provisions=(*alignment.target.provisions[:-1], holder))
    links = (*alignment.links[:-1], alignment.links[-1]._replace(target=("lvl_4__point_1",)))
    assert [one.why for one in reviewed(replace(alignment, target=target, links=links), [decision]).stale] == ["gone"]


def test_a_decision_that_a_later_one_undoes_is_overruled(alignment: Alignment, decide: Decide) -> None:
    confirmed, rejected = decide("confirm", "第一条"), replace(decide("reject", "第一条", "一"), number=2)
    comparison = reviewed(alignment, [confirmed, rejected])
    assert [(one.decision.number, one.why) for one in comparison.stale] == [(1, "overruled")]
    assert marked(comparison) == {"- → lvl_1": ["reject"], "art_1 → -": ["reject"]}


def at(number: int, line: int, verdict: Verdict, *places: str, decide: Decide) -> Decision:
    return replace(decide(verdict, *places), number=number, line=str(line))


@pytest.mark.parametrize(
    ("first", "second", "what_stands"),
    [
        (("pair", "第四条", "三"), ("pair", "第四条", "四"), "art_4 → lvl_4"),
        (("confirm", "第一条", "一"), ("pair", "第一条", "四"), "art_1 → lvl_4"),
        (("pair", "第四条", "四"), ("pair", "第四条", "-"), "art_4 → -"),
        (("confirm", "第四条", "-"), ("pair", "第四条", "四"), "art_4 → lvl_4"),
    ],
)
def test_of_two_that_contradict_each_other_the_later_holds_and_the_earlier_is_told_with_both_lines(
    alignment: Alignment, decide: Decide, first: tuple[Verdict, str], second: tuple[Verdict, str], what_stands: str
) -> None:
    earlier, later = at(1, 5, *first, decide=decide), at(2, 13, *second, decide=decide)
    comparison = reviewed(alignment, [earlier, later])
    art = what_stands.split()[0]
    assert [row for row in rows(comparison) if art in row] == [what_stands]
    [stale] = comparison.stale
    assert (stale.decision, stale.why, stale.by) == (earlier, "overruled", (later,))
    said = line(stale, alignment.base, alignment.target, "zh")
    assert said.startswith("第 1 号审核意见（第 5 行，")
    assert "与第 2 号审核意见（第 13 行）矛盾，以写在后面的为准" in said
    said = line(stale, alignment.base, alignment.target, "en")
    assert said.startswith("decision 1 (line 5, ")
    assert "contradicts decision 2 (line 13), which comes later and has the last word" in said


def test_of_several_that_contradict_each_other_in_turn_the_first_is_told_with_all_that_came_after(
    alignment: Alignment, decide: Decide
) -> None:
    first = at(1, 5, "pair", "第四条", "三", decide=decide)
    second = at(2, 13, "pair", "第四条", "四", decide=decide)
    third = at(3, 21, "pair", "第三条", "四", decide=decide)
    comparison = reviewed(alignment, [first, second, third])
    assert [one.by for one in comparison.stale] == [(second, third), (third,)]
    said = line(comparison.stale[0], alignment.base, alignment.target, "zh")
    assert "与第 2 号审核意见（第 13 行）矛盾，该号意见又与第 3 号审核意见（第 21 行）矛盾，以写在后面的为准" in said
    said = line(comparison.stale[0], alignment.base, alignment.target, "en")
    assert "contradicts decision 2 (line 13), which is itself contradicted by decision 3 (line 21); the last" in said


def test_what_is_decided_otherwise_and_filed_with_the_documents_the_other_way_round_contradicts_as_well(
    alignment: Alignment, decide: Decide
) -> None:
    earlier = at(1, 5, "pair", "第四条", "三", decide=decide)
    later = turned(at(2, 13, "pair", "第四条", "四", decide=decide))
    assert overruled([earlier, later]) == {1: (later,)}


def test_two_rows_that_share_a_provision_may_both_be_confirmed(alignment: Alignment) -> None:
    both = link("art_3", "lvl_4"), link("art_4", "lvl_4")
    shared = replace(alignment, links=(*alignment.links[:2], *both))
    confirmed = [
        replace(made(compare(shared), asked("confirm"), [place]), number=number)
        for number, place in enumerate(("第三条", "第四条"), start=1)
    ]
    assert reviewed(shared, confirmed).stale == ()
    assert overruled(confirmed) == {}


@pytest.mark.parametrize(("rejected", "is_overruled"), [("二、三", False), ("二", True)])
def test_what_was_rejected_holds_of_what_is_not_put_together_later(
    alignment: Alignment, decide: Decide, rejected: str, is_overruled: bool
) -> None:
    earlier, later = decide("reject", "第二条", rejected), replace(decide("pair", "第二条", "二"), number=2)
    assert (1 in overruled([earlier, later])) == is_overruled
    stale = [one.decision.number for one in reviewed(alignment, [earlier, later]).stale]
    assert stale == ([1] if is_overruled else [])


def test_a_note_and_a_dismissal_contradict_nothing(decide: Decide) -> None:
    assert overruled([decide("note", "四", note="何时？"), decide("pair", "第四条", "四")]) == {}


def test_what_is_stale_is_said_in_one_line_with_its_number_and_what_to_do(alignment: Alignment, decide: Decide) -> None:
    [stale] = reviewed(reworded(alignment, "lvl_3", "备案。"), [decide("reject", "第二条", "三")]).stale
    assert line(stale, alignment.base, alignment.target, "en") == (
        "decision 1 (reject 第二条 → 三; central ↔ local) is not applied: the words have changed since. "
        "Decide again, or remove it: policydiff decide --remove 1"
    )


def test_what_is_stale_is_said_in_chinese_without_the_names_that_rules_have_in_the_data(decide: Decide) -> None:
    dismissed = replace(decide("reject", "第二条", "三"), verdict="dismiss", rule="actor")
    assert "（已排除 主体变动 第二条 → 三；" in line(StaleDecision(decision=dismissed, why="gone"), None, None, "zh")


def test_that_nothing_corresponds_is_stale_for_what_the_other_document_says_now(decide: Decide) -> None:
    alone = replace(decide("pair", "第三条", "-"), target=())
    said = line(StaleDecision(decision=alone, why="changed"), None, None, "zh")
    assert "确认无对应" in said
    assert "这一条或者另一份文件的文字已变，是否仍无对应需要复核" in said


def test_what_is_stale_cites_what_is_there_no_more_by_its_number(alignment: Alignment, decide: Decide) -> None:
    decision = replace(decide("reject", "第二条", "三"), base=("art_31-1__para_2",), target=("lvl_9__lvl_4",))
    [stale] = reviewed(alignment, [decision]).stale
    assert "（否定对应 第三十一条之一第二款 → 九（四）；" in line(stale, alignment.base, alignment.target, "zh")


# ------------------------------------------------------------------------------------------ findings


def finding(words: str, rule: str = "modality", eid: str = "") -> Finding:
    return Finding(type="modality", base=words, target="", message="请核对", rule=rule, eid=eid)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two findings of one rule and one of another in the split row; two on the whole."""

    def with_findings(alignment: Alignment) -> Comparison:
        here = (finding("应当"), finding("登记"), finding("每月", "number"))
        made = tuple(
            Row(link=link, status="changed", findings=here if link.base == ("art_2",) else ())
            for link in alignment.links
        )
        whole = (finding("四、", "numbering", "lvl_4"), finding("理发店", "names"))
        return Comparison(base=alignment.base, target=alignment.target, rows=made, findings=whole)

    monkeypatch.setattr("policydiff.comparison.compare", with_findings)


def standing(comparison: Comparison) -> list[str]:
    return [one.base for one in comparison.all_findings()]


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize(
    ("rule", "places", "words", "left"),
    [
        ("modality", ("第二条",), "登记", ["应当", "每月", "四、", "理发店"]),
        ("modality", ("第二条", "二、三"), "应当", ["登记", "每月", "四、", "理发店"]),
        ("number", (), "", ["应当", "登记", "四、", "理发店"]),
        ("numbering", ("四",), "", ["应当", "登记", "每月", "理发店"]),
        ("numbering", ("-", "四"), "", ["应当", "登记", "每月", "理发店"]),
        ("names", (), "", ["应当", "登记", "每月", "四、"]),
    ],
)
def test_a_dismissed_finding_is_set_apart_with_its_decision_and_the_others_stand(
    alignment: Alignment, decide: Decide, rule: str, places: tuple[str, ...], words: str, left: list[str]
) -> None:
    decision = decide("dismiss", *places, rule=rule, words=words, reason="无碍")
    comparison = reviewed(alignment, [decision])
    apart = [one for row in comparison.rows for one in row.dismissed] + [*comparison.dismissed]
    assert standing(comparison) == left
    assert {one.decision for one in apart} == {decision}
    assert len(apart) + len(left) == 5
    assert comparison.stale == ()


@pytest.mark.usefixtures("found")
def test_a_dismissal_of_what_is_not_found_any_more_is_stale(
    alignment: Alignment, decide: Decide, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = decide("dismiss", rule="number", reason="无碍")
    monkeypatch.setattr("policydiff.comparison.compare", compare)
    assert [one.why for one in reviewed(alignment, [replace(decision, rule="no-such-rule")]).stale] == ["absent"]


@pytest.mark.usefixtures("found")
def test_a_dismissal_is_of_the_one_finding_that_was_seen(alignment: Alignment, decide: Decide) -> None:
    of_number = decide("dismiss", rule="number", reason="无碍")
    of_two = replace(of_number, rule="modality")
    comparison = reviewed(alignment, [of_two])
    assert [one.why for one in comparison.stale] == ["ambiguous"]
    assert len(standing(comparison)) == 5


@pytest.mark.usefixtures("found")
def test_of_several_findings_of_a_rule_one_must_be_named_by_its_words(decide: Decide) -> None:
    with pytest.raises(QueryError, match=r"modality found 2 things there: “应当”; “登记”\. Say which: --words"):
        decide("dismiss", "第二条", rule="modality", reason="无碍")


@pytest.mark.usefixtures("found")
def test_a_translated_row_whose_findings_are_all_dismissed_is_unchanged(alignment: Alignment, decide: Decide) -> None:
    target: Document = replace(alignment.target, language="en")
    translated = replace(alignment, target=target)
    decisions: list[Decision] = [
        replace(decide("dismiss", rule=rule, words=words, reason="无碍"), number=number)
        for number, (rule, words) in enumerate((("modality", "应当"), ("modality", "登记"), ("number", "")), start=1)
    ]
    status = {said: row.status for said, row in zip(rows(alignment), reviewed(translated, decisions).rows, strict=True)}
    assert status["art_2 → lvl_2 lvl_3"] == "unchanged"
    assert {status[said] for said in status if "art_2" not in said} == {"changed"}
    assert reviewed(translated, decisions[:2]).rows[1].status == "changed"


# --------------------------------------------------------------------------------- the other way round


def turned_round(alignment: Alignment) -> Alignment:
    """The same two documents with the local one first."""
    links = (link._replace(base=link.target, target=link.base, candidates=()) for link in alignment.links)
    return replace(alignment, base=alignment.target, target=alignment.base, links=tuple(links))


@pytest.mark.parametrize(
    ("verdict", "places", "shown"),
    [
        ("confirm", ("第二条",), {"lvl_2 lvl_3 → art_2": ["confirm"]}),
        ("confirm", ("第三条", "-"), {"- → art_3": ["confirm"]}),
        ("reject", ("第二条", "三"), {"lvl_2 → art_2": ["reject"], "lvl_3 → -": ["reject"]}),
        ("pair", ("第四条", "四"), {"lvl_4 → art_4": ["pair"]}),
        ("note", ("四",), {"lvl_4 → -": ["note"]}),
    ],
)
def test_what_was_decided_on_a_pairing_holds_with_the_documents_the_other_way_round(
    alignment: Alignment, decide: Decide, verdict: str, places: tuple[str, ...], shown: dict[str, list[str]]
) -> None:
    decision = decide(verdict, *places, note="何时？")
    comparison = reviewed(turned_round(alignment), [decision])
    assert marked(comparison) == shown
    assert comparison.stale == ()


def test_a_decision_filed_the_other_way_round_is_stale_where_the_words_changed(
    alignment: Alignment, decide: Decide
) -> None:
    decision = decide("reject", "第二条", "三")
    comparison = reviewed(turned_round(reworded(alignment, "lvl_3", "修剪后不必登记。")), [decision])
    assert [(one.decision.base, one.decision.target, one.why) for one in comparison.stale] == [
        (("lvl_3",), ("art_2",), "changed")
    ]


def test_a_dismissal_filed_the_other_way_round_says_so(texts: Alignment, decide: Decide) -> None:
    decision = decide("dismiss", "第二条", rule="modality", reason="语气相同")
    [stale] = reviewed(turned_round(texts), [decision]).stale
    assert stale.why == "reversed"
    said = line(stale, texts.target, texts.base, "en")
    assert "the other way round" in said
    assert "local ↔ central" in said
    assert "先后相反" in line(stale, texts.target, texts.base, "zh")


def test_of_a_document_that_is_gone_the_first_decisions_are_named_and_all_are_counted() -> None:
    few, many = (without_document("central", range(1, last + 1), "zh") for last in (8, 9))
    assert "没有 central" in few
    assert "8 条审核意见（第 1、2、3、4、5、6、7、8 号）" in few
    assert "9 条审核意见（第 1、2、3、4、5、6、7、8… 号）" in many
    assert "(decisions: 3, 5)" in without_document("central", (3, 5), "en")
