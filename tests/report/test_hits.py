"""What a search found, on the terminal: what was asked for stands out, and a text cannot steer the terminal."""

from __future__ import annotations

from dataclasses import replace

from policydiff.report.hits import render
from policydiff.search import Hit, Results

HIT = Hit(
    document="central",
    title="胡须管理办法",
    eid="art_3__para_1",
    label="第三条",
    language="zh",
    kind="central",
    score=1.0,
    snippet="违反的，予以通报。通报应当\x1b[2J及时。",
    highlights=((6, 8), (9, 11)),
)
FOUND = Results(query="通报", total=1, hits=(HIT,))


def test_without_colour_what_was_asked_for_is_marked() -> None:
    head, snippet, blank = render(FOUND, colour=False, ui="zh").splitlines()
    assert head == "第三条  胡须管理办法  central"
    assert snippet == "  违反的，予以«通报»。«通报»应当\\x1b[2J及时。"
    assert blank == ""


def test_a_document_without_a_title_is_named_once() -> None:
    untitled = replace(HIT, title="central")
    head = render(Results(query="通报", total=1, hits=(untitled,)), colour=False, ui="zh").splitlines()[0]
    assert head == "第三条  central"


def test_with_colour_the_colour_marks_it() -> None:
    shown = render(FOUND, colour=True, ui="zh")
    assert "\x1b[33m通报\x1b[0m" in shown
    assert "«" not in shown
    assert "\x1b[2J" not in shown


def test_a_document_that_is_found_by_its_title_is_named_once() -> None:
    hit = replace(HIT, eid="", label="", snippet="胡须", highlights=())
    shown = render(Results(query="胡须", total=1, hits=(hit,)), colour=False, ui="zh")
    assert shown == "胡须管理办法  central\n  胡须\n\n"


def test_nothing_found_is_no_text_at_all() -> None:
    assert render(Results(query="镜", total=0, hits=()), colour=False, ui="zh") == ""
