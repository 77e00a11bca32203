"""Provisions as a reviewer names them: as the tool prints them, as drafters cite them, or by identifier."""

from __future__ import annotations

import re
from collections.abc import Callable

from policydiff.eid import Citation, find_place, labels
from policydiff.errors import QueryError
from policydiff.model import Document
from policydiff.presentation.citing import cited_alone
from policydiff.text import fold

_BETWEEN = re.compile(r"([、，,；;])")


def leaves_named(document: Document, text: str) -> tuple[str, ...]:
    """The leaves that a text names, in reading order; QueryError if it, or a part of it, names none.

    What the tool prints names the leaf it stands at; any other name of a provision names all leaves below it.
    """
    named = all_named(document, text, lambda name: _named(document, name))
    return tuple(leaf.eid for leaf in document.leaves() if leaf.eid in named)


def all_named(document: Document, text: str, called: Callable[[str], set[str]]) -> set[str]:
    """The provisions that a text names, where these are `called` by a single name; QueryError if a part names none.

    Several are separated by 、 or a comma; 第二款 after 第七条第一款 is of that article.
    """
    pieces = _BETWEEN.split(text)
    named: set[str] = set()
    at = 0
    before = ""
    while at < len(pieces):
        # English citations have commas in them: the longest stretch that is a name is taken.
        for end in range(len(pieces), at, -2):
            name = cited_alone("".join(pieces[at:end]).strip(), before)
            if found := called(name):
                named |= found
                at, before = end + 1, name
                break
        else:
            raise _unknown(document, "".join(pieces[at : at + 1]).strip() or text)
    return named


def is_one(text: str) -> bool:
    """Whether a text has nothing in it that separates names."""
    return not _BETWEEN.search(text)


def names_one(document: Document, text: str) -> bool:
    """Whether the text names provisions of the document."""
    try:
        return bool(leaves_named(document, text))
    except QueryError:
        return False


def _named(document: Document, name: str) -> set[str]:
    leaves = [leaf.eid for leaf in document.leaves()]
    said = {eid: _plain(label) for eid, label in labels(document).items()}
    asked = _plain(name)
    same = {eid for eid in said if asked in (said[eid], eid.lower())}
    if at_leaves := same.intersection(leaves):
        return at_leaves
    if same:
        return _below(document, same)
    understood = find_place(name.strip())
    if understood and understood[1] == (0, len(name.strip())):
        return {leaf for leaf in leaves if understood[0].matches(leaf)}
    return set()


def _below(document: Document, eids: set[str]) -> set[str]:
    """The leaves that provisions hold."""
    held = (below for top in document.walk() if top.eid in eids for below in top.walk())
    return {provision.eid for provision in held if provision.text}


def _plain(name: str) -> str:
    """A name without blanks, in one width and case."""
    return "".join(fold(name).split())


def _unknown(document: Document, name: str) -> QueryError:
    """That there is no such provision, and what there is."""
    said = labels(document)
    title = document.name
    if holder := _holder(document, name):
        return QueryError(
            en=f"{name}: no such provision in {title}, which has {said[holder]} without that part.",
            zh=f"{name}：{title}中没有这一条款；该文件有{said[holder]}，其中没有这一款、项。",
        )
    leaves = document.leaves()
    first, last = (said[leaves[place].eid] for place in (0, -1))
    return QueryError(
        en=f"{name}: no such provision in {title}, which runs from {first} to {last}.",
        zh=f"{name}：{title}中没有这一条款；该文件从{first}到{last}。",
    )


def unknown_to_both(base: Document, target: Document, text: str) -> QueryError:
    """That neither document has what a text names; where one of them has what would hold it, what is there."""
    holding = [document for document in (base, target) if _holder(document, text)]
    if len(holding) == 1:
        return _unknown(holding[0], text)
    return QueryError(
        en=f"{text}: no such provision in {base.name} or in {target.name}.",
        zh=f"{text}：{base.name}和{target.name}中都没有这一条款。",
    )


def _holder(document: Document, name: str) -> str:
    """The provision that would hold the one of this name, the lowest that there is; empty where there is none."""
    cited = find_place(name)
    steps = cited[0].steps if cited else ()
    holders = (Citation(steps=steps[:end]) for end in range(len(steps) - 1, 0, -1))
    return next((one.eid for holder in holders for one in document.walk() if holder.matches(one.eid)), "")
