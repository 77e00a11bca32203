"""What comes so near to words that are gone or new that it may say them, or a part of them."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found

from policydiff.comparison.findings import Frame, row_findings
from policydiff.comparison.findings.row.elsewhere import Elsewhere
from policydiff.comparison.findings.row.partly import is_near, said_nearest

OTHER = "理发店每日营业前应当检查灯牌。"
LENT = "引导闲置剪刀有序向偏远街道转移，供学徒使用"


def nearest(words: str, row: str, elsewhere: str = OTHER) -> str:
    """What of a row or of another provision comes nearest to some words."""
    return said_nearest(words, row, Elsewhere(document(row, elsewhere)))


def test_a_sentence_with_the_words_in_another_order_and_style_is_laid_beside() -> None:
    row = "协会组织剪刀向偏远的街道有序流转，帮助学徒使用。理发店应当明码标价。"
    assert nearest(LENT, row) == "协会组织剪刀向偏远的街道有序流转，帮助学徒使用"


def test_what_another_provision_says_must_come_nearer() -> None:
    assert nearest(LENT, OTHER, "引导闲置剪刀有序向偏远街道转移，供店主使用。").startswith("引导闲置剪刀")
    assert not nearest(LENT, OTHER, "协会清点剪刀，登记偏远街道的店主。")


@pytest.mark.parametrize("words", ["", "协会", "，"])
def test_words_that_tell_nothing_have_nothing_near(words: str) -> None:
    assert nearest(words, OTHER) == ""


def test_a_sanction_says_no_part_of_a_duty() -> None:
    duty, sanction = "理发店应当为顾客备好消毒毛巾", "未为顾客备好消毒毛巾的，处五百元罚款。"
    assert not nearest(duty, sanction)
    assert nearest("未为顾客备好毛巾的，处以罚款", sanction)


def test_a_definition_says_no_part_of_a_duty() -> None:
    duty, defined = "理发店应当备好为顾客消毒的毛巾", "本条例所称毛巾，是指为顾客消毒后备好的毛巾。"
    assert not nearest(duty, defined)
    assert nearest(duty, defined.replace("，是指", "应当是"))
    assert nearest("本条例所称毛巾，是指为顾客备好的毛巾", defined)


def test_in_a_row_the_two_are_told_beside_each_other() -> None:
    base = f"协会负责学徒的培训，{LENT}。"
    told = found(base, "协会负责学徒的培训。协会组织剪刀向偏远的街道有序流转，帮助学徒使用。")
    (lost,) = (one for one in told if one.rule == "dropped-in-part")
    assert "未见原样规定，最接近的表述为“协会组织剪刀向偏远的街道有序流转”" in lost.message


def test_in_a_doubtful_row_it_is_told_as_well() -> None:
    base = f"协会负责学徒的培训，{LENT}。"
    target = "协会负责学徒的培训。协会组织剪刀向偏远的街道有序流转，帮助学徒使用。"
    told = row_findings(base, target, Frame.of(document(base), document(target)), basis="doubtful", score=0.5)
    assert "dropped-in-part" in {one.rule for one in told}


def test_what_is_shown_beside_a_clause_may_say_a_part_of_it_where_it_is_like_what_that_says() -> None:
    clause = "检查小组应当向被检查的染须店反馈初步检查意见"
    assert is_near(clause, "向被检查的染须店通报检查意见")
    assert not is_near(clause, "检查小组应当按时缴纳会费")
    assert not is_near(clause, "未向被检查的染须店反馈检查意见的，处五百元罚款")


def test_of_a_hardly_likely_pairing_too_what_comes_near_is_shown() -> None:
    base, target = f"协会负责学徒的培训，{LENT}。", "协会组织剪刀向偏远的街道有序流转，帮助学徒使用。"
    told = row_findings(base, target, Frame.of(document(base), document(target)), basis="doubtful", score=0.05)
    assert "dropped-in-part" in {one.rule for one in told}


def test_two_clauses_that_come_nearest_to_each_other_are_told_once() -> None:
    base = "理发店应当每日登记。未经协会许可转让染液的，公布理发店名称。督察报告应当定期向街道公开。"
    target = "理发店应当每日登记。考核和督察结果应当向街道公布，并存入档案。"
    both = {"dropped-in-part", "added-in-part"}
    assert len([one for one in found(base, target) if one.rule in both and "督察" in one.base + one.target]) == 1
