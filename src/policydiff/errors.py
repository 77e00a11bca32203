"""What can go wrong for a user, as one tree.

    PolicydiffError
    ├── ReadError         a file that is missing, empty, binary or of a format that is not read
    ├── NoProvisionError  a text in which no provision was found
    ├── TooLargeError     two texts of more sentences than can be laid beside each other
    ├── LibraryError      corpus.toml, an unknown document id, a folder that is no library
    ├── DecisionsError    decisions.toml
    ├── SuperiorError     a rule of which nothing says what it implements
    ├── BuildError        what keeps a library from being built: another build, the disk, what stands in the place
    │   └── WorkersError  the machines that are to build it cannot be reached, or are made of other things
    ├── ServeError        a site that cannot be served: it is not built, or the port is taken
    ├── NotInstalledError what is only installed if it is asked for, and is needed here
    ├── GoldError         readings to measure against that do not hold together or do not fit their texts
    │   └── TextMissingError  a text that was read is not there, or is another edition
    ├── SearchIndexError  an index that is missing, broken or of another version
    │   └── SearchClusterError  the machines that hold a part of it cannot be reached or refuse what they are asked
    ├── QueryError        a query or citation that cannot be understood
    └── FaultError        a fault of this program that is told in a line

Each message says what, where and what to do, in English and in Chinese: `raise ReadError(en=f"{path}: …",
zh=f"{path}：…")`.
Only `cli` turns them into exit code 2, and a fault into 70, in the language of its user.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from policydiff.model import Language

_REFUSALS: Mapping[int, str] = {
    errno.EACCES: "没有访问权限",
    errno.EADDRINUSE: "已被占用",
    errno.EEXIST: "已有同名文件",
    errno.EIO: "读写出错",
    errno.EISDIR: "这是文件夹",
    errno.ELOOP: "链接循环",
    errno.EMFILE: "打开的文件过多",
    errno.ENAMETOOLONG: "名称过长",
    errno.ENOENT: "没有这个文件或者文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EPERM: "不允许此操作",
    errno.EPIPE: "接收的程序已退出",
    errno.EROFS: "磁盘只读",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place in a file, as messages begin with it in each language."""

    en: str
    zh: str

    def named(self, name: str) -> Where:
        """The same place with the name of what stands there."""
        return Where(en=f"{self.en} ({name})", zh=f"{self.zh}（{name}）")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why the system refuses something, as messages quote it in each language."""

    en: str
    zh: str


def refusal(error: Exception) -> Refusal:
    """Why the system refused; in Chinese, too, in its own words where it does so rarely."""
    number = getattr(error, "errno", None) or 0
    if isinstance(error, RecursionError):
        return Refusal(en="brackets are nested too deeply", zh="括号套得过深")
    if str(error).startswith("Symlink loop"):  # what pathlib says before Python 3.13
        number = errno.ELOOP
    said = getattr(error, "strerror", None) or (os.strerror(number) if number else str(error))
    return Refusal(en=said, zh=_REFUSALS.get(number, said))


class PolicydiffError(Exception):
    """What is told in one line, in English and in Chinese: a user's mistake, a broken input, rarely a fault of ours."""

    def __init__(self, *, en: str, zh: str) -> None:
        super().__init__(en)
        self._zh = zh

    def told(self, language: Language) -> str:
        """The message in this language."""
        return self._zh if language == "zh" else str(self)

    def __reduce__(self) -> tuple[partial[PolicydiffError], tuple[()]]:
        """So that it goes from one process to another."""
        return partial(type(self), en=str(self), zh=self._zh), ()


class ReadError(PolicydiffError):
    """A file that cannot be read as a document."""


class NoProvisionError(PolicydiffError):
    """A text in which nothing reads as a provision."""


class TooLargeError(PolicydiffError):
    """Two texts that are too long to be laid beside each other."""


class LibraryError(PolicydiffError):
    """A library or a name in it that does not hold together."""


class DecisionsError(PolicydiffError):
    """A file of reviewers' decisions that does not hold together, or cannot be read or written."""


class SuperiorError(PolicydiffError):
    """Nothing says what a rule implements."""


class BuildError(PolicydiffError):
    """A library that cannot be built as things stand; what was built before is as it was."""


class WorkersError(BuildError):
    """Machines that a build is to go through and cannot."""


class ServeError(PolicydiffError):
    """A site that cannot be served."""


class NotInstalledError(PolicydiffError):
    """A part that an installation may lack, and that is asked for."""


class GoldError(PolicydiffError):
    """A file of readings that does not hold together, or does not fit its texts."""


class TextMissingError(GoldError):
    """The text of a pair that was read is not there, or is another edition of it."""


class SearchIndexError(PolicydiffError):
    """A search index that is missing, broken or of another version."""


class SearchClusterError(SearchIndexError):
    """A cluster of search machines that cannot be reached, or does not do what it is asked."""


class QueryError(PolicydiffError):
    """A query that cannot be understood."""


class FaultError(PolicydiffError):
    """A fault of this program, not of the user, where a line says more than a traceback."""
