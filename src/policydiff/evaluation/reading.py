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

Keys that are not named here, nor nearly so, are for readers alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from policydiff.errors import GoldError
from policydiff.evaluation.fields import Fields, read_fields
from policydiff.evaluation.gold import Gold, GoldChange, GoldLink, GoldRelation, GoldSide, GoldUnit, UnitPair
from policydiff.model import FindingType, Language, Side
from policydiff.text import skeleton

_PLACE = re.compile(r"(\d+)-(\d+)")
_KINDS = ("textual", "topical")
_KEYS = ("pair", "base", "target", "links", "optional", "optional_pairs", "changes", "held_out")
_OF_SIDE = ("document", "file", "language", "lang", "sha256", "units")
_OF_UNIT = ("id", "label", "text")
_OF_LINK = ("base", "target", "relation", "kind", "either")
_OF_CHANGE = ("type", "base", "base_id", "target", "target_id", "base_phrase", "target_phrase")


def read(path: Path) -> Gold:
    """The readings in a file; whatever does not hold together in them is a GoldError of one line."""
    facts = read_fields(path)
    facts.refuse_misspelt(_KEYS)
    base, target = _side(facts, "base"), _side(facts, "target")
    if "links" not in facts.held:
        raise GoldError(
            en=f"{path}: links is missing. An empty list says that nothing corresponds.",
            zh=f"{path}：缺少 links。如果没有任何对应，请写空列表。",
        )
    ids = _Ids(base=frozenset(unit.id for unit in base.units), target=frozenset(unit.id for unit in target.units))
    return Gold(
        name=facts.text("pair", path.stem),
        base=base,
        target=target,
        links=tuple(_link(Fields.of(*link), ids) for link in facts.each("links")),
        optional=frozenset(_pair(*pair, ids) for pair in facts.each(_optional(facts))),
        changes=tuple(_change(Fields.of(*change), ids) for change in facts.each("changes")),
        held_out=facts.truth("held_out"),
    )


def _optional(facts: Fields) -> str:
    """The key of the pairs that could be linked or not, which either form has a name of its own for."""
    return "optional" if "optional" in facts.held else "optional_pairs"


# -------------------------------------------------------------------------------------------- the sides


def _side(facts: Fields, key: str) -> GoldSide:
    where = f"{facts.where}: {key}"
    if not isinstance(facts.held.get(key), dict):
        raise GoldError(
            en=f'{where} is missing. Add "{key}": {{"file": …, "lang": …, "units": […]}}.',
            zh=f'{where}：缺少此项。请加上 "{key}": {{"file": …, "lang": …, "units": […]}}。',
        )
    side = Fields.of(facts.held[key], where)
    side.refuse_misspelt(_OF_SIDE)
    document, file = side.text("document"), side.text("file")
    if not document and not file:
        raise GoldError(
            en=f"{where} names no text. Add its file.",
            zh=f"{where}：没有指明文本。请加上 file。",
        )
    return GoldSide(
        document=document,
        file=file,
        language=_language(side),
        units=_units(side),
        sha256=side.text("sha256"),
    )


def _language(side: Fields) -> Language:
    language = side.text("language") or side.text("lang")
    if language not in get_args(Language):
        raise GoldError(
            en=f"{side.where}: lang is {language!r}. It must be one of {', '.join(get_args(Language))}.",
            zh=f"{side.where}：lang 的值是 {language}，应为其中之一：{'、'.join(get_args(Language))}。",
        )
    return cast(Language, language)


def _units(side: Fields) -> tuple[GoldUnit, ...]:
    """The units of a side; no two have one id."""
    units = tuple(_unit(*unit) for unit in side.each("units", "unit"))
    if not units:
        raise GoldError(
            en=f"{side.where} has no units. Cut its text into the smallest pieces that you link.",
            zh=f"{side.where}：没有单元。请将文本切分为可以对应的最小单元。",
        )
    if twice := [name for name, times in Counter(unit.id for unit in units).items() if times > 1]:
        raise GoldError(
            en=f"{side.where}: two units have the id {twice[0]!r}. Give each its own.",
            zh=f"{side.where}：有两个单元的编号都是 {twice[0]}。请各取一个编号。",
        )
    return units


def _unit(unit: Any, where: str) -> GoldUnit:
    """A unit in either form."""
    if isinstance(unit, list) and len(unit) == 4 and all(isinstance(part, str) for part in unit):
        name, label, fingerprint, places = unit
        return GoldUnit(id=name, label=label, fingerprint=fingerprint, spans=tuple(_spans(places, where)))
    if not isinstance(unit, dict):
        raise GoldError(
            en=f'{where} is no unit. Write {{"id": …, "label": …, "text": …}}.',
            zh=f'{where}：不是单元。请写作 {{"id": …, "label": …, "text": …}}。',
        )
    fields = Fields.of(unit, where)
    fields.refuse_misspelt(_OF_UNIT)
    made = GoldUnit(id=fields.text("id"), label=fields.text("label"), text=fields.text("text"))
    if not made.id or not skeleton(made.text):
        raise GoldError(
            en=f"{where} needs an id and a text with words in it.",
            zh=f"{where}：需要编号和含有文字的 text。",
        )
    return made


def _spans(places: str, where: str) -> Iterator[tuple[int, int]]:
    for place in places.split():
        found = _PLACE.fullmatch(place)
        if not found:
            raise GoldError(
                en=f"{where}: {place!r} is no place. Write start-end.",
                zh=f"{where}：{place} 不是位置。请写作 起点-终点。",
            )
        yield int(found[1]), int(found[2])


# ---------------------------------------------------------------------------------- what readers said


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ids:
    """The ids of the units of either side."""

    base: frozenset[str]
    target: frozenset[str]

    def known(self, id: Any, side: Side, where: str) -> str:
        """The id, which is one of that side's."""
        if not isinstance(id, str) or id not in (self.base if side == "base" else self.target):
            raise GoldError(
                en=f"{where}: no unit of the {side} has the id {id!r}. Correct it or add the unit.",
                zh=f"{where}：{side} 中没有编号为 {id} 的单元。请更正，或者补上单元。",
            )
        return id


def _link(link: Fields, ids: _Ids) -> GoldLink:
    link.refuse_misspelt(_OF_LINK)
    base, target = _linked(link, "base", ids), _linked(link, "target", ids)
    relation = "either" if link.truth("either") else link.text("relation")
    if relation not in get_args(GoldRelation):
        raise GoldError(
            en=f"{link.where}: relation is {relation!r}. It must be identical or changed.",
            zh=f"{link.where}：relation 的值是 {relation}，应为 identical 或者 changed。",
        )
    kind = link.text("kind", _KINDS[0])
    if kind not in _KINDS:
        raise GoldError(
            en=f"{link.where}: kind is {kind!r}. It must be {' or '.join(_KINDS)}.",
            zh=f"{link.where}：kind 的值是 {kind}，应为 {' 或者 '.join(_KINDS)}。",
        )
    return GoldLink(base=base, target=target, relation=cast(GoldRelation, relation), topical=kind == "topical")


def _linked(link: Fields, side: Side, ids: _Ids) -> tuple[str, ...]:
    """The units that a link names on a side; a provision without a counterpart stands in no link."""
    named = link.items(side)
    if not named:
        raise GoldError(
            en=f"{link.where} names no unit of the {side}. Take it out: what is in no link has no counterpart.",
            zh=f"{link.where}：没有指明 {side} 的单元。请删去此项：不在任何对应中的单元即为没有对应。",
        )
    return tuple(ids.known(one, side, link.where) for one in named)


def _pair(pair: Any, where: str, ids: _Ids) -> UnitPair:
    if not isinstance(pair, list) or len(pair) != 2:
        raise GoldError(
            en=f"{where} is no pair of units. Write [base id, target id].",
            zh=f"{where}：不是一对单元。请写作 [base 的编号, target 的编号]。",
        )
    return ids.known(pair[0], "base", where), ids.known(pair[1], "target", where)


def _change(change: Fields, ids: _Ids) -> GoldChange:
    change.refuse_misspelt(_OF_CHANGE)
    type_ = change.text("type")
    if type_ not in get_args(FindingType):
        raise GoldError(
            en=f"{change.where}: type is {type_!r}. It must be one of {', '.join(get_args(FindingType))}.",
            zh=f"{change.where}：type 的值是 {type_}，应为其中之一：{'、'.join(get_args(FindingType))}。",
        )
    base, target = _named(change, "base", ids), _named(change, "target", ids)
    if not base and not target:
        raise GoldError(
            en=f"{change.where} names no unit. Give base_id, target_id or both.",
            zh=f"{change.where}：没有指明单元。请写 base_id、target_id 或者两者都写。",
        )
    phrases = change.text("base_phrase"), change.text("target_phrase")
    if not any(map(skeleton, phrases)):
        raise GoldError(
            en=f"{change.where} quotes no words. Give base_phrase, target_phrase or both.",
            zh=f"{change.where}：没有引用文字。请写 base_phrase、target_phrase 或者两者都写。",
        )
    return GoldChange(
        type=cast(FindingType, type_), base=phrases[0], target=phrases[1], base_unit=base, target_unit=target
    )


def _named(change: Fields, side: Side, ids: _Ids) -> str:
    """The unit that a change stands in on a side; empty where it names none."""
    named = change.held.get(f"{side}_id", change.held.get(side))
    return ids.known(named, side, change.where) if named else ""
