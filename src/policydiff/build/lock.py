"""One build of a library at a time, told by a lock that the system lets go when its holder ends, however it ends."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from policydiff.errors import BuildError

LOCK = "build.lock"
_WHO = re.compile(r"process (\d+), since (.+)")
_BYTE = 1 << 30  # which byte is locked: where Windows locks one, nobody can read it


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """No other build of the library whose indexes are in this folder runs meanwhile; BuildError where one does."""
    path = folder / LOCK
    with path.open("a+", encoding="utf-8") as file:
        if not _taken(file):
            file.seek(0)
            raise _another(path, file.read().strip())
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {datetime.now():%Y-%m-%d %H:%M:%S}\n")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _another(path: Path, who: str) -> BuildError:
    by, in_chinese = (f" ({who})", f"（{_in_chinese(who)}）") if who else ("", "")
    return BuildError(
        en=f"{path.parent}: another build of this library is running{by}. "
        "Wait until it has ended, or end it, and build again.",
        zh=f"{path.parent}：这个文件库正在由另一个进程生成{in_chinese}。请等待其结束，或者终止该进程，再重新生成。",
    )


def _in_chinese(who: str) -> str:
    """What a build has written of itself; anything else that stands there as it is."""
    return _WHO.sub(r"进程号 \1，开始于 \2", who)


if sys.platform == "win32":
    import msvcrt

    def _taken(file: IO[str]) -> bool:
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
