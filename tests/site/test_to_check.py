"""What the start page lists to be checked first."""

from __future__ import annotations

from dataclasses import replace

from policydiff.model import Finding
from policydiff.presentation import table
from policydiff.site.pages import Compared
from policydiff.site.to_check import kinds, to_check


def test_rules_come_before_quotations_and_a_rule_that_was_seen_behind_those_that_were_not(
    local_compared: Compared,
) -> None:
    again = replace(local_compared, name="again")
    quoting = replace(local_compared, name="quoting", pair=replace(local_compared.pair, relation="quotes"))
    shown = to_check(kind for one in (quoting, local_compared, again) for kind in kinds(one))
    assert {kind.page for kind in shown[-5:]} == {quoting.page}
    assert [kind.rule for kind in shown[:4]] == ["duty-weakened", "number", "duty-weakened", "list-incomplete"]
    assert len({(kind.rule, kind.page) for kind in shown}) == 15


def test_what_a_rule_found_in_a_document_stands_together_and_sure_pairs_come_first(local_compared: Compared) -> None:
    def found(words: str) -> Finding:
        return Finding(type="number", base=words, target="", message="请核对", rule="number")

    comparison = local_compared.table.comparison
    first, second, third, *others = (replace(row, findings=()) for row in comparison.rows)
    rows = (
        replace(first, link=replace(first.link, basis="doubtful"), findings=(found("甲"),)),
        replace(second, findings=(found("乙"),)),
        replace(third, findings=(*map(found, "丙丁戊"),)),
        *others,
    )
    held = table(replace(comparison, rows=rows, findings=()))
    (kind,) = to_check(kinds(replace(local_compared, table=held)))
    assert [notice.finding.base for notice in kind.notices] == ["乙", "丙", "丁", "戊"]
    assert kind.size == 5
