"""Who acts, decides, is addressed or reported to; and when two names are one body's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from policydiff.comparison.clauses import alike, bag, clauses, have_one_opening, shared
from policydiff.comparison.findings.changes import Change, Passage, Reading
from policydiff.comparison.findings.mentions import (
    Mention,
    agents,
    ends_in_body,
    english_agents,
    names_body,
    qualifies,
    subject_of,
)
from policydiff.comparison.findings.rules.rule import CLOSE, LEAST_KIN, SENTENCE, Quotes, both_clauses
from policydiff.model import Language
from policydiff.text import skeleton

# What a text says of a body beside its name: of which level it is, that it is the one concerned.
LEVELS = re.compile(
    r"地方|各级|国家(?=机关)|中华人民共和国(?=境)|其他(?=有关|相关)|有关|相关|及其|以及|等|(?<![安健完齐保])全|的|各|同级|上述|和|与|及|或者|或|行政(?=主管|管理)|本级|当地|所在地|依法|、|，|负责"
)
_PROVINCE = re.compile(r"省、?自治区、?(?:和|或者)?直辖市|本省|全省|省级(?=人民政府)")
_TOWNSHIP = re.compile(r"乡、民族乡、镇的?人民政府|乡（镇）人民政府|乡镇人民政府|乡级人民政府")
_STREET = re.compile(r"城市(?=街道办事处)")
_NEXT_LEVEL = re.compile(r"(?<=[上下])一级")
_COUNTY = re.compile(r"县（市、区）人民政府|县级人民政府")
_LEVEL = re.compile(r"[国省市州县区乡镇村级上下本外]|街道|社区|其他|任何|中央")
_ANYONE = re.compile(r"^任何(?:单位|组织|企业|机构)")
_ORGANISATION = re.compile(r"(?<=任何)组织|(?<=事业)组织|组织(?=(?:和|或者?)个人)")
# The short names by which texts call a body as they like.
_SHORT = (
    (re.compile("人大(?!代表大会)"), "人民代表大会"),
    (re.compile("常委会"), "常务委员会"),
    (re.compile("村委会"), "村民委员会"),
    (re.compile("居委会"), "居民委员会"),
    (re.compile("管委会"), "管理委员会"),
    (re.compile("共青团"), "共产主义青年团"),
    (re.compile("妇联(?!合)"), "妇女联合会"),
    (re.compile("残联(?!合)"), "残疾人联合会"),
    (re.compile("侨联(?!合)"), "归国华侨联合会"),
    (re.compile("工商联(?!合)"), "工商业联合会"),
)
_IN_CHARGE = re.compile(r"(?:负责|承担|主管|管理)+([^，。；、的]{2,10}?)(?:工作)?的(?:部门|机构)(?:或者(?:部门|机构))?")
_DEPARTMENT = re.compile(r"(?:工作)?(?:行政)?(?:主管|管理)(?:部门|机关)|行政等?部门|工作机构")
STATE = "国家"  # for which a local rule does not speak
# The part that a body plays in a clause, by the words before it; who acts, also behind 由, has none of these.
_ROLES = (
    ("addressed", re.compile(r"(?:向|报|送|交|报[请经送告]|提交|移送|移交|抄送|交由|通报|通知|告知)$")),
    ("asked", re.compile(r"(?:经|征得|征求|听取)$")),
    ("joined", re.compile(r"(?:同|与|和|配合|联合)$")),
    ("told", re.compile(r"(?:责令|督促|要求|责成|协助|委托|授权|指定|提请)$")),
    ("met", re.compile(r"对$")),
)
_LONGEST_ROLE = 2
# 经…批准, 报…批准, 由…审批: the body before any of these decides.
_CIRCUMSTANCE = re.compile(r"根据|按照?|依[照据]|在|为|因")
_DECISION = re.compile(
    r"(?:负责|书面|依法|研究|审查|审核)*(?:(?P<leave>批准|审批|审核|核准|同意|许可)|(?P<file>备案)|(?P<finding>决定|认定|确认|核发|确定|指定|核定|公布))"
)
_MAY_DECIDE = frozenset(("", "addressed", "asked", "qualifies"))
_LINKS = re.compile(
    r"(?:应当?|必须|可以|要|并且?|把|将|对|由|及时|依法|积极|的|其|，|、|\s)*"
)  # words that name nothing
_JOINED = re.compile(r"、|以及|及其?|和|与|或者?")
_LEAST_NAME = 4  # a name this long says by itself which body it is, whatever stands before it
_LEAST_SAID = 0.35  # how alike two clauses are without their bodies, where they say one thing of them
_HELD = 0.5  # or which share of the shorter the longer holds
_MUCH_SAID = 0.6  # of an authority and of those who are under it much must be said alike
_AUTHORITY = re.compile(r"国家$|国务院|政府|部门|机关|法院|检察院|人民代表大会|常务?委(?:员会)?|[局厅]$|办事处")
_SUBORDINATE = re.compile(r"单位|企业|公司|团体|组织|个人|公民|居民|村民|学校|院校|媒体|[者人]$")
_UNLIKE = {(True, False), (False, True)}


def actor(change: Change, reading: Reading) -> Quotes | None:
    """Another body or person who acts, decides, is addressed or reported to.

    Not found: a body that is the object of the clause, a body's own premises (本单位, 本部门: `scope`), two bodies of
    which one acts and the other is addressed, two of which the clauses say different things. 立法法 2023 art. 107 (1):
    who may do what is the first ground of review.
    """
    if not change.within:
        return _named_alone(change) if reading.language == "zh" else None
    acting = agents if reading.language == "zh" else english_agents
    named, names = acting(change.base.clause), acting(change.target.clause)
    if named or names:
        named, names = named or _before(change.subjects[0]), names or _before(change.subjects[1])
    old = [one for one in named if not any(is_same_body(one, other) for other in names)]
    new = [one for one in names if not any(is_same_body(one, other) for other in named)]
    if any(one.start < 0 for one in old):  # whom the sentence named before: who is named here is not another for that
        new = [one for one in new if _body(one) not in _said(change.base.clause)]
    if any(one.start < 0 for one in new):
        old = [one for one in old if _body(one) not in _said(change.target.clause)]
    if not any(_touches(one, change.base) for one in old) and not any(_touches(one, change.target) for one in new):
        return None
    if old and new:
        answering = _answering(change, old, new, reading.language)
        return next(((_quoted(one), _quoted(other)) for one, other in answering), None)
    if change.alike < CLOSE or change.base.clause[-2:] != change.target.clause[-2:]:
        return None
    if old and (names or _LINKS.fullmatch(change.target.words)):
        said = reading.target + reading.introduction(change.target)
        told = old[0].text != STATE and _is_unnamed(old[0], change.base, said)
        told = told and not _named_behind(change.target, reading.target)
        return (_quoted(old[0]), change.target.quote()) if told else None
    if new and (named or _LINKS.fullmatch(change.base.words)):
        told = _is_unnamed(new[0], change.target, reading.base) and not _named_behind(change.base, reading.base)
        return (change.base.quote(), _quoted(new[0])) if told else None
    return None


def _is_unnamed(mention: Mention, side: Passage, other: str) -> bool:
    """Whether the other side of the row names nowhere a body that plays a part of its own in a clause."""
    return _body(mention) not in _said(other) and role(side.clause, mention) != "told"


def _named_behind(side: Passage, text: str) -> bool:
    """Whether a clause says only why or where, and those behind it in its sentence who acts: 根据需要，协会公布名录."""
    at = text.find(side.clause) if _CIRCUMSTANCE.match(side.clause) else -1
    behind = SENTENCE.split(text[at + len(side.clause) :])[0] if at >= 0 else ""
    return any(map(subject_of, behind.split("，")))


def _answering(
    change: Change, old: Sequence[Mention], new: Sequence[Mention], language: Language
) -> Iterator[tuple[Mention, Mention]]:
    """The bodies of either side that play one part in clauses that say one thing of them."""
    for one in old:
        for other in new:
            if _play_one_part(change, one, other) and _say_one_thing(change, one, other, language):
                yield one, other


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


def _say_one_thing(change: Change, one: Mention, other: Mention, language: Language) -> bool:
    """Whether the clauses say alike things of two bodies; of bodies that are kin less of it will do."""
    if change.alike >= LEAST_KIN and (language == "en" or _are_kin(one, other)):
        return True
    rest, said = _without(change.base, one), _without(change.target, other)
    if skeleton(rest) == skeleton(said) or _is_one_act(change):
        return True
    ruled = {(bool(_AUTHORITY.search(body.text)), bool(_SUBORDINATE.search(body.text))) for body in (one, other)}
    return _alike(rest, said, language) >= (_MUCH_SAID if ruled == _UNLIKE else _LEAST_SAID)


def _alike(one: str, other: str, language: Language) -> float:
    """How alike two texts are; wholly, where one holds much of the other."""
    held = bag(one, language), bag(other, language)
    least = min(sum(weights.values()) for weights in held)
    if least and shared(*held) >= _HELD * least:
        return 1.0
    (first, *_), (second, *_) = (clauses(text, language) or (None,) for text in (one, other))
    return alike(first, second) if first and second else 0.0


def _are_kin(one: Mention, other: Mention) -> bool:
    """Whether two mentions join one body, or bodies whose names end alike: 县人民政府, 省人民政府."""
    return any(
        mine == yours or (mine[-_LEAST_NAME:] == yours[-_LEAST_NAME:] and len(mine) >= _LEAST_NAME)
        for mine in _bodies(one)
        for yours in _bodies(other)
    )


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


def _named_alone(change: Change) -> Quotes | None:
    """A clause that one side lacks, where it is nothing but the body that the next clause speaks of."""
    side = change.base if change.gone else change.target
    return both_clauses(change) if names_body(side.clause) else None


def is_same_body(one: Mention, other: Mention) -> bool:
    """Whether two mentions name the same bodies, in whatever order."""
    short, long = sorted((_body(one), _body(other)), key=len)
    if sorted(short) == sorted(long):
        return True
    if len(short) < _LEAST_NAME or not long.endswith(short) or _LEVEL.search(long[: -len(short)]):
        return False
    return len(_bodies(one)) == len(_bodies(other))  # 工程施工单位, 施工单位; and not 建设单位、施工单位


def _bodies(mention: Mention) -> list[str]:
    """The bodies that a mention joins."""
    return [part for part in _JOINED.split(one_name(mention.text)) if ends_in_body(part)]


def _body(mention: Mention) -> str:
    """The body itself, without words that say no more than that it is the one concerned."""
    return _said(_ANYONE.sub("任何单位", mention.text))


@lru_cache(maxsize=1024)  # a row is asked for each of its changes
def _said(text: str) -> str:
    """A text in which a body is looked up: without words that only say that it is the one concerned."""
    return skeleton(LEVELS.sub("", one_name(text))).replace("者", "人")  # 承办者, 承办人


def one_name(text: str) -> str:
    """The text with one name for each level of government that texts name in several ways."""
    for short, whole in _SHORT:
        text = short.sub(whole, text)
    text = _IN_CHARGE.sub(r"\1部门", text)
    text = _DEPARTMENT.sub("部门", text)
    text = _NEXT_LEVEL.sub("级", _STREET.sub("", text))
    text = _ORGANISATION.sub("单位", _PROVINCE.sub("省", text))
    return _COUNTY.sub("县级人民政府", _TOWNSHIP.sub("乡镇人民政府", text))


def _touches(mention: Mention, side: Passage) -> bool:
    """Whether the change lies in the mention, and does not merely begin where it ends."""
    return side.start == side.end or (mention.start < side.end and side.start < mention.end)


def _quoted(mention: Mention) -> str:
    return Passage.of(mention.text).quote()
