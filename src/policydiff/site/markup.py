"""Text as markup, and the words of the interface in both languages.

`Html` is what may stand in a page as it is. It is made of constant markup and of what `escaped` has made of a text,
once, by joining strings: a page has thousands of runs. A template takes it as it is by `raw`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NewType, TypeVar

from policydiff import messages, wording
from policydiff.dates import is_before
from policydiff.library import Entry, Pair
from policydiff.model import (
    Basis,
    Comparison,
    Cut,
    Decision,
    Document,
    Edit,
    Fate,
    Finding,
    Language,
    Problem,
    StaleDecision,
    ToldAs,
)
from policydiff.presentation.amending import decides
from policydiff.presentation.together import other_superiors
from policydiff.quoting import excerpt, shortened
from policydiff.site.pages import visible
from policydiff.site.strings import STRINGS
from policydiff.text import is_chinese
from policydiff.titles import cited

Html = NewType("Html", str)
Code = TypeVar("Code", bound=str)

NOTHING = Html("")
_UI: tuple[Language, Language] = ("zh", "en")

# ------------------------------------------------------------------------------------------- one text

# The characters of nearly all texts, none of which markup or a reader would take for anything else than what it is.
ORDINARY = "\n !#-%(-;=?-~\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e“”‘’—…·"
_OTHER = re.compile(f"[^{ORDINARY}]")


class _Escaped(dict[int, str]):
    """A translation table that learns a character when it first meets it: spelt out, or as it is."""

    def __missing__(self, code: int) -> str:
        self[code] = visible(chr(code))
        return self[code]


_ESCAPED = _Escaped({ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&#34;", ord("'"): "&#39;"})


def escaped(text: str) -> Html:
    """A text as words of a page or as the value of an attribute, whatever it holds; hidden characters are spelt out."""
    return Html(text.translate(_ESCAPED) if _OTHER.search(text) else text)


def joined(parts: Iterable[Html]) -> Html:
    """Markup that stands one after the other."""
    return Html("".join(parts))


def redline(edits: Iterable[Edit]) -> Html:
    """The runs of a redline: what was deleted and inserted marked, with its number where it only moved."""
    return joined([_run(edit) for edit in edits])


def _run(edit: Edit) -> Html:
    if edit.op == "keep":
        return escaped(edit.text)
    mark = "del" if edit.op == "delete" else "ins"
    move = f' data-move="{edit.move}"' if edit.move else ""
    return Html(f"<{mark}{move}><span>{escaped(edit.text)}</span></{mark}>")


# ------------------------------------------------------------------------------- both languages at once


def both(zh: Html, en: Html) -> Html:
    """What is said in both languages; the style sheet shows the one that the reader chose.

    `i` holds words of the interface and nothing else; a page has thousands, and they are short.
    """
    return Html(f'<i lang="zh">{zh}</i><i lang="en">{en}</i>')


def named(words: Mapping[Language, str]) -> Html:
    """A word in both languages."""
    return both(escaped(words["zh"]), escaped(words["en"]))


def said(key: str, **values: object) -> Html:
    """A sentence of the interface in both languages, its `{names}` filled in; by a mapping, in each with its own."""
    if not values:
        return _constant(key)
    words = STRINGS[key]
    return both(*(Html(words[ui].format(**{name: _in(ui, value) for name, value in values.items()})) for ui in _UI))


@cache
def _constant(key: str) -> Html:
    return both(*(Html(STRINGS[key][ui]) for ui in _UI))


class _Count(int):
    """A number that knows which of two words stands with it: `{n:kind|kinds}`."""

    def __format__(self, words: str) -> str:
        one, many = words.split("|") if words else (str(self), str(self))
        return one if self == 1 else many


def _in(ui: Language, value: object) -> str | _Count:
    if isinstance(value, int):
        return _Count(value)
    return escaped(str(value[ui] if isinstance(value, Mapping) else value))


def told(words: Mapping[Language, str]) -> Html:
    """A sentence in both languages; once, where it could be told in one alone."""
    if words["zh"] != words["en"]:
        return named(words)
    return Html(f'<span lang="{language_of(words["zh"])}">{escaped(words["zh"])}</span>')


def day(date: str) -> Html:
    """A date in both languages; once, where it is written alike."""
    words = {ui: wording.day(date, ui) for ui in _UI}
    return named(words) if words["zh"] != words["en"] else escaped(date)


def size(articles: int, leaves: int, annexed: int) -> Html:
    """How long a document is: in articles and in provisions with words of their own, those in its annexes apart; in
    these alone where it has no articles or each is one."""
    own = leaves - annexed
    if articles and articles != own:
        return said("size-annexed" if annexed else "size", articles=articles, n=own, annexed=annexed)
    return said("length-annexed", n=own, annexed=annexed) if annexed else Html(str(own))


def made(entry: Entry) -> Html:
    """By whom a document was made, and when; nothing of what the catalogue does not know."""
    issuer = Html(f'<span lang="{entry.language}">{escaped(entry.issuer)}</span>') if entry.issuer else NOTHING
    return Html(" · ".join(filter(None, (issuer, day(entry.date) if entry.date else NOTHING))))


def older(pair: Pair) -> Html:
    """That a rule was made before its superior as it stands beside it, so that much may differ for that reason."""
    if pair.relation != "implements" or not is_before(pair.target.date, pair.base.date):
        return NOTHING
    own, date = ({ui: wording.day(one.date, ui) for ui in _UI} for one in (pair.target, pair.base))
    return said("note-older", own=own, date=date)


def no_rule(document: Document) -> Html:
    """That a text only amends or repeals others, where it does."""
    decided = decides(document)
    if decided is None:
        return NOTHING
    title = cited(visible(document.name))
    return named({ui: wording.NO_RULE[decided][ui].format(title=title) for ui in _UI})


def role(words: Mapping[Language, str]) -> Html:
    """What a text is to another, by itself."""
    return named({ui: wording.head(words[ui]) for ui in _UI})


def language_of(text: str) -> Language:
    """The language that somebody's words are in."""
    return "zh" if any(map(is_chinese, text)) else "en"


def words_of(table: Mapping[Code, Mapping[Language, str]]) -> Callable[[Code], Html]:
    """Look the words for a code up."""
    return {code: named(words) for code, words in table.items()}.__getitem__


def either(table: Mapping[Any, Mapping[Language, str]]) -> Callable[[str], Html]:
    """Look words up in a table that may lack a code; the code itself then stands for both languages."""
    known = {code: named(words) for code, words in table.items()}
    return lambda code: known.get(code) or named({"zh": code, "en": code})


fate_word = words_of(wording.FATE)
kind_word = words_of(wording.KIND)
relation_word = words_of(wording.RELATION)
language_word = words_of(wording.LANGUAGE)
finding_word = words_of(wording.TOLD_AS)
mark_word = either(STRINGS | {"doubtful": wording.BASIS["doubtful"]})
rule_word = either(wording.RULE)
basis_word = words_of(wording.BASIS)
residue_word = words_of(wording.RESIDUE)
treatment_word = words_of(wording.TREATMENT)


def finding_kind(finding: Finding) -> Html:
    """What a finding is told as, and the name of its rule: in these words wherever a page tells of it."""
    rule = f' <span class="rule">{rule_word(finding.rule)}</span>' if finding.rule else ""
    return Html(f'<span class="finding-type">{finding_word(wording.told_as(finding))}{rule}</span>')


def to_check(found: Mapping[ToldAs, int]) -> Html:
    """How many findings there are to check, and told as what; in Chinese no number is parted from its kind."""
    said = {ui: wording.to_check_by_kind(found, ui) for ui in _UI}
    return named(said | {"zh": said["zh"].replace(" ", "\u00a0")})


def stale_word(stale: StaleDecision) -> Html:
    """Why a decision does not hold any more."""
    return named(wording.stale_words(stale))


def verdict_word(decision: Decision) -> Html:
    """What a reviewer decided."""
    return named(wording.verdict(decision))


def sign(char: str) -> Html:
    """A sign beside the word that says the same."""
    return Html(f'<span class="sign" aria-hidden="true">{char}</span>')


@cache
def basis_badge(basis: Basis) -> Html:
    """What a pairing rests on; a doubt is set so that nobody passes it over."""
    if basis != "doubtful":
        return basis_word(basis)
    return Html(f'<span class="doubt">{sign("?")}{basis_word(basis)}</span>')


@cache
def fate_badge(name: Fate) -> Html:
    """A status, or what a text does with a provision that it does not have: its sign and its word."""
    return Html(f'<span class="status s-{name}">{sign(wording.FATE_SIGN[name])}{fate_word(name)}</span>')


# ---------------------------------------------------------------------------------- what a finding says


def others(comparison: Comparison) -> Html:
    """What else a rule implements than what it stands beside, where that is known, and what that has of it."""
    if not comparison.others:
        return NOTHING
    return told({ui: other_superiors(comparison, ui) for ui in _UI})


def _elsewhere(finding: Finding) -> Html:
    """Where other superiors have the like of what a finding tells of the rule alone."""
    if not finding.elsewhere:
        return NOTHING
    words = {ui: wording.in_brackets(wording.held_elsewhere(finding.elsewhere, ui), ui) for ui in _UI}
    return Html(f'<span class="held">{told(words)}</span>')


def says(
    finding: Finding,
    base: Language,
    target: Language,
    *,
    length: int = 0,
    tail: int = 0,
    plain: bool = False,
    roles: wording.Roles = wording.RULE_AND_SUPERIOR,
) -> Html:
    """What a finding says, in both languages, as in `_says`; behind it, what other superiors have of that."""
    said = _says(finding, base, target, length=length, tail=tail, plain=plain, roles=roles)
    return Html(f"{said}{_elsewhere(finding)}")


def _says(
    finding: Finding,
    base: Language,
    target: Language,
    *,
    length: int,
    tail: int,
    plain: bool,
    roles: wording.Roles,
) -> Html:
    """What a finding says, in both languages, the words that it quotes marked as what was and what is now.

    `plain`: they are marked as neither. `length`: each quotation is cut there, but for so much of its `tail`. The
    languages are those of the two documents. Where it cannot be told in both, the words of both sides stand before the
    message.
    """
    quoted = {
        "{base}": _quoted(finding.base, finding.base_cut, base, "" if plain else "was", (length, tail)),
        "{target}": _quoted(finding.target, finding.target_cut, target, "" if plain else "now", (length, tail)),
    }
    zh, en = (messages.message_parts(finding, ui, roles) for ui in _UI)
    if not zh:
        arrow = " " if plain else ' <span class="arrow" aria-hidden="true">→</span> '
        there = [words for words in quoted.values() if words] or [NOTHING]
        before = there if plain or len(there) == 2 else [words or _silent() for words in quoted.values()]
        return Html(f"{arrow.join(before)} {told({'zh': finding.message, 'en': finding.message})}")
    if _slots(zh) == _slots(en):
        return joined(_side_by_side(zh, en, quoted))
    return both(*(joined(quoted[part] if part in quoted else escaped(part) for part in parts) for parts in (zh, en)))


def _silent() -> Html:
    return Html(f'<span class="silent">{said("silent")}</span>')


def _quoted(words: str, cut: Cut, language: Language, mark: str, lengths: tuple[int, int]) -> Html:
    if not words:
        return NOTHING
    length, tail = lengths
    marked = f' class="{mark}"' if mark else ""
    if length:
        words = shortened(words, head=length, tail=tail) if tail else excerpt(words, length)
    shown = messages.marked(words, cut)
    return Html(f'<q{marked} lang="{language}">{escaped(shown)}</q>')


def _slots(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part in messages.QUOTED]


def _side_by_side(zh: Sequence[str], en: Sequence[str], quoted: Mapping[str, Html]) -> Iterator[Html]:
    """What stands between the quotations in both languages, each quotation once."""
    for words, others in zip(_between(zh), _between(en), strict=True):
        yield quoted[words] if words in quoted else named({"zh": words, "en": others}) if words or others else NOTHING


def _between(parts: Sequence[str]) -> list[str]:
    """The parts, with an empty one wherever two quotations meet or one stands at an end."""
    out = [""]
    for part in parts:
        if part in messages.QUOTED:
            out += [part, ""]
        else:
            out[-1] += part
    return out


def oddity(problem: Problem) -> Html:
    """What is odd about a document, in both languages."""
    return told({ui: wording.problem(problem, ui) for ui in _UI})


def taken(near: str, by: Sequence[str]) -> Html:
    """Why the nearest provision was not taken, in both languages."""
    return named({ui: wording.taken(near, by, ui) for ui in _UI})


def kept(items: Sequence[str], roles: wording.Roles) -> Html:
    """Of an omitted item, which others of its list are there, in both languages."""
    return named({ui: wording.kept(items, roles, ui) for ui in _UI})
