"""Numbers and titles as files really print them: what counts on, what is only told, what is broken over two lines."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.eid import chinese_numeral, labels
from policydiff.ingest import markdown
from policydiff.model import Document, Language


def read(text: str) -> Document:
    return parsed(text, hints=markdown.hints(text))


def chapters(text: str) -> list[tuple[str, str]]:
    return [(one.num, one.heading) for one in read(text).walk() if one.level == "chapter"]


def items(text: str) -> list[tuple[str, str]]:
    return [(one.num, one.text) for one in read(text).walk() if one.level not in ("article", "chapter")]


def odd(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.num) for one in read(text).problems]


@pytest.mark.parametrize("mark", ["", "## "])
@pytest.mark.parametrize(
    "title",
    [
        "第二章\n胡须的修剪和检查",
        "第二章 胡须的修剪\n和检查",
        "第二章 胡须的修剪和\n检查",
    ],
)
def test_a_chapters_title_on_two_lines_is_one(mark: str, title: str) -> None:
    found = chapters(f"规则\n{mark}第一章 总则\n第一条 甲。\n{mark}{title}\n第二条 乙。\n")
    assert found == [("第一章", "总则"), ("第二章", "胡须的修剪和检查")]


def test_a_section_without_a_number_is_no_part_of_the_chapters_title() -> None:
    assert chapters("规则\n第一章 胡须\n一般规定\n第一条 甲。\n第二条 乙。\n") == [("第一章", "胡须")]


def test_a_sentence_under_a_chapter_is_no_title() -> None:
    text = "规则\n第一章\n本章规定胡须。\n第一条 甲。\n第二条 乙。\n"
    assert chapters(text) == [("第一章", "")]
    assert items(text)[0] == ("", "本章规定胡须。")


def test_chapters_may_count_on_through_the_parts_of_a_code() -> None:
    whole = "法典\n第一编 总则\n第一章 甲\n第一条 略。\n第二章 乙\n第二条 略。\n第二编 分则\n第{}章 丙\n第三条 略。\n"
    assert read(whole.format("三")).problems == ()
    assert read(whole.format("一")).problems == ()
    assert odd(whole.format("四")) == [("first", "第四章")]


def test_a_chapter_glued_on_the_words_before_it_is_one() -> None:
    text = "规则\n第一条 建立制度。第二章 检查责任\n第二条 略。\n第三章 监督\n第三条 略。\n"
    assert chapters(text) == [("第二章", "检查责任"), ("第三章", "监督")]


def test_a_chapter_that_a_sentence_is_about_is_none() -> None:
    assert chapters("规则\n第一条 修剪适用第一章。第二章的规定除外。\n第二条 略。\n") == []


def test_an_item_about_a_third_party_is_no_citation() -> None:
    text = "规则\n第一条 下列材料：\n（一）申请；\n（二）与第三者有关的说明；\n（三）其他。\n"
    assert [num for num, _ in items(text)] == ["", "（一）", "（二）", "（三）"]
    assert read(text).problems == ()


@pytest.mark.parametrize("cited", ["与（二）", "、第（二）项", "和第二项", "或者第二款"])
def test_a_number_that_is_cited_with_another_begins_no_item(cited: str) -> None:
    assert items(f"规则\n第一条 依照：\n（一）{cited}规定的处理。\n第二条 略。\n")[0][0] == ""


@pytest.mark.parametrize("words", ["二、三类疫病暴发时，上报。", "一、二级保护的胡须不得修剪。"])
def test_numbers_of_kinds_told_together_are_words(words: str) -> None:
    text = f"规则\n第一条 略。\n第二条 {words}\n第三条 略。\n"
    assert ("", words) in items(text)
    assert read(text).problems == ()


@pytest.mark.parametrize("before", ["胡须分为三级。", "下列人员可以申请：", "（一）"])
def test_numbers_of_kinds_told_together_begin_nothing_behind_a_stop(before: str) -> None:
    words = f"{before}一、二级胡须由市长公布。"
    found = [text for _, text in items(f"规则\n第一条 略。\n第二条 {words}\n") if text]
    assert found == ["略。", words.removeprefix("（一）")]


def test_a_heading_that_begins_with_the_next_number_is_a_heading() -> None:
    text = "方案\n一、总体要求\n略。\n二、三级检查\n略。\n"
    assert [one.num for one in read(text).walk() if one.num] == ["一、", "二、"]


def test_a_mistyped_sign_of_an_article_is_read_as_one_and_shown_as_it_is_printed() -> None:
    found = read("规则\n第一条 甲。\n笫二条 乙。\n第三条 丙。\n")
    assert [(one.num, one.eid) for one in found.walk() if one.num][1] == ("笫二条", "art_2")
    assert found.problems == ()


@pytest.mark.parametrize("words", ["后增加一条：“略。”", "修改为：“略。”"])
def test_an_article_that_is_amended_is_cited(words: str) -> None:
    found = read(f"修正案\n一、第八条{words}\n二、第九条第一款删去。\n")
    assert [one.num for one in found.walk() if one.num] == ["一、", "二、"]


def test_items_glued_with_blanks_of_a_web_page_are_cut_apart() -> None:
    text = "规则\n第一条 罚款：\n（一）轻的，五元； \xa0（二）重的，十元。\n第二条 略。\n"
    assert [num for num, _ in items(text)][:3] == ["", "（一）", "（二）"]


def test_an_article_numbered_anew_without_a_blank_is_one_where_all_are_set_so() -> None:
    made = read("第一条甲须应当梳。\n第二条乙须应当剪。\n第二条丙须应当染。\n第四条丁须应当烫。\n第三条规定的不染。\n")
    assert [leaf.eid for leaf in made.leaves()][2:] == ["art_2~2__para_1", "art_4__para_1", "art_4__para_2"]
    assert [(one.kind, one.num, one.last) for one in made.problems] == [
        ("again", "第二条", ""),
        ("follows", "第四条", "第二条"),
    ]


def test_a_number_at_the_head_of_a_line_that_is_read_as_cited_is_told_unless_it_clearly_is() -> None:
    made = read("第一条 甲须应当梳。\n第二条 乙须应当剪。\n第二条丙须应当染。\n第三条第二款的须不染。\n")
    assert [leaf.eid for leaf in made.leaves()] == ["art_1__para_1", "art_2__para_1", "art_2__para_2", "art_2__para_3"]
    assert [(one.kind, one.num) for one in made.problems] == [("cited", "第二条")]
    broken = read("第一条 甲须应当梳。\n第二条 对不梳的胡须，由胡须主管部门依照本办法\n第一条规定报送备案。\n")
    assert broken.problems == ()


def test_points_that_count_on_through_an_opinion_are_not_odd() -> None:
    opinion = "关于胡须的意见\n一、总体要求\n（一）须应当洁净。\n（二）须应当梳理。\n二、保障措施\n（三）应当备镜。\n{}"
    assert read(opinion.format("（四）应当备梳。")).problems == ()
    assert odd(opinion.format("三、其他\n（五）应当备梳。")) == [("first", "（五）")]
    anew = opinion.format("三、其他\n（一）应当备梳。\n四、附带\n（二）应当备剪。")
    assert odd(anew) == [("first", "（二）")]
    articles = "胡须办法\n第一条 应当：\n（一）洁净；\n（二）梳理。\n第二条 应当：\n（三）备镜。\n"
    assert odd(articles) == [("first", "（三）")]


def test_the_zero_of_a_number_may_be_printed_as_a_circle_and_a_circle_alone_is_a_box_to_tick() -> None:
    articles = "".join(f"第一百{n}条 须应当梳。\n" for n in ("", "○一", "〇二", "零三"))
    made = read(f"胡须法\n{articles}第一百○四条 请勾选：\n（○）梳\n（　）剪\n○、染\n")
    assert [one.eid for one in made.walk() if one.level == "article"] == [f"art_{n}" for n in range(100, 105)]
    assert all(one.level in ("article", "paragraph") for one in made.walk())


def test_a_list_may_have_more_than_a_hundred_items() -> None:
    text = "".join(f"（{chinese_numeral(n)}）第{n}种梳；\n" for n in range(1, 124))
    made = read(f"胡须办法\n第一条 下列梳可以使用：\n{text}第二条 完。\n")
    assert made.problems == ()
    assert [one.num for one in made.walk() if one.level == "point"][-1] == "（一百二十三）"


def test_numbers_in_one_character_count_as_the_numbers_that_they_show() -> None:
    text = "胡须办法\n第一条 应当：\n㈠洁净；㈡梳理：\n⒈用梳；\n⒉用镜：\n⑴圆镜；\n⑵方镜。\n第二条 完。\n"
    made = read(text)
    assert (made.problems, [one.num for one in made.walk() if one.level in ("point", "indent", "level")]) == (
        (),
        ["㈠", "㈡", "⒈", "⒉", "⑴", "⑵"],
    )
    cited = labels(made)
    assert cited["art_1__para_1__point_2__indent_2"] == "第一条第（二）项第2目"
    assert [leaf.text for leaf in made.leaves()][1:3] == ["洁净；", "梳理："]


def test_a_point_may_have_a_dot_behind_its_number() -> None:
    made = read("胡须意见\n一．总则\n须应当洁净。\n二．附则\n三．五倍以下的罚款照旧。\n")
    assert [(one.num, one.heading) for one in made.walk() if one.num] == [("一．", "总则"), ("二．", "附则")]


def test_a_table_that_goes_on_says_so_in_a_line_that_is_none_of_it() -> None:
    made = read("胡须办法\n第一条 罚款如下：\n未梳\t十元\n续表1\n未染\t二十元\n")
    assert [leaf.text for leaf in made.leaves()][1:] == ["未梳\t十元", "未染\t二十元"]
    assert "page-mark" in [one.reason for one in made.residue]


def test_a_comma_may_part_an_article_s_number_from_its_words() -> None:
    text = "规则\n第一条、梳须。\n第二条、剪须，依照本规则\n第三条、第四条规定的期限。\n第三条．染须。\n"
    document = parsed(text)
    assert [(provision.num, provision.children[0].text) for provision in document.provisions] == [
        ("第一条", "梳须。"),
        ("第二条", "剪须，依照本规则第三条、第四条规定的期限。"),
        ("第三条", "染须。"),
    ]


def cited(text: str, language: Language = "zh") -> list[tuple[str, str]]:
    """How each leaf is cited, and its words."""
    found = parsed(text, language)
    named = labels(found)
    return [(named[leaf.eid], leaf.text) for leaf in found.leaves()]


@pytest.mark.parametrize("signs", ["a.", "A.", "A、", "a．"])
def test_letters_number_items_in_chinese_too(signs: str) -> None:
    letter, sign = signs[0], signs[1]
    lines = f"{letter}{sign}长须；\n{chr(ord(letter) + 1)}{sign}短须；\n"
    found = cited(f"规则\n第一条 禁止：\n（一）下列胡须：\n{lines}（二）假须。\n")
    assert found[2] == (f"第一条第（一）项第{letter}目", "长须；")
    assert [words for _, words in found][3:] == ["短须；", "假须。"]


@pytest.mark.parametrize("words", ["A.M.级的胡须不得剪。", "A.1 概述", "A、B两类胡须不得剪。"])
def test_letters_that_no_second_bears_out_are_words(words: str) -> None:
    assert cited(f"规则\n第一条 略。\n{words}\n第二条 略。\n")[1][1] == words


def test_articles_inserted_in_english_are_articles() -> None:
    text = "Article 1 Comb.\nArticle 1A Shave.\nArticle 1B Trim.\nArticle 2 bis Dye.\nArticle 3 A barber shaves.\n"
    assert cited(text, "en") == [
        ("Article 1", "Comb."),
        ("Article 1A", "Shave."),
        ("Article 1B", "Trim."),
        ("Article 2 bis", "Dye."),
        ("Article 3", "A barber shaves."),
    ]


def test_old_numerals_of_tens_are_read() -> None:
    found = read("规则\n第十九条 甲。\n第廿条 乙。\n第廿一条 丙。\n第一百卅条 丁。\n").provisions
    assert [(one.eid, one.num) for one in found][1:] == [
        ("art_20", "第廿条"),
        ("art_21", "第廿一条"),
        ("art_130", "第一百卅条"),
    ]


def test_an_article_number_may_stand_in_brackets() -> None:
    assert cited("规则\n【第一条】 甲。\n【第二条】乙。\n") == [("第一条", "甲。"), ("第二条", "乙。")]
    assert cited("规则\n第一条 甲。\n【第一条】的规定除外。\n")[1] == ("第一条第二款", "【第一条】的规定除外。")


@pytest.mark.parametrize("dash", ["－", "—", "-"])
def test_a_dash_in_brackets_above_the_second_item_is_the_first(dash: str) -> None:
    found = cited(f"规则\n第一条 禁止：\n（{dash}）染须；\n（二）剃须。\n")
    assert found[1:] == [("第一条第（一）项", "染须；"), ("第一条第（二）项", "剃须。")]
    assert cited(f"规则\n第一条 禁止：\n（一）染须；\n（二）剃须；\n（{dash}）梳须。\n")[-1][1] == f"（{dash}）梳须。"


def test_who_signs_an_annex_without_numbers_is_no_paragraph_of_it() -> None:
    text = "规则\n第一条 略。\n附件\n须表\n长须\t十元\n短须\t五元\n{}某市须局\n2020年12月1日\n"
    assert [words for _, words in cited(text.format(""))] == ["略。", "长须\t十元", "短须\t五元"]
    assert cited(text.replace("某市须局\n", "").format("日期：\n"))[-1][1] == "2020年12月1日"
