"""Reading a file: what it is, in which encoding, in which language, and what its format says of its text."""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import Protocol

from policydiff import files
from policydiff.errors import ReadError, refusal
from policydiff.ingest import characters, language, text
from policydiff.ingest.content import Content
from policydiff.ingest.side_by_side import refuse_interleaved
from policydiff.ingest.web import archive
from policydiff.model import Hint, Language, Source
from policydiff.wording import LANGUAGE


class Reader(Protocol):
    """Makes a file's bytes its text; `original` asks for the text before tracked changes, where a format has them."""

    def __call__(self, data: bytes, path: Path, *, original: bool) -> Content: ...


# What reads a format is loaded with the first file of it: all of them take as long as comparing two short rules.


def _markdown(decoded: str) -> tuple[Hint, ...]:
    from policydiff.ingest import markdown

    return markdown.hints(decoded)


def _page(data: bytes, path: Path, *, original: bool) -> Content:
    from policydiff.ingest.web import html

    return html.content(data, path, original=original)


def _office(data: bytes, path: Path, *, original: bool) -> Content:
    from policydiff.ingest.word import office

    return office.content(data, path, original=original)


def _pdf(data: bytes, path: Path, *, original: bool) -> Content:
    from policydiff.ingest import pdf

    return pdf.content(data, path, original=original)


FORMATS: dict[str, Reader] = {
    "": partial(characters.content, hints=text.hints),
    ".txt": partial(characters.content, hints=text.hints),
    ".text": partial(characters.content, hints=text.hints),
    ".md": partial(characters.content, hints=_markdown),
    ".markdown": partial(characters.content, hints=_markdown),
    ".html": _page,
    ".htm": _page,
    ".mht": archive.content,
    ".mhtml": archive.content,
    ".docx": _office,
    ".docm": _office,
    ".doc": _office,
    ".wps": _office,
    ".rtf": _office,
    ".odt": _office,
    ".pdf": _pdf,
}
READ = "Plain text (.txt), Markdown (.md), web pages (.html, .mht), Word (.docx, .doc, .wps) and PDF (.pdf) are read"
READ_ZH = "可以读取纯文本（.txt）、Markdown（.md）、网页（.html、.mht）、Word（.docx、.doc、.wps）和 PDF（.pdf）"
LARGEST, _MOST_FILES = 50_000_000, 1 << 16  # bytes; most files have fewer


def read(path: Path, language: Language | None = None, *, original: bool = False) -> Source:
    """The file as a source; `language` picks a half of a file that holds two, None leaves it to the text.

    `original` reads a document with tracked changes as it was before them. Of a text file a leading byte order mark
    is dropped; every other character stays, line ends too.
    """
    reader = _format(path)
    data = _bytes(path)
    if archive.is_archive(data):
        reader = archive.content
    content = reader(data, path, original=original)
    if not content.text.strip():
        raise ReadError(
            en=f"{path}: the file is empty. Give a file that holds the text of a rule.",
            zh=f"{path}：文件是空的。请提供含有规定正文的文件。",
        )
    refuse_interleaved(content.text, path)
    return Source(
        text=content.text,
        origin=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        language=_language(content.text, language, path),
        hints=content.hints,
        encoding=content.encoding,
        tracked=content.tracked,
    )


def _format(path: Path) -> Reader:
    match files.kind(path):
        case "folder":
            raise ReadError(
                en=f"{path}: this is a folder. Give one file in it.",
                zh=f"{path}：这是文件夹。请指定其中的一个文件。",
            )
        case "device":  # reading one may wait for ever
            raise ReadError(
                en=f"{path}: this is a pipe or a device, not a file. Save the text in a file and try again.",
                zh=f"{path}：这是管道或者设备，不是文件。请将正文存为文件后再试。",
            )
        case "file" | "nothing":  # why there is nothing, opening it tells
            pass
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise ReadError(
            en=f"{path}: {suffix} files are not read. {READ}: save the text as one of these and try again.",
            zh=f"{path}：不能读取 {suffix} 文件。{READ_ZH}，请另存为其中一种格式后再试。",
        )
    return FORMATS[suffix]


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_FILES)
            if len(data) == _MOST_FILES:  # room for the largest is set apart only where it may be needed
                data += file.read(LARGEST + 1 - _MOST_FILES)
    except FileNotFoundError:
        raise ReadError(
            en=f"{path}: there is no such file. Check the name and the folder.",
            zh=f"{path}：没有这个文件。请检查文件名和所在文件夹。",
        ) from None
    except (OSError, ValueError) as error:
        raise ReadError(
            en=f"{path}: the file cannot be opened ({refusal(error).en}). Check its name and permissions.",
            zh=f"{path}：文件打不开（{refusal(error).zh}）。请检查文件名和访问权限。",
        ) from None
    if len(data) > LARGEST:
        size = LARGEST // 1_000_000
        raise ReadError(
            en=f"{path}: the file is larger than {size} MB. Split it into single rules.",
            zh=f"{path}：文件大于 {size} MB。请拆分为单个规定。",
        )
    return data


def _language(decoded: str, asked: Language | None, path: Path) -> Language:
    if asked is None:
        return language.detect(decoded)
    if language.holds(decoded, asked):
        return asked
    other: Language = "en" if asked == "zh" else "zh"
    if not language.holds(decoded, other):
        raise ReadError(
            en=f"{path}: the file holds neither Chinese nor English text. Give a file that holds the text of a rule.",
            zh=f"{path}：文件中没有中文正文，也没有英文正文。请提供含有规定正文的文件。",
        )
    raise ReadError(
        en=f"{path}: the text is in {LANGUAGE[other]['en']}; hardly a line is in {LANGUAGE[asked]['en']}. "
        f"Ask for {LANGUAGE[other]['en']}, or leave the language out.",
        zh=f"{path}：正文是{LANGUAGE[other]['zh']}，几乎没有一行是{LANGUAGE[asked]['zh']}。"
        f"请改选{LANGUAGE[other]['zh']}，或者不指定语言。",
    )
