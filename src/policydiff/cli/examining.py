"""A rule beside what it implements, as `check` and `report` both have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from policydiff.cli.help import Option
from policydiff.cli.library import decisions, library_if_any, tell_refused, tell_stale
from policydiff.cli.naming import held_named
from policydiff.cli.options import half_to_read
from policydiff.cli.order import tell_if_one_text, tell_if_reversed
from policydiff.cli.session import Session
from policydiff.errors import PolicydiffError
from policydiff.model import Document, Language

if TYPE_CHECKING:
    import datetime

    from policydiff.check import Check
    from policydiff.library import Entry, Library
    from policydiff.library.superiors import Found

_BASE_HELP = "What the rule implements, a file or an id of the library; may be repeated.  [default: what it names]"
_BASE_ZH = "所实施的上位法，文件或者文件库中文件的编号；可以重复。（默认：规定自己写明的）"


def examined(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a rule and what it implements are named."""
    base = click.option("--base", "bases", cls=Option, multiple=True, metavar="DOC", help=_BASE_HELP, zh=_BASE_ZH)
    return base(half_to_read(function))


def examine(
    session: Session, name: str, bases: tuple[str, ...], language: Language | None, day: datetime.date
) -> Check:
    """A rule compared with what it implements on a day: what the user names, else what is found in the library."""
    from policydiff.check import check

    library = library_if_any(session)
    rule, entry = held_named(session, library, name, language)
    found = _asked(session, library, rule, bases) if bases else _found(session, library, rule, entry, day)
    decided = decisions(session) if entry and language in (None, entry.language) else ()
    made = check(rule, found, decided, entry)
    for comparison in made.comparisons:
        tell_stale(session, comparison)
        if bases and not tell_if_one_text(session, comparison.base, comparison.target):
            tell_if_reversed(session, comparison.base, comparison.target)
    return made


def _found(
    session: Session, library: Library | None, rule: Document, entry: Entry | None, day: datetime.date
) -> Found[Document]:
    """What a rule implements of a library; a document of it that is refused is one line, also where it is just that."""
    from policydiff.check import superiors

    stops: PolicydiffError | None = None
    try:
        return superiors(rule, library, entry, day.isoformat())
    except PolicydiffError as error:
        stops = error
        raise
    finally:
        if library:
            tell_refused(session, library, but=stops)


def _asked(session: Session, library: Library | None, rule: Document, bases: tuple[str, ...]) -> Found[Document]:
    """What the user says that a rule implements."""
    from policydiff.library.describe import dated, title_key
    from policydiff.library.superiors import Found, Superior, besides

    named = [held_named(session, library, base, None) for base in bases]
    superiors = tuple(
        Superior(rule=one, reason="asked", date=dated(one, entry.date if entry else "")) for one, entry in named
    )
    return Found(superiors=superiors, missing=besides(rule, {title_key(one.name) for one, _ in named}))
