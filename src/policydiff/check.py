"""A rule beside what it implements, which is found in the library, and what of it is to be checked.

    rule ──superiors──▶ what it implements ──check──▶ Check: a comparison with each, what was not found

What a rule implements is what the user names, else what the library answers (library/superiors.py). Where that rests
on a title that is nearly right, the title in the text is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policydiff import files
from policydiff.alignment import align
from policydiff.decisions import reviewed
from policydiff.errors import SuperiorError
from policydiff.library import RELATIONS, Entry, Library
from policydiff.library.describe import Description, Fact, describe, standing
from policydiff.library.editions import Editions, Shelved
from policydiff.library.grounds import Grounds, grounds
from policydiff.library.likely import likeliest
from policydiff.library.superiors import Found, Superior, implemented
from policydiff.messages import message
from policydiff.model import Comparison, Decision, Document, Finding, Lack, Language, Relation, Row
from policydiff.wording import AND, GAP, LACKS

_MOST_NAMED = 5

# What `check` and `report` say where they do not find what a rule implements.
_WORDS: dict[str, dict[Language, str]] = {
    "no-library": {
        "zh": "{rule}：这里没有文件库，无从查找它所依据的规定。"
        "请用 --base 指定上位法的文件，或者用 --library 指定文件库。",
        "en": "{rule}: there is no library here to find in what it implements. "
        "Name the superior rule with --base FILE, or the library with --library DIR.",
    },
    "nothing": {
        "zh": "{rule}：文件库中没有找到它所依据的规定。",
        "en": "{rule}: what it implements was not found in the library.",
    },
    "names": {"zh": "正文称依据{names}。", "en": "The text rests on {names}."},
    "names-nothing": {
        "zh": "正文中没有“根据《…》”之类的表述。",
        "en": "The text says nowhere 根据《…》.",
    },
    "candidates": {"zh": "可能是：{candidates}。", "en": "It may be: {candidates}."},
    "is-superior": {
        "zh": "{rule}：它本身就是上位法，文件库中没有它所依据的规定。",
        "en": "{rule}: is a superior rule itself, and what it rests on is not in the library.",
    },
    "instead": {
        "zh": "审查下位规定的，请改写下位规定：{followers}；查看各规定怎样落实它，用 policydiff trace --to {rule}。"
        "它另有上位法的，请指明：{ids}",
        "en": "To review a rule that implements it, name that rule instead: {followers}. What others made of it: "
        "policydiff trace --to {rule}. If there is a rule above it, say which: {ids}",
    },
    "follower": {"zh": "实施它的文件", "en": "FILE"},
    "no-candidates": {"zh": "文件库中没有上位法。", "en": "The library holds no superior rule."},
    "say": {"zh": "请指明：{ids}", "en": "Say which: {ids}"},
    "or": {"zh": " 或者 ", "en": " or "},
    "file": {"zh": "上位法的文件", "en": "FILE"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule beside each of its superiors, in the order in which it names them."""

    rule: Document
    description: Description
    found: Found[Document]
    comparisons: tuple[Comparison, ...]

    @property
    def calls(self) -> bool:
        """Whether there is anything to check: a finding or an omission."""
        return any(
            comparison.all_findings() or any(row.status == "omitted" for row in comparison.rows)
            for comparison in self.comparisons
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What is to be checked at one place of the rule; `row` is None of what is said of the rule as a whole."""

    row: Row | None
    findings: tuple[Finding, ...]


def check(
    rule: Document, found: Found[Document], decisions: Sequence[Decision] = (), entry: Entry | None = None
) -> Check:
    """The rule compared with each of its superiors, as reviewers decided; `entry` is what corpus.toml says of it."""
    comparisons = tuple(_compared(rule, superior, decisions) for superior in found.superiors)
    said = describe(rule)
    description = _as_catalogued(said, entry) if entry else said
    return Check(rule=rule, description=description, found=found, comparisons=comparisons)


def _as_catalogued(said: Description, entry: Entry) -> Description:
    """What a document says of itself, with what the catalogue says of it in its place."""
    return replace(
        said,
        issuer=Fact(value=entry.issuer, sure=True) if entry.issuer else said.issuer,
        date=Fact(value=entry.date, sure=True) if entry.date else said.date,
        kind=Fact(value=entry.kind, sure=True),
    )


def _compared(rule: Document, superior: Superior[Document], decisions: Sequence[Decision]) -> Comparison:
    """The rule beside a superior; that it calls it by another title is the first finding."""
    comparison = reviewed(align(superior.rule, rule), decisions)
    if superior.reason != "slip":
        return comparison
    title, named = f"《{superior.rule.name}》", f"《{superior.named}》"
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


def lack(superior: Superior[Document], comparison: Comparison) -> Lack:
    """What the rule does with what it does not have of a superior, as in `wording.fate`: by what the library says that
    it is to it, else by what the two say of themselves."""
    return LACKS[superior.relation] if superior.relation else standing(comparison.base, comparison.target)


def omissions(comparison: Comparison) -> tuple[Row, ...]:
    """What the superior has and the rule has not, in the order of the superior."""
    return tuple(row for row in comparison.rows if row.status == "omitted")


# ------------------------------------------------------------------------------------------ superiors


def superiors(rule: Document, library: Library | None, entry: Entry | None, today: str = "") -> Found[Document]:
    """What a rule implements of a library on a day, where `entry` is what corpus.toml says of the rule.

    SuperiorError where nothing is found names the documents that may be meant, and how to say so.
    """
    if library is None:
        raise SuperiorError(*(_WORDS["no-library"][language].format(rule=rule.id) for language in ("en", "zh")))
    own = entry.id if entry else ""
    catalogue = [Shelved(library.entry(one)) for one in _in_catalogue(entry)] if entry else []
    editions = Editions([] if catalogue else [Shelved(one) for one in library.entries], today)
    found = implemented(rule, editions, own=own, catalogue=catalogue)
    if not found.superiors:
        said = describe(rule)
        raise _nothing(rule, library, said, grounds(said, editions, own), entry)
    relation = _relation(entry) if catalogue and entry else None
    read_in = tuple(
        Superior(rule=one.rule.document(), reason=one.reason, named=one.named, relation=relation)
        for one in found.superiors
    )
    return Found(superiors=read_in, missing=found.missing)


def entry_of(library: Library, path: Path) -> Entry | None:
    """The document of a library that a file is."""
    return next((entry for entry in library.entries if files.is_same(entry.path, path)), None)


def _relation(entry: Entry) -> Relation | None:
    """What corpus.toml says that a document is to others: that it implements some counts for more than what else."""
    return next((relation for relation in RELATIONS if entry.related(relation)), None)


def _in_catalogue(entry: Entry) -> tuple[str, ...]:
    """What corpus.toml says that a document is compared with."""
    relation = _relation(entry)
    return entry.related(relation) if relation else ()


def _nothing(
    rule: Document, library: Library, said: Description, seen: Grounds[Shelved], entry: Entry | None
) -> SuperiorError:
    """That nothing was found, what may be meant, and how to say it; of a superior rule, what can be done with it."""
    is_superior = entry.kind == "central" if entry else said.kind == Fact(value="central", sure=True)
    tell = _of_superior_in if is_superior and not seen.near else _nothing_in
    return SuperiorError(*(tell(language, rule, library, said, seen, entry) for language in ("en", "zh")))


def _of_superior_in(
    language: Language,
    rule: Document,
    library: Library,
    said: Description,
    seen: Grounds[Shelved],
    entry: Entry | None,
) -> str:
    words = {key: forms[language] for key, forms in _WORDS.items()}
    followers = [one.id for one in library.entries if entry and entry.id in one.implements][:_MOST_NAMED]
    sentences = (
        words["is-superior"].format(rule=rule.id),
        words["names"].format(names=_in_row(said.bases, language)) if said.bases else "",
        words["instead"].format(
            rule=entry.id if entry else rule.id,
            followers=words["or"].join(followers or [words["follower"]]),
            ids=f"--base {words['file']}",
        ),
    )
    return GAP[language].join(filter(None, sentences))


def _in_row(titles: Sequence[str], language: Language) -> str:
    """The first titles that a text names."""
    return AND[language].join(f"《{name}》" for name in titles[:_MOST_NAMED])


def _nothing_in(
    language: Language,
    rule: Document,
    library: Library,
    said: Description,
    seen: Grounds[Shelved],
    entry: Entry | None,
) -> str:
    def word(key: str, **values: str) -> str:
        return _WORDS[key][language].format(**values)

    names = _in_row(said.bases, language)
    candidates = tuple(_candidates(rule, library, seen, entry.id if entry else ""))
    shown = AND[language].join(
        f"{entry.id}《{entry.title}》" if entry.title else entry.id for entry in candidates[:_MOST_NAMED]
    )
    sentences = (
        word("nothing", rule=rule.id),
        word("names", names=names) if names else word("names-nothing"),
        word("candidates", candidates=shown) if shown else word("no-candidates"),
        word("say", ids=word("or").join(f"--base {one}" for one in _to_say(seen, candidates) or [word("file")])),
    )
    return GAP[language].join(sentences)


def _to_say(seen: Grounds[Shelved], candidates: Sequence[Entry]) -> Sequence[str]:
    """The ids to choose from: those whose titles are near, else the first candidate."""
    near = tuple(dict.fromkeys(held.id for held, _ in seen.near))
    return near or tuple(entry.id for entry in candidates[:1])


def _candidates(rule: Document, library: Library, seen: Grounds[Shelved], own: str) -> Iterator[Entry]:
    """The rules that may be meant: titles near to what the text names, then what it mentions, then central rules, those
    that it speaks of most first."""
    named_central = [(entry.id, entry.title or entry.id) for entry in library.entries if entry.kind == "central"]
    central = (own_id for own_id, _ in likeliest(rule, named_central))
    named = (*(held.id for held, _ in (*seen.near, *seen.mentioned)), *central)
    return (library.entry(one) for one in dict.fromkeys(named) if one != own)
