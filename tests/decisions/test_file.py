"""decisions.toml is the reviewers' own: what they wrote in it stays, and what is wrong with it is one line."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policydiff.decisions import add, read, remove
from policydiff.errors import DecisionsError
from policydiff.model import Decision

DECISION = Decision(
    number=1,
    documents=("central", "local"),
    verdict="reject",
    base=("art_1",),
    target=("lvl_1", "lvl_2"),
    fingerprint="0123456789abcdef",
    reason="两件事",
)
LABELS = {"art_1": "第一条"}, {"lvl_1": "一", "lvl_2": "二"}
BLOCK = """[[decision]]
documents = ["central", "local"]
verdict = "reject"
base = ["art_1"]
target = ["lvl_1"]
fingerprint = "0123456789abcdef"
"""


def other(number: int, **changes: str) -> Decision:
    return replace(DECISION, number=number, **changes)  # type: ignore[arg-type]


def test_no_file_is_no_decision(file: Path) -> None:
    assert read(file) == ()


def test_a_decision_is_read_as_it_was_written(file: Path) -> None:
    full = other(1, note="待查", by="王某", date="2026-01-02")
    assert add(file, full, *LABELS) == full
    dismissed = other(2, verdict="dismiss", rule="modality", words="应当")
    assert add(file, dismissed, *LABELS) == dismissed
    assert read(file) == (full, dismissed)


def test_the_file_says_what_it_is_and_cites_what_it_names(file: Path) -> None:
    add(file, DECISION, *LABELS)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert 'base = ["art_1"]  # 第一条\n' in text
    assert 'target = ["lvl_1", "lvl_2"]  # 一、二\n' in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(min_size=1), label=st.text())
def test_whatever_a_reviewer_writes_is_one_value(file: Path, words: str, label: str) -> None:
    file.unlink(missing_ok=True)
    add(file, other(1, note=words), {"art_1": label}, {})
    assert [(one.note, one.reason) for one in read(file)] == [(words, "两件事")]


def test_an_argument_that_is_no_unicode_is_written_all_the_same(file: Path) -> None:
    assert add(file, other(1, reason="\udcff两件事"), *LABELS).reason == "?两件事"


KEPT = "# 王某 2026\n\n" + BLOCK.replace("lvl_1", "lvl_9") + "# 见会议纪要\n\n# 下一条\n" + BLOCK


@pytest.mark.parametrize("text", [KEPT, KEPT.rstrip("\n"), KEPT.replace("\n", "\r\n"), "\ufeff" + KEPT])
def test_adding_leaves_every_byte_before_it_and_removing_it_again_leaves_nothing_behind(file: Path, text: str) -> None:
    before = text.encode("utf-8")
    file.write_bytes(before)
    add(file, DECISION, *LABELS)
    assert file.read_bytes().startswith(before)
    assert ("\r\n" in text) == (b"\r\n" in file.read_bytes()[len(before) :])
    assert remove(file, 3).target == ("lvl_1", "lvl_2")
    assert file.read_bytes().rstrip(b"\r\n") == before.rstrip(b"\r\n")


def test_removing_one_takes_its_lines_and_leaves_comments_and_the_order(file: Path) -> None:
    file.write_text(KEPT, encoding="utf-8")
    remove(file, 1)
    assert file.read_text(encoding="utf-8") == "# 王某 2026\n# 见会议纪要\n\n# 下一条\n" + BLOCK
    assert [one.number for one in read(file)] == [1]


def test_a_text_that_looks_like_a_decision_is_not_cut_in_two(file: Path) -> None:
    tricky = BLOCK + 'note = """\n[[decision]]\n# 引文\n"""\n\n' + BLOCK.replace("lvl_1", "lvl_9")
    file.write_text(tricky, encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"decision 1 cannot be told from the rest\. Take it out by hand\."):
        remove(file, 1)
    assert file.read_text(encoding="utf-8") == tricky


def test_a_list_written_in_another_way_is_left_alone(file: Path) -> None:
    written = "decision = []\n"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"Write each decision as a \[\[decision\]\]"):
        add(file, DECISION, *LABELS)
    assert file.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("number", [0, 2])
def test_what_is_not_there_cannot_be_removed(file: Path, number: int) -> None:
    add(file, DECISION, *LABELS)
    with pytest.raises(DecisionsError, match=f"there is no decision {number}. They run from 1 to 1."):
        remove(file, number)


def test_a_link_to_the_file_stays_a_link(file: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared.toml"
    shared.write_text(BLOCK, encoding="utf-8")
    file.symlink_to(shared)
    add(file, DECISION, *LABELS)
    assert file.is_symlink()
    assert len(tomllib.loads(shared.read_text(encoding="utf-8"))["decision"]) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BLOCK + "x", "is not valid TOML: "),
        ("[corpus]\n", "unknown key 'corpus'. Every decision is a [[decision]] table."),
        ("[decision]\n", "`decision` is not a list of tables."),
        (BLOCK + "\n" + BLOCK + 'why = "x"\n', "decision 2 (line 8): unknown key 'why'."),
        (BLOCK.replace('verdict = "reject"\n', ""), "decision 1 (line 1): verdict is missing."),
        (BLOCK.replace("reject", "refuse"), "verdict is 'refuse'. It must be one of confirm, reject, pair, "),
        (BLOCK.replace('["art_1"]', '"art_1"'), "base is not a list of ids."),
        (BLOCK.replace('["art_1"]', "[]"), "reject needs a provision in base and one in target."),
        (BLOCK.replace(', "local"', ""), "documents are not two."),
        (BLOCK + "note = 3\n", "note is not a text."),
        (BLOCK.replace("reject", "note"), "the note is missing."),
        (BLOCK.replace("reject", "dismiss"), "the rule is missing."),
        (BLOCK.replace("reject", "dismiss") + 'rule = "modality"\n', "the reason is missing."),
        (BLOCK.replace("reject", "pair").replace('["art_1"]', "[]").replace('["lvl_1"]', "[]"), "names no provision."),
        ("[" * 100000, "is not valid TOML: "),
    ],
)
def test_a_mistake_in_the_file_is_one_line_that_says_where(file: Path, text: str, message: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionsError) as error:
        read(file)
    assert message in str(error.value)
    assert str(error.value).startswith(str(file))
    assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_read_is_one_line(file: Path) -> None:
    file.write_bytes(b"\xff")
    with pytest.raises(DecisionsError, match=r"is not UTF-8 \(byte 0\)"):
        read(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(DecisionsError, match="cannot be read"):
        read(file)


def test_a_date_may_stand_without_quotation_marks(file: Path) -> None:
    file.write_text(BLOCK + "date = 2026-01-02\n", encoding="utf-8")
    assert [one.date for one in read(file)] == ["2026-01-02"]
