"""Write the compact facts of `pairs/` and `laws/` from a folder of alignments made by readers.

    python -m tests.quality.import_gold READINGS TEXTS [--laws FOLDER] [--held-out NAME …] [--into FOLDER]

READINGS holds one JSON file a pair, with the words of its units (see `policydiff.evaluation.reading`). Its files lie
below TEXTS, the laws below FOLDER (default: TEXTS/laws).

A pair of texts of the bundled library (known by their sha256) goes to `pairs/`, its units known by the eid of the
leaf that has their words. Any other pair goes to `laws/`, or `--into` another folder (pairs that were read once are
learned from and never pinned: training/links), without a word of its text, its units known by their
article number. A unit whose words do not stand in its file stops the import. Run it from the project's root,
then `python -m tests.quality.pin`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.quality.gold import HERE, ROOT

from policydiff.eid import PREFIX, clean_number
from policydiff.errors import GoldError, PolicydiffError
from policydiff.evaluation.gold import fingerprint
from policydiff.evaluation.places import places
from policydiff.ingest import read
from policydiff.library import Entry, open_library
from policydiff.model import Source
from policydiff.parsing import parse

Json = dict[str, Any]

# --------------------------------------------------------------------------------------------- identity


def leaf_eids(source: Source, units: list[Json]) -> list[str]:
    """The eid of the leaf that has each unit's words; equal leaves are taken in reading order."""
    leaves: dict[str, list[str]] = {}
    for leaf in parse(source).leaves():
        leaves.setdefault(fingerprint(leaf.text), []).append(leaf.eid)
    eids = []
    for unit in units:
        same = leaves.get(fingerprint(unit["text"]))
        if not same:
            raise GoldError(
                en=f"{source.origin}: no leaf has the words of {unit['label']}: {unit['text'][:40]}",
                zh=f"{source.origin}：没有一个款、项的文字是{unit['label']}：{unit['text'][:40]}",
            )
        eids.append(same.pop(0))
    return eids


def article_eids(units: list[Json]) -> list[str]:
    """The eid of each unit from its article's number."""
    return [f"{PREFIX['article']}_{clean_number(unit['label'])}" for unit in units]


# ---------------------------------------------------------------------------------------------- a pair


def facts(reading: Json, texts: Path, laws: Path, *, held_out: bool) -> tuple[str, Json]:
    """The file below this folder and what goes into it."""
    paths = [texts / reading[side]["file"] for side in ("base", "target")]
    entries = [_entry(path, reading[side]["lang"]) for path, side in zip(paths, ("base", "target"), strict=True)]
    bundled = all(entries)
    out: Json = {"held_out": True} if held_out else {}
    eids: dict[str, str | None] = {"": None}
    for side, path, entry in zip(("base", "target"), paths, entries, strict=True):
        units = reading[side]["units"]
        # The library's own file: the same bytes, but its name tells the format.
        source = read(entry.path if entry else path, reading[side]["lang"])
        own = leaf_eids(source, units) if bundled else article_eids(units)
        eids |= {unit["id"]: eid for unit, eid in zip(units, own, strict=True)}
        known = {"document": entry.id} if bundled and entry else {"file": path.relative_to(laws).as_posix()}
        out[side] = known | {"language": source.language, "sha256": source.sha256, "units": _units(source, units, own)}
    out["links"] = [_link(link, eids) for link in reading["links"]]
    out["optional"] = [[eids[b], eids[t]] for b, t in reading.get("optional_pairs", ())]
    if bundled:
        out["changes"] = [_change(change, eids) for change in reading.get("changes", ())]
        return f"pairs/{'__'.join(entry.id for entry in entries if entry)}", out
    return "laws", out


def _entry(path: Path, language: str) -> Entry | None:
    """The document of the bundled library that is this very file, read in this language."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    entries = open_library(ROOT).entries
    same = (e for e in entries if hashlib.sha256(e.path.read_bytes()).hexdigest() == sha256)
    return next((entry for entry in same if entry.language == language), None)


def _units(source: Source, units: list[Json], eids: list[str]) -> list[list[str]]:
    spans = places(source, [unit["text"] for unit in units])
    return [
        [eid, unit["label"], fingerprint(unit["text"]), " ".join(f"{start}-{end}" for start, end in runs)]
        for unit, eid, runs in zip(units, eids, spans, strict=True)
    ]


def _link(link: Json, eids: Mapping[str, str | None]) -> Json:
    out: Json = {
        "base": [eids[name] for name in link["base"]],
        "target": [eids[name] for name in link["target"]],
        "relation": "either" if link.get("either") else link["relation"],
    }
    return out | ({"kind": "topical"} if link.get("kind") == "topical" else {})


def _change(change: Json, eids: Mapping[str, str | None]) -> Json:
    return {
        "type": change["type"],
        "base": eids[change["base_id"] or ""],
        "target": eids[change["target_id"] or ""],
        "base_phrase": change["base_phrase"],
        "target_phrase": change["target_phrase"],
    }


def write(file: Path, facts: Json) -> None:
    """The facts as JSON, one unit, link or change a line, so that a change of one shows as one."""
    file.parent.mkdir(exist_ok=True)
    file.write_text(_lines(facts, 0) + "\n", encoding="utf-8")


def _lines(value: Any, depth: int) -> str:
    inner, outer = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, dict) and depth < 2:
        return "{" + ",".join(f"{inner}{json.dumps(k)}: {_lines(v, depth + 1)}" for k, v in value.items()) + outer + "}"
    if isinstance(value, list) and value and depth < 3:
        return "[" + ",".join(inner + json.dumps(item, ensure_ascii=False) for item in value) + outer + "]"
    return json.dumps(value, ensure_ascii=False)


def main() -> int:
    """Import every reading of the folder; the exit code is 2 where one could not be taken over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--laws", type=Path, help="the folder of laws (default: TEXTS/laws)")
    parser.add_argument("--into", type=Path, default=HERE / "laws", help="the folder for pairs of laws (default: laws)")
    parser.add_argument("--held-out", nargs="*", default=[], metavar="NAME", help="pairs never to be looked at")
    args = parser.parse_args()
    try:
        for path in sorted(args.readings.glob("*.json")):
            reading = json.loads(path.read_text(encoding="utf-8"))
            held_out = path.stem in args.held_out
            name, found = facts(reading, args.texts, args.laws or args.texts / "laws", held_out=held_out)
            file = args.into / f"{path.stem}.json" if name == "laws" else HERE / f"{name}.json"
            write(file, found)
            print(f"{path.name} -> {file}")
    except (PolicydiffError, OSError) as problem:
        print(f"import_gold: {problem}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
