"""What a rule alone says, beside all of its superiors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.texts import parsed

from policydiff.model import Comparison, Decision, Dismissed, Document, Finding, Language, Link, Row
from policydiff.presentation.together import Together, is_alone, share_words

LAW = "第一条 染须店应当向商务部门备案。\n第二条 违规染须的，由商务部门责令改正，处一千元以下罚款。\n"
RULE = (
    "第一条 开办染须店，应当取得染须许可证。\n第二条 违规染须的，由商务部门责令改正，处二千元以下罚款。\n"
    "第三条 经营者不得有下列行为：\n（一）夜间染须；\n（二）在公园染须。\n"
)


def read(text: str) -> Document:
    language: Language = "en" if text.isascii() else "zh"
    return parsed(text, language)


def told(rule: str, words: str, base: str = "", count: int = 1) -> Finding:
    return Finding(type="added-duty", base=base, target=words, message="请核对。", rule=rule, count=count)


def beside(*rows: tuple[str, str, tuple[Finding, ...]], law: str = LAW, rule: str = RULE) -> Comparison:
    """The rule beside a superior: for each row the provision, its status and what was found there."""
    return Comparison(
        base=read(law),
        target=read(rule),
        rows=tuple(
            Row(
                link=Link(base=() if status == "added" else ("art_1",), target=(eid,), basis="text", score=0.5),
                status=status,  # type: ignore[arg-type]
                findings=findings,
            )
            for eid, status, findings in rows
        ),
    )


LICENCE = told("new-licence", "开办染须店，应当取得染须许可证")
AMOUNT = told("number", "每月染须不得超过两次")


def silent(finding: Finding, eid: str, *comparisons: Comparison) -> tuple[Comparison, ...] | None:
    return Together(comparisons=comparisons).silent(finding, (eid,))


def test_what_every_superior_lacks_is_told() -> None:
    one = beside(("art_1", "changed", (LICENCE,)))
    assert silent(LICENCE, "art_1", one, one) == ()


@pytest.mark.parametrize("rule", ["number", "new-penalty", "new-prohibition", "added-element"])
def test_what_a_superior_has_is_not_told(rule: str) -> None:
    finding = told(rule, "每月染须不得超过两次")
    assert silent(finding, "art_1", beside(("art_1", "changed", (finding,))), beside(("art_1", "changed", ()))) is None


def test_a_clause_that_is_new_beside_one_superior_is_new_beside_another_that_has_nothing_of_the_provision() -> None:
    finding = told("added-duty", "染须店应当登记")
    assert silent(finding, "art_1", beside(("art_1", "changed", (finding,))), beside(("art_1", "added", ()))) == ()


def test_a_licence_is_told_although_a_comparison_is_silent_on_it() -> None:
    one, other = beside(("art_1", "changed", (LICENCE,))), beside(("art_1", "changed", ()))
    assert silent(LICENCE, "art_1", one, other) == (other,)


def test_a_licence_is_not_told_where_a_superior_says_nearly_its_words_or_a_reviewer_dismissed_it() -> None:
    one = beside(("art_1", "changed", (LICENCE,)))
    has = beside(("art_1", "changed", ()), law="第一条 开办染须店的，应当依法取得染须许可证。\n")
    assert silent(LICENCE, "art_1", one, has) is None
    decision = Decision(number=1, documents=("a", "b"), verdict="dismiss", base=(), target=("art_1",), fingerprint="")
    other = beside(("art_1", "changed", ()))
    [row] = other.rows
    dismissed = replace(other, rows=(replace(row, dismissed=(Dismissed(finding=LICENCE, decision=decision),)),))
    assert silent(LICENCE, "art_1", one, dismissed) is None


def test_words_of_an_english_superior_are_compared_and_not_its_letters() -> None:
    licence = told("new-licence", "nobody may dye a beard without a permit of the office")
    one = beside(("art_1", "changed", (licence,)))
    law = "Article 1 The office tidies any beard, and nobody may open a shop in the yard or permit it without a fee.\n"
    other = beside(("art_1", "changed", ()), law=law)
    assert silent(licence, "art_1", one, other) == (other,)


def test_two_acts_of_one_list_are_not_one_thing_unless_one_is_quoted_for_several() -> None:
    night, park = told("new-prohibition", "夜间染须"), told("new-prohibition", "在公园染须")
    first = beside(("art_3__para_1__point_1", "added", (night,)))
    second = beside(("art_3__para_1__point_2", "added", (park,)))
    assert silent(night, "art_3__para_1__point_1", first, second) is None
    several = beside(("art_3__para_1__point_1", "added", (replace(night, count=2),)))
    assert silent(park, "art_3__para_1__point_2", several, second) == ()


AMONG = RULE + (
    "第四条 染须店伪造记录的，由商务部门责令改正，处五千元以下罚款。\n"
    "染须店拒绝检查的，由商务部门责令改正，处三千元以下罚款。\n"
)


def test_two_penalties_of_one_article_are_not_one_thing_because_both_are_imposed_in_the_same_words() -> None:
    forged = told("new-penalty", "染须店伪造记录的，由商务部门责令改正，处五千元以下罚款")
    refused = told("new-penalty", "染须店拒绝检查的，由商务部门责令改正，处三千元以下罚款")
    first = beside(("art_4__para_1", "added", (forged,)), ("art_4__para_2", "added", (refused,)), rule=AMONG)
    second = beside(("art_4__para_1", "changed", ()), ("art_4__para_2", "changed", (refused,)), rule=AMONG)
    assert silent(forged, "art_4__para_1", first, second) is None
    assert silent(refused, "art_4__para_2", first, second) == ()


def test_what_two_rules_tell_of_the_same_words_every_superior_lacks_and_it_is_told_once() -> None:
    words = "染须店应当登记"
    duty, part = told("added-duty", words), told("added-in-part", words)
    rule = "第一条 染须店应当登记，并公示。\n"
    both = [beside(("art_1__para_1", "changed", (one,)), rule=rule) for one in (duty, part)]
    assert silent(duty, "art_1__para_1", *both) == ()
    assert [one.rows[0].findings for one in Together(comparisons=both).once()] == [(duty,), ()]


def test_a_power_is_lacked_where_a_power_is_told_and_what_it_is_told_with_is_not_told_again() -> None:
    words = "违规染须的，由商务部门责令改正，处二千元以下罚款"
    penalty, fine = told("new-penalty", words), told("added-fine", "处二千元以下罚款")
    both = beside(("art_2__para_1", "changed", (fine,))), beside(("art_2__para_1", "changed", (penalty,)))
    assert [one.rows[0].findings for one in Together(comparisons=both).once()] == [(), (penalty,)]
    ban, duty = told("new-prohibition", words), told("added-duty", words)
    both = beside(("art_2__para_1", "changed", (ban,))), beside(("art_2__para_1", "changed", (duty,)))
    assert [one.rows[0].findings for one in Together(comparisons=both).once()] == [(), (duty,)]


def test_that_coercion_is_new_says_nothing_of_the_fine_beside_it() -> None:
    fine = told("added-fine", "处二千元以下罚款")
    coercion = told("new-coercion", "违规染须的，由商务部门责令改正，处二千元以下罚款")
    one = beside(("art_2__para_1", "changed", (fine, coercion)))
    other = beside(("art_2__para_1", "changed", (coercion,)))
    assert silent(fine, "art_2__para_1", one, other) is None
    assert [each.rows[0].findings for each in Together(comparisons=(one, one)).once()] == [(fine, coercion), ()]


def test_only_the_provision_that_has_the_words_says_whether_a_superior_has_nothing_of_it() -> None:
    merged = ("art_1__para_1", "art_2__para_1")
    duty = told("added-duty", "开办染须店，应当取得染须许可证")
    other = beside((merged[0], "added", ()), (merged[1], "changed", ()))
    [row, _] = other.rows
    one = replace(other, rows=(replace(row, link=row.link._replace(target=merged), findings=(duty,)),))
    assert Together(comparisons=(one, other)).silent(duty, merged) == ()
    assert Together(comparisons=(one, other)).silent(told("added-duty", "由商务部门责令改正"), merged) is None


def test_a_kind_of_penalty_is_lacked_where_another_superior_has_no_penalty_for_the_act() -> None:
    words = "违规染须的，吊销许可证"
    kind, penalty = told("new-penalty-kind", words), told("new-penalty", words)
    both = beside(("art_2", "changed", (kind,))), beside(("art_2", "changed", (penalty,)))
    assert silent(kind, "art_2", *both) == ()
    assert silent(penalty, "art_2", *both) is None


def test_a_finding_is_of_the_rule_alone_by_its_rule_or_where_it_quotes_nothing_of_the_superior() -> None:
    assert is_alone(LICENCE)
    assert is_alone(AMOUNT)
    assert is_alone(told("added-element", "公安", base="卫生健康、商务"))
    assert not is_alone(told("number", "每月两次", base="每月一次"))


def test_quotations_share_words_where_one_holds_the_other_or_some_in_a_row_stand_in_both() -> None:
    assert share_words("缴纳保证金", "染须者应当缴纳保证金")
    assert share_words("在公园染须的，处五百元罚款", "夜间染须的，处五百元罚款")
    assert not share_words("夜间染须", "在公园染须")


def test_told_one_after_the_other_an_addition_is_told_once_and_what_differs_beside_each() -> None:
    differs = told("modality", "可以修剪", base="应当修剪")
    both = [replace(beside(("art_1", "changed", (AMOUNT, differs))), findings=(differs,)) for _ in "ab"]
    first, second = Together(comparisons=both).once()
    assert [one.rows[0].findings for one in (first, second)] == [(AMOUNT, differs), (differs,)]
    assert [one.findings for one in (first, second)] == [(differs,), (differs,)]
    had = Together(comparisons=(both[0], beside(("art_1", "changed", ())))).once()
    assert had[0].rows[0].findings == (differs,)
    assert Together(comparisons=both[:1]).once() == (both[0],)


def test_by_itself_a_comparison_says_which_other_superior_has_what_it_tells_of_the_rule_alone() -> None:
    duty, differs = told("added-duty", "由商务部门责令改正"), told("modality", "可以修剪", base="应当修剪")
    one = beside(("art_2__para_1", "changed", (duty, differs, AMOUNT)))
    rows = beside(("art_2__para_1", "changed", (AMOUNT,)), law=f"染须条例\n\n{LAW}").rows
    link = rows[0].link._replace(base=("art_2__para_1",))
    other = Comparison(base=read(f"染须条例\n\n{LAW}"), target=one.target, rows=(replace(rows[0], link=link),))
    marked = Together(comparisons=(one, other)).marked(0)
    assert marked.others == ("染须条例",)
    assert [found.elsewhere for found in marked.rows[0].findings] == [("《染须条例》第二条",), (), ()]
    in_doubt = replace(other, rows=(replace(rows[0], link=link._replace(basis="doubtful")),))
    assert Together(comparisons=(one, in_doubt)).silent(duty, ("art_2__para_1",)) == ()
    assert Together(comparisons=(one, in_doubt)).marked(0).rows[0].findings == (duty, differs, AMOUNT)
    precise = told("left-open", duty.target, base="责令")
    differing = replace(other, rows=(replace(other.rows[0], findings=(AMOUNT, precise)),))
    assert Together(comparisons=(one, differing)).marked(0).rows[0].findings == (duty, differs, AMOUNT)
    assert Together(comparisons=(one,)).marked(0) == one


def test_of_words_that_differ_it_is_said_which_other_superior_has_them() -> None:
    stricter = told("modality", "由商务部门责令改正", base="可以责令改正")
    gone = told("dropped-duty", "由商务部门责令改正", base="没收工具")
    one = beside(("art_2__para_1", "changed", (stricter, gone)))
    [row] = beside(("art_2__para_1", "changed", ())).rows
    link = row.link._replace(base=("art_2__para_1",))
    other = Comparison(base=read(f"染须条例\n\n{LAW}"), target=one.target, rows=(replace(row, link=link),))
    together = Together(comparisons=(one, other))
    for comparison in (together.once()[0], together.marked(0)):
        assert [found.elsewhere for found in comparison.rows[0].findings] == [("《染须条例》第二条",), ()]
    in_doubt = replace(other, rows=(replace(row, link=link._replace(basis="doubtful")),))
    assert Together(comparisons=(one, in_doubt)).once()[0].rows[0].findings == (stricter, gone)


def test_told_one_after_the_other_a_slip_of_drafting_is_told_once() -> None:
    slip = told("numbering", "第四章")
    both = [replace(beside(("art_1", "changed", ())), findings=(replace(slip, eid="chp_4"),)) for _ in "ab"]
    assert [one.findings for one in Together(comparisons=both).once()] == [(replace(slip, eid="chp_4"),), ()]
