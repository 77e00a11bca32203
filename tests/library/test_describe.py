"""What a rule says of itself is read from it; what is guessed is told from what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.library.texts import CENTRAL, LOCAL, NOTICE

from policydiff.errors import NoProvisionError
from policydiff.library.describe import (
    UNKNOWN,
    Description,
    Fact,
    describe,
    effective,
    lack,
    may_translate,
    standing,
    title_key,
)
from policydiff.model import Document, Source
from policydiff.parsing import parse


def document(text: str) -> Document:
    return parse(Source(text=text, origin="", sha256="", language="zh"))


def described(text: str) -> Description:
    return describe(document(text))


def body(first: str, *, title: str = "东区胡须管理办法", approval: str = "") -> str:
    return f"{title}\n{approval}\n第一条 {first}\n第二条 胡须应当整洁。\n"


def test_a_line_in_brackets_below_a_rule_names_nobody() -> None:
    text = f"{body('胡须应当整洁。')}\n东区人民政府\n2021年5月6日\n（此件公开发布）\n"
    assert described(text).issuer == Fact(value="东区人民政府", sure=False)


def test_a_law_says_who_made_it_and_when_it_got_the_form_that_it_has() -> None:
    said = described(CENTRAL)
    assert said.title == Fact(value="中华人民共和国胡须法", sure=True)
    assert said.issuer == Fact(value="全国胡须代表大会", sure=True)
    assert said.date == Fact(value="2020-01-02", sure=True)
    assert said.kind == Fact(value="central", sure=True)
    assert said.bases == ()


def test_a_local_rule_says_what_it_rests_on_in_its_title_and_its_first_article() -> None:
    said = described(LOCAL)
    assert said.issuer == Fact(value="东省人民政府", sure=True)
    assert said.date == Fact(value="2021-05-06", sure=True)
    assert said.kind.value == "local"
    assert said.bases == ("中华人民共和国胡须法", "胡须修剪条例（试行）")


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("本法自2018年1月1日起施行。", "2018-01-01"),
        ("本辦法自二Ｏ一八年一月一日起實施。", "2018-01-01"),
        ("本法经2017年8月15日会议通过，自2018年 1月1日起施行。", "2018-01-01"),
        ("本法自2018年13月40日起施行。", ""),
        ("本法自公布之日起施行。2017年8月15日的办法同时废止。", ""),
    ],
)
def test_the_day_on_which_a_rule_enters_into_force_is_read_as_every_other_day(clause: str, day: str) -> None:
    assert effective(document(body(clause))) == day


def test_a_rule_that_is_cited_further_on_is_mentioned_and_no_ground() -> None:
    said = described(LOCAL)
    assert "剪刀管理规定" in said.mentions
    assert "剪刀管理规定" not in said.bases


def test_an_office_document_is_described_by_its_letterhead_and_number() -> None:
    said = described(NOTICE)
    assert said.issuer == Fact(value="西市胡须办公室", sure=True)
    assert said.date == Fact(value="2022", sure=False)
    assert said.bases == ("胡须法",)


@pytest.mark.parametrize(
    ("approval", "issuer", "date"),
    [
        ("（2021年1月2日东市第三届人民代表大会常务委员会第五次会议通过）", "东市人民代表大会常务委员会", "2021-01-02"),
        ("2021年1月2日 国务院批准\n2021年3月4日 胡须部发布", "胡须部", "2021-03-04"),
        ("2021年1月2日东市人民代表大会通过\n2021年3月4日东省人民代表大会批准", "东市人民代表大会", "2021-03-04"),
        ("2021年1月2日 中华人民共和国国务院令第7号公布\n2021年9月9日 施行", "国务院", "2021-01-02"),
        ("（2021年1月2日国家主席令第7号公布）", "", "2021-01-02"),
    ],
)
def test_approval_lines_tell_who_and_when(approval: str, issuer: str, date: str) -> None:
    said = described(body("制定本办法。", approval=approval))
    assert (said.issuer.value, said.date.value) == (issuer, date)


@pytest.mark.parametrize(
    ("approval", "issuer", "date"),
    [
        (
            "（2021年1月2日东市第三届人民代表大会常务委员会第五次会议通过 2022\n年3月4日东省人民代表大会常务委员会批准"
            " 2023年5月6日《关于修改〈东市剪\n刀管理办法〉等十二件规定的决定》修正）",
            "东市人民代表大会常务委员会",
            "2023-05-06",
        ),
        (
            "2021年1月2日 东市第三届人民代表大会常务委员会第五次会\n议通过\n"
            "2023年5月6日 东市第四届人民代表大会常务委员会第\n一次会议《关于修改〈东市剪刀管\n理办法〉的决定》修正",
            "东市人民代表大会常务委员会",
            "2023-05-06",
        ),
        ("2021年1月2日\n第三次会议讨论\n2021年3月4日 胡须部发布", "胡须部", "2021-03-04"),
        ("2021年3月4日 胡须部\n\n剪刀部发布", "胡须部、剪刀部", "2021-03-04"),
    ],
)
def test_notes_that_go_on_over_lines_tell_who_and_when(approval: str, issuer: str, date: str) -> None:
    said = described(body("制定本办法。", approval=approval))
    assert (said.issuer.value, said.date.value) == (issuer, date)
    assert said.title.value == "东区胡须管理办法"


@pytest.mark.parametrize(
    ("note", "issuer", "date"),
    [
        ("(Adopted at the 24th Session of the Standing Committee of the Ninth Beard Congress on October 28, 2001)",
         "Standing Committee of the Beard Congress", "2001-10-28"),
        ("Adopted at the 24th Session of the Standing Committee\nof the Ninth Beard Congress on October 28, 2001",
         "Standing Committee of the Beard Congress", "2001-10-28"),
        ("(Adopted by the Beard Congress on 3 May 2019; amended by the Comb Office on 5 June 2020)",
         "Beard Congress", "2020-06-05"),
        ("(Promulgated by Decree No. 23 of the Beard Council on January 3, 2004, effective as of May 1, 2004)",
         "Beard Council", "2004-01-03"),
        ("(Interim)\n(Issued on January 3, 2004 by the Ministry of Beards and Combs, and in force since 1 May 2004)",
         "Ministry of Beards and Combs", "2004-01-03"),
        ("(Promulgated by the President on January 3, 2004)", "", "2004-01-03"),
    ],
)  # fmt: skip
def test_an_english_text_tells_who_and_when(note: str, issuer: str, date: str) -> None:
    text = f"Measures for the Trimming\nof Beards\n{note}\n\nArticle 1 A barber shall wash.\nArticle 2 Done.\n"
    said = describe(parse(Source(text=text, origin="", sha256="", language="en")))
    assert (said.issuer.value, said.date.value) == (issuer, date)
    assert said.title.value == "Measures for the Trimming of Beards"


@pytest.mark.parametrize(
    ("title", "first", "bases", "kind"),
    [
        ("Measures of East Province for the Implementation of the Beard Law of the People's Republic of China",
         "Beards shall be tidy.", ["Beard Law of the People's Republic of China"], "local"),
        ("Rules of East City for Implementing the Regulations on Beard Licences", "Beards shall be tidy.",
         ["Regulations on Beard Licences"], "local"),
        ("Regulations of East Province Against Beards",
         "These Regulations are formulated in accordance with the Beard Law of the People's Republic of China and in "
         "light of the actual conditions of this Province.", ["Beard Law of the People's Republic of China"], "local"),
        ("Beard Rules", "Pursuant to the Regulations on Combs, these Rules are enacted.", ["Regulations on Combs"],
         "translation"),
        ("Beard Rules", "A barber shall be punished in accordance with the Comb Law.", [], "translation"),
        ("Beard Law of the People's Republic of China", "This Law is enacted to keep beards tidy.", [], "central"),
    ],
)  # fmt: skip
def test_an_english_text_tells_what_it_rests_on(title: str, first: str, bases: list[str], kind: str) -> None:
    text = f"{title}\n\nArticle 1 {first}\n\nArticle 2 Done.\n"
    said = describe(parse(Source(text=text, origin="", sha256="", language="en")))
    assert said.bases == tuple(bases)
    assert said.kind == Fact(value=kind, sure=False)


def test_a_decree_of_the_state_council_in_english_is_central() -> None:
    note = "(Promulgated by Decree No. 23 of the State Council on January 3, 2004)"
    text = f"Regulations on Beard Licences\n\n{note}\n\nArticle 1 A barber shall wash.\n\nArticle 2 Done.\n"
    said = describe(parse(Source(text=text, origin="", sha256="", language="en")))
    assert said.kind == Fact(value="central", sure=False)


@pytest.mark.parametrize(
    ("approval", "issuer", "date"),
    [
        ("（2021年1月2日東市第三屆人民代表大會常務委員會第五次會議通過）", "東市人民代表大會常務委員會", "2021-01-02"),
        ("2021年1月2日 中華人民共和國國務院令第7號公佈", "國務院", "2021-01-02"),
        ("（二〇二一年一月二日國家主席令第7號公佈）", "", "2021-01-02"),
    ],
)
def test_approval_lines_in_traditional_characters_tell_who_and_when(approval: str, issuer: str, date: str) -> None:
    said = described(body("根據《甲法》和乙條例，製定本辦法。", title="東省鬍鬚管理辦法", approval=approval))
    assert (said.issuer.value, said.date.value) == (issuer, date)
    assert said.title == Fact(value="東省鬍鬚管理辦法", sure=True)
    assert said.bases == ("甲法",)


def test_a_title_in_traditional_characters_says_what_the_rule_implements_and_of_which_kind_it_is() -> None:
    said = described(body("制定本辦法。", title="廣東省實施《鬍鬚管理條例》辦法"))
    assert said.bases == ("鬍鬚管理條例",)
    assert said.kind == Fact(value="local", sure=True)


@pytest.mark.parametrize(
    ("first", "bases"),
    [
        ("根据《甲法》、《乙法》和国务院《丙条例》等有关规定，制定本办法。", ("甲法", "乙法", "丙条例")),
        ("为了实施《甲法》，制定本办法。", ("甲法",)),
        ("根据甲乙法的有关规定，制定本办法。", ("甲乙法",)),
        ("根据宪法，制定本办法。", ()),
        ("根据有关法律，结合本区实际，制定本办法。", ()),
        ("胡须的修剪依照《甲法》执行。", ()),
        ("根据《东区胡须管理办法》，制定本办法。", ()),
        ("根据《东省实施〈甲法〉办法》，制定本办法。", ("东省实施〈甲法〉办法",)),
    ],
)
def test_grounds_stand_in_the_sentence_that_says_why_the_rule_is_made(first: str, bases: tuple[str, ...]) -> None:
    assert described(body(first)).bases == bases


@pytest.mark.parametrize(
    ("title", "bases"),
    [
        ("东省实施《甲乙法》办法", ("甲乙法",)),
        ("《甲乙法》实施细则", ("甲乙法",)),
        ("中华人民共和国甲乙法实施条例", ("中华人民共和国甲乙法",)),
        ("东省甲乙条例实施办法", ("甲乙条例",)),
        ("东省甲乙条例", ()),
    ],
)
def test_a_title_names_what_the_rule_implements(title: str, bases: tuple[str, ...]) -> None:
    assert described(body("制定本办法。", title=title)).bases == bases


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("山东省胡须条例", "local"),
        ("西市胡须条例", "local"),
        ("XX街道胡须办法", "local"),
        ("须河市政务服务条例", "local"),
        ("须河市民用剪刀条例", "local"),
        ("须河胡须产区条例", "local"),
        ("国旗法", "central"),
        ("乡镇理发条例", "central"),
        ("保税区理发办法", "central"),
        ("自然保护区理发条例", "central"),
        ("市场胡须条例", "central"),
        ("城市胡须条例", "central"),
        ("社区胡须条例", "central"),
        ("中华人民共和国乡镇胡须法", "central"),
    ],
)
def test_a_place_at_the_head_of_the_title_makes_a_rule_local(title: str, kind: str) -> None:
    assert described(body("制定本办法。", title=title)).kind.value == kind


def test_what_is_guessed_is_marked_as_a_guess() -> None:
    said = described("胡须\n第一条 胡须应当整洁。\n第二条 本规则自2021年6月1日起施行。")
    assert said.title == Fact(value="胡须", sure=False)
    assert said.date == Fact(value="2021-06-01", sure=False)
    assert not said.kind.sure
    assert said.issuer == UNKNOWN


def test_a_title_is_the_same_with_and_without_the_states_name_and_the_edition() -> None:
    assert title_key("《中华人民共和国胡须法》（2020年修正）") == title_key("胡须法")
    assert title_key("胡须法") != title_key("胡须条例")


@given(st.text(st.sampled_from("第一二三条章《》（）〔〕年月日0129通过公布根据制定实施，。\n东省国务院令号法 ")))
def test_any_text_can_be_described(text: str) -> None:
    try:
        document = parse(Source(text=text, origin="", sha256="", language="zh"))
    except NoProvisionError:
        return
    said = describe(document)
    assert said.kind.value in ("central", "local", "commentary")
    assert not said.title.sure or said.title.value


def stands(base: str, target: str) -> str:
    return standing(*(parse(Source(text=text, origin="", sha256=text, language="zh")) for text in (base, target)))


def test_what_the_library_says_of_two_texts_counts_for_more_than_what_they_say() -> None:
    law = document("胡须管理办法\n第一条 胡须应当整洁。\n第二条 每月修剪。\n")
    assert lack(None, law, law) == "revised"
    assert lack("quotes", law, law) == "unquoted"


NATIONAL = "胡须管理办法\n（2020年3月1日国务院公布）\n第一条 胡须应当整洁。\n第二条 每月修剪。\n"
PASSED = "省人民代表大会常务委员会通过）\n第一条 胡须应当整洁。\n第二条 每季修剪。\n"
EAST, WEST = (f"{place}省胡须管理条例\n（2021年3月1日{place}{PASSED}" for place in ("东", "西"))


@pytest.mark.parametrize(
    ("base", "target", "what"),
    [
        (NATIONAL, EAST, "omitted"),
        (NATIONAL, NATIONAL, "revised"),
        (EAST, EAST.replace("每季", "每年").replace("2021年", "2023年"), "revised"),
        (EAST, WEST, "unrelated"),
        (EAST, WEST.replace("第一条 ", "第一条 根据《东省胡须管理条例》，制定本条例。"), "omitted"),
        ("第一条 胡须应当整洁。\n第二条 每月修剪。\n", "第一条 胡须可以整洁。\n第二条 修剪。\n", "omitted"),
    ],
)
def test_what_two_texts_are_to_each_other_is_told_by_their_titles_grounds_and_kinds(
    base: str, target: str, what: str
) -> None:
    assert stands(base, target) == what


@pytest.mark.parametrize(
    ("base", "target", "translates"),
    [
        (NATIONAL, "Measures on Beards\nArticle 1 Beards shall be tidy.\n", True),
        (NATIONAL, "Eastern Province Measures on Beards\nArticle 1 Beards shall be tidy.\n", False),
        (EAST, "Eastern Province Measures on Beards\nArticle 1 Beards shall be tidy.\n", True),
        (NATIONAL, EAST, False),
    ],
)
def test_the_rule_of_a_place_in_another_language_is_no_translation_of_a_central_one(
    base: str, target: str, translates: bool
) -> None:
    read = (
        parse(Source(text=text, origin="", sha256=text, language="en" if text.isascii() else "zh"))
        for text in (base, target)
    )
    assert may_translate(*read) == translates
