"""Who acts, decides, is addressed or reported to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from policydiff.comparison.clauses import alike, bag, clauses, have_one_opening, sets_the_case, shared
from policydiff.comparison.findings.changes import Change, Passage, Reading
from policydiff.comparison.findings.mentions import (
    Mention,
    agents,
    english_agents,
    qualifies,
    subject_of,
)
from policydiff.comparison.findings.names import (
    AUTHORITY,
    are_kin,
    are_of_one_kind,
    body_of,
    in_one_name,
    is_central,
    is_named,
    relation,
    share_a_body,
)
from policydiff.comparison.findings.rules.rule import CLOSE, KIN, SENTENCE, Quotes
from policydiff.model import Language
from policydiff.text import skeleton

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
# 经…批准, 报…批准, 由…审批: the body before any of these decides.
_CIRCUMSTANCE = re.compile(r"根据|按照?|依[照据]|在|为|因")
_DECISION = re.compile(
    r"(?:负责|书面|依法|研究|审查|审核)*(?:(?P<leave>批准|审批|审核|核准|同意|许可)|(?P<file>备案)|(?P<finding>决定|认定|确认|核发|确定|指定|核定|公布))"
)
_MAY_DECIDE = frozenset(("", "addressed", "asked", "qualifies"))
_LINKS = re.compile(
    r"(?:应当?|必须|可以|要|并且?|把|将|对|由|及时|依法|积极|的|其|，|、|\s)*"
)  # words that name nothing
_LEAST_SAID = 0.35  # how alike two clauses are without their bodies, where they say one thing of them
_LEAST_SAID_OF_KIN = 0.25
_FORBIDS = re.compile("不得|禁止|严禁|不准")
_REALM, _PLACE = re.compile("全国"), re.compile("本行政区域|[全本][省市县区]|辖区")
_OBEYS = re.compile("执行|遵守|服从|接受|配合|履行|享受")
_LEAST_CONTENT = 4  # characters: what says less is said of anything
_STOCK = re.compile(
    r"应当?|必须|可以|(?:根据|按照?|依[照据])[^，。；]{0,24}?(?:规定|要求|职责|分工|权限|需要|情况|实际|方案|计划|规划|标准|程序)"
    r"|在?各自的?职责范围内|依法|及时|予以|给予|配合|采取(?:有效)?措施|违反本[^，。；]{1,4}规定|有下列(?:行为|情形)之一的?"
)
_LEAST_OF_ONE = 0.1  # of one and the same body in both
_HELD = 0.5  # or which share of the shorter the longer holds
_MUCH_SAID = 0.6  # of an authority and of those who are under it much must be said alike
_SUBORDINATE = re.compile(r"单位|企业|公司|团体|组织|个人|公民|居民|村民|学校|院校|媒体|[者人]$")
_UNLIKE = {(True, False), (False, True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One side of a change: its clause, what the row and an introduction say there, whom the clause names, and whom of
    them the other side does not."""

    passage: Passage
    row: str
    introduction: str
    named: tuple[Mention, ...]
    own: tuple[Mention, ...]

    def touched(self) -> bool:
        """Whether the change lies in one of those whom this side alone names."""
        return any(_touches(one, self.passage) for one in self.own)


def actor(change: Change, reading: Reading) -> Quotes | None:
    """Another body or person who acts, decides, is addressed or reported to, or one that joined those who do or left.

    Not found: names that come to the same bodies (国务院和县级以上地方人民政府, 县级以上人民政府), a body that is the
    object of the clause, a body's own premises (本单位, 本部门: `scope`), two bodies of which one acts and the other is
    addressed, two of which the clauses say different things, a local clause that does not name who acts. 立法法 2023
    art. 107 (1): who may do what is the first ground of review.
    """
    if not change.within:
        return None  # a clause that names nothing but a body is told with what it goes before
    old, new = _sides(change, reading)
    if not old.touched() and not new.touched():
        return None
    if old.own and new.own:
        return next(_answering(change, old, new, reading), None)
    if change.alike < CLOSE or change.base.clause[-2:] != change.target.clause[-2:]:
        return None
    if old.own and (new.named or _is_turned_to(old)) and _is_alone(old, new, reading.language):
        return _around(old), change.target.quote()
    if new.own and _is_alone(new, old, reading.language):
        return change.base.quote(), _around(new)
    return None


def _sides(change: Change, reading: Reading) -> tuple[_Side, _Side]:
    """Both sides with whom they name; whom the sentence named before acts in a clause that names nobody itself."""
    acting = agents if reading.language == "zh" else english_agents
    named, names = acting(change.base.clause), acting(change.target.clause)
    if named or names:
        named, names = named or _before(change.subjects[0]), names or _before(change.subjects[1])
    old = tuple(
        one for one in named if not any(relation(one.text, other.text, reading.rule) == "same" for other in names)
    )
    new = tuple(
        one for one in names if not any(relation(other.text, one.text, reading.rule) == "same" for other in named)
    )
    if any(one.start < 0 for one in old):  # who is named here is not another for that
        new = tuple(one for one in new if body_of(one.text) not in in_one_name(change.base.clause))
    if any(one.start < 0 for one in new):
        old = tuple(one for one in old if body_of(one.text) not in in_one_name(change.target.clause))
    introductions = reading.base_introduction(change.base), reading.introduction(change.target)
    return (
        _Side(passage=change.base, row=reading.base, introduction=introductions[0], named=named, own=old),
        _Side(passage=change.target, row=reading.target, introduction=introductions[1], named=names, own=new),
    )


def _takes_over(one: Mention, other: Mention, side: _Side) -> bool:
    """Whether the other, who is named first in a sentence, only appoints there the one who then acts: 协会可以确定
    监督员，对店主进行监督."""
    said = side.row[: side.row.find(side.passage.clause) + len(side.passage.clause)]
    named = _APPOINTS.findall(SENTENCE.split(said)[-1].replace(other.text, ""))
    return any(name.endswith(one.text[-_LEAST_END:]) for name in named)


def _is_alone(side: _Side, other: _Side, language: Language) -> bool:
    """Whether the first of whom one side alone names joined or left those whom the other names, or is named in a clause
    that names nobody there."""
    body, clause = side.own[0], side.passage.clause
    if is_central(body.text) or not (other.named or _LINKS.fullmatch(other.passage.words)):
        return False
    if _is_kind_of_listed(body, other.passage.clause) or (_opens(clause, body) and _named_before(other, body)):
        return False
    if sets_the_case(clause, language) or not _acts(body, clause, language):
        return False
    return _is_unnamed(body, side.passage, other.row + other.introduction) and not _named_behind(other)


def _is_turned_to(side: _Side) -> bool:
    """Whether the first of whom a side alone names does not act himself, and so is named or left out on purpose."""
    return role(side.passage.clause, side.own[0]) in _TURNED_TO


def _acts(body: Mention, clause: str, language: Language) -> bool:
    """Whether a body acts in a clause, or is turned to; and does not only say whose a thing is."""
    if language == "en" or body.start < 0 or role(clause, body):
        return True
    return body == subject_of(clause) or clause.endswith("由", 0, body.start)


def _around(side: _Side) -> str:
    """The clause of the first of whom a side alone names, as far as it is quoted around the name."""
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


def _answering(change: Change, old: _Side, new: _Side, reading: Reading) -> Iterator[Quotes]:
    """The bodies of either side that play one part in clauses that say one thing of them."""
    for one in old.own:
        for other in new.own:
            if _is_answered_by_kin(one, other, reading) or _is_answered_by_kin(other, one, reading.turned()):
                continue
            if _takes_over(one, other, new) or _takes_over(other, one, old):
                continue
            if _play_one_part(change, one, other) and _say_one_thing(change, one, other, reading):
                yield _quoted(one), _quoted(other)


def _is_answered_by_kin(one: Mention, other: Mention, reading: Reading) -> bool:
    """Whether of the clauses of the target's side one more than of the base's other ones is about a body of the same
    kind as one of the base, and the other is of another kind: 某部 is answered by 某厅 and not by 政府."""
    if one.start < 0 or are_kin(one.text, other.text):
        return False
    there = [body for body in _acting(reading.target, reading.language) if body.text != other.text]
    answering = sum(not is_central(body.text) and are_of_one_kind(one.text, body.text) for body in there)
    others = sum(are_of_one_kind(one.text, body.text) for body in _acting(reading.base, reading.language)) - 1
    return answering > max(0, others)


def _acting(row: str, language: Language) -> list[Mention]:
    """Who acts in each of the clauses of a row that say so."""
    return [body for clause in clauses(row, language) if (body := subject_of(clause.text))]


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
    decisions = [_DECISION.match(clause, mention.end) for clause, mention in sides]
    kinds = {found.lastgroup if found else None for found in decisions}
    return roles <= _MAY_DECIDE and len(kinds) == 1 and None not in kinds


def _say_one_thing(change: Change, one: Mention, other: Mention, reading: Reading) -> bool:
    """Whether the clauses say alike things of two bodies; of bodies that are kin less of it will do.

    Where a clause says next to nothing of its own (应当予以配合), its sentence must be alike as well.
    """
    language = reading.language
    if _contradict(change, one, other):
        return False
    rest, said = _without(change.base, one), _without(change.target, other)
    if _is_one_act(change):
        return True
    near, is_kin = _alike(rest, said, language), change.alike >= KIN
    if is_kin and share_a_body(one.text, other.text):
        return near >= _LEAST_OF_ONE
    deed, thin = _deed(change.base, one), min(_content(rest), _content(said)) < _LEAST_CONTENT
    is_one_deed = deed == _deed(change.target, other) != ""
    if any(sets_the_case(side.clause, language) for side in (change.base, change.target)):
        near = _in_common(reading.base, reading.target, language) if thin else near  # the items say of which case
        return near >= (_least(one, other, language) if is_one_deed and not thin else _MUCH_SAID)
    if not thin and skeleton(rest) == skeleton(said):
        return True
    if is_kin and is_one_deed and (not thin or _DECISION.match(deed)):
        return True
    if thin:
        near = _alike(
            _around_clause(reading.base, change.base), _around_clause(reading.target, change.target), language
        )
    return near >= _least(one, other, language)


def _contradict(change: Change, one: Mention, other: Mention) -> bool:
    """Whether one clause forbids and the other does not, one body follows what the other lays down, each is the one
    whom the other deals with (店主有权拒绝顾客, 顾客有权拒绝店主), or either rules a realm of its own and is no
    counterpart of the other."""
    apart = is_central(one.text) and not are_kin(one.text, other.text)
    if apart and _REALM.search(change.base.clause) and _PLACE.search(change.target.clause):
        return True
    if _are_unlike(one, other) and all("下列" in side.clause for side in (change.base, change.target)):
        return True  # what each must do is in the list
    sides = (change.base, one), (change.target, other)
    if _is_met(other, change.base, one) and _is_met(one, change.target, other):
        return True
    forbids = {bool(_FORBIDS.search(side.clause)) for side, _ in sides}
    obeys = {bool(_OBEYS.match(_deed(*side))) for side in sides}
    return len(forbids) > 1 or len(obeys) > 1


def _is_met(body: Mention, side: Passage, own: Mention) -> bool:
    """Whether a clause names a body beside the one of its own: as the other of whom it speaks."""
    return body_of(body.text) in in_one_name(side.clause.replace(own.text, "|"))


def _least(one: Mention, other: Mention, language: Language) -> float:
    """How alike must be what clauses say of two bodies."""
    if _are_unlike(one, other):
        return _MUCH_SAID
    return _LEAST_SAID_OF_KIN if language == "en" or are_kin(one.text, other.text) else _LEAST_SAID


def _are_unlike(one: Mention, other: Mention) -> bool:
    """Whether one body is an authority and the other is of those who are under it."""
    kinds = {(bool(AUTHORITY.search(body.text)), bool(_SUBORDINATE.search(body.text))) for body in (one, other)}
    return kinds == _UNLIKE


def _deed(side: Passage, body: Mention) -> str:
    """The verb right behind a body, as far as two characters tell it."""
    links = _LINKS.match(side.clause, max(0, body.end))
    return side.clause[links.end() if links else body.end :][:2]


def _content(text: str) -> int:
    """How many characters a text says beside words of force, grounds and stock phrases."""
    return len(skeleton(_STOCK.sub("", text)))


def _around_clause(row: str, side: Passage) -> str:
    """What else the sentence of a clause says, without stock phrases; the clause itself where that is nothing."""
    at = max(0, row.find(side.clause))
    ends = [found.start() for found in SENTENCE.finditer(row)]
    first = max((end + 1 for end in ends if end < at), default=0)
    last = min((end for end in ends if end >= at + len(side.clause)), default=len(row))
    return _STOCK.sub("", row[first:last].replace(side.clause, "")) or side.clause


def _in_common(one: str, other: str, language: Language) -> float:
    """How much two texts have in common of all that they say."""
    old, new = bag(one, language), bag(other, language)
    return shared(old, new) / ((sum(old.values()) * sum(new.values())) ** 0.5 or 1.0)


def _alike(one: str, other: str, language: Language) -> float:
    """How alike two texts are; wholly, where one holds much of the other."""
    held = bag(one, language), bag(other, language)
    least = min(sum(weights.values()) for weights in held)
    if least and shared(*held) >= _HELD * least:
        return 1.0
    (first, *_), (second, *_) = (clauses(text, language) or (None,) for text in (one, other))
    return alike(first, second) if first and second else 0.0


def _is_one_act(change: Change) -> bool:
    """Whether both clauses open with the same preposition and end in the same verb: 由…责令改正."""
    old, new = change.base.clause, change.target.clause
    return have_one_opening(old, new) and old[-2:] == new[-2:]


def _without(side: Passage, mention: Mention) -> str:
    """What a clause says apart from the body that it names."""
    return side.clause.replace(mention.text, "")


def _before(subject: str) -> tuple[Mention, ...]:
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
