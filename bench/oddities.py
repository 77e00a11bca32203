"""Every oddity that the parser reports in real laws, with what it was found to be when somebody looked at the place.

    python -m bench.oddities            the counts, and each oddity that nobody has looked at
    python -m bench.oddities --write    docs/explanation/oddities.md, too

What was found stands in oddities.tsv, a line for each oddity of a law: the law, the message, and one of the words of
`FOUND`. A changed parser reports others: those are to be looked at, and written down, by hand.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Literal

from bench.laws import ROOT, Result, arguments, plan, read_law, run, table

from policydiff.wording import problem

LOOKED_AT = ROOT / "bench" / "oddities.tsv"
PAGE = ROOT / "docs" / "explanation" / "oddities.md"
Verdict = Literal["right", "wrong", "mistake"]
# What an oddity was found to be: a right report, a wrong one, or one that tells of a mistake of the parser.
FOUND: dict[str, tuple[Verdict, str]] = {
    "unnumbered": ("right", "the file has the titles of the chapters or sections before without their numbers"),
    "headless": ("right", "the file has no heading of its first chapter, and of the others that are missed no number"),
    "item": ("right", "the file has the items before without their numbers"),
    "article": ("right", "the file has an article without its number, as one more paragraph of the article before"),
    "twice": ("right", "the file prints the number twice"),
    "whole": ("right", "a part of a code, or amendments: the numbers count on from another text"),
    "inline": ("mistake", "the number stands in mid sentence, with no stop before it, and is taken for a citation"),
    "quoted": ("mistake", "articles of another text stand without quotation marks and are taken for the text's own"),
    "decimal": ("mistake", "a name that begins with a number (2．3，4—…) is taken for no item"),
}
HEAD = """\
# Every oddity in 1,961 laws

<!-- Written by `python -m bench.oddities --write`. -->

To see how far a report of something odd in a text can be trusted: what `policydiff parse` reports in 1,961 national
laws, regulations and rules and local regulations of two provinces, and what each was found to be. The place was looked
up in the file, and a report counts as right only where the file itself shows what is reported.
[How well texts are read](parsing.md) sums it up.
"""

Oddity = tuple[str, str]  # the law, the message


def measure(text: str, name: str) -> Result | None:
    """What is odd about one law."""
    return {"odd": [problem(odd, "en") for odd in read_law(text, name).problems]}


def looked_at() -> dict[Oddity, str]:
    """What each oddity was found to be."""
    lines = LOOKED_AT.read_text(encoding="utf-8").splitlines()
    split = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(law, message): word for law, message, word in split}


def page(odd: Counter[Oddity], found: dict[Oddity, str]) -> str:
    """The page with all of them, by what they were found to be."""
    parts = [HEAD, summary(odd, found), ""]
    for word, (verdict, meaning) in FOUND.items():
        laws = sorted((law, message) for law, message in odd if found.get((law, message)) == word)
        if laws:
            parts += [f"## {verdict.capitalize()}: {meaning}\n", *_by_law(laws, odd), ""]
    return "\n".join(parts).rstrip() + "\n"


def summary(odd: Counter[Oddity], found: dict[Oddity, str]) -> str:
    """How many oddities were found to be what, and in how many laws."""
    rows: list[tuple[str, ...]] = [("a report that is", "because", "oddities", "laws")]
    for word, (verdict, meaning) in FOUND.items():
        of = [one for one in odd if found.get(one) == word]
        if of:
            rows.append((verdict, meaning, str(sum(odd[one] for one in of)), str(len({law for law, _ in of}))))
    rows.append(("", "all", str(odd.total()), str(len({law for law, _ in odd}))))
    return table(rows)


def _by_law(odd: Iterable[Oddity], counts: Counter[Oddity]) -> Iterable[str]:
    for law, of in groupby(odd, key=lambda one: one[0]):
        said = (f"{message.removeprefix('numbering: ')}{_times(counts[law, message])}" for _, message in of)
        yield f"- {Path(law).stem}: {'; '.join(said)}"


def _times(count: int) -> str:
    return f" (×{count})" if count > 1 else ""


def main() -> int:
    """Print the counts and what nobody has looked at; 1 where there is such an oddity."""
    parser = arguments(__doc__ or "")
    parser.add_argument("--write", action="store_true", help="write docs/explanation/oddities.md")
    args = parser.parse_args()
    results = run(plan(args, "oddities"), measure)
    odd = Counter((result["law"], message) for result in results for message in result.get("odd", ()))
    found = looked_at()
    print(summary(odd, found))
    if args.write:
        PAGE.write_text(page(odd, found), encoding="utf-8")
    new = sorted(one for one in odd if found.get(one) not in FOUND)
    for law, message in new:
        print(f"not looked at: {law}: {message}", file=sys.stderr)
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main())
