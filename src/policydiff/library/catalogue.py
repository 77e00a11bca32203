"""A library: a folder with corpus/ and, in it, corpus.toml, which says what each document is.

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

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, cast, get_args

from policydiff import files, toml
from policydiff.errors import LibraryError, Where, refusal
from policydiff.model import DocumentKind, Language, Relation
from policydiff.text import skeleton
from policydiff.wording import KIND, LANGUAGE

CORPUS = "corpus"
INDEXES, SITE = "indexes", "site"  # what a build makes; see policydiff.build
REMOVED = "removed"  # what was taken out of the library, to be had back
CATALOGUE = "corpus.toml"
DECISIONS = "decisions.toml"  # what reviewers decided; see policydiff.decisions
EngineName = Literal["whoosh", "tantivy", "opensearch"]
WHOOSH: Final = "whoosh"
TANTIVY: Final = "tantivy"
OPENSEARCH: Final = "opensearch"  # this one keeps its part of the index outside of the library
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
RELATIONS: tuple[Relation, ...] = get_args(Relation)

_REQUIRED = ("id", "file", "language", "kind")
_KEYS = (*_REQUIRED, "title", "issuer", "date", *RELATIONS)
# Ids become file names and addresses, two of them joined by "__" for a comparison's page: letters and
# digits of any script with single separators in between, and short enough that a pair still fits.
_ID = re.compile(r"[^\W_]+(?:[._-][^\W_]+)*")
_ID_BYTES = 100
_LEAST_NAME, _MOST_OFFERED = 2, 3  # letters of a title that are looked for; ids that are offered for a mistaken one
_INDEX = re.compile(r"[a-z0-9][a-z0-9_-]{0,99}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What corpus.toml says of one document; `path` exists and lies in the library's corpus folder."""

    id: str
    path: Path
    language: Language
    title: str
    kind: DocumentKind
    implements: tuple[str, ...] = ()
    translates: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    issuer: str = ""
    date: str = ""

    def name(self, title: str) -> str:
        """What the document is called whose text bears this title: as the catalogue says, else so, else its id."""
        return self.title or title or self.id

    def title_in(self, language: Language) -> str:
        """The title that the catalogue gives the document; none to the half of its file in the other language."""
        return self.title if language == self.language else ""

    def related(self, relation: Relation) -> tuple[str, ...]:
        """The ids of the documents that this one implements, translates or quotes."""
        return cast(tuple[str, ...], getattr(self, relation))


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A document of corpus.toml whose file may not or cannot be read, and why: it is missing, lies outside the corpus
    folder wherever links lead, or cannot be looked at. The others of the library are as they would be without it."""

    id: str
    file: str
    error: LibraryError


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two documents to compare: the target implements, translates or quotes the base."""

    base: Entry
    target: Entry
    relation: Relation

    @property
    def ids(self) -> tuple[str, str]:
        """Those of the two, the base's first."""
        return self.base.id, self.target.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The documents of a library in the order of corpus.toml; every id they name is one of theirs, or of the refused
    ones."""

    root: Path
    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...] = ()
    engine: EngineName = WHOOSH  # what searches it
    index: str = ""  # what that calls its index where it keeps it outside of the library

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that are taken."""
        return (*(entry.id for entry in self.entries), *(one.id for one in self.refused))

    def entry(self, id: str) -> Entry:
        """The document of that id; LibraryError says why its file is refused, or lists the ids that look alike."""
        for entry in self.entries:
            if entry.id == id:
                return entry
        for one in self.refused:
            if one.id == id:
                raise one.error
        catalogue = self.root / CORPUS / CATALOGUE
        meant = self._titled(id)
        raise LibraryError(
            f"{catalogue}: no document {id!r} in the library. {_offer(meant) if meant else _near(id, self.ids)}",
            f"{catalogue}：文件库中没有编号为 {id} 的文件。"
            f"{_offer(meant, 'zh') if meant else _near(id, self.ids, 'zh')}",
        )

    def entry_at(self, path: Path) -> Entry | None:
        """The document that a file is; None of a file that is none of the library's."""
        return next((entry for entry in self.entries if files.is_same(entry.path, path)), None)

    def _titled(self, name: str) -> tuple[str, ...]:
        """The ids of the first documents in whose titles a name stands, that of this very title before all."""
        said = skeleton(name)
        if len(said) < _LEAST_NAME:
            return ()
        held = [(title != said, entry.id) for entry in self.entries if said in (title := skeleton(entry.title))]
        return tuple(id_ for _, id_ in sorted(held)[:_MOST_OFFERED])

    def pairs(self) -> tuple[Pair, ...]:
        """Every document beside what it implements, translates or quotes, but for refused ones; two documents make one
        pair."""
        held = {entry.id: entry for entry in self.entries}
        found: dict[tuple[str, str], Pair] = {}
        for target in self.entries:
            for relation in RELATIONS:
                for base_id in target.related(relation):
                    if base := held.get(base_id):
                        found.setdefault((base_id, target.id), Pair(base=base, target=target, relation=relation))
        return tuple(found.values())


def sha256_of(path: Path) -> str:
    """The hash of a file; of one that cannot be read, why, and whoever needs its text will tell the user."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return f"cannot be read: {error.errno}"


def decisions_file(root: Path) -> Path:
    """Where reviewers' decisions on the library in a folder stand, whether there are any or not."""
    return root / CORPUS / DECISIONS


def open_library(root: Path) -> Library:
    """The library in a folder; whatever does not hold together in corpus.toml is a LibraryError of one line. A file
    that is missing or lies elsewhere is its own document's matter, which is refused."""
    catalogue = root / CORPUS / CATALOGUE
    if not _is_file(catalogue, root):
        where = root if root.parts else root.absolute()
        above = where.absolute().parent
        if where.name in (CORPUS, INDEXES, SITE) and _is_file(above / CORPUS / CATALOGUE, above):
            raise LibraryError(
                f"{where}: no library, but a folder in one. Name the library's own folder: --library {above}",
                f"{where}：这不是文件库，而是文件库中的文件夹。请指定文件库的文件夹：--library {above}",
            )
        raise LibraryError(
            f"{where}: no library here, {CORPUS}/{CATALOGUE} is missing. "
            "Make a library with `policydiff init`, or name its folder with --library.",
            f"{where}：这里没有文件库，缺少 {CORPUS}/{CATALOGUE}。"
            "请用 `policydiff init` 建立文件库，或者用 --library 指定其文件夹。",
        )
    content = _content(catalogue)
    engine, index = _engine(content)
    documents = tuple(_documents(content.tables("document"), catalogue))
    _check_relations(documents, catalogue)
    return Library(
        root=root,
        entries=tuple(one for one in documents if isinstance(one, Entry)),
        refused=tuple(one for one in documents if isinstance(one, Refused)),
        engine=engine,
        index=index,
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
            f"{root}: the folder cannot be looked into ({refusal(error).en}). Correct its name or its permissions.",
            f"{root}：无法查看这个文件夹（{refusal(error).zh}）。请更正名称或者访问权限。",
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
        f"[library] may hold `engine`, one of {engines}; with {OPENSEARCH!r} also `index`, what the "
        'index is called there (small letters, digits, "-" and "_"), such as index = "rules". Correct it there.',
        f"[library] 中只能写 engine，取值为 {engines} 之一；engine 为 {OPENSEARCH} 时还须写 index，"
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
                f"the id {other!r} is taken. Give it another one.",
                f"编号 {other} 已被占用，请另取一个。",
            )
        seen[document.id.casefold()] = document.id
        yield document


def _document(place: toml.Table, corpus: Path) -> Entry | Refused:
    """What a table says; a mistake in it is raised, a file that is not to be read is not."""
    own_id = _id(place)
    table = place.at(place.where.named(own_id))
    table.only(_KEYS, lambda key: (_near(key, _KEYS), _near(key, _KEYS, "zh")))
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
            raise table.wrong(f'{key} is missing. Add {key} = "…".', f'缺少 {key}。请加上 {key} = "…"。')


def _id(table: toml.Table) -> str:
    _require(table, "id")
    own_id = table.text("id")
    if not _ID.fullmatch(own_id) or len(own_id.encode()) > _ID_BYTES:
        raise table.wrong(
            f"{own_id!r} cannot be an id. Take letters and digits, single - . or _ between them, "
            f"at most {_ID_BYTES} bytes.",
            f"{own_id} 不能用作编号。请用字母、汉字和数字，中间可用单个 - . 或 _，最长 {_ID_BYTES} 字节。",
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
            f"{where.en}: file {file!r} cannot be looked at ({reason.en}). Correct the name or the permissions.",
            f"{where.zh}：无法查看文件 {file}（{reason.zh}）。请更正名称或者访问权限。",
        ) from error
    if not inside:
        raise LibraryError(
            f"{where.en}: file {file!r} lies outside {corpus}. Put the document into that folder.",
            f"{where.zh}：文件 {file} 位于 {corpus} 之外，或者是指向其外的链接。请将文件本身放入该文件夹。",
        )
    if not exists:
        raise LibraryError(
            f"{where.en}: file {file!r} is not in {corpus}. Put it there or correct the name.",
            f"{where.zh}：{corpus} 中没有文件 {file}。请放入该文件夹，或者更正名称。",
        )


# ------------------------------------------------------------------------------ what holds between them


def _check_relations(documents: tuple[Entry | Refused, ...], catalogue: Path) -> None:
    """Every id that a document names is another document's; what a refused one names is looked at when it is not."""
    ids = tuple(document.id for document in documents)
    for place, entry in enumerate(documents, start=1):
        if isinstance(entry, Refused):
            continue
        where = _document_at(catalogue, place).named(entry.id)
        for relation in RELATIONS:
            for named in entry.related(relation):
                if named == entry.id:
                    raise LibraryError(
                        f"{where.en}: {relation} names the document itself. Take its id out.",
                        f"{where.zh}：{relation} 指向文件自身，请删去。",
                    )
                if named not in ids:
                    raise LibraryError(
                        f"{where.en}: {relation} names an unknown id {named!r}. {_near(named, ids)}",
                        f"{where.zh}：{relation} 所指的编号 {named} 不存在。{_near(named, ids, 'zh')}",
                    )


def _near(name: str, known: tuple[str, ...], language: Language = "en") -> str:
    """A sentence that offers the known names nearest to a mistaken one."""
    zh = language == "zh"
    if not known:
        return "文件库还是空的。" if zh else "There is none yet."
    from rapidfuzz import fuzz, process  # for a mistake alone

    near = process.extract(name, known, scorer=fuzz.WRatio, limit=_MOST_OFFERED, score_cutoff=60)
    if near:
        return _offer([found for found, _, _ in near], language)
    more = "…" if known[10:] else "。" if zh else "."
    return f"已有的是 {'、'.join(known[:10])}{more}" if zh else f"Known are {', '.join(known[:10])}{more}"


def _offer(names: Sequence[str], language: Language = "en") -> str:
    return f"是不是 {' 或者 '.join(names)}？" if language == "zh" else f"Did you mean {' or '.join(names)}?"
