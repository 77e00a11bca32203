"""A reviewer's words → a decision: what is named is looked up in the comparison as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from policydiff.decisions.fingerprint import fingerprint, turned
from policydiff.decisions.marks import placed
from policydiff.decisions.places import leaves_named, names_one, unknown_to_both
from policydiff.eid import SEPARATOR, labels
from policydiff.errors import QueryError
from policydiff.messages import quotations
from policydiff.model import Comparison, Decision, Document, Finding, Row, Sides
from policydiff.wording import FINDING, RULE, TOLD_AS, rule_name, told_as

NOWHERE = ("-", "—", "–")
_Eids = tuple[str, ...]
_MOST_NAMED = 5
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What a reviewer named on each side: leaves, () for "-", None where nothing was said."""

    base: _Eids | None
    target: _Eids | None

    def within(self, row: Row) -> bool:
        """Whether the row holds all that was named, and nothing on a side said to be empty."""
        sides = ((self.base, row.link.base), (self.target, row.link.target))
        return all(named is None or (set(named) <= set(has) if named else not has) for named, has in sides)

    def somewhere(self) -> _Named:
        """The same with "-" read as: no provision of this side is meant."""
        return _Named(base=self.base or None, target=self.target or None)


def made(comparison: Comparison, asked: Decision, places: Sequence[str]) -> Decision:
    """The decision that was `asked` for about the provisions that `places` name, first the base's, then the target's.

    One place is enough where the comparison knows the other side; "-" stands for none. QueryError says what cannot be
    decided, and why.
    """
    parts = [part.strip() for place in places for part in place.split("→")]
    if asked.verdict == "dismiss":
        _refuse_without_rule(comparison, asked)
    named = _named(comparison, asked, parts)
    match asked.verdict:
        case "confirm":
            decided = _confirmed(comparison, asked, named)
        case "reject":
            decided = _rejected(comparison, asked, named.somewhere())
        case "pair":
            decided = _paired(asked, named, parts)
        case "note":
            decided = _noted(comparison, asked, named.somewhere())
        case "dismiss":
            decided = _dismissed(comparison, asked, named)
    found = fingerprint(comparison.base, comparison.target, decided.verdict, decided.sides)
    return replace(decided, fingerprint=found)


def _named(comparison: Comparison, asked: Decision, places: Sequence[str]) -> _Named:
    base, target = comparison.base, comparison.target
    if len(places) > 2:
        raise QueryError(
            en="more than two places are named. Give one of BASE and one of TARGET, in quotation marks.",
            zh="条款多于两处。请写上位法一处、规定一处，各加引号。",
        )
    if len(places) == 1 and places[0] not in NOWHERE:
        [place] = places
        in_base, in_target = names_one(base, place), names_one(target, place)
        if in_base and in_target:
            return _of_one_row(comparison, asked, place)
        if in_target:
            return _Named(base=None, target=leaves_named(target, place))
        if not in_base:
            raise unknown_to_both(base, target, place)
    sides = [_leaves(document, place) for document, place in zip((base, target), places, strict=False)]
    return _Named(base=sides[0] if sides else None, target=sides[1] if len(sides) > 1 else None)


def _of_one_row(comparison: Comparison, asked: Decision, place: str) -> _Named:
    """The row of a place that both documents have, where one row alone has any of it; of a finding that is dismissed,
    the place where it alone is found."""
    base, target = set(leaves_named(comparison.base, place)), set(leaves_named(comparison.target, place))

    def has(at: Sides) -> bool:
        return not (base.isdisjoint(at[0]) and target.isdisjoint(at[1]))

    found = [(one.base, one.target) for one in _of_kind(comparison, asked)] if asked.verdict == "dismiss" else []
    rows = [row.link.sides for row in comparison.rows]
    places = list(dict.fromkeys(filter(has, found))) or list(filter(has, rows))
    if len(places) > 1:
        calls = "; ".join(_call(comparison, asked, one) for one in places[:_MOST_ROWS])
        more = "…" if len(places) > _MOST_ROWS else ""
        raise QueryError(
            en=f"{place} is a provision of both documents. Name both sides, BASE's first; - names none: {calls}{more}",
            zh=f"两份文件中都有{place}，请写明两侧，先写上位法的，没有的一侧写 -：{calls}{more}",
        )
    [(base_eids, target_eids)] = places
    return _Named(base=base_eids, target=target_eids)


def _call(comparison: Comparison, asked: Decision, at: Sides) -> str:
    """The call that asks for the same at one row, to be copied."""
    sides = zip((comparison.base, comparison.target), at, strict=True)
    row = " → ".join(_said(document, eids) or NOWHERE[0] for document, eids in sides)
    options = (("words", asked.words), ("reason", asked.reason), ("note", asked.note), ("by", asked.by))
    said = (f'--{name} "{words}"' for name, words in options if words and '"' not in words)
    rule = f'"{asked.rule}"' if " " in asked.rule else asked.rule
    called = ("policydiff decide", *asked.documents, asked.verdict, rule, f'"{row}"', *said)
    return " ".join(filter(None, called))


def _leaves(document: Document, place: str) -> _Eids:
    return () if place in NOWHERE else leaves_named(document, place)


def superseded(decisions: Iterable[Decision], by: Decision) -> tuple[Decision, ...]:
    """The earlier decisions that a new one takes the place of: those on the very same thing and, as `pair` says "and
    to no others", those that put a provision of it together with others or with none."""
    same = (by, turned(by))
    return tuple(d for d in decisions if any(_subject(one) == _subject(d) or _excludes(one, d) for one in same))


def _excludes(pair: Decision, earlier: Decision) -> bool:
    """Whether a pair says of a provision something else than an earlier decision says."""
    if pair.verdict != "pair" or earlier.verdict not in ("confirm", "pair") or pair.documents != earlier.documents:
        return False
    return not (set(pair.base).isdisjoint(earlier.base) and set(pair.target).isdisjoint(earlier.target))


def _subject(decision: Decision) -> tuple[object, ...]:
    """What a decision is about: the pairing of provisions, a finding there, or a remark."""
    at = decision.documents, decision.sides
    match decision.verdict:
        case "dismiss":
            return (*at, "finding", decision.rule, decision.words)
        case "note":
            return (*at, "note", decision.note)
        case _:
            return (*at, "pairing")


# --------------------------------------------------------------------------------------- pairs and rows


def _confirmed(comparison: Comparison, asked: Decision, named: _Named) -> Decision:
    """A row as it stands."""
    link = _only_row(comparison, named, [row for row in comparison.rows if named.within(row)]).link
    if any(given and given != has for given, has in ((named.base, link.base), (named.target, link.target))):
        raise QueryError(
            en=f"these stand with others in one row: {_row_said(comparison, *link.sides)}. "
            "Name all of them, or say `pair` for those alone.",
            zh=f"所写条款与其他条款同在一行：{_row_said(comparison, *link.sides)}。"
            "请全部写出，或者用 `pair` 单独对应。",
        )
    return replace(asked, base=link.base, target=link.target)


def _rejected(comparison: Comparison, asked: Decision, named: _Named) -> Decision:
    """Leaves that stand in one row."""
    if named.base and named.target:
        if not any(_meets(row, named.base, named.target) for row in comparison.rows):
            said = _row_said(comparison, named.base, named.target)
            raise QueryError(en=f"{said}: not paired, so nothing to reject.", zh=f"{said}：本未对应，无需否定。")
        return replace(asked, base=named.base, target=named.target)
    rows = [row for row in comparison.rows if named.within(row) and row.link.base and row.link.target]
    link = _only_row(comparison, named, rows).link
    return replace(asked, base=named.base or link.base, target=named.target or link.target)


def _meets(row: Row, base: _Eids, target: _Eids) -> bool:
    return not set(base).isdisjoint(row.link.base) and not set(target).isdisjoint(row.link.target)


def _paired(asked: Decision, named: _Named, places: Sequence[str]) -> Decision:
    if len(places) < 2 or not (named.base or named.target):
        raise QueryError(
            en="pair needs a provision of each side. Name BASE's, then TARGET's; - where there is none.",
            zh="pair 须写明两侧条款：先写上位法的，再写规定的；没有的一侧写 -。",
        )
    return replace(asked, base=named.base or (), target=named.target or ())


def _noted(comparison: Comparison, asked: Decision, named: _Named) -> Decision:
    if not asked.note:
        raise QueryError(en="the note is missing. Add --note “…”.", zh="缺少批注。请加上 --note “…”。")
    if not (named.base or named.target):
        raise QueryError(
            en="a note needs a provision to stand at. Name one of BASE or of TARGET.",
            zh="批注须写明条款。请写上位法或者规定中的一处。",
        )
    if not any(named.within(row) for row in comparison.rows):
        said = _row_said(comparison, named.base, named.target)
        raise QueryError(
            en=f"{said}: in no row together. Name one of them.", zh=f"{said}：不在同一行。请只写其中一处。"
        )
    return replace(asked, base=named.base or (), target=named.target or ())


def _only_row(comparison: Comparison, named: _Named, rows: Sequence[Row]) -> Row:
    if not rows:
        said = _row_said(comparison, named.base, named.target)
        raise QueryError(
            en=f"{said}: there is no such row. `policydiff compare` shows the rows there are.",
            zh=f"{said}：没有这一行。现有各行见 `policydiff compare`。",
        )
    exact = [row for row in rows if row.link.sides == (named.base, named.target)]
    if len(exact or rows) > 1:
        several = [_row_said(comparison, *row.link.sides) for row in rows[:_MOST_NAMED]]
        more = "…" if len(rows) > _MOST_NAMED else ""
        raise QueryError(
            en=f"{len(rows)} rows fit: {'; '.join(several)}{more}. Name one of them.",
            zh=f"有 {len(rows)} 行相符：{'；'.join(several)}{more}。请写明其中一行。",
        )
    return (exact or rows)[0]


def _row_said(comparison: Comparison, base: _Eids | None, target: _Eids | None) -> str:
    sides = (_said(comparison.base, base or ()), _said(comparison.target, target or ()))
    return " → ".join(side or "-" for side in sides)


def _said(document: Document, eids: Iterable[str]) -> str:
    known = labels(document)
    return "、".join(known.get(eid, eid) for eid in eids)


# ------------------------------------------------------------------------------------------- findings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A finding where it stands: in a row, or on the target as a whole, at a provision or at none."""

    finding: Finding
    base: _Eids
    target: _Eids
    whole: bool


def _dismissed(comparison: Comparison, asked: Decision, named: _Named) -> Decision:
    """Findings of one rule at one place; `rule` may be asked for by its name or by the kind that the tool prints."""
    if not asked.reason:
        raise QueryError(
            en="the reason is missing. Add --reason “…”: whoever reads the comparison next will ask.",
            zh="缺少理由。请加上 --reason “…”，以便他人查阅。",
        )
    asked = replace(asked, words=asked.words.strip("…"))
    found = _asked_for(comparison, asked, named)
    rule = _only_rule(found, asked)
    base, target = _only_place(comparison, found, asked)
    if len(found) > 1 and not asked.words:
        quotes = [f"“{next(filter(None, quotations(one.finding)))}”" for one in found]
        raise QueryError(
            en=f"{asked.rule}: {rule} found {len(found)} things there: {'; '.join(quotes)}. Say which: --words “…”.",
            zh=f"{asked.rule}：{rule_name(rule, 'zh')} 在该处有 {len(found)} 项提示：{'；'.join(quotes)}。"
            "请指明其一：--words “…”。",
        )
    words = asked.words
    if not base and not target:  # no provision's words tell whether it is the same finding: its own do
        words = words or found[0].finding.target or found[0].finding.base
    return replace(asked, rule=rule, words=words, base=base, target=target)


def _refuse_without_rule(comparison: Comparison, asked: Decision) -> None:
    """QueryError where a place, or nothing, stands where the rule should."""
    pieces = [piece.strip() for piece in asked.rule.split("→")]
    sides = (comparison.base, pieces[0]), (comparison.target, pieces[-1])
    named = [leaves_named(side, piece) if piece and names_one(side, piece) else () for side, piece in sides]
    if _is_name(asked.rule) or any(one.finding.rule == asked.rule for one in _found(comparison)):
        return
    if asked.rule and not any(named):
        _refuse_unknown_rule(comparison, asked.rule)
    ways = [_Named(base=named[0], target=None), _Named(base=None, target=named[1])]
    at = [way for way in ways if way.base or way.target] or [_Named(base=None, target=None)]
    there = sorted({one.finding.rule for one in _found(comparison) if any(_is_at(one, way) for way in at)})
    call = f"policydiff decide {' '.join(asked.documents)} dismiss"
    place = f'"{asked.rule}"' if " " in asked.rule else asked.rule
    raise QueryError(
        en=f"the rule is missing that is to be dismissed. Found there are: {', '.join(there) or 'none'}. "
        f"Say: {call} RULE {place or 'PLACE'} --reason “…”",
        zh=f"缺少要处理的规则名称。该处现有：{'、'.join(rule_name(one, 'zh') for one in there) or '无'}。"
        f"请写作：{call} 规则 {place or '条款'} --reason “…”",
    )


def _refuse_unknown_rule(comparison: Comparison, asked: str) -> None:
    """QueryError where neither a rule nor a kind of finding is called so."""
    rules = sorted({one.finding.rule for one in _found(comparison)})
    near = [rule for rule in rules if asked in rule_name(rule, "zh") or asked.lower() in rule] or rules
    names = "".join(f"“{rule_name(rule, 'zh')}”" for rule in near)
    raise QueryError(
        en=f"{asked}: no rule and no kind of finding is called so. These two documents have: "
        f"{', '.join(near) or 'none'}.",
        zh=f"{asked}：没有这样的规则或者提示类别。这两份文件的提示有：{names or '无'}。",
    )


def _asked_for(comparison: Comparison, asked: Decision, named: _Named) -> list[_Found]:
    """The findings of the kind that is asked for, with these words, at what was named; QueryError if there is none."""
    everywhere = _found(comparison)
    of_kind = _of_kind(comparison, asked)
    found = [one for one in of_kind if _is_at(one, named)] or [one for one in of_kind if _is_beside(one, named)]
    found = [one for one in found if one.finding.rule == asked.rule] or found  # a kind may be called as a rule is
    if not found:
        there = sorted({one.finding.rule for one in everywhere if _is_at(one, named) or _is_beside(one, named)})
        raise QueryError(
            en=f"{asked.rule}: nothing of the kind is found there. Found are: {', '.join(there) or 'none'}.",
            zh=f"{asked.rule}：该处没有此类提示。现有：{'、'.join(rule_name(one, 'zh') for one in there) or '无'}。",
        )
    return found


def _only_rule(found: Sequence[_Found], asked: Decision) -> str:
    """The rule of all these findings."""
    rules = sorted({one.finding.rule for one in found})
    if len(rules) > 1:
        raise QueryError(
            en=f"{asked.rule}: several rules fit. Name one of {', '.join(rules)}.",
            zh=f"{asked.rule}：有多条规则相符，请写明其中之一：{'、'.join(rule_name(one, 'zh') for one in rules)}。",
        )
    return rules[0]


def _only_place(comparison: Comparison, found: Sequence[_Found], asked: Decision) -> Sides:
    """Where all these findings, of one rule, stand."""
    places = list(dict.fromkeys((one.base, one.target) for one in found))
    if len(places) > 1:
        rule = found[0].finding.rule
        calls = "; ".join(_call(comparison, asked, place) for place in places[:_MOST_NAMED])
        more = "…" if len(places) > _MOST_NAMED else ""
        raise QueryError(
            en=f"{asked.rule}: {rule} is found at {len(places)} places. Name one of them: {calls}{more}",
            zh=f"{asked.rule}：{rule_name(rule, 'zh')} 有 {len(places)} 处，请写明其中一处：{calls}{more}",
        )
    return places[0]


def _found(comparison: Comparison) -> list[_Found]:
    whole = set(comparison.findings)
    return [
        _Found(finding=finding, base=base, target=target, whole=finding in whole)
        for finding, (base, target) in placed(comparison)
    ]


def _of_kind(comparison: Comparison, asked: Decision) -> list[_Found]:
    """The findings of the kind that is asked for, with the words that are."""
    words = asked.words.strip("…")  # as a quotation is shown, it may end in a mark of ours
    of_kind = [one for one in _found(comparison) if _is_kind(one.finding, asked.rule)]
    return [one for one in of_kind if words in one.finding.base or words in one.finding.target]


def _is_kind(finding: Finding, asked: str) -> bool:
    names = (*FINDING[finding.type].values(), *TOLD_AS[told_as(finding)].values(), *RULE.get(finding.rule, {}).values())
    return asked.lower() in (finding.rule, finding.type) or _is_one_of(asked, names)


def _is_name(asked: str) -> bool:
    """Whether a rule or a kind of finding is called so."""
    kinds = (*FINDING.items(), *TOLD_AS.items(), *RULE.items())
    return any(asked.lower() == one or _is_one_of(asked, names.values()) for one, names in kinds)


def _is_one_of(asked: str, names: Iterable[str]) -> bool:
    """Whether one of some names is asked for, or a part of one that has several: 数量 of 数量、期限."""
    return any(asked.lower() in (name, *name.split("、")) for name in names)


def _is_at(found: _Found, named: _Named) -> bool:
    """Whether the finding stands where all that was named does; one about a chapter is at each of its provisions."""
    sides = ((named.base, found.base), (named.target, found.target))
    return all(all(_holds(has, eid) for eid in wanted or ()) for wanted, has in sides)


def _is_beside(found: _Found, named: _Named) -> bool:
    """Whether a finding on the target as a whole stands at what was named of the target, whatever stands beside it."""
    return found.whole and bool(named.target) and _is_at(found, replace(named, base=None))


def _holds(eids: _Eids, eid: str) -> bool:
    return any(eid == one or eid.startswith(one + SEPARATOR) for one in eids)
