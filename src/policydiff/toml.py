"""TOML files that people write into as well: reading them table by table, and strings, comments and a file that is
never half written.

Who reads a file says of which error its mistakes are; each is one line that says where.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from policydiff import files
from policydiff.errors import PolicydiffError, Refusal, Where, refusal

Choice = TypeVar("Choice", bound=str)

_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
# Marks of a Chinese keyboard, and those of TOML that they stand for.
_HALF = {"“": '"', "”": '"', "＂": '"', "‘": "'", "’": "'", "＝": "=", "，": ","}
_HALF |= {"［": "[", "］": "]", "【": "[", "】": "]"}
_DAY = re.compile(r"\s*[\w.-]{1,40}\s*=\s*(\d{4}-\d{1,2}(?:-\d{1,2})?)(?!\d)")
_TABLE, _KEY = re.compile(r"\s*\[+\s*([\w.-]{1,40})"), re.compile(r"\s*([\w.-]{1,40})\s*=")
# What the parser's words begin with, and what to do, of a line that begins a table or sets a key.
_TWICE = (
    "{table} stands twice: each is written as [[{table}]] where there may be several, else take one out",
    "{table} 写了两次：可以有几个的，每个都写作 [[{table}]]，否则请删去一个",
)
_MISTAKES = (
    ("Cannot declare", *_TWICE),
    ("Cannot overwrite", *_TWICE),
    ("Cannot overwrite", "{key} stands twice, take one of them out", "{key} 写了两次，请删去一个"),
    ("Expected ']]'", "write [[{table}]]", "请写作 [[{table}]]"),
    ("Unescaped", "write / in place of \\ in a path", "路径中的 \\ 请写成 /"),
    ("Invalid hex value", "write / in place of \\ in a path", "路径中的 \\ 请写成 /"),
    ("Illegal character '\\n'", 'a quotation mark " is missing', '缺半角引号 "'),
    ("Illegal character", "take this control character out", "这里有控制字符，请删去"),
    ("Unterminated string", 'a quotation mark " is missing', '缺半角引号 "'),
    ('Expected "', 'a quotation mark " is missing', '缺半角引号 "'),
    ("Unclosed array", 'a comma or the bracket ] is missing: ["…", "…"]', '缺半角逗号或者方括号 ]：["…", "…"]'),
    ("Invalid value (at end", "a value or a bracket is missing", "缺少值或者方括号"),
    ("Invalid value", "put words between quotation marks", '文字两边要有半角引号 "'),
    ("Expected '='", 'write {key} = "…"', '请写作 {key} = "…"'),
    ("Expected '='", 'write key = "…"', '请写作 键 = "…"'),
    (
        "Expected newline",
        "what stands here is too much: words stand in quotation marks as a whole, remarks behind #",
        '这里多了内容：值两边要有半角引号 "，说明文字前面要有 #',
    ),
)
_DATE = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?")
_ESCAPES = {code: f"\\u{code:04x}" for code in (*range(0x20), 0x7F)} | {ord("\\"): "\\\\", ord('"'): '\\"'}

# --------------------------------------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a file and where it stands; a value that is not as it is asked for is the error of its reader."""

    held: Mapping[str, Any]
    where: Where
    error: type[PolicydiffError]

    def at(self, where: Where) -> Table:
        """The same table, with another beginning of its messages."""
        return replace(self, where=where)

    def wrong(self, *, en: str, zh: str) -> PolicydiffError:
        """The error of one line that begins with where the table stands."""
        return self.error(en=f"{self.where.en}: {en}", zh=f"{self.where.zh}：{zh}")

    def only(self, known: Collection[str], advice: Callable[[str], tuple[str, str]]) -> None:
        """No other keys than these stand here; `advice` on one that does ends the message, in English and Chinese."""
        for key in self.held:
            if key not in known:
                english, chinese = advice(key)
                raise self.wrong(en=f"unknown key {key!r}. {english}", zh=f"不认识 {key}。{chinese}")

    def text(self, key: str) -> str:
        """The text under a key, empty where there is none."""
        value = self.held.get(key, "")
        if not isinstance(value, str):
            raise self.wrong(
                en=f'{key} is not a text. Write {key} = "…", in quotation marks.',
                zh=f'{key} 应为文字，请写作 {key} = "…"，用半角引号。',
            )
        return value

    def date(self, key: str) -> str:
        """The date as a text, empty where there is none: "2021" and "2021-05" are dates too, and TOML's own dates are
        taken as written."""
        value = self.held.get(key)
        if isinstance(value, datetime.date):
            return value.isoformat()[:10]
        said = self.text(key)
        if said and not _is_date(said):
            raise self.wrong(
                en=f'{key} is {said!r}. Write {key} = "2021", "2021-05" or "2021-05-01".',
                zh=f'{key} 的值是 {said}，应写作 "2021"、"2021-05" 或者 "2021-05-01"。',
            )
        return said

    def choice(self, key: str, choices: Collection[Choice]) -> Choice:
        """The text under a key, which is one of these."""
        value = self.text(key)
        for one in choices:
            if one == value:
                return one
        raise self.wrong(
            en=f"{key} is {value!r}. It must be one of {', '.join(choices)}.",
            zh=f"{key} 的值是 {value}，应为其中之一：{'、'.join(choices)}。",
        )

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids under a key, each once; none where there is no such key."""
        value = self.held.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.wrong(
                en=f'{key} is not a list of ids. Write {key} = ["…"].',
                zh=f'{key} 应为编号的列表，请写作 {key} = ["…"]。',
            )
        return tuple(dict.fromkeys(value))

    def tables(self, key: str) -> list[Table]:
        """The tables under a key, in their order."""
        value = self.held.get(key, [])
        if not isinstance(value, list) or not all(isinstance(table, dict) for table in value):
            raise self.wrong(
                en=f"`{key}` is not a list of tables. Write [[{key}]], in two brackets.",
                zh=f"{key} 应写作 [[{key}]]，用双层方括号。",
            )
        return [replace(self, held=table) for table in value]


def _is_date(said: str) -> bool:
    """Whether a text is a year, a month or a day of the calendar: 2021, 2021-05, 2021-05-01."""
    try:
        return bool(_DATE.fullmatch(said) and datetime.date.fromisoformat(said + "-01-01"[len(said) - 4 :]))
    except ValueError:
        return False


def read(path: Path, error: type[PolicydiffError]) -> Table:
    """What stands in a file."""
    return parsed(files.text_of(path, error), path, error)


def parsed(text: str, path: Path, error: type[PolicydiffError]) -> Table:
    """What a text says that stands in this file or is to stand there."""
    plain = files.without_mark(text).replace("\r\n", "\n").replace("\r", "\n")
    try:
        held = tomllib.loads(plain)
    except (tomllib.TOMLDecodeError, RecursionError) as broken:
        said = _fault(broken, plain)
        raise error(
            en=f"{path}: is not valid TOML: {said.en}. Correct it there.",
            zh=f"{path}：不合 TOML 格式，{said.zh}，请更正。",
        ) from broken
    return Table(held=held, where=Where(en=str(path), zh=str(path)), error=error)


def _fault(error: ValueError | RecursionError, text: str) -> Refusal:
    """What the parser has against a text, which it says in English, and where, which is what a reader needs of it."""
    if isinstance(error, RecursionError):
        return refusal(error)
    said = " ".join(str(error).split())
    if at := _AT.search(said):
        number, column = int(at[1]), int(at[2])
        line = text.split("\n")[number - 1]
        advice = _advice(said, line, line[max(0, column - 2) : column])
        return Refusal(en=said + advice.en, zh=f"第 {number} 行第 {column} 个字符处有误{advice.zh}")
    advice = _advice(said, text.rstrip().split("\n")[-1], "")
    return Refusal(en=said + advice.en, zh=f"末尾有误{advice.zh}")


def _advice(said: str, line: str, here: str) -> Refusal:
    """What to write where the parser stopped, which is in this line and at the last of these characters or behind it;
    nothing where it is not known."""
    if wide := next((char for char in reversed(here) if char in _HALF), ""):
        return Refusal(en=f"; write {_HALF[wide]} in place of {wide}", zh=f"（{wide} 应为半角 {_HALF[wide]}）")
    if said.startswith("Invalid value") and _AT.search(said) and not here[-1:].isalpha():
        return Refusal(en="", zh="")
    if line[:1] > "\x7f" and said.startswith("Invalid statement"):
        return Refusal(en="; a remark begins with #, a key is an English word", zh="（说明文字前面要有 #，键用英文）")
    if day := _DAY.match(line):
        return _advice_on_day(day[1])
    table, key = _TABLE.match(line), _KEY.match(line)
    for begins, en, zh in _MISTAKES:
        named = table if "{table}" in en else key
        if said.startswith(begins) and (named or "{" not in en):
            name = named[1] if named else ""
            return Refusal(en=f"; {en.format(table=name, key=name)}", zh=f"（{zh.format(table=name, key=name)}）")
    return Refusal(en="", zh="")


def _advice_on_day(said: str) -> Refusal:
    """What to write for a day that stands without quotation marks and is none, or is a month."""
    if _is_date(said):
        return Refusal(en=f'; write "{said}", in quotation marks', zh=f'（请写作 "{said}"，用半角引号）')
    return Refusal(
        en=f'; {said} is no date, write "2021", "2021-05" or "2021-05-01"',
        zh=f'（{said} 不是日期，应写作 "2021"、"2021-05" 或者 "2021-05-01"）',
    )


# --------------------------------------------------------------------------------------------- writing


def string(value: str) -> str:
    """A basic string of TOML; what cannot be written in UTF-8 is replaced."""
    return '"' + value.encode("utf-8", "replace").decode("utf-8").translate(_ESCAPES) + '"'


def strings(values: Sequence[str]) -> str:
    """An array of strings on one line."""
    return f"[{', '.join(map(string, values))}]"


def comment(words: str) -> str:
    """Words behind a line; a character that is not to be printed might end the line, or turn it."""
    printable = "".join(c for c in words if c.isprintable())
    return f"  # {printable}" if printable else ""


def write(path: Path, text: str, error: type[PolicydiffError]) -> None:
    """The file holds the text; it is either wholly written or left as it was, with this error."""
    try:
        files.put(path.resolve(), text.encode("utf-8"), lasting=True)  # a link to the file stays one
    except OSError as refused:
        raise error(
            en=f"{path}: cannot be written ({refusal(refused).en}). Check permissions and disk space.",
            zh=f"{path}：无法写入（{refusal(refused).zh}）。请检查访问权限和磁盘空间。",
        ) from refused
