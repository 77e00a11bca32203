"""The library of a call, and what reviewers decided in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import files
from policydiff.cli.session import Session
from policydiff.cli.streams import tell
from policydiff.errors import PolicydiffError
from policydiff.model import Comparison, Decision, Language

_MOST_LOOSE = 5

if TYPE_CHECKING:
    from policydiff.library import Library


def library_if_any(session: Session) -> Library | None:
    """The library in the folder of the call; None where there is no catalogue."""
    from policydiff.library import open_library

    return open_library(session.root) if corpus_if_any(session) else None


def corpus_if_any(session: Session) -> Path | None:
    """The folder of the texts of the library in the folder of the call; None where there is no catalogue."""
    from policydiff.library import CATALOGUE, CORPUS

    corpus = session.root / CORPUS
    return corpus if files.kind(corpus / CATALOGUE) != "nothing" else None


def tell_refused(session: Session, library: Library, *, but: PolicydiffError | None = None) -> int:
    """Every document that is no part of the library as it is: a line each, but for what is told anyway; the exit code
    that they make."""
    for one in library.refused:
        if one.error is not but:
            tell(one.error.told(session.ui))
    return 2 if library.refused else 0


def say_loose(session: Session, lines: Sequence[Mapping[Language, str]]) -> None:
    """That rules are compared with nothing although their texts name what the library holds: a line for each of the
    first."""
    from policydiff.report.terminal import visible

    for line in lines[:_MOST_LOOSE]:
        session.say(en=visible(f"Note: {line['en']}"), zh=visible(f"注意：{line['zh']}"))
    if more := len(lines[_MOST_LOOSE:]):
        session.say(
            en=f"Note: {more} more are compared with nothing; policydiff check ID says what each rests on.",
            zh=f"注意：另有 {more} 份尚未对照；各自的依据见 policydiff check 编号。",
        )


def decisions_file(session: Session) -> Path:
    """Where reviewers' decisions stand, whether there are any or not."""
    from policydiff import library

    return library.decisions_file(session.root)


def decisions(session: Session) -> tuple[Decision, ...]:
    """All that reviewers decided."""
    from policydiff.decisions import read

    return read(decisions_file(session))


def tell_stale(session: Session, comparison: Comparison) -> None:
    """Every decision on these two documents that does not hold any more: a line each."""
    from policydiff.decisions import line

    for stale in comparison.stale:
        tell(line(stale, comparison.base, comparison.target, session.ui))
