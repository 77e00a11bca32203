"""`policydiff check`: a draft beside what it implements, once or after every save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from policydiff.cli import watch
from policydiff.cli.delivery import as_json
from policydiff.cli.examining import examine, examined
from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.library import decisions_file, library_if_any
from policydiff.cli.naming import is_path
from policydiff.cli.options import example, exits_with_1, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out, talk, tell
from policydiff.errors import PolicydiffError
from policydiff.model import Language

if TYPE_CHECKING:
    from policydiff.check import Check


@click.command(
    cls=Command,
    zh="找出草案所实施的上位法，列出应当核对之处：先列疑似新设的，其余按草案的阅读顺序。\n\n"
    "草案：写文件名，或者文件库中文件的编号。上位法以 corpus.toml 写明的为准；草案不在文件库中的，"
    "以其标题和“根据《…》”为准；用 --base 指定的，以指定的为准。疑似新设的许可、处罚、强制等列在最前，"
    "其余提示按草案的顺序列出，其后是上位法中没有对应的条文。审核意见适用于文件库中的文件。",
    epilog=example(
        "policydiff check draft.docx",
        "policydiff check draft.docx --base central-2017 --exit-code",
        "policydiff --library ~/rules check draft.docx --watch",
    ),
)
@click.argument("draft", cls=Argument)
@examined
@click.option(
    "--watch",
    cls=Option,
    is_flag=True,
    help="Check again whenever a file is saved; Ctrl-C ends it.",
    zh="每次保存后重新核对；按 Ctrl-C 结束。",
)
@text_or_json
@exits_with_1("anything is omitted or found", "有遗漏或者提示的")
@in_session
def check(
    session: Session,
    draft: str,
    bases: tuple[str, ...],
    lang: Language | None,
    watch: bool,
    format_: Literal["text", "json"],
    exit_code: bool,
) -> int:
    """Find what DRAFT implements, and show what of it is to be checked: first the powers that seem newly set.

    DRAFT is a file or the id of a document in the library. What it implements is what corpus.toml says or, of a draft
    that is not in the library, what its title and “in accordance with …” (根据《…》) name; with --base it is what you
    say. Licences, penalties, coercion and the like that may be set here come first, then the other findings in the
    order of the draft, then what of its superior has no counterpart there. Reviewers' decisions apply to documents of
    the library.
    """
    import datetime

    if watch and exit_code:
        raise session.misuse(
            en="--watch does not end by itself: leave --exit-code out",
            zh="--watch 不会自行结束，不能与 --exit-code 同用",
        )
    if not watch:
        found = examine(session, draft, bases, lang, datetime.date.today())
        print_out(_checked(session, found, format_))
        return 1 if exit_code and found.calls else 0
    try:
        _watch(session, draft, bases, lang, format_)
    except KeyboardInterrupt:
        session.say(en="Ended.", zh="已结束。")
    return 0


def _checked(session: Session, found: Check, format_: Literal["text", "json"]) -> str:
    if format_ == "json":
        from policydiff.report import json as report

        return as_json(report.check(found))
    from policydiff.report import check as text

    return session.set_text(text.render, found)


def _watch(
    session: Session, draft: str, bases: tuple[str, ...], lang: Language | None, format_: Literal["text", "json"]
) -> None:
    """Check, and again after every save, until the user ends it; a draft that cannot be read is told and waited for."""
    import datetime

    files: tuple[Path, ...] = (Path(draft),)
    while True:
        before = watch.state(files)
        try:
            found = examine(session, draft, bases, lang, datetime.date.today())
            files = _files_of(session, draft, bases, found)
            before = watch.state(files)
            print_out(_checked(session, found, format_))
        except PolicydiffError as error:
            tell(error.told(session.ui))
        session.say(en="Waiting for the next save; Ctrl-C ends it.", zh="等待保存；按 Ctrl-C 结束。")
        watch.wait(files, before)
        talk(f"── {datetime.datetime.now():%H:%M:%S} ──")


def _files_of(session: Session, draft: str, bases: tuple[str, ...], found: Check) -> tuple[Path, ...]:
    """The files that a check was made from."""
    library = library_if_any(session)
    entries = {entry.id: entry.path for entry in library.entries} if library else {}
    names = [draft, *bases] if bases else [draft]
    named = [entries[name] if name in entries and not is_path(name) else Path(name) for name in names]
    held = [entries[superior.rule.id] for superior in found.found.superiors if superior.rule.id in entries]
    return tuple(dict.fromkeys((*named, *held, decisions_file(session))))
