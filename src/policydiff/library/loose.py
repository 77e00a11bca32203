"""Local rules that nothing is set beside although their texts name what is, and the line that would set it there.

根据《胡须办法》，制定本细则。   the library has 胡须管理办法:   implements = ["beards"]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policydiff import toml
from policydiff.errors import PolicydiffError
from policydiff.library.describe import describe, title_key
from policydiff.library.editions import Editions, Held, Shelved
from policydiff.library.library import CATALOGUE, CORPUS, RELATIONS, Entry, Library
from policydiff.library.reading import document_of
from policydiff.model import Language

_MOST_READ = 50  # documents that are read to tell it


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """A rule that is compared with nothing, a title by which its text names its ground, and the documents of the
    library that bear this title or come nearest to it."""

    id: str
    named: str
    meant: tuple[str, ...]
    exact: bool

    def told(self, library: Library) -> Mapping[Language, str]:
        """That it is so, and what to write where it is to be compared."""
        catalogue = library.root / CORPUS / CATALOGUE
        line = f"implements = {toml.strings(self.meant[:1])}"
        held = f"{' and '.join(self.meant)}{'' if self.exact else ' by a title near that'}"
        held_zh = f"{'即' if self.exact else '名称相近的是'} {'、'.join(self.meant)}"
        return {
            "en": f"{self.id}: its text rests on 《{self.named}》, which the library holds as {held}; it is compared "
            f"with nothing. To have it compared, write into the entry {self.id} of {catalogue}: {line}",
            "zh": f"{self.id}：正文以《{self.named}》为依据，文件库中{held_zh}，尚未对照。"
            f"需要对照的，请在 {catalogue} 的 {self.id} 一项中写：{line}",
        }


def loose(library: Library) -> Iterator[Loose]:
    """Those of a library, as far as they can be read; none is looked for where there are too many to be read in
    passing, for a build tells of them."""
    alone = _alone(library)
    if not 0 < len(alone) <= _MOST_READ:
        return
    bases = {entry.id: _bases(entry) for entry in alone}
    if any(bases.values()):
        yield from among(library, [Shelved(entry) for entry in library.entries], bases)


def among(library: Library, documents: Iterable[Held], bases: Mapping[str, Sequence[str]]) -> Iterator[Loose]:
    """Those of a library whose texts name these titles as their grounds."""
    held = tuple(documents)
    keys = {one.id: one.key for one in held}
    editions = Editions(held)
    for entry in _alone(library):
        own = keys.get(entry.id) or title_key(entry.title)
        found = [one for name in bases.get(entry.id, ()) if (one := _found(entry.id, own, name, editions))]
        yield from sorted(found, key=lambda one: not one.exact)[:1]


def _alone(library: Library) -> list[Entry]:
    """The local rules of which the catalogue says nothing that they are compared with."""
    return [
        entry
        for entry in library.entries
        if entry.kind == "local" and not any(entry.related(relation) for relation in RELATIONS)
    ]


def _bases(entry: Entry) -> tuple[str, ...]:
    try:
        return describe(document_of(entry)).bases
    except PolicydiffError:  # a build tells of it
        return ()


def _found(id: str, own: str, name: str, editions: Editions[Held]) -> Loose | None:
    exact = editions.named(name)
    meant = (exact,) if exact else editions.alike(name, own)
    ids = tuple(one.id for one in meant if one.id != id and one.key != own)
    return Loose(id=id, named=name, meant=ids, exact=exact is not None) if ids else None
