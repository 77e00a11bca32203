"""How, how often or with which will an act is done, in words that say next to nothing by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.comparison.findings.english.pairing import Pair
from policydiff.comparison.findings.english.quoted import quoted
from policydiff.comparison.findings.english.sides import Sides
from policydiff.comparison.findings.english.statements import Clause
from policydiff.comparison.findings.found import Found
from policydiff.expressions import expression
from policydiff.text import fold

# What is asked, and the words of which the other side must have one.
_MANNERS = tuple(
    (expression(rf"\b(?:{asked})"), expression(rf"\b(?:{answered})\b"))
    for asked, answered in (
        (
            r"(?:in person|personally)\b(?! liable| responsible)",
            "in person|personal(?:ly)?|(?:him|her|it|them)sel(?:f|ves)",
        ),
        (r"(?<!at )once\b(?=[.,;:)]|$| only\b| and\b| or\b| within\b| during\b)", "once|one|single|1"),
        (r"(?:jointly|together)\b(?! with)", "jointly|joint|together|both|with|common|collective(?:ly)?"),
        (
            r"(?:on purpose|intentionally|deliberately|wil+fully|knowingly)\b",
            r"purpose|intent\w{0,8}|deliberate(?:ly)?|wil+ful(?:ly)?|know\w{0,6}|conscious(?:ly)?",
        ),
        (r"again\b", r"again|repeat(?:ed|edly|s)?|second|another|once more|anew|new|re-\w{1,20}"),
    )
)


def findings(pair: Pair, _: Sides) -> Iterator[Found]:
    """In person, once, together, on purpose or again on one side alone."""
    for one in unsaid(pair):
        yield Found("scope", "scope", _around(one, pair), quoted(pair.target[0]))
    for one in unsaid(pair.turned()):
        yield Found("scope", "scope", quoted(pair.base[0]), _around(one, pair.turned()))


def _around(words: Clause, pair: Pair) -> str:
    """The sentence as far as it is quoted around some words."""
    sentence = next(one for one in pair.base if one.start <= words.start < one.end)
    return quoted(sentence, (words.start, words.end))


def unsaid(pair: Pair) -> Iterator[Clause]:
    """Where the base's side says how an act is to be done and the target's side does not."""
    for asked, answered in _MANNERS:
        if not any(answered.search(fold(one.text)) for one in pair.target):
            for sentence in pair.base:
                for found in asked.finditer(fold(sentence.text)):
                    yield sentence.part(*found.span())
