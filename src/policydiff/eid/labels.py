"""How provisions are cited: 第八条第二款第（三）项, Article 8(2)(iii)."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

from policydiff.eid.identifiers import PREAMBLE, PREFIX, steps
from policydiff.eid.numbers import CIRCLED, IN_ONE, NUMERALS, chinese_numeral
from policydiff.model import Document, Language, Level, Provision

_IN_ONE, _SIGN = re.compile(f"[{IN_ONE}]"), re.compile(f"[{CIRCLED}]")
_DASHES = tuple("－—–-")  # as a scanner reads 一


def labels(document: Document) -> dict[str, str]:
    """How a drafter cites each provision of the document: 第八条第二款第（三）项, Article 8(2)(iii), 三（二）1（1）.

    A paragraph is named only where its article has more than one.
    """
    cite = _ChineseLabels() if document.language == "zh" else _EnglishLabels()
    out: dict[str, str] = {}
    preamble = [p for p in document.provisions if p.eid.startswith(PREAMBLE) and p.level == "paragraph"]
    for provision in document.provisions:
        if provision in preamble:
            out[provision.eid] = name = cite.preamble(preamble.index(provision) + 1, len(preamble))
            for child in provision.children:
                _label_below(cite, child, name if child.level == "row" else "", out, apart="")
        elif provision.level == "annex":
            _label_annex(cite, provision, out)
        else:
            apart = cite.preamble(1, 1) if provision.eid.startswith(PREAMBLE) else ""
            _label_below(cite, provision, apart, out, apart=apart)
    return out


def label(eid: str, document: Document | None, language: Language) -> str:
    """How a drafter cites a provision of the document. What is not there (any more) is cited by its identifier alone,
    in the language of the document or, where that is gone, in this one: art_8__para_2 is 第八条第二款."""
    if document is None:
        return said(eid, language)
    return labels(document).get(eid) or said(eid, document.language)


def said(eid: str, language: Language) -> str:
    """An identifier as a citation; an identifier that is none as it is."""
    out, depth = "", 0
    for prefix, number in steps(eid):
        words = _SAID[language].get(prefix)
        if prefix == PREFIX["level"]:
            words, depth = _LEVELS[language][min(depth, 3)], depth + 1
        if words is None or not (_STEP_NUMBER.fullmatch(number) or prefix == PREAMBLE):
            return eid
        first, *inserted = number.partition("~")[0].split("-")
        if language == "en":
            out += words.format(n="-".join((first, *inserted)))
        else:
            numeral, *behind = (chinese_numeral(int(one)) if one.isdecimal() else "" for one in (first, *inserted))
            out += words.format(n=first, numeral=numeral) + "".join(f"之{one}" for one in behind)
    return out.strip()


_STEP_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,4})*(?:~\d+)?")  # ~2: the second of one number
_SAID: dict[Language, dict[str, str]] = {
    "zh": {
        "annex": "附件{n}", "part": "第{numeral}编", "chp": "第{numeral}章", "sec": "第{numeral}节",
        "art": "第{numeral}条", "para": "第{numeral}款", "point": "第（{numeral}）项", "indent": "第{n}目",
        "row": "表第{numeral}行", PREAMBLE: "引言",
    },
    "en": {
        "annex": "Annex {n} ", "part": "Part {n} ", "chp": "Chapter {n} ", "sec": "Section {n} ", "art": "Article {n}",
        "para": "({n})", "point": "({n})", "indent": "({n})", "row": ", table row {n}", PREAMBLE: "Preamble",
    },
}  # fmt: skip
_LEVELS: dict[Language, tuple[str, str, str, str]] = {
    "zh": ("{numeral}", "（{numeral}）", "{n}", "（{n}）"),
    "en": ("{n}", "({n})", "({n})", "({n})"),
}

_Labels: TypeAlias = "_ChineseLabels | _EnglishLabels"


def _label_annex(cite: _Labels, annex: Provision, out: dict[str, str]) -> None:
    """Name an annex and what it holds: its only paragraph is cited as the annex."""
    out[annex.eid] = name = cite.annex(annex)
    paragraphs = [child for child in annex.children if child.level == "paragraph"]
    for child in annex.children:
        if child.level != "paragraph":
            above = cite.inside(name) if child.level == "level" else name
            _label_below(cite, child, above, out, apart=cite.unit_of(name))
            continue
        only = len(annex.children) == 1
        out[child.eid] = label = name if only else name + cite.paragraph(paragraphs.index(child) + 1, "level")
        for below in child.children:
            inside = label if below.level == "row" else cite.inside(name)
            _label_below(cite, below, inside, out, apart=cite.unit_of(name))


def _label_below(cite: _Labels, provision: Provision, above: str, out: dict[str, str], *, apart: str) -> None:
    """Name `provision`, whose parent is cited as `above`, and everything below it; `apart` is how what is numbered
    apart from the rule is cited, before an article of it."""
    out[provision.eid] = name = _own_label(cite, provision, above, apart)
    paragraphs = [child for child in provision.children if child.level == "paragraph"]
    first = 1 if provision.text else 0
    for child in provision.children:
        if child.level == "paragraph":
            only = len(paragraphs) + first == 1 and len(provision.children) == 1
            place = paragraphs.index(child) + 1 + first
            out[child.eid] = label = name if only else name + cite.paragraph(place, provision.level)
            for below in child.children:
                inside = label if provision.level == "article" or below.level == "row" else name
                _label_below(cite, below, inside, out, apart=apart)
        else:
            _label_below(cite, child, name, out, apart=apart)


def _own_label(cite: _Labels, provision: Provision, above: str, apart: str) -> str:
    if provision.level == "row":
        return above + cite.row(int(provision.eid.rpartition("_")[2].partition("~")[0]))
    if provision.level in ("part", "chapter", "section", "article"):
        alone = provision.level == "article" or not above
        return (apart if alone else cite.above_unit(above)) + cite.unit(provision)
    return above + cite.item(provision, above)


def _below(number: str, after: str) -> str:
    """What of a number of several levels (3.1.2) is not in the citation of what holds it (3.1); empty for another."""
    above, dot, last = number.rpartition(".")
    return dot + last if dot and re.search(rf"(?<![\d.]){re.escape(above)}$", after) else ""


class _ChineseLabels:
    """Citations as Chinese drafters write them."""

    def preamble(self, place: int, of: int) -> str:
        return "引言" if of == 1 else f"引言第{chinese_numeral(place)}段"

    def annex(self, provision: Provision) -> str:
        word = re.sub(r"[\s【】\[\]]+", "", provision.num)
        return "附件" if word == "附" else word

    def unit_of(self, annex: str) -> str:
        return annex

    def above_unit(self, above: str) -> str:
        return above

    def inside(self, annex: str) -> str:
        return f"{annex}："

    def row(self, place: int) -> str:
        return f"表第{chinese_numeral(place)}行"

    def unit(self, provision: Provision) -> str:
        return re.sub(r"[\s【】]+", "", provision.num).rstrip("：:")

    def paragraph(self, place: int, within: Level) -> str:
        return f"第{chinese_numeral(place)}{'款' if within == 'article' else '段'}"

    def item(self, provision: Provision, after: str) -> str:
        printed = _IN_ONE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), provision.num).strip()
        number = printed.strip("（）()、.．。,，:： \u3000")
        number = "一" if number in _DASHES else number
        if below := _below(number, after):
            return below
        match provision.level:
            case "paragraph":
                return "正文"
            case "point":
                return f"第（{number}）项" if number[:1] in NUMERALS else f"第{number}项"
            case "indent":
                return f"第{number}目"
        is_in_brackets = number[:1] in NUMERALS or (number.isdecimal() and not after.endswith("）"))
        if printed[-1:] in "）)" and is_in_brackets:
            return f"（{number}）"
        runs_in = after[-1:].isascii() and after[-1:].isdigit() and not _SIGN.match(number)
        return f".{number}" if runs_in else number


class _EnglishLabels:
    """Citations as English texts of Chinese law write them."""

    def preamble(self, place: int, of: int) -> str:
        return "Preamble" if of == 1 else f"Preamble, paragraph {place}"

    def annex(self, provision: Provision) -> str:
        return " ".join(provision.num.split())

    def unit_of(self, annex: str) -> str:
        return f"{annex}, "

    def above_unit(self, above: str) -> str:
        return f"{above} "

    def inside(self, annex: str) -> str:
        return f"{annex}, "

    def row(self, place: int) -> str:
        return f", table row {place}"

    def unit(self, provision: Provision) -> str:
        return " ".join(provision.num.split())

    def paragraph(self, place: int, within: Level) -> str:
        return f"({place})" if within == "article" else f", paragraph {place}"

    def item(self, provision: Provision, after: str) -> str:
        if provision.level == "paragraph":
            return "Text"
        number = provision.num.strip().strip("()（）.、: ")
        if below := _below(number, after):
            return below
        named = number[:1].isupper() and len(number) > 1  # Section 2.04
        if named:
            return f", {number}" if after and not after.endswith(", ") else number
        return f"({number})" if after and not after.endswith(", ") else number
