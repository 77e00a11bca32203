"""Every law set in six kinds of web pages: the provisions must be those of its plain text, and no word of the site.

    python -m bench.pages                       all laws
    python -m bench.pages --sample 100 --failures 5

The exit code is 1 where a page was not read as its law.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from bench.laws import Result, arguments, plan, run, show, table, unmeasured, unmeasured_as_text
from tests.ingest.pages import FOREIGN, TEMPLATES

from policydiff.ingest.web import html
from policydiff.model import Document, Source
from policydiff.parsing import parse
from policydiff.text import skeleton

TITLE = "东区胡须管理办法"
_MARKS = re.compile(r"^#{1,6}[ \t]*|<!--.*?-->", re.MULTILINE)


def measure(text: str, name: str) -> Result | None:
    """How each kind of page is read, beside the law's paragraphs as plain text."""
    paragraphs = [line.strip() for line in _MARKS.sub("", text.replace("\0", "")).splitlines() if line.strip()][1:]
    if len(paragraphs) < 5:
        return None
    expected = _read("\n".join([TITLE, *paragraphs]), ())
    out: dict[str, Any] = {}
    for template in TEMPLATES:
        made = html.content(template(TITLE, paragraphs).encode(), Path(name))
        found = _read(made.text, made.hints)
        out[template.__name__] = {
            "same": _leaves(found) == _leaves(expected),
            "missing": _missing(expected, found),
            "foreign": _foreign(expected, found),
            "title": found.title == expected.title,
        }
    return {"pages": out}


def _read(text: str, hints: Any) -> Document:
    return parse(Source(text=text, origin="", sha256="", language="zh", hints=hints))


def _leaves(document: Document) -> list[tuple[str, str]]:
    return [(leaf.eid, skeleton(leaf.text)) for leaf in document.leaves()]


def _missing(expected: Document, found: Document) -> int:
    """How many leaves of the law stand nowhere among the page's provisions."""
    whole = skeleton("".join(f"{p.num}{p.heading}{p.text}" for p in found.walk()))
    return sum(skeleton(leaf.text) not in whole for leaf in expected.leaves())


def _foreign(expected: Document, found: Document) -> int:
    """How many of the page's provisions hold words of the site."""
    own = "".join(leaf.text for leaf in expected.leaves())
    words = [word for word in FOREIGN if word not in own]
    return sum(any(word in p.text + p.heading for word in words) for p in found.walk())


def summary(results: list[Result]) -> dict[str, Any]:
    """The figures by kind of page."""
    kinds: dict[str, Any] = {}
    for template in TEMPLATES:
        seen = [result["pages"][template.__name__] for result in results if "pages" in result]
        kinds[template.__name__] = {"pages": len(seen)} | {
            key: sum(bool(one[key]) for one in seen) for key in ("same", "missing", "foreign", "title")
        }
    return {"kinds": kinds} | unmeasured(results)


def as_text(figures: dict[str, Any]) -> str:
    """The figures as a table in Markdown."""
    head = ("page", "pages", "read as the law", "a provision missing", "a word of the site", "title")
    rows: list[tuple[str, ...]] = [head]
    rows += [
        (kind, *(str(one[key]) for key in ("pages", "same", "missing", "foreign", "title")))
        for kind, one in figures["kinds"].items()
    ]
    return "\n".join([table(rows), *unmeasured_as_text(figures)])


def main() -> int:
    """Measure and print; 1 where a page was not read as its law."""
    args = arguments(__doc__ or "").parse_args()
    results = run(plan(args, "pages"), measure)
    figures = summary(results)
    show(figures, as_text, args)
    failed = [r for r in results if any(not one["same"] for one in r.get("pages", {}).values())]
    for result in failed[: args.failures]:
        print(result["law"], {kind: one for kind, one in result["pages"].items() if not one["same"]})
    return 1 if failed or figures["crashed"] else 0


if __name__ == "__main__":
    sys.exit(main())
