"""The changes that readers would want to be told, in pairs of a law and a local rule, and how many are.

    python -m tests.quality.changes                 the figures of each pair that may be looked at
    python -m tests.quality.changes --unseen        of those that nobody has looked at, as one figure
    python -m tests.quality.changes --import FILE … from readers' files, whose texts lie below POLICYDIFF_LAWS

`changes/` holds one JSON file a pair without a word of its texts: which files, of which sha256, and for each change its
type and where its words stand in the text that was read, empty where a side is silent. `group` says what the pair
has served for: `development` the rules were made with, `seen` was read for faults, `unseen` was not.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any, Literal, get_args

from tests.quality.gold import HERE, laws

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.evaluation.changes import named
from policydiff.evaluation.evaluate import source
from policydiff.evaluation.gold import GoldChange, GoldSide
from policydiff.ingest import read
from policydiff.model import Document, Source
from policydiff.parsing import parse

FOLDER = HERE / "changes"
Group = Literal["development", "seen", "unseen"]
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The shares of the listed changes that are flagged, and under the readers' type; findings a changed row."""

    listed: int
    flagged: float
    typed: float
    a_row: float


def names(*groups: Group) -> tuple[str, ...]:
    """The pairs of these groups."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.json") if _pair(file.stem)["group"] in groups))


@cache
def figures(name: str) -> Figures:
    """How much of what the readers listed the tool tells today; raises TextMissingError."""
    pair = _pair(name)
    texts = _text(pair["base"]), _text(pair["target"])
    comparison = compare(align(*(parse(text, id=text.origin) for text in texts)))
    changes = tuple(
        GoldChange(type=kind, base=_words(texts[0], base), target=_words(texts[1], target))
        for kind, base, target in pair["changes"]
    )
    told = named(changes, comparison)
    return Figures(
        listed=len(changes),
        flagged=sum(one.flagged for one in told) / len(told),
        typed=sum(one.typed for one in told) / len(told),
        a_row=len(comparison.all_findings()) / max(1, comparison.summary()["changed"]),
    )


def of_group(group: Group) -> Figures:
    """The means over the pairs of a group, and how many changes they list."""
    every = [figures(name) for name in names(group)]
    return Figures(
        listed=sum(one.listed for one in every),
        flagged=mean(one.flagged for one in every),
        typed=mean(one.typed for one in every),
        a_row=mean(one.a_row for one in every),
    )


@cache
def _pair(name: str) -> dict[str, Any]:
    pair: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return pair


def _text(side: dict[str, str]) -> Source:
    return source(GoldSide(file=side["file"], language="zh", sha256=side["sha256"], units=()), laws(), Path())


def _words(text: Source, place: str) -> str:
    """The words at a place, without blanks and line breaks."""
    if not place:
        return ""
    start, end = map(int, place.split("-"))
    return _SPACES.sub("", text.text[start:end])


def _imported(file: Path, group: Group) -> dict[str, Any]:
    """A readers' file without its words; ValueError where a phrase does not stand in the article that it names."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    sides = [gold[side]["file"] if isinstance(gold[side], dict) else gold[side] for side in ("base", "target")]
    paths = [Path(side.removeprefix("laws/")) for side in sides]
    texts = [read(laws() / path, "zh") for path in paths]
    documents = [parse(text) for text in texts]
    changes = []
    for change in gold["changes"]:
        units = [str(change.get(f"{side}_id", change.get(side)) or "") for side in ("base", "target")]
        phrases = [change[f"{side}_phrase"] or "" for side in ("base", "target")]
        changes.append([change["type"], *map(_place, texts, documents, phrases, units)])
    kept = [{"file": str(path), "sha256": text.sha256} for path, text in zip(paths, texts, strict=True)]
    return {"group": group, "base": kept[0], "target": kept[1], "changes": changes}


def _printed(pair: dict[str, Any]) -> str:
    """A pair as JSON, a change a line."""
    changes = ",\n".join(f"  {json.dumps(change)}" for change in pair["changes"])
    rest = json.dumps(pair | {"changes": []}, ensure_ascii=False, indent=1)
    return rest.replace('"changes": []', f'"changes": [\n{changes}\n ]') + "\n"


def _place(text: Source, document: Document, phrase: str, unit: str) -> str:
    """Where a phrase stands: in the article of that number, else where it first does."""
    if not phrase:
        return ""
    spelled = re.compile(r"\s*".join(map(re.escape, _SPACES.sub("", phrase))))
    found = [match.span() for match in spelled.finditer(text.text)]
    if not found:
        raise ValueError(f"{text.origin}: not found: {phrase}")
    article = f"art_{unit.lstrip('BT')}"
    spans = [span for leaf in document.leaves() if leaf.eid.partition("__")[0] == article for span in leaf.spans]
    inside = [place for place in found if any(span.start <= place[0] < span.end for span in spans)]
    start, end = (inside or found)[0]
    return f"{start}-{end}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unseen", action="store_true")
    parser.add_argument("--import", dest="files", nargs="+", type=Path, default=[])
    parser.add_argument("--group", choices=get_args(Group), default="development")
    options = parser.parse_args()
    for file in options.files:
        kept = _printed(_imported(file, options.group))
        (FOLDER / f"{file.stem.removeprefix('law-')}.json").write_text(kept, encoding="utf-8")
    groups: tuple[Group, ...] = ("unseen",) if options.unseen else ("development", "seen")
    for group in groups:
        for name in names(group) if group != "unseen" else ():
            one = figures(name)
            print(f"{name:36} {one.flagged:.2f} {one.typed:.2f} {one.a_row:.2f}  {one.listed} changes")
        together = of_group(group)
        print(f"{group:36} {together.flagged:.3f} {together.typed:.3f} {together.a_row:.2f}  {together.listed} changes")


if __name__ == "__main__":
    main()
