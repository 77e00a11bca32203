"""What this program has written, which is no text of a rule: tables, memos and comparisons that lie among the drafts.

They bear the fingerprint that policydiff.report.seal puts into them, also after somebody has worked on them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import files
from policydiff.errors import ReadError

if TYPE_CHECKING:
    from policydiff.ingest.word.package import Package

_LINE = re.compile(rf"^(?:<!-- {files.SEAL}[0-9a-f]{{16}} -->|\[{files.SEAL}[0-9a-f]{{16}}\])\r?$", re.MULTILINE)


def refuse_text(text: str, path: Path) -> None:
    """ReadError where a line of a text is such a fingerprint."""
    if files.SEAL in text and _LINE.search(text):
        raise _made(path)


def refuse_package(package: Package, path: Path) -> None:
    """ReadError where a Word document has one among its properties."""
    for one in package.relations(""):
        if one.kind == "core-properties" and (root := package.tree(one.target)) is not None:
            named = (element.text or "" for element in root if element.tag == "identifier")
            if any(name.startswith(files.SEAL) for name in named):
                raise _made(path)


def _made(path: Path) -> ReadError:
    return ReadError(
        en=f"{path}: a table, memo or comparison that policydiff has made, and no text of a rule. Give the text that "
        "it was made from.",
        zh=f"{path}：这是 policydiff 生成的对照表、备忘录或者对照结果，不是规定文本。请提供原来的文本。",
    )
