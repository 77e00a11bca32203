"""Web pages (.html): what a browser shows, line by line; what is not the page's main text is residue.

    <p>, <div>, <li>, <h1> …  a line each, <br> ends one       第一条 胡须应当整洁。
    <tr>                      one line, a tab between the cells
    <tr> of provisions        the cells' lines, one cell after the other (tables.py)
    two texts side by side    one column (side_by_side.py)
    <ol>                      the number that a browser prints before each <li>
    <script>, <style>, <!-- … -->, pictures, forms' values     no text of the page, left out

Nothing is executed and nothing is fetched: a script is dropped, an address is no word, a frame is empty. A page of too
many elements, or of elements nested too deep, is refused (setting.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from policydiff.errors import ReadError
from policydiff.ingest import encoding
from policydiff.ingest.content import Content, Line, Run, joined
from policydiff.ingest.web.main_text import called_by, chrome, label_of_name
from policydiff.ingest.web.setting import Setter, TooMuchError
from policydiff.model import HintKind

OWN = "policydiff"  # what the pages that this program makes name as their generator


def content(data: bytes, path: Path, *, original: bool = False) -> Content:
    """The page's text in the order of the page; `original` reads it as it was before its <ins> and <del>."""
    decoded = encoding.decode(data, path)
    setter = Setter(path, original=original)
    _go_through(decoded.text, setter, path)
    if setter.generator == OWN:
        raise ReadError(
            en=f"{path}: a page that policydiff has made, and no text of a rule. Give the text that it was made from.",
            zh=f"{path}：这是 policydiff 生成的页面，不是规定文本。请提供原来的文本。",
        )
    kinds = chrome(setter.root, setter.lines, setter.named)
    lines = [_as(line, kinds[at]) if at in kinds else line for at, line in enumerate(setter.lines)]
    if (first := next((at for at in range(len(lines)) if at not in kinds), None)) is not None:
        lines[first] = _without_label(lines[first], called_by(setter.named))
    return replace(joined(lines), encoding=decoded.encoding)


def _go_through(text: str, setter: Setter, path: Path) -> None:
    """Tell the setter of every element and every character. No tree is made: a tree takes a time that grows with the
    square of an element's attributes."""
    parser = etree.HTMLParser(target=setter, encoding="utf-8", huge_tree=True, remove_pis=True, remove_comments=True)
    try:
        etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        pass  # there is nothing in it
    except TooMuchError as error:
        raise ReadError(
            en=f"{path}: the page {error}. Save its text as UTF-8 text and try again.",
            zh=f"{path}：网页过大或者嵌套过深，不能读取。请将其文字存为 UTF-8 文本后再试。",
        ) from None


def _as(line: Line, kind: HintKind) -> Line:
    return Line(runs=tuple(replace(run, kind=run.kind or kind) for run in line.runs))


def _without_label(line: Line, called: Sequence[str]) -> Line:
    """A line, what stands before the page's name on it (法规名称：) marked as the site's."""
    if len(line.runs) != 1 or not (of := label_of_name(line.text, called)):
        return line
    label, name = Run(text=line.text[:of], kind="web-page"), replace(line.runs[0], text=line.text[of:])
    return replace(line, runs=(label, name))
