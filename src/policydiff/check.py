"""A rule beside what it implements, which is found in the library, and what of it is to be checked.

    rule ──superiors──▶ what it implements ──check──▶ Check: a comparison with each, what was not found

What a rule implements is what the user names, else what corpus.toml says of it, else the titles in 根据《…》 and in its
own title. Where the library holds none of these titles, but one title alone that is nearly the same, that one is
compared, and the title in the text is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from policydiff import files
from policydiff.alignment import align
from policydiff.decisions import reviewed
from policydiff.errors import PolicydiffError, SuperiorError
from policydiff.ingest import read
from policydiff.library import RELATIONS, Entry, Library
from policydiff.library.describe import Description, describe
from policydiff.library.grounds import Grounds, Titles, grounds
from policydiff.model import Comparison, Decision, Document, Finding, Language, Row
from policydiff.parsing import parse
from policydiff.wording import CHECK, message

Reason = Literal["asked", "catalogue", "text", "slip"]

_MOST_NAMED = 5
_KINDS = ("central", "local")  # what a rule can rest on


@dataclass(frozen=True, slots=True, kw_only=True)
class Superior:
    """What a rule implements, and why it is taken to: the user `asked`, the `catalogue` says so, or the `text`, which
    names it by the title `named`; that title is a `slip` where it is not quite the superior's. `entry` is None of a
    file outside the library."""

    document: Document
    reason: Reason
    named: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule implements. `missing` are the titles that it names as its ground and the library does not hold."""

    superiors: tuple[Superior, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule beside each of its superiors, in the order in which it names them."""

    rule: Document
    description: Description
    found: Found
    comparisons: tuple[Comparison, ...]

    @property
    def calls(self) -> bool:
        """Whether there is anything to check: a finding or an omission."""
        return any(
            comparison.findings or any(row.findings or row.status == "omitted" for row in comparison.rows)
            for comparison in self.comparisons
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is to be checked at one place of the rule; `row` is None of what is said of the rule as a whole."""

    row: Row | None
    findings: tuple[Finding, ...]


def check(rule: Document, found: Found, decisions: Sequence[Decision] = ()) -> Check:
    """The rule compared with each of its superiors, as reviewers decided."""
    comparisons = tuple(_compared(rule, superior, decisions) for superior in found.superiors)
    return Check(rule=rule, description=describe(rule), found=found, comparisons=comparisons)


def _compared(rule: Document, superior: Superior, decisions: Sequence[Decision]) -> Comparison:
    """The rule beside a superior; that it calls it by another title is the first finding."""
    comparison = reviewed(align(superior.document, rule), decisions)
    if superior.reason != "slip":
        return comparison
    title, named = f"《{superior.document.title}》", f"《{superior.named}》"
    slip = Finding(
        type="drafting",
        base=title,
        target=named,
        message=message("cited-title", title, named, rule.language),
        rule="cited-title",
        eid=naming(rule, superior.named),
    )
    return replace(comparison, findings=(slip, *comparison.findings))


def naming(rule: Document, named: str) -> str:
    """The provision that names a title, by eid; empty where only the rule's own title does."""
    return next((leaf.eid for leaf in rule.leaves() if named and named in leaf.text), "")


def items(comparison: Comparison) -> tuple[Item, ...]:
    """Whatever is to be checked in the rule, in its own reading order; what is said of no place of it comes first."""
    whole: dict[str, list[Finding]] = {}
    for finding in comparison.findings:
        whole.setdefault(finding.eid, []).append(finding)
    order = {provision.eid: place for place, provision in enumerate(comparison.target.walk())}
    placed: list[tuple[int, Item]] = []
    for row in comparison.rows:
        on_the_whole = (one for eid in row.link.target for one in whole.pop(eid, ()))
        if row.link.target and (findings := (*row.findings, *on_the_whole)):
            placed.append((order.get(row.link.target[0], -1), Item(row=row, findings=findings)))
    placed += [(order.get(eid, -1), Item(row=None, findings=tuple(said))) for eid, said in whole.items()]
    return tuple(item for _, item in sorted(placed, key=lambda pair: pair[0]))


def omissions(comparison: Comparison) -> tuple[Row, ...]:
    """What the superior has and the rule has not, in the order of the superior."""
    return tuple(row for row in comparison.rows if row.status == "omitted")


# ------------------------------------------------------------------------------------------ superiors


def superiors(rule: Document, library: Library | None, entry: Entry | None) -> Found:
    """What a rule implements of a library, where `entry` is what corpus.toml says of the rule.

    SuperiorError where nothing is found names the documents that may be meant, and how to say so.
    """
    if library is None:
        raise SuperiorError(*(CHECK["no-library"][language].format(rule=rule.id) for language in ("en", "zh")))
    if entry and (named := _in_catalogue(entry)):
        return Found(superiors=tuple(_superior(library.entry(one), "catalogue") for one in named))
    own = entry.id if entry else ""
    said = describe(rule)
    said_grounds = grounds(said, _titles(library, own), own)
    reason: Reason = "text" if said_grounds.held else "slip"
    rests_on = dict(said_grounds.held or said_grounds.clear)
    if not rests_on:
        raise _nothing(rule, library, said, said_grounds, own)
    near = dict.fromkeys(name for _, name in said_grounds.near if name not in rests_on.values())
    return Found(
        superiors=tuple(_superior(library.entry(held), reason, name) for held, name in rests_on.items()),
        missing=(*said_grounds.missing, *near),
    )


def entry_of(library: Library, path: Path) -> Entry | None:
    """The document of a library that a file is."""
    return next((entry for entry in library.entries if files.is_same(entry.path, path)), None)


def _in_catalogue(entry: Entry) -> tuple[str, ...]:
    """What corpus.toml says that a document is compared with; what it implements, if anything, alone."""
    return next((related for relation in RELATIONS if (related := entry.related(relation))), ())


def _superior(entry: Entry, reason: Reason, named: str = "") -> Superior:
    document = parse(read(entry.path, entry.language), id=entry.id, title=entry.title)
    return Superior(document=document, reason=reason, named=named, entry=entry)


def _titles(library: Library, own: str) -> Titles:
    """The rules of a library by their titles: central ones before local ones, the latest edition before the others."""
    titles = Titles()
    rules = [entry for entry in library.entries if entry.kind in _KINDS and entry.id != own]
    newest_first = sorted(rules, key=lambda entry: entry.date, reverse=True)
    for entry in sorted(newest_first, key=lambda entry: _KINDS.index(entry.kind)):
        titles.put(entry.id, entry.title or _own_title(entry))
    return titles


def _own_title(entry: Entry) -> str:
    """The title that stands in a document; none where it cannot be read, of which a build tells."""
    try:
        return parse(read(entry.path, entry.language)).title
    except PolicydiffError:
        return ""


def _nothing(rule: Document, library: Library, said: Description, seen: Grounds, own: str) -> SuperiorError:
    """That nothing was found, what may be meant, and how to say it."""
    return SuperiorError(*(_nothing_in(language, rule, library, said, seen, own) for language in ("en", "zh")))


def _nothing_in(
    language: Language, rule: Document, library: Library, said: Description, seen: Grounds, own: str
) -> str:
    def word(key: str, **values: str) -> str:
        return CHECK[key][language].format(**values)

    comma = CHECK["and"][language]
    names = comma.join(f"《{name}》" for name in said.bases[:_MOST_NAMED])
    candidates = tuple(_candidates(library, seen, own))
    shown = comma.join(
        f"{entry.id}《{entry.title}》" if entry.title else entry.id for entry in candidates[:_MOST_NAMED]
    )
    sentences = (
        word("nothing", rule=rule.id),
        word("names", names=names) if names else word("names-nothing"),
        word("candidates", candidates=shown) if shown else word("no-candidates"),
        word("say", ids=word("or").join(f"--base {one}" for one in _to_say(seen, candidates))),
    )
    return CHECK["gap"][language].join(sentences)


def _to_say(seen: Grounds, candidates: Sequence[Entry]) -> Sequence[str]:
    """The ids to choose from: those whose titles are near, else the first candidate; a file where there is none."""
    near = tuple(dict.fromkeys(held for held, _ in seen.near))
    return near or tuple(entry.id for entry in candidates[:1]) or ("FILE",)


def _candidates(library: Library, seen: Grounds, own: str) -> Iterator[Entry]:
    """The rules that may be meant: titles near to what the text names, then what it mentions, then central rules."""
    central = (entry.id for entry in library.entries if entry.kind == "central")
    named = (*(held for held, _ in (*seen.near, *seen.mentioned)), *central)
    return (library.entry(one) for one in dict.fromkeys(named) if one != own)
