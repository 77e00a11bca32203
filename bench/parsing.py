"""Every law read alone: do its articles count on, is every character accounted for, what does the parser report?

python -m bench.parsing                        all laws
python -m bench.parsing --sample 100 --failures 20
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import pairwise
from typing import Any

from bench.laws import Result, arguments, plan, read_law, run, show, table

from policydiff.library.describe import describe
from policydiff.model import Document
from policydiff.wording import problem

_N = "[〇零一二三四五六七八九十百千]"
_ARTICLE = re.compile(rf"^[ \t\u3000#*]*第{_N}{{1,7}}条(?:之{_N}{{1,3}})?(?=[\s\u3000*])", re.MULTILINE)
_TITLE = re.compile(r"^# +(.+?)\s*$", re.MULTILINE)


def measure(text: str, name: str) -> Result | None:
    """What is read in one law."""
    document = read_law(text, name)
    articles = [provision for provision in document.walk() if provision.level == "article"]
    numbers = [int(re.findall(r"\d+", article.eid.rsplit("art_", 1)[1])[0]) for article in articles]
    said = describe(document)
    title = _TITLE.search(text)
    return {
        "articles": len(articles),
        "set": len(_ARTICLE.findall(text)),
        "counts_on": all(after - before in (0, 1) for before, after in pairwise(numbers)),
        "items": sum(provision.level in ("point", "indent", "level") for provision in document.walk()),
        "lost": _lost(document),
        "problems": [problem(odd, "en") for odd in document.problems],
        "title": title is None or said.title.value.replace(" ", "") == title.group(1).replace(" ", ""),
        "date": bool(said.date.value and said.date.sure),
        "bases": len(said.bases),
    }


def _lost(document: Document) -> int:
    """How many characters that are not blank are in no provision, mark or residue, or in two of them."""
    seen = Counter[int]()
    for provision in document.walk():
        for span in (*provision.spans, *provision.marks):
            seen.update(range(span.start, span.end))
    for piece in document.residue:
        seen.update(range(piece.span.start, piece.span.end))
    blank = set(" \t\xa0\u3000\u2002\u2003\u2009\u200b\ufeff")
    return sum(
        seen[at] != 1 for at, char in enumerate(document.source.text) if not char.isspace() and char not in blank
    )


def summary(results: list[Result]) -> dict[str, Any]:
    """The figures over all laws."""
    read = [result for result in results if "articles" in result]
    return {
        "laws": len(read),
        "articles": sum(r["articles"] for r in read),
        "items": sum(r["items"] for r in read),
        "every article that is set at the head of a line is read": sum(r["articles"] >= r["set"] for r in read),
        "no article beyond those": sum(r["articles"] <= r["set"] for r in read),
        "articles count on without a gap or a repeat": sum(r["counts_on"] for r in read),
        "no character lost or read twice": sum(not r["lost"] for r in read),
        "no problem reported": sum(not r["problems"] for r in read),
        "title is the one in the file's head": sum(r["title"] for r in read),
        "date found in an approval line": sum(r["date"] for r in read),
        "names a rule that it is based on": sum(r["bases"] > 0 for r in read),
        "slowest, seconds": max((r["seconds"] for r in read), default=0),
        "not read": [f"{r['law']}: {r.get('skipped') or r.get('crashed')}" for r in results if "articles" not in r],
    }


def as_text(figures: dict[str, Any]) -> str:
    """The figures as a table in Markdown, and what was not read."""
    rows: list[tuple[str, ...]] = [("figure", "laws")]
    rows += [(key, str(value)) for key, value in figures.items() if key != "not read"]
    return "\n".join([table(rows), *figures["not read"]])


def main() -> int:
    """Measure and print; 1 where a law lost a character or could not be read."""
    args = arguments(__doc__ or "").parse_args()
    results = run(plan(args, "parsing"), measure)
    figures = summary(results)
    show(figures, as_text, args)
    odd = [r for r in results if r.get("problems") or r.get("lost") or r.get("articles", 0) != r.get("set", 0)]
    for result in odd[: args.failures]:
        print(result["law"], {key: result[key] for key in ("articles", "set", "counts_on", "lost", "problems")})
    return 1 if figures["not read"] or figures["no character lost or read twice"] != figures["laws"] else 0


if __name__ == "__main__":
    sys.exit(main())
