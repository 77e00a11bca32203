"""A title that is printed over lines is read whole, and nothing that stands beside it is put to it."""

from __future__ import annotations

import pytest
from tests.texts import parsed

from policydiff.model import Language

BODY = "\n\n第一条 须应当洁净。\n\n第二条 须应当梳理。\n"
ENGLISH_BODY = "\n\nArticle 1 A barber shall wash.\n\nArticle 2 A barber shall comb.\n"


def title(above: str, language: Language = "zh") -> str:
    body = BODY if language == "zh" else ENGLISH_BODY
    return parsed(above + body, language).title


@pytest.mark.parametrize(
    "printed",
    [
        "东市实施《胡须管理\n条例》办法",
        "东市实施《胡须管理条例》\n办法",
        "东市胡须登记和梳理\n　　管理办法（试行）",
        "东市胡须登记和梳理管理办法（试\n行）",
        "东市人民政府关于进一步加强全市须容\n管理工作的意见",
        "东市人民政府关于贯彻实施\n《胡须管理条例》进一步加强\n须容管理的意见",
        "关于修改〈胡须条例〉等\n三部条例的决定",
        "东市人民代表大会常务委员会\n关于修改《东市胡须登记和梳理\n管理条例》的决定",
        "关于印发《胡须管理办法》的\n通知",
        "胡须条例\n实施细则",
        "假须生产许可证\n管理办法",
        "假须生产质量标准\n监督管理办法",
        "须容行政执法\n监督条例",
        "假须染制作业场所劳\n动保护条例",
        "中华人民共和国\n胡须法",
        "关于胡须管理若干问题的\n解释",
    ],
)
def test_a_title_goes_on_over_lines(printed: str) -> None:
    assert title(printed) == printed.replace("\n", "").replace("　", "")


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("东市人民政府\n关于加强须容管理的意见", "关于加强须容管理的意见"),
        ("东市人民代表大会常务委员会\n胡须管理条例", "胡须管理条例"),
        ("东市人民代表大会常务委员会\n公告\n东市胡须条例", "东市胡须条例"),
        ("胡须部 假须总局\n关于须税有关问题的通知", "关于须税有关问题的通知"),
        ("东市胡须管理办法\n（试行）", "东市胡须管理办法"),
        ("关于加强须容管理的决议\n（试行）", "关于加强须容管理的决议"),
        ("东市胡须管理办法\n东市人民政府", "东市胡须管理办法"),
        ("东市地方性法规\n东市胡须管理办法", "东市胡须管理办法"),
        ("东市政务信息公开\n胡须管理办法", "胡须管理办法"),
        ("关于印发《东市胡须管理\n办法》的通知\n各科室：\n东市胡须管理\n办法\n（试行）", "东市胡须管理办法"),
    ],
)
def test_what_stands_in_a_line_of_its_own_is_put_to_no_title(above: str, own: str) -> None:
    assert title(above) == own


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("Measures of East City for the Implementation of the\nBeard Act", None),
        ("LAW OF THE REPUBLIC\nON BEARDS", None),
        ("Measures for the Trimming\nof Beards", None),
        ("Measures for the Trimming of Beards (Interim\nVersion)", None),
        ("East City Beard\nMeasures", None),
        ("Measures for Beards\n(Interim)", "Measures for Beards"),
        ("The Beard Council\nMeasures for Beards\nOrder No. 23 of the Beard Council", "Measures for Beards"),
        ("Measures for Beards\nThe Beard Council", "Measures for Beards"),
    ],
)
def test_an_english_title_goes_on_over_lines(above: str, own: str | None) -> None:
    assert title(above, "en") == (own or above.replace("\n", " "))


NOTICE = "关于印发《东市胡须管理\n办法》的通知\n现将《东市胡须管理办法》印发给你们。\n一、请学习。\n二、请报告。\n"


@pytest.mark.parametrize("mark", ["", "附件\n", "附件1\n"])
def test_a_notice_carries_a_rule_whose_title_goes_on_over_lines(mark: str) -> None:
    made = parsed(f"{NOTICE}{mark}东市胡须管理\n办法{BODY}")
    assert made.title == "东市胡须管理办法"
    assert [one.eid for one in made.provisions] == [
        "preamble__para_1", "preamble__lvl_1", "preamble__lvl_2", "art_1", "art_2"
    ]  # fmt: skip
