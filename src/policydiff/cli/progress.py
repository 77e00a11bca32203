"""How far a long piece of work is."""

from __future__ import annotations

from typing import Any, TextIO

import click

from policydiff.cli.streams import is_terminal


class Bar:
    """Progress as a bar on a terminal, and nothing elsewhere."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._bar: Any = None

    def __call__(self, *, done: int, of: int, what: str) -> None:
        if not is_terminal(self._stream):
            return
        if self._bar is None:
            self._bar = click.progressbar(length=of, file=self._stream, item_show_func=lambda item: item or "")
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos, what)

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            if error[0] is None:
                self._bar.update(self._bar.length - self._bar.pos)
            self._bar.__exit__(None, None, None)
