"""Which clause an exception belongs to."""

from __future__ import annotations

from policydiff.comparison.clauses import clauses, pair_clauses
from policydiff.comparison.findings.row.changes import SILENT, Change, Passage
from policydiff.comparison.findings.row.hosts import Hosts

TICKETS, TUESDAYS = "顾客应当凭证进店", "每周二应当休业"
EXCEPTION = "但是老主顾除外"
PAIRS = pair_clauses(
    clauses(f"{TICKETS}，{EXCEPTION}；{TUESDAYS}。", "zh"), clauses(f"{TUESDAYS}，{EXCEPTION}；{TICKETS}。", "zh")
)
HOSTS = Hosts.of(PAIRS, (("art_1", f"{TUESDAYS}，{EXCEPTION}"), ("art_2", TICKETS)))


def test_the_same_exception_of_clauses_of_two_articles_is_no_pair() -> None:
    kept = PAIRS.only(lambda one, other, _: HOSTS.are_of_one_article(one, other))
    assert [one.text for one, _, _ in PAIRS.paired] == [TICKETS, EXCEPTION, TUESDAYS]
    assert [one.text for one, _, _ in kept.paired] == [TICKETS, TUESDAYS]
    assert [clause.text for clause in (*kept.gone, *kept.new)] == [EXCEPTION, EXCEPTION]


def test_the_same_exception_of_clauses_of_one_article_is_a_pair() -> None:
    hosts = Hosts.of(PAIRS, ())
    assert PAIRS.only(lambda one, other, _: hosts.are_of_one_article(one, other)) == PAIRS


def test_beside_an_exception_that_is_gone_stands_what_the_target_says_of_its_host() -> None:
    exception = PAIRS.base[1]
    gone = Change(base=Passage.of(EXCEPTION), target=SILENT, within=False)
    shown = HOSTS.beside(exception, gone)
    assert (shown.near.words, shown.other) == (TICKETS, TICKETS)
    assert HOSTS.beside(PAIRS.base[0], gone) == gone
