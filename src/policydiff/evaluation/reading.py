"""A file of readings → `Gold`. One JSON file a pair, in either of two forms.

With the words, as readers write it:

    pair             its name (default: the file's)
    base, target     "file", "lang" (zh or en), "units": [{"id", "label", "text"}]
    links            {"base": [id, …], "target": [id, …], "relation": "identical" | "changed", "kind": "textual" |
                     "topical"}; "either": true where both relations are right
    optional_pairs   [[base id, target id], …]
    changes          {"type", "base_id", "target_id" (null: no counterpart), "base_phrase", "target_phrase"}
    held_out         true: not measured unless asked for

Without a word of the texts, known by their sha256 instead:

    base, target     "document" (its id in corpus.toml) or "file", "language", "sha256",
                     "units": [[id, label, fingerprint, "start-end start-end"]], places in the decoded file
    links            as above; the relation may be "either"
    optional         as optional_pairs
    changes          "base" and "target" for base_id and target_id

Keys that are not named here are for readers alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast, get_args

from policydiff import files
from policydiff.errors import GoldError
from policydiff.evaluation.gold import Gold, GoldChange, GoldLink, GoldRelation, GoldSide, GoldUnit, UnitPair
from policydiff.model import FindingType, Language
from policydiff.text import skeleton

Json = dict[str, Any]

_PLACE = re.compile(r"(\d+)-(\d+)")


def read(path: Path) -> Gold:
    """The readings in a file; whatever does not hold together in them is a GoldError of one line."""
    facts = _facts(path)
    base, target = (_side(facts, side, str(path)) for side in ("base", "target"))
    known = {unit.id for unit in base.units}, {unit.id for unit in target.units}

    def each(key: str, made: Callable[[Any, str, tuple[set[str], set[str]]], Any]) -> Iterator[Any]:
        for number, item in enumerate(_list(facts, key, str(path)), start=1):
            yield made(item, f"{path}: {key} {number}", known)

    if "links" not in facts:
        raise GoldError(
            f"{path}: links is missing. An empty list says that nothing corresponds.",
            f"{path}：缺少 links。如果没有任何对应，请写空列表。",
        )
    return Gold(
        name=_text(facts, "pair", str(path), path.stem),
        base=base,
        target=target,
        links=tuple(each("links", _link)),
        optional=frozenset(each("optional" if "optional" in facts else "optional_pairs", _pair)),
        changes=tuple(each("changes", _change)),
        held_out=bool(facts.get("held_out")),
    )


def _facts(path: Path) -> Json:
    if files.kind(path) == "folder":
        raise GoldError(
            f"{path}: this is a folder. Name the files in it: {path / '*.json'}.",
            f"{path}：这是文件夹。请指定其中的文件：{path / '*.json'}。",
        )
    try:
        facts = json.loads(files.without_mark(files.text_of(path, GoldError)))
    except (ValueError, RecursionError) as error:
        raise GoldError(
            f"{path}: is not valid JSON: {' '.join(str(error).split())}. Correct it there.",
            f"{path}：不合 JSON 格式，{_place(error)}有误，请更正。",
        ) from None
    if not isinstance(facts, dict):
        raise GoldError(
            f"{path}: holds no readings. It must be an object with base, target and links.",
            f"{path}：没有人工对照的内容。应为含有 base、target 和 links 的对象。",
        )
    return facts


def _place(error: ValueError | RecursionError) -> str:
    """Where a text is no JSON, in Chinese."""
    at = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else None
    return f"第 {at[0]} 行第 {at[1]} 个字符处" if at else "括号或者数字"


# -------------------------------------------------------------------------------------------- the sides


def _side(facts: Json, key: str, path: str) -> GoldSide:
    where = f"{path}: {key}"
    side = facts.get(key)
    if not isinstance(side, dict):
        raise GoldError(
            f'{where} is missing. Add "{key}": {{"file": …, "lang": …, "units": […]}}.',
            f'{where}：缺少此项。请加上 "{key}": {{"file": …, "lang": …, "units": […]}}。',
        )
    document, file = _text(side, "document", where), _text(side, "file", where)
    if not document and not file:
        raise GoldError(
            f"{where} names no text. Add its file.",
            f"{where}：没有指明文本。请加上 file。",
        )
    return GoldSide(
        document=document,
        file=file,
        language=_language(side, where),
        units=_units(side, where),
        sha256=_text(side, "sha256", where),
    )


def _language(side: Json, where: str) -> Language:
    language = _text(side, "language", where) or _text(side, "lang", where)
    if language not in get_args(Language):
        raise GoldError(
            f"{where}: lang is {language!r}. It must be one of {', '.join(get_args(Language))}.",
            f"{where}：lang 的值是 {language}，应为其中之一：{'、'.join(get_args(Language))}。",
        )
    return cast(Language, language)


def _units(side: Json, where: str) -> tuple[GoldUnit, ...]:
    """The units of a side; no two have one id."""
    units = tuple(_unit(unit, f"{where}: unit {number}") for number, unit in enumerate(_list(side, "units", where), 1))
    if not units:
        raise GoldError(
            f"{where} has no units. Cut its text into the smallest pieces that you link.",
            f"{where}：没有单元。请将文本切分为可以对应的最小单元。",
        )
    if twice := [name for name, times in Counter(unit.id for unit in units).items() if times > 1]:
        raise GoldError(
            f"{where}: two units have the id {twice[0]!r}. Give each its own.",
            f"{where}：有两个单元的编号都是 {twice[0]}。请各取一个编号。",
        )
    return units


def _unit(unit: Any, where: str) -> GoldUnit:
    if isinstance(unit, list) and len(unit) == 4 and all(isinstance(part, str) for part in unit):
        name, label, fingerprint, places = unit
        return GoldUnit(id=name, label=label, fingerprint=fingerprint, spans=tuple(_spans(places, where)))
    if not isinstance(unit, dict):
        raise GoldError(
            f'{where} is no unit. Write {{"id": …, "label": …, "text": …}}.',
            f'{where}：不是单元。请写作 {{"id": …, "label": …, "text": …}}。',
        )
    made = GoldUnit(id=_text(unit, "id", where), label=_text(unit, "label", where), text=_text(unit, "text", where))
    if not made.id or not skeleton(made.text):
        raise GoldError(
            f"{where} needs an id and a text with words in it.",
            f"{where}：需要编号和含有文字的 text。",
        )
    return made


def _spans(places: str, where: str) -> Iterator[tuple[int, int]]:
    for place in places.split():
        found = _PLACE.fullmatch(place)
        if not found:
            raise GoldError(
                f"{where}: {place!r} is no place. Write start-end.",
                f"{where}：{place} 不是位置。请写作 起点-终点。",
            )
        yield int(found[1]), int(found[2])


# ---------------------------------------------------------------------------------- what readers said


def _link(link: Any, where: str, known: tuple[set[str], set[str]]) -> GoldLink:
    fields = _object(link, where)
    base, target = (_ids(fields, side, where, ids) for side, ids in zip(("base", "target"), known, strict=True))
    relation = "either" if fields.get("either") else _text(fields, "relation", where)
    if relation not in get_args(GoldRelation):
        raise GoldError(
            f"{where}: relation is {relation!r}. It must be identical or changed.",
            f"{where}：relation 的值是 {relation}，应为 identical 或者 changed。",
        )
    return GoldLink(
        base=base, target=target, relation=cast(GoldRelation, relation), topical=fields.get("kind") == "topical"
    )


def _ids(fields: Json, side: str, where: str, known: set[str]) -> tuple[str, ...]:
    """The units that a link names on a side; a provision without a counterpart stands in no link."""
    ids = _list(fields, side, where)
    if not ids:
        raise GoldError(
            f"{where} names no unit of the {side}. Take it out: what is in no link has no counterpart.",
            f"{where}：没有指明 {side} 的单元。请删去此项：不在任何对应中的单元即为没有对应。",
        )
    return tuple(_known(one, where, side, known) for one in ids)


def _pair(pair: Any, where: str, known: tuple[set[str], set[str]]) -> UnitPair:
    if not isinstance(pair, list) or len(pair) != 2:
        raise GoldError(
            f"{where} is no pair of units. Write [base id, target id].",
            f"{where}：不是一对单元。请写作 [base 的编号, target 的编号]。",
        )
    return _known(pair[0], where, "base", known[0]), _known(pair[1], where, "target", known[1])


def _change(change: Any, where: str, known: tuple[set[str], set[str]]) -> GoldChange:
    fields = _object(change, where)
    type_ = _text(fields, "type", where)
    if type_ not in get_args(FindingType):
        raise GoldError(
            f"{where}: type is {type_!r}. It must be one of {', '.join(get_args(FindingType))}.",
            f"{where}：type 的值是 {type_}，应为其中之一：{'、'.join(get_args(FindingType))}。",
        )
    base, target = (
        _known(named, where, side, ids) if (named := fields.get(f"{side}_id", fields.get(side))) else ""
        for side, ids in zip(("base", "target"), known, strict=True)
    )
    phrases = _text(fields, "base_phrase", where), _text(fields, "target_phrase", where)
    if not any(map(skeleton, phrases)):
        raise GoldError(
            f"{where} quotes no words. Give base_phrase, target_phrase or both.",
            f"{where}：没有引用文字。请写 base_phrase、target_phrase 或者两者都写。",
        )
    return GoldChange(
        type=cast(FindingType, type_), base=phrases[0], target=phrases[1], base_unit=base, target_unit=target
    )


def _known(id: Any, where: str, side: str, known: set[str]) -> str:
    if not isinstance(id, str) or id not in known:
        raise GoldError(
            f"{where}: no unit of the {side} has the id {id!r}. Correct it or add the unit.",
            f"{where}：{side} 中没有编号为 {id} 的单元。请更正，或者补上单元。",
        )
    return id


# ----------------------------------------------------------------------------------------- JSON values


def _object(value: Any, where: str) -> Json:
    if not isinstance(value, dict):
        raise GoldError(
            f"{where} is not an object. Write {{…}}.",
            f"{where}：不是对象。请写作 {{…}}。",
        )
    return value


def _list(fields: Json, key: str, where: str) -> list[Any]:
    """The list under a key; one that is left out is empty."""
    value = fields.get(key, [])
    if not isinstance(value, list):
        raise GoldError(
            f"{where}: {key} is not a list. Write […].",
            f"{where}：{key} 应为列表。请写作 […]。",
        )
    return value


def _text(fields: Json, key: str, where: str, otherwise: str = "") -> str:
    value = fields.get(key, otherwise)
    if not isinstance(value, str):
        raise GoldError(
            f"{where}: {key} is not a text. Write it in quotation marks.",
            f"{where}：{key} 应为文字，请加引号。",
        )
    return value
