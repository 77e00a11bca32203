"""Files on the disk: what stands at a path, what a text says, and writing a file wholly or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal

from policydiff.errors import PolicydiffError, refusal

Kind = Literal["file", "folder", "device", "nothing"]

SEAL = "policydiff:"  # how the fingerprint begins that a file bears which this program wrote; policydiff.report.seal
DRAFT = ".policydiff-"  # how the name of what is not yet wholly written begins


def kind(path: Path) -> Kind:
    """What stands at a path: nothing, too, where the name is impossible or one may not look."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return "nothing"
    if stat.S_ISDIR(mode):
        return "folder"
    return "file" if stat.S_ISREG(mode) else "device"


def is_same(one: Path, other: Path) -> bool:
    """Whether two names are of one file; names of no file, or that no file can have, are not."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def text_of(path: Path, error: type[PolicydiffError]) -> str:
    """The text of a file that people write as UTF-8, with a byte order mark and line ends as they are in it.

    What cannot be read is this error, one line.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise error(
            en=f"{path}: there is no such file. Check the name and the folder.",
            zh=f"{path}：没有这个文件。请检查文件名和所在文件夹。",
        ) from None
    except OSError as refused:
        raise error(
            en=f"{path}: cannot be read ({refusal(refused).en}). Check that you may read it.",
            zh=f"{path}：无法读取（{refusal(refused).zh}）。请检查访问权限。",
        ) from refused
    except UnicodeDecodeError as broken:
        raise error(
            en=f"{path}: is not UTF-8 (byte {broken.start}). Save it as UTF-8.",
            zh=f"{path}：不是 UTF-8 编码（第 {broken.start} 字节）。请另存为 UTF-8。",
        ) from broken


def without_mark(text: str) -> str:
    """The text without the byte order mark that editors on Windows put in front, which neither TOML nor JSON knows."""
    return text.removeprefix("\ufeff")


def put(path: Path, data: bytes, *, lasting: bool = False) -> None:
    """The file holds these bytes; whatever stops the writer, it is wholly written or left as it was.

    It is written beside its place first, under a name that is short enough wherever the file's own is, and nothing of
    that stays but where the process is killed. `lasting` is for what nobody can make again: it is on the disk before it
    takes the place, so that the power may fail, too.
    """
    draft = path.parent / f"{DRAFT}{os.urandom(8).hex()}"
    try:
        with draft.open("xb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
