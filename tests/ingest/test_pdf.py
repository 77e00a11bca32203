"""PDF files: the text they show, in the characters it is written in; what cannot be read says so within bounds."""

from __future__ import annotations

import subprocess
import sys
import time
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ingest.sheets import column, drawn, pdf, stream, written

from policydiff.errors import ReadError
from policydiff.ingest import pdf as reader
from policydiff.ingest import pdf_fragments, read
from policydiff.parsing import parse

pytest.importorskip("pypdfium2", reason="the library that reads PDFs is not installed here")

RULE = column("第一条 胡须应当整洁。", "第二条 略。")
PICTURE = b"/XObject<</I %d 0 R>>"
Saved = Callable[[bytes], Path]


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    def save(data: bytes) -> Path:
        path = tmp_path / "beards.pdf"
        path.write_bytes(data)
        return path

    return save


def refused(path: Path) -> str:
    """What is said of a file that is not read: one line that names it."""
    with pytest.raises(ReadError) as caught:
        read(path)
    said = str(caught.value)
    assert said.startswith(f"{path}: ")
    assert "\n" not in said
    return said


def test_each_paragraph_is_a_line(saved: Saved) -> None:
    assert read(saved(pdf(RULE))).text == "第一条 胡须应当整洁。\n第二条 略。\n"


def test_rules_on_the_page_part_cells_however_close_their_words_stand(saved: Saved) -> None:
    rows, columns = (320, 300, 280), (50, 81, 112)
    lines = [(50, row, 112, row) for row in rows] + [(column, 280, column, 320) for column in columns]
    words = [(51, 307, "行为例"), (82, 307, "处罚"), (51, 287, "未梳须"), (82, 287, "十元")]
    assert read(saved(pdf(words, content=drawn(*lines)))).text == "行为例\t处罚\n未梳须\t十元\n"
    assert read(saved(pdf(words))).text == "行为例处罚\n未梳须十元\n"  # as they would be read without rules


def test_what_is_set_later_into_the_gaps_of_a_line_is_read_in_its_place(saved: Saved) -> None:
    before, inside, after = (words.encode("utf-16-be").hex().encode() for words in ("第一条 称", "长须", "是。"))
    line = b"BT /F 10 Tf 50 300 Td [<%s> -600 <%s> -600 <%s>] TJ ET\n" % (before, inside, after)
    marks = b"".join(b"BT /F 6 Tf %d 300 Td <%s> Tj ET\n" % place for place in ((100, b"201c"), (126, b"201d")))
    assert read(saved(pdf([], content=line + marks))).text == "第一条 称“长须”是。\n"


def spread(words: str, *, by: float) -> bytes:
    """A line whose characters stand so many points apart, a blank in it left out as a wider gap."""
    codes = (part.encode("utf-16-be").hex().encode() for part in words.split(" "))
    gap = b"> %d <" % (-100 * (by + 2.5))  # thousandths of the size: a quarter of it, and the line's own spread
    return b"BT /F 10 Tf %.1f Tc 50 300 Td [<%s>] TJ ET\n" % (by, gap.join(codes))


@pytest.mark.parametrize("by", [0.0, 1.5, 2.5, 4.0, 8.0])
def test_a_line_that_is_spread_to_the_edge_has_no_blanks(saved: Saved, by: float) -> None:
    words = "须称“胡须”“须发”——及髭。"
    assert read(saved(pdf([], content=spread(words, by=by)))).text == f"{words}\n"


@pytest.mark.parametrize("by", [1.5, 2.5, 4.0])
def test_a_blank_that_was_typed_into_a_line_that_is_spread_is_one(saved: Saved, by: float) -> None:
    words = "第一条 胡须应当整洁。"
    assert read(saved(pdf([], content=spread(words, by=by)))).text == f"{words}\n"


def test_the_size_of_a_font_says_how_high_its_characters_are() -> None:
    assert pdf_fragments._height(box=8.1, size=12.0) == pdf_fragments._height(box=11.0, size=12.0) == 12.0
    assert pdf_fragments._height(box=11.0, size=1.0) == 11.0, "what a font that is scaled elsewhere says is no size"


def test_blanks_before_the_words_of_a_line_are_an_indent(saved: Saved) -> None:
    full = "胡须应当整洁理发师应当备有镜子公民应当。"  # twenty characters: a line
    lines = [(50.0, 350.0 - 16 * at, f"\u3000\u3000{full[:18]}" if at % 2 == 0 else full) for at in range(8)]
    assert read(saved(pdf(lines))).text == f"{full[:18]}{full}\n" * 4


def test_boxes_with_an_outline_are_cells_too(saved: Saved) -> None:
    boxes = b"50 300 60 20 re S 110 300 60 20 re S 50 280 60 20 re S 110 280 60 20 re S\n"
    words = [(52, 307, "行为"), (112, 307, "处罚"), (52, 287, "未梳须"), (112, 287, "十元")]
    assert read(saved(pdf(words, content=boxes))).text == "行为\t处罚\n未梳须\t十元\n"


def test_two_texts_in_the_columns_of_a_table_are_told_apart(saved: Saved) -> None:
    rows, columns = (320, 300, 280, 260), (50, 150, 250)
    lines = [(50, row, 250, row) for row in rows] + [(column, 260, column, 320) for column in columns]
    words = [
        (52, 307, "修订前"), (152, 307, "修订后"), (52, 287, "第一条 须长。"), (152, 287, "第一条 须短。"),
        (52, 267, "第二条 须黑。"), (152, 267, "第二条 须白。"),
    ]  # fmt: skip
    path = saved(pdf(words, content=drawn(*lines)))
    assert [leaf.text for leaf in parse(read(path)).leaves()] == ["须短。", "须白。"]
    assert [leaf.text for leaf in parse(read(path, original=True)).leaves()] == ["须长。", "须黑。"]


def test_very_many_rules_are_read_in_bounded_time(saved: Saved) -> None:
    lines = [(10 + at % 280, 10, 10 + at % 280, 390) for at in range(6_000)]
    lines += [(10, 10 + at % 380, 290, 10 + at % 380) for at in range(6_000)]
    started = time.monotonic()
    read(saved(pdf(RULE, content=drawn(*lines))))
    assert time.monotonic() - started < 20


def test_characters_that_stand_for_others_are_read_as_those(saved: Saved) -> None:
    words = "第⼀条 ⺠⻓⻔⻋ ⼾⽤ ﬁle 豈①，（）"
    assert read(saved(pdf(column(words)))).text == "第一条 民长门车 户用 file 豈①，（）\n"


def test_every_radical_that_is_mapped_is_one_and_becomes_a_character() -> None:
    radicals = reader._radicals()
    assert all("RADICAL" in unicodedata.name(one) for one in radicals)
    assert all(0x4E00 <= ord(one) <= 0x9FFF for one in radicals.values())


def test_a_rule_over_pages_has_its_running_heads_as_residue(saved: Saved) -> None:
    pages = [[(100.0, 385.0, "胡须市规章"), *column(f"第{at}条 略。"), (140.0, 20.0, at)] for at in ("1", "2")]
    source = read(saved(pdf(*pages)))
    assert [hint.kind for hint in source.hints] == ["running-head", "page-mark"] * 2


def test_words_askew_over_a_page_are_residue(saved: Saved) -> None:
    stamp = "征求意见稿".encode("utf-16-be").hex().encode()
    drawn = b"BT /F 10 Tf .7 .7 -.7 .7 90 90 Tm <%s> Tj ET\n" % stamp
    source = read(saved(pdf(RULE, content=drawn)))
    assert [source.text[hint.span.start : hint.span.end] for hint in source.hints] == ["征求意见稿"]


def test_a_page_on_its_side_is_read_upright(saved: Saved) -> None:
    lines = b"".join(
        b"BT /F 10 Tf 0 1 -1 0 %d 50 Tm <%s> Tj ET\n" % (x, words.encode("utf-16-be").hex().encode())
        for x, words in ((100, "第一条 胡须应当整洁。"), (120, "第二条 略。"))
    )
    assert read(saved(pdf([], content=lines))).text == "第一条 胡须应当整洁。\n第二条 略。\n"


# ---------------------------------------------------------------------------------------- refused


def test_what_is_no_pdf_or_is_damaged_says_so(saved: Saved) -> None:
    assert "empty" in refused(saved(b""))
    assert "damaged, or no PDF" in refused(saved(b"%PDF-1.7\n" + bytes(range(256))))
    assert "damaged, or no PDF" in refused(saved("第一条 略。".encode()))
    assert "damaged, or no PDF" in refused(saved(b"%PDF-1.7"))


def test_a_pdf_that_is_protected_by_a_password_says_so(saved: Saved) -> None:
    lock = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (b"01" * 32, b"02" * 32)
    assert "protected by a password" in refused(saved(pdf(RULE, trailer=lock)))


def pictures(*pages: bool) -> bytes:
    """Pages that are a picture, or hold words."""
    count = len(pages)
    image = stream(b"\xff", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    plain = pdf(*[[] if scanned else column(f"第{at}条 略。") for at, scanned in enumerate(pages)])
    objects = [one.split(b"obj\n", 1)[1] for one in plain.split(b"\nendobj\n")[:-1]]
    for at, scanned in enumerate(pages):
        if scanned:
            objects[3 + 2 * at] = objects[3 + 2 * at].replace(b"/Font<<", PICTURE % (4 + 2 * count) + b"/Font<<")
            objects[4 + 2 * at] = stream(b"q 300 0 0 400 0 0 cm /I Do Q")
    return written([*objects, image])


def test_a_scanned_pdf_says_so_and_one_with_scanned_pages_names_them(saved: Saved) -> None:
    assert "the PDF is scanned, or empty" in refused(saved(pictures(True, True)))
    assert "(2, 3)" in refused(saved(pictures(False, True, True)))
    assert "(1, 2, 3, 4, 5 …)" in refused(saved(pictures(*[True] * 7, False)))
    assert "scanned, or empty" in refused(saved(pdf([])))


def test_an_empty_page_among_others_is_nothing_to_speak_of(saved: Saved) -> None:
    assert read(saved(pdf(RULE, []))).text.startswith("第一条")


def test_a_pdf_that_does_not_say_which_characters_it_shows_is_refused(saved: Saved) -> None:
    assert "without saying which they are" in refused(saved(pdf(column("\ue010\ue011\ue012条胡须"))))


def test_without_the_library_it_is_said_how_to_install_it(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LIBRARY", "a_library_that_is_not_there")
    assert f'{sys.executable} -m pip install "pypdfium2' in refused(saved(pdf(RULE)))


def test_a_program_that_fails_says_why_as_far_as_it_can(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(pdf(RULE))
    for stderr, says in (
        (b"ModuleNotFoundError: No module named 'pypdfium2'", "pip install"),
        (b"MemoryError", "too much memory"),
        (b"", "damaged, or no PDF"),
    ):
        done = subprocess.CompletedProcess(args=[], returncode=1, stdout=b"", stderr=stderr)
        monkeypatch.setattr("policydiff.ingest.pdf.subprocess.run", lambda *_, done=done, **__: done)
        assert says in refused(path)


def test_too_many_pages_and_characters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = pdf(*[column("甲乙")] * 3)
    monkeypatch.setattr(pdf_fragments, "MOST_PAGES", 2)
    assert pdf_fragments._read(many) == {"error": "pages"}
    monkeypatch.setattr(pdf_fragments, "MOST_PAGES", 5)
    monkeypatch.setattr(pdf_fragments, "MOST_CHARACTERS", 5)
    assert pdf_fragments._read(many) == {"error": "characters"}
    for said in ("pages", "characters", "memory", "time"):
        assert reader._SAID[said].endswith(".")


def test_a_reading_that_takes_too_long_is_ended(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LONGEST", 0.01)
    assert "takes more than" in refused(saved(pdf(RULE)))


def test_a_stream_that_unfolds_to_gigabytes_ends_within_bounds(saved: Saved) -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(bytes(10_000_000)) for _ in range(60)) + packer.flush()
    twice = zlib.compress(bomb, 9)
    plain = pdf(RULE)
    objects = [one.split(b"obj\n", 1)[1] for one in plain.split(b"\nendobj\n")[:-1]]
    objects[4] = stream(twice, b"/Filter[/FlateDecode/FlateDecode]")
    data = written(objects)
    assert len(data) < 1_000_000
    started = time.monotonic()
    refused(saved(data))
    assert time.monotonic() - started < 60


def test_a_page_of_very_many_objects_is_read_in_bounded_time(saved: Saved) -> None:
    lines = b"0 0 m 1 1 l S\n" * 300_000
    started = time.monotonic()
    assert read(saved(pdf(RULE, content=lines))).text.startswith("第一条")
    assert time.monotonic() - started < 60


def test_a_circle_of_pages_ends(saved: Saved) -> None:
    refused(saved(written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"])))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 1500))
def test_whatever_is_damaged_is_text_or_a_word(noise: bytes, at: int) -> None:
    data = bytearray(pdf(RULE))
    data[at : at + len(noise)] = noise
    said = pdf_fragments._read(bytes(data))
    assert said.keys() in ({"pages"}, {"error"})
