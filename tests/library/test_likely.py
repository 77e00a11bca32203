"""Which rules a text that names no ground may rest on."""

from __future__ import annotations

from tests.texts import parsed

from policydiff.library.likely import LIKELY, likeliest

TEXT = """东市胡须管理细则

第一条 为了加强胡须管理，根据有关法律、法规规定，制定本细则。
第二条 在城市食堂、城市公园内蓄留胡须的，应当登记胡须长度。
第三条 胡须应当每月修剪。
"""


def test_what_a_text_speaks_of_comes_before_what_it_only_shares_common_words_with() -> None:
    titles = ("城市食堂管理条例", "中华人民共和国船舶法", "城镇胡须管理条例", "")
    found = likeliest(parsed(TEXT), [(title, title) for title in titles])
    assert [title for title, _ in found] == ["城镇胡须管理条例", "城市食堂管理条例", "中华人民共和国船舶法", ""]
    assert [score >= LIKELY for _, score in found] == [True, False, False, False]


def test_of_rules_that_are_equally_likely_the_order_stays() -> None:
    same = [(number, "胡须法") for number in (1, 2, 3)]
    assert [number for number, _ in likeliest(parsed(TEXT), same)] == [1, 2, 3]
