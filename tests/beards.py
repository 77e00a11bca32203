"""Small invented libraries of rules on beards, and all that comes out of a build of one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from policydiff.build import INDEX, Result, build
from policydiff.build.course import Crew
from policydiff.library import open_library
from policydiff.search import search

QUERIES = ("胡须", "每月修剪", "“应当每月”", "第二条", "通报 街道")
BASES, LOCALS = 2, 4
CENTRAL = "胡须管理办法\n\n第一条 蓄须者应当每月修剪一次。\n\n第二条 禁止在食堂梳须。\n\n第三条 违反的，予以通报。\n"
LOCAL = "某街道胡须管理细则\n\n第一条 蓄须者可以每月修剪一次。\n\n第二条 禁止在食堂梳须。\n"


def text(title: str, *articles: str) -> str:
    return f"{title}\n\n" + "\n\n".join(f"第{'一二三四'[n]}条 {article}" for n, article in enumerate(articles))


def entry(id: str, kind: str, *lines: str, file: str = "") -> str:
    """A document of a catalogue: of that id, in the file of that name if no other is named, and what else is said."""
    file = file or f"{id}.txt"
    said = (f'id = "{id}"', f'file = "{file}"', 'language = "zh"', f'kind = "{kind}"', *lines)
    return "\n".join(("", "[[document]]", *said, ""))


CATALOGUE = entry("central", "central", 'title = "胡须管理办法"') + entry("local", "local", 'implements = ["central"]')


def write_texts(folder: Path, texts: Mapping[str, tuple[str, str]]) -> Path:
    """A library of these documents, by id, each of a kind and with its words."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, (_, words) in texts.items():
        (corpus / f"{name}.txt").write_text(words, encoding="utf-8")
    entries = (entry(name, kind) for name, (kind, _) in texts.items())
    (corpus / "corpus.toml").write_text("".join(entries), encoding="utf-8")
    return folder


def write_pair(folder: Path) -> Path:
    """The smallest library: a central rule, and a local one that implements it."""
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "central.txt").write_text(CENTRAL, encoding="utf-8")
    (corpus / "local.txt").write_text(LOCAL, encoding="utf-8")
    (corpus / "corpus.toml").write_text(CATALOGUE, encoding="utf-8")
    return folder


def write_library(folder: Path) -> Path:
    """Two central rules with two local ones each."""
    corpus = folder / "corpus"
    corpus.mkdir()
    tables = []
    for n in range(BASES):
        words = f"{'甲乙'[n]}类胡须"
        rule = text(f"{words}管理办法", f"{words}应当每月修剪一次。", "禁止在食堂梳须。", "违反的，予以通报。")
        (corpus / f"base-{n}.txt").write_text(rule, encoding="utf-8")
        tables.append(entry(f"base-{n}", "central"))
    for n in range(LOCALS):
        words = f"{'东西南北'[n]}街道{'甲乙'[n % 2]}类胡须"
        (corpus / f"local-{n}.txt").write_text(
            text(f"{words}管理细则", f"{words}可以每月修剪一次。", "设立胡须节。"), encoding="utf-8"
        )
        tables.append(entry(f"local-{n}", "local", f'implements = ["base-{n % 2}"]'))
    (corpus / "corpus.toml").write_text("".join(tables), encoding="utf-8")
    return folder


def quiet(*, done: int, of: int, what: str) -> None:
    """No progress."""


def built(root: Path, crew: Crew | None = None) -> Result:
    return build(open_library(root), quiet, crew=crew)


def outcome(root: Path) -> dict[str, object]:
    """Every file of the site, and what searches answer."""
    site = {str(p.relative_to(root)): p.read_bytes() for p in sorted((root / "site").rglob("*")) if p.is_file()}
    return site | {query: search(root / INDEX, query) for query in QUERIES}
