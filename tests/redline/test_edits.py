"""A redline that a person can read."""

from __future__ import annotations

import pytest

from policydiff.redline import edits


def redline(base: str, target: str) -> str:
    shown = {"keep": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(shown[edit.op].format(edit.text) for edit in edits(base, target))


def test_equal_texts_are_one_kept_run() -> None:
    assert [(edit.op, edit.text) for edit in edits("修剪。", "修剪。")] == [("keep", "修剪。")]


def test_of_nothing_and_nothing_there_is_no_edit() -> None:
    assert edits("", "") == ()


@pytest.mark.parametrize(("base", "target", "shown"), [("修剪。", "", "[-修剪。-]"), ("", "修剪。", "{+修剪。+}")])
def test_a_text_against_nothing_is_one_edit(base: str, target: str, shown: str) -> None:
    assert redline(base, target) == shown


@pytest.mark.parametrize(
    ("base", "target", "shown"),
    [
        ("蓄须者应当每月修剪。", "蓄须者可以每月修剪。", "蓄须者[-应当-]{+可以+}每月修剪。"),
        ("蓄须者每月修剪。", "本区蓄须者每月修剪。", "{+本区+}蓄须者每月修剪。"),
        ("处五百元罚款。", "处一千元罚款。", "处[-五百元-]{+一千元+}罚款。"),
        ("A keeper shall trim the beard.", "A keeper may trim the beard.", "A keeper [-shall-]{+may+} trim the beard."),
        ("A fine of 100,000 yuan.", "A fine of 200,000 yuan.", "A fine of [-100,000-]{+200,000+} yuan."),
        ("处3,000,000元罚款。", "处3百万元罚款。", "处[-3,000,000元-]{+3百万元+}罚款。"),
    ],
)
def test_a_word_that_changed_is_shown_as_a_word(base: str, target: str, shown: str) -> None:
    assert redline(base, target) == shown


@pytest.mark.parametrize(
    ("base", "target", "shown"),
    [
        ("党政机关门户网站应当公开。", "党工委网站应当公开。", "[-党政机关门户网站-]{+党工委网站+}应当公开。"),
        ("各级胡须委员会负责修剪。", "街道胡须工委负责修剪。", "[-各级胡须委员会-]{+街道胡须工委+}负责修剪。"),
    ],
)
def test_a_phrase_that_was_replaced_is_not_shredded_into_single_characters(base: str, target: str, shown: str) -> None:
    assert redline(base, target) == shown


def test_a_sentence_in_between_is_kept_however_much_changes_around_it() -> None:
    kept = "理发店应当在每日营业结束以后清扫店堂并且记录清扫情况。"
    shown = redline(f"蓄须者每月修剪。{kept}假须检验。", f"店主培训理发师。{kept}画报公布。")
    assert kept in shown


def test_where_nothing_is_shared_the_whole_is_replaced_once() -> None:
    assert [edit.op for edit in edits("修剪胡须", "清扫店堂")] == ["delete", "insert"]


def test_no_word_is_cut_in_two() -> None:
    assert redline("trimming", "trimmed") == "[-trimming-]{+trimmed+}"


def test_a_phrase_in_both_is_kept_however_much_stands_around_it() -> None:
    base = "本级负责胡须登记。每月检查一次理发店。"
    target = (
        "为了深入推进胡须管理工作，落实各项要求，形成工作合力。每月检查一次理发店，"
        "并将检查结果向全体村民公布，接受社会各方面的监督和评议。"
    )
    assert "每月检查一次理发店" in [edit.text.strip("。，") for edit in edits(base, target) if edit.op == "keep"]


def test_a_sentence_split_over_two_leaves_keeps_its_phrases_among_long_insertions() -> None:
    base = "按照谁蓄须谁负责的原则，各店主要负责人承担第一责任，分管负责人承担直接责任。"
    target = (
        "提高对胡须工作重要性的认识，把修剪胡须摆在更加突出的位置，按照谁蓄须谁负责的要求层层压实、逐级传导。 "
        "各店要成立工作小组，定期研究并及时通报进展情况，主要负责人承担第一责任，对全年的检查和评议结果签字背书。"
    )
    kept = [edit.text for edit in edits(base, target) if edit.op == "keep"]
    assert any("按照谁蓄须谁负责" in text for text in kept)
    assert any("主要负责人承担第一责任" in text for text in kept)


def test_blanks_around_a_number_leave_the_number_as_it_is() -> None:
    found = edits("受到攻击且瘫痪6小时以上的", "受到攻击且瘫痪 6 小时以上的")
    assert "".join(edit.text for edit in found if edit.op == "keep") == "受到攻击且瘫痪6小时以上的"
    assert all(not edit.text.strip() for edit in found if edit.op != "keep")
