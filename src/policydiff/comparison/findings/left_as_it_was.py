"""What a text in another language than its base leaves untranslated: words of the base's language, or a stub.

Article 3 [to be translated]          a stub, which says that it is one or says nothing
Article 4 The operator shall 登记。    words of the other language, but for names in brackets and quotation marks
Article 5 经营者应当登记。              a whole provision, which is read as no part of the text
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from policydiff.comparison.findings.found import Found
from policydiff.expressions import expression
from policydiff.model import Document, Language
from policydiff.quoting import beginning

_LONGEST = 80  # characters of what is quoted
_STUB = expression(
    r"\W{0,4}(?:(?:still |yet )?(?:to be|not(?: yet)?|un) ?translated(?: yet)?|(?:pending|awaiting) translation"
    r"|translation (?:pending|missing|to follow|to come|in progress|needed|required)|missing translation"
    r"|tb[ctd]|to be (?:added|completed|supplied)|to do|todo"
    r"|(?:此处|本条|本项)?(?:暂|尚|仍)?(?:待|未|缺)(?:翻)?译(?:文)?|翻译中)\W{0,4}",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(r"[\W_]*")
# Words of the base's language that stand in the target: so many as name a thing by themselves stay as they are.
_CHINESE_WORDS = r"[\u3400-\u9fff][\u3400-\u9fff，、；：。]{3,80}"
_WORD = "[A-Za-z][A-Za-z'’-]{0,30}"
_ENGLISH_WORDS = rf"(?<![A-Za-z'’-]){_WORD}(?:,? {_WORD}){{4,40}}"
_LEFT: Mapping[Language, re.Pattern[str]] = {"en": expression(_CHINESE_WORDS), "zh": expression(_ENGLISH_WORDS)}
_IN_BRACKETS = expression(r"[(（\[【“‘\"《][^()（）\[\]【】“”‘’\"《》\n]{0,200}[)）\]】”’\"》]")
_OPENS_A_PROVISION: Mapping[Language, re.Pattern[str]] = {
    "en": expression(r"\s{0,9}(?:Article|Section|Chapter) (?:\d{1,4}|[IVXLC]{1,9})\b", re.IGNORECASE),
    "zh": expression(r"\s{0,9}第[\d一二三四五六七八九十百千零〇]{1,9}[条章节]"),
}


def left_as_it_was(base: Document, target: Document) -> Iterator[Found]:
    """The provisions of the target that are stubs or hold words of the base's language; lines that open as a provision
    of the target's language does, and were not read as one for what they say.

    Not found: single words; names in brackets or quotation marks; what is left out without a word (`omitted`).
    """
    if base.language == target.language:
        return
    for leaf in target.leaves():
        if _STUB.fullmatch(leaf.text.strip()) or _SAYS_NOTHING.fullmatch(leaf.text):
            yield _untranslated(f"{leaf.num} {leaf.text}".strip(), leaf.eid)
        elif found := _LEFT[target.language].search(_without_names(leaf.text)):
            yield _untranslated(leaf.text[found.start() : found.end()], leaf.eid)
    text = target.source.text
    for piece in target.residue:
        words = text[piece.span.start : piece.span.end]
        if piece.reason == "other-language" and _OPENS_A_PROVISION[target.language].match(words):
            yield _untranslated(words.strip(), "")


def _untranslated(words: str, eid: str) -> Found:
    return Found("untranslated", "dropped-duty", "", beginning(words, _LONGEST), eid)


def _without_names(text: str) -> str:
    """A text with what stands in brackets and quotation marks blank, each character in its place."""
    return _IN_BRACKETS.sub(lambda found: " " * len(found.group()), text)
