"""What stands above and below the provisions."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from tests.texts import parsed


class Lines(tuple[Any, ...]):
    """Lines that count how many of them are copied."""

    copied = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        if isinstance(at, slice):
            Lines.copied += len(found)
        return found


def test_in_a_text_without_numbers_no_line_asks_for_all_lines_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = import_module("policydiff.parsing.frame")
    opening = frame._opening

    def counted(lines: tuple[Any, ...], *arguments: Any, **named: Any) -> Any:
        return opening(Lines(lines), *arguments, **named)

    monkeypatch.setattr(frame, "_opening", counted)
    text = "剃须管理办法\n" + "剃须用具应当每日消毒。\n" * 300
    document = parsed(text)
    assert len(document.provisions) >= 300
    assert 0 < Lines.copied < 60 * 300
