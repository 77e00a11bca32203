"""In what form a result is delivered, and where: on stdout, or in a file that is wholly written or left as it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from policydiff import files
from policydiff.cli.session import Session
from policydiff.cli.streams import print_out
from policydiff.errors import PolicydiffError, refusal

if TYPE_CHECKING:
    from policydiff.report import seal

Format = Literal["text", "json", "html", "docx", "xlsx", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)
_FILES = ("docx", "xlsx")
_ENDINGS: dict[str, Format] = {f".{name}": name for name in FORMATS if name != "text"}
_ENDINGS |= {".htm": "html", ".md": "markdown", ".txt": "text"}
_PLAIN = frozenset(("text", "markdown", "json"))  # each may be read as it stands, whatever the file is called
_SEALED_AS: dict[Format, seal.Kind] = {
    "text": "text",
    "json": "data",
    "html": "markup",
    "docx": "package",
    "xlsx": "package",
    "markdown": "markup",
}


def format_of(session: Session, asked: Format | None, output: Path | None) -> Format:
    """The format that is asked for, or else that of the file's ending; what no terminal shows needs a file."""
    chosen = asked or _by_ending(session, output)
    named = _ENDINGS.get(output.suffix.lower(), chosen) if output else chosen
    if named != chosen and {named, chosen} - _PLAIN:
        raise session.misuse(
            en=f"{output} is named as {named} and would be {chosen}: leave --format out, or give it another ending",
            zh=f"{output} 的扩展名是 {named}，而 --format 是 {chosen}：请去掉 --format，或者换一个扩展名",
        )
    if chosen in _FILES and output is None:
        raise session.misuse(
            en=f"A {chosen} file cannot be shown here: say where to write it, -o table.{chosen}",
            zh=f"{chosen} 文件不能在此显示，请指定写入的文件：-o table.{chosen}",
        )
    return chosen


def _by_ending(session: Session, output: Path | None) -> Format:
    """The format that a file's ending names; an ending that names none is no text under a false name."""
    suffix = output.suffix.lower() if output else ""
    if suffix and suffix not in _ENDINGS:
        endings = " ".join(sorted(_ENDINGS))
        raise session.misuse(
            en=f"{suffix} files cannot be written: end {output} in one of {endings}",
            zh=f"不能写出 {suffix} 文件，{output} 的扩展名应为其中之一：{endings}",
        )
    return _ENDINGS[suffix] if suffix else "text"


def as_json(value: object) -> str:
    """A result as a text that programs read."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def spare(session: Session, output: Path | None, *names: str, overwrite: bool) -> None:
    """Refuse to write over what is compared, into a library's own folders and, unless it is asked for, over what
    somebody has worked on."""
    if output is None:
        return
    if any(files.is_same(output, Path(name)) for name in names):
        raise session.misuse(
            en=f"{output} is one of the texts compared: give the report another name",
            zh=f"{output} 就是对照的文件之一，请另取名称",
        )
    if folder := _folder_of_library(output):
        raise session.misuse(
            en=f"{output} is in the library's folder {folder}, for its texts or what is built alone: name another "
            "folder",
            zh=f"{output} 在文件库的 {folder} 文件夹里，那里只放原文或者生成的文件。请换一个文件夹",
        )
    if files.kind(output.parent) == "nothing":
        raise PolicydiffError(
            en=f"{output}: there is no folder {output.parent}. Make it, or name a file in another one.",
            zh=f"{output}：没有文件夹 {output.parent}。请先建立，或者指定其他文件夹中的文件。",
        )
    if not overwrite and _is_of_others(output):
        raise PolicydiffError(
            en=f"{output}: is not as policydiff wrote it, somebody may have worked on it. Name another file with -o, "
            "or write over it with --overwrite.",
            zh=f"{output}：不是 policydiff 写出时的原样，可能经人修改过。请用 -o 另取名称；"
            "确要覆盖的，加 --overwrite。",
        )


def _folder_of_library(output: Path) -> str:
    """The folder of a library, of this call or any other, in which a file lies or would lie; empty for any other."""
    from policydiff.library import CATALOGUE, CORPUS, INDEXES, SITE

    places = (output.resolve(), output.parent.resolve() / output.name)
    above = (folder for place in places for folder in place.parents)
    return next(
        (
            name
            for folder in above
            for name in (CORPUS, INDEXES, SITE)
            if files.is_same(folder, folder.parent / name)
            and files.kind(folder.parent / CORPUS / CATALOGUE) != "nothing"
        ),
        "",
    )


def _is_of_others(output: Path) -> bool:
    """Whether a file stands there that is not just as this program wrote it; one that cannot be read may be."""
    from policydiff.report import seal

    if files.kind(output) != "file":
        return False
    try:
        return not seal.is_whole(output.read_bytes())
    except OSError:
        return True


def deliver(made: str | bytes, output: Path | None, format_: Format) -> None:
    """A text on stdout, or what was made in a file, which is either wholly written or left as it was."""
    data = made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made
    if output is None:
        print_out(data.decode("utf-8"))
        return
    from policydiff.report import seal

    try:
        if files.kind(output) == "device":  # /dev/stdout, a pipe: written to, and never replaced by a file
            output.write_bytes(data)
        else:
            files.put(output, seal.sealed(data, _SEALED_AS[format_]), lasting=True)
    except PermissionError as error:
        raise PolicydiffError(
            en=f"{output}: cannot be written ({refusal(error).en}). Close it where it is open, or name a file in a "
            "folder that you may write to.",
            zh=f"{output}：无法写入（{refusal(error).zh}）。如已在其他程序中打开，请先关闭；或者指定有写入权限的文件夹中的文件。",
        ) from error
    except OSError as error:
        raise PolicydiffError(
            en=f"{output}: cannot be written ({refusal(error).en}). Check the disk space, or name a file in a "
            "folder that you may write to.",
            zh=f"{output}：无法写入（{refusal(error).zh}）。请检查磁盘空间，或者指定有写入权限的文件夹中的文件。",
        ) from error
