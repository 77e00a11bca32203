"""TOML files that people write into as well: a text under a key, and values, comments and a file that is never half
written."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from policydiff.errors import LibraryError, Refusal, Where, refusal

_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
_ESCAPES = {code: f"\\u{code:04x}" for code in (*range(0x20), 0x7F)} | {ord("\\"): "\\\\", ord('"'): '\\"'}


def text(table: Mapping[str, Any], key: str, where: Where) -> str:
    """The text under a key, empty where there is none; LibraryError if it is no text."""
    value = table.get(key, "")
    if not isinstance(value, str):
        raise LibraryError(
            f'{where.en}: {key} is not a text. Write {key} = "…", in quotation marks.',
            f'{where.zh}：{key} 应为文字，请写作 {key} = "…"，用半角引号。',
        )
    return value


def fault(error: ValueError | RecursionError) -> Refusal:
    """What the parser has against a text, which it says in English, and where, which is what a reader needs of it."""
    said = " ".join(str(error).split())
    if at := _AT.search(said):
        return Refusal(en=said, zh=f"第 {at[1]} 行第 {at[2]} 个字符处有误")
    return Refusal(en=said, zh="括号套得过深" if isinstance(error, RecursionError) else "末尾不完整或者重复")


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


def write(path: Path, text: str) -> None:
    """The file holds the text; it is either wholly written or left as it was."""
    place = path.resolve()  # a link to the file stays one
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        beside.write_bytes(text.encode("utf-8"))
        beside.replace(place)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise LibraryError(
            f"{path}: cannot be written ({refusal(error).en}). Check that you may write there.",
            f"{path}：无法写入（{refusal(error).zh}）。请检查访问权限。",
        ) from error
