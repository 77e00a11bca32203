"""A page that talks about a rule: its quotations are quotations, its prose is compared with the rule as well."""

from __future__ import annotations

from tests.texts import parsed

from policydiff.alignment import align

RULE = """第一条 为了保护胡须，制定本办法。
第二条 胡须长度超过三十厘米的，应当向胡须管理部门登记。
第三条 胡须管理部门应当每年检查一次胡须梳洗情况，并公布检查结果。
第四条 伪造胡须的，由胡须管理部门责令改正，处五十元罚款。
第五条 本办法自2020年1月1日起施行。
"""
PAGE = """很多人问起胡须办法，下面说说大家关心的几条。

1. 第二条 胡须长度超过三十厘米的，应当向胡须管理部门登记。

2. 第三条 胡须管理部门应当每年检查一次胡须梳洗情况，并公布检查结果。

3. 第四条 伪造胡须的，由胡须管理部门责令改正，处五十元罚款。

4. 我们的建议：

1、不要伪造胡须，被责令改正、处五十元罚款就不值得了；2、周末记得喝茶。
"""


def basis_of(rule: str, page: str) -> dict[str, set[str]]:
    """For each leaf of the page what its links rest on."""
    out: dict[str, set[str]] = {}
    for link in align(parsed(rule), parsed(page)).links:
        for eid in link.target:
            out.setdefault(eid, set()).add(link.basis)
    return out


def test_the_articles_of_a_page_that_quotes_a_rule_are_quotations() -> None:
    basis = basis_of(RULE, PAGE)
    assert [basis[f"art_{n}__para_1"] for n in (2, 3, 4)] == [{"quotation"}] * 3


def test_its_prose_is_a_restatement_where_it_restates_what_is_quoted_too() -> None:
    basis = basis_of(RULE, PAGE)
    assert basis["lvl_4__lvl_1"] == {"restatement"}
    assert basis["lvl_4__lvl_2"] == {"none"}


def test_a_rule_that_copies_articles_quotes_nothing() -> None:
    assert "quotation" not in {link.basis for link in align(parsed(RULE), parsed(RULE)).links}
