"""Pages as HTML: the templates, the words both languages, and the policy that lets nothing in from outside.

A page is either part of the folder (`Linked`: styles and scripts are files beside it) or a file of its own
(`inlined`: they stand in it, named by their hash in the policy).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from policydiff.model import Comparison, Lack, Language
from policydiff.presentation.contents import contents
from policydiff.presentation.lines import STATUSES, Table, table
from policydiff.presentation.runs import in_runs
from policydiff.quoting import excerpt
from policydiff.site import markup, rows, start, to_check
from policydiff.site.compiled import Compiled
from policydiff.site.markup import NOTHING, Html, escaped
from policydiff.site.pages import Counterpart, page_of, visible
from policydiff.site.rows import Rows
from policydiff.site.strings import STRINGS
from policydiff.wording import FATE, FATE_SIGN, RESTATED_IN_PART, TOLD_AS

STYLES = ("paper.css", "pages.css", "comparison.css", "print.css")
OF_ROWS, WITHOUT_ROWS = "comparison.css", ("index", "documents", "search")
OPENS_IN = "opens-in.js"  # made with the site, and not a file of the package
EARLY_SCRIPTS = ("language.js",)
COMMON_SCRIPTS = ("folds.js", "keys.js")
SEARCH_SCRIPTS = (
    *("quoting.js", "search-text.js", "search-numbers.js"),
    *("search-query.js", "search-slips.js", "search-index.js", "search-findings.js", "search-page.js"),
)
PAGE_SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "index": (*COMMON_SCRIPTS, "pieces.js", "map.js"),
    "documents": COMMON_SCRIPTS,
    "document": (*COMMON_SCRIPTS, "cite.js", "contents.js"),
    "comparison": (
        *COMMON_SCRIPTS,
        "cite.js",
        "seen.js",
        "outline.js",  # before the rows, one of which may be gone to: it makes what stands above them higher
        "rows.js",
        "minimap.js",
        "lights.js",
        "quoting.js",
        "near.js",
    ),
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


def opens_in(language: Language | None) -> str:
    """The script of the language that all pages of a folder open in; nothing where that is the browser's."""
    return f'document.documentElement.dataset.madeIn = "{language}";\n' if language else ""


def linked(page: str, root: str) -> Assets:
    """Styles and scripts beside the page.

    `file:` stands next to 'self' because a page opened by double click has no origin in some browsers, and
    'self' then names nothing.
    """
    beside = "'self' file:"
    return Assets(
        policy=_policy(styles=beside, scripts=beside, forms=beside),
        root=root,
        styles=tuple(name for name in STYLES if name != OF_ROWS or page not in WITHOUT_ROWS),
        early=(OPENS_IN, *EARLY_SCRIPTS),
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


# ------------------------------------------------------------------------------------------- templates

_HOLE = Markup("\0")  # where markup is put in that needs no template; no text of a page holds it, visible sees to that


def _marked(function: Callable[..., Html]) -> Callable[..., Markup]:
    """The same for a template, which takes it as markup."""
    return lambda *args, **named: Markup(function(*args, **named))


def _visible(value: object) -> object:
    """What Jinja does to every value before it escapes it: text has its control codes spelt out."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


_WORDS: Mapping[str, Callable[..., Html]] = {
    "t": markup.said,
    "status": markup.fate_badge,
    "status_word": markup.fate_word,
    "kind_word": markup.kind_word,
    "relation_word": markup.relation_word,
    "language_word": markup.language_word,
    "finding_word": markup.finding_word,
    "mark_word": markup.mark_word,
    "finding_kind": markup.finding_kind,
    "basis_badge": markup.basis_badge,
    "to_check": markup.to_check,
    "residue_word": markup.residue_word,
    "verdict_word": markup.verdict_word,
    "stale_word": markup.stale_word,
    "day": markup.day,
    "size": markup.size,
    "made": markup.made,
    "older": markup.older,
    "no_rule": markup.no_rule,
    "others": markup.others,
    "role": markup.role,
    "says": markup.says,
    "oddity": markup.oddity,
    "why": rows.why,
}


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
        bytecode_cache=Compiled(),
    )
    environment.globals.update(
        {name: _marked(function) for name, function in _WORDS.items()},
        hole=_HOLE,
        strings=STRINGS,
        raw=Markup,
        status_sign=FATE_SIGN,
        lack_words=FATE,
        told_words=TOLD_AS,
        lacks=RESTATED_IN_PART,
        statuses=STATUSES,
        bar=start.bar,
        excerpt=excerpt,
        contents=contents,
        page_of=page_of,
    )
    return environment


# The indents of the templates are a tenth of a long comparison. Between blocks nothing need stand, else one blank must.
_INDENTED = re.compile(r">[ \t]*\n\s*<")
_BLOCK = r"</?(?:div|p|ul|ol|li|h2|section|details|summary|template)(?: [^<>]*)?>"
_BETWEEN_BLOCKS = re.compile(rf"({_BLOCK})\n(?=<)|\n(?={_BLOCK})")


def render(template: str, body: Html = NOTHING, **values: object) -> str:
    """One page, without the indents of its template; `body` stands in its hole as it is."""
    return _frame(template, **values).replace(_HOLE, body)


def _frame(template: str, **values: object) -> str:
    page = _environment().get_template(f"{template}.html").render(**values)
    return _BETWEEN_BLOCKS.sub(r"\1", _INDENTED.sub(">\n<", page))


def versions_page(title: str, body: Html) -> str:
    """The page of an article in every version. All of them stand in the same frame."""
    before, between, after = _versions_frame()
    return "".join((before, escaped(title), between, body, after))


@cache
def _versions_frame() -> tuple[str, str, str]:
    before, between, after = _frame("versions", assets=linked("versions", "../../")).split(_HOLE)
    return before, between, after


def comparison_page(comparison: Comparison, ui: Language | None = None, lack: Lack = "omitted") -> str:
    """A comparison as one HTML file that needs nothing beside it; it opens in the language of the interface, if that is
    said, for whoever has chosen none. `lack` is what the target does with what it does not have, as in
    `wording.fate`."""
    shown, assets = table(comparison), inlined("comparison")
    return compared_page(shown, assets, lack=lack, pair=None, made_in=ui)


def compared_page(
    shown: Table,
    assets: Assets,
    *,
    lack: Lack,
    elsewhere: Mapping[str, Sequence[Counterpart]] | None = None,
    **values: object,
) -> str:
    """The page of a comparison; of what the target adds, with what is held `elsewhere`."""
    rows = Rows(table=shown, lack=lack, files=assets.files, elsewhere=elsewhere or {})
    values |= {"table": shown, "rows": rows, "roles": rows.roles, "lack": lack}
    first = to_check.here(shown)
    values |= {"first": first, "at_once": to_check.at_once(first)}
    language = shown.base.document.language
    divisions = [(one, in_runs(shown.base.document, one.leaves, language)) for one in shown.told_as_one(lack)]
    values |= {"divisions": divisions}
    return render("comparison", rows.all(), assets=assets, **values)
