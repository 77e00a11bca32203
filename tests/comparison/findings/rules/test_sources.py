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
    target = "会员依照《理发法》（以下简称《须法》）和《胡须条例》登记须谱。"
    told = [new for _, new in quoted("added-instrument", "会员应当登记须谱。", target)]
    assert told == ["会员依照《理发法》", "和《胡须条例》"]


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
    base, target = "为了规范理发，根据《理发法》，制定本条例。", "为了规范理发，制定本办法。"
    assert quoted("instrument", base, target) == [("根据《理发法》", "")]


def test_an_instrument_is_quoted_without_the_one_before_it() -> None:
    base, target = "会员应当登记须谱。", "会员依照《理发法》《胡须法》和《梳子条例》登记须谱。"
    told = [new for _, new in quoted("added-instrument", base, target)]
    assert told == ["会员依照《理发法》", "《胡须法》", "和《梳子条例》"]


@pytest.mark.parametrize(
    ("ground", "own"),
    [
        ("", "根据《理发法》《胡须法》和《某省理发条例》"),
        ("根据《理发法》等有关法律，", "根据《理发法》《某省理发条例》等有关法律、法规"),
        ("根据《理发法》和《胡须法》，", "根据有关法律、法规"),
        ("根据《理发法》和《胡须法》，", "根据《染须条例》《某省理发条例》"),
    ],
)
def test_a_further_ground_and_one_that_holds_the_superior_s_are_not_told(ground: str, own: str) -> None:
    base = f"为了规范染须，{ground}制定本条例。"
    target = f"为了加强染须管理，{own}，结合本市实际，制定本办法。"
    frame = Frame.of(document(base, title="染须条例"), document(target))
    assert not [one for one in row_findings(base, target, frame, basis="role") if one.type == "reference"]


@pytest.mark.parametrize("own", ["", "根据《胡须法》，", "根据《理发法》和本市实际，"])
def test_a_ground_of_the_superior_that_is_dropped_is_told(own: str) -> None:
    base, target = "根据《理发法》和《剪刀法》，制定本条例。", f"为了规范染须，{own}制定本办法。"
    frame = Frame.of(document(base, title="染须条例"), document(target))
    told = [one.base for one in row_findings(base, target, frame, basis="role") if one.type == "reference"]
    assert "《剪刀法》" in "".join(told)


def test_what_the_target_names_elsewhere_is_not_said_to_be_there_no_more() -> None:
    base, target = "根据《中华人民共和国理发法》，制定本条例。", "制定本办法。"
    assert quoted("instrument", base, target) == [("根据《中华人民共和国理发法》", "")]
    assert "instrument" not in {one.rule for one in found(base, target, elsewhere="拔须的，依照《理发法》处罚。")}


def test_what_both_sides_cite_is_not_called_another_instrument() -> None:
    base = "会员染须的，依照《理发法》的规定登记须谱。"
    told = found(base, "会员染须的，依照《理发法》《胡须条例》的规定登记须谱。")
    assert [(one.rule, one.base) for one in told if one.type == "reference"] == [("instrument", "")]
