"""Identifiers and citations: the one home of `art_8__para_2__point_3` and 第八条第二款第（三）项.

Identifiers follow the Akoma Ntoso naming convention (OASIS, version 1.0, part 5): a short prefix for the
level, an Arabic number, two underscores between levels. Articles number on through the chapters of a rule
(立法法 2023, art. 65), so an article's identifier carries no chapter:

    第三十一条之一第二款第（三）项      art_31-1__para_2__point_3      Article 31-1(2)(iii)
    三、（二）1.                       lvl_3__lvl_2__lvl_1            三（二）1
    附件2第三条                        annex_2__art_3                 Annex 2, Article 3
    附件2：一（二）                     annex_2__lvl_1__lvl_2          Annex 2, 1(2)
    第五条表第二行                      art_5__para_1__row_2           Article 5, table row 2

What stands in an annex, and in a notice that carries the rule (`preamble`), is numbered apart from the rule.

    numbers      what they look like in print, and what they are   numbers.py
    identifiers  of a provision below another                      identifiers.py
    labels       how each provision is cited                       labels.py
    citations    what a citation names                             citations.py
"""

from policydiff.eid.citations import Citation, find_citation, find_division, find_place
from policydiff.eid.identifiers import PREAMBLE, PREFIX, SEPARATOR, article_of, child_eid, uppermost_of
from policydiff.eid.labels import label, labels, said
from policydiff.eid.numbers import (
    CIRCLED,
    GAP,
    IN_ONE,
    INSERTED,
    ITEM_NUMBER,
    ITEM_NUMERAL,
    NUMBER,
    NUMBERED,
    NUMERAL,
    NUMERALS,
    chinese_number,
    chinese_numeral,
    clean_number,
    ordinal,
    roman_number,
)

__all__ = [
    "CIRCLED",
    "GAP",
    "INSERTED",
    "IN_ONE",
    "ITEM_NUMBER",
    "ITEM_NUMERAL",
    "NUMBER",
    "NUMBERED",
    "NUMERAL",
    "NUMERALS",
    "PREAMBLE",
    "PREFIX",
    "SEPARATOR",
    "Citation",
    "article_of",
    "child_eid",
    "chinese_number",
    "chinese_numeral",
    "clean_number",
    "find_citation",
    "find_division",
    "find_place",
    "label",
    "labels",
    "ordinal",
    "roman_number",
    "said",
    "uppermost_of",
]
