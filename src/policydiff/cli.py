"""The command line: it alone prints, exits and catches.

Results go to stdout, talk and progress to stderr. Exit codes: 0 it ran; 1 with `--exit-code`, the texts differ;
2 bad input or usage; 70 a fault of policydiff itself. What a command needs is imported when it runs, so that
`--help` answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

import click

from policydiff import __version__
from policydiff.errors import LibraryError, PolicydiffError, QueryError, ReadError

if TYPE_CHECKING:
    import datetime

    from policydiff.build import Result
    from policydiff.check import Check
    from policydiff.library import Entry, Library
    from policydiff.model import Comparison, Decision, Document, Language, Verdict
    from policydiff.search import Hit
    from policydiff.tracing import Collection

LANGUAGES = ("zh", "en")
KINDS = ("central", "local", "translation", "commentary")
VERDICTS = ("confirm", "reject", "pair", "dismiss", "note")
Format = Literal["text", "json", "html", "docx", "xlsx", "markdown"]
FORMATS: tuple[Format, ...] = ("text", "json", "html", "docx", "xlsx", "markdown")
FILES = ("docx", "xlsx")
UI_HELP = "Language of the interface.  [default: the locale's]"
BASE_HELP = "What the rule implements, a file or an id of the library; may be repeated.  [default: what it names]"
ORIGINAL_HELP = "Read a Word document as it was before its tracked changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What holds for every command of one call."""

    root: Path
    ui: Language
    colour: bool
    columns: int | None

    def say(self, zh: str, en: str) -> None:
        """Talk to the user, on stderr, in the language of the interface."""
        click.echo(zh if self.ui == "zh" else en, err=True)

    def misuse(self, zh: str, en: str) -> click.UsageError:
        """A mistake in how a command was called, told in the language of the interface."""
        return click.UsageError(zh if self.ui == "zh" else en)

    def set_text(self, render: Callable[..., str], *values: object, **options: object) -> str:
        """A text as this terminal shows it."""
        return render(*values, colour=self.colour, ui=self.ui, columns=self.columns, **options)


class _Policydiff(click.Group):
    """A group that turns every mistake of the user into one line on stderr and exit code 2.

    A mistake of this program shows its traceback and is 70, for 1 means that texts differ.
    """

    def invoke(self, context: click.Context) -> Any:
        """What the system refuses and no command foresaw is a mistake of the user, or of the machine's."""
        try:
            return super().invoke(context)
        except PolicydiffError as error:
            return _failed(error.told(context.obj.ui))
        except OSError as error:
            where, what = error.filename, error.strerror or error
            refused = PolicydiffError(
                f"{f'{where}: ' if where is not None else ''}{what}. "
                "Check the name, the permissions and the disk space.",
                f"{f'{where}：' if where is not None else ''}{what}。请检查文件名、访问权限和磁盘空间。",
            )
            return _failed(refused.told(context.obj.ui))

    def main(self, *arguments: Any, standalone_mode: bool = True, **options: Any) -> Any:
        run: Callable[..., Any] = super().main
        _speak_utf_8(sys.stdout, sys.stderr)
        try:
            result = run(*arguments, standalone_mode=False, **options)
            code = result if isinstance(result, int) else 0
        except click.ClickException as error:
            _misused(error)
            code = 2
        except click.Abort:
            code = 130
        except Exception:  # noqa: BLE001  (the one place that catches all: its exit code would be 1)
            code = _broke()
        if standalone_mode:
            sys.exit(code)
        return code


def _misused(error: click.ClickException) -> None:
    """How a command was called wrongly, in the language of the interface; click itself speaks English."""
    context = getattr(error, "ctx", None)
    session = context.find_root().obj if context else None
    if (session.ui if session else _ui_of_locale()) != "zh":
        error.show()
        return
    if context:
        click.echo(context.get_usage().replace("Usage: ", "用法："), err=True)
        click.echo(f"详见：{context.command_path} --help", err=True)
    click.echo(f"错误：{_misuse_in_chinese(error)}", err=True)


def _misuse_in_chinese(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter():
            return f"缺少 {_parameter(error)}"
        case click.NoSuchOption():
            near = f"，是不是 {'、'.join(error.possibilities)}？" if error.possibilities else ""
            return f"没有选项 {error.option_name}{near}"
        case click.BadParameter():
            return f"{_parameter(error)} 不对：{error.message}"
        case _:
            return error.format_message()


def _parameter(error: click.BadParameter) -> str:
    """The option or argument that an error is about, as one types it."""
    if error.param is None:
        return "参数"
    return str(error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name)


def _speak_utf_8(*streams: TextIO) -> None:
    """Texts are Chinese whatever the locale says; what cannot be encoded at all shows as an escape."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _failed(message: str) -> int:
    import contextlib

    from policydiff.report.terminal import visible

    with contextlib.suppress(OSError):  # nobody reads stderr: the code says it still
        click.echo(f"policydiff: {visible(message)}", err=True)
    return 2


def _broke() -> int:
    """A fault of this program: what happened, for whoever mends it, and a code that no comparison has."""
    import traceback

    traceback.print_exc()
    click.echo("policydiff: this is a fault of policydiff, not yours. Please report it with the lines above.", err=True)
    return 70


def _print(text: str) -> None:
    """A result on stdout; that the reader has gone (`| head`) is no failure."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would fail once more, and with another exit code, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise PolicydiffError(
                f"stdout cannot be written to ({error.strerror}). Check the disk space.",
                f"无法写入标准输出（{error.strerror}）。请检查磁盘空间。",
            ) from error


def _ui_of_locale() -> Language:
    """The language of the interface, as the environment asks for it."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((value for name in names if (value := os.environ.get(name))), "")
    return "zh" if asked.lower().startswith("zh") else "en"


def _columns() -> int | None:
    """How wide the terminal is; None where stdout is none, so that no line of a file or a pipe is broken."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _wants_colour(asked: str) -> bool:
    if asked != "auto":
        return asked == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _example(*lines: str) -> str:
    """The end of a help text: what one would really type."""
    return "\n".join(["\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)])


def _choose_ui(context: click.Context, _: click.Parameter, ui: Language | None) -> None:
    if ui:
        context.obj = context.find_root().obj = replace(context.obj, ui=ui)


def _session(function: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command its session, in the language of a --ui after its name if there is one."""
    ui = click.option("--ui", type=click.Choice(LANGUAGES), expose_value=False, callback=_choose_ui, help=UI_HELP)
    return ui(click.pass_obj(function))


@click.group(
    cls=_Policydiff,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_example(
        "policydiff compare central.txt local.md",
        "policydiff build",
        "policydiff search 通报",
    ),
)
@click.version_option(__version__, prog_name="policydiff")
@click.option(
    "--library",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The folder that holds corpus/, indexes/ and site/.  [default: the current one]",
)
@click.option("--ui", type=click.Choice(LANGUAGES), help=UI_HELP)
@click.option(
    "--colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour on a terminal; elsewhere deletions are [-…-] and insertions {+…+}.",
)
@click.pass_context
def main(context: click.Context, root: Path, ui: Language | None, colour: str) -> None:
    """Compare local implementation rules with the central measures they implement, provision by provision.

    Each provision of one text is set beside its counterpart in the other: unchanged, changed, omitted or added.
    """
    context.obj = Session(
        root=root, ui=ui or _ui_of_locale(), colour=_wants_colour(colour), columns=_columns()
    )


# ------------------------------------------------------------------------------------- init and add


@main.command(epilog=_example("policydiff init", "policydiff init ~/rules"))
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@_session
def init(session: Session, folder: Path | None) -> None:
    """Make an empty library in FOLDER, by default in that of --library.

    It gets corpus/corpus.toml, which says what each document is. Nothing that lies in the folder is touched.
    """
    from policydiff.library.add import init as make

    root = folder or session.root
    _print(f"{make(root)}\n")
    named = "" if root == session.root else f"--library {root} "
    session.say(
        f"文件库已建立。接下来：policydiff {named}add 文件或者文件夹",
        f"A library is made. Next: policydiff {named}add FILE_OR_FOLDER",
    )


@main.command(epilog=_example("policydiff add central.docx ours.docx", "policydiff add ~/drafts"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@_session
def add(session: Session, files: tuple[Path, ...]) -> int:
    """Put documents into the library: each FILE, and each that is read in a FOLDER.

    A file is copied into corpus/ and gets an entry at the end of corpus.toml: its title, issuer, date, kind and what
    it implements, as the text itself says; of a translation, what in the library it translates. What was found is
    shown, and what to check is named. A text that the library holds already, in whatever format, is not added again.
    A file that cannot be read is a line on stderr, and the exit code is 2.
    """
    from policydiff.library.add import Left, files_in
    from policydiff.library.add import add as put_in
    from policydiff.report import adding

    wanted, other = files_in(files)
    failed = False
    for outcome in put_in(session.root, wanted):
        if isinstance(outcome, Left):
            failed = True
            _failed(outcome.reason(session.ui))
        else:
            _print(session.set_text(adding.render, outcome))
    if other:
        said = adding.unread(other, ui=session.ui)
        session.say(said, said)
    if not wanted:
        raise ReadError(
            f"{files[0]}: there is no document in this folder. Name a file or a folder that holds some.",
            f"{files[0]}：文件夹中没有可读取的文件。请指定文件，或者含有文件的文件夹。",
        )
    return 2 if failed else 0


# -------------------------------------------------------------------------------------------- build


@main.command(epilog=_example("policydiff --library ~/rules build"))
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Let the workers of the Dask scheduler at this address do the work. They need the same policydiff and no "
    "access to the library.",
)
@_session
def build(session: Session, cluster: str | None) -> int:
    """Build the search index and the site of the library.

    Every document is compared with what it implements, translates or quotes. A run with nothing changed does
    nothing. A document that cannot be read, and two that cannot be compared, are left out with a line on stderr, and
    the exit code is 2. A line on stderr names each reviewer's decision that does not hold any more.
    """
    from policydiff.build import START_PAGE, machines
    from policydiff.build import build as build_library
    from policydiff.library import open_library

    library = open_library(session.root)
    with machines(cluster) if cluster is not None else nullcontext() as workers, _Bar(sys.stderr) as bar:
        result = build_library(library, bar, executor=workers)
    for problem in (*result.problems, *result.stale):
        _failed(problem[session.ui])
    _say_built(session, result)
    if not result.unchanged:
        _suggest_engine(session, library, result.provisions)
    _print(f"{session.root / START_PAGE}\n")
    return 2 if result.problems else 0


def _say_built(session: Session, result: Result) -> None:
    if result.unchanged:
        session.say("没有变化，已是最新。", "Nothing has changed; all is up to date.")
        return
    session.say(
        f"已建成：{result.documents} 份文件，{result.provisions} 条（款、项），"
        f"{result.comparisons} 组对照，{result.pages} 个页面。",
        f"Built: {result.documents} documents, {result.provisions} provisions, "
        f"{result.comparisons} comparisons, {result.pages} pages.",
    )


def _suggest_engine(session: Session, library: Library, provisions: int) -> None:
    from policydiff.library import ENGINES
    from policydiff.search import LARGE

    if provisions > LARGE and library.engine == ENGINES[0]:
        session.say(
            f"文件库较大（{provisions} 条）。检索引擎 tantivy 更快：请运行 pip install \"policydiff[fast]\"，"
            'corpus.toml 中在第一个 [[document]] 之前写 [library] 和 engine = "tantivy" 两行。',
            f"This library is large ({provisions} provisions). tantivy searches it faster: "
            'pip install "policydiff[fast]", and put the lines [library] and engine = "tantivy" '
            "before the first [[document]] of corpus.toml.",
        )


class _Bar:
    """A build's progress as a bar on a terminal, and nothing elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: Any = None

    def __call__(self, *, done: int, of: int, what: str) -> None:
        if not self._stream.isatty():
            return
        if self._bar is None:
            self._bar = click.progressbar(length=of, file=self._stream, item_show_func=lambda item: item or "")
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos, what)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            if error[0] is None:
                self._bar.update(self._bar.length - self._bar.pos)
            self._bar.__exit__(None, None, None)


# ------------------------------------------------------------------------------------------ compare


@main.command(
    epilog=_example(
        "policydiff compare central.txt local.md",
        "policydiff compare central-2017 yantai-2021 -o comparison.html",
        "policydiff compare central-2017 yantai-2021 -o table.docx --ui zh",
        "policydiff compare central-2017 yantai-2021 subdistrict -o versions.xlsx",
        "policydiff compare both.txt both.txt --base-lang zh --target-lang en --format json",
        "policydiff compare draft.docx draft.docx --base-original",
    )
)
@click.argument("base")
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="What to write; docx, xlsx and markdown are a table (条文对照表).  [default: by the ending of -o, else text]",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.option("--base-lang", type=click.Choice(LANGUAGES), help="The half to read of a BASE in two languages.")
@click.option("--target-lang", type=click.Choice(LANGUAGES), help="The half to read of a TARGET in two languages.")
@click.option("--original", is_flag=True, help=f"{ORIGINAL_HELP}, both of them.")
@click.option("--base-original", is_flag=True, help=f"{ORIGINAL_HELP}, BASE alone.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The date to stand on a table.  [default: today]",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything is changed, omitted, added or found.")
@_session
def compare(
    session: Session,
    base: str,
    targets: tuple[str, ...],
    format_: Format | None,
    output: Path | None,
    base_lang: Language | None,
    target_lang: Language | None,
    original: bool,
    base_original: bool,
    date: datetime.datetime | None,
    exit_code: bool,
) -> int:
    """Compare TARGET, a local rule, with BASE, what it implements.

    BASE and TARGET are files or ids of documents in the library: what has a slash or an ending that is read (.txt,
    .md, .docx, .pdf …) is a file, any other name an id, and a file where no document has that id. Tracked changes of a
    Word document are read as accepted. Reviewers' decisions apply to documents of the library; a line on stderr names
    each that does not hold any more.

    With several TARGETs the comparison is an Excel file: a sheet with each provision of BASE and what every TARGET made
    of it, then a table for each.
    """
    chosen = format_ or _format_of(session, output)
    if chosen in FILES and output is None:
        raise session.misuse(
            f"{chosen} 文件不能在此显示，请指定写入的文件：-o table.{chosen}",
            f"A {chosen} file cannot be shown here: say where to write it, -o table.{chosen}",
        )
    if len(targets) > 1 and chosen != "xlsx":
        raise session.misuse(
            "多份规定与上位法并列对照，只能写成 Excel 文件：-o table.xlsx",
            "Several texts beside one another are an Excel file: -o table.xlsx",
        )
    _spare(session, output, base, *targets)
    of_base = _document(session, base, base_lang, original=original or base_original)
    comparisons = []
    for target in targets:
        of_target = _document(session, target, target_lang, original=original)
        as_held = not (original or base_original)
        decided = _decided(session, (base, base_lang), (target, target_lang)) if as_held else ()
        comparisons.append(_compared(session, of_base, of_target, decided))
    lacks = [_lack(session, base, target) for target in targets]
    _deliver(_rendered(session, comparisons, lacks, chosen, date, to_file=output is not None), output)
    if output is not None:
        session.say(f"已写入 {output}", f"Written to {output}")
    return 1 if exit_code and any(map(_differs, comparisons)) else 0


def _compared(session: Session, base: Document, target: Document, decided: Sequence[Decision]) -> Comparison:
    """Two documents compared as reviewers decided; what of that does not hold any more is told."""
    from policydiff.alignment import align
    from policydiff.decisions import line, reviewed

    comparison = reviewed(align(base, target), decided)
    for stale in comparison.stale:
        _failed(line(stale, session.ui))
    return comparison


def _lack(session: Session, base: str, target: str) -> str:
    """What TARGET does with what it does not have: where the library says that it only quotes or translates BASE, it
    omits nothing."""
    from policydiff.wording import LACKS

    library = None if _is_path(base) or _is_path(target) else _library_if_any(session.root)
    pairs = library.pairs() if library else ()
    relations = (pair.relation for pair in pairs if (pair.base.id, pair.target.id) == (base, target))
    return LACKS.get(next(relations, ""), "omitted")


def _spare(session: Session, output: Path | None, *names: str) -> None:
    """Refuse to write over what is compared."""
    for name in names:
        if output is not None and _is_same(output, Path(name)):
            raise session.misuse(
                f"{output} 就是对照的文件之一，请另取名称",
                f"{output} is one of the texts compared: give the report another name",
            )


def _is_same(one: Path, other: Path) -> bool:
    """Whether two names are of one file; names of no file, or that no file can have, are not."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _format_of(session: Session, output: Path | None) -> Format:
    """The format that a file's ending names; an ending that names none is no text under a false name."""
    known: dict[str, Format] = {f".{name}": name for name in FORMATS if name != "text"}
    known |= {".htm": "html", ".md": "markdown", ".txt": "text"}
    suffix = output.suffix.lower() if output else ""
    if suffix and suffix not in known:
        endings = " ".join(sorted(known))
        raise session.misuse(
            f"不能写出 {suffix} 文件，{output} 的扩展名应为其中之一：{endings}",
            f"{suffix} files cannot be written: end {output} in one of {endings}",
        )
    return known[suffix] if suffix else "text"


def _rendered(
    session: Session,
    comparisons: Sequence[Comparison],
    lacks: Sequence[str],
    chosen: Format,
    date: datetime.datetime | None,
    *,
    to_file: bool,
) -> str | bytes:
    """What was compared, as the user wants to have it; all but Excel show one comparison."""
    comparison = comparisons[0]
    match chosen:
        case "json":
            from policydiff.report import json as report

            return _json(report.comparison(comparison))
        case "html":
            from policydiff.site import comparison_page

            return comparison_page(comparison, session.ui)
        case "docx" | "xlsx" | "markdown":
            return _table(session, comparisons, lacks, chosen, date)
        case "text":
            from policydiff.report import text

            if to_file:
                return text.render(comparison, colour=False, ui=session.ui)
            return session.set_text(text.render, comparison)


def _table(
    session: Session,
    comparisons: Sequence[Comparison],
    lacks: Sequence[str],
    chosen: Literal["docx", "xlsx", "markdown"],
    date: datetime.datetime | None,
) -> str | bytes:
    """The comparison table that drafters hand in, dated."""
    import datetime

    from policydiff.report import docx, markdown, xlsx

    day = date.date() if date else datetime.date.today()
    match chosen:
        case "docx":
            return docx.render(comparisons[0], ui=session.ui, date=day, lack=lacks[0])
        case "xlsx":
            return xlsx.render(*comparisons, ui=session.ui, date=day, lacks=lacks)
        case "markdown":
            return markdown.render(comparisons[0], ui=session.ui, date=day, lack=lacks[0])


def _differs(comparison: Comparison) -> bool:
    rows = comparison.rows
    return bool(comparison.findings) or any(row.status != "unchanged" or row.findings for row in rows)


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _deliver(made: str | bytes, output: Path | None) -> None:
    """A text on stdout, or what was made in a file, which is either wholly written or left as it was."""
    from policydiff.ingest.file import kind

    data = made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made
    if output is None:
        _print(data.decode("utf-8"))
        return
    try:
        if kind(output) == "device":  # /dev/stdout, a pipe: written to, and never replaced by a file
            output.write_bytes(data)
        else:
            _put(data, output)
    except OSError as error:
        raise PolicydiffError(
            f"{output}: cannot be written ({error.strerror}). Name a file in a folder that you may write to.",
            f"{output}：无法写入（{error.strerror}）。请指定有写入权限的文件夹中的文件。",
        ) from error


def _put(data: bytes, path: Path) -> None:
    """Written beside the file first, under a name that is short enough wherever the file's own is."""
    import contextlib

    beside = path.parent / f".policydiff-{os.getpid()}"
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


# -------------------------------------------------------------------------------------------- check


def _examined(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a rule and what it implements are named."""
    base = click.option("--base", "bases", multiple=True, metavar="NAME", help=BASE_HELP)
    lang = click.option("--lang", type=click.Choice(LANGUAGES), help="The half to read of a file in two languages.")
    return base(lang(function))


@main.command(
    epilog=_example(
        "policydiff check draft.docx",
        "policydiff check draft.docx --base central-2017 --exit-code",
        "policydiff --library ~/rules check draft.docx --watch",
    )
)
@click.argument("draft")
@_examined
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved; Ctrl-C ends it.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything is omitted or found.")
@_session
def check(
    session: Session,
    draft: str,
    bases: tuple[str, ...],
    lang: Language | None,
    watch: bool,
    format_: Literal["text", "json"],
    exit_code: bool,
) -> int:
    """Find what DRAFT implements, and show what of it is to be checked, in its reading order.

    DRAFT is a file or the id of a document in the library. What it implements is what corpus.toml says or, of a draft
    that is not in the library, what its title and 根据《…》 name; with --base it is what you say. Findings come in the
    order of the draft, then what of its superior has no counterpart there. Reviewers' decisions apply to documents of
    the library.
    """
    if watch and exit_code:
        raise session.misuse(
            "--watch 不会自行结束，不能与 --exit-code 同用",
            "--watch does not end by itself: leave --exit-code out",
        )
    if not watch:
        found = _examine(session, draft, bases, lang)
        _print(_checked(session, found, format_))
        return 1 if exit_code and found.calls else 0
    try:
        _watch(session, draft, bases, lang, format_)
    except KeyboardInterrupt:
        session.say("已结束。", "Ended.")
    return 0


@main.command(
    epilog=_example(
        "policydiff report draft.docx",
        "policydiff --ui zh report yantai-2021 -o 审查备忘录.docx",
        "policydiff report draft.docx --base central.docx --date 2026-01-05",
    )
)
@click.argument("document", metavar="DOC")
@_examined
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file.  [default: one named for DOC, here, if there is none yet]",
)
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="The date of the memo.  [default: today]"
)
@_session
def report(
    session: Session,
    document: str,
    bases: tuple[str, ...],
    lang: Language | None,
    output: Path | None,
    date: datetime.datetime | None,
) -> None:
    """Write a review memo on DOC in Word: what it implements, and what of it is to be checked, by weight.

    What DOC implements is found as `check` finds it. The memo quotes both texts, names where the criterion is laid
    down, lists what of the superior rule has no counterpart, and slips of drafting. It draws no legal conclusion.
    Reviewers' decisions apply to documents of the library.
    """
    import datetime

    from policydiff.report import memo_docx

    place = output or Path(f"{Path(document).stem}-{'审查备忘录' if session.ui == 'zh' else 'review-memo'}.docx")
    _check_place(session, place, document, *bases, named=output is not None)
    found = _examine(session, document, bases, lang)
    day = date.date() if date else datetime.date.today()
    _deliver(memo_docx.render(found, ui=session.ui, date=day), place)
    _print(f"{place}\n")


def _check_place(session: Session, place: Path, *names: str, named: bool) -> None:
    """Refuse an ending that is not Word's, to write over a text, and over a file that the user has not named."""
    if place.suffix.lower() != ".docx":
        raise session.misuse(
            f"备忘录是 Word 文件：{place} 应以 .docx 结尾",
            f"A memo is a Word file: end {place} in .docx",
        )
    _spare(session, place, *names)
    if not named and place.exists():
        raise PolicydiffError(
            f"{place}: is there already, and somebody may have worked on it. Name the file to write with -o.",
            f"{place}：已有此文件，可能经人修改过。请用 -o 指定要写入的文件。",
        )


def _checked(session: Session, found: Check, format_: Literal["text", "json"]) -> str:
    if format_ == "json":
        from policydiff.report import json as report

        return _json(report.check(found))
    from policydiff.report import check as text

    return session.set_text(text.render, found)


def _watch(
    session: Session, draft: str, bases: tuple[str, ...], lang: Language | None, format_: Literal["text", "json"]
) -> None:
    """Check, and again after every save, until the user ends it; a draft that cannot be read is told and waited for."""
    import datetime

    from policydiff.ingest import watch

    files: tuple[Path, ...] = (Path(draft),)
    while True:
        before = watch.state(files)
        try:
            found = _examine(session, draft, bases, lang)
            files = _files_of(session, draft, bases, found)
            before = watch.state(files)
            _print(_checked(session, found, format_))
        except PolicydiffError as error:
            _failed(error.told(session.ui))
        session.say("等待保存；按 Ctrl-C 结束。", "Waiting for the next save; Ctrl-C ends it.")
        watch.wait(files, before)
        click.echo(f"── {datetime.datetime.now():%H:%M:%S} ──", err=True)


def _files_of(session: Session, draft: str, bases: tuple[str, ...], found: Check) -> tuple[Path, ...]:
    """The files that a check was made from."""
    library = _library_if_any(session.root)
    entries = {entry.id: entry.path for entry in library.entries} if library else {}
    names = [draft, *bases] if bases else [draft]
    named = [entries[name] if name in entries and not _is_path(name) else Path(name) for name in names]
    held = [superior.entry.path for superior in found.found.superiors if superior.entry]
    return tuple(dict.fromkeys((*named, *held, _decisions_file(session))))


def _examine(session: Session, name: str, bases: tuple[str, ...], language: Language | None) -> Check:
    """A rule compared with what it implements: what the user names, else what is found in the library."""
    from policydiff import check as examining
    from policydiff.decisions import line

    library = _library_if_any(session.root)
    rule = _document(session, name, language)
    entry = _entry_of(library, name, rule.id)
    if bases:
        documents = tuple(_document(session, base, None) for base in bases)
        found = examining.Found(
            superiors=tuple(
                examining.Superior(document=one, reason="asked", entry=_entry_of(library, base, one.id))
                for base, one in zip(bases, documents, strict=True)
            )
        )
    else:
        if library:
            _tell_refused(session, library)
        found = examining.superiors(rule, library, entry)
    if entry and rule.id != entry.id:
        rule = replace(rule, id=entry.id, title=entry.title or rule.title)
    decided = _decisions(session) if entry and language in (None, entry.language) else ()
    made = examining.check(rule, found, decided)
    for comparison in made.comparisons:
        for stale in comparison.stale:
            _failed(line(stale, session.ui))
    return made


def _entry_of(library: Library | None, name: str, id: str) -> Entry | None:
    """What corpus.toml says of a document that was named by its id or by its file."""
    from policydiff.check import entry_of

    if library is None:
        return None
    if not _is_path(name) and any(entry.id == name == id for entry in library.entries):
        return library.entry(id)
    return entry_of(library, Path(name))


# ------------------------------------------------------------------------------------------- decide


@main.command(
    epilog=_example(
        'policydiff decide central-2017 yantai-2021 confirm "第三条第（四）项"',
        'policydiff decide central-2017 yantai-2021 reject "第三条第（四）项" "四（四）5" --reason "两件事"',
        'policydiff decide central-2017 yantai-2021 pair "第三条第（四）项" "二（一）、二（二）"',
        'policydiff decide central-2017 yantai-2021 pair "第十二条" - --reason "确无对应"',
        'policydiff decide central-2017 yantai-2021 dismiss modality "第二条" --reason "语气相同"',
        'policydiff decide central-2017 yantai-2021 note "第二条" --note "待请示"',
        "policydiff decide --list",
        "policydiff decide --remove 3",
    )
)
@click.argument("base", required=False)
@click.argument("target", required=False)
@click.argument("verdict", required=False, type=click.Choice(VERDICTS), metavar="[VERDICT]")
@click.argument("places", nargs=-1, metavar="[PLACE]...")
@click.option("--reason", default="", metavar="TEXT", help="Why; `dismiss` needs one.")
@click.option("--note", default="", metavar="TEXT", help="A remark to stand at the row.")
@click.option("--words", default="", metavar="TEXT", help="With `dismiss`: only what quotes these words.")
@click.option("--by", default="", metavar="NAME", help="Who decided.")
@click.option("--list", "list_them", is_flag=True, help="List the decisions (on BASE and TARGET), and what holds.")
@click.option("--remove", type=click.IntRange(min=1), metavar="NUMBER", help="Take a decision out of the file.")
@_session
def decide(
    session: Session,
    base: str | None,
    target: str | None,
    verdict: Verdict | None,
    places: tuple[str, ...],
    reason: str,
    note: str,
    words: str,
    by: str,
    list_them: bool,
    remove: int | None,
) -> None:
    """Write down what a reviewer decided about a comparison of two documents of the library.

    \b
    confirm [PLACE] [PLACE]       the pairing is right
    reject [PLACE] [PLACE]        they do not belong together
    pair PLACE PLACE              they belong together, and to no others
    dismiss RULE [PLACE] [PLACE]  what was found there needs no attention
    note PLACE [PLACE]            a remark

    A PLACE is written as `compare` prints it (第三条第（四）项, 四（四）5, Article 8(2)) or as an identifier; several
    are joined by 、 or a comma. The first is BASE's, the second TARGET's; one is enough where the comparison knows the
    other; - says that there is none. RULE is a rule's name or a kind of finding (modality, 义务强度).

    Decisions stand in corpus/decisions.toml and apply to every build and comparison as long as the words they are
    about are the same. A new decision on the same provisions takes the place of the old one.
    """
    from policydiff.library import open_library

    library = open_library(session.root)
    if list_them:
        _list_decisions(session, library, tuple(name for name in (base, target) if name))
    elif remove is not None:
        _remove_decision(session, remove)
    elif base is None or target is None or verdict is None:
        raise session.misuse(
            "请写明 BASE、TARGET 和审核意见，或者 --list，或者 --remove NUMBER。",
            "Say BASE, TARGET and what is decided, or --list, or --remove NUMBER.",
        )
    else:
        rule, *places_left = places if verdict == "dismiss" and places else ("", *places)
        said = {"rule": rule, "words": words, "reason": reason, "note": note, "by": by}
        _decide(session, (library.entry(base), library.entry(target)), verdict, places_left, said)


def _decide(
    session: Session, pair: tuple[Entry, Entry], verdict: Verdict, places: Sequence[str], said: dict[str, str]
) -> None:
    import datetime

    from policydiff import decisions
    from policydiff.alignment import align
    from policydiff.eid import labels
    from policydiff.model import Decision

    path = _decisions_file(session)
    before = decisions.read(path)
    base, target = (_of_entry(entry, None) for entry in pair)
    asked = Decision(
        number=0,
        documents=(pair[0].id, pair[1].id),
        verdict=verdict,
        base=(),
        target=(),
        fingerprint="",
        date=datetime.date.today().isoformat(),
        **said,
    )
    decision = decisions.made(decisions.reviewed(align(base, target), before), asked, places)
    for earlier in reversed(decisions.superseded(before, decision)):
        decisions.remove(path, earlier.number)
        session.say(f"取代第 {earlier.number} 号意见。", f"Takes the place of decision {earlier.number}.")
    added = decisions.add(path, decision, labels(base), labels(target))
    _print(_decision_said(session, added, base, target))
    session.say(
        f"已记入 {path}；运行 policydiff build 更新站点。",
        f"Written to {path}; policydiff build brings the site up to date.",
    )


def _remove_decision(session: Session, number: int) -> None:
    from policydiff import decisions

    path = _decisions_file(session)
    decisions.remove(path, number)
    session.say(f"已从 {path} 删去第 {number} 号意见。", f"Decision {number} is gone from {path}.")


def _list_decisions(session: Session, library: Library, only: tuple[str, ...]) -> None:
    """Every decision with its number, and why it does not hold where the texts already show that."""
    import functools

    from policydiff import decisions
    from policydiff.wording import STALE

    entries = {entry.id: entry for entry in library.entries}

    @functools.cache
    def document(id: str) -> Document | None:
        return _of_entry(entries[id], None) if id in entries else None

    chosen = [d for d in decisions.read(_decisions_file(session)) if set(only) <= set(d.documents)]
    for decision in chosen:
        base, target = map(document, decision.documents)
        why = decisions.why_stale(decision, base, target) if base and target else "uncompared"
        _print(_decision_said(session, decision, base, target, STALE[why][session.ui] if why else ""))
    if not chosen:
        session.say("没有审核意见。", "There are no decisions.")


def _decision_said(
    session: Session, decision: Decision, base: Document | None, target: Document | None, stale: str = ""
) -> str:
    """A decision for the terminal: what, where and why."""
    from policydiff import eid
    from policydiff.report.terminal import Run, paint, paragraph, visible
    from policydiff.wording import RULE, VERDICT

    sides = []
    for document, eids in ((base, decision.base), (target, decision.target)):
        known = eid.labels(document) if document else {}
        sides.append("、".join(known.get(one, one) for one in eids))
    rule = f" {RULE[decision.rule][session.ui] if decision.rule in RULE else decision.rule}" if decision.rule else ""
    where = " → ".join(side for side in sides if side)
    head = [
        Run(text=f"{decision.number}  {VERDICT[decision.verdict][session.ui]}{visible(rule)}  "),
        Run(text=visible(where), style="strong"),
        Run(text=f"  ({visible(' → '.join(decision.documents))})", style="dim"),
    ]
    rest = [decision.reason, decision.note, " ".join(filter(None, (decision.by, decision.date)))]
    lines = [[Run(text=visible(words))] for words in rest if words]
    if stale:
        unapplied = "不再应用：" if session.ui == "zh" else "not applied: "
        lines.append([Run(text=unapplied + stale, style="changed")])
    body = [one for runs in lines for one in paragraph(runs, columns=session.columns, indent=3, colour=session.colour)]
    return "\n".join([paint(head, colour=session.colour), *body, ""])


# ----------------------------------------------------------------------------------------- evaluate


@main.command(
    epilog=_example(
        "policydiff evaluate gold/central__ours.json",
        "policydiff evaluate gold/*.json --texts texts --verbose",
    )
)
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that GOLD names its files from.  [default: the one above GOLD's]",
)
@click.option("--verbose", is_flag=True, help="Name each missed and wrong link and each change that is not flagged.")
@click.option("--held-out", is_flag=True, help="Measure pairs that are marked as held out, too.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_session
def evaluate(
    session: Session, gold: tuple[Path, ...], texts: Path | None, verbose: bool, held_out: bool, format_: str
) -> int:
    """Measure comparisons against what careful readers put side by side.

    Each GOLD is a JSON file of the readings of one pair: the units of both texts, the links between them and, where
    known, the changes to be flagged; docs/how-to/evaluate.md says how to make one. The table gives F1, precision (P)
    and recall (R) of the links, the share of units under their right status and of words that stand in a provision,
    of changes flagged and flagged under their type, and the findings a changed row. JSON names all that --verbose does.
    """
    from policydiff.evaluation import Evaluation, read
    from policydiff.evaluation import evaluate as measured
    from policydiff.report import evaluation as report

    done: list[Evaluation] = []
    left_out: list[str] = []
    failed = False
    for path in gold:
        try:
            readings = read(path)
            if readings.held_out and not held_out:
                left_out.append(readings.name)
                said = f"{path}: held out and not measured. To measure it all the same: --held-out."
                session.say(f"{path}：留作检验，未测；如需测量，加 --held-out。", said)
                continue
            done.append(measured(readings, texts or path.absolute().parent.parent, session.root))
        except PolicydiffError as error:
            failed = True
            said = error.told(session.ui)
            _failed(said if str(path) in said else f"{path}: {said}")
    if format_ == "json":
        _print(_json(report.as_json(done, left_out)))
    elif done:
        shown = [report.table(done, ui=session.ui), *(report.details(one, ui=session.ui) for one in done if verbose)]
        _print("\n".join(shown))
    return 2 if failed else 0


# ---------------------------------------------------------------------------------- naming documents


def _document(session: Session, name: str, language: Language | None, *, original: bool = False) -> Document:
    """The document that an argument names, a file or an id of the library; see `compare --help`."""
    from policydiff.ingest.file import kind

    if _is_path(name):
        return _of_file(session, Path(name), language, original=original)
    library = _library_if_any(session.root)
    there = kind(Path(name))
    if library and any(entry.id == name for entry in library.entries):
        if there == "file":
            note = f"{name}: taken as the document of that id; for the file, write .{os.sep}{name}"
            session.say(f"“{name}”按文件编号读取；如指同名文件，请写 .{os.sep}{name}", note)
        return _of_library(library, name, language, original=original)
    if there != "nothing" or (Path(name).suffix and library is None):
        return _of_file(session, Path(name), language, original=original)
    if library:
        return _of_library(library, name, language, original=original)
    where = session.root.resolve()
    raise ReadError(
        f"{name}: there is no such file, and no library in {where}. Check the name.",
        f"{name}：没有这个文件，{where} 中也没有文件库。请检查名称。",
    )


def _is_path(name: str) -> bool:
    from policydiff.ingest.file import FORMATS

    return "/" in name or os.sep in name or (Path(name).suffix.lower() or ".") in FORMATS


def _decided(session: Session, *sides: tuple[str, Language | None]) -> tuple[Decision, ...]:
    """What reviewers decided, where both arguments name documents of the library in the language they are held in."""
    library = _library_if_any(session.root)
    entries = {entry.id: entry for entry in library.entries} if library else {}
    for name, language in sides:
        if _is_path(name) or name not in entries or language not in (None, entries[name].language):
            return ()
    return _decisions(session)


def _decisions(session: Session) -> tuple[Decision, ...]:
    from policydiff import decisions

    return decisions.read(_decisions_file(session))


def _decisions_file(session: Session) -> Path:
    from policydiff.library import CORPUS, DECISIONS

    return session.root / CORPUS / DECISIONS


def _library_if_any(root: Path) -> Library | None:
    from policydiff.ingest.file import kind
    from policydiff.library import CATALOGUE, CORPUS, open_library

    return open_library(root) if kind(root / CORPUS / CATALOGUE) != "nothing" else None


def _of_file(session: Session, path: Path, language: Language | None, *, original: bool = False) -> Document:
    from policydiff.ingest import read
    from policydiff.parsing import parse
    from policydiff.report.terminal import visible

    source = read(path, language, original=original)
    if source.encoding not in ("", "UTF-8"):
        name = visible(str(path))
        session.say(f"{name}：按 {source.encoding} 编码读取。", f"{name}: read as {source.encoding}.")
    return parse(source, id=path.name)


def _of_library(library: Library, id: str, language: Language | None, *, original: bool = False) -> Document:
    return _of_entry(library.entry(id), language, original=original)


def _of_entry(entry: Entry, language: Language | None, *, original: bool = False) -> Document:
    from policydiff.ingest import read
    from policydiff.parsing import parse

    title = entry.title if language in (None, entry.language) else ""
    return parse(read(entry.path, language or entry.language, original=original), id=entry.id, title=title)


# --------------------------------------------------------------------------- show, parse and list


@main.command(epilog=_example("policydiff show central-2017 第八条第二款", 'policydiff show rule.txt "Article 8(2)"'))
@click.argument("document", metavar="DOC")
@click.argument("citation", required=False)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The half to read of a file in two languages.")
@_session
def show(session: Session, document: str, citation: str | None, lang: Language | None) -> None:
    """Show a document's provisions, or those that CITATION names.

    DOC is a file or an id of the library. CITATION is written as drafters cite (第八条第二款第（三）项,
    Article 8(2), 三（二）) or as an identifier (art_8__para_2).
    """
    from policydiff.report import text

    found = _document(session, document, lang)
    only = _cited(found, citation) if citation else None
    _print(session.set_text(text.document, found, only=only))


def _cited(document: Document, citation: str) -> frozenset[str]:
    """The identifiers of the provisions that a citation names, with everything below them."""
    from policydiff import eid

    labels = eid.labels(document)
    named = {e for e, label in labels.items() if citation in (e, label)}
    if not named and (understood := eid.find_citation(citation)):
        named = {provision.eid for provision in document.walk() if understood[0].matches(provision.eid)}
    if not named:
        first, last = next(iter(labels.values()), ""), next(reversed(labels.values()), "")
        name = document.title or document.id
        raise QueryError(
            f"{citation}: no such provision in {name}, which runs from {first} to {last}.",
            f"{citation}：{name}中没有这一条款；该文件从{first}到{last}。",
        )
    return frozenset(below.eid for top in document.walk() if top.eid in named for below in top.walk())


@main.command(epilog=_example("policydiff parse rule.txt", "policydiff parse rule.md --format json"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The half to read of a file in two languages.")
@click.option("--original", is_flag=True, help=f"{ORIGINAL_HELP}.")
@_session
def parse(session: Session, file: Path, format_: str, lang: Language | None, original: bool) -> None:
    """Show what is read in FILE: its provisions, and what is left out of them and why."""
    document = _of_file(session, file, lang, original=original)
    if format_ == "json":
        from policydiff.report import json as report

        _print(_json(report.document(document)))
        return
    from policydiff.report import text

    _print(session.set_text(text.document, document) + "\n" + session.set_text(text.residue, document))


@main.command("list", epilog=_example("policydiff --library ~/rules list"))
@_session
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
    _print("".join(f"{line}\n" for line in lines))
    return _tell_refused(session, library)


def _over_lines(session: Session, row: Sequence[str], rest: Sequence[str]) -> list[str]:
    """A document for a narrow terminal: its id, kind and language, below them the rest."""
    from policydiff.report.terminal import Run, paragraph

    below = (paragraph([Run(text=words)], columns=session.columns, indent=4, colour=session.colour) for words in rest)
    return ["  ".join(row), *(line for lines in below for line in lines)]


def _tell_refused(session: Session, library: Library) -> int:
    """Every document that is no part of the library as it is: a line each; the exit code that they make."""
    for one in library.refused:
        _failed(one.error.told(session.ui))
    return 2 if library.refused else 0


# ------------------------------------------------------------------------------------------- search


@main.command(
    epilog=_example(
        "policydiff search 通报",
        'policydiff search "“网络安全事件”" --kind local --limit 5',
        'policydiff search "Article 8(2)" --lang en --format json',
    )
)
@click.argument("query", nargs=-1, required=True)
@click.option("--doc", "documents", multiple=True, metavar="ID", help="Search this document alone; may be repeated.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Search documents of this kind.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Search documents in this language.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Show so many at most.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_session
def search(
    session: Session,
    query: tuple[str, ...],
    documents: tuple[str, ...],
    kinds: tuple[str, ...],
    lang: Language | None,
    limit: int,
    format_: str,
) -> None:
    """Search the provisions of the library, best first.

    QUERY is words, a phrase in quotation marks, or a citation such as 第八条第二款 or Article 8(2).
    """
    from policydiff.build import INDEX
    from policydiff.library import open_library
    from policydiff.report import json as report
    from policydiff.search import search as search_index

    library = open_library(session.root)
    for name in documents:
        library.entry(name)
    found = search_index(
        session.root / INDEX, " ".join(query), documents=documents, kinds=kinds, language=lang, limit=limit
    )
    if format_ == "json":
        _print(_json(report.search(found)))
        return
    for hit in found.hits:
        _print(_hit(session, hit))
    session.say(f"共 {found.total} 条，列出 {len(found.hits)} 条。", f"{len(found.hits)} of {found.total} shown.")


def _hit(session: Session, hit: Hit) -> str:
    from policydiff.report.terminal import Run, paint, paragraph, visible

    head = [Run(text=visible(hit.label or hit.title), style="strong")]
    if hit.label:
        head.append(Run(text=f"  {visible(hit.title)}"))
    head.append(Run(text=f"  {hit.document} {hit.eid}".rstrip(), style="dim"))
    body, at = [], 0
    opening, closing = ("", "") if session.colour else ("«", "»")
    for start, end in hit.highlights:
        body.append(Run(text=visible(hit.snippet[at:start])))
        body.append(Run(text=opening + visible(hit.snippet[start:end]) + closing, style="changed"))
        at = end
    body.append(Run(text=visible(hit.snippet[at:])))
    lines = paragraph(body, columns=session.columns, indent=2, colour=session.colour)
    return "\n".join([paint(head, colour=session.colour), *lines, "", ""])


# -------------------------------------------------------------------------------------------- trace


@main.command(
    epilog=_example(
        "policydiff trace draft.docx",
        "policydiff trace yantai-2021 第八条 --limit 5",
        "policydiff trace --to central-2017 第八条 --format json",
    )
)
@click.argument("document", metavar="DOC")
@click.argument("place", required=False)
@click.option("--to", is_flag=True, help="Show which local rules restate DOC's provisions.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Look through documents of this kind.")
@click.option("--limit", type=click.IntRange(min=1), help="Show so many a provision.  [default: 3; with --to: 20]")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The half to read of a file in two languages.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@_session
def trace(
    session: Session,
    document: str,
    place: str | None,
    to: bool,
    kinds: tuple[str, ...],
    limit: int | None,
    lang: Language | None,
    format_: Literal["text", "json"],
) -> None:
    """Show which provisions of the whole library each provision of DOC restates, adapts or cites, best first.

    DOC is a file or the id of a document in the library; PLACE names one of its provisions as drafters cite. Looked
    through are central rules, of each the edition in force, and what DOC implements; with --to, local rules. Also
    shown is what DOC implements, whether it is older than that, and which articles it cites have moved.
    """
    import datetime

    from policydiff.tracing import trace as traced

    found = _document(session, document, lang)
    if entry := _entry_of(_library_if_any(session.root), document, found.id):
        found = replace(found, id=entry.id, title=entry.title or found.title)
    made = traced(
        found,
        _collection(session),
        direction="to" if to else "from",
        kinds=kinds,
        only=_cited(found, place) if place else None,
        limit=limit or (20 if to else 3),
        today=datetime.date.today().isoformat(),
    )
    if format_ == "json":
        from policydiff.report import json as report

        _print(_json(report.trace(made)))
        return
    from policydiff.report import trace as text

    _print(session.set_text(text.render, made))


def _collection(session: Session) -> Collection:
    """The provisions of the library, as they were built; what has changed since is read now."""
    from policydiff import tracing
    from policydiff.build import TRACE
    from policydiff.build.version import version
    from policydiff.library import open_library

    library = open_library(session.root)
    _tell_refused(session, library)
    entries = library.entries
    before = tracing.read(session.root / TRACE, version("index"))
    with _Bar(sys.stderr) as bar:
        return tracing.collected(entries, _ReadingNow(session, bar, len(entries)), before)


class _ReadingNow:
    """Reads documents that no build has read, and says so; one that cannot be read is a line on stderr."""

    def __init__(self, session: Session, bar: _Bar, of: int) -> None:
        self._session, self._bar, self._of, self._done = session, bar, of, 0

    def __call__(self, entry: Entry) -> Document | None:
        if not self._done:
            self._session.say(
                "正在读取文件库中有变化的文件；运行 `policydiff build` 后不必再读。",
                "Reading what is new in the library; after `policydiff build` that is not needed.",
            )
        self._bar(done=self._done, of=self._of, what=entry.id)
        self._done += 1
        try:
            return _of_entry(entry, None)
        except PolicydiffError as error:
            _failed(f"{entry.id}: {error.told(self._session.ui)}")
            return None


# -------------------------------------------------------------------------------------------- serve


@main.command(epilog=_example("policydiff serve --port 8080"))
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
@_session
def serve(session: Session, port: int) -> None:
    """Serve the built site to this machine's browser; nobody else can reach it. Ctrl-C ends it.

    The site needs no server: it opens from its folder too. This is for a look.
    """
    import functools
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    from policydiff.build import SITE, START_PAGE
    from policydiff.ingest.file import kind

    if kind(session.root / START_PAGE) != "file":
        raise LibraryError(
            f"{session.root / START_PAGE}: no site is built here. Run `policydiff build` first.",
            f"{session.root / START_PAGE}：站点尚未生成。请先运行 `policydiff build`。",
        )

    class Quiet(SimpleHTTPRequestHandler):
        """Serves files and does not talk of every one."""

        def log_message(self, format: str, *arguments: object) -> None:
            return

    handler = functools.partial(Quiet, directory=str(session.root / SITE))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise LibraryError(
            f"port {port} cannot be used ({error.strerror}). Try another: --port 0.",
            f"端口 {port} 不能使用（{error.strerror}）。请换一个：--port 0。",
        ) from error
    with server:
        _print(f"http://127.0.0.1:{server.server_address[1]}/\n")
        session.say("按 Ctrl-C 结束。", "Ctrl-C ends it.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            session.say("已结束。", "Ended.")


