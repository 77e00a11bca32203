"""`policydiff list`: the documents of the library."""

from __future__ import annotations

from collections.abc import Sequence

import click

from policydiff.cli.library import tell_refused
from policydiff.cli.options import example
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out


@click.command("list", epilog=example("policydiff --library ~/rules list"))
@in_session
def list_(session: Session) -> int:
    """List the documents of the library, one a line: id, kind, language, title, what it is compared with.

    On a terminal that is too narrow for that, the title and what it is compared with stand on lines of their own.

    A document whose file is missing or lies elsewhere is a line on stderr, and the exit code is 2.
    """
    from policydiff.library import RELATIONS, open_library
    from policydiff.report.terminal import visible, width
    from policydiff.wording import KIND, LANGUAGE, RELATION

    library = open_library(session.root)
    rows, rests = [], []
    for entry in library.entries:
        related = (f"({RELATION[r][session.ui]} {', '.join(entry.related(r))})" for r in RELATIONS if entry.related(r))
        rows.append([entry.id, KIND[entry.kind][session.ui], LANGUAGE[entry.language][session.ui]])
        rests.append([visible(words) for words in (entry.title, *related) if words])
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row, rest in zip(rows, rests, strict=True):
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        lines.append("  ".join([*padded, " ".join(rest)]).rstrip())
    if session.columns and any(width(line) > session.columns for line in lines):
        lines = [line for both in zip(rows, rests, strict=True) for line in _over_lines(session, *both)]
    print_out("".join(f"{line}\n" for line in lines))
    return tell_refused(session, library)


def _over_lines(session: Session, row: Sequence[str], rest: Sequence[str]) -> list[str]:
    """A document for a narrow terminal: its id, kind and language, below them the rest."""
    from policydiff.report.terminal import Run, paragraph

    below = (paragraph([Run(text=words)], columns=session.columns, indent=4, colour=session.colour) for words in rest)
    return ["  ".join(row), *(line for lines in below for line in lines)]
