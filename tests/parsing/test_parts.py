"""Notice, rule and annexes are told apart, and nothing is one of them that only looks so."""

from __future__ import annotations

import time

import pytest
from tests.texts import parsed

from policydiff.eid import labels
from policydiff.model import Language

RULE = "胡须管理办法\n第一条 须应当洁净。\n第二条 须应当梳理。\n"


def annexes(text: str, language: Language = "zh") -> list[tuple[str, str]]:
    made = parsed(text, language)
    return [(labels(made)[one.eid], one.heading) for one in made.provisions if one.level == "annex"]


def residue(text: str, reason: str) -> list[str]:
    made = parsed(text)
    return [made.source.text[one.span.start : one.span.end] for one in made.residue if one.reason == reason]


@pytest.mark.parametrize(
    ("mark", "cited", "title"),
    [
        ("附件\n登记表", "附件", "登记表"),
        ("附件1\n登记表", "附件1", "登记表"),
        ("附 件 1\n登记表", "附件1", "登记表"),
        ("附件 1\n登记表", "附件1", "登记表"),
        ("附件一：登记表", "附件一", "登记表"),
        ("附件1登记表", "附件1", "登记表"),
        ("附件1-2 登记表", "附件1-2", "登记表"),
        ("【附件1】登记表", "附件1", "登记表"),
        ("附：登记表", "附件", "登记表"),
        ("附表二\n登记表", "附表二", "登记表"),
        ("附录A 登记表", "附录A", "登记表"),
        ("附图 登记流程图", "附图", "登记流程图"),
        ("附件1\n胡须市公民蓄留胡须\n登记表", "附件1", "胡须市公民蓄留胡须登记表"),
        ("附件1：登记表\n登记表", "附件1", "登记表"),
    ],
)
def test_a_mark_at_the_head_of_a_line_begins_an_annex(mark: str, cited: str, title: str) -> None:
    expected = [(cited, title)] if cited else []
    assert annexes(f"{RULE}{mark}\n姓名由本人填写。\n") == expected


@pytest.mark.parametrize(
    "line",
    [
        "附件1所列的表格由公民填写。",
        "附件一并提交街道办事处。",
        "附件一、附件二由公民填写。",
        "附件的样式由街道办事处规定",
        "附则",
        "附图中不得有文字。",
        "附件1规定的样式",
        "附件：由公民填写，一式两份。",
    ],
)
def test_a_sentence_that_begins_with_a_mark_is_text(line: str) -> None:
    assert annexes(f"{RULE}{line}\n第三条 其他。\n") == []
    assert annexes(f"{RULE}{line}\n") == []


def test_a_mark_in_the_middle_of_a_broken_sentence_is_text() -> None:
    assert annexes(f"{RULE}第三条 公民应当填写的表格，\n附件1\n有样式，由街道办事处制作。\n") == []


@pytest.mark.parametrize(
    ("mark", "cited", "title"),
    [
        ("Annex 1\nBeard Register", "Annex 1", "Beard Register"),
        ("APPENDIX II: Fees", "APPENDIX II", "Fees"),
        ("Schedule A Fees for Beards", "Schedule A", "Fees for Beards"),
        ("Attachment: Register", "Attachment", "Register"),
    ],
)
def test_an_english_mark_begins_an_annex(mark: str, cited: str, title: str) -> None:
    text = f"Article 1 Beards shall be clean.\n{mark}\nThe keeper shall fill it in.\n"
    assert annexes(text, "en") == [(cited, title)]


@pytest.mark.parametrize(
    "line", ["Annex 1 shall be filled in.", "Schedule of fees", "Appendix 1 lists the fees;", "Annexes are binding."]
)
def test_an_english_sentence_that_begins_with_a_mark_is_text(line: str) -> None:
    assert annexes(f"Article 1 Beards shall be clean.\n{line}\nArticle 2 Done.\n", "en") == []


@pytest.mark.parametrize(
    ("listed", "lines"),
    [
        ("附件：登记表", ["附件：登记表"]),
        ("附件：1.登记表 2.变更表", ["附件：1.登记表 2.变更表"]),
        ("附件：1.登记表\n      2.变更表", ["附件：1.登记表", "2.变更表"]),
        ("附件：\n1.登记表\n2.变更表", ["附件：", "1.登记表", "2.变更表"]),
        ("附件1：登记表\n附件2：变更表", ["附件1：登记表", "附件2：变更表"]),
        ("附件：1．2027年须容指标\n2．分工表", ["附件：1．2027年须容指标", "2．分工表"]),
        ("附件：\n1.3个项目清单\n2.2027年指标\n3.分工表", ["附件：", "1.3个项目清单", "2.2027年指标", "3.分工表"]),
    ],
)
def test_a_list_of_annexes_is_none(listed: str, lines: list[str]) -> None:
    alone = f"{RULE}{listed}\n胡须市人民政府\n2021年3月1日\n"
    assert annexes(alone) == []
    assert residue(alone, "annex-list") == lines
    assert residue(alone, "signature") == ["胡须市人民政府"]
    followed = f"{alone}附件1\n登记表\n姓名由本人填写。\n附件2\n变更表\n事由由本人填写。\n"
    assert annexes(followed) == [("附件1", "登记表"), ("附件2", "变更表")]


def test_a_table_in_the_middle_of_a_rule_is_no_annex() -> None:
    text = "第一条 标准见附表：\n附表1 修剪标准\n部位\t长度\n第二条 其他。\n附表2 染须标准\n部位\t颜色\n"
    assert annexes(text) == [("附表2", "染须标准")]


def test_annexes_of_two_kinds_may_have_one_number_and_nothing_is_odd() -> None:
    made = parsed(f"{RULE}附件1\n登记表\n姓名由本人填写。\n附表1\n收费标准\n修剪十元。\n")
    assert [one.eid for one in made.provisions[2:]] == ["annex_1", "annex_1~2"]
    assert made.problems == ()
    [odd] = parsed(f"{RULE}附件1\n登记表\n姓名。\n附件1\n变更表\n事由。\n").problems
    assert (odd.kind, odd.num) == ("again", "附件1")


NOTICE = "关于印发《胡须管理办法》的通知\n现将《胡须管理办法》印发给你们。\n一、请认真学习。\n二、请按期报告。\n"


def test_a_rule_below_a_notice_with_numbers_is_the_main_text_without_a_mark_too() -> None:
    made = parsed(f"{NOTICE}胡须市人民政府\n2021年3月1日\n{RULE}")
    assert made.title == "胡须管理办法"
    assert [leaf.eid for leaf in made.leaves()] == [
        "preamble__para_1", "preamble__lvl_1", "preamble__lvl_2", "art_1__para_1", "art_2__para_1"
    ]  # fmt: skip
    assert residue(made.source.text, "signature") == ["胡须市人民政府"]


def test_of_several_rules_that_a_notice_carries_none_is_the_main_text() -> None:
    text = NOTICE + "附件1\n胡须管理办法\n第一条 须应当洁净。\n附件2\n染须管理办法\n第一条 不得染须。\n"
    assert annexes(text) == [("附件1", "胡须管理办法"), ("附件2", "染须管理办法")]


def test_an_annex_of_a_notice_that_issues_nothing_is_no_rule() -> None:
    text = "关于加强胡须管理的通知\n一、请认真学习。\n附件1\n任务分工方案\n一、街道办事处负责登记。\n"
    assert annexes(text) == [("附件1", "任务分工方案")]
    assert parsed(text).title == "关于加强胡须管理的通知"


def test_what_begins_with_the_mark_is_the_rule_itself() -> None:
    made = parsed(f"附件2\n{RULE}附件\n登记表\n姓名由本人填写。\n")
    assert made.title == "胡须管理办法"
    assert [one.eid for one in made.provisions] == ["art_1", "art_2", "annex_1"]


def test_a_form_alone_is_read_and_a_title_alone_is_not_enough() -> None:
    made = parsed("胡须登记表\n姓名\t性别\n住址：\n")
    assert (made.title, [leaf.text for leaf in made.leaves()]) == ("胡须登记表", ["姓名\t性别", "住址："])


@pytest.mark.parametrize(
    "shape",
    [
        "附件1：登记表\n",
        "附表1\n第{n}条 须。\n",
        "附件：1.甲表\n2.乙表\n",
        "附件1：登记表\n附件2：登记表\n甲须应当梳。\n",
        "关于印发《甲办法》的通知\n一、甲。\n甲办法\n",
        "甲办法\n",
        "| 甲 | 乙 |\n",
        "上唇 十元\n",
    ],
)
def test_a_text_of_very_many_marks_is_read_in_a_time_that_grows_with_it(shape: str) -> None:
    def seconds(count: int) -> float:
        text = "第一条 须。\n" + "".join(shape.replace("{n}", str(n + 2)) for n in range(count)) + "第一条 须。\n"
        started = time.process_time()
        parsed(text)
        return time.process_time() - started

    assert seconds(8_000) < 24 * max(seconds(1_000), 0.02)


def test_the_parts_of_an_annex_hold_what_stands_below_them() -> None:
    parted = "附件\n胡须评分细则\n第一部分 长度\n一、应当整齐。\n第二部分\n颜色\n一、应当一致。\n"
    made = parsed(RULE + parted)
    assert not made.problems, "points that begin anew in each part are not odd"
    cited = labels(made)
    assert [(cited[one.eid], one.heading) for one in made.provisions[-1].children] == [
        ("附件第一部分", "长度"),
        ("附件第二部分", "颜色"),
    ]
    assert [leaf.eid for leaf in made.leaves()][-2:] == ["annex_1__part_1__lvl_1", "annex_1__part_2__lvl_1"]
    said = parsed(f"{RULE}第一部分由两项组成。\n第三条 完。\n")
    assert said.leaves()[2].text == "第一部分由两项组成。", "a sentence about a part begins none"


def test_a_title_that_is_broken_in_a_bracket_is_one_line_of_a_list() -> None:
    made = parsed(f"{RULE}附：须税则（注：须税则由市胡须\n委员会发布）\n")
    assert [one.level for one in made.provisions if one.level == "annex"] == []
    assert residue(f"{RULE}附：须税则（注：须税则由市胡须\n委员会发布）\n", "annex-list")


def test_an_annex_that_stands_behind_a_sentence_begins_there() -> None:
    text = f"{RULE}第三条 须主应当付费。　　附件2：检查须匠的\n办法\n一、须匠应当备镜。\n二、须匠应当备梳。\n"
    assert annexes(text) == [("附件2", "检查须匠的办法")]
    assert annexes(text.replace("。　　附件2", "，见　　附件2")) == []


def test_a_bracket_that_is_never_closed_takes_no_more_than_a_title() -> None:
    lines = "".join(f"甲{k}须应当登记\n" for k in range(100))
    assert len(parsed(f"{RULE}附件1：登记表（试行\n{lines}").provisions[-1].children) > 50


def test_the_title_of_an_annex_may_stand_again_without_the_edition_in_brackets() -> None:
    annex = parsed("决定\n一、修改胡须办法。\n附件：胡须办法（2020年修正）\n胡须办法\n第一条 梳须。\n").provisions[-1]
    assert (annex.heading, [child.num for child in annex.children]) == ("胡须办法（2020年修正）", ["第一条"])
