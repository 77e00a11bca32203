"""What a rule implements of a library."""

from __future__ import annotations

from policydiff.check.unfound import Unfound
from policydiff.errors import SuperiorError
from policydiff.library import RELATIONS, Entry, Library
from policydiff.library.describe import dated, describe
from policydiff.library.editions import Editions, Shelved
from policydiff.library.grounds import grounds
from policydiff.library.superiors import Found, Superior, implemented
from policydiff.model import Document, Relation


def superiors(rule: Document, library: Library | None, entry: Entry | None, today: str = "") -> Found[Document]:
    """What a rule implements of a library on a day, where `entry` is what corpus.toml says of the rule.

    SuperiorError where nothing is found names the documents that may be meant, and how to say so.
    """
    if library is None:
        raise SuperiorError(
            en=f"{rule.id}: there is no library here to find in what it implements. "
            "Name the superior rule with --base FILE, or the library with --library DIR.",
            zh=f"{rule.id}：这里没有文件库，无从查找它所依据的规定。"
            "请用 --base 指定上位法的文件，或者用 --library 指定文件库。",
        )
    own = entry.id if entry else ""
    relation = _relation(entry) if entry else None
    catalogue = [Shelved(library.entry(one)) for one in entry.related(relation)] if entry and relation else []
    editions = Editions([] if catalogue else [Shelved(one) for one in library.entries], today)
    found = implemented(rule, editions, own=own, catalogue=catalogue)
    if not found.superiors:
        said = describe(rule)
        seen = grounds(said, editions, own)
        raise Unfound(rule=rule, entry=entry, library=library, said=said, seen=seen).as_error()
    read_in = tuple(_read_in(one, relation) for one in found.superiors)
    return Found(superiors=read_in, missing=found.missing)


def _read_in(found: Superior[Shelved], relation: Relation | None) -> Superior[Document]:
    """A superior with its text and its date."""
    document = found.rule.document()
    date = dated(document, found.rule.entry.date)
    return Superior(rule=document, reason=found.reason, named=found.named, relation=relation, date=date)


def _relation(entry: Entry) -> Relation | None:
    """What corpus.toml says that a document is to others: that it implements some counts for more than what else."""
    return next((relation for relation in RELATIONS if entry.related(relation)), None)
