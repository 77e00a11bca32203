"""Regular expressions that are compiled when they are first asked for something.

Compiling all that the program knows takes 0.15 s, of which a rule in Chinese asks half. What few texts ask, such as
what reads English where Chinese stands beside it, is written as an `expression`; what every line is asked stays a
`re.compile`, whose methods are found a little sooner.
"""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "flags")


class _Expression:
    """Stands for a pattern; once it has been asked for anything, it hands out what the pattern has."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name, name=name, obj=self)
        compiled = re.compile(self.pattern, self._flags)
        for asked in _ASKED:
            setattr(self, asked, getattr(compiled, asked))
        return getattr(self, name)


def expression(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """The pattern, which is compiled when it is first asked; `re.error` is raised then if it is none."""
    return cast("re.Pattern[str]", _Expression(source, flags))
