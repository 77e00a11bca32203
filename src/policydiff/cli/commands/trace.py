"""`policydiff trace`: where the provisions of a rule come from, or where they went."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.library import library_if_any, tell_refused
from policydiff.cli.naming import held_named, provisions_named
from policydiff.cli.options import at_most, example, half_to_read, of_kinds, text_or_json
from policydiff.cli.progress import Bar
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out, tell
from policydiff.errors import PolicydiffError
from policydiff.model import Document, DocumentKind, Language

if TYPE_CHECKING:
    from policydiff.library import Entry
    from policydiff.tracing import Collection


@click.command(
    cls=Command,
    zh="在整个文件库中查找文件的每一条重述、改写或者援引了哪些条文，最接近的在前。\n\n"
    "文件：写文件名，或者文件库中文件的编号；条款：只查其中几条，按引用条文的写法，几处用空格、“、”或者逗号隔开。"
    "查找范围是上位法（取现行版本）以及该文件所实施的文件；加 --to 的，是地方规定。"
    "同时列出该文件实施哪些上位法，是否早于其现行版本，援引的哪些条文已经移位。"
    "文件库中不能读取的文件各提示一行，退出码为 2。",
    epilog=example(
        "policydiff trace draft.docx",
        "policydiff trace subdistrict 四（四） --limit 5",
        "policydiff trace --to central-2017 第八条 --format json",
    ),
)
@click.argument("document", cls=Argument, metavar="DOC")
@click.argument("places", cls=Argument, nargs=-1, metavar="[PLACE]...")
@click.option(
    "--to",
    cls=Option,
    is_flag=True,
    help="Show which local rules restate DOC's provisions.",
    zh="反过来，查找哪些地方规定重述了该文件的条文。",
)
@of_kinds("Look through documents of this kind.", "只查找这类文件")
@at_most("Show so many a provision.  [default: 3; with --to: 20]", "每条最多列出多少条。（默认：3；加 --to 时为 20）")
@half_to_read
@text_or_json
@in_session
def trace(
    session: Session,
    document: str,
    places: tuple[str, ...],
    to: bool,
    kinds: tuple[DocumentKind, ...],
    limit: int | None,
    lang: Language | None,
    format_: Literal["text", "json"],
) -> int:
    """Show which provisions of the whole library each provision of DOC restates, adapts or cites, best first.

    DOC is a file or the id of a document in the library; PLACE names provisions of it as drafters cite, several may be
    joined by 、 or a comma. Looked through are central rules, of each the edition in force, and what DOC implements;
    with --to, local rules. Also shown is what DOC implements, whether it is older than that, and which articles it
    cites have moved. A document of the library that cannot be read is a line on stderr, and the exit code is 2.
    """
    import datetime

    from policydiff.tracing import trace as traced

    found, entry = held_named(session, library_if_any(session), document, lang)
    only = provisions_named(found, places) if places else None
    collection, code = _collection(session)
    made = traced(
        found,
        collection,
        direction="to" if to else "from",
        kinds=kinds,
        only=only,
        limit=limit or (20 if to else 3),
        today=datetime.date.today().isoformat(),
    )
    if format_ == "json":
        from policydiff.report import json as report

        print_out(as_json(report.trace(made)))
        return code
    from policydiff.report import trace as text

    print_out(session.set_text(text.render, made))
    if not (to or kinds or made.implements) and _is_central(found, entry):
        _say_who_follows(session, document)
    return code


def _is_central(document: Document, entry: Entry | None) -> bool:
    """Whether a document is a central rule, by what the library says, else by its own words."""
    from policydiff.library.describe import describe

    return (entry.kind if entry else describe(document).kind.value) == "central"


def _say_who_follows(session: Session, name: str) -> None:
    """That a central rule is asked the other way round: it rests on none, and others rest on it."""
    from policydiff.report.terminal import visible

    session.say(
        en=f"{visible(name)} is a central rule and rests on nothing in the library. --to shows which local rules "
        "restate it.",
        zh=f"{visible(name)} 是上位法，不依据文件库中的其他文件。哪些地方规定重述了它，加 --to 查找。",
    )


def _collection(session: Session) -> tuple[Collection, int]:
    """The provisions of the library, as they were built; what has changed since is read now. The exit code says whether
    any of it could not be looked through, for what was found does not show that."""
    from policydiff import tracing
    from policydiff.build import TRACE
    from policydiff.build.version import version
    from policydiff.library import open_library

    library = open_library(session.root)
    code = tell_refused(session, library)
    entries = library.entries
    before = tracing.read(session.root / TRACE, version("index"))
    with Bar(sys.stderr) as bar:
        reading = _ReadingNow(session, bar, len(entries))
        return tracing.collected(entries, reading, before), max(code, reading.code)


class _ReadingNow:
    """Reads documents that no build has read, and says so; one that cannot be read is a line on stderr and a code."""

    def __init__(self, session: Session, bar: Bar, of: int) -> None:
        self._session, self._bar, self._of, self._done = session, bar, of, 0
        self.code = 0

    def __call__(self, entry: Entry) -> Document | None:
        if not self._done:
            self._session.say(
                en="Reading what is new in the library; after `policydiff build` that is not needed.",
                zh="正在读取文件库中有变化的文件；运行 `policydiff build` 后不必再读。",
            )
        self._bar(done=self._done, of=self._of, what=entry.id)
        self._done += 1
        from policydiff.library.reading import document_of

        try:
            return document_of(entry)
        except PolicydiffError as error:
            tell(f"{entry.id}: {error.told(self._session.ui)}")
            self.code = 2
            return None
