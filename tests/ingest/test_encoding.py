"""The encoding is told by how the text reads in it, and a damaged byte is a mark in the text and not its end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import ReadError
from policydiff.ingest import read
from policydiff.ingest.encoding import Decoded, decode
from policydiff.parsing import parse

SIMPLIFIED = "第一条 胡须应当整洁，不得打结。\r\n第二条 “长须”每月修剪一次。\n"
TRADITIONAL = "第一條 鬍鬚應當整潔，不得打結。\r\n第二條 「長鬚」每月修剪一次。\n"
ENGLISH = "Article 1 “Beards” shall – at all times – be kept tidy.\n"


def decoded(data: bytes) -> Decoded:
    return decode(data, Path("beards.txt"))


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLIFIED, "utf-8", "UTF-8"),
        (SIMPLIFIED, "utf-8-sig", "UTF-8"),
        (SIMPLIFIED, "utf-16", "UTF-16"),
        (SIMPLIFIED, "utf-16-le", "UTF-16"),
        (SIMPLIFIED, "utf-16-be", "UTF-16"),
        (SIMPLIFIED, "utf-32", "UTF-32"),
        (SIMPLIFIED, "gb2312", "GB18030"),
        (SIMPLIFIED, "gb18030", "GB18030"),
        (TRADITIONAL, "gbk", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (TRADITIONAL, "cp950", "Big5"),
        (TRADITIONAL + "第三條 鬍鬚邨。", "big5hkscs", "Big5-HKSCS"),
        (ENGLISH, "cp1252", "Windows-1252"),
        (ENGLISH, "utf-16-le", "UTF-16"),
        ("Article 1\r\n", "utf-16-le", "UTF-16"),
        ("Article 1\r\n", "ascii", "UTF-8"),
    ],
)
def test_the_encoding_is_recognised_and_named(text: str, codec: str, name: str) -> None:
    assert decoded(text.encode(codec)) == Decoded(text=text, encoding=name)


@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be"])
def test_a_few_words_suffice(codec: str) -> None:
    assert decoded("第一条 胡须".encode(codec)).text == "第一条 胡须"


@pytest.mark.parametrize("western", ["latin-1", "cp1252"])
@pytest.mark.parametrize(("text", "codec"), [(SIMPLIFIED, "gb18030"), (SIMPLIFIED, "utf-8"), (TRADITIONAL, "big5")])
def test_chinese_that_was_opened_as_western_and_saved_so_is_refused(text: str, codec: str, western: str) -> None:
    as_seen = "".join(bytes([byte]).decode(western, "ignore") or chr(byte) for byte in text.encode(codec))
    with pytest.raises(ReadError, match=r"beards\.txt: .* opened in a Western encoding .* for 第") as told:
        decoded(as_seen.encode())
    assert "乱码" in told.value.told("zh")


@pytest.mark.parametrize(
    "text",
    [
        "L’été dernier, à l’école « là-bas » : où ça ? ÉTÉ, DÉCRET, À L’ŒUVRE.",
        "Über die Größe der Bärte gemäß §§ 5–7; Maße, Prüfungen, Übergänge – „Öffnung“.",
        "FUNÇÃO, ALTERAÇÕES, ção; ¿Qué? ¡Él está aquí! ÞÆÐ, æøå, naïve café £5 ½ °C",
        "第一条 ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ 胡须。",
        ENGLISH,
    ],
)
def test_western_letters_are_no_misread_chinese(text: str) -> None:
    assert decoded(text.encode()).text == text


@given(st.text(alphabet="abc XYZ" + "".join(map(chr, range(0xC0, 0x100))), max_size=300))
def test_words_of_western_letters_are_read_as_they_are(text: str) -> None:
    spelt = " ".join(re.sub("[^ -~]{2,}", lambda found: found[0][0], text).split(" "))  # no two accents together
    assert decoded(spelt.encode()).text == spelt


def test_a_few_words_in_big5_suffice() -> None:
    assert decoded("第一條 鬍鬚".encode("big5")).text == "第一條 鬍鬚"


def test_rare_characters_alone_are_still_read() -> None:
    assert decoded("龘䶮麤".encode("gb18030")).text == "龘䶮麤"


@pytest.mark.parametrize(("text", "codec"), [(SIMPLIFIED, "utf-8"), (SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")])
def test_a_damaged_byte_is_one_mark_and_the_rest_is_read(text: str, codec: str) -> None:
    whole = (text * 3).encode(codec)
    at = len(text.encode(codec))
    made = decoded(whole[:at] + b"\xff" + whole[at:]).text
    assert made == text + "\ufffd" + text * 2


def test_a_file_that_was_cut_in_mid_character_is_read_to_there() -> None:
    made = decoded((SIMPLIFIED * 3).encode()[:-3]).text
    assert made.startswith(SIMPLIFIED * 2)
    assert made.endswith("一次\ufffd")


def test_a_damaged_character_is_reported_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = (SIMPLIFIED * 2).encode()
    at = len("第一条 胡须".encode())
    path.write_bytes(data[:at] + b"\xff\xff" + data[at:])
    document = parse(read(path))
    first = document.problems[0]
    assert (first.kind, first.count) == ("unreadable", 2)
    assert (first.span.start, first.span.end) == (6, 8)


def test_bytes_that_are_mostly_damaged_are_no_text() -> None:
    with pytest.raises(ReadError, match=r"beards\.txt: .*UTF-8"):
        decoded(b"\xff\xff\xff")


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_one_line(data: bytes) -> None:
    try:
        text = decoded(data).text
    except ReadError as error:
        text = str(error).replace("\n", "\0")
    assert "\0" not in text
