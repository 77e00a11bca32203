"""Whether a line, or a number in it, goes on with what stands before it or begins something."""

from __future__ import annotations

import time

import pytest
from tests.texts import parsed

from policydiff.parsing.line import ends_in_stop, has_ended
from policydiff.parsing.markers import dangles


def said(text: str) -> list[tuple[str, str]]:
    """The identifier and the words of every leaf."""
    return [(leaf.eid, leaf.text) for leaf in parsed(text).leaves()]


def test_a_second_list_of_an_article_begins_behind_a_colon_on_the_line_of_what_introduces_it() -> None:
    text = "规则\n第一条 须匠应当：\n1.梳须；\n2.剪须。\n须主在须匠的店里应当： 1.坐好；\n2.付费。\n"
    assert [eid for eid, _ in said(text)] == [
        "art_1__para_1",
        "art_1__para_1__point_1",
        "art_1__para_1__point_2",
        "art_1__para_2",
        "art_1__para_2__point_1",
        "art_1__para_2__point_2",
    ]


@pytest.mark.parametrize(
    ("third", "words"),
    [("3.3年内未曾罚款；", "3年内未曾罚款；"), ("3.1000根以上的须；", "1000根以上的须；")],
)
def test_the_number_of_an_item_stands_before_an_amount(third: str, words: str) -> None:
    text = f"规则\n第一条 须匠应当具备：\n1.剪刀；\n2.镜子；\n{third}\n4.毛巾。\n"
    assert said(text)[3] == ("art_1__para_1__point_3", words)
    assert not parsed(text).problems


def test_the_first_item_begins_with_a_year() -> None:
    assert said("意见\n一、须税\n1.1993年以前的须免税。\n2.以后的须纳税。\n")[0] == (
        "lvl_1__lvl_1",
        "1993年以前的须免税。",
    )


@pytest.mark.parametrize("words", ["2.5米以上的须应当剪。", "3.5%的须税由市民缴纳。"])
def test_a_decimal_is_no_number_of_an_item(words: str) -> None:
    assert said(f"规则\n第一条 须匠应当：\n1.梳须；\n2.剪须。\n{words}\n")[-1] == ("art_1__para_2", words)


@pytest.mark.parametrize(
    "citation",
    [
        "依照本规则第二章有关规定，修剪。",
        "依照本规则第二章第一节有关规定修剪。",
        "交出合于本规则第一条规定条件的须具。",
    ],
)
@pytest.mark.parametrize("place", ["第二章", "第一节", "第一条"])
def test_a_place_of_the_rule_that_a_line_is_broken_before_is_cited(citation: str, place: str) -> None:
    head = "规则\n第一章 总则\n第一条 须应当梳。\n第二章 修剪\n第二条 须应当剪。\n第三条 "
    if place in citation:
        assert said(head + citation.replace(place, f"\n{place}")) == said(head + citation)


def test_a_law_is_called_by_no_heading_that_ends_alike() -> None:
    text = "规则\n第一章 总则\n第一条 须应当梳。\n第二章 根本规定\n第二条 须应当剪。\n"
    assert [eid for eid, _ in said(text)] == ["art_1__para_1", "art_2__para_1"]


def test_what_begins_behind_other_words_of_its_line_goes_on_in_the_next() -> None:
    text = "规则\n第一条 须匠不得在\n夜里修剪须。  须\n主应当坐好。  第二条 市\n民应当付费。\n"
    assert said(text) == [
        ("art_1__para_1", "须匠不得在夜里修剪须。"),
        ("art_1__para_2", "须主应当坐好。"),
        ("art_2__para_1", "市民应当付费。"),
    ]


def test_an_article_whose_words_begin_with_a_citation_is_no_citation() -> None:
    text = "规则\n第一条 须应当梳。  第二条第一条第（一）项的须不剪。\n第三条 须应当染。\n"
    assert said(text)[1] == ("art_2__para_1", "第一条第（一）项的须不剪。")


@pytest.mark.parametrize("above", ["须应当剪。", "须应当剪。\n第二章 染须"])
def test_an_article_set_close_that_leaves_one_out_is_one_below_what_has_ended(above: str) -> None:
    text = f"规则\n第一章 剪须\n第一条 须应当梳。\n**第二条** {above}\n第四条须应当染。\n第五条须应当烫。\n"
    assert [eid for eid, _ in said(text)][-2:] == ["art_4__para_1", "art_5__para_1"]


def test_an_item_that_a_line_is_broken_in_right_behind_its_first_character_is_set() -> None:
    text = "规则\n第一条 须匠应当登记：（一）须；（二）项\n目和费用。\n第二条 略。\n"
    assert [eid for eid, _ in said(text)][:3] == ["art_1__para_1", "art_1__para_1__point_1", "art_1__para_1__point_2"]


def test_a_list_begins_anew_below_a_short_line() -> None:
    long = "由胡须主管部门会同市民委员会和须匠协会共同管理的各种天然的和人造的胡须及其制品和原料和半成品"
    text = f"附须目\n一、第一类\n1.{long}\n第二类\n1.长须\n2.短须\n"
    assert [text for _, text in said(text)][-2:] == ["长须", "短须"]


def test_an_article_begins_on_the_line_of_its_chapter_s_title_and_of_the_article_before() -> None:
    made = parsed("规则\n第一章 总则\n第一条 须应当梳。第二章附则第二条本规则自明日起施行。\n")
    assert [one.heading for one in made.walk() if one.level == "chapter"] == ["总则", "附则"]
    assert [leaf.text for leaf in made.leaves()] == ["须应当梳。", "本规则自明日起施行。"]


def test_what_introduces_a_second_list_is_the_next_paragraph_of_its_article() -> None:
    text = "规则\n第一条 须匠应当：\n（一）梳须；\n（二）剪须。\n须主应当：\n（一）坐好。\n市民应当付费。\n"
    assert [eid for eid, _ in said(text) if "point" not in eid] == ["art_1__para_1", "art_1__para_2", "art_1__para_3"]
    assert said(text)[4] == ("art_1__para_2__point_1", "坐好。")


WIDE = """胡须检查决议
一、各须匠协会应当认真学习胡须管理的各项规则和修剪
须的新办法，不断提高修剪胡须的本领。
二、须匠、须主和市民应当互相尊重，不得在店里
争吵，也不得以任何理由拒绝给市民修剪胡须或者
拒绝给修剪过胡须的人镜子和毛巾。须匠应当按照
须主的意愿修剪，须主应当付费。
三、胡须主管部门应当每年检查须匠的剪刀和镜子
并公布检查的结果。
"""


def test_a_full_line_goes_on_in_a_text_of_points_that_was_broken_into_lines_of_one_width() -> None:
    assert [(eid, text[-6:]) for eid, text in said(WIDE)] == [
        ("lvl_1", "胡须的本领。"),
        ("lvl_2", "主应当付费。"),
        ("lvl_3", "检查的结果。"),
    ]


def test_a_heading_as_long_is_one_in_a_text_that_was_not_broken() -> None:
    long = "须匠应当按照须主的意愿修剪胡须，须主应当付费。" * 3
    text = f"胡须检查决议\n一、各须匠协会认真学习胡须管理的各项规则和修剪\n{long}\n二、检查\n{long}\n"
    assert [eid for eid, _ in said(text)] == ["lvl_1__para_1", "lvl_2__para_1"]


def test_a_heading_of_any_length_is_one_where_the_lines_below_it_go_far_beyond_it() -> None:
    long = "须匠应当按照须主的意愿修剪胡须，须主应当付费。" * 5
    heading = "认真学习胡须管理的各项规则，增强修剪胡须的责任感和依法梳须的自觉性"
    text = "胡须检查决议\n一、{}\n{}\n二、检查\n{}\n"
    assert [eid for eid, _ in said(text.format(heading, long, long))] == ["lvl_1__para_1", "lvl_2__para_1"]
    assert parsed(text.format(heading, long, long)).provisions[0].heading == heading
    for goes_on in (text.format(heading + "以及", long, long), text.format(heading, "不得染须。", long)):
        assert [eid for eid, _ in said(goes_on)] == ["lvl_1", "lvl_2__para_1"]


def test_a_clause_or_two_with_a_full_stop_above_points_are_their_heading() -> None:
    text = "意见\n一、{}\n（一）剪须。\n（二）梳须。\n二、严格检查。\n"
    for heading in ("严格开店条件，规范须证许可。", "加强须店管理。"):
        assert (made := parsed(text.format(heading))).provisions[0].heading == heading
        assert made.provisions[1].text == "严格检查。", "nothing stands below it"
    for words in ("不得染须。", "由须匠检查。", "须费减2成。", "实行下列制度。", "鼓励染须。", "染须的，罚款。"):
        assert (made := parsed(text.format(words))).provisions[0].text == words
    assert said("规则\n第一条 略：\n（一）加强检查。\n1.梳须。\n2.剪须。\n")[1] == (
        "art_1__para_1__point_1",
        "加强检查。",
    ), "an item of an article is part of its sentence"


def test_a_question_is_the_heading_of_its_answer() -> None:
    text = "须证问答\n1．问：须证有效几年？\n答：两年。\n2.问：须证可以转让吗？\n答：不可以。\n3．问：可以补办吗？\n"
    assert said(text) == [
        ("lvl_1__para_1", "答：两年。"),
        ("lvl_2__para_1", "答：不可以。"),
        ("lvl_3", "问：可以补办吗？"),
    ]
    assert parsed(text).provisions[0].heading == "问：须证有效几年？"


def test_running_text_that_blanks_have_got_into_is_no_table() -> None:
    lines = (
        "须匠应当随时在店里备好干净的",
        "剪刀、镜子、毛巾、肥皂和给市民洗 须用的水盆以",
        "及市胡须主管部门要求的其他各种器 具、药品和用",
        "具。",
    )
    text = "规则\n第一条 {}\n第二条 略。\n"
    assert said(text.format("\n".join(lines))) == said(text.format("".join(lines)))


def test_the_mark_of_an_annex_is_no_row_of_a_table_with_a_title_that_has_a_blank() -> None:
    made = parsed("规则\n第一条 须应当梳。\n附件 2\n须经批准 才能剪的须\n一、长须。\n")
    assert [(one.num, one.heading) for one in made.provisions] == [("第一条", ""), ("附件 2", "须经批准 才能剪的须")]


@pytest.mark.parametrize(
    "line",
    [
        "2018年1月9日 胡须市第十二届市民代表大会第一次会议通 过",
        "第十二届市民代表大会常务委员会第三次会议《关于修改〈胡须条例〉的决定》修正）",
    ],
)
def test_how_a_rule_was_adopted_is_told_from_its_words_whatever_blanks_and_line_ends_are_in_it(line: str) -> None:
    made = parsed(f"胡须条例\n（2017年8月15日胡须市人民政府公布）\n{line}\n第一条 须应当梳。\n")
    assert ("approval", line) in [(one.reason, made.source.text[one.span.start : one.span.end]) for one in made.residue]


def test_a_blank_in_the_mark_of_an_annex_is_none() -> None:
    assert [one.level for one in parsed("规则\n第一条 须应当梳。\n附 图：\n").provisions] == ["article", "annex"]


def test_an_item_behind_a_sentence_is_one_where_the_next_counts_on_from_it() -> None:
    text = "规则\n第一条 须匠应当备镜；\n（四）备梳；（五）备刀；\n（六）备皂。\n第二条 略。\n"
    glued = "规则\n第一条 须匠应当备镜；（四）备梳；\n（五）备刀；\n（六）备皂。\n第二条 略。\n"
    assert said(text) == said(glued)
    cited = "规则\n第一条 须匠应当备镜；（四）备梳的除外。\n第二条 略。\n"
    assert said(cited)[0][1] == "须匠应当备镜；（四）备梳的除外。"


def test_a_row_that_is_broken_over_two_lines_is_one() -> None:
    rows = "须匠、剪刀匠 20人\n镜子匠和梳子匠 20人\n市民代表、须主代表、市胡须主管部门的代表{}和委员会的代表 20人\n"
    text = f"规则\n第一条 胡须会议由下列人员组成：\n{rows}第二条 略。\n"
    assert [eid for eid, _ in said(text.format("\n"))] == [eid for eid, _ in said(text.format(""))]


@pytest.mark.parametrize(
    "numbers",
    [("（一）", "(2)", "（三）"), ("(1)", "（二）", "(3)"), ("1.", "2、", "3."), ("1、", "2.", "3、")],
)
def test_an_item_numbered_in_another_style_than_its_list_is_of_the_list(numbers: tuple[str, str, str]) -> None:
    text = "规则\n第一条 须匠应当：\n{}梳须；\n{}剪须；{}染须。\n第二条 略。\n".format(*numbers)
    assert [eid for eid, _ in said(text)][1:4] == [f"art_1__para_1__point_{n}" for n in (1, 2, 3)]
    assert not parsed(text).problems


def test_items_of_an_item_are_not_of_its_list() -> None:
    text = "规则\n第一条 须匠应当：\n（一）梳须：\n（1）长须；\n（2）短须；\n（二）剪须。\n"
    found = [eid.removeprefix("art_1__para_1__") for eid, _ in said(text)]
    assert found[-3:] == ["point_1__indent_1", "point_1__indent_2", "point_2"]


def test_lists_that_begin_anew_below_lines_without_a_number_stand_below_these() -> None:
    text = "规则\n第一条 略。\n附须目\n1.须油\n2.须蜡\n第二类\n1.长须\n2.短须\n第三类\n1.白须\n2.黑须\n"
    made = parsed(text.replace("附须目", "附件：须目"))
    assert [(one.eid, one.text) for one in made.provisions[-1].children[2:]] == [
        ("annex_1__para_1", "第二类"),
        ("annex_1__para_2", "第三类"),
    ]
    assert [one.eid for one in made.provisions[-1].children[-1].children] == [
        "annex_1__para_2__lvl_1",
        "annex_1__para_2__lvl_2",
    ]
    assert not made.problems


@pytest.mark.parametrize(
    "repeated", ["须。（一）", "须。第一章", "须。（三）", "须：（一）", "须。  附件1：须", "本规则第一章"]
)
def test_a_line_of_very_many_numbers_is_read_in_a_time_that_grows_with_it(repeated: str) -> None:
    def seconds(count: int) -> float:
        started = time.process_time()
        parsed("规则\n第一条 须应当梳。\n" + repeated * count)
        return time.process_time() - started

    seconds(100)
    assert min(seconds(4000) for _ in range(2)) < 12 * max(min(seconds(1000) for _ in range(2)), 0.01)


def test_the_end_of_a_bracket_above_a_list_is_no_line_of_its_own() -> None:
    of = "关于染须（略）的决定（某年由市胡须委员会第十六次{}会议批准）"
    text = f"决定\n一、须应当梳。\n二、须应当剪。\n{of}\n一、须应当染。\n"
    assert [words for _, words in said(text.format("\n"))] == [words for _, words in said(text.format(""))]


@pytest.mark.parametrize(
    ("words", "whole", "part"),
    [
        ("须应当梳。", True, True),
        ("须应当梳。）", True, True),
        ("须应当梳。】", True, True),
        ("称为“须”", True, True),
        ("称为『须』", True, True),
        ("a beard's owner.'", True, True),
        ("须应当梳，", False, True),
        ("梳、", False, True),
        ("须应当", False, False),
        ("（须）", False, False),
        ("", False, False),
    ],
)
def test_a_comma_ends_a_part_of_a_sentence_and_brackets_end_none(words: str, whole: bool, part: bool) -> None:
    assert (has_ended(words), ends_in_stop(words)) == (whole, part)


def test_a_list_goes_on_in_another_style_behind_the_items_of_its_last_item() -> None:
    text = "规则\n第一条 须匠应当：\n1.梳须：\n①长须；\n②短须；\n2、剪须。\n"
    found = [eid.removeprefix("art_1__para_1__") for eid, _ in said(text)]
    assert found[-4:] == ["point_1", "point_1__indent_1", "point_1__indent_2", "point_2"]
    assert not parsed(text).problems


def test_a_heading_may_end_in_a_noun_that_ends_as_an_open_phrase_does() -> None:
    text = "规则\n第一条 制定目的\n为了整洁，制定本规则。\n第二条 须匠的\n职责由店主定。\n第三条 附则\n本规则试行。\n"
    assert [article.heading for article in parsed(text).provisions] == ["制定目的", "", "附则"]


@pytest.mark.parametrize(
    ("words", "is_open"),
    [
        ("规范须匠服务行为", False),
        ("坚持修剪导向", False),
        ("鼓励须友参与", False),
        ("制定目的", False),
        ("应当为", True),
        ("由须匠对", True),
        ("须匠的", True),
        ("须匠以及", True),
        ("梳须针对", True),
        ("关于", True),
    ],
)
def test_a_character_that_leads_on_does_so_as_a_word_and_seldom_as_the_end_of_one(words: str, is_open: bool) -> None:
    assert dangles(words) == is_open


@pytest.mark.parametrize("heading", ["规范须匠服务行为", "坚持修剪导向", "做好洗须与"])
def test_a_point_that_counts_on_over_a_blank_line_begins_below_any_heading(heading: str) -> None:
    text = f"意见\n\n一、任务\n\n（一）梳须。\n\n二、{heading}\n\n（二）剪须。\n\n（三）染须。\n"
    assert ("lvl_2__lvl_2", "剪须。") in said(text)
    assert not parsed(text).problems


@pytest.mark.parametrize("words", ["三月|2日以前报告。", "按照《须规》|第十二条处理。", "由须匠|第（二）项处罚。"])
def test_the_words_beside_the_number_of_one_article_alone_are_no_title(words: str) -> None:
    text = f"规则\n第一条 略。\n第二条 {words}\n第三条 略。\n".replace("|", "\n")
    assert said(text)[1] == ("art_2__para_1", words.replace("|", ""))
    assert said(text.replace("略。", "标题\n略。"))[1][1] == words.partition("|")[2], "where articles have titles"
    assert said("规则\n第一条 须价\n每次十元。\n第二条 略。\n")[0] == ("art_1__para_1", "须价")


def test_a_line_that_introduces_a_list_in_english_is_no_heading() -> None:
    text = "Article 1 A comb is not\n(a) a razor;\n(b) a brush.\n"
    document = parsed(text, "en")
    assert [leaf.text for leaf in document.leaves()] == ["A comb is not", "a razor;", "a brush."]


def test_what_an_item_introduces_stands_below_it_to_its_end() -> None:
    text = "决定\n一、修改如下：\n（一）第二条改为：\n“须匠应当：\n“（一）梳须；\n“（二）剪须。”\n二、略。\n"
    found = [eid for eid, words in said(text) if words.startswith("“")]
    assert found == [f"lvl_1__lvl_1__para_{n}" for n in (2, 3, 4)]
    text = "规则\n第一条 须税：\n（一）长须：\n一尺以下，一元；\n一尺以上，二元。\n前款的须税，每月缴纳。\n"
    assert [eid for eid, _ in said(text)][2:] == [
        "art_1__para_1__point_1__para_2",
        "art_1__para_1__point_1__para_3",
        "art_1__para_2",
    ]


def test_all_paragraphs_below_the_heading_of_a_last_item_are_its_own() -> None:
    text = "意见\n一、任务\n（一）梳须。每日一次。\n（二）剪须\n由须匠剪。\n由店主查。\n二、略。\n"
    assert [eid for eid, _ in said(text)][1:3] == ["lvl_1__lvl_2__para_1", "lvl_1__lvl_2__para_2"]


def test_a_list_in_an_item_may_be_numbered_alike_where_blanks_stand_before_it() -> None:
    text = "规则\n第一条 须匠应当：\n1. 梳须；\n2. 剪须：\n   1. 长须；\n   2. 短须；\n3. 染须。\n"
    found = [eid.removeprefix("art_1__para_1__") for eid, _ in said(text)]
    assert found[1:] == ["point_1", "point_2", "point_2__indent_1", "point_2__indent_2", "point_3"]
    assert not parsed(text).problems
    again = said("规则\n第一条 甲：\n  1. 乙；\n  2. 丙。\n丁：\n  1. 戊；\n  2. 己。\n")
    assert [eid for eid, _ in again][3:] == ["art_1__para_2", "art_1__para_2__point_1", "art_1__para_2__point_2"]


@pytest.mark.parametrize(
    "lines",
    [
        ("长须税额＝须长×税率", "短须税额＝须数×税率", "公式中的税率由市长公布。"),
        ("胡须：面部的毛发", "须匠：修剪胡须的人", "须主：有胡须的人。"),
        ("税额＝（须长＋须宽）÷须数", "实行复合计税的计算公式："),
    ],
)
def test_formulas_and_lines_that_each_tell_of_a_name_are_paragraphs(lines: tuple[str, ...]) -> None:
    found = said("规则\n第一条 略：\n" + "\n".join(lines) + "\n第二条 略。\n")
    assert [words for _, words in found] == ["略：", *lines, "略。"]


@pytest.mark.parametrize("words", ["税额＝须长×|税率", "税额＝|须长×税率", "税额＝（须长＋|须宽）×税率", "税额|＝须长"])
def test_a_formula_goes_on_over_a_line_that_it_is_broken_in(words: str) -> None:
    found = said("规则\n第一条 略：\n" + words.replace("|", "\n") + "\n第二条 略。\n")
    assert [text for _, text in found] == ["略：", words.replace("|", ""), "略。"]


@pytest.mark.parametrize("word", ["自", "至", "违反", "包括", "下列", "超过", "处以", "低于"])
def test_an_article_goes_on_behind_a_word_that_leads_on(word: str) -> None:
    assert said(f"规则\n第一条 须{word}\n十日。\n第二条 略。\n") == [
        ("art_1__para_1", f"须{word}十日。"),
        ("art_2__para_1", "略。"),
    ]


def test_words_of_an_article_that_go_on_over_lines_are_no_title() -> None:
    text = "规则\n第一条 须证包括\n身份证\n户口簿\n第二条 须价\n每次十元\n第三条 须期\n每月\n"
    assert said(text)[0] == ("art_1__para_1", "须证包括身份证")


def test_an_item_that_goes_on_with_the_sentence_of_the_one_above_has_no_heading() -> None:
    found = said("规则\n第一条 禁止：\n（一）染须；\n（二）剃须\n但是，经店主同意的除外\n第二条 略。\n")
    assert ("art_1__para_1__point_2", "剃须") in found


INDENTED = """　　须规
　　第一条 为了规范须匠的经营活动，根据有
关法律，制定本规则。
　　第二条 须匠应当自开业之日起十日内备案。
逾期未备案的，由须局责令改正，可以处以罚
款。
　　须匠应当每年向须局提交报告；
　　须匠应当保存须样。
　　第三条 任何人有权举报须匠，须局应当处
理并且保密。
"""


def test_a_line_without_an_indent_goes_on_with_a_full_line_where_indents_tell_paragraphs() -> None:
    assert [words for eid, words in said(INDENTED) if eid.startswith("art_2")] == [
        "须匠应当自开业之日起十日内备案。逾期未备案的，由须局责令改正，可以处以罚款。",
        "须匠应当每年向须局提交报告；",
        "须匠应当保存须样。",
    ]
    paged = INDENTED.replace("备案。\n逾", "备案。\n— 1 —\n逾")
    assert [words for _, words in said(paged)] == [words for _, words in said(INDENTED)]


@pytest.mark.parametrize(
    "text",
    [
        INDENTED.replace("\u3000", ""),
        INDENTED.replace("十日内备案。\n", "十日内备案。\n\n"),
        INDENTED.replace("自开业之日起十日内备案。", "备案。"),
    ],
)
def test_a_line_without_an_indent_is_a_paragraph_where_indents_do_not_tell(text: str) -> None:
    words = "逾期未备案的，由须局责令改正，可以处以罚款。"
    assert ("art_2__para_2", words) in said(text)


@pytest.mark.parametrize("words", ["分为：（1）长须、（2）短须、（3）假须三类。", "应当提交：（一）须证，（二）须照。"])
def test_items_that_commas_part_in_a_sentence_are_its_words(words: str) -> None:
    assert said(f"规则\n第一条 {words}\n第二条 略。\n")[0] == ("art_1__para_1", words)


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("1．1—苯基—2—丙酮\n2．3，4—亚甲基\n3．须油", ["1—苯基—2—丙酮", "3，4—亚甲基", "须油"]),
        ("1.5—2米\n2.5—3米", ["1.5—2米", "2.5—3米"]),
    ],
)
def test_an_item_may_begin_with_the_number_in_the_name_of_a_chemical(lines: str, items: list[str]) -> None:
    found = said(f"规则\n第一条 略。\n附件\n须品目录\n{lines}\n")
    assert "".join(words for _, words in found[1:]) == "".join(items)
    assert (len(found) == 4) is ("．" in lines)


def test_an_item_that_the_format_sets_as_a_heading_and_with_nothing_below_it_has_words() -> None:
    from policydiff.ingest.markdown import hints

    text = "# 规则\n\n## 一、长须\n\n略。\n\n## 二、短须\n"
    made = parsed(text, hints=hints(text))
    assert [(one.heading, one.text) for one in made.provisions] == [("长须", ""), ("", "短须")]
