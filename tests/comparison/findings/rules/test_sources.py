"""What is cited: which titles are instruments, and which citations are one."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules

from policydiff.comparison.findings import Frame, row_findings


@pytest.mark.parametrize("title", ["《染须申请表》", "《胡须保管书》", "《须情日报》"])
def test_a_form_is_no_instrument(title: str) -> None:
    assert "added-instrument" not in rules("会员应当登记须谱。", f"会员应当在{title}上登记须谱。")


@pytest.mark.parametrize("title", ["《染须许可证》", "《染须办法》", "《染须议定书》", "《染须管制清单》"])
def test_what_lays_something_down_is_one(title: str) -> None:
    assert "added-instrument" in rules("会员应当登记须谱。", f"会员应当按照{title}登记须谱。")


def test_an_instrument_s_short_name_is_no_other_instrument() -> None:
    base, target = "制定本法。", "根据《理发法》（以下简称《须法》）和《胡须条例》，制定本办法。"
    assert quoted("instrument", base, target) == [("", "根据《理发法》"), ("", "和《胡须条例》")]


def test_an_article_that_a_local_rule_cites_by_the_law_s_title_is_the_law_s_own() -> None:
    base, target = "依照本法第八条的规定染须的，没收剪刀。", "依照《理发法》第八条的规定染须的，没收剪刀。"
    told = {
        law: {f.rule for f in row_findings(base, target, Frame.of(document(base, title=law), document(target)))}
        for law in ("中华人民共和国理发法", "中华人民共和国染发法")
    }
    assert ["reference" in told[law] for law in told] == [False, True]


def test_the_paragraph_before_is_an_article_of_its_own() -> None:
    assert not rules("会员应当决定本法第八条规定的事项。", "会员应当决定前款规定的事项。") & {"reference", "scope"}


def test_where_one_side_cites_nothing_its_clause_is_not_called_what_it_cites() -> None:
    base, target = "染须的，依照有关规定处理。", "染须的，依照《理发法》的有关规定处理。"
    (told,) = [one for one in found(base, target) if one.type == "reference"]
    assert told.rule == "added-instrument"
    assert told.message.startswith("对应处“依照《理发法》”援引了文件，上位法的相应处“依照有关规定处理”没有援引")
    (lost,) = [one for one in found(target, base) if one.type == "reference"]
    assert "对应处“依照有关规定处理”没有援引" in lost.message


def test_what_a_rule_rests_on_is_not_laid_beside_the_words_that_make_it() -> None:
    base, target = "为了规范理发，制定本法。", "为了规范理发，根据《理发法》，制定本办法。"
    assert quoted("instrument", base, target) == [("", "根据《理发法》")]


def test_an_instrument_is_quoted_without_the_one_before_it() -> None:
    base, target = "为了蓄须，制定本法。", "为了蓄须，根据《理发法》《胡须法》和《梳子条例》，制定本办法。"
    told = [new for _, new in quoted("instrument", base, target)]
    assert told == ["根据《理发法》", "《胡须法》", "和《梳子条例》"]
