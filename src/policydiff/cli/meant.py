"""What a call likely means that is not understood: a dash that is none, a name with blanks, a command in other words.

—o x.docx                  a word processor made the hyphen long
compare a.txt my rule.txt  my rule.txt is one file
a.txt b.txt                compare a.txt b.txt
对照 a.txt b.txt            likewise
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from policydiff import files

_LONG = "－﹣﹘−‐‑‒–—―─━"  # what is typed or pasted for a hyphen, and is none
_MOST = 8  # words of a name

# What a command is called in other programs or in Chinese, where no likeness leads to its name here.
ELSEWHERE: Mapping[str, str] = {
    "delete": "remove",
    "rm": "remove",
    "import": "add",
    "update": "build",
    "diff": "compare",
    "export": "compare",
    "memo": "report",
    "find": "search",
    "open": "serve",
    "help": "--help",
    **dict.fromkeys(("对照", "对比", "比较", "比对", "导出"), "compare"),
    **dict.fromkeys(("检查", "核对", "审查"), "check"),
    **dict.fromkeys(("报告", "备忘录", "审查备忘录"), "report"),
    **dict.fromkeys(("检索", "搜索", "查找", "查询"), "search"),
    **dict.fromkeys(("添加", "加入", "导入"), "add"),
    **dict.fromkeys(("删除", "移除", "取出"), "remove"),
    **dict.fromkeys(("生成", "构建", "更新"), "build"),
    **dict.fromkeys(("新建", "建立", "初始化"), "init"),
    **dict.fromkeys(("审核", "审核意见", "意见"), "decide"),
    **dict.fromkeys(("评估", "评测"), "evaluate"),
    **dict.fromkeys(("追溯", "溯源"), "trace"),
    **dict.fromkeys(("显示", "查看"), "show"),
    **dict.fromkeys(("列出", "列表", "目录"), "list"),
    **dict.fromkeys(("打开", "启动"), "serve"),
    "解析": "parse",
    "帮助": "--help",
}


def with_hyphens(word: str, options: Collection[str]) -> str:
    """The option that a word is meant for which begins with another dash (—o, ––ui=zh); empty for any other word."""
    bare = word.lstrip(f"-{_LONG}")
    dashes, name = word[: len(word) - len(bare)], bare.partition("=")[0]
    if not name or not any(dash in _LONG for dash in dashes):
        return ""
    return next((f"{hyphens}{bare}" for hyphens in ("--", "-") if f"{hyphens}{name}" in options), "")


def name_in_pieces(words: Sequence[str]) -> str:
    """The name of a file or a folder with blanks in it that stands among these words in pieces; empty where there is
    none."""
    for start in range(len(words)):
        for end in range(start + 2, min(start + _MOST, len(words)) + 1):
            pieces = words[start:end]
            if _is_there(" ".join(pieces)) and not all(map(_is_there, pieces)):
                return " ".join(pieces)
    return ""


def without_command(words: Sequence[str]) -> str:
    """The command that is meant where documents stand in its place; empty where the first word is no file's name."""
    from policydiff.ingest.file import FORMATS

    if files.kind(Path(words[0])) != "file" and Path(words[0]).suffix.lower() not in {*FORMATS} - {""}:
        return ""
    return "compare" if words[1:] and not words[1].startswith("-") else "check"


def _is_there(name: str) -> bool:
    return files.kind(Path(name)) in ("file", "folder")
