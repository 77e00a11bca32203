"""What became of each file that was to be put into a library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from policydiff.errors import PolicydiffError
from policydiff.library.describe import Description
from policydiff.library.entries import Named
from policydiff.model import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A document that is in the library now, and what was found out about it. Articles and leaves are those of the rule
    without its annexes; `tracked` is how many tracked changes its file bears.

    `implements` pairs an id with the title by which the text names it; `missing` are titles that it names and
    nothing in the library bears, `near` those with the document that may be meant. `mentioned` are documents of the
    library that the text names without saying that it rests on them, `likely`, where the rule of a place names nothing,
    are rules that it speaks of, likeliest first (None where it names something); `implemented_by` are those that name
    this one as their ground and implement it in corpus.toml now, `needed_by` those of which that was not written.
    `translates` is what it translates, `may_translate` is what it may translate, and `translated_by` are documents
    that may translate it and do not say so. `same_as` has the same provisions under another title, or is one half
    of this text in two languages.
    """

    path: Path
    id: str
    file: str
    language: Language
    other_language: bool
    encoding: str
    description: Description
    articles: int
    leaves: int
    annexes: int
    problems: int
    tracked: int
    implements: Named
    near: Named
    missing: tuple[str, ...]
    mentioned: Named
    likely: Named | None
    implemented_by: tuple[str, ...]
    needed_by: tuple[str, ...]
    translates: tuple[str, ...]
    may_translate: tuple[str, ...]
    translated_by: tuple[str, ...]
    same_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """A file whose text the library holds already, in whatever format, as the document of that id."""

    path: Path
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A file that was not added, and why."""

    path: Path
    error: PolicydiffError

    def reason(self, language: Language = "en") -> str:
        """Why, as a line for the user that names the file."""
        said = self.error.told(language)
        return said if str(self.path) in said else f"{self.path}: {said}"


Outcome = Added | Twice | Left
