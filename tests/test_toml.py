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
    with pytest.raises(DecisionsError, match=r"cannot be written .*\. Check permissions and disk space\."):
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


@pytest.mark.parametrize(
    ("written", "english", "chinese"),
    [
        ('id = "a"\nid = "b"\n', "id stands twice", "id 写了两次，请删去一个"),
        ('id = "a"\nid = "b"', "id stands twice", "id 写了两次，请删去一个"),
        ("[document]\na = 1\n[document]\n", "written as [[document]]", "每个都写作 [[document]]"),
        ("[document]\na = 1\n[[document]]\n", "written as [[document]]", "每个都写作 [[document]]"),
        ("[[document]\n", "write [[document]]", "请写作 [[document]]"),
        ('file = "C:\\胡须"\n', "write / in place of \\", "路径中的 \\ 请写成 /"),
        ('file = "C:\\users"\n', "write / in place of \\", "路径中的 \\ 请写成 /"),
        ('id = "a\nb = 1\n', 'quotation mark " is missing', '缺半角引号 "'),
        ('a = "b', 'quotation mark " is missing', '缺半角引号 "'),
        ("a = 'b", 'quotation mark " is missing', '缺半角引号 "'),
        ('a = ["b" "c"]\n', "a comma or the bracket ] is missing", "缺半角逗号或者方括号 ]"),
        ("a = [\n", "a value or a bracket is missing", "缺少值或者方括号"),
        ('id: "a"\n', 'write key = "…"', '请写作 键 = "…"'),
        ('a = "b" 说明\n', "remarks behind #", "说明文字前面要有 #"),
        ("说明\n", "a remark begins with #", "说明文字前面要有 #"),
        ('a = "\x01"\n', "control character", "控制字符"),
        ("date = 2020-13-45\n", "2020-13-45 is no date", "2020-13-45 不是日期"),
        ("date = 2020-02-30\n", "2020-02-30 is no date", "2020-02-30 不是日期"),
        ("date = 2020-05\n", 'write "2020-05", in quotation marks', '请写作 "2020-05"'),
    ],
)
def test_of_a_common_mistake_it_is_said_in_both_languages_what_to_do(written: str, english: str, chinese: str) -> None:
    with pytest.raises(DecisionsError) as raised:
        toml.parsed(written, Path("a.toml"), DecisionsError)
    assert english in raised.value.told("en")
    assert chinese in raised.value.told("zh")
    assert raised.value.told("zh").endswith("），请更正。")


def test_of_what_is_nested_too_deeply_that_is_said() -> None:
    with pytest.raises(DecisionsError, match="brackets are nested too deeply") as raised:
        toml.parsed("a = " + "[" * 100_000, Path("a.toml"), DecisionsError)
    assert "括号套得过深" in raised.value.told("zh")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        *(('"2021"', "2021"), ('"2021-05"', "2021-05"), ('"2021-05-01"', "2021-05-01"), ('""', "")),
        *(("2021-05-01", "2021-05-01"), ("2021-05-01T08:00:00", "2021-05-01")),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(written: str, date: str) -> None:
    assert toml.parsed(f"date = {written}\n", Path("a.toml"), DecisionsError).date("date") == date


@pytest.mark.parametrize("written", ["去年", "2021-13", "2021-02-30", "2021年5月", "21", "2021-05-01 "])
def test_what_is_no_date_is_told_with_how_one_is_written(written: str) -> None:
    with pytest.raises(DecisionsError, match='Write date = "2021"') as raised:
        toml.parsed(f'date = "{written}"\n', Path("a.toml"), DecisionsError).date("date")
    assert '应写作 "2021"' in raised.value.told("zh")
