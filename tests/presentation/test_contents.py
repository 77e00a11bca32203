"""The table of contents of a document."""

from __future__ import annotations

from tests.texts import parsed

from policydiff.presentation.contents import contents


def test_the_contents_of_a_text_without_articles_are_its_first_two_levels() -> None:
    text = "关于修剪胡须的意见\n一、总体要求\n（一）每月修剪。\n1.修剪以前先洗净。\n2.修剪以后再洗净。\n二、组织实施\n"
    headings = contents(parsed(text))
    assert [(one.num, one.depth) for one in headings] == [("一、", 0), ("（一）", 1), ("二、", 0)]


def test_an_article_that_bears_no_heading_is_named_by_its_first_words() -> None:
    text = "胡须办法\n第一条 蓄须者应当每月修剪胡须，修剪以前先洗净，修剪以后再洗净。\n第二条 本办法自公布起施行。\n"
    headings = contents(parsed(text))
    assert [(one.num, one.words) for one in headings] == [
        ("第一条", "蓄须者应当每月修剪胡须，修剪以前先洗净…"),
        ("第二条", "本办法自公布起施行。"),
    ]
