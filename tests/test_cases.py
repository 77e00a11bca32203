"""The hard cases of tests/cases, each a folder: base.txt, target.txt where two texts are compared, expected.toml.

`provisions` and `headings` are "label | words", `residue` is "reason: words", `rows` are "status: base | target" in
identifiers, `findings` and `no_findings` are "identifier: type" for the row that holds the base's provision,
`nearest` is "omitted: best candidate". A case that is known to come out wrong says so in `known_wrong`; its test is
red as soon as it comes out right. Every case is told in docs/explanation/tricky-cases.md.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.eid import labels
from policydiff.model import Comparison, Document, Language, Row, Source
from policydiff.parsing import parse
from policydiff.wording import problem

ROOT = Path(__file__).resolve().parent.parent
CASES = sorted(folder for folder in (ROOT / "tests/cases").iterdir() if (folder / "expected.toml").is_file())
STORY = ROOT / "docs/explanation/tricky-cases.md"
KEYS = {"says", "known_wrong", "language", "target_language"}

Expected = dict[str, Any]


def expected(folder: Path) -> Expected:
    return tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))


def document(file: Path, language: Language) -> Document:
    text = file.read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return parse(Source(text=text, origin=file.name, sha256=digest, language=language))


def cases() -> Iterator[Any]:
    for folder in CASES:
        wrong = expected(folder).get("known_wrong")
        marks = [pytest.mark.xfail(strict=True, reason=wrong)] if wrong else []
        yield pytest.param(folder, id=folder.name, marks=marks)


@pytest.mark.parametrize("folder", list(cases()))
def test_a_case_comes_out_as_expected(folder: Path) -> None:
    wanted = expected(folder)
    base = document(folder / "base.txt", wanted.get("language", "zh"))
    seen: dict[str, Callable[[], object]] = {
        "title": lambda: base.title,
        "provisions": lambda: provisions(base),
        "headings": lambda: headings(base),
        "residue": lambda: residue(base),
        "problems": lambda: [problem(odd, "en") for odd in base.problems],
    }
    if (folder / "target.txt").is_file():
        comparison = compare(align(base, document(folder / "target.txt", wanted.get("target_language", "zh"))))
        seen |= {
            "rows": lambda: rows(comparison),
            "moved": lambda: [" ".join(row.link.base) for row in comparison.rows if row.link.moved],
            "findings": lambda: [f for f in wanted["findings"] if f in findings(comparison)],
            "no_findings": lambda: [f for f in wanted["no_findings"] if f not in findings(comparison)],
            "nearest": lambda: nearest(comparison),
        }
    assert wanted.keys() - KEYS <= seen.keys()
    assert wanted.keys() & {"provisions", "rows"}
    assert {key: read() for key, read in seen.items() if key in wanted} == {k: wanted[k] for k in wanted.keys() - KEYS}


def provisions(it: Document) -> list[str]:
    return [f"{labels(it)[leaf.eid]} | {leaf.text}" for leaf in it.leaves()]


def headings(it: Document) -> list[str]:
    return [f"{labels(it)[part.eid]} | {part.heading}" for part in it.walk() if part.heading]


def residue(it: Document) -> list[str]:
    return [f"{r.reason}: {it.source.text[r.span.start : r.span.end]}" for r in it.residue]


def rows(it: Comparison) -> list[str]:
    return [one_row(row) for row in it.rows]


def one_row(row: Row) -> str:
    return f"{row.status}: {' '.join(row.link.base)} | {' '.join(row.link.target)}".replace(":  |", ": |").rstrip()


def findings(it: Comparison) -> set[str]:
    return {f"{eid}: {finding.type}" for row in it.rows for eid in row.link.base for finding in row.findings}


def nearest(it: Comparison) -> list[str]:
    return [f"{row.link.base[0]}: {row.link.candidates[0].eid}" for row in it.rows if row.status == "omitted"]


def test_there_are_cases() -> None:
    assert len(CASES) >= 25


def test_every_case_is_told_in_the_docs_and_no_other_and_what_is_wrong_is_said() -> None:
    story = STORY.read_text(encoding="utf-8")
    told = [line.removeprefix("### ").strip("` ") for line in story.splitlines() if line.startswith("### ")]
    assert sorted(told) == [folder.name for folder in CASES]
    for section in story.split("### ")[1:]:
        name = section.split("\n")[0].strip("` ")
        wrong = "known_wrong" in expected(ROOT / "tests/cases" / name)
        assert ("**Wrong today.**" in section) == wrong, name
