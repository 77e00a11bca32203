"""Two short rules on beards and what careful readers made of them, as files of an office."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CENTRAL = """\
胡须管理办法

第一条 蓄须者应当每月修剪一次胡须。

第二条 禁止在食堂梳须。

第三条 理发店应当保存登记三年。
"""
LOCAL = """\
# 某街道胡须管理细则

## 第一章 总则

**第一条** 蓄须者可以每月修剪一次胡须。

**第二条** 禁止在食堂梳须。

## 第二章 附则

**第三条** 设立胡须节。
"""


def readings() -> dict[str, Any]:
    """The readings with the words of the units; every call makes new ones."""
    return {
        "pair": "beards",
        "base": {
            "file": "texts/central.txt",
            "lang": "zh",
            "units": [
                {"id": "B1", "label": "第一条", "text": "蓄须者应当每月修剪一次胡须。"},
                {"id": "B2", "label": "第二条", "text": "禁止在食堂梳须。"},
                {"id": "B3", "label": "第三条", "text": "理发店应当保存登记三年。"},
            ],
        },
        "target": {
            "file": "texts/local.txt",
            "lang": "zh",
            "units": [
                {"id": "T1", "label": "细则第一条", "text": "蓄须者可以每月修剪一次胡须。"},
                {"id": "T2", "label": "细则第二条", "text": "禁止在食堂梳须。"},
                {"id": "T3", "label": "细则第三条", "text": "设立胡须节。"},
            ],
        },
        "links": [
            {"base": ["B1"], "target": ["T1"], "relation": "changed", "kind": "textual", "why": "a duty made a leave"},
            {"base": ["B2"], "target": ["T2"], "relation": "identical", "kind": "textual"},
        ],
        "notes": ["invented"],
    }


def write(folder: Path, facts: object, name: str = "beards.json") -> Path:
    """The readings in `gold/` below the folder, both texts in `texts/`."""
    for file, text in (("central.txt", CENTRAL), ("local.txt", LOCAL)):
        (folder / "texts").mkdir(exist_ok=True)
        (folder / "texts" / file).write_text(text, encoding="utf-8")
    (folder / "gold").mkdir(exist_ok=True)
    path = folder / "gold" / name
    path.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")
    return path
