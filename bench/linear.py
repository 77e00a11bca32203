"""How the time of reading grows with the text, for texts of many shapes: twice the text, about twice the time.

    python -m bench.linear                  from 100,000 to 1,600,000 characters
    python -m bench.linear --largest 6.4    up to 6.4 million characters

Each shape is read as plain text, as Markdown and as a page; then a text of articles is read as a file of each format,
processes that a reader starts included. The exponent is the slope of the curve in a log-log plot: 1 is linear, 2 would
be quadratic. The exit code is 1 where one is above 1.3.
"""

from __future__ import annotations

import argparse
import base64
import functools
import math
import os
import sys
from collections.abc import Callable
from pathlib import Path

from bench.laws import table
from tests.ingest import sheets, words

from policydiff.errors import PolicydiffError
from policydiff.ingest import markdown
from policydiff.ingest.encoding import decode
from policydiff.ingest.file import FORMATS
from policydiff.ingest.web import html
from policydiff.model import Hint, Source
from policydiff.parsing import parse

SMALLEST = 100_000
STEEPEST = 1.3
NUMERALS = "一二三四五六七八九十"

Shape = Callable[[int], str]


def _repeated(unit: str) -> Shape:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _articles(size: int) -> str:
    unit = "第{}条 胡须应当整洁，不得打结，下列除外：\n（一）上唇的；\n（二）下巴的。\n"
    return "".join(unit.format(number) for number in range(1, size // 40 + 1))[:size]


SHAPES: dict[str, Shape] = {
    "articles with items": _articles,
    "one line of prose": _repeated("胡须应当整洁，不得打结。"),
    "one line without a stop": _repeated("胡"),
    "glued items": _repeated("（一）上唇的；"),
    "glued articles": _repeated("第一条 胡须应当整洁。"),
    "lines that never end": _repeated("胡须应当整洁而且不得打结的规定应当由胡须办公室负责解释并且\n"),
    "short lines": _repeated("胡须\n"),
    "blank lines": _repeated("\n"),
    "blanks": _repeated(" "),
    "numbers alone": _repeated("第一条\n"),
    "nested numbers": _repeated("一、\n（一）\n1.\n（1）\n①\n"),
    "open brackets": _repeated("（"),
    "dates": _repeated("2021年1月1日通过"),
    "dots": _repeated("."),
    "contents": _repeated("目录\n第一章 总则\n"),
    "page marks": _repeated("第 1 页共 2 页\n"),
    "other language": _repeated("Article 1 The beard shall be kept. 胡须\n"),
    "stars": _repeated("*"),
    "stars and words": _repeated("**胡** *须* "),
    "brackets of links": _repeated("["),
    "links": _repeated("[胡](须) "),
    "backticks": _repeated("`胡``须"),
    "backticks growing": lambda size: "".join("胡" + "`" * n for n in range(1, math.isqrt(2 * size)))[:size],
    "comments opened": _repeated("<!-- "),
    "headings": _repeated("# 总则\n"),
    "quotations": _repeated("> "),
    "angle brackets": _repeated("<"),
}


def main() -> int:
    """Time every shape as plain text, as Markdown and as a page; 1 where a curve is too steep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=float, default=1.6, help="millions of characters")
    parser.add_argument("--shape", choices=SHAPES, action="append", help="these alone")
    args = parser.parse_args()
    largest = int(args.largest * 1_000_000)
    sizes = [SMALLEST * 2**n for n in range(64) if SMALLEST * 2**n <= largest]
    rows: list[tuple[str, ...]] = [("text", "read as", *(f"{size / 1e6:.1f} M" for size in sizes), "exponent")]
    steep = False

    def measure(name: str, kind: str, timed: Callable[[str], float], shape: Shape) -> None:
        nonlocal steep
        times = [timed(shape(size)) for size in sizes]
        slope = _slope(sizes, times)
        steep = steep or (slope > STEEPEST and times[-1] > 1)
        rows.append((name, kind, *(f"{seconds:.2f} s" for seconds in times), f"{slope:.2f}"))
        print("\t".join(rows[-1]), file=sys.stderr, flush=True)

    for name, shape in ((name, SHAPES[name]) for name in args.shape or SHAPES):
        for kind, reader in READERS.items():
            measure(name, kind, functools.partial(_timed, reader), shape)
    for ending, made in FILES.items() if not args.shape else ():
        measure("articles with items", ending, functools.partial(_timed_file, ending, made), _articles)
    print(table(rows))
    return 1 if steep else 0


def _plain(text: str) -> tuple[str, tuple[Hint, ...]]:
    return decode(text.encode(), Path("a.txt")).text, ()


def _markdown(text: str) -> tuple[str, tuple[Hint, ...]]:
    return text, markdown.hints(text)


def _page(text: str) -> tuple[str, tuple[Hint, ...]]:
    made = html.content(f"<!doctype html><p>{text}".encode(), Path("a.html"))
    return made.text, made.hints


READERS = {"text": _plain, "Markdown": _markdown, "page": _page}


def _web_page(text: str) -> bytes:
    return ("<!doctype html><title>胡须</title>" + "".join(f"<p>{line}</p>" for line in text.splitlines())).encode()


def _archive(text: str) -> bytes:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
    return head + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(_web_page(text)) + b"\n--b--\n"


def _word(text: str) -> bytes:
    return words.package("".join(words.p(words.r(line)) for line in text.splitlines()))


def _pdf(text: str) -> bytes:
    lines = [line[at : at + WIDE] for line in text.splitlines() for at in range(0, len(line), WIDE)]
    return sheets.pdf(*(sheets.column(*lines[at : at + HIGH]) for at in range(0, len(lines), HIGH)))


WIDE, HIGH = 20, 20  # characters and lines that a page of the tests' PDF files holds
FILES: dict[str, Callable[[str], bytes]] = {
    ".txt": str.encode,
    ".txt in GB18030": lambda text: text.encode("gb18030"),
    ".md": str.encode,
    ".html": _web_page,
    ".mht": _archive,
    ".docx": _word,
    ".pdf": _pdf,
}


def _timed_file(ending: str, made: Callable[[str], bytes], text: str) -> float:
    data, path = made(text), Path(f"a{ending.split()[0]}")
    started = _processor()
    read = FORMATS[path.suffix](data, path, original=False)
    parse(Source(text=read.text, origin="", sha256="", language="zh", hints=read.hints))
    return _processor() - started


def _processor() -> float:
    """Seconds that this process and those that it has started and waited for have used."""
    return sum(os.times()[:4])


def _timed(reader: Callable[[str], tuple[str, tuple[Hint, ...]]], text: str) -> float:
    started = _processor()
    try:
        seen, hints = reader(text)
        parse(Source(text=seen, origin="", sha256="", language="zh", hints=hints))
    except PolicydiffError:
        pass  # refused, which is to be quick as well
    return _processor() - started


def _slope(sizes: list[int], times: list[float]) -> float:
    """The slope of the last half of the curve, where what is the same for every text weighs least."""
    first = max(0, min(len(sizes) // 2, len(sizes) - 2))
    rise = math.log(max(times[-1], 1e-3) / max(times[first], 1e-3))
    return rise / math.log(sizes[-1] / sizes[first])


if __name__ == "__main__":
    sys.exit(main())
