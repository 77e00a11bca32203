"""TOML that people write, and the errors that its readers name."""

from __future__ import annotations

from pathlib import Path

import pytest

from policydiff import toml
from policydiff.errors import DecisionsError, GoldError, PolicydiffError, SearchClusterError


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Macs"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_is_read_whatever_an_editor_puts_in_front_and_at_line_ends(tmp_path: Path, mark: str, end: str) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(f'{mark}# 胡须{end}title = "胡须"{end}'.encode())
    assert toml.read(file, GoldError).text("title") == "胡须"


@pytest.mark.parametrize("error", [DecisionsError, SearchClusterError])
@pytest.mark.parametrize(
    "written", ["a = \n", 'a = "b"\na = "c"\n', "\udcff", None], ids=["cut", "twice", "bytes", "gone"]
)
def test_a_mistake_is_the_error_that_the_reader_names_in_both_languages(
    tmp_path: Path, written: str | None, error: type[PolicydiffError]
) -> None:
    file = tmp_path / "a.toml"
    if written is not None:
        file.write_bytes(written.encode("utf-8", "surrogateescape"))
    with pytest.raises(error) as raised:
        toml.read(file, error)
    assert raised.type is error
    assert raised.value.told("en").startswith(f"{file}: ")
    assert raised.value.told("zh").startswith(f"{file}：")
    assert raised.value.told("zh").endswith("。")


def test_what_cannot_be_written_is_the_error_that_the_writer_names(tmp_path: Path) -> None:
    with pytest.raises(DecisionsError, match="cannot be written"):
        toml.write(tmp_path / "none" / "a.toml", "", DecisionsError)


@pytest.mark.parametrize(
    ("line", "wide", "half"),
    [
        *(("a = “b”", "“", '"'), ('a = "b”', "”", '"')),
        *(("a ＝ 1", "＝", "="), ("a = [1，2]", "，", ","), ("［a]", "［", "[")),
    ],
)
def test_of_a_mark_of_a_chinese_keyboard_it_is_said_which_belongs_there(line: str, wide: str, half: str) -> None:
    with pytest.raises(DecisionsError) as raised:
        toml.parsed(f"# 胡须\n{line}\n", Path("a.toml"), DecisionsError)
    assert f"; write {half} in place of {wide}. Correct it there." in raised.value.told("en")
    assert raised.value.told("zh").endswith(f"个字符处有误（{wide} 应为半角 {half}），请更正。")


def test_of_words_without_quotation_marks_it_is_said_that_they_need_some() -> None:
    with pytest.raises(DecisionsError, match="put words between quotation marks") as raised:
        toml.parsed("a = 中文\n", Path("a.toml"), DecisionsError)
    assert raised.value.told("zh").endswith('个字符处有误（文字两边要有半角引号 "），请更正。')
    with pytest.raises(DecisionsError) as raised:
        toml.parsed("a = \n", Path("a.toml"), DecisionsError)
    assert "quotation" not in raised.value.told("en")
