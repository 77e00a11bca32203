"""PDF files with a text layer: the characters that its pages set, put together to paragraphs (layout).

A PDF says where each character stands and nothing of paragraphs, headings or notes. Characters that stand for others
(⼀ for 一, ﬁ for fi: fonts are often written so) are read as those.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import unicodedata
from functools import cache, partial
from pathlib import Path
from typing import Any

from policydiff.errors import ReadError
from policydiff.extras import install
from policydiff.ingest import pdf_fragments, tables
from policydiff.ingest.content import Content, joined
from policydiff.ingest.layout import Fragment, Page, paragraphs
from policydiff.ingest.ruled import Rule

LIBRARY = "pypdfium2"
LONGEST = 120  # seconds
_MOST_UNREADABLE = 0.05
_NAMED_PAGES = 5
_SAID_ZH = {
    "library": f"读取 PDF 需要 {LIBRARY}，本机没有安装。请运行：{install('pdf')}",
    "password": "PDF 有密码保护。请去掉密码另存后再试。",
    "broken": "PDF 已损坏，或者不是 PDF。请打开后重新打印为 PDF 再试。",
    "pages": f"PDF 超过 {pdf_fragments.MOST_PAGES:,} 页。请拆分为单个规定。",
    "characters": f"PDF 超过 {pdf_fragments.MOST_CHARACTERS:,} 字。请拆分为单个规定。",
    "memory": "读取 PDF 占用内存过多。请重新打印为 PDF，或者将文字另存为 .txt 后再试。",
    "time": f"读取 PDF 超过 {LONGEST} 秒。请将文字另存为 .txt 后再试。",
}
_SAID = {
    "library": f"PDF files are read with {LIBRARY}, which is not installed here. Install it with: {install('pdf')}",
    "password": "the PDF is protected by a password. Save it without one and try again.",
    "broken": "the PDF is damaged, or no PDF. Open it, print it to a new PDF and try again.",
    "pages": f"the PDF has more than {pdf_fragments.MOST_PAGES:,} pages. Split it into single rules.",
    "characters": f"the PDF has more than {pdf_fragments.MOST_CHARACTERS:,} characters. Split it into single rules.",
    "memory": "reading the PDF takes too much memory. Print it to a new PDF, or save its text as .txt, and try again.",
    "time": f"reading the PDF takes more than {LONGEST} seconds. Save its text as .txt and try again.",
}


def content(data: bytes, path: Path, *, original: bool = False) -> Content:
    """The text of a PDF, a paragraph a line, with its running heads and page numbers as hints."""
    if not data.strip():
        return Content(text="")
    said = _said(data)
    if "pages" not in said:
        reason = said.get("error", "") if said.get("error", "") in _SAID else "broken"
        raise ReadError(en=f"{path}: {_SAID[reason]}", zh=f"{path}：{_SAID_ZH[reason]}")
    _refuse_pictures(said["pages"], path)
    made = joined(
        paragraphs([_page(one) for one in said["pages"]], partial(tables.lines, path=path, original=original))
    )
    _refuse_unreadable(made.text, path)
    return made


def _said(data: bytes) -> dict[str, Any]:
    """What the program that reads the file says of it."""
    if importlib.util.find_spec(LIBRARY) is None:
        return {"error": "library"}
    command = [sys.executable, "-P", pdf_fragments.__file__]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return {"error": "time"}
    if done.returncode:
        reasons = {b"MemoryError": "memory", b"ModuleNotFoundError": "library"}
        return {"error": next((reason for said, reason in reasons.items() if said in done.stderr), "broken")}
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _page(said: dict[str, Any]) -> Page:
    fragments = tuple(
        Fragment(text=_plain(text), left=left, right=right, baseline=baseline, height=height, askew=bool(askew))
        for text, left, right, baseline, height, askew in said["fragments"]
    )
    rules = said["rules"]
    return Page(
        width=said["width"],
        height=said["height"],
        fragments=fragments,
        across=tuple(Rule(place=up, start=left, end=right) for left, up, right, top in rules if up == top),
        upright=tuple(Rule(place=left, start=low, end=top) for left, low, right, top in rules if left == right),
    )


def _refuse_pictures(pages: list[dict[str, Any]], path: Path) -> None:
    """Refuse a file with pages that are pictures: what stands on them would be missing from every comparison."""
    pictures = [str(place) for place, page in enumerate(pages, start=1) if page["picture"]]
    empty = not any(page["fragments"] for page in pages)
    if not pictures and not empty:
        return
    if empty or len(pictures) == len(pages):
        what = "the PDF is scanned, or empty: it holds pictures of pages and no text"
        what_zh = "PDF 是扫描件或者是空的，只有图片，没有文字"
    else:
        named = ", ".join(pictures[:_NAMED_PAGES]) + (" …" if len(pictures) > _NAMED_PAGES else "")
        what = f"pages of the PDF are scanned and hold no text ({named})"
        what_zh = f"PDF 中有扫描的页，没有文字（{named}）"
    raise ReadError(
        en=f"{path}: {what}. Have its text recognised (OCR), check it, and give that.",
        zh=f"{path}：{what_zh}。请先做文字识别（OCR），校对后再提供。",
    )


def _refuse_unreadable(text: str, path: Path) -> None:
    """Refuse a file whose fonts do not say which characters they show."""
    unreadable = sum(char == "\ufffd" or unicodedata.category(char) == "Co" for char in text)
    if unreadable > _MOST_UNREADABLE * max(len(text.strip()), 1):
        raise ReadError(
            en=f"{path}: the PDF shows characters without saying which they are, so that its text cannot be read. "
            "Have it recognised (OCR), or save the text as .txt.",
            zh=f"{path}：PDF 的字体没有说明所显示的是哪些字，无法读出文字。请做文字识别（OCR），"
            "或者将文字另存为 .txt。",
        )


# Where a radical of the Kangxi and CJK blocks stands for a character that Unicode does not name as its equivalent.
_RADICALS = """
⺁厂 ⺆冂 ⺈刀 ⺊卜 ⺌小 ⺍小 ⺕彐 ⺗心 ⺘手 ⺙攴 ⺛旡 ⺝月 ⺠民 ⺢水 ⺣火 ⺤爪 ⺥爪 ⺧牛
⺨犬 ⺩玉 ⺪疋 ⺫目 ⺬示 ⺭示 ⺮竹 ⺯糸 ⺰纟 ⺱网 ⺲网 ⺳网 ⺶羊 ⺷羊 ⺹老 ⺺聿 ⺼肉 ⺽臼
⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衣 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅
⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阜 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟食 ⻠饣 ⻢马 ⻣骨 ⻤鬼
⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻮齿 ⻯竜 ⻰龙 ⼾户 ⾭青
"""


@cache
def _radicals() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in _RADICALS.split()}


class _Plain(dict[int, str]):
    """A table that learns a character when it first meets it: radicals, compatibility ideographs and ligatures made the
    characters they stand for. Full-width forms stay: ， is no comma, and ① no 1."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        stands_for_another = 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0xFB00 <= code <= 0xFB06
        self[code] = _radicals().get(char) or (unicodedata.normalize("NFKC", char) if stands_for_another else char)
        return self[code]


_PLAIN = _Plain()


def _plain(text: str) -> str:
    return text.translate(_PLAIN)
