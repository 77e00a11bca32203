"""What a name on the command line stands for: a file, a document of the library, provisions of either."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import files
from policydiff.cli.library import library_if_any
from policydiff.cli.session import Session
from policydiff.errors import ReadError
from policydiff.model import Document, Language, Source

if TYPE_CHECKING:
    from policydiff.library import Entry, Library

_OFFERED = 3
_UNITS = "条款项目"
_PARTS = ("条款", "条项", "款项", "项目")  # the last characters of a citation and of a part of what it cites
_ALIKE = 75  # of 100: a letter of a short name


def document_named(session: Session, name: str, language: Language | None, *, original: bool = False) -> Document:
    """The document that an argument names, a file or an id of the library; see `compare --help`."""
    if not name.strip():
        raise ReadError(
            en="a document has an empty name. Name a file, or a document of the library.",
            zh="文件名称为空。请指定文件，或者文件库中文件的编号。",
        )
    there = files.kind(Path(name))
    if is_path(name):
        if there == "nothing":
            _say_id(session, name)
            _say_which_is_meant(Path(name))
        return read_file(session, Path(name), language, original=original)
    library = library_if_any(session)
    if library and any(entry.id == name for entry in library.entries):
        if there == "file":
            note = f"{name}: taken as the document of that id; for the file, write .{os.sep}{name}"
            session.say(en=note, zh=f"“{name}”按文件编号读取；如指同名文件，请写 .{os.sep}{name}")
        return _held(session, library, name, language, original=original)
    if there != "nothing" or (Path(name).suffix and library is None):
        if there == "nothing":
            _say_which_is_meant(Path(name))
        return read_file(session, Path(name), language, original=original)
    if library:
        return _held(session, library, name, language, original=original)
    _say_which_is_meant(Path(name))
    where = session.root.resolve()
    raise ReadError(
        en=f"{name}: there is no such file, and no library in {where}. Check the name.",
        zh=f"{name}：没有这个文件，{where} 中也没有文件库。请检查名称。",
    )


def _held(session: Session, library: Library, name: str, language: Language | None, *, original: bool) -> Document:
    """A document of the library."""
    from policydiff.library.reading import document_of

    entry = library.entry(name)
    document = document_of(entry, language, original=original)
    _tell_tracked(session, entry.path, document.source, original=original)
    return document


def _tell_tracked(session: Session, path: Path, source: Source, *, original: bool) -> None:
    """Of a Word document with tracked changes, which of its two texts was read."""
    from policydiff.report.terminal import visible

    if source.tracked:
        name = visible(str(path))
        en, zh = ("as before them", "修订前") if original else ("as if they were accepted", "接受修订后")
        session.say(
            en=f"{name}: tracked changes: {source.tracked}; it is read {en}.",
            zh=f"{name}：有 {source.tracked} 处修订痕迹，按{zh}的文字读取。",
        )


def _say_id(session: Session, name: str) -> None:
    """ReadError that names a document of the library which was called by its file, or by its id with an ending."""
    library = library_if_any(session)
    path = Path(name)
    for one in library.entries if library and path.name == name else ():
        if name == one.path.name or path.stem == one.id:
            raise ReadError(
                en=f"{name}: there is no such file here; in the library it is {one.id}. Write {one.id}.",
                zh=f"{name}：这里没有这个文件；文件库中的编号是 {one.id}，请写 {one.id}。",
            )


def _say_which_is_meant(path: Path) -> None:
    """ReadError that names the files beside a path which is none, where some are called nearly so; as where the ending
    of a name is not shown and was not typed."""
    from rapidfuzz import fuzz, process

    from policydiff.ingest.file import FORMATS

    try:
        beside = [one.name for one in path.parent.iterdir() if one.suffix and one.suffix.lower() in FORMATS]
    except (OSError, ValueError):
        return
    same = sorted(one for one in beside if Path(one).stem in (path.name, path.stem))
    stems = {one: Path(one).stem for one in beside}
    alike = process.extract(path.stem, stems, scorer=fuzz.ratio, limit=_OFFERED, score_cutoff=_ALIKE)
    if near := same or [one for _, _, one in alike]:
        meant = [str(path.parent / one) for one in near[:_OFFERED]]
        raise ReadError(
            en=f"{path}: there is no such file. Did you mean {' or '.join(meant)}?",
            zh=f"{path}：没有这个文件。是不是 {' 或者 '.join(meant)}？",
        )


def is_path(name: str) -> bool:
    """Whether a name is of a file for its slash or its ending, whatever the library holds."""
    from policydiff.ingest.file import FORMATS

    return "/" in name or os.sep in name or (Path(name).suffix.lower() or ".") in FORMATS


def held_named(
    session: Session, library: Library | None, name: str, language: Language | None
) -> tuple[Document, Entry | None]:
    """The document that an argument names, and what corpus.toml says of it: by its file, too, a document of the library
    bears the id and the title that it has there."""
    document = document_named(session, name, language)
    entry = _entry_named(library, name, document.id)
    if entry is None:
        return document, None
    return replace(document, id=entry.id, title=entry.title_in(document.language) or document.title), entry


def _entry_named(library: Library | None, name: str, id: str) -> Entry | None:
    """What corpus.toml says of a document that was named by its id or by its file."""
    if library is None:
        return None
    if not is_path(name) and any(entry.id == name == id for entry in library.entries):
        return library.entry(id)
    return library.entry_at(Path(name))


def read_file(session: Session, path: Path, language: Language | None, *, original: bool = False) -> Document:
    """The document in a file; another encoding than UTF-8 is told, and that changes are tracked."""
    from policydiff.ingest import read
    from policydiff.parsing import parse
    from policydiff.report.terminal import visible

    source = read(path, language, original=original)
    if source.encoding not in ("", "UTF-8"):
        name = visible(str(path))
        session.say(en=f"{name}: read as {source.encoding}.", zh=f"{name}：按 {source.encoding} 编码读取。")
    _tell_tracked(session, path, source, original=original)
    return parse(source, id=path.name)


def provisions_named(document: Document, citations: Sequence[str]) -> frozenset[str]:
    """The identifiers of the provisions that citations name, with everything below them."""
    from policydiff.decisions.places import all_named

    named = all_named(document, _in_one(citations), lambda name: _called(document, name))
    return frozenset(below.eid for top in document.walk() if top.eid in named for below in top.walk())


def _in_one(citations: Sequence[str]) -> str:
    """Several citations as one text; one that was typed with blanks in it (第八条 第二款, Article 8 (2)) came as
    several."""
    text = before = ""
    for one in (word.rstrip(",，、;；") for word in citations):
        parts = before[-1:] + next((char for char in one if char in _UNITS), "") in _PARTS
        goes_on = parts or (before.isascii() and one[:1] in tuple("(0123456789"))
        text += f"{'' if parts else ' ' if goes_on else '、'}{one}" if text else one
        before = one
    return text


def _called(document: Document, name: str) -> set[str]:
    """The provisions of one name, or those that the citation in it names: 本办法第三条."""
    from policydiff import eid
    from policydiff.decisions.places import is_one

    same = {one for one, label in eid.labels(document).items() if name in (one, label)}
    if same or not (understood := eid.find_place(name)):
        return same
    cited, place = understood
    is_cited = is_one(name) or place == (0, len(name))
    return {one.eid for one in document.walk() if cited.matches(one.eid)} if is_cited else set()
