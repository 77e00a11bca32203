"""Readings as written: both forms, and one line for whatever does not hold together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.evaluation.beards import readings, write

from policydiff.errors import GoldError
from policydiff.evaluation import read
from policydiff.evaluation.gold import GoldChange, GoldLink, GoldUnit


def test_readings_with_their_words(tmp_path: Path) -> None:
    facts = readings()
    facts["links"][0] |= {"either": True, "kind": "topical"}
    facts["optional_pairs"] = [["B3", "T3"]]
    facts["changes"] = [
        {"type": "modality", "base_id": "B1", "target_id": "T1", "base_phrase": "应当", "target_phrase": "可以"},
        {"type": "dropped-duty", "base_id": "B3", "target_id": None, "base_phrase": "保存登记", "target_phrase": ""},
    ]
    gold = read(write(tmp_path, facts))
    assert (gold.name, gold.base.file, gold.target.language) == ("beards", "texts/central.txt", "zh")
    assert gold.base.units[1] == GoldUnit(id="B2", label="第二条", text="禁止在食堂梳须。")
    assert gold.links[0] == GoldLink(base=("B1",), target=("T1",), relation="either", topical=True)
    assert gold.links[1] == GoldLink(base=("B2",), target=("T2",), relation="identical")
    assert gold.optional == {("B3", "T3")}
    assert gold.changes == (
        GoldChange(type="modality", base="应当", target="可以", base_unit="B1", target_unit="T1"),
        GoldChange(type="dropped-duty", base="保存登记", target="", base_unit="B3"),
    )
    assert not gold.held_out


def test_readings_without_a_word_of_the_texts(tmp_path: Path) -> None:
    side = {"document": "central", "language": "zh", "sha256": "ab", "units": [["art_1", "1", "f00", "3-5 8-9"]]}
    change = {"type": "actor", "base": "art_1", "target": None, "base_phrase": "街道", "target_phrase": ""}
    facts = {
        "held_out": True,
        "base": side,
        "target": side,
        "links": [{"base": ["art_1"], "target": ["art_1"], "relation": "either"}],
        "optional": [["art_1", "art_1"]],
        "changes": [change],
    }
    gold = read(write(tmp_path, facts, "hidden.json"))
    assert (gold.name, gold.held_out, gold.base.document, gold.base.sha256) == ("hidden", True, "central", "ab")
    assert gold.base.units == (GoldUnit(id="art_1", label="1", fingerprint="f00", spans=((3, 5), (8, 9))),)
    assert gold.links[0].relation == "either"
    assert gold.optional == {("art_1", "art_1")}
    assert gold.changes == (GoldChange(type="actor", base="街道", target="", base_unit="art_1"),)


def test_what_is_for_readers_alone_is_passed_over(tmp_path: Path) -> None:
    facts = readings() | {"notes": ["read twice"], "reader": "ls"}
    facts["links"][0] |= {"why": "a duty becomes a permission", "note": ""}
    assert read(write(tmp_path, facts)).name == "beards"


def without(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda facts: facts.pop(key)


CHANGE = {"type": "modality", "base_id": "B1", "target_id": "T1", "base_phrase": "应当", "target_phrase": "可以"}
SLIPS: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no base": (without("base"), "base is missing"),
    "no links": (without("links"), "links is missing"),
    "no file": (lambda f: f["base"].pop("file"), "base names no text"),
    "no language": (lambda f: f["target"].pop("lang"), "target: lang is ''. It must be one of zh, en"),
    "no units": (lambda f: f["base"].update(units=[]), "base has no units"),
    "units of another kind": (lambda f: f["base"].update(units={}), "base: units is not a list"),
    "a unit without words": (lambda f: f["base"]["units"][1].update(text="。"), "base: unit 2 needs an id and a text"),
    "a unit that is none": (lambda f: f["base"]["units"].append("B9"), "base: unit 4 is no unit"),
    "an id twice": (lambda f: f["base"]["units"][1].update(id="B1"), "base: two units have the id 'B1'"),
    "a link to nowhere": (lambda f: f["links"][0].update(target=["T9"]), "links 1: no unit of the target has"),
    "a link of one side": (lambda f: f["links"][1].update(base=[]), "links 2 names no unit of the base"),
    "a link that is none": (lambda f: f["links"].append(7), "links 3 is not an object"),
    "an unknown relation": (lambda f: f["links"][0].update(relation="same"), "links 1: relation is 'same'"),
    "an optional link": (lambda f: f.update(optional_pairs=["B1"]), "optional_pairs 1 is no pair of units"),
    "an unknown type": (lambda f: f.update(changes=[CHANGE | {"type": "tone"}]), "changes 1: type is 'tone'"),
    "a silent change": (
        lambda f: f.update(changes=[CHANGE | {"base_phrase": "", "target_phrase": ""}]),
        "changes 1 quotes no words",
    ),
    "a change of no unit": (
        lambda f: f.update(changes=[CHANGE | {"base_id": None, "target_id": None}]),
        "changes 1 names no unit. Give base_id, target_id or both.",
    ),
    "an unknown kind": (lambda f: f["links"][0].update(kind="x"), "links 1: kind is 'x'. It must be textual or"),
    "a truth that is none": (lambda f: f.update(held_out="no"), "held_out is 'no'. It must be true or false."),
    "either as a word": (lambda f: f["links"][0].update(either="no"), "links 1: either is 'no'. It must be true"),
    "a misspelt key": (lambda f: f.update(optional_pair=[]), "unknown key 'optional_pair'. Did you mean"),
    "a misspelt key of a link": (lambda f: f["links"][1].update(kinds="x"), "links 2: unknown key 'kinds'. Did you"),
    "a misspelt key of a change": (
        lambda f: f.update(changes=[CHANGE | {"basephrase": "应当"}]),
        "changes 1: unknown key 'basephrase'. Did you mean base_phrase?",
    ),
    "a change nowhere": (lambda f: f.update(changes=[CHANGE | {"base_id": "B0"}]), "changes 1: no unit of the base"),
    "a name of another kind": (lambda f: f.update(pair=3), "pair is not a text"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_one_line_that_names_the_file_and_the_place(slip: str, tmp_path: Path) -> None:
    spoil, said = SLIPS[slip]
    facts = readings()
    spoil(facts)
    path = write(tmp_path, facts)
    with pytest.raises(GoldError) as raised:
        read(path)
    assert str(raised.value).startswith(str(path))
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"{", "is not valid JSON"),
        (b"[" * 100_000, "is not valid JSON: brackets are nested too deeply"),
        (b"[]", "holds no readings"),
        ('{"pair": "胡须"}'.encode("gb18030"), "is not UTF-8"),
    ],
)
def test_a_file_that_holds_no_readings_is_one_line(written: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "beards.json"
    path.write_bytes(written)
    with pytest.raises(GoldError, match=said) as raised:
        read(path)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("written", "where"), [(b'{"a": 1,\n}', "第 2 行第 1 个字符处有误"), (b"[" * 100_000, "括号或者数字有误")]
)
def test_where_a_file_is_no_json_is_said_in_chinese(written: bytes, where: str, tmp_path: Path) -> None:
    path = tmp_path / "beards.json"
    path.write_bytes(written)
    with pytest.raises(GoldError) as raised:
        read(path)
    assert raised.value.told("zh").endswith(f"不合 JSON 格式，{where}，请更正。")


def test_a_file_that_is_not_there_and_a_folder_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="there is no such file"):
        read(tmp_path / "beards.json")
    with pytest.raises(GoldError, match="this is a folder"):
        read(tmp_path)
