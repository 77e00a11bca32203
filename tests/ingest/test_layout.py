"""Lines on pages are paragraphs again: joined where a line was full, left alone where it had room or is in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.sheets import LEFT, RIGHT, SIZE, Placed, column, fragment, sheet

from policydiff.ingest.layout import Page, paragraphs
from policydiff.ingest.layout.page import as_before

FULL = "胡须应当整洁理发师应当备有镜子公民应当付"  # twenty characters: a line


def read(*pages: Page | list[Placed]) -> list[str]:
    """The paragraphs' words."""
    sheets = [one if isinstance(one, Page) else sheet(*one) for one in pages]
    return [line.text for line in paragraphs(sheets) if not line.runs[0].kind]


def beside(*pages: Page | list[Placed]) -> list[tuple[str | None, str]]:
    """What is no text of the document, and why."""
    sheets = [one if isinstance(one, Page) else sheet(*one) for one in pages]
    return [(line.runs[0].kind, line.text) for line in paragraphs(sheets) if line.runs[0].kind]


def indented(words: str) -> str:
    """The first line of a paragraph: an indent of two characters and eighteen of words."""
    return "\u3000\u3000" + words[:18]


# ------------------------------------------------------------------------------------- paragraphs


def test_a_full_line_goes_on_and_a_line_with_room_has_ended() -> None:
    assert read(column(indented(FULL), FULL, "费。", indented(FULL), "完。")) == [
        FULL[:18] + FULL + "费。",
        FULL[:18] + "完。",
    ]


def test_a_line_that_had_no_room_for_the_next_word_is_full() -> None:
    assert read(column(indented(FULL), FULL[:18], "《办法》。", FULL)) == [FULL[:18] + FULL[:18] + "《办法》。", FULL]
    assert read(column(indented(FULL), FULL[:17], "办法。", FULL)) == [FULL[:18] + FULL[:17], "办法。", FULL]
    kept_together = column(indented(FULL), FULL[:18], "法》，乙。", FULL)  # ， may not begin a line, so 》 did not fit
    assert read(kept_together)[0] == FULL[:18] + FULL[:18] + "法》，乙。"


def test_short_paragraphs_alone_are_not_joined_by_the_length_of_the_longest() -> None:
    short = ["胡须管理办法", "一人一须应当整洁有序。", "但是，公民应当付费。", "理发师的镜子应当明亮。", "无须者除外。"]
    assert read(column(*short, "旧的办法同时予以废止。", "印制")) == [*short, "旧的办法同时予以废止。", "印制"]
    broken = column(*short[:4], "理发师应当在每年三月底", "以前报告。", "完。")
    assert read(broken)[-2].endswith("在每年三月底以前报告。"), "a sentence that is broken shows where the edge is"


def test_an_indented_line_begins_a_paragraph_even_after_a_full_one() -> None:
    full_end = FULL[:19] + "。"
    assert read(column(indented(FULL), full_end, indented(FULL), "完。")) == [FULL[:18] + full_end, FULL[:18] + "完。"]


def test_hanging_indents_are_followed() -> None:
    hanging = ["（一）" + FULL[:17], "\u3000\u3000\u3000" + FULL[:17], "\u3000\u3000\u3000完。", "（二）" + FULL[:17]]
    assert read(column(*hanging, "\u3000\u3000\u3000完。")) == [
        "（一）" + FULL[:17] * 2 + "完。",
        "（二）" + FULL[:17] + "完。",
    ]


def test_an_indented_line_below_a_full_one_that_has_ended_hangs_from_none() -> None:
    for stop in "。；：":
        above, item = ["（一）" + FULL[:17], FULL, "完。"], f"（二）{FULL[:16]}{stop}"
        pages = column(*above, item), column(indented(FULL), "完。")
        assert read(*pages) == ["".join(above), item, FULL[:18] + "完。"]


def test_a_gap_between_lines_parts_paragraphs_without_indents() -> None:
    first = column(FULL, FULL, top=350)
    assert read(first + column(FULL, "完。", top=300)) == [FULL * 2, FULL + "完。"]


def test_a_number_with_a_blank_after_it_begins_a_paragraph() -> None:
    assert read(column(FULL, "第二条 " + FULL[:15], "完。")) == [FULL, "第二条 " + FULL[:15] + "完。"]
    assert read(column(FULL, "第二条规定的情形，" + FULL[:11], "完。")) == [
        FULL + "第二条规定的情形，" + FULL[:11] + "完。"
    ]


def test_the_number_of_an_item_begins_a_paragraph_below_a_full_heading_or_sentence() -> None:
    items = ["一、" + FULL[:18], FULL[:19] + "。", "二、" + FULL[:18], "完。"]
    assert read(column("\u3000" + FULL[:18], *items)) == [FULL[:18], "".join(items[:2]), "".join(items[2:])]


def test_a_word_that_the_line_end_has_cut_is_no_number() -> None:
    assert read(column("\u3000\u3000" + FULL[:17] + "统", "一、公开的价格。", indented(FULL), "完。")) == [
        FULL[:17] + "统一、公开的价格。",
        FULL[:18] + "完。",
    ]
    full = "\u3000\u3000" + FULL[:18]
    assert read(column(full, "一、二级保护。", full, "完。")) == [FULL[:18] + "一、二级保护。", FULL[:18] + "完。"]


def test_a_line_in_another_size_is_another_paragraph() -> None:
    lines = column(FULL, FULL)
    title = fragment(*lines[0], size=SIZE)
    body = fragment(LEFT, lines[1][1], FULL, size=SIZE * 0.7)
    assert read(Page(width=300, height=400, fragments=(title, body))) == [FULL, FULL]


def test_a_line_of_a_table_of_contents_stays_a_line() -> None:
    lines = ["第一章…………………………………………1", "第二章…………………………………………3"]
    assert read(column(*lines)) == lines


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    assert read(column(indented(FULL), FULL), column("完。", indented(FULL))) == [FULL[:18] + FULL + "完。", FULL[:18]]


def test_the_one_line_of_a_last_page_is_measured_by_the_edges_of_the_others() -> None:
    first = column(indented(FULL), *[FULL] * 6)
    assert read(first, column("\u3000\u3000" + FULL[2:])) == [FULL[:18] + FULL * 6, FULL[2:]]
    assert read(first, column("完。")) == [FULL[:18] + FULL * 6 + "完。"]


def test_english_lines_are_joined_by_a_blank_and_a_broken_word_by_nothing() -> None:
    line = "Beards shall be kept tidy by the imple-"
    assert read(column(line, "mentation of this Act and the authori", "ties.")) == [
        "Beards shall be kept tidy by the implementation of this Act and the authori ties."
    ]


def test_chinese_and_latin_words_are_joined_by_nothing() -> None:
    assert read(column(FULL, "GB/T规定。")) == [FULL + "GB/T规定。"]


# ------------------------------------------------------------------------------------------- rows


def test_pieces_of_a_line_are_put_together_and_cells_are_parted_by_tabs() -> None:
    pieces = [(0.0, 350.0, "第一条"), (33.0, 350.2, "胡须"), (55.0, 350.0, "shall"), (120.0, 350.0, "费用")]
    assert read([(LEFT + x, y, words) for x, y, words in pieces]) == ["第一条胡须shall\t费用"]


def test_a_wide_gap_after_a_number_is_a_blank() -> None:
    assert read([(LEFT, 350.0, "（一）"), (LEFT + 50, 350.0, "胡须")]) == ["（一） 胡须"]


# ---------------------------------------------------------------------------------- running heads


def with_head(*lines: str, number: str, head: str = "胡须市规章汇编") -> list[Placed]:
    return [(100.0, 385.0, head), *column(*lines), (140.0, 20.0, number)]


def test_what_stands_in_the_same_place_on_every_page_is_a_running_head_after_the_paragraph() -> None:
    pages = [with_head(indented(FULL), FULL, number="- 1 -"), with_head("完。", indented(FULL), number="- 2 -")]
    assert [line.text for line in paragraphs([sheet(*one) for one in pages])] == [
        FULL[:18] + FULL + "完。",
        *("胡须市规章汇编", "- 1 -"),
        FULL[:18],
        *("胡须市规章汇编", "- 2 -"),
    ]
    assert beside(*pages)[:2] == [("running-head", "胡须市规章汇编"), ("page-mark", "- 1 -")]


def test_numbers_of_pages_are_told_in_all_their_dresses() -> None:
    for number in ("1", "- 1 -", "第1页", "第 1 页 共 2 页", "1/2", "Page 1 of 2", "— 1 —"):
        pages = [with_head("甲。", number=number), with_head("乙。", number=number.replace("1", "2", 1))]
        assert [kind for kind, _ in beside(*pages)] == ["running-head", "page-mark"] * 2


def test_heads_of_left_and_right_pages_are_told_each() -> None:
    words = ["甲。", "乙。", "丙。", "丁。", "戊。", "己。"]
    pages = [with_head(one, number=str(at), head="左页" if at % 2 else "右页") for at, one in enumerate(words)]
    assert read(*pages) == words


def test_a_text_that_is_repeated_inside_a_page_or_in_another_place_is_text() -> None:
    pages = [column(f"第{at}页的话。", "同样的话。", f"另{at * at}句。", top=350 - 20 * at) for at in range(3)]
    assert beside(*pages) == []
    assert beside(with_head("甲。", number="1")) == []  # one page repeats nothing


@pytest.mark.parametrize("mark", ["附件{}", "附表 {}", "第{}章", "Chapter {}", "Annex {}"])
def test_the_marks_of_annexes_and_chapters_at_the_head_of_pages_are_text(mark: str) -> None:
    pages = [column(mark.format(n), f"{name}登记。", top=385.0) for n, name in enumerate("甲乙丙丁", 1)]
    assert beside(*pages) == []


def test_the_mark_of_an_annex_with_the_page_on_each_of_its_pages_is_a_running_head() -> None:
    pages = [with_head(f"{n}个理发店。", number=str(n), head=f"附件1 第{n}页") for n in (1, 2)]
    assert [words for _, words in beside(*pages)] == ["附件1 第1页", "1", "附件1 第2页", "2"]


def test_what_stands_on_few_of_many_pages_is_text() -> None:
    texts = [column(f"第{at}天的话{'。' * at}") for at in range(12)]
    few = [[(100.0, 385.0, "特别说明"), *text] if at < 2 else text for at, text in enumerate(texts)]
    assert beside(*few) == []


def test_the_number_of_a_web_page_in_print_is_told_on_a_single_page() -> None:
    assert beside(with_head("甲。", number="1/1")) == [("page-mark", "1/1")]


@pytest.mark.parametrize("printed", ["3/1/24, 2:05 PM", "2024/3/1 14:05", "2024/3/1 下午2:05"])
def test_what_a_browser_prints_above_a_single_page_is_a_running_head(printed: str) -> None:
    page = [
        (10.0, 385.0, printed),
        (200.0, 385.0, "胡须办法"),
        *column("胡须办法", "第一条 略。"),
        (280.0, 10.0, "1/1"),
    ]
    assert read(page) == ["胡须办法", "第一条 略。"]
    assert read(page[:-1])[0].startswith(printed), "without the number of the page nobody can tell"


def test_words_askew_are_beside_the_text() -> None:
    page = sheet(*column("第一条 略。"))
    stamped = Page(width=300, height=400, fragments=(*page.fragments, fragment(90, 200, "征求意见稿", askew=True)))
    assert read(stamped) == ["第一条 略。"]
    assert beside(stamped) == [("running-head", "征求意见稿")]


# ---------------------------------------------------------------------------------------- columns


def two_columns(count: int) -> tuple[list[Placed], list[Placed]]:
    half = FULL[:9]
    left = column(*[half] * count, left=LEFT, leading=14)
    right = column(*[half] * (count - 1), "完。", left=LEFT + 110, leading=14)
    return left, right


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = two_columns(8)
    mixed = sorted(left + right, key=lambda one: -one[1])
    assert read(mixed) == [FULL[:9] * 15 + "完。"]


def test_a_title_across_both_columns_ends_what_stands_above_it() -> None:
    left, right = two_columns(8)
    title = [(LEFT + 20, 380.0, "胡须市胡须管理办法全文")]
    assert read(title + left + right)[0] == "胡须市胡须管理办法全文"


def test_the_last_page_of_two_columns_is_read_like_the_others() -> None:
    left, right = two_columns(8)
    last = [*column("甲甲甲甲。", "乙乙乙乙。"), *column("丙丙丙丙。", left=LEFT + 110)]
    assert read(left + right, last)[-3:] == ["甲甲甲甲。", "乙乙乙乙。", "丙丙丙丙。"]


def test_a_table_of_short_cells_is_read_row_by_row() -> None:
    rows = [(f"项目{at}", f"{at}元") for at in range(8)]
    cells = [(LEFT + 100 * side, 350.0 - 16 * at, row[side]) for at, row in enumerate(rows) for side in (0, 1)]
    assert read(cells) == [f"项目{at}\t{at}元" for at in range(8)]


# ----------------------------------------------------------------------------------------- tables

ACROSS = [(place, 50.0, 250.0) for place in (320.0, 300.0, 260.0, 240.0)]
UPRIGHT = [(place, 240.0, 320.0) for place in (50.0, 120.0, 185.0, 250.0)]
CELLS = [
    (55.0, 307.0, "行为"), (125.0, 307.0, "情节"), (190.0, 307.0, "处罚"),
    (55.0, 287.0, "未梳胡须或"), (125.0, 287.0, "经提醒仍然"), (190.0, 287.0, "十元"),
    (55.0, 271.0, "染须"), (125.0, 271.0, "不改"),
    (55.0, 247.0, "未登记"), (190.0, 247.0, "二十元"),
]  # fmt: skip
ABOVE, BELOW = column(indented(FULL), "如下：", top=352.0), column(indented(FULL), "完。", top=220.0)


def test_short_english_paragraphs_that_stand_apart_stay_apart() -> None:
    short = [
        "(1) Nobody may pull a beard.",
        "(2) Nobody may dye a beard.",
        "PART 2",
        "3 Shaving beards and all that",
    ] * 3
    broken = ["(3) A person must keep a beard clean and", "trim it every year."]
    lines = column(*short[:9], left=LEFT, top=390.0, leading=24.0)
    lines += column(*broken, top=174.0, leading=14.0) + column(*short[9:], top=136.0, leading=24.0)
    assert read(lines) == [*short[:9], " ".join(broken), *short[9:]]


def test_lines_that_end_near_each_other_show_no_edge_where_none_breaks_off() -> None:
    words = ["1. A beard must be clean.", "2. In this rule, a beard is—", "2A. Fees for all beards", "3. All."]
    long = "4. Nobody pays for a beard that is clean."
    assert read(column(*words, long, *words, "5. All.", leading=24.0)) == [*words, long, *words, "5. All."]


@pytest.mark.parametrize(
    ("words", "after", "whole"),
    [
        ("the Beard-", "Trimmer", "the Beard-Trimmer"),
        ("and/", "or", "and/or"),
        ("https://beards.example", ".org", "https://beards.example.org"),
        ("https://www.", "beards.org", "https://www.beards.org"),
        ("beards - ", "and", "beards - and"),
        ("The end.", "Beards", "The end. Beards"),
        ("below", "-18", "below -18"),
    ],
)
def test_a_word_that_is_cut_at_a_mark_goes_on_without_a_blank(words: str, after: str, whole: str) -> None:
    assert as_before(words.strip(), after) + after == whole


def test_a_cell_drawn_with_rules_is_read_whole_and_runs_into_no_paragraph() -> None:
    page = sheet(*ABOVE, *CELLS, *BELOW, across=ACROSS, upright=UPRIGHT)
    assert read(page) == [
        FULL[:18] + "如下：",
        "行为\t情节\t处罚",
        "未梳胡须或染须\t经提醒仍然不改\t十元",
        "未登记\t\t二十元",
        FULL[:18] + "完。",
    ]


def test_cells_that_no_rule_parts_are_one() -> None:
    across = [(320.0, 50.0, 250.0), (300.0, 120.0, 250.0), (280.0, 50.0, 250.0)]
    upright = [(50.0, 280.0, 320.0), (120.0, 280.0, 320.0), (185.0, 300.0, 320.0), (250.0, 280.0, 320.0)]
    words = [(55.0, 307.0, "未梳须"), (125.0, 307.0, "首次"), (190.0, 307.0, "警告"), (125.0, 287.0, "再次者罚十元")]
    made = list(paragraphs([sheet(*words, across=across, upright=upright)]))
    assert [line.text for line in made] == ["未梳须\t首次\t警告", "\t再次者罚十元"]
    assert [line.row for line in made] == [False, True]


def test_a_table_goes_on_over_the_end_of_a_page_and_its_head_stands_once() -> None:
    page = sheet(*CELLS, across=ACROSS, upright=UPRIGHT)
    assert read(page, page) == [
        "行为\t情节\t处罚",
        "未梳胡须或染须\t经提醒仍然不改\t十元",
        "未登记\t\t二十元",
        "未梳胡须或染须\t经提醒仍然不改\t十元",
        "未登记\t\t二十元",
    ]
    assert beside(page, page) == [("running-head", "行为"), ("running-head", "情节"), ("running-head", "处罚")]


def two_rows(*words: Placed) -> Page:
    """A table of two columns and two rows; the right one takes nine characters a line."""
    across = [(320.0, 50.0, 250.0), (300.0, 50.0, 250.0), (260.0, 50.0, 250.0)]
    return sheet(*words, across=across, upright=[(at, 260.0, 320.0) for at in (50.0, 150.0, 250.0)])


def test_a_row_that_the_end_of_a_page_cuts_is_one() -> None:
    above = [
        *((55.0, 307.0, "未登记"), (155.0, 307.0, "十元"), (55.0, 287.0, "未梳胡须")),
        *((155.0, 287.0, "责令在每年三月底以"), (155.0, 271.0, "前改正的除外应当在")),
    ]
    rest, fresh = (155.0, 307.0, "胡须办公室登记。"), [(55.0, 287.0, "染须"), (155.0, 287.0, "二十元")]
    whole = "未梳胡须\t责令在每年三月底以前改正的除外应当在胡须办公室登记。"
    assert read(two_rows(*above), two_rows(rest, *fresh)) == ["未登记\t十元", whole, "染须\t二十元"]
    both = read(two_rows(*above), two_rows((55.0, 307.0, "染须"), rest, *fresh))
    assert both[1:3] == [whole[:-8], "染须\t胡须办公室登记。"], "a row with words in each cell is one of its own"
    ended = [*above[:-1], (155.0, 271.0, "前改正。")]
    assert len(read(two_rows(*ended), two_rows(rest, *fresh))) == 4, "a cell that had room and has ended goes not on"


def test_a_row_is_cut_by_the_end_of_a_page_where_its_next_word_had_no_room() -> None:
    above = [(55.0, 307.0, "未登记"), (155.0, 307.0, "十元"), (55.0, 287.0, "未梳胡须")]
    above += [(155.0, 287.0, "九个字的一行胡须费"), (155.0, 271.0, "按照未登记者的")]
    rest, fresh = (155.0, 307.0, "50%计算"), [(55.0, 287.0, "染须"), (155.0, 287.0, "九个字的一行胡须费")]
    assert read(two_rows(*above), two_rows(rest, *fresh)) == [
        "未登记\t十元",
        "未梳胡须\t九个字的一行胡须费按照未登记者的50%计算",
        "染须\t九个字的一行胡须费",
    ]


def test_a_frame_around_a_page_and_a_line_under_a_title_are_no_tables() -> None:
    across = [(390.0, 20.0, 280.0), (340.0, 20.0, 280.0), (10.0, 20.0, 280.0)]
    upright = [(20.0, 10.0, 390.0), (280.0, 10.0, 390.0)]
    lines = column(indented(FULL), FULL, "费。")
    assert read(sheet(*lines, across=across, upright=upright)) == [FULL[:18] + FULL + "费。"]


def test_without_rules_what_goes_on_below_a_cell_stays_in_the_table() -> None:
    words = [
        (50.0, 300.0, "未梳胡须或者不"), (140.0, 300.0, "情节轻微"), (200.0, 300.0, "十元"),
        (50.0, 284.0, "梳其他毛发的"),
    ]  # fmt: skip
    made = list(paragraphs([sheet(*words, *column(indented(FULL), "完。", top=268.0))]))
    assert [line.text for line in made] == ["未梳胡须或者不\t情节轻微\t十元", "梳其他毛发的", FULL[:18] + "完。"]
    assert [line.row for line in made] == [False, True, False]


# ------------------------------------------------------------------------------------- properties


WORDS = st.text(st.sampled_from("第一条，。ab1 "), min_size=1, max_size=9)
PAGES = st.lists(st.lists(st.tuples(st.floats(-50, 400), st.floats(-50, 500), WORDS), max_size=12), max_size=4)


@given(PAGES)
def test_no_character_is_lost_wherever_it_stands(pages: list[list[Placed]]) -> None:
    found = "".join(line.text for line in paragraphs([sheet(*page) for page in pages]))
    words = "".join(words for page in pages for _, _, words in page)
    assert sorted("".join(found.split())) == sorted("".join(words.split()))


def test_edges_are_those_of_several_lines() -> None:
    out = [(10.0, 385.0, "附"), *column(indented(FULL), FULL, "完。"), (RIGHT + 30, 20.0, "印")]
    assert FULL[:18] + FULL + "完。" in read(out)


# ------------------------------------------------------------------------ margins, notes, spread lines


def test_words_that_are_spread_over_a_line_are_no_cells() -> None:
    spread = [(LEFT + 60 * at, 350.0, word) for at, word in enumerate(["beards", "grow", "slow", "here"])]
    justified = [fragment(*one) for one in spread]
    even = [justified[0]]
    for one in justified[1:]:
        moved = even[-1].right + 12
        even.append(replace(one, left=moved, right=moved + one.right - one.left))
    page = Page(width=300, height=400, fragments=tuple(even))
    assert read(page) == ["beards grow slow here"]
    assert read(spread) == ["beards\tgrow\tslow\there"], "the cells of a table begin in columns"


def test_a_last_line_that_is_spread_to_the_edge_is_no_row_of_a_table() -> None:
    spread = [(LEFT, 334.0, "费"), (RIGHT - 2 * SIZE, 334.0, "）。")]
    assert read([*column(indented(FULL)), *spread, *column(indented(FULL), "完。", top=318.0)]) == [
        FULL[:18] + "费）。",
        FULL[:18] + "完。",
    ]


def test_a_mark_in_the_margin_of_several_pages_is_beside_the_text() -> None:
    def page(*lines: str) -> Page:
        return sheet(*column(*lines), (10.0, 334.0, "装"), (10.0, 318.0, "订"))

    other = FULL[::-1]
    pages = page(indented(FULL), FULL, FULL, "费。"), page(indented(other), other, other, "完。")
    assert read(*pages) == [FULL[:18] + FULL * 2 + "费。", other[:18] + other * 2 + "完。"]
    assert [words for _, words in beside(*pages)] == ["装", "订"] * 2
    assert "装" in "".join(read(pages[0])), "of one page nobody can tell"


def framed(left: float, right: float, *beside: Placed) -> Page:
    """Two full lines above, two lines beside a box with words, and the rest of the paragraph."""
    words = [(left + 5, 316.0, "电话"), (left + 5, 302.0, "二三")]
    lines = [*column(indented(FULL), FULL), *beside, *column("费后离店。", indented(FULL), "完。", top=286.0)]
    across, upright = ((298.0, left, right), (328.0, left, right)), ((left, 298.0, 328.0), (right, 298.0, 328.0))
    return sheet(*lines, *words, across=across, upright=upright)


def test_the_words_of_a_box_come_after_the_paragraph_that_runs_around_it() -> None:
    words = [FULL[:18] + FULL + FULL[:14] + FULL[:14] + "费后离店。", "电话二三", FULL[:18] + "完。"]
    half = [(LEFT, 318.0, FULL[:7]), (LEFT, 302.0, FULL[:7]), (180.0, 318.0, FULL[7:14]), (180.0, 302.0, FULL[7:14])]
    assert read(framed(130, 170, *half)) == words, "between two halves of lines"
    assert read(framed(210, 250, *column(FULL[:14], FULL[:14], top=318.0))) == words, "at the right edge"
    assert read(framed(50, 90, *column(FULL[:14], FULL[:14], top=318.0, left=110.0))) == words, "at the left edge"


def test_framed_words_of_a_line_and_a_paragraph_framed_from_edge_to_edge_stand_where_they_are() -> None:
    lines = column(indented(FULL), FULL, FULL[:9], "完。")
    amount = (LEFT + 9 * 10, 318.0, "一万元")
    left, right = LEFT + 90 - 1, LEFT + 121
    across, upright = ((316.0, left, right), (330.0, left, right)), ((left, 316.0, 330.0), (right, 316.0, 330.0))
    assert read(sheet(*lines, amount, across=across, upright=upright)) == read(sheet(*lines, amount))
    whole = column(indented(FULL), "完。", indented(FULL), "止。", indented(FULL), "终。")
    left, right = LEFT - 5, LEFT + 205
    across, upright = ((314.0, left, right), (332.0, left, right)), ((left, 314.0, 332.0), (right, 314.0, 332.0))
    assert read(sheet(*whole, across=across, upright=upright)) == read(sheet(*whole))


def test_a_frame_around_the_words_of_a_page_is_no_box_beside_them() -> None:
    lines = column(indented(FULL), "完。", indented(FULL), "止。")
    across, upright = ((290.0, 40.0, 260.0), (370.0, 40.0, 260.0)), ((40.0, 290.0, 370.0), (260.0, 290.0, 370.0))
    made = sheet(*lines, (LEFT, 200.0, "附件"), across=across, upright=upright)
    assert read(made) == [FULL[:18] + "完。", FULL[:18] + "止。", "附件"]


def test_a_note_in_the_margin_comes_after_its_paragraph_and_a_number_there_is_one() -> None:
    lines = column(indented(FULL), *[FULL] * 4, "费。", indented(FULL), "完。")
    text = [FULL[:18] + FULL * 4 + "费。", FULL[:18] + "完。"]
    for left in (5.0, 255.0):
        noted = sheet(*lines, (left, 331.0, "梳须"), (left, 320.0, "次数"))
        assert read(noted) == [text[0], "梳须次数", text[1]]
    assert read(sheet(*lines, (5.0, 350.0, "（一）")))[0].startswith("（一）")


def numbered(lines: list[str], left: float = 20.0) -> Page:
    """A page whose lines have numbers, from one on, in the margin."""
    return sheet(*column(*lines), *[(left, 350.0 - 16 * at, str(at + 1)) for at in range(len(lines))])


def test_the_numbers_of_lines_are_beside_the_text() -> None:
    lines = [[indented(words), *[words] * 13, "费。"] for words in (FULL, FULL[::-1])]
    pages = [numbered(one) for one in lines]
    assert read(*pages) == ["".join(one).strip() for one in lines]
    assert sorted(words for _, words in beside(*pages)) == sorted(str(at + 1) for at in range(15) for _ in pages)
    few = [numbered(one[:8]) for one in lines]
    assert beside(*few) == [], "of few lines they may be anything"


def test_the_numbers_of_points_and_of_rows_are_text() -> None:
    points = [f"{word}须应当每日梳理整洁有序不得拖延。" for word in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"]
    rows = [f"{word}须木梳及剃刀" for word in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"]
    for lines in (points, rows):
        pages = numbered(lines), numbered([line[::-1].replace("。", "") + line[-1] for line in lines])
        assert beside(*pages) == []


def test_numbers_of_items_that_hang_left_of_the_text_are_text() -> None:
    items = [(20.0, 350.0 - 16 * at, f"（{number}）") for at, number in enumerate("一二三四")]
    pages = [sheet(*items, *column(*[words[at:] + words[:at] for at in range(4)])) for words in (FULL, FULL[::-1])]
    assert beside(*pages) == []
    assert all(any(number in line for line in read(*pages)) for _, _, number in items)


def test_cells_left_or_right_of_the_text_are_text() -> None:
    for left, names in ((10.0, ["甲", "乙"]), (RIGHT + 10, ["甲", "乙"]), (10.0, ["线", "线"])):
        cells = [(left, 350.0 - 16 * at, name) for at, name in enumerate(names)]
        pages = [sheet(*cells, *column(indented(words), words, words, "完。")) for words in (FULL, FULL[::-1])]
        assert beside(*pages) == []


def test_a_column_of_numbers_in_a_table_is_text() -> None:
    def page(title: str, thing: str) -> Page:
        rows = [(350.0 - 16 * at, str(at + 1)) for at in range(6)]
        cells = [cell for place, number in rows for cell in ((LEFT, place, number), (120.0, place, thing))]
        return sheet((LEFT, 366.0, title), *cells)

    assert "1\t木梳" in read(page("须具目录如下所列各项", "木梳"), page("须膏的目录另行规定", "蜂蜡"))


def test_notes_at_the_foot_of_a_page_stand_behind_the_sentence_that_goes_on() -> None:
    note = fragment(LEFT, 60.0, "①包括髭。", size=8.0)
    first = sheet(*column(indented(FULL), FULL, FULL, FULL))
    first = replace(first, fragments=(*first.fragments, note))
    pages = first, sheet(*column("费。", indented(FULL), "完。"))
    assert read(*pages) == [FULL[:18] + FULL * 3 + "费。", FULL[:18] + "完。"]
    assert beside(*pages) == [("footnote", "①包括髭。")]


def test_an_item_at_the_foot_of_a_page_is_no_note() -> None:
    page = sheet(*column(indented(FULL), FULL, FULL, "费。", "①长须。"))
    assert read(page)[-1] == "①长须。"


def test_a_sentence_that_stands_at_the_head_of_pages_is_text() -> None:
    pages = [sheet(*column(f"第{n}号理发店归店主。", "\u3000\u3000" + FULL[:10] + "。")) for n in (1, 2, 3)]
    assert beside(*pages) == []


def test_the_edge_of_few_lines_is_the_outermost_and_not_where_short_items_end() -> None:
    lines = ["一人一须应当整洁有序，依法", "办理。", "须匠的义务如下：", "一长须；", "二短须；", "三白须。"]
    assert read(column(*lines)) == ["".join(lines[:2]), *lines[2:]]
