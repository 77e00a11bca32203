"""Who acts, decides, is addressed or reported to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from policydiff.comparison.clauses import clauses, in_common, sets_the_case
from policydiff.comparison.findings.row.changes import Change, Passage, RowReading
from policydiff.comparison.findings.row.one_thing import DECISION, LINKS, leading_verb, say_one_thing
from policydiff.comparison.findings.row.rule import CLOSE, SENTENCE, Quotes
from policydiff.comparison.findings.terms.mentions import (
    Mention,
    agents,
    ends_in_body,
    has_verb,
    qualifies,
    subject_of,
)
from policydiff.comparison.findings.terms.names import (
    AUTHORITY,
    STATE,
    are_governments,
    are_kin,
    are_of_one_kind,
    body_of,
    in_one_name,
    is_central,
    is_named,
    is_spelt_out,
    leaves_open,
    relation,
)
from policydiff.model import Both
from policydiff.words_of_force import binds

# The part that a body plays in a clause, by the words before it; who acts, also behind 由, has none of these.
_ROLES = (
    ("addressed", re.compile(r"(?:向|报|送|交|报[请经送告]|提交|移送|移交|抄送|交由|通报|通知|告知)$")),
    ("asked", re.compile(r"(?:经|征得|征求|听取)$")),
    ("joined", re.compile(r"(?:同|与|和|配合|联合)$")),
    ("told", re.compile(r"(?:责令|督促|要求|责成|协助|委托|授权|指定|提请)$")),
    ("met", re.compile(r"对$")),
)
_TURNED_TO = frozenset(("addressed", "asked", "joined"))
_LONGEST_ROLE = 2
_PERIOD, _PART = re.compile(r"[。\n]"), re.compile("[，；]")
_APPOINTS = re.compile(r"(?:确定|指定|设立|设置|聘请|委托|推选|推举|任命|选任|派出)([^，。；]{2,12})，")
_LEAST_END = 3  # characters: the end of a name that says of what kind one is
_IS_DECIDED = re.compile("(?:按照?|依[照据]|根据)[^，。；]{0,40}(?:审批|批准|核准|审核)$")
_CIRCUMSTANCE = re.compile(r"根据|按照?|依[照据]|在|为|因")
_MAY_DECIDE = frozenset(("", "addressed", "asked", "qualifies"))

_FAVOURS = re.compile(
    r"(?:应当?|积极|大力|依法|采取(?:有效)?措施|组织(?:有关|相关)部门|，)*"
    r"(?P<does>鼓励|支持|提倡|倡导|引导|扶持|加强|推进|推动|促进)"
)
_LETS_KNOW = re.compile("(?:通报|通知|告知)$")
_LONGEST_THING = 4  # characters: 登记公布名录的建议
_MUCH_LIKE = 0.4  # what two clauses say of those of one kind

_Mentions = tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One side of a change: its clause, what the row and an introduction say there, whom the clause names, and whom of
    them the other side does not."""

    passage: Passage
    row: str
    introduction: str
    named: _Mentions
    own: _Mentions

    def touched(self) -> bool:
        """Whether the change lies in one of those whom this side alone names."""
        return any(_touches(one, self.passage) for one in self.own)


def actor(change: Change, reading: RowReading) -> Quotes | None:
    """Another body or person who acts, decides, is addressed or reported to.

    Not found: names that come to the same bodies (国务院和县级以上地方人民政府, 县级以上人民政府; 施工单位, 施工企业),
    one of before a reform and one of after it, one of a body that the other leaves open (有关部门), one of a city or
    county where the base leaves the level open (县级以上人民政府, 市人民政府), governments that favour what the state
    does in the same word, a body that is the object of the clause or only says of whom it speaks, a body's own
    premises (本单位, 本部门: `scope`), two bodies of which one acts and the other is addressed, two of which the
    clauses say different things, a local clause that does not name who acts.
    立法法 2023 art. 107 (1): who may do what is the first ground of review.
    """
    old, new = _sides(change, reading)
    return next(_answering(change, old, new, reading), None) if old.touched() or new.touched() else None


def dropped_actor(change: Change, reading: RowReading) -> Quotes | None:
    """A body that the base's clause names as `actor` says, where the target's clause names nobody, or one less.

    Not found: what `actor` does not find, so not who acts himself, whom a local clause need not name.
    """
    if _both_name(change):
        left, _ = _one_less(change, reading)
        return (left, "") if left else None
    return _where_one_names(change.base, change.target, change, reading)


def added_actor(change: Change, reading: RowReading) -> Quotes | None:
    """A body that the target's clause names as `actor` says, where the base's clause names nobody, or one less.

    Not found: what `actor` does not find, and a body beside one that the base names before in its sentence.
    """
    if _both_name(change):
        _, joined = _one_less(change, reading)
        return ("", joined) if joined else None
    if change.subjects.base:
        return None
    return _where_one_names(change.target, change.base, change, reading)


def _both_name(change: Change) -> bool:
    """Whether each clause names somebody who acts in it."""
    return bool(agents(change.base.clause) and agents(change.target.clause))


def _one_less(change: Change, reading: RowReading) -> Quotes:
    """Who left those whom the base's clause names, and who joined those of the target's, where both name somebody."""
    old, new = _sides(change, reading)
    if not _of_one_side(change, old, new):
        return "", ""
    left, joined = ((_quoted(side.own[0]) if side.own else "") for side in (old, new))
    return left, joined


def _where_one_names(names: Passage, silent: Passage, change: Change, reading: RowReading) -> Quotes | None:
    """Both clauses, where one of them alone names a body that joined those who act or left."""
    if not agents(names.clause):
        return None
    old, new = _sides(change, reading)
    return (_around(old), _around(new)) if _of_one_side(change, old, new) else None


def _of_one_side(change: Change, old: _Side, new: _Side) -> bool:
    """Whether one side alone names a body that joined those who act or left."""
    if not (old.touched() or new.touched()) or (old.own and new.own):
        return False
    if change.alike < CLOSE or change.base.clause[-2:] != change.target.clause[-2:]:
        return False
    if old.own and not (new.named or _is_turned_to(old)):
        return False  # the local clause does not name who acts
    return _is_alone(old, new) if old.own else _is_alone(new, old)


def _sides(change: Change, reading: RowReading) -> tuple[_Side, _Side]:
    """Both sides, each with whom it names and whom of them it alone names."""
    named = _named(change, reading)
    own = _named_alone(*named, reading.sides.target.title)
    alone = map(_unnamed_by_the_way, own, own.turned(), change.sides.turned())
    old, new = (
        _Side(passage=passage, row=row.text, introduction=row.introduction(passage), named=names, own=left)
        for passage, row, names, left in zip(change.sides, reading.sides, named, alone, strict=True)
    )
    return old, new


def _named(change: Change, reading: RowReading) -> tuple[_Mentions, _Mentions]:
    """Whom either clause names; whom the sentence named before acts in a clause that alone names nobody itself."""
    old, new = _at_work(change.base.clause, reading.base), _at_work(change.target.clause, reading.target)
    if not old and not new:
        return old, new
    return old or _before(change.subjects.base), new or _before(change.subjects.target)


def _at_work(clause: str, row: str) -> _Mentions:
    """Whom a clause of a row names as acting or turned to: nobody in an item that is no more than a name, nor whom it
    says to be decided on (理发学校按照规定的权限审批)."""
    named = tuple(one for one in agents(clause) if not _tells_which(clause, one))
    decided_on = subject_of(clause) if _IS_DECIDED.search(clause) else None
    if [one.text for one in named] == [clause] and any(line.rstrip("；。") == clause for line in row.splitlines()):
        return ()
    if decided_on is None or AUTHORITY.search(decided_on.text) or clause.endswith("由", 0, decided_on.start):
        return named
    return tuple(one for one in named if one != decided_on)


def _tells_which(clause: str, body: Mention) -> bool:
    """Whether a body behind 由 only says of which others a clause speaks: 由店主供水的用户."""
    behind = clause[max(0, body.end) :].partition("，")[0]
    does, of, whom = behind.rpartition("的")
    by = body.start > 0 and clause.endswith("由", 0, body.start)
    return bool(by and of and whom != behind) and ends_in_body(whom) and not (binds(does, "zh") or has_verb(whom))


def _named_alone(old: _Mentions, new: _Mentions, title: str) -> Both[_Mentions]:
    """Whom of those named either side alone names, in a rule of this title."""
    same = [(one, other) for one in old for other in new if relation(one.text, other.text, title) == "same"]
    answered, answering = {one for one, _ in same}, {other for _, other in same}
    return Both(tuple(one for one in old if one not in answered), tuple(one for one in new if one not in answering))


def _unnamed_by_the_way(own: _Mentions, others: _Mentions, other: Passage) -> _Mentions:
    """Whom one side alone names; where the other side's own were named before its clause, whoever that clause names
    anyhow is not another for that."""
    if all(one.start >= 0 for one in others):
        return own
    return tuple(one for one in own if body_of(one.text) not in in_one_name(other.clause))


def _takes_over(one: Mention, other: Mention, side: _Side) -> bool:
    """Whether the other, who is named first in a sentence, only appoints there the one who then acts: 协会可以确定
    监督员，对店主进行监督."""
    said = side.row[: side.row.find(side.passage.clause) + len(side.passage.clause)]
    named = _APPOINTS.findall(SENTENCE.split(said)[-1].replace(other.text, ""))
    return any(name.endswith(one.text[-_LEAST_END:]) for name in named)


def _is_alone(side: _Side, other: _Side) -> bool:
    """Whether the first of whom one side alone names joined or left those whom the other names, or is named in a clause
    that names nobody there."""
    body, clause = side.own[0], side.passage.clause
    if is_central(body.text) or not (other.named or LINKS.fullmatch(other.passage.words)):
        return False
    if _is_kind_of_listed(body, other.passage.clause) or (_opens(clause, body) and _named_before(other, body)):
        return False
    if sets_the_case(clause, "zh") or not _acts(body, clause):
        return False
    return _is_unnamed(body, side.passage, other.row + other.introduction) and not _named_behind(other)


def _is_turned_to(side: _Side) -> bool:
    """Whether the first of whom a side alone names does not act himself, and so is named or left out on purpose."""
    return role(side.passage.clause, side.own[0]) in _TURNED_TO


def _acts(body: Mention, clause: str) -> bool:
    """Whether a body acts in a clause, or is turned to; and does not only say whose a thing is."""
    if body.start < 0 or role(clause, body):
        return True
    return body == subject_of(clause) or clause.endswith("由", 0, body.start)


def _around(side: _Side) -> str:
    """The clause as far as it is quoted; around the name of the first of whom its side alone names."""
    if not side.own:
        return side.passage.quote()
    body = side.own[0]
    return replace(side.passage, start=max(0, body.start), end=max(0, body.end)).quote()


def _is_unnamed(mention: Mention, side: Passage, other: str) -> bool:
    """Whether the other side of the row names nowhere a body that plays a part of its own in a clause."""
    return not is_named(mention.text, other) and role(side.clause, mention) != "told"


def _is_kind_of_listed(body: Mention, other: str) -> bool:
    """Whether a body only says of what kind those are whom the other clause lists as well: 报刊、网络等(媒体)."""
    listed, _, _ = body.text.rpartition("等")
    return bool(listed) and f"{listed}等" in other


def _opens(clause: str, body: Mention) -> bool:
    """Whether a body is the subject of a clause, and not put behind 由 as the one of others to whom a thing falls."""
    return body == subject_of(clause) and not clause.endswith("由", 0, body.start)


def _named_before(side: _Side, body: Mention) -> bool:
    """Whether a part of a clause's sentence before its own says who acts (店主应当改正；不改的，应当报告), or an
    earlier clause of its own names one of the same kind as a body of the other side."""
    before = _PERIOD.split(side.row[: max(0, side.row.find(side.passage.clause))])[-1]
    parts, _, own = before.rpartition("；")
    kin = (subject for clause in own.split("，") if (subject := subject_of(clause)))
    return any(map(subject_of, _PART.split(parts))) or any(are_kin(one.text, body.text) for one in kin)


def _named_behind(side: _Side) -> bool:
    """Whether a clause says only why or where, and those behind it in its sentence who acts: 根据需要，协会公布名录."""
    clause = side.passage.clause
    at = side.row.find(clause) if _CIRCUMSTANCE.match(clause) else -1
    behind = SENTENCE.split(side.row[at + len(clause) :])[0] if at >= 0 else ""
    return any(map(subject_of, behind.split("，")))


def _answering(change: Change, old: _Side, new: _Side, reading: RowReading) -> Iterator[Quotes]:
    """The bodies of either side that play one part in clauses that say one thing of them."""
    for one in old.own:
        for other in new.own:
            if _is_answered_by_kin(one, other, reading) or _is_answered_by_kin(other, one, reading.turned()):
                continue
            if leaves_open(one.text, other.text) or is_spelt_out(one.text, other.text, reading.base):
                continue
            if _favours_alike(change, one, other) or _are_told_alike(change, one, other):
                continue
            if _is_in_what_is_done(change.base, one, change.target, other):
                continue
            if _is_in_what_is_done(change.target, other, change.base, one):
                continue
            if _takes_over(one, other, new) or _takes_over(other, one, old):
                continue
            if _play_one_part(change, one, other) and say_one_thing(change, one, other, reading):
                yield _quoted(one), _quoted(other)


def _favours_alike(change: Change, one: Mention, other: Mention) -> bool:
    """Whether the state favours a thing and governments of the place do so in the same word: 国家鼓励, 县级以上人民政府
    鼓励; a local rule does not speak for the state, and all must further what it does."""
    if one.text != STATE or not are_governments(other.text):
        return False
    old, new = _FAVOURS.match(change.base.clause, one.end), _FAVOURS.match(change.target.clause, max(0, other.end))
    return old is not None and new is not None and old["does"] == new["does"]


def _are_told_alike(change: Change, one: Mention, other: Mention) -> bool:
    """Whether both clauses only let know the same, of whom they say a thing in another word: 受到危害的居民,
    受到影响的居民."""
    sides = (change.base.clause, one), (change.target.clause, other)
    if not all(_LETS_KNOW.search(clause[: max(0, body.start)]) for clause, body in sides):
        return False
    (does, of, kind), (said, _, named) = one.text.rpartition("的"), other.text.rpartition("的")
    return bool(of and does and said) and kind == named and in_common(does, said, "zh") >= _MUCH_LIKE


def _is_in_what_is_done(names: Passage, body: Mention, silent: Passage, before: Mention) -> bool:
    """Whether what a clause says of a body whom its sentence named before is in the other clause only whose the thing
    is that its own body does: 登记名录, 协会提出登记名录的建议."""
    deed = leading_verb(silent, before)
    if before.start >= 0:
        return False
    own = re.escape(leading_verb(names, body) + deed)
    thing = rf"的(?!义务|权利|职责|责任)[^，的]{{2,{_LONGEST_THING}}}$"
    return bool(re.search(rf"{own}[^，]*{thing}", names.clause[body.end :]))


def _is_answered_by_kin(one: Mention, other: Mention, reading: RowReading) -> bool:
    """Whether of the clauses of the target's side one more than of the base's other ones is about a body of the same
    kind as one of the base, and the other is of another kind: 某部 is answered by 某厅 and not by 政府."""
    if one.start < 0 or are_kin(one.text, other.text):
        return False
    there = [body for body in _acting(reading.target) if body.text != other.text]
    answering = sum(not is_central(body.text) and are_of_one_kind(one.text, body.text) for body in there)
    others = sum(are_of_one_kind(one.text, body.text) for body in _acting(reading.base)) - 1
    return answering > max(0, others)


def _acting(row: str) -> list[Mention]:
    """Who acts in each of the clauses of a row that say so."""
    return [body for clause in clauses(row, "zh") if (body := subject_of(clause.text))]


def role(clause: str, mention: Mention) -> str:
    """The part that a body plays in a clause; nothing for who acts, also behind 由.

    A body whose doings are told of a thing (医疗机构使用的药品) only qualifies that.
    """
    if qualifies(clause, mention):
        return "qualifies"
    before = clause[max(0, mention.start - _LONGEST_ROLE) : max(0, mention.start)]
    return next((name for name, words in _ROLES if words.search(before)), "")


def _play_one_part(change: Change, one: Mention, other: Mention) -> bool:
    """Whether two bodies stand behind words of one kind, or both decide."""
    sides = (change.base.clause, one), (change.target.clause, other)
    roles = {role(*side) for side in sides}
    if len(roles) == 1:
        return True
    decisions = [DECISION.match(clause, mention.end) for clause, mention in sides]
    kinds = {found.lastgroup if found else None for found in decisions}
    return roles <= _MAY_DECIDE and len(kinds) == 1 and None not in kinds


def _before(subject: str) -> _Mentions:
    """Whom a clause before names, as a mention that lies outside of this clause."""
    return (Mention(text=subject, start=-len(subject) - 1, acts=True),) if subject else ()


def is_same_body(one: Mention, other: Mention, title: str = "") -> bool:
    """Whether two mentions name the same bodies, in whatever order, or one is the other's local counterpart, in a rule
    of this title."""
    return relation(one.text, other.text, title) != "other"


def _touches(mention: Mention, side: Passage) -> bool:
    """Whether the change lies in the mention, and does not merely begin where it ends."""
    return side.start == side.end or (mention.start < side.end and side.start < mention.end)


def _quoted(mention: Mention) -> str:
    return Passage.of(mention.text).quote()
