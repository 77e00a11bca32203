"""When two texts are the same words."""

from __future__ import annotations

import pytest

from policydiff.alignment import align
from policydiff.comparison import compare
from policydiff.comparison.sameness import slips
from policydiff.model import Row, Source
from policydiff.parsing import parse
from policydiff.presentation.redlines import combined
from policydiff.text import fold, skeleton


def row(base: str, target: str) -> Row:
    one, other = (parse(Source(text=f"第一条 {t}\n", origin="", sha256="", language="zh")) for t in (base, target))
    return compare(align(one, other)).rows[0]


@pytest.mark.parametrize(
    "target",
    [
        "理发店（含分店）应当在5日内申报；逾期的，没收剪刀。",
        "理发店(含分店)应当在５日内申报；逾期的,没收剪刀",
        "理发店（含分店） 应当在 5 日内申报 ；逾期的，没收剪刀。",
        "理髮店（含分店）應當在5日內申報；逾期的，沒收剪刀。",
    ],
)
def test_width_marks_blanks_and_traditional_characters_make_no_change(target: str) -> None:
    same = row("理发店（含分店）应当在5日内申报；逾期的，没收剪刀。", target)
    assert (same.status, same.findings) == ("unchanged", ())


@pytest.mark.parametrize(
    ("base", "target", "marked"),
    [
        ("处须价1.5倍以下的罚款。", "处须价15倍以下的罚款。", ("1.5", "15")),
        ("每日加收2‰的滞纳金。", "每日加收2%的滞纳金。", ("‰", "%")),
        ("须长≤30厘米的，免于登记。", "须长≥30厘米的，免于登记。", ("≤", "≥")),
        ("水温保持在-18℃以下。", "水温保持在18℃以下。", ("-",)),
    ],
)
def test_a_mark_of_a_number_makes_a_change_and_is_shown(base: str, target: str, marked: tuple[str, ...]) -> None:
    changed = row(base, target)
    assert changed.status == "changed"
    assert tuple(edit.text for edit in combined(changed.edits) if edit.op != "keep") == marked


def test_the_simplified_form_keeps_the_length() -> None:
    text = "國家機關應當，發佈 abc"
    assert fold(text) == "国家机关应当,发布 abc"
    assert len(fold(text)) == len(text)


def test_a_slip_is_no_change_but_is_told() -> None:
    slipped = row("对通报的问题和隐患不及时整改的", "对通报的间题和隐患不及时整改的")
    assert slipped.status == "unchanged"
    assert [(f.type, f.rule) for f in slipped.findings] == [("drafting", "look-alike")]
    assert "间题" in slipped.findings[0].target


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("应当偿还全部贷款。", "应当偿还全部货款。"),
        ("应当清扫地面。", "应当清扫墙面。"),
        ("应当清扫地面。", "应当清扫地面。"),
        ("未满三年的理发店", "未满五年的理发店"),
    ],
)
def test_another_word_is_no_slip(base: str, target: str) -> None:
    assert slips(base, target) == ()


def test_words_alone_decide() -> None:
    assert skeleton("　Ａ、理髮 店。") == skeleton("a理发店") == "a理发店"
