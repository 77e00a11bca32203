"""What is no provision, and the reason that is given; and what looks like it and must stay."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from tests.texts import parsed

from policydiff.ingest.markdown import hints
from policydiff.model import Language
from policydiff.parsing import noise


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- 3 -", "page-mark"),
        ("12", "page-mark"),
        ("第 3 页", "page-mark"),
        ("Page 4", "page-mark"),
        ("* * *", "separator"),
        ("————", "separator"),
        ("Leave a Reply", "web-page"),
        ("推荐访问：胡须", "web-page"),
        ("打印本页", "web-page"),
        ("首页 > 政策", "web-page"),
        ("发布时间：2022-08-20 来源：某街道", "byline"),
        ("发布时间：2021-03-01", "byline"),
        ("第一章 总则………………3", "contents"),
    ],
)
def test_a_line_that_is_no_provision_anywhere_has_its_reason(line: str, reason: str) -> None:
    assert noise.reasons_of_lines([line], "zh") == [reason]


@pytest.mark.parametrize(
    "line",
    [
        "第三条 蓄须者每月修剪一次。",
        "来源不明的假须，应当销毁。",
        "首页应当公布收费标准。",
        "12 把剪刀",
        "标签应当贴在假须上。",
        "阅读胡须画报是蓄须者的权利。",
        "关键词的使用由胡须委员会规定。",
        "第三页的图样为准。",
    ],
)
def test_a_sentence_of_a_rule_is_never_noise(line: str) -> None:
    assert noise.reasons_of_lines([line], "zh") == [None]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("来源：某街道", "byline"),
        ("某街办〔2021〕24号", "document-number"),
        ("某街办〔2021〕24号\u3000\u3000\u3000签发人：李 四", "document-number"),
        ("第3号", "document-number"),
        ("（2017年8月15日胡须委员会批准）", "approval"),
        ("2017年8月15日胡须委员会第三次会议通过", "approval"),
        ("2021年3月1日", "date"),
        ("二〇二一年三月一日", "date"),
        ("1 May 2020", "date"),
        ("(Adopted by the Beard Committee on May 1, 2020)", "approval"),
        ("某街道办事处文件", "letterhead"),
        ("000001", "classification"),
        ("机密★1年", "classification"),
        ("密级：秘密  特急", "classification"),
        ("加急", "classification"),
        ("各理发店：", "addressee"),
    ],
)
def test_a_line_above_the_first_provision_has_its_reason(line: str, reason: str) -> None:
    assert noise.reason_in_opening(line) == reason


@pytest.mark.parametrize("line", ["现将有关事项通知如下：", "下列物品包括：", "蓄须者，应当修剪：", "修剪胡须。"])
def test_a_sentence_above_the_first_provision_is_no_addressee(line: str) -> None:
    assert noise.reason_in_opening(line) is None


@pytest.mark.parametrize("line", ["目录", "目  录", "目\u3000次", "【目录】", "Contents", "TABLE OF CONTENTS"])
def test_the_title_of_a_table_of_contents_is_known(line: str) -> None:
    assert noise.CONTENTS_TITLE.fullmatch(line)


def test_a_line_of_the_other_language_is_told_by_its_script() -> None:
    assert noise.is_other_language("A beard shall be trimmed.", "zh")
    assert not noise.is_other_language("5G", "zh")
    assert noise.is_other_language("胡须应当修剪", "en")
    assert not noise.is_other_language("The beard (胡须) of a keeper shall be trimmed every month", "en")


PATTERNS = [pattern for _, pattern in noise.INSIDE]
PATTERNS += [re.compile(pattern) for _, pattern in (*noise.LINES, *noise.OPENING, *noise.CLOSING)]


CHINESE = frozenset(chr(code) for code in range(0x4E00, 0xA000))
NOTHING = (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT)
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


def begins(parsed: Any) -> tuple[frozenset[str], bool]:
    """The Chinese characters that what a pattern matches may begin with, and whether it may match nothing."""
    out: frozenset[str] = frozenset()
    for operator, argument in parsed:
        first, may_be_empty = frozenset[str](), False
        if operator in NOTHING:
            may_be_empty = True
        elif operator is _constants.BRANCH:
            found = [begins(one) for one in argument[1]]
            first, may_be_empty = first.union(*(one for one, _ in found)), any(empty for _, empty in found)
        elif operator is _constants.SUBPATTERN:
            first, may_be_empty = begins(argument[-1])
        elif operator in REPEATS:
            first, may_be_empty = begins(argument[2])
            may_be_empty = may_be_empty or argument[0] == 0
        elif operator is _constants.IN:
            assert _constants.NEGATE not in [kind for kind, _ in argument]
            first = first.union(*map(characters, argument))
        else:
            first = CHINESE if operator is _constants.ANY else characters((operator, argument))
        out |= first
        if not may_be_empty:
            return out, False
    return out, True


def characters(one: Any) -> frozenset[str]:
    kind, argument = one
    if kind is _constants.RANGE:
        return frozenset(char for char in CHINESE if argument[0] <= ord(char) <= argument[1])
    return CHINESE & {chr(argument)} if kind is _constants.LITERAL else frozenset()  # no class has Chinese characters


def ways(parsed: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """What a pattern may begin with, and go on with, each for itself."""
    if parsed[0][0] is _constants.BRANCH:
        yield from (way for one in parsed[0][1][1] for way in ways([*one, *parsed[1:]]))
    elif parsed[0][0] is _constants.SUBPATTERN:
        yield from ways([*parsed[0][1][-1], *parsed[1:]])
    else:
        yield parsed


def test_a_line_that_is_noise_is_told_by_its_first_character_or_by_the_words_of_sites() -> None:
    for _, pattern in noise.LINES:
        for way in ways(_parser.parse(pattern)):
            first, _ = begins(way)
            words = "".join(chr(one) for kind, one in way if kind is _constants.LITERAL)
            said = any(word in words for word in noise._WORDS_OF_SITES)
            page = first == {"第"} and words.endswith(noise._PAGE_MARK_ENDS)
            assert said or page or first <= noise._LINES_BEGIN, way


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_long_line_that_nearly_fits_is_told_in_no_time(pattern: re.Pattern[str]) -> None:
    began = time.perf_counter()
    for unit in ("第1页", "2021年1月1日", "（", "- ", "来源：", " ", "Adopted 2020 "):
        pattern.fullmatch((unit * 800)[:800] + "\x07")
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "line",
    [
        "承办者变更活动时间的，应当在原定举办活动时间之前申请变更。",
        "主办单位应当对参加者的胡须负责。",
        "版权所有者应当登记。",
        "Categories of beards shall be listed once a year.",
        "Subscribers shall trim their beards.",
        "Copyright owners may charge a fee.",
        "Previous articles apply to moustaches.",
    ],
)
def test_a_sentence_that_starts_with_a_word_of_web_pages_is_no_noise(line: str) -> None:
    assert noise.reasons_of_lines([line], "en" if line.isascii() else "zh") == [None]


@pytest.mark.parametrize(
    "rows", [("甲类　三百元", "乙类　四百元"), ("市级 200元", "区级 100元"), ("甲类三百元", "其他人员")]
)
def test_the_last_row_of_a_table_above_an_article_is_no_heading(rows: tuple[str, str]) -> None:
    text = "\n".join(["桥梁办法", "第一条 标准如下：", *rows, "第二条 本办法自公布之日起施行。"])
    found = parsed(text)
    words = "".join(leaf.text for leaf in found.leaves())
    assert all("".join(row.split()) in "".join(words.split()) for row in rows)


@pytest.mark.parametrize(
    "lines",
    [
        ("税额按照下列公式计算：", "税额＝须长×税率"),
        ("本办法由下列机关解释：", "胡须局"),
        ("须应当洁净，", "节日除外"),
        ("税额按照公式计算。", "税额＝须长×税率"),
        ("须应当洁净。", "但是，经批准的除外"),
        ("须应当洁净。", "逾期不予受理"),
    ],
)
def test_words_that_are_awaited_above_an_article_are_no_heading(lines: tuple[str, str]) -> None:
    text = "\n".join(["胡须办法", f"第一条 {lines[0]}", lines[1], "第二条 略。"])
    made = parsed(text)
    assert lines[1] in "".join(leaf.text for leaf in made.leaves())
    assert [one.reason for one in made.residue] == ["title"]


def test_a_short_title_above_a_text_in_the_other_language_is_of_that_language() -> None:
    words, residue = seen("第一条 梳须。\nBeard Rules\nArticle 1 Beards shall be combed.\n")
    assert words == ["梳须。"]
    assert ("other-language", "Beard Rules") in residue


def test_a_bare_heading_above_an_article_is_one() -> None:
    text = "桥梁办法\n总　则\n第一条 为了养护桥梁，制定本办法。\n附　则\n第二条 本办法自公布之日起施行。"
    found = parsed(text)
    assert [leaf.text for leaf in found.leaves()] == ["为了养护桥梁，制定本办法。", "本办法自公布之日起施行。"]
    broken = text.replace("附　则", "桥面、桥墩、\n栏杆的养护")
    assert len(parsed(broken).leaves()) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "胡须的蓄留和修剪以及理发工具消毒的基本要求",
        "胡须的蓄留、修剪以及\n理发工具消毒的基本要求",
        "胡须的蓄留、修剪\n和理发工具消毒的基本要求",
    ],
)
def test_a_long_heading_is_one_in_a_text_that_has_short_ones(heading: str) -> None:
    text = "胡须办法\n一般规定\n第一条 须应当洁净。\n{}\n第二条 须应当梳理。\n附则\n第三条 完。"
    made = parsed(text.format(heading))
    assert [leaf.text for leaf in made.leaves()] == ["须应当洁净。", "须应当梳理。", "完。"]
    headings = [text.format(heading)[one.span.start : one.span.end] for one in made.residue if one.reason == "heading"]
    assert headings == [*heading.split("\n"), "附则"]
    assert made.title == "胡须办法", "the heading above the first article is not the rule's title"


def test_a_paragraph_without_a_stop_is_no_long_heading() -> None:
    text = "胡须办法\n第一条 须应当洁净。\n{}\n第二条 须应当梳理。\n{}\n第三条 完。"
    for words, other in (
        ("理发师应当在每年三月底以前报告胡须修剪的情况", "附则"),
        ("胡须的蓄留和修剪以及理发工具消毒的基本要求", "附则。"),
    ):
        made = parsed(text.format(words, other))
        assert made.leaves()[1].text == words


def test_lines_with_a_blank_within_a_title_are_no_rows_of_a_table() -> None:
    def rows(*lines: str) -> int:
        text = "\n".join(["桥梁办法", "第一条 标准如下：", *lines, "第二条 本办法自公布之日起施行。"])
        document = parsed(text)
        return [leaf.level for leaf in document.leaves()].count("row")

    assert rows("桥梁 检查按照〈中", "华人民共和国 公路法〉和〈桥梁", "检查 规程〉办理") == 0
    assert rows("公路 三百元", "桥梁 四百元") == 2


@pytest.mark.parametrize("blank", ["\x1f", "\u1680", "\u2000", "\u202f", "\u205f"])
@pytest.mark.parametrize("line", ["{}", "{0}{0}", "附件{}", "{}第二条{}", "附件：{}", "（一）{}", "{}目录{}"])
def test_a_line_of_rare_blanks_disturbs_nothing(line: str, blank: str) -> None:
    text = f"桥梁办法\n第一条 桥梁应当养护。\n{line.format(blank, blank)}\n"
    made = parsed(text)
    assert made.leaves()[0].text == "桥梁应当养护。"


def seen(text: str, language: Language = "zh") -> tuple[list[str], list[tuple[str, str]]]:
    """The words of every leaf, and what is no provision, with its reason."""
    document = parsed(text, language)
    residue = sorted(document.residue, key=lambda piece: piece.span.start)
    return [leaf.text for leaf in document.leaves()], [(r.reason, text[r.span.start : r.span.end]) for r in residue]


def test_what_an_editor_adds_is_a_comment_and_what_is_deleted_says_so() -> None:
    words, residue = seen(
        "第一条 梳须。（2019年8月1日修正）\n〔注：本条已于2019年修改〕\n"
        "第二条 染须。（2009年8月27日删除）\n编者注：原第三条已删去。\n"
        "第三条 须长见下表（注：以寸计）。【2020年增加】\n第四条 剃须。【2020年1月1日增加】\n"
    )
    assert words == ["梳须。", "染须。（2009年8月27日删除）", "须长见下表（注：以寸计）。【2020年增加】", "剃须。"]
    assert residue == [
        ("comment", "（2019年8月1日修正）"),
        ("comment", "〔注：本条已于2019年修改〕"),
        ("comment", "编者注：原第三条已删去。"),
        ("comment", "【2020年1月1日增加】"),
    ]


def test_what_drafters_put_to_a_provision_is_a_comment() -> None:
    words, residue = seen(
        "第一条 【修改】梳须。【备注：与省办法一致】\n【新增】第二条 染须。〔说明：本条依据省办法第三条，应当保留〕\n"
        "〔说明：参照邻街。〕\n第三条 剪须。【备注：逾期的，处以罚款】〔删除〕\n"
        "第四条 〔删除〕\n第五条 〔删除〕剃须。【说明：见第 3 页 共 9 页】\n"
    )
    assert words == ["梳须。", "染须。", "剪须。【备注：逾期的，处以罚款】〔删除〕", "〔删除〕", "〔删除〕剃须。"]
    assert [text for reason, text in residue if reason == "comment"] == [
        *("【修改】", "【备注：与省办法一致】", "【新增】"),
        *("〔说明：本条依据省办法第三条，应当保留〕", "〔说明：参照邻街。〕"),
        "【说明：见第 3 页 共 9 页】",
    ]


def test_words_that_are_marked_as_deleted_are_odd() -> None:
    text = "第一条 〔删除〕梳须。\n第二条 染须。【删去】\n第三条 〔删除〕\n第四条 剪须【第四款删除】。\n"
    document = parsed(text)
    assert [one.kind for one in document.problems] == ["marked-deleted"] * 2


def test_notes_below_a_text_and_their_marks_in_it_are_footnotes() -> None:
    words, residue = seen("胡须办法①\n第一条 梳须[1]的，用木梳。\n第二条 剪须。\n————\n①试行三年。\n[1] 包括髭。\n")
    assert words == ["梳须的，用木梳。", "剪须。"]
    assert [text for reason, text in residue if reason == "footnote"] == ["①", "[1]", "①试行三年。", "[1] 包括髭。"]


def test_every_character_of_notes_is_told_once() -> None:
    text = "第一条 梳须[1]，剪须[2]。\n[1] 见[2]，第 3 页 共 9 页又见[1]。\n[1] 又\u00ad一。\n[2] 略。\n"
    document = parsed(text)
    places = [at for piece in document.residue for at in range(piece.span.start, piece.span.end)]
    assert len(places) == len(set(places))
    assert [leaf.text for leaf in document.leaves()] == ["梳须，剪须。"]
    below = range(text.index("\n"), len(text))
    assert {at for at in below if not text[at].isspace()} <= set(places)


@pytest.mark.parametrize(
    "text", ["第一条 须匠应当①梳须；②剪须。\n①长须。\n", "第一条 须匠应当：\n[1] 梳须；\n[2] 剪须。\n"]
)
def test_items_are_no_notes(text: str) -> None:
    assert "footnote" not in [reason for reason, _ in seen(text)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "第一条 须匠须有下列材料（见附表[1]、[2]）：\n[1] 身份证明；\n[2] 营业执照。\n",
        "第一条 须匠备有须具[1]，其中文件[2]优先。\n[1] 木梳。\n[2] 须规。\n",
        "第一条 须具目录如下，其中文件[1]优先适用。\n[1] 须规。\n[2] 剃须规。\n",
        "第一条 须匠依照须规[1]剃须。\n[1] 违者应当停业。\n",
        "第一条 须匠依照须规[1]剃须，\n[1] 甲规。\n",
        "第一条 须匠在期限内[1]剃须。\n[1] 三十日。\n",
        "第一条 须匠付费[1]。\n[1] 2000元。\n",
        "第一条 须匠依照须规[1]剃须。\n[1] 甲规；\n[2] 乙规。\n",
        "第一条 须匠依照须规[1]剃须。\n[1] 甲规。\n第二条 完。\n",
        "第一条 须匠依照须规[1]剃须。\n[1] 甲规。\n违者停业。\n",
        "第一条 须匠依照须规[1]剃须。\n[1] 甲规\n违者停业。\n",
        "第一条 依照某街发〔1〕5号剃须。\n〔1〕 甲规。\n",
        "第一条 须匠备有①、②。\n————\n①木梳。\n②剃刀。\n",
        "第一条 须匠备齐①所列须具。\n————\n①木梳。\n",
        "第一条 须匠梳须①。\n①木梳。\n",
        "第一条 须匠应当[1]梳须。[2]剪须。\n[1] 甲。\n[2] 乙。\n",
        "第一条 须匠梳须[2]，剪须[1]。\n[1] 甲。\n[2] 乙。\n",
    ],
)
def test_a_list_that_the_text_refers_to_is_no_note(text: str) -> None:
    words, residue = seen(text)
    assert "footnote" not in [reason for reason, _ in residue]
    said = "".join("".join(words).split())
    assert all(
        piece in said for piece in re.findall(r"[\u4e00-\u9fff]{2,}", text.replace("第一条", "").replace("第二条", ""))
    )


def test_a_list_that_an_english_text_refers_to_is_no_note() -> None:
    for text in ("Article 1 A barber needs item[1].\n[1] a comb.\n", "Article 1 A comb[1].\n[1] Barbers shall comb.\n"):
        assert "footnote" not in [reason for reason, _ in seen(text, "en")[1]]
    text = "Article 1 A barber has a comb[1].\n[1] One of wood,\nor of horn.\n"
    assert seen(text, "en") == (["A barber has a comb."], [("footnote", "[1]"), ("footnote", text[-29:-1])])


def test_a_note_goes_on_over_lines() -> None:
    words, residue = seen("第一条 由须委[1]管理。\n[1] 指街道委员会，\n由三人组成。\n")
    assert words == ["由须委管理。"]
    assert [text for _, text in residue] == ["[1]", "[1] 指街道委员会，\n由三人组成。"]


@pytest.mark.parametrize("sign", ["---\n① a\n", "[1] a\n", "甲[1]。\n", "①\n", "\n"])
def test_many_notes_are_read_in_no_time(sign: str) -> None:
    began = time.perf_counter()
    list(noise.notes(f"第一条 须[1]须①。\n{sign * 20000}————\n[1] 甲。\n① 乙。\n"))
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    "words",
    [
        "梳须。（2020年1月1日前已蓄的须可以不作修改）",
        "梳须。（2018年1月1日起新增的须由须匠报街道修改）",
        "梳须。（2018年1月1日后染须的应当修正）",
        "梳须。【2018年1月1日街道办不作修改】",
        "梳须。〔注：涉及修改的须样应当重新申报〕",
        "梳须。\n〔注：涉及修改的须样应当重新申报〕",
        "梳须。\n【注：逾期不改正的，可以责令修改，并处罚款。】",
        "梳须。\n【注：须样修改的，另行登记。】",
    ],
)
def test_what_binds_in_brackets_is_no_comment(words: str) -> None:
    found, residue = seen(f"第一条 {words}\n")
    assert "".join(found) == words.replace("\n", "")
    assert residue == []


@pytest.mark.parametrize(
    "words",
    [
        "（根据2019年8月1日《关于修改须规的决定》修正）",
        "（2019年8月1日街道办令第3号修订）",
        "（2019年8月1日第二次修正）",
    ],
)
def test_by_whom_a_provision_was_changed_may_be_said(words: str) -> None:
    assert seen(f"第一条 梳须。{words}\n") == (["梳须。"], [("comment", words)])


def test_who_may_see_a_document_is_no_duty() -> None:
    assert noise.reason_in_closing("（此件公开发布）") == noise.reason_in_opening("（此件不予公开）") == "signature"
    assert noise.reason_in_closing("（此件公开发布，各店应当执行）") is None
    assert noise.reason_in_opening("（此件公开发布，各店应当执行）") is None


def test_whom_to_ask_about_a_document_is_no_duty_and_no_title() -> None:
    for line in ("（联系人：王五；联系电话：0000—1）", "(联系单位：胡须办（三楼），电话：（0000）1)"):
        assert noise.reason_in_closing(line) == noise.reason_in_opening(line) == "signature"
    assert noise.reason_in_closing("（联系人：由店主担任，应当报街道。）") is None


def test_a_notice_with_whom_to_ask_below_the_signature_carries_its_rule() -> None:
    notice = "街道关于印发胡须办法的通知\n各店：\n现将《胡须办法》印发给你们，请认真执行。\n附件：胡须办法\n"
    notice += "某街道\n2024年6月1日\n（联系人：王五；联系电话：1）\n"
    text = f"{notice}附件\n胡须办法\n第一条 梳须。\n第二条 剪须。\n"
    document = parsed(text)
    assert (document.title, [one.eid for one in document.provisions[-2:]]) == ("胡须办法", ["art_1", "art_2"])


def test_what_stands_beside_the_marks_of_several_pages_is_a_running_head() -> None:
    words, residue = seen(
        "胡须办法    第1页\n第一条 梳须，\n胡须办法    第2页\n每日一次。\n"
        "— 3 —\n某街公报\n第二条 剪须，\n— 4 —\n某街公报\n每月一次。\n— 5 —\n某街公报\n第三条 完。"
    )
    assert words == ["梳须，每日一次。", "剪须，每月一次。", "完。"]
    assert residue[0] == ("title", "胡须办法")
    assert [text for reason, text in residue if reason == "running-head"] == ["胡须办法", *["某街公报"] * 3]


def test_a_running_head_in_mid_sentence_is_none_of_its_words() -> None:
    words, residue = seen("胡须办法\n第一条 须应当洁净，由须\n— 1 —\n胡须办法\n匠修剪。\n第二条 完。\n")
    assert words == ["须应当洁净，由须匠修剪。", "完。"]
    assert ("running-head", "胡须办法") in residue
    pages = "".join(f"第{at}条 略。\n— {at} —\n某街公报\n" for at in (1, 2, 3))
    words, residue = seen(f"胡须办法\n{pages}第4条 洗须，梳\n— 4 —\n某街公报\n须。\n")
    assert words[-1] == "洗须，梳须。"


@pytest.mark.parametrize(
    "pages",
    [
        ["第一条 须具由\n须匠公会\n第 {} 页\n", "第二条 须样由\n须匠公会\n第 {} 页\n"],
        ["第{0}条 须具由\n须匠公会\n— {0} —\n"] * 4,
        ["第一条 须匠有：\n（一）\n罚款\n— 1 —\n", "（二）\n罚款\n— 2 —\n", "（三）\n罚款\n— 3 —\n"],
        ["种类：\n罚款\n— 1 —\n", "种类：\n罚款\n— 2 —\n", "种类：\n罚款\n— 3 —\n"],
        ["一、\n无\n— 1 —\n", "二、\n无\n— 2 —\n", "三、\n无\n— 3 —\n"],
        ["— {} —\n须样\n收费\n长须\n十元。\n"] * 4,
        ["第一条 须匠付费。\n{}\n罚款\n五十元。\n", *["{}\n罚款\n五十元。\n"] * 3],
        ["第{0}条 须匠付费。\n须匠公会\n— {0} —\n", "第{0}条 染须。\n— {0} —\n须匠公会\n第八条 完。\n"] * 2,
    ],
)
def test_words_of_provisions_beside_the_marks_of_pages_are_no_running_heads(pages: list[str]) -> None:
    text = "须规\n" + "".join(page.format(at) for at, page in enumerate(pages, 1))
    assert "running-head" not in [reason for reason, _ in seen(text)[1]]


def test_a_comment_behind_words_is_no_mark_of_a_page() -> None:
    text = "第一条 须匠付费：\n" + "罚款。\n须具<!-- 1 -->\n" * 4
    made = parsed(text, hints=hints(text))
    assert "running-head" not in [piece.reason for piece in made.residue]


@pytest.mark.parametrize(
    "lines",
    [
        "- 5 度以下停止剃须。\n+ 5 度以上恢复。",
        "- 5 度以下停剃。\n- 9 度以下停梳。",
        "* 须匠除外。",
        "- 剃须。\n+ 梳须。",
    ],
)
def test_a_sign_of_words_is_no_bullet(lines: str) -> None:
    words, residue = seen(f"第一条 须匠：\n{lines}\n")
    assert "".join("".join(words[1:]).split()) == "".join(lines.split())
    assert residue == []


def test_a_name_beside_the_mark_of_one_page_is_text() -> None:
    words, _ = seen("第一条 须具，由\n胡须办\n— 1 —\n管理。\n第二条 见第3页\n")
    assert "".join(words) == "须具，由胡须办管理。见第3页"


def test_a_table_of_contents_may_have_its_pages_behind_a_blank() -> None:
    words, residue = seen(
        "胡须办法\n目录\n第一章 总则 1\n第二章 罚则 12\n第一章 总则\n第一条 梳须。\n第二章 罚则\n第二条 罚款。\n"
    )
    assert words == ["梳须。", "罚款。"]
    assert [text for reason, text in residue if reason == "contents"] == ["目录", "第一章 总则 1", "第二章 罚则 12"]


def test_an_english_definition_may_name_what_it_means_in_chinese() -> None:
    text = "1. Interpretation\nbeard (胡须) means hair;\nmoustache (髭) means hair above the lip.\n胡须条例（英文本）\n"
    document = parsed(text, "en")
    words = " ".join(leaf.text for leaf in document.leaves())
    assert "beard (胡须) means hair;" in words
    assert "moustache (髭) means" in words
    assert [text[one.span.start : one.span.end] for one in document.residue] == ["胡须条例（英文本）"]


@pytest.mark.parametrize(
    "entries",
    [
        ["第一章 总则……1", "第二章 罚则……12", "附件……13"],
        ["第一章 总则(1)", "第二章 罚则(12)"],
        ["第一章 总则 / 1", "第二章 罚则 / 12"],
        ["第一章 总则（第一条）", "第二章 罚则（第二条至第三条）", "附件：登记表"],
        ["第一章 总则（第1－3条）", "第二章 罚则（4－5）"],
        ["第一章 总则………………1", "第二章 罚则", "附件1 登记表 13"],
    ],
)
def test_the_lines_of_a_table_of_contents_may_tell_pages_or_articles(entries: list[str]) -> None:
    rule = "第一章 总则\n第一条 梳须。\n第二章 罚则\n第二条 罚款。\n"
    for above in ("", "胡须办法\n（2021年1月1日公布）\n"):
        words, residue = seen("胡须办法\n目录\n" + "\n".join(entries) + "\n" + above + rule)
        assert [text for reason, text in residue if reason == "contents"] == ["目录", *entries]
        assert [text for reason, text in residue if reason in ("title", "approval")][1:] == above.split()
        assert words == ["梳须。", "罚款。"]


def test_an_english_table_of_contents_may_have_long_lines() -> None:
    entries = ["Chapter I General Provisions", "Chapter II Investigation into Suspected Acts of Unfair Beard Growing"]
    assert len(entries[1]) > 60  # the most of a Chinese line
    articles = entries[0], "Article 1 Comb it.", entries[1], "Article 2 Pay."
    text = "\n\n".join(["Beard Measures", "Contents", *entries, *articles])
    document = parsed(text, "en")
    assert [top.heading for top in document.provisions] == [entry.split(" ", 2)[2] for entry in entries]
    listed = [text[piece.span.start : piece.span.end] for piece in document.residue if piece.reason == "contents"]
    assert listed == ["Contents", *entries]


@pytest.mark.parametrize("bullet", ["•", "-", "*", "◆", "·"])
def test_a_bullet_is_no_word_and_begins_a_line_of_its_own(bullet: str) -> None:
    text = f"Article 1 A barber has:\n{bullet} a comb;\n{bullet} a razor.\nArticle 2 A barber shaves.\n"
    words, residue = seen(text, "en")
    assert words == ["A barber has:", "a comb;", "a razor.", "A barber shaves."]
    assert residue == [("syntax", bullet)] * 2


def test_a_hyphen_that_nobody_sees_is_no_character_of_a_word() -> None:
    assert seen("Article 1 A bar\u00adber shaves.\n", "en")[0] == ["A barber shaves."]
    assert seen("第\u2060一条 须\u00ad匠剃须。\n")[0] == ["须匠剃须。"]


def test_an_approval_in_brackets_may_be_broken_over_lines() -> None:
    _, residue = seen("胡须办法\n（2019年10月30日胡须委员会\n第二次会议通过）\n第一条 梳须。\n")
    assert [reason for reason, _ in residue] == ["title", "approval", "approval"]


def test_who_signs_in_english_stands_above_the_date() -> None:
    words, residue = seen("Article 1 Comb.\n\nBeard Office of the Municipality of Combs\nMay 1, 2020\n", "en")
    assert words == ["Comb."]
    assert [reason for reason, _ in residue] == ["signature", "date"]


@pytest.mark.parametrize(
    "line",
    [
        "Persons who fail to comb are fined and listed in the register",
        "Barbers are fined",
        "No Barber shall Comb",
        "All other razors",
    ],
)
def test_words_that_bid_or_name_nobody_are_no_signature(line: str) -> None:
    words, residue = seen(f"Article 1 Comb.\n{line}\nJanuary 1, 2020\n", "en")
    assert line in " ".join(words)
    assert "signature" not in [reason for reason, _ in residue]


def test_a_long_name_that_goes_on_with_a_sentence_is_no_signature() -> None:
    words, _ = seen(
        "Article 1 The competent office is the\nBeard Office of the Municipality of Combs\nMay 1, 2020\n", "en"
    )
    assert " ".join(words).startswith("The competent office is the Beard Office of the Municipality of Combs")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("胡须办法\n（本办法所称须街是指\n甲街，2019年1月1日街道办通过\n的名称）\n第一条 梳须。\n", "zh"),
        ("胡须办法\n（2019年1月1日街道办\n通过的须样除外）\n第一条 梳须。\n", "zh"),
        ("Beard Code\n(A barber here is one\nnamed before May 1, 2020 by the office)\nArticle 1 Comb.\n", "en"),
    ],
)
def test_what_defines_over_several_lines_in_brackets_is_no_approval(text: str, language: Language) -> None:
    assert "approval" not in [reason for reason, _ in seen(text, language)[1]]


@pytest.mark.parametrize(
    "contact",
    [
        "联系人：须某，电话：0000-1234567。",
        "联系电话：0000-1234567",
        "（联系人：须某；联系方式：0000-1234567）",
        "业务咨询电话: 1234567",
        "联系人及电话：须某 1234567",
    ],
)
def test_whom_to_ask_below_the_last_point_is_no_provision(contact: str) -> None:
    words, residue = seen(f"通知\n一、须应当梳。\n二、须应当剪。\n{contact}\n须发办\n2020年1月1日\n")
    assert (words, ("signature", contact)) == (["须应当梳。", "须应当剪。"], residue[1])


def test_whom_to_ask_is_a_provision_where_the_last_one_introduces_it() -> None:
    lines = ["投诉电话：0000-1234567；", "电子邮箱：须@须。"]
    assert seen("\n".join(["办法", "第一条 须应当梳。", "第二条 投诉可以这样提出：", *lines]))[0][-2:] == lines


@pytest.mark.parametrize("line", ["须店应当公布电话：0000-1234567。", "电话：", "须店有电话的，报须发办。"])
def test_a_line_that_bids_or_is_to_be_filled_in_is_no_contact(line: str) -> None:
    assert line in seen(f"通知\n一、须应当梳。\n二、须应当剪。\n{line}\n")[0]
