"""The one place where texts of both languages are cut into words.

Chinese is cut by jieba's dictionary, which is compiled once and then looked at where it lies.
"""

from __future__ import annotations

import marshal
import mmap
import re
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import accumulate
from math import log
from pathlib import Path

from policydiff import files


def words(text: str) -> list[str]:
    """The words of a text, each character in exactly one; Chinese by jieba's dictionary, without guessing new words."""
    return list(_cut(text))


def printed_words(text: str) -> list[str]:
    """The words of a text as a reader sees them: a number with commas between its thousands is one."""
    pieces = enumerate(THOUSANDS.split(text))
    return [word for n, piece in pieces for word in ((piece,) if n % 2 else _cut(piece))]


@lru_cache(maxsize=4096)  # of the two rules that are compared: each clause is cut once, not for each finding anew
def _cut(text: str) -> tuple[str, ...]:
    return tuple(_words().cut(text))


def search_words(text: str) -> list[str]:
    """The words of a text and the shorter words inside them, as a search engine wants them."""
    held = _words()
    return [part for word in _cut(text) for part in (*held.inside(word), word)]


def load_words() -> None:
    """Every word of the dictionary is loaded: for a process that others take it over from."""
    _words().load_all()


def compile_words() -> None:
    """The dictionary is compiled for processes that need few of its words; half a second's work, once."""
    if not sys.dont_write_bytecode and _Compiled.opened() is None:
        _Compiled.write()


class _Words:
    """jieba's dictionary, of which that is loaded which begins with two characters that were met, and its way of
    cutting: the likeliest way through a run of characters, without guessing at words that the dictionary lacks.

    A text is cut into words by looking up pieces of it, and what begins otherwise than those changes nothing. A rule
    meets a twentieth of the dictionary, which takes some hundredths of a second instead of half of one. Nothing is read
    from or written to a shared folder, where jieba itself would unmarshal a cache file that anybody may have put there;
    and of jieba nothing is imported, for it loads what guesses at words.
    """

    def __init__(self) -> None:
        self._groups: Groups = _Compiled.opened() or _Plain()
        self._met: set[str] = set()
        self.likely: dict[str, float] = {}  # the logarithm of how likely a word is; 0 of what only begins one
        self._of_run = lru_cache(maxsize=1 << 13)(self._likeliest)

    def load_all(self) -> None:
        """Every word is loaded."""
        self._learn(_likelihoods(_dictionary().split("\n")[1:-1]))
        self._groups = lambda _: {}

    def cut(self, text: str) -> list[str]:
        """The words of a text; every mark and every blank stands alone."""
        out: list[str] = []
        for n, piece in enumerate(_RUN.split(text)):
            out += self._of_run(piece) if n % 2 else _ALONE.findall(piece)
        return out

    def inside(self, word: str) -> Iterator[str]:
        """The words of two and of three characters that a longer word holds."""
        for length in (2, 3):
            for start in range(len(word) - length + 1 if len(word) > length else 0):
                if self.likely.get(word[start : start + length]):
                    yield word[start : start + length]

    def _likeliest(self, run: str) -> tuple[str, ...]:
        """The words of a run without marks and blanks, from its end: of equally likely words the longest; what begins
        no word stands alone, Latin letters and digits that do stand together."""
        self._meet({run[start : start + 2] for start in range(len(run))})
        known, length = self.likely.get, len(run)
        best, ends = [0.0] * (length + 1), [0] * length
        for start in range(length - 1, -1, -1):
            most, last, end = None, start + 1, start + 1
            while end <= length and (likely := known(run[start:end])) is not None:
                if likely and (most is None or likely + best[end] >= most):
                    most, last = likely + best[end], end
                end += 1
            best[start] = best[start + 1] - _LOG_OCCURRENCES if most is None else most
            ends[start] = last
        return tuple(_with_latin_together(run, ends))

    def _meet(self, beginnings: set[str]) -> None:
        """The words that begin with these pairs of characters, and those that are the first one alone, are loaded."""
        new = beginnings - self._met
        for beginning in new | {pair[0] + _BLANK for pair in new} - self._met:
            if len(beginning) == 2:
                self._learn(self._groups(beginning))
            self._met.add(beginning)

    def _learn(self, found: Mapping[str, float]) -> None:
        """These words are loaded; the first character of each begins one at the least."""
        for first in {word[0] for word in found}:
            self.likely.setdefault(first, 0.0)
        self.likely.update(found)


Groups = Callable[[str], Mapping[str, float]]  # of two characters all words that begin with them, as `_likelihoods`


class _Plain:
    """The dictionary as jieba has it."""

    def __init__(self) -> None:
        self._text = _dictionary()
        self._beginnings: dict[str, list[tuple[int, int]]] = {}
        for group in _WORDS_ALIKE.finditer(self._text):
            self._beginnings.setdefault(group[1], []).append(group.span())

    def __call__(self, beginning: str) -> dict[str, float]:
        return _likelihoods(self._lines_with(beginning))

    def _lines_with(self, beginning: str) -> Iterator[str]:
        """The lines of the dictionary that begin with these two characters."""
        for start, end in self._beginnings.get(beginning[0], ()):
            at = self._text.find(f"\n{beginning}", start - 1, end)
            while at >= 0:
                stop = self._text.find("\n", at + 1)
                yield self._text[at + 1 : stop]
                at = self._text.find(f"\n{beginning}", stop, end)


class _Compiled:
    """The dictionary compiled once, as Python keeps its modules: in `__pycache__` beside this one, looked at where it
    lies. The words of two first characters are there in the twentieth part of the time.

        length and time of jieba's dictionary, number of groups │ first characters, sorted │ ends │ groups
    """

    def __init__(self, data: memoryview) -> None:
        groups = _HEAD.unpack_from(data)[-1]
        self._keys = data[_HEAD.size :][: 8 * groups].cast("Q")
        self._ends = data[_HEAD.size + 8 * groups :][: 8 * groups].cast("Q")
        self._groups = data[_HEAD.size + 16 * groups :]
        if not groups or len(self._groups) != self._ends[-1]:
            raise ValueError("cut short")

    def __call__(self, beginning: str) -> dict[str, float]:
        code = _code(beginning)
        at = bisect_left(self._keys, code)
        if at == len(self._keys) or self._keys[at] != code:
            return {}
        found: dict[str, float] = marshal.loads(self._groups[self._ends[at - 1] if at else 0 : self._ends[at]])
        return found

    @classmethod
    def opened(cls) -> _Compiled | None:
        """What was compiled of the dictionary that is there; None where nothing was, or it is not whole."""
        with suppress(OSError, ValueError, struct.error), _COMPILED.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            if _HEAD.unpack_from(data)[:2] == _stamp():
                return cls(data)
        return None

    @classmethod
    def write(cls) -> None:
        """It is compiled, where anything can be written there; it stands there whole or not at all."""
        groups: dict[str, list[str]] = {}
        for line in _dictionary().split("\n")[1:-1]:
            groups.setdefault(line[:2], []).append(line)
        order = sorted(groups, key=_code)
        made = [marshal.dumps(_likelihoods(groups[beginning])) for beginning in order]
        keys, ends = array("Q", map(_code, order)), array("Q", accumulate(map(len, made)))
        data = b"".join((_HEAD.pack(*_stamp(), len(order)), keys.tobytes(), ends.tobytes(), *made))
        with suppress(OSError):
            _COMPILED.parent.mkdir(exist_ok=True)
            files.put(_COMPILED, data)


_HEAD = struct.Struct("<QQQ")
_COMPILED = Path(__file__).parent / "__pycache__" / f"words.{sys.implementation.cache_tag}.dictionary"


def _stamp() -> tuple[int, int]:
    """Changes with jieba's dictionary."""
    found = _dictionary_file().stat()
    return found.st_size, found.st_mtime_ns


def _code(beginning: str) -> int:
    return ord(beginning[0]) << 32 | ord(beginning[1])


def _likelihoods(lines: Iterable[str]) -> dict[str, float]:
    """Each word with how likely it is; what only begins one, with two characters or more, is none."""
    found: dict[str, float] = {}
    for line in lines:
        word, often, _ = line.split(_BLANK)
        for end in range(2, len(word)):
            found.setdefault(word[:end], 0.0)
        found[word] = log(int(often)) - _LOG_OCCURRENCES if often != "0" else 0.0
    return found


def _with_latin_together(run: str, ends: list[int]) -> Iterator[str]:
    """The pieces of a run that end there, those of one Latin letter or digit put together where they meet."""
    start, latin = 0, ""
    while start < len(run):
        piece = run[start : ends[start]]
        start = ends[start]
        if len(piece) == 1 and piece.isascii() and piece.isalnum():
            latin += piece
            continue
        if latin:
            yield latin
            latin = ""
        yield piece
    if latin:
        yield latin


def _dictionary() -> str:
    """The lines of jieba's dictionary, each after a line end: a word, how often it occurs, and what kind of word."""
    lines = _dictionary_file().read_text(encoding="utf-8")
    return f"\n{lines}"


def _dictionary_file() -> Path:
    found = find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    return Path(found.origin).with_name("dict.txt")


_RUN = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")  # what jieba looks for words in
_ALONE = re.compile(r"\r\n|.", re.DOTALL)
THOUSANDS = re.compile(r"((?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d))")
_BLANK = " "
_WORDS_ALIKE = re.compile(r"^(.).*\n(?:\1.*\n)*", re.MULTILINE)  # lines of words with one beginning
_OCCURRENCES = 60_101_967  # of all words of jieba 0.42.1 together
_LOG_OCCURRENCES = log(_OCCURRENCES)


@cache
def _words() -> _Words:
    return _Words()
