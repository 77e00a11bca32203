"""Plain text, and Markdown that was saved as plain text."""

from __future__ import annotations

from policydiff.ingest import text


def test_plain_text_says_nothing_of_itself() -> None:
    assert text.hints("第一条 胡须应当整洁。\n第二条 # 号不是标题。\n") == ()


def test_one_number_sign_makes_no_markdown() -> None:
    assert text.hints("# 1 号楼的规定\n第一条 胡须应当整洁。\n") == ()


def test_markdown_saved_as_text_keeps_its_headings() -> None:
    hints = text.hints("# 胡须管理办法\n\n## 一、总则\n\n胡须应当整洁。\n")
    assert [hint.rank for hint in hints if hint.kind == "heading"] == [1, 2]


def test_one_heading_makes_markdown_at_the_head_of_a_text_or_above_other_marks_of_it() -> None:
    for words in (
        "# 胡须管理办法\n第一条 胡须应当整洁。\n",
        "胡须局\n\n# 胡须管理办法\n\n**第一条** 胡须应当整洁。\n",
        "胡须局\n# 胡须管理办法\n| 须 | 元 |\n|---|---|\n| 长 | 十 |\n",
    ):
        assert [hint.rank for hint in text.hints(words) if hint.kind == "heading"] == [1]
    assert text.hints("胡须局\n# 号不是标题。\n第一条 胡须应当整洁。\n") == ()
