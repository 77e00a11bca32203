"""What an English text says of itself: what it rests on and names, whether it is a place's rule or the centre's.

Measures of East Province for the Implementation of the Beard Law        title; it names what it implements
Article 1 These Measures are formulated in accordance with the Beard     so does its first article
Law and in light of the actual conditions of this Province.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from policydiff.expressions import expression
from policydiff.model import DocumentKind
from policydiff.titles import english_titles

_REPUBLIC = expression(
    r"\bof (?:the )?People['’]s Republic(?: of China)?\b|^(?:the )?People['’]s Republic of China\b|^the\b",
    re.IGNORECASE,
)
_OF_CHINA = " of China"
_TITLE_BASIS = expression(
    r"\b(?:for (?:the )?(?:implementation|enforcement) of|for (?:implementing|enforcing)"
    r"|implement(?:ing|ation) (?:measures|rules|regulations|provisions) (?:for|of|on|under))"
    r" (?:the )?(?P<name>\S.{2,200})$",
    re.IGNORECASE,
)
_BASIS = expression(
    r"\b(?:in accordance with|according to|pursuant to|on the basis of|based on|by virtue of|under"
    r"|in order to implement|(?:purposes? of|to) (?:implement|enforc)(?:e|ing))\b",
    re.IGNORECASE,
)
_MAKES = expression(
    r"\b(?:formulated|enacted|made|adopted|developed|established|drawn up|laid down|issued)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;])\s")
_OF_A_PLACE = expression(
    r"\b[A-Z][\w'’-]{1,30} (?:Province|City|Municipality|County|District|Township|Town|Prefecture|Autonomous Region"
    r"|Special Administrative Region)\b"
    r"|\b(?i:province|city|municipality|county|district|autonomous region|prefecture) of [A-Z]"
    r"|\b(?:Municipal|Provincial)\b"
)
_NATIONAL = expression(
    r"^(?:The )?(?:Standing Committee of the )?National People['’]s Congress|^(?:The )?State Council\b"
    r"|^(?:The )?(?:Supreme People|Ministry of|Central Military|National [A-Z])"
    r"|^(?:The )?(?:State|General) Administration\b"
)


def plain(title: str) -> str:
    """A title without of which state it is and without the article before it."""
    return _REPUBLIC.sub("", title.strip()).strip()


def named_in_title(title: str) -> Iterator[str]:
    """The title of what a rule implements, by its own."""
    if found := _TITLE_BASIS.search(title):
        yield found["name"].strip()


def named_in_text(opening: Iterable[str]) -> Iterator[str]:
    """What the sentence that says why the rule was made names as its ground, in the words that the rule begins with."""
    for text in opening:
        for sentence in _SENTENCE.split(text):
            basis = _BASIS.search(sentence)
            if basis and _MAKES.search(sentence):
                yield from named(sentence[basis.end() :])


def named(text: str) -> Iterator[str]:
    """The titles that a text names, as they are printed."""
    for start, end in english_titles(text).values():
        yield text[start : end + len(_OF_CHINA) * text.startswith(_OF_CHINA, end)]


def kind(title: str, issuer: str) -> DocumentKind:
    """Of which kind a text is if it translates none: of a place by its title or issuer, central by its issuer or as a
    law of the republic; of any other it is left open whether it is more than a translation."""
    if _OF_A_PLACE.search(title) or _OF_A_PLACE.search(issuer):
        return "local"
    if _NATIONAL.search(issuer) or (plain(title) != title and not any(named_in_title(title))):
        return "central"
    return "local" if any(named_in_title(title)) else "translation"
