"""The values of a file of readings, each with where it stands: what is not as it is asked for is a GoldError of one
line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from policydiff import files
from policydiff.errors import GoldError, refusal

_MISSPELT = 85  # of 100: so like a key is one that was meant for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """An object of the file, and where it stands, as messages begin with it."""

    held: Mapping[str, Any]
    where: str

    @classmethod
    def of(cls, value: Any, where: str) -> Fields:
        """The object that stands there."""
        if not isinstance(value, dict):
            raise GoldError(
                en=f"{where} is not an object. Write {{…}}.",
                zh=f"{where}：不是对象。请写作 {{…}}。",
            )
        return cls(held=value, where=where)

    def items(self, key: str) -> list[Any]:
        """The list under a key; one that is left out is empty."""
        value = self.held.get(key, [])
        if not isinstance(value, list):
            raise GoldError(
                en=f"{self.where}: {key} is not a list. Write […].",
                zh=f"{self.where}：{key} 应为列表。请写作 […]。",
            )
        return value

    def each(self, key: str, called: str = "") -> Iterator[tuple[Any, str]]:
        """What stands in the list under a key, each with its place, whatever one of them is `called`."""
        for number, value in enumerate(self.items(key), start=1):
            yield value, f"{self.where}: {called or key} {number}"

    def text(self, key: str, otherwise: str = "") -> str:
        """The text under a key."""
        value = self.held.get(key, otherwise)
        if not isinstance(value, str):
            raise GoldError(
                en=f"{self.where}: {key} is not a text. Write it in quotation marks.",
                zh=f"{self.where}：{key} 应为文字，请加引号。",
            )
        return value

    def truth(self, key: str) -> bool:
        """Whether a key says true; one that is left out does not."""
        value = self.held.get(key, False)
        if not isinstance(value, bool):
            raise GoldError(
                en=f"{self.where}: {key} is {value!r}. It must be true or false.",
                zh=f"{self.where}：{key} 的值是 {value}，应为 true 或者 false。",
            )
        return value

    def refuse_misspelt(self, keys: Sequence[str]) -> None:
        """GoldError where one of these keys is likely meant by another; what else stands there is for readers."""
        for other in sorted(set(self.held) - set(keys)):
            from rapidfuzz import fuzz, process  # for such a key alone

            if meant := process.extractOne(other, keys, scorer=fuzz.ratio, score_cutoff=_MISSPELT):
                raise GoldError(
                    en=f"{self.where}: unknown key {other!r}. Did you mean {meant[0]}?",
                    zh=f"{self.where}：不认识 {other}。是不是 {meant[0]}？",
                )


def read_fields(path: Path) -> Fields:
    """What stands in a file."""
    if files.kind(path) == "folder":
        raise GoldError(
            en=f"{path}: this is a folder. Name the files in it: {path / '*.json'}.",
            zh=f"{path}：这是文件夹。请指定其中的文件：{path / '*.json'}。",
        )
    try:
        held = json.loads(files.without_mark(files.text_of(path, GoldError)))
    except (ValueError, RecursionError) as error:
        raise GoldError(
            en=f"{path}: is not valid JSON: {' '.join(refusal(error).en.split())}. Correct it there.",
            zh=f"{path}：不合 JSON 格式，{_place(error)}有误，请更正。",
        ) from None
    if not isinstance(held, dict):
        raise GoldError(
            en=f"{path}: holds no readings. It must be an object with base, target and links.",
            zh=f"{path}：没有人工对照的内容。应为含有 base、target 和 links 的对象。",
        )
    return Fields(held=held, where=str(path))


def _place(error: ValueError | RecursionError) -> str:
    """Where a text is no JSON, in Chinese."""
    at = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else None
    return f"第 {at[0]} 行第 {at[1]} 个字符处" if at else "括号或者数字"
