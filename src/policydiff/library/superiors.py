"""What a rule implements, and how that is known: the one answer of `check`, `report` and `trace`.

    asked        the user names it
    catalogue    implements = ["central-2017"] in corpus.toml
    text         东省实施《胡须法》办法, 根据《胡须法》制定本办法: the edition in force
    slip         根据《胡须发》制定本办法: nothing bears that title, one title alone is nearly the same
    words        it names nothing: the rule that most of its provisions sound like, for whoever looks for that

The first of these that finds something has the last word. Whatever the text rests on besides is told as not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from policydiff.library.describe import describe, title_key
from policydiff.library.editions import Editions, Held, is_slip
from policydiff.library.grounds import grounds
from policydiff.model import Document, KnownBy, Relation
from policydiff.text import is_chinese

Rule = TypeVar("Rule")


@dataclass(frozen=True, slots=True, kw_only=True)
class Superior(Generic[Rule]):
    """A rule that a document implements, how that is known, and the title by which the text names it; where that is a
    `slip` it is not quite the rule's own. `relation` is what the catalogue says that the document is to it, if it
    says it; `date` is when its edition was made, where that is known."""

    rule: Rule
    reason: KnownBy
    named: str = ""
    relation: Relation | None = None
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Generic[Rule]):
    """What a document implements. `missing` are the titles of its grounds that none of the superiors bears: the library
    does not hold them, or somebody said that it implements others."""

    superiors: tuple[Superior[Rule], ...] = ()
    missing: tuple[str, ...] = ()


def implemented(
    document: Document,
    editions: Editions[Held],
    *,
    own: str,
    catalogue: Sequence[Held],
    by_words: Callable[[], Iterable[Held]] = tuple,
) -> Found[Held]:
    """What a document implements, which is `own` of the library if any and of which corpus.toml says this."""
    if catalogue:
        superiors = tuple(Superior(rule=one, reason="catalogue") for one in catalogue)
        return Found(superiors=superiors, missing=besides(document, {one.key for one in catalogue}))
    said = grounds(describe(document), editions, own)
    reason: KnownBy = "text" if said.held else "slip"
    named: dict[str, Superior[Held]] = {}
    for one, name in said.held or said.clear:
        named.setdefault(one.id, Superior(rule=one, reason=reason, named=name))
    compared = {superior.named for superior in named.values()}
    near = dict.fromkeys(name for _, name in said.near if name not in compared)
    by_its_words = () if named else (Superior(rule=one, reason="words") for one in by_words())
    return Found(superiors=(*named.values(), *by_its_words), missing=(*said.missing, *near))


def besides(document: Document, keys: Collection[str]) -> tuple[str, ...]:
    """The titles that a document says it rests on, but for those of the rules of these keys; nothing where one of the
    keys is that of a translation, whose original may be any of them."""
    if not all(any(map(is_chinese, key)) for key in keys):
        return ()
    named = describe(document).bases
    return tuple(name for name in named if title_key(name) not in keys and not any(is_slip(name, key) for key in keys))
