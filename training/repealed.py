"""Read out of laws which national instruments they repeal as they enter into force, and write the table that is
shipped.

    python -m training.repealed FOLDER_OF_LAWS

    第五十条 本法自2004年1月1日起施行。《中华人民共和国胡须条例》同时废止。
    ──▶     中华人民共和国胡须条例    2004-01-01    中华人民共和国胡须法    50

Left out: what is repealed in part, what lays nothing down by itself (a decision, a notice), what bears the title of the
instrument that repeals it, and what bears the title of another instrument of the folder that was made or revised
later. The laws below DLC, which are local, are not read. Whoever runs it reads each row before it is shipped, and names
in `NOT_SHIPPED` those that say what is not so.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from policydiff.dates import DATE, days
from policydiff.errors import PolicydiffError
from policydiff.ingest import read
from policydiff.model import Document
from policydiff.parsing import parse
from policydiff.text import skeleton
from policydiff.titles import REPUBLIC, TITLE

TABLE = Path(__file__).resolve().parent.parent / "src/policydiff/repealed.txt"
LOCAL = "DLC"
# Made by a city's government too, and no national instruments.
NOT_SHIPPED = frozenset(("上海市人民币特种股票管理办法", "深圳市人民币特种股票管理暂行办法"))

_SENTENCE = re.compile(r"[^。；\n]+")
_BRACKET = r"(?:[（(][^（）()]*[）)])?"
_REPEALED = re.compile(rf"》{_BRACKET}(?:，|都|均)*(?:同时|即行|予以)?废止")
_IN_PART = re.compile(r"中(?:有关|关于)")
_LAYS_DOWN = re.compile(r"(?:法|条例|办法|规定|细则|规则|总则|通则|章程)(?:[（(][^（）()]*[）)])?》$")
_DECIDES = re.compile(r"(?:关于.*(?:决定|通知|批复|补充规定)|修正案)")
_FROM = re.compile(rf"[自于]\s*({DATE})起(?:施行|实施|实行|执行|生效)")
_AT_ONCE = re.compile(r"自(?:发布|公布|颁布)(?:之日|日)?起?(?:施行|实施|实行|执行|生效)")
# In the head of a text: a law is made public on the day on which it is passed; an amendment is another day.
_PUBLISHED = re.compile(r"公布|发布|颁布|令第.{1,8}号|人民代表大会.*会议通过")
_AMENDS = re.compile(r"决定")
_IN_NAME = re.compile(r"\((\d{4}-\d{2}-\d{2})\)")
_ARTICLE = re.compile(r"art_(\d+)")
_HEAD_ENDS = "<!-- INFO END -->"


class Repeal(NamedTuple):
    """A repealed instrument, since when, and by which article of which."""

    title: str
    day: str
    by: str
    article: str


def repeals(document: Document) -> Iterator[Repeal]:
    """What a law says that it repeals."""
    by, text = _title(document), document.source.text
    for leaf in document.leaves():
        article = _ARTICLE.match(leaf.eid)
        if article is None:
            continue
        own = " ".join(other.text for other in document.leaves() if other.eid.startswith(f"{article.group()}__"))
        for sentence in _SENTENCE.findall(leaf.text):
            for title in _repealed(sentence):
                day = _day(own, text)
                if day and skeleton(title) != skeleton(by):
                    yield Repeal(title.strip("《》"), day, by, article[1])


def _repealed(sentence: str) -> list[str]:
    """The titles that a sentence repeals as a whole."""
    end = _REPEALED.search(sentence)
    if not end or _IN_PART.search(sentence):
        return []
    titles = TITLE.findall(sentence[: end.start() + 1])
    return [title for title in titles if _LAYS_DOWN.search(title) and not _DECIDES.search(title)]


def _title(document: Document) -> str:
    """The title of a law; of a part of a code that of the code."""
    return next(
        (line.lstrip("# ").strip() for line in document.source.text.split("\n") if line.startswith("# ")),
        document.title,
    )


def _day(article: str, text: str) -> str:
    """Since when an article says that it holds; of one that holds from the day it was made public that day."""
    if found := _FROM.search(article):
        return next((day.iso for day in days(found[1])), "")
    if not _AT_ONCE.search(article):
        return ""
    head = text.partition(_HEAD_ENDS)[0].split("\n")
    public = [line for line in head if _PUBLISHED.search(line) and not _AMENDS.search(line)]
    return max((day.iso for line in public for day in days(line)), default="")


def table(folder: Path) -> list[Repeal]:
    """What the national laws of a folder repeal, by title."""
    found: dict[str, Repeal] = {}
    editions: dict[str, str] = {}
    for file in sorted(folder.rglob("*.md")):
        if LOCAL in file.relative_to(folder).parts:
            continue
        try:
            document = parse(read(file))
        except PolicydiffError as error:
            print(f"passed over: {error}", file=sys.stderr)
            continue
        edition = _IN_NAME.search(file.name)
        name = _bare(_title(document))
        editions[name] = max(editions.get(name, ""), edition[1] if edition else "")
        for one in repeals(document):  # the newest edition comes last
            known = found.get(_bare(one.title))
            if known is None or known.day <= one.day:
                found[_bare(one.title)] = one
    return sorted(
        one for name, one in found.items() if editions.get(name, "") < one.day and one.title not in NOT_SHIPPED
    )


def _bare(title: str) -> str:
    return skeleton(title).removeprefix(REPUBLIC)


def main() -> None:
    """Write one instrument a line: its title, the day, what repeals it, the number of the article."""
    rows = table(Path(sys.argv[1]))
    TABLE.write_text("".join("\t".join(one) + "\n" for one in rows), encoding="utf-8")
    print(f"{len(rows)} instruments in {TABLE}")


if __name__ == "__main__":
    main()
