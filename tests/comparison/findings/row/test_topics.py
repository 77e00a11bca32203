"""A topic is read together with what is said of it, and is nothing by itself."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules

from policydiff.comparison.clauses import clauses
from policydiff.comparison.findings import Frame, row_findings
from policydiff.comparison.findings.row.topics import topics_of

LONE = {"dropped-duty", "added-duty", "dropped-here", "added-here"}


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("染须店的开办，必须经协会批准。", "染须店的开办"),
        ("限期使用的染液，应当标明日期。", "限期使用的染液"),
        ("理发店扩建店面，由协会审批，并予公布。", "理发店扩建店面"),
        ("染须师应当佩戴标志，不得吸烟。", ""),  # binds
        ("染须的，应当登记。", ""),  # a case
        ("理发店和理发协会，应当佩戴标志。", ""),  # who acts
        ("染须店的开办，协会应当审批。", ""),  # what is said of it names who acts
        ("染须师收取费用，开具收据，不得拒绝。", ""),  # 开具收据 does not open the sentence
    ],
)
def test_what_opens_a_sentence_is_the_topic_of_a_clause_that_names_none(sentence: str, topic: str) -> None:
    assert [one.text for one, _ in topics_of(clauses(sentence, "zh"))] == [topic] * bool(topic)


def test_topics_of_one_duty_are_compared_with_it_and_are_no_duties() -> None:
    base, target = "染须店的开办，必须报上一级理发会批准。", "扩大经营场地，必须报上一级理发会批准。"
    assert not rules(base, target) & LONE
    assert quoted("scope", base, target) == [(base.removesuffix("。"), target.removesuffix("。"))]


def test_a_topic_with_what_is_said_of_it_answers_one_clause_that_says_both() -> None:
    assert not found("未经检验或者检验不合格的剪刀，不得使用。", "禁止使用未经检验或者检验不合格的剪刀。")


def test_a_topic_of_which_another_thing_is_said_is_not_compared_with_a_duty() -> None:
    base, target = "染须店应当在开业之日前办理染液登记手续。", "染须店办理染液登记手续，由协会派员协助。"
    assert rules(base, target) <= LONE
    assert rules(target, base) <= LONE


def test_the_topic_of_what_another_provision_says_is_not_called_gone() -> None:
    base, target = "染须店的开办，应当经协会审查同意并公告。理发店应当登记。", "理发店应当登记。"
    assert "dropped-duty" in rules(base, target)
    elsewhere = "开店应当经协会审查同意并公告。"
    assert not [f for f in found(base, target, elsewhere=elsewhere) if f.rule in LONE]


def test_in_a_doubtful_row_the_case_of_what_both_say_is_no_duty_but_a_breach_is() -> None:
    def told(base: str, target: str) -> list[str]:
        frame = Frame.of(document(base), document(target))
        findings = row_findings(base, target, frame, basis="doubtful", score=0.2)
        return [finding.base for finding in findings if finding.rule == "dropped-duty"]

    case = "镇村设立染须站点的，由所在地理发协会负责审核并且公布名单。"
    assert told(case, "染须店由所在地理发协会负责审核并且公布名单。") == []
    breach = "拒绝接受理发协会检查的，由所在地理发协会处一百元罚款。"
    assert told(breach, "染须店无证的，由所在地理发协会处一百元罚款。") == [breach.rstrip("。")]
    barred = "曾经因为偷窃梳子受到开除处分的，不得担任理发协会的会长。"
    assert told(barred, "不识字的，不得担任理发协会的会长。") == [barred.rstrip("。")]


def test_what_is_gone_is_quoted_with_its_case() -> None:
    told = found("幼童染须的，应当由家长陪同。", "幼童染须的，每次收费一元。")
    assert "幼童染须的，应当由家长陪同" in [finding.base for finding in told if finding.rule == "dropped-duty"]


def test_beside_what_is_gone_a_topic_is_quoted_with_what_is_said_of_it() -> None:
    told = found("理发店应当登记。禁止学徒在街面上倾倒染液。", "理发店应当登记。染液容器，由协会配发。")
    assert ("禁止学徒在街面上倾倒染液", "染液容器，由协会配发") in [(f.base, f.target) for f in told]


def test_the_cases_of_one_duty_are_compared_with_each_other() -> None:
    base = "因梳洗需要移动店内座椅时，应当按照先登记后搬运的顺序进行。"
    target = "顾客要求移动座椅的，应当按照先登记后搬运的顺序进行。"
    assert [(f.rule, f.base, f.target) for f in found(base, target)] == [
        ("scope", "因梳洗需要移动店内座椅时", "顾客要求移动座椅的")
    ]
    other = "顾客要求移动座椅的，须付十元。"  # the case of another duty
    assert "scope" not in rules(base, other)
