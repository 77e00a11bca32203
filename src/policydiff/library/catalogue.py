"""corpus.toml → Library: a folder with corpus/ and, in it, this file, which says what each document is.

[[document]]
id = "yantai-2021"                    how commands, pages and links name it
file = "yantai-2021.md"               in corpus/
language = "zh"                       the half that is read of a file in two languages
kind = "local"                        central, local, translation or commentary
title = "…"                           may be left out: the text's own is taken
implements = ["central-2017"]         translates and quotes likewise: what it is compared with
issuer = "…"
date = "2021-05"

[library]                             may be left out
engine = "tantivy"                    what searches a large library; whoosh where nothing is said
index = "rules"                       with engine = "opensearch": what the library's index is called on the cluster
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from policydiff import toml
from policydiff.errors import LibraryError, Where, refusal
from policydiff.library.library import (
    CATALOGUE,
    CORPUS,
    ENGINES,
    INDEXES,
    OPENSEARCH,
    RELATIONS,
    SITE,
    WHOOSH,
    EngineName,
    Entry,
    Library,
    Refused,
)
from policydiff.library.offers import near
from policydiff.model import Relation
from policydiff.quoting import shortened
from policydiff.wording import KIND, LANGUAGE

_REQUIRED = ("id", "file", "language", "kind")
_KEYS = (*_REQUIRED, "title", "issuer", "date", *RELATIONS)
# Ids become file names and addresses, two of them joined by "__" for a comparison's page: letters and
# digits of any script with single separators in between, and short enough that a pair still fits.
_ID = re.compile(r"[^\W_]+(?:[._-][^\W_]+)*")
_ID_BYTES = 100
_INDEX = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")


def open_library(root: Path) -> Library:
    """The library in a folder; whatever does not hold together in corpus.toml is a LibraryError of one line. A file
    that is missing or lies elsewhere is its own document's matter, which is refused."""
    catalogue = root / CORPUS / CATALOGUE
    if not _is_file(catalogue, root):
        raise _none_in(root)
    content = _content(catalogue)
    engine, index = _engine(content)
    documents = tuple(_documents(content.tables("document"), catalogue))
    _check_relations(documents, catalogue)
    return Library(
        root=root,
        entries=tuple(_told_apart([one for one in documents if isinstance(one, Entry)])),
        refused=tuple(one for one in documents if isinstance(one, Refused)),
        engine=engine,
        index=index,
    )


def _none_in(root: Path) -> LibraryError:
    """That a folder holds no library, and what to do; of a folder in one, which is meant."""
    where = root if root.parts else root.absolute()
    above = where.absolute().parent
    if where.name in (CORPUS, INDEXES, SITE) and _is_file(above / CORPUS / CATALOGUE, above):
        return LibraryError(
            en=f"{where}: no library, but a folder in one. Name the library's own folder: --library {above}",
            zh=f"{where}：这不是文件库，而是文件库中的文件夹。请指定文件库的文件夹：--library {above}",
        )
    return LibraryError(
        en=f"{where}: no library here, {CORPUS}/{CATALOGUE} is missing. "
        "Make a library with `policydiff init`, or name its folder with --library.",
        zh=f"{where}：这里没有文件库，缺少 {CORPUS}/{CATALOGUE}。"
        "请用 `policydiff init` 建立文件库，或者用 --library 指定其文件夹。",
    )


# ----------------------------------------------------------------------------------- reading the file


def _document_at(catalogue: Path, place: int) -> Where:
    """The document of that number, as messages begin with it."""
    return Where(en=f"{catalogue}, document {place}", zh=f"{catalogue}，第 {place} 份文件")


def _is_file(catalogue: Path, root: Path) -> bool:
    try:
        return catalogue.is_file()
    except OSError as error:  # a name too long, a folder that one may not enter
        raise LibraryError(
            en=f"{root}: the folder cannot be looked into ({refusal(error).en}). Correct its name or its permissions.",
            zh=f"{root}：无法查看这个文件夹（{refusal(error).zh}）。请更正名称或者访问权限。",
        ) from error


def _content(catalogue: Path) -> toml.Table:
    """All that is written in the catalogue; no other tables than are known."""
    content = toml.read(catalogue, LibraryError)
    said = "Every document is a [[document]] table.", "每份文件是一个 [[document]]。"
    content.only(("document", "library"), lambda _: said)
    return content


def _engine(content: toml.Table) -> tuple[EngineName, str]:
    """The engine in the [library] table, whoosh where none is named, and the name of its index."""
    match content.held.get("library", {}):
        case {"engine": str(engine), "index": str(index), **rest} if not rest:
            if engine == OPENSEARCH and _INDEX.fullmatch(index):
                return OPENSEARCH, index
        case {"engine": str(engine), **rest} if not rest:
            for known in ENGINES:
                if engine == known != OPENSEARCH:
                    return known, ""
        case dict(table) if not table:
            return WHOOSH, ""
    engines = ", ".join(f'"{name}"' for name in ENGINES)
    raise content.wrong(
        en=f"[library] may hold `engine`, one of {engines}; with {OPENSEARCH!r} also `index`, what the "
        'index is called there (small letters, digits, "-" and "_"), such as index = "rules". Correct it there.',
        zh=f"[library] 中只能写 engine，取值为 {engines} 之一；engine 为 {OPENSEARCH} 时还须写 index，"
        '即索引在集群中的名称（小写字母、数字、"-"、"_"），例如 index = "rules"。请改正。',
    )


def _documents(tables: Iterable[toml.Table], catalogue: Path) -> Iterator[Entry | Refused]:
    """The tables as documents, each checked by itself; no two of one id."""
    seen: dict[str, str] = {}
    for place, table in enumerate(tables, start=1):
        at_place = table.at(_document_at(catalogue, place))
        document = _document(at_place, catalogue.parent)
        # Two ids that differ in capitals alone would share their pages on many file systems.
        if other := seen.get(document.id.casefold()):
            raise at_place.wrong(
                en=f"the id {other!r} is taken. Give it another one.",
                zh=f"编号 {other} 已被占用，请另取一个。",
            )
        seen[document.id.casefold()] = document.id
        yield document


def _told_apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The documents; those of one title with the year of each, or with its date where two are of one year."""
    dates: dict[str, list[str]] = {}
    for entry in entries:
        dates.setdefault(entry.title, []).append(entry.date)
    for entry in entries:
        alike = dates[entry.title] if entry.title else []
        if len(alike) < 2 or not entry.date:
            yield entry
            continue
        year = entry.date[:4]
        is_alone = sum(date.startswith(year) for date in alike) == 1
        yield replace(entry, edition=year if is_alone else entry.date)


def _document(place: toml.Table, corpus: Path) -> Entry | Refused:
    """What a table says; a mistake in it is raised, a file that is not to be read is not."""
    own_id = _id(place)
    table = place.at(place.where.named(own_id))
    table.only(_KEYS, lambda key: (near(key, _KEYS), near(key, _KEYS, "zh")))
    _require(table, *_REQUIRED)
    file = table.text("file")
    entry = Entry(
        id=own_id,
        path=corpus / file,
        language=table.choice("language", LANGUAGE),
        title=table.text("title"),
        kind=table.choice("kind", KIND),
        implements=table.ids("implements"),
        translates=table.ids("translates"),
        quotes=table.ids("quotes"),
        issuer=table.text("issuer"),
        date=table.date("date"),
    )
    try:
        _check_file(entry.path, file, table.where, corpus)
    except LibraryError as error:
        return Refused(id=own_id, file=file, error=error)
    return entry


def _require(table: toml.Table, *keys: str) -> None:
    for key in keys:
        if key not in table.held:
            raise table.wrong(en=f'{key} is missing. Add {key} = "…".', zh=f'缺少 {key}。请加上 {key} = "…"。')


def _id(table: toml.Table) -> str:
    _require(table, "id")
    own_id = table.text("id")
    if not _ID.fullmatch(own_id) or len(own_id.encode()) > _ID_BYTES:
        said = shortened(own_id, head=40, tail=20)
        raise table.wrong(
            en=f"{said!r} cannot be an id. Take letters and digits, single - . or _ between them, "
            f"at most {_ID_BYTES} bytes.",
            zh=f"{said} 不能用作编号。请用字母、汉字和数字，中间可用单个 - . 或 _，最长 {_ID_BYTES} 字节。",
        )
    return own_id


def _check_file(path: Path, file: str, where: Where, corpus: Path) -> None:
    """The document's file is one in the corpus folder wherever links in its path lead; else LibraryError."""
    try:
        inside = path.resolve().is_relative_to(corpus.resolve())
        exists = path.is_file()
    except (OSError, ValueError, RuntimeError) as error:  # a name too long, a NUL in it, a loop of links
        reason = refusal(error)
        raise LibraryError(
            en=f"{where.en}: file {file!r} cannot be looked at ({reason.en}). Correct the name or the permissions.",
            zh=f"{where.zh}：无法查看文件 {file}（{reason.zh}）。请更正名称或者访问权限。",
        ) from error
    if not inside:
        raise LibraryError(
            en=f"{where.en}: file {file!r} lies outside {corpus}. Put the document into that folder.",
            zh=f"{where.zh}：文件 {file} 位于 {corpus} 之外，或者是指向其外的链接。请将文件本身放入该文件夹。",
        )
    if not exists:
        raise LibraryError(
            en=f"{where.en}: file {file!r} is not in {corpus}. Put it there or correct the name.",
            zh=f"{where.zh}：{corpus} 中没有文件 {file}。请放入该文件夹，或者更正名称。",
        )


# ------------------------------------------------------------------------------ what holds between them


_ONE_WAY: tuple[Relation, ...] = ("implements", "translates")  # two may quote each other


def _check_relations(documents: tuple[Entry | Refused, ...], catalogue: Path) -> None:
    """Every id that a document names is another document's, of which none implements or translates it in its turn; what
    a refused one names is looked at when it is not."""
    ids = tuple(document.id for document in documents)
    said = {(document.id, relation, named) for document in documents for relation, named in _named(document)}
    for place, document in enumerate(documents, start=1):
        where = _document_at(catalogue, place).named(document.id)
        for relation, named in _named(document):
            if named == document.id:
                raise LibraryError(
                    en=f"{where.en}: {relation} names the document itself. Take its id out.",
                    zh=f"{where.zh}：{relation} 指向文件自身，请删去。",
                )
            if named not in ids:
                raise LibraryError(
                    en=f"{where.en}: {relation} names an unknown id {named!r}. {near(named, ids)}",
                    zh=f"{where.zh}：{relation} 所指的编号 {named} 不存在。{near(named, ids, 'zh')}",
                )
            if relation in _ONE_WAY and (named, relation, document.id) in said:
                raise LibraryError(
                    en=f"{where.en}: {relation} names {named!r}, and that names this one. Take one of the two out: "
                    "the superior or original one names nothing.",
                    zh=f"{where.zh}：{relation} 指向 {named}，而 {named} 也指向本文件。请删去其一：上位法、原文不写。",
                )


def _named(document: Entry | Refused) -> Iterator[tuple[Relation, str]]:
    """The ids that a document names, each with what it says that it is to it; none of a refused one."""
    if isinstance(document, Entry):
        yield from ((relation, named) for relation in RELATIONS for named in document.related(relation))
