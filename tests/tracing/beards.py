"""Invented rules on beards, central and local, in several editions, as a library holds them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from policydiff.ingest import read
from policydiff.library import Entry
from policydiff.model import Document, DocumentKind
from policydiff.parsing import parse
from policydiff.tracing import Collection, collected

LAW_2012 = """中华人民共和国胡须法
（2012年3月1日全国胡须代表大会通过）
第一条 为了规范胡须管理，保障公民留须的权利，制定本法。
第二条 胡须应当整洁，长度不得超过二十厘米。
第三条 剪须师应当取得剪须执照，并在店内公示执照。
第四条 违反本法第二条规定的，由胡须主管部门责令修剪，并处五十元以下罚款。
第五条 本法自2012年6月1日起施行。
"""
LAW_2020 = """中华人民共和国胡须法
（2012年3月1日全国胡须代表大会通过　2020年5月8日修订）
第一条 为了规范胡须管理，保障公民留须的权利，制定本法。
第二条 国家鼓励发展胡须文化，支持举办胡须节。
第三条 胡须应当整洁，长度不得超过三十厘米。
第四条 剪须师应当取得剪须执照，并在店内公示执照。
第五条 违反本法第三条规定的，由胡须主管部门责令修剪，并处一百元以下罚款。
第六条 本法自2020年9月1日起施行。
"""
HATS = """中华人民共和国帽子法
（2015年4月2日全国帽子代表大会通过）
第一条 为了加强帽子生产和销售的管理，制定本法。
第二条 帽子应当标明尺寸、材料和产地。
第三条 帽店售出的帽子七日内可以退换。
第四条 本法自2015年7月1日起施行。
"""
LOCAL = """东省实施《中华人民共和国胡须法》办法
（2014年6月3日东省人民政府令第3号公布）
第一条 根据《中华人民共和国胡须法》，结合本省实际，制定本办法。
第二条 胡须应当整洁，长度不得超过二十五厘米。
第三条 剪须师应当依照《中华人民共和国胡须法》第三条的规定取得剪须执照。
第四条 渔船出海之前应当检修发动机。
第五条 本办法自2014年8月1日起施行。
"""
TEXTS: dict[str, tuple[DocumentKind, str]] = {
    "law-2012": ("central", LAW_2012),
    "law-2020": ("central", LAW_2020),
    "hats": ("central", HATS),
    "east": ("local", LOCAL),
}


def document(folder: Path, name: str, text: str) -> Document:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return parse(read(path), id=name)


def entries(folder: Path, texts: Mapping[str, tuple[DocumentKind, str]] = TEXTS) -> list[Entry]:
    """What a catalogue says of the texts, whose files are in the folder."""
    for name, (_, text) in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [
        Entry(id=name, path=folder / f"{name}.txt", language="zh", title="", kind=kind)
        for name, (kind, _) in texts.items()
    ]


def read_entry(entry: Entry) -> Document:
    return parse(read(entry.path, entry.language), id=entry.id, title=entry.title)


def library(folder: Path, texts: Mapping[str, tuple[DocumentKind, str]] = TEXTS) -> Collection:
    return collected(entries(folder, texts), read_entry)
