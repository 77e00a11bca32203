"""Bytes → text: byte order marks, then UTF-8, then what the bytes read as in the encodings that Chinese files have.

A wrong decoding seldom fails, it gives rare characters: 第一條 in Big5 reads as 材@兵 in GB18030. So the decodings that
fit every byte are weighed by how many of their characters are among the common ones of Chinese rules and of English
typography, and the heaviest is the text. A few damaged bytes do not spoil a file: each is U+FFFD in the text, which
parsing reports with its place.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from policydiff.errors import ReadError
from policydiff.expressions import expression
from policydiff.text import fold

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSED = ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
_WITH_NULS = ("utf-16-le", "utf-16-be")
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "big5hkscs": "Big5-HKSCS",
    "cp1252": "Windows-1252",
}
_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word document or another zip archive",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
}
_ENDS_AND_TABS = frozenset("\t\n\v\f\r\x1a\x1c\x1d\x1e\x85")
_ORDINARY = "\t\n\r -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u3000-\u3029\u4e00-\u9fa5\uff01-\uff5e"
_ALL_ORDINARY, _UNCOMMON = re.compile(f"[{_ORDINARY}]*+"), expression(f"[^{_ORDINARY}]")
# Seven of ten characters of Chinese laws are these (counted on 1,960 of them); then what other prose adds, and English
# typography. Traditional ones are folded before they are looked up.
_COMMON = (
    "的，、。人第条行法和十定应当规管政以民有理者关国业；部会或门用务设工机一二）（保地生三其建员市责公不作主本事施区制对经在处物产位府单合等发"
    "安可上为依四五及照动资全由护水级构中进出下监证方家所并他实内自得权任品通时准提查要报违按院划体期大职委成标款同营交组六收议境年日县表利代"
    "防文开城督项情取件检重共企案办改罚分化立服例向使织计供律信请审性七予学批外程元告据场与社未活专运备相采明治环个负能展申技八省道"
    "我你们这那是了么就来去说还也都把被吗：！？“”《》〈〉〔〕【】　·…—"
    "‘’–•©®°§×é"
)
_LEAST = {"utf-16-le": 0.2, "utf-16-be": 0.2, "cp1252": 0.5}  # these fit almost any bytes
_SAMPLE = 20_000
_CLEARLY, _CONVINCING = 0.1, 0.4
_MOST_DAMAGED = 0.05
# Bytes beyond ASCII that were read as a Western encoding, with the letter that may be the second half of a character.
_BEYOND = re.compile(r"[^\x00-\x7f]+[@-~]?")
_PIECES = 2_000
_MISREAD = 4  # so many common Chinese characters show it
_HAN = expression("[\u4e00-\u9fa5]")
_STRAY = 50  # of so many characters one may be strange
_CHARSET = re.compile(rb"""<meta[^<>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})""", re.IGNORECASE)
_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, without a leading byte order mark, and the name of the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, path: Path) -> Decoded:
    """The text of a file's bytes; ReadError where they are no text in an encoding that is known."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _readable(data[len(mark) :].decode(codec, "replace"), codec, path)
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise ReadError(
                en=f"{path}: this is {what}, not a text. Save its text as UTF-8 text and try again.",
                zh=f"{path}：这不是文本文件。请将其文字存为 UTF-8 文本后再试。",
            )
    if (text := _strictly(data, "utf-8")) is not None and "\0" not in text:
        return _readable(text, "utf-8", path)
    candidates = _WITH_NULS if text is not None else (*_declared(data), *_GUESSED)
    return _readable(*_best(data, candidates), path)


def _declared(data: bytes) -> tuple[str, ...]:
    """The encoding that a web page names in its head, where it is one of those that are known."""
    found = _CHARSET.search(data, 0, _HEAD)
    try:
        name = codecs.lookup(found.group(1).decode("ascii", "replace")).name if found else ""
    except LookupError:
        return ()
    widened = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "cp950"}.get(name, name)
    return (widened,) if widened in _GUESSED else ()


def _best(data: bytes, candidates: tuple[str, ...]) -> tuple[str | None, str]:
    """The text as it reads best, and in which encoding; of two that are near, what was tried first.

    What fits every byte is tried first; where that convinces nobody, what fits almost every one.
    """
    best: tuple[str | None, str] = None, ""
    most = -1.0
    for decoding, codecs_ in ((_strictly, candidates), (_damaged, ("utf-8", *candidates))):
        for codec in dict.fromkeys(codecs_):
            text = decoding(data, codec)
            weight = -1.0 if text is None else _weight(text)
            if weight > most + (_CLEARLY if best[1] else 0) and weight >= _LEAST.get(codec, 0):
                best, most = (text, codec), weight
        if most >= _CONVINCING:
            break
    return best


def _strictly(data: bytes, codec: str) -> str | None:
    """The text, if every byte fits."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _damaged(data: bytes, codec: str) -> str | None:
    """The text with U+FFFD for what does not fit, if that is little."""
    text = data.decode(codec, "replace")
    return text if text.count("\ufffd") <= _MOST_DAMAGED * len(text) else None


def _weight(text: str) -> float:
    """The share of common characters among those beyond ASCII, from 0 to 1."""
    sample = text[:_SAMPLE].encode("utf-8", "replace").decode("utf-8")
    beyond = [char for char in fold(sample) if not char.isascii() or (char < " " and char not in _ENDS_AND_TABS)]
    return sum(char in _common() for char in beyond) / len(beyond) if beyond else 1.0


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(_COMMON))


def _readable(text: str | None, codec: str, path: Path) -> Decoded:
    """The text, unless it is none: NUL, or control and unassigned characters beyond a stray one."""
    if text is None:
        raise ReadError(
            en=f"{path}: this is neither UTF-8 nor UTF-16, GB18030 or Big5. Save it as UTF-8 text and try again.",
            zh=f"{path}：不是 UTF-8、UTF-16、GB18030 或者 Big5 编码。请另存为 UTF-8 文本后再试。",
        )
    if "\0" in text:
        raise ReadError(
            en=f"{path}: a binary file, not a text. Save the document as UTF-8 text and try again.",
            zh=f"{path}：这是二进制文件，不是文本。请另存为 UTF-8 文本后再试。",
        )
    if saw := _misread(text):
        wrong, right = saw
        raise ReadError(
            en=f"{path}: this is Chinese text that was opened in a Western encoding and saved so: it says {wrong} for "
            f"{right}. Give the file as it was before, or copy the text from its source again, and save it as UTF-8.",
            zh=f"{path}：这是乱码：中文按西文编码打开后又另存，“{right}”成了“{wrong}”。请使用原来的文件，"
            "或者从来源重新复制正文，存为 UTF-8 后再试。",
        )
    if _ALL_ORDINARY.fullmatch(text):
        return Decoded(text=text, encoding=_NAMES[codec])
    strange = {char: text.count(char) for char in set(_UNCOMMON.findall(text)) if _is_strange(char)}
    controls = {char: count for char, count in strange.items() if unicodedata.category(char) == "Cc"}
    if sum(controls.values()) * _STRAY > len(text):
        such = f"U+{ord(max(controls, key=lambda char: controls[char])):04X}"
        raise ReadError(
            en=f"{path}: this holds control characters ({sum(controls.values())} of its {len(text)} characters, such "
            f"as {such}), as binary and damaged files do. Save its text anew as UTF-8 text and try again.",
            zh=f"{path}：文件含有控制字符（{len(text)} 个字符中有 {sum(controls.values())} 个，如 {such}），"
            "是二进制文件或者已损坏。请将其文字重新存为 UTF-8 文本后再试。",
        )
    if sum(strange.values()) * _STRAY > len(text):
        raise ReadError(
            en=f"{path}: this does not read as text in a known encoding. Save it as UTF-8 text and try again.",
            zh=f"{path}：用已知的编码都读不成文字。请另存为 UTF-8 文本后再试。",
        )
    return Decoded(text=text, encoding=_NAMES[codec])


def _misread(text: str) -> tuple[str, str] | None:
    """How Chinese text that was read as Western looks (µÚÒ»Ìõ) and what it was (第一条); None of any other text.

    In a Western language letters beyond ASCII stand one by one among others, and read as Chinese are rare characters.
    """
    if text.isascii():
        return None
    seen = " ".join(found[0] for found in islice(_BEYOND.finditer(text), _PIECES))[:_SAMPLE]
    bytes_ = seen.translate(_western()).encode("latin-1", "replace")
    if bytes_.count(b"?") > _MOST_DAMAGED * len(bytes_):
        return None
    for codec in ("utf-8", "gb18030", "cp950"):
        meant = _damaged(bytes_, codec)
        if meant is None or _weight(meant) < _CONVINCING:
            continue
        if sum(char in _common() for char in _HAN.findall(fold(meant))) >= _MISREAD:
            return next(
                (said, was) for said, was in zip(seen.split(" "), meant.split(" "), strict=False) if _HAN.search(was)
            )
    return None


@cache
def _western() -> dict[int, int]:
    """The byte of each character that Windows-1252 has where Latin-1 has controls."""
    codes = range(0x80, 0xA0)
    return {ord(char): code for code in codes if (char := bytes([code]).decode("cp1252", "ignore"))}


def _is_strange(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs") and char not in _ENDS_AND_TABS
