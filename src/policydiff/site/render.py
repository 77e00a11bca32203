"""Pages as HTML: the templates, the words both languages, and the policy that lets nothing in from outside.

A page is either part of the folder (`Linked`: styles and scripts are files beside it) or a file of its own
(`inlined`: they stand in it, named by their hash in the policy).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from policydiff import wording
from policydiff.model import Comparison, Finding, Language, Problem
from policydiff.presentation.lines import CAME_NEAR, STATUSES, table
from policydiff.presentation.reading import contents, excerpt
from policydiff.site import start
from policydiff.site.pages import visible
from policydiff.site.strings import STRINGS
from policydiff.text import is_chinese

STYLES = ("paper.css", "pages.css", "comparison.css", "print.css")
EARLY_SCRIPTS = ("language.js",)
COMMON_SCRIPTS = ("folds.js", "keys.js")
SEARCH_SCRIPTS = ("search-text.js", "search-query.js", "search-index.js", "search-page.js")
PAGE_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "index": (*COMMON_SCRIPTS, "pieces.js", "map.js"),
    "documents": COMMON_SCRIPTS,
    "document": (*COMMON_SCRIPTS, "cite.js", "contents.js"),
    "comparison": (*COMMON_SCRIPTS, "cite.js", "seen.js", "rows.js", "outline.js", "minimap.js", "lights.js"),
    "versions": (*COMMON_SCRIPTS, "cite.js", "lights.js", "walk.js"),
    "search": (*COMMON_SCRIPTS, "cite.js", "pieces.js", *SEARCH_SCRIPTS),
}
STATIC_FILES = tuple(
    dict.fromkeys((*STYLES, *EARLY_SCRIPTS, *(name for names in PAGE_SCRIPTS.values() for name in names)))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Where a page has its styles and scripts from; `root` leads to the top of the folder."""

    policy: str
    root: str = ""
    files: bool = True
    styles: tuple[str, ...] = ()
    early: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


def static_text(name: str) -> str:
    """A file of styles or scripts as it stands in the package."""
    return (resources.files("policydiff.site") / "static" / name).read_text(encoding="utf-8")


def linked(page: str, root: str) -> Assets:
    """Styles and scripts beside the page.

    `file:` stands next to 'self' because a page opened by double click has no origin in some browsers, and
    'self' then names nothing.
    """
    beside = "'self' file:"
    return Assets(
        policy=_policy(styles=beside, scripts=beside, forms=beside),
        root=root,
        styles=STYLES,
        early=EARLY_SCRIPTS,
        scripts=PAGE_SCRIPTS[page],
    )


def inlined(page: str) -> Assets:
    """Styles and scripts within the page, each named by its hash; nothing else may run."""
    styles = ("\n".join(map(static_text, STYLES)),)
    early = tuple(map(static_text, EARLY_SCRIPTS))
    scripts = tuple(map(static_text, PAGE_SCRIPTS[page]))
    return Assets(
        policy=_policy(styles=_hashes(styles), scripts=_hashes((*early, *scripts)), forms="'none'"),
        files=False,
        styles=styles,
        early=early,
        scripts=scripts,
    )


def _policy(*, styles: str, scripts: str, forms: str) -> str:
    """A Content-Security-Policy that forbids what it does not name, connections first of all."""
    return (
        f"default-src 'none'; base-uri 'none'; img-src data:; "
        f"style-src {styles}; script-src {scripts}; form-action {forms}"
    )


def _hashes(texts: Sequence[str]) -> str:
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in texts)


# ------------------------------------------------------------------------------ both languages at once

# `i` holds words of the interface and nothing else; a page has thousands, and they are short.
_BOTH = Markup('<i lang="zh">{}</i><i lang="en">{}</i>')
_UI: tuple[Language, Language] = ("zh", "en")


def named(words: Mapping[Language, str]) -> Markup:
    """A word in both languages; the style sheet shows the one that the reader chose."""
    return _BOTH.format(_visible(words["zh"]), _visible(words["en"]))


def said(key: str, **values: object) -> Markup:
    """A sentence of the interface in both languages, its `{names}` filled in; by a mapping, in each with its own."""
    words = STRINGS[key]
    return _BOTH.format(*(Markup(words[language]).format(**_in(language, values)) for language in _UI))


def _in(language: Language, values: Mapping[str, object]) -> dict[str, object]:
    return {name: _visible(of[language] if isinstance(of, Mapping) else of) for name, of in values.items()}


def told(words: Mapping[Language, str]) -> Markup:
    """A sentence in both languages; once, where it could be told in one alone."""
    if words["zh"] != words["en"]:
        return named(words)
    return Markup('<span lang="{}">{}</span>').format(_language_of(words["zh"]), _visible(words["zh"]))


def says(finding: Finding, base: Language, target: Language, *, length: int = 0, plain: bool = False) -> Markup:
    """What a finding says, in both languages, the words that it quotes marked as what was and what is now.

    `plain`: they are marked as neither. `length`: each quotation is cut there. The languages are those of the two
    documents. Where it cannot be told in both, the words of both sides stand before the message.
    """
    quoted = {
        "{base}": _quoted(finding.base, base, "" if plain else "was", length),
        "{target}": _quoted(finding.target, target, "" if plain else "now", length),
    }
    zh, en = (wording.message_parts(finding, target, language) for language in _UI)
    if not zh:
        arrow = Markup(" " if plain else ' <span class="arrow" aria-hidden="true">→</span> ')
        there = [words for words in quoted.values() if words] or [Markup("")]
        before = there if plain or len(there) == 2 else [words or _silent() for words in quoted.values()]
        return arrow.join(before) + Markup(" ") + told({"zh": finding.message, "en": finding.message})
    if _slots(zh) == _slots(en):
        return Markup("").join(_side_by_side(zh, en, quoted))
    return _BOTH.format(*(Markup("").join(quoted.get(part, part) for part in parts) for parts in (zh, en)))


def _silent() -> Markup:
    return Markup('<span class="silent">{}</span>').format(said("silent"))


def _quoted(words: str, language: Language, mark: str, length: int) -> Markup:
    if not words:
        return Markup("")
    marked = Markup(' class="{}"').format(mark) if mark else Markup("")
    text = _visible(excerpt(words, length) if length else words)
    return Markup('<q{} lang="{}">{}</q>').format(marked, language, text)


def _slots(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part in wording.QUOTED]


def _side_by_side(zh: Sequence[str], en: Sequence[str], quoted: Mapping[str, Markup]) -> Iterator[Markup]:
    """What stands between the quotations in both languages, each quotation once."""
    for words, others in zip(_between(zh), _between(en), strict=True):
        yield quoted[words] if words in quoted else _BOTH.format(words, others) if words or others else Markup("")


def _between(parts: Sequence[str]) -> list[str]:
    """The parts, with an empty one wherever two quotations meet or one stands at an end."""
    out = [""]
    for part in parts:
        if part in wording.QUOTED:
            out += [part, ""]
        else:
            out[-1] += part
    return out


def oddity(problem: Problem) -> Markup:
    """What is odd about a document, in both languages."""
    return told({"zh": wording.problem(problem.message, "zh"), "en": wording.problem(problem.message, "en")})


def taken(near: str, by: Sequence[str]) -> Markup:
    """Why the nearest provision was not taken, in both languages."""
    joined: Mapping[Language, str] = {"zh": "、".join(by), "en": ", ".join(by)}
    return named({ui: words.format(near=near, taken=joined[ui]) for ui, words in wording.TAKEN.items()})


def _language_of(text: str) -> Language:
    return "zh" if any(map(is_chinese, text)) else "en"


def _either(table: Mapping[Any, Mapping[Language, str]]) -> Any:
    """Look words up in a table that may lack a code; the code itself then stands for both languages."""
    return lambda code: named(table.get(code) or {"zh": code, "en": code})


def _visible(value: object) -> object:
    """What Jinja does to every value before it escapes it: text has its control codes spelt out."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("policydiff.site"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    fates = wording.LACK | dict(wording.STATUS.items())
    environment.globals.update(
        t=said,
        named=named,
        strings=STRINGS,
        raw=Markup,
        status_word=_either(fates),
        status_sign=dict.fromkeys(wording.LACK, wording.LACK_SIGN) | dict(wording.STATUS_SIGN.items()),
        lack_words=fates,
        statuses=STATUSES,
        status_words=wording.STATUS,
        kind_word=_either(wording.KIND),
        relation_word=_either(wording.RELATION),
        language_word=_either(wording.LANGUAGE),
        finding_word=_either(wording.FINDING),
        mark_word=_either(STRINGS | {"doubtful": wording.BASIS["doubtful"]}),
        rule_word=_either(wording.RULE),
        basis_word=_either(wording.BASIS),
        basis_words=lambda basis: wording.BASIS.get(basis) or {"zh": basis, "en": basis},
        residue_word=_either(wording.RESIDUE),
        traced_word=_either(wording.TRACED),
        verdict_word=_either(wording.VERDICT),
        stale_word=_either(wording.STALE),
        bar=start.bar,
        excerpt=excerpt,
        lang_of=_language_of,
        says=says,
        oddity=oddity,
        taken=taken,
        contents=contents,
        page_of=start.page_of,
        unit_of=start.unit_of,
        came_near=CAME_NEAR,
    )
    return environment


# The indents of the templates are a tenth of a long comparison. Between blocks nothing need stand, else one blank must.
_INDENTED = re.compile(r">[ \t]*\n\s*<")
_BLOCK = r"</?(?:div|p|ul|ol|li|h2|section|details|summary|template)(?: [^<>]*)?>"
_BETWEEN_BLOCKS = re.compile(rf"({_BLOCK})\n(?=<)|\n(?={_BLOCK})")


def render(template: str, **values: object) -> str:
    """One page, without the indents of its template."""
    page = _environment().get_template(f"{template}.html").render(**values)
    return _BETWEEN_BLOCKS.sub(r"\1", _INDENTED.sub(">\n<", page))


def comparison_page(comparison: Comparison, ui: Language | None = None) -> str:
    """A comparison as one HTML file that needs nothing beside it; it opens in the language of the interface, if that is
    said, for whoever has chosen none."""
    shown = table(comparison)
    values = {"table": shown, "relation": "", "kind": "", "lack": "omitted", "made_in": ui}
    return render("comparison", assets=inlined("comparison"), **values)
