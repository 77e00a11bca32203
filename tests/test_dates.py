"""Days as texts print them."""

from __future__ import annotations

import pytest

from policydiff.dates import Day, days, english_days


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2021年5月1日", "2021-05-01"),
        ("2021 年 5 月 1 日", "2021-05-01"),
        ("２０２１年５月１日", "2021-05-01"),
        ("二〇二一年五月一日", "2021-05-01"),
        ("二○○四年十二月三十一日", "2004-12-31"),
        ("二Ｏ一八年一月一日", "2018-01-01"),
        ("二00一年10月20日", "2001-10-20"),
        ("2024年2月29日", "2024-02-29"),
    ],
)
def test_a_day_is_read_however_its_year_and_its_zero_are_printed(printed: str, day: str) -> None:
    assert [one.iso for one in days(f"自{printed}起施行")] == [day]


NONE = ("2018年13月40日", "2023年2月29日", "二〇二一年五月四十日", "2021年5月", "0000年1月1日")


@pytest.mark.parametrize("printed", NONE)
def test_what_is_no_day_of_the_calendar_is_none(printed: str) -> None:
    assert list(days(printed)) == []


def test_days_stand_where_the_text_has_them() -> None:
    text = "2021年5月1日通过，二〇二二年六月二日公布"
    assert list(days(text)) == [Day(iso="2021-05-01", start=0, end=9), Day(iso="2022-06-02", start=12, end=21)]


def test_days_in_english_are_read_in_either_order() -> None:
    text = "Adopted on October 28, 2001, amended on 5 May 2020; no day is February 30, 2021."
    assert [day.iso for day in english_days(text)] == ["2001-10-28", "2020-05-05"]
