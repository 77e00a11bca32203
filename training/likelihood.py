"""Learn from pairs that were read how likely two units belong together, and write the weights that are shipped.

    pip install scikit-learn
    python -m training.likelihood FOLDER_OF_LAWS FOLDER_OF_TRANSLATIONS

The pairs are those of training/links (each read once) and of tests/quality/laws (read twice), those that are held out
excepted; and, for English, those of them whose texts were translated (PAIR.base.en.txt, PAIR.target.en.txt). What is
printed first was measured on each law by weights learned without it.

How much less is to be asked of a text that is not cut into articles was learned from training/free: opinions, plans and
rules of offices that were written for it, each with the articles of a law that its lines answer.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from training.laws import as_read
from training.regression import regression

from policydiff.alignment.evidence import Scores
from policydiff.alignment.holdings import Mask
from policydiff.alignment.likelihood import OF_UNITS, kind
from policydiff.alignment.traits import Traits
from policydiff.alignment.units import Units, units
from policydiff.alignment.wholes import TOGETHER, unit_traits
from policydiff.evaluation import Gold, read
from policydiff.evaluation.evaluate import source
from policydiff.ingest import read as read_text
from policydiff.model import Document
from policydiff.parsing import parse

HERE = Path(__file__).resolve().parent
FOLDERS = HERE / "links", HERE.parent / "tests" / "quality" / "laws"
FREE = HERE / "free"
STRENGTH = 0.3  # of the weights, against being pulled to nothing
_STEPS = 30  # of Newton's way to the weight of `free`, which is there after a few


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPair:
    """A pair of documents, of the `kind` their languages make.

    `traits` of its pairs of units, which may be linked, and what the readers say of each (1 linked, 0 not, -1 either);
    `formal` pairs are linked by their form and are not learned from.
    """

    law: str
    kind: str
    traits: Traits
    possible: Mask
    linked: NDArray[np.int64]
    formal: Mask

    def rows(self, names: Sequence[str], where: Mask) -> Scores:
        """The traits of the pairs at those places, a row a pair."""
        return np.stack([self.traits[name][where] for name in names], axis=1)


def readings(laws: Path, translations: Path) -> Iterator[ReadPair]:
    """Every pair that may be learned from, in every language there is of it."""
    for folder in FOLDERS:
        for file in sorted(folder.glob("*.json")):
            gold = read(file)
            if gold.held_out:
                continue
            base, target = (parse(source(side, laws, laws)) for side in (gold.base, gold.target))
            english = [_translated(translations / f"{file.stem}.{side}.en.txt") for side in ("base", "target")]
            law = file.stem.partition("__")[0]
            yield reading(law, gold, base, target)
            if english[1]:
                yield reading(law, gold, base, english[1])
            if english[0] and english[1]:
                yield reading(law, gold, english[0], english[1])


def _translated(file: Path) -> Document | None:
    return parse(read_text(file, "en")) if file.exists() else None


def reading(law: str, gold: Gold, base: Document, target: Document) -> ReadPair:
    """What readers made of a pair beside the traits of its pairs of units, in the languages of these documents."""
    known, possible, formal = unit_traits(base, target)
    names = _articles(units(base)), _articles(units(target))
    linked = {(b, t) for link in gold.links for b in link.base for t in link.target}
    either = set(gold.optional)
    said = [[-1 if (b, t) in either else int((b, t) in linked) for t in names[1]] for b in names[0]]
    languages = base.language, target.language
    return ReadPair(
        law=law,
        kind=kind(languages),
        traits=known,
        possible=possible & ~formal,
        linked=np.array(said),
        formal=formal,
    )


def free_readings(laws: Path) -> Iterator[ReadPair]:
    """The texts that are not cut into articles, each beside its law."""
    for file in sorted(FREE.glob("*.json")):
        read_so = json.loads(file.read_text(encoding="utf-8"))
        text = read_text(file.with_suffix(".md"), "zh")
        base, target = parse(as_read(laws, read_so["base"])), parse(text)
        known, possible, formal = unit_traits(base, target)
        answers = [_answered(text.text, member, units(target), read_so["answers"]) for member in units(target).members]
        said = [[int(name in found) for found in answers] for name in _articles(units(base))]
        yield ReadPair(
            law=file.stem,
            kind="zh",
            traits=known,
            possible=possible & ~formal,
            linked=np.array(said),
            formal=formal,
        )


def _answered(text: str, member: Sequence[int], side: Units, answers: dict[str, list[str]]) -> set[str]:
    """The articles that the lines of a unit answer."""
    lines = {text.count("\n", 0, side.leaves[n].spans[0].start) + 1 for n in member}
    cited = (article for line in lines for article in answers.get(str(line), ()))
    return {f"art_{article.partition('.')[0]}" for article in cited}


def free_weight(found: Sequence[ReadPair], table: dict[str, Any]) -> float:
    """What `free` must weigh so that as many pairs are likely as belong together, the other weights being known."""
    asked = [one.possible & (one.linked >= 0) for one in found]
    names = [*table["weights"]]
    rows = np.concatenate([one.rows(names, where) for one, where in zip(found, asked, strict=True)])
    said = np.concatenate([one.linked[where] for one, where in zip(found, asked, strict=True)])
    logit = table["constant"] + rows @ np.array([table["weights"][name] for name in names])
    weight = 0.0
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-logit - weight))
        weight += float((said - likely).sum() / (likely * (1 - likely)).sum())
    return weight


def _articles(side: Units) -> list[str]:
    return [side.leaves[member[0]].eid.split("__")[0] for member in side.members]


def learned(found: Sequence[ReadPair], names: Sequence[str]) -> tuple[float, Scores]:
    """The constant and the weight of each trait, the traits as they are."""
    rows = np.concatenate([one.rows(names, one.possible & (one.linked >= 0)) for one in found])
    said = np.concatenate([one.linked[one.possible & (one.linked >= 0)] for one in found])
    return regression(rows, said, STRENGTH)


def f1(one: ReadPair, names: Sequence[str], constant: float, weights: Scores) -> float:
    """Of the pairs of units, those the readers leave open not counted."""
    logit = constant + sum(weight * one.traits[name] for name, weight in zip(names, weights, strict=True))
    made = ((one.possible & (1 / (1 + np.exp(-logit)) >= TOGETHER)) | one.formal) & (one.linked >= 0)
    return float(2 * (made & (one.linked == 1)).sum() / (made.sum() + (one.linked == 1).sum()))


def main(laws: Path, translations: Path) -> None:
    """Learn from the readings of these laws and write the weights, and print both what they reach and them."""
    found = list(readings(laws, translations))
    table = {name: weights([one for one in found if one.kind == name]) for name in ("zh", "en", "across")}
    free = [*free_readings(laws)]
    for one in free:
        others = [other for other in free if other is not one]
        print(f"free     {one.law:30} {free_weight(others, table['zh']):.2f} by the others")
    table["zh"]["weights"]["free"] = round(free_weight(free, table["zh"]), 4)
    OF_UNITS.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(OF_UNITS.read_text(encoding="utf-8"))


def weights(found: Sequence[ReadPair]) -> dict[str, Any]:
    """What is learned from all of them, after what weights learned without a law reach on it was printed.

    A trait that tells nothing in these languages is left out.
    """
    names = [name for name in found[0].traits if name != "free" and any(one.traits[name].any() for one in found)]
    scores = []
    for law in sorted({one.law for one in found}):
        model = learned([one for one in found if one.law != law], names)
        for one in (one for one in found if one.law == law):
            scores.append(f1(one, names, *model))
            print(f"{one.kind:8} {law:30} {scores[-1]:.3f}")
    print(f"{found[0].kind:8} {'mean':30} {np.mean(scores):.3f}")
    constant, all_weights = learned(found, names)
    rounded = {name: round(float(weight), 4) for name, weight in zip(names, all_weights, strict=True)}
    return {"constant": round(constant, 4), "weights": rounded}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
