"""The rules on one change of a row: each claims a change or leaves it to the next.

A rule says in its docstring what it finds, what it does not, and which text makes it matter. What a rule prints is
always a question to a reviewer (疑似, 请核对), never a conclusion. The messages are in `policydiff.wording`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import zip_longest

from policydiff.comparison.clauses import CONDITION, EXCEPTION, PROVISO, bag, clauses, cover, opening, shared
from policydiff.comparison.findings.changes import SILENT, Change, Passage, Reading
from policydiff.comparison.findings.lists import OPEN
from policydiff.comparison.findings.mentions import Mention, agents, english_agents, names_body, names_who, subject_of
from policydiff.comparison.findings.quantities import Quantity, quantities
from policydiff.comparison.findings.words_of_force import DUTY, PERMISSION, PROHIBITION
from policydiff.comparison.sameness import squeezed
from policydiff.eid import chinese_number
from policydiff.model import Language
from policydiff.text import skeleton

Quotes = tuple[str, str]
Rule = Callable[[Change, Reading], Quotes | None]

_LISTS_BREACHES = re.compile(r"下列|以下|following|罚|责令|追究|处分|liable|fine")
_LISTS_DUTIES = re.compile(r"职责|义务|任务|责任是|duties|obligations")
_SENTENCE = re.compile(r"[。；;\n]")
_STATES_BREACH = {"zh": re.compile(r"的$|^(?:未|拒不|违反)"), "en": re.compile(r"^(?:fail|refus|violat)", re.I)}
_LEVELS = re.compile(
    r"地方|各级|国家(?=机关)|有关|相关|及其|等|全|的|各|同级|上述|和|与|及|或者|或|行政(?=主管|管理)|本级|当地|所在地|依法|、|，|负责"
)
_PROVINCE = re.compile(r"省、?自治区、?(?:和|或者)?直辖市|本省|全省")
_TOWNSHIP = re.compile(r"乡、民族乡、镇的?人民政府|乡（镇）人民政府|乡镇人民政府")
_COUNTY = re.compile(r"县（市、区）人民政府|县级人民政府")
_LEVEL = re.compile(r"[国省市州县区乡镇村级上下本外]|街道|社区|其他|任何|中央")
_ANYONE = re.compile(r"^任何(?:单位|组织|企业|机构)")
_ORGANISATION = re.compile(r"(?<=任何)组织|(?<=事业)组织|组织(?=(?:和|或者?)个人)")
_TITLE: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"《[^《》]{2,60}》"),
    "en": re.compile(
        r"\b(?:[A-Z][\w'-]+ (?:(?:of|on|for|and|the) )*){1,8}(?:Law|Regulations?|Measures|Act|Provisions|Rules|Code)\b"
    ),
}
_PROVISION = re.compile(
    r"本条(?!例)|第[一二三四五六七八九十百零〇\d]+[条款项]|本(?:法|条例|办法|规定|细则|意见|规则|决定|实施办法|实施细则)(?!院|定|所称)"
    r"|\b(?:Articles?|Paragraphs?|Sections?|Chapters?|Items?) \d+(?:\(\d+\))?"
)
_NUMBERED = (
    r"第[一二三四五六七八九十百零〇\d]{1,9}条(?:第[一二三四五六七八九十\d]{1,4}款)?"
    r"(?:第[（(]?[一二三四五六七八九十\d]{1,4}[)）]?项)?"
)
_OWN_ARTICLES = re.compile(
    rf"本(?:法|条例|办法|规定|细则|意见|规则|决定|实施办法|实施细则){_NUMBERED}(?:(?:、|和|或者|或|至|以及){_NUMBERED})*"
)
_OWN, _OWN_ARTICLE = "本", "本条"
_OWN_NAME = re.compile(r"本(?:法|条例|办法|规定|细则|意见|规则)")
_FORCES = ((3, PROHIBITION), (2, DUTY), (1, PERMISSION))
_FORCE = re.compile(r"应当|必须|可以|不得|禁止|严禁|shall|must|may")  # `modality` speaks of them
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百千万]+")
_STATE = "国家"
_JOINED = re.compile(r"^(?:由|并且?|应当|可以)+")
_ANYONE_AT_ALL = re.compile(r"(?:单位|组织|企业|机构)(?:和|或者|或|、)个人")
_OF_PLACES = re.compile(r"[省市县区]|地方|各级")
_OWN_PLACE = re.compile("[本全我](?:省|市|区|县|自治区|自治州)")
_CENTRAL = re.compile(r"^(?:国务院|中央|全国人民代表大会|最高人民|中国人民解放军|军队)|^国家$")
_REPUBLIC = "中华人民共和国"
_LINK_WORDS = {
    "zh": (re.compile(r"或者|或"), re.compile(r"和|以及|并|及")),
    "en": (re.compile(r"\bor\b"), re.compile(r"\band\b")),
}
_SHORT = 6
_SAYS_MORE = 4
_LEAST_DUTY = 4
_TOPIC = re.compile(
    r"^(?:对|在|因|除|经|按照|根据)[^，。；]{2,}(?:[人者员的下中时]|单位|企业|机构|组织|部门|方面|范围内|基础上)$"
)
_DELEGATES = re.compile(r"^[^，]{0,20}由国务院[^，]{0,24}(?:规定|制定|确定|公布)$")
_WITH_LEAVE = re.compile(r"^(?:未?经|取得)[^，。；]{1,24}(?:批准|同意|许可|审核|核准)后?$")  # it still binds
_MUST_MEET = re.compile(r"符合[^，。；]*条件的$")
_ANNOUNCES = re.compile(r"(?:下列|以下)[^，。；]{0,12}$|(?:如下|包括|是)$|\bfollowing\b[^,.;]{0,40}$")
_WITHOUT_CONTENT = re.compile(
    r"国家|采取|有效|必要|措施|应当|必须|依法|依照|按照|根据|本法|本办法|本条例|其他|有关|法律|法规|规定|执行|说明|理由"
    r"|其|的|和|并|前款|所称"
)
_SAY_LITTLE = re.compile(
    r"an?|the|of|to|in|on|at|by|for|with|and|or|if|where|when|such|any|all|each|every|that|thi|which|it|its|be|is|are"
    r"|shall|must|may|should|no|not|more|les|than|least|most|exceeding|up|within|person|ha|have|been"
)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10", "thirty": "30"}
_AIM = re.compile(r"为了?(?:加强|保护|保障|规范|促进|提高|维护|适应)[^，]{2,60}$")
_AS_PROVIDED = re.compile(
    r"(?:按照|根据|依照)?(?:国务院|国家|国家和省|省)的?有关规定|依照(?:刑法|有关法律)的?(?:有关)?规定|依法"
)
_GROUND = re.compile(r"(?:根据|按照|依照|依据)[^，]{0,60}(?:需要|要求|规定|原则|情况|实际|特点|标准|程序|规划)$")
_ANY_EXCEPTION = re.compile(f"{EXCEPTION['zh'].pattern}|除外$|{EXCEPTION['en'].pattern}")
_NAMES_BREACH = re.compile(
    rf"违反(?:《[^》]+》|本?(?:法|条例|办法|规定|细则|规则)|{_NUMBERED}|国家|有关|规定|前[条款]|[、和及或者的中])+"
)
_CATCH_ALL = re.compile(r"^(?:法律、?(?:行政)?法规(?:、规章)?)?(?:和?本(?:法|办法|条例))?(?:规定)?的?其他[^，]{0,24}$")
_PURPOSE = re.compile(r"^(?:为了?|根据|违反)[^，。；]*$|^制定本")
_ENTERS_INTO_FORCE = re.compile(r"起(?:施行|实施|执行)|come into (?:force|effect)")
_CLOSE = 0.5  # clauses this much alike say one thing but for the words that differ
_KIN = 0.3  # clauses less alike are of one matter at most: what binds or is cited in them is not compared
_LEAST_KIN = 0.2
_MOSTLY = 0.5
_IN_A_LIST = re.compile(r"、|和|或|及|与|,|\b(?:and|or)\b")
_TRIVIAL = re.compile(
    r"(?:对?本行政区域内?的?|的|了|并|及其|及|和|与|或者|或|以及|对于|对|在|为了|为|于|是|等等|等|其他|其|该|有关|相关|进行|各|予以|给予|加以|所"
    r"|按照|按|依照|依据|根据|要|将|把|之|此|我|应|但是|除外|以外|之外|^除|情况|行为|情形|工作|活动|事项|规定)+"
)
# Words of which a local rule takes the one for the other as a matter of style, and the realm, which is its own.
_STYLE = (
    (re.compile(r"中华人民共和国(?:境内|领域内)|本(?:省|市|区|县|自治区|自治州)(?:行政区域|境|辖区|范围)内?"), ""),
    (re.compile(r"(?<![安健完齐])全(?:国|省|市|县)(?:范围内?)?"), ""),
    (re.compile(r"积极|切实|大力|认真|进一步"), ""),
    (re.compile(r"法律(?:、(?:行政)?法规)?(?:、规章)?"), "法律"),
    (re.compile(r"执行|施行"), "实施"),
    (re.compile(r"坚持"), "遵循"),
    (re.compile(r"颁发|发给"), "核发"),
    (re.compile(r"开展"), "进行"),
    (re.compile(r"报请"), "报"),
    (re.compile(r"保证"), "保障"),
)


# --------------------------------------------------------------------- the words that make a duty


def prohibition(change: Change, reading: Reading) -> Quotes | None:
    """不得, 禁止, may not: a prohibition of the base that the same clause of the target no longer makes.

    Not found: one whose whole clause is gone (`dropped-duty`). 立法技术规范（试行）（一） 2009: 不得 and 禁止 are for
    prohibitions; losing one is grave, for a local rule may not allow what the superior rule forbids.
    """
    had = PROHIBITION[reading.language]
    if not change.within or not _made(had, change.base) or had.search(change.target.clause):
        return None
    if _STATES_BREACH[reading.language].search(change.target.clause):
        return None  # the naming of a breach forbids nothing, and frees from nothing
    return None if _carried(change.target, 3, reading) else _clauses(change)


def modality(change: Change, reading: Reading) -> Quotes | None:
    """A duty (应当, 必须, shall) made a permission or a bare statement, a permission made a duty, a new prohibition.

    Not found: 应当 against 必须, which 立法技术规范（试行）（一） 2009 treats as one; a bare statement made a duty; a
    duty word left out because the clause before it in the sentence carries it.
    """
    if not change.within or change.alike < _KIN:
        return None
    was, becomes = (_changed_force(side, reading.language) for side in (change.base, change.target))
    if was in (becomes, 3):
        return None
    stood, stands = (_force(side.clause, reading.language) for side in (change.base, change.target))
    if stood == stands:
        return None
    if becomes == 0 and change.reworded and DUTY[reading.language].search(reading.target):
        return None
    if becomes == 0 and any(
        pattern.search(change.target.clause) for pattern in (_STATES_BREACH[reading.language], _WITH_LEAVE)
    ):
        return None
    if (was, becomes) == (0, 2) or (was > becomes == 0 and _carried(change.target, was, reading)):
        return None
    if was == 0 and (change.alike < _CLOSE or _carries(reading.base, change.base, becomes, reading.language)):
        return None
    return _clauses(change)


def _carries(text: str, passage: Passage, force: int, language: Language) -> bool:
    """Whether a clause stands in a sentence that has a word of this force in any clause."""
    at = max(0, text.find(passage.clause))
    around = (re.split(_SENTENCE, text[:at])[-1], re.split(_SENTENCE, text[at + len(passage.clause) :])[0])
    return any(_force(words, language) == force for words in around)


def _changed_force(side: Passage, language: Language) -> int:
    """The force of the words that a change lies in."""
    for force, pattern in _FORCES:
        if _made(pattern[language], side):
            return force
    return 0


def _force(words: str, language: Language) -> int:
    """3 for a prohibition, 2 for a duty, 1 for a permission, 0 for a statement."""
    for force, pattern in _FORCES:
        if pattern[language].search(words):
            return force
    return 0


def _carried(passage: Passage, force: int, reading: Reading) -> bool:
    """Whether the word stands before the clause: in its sentence, or in the introduction of its list."""
    before = reading.target[: max(0, reading.target.find(passage.clause))]
    introductions = re.findall(r"[^。；;\n]*[：:]", before)
    introduction = reading.introduction(passage)
    governing = (*introductions[-1:], introduction)
    if _LISTS_BREACHES.search(introduction) or (
        force == 2 and any(map(_LISTS_DUTIES.search, (passage.clause, *governing)))
    ):
        return True  # what is forbidden or a duty, and what is left undone, is named without the word
    return _carries(reading.target, passage, force, reading.language) or any(
        _force(words, reading.language) == force for words in governing
    )


def alternative(change: Change, reading: Reading) -> Quotes | None:
    """或者 (or) made 和 (and) or the other way round; 依照 (apply) made 参照.

    参照 is to apply by analogy. Not found: an alternative that is gone (`scope`), a list joined by 、 alone.
    立法技术规范（试行）（一） 2009, on 和, 以及, 或者 and on 依照, 按照, 参照.
    """
    if not change.within:
        return None
    either, both = _LINK_WORDS[reading.language]
    old, new = change.base.words, change.target.words
    swapped = any(
        one.search(old) and not one.search(new) and other.search(new) and not other.search(old)
        for one, other in ((either, both), (both, either))
    )
    if swapped and all(_made(_ANYONE_AT_ALL, side) for side in (change.base, change.target)):
        swapped = False  # whether 任何单位和个人 or 任何单位或者个人: nobody is left out
    weaker = "参照" in new and re.search("[依按]照", old) and "参照" not in old
    swapped = swapped and max(len(old), len(new)) <= _SHORT
    return _clauses(change) if swapped or weaker else None


# ------------------------------------------------------------------------------- amounts and times


def number(change: Change, reading: Reading) -> Quotes | None:
    """An amount, share, deadline, threshold or frequency that only one side has; 日 against 工作日; 以上 against 超过.

    Not found: dates, numbers of provisions, a quantity whose whole clause is gone (`dropped-duty`). 民法典 art. 1259:
    以上, 以下, 以内 include the number, 超过, 不满, 以外 do not; 立法技术规范（试行）（一） 2009: 日 and 工作日
    differ.
    """
    if change.gone:
        return None
    old = _unmatched(change.base, reading.target, reading.language)
    new = _unmatched(change.target, reading.base, reading.language)
    vague = all(not q.unit for q in (*old, *new))
    if not (old or new) or (vague and not (old and new) and not any(q.value[0] in "每定逐半" for q in (*old, *new))):
        return None
    before = _around(change.base, old) if change.within else _same_unit(change, new, reading) or change.near.quote()
    return before, _around(change.target, new)


def _same_unit(change: Change, new: list[Quantity], reading: Reading) -> str:
    """The clause of the base that sets a quantity of the same unit and shares most words with a new one; or nothing."""
    units, wanted = {q.unit for q in new if q.unit}, bag(change.target.clause, reading.language)
    best, quote = _LEAST_KIN, ""
    for clause in clauses(reading.base, reading.language):
        found = [q for q in quantities(clause.text, reading.language) if q.unit in units]
        if found and cover(clause, wanted) > best:
            best = cover(clause, wanted)
            quote = Passage(clause=clause.text, start=found[0].start, end=found[-1].end).quote()
    return quote


def _unmatched(side: Passage, other: str, language: Language) -> list[Quantity]:
    """The quantities at the place of the change that the other side of the row does not have."""
    found = [q for q in quantities(side.clause, language) if q.start < side.end and side.start < q.end]
    meanings = {q.meaning for q in quantities(other, language)} if found else set()
    return [q for q in found if q.meaning not in meanings]


def _around(side: Passage, found: list[Quantity]) -> str:
    """The quantities with a little of their clause."""
    if not found:
        return side.quote()
    return Passage(clause=side.clause, start=found[0].start, end=found[-1].end).quote()


# ------------------------------------------------------------------- who, by what, where and when


def actor(change: Change, reading: Reading) -> Quotes | None:
    """Another body or person who acts, decides, is addressed or reported to.

    Not found: a body that is the object of the clause, a body's own premises (本单位, 本部门: `scope`). 立法法 2023
    art. 107 (1): who may do what is the first ground of review.
    """
    if not change.within:
        return _named_alone(change) if reading.language == "zh" else None
    acting = agents if reading.language == "zh" else english_agents
    named, names = acting(change.base.clause), acting(change.target.clause)
    if named or names:
        named, names = named or _before(change.subjects[0]), names or _before(change.subjects[1])
    old = [one for one in named if not any(_is_same(one, other) for other in names)]
    new = [one for one in names if not any(_is_same(one, other) for other in named)]
    if any(one.start < 0 for one in old):  # whom the sentence named before: who is named here is not another for that
        new = [one for one in new if _body(one) not in skeleton(change.base.clause)]
    if any(one.start < 0 for one in new):
        old = [one for one in old if _body(one) not in skeleton(change.target.clause)]
    if not any(_touches(one, change.base) for one in old) and not any(_touches(one, change.target) for one in new):
        return None
    same = change.alike >= _LEAST_KIN or _is_one_act(change)
    if old and new and (same or _without(change.base, old[0]) == _without(change.target, new[0])):
        return _quoted(old[0]), _quoted(new[0])
    if change.alike < _CLOSE:
        return None
    if old and not names and not change.target.words.strip():
        said = skeleton(reading.target + reading.introduction(change.target))
        return None if old[0].text == _STATE or _body(old[0]) in said else (_quoted(old[0]), change.target.quote())
    if new and not named and not change.base.words.strip():
        return None if _body(new[0]) in squeezed(reading.base) else (change.base.quote(), _quoted(new[0]))
    return None


def _is_one_act(change: Change) -> bool:
    """Whether both clauses open with the same preposition and end in the same verb: 由…责令改正."""
    old, new = change.base.clause, change.target.clause
    return opening(old) == opening(new) != "" and old[-2:] == new[-2:]


def _without(side: Passage, mention: Mention) -> str:
    """What a clause says apart from the body that it names."""
    return skeleton(side.clause.replace(mention.text, ""))


def _before(subject: str) -> tuple[Mention, ...]:
    """Whom a clause before names, as a mention that lies outside of this clause."""
    return (Mention(text=subject, start=-len(subject) - 1, acts=True),) if subject else ()


def _named_alone(change: Change) -> Quotes | None:
    """A clause that one side lacks, where it is nothing but the body that the next clause speaks of."""
    side = change.base if change.gone else change.target
    return _clauses(change) if names_body(side.clause) else None


def _is_same(one: Mention, other: Mention) -> bool:
    """Whether two mentions name the same bodies, in whatever order."""
    short, long = sorted((_body(one), _body(other)), key=len)
    if len(short) >= _LEAST_DUTY and long.endswith(short) and not _LEVEL.search(long[: -len(short)]):
        return True  # 工程施工单位, 施工单位
    return sorted(short) == sorted(long)


def _body(mention: Mention) -> str:
    """The body itself, without words that say no more than that it is the one concerned."""
    return skeleton(_ANYONE.sub("任何单位", _LEVELS.sub("", _one_name(mention.text))))


def _one_name(text: str) -> str:
    """The text with one name for each level of government that texts name in several ways."""
    text = _ORGANISATION.sub("单位", _PROVINCE.sub("省", text))
    return _COUNTY.sub("县级人民政府", _TOWNSHIP.sub("乡镇人民政府", text))


@lru_cache(maxsize=4096)
def _in_one_style(text: str) -> str:
    """The text with one word for each that a drafter takes for another as a matter of style, and with no realm."""
    for pattern, word in _STYLE:
        text = pattern.sub(word, text)
    return _one_name(text)


def _touches(mention: Mention, side: Passage) -> bool:
    """Whether the change lies in the mention, and does not merely begin where it ends."""
    return side.start == side.end or (mention.start < side.end and side.start < mention.end)


def _quoted(mention: Mention) -> str:
    return Passage(clause=mention.text, end=len(mention.text)).quote()


def reference(change: Change, reading: Reading) -> Quotes | None:
    """A provision cited (第八条, Article 8) or the document's own name (本法, 本办法) on one side only.

    Not found: 本法 against 本办法, each its document's name for itself; instruments in 《》 (`instrument`); the
    document's own articles (`citation`).
    立法技术规范 （试行）（一） 2009, on citing.
    """
    if not change.within or change.alike < _KIN:
        return None
    old, new = (set(map(_cited, _citations(side))) for side in (change.base, change.target))
    if old == new or (old | new) == {_OWN} or (_OWN in old | new and old ^ new == {_OWN, _OWN_ARTICLE}):
        return None
    return _clauses(change)


def _citations(side: Passage) -> Iterator[str]:
    """The citations that a change lies in; several of the document's own articles in a row as one."""
    own = [found.span() for found in _OWN_ARTICLES.finditer(side.clause)]
    for start, end in own:
        if start < side.end and side.start < end:
            yield _OWN_ARTICLE
    for found in _PROVISION.finditer(side.clause):
        within_own = any(start <= found.start() < end for start, end in own)
        if found.start() < side.end and side.start < found.end() and not within_own:
            yield found.group()


def _cited(words: str) -> str:
    """A citation to be compared; what a document calls itself is one thing, and so is any of its own articles."""
    return (_OWN_ARTICLE if words == _OWN_ARTICLE else _OWN) if words.startswith(_OWN) else skeleton(words)


def instrument(reading: Reading) -> Iterator[Quotes]:
    """An instrument (《…》) that only one side of the row names, or another one in its place.

    Not found: an instrument called by another name in the same words (a prefix such as 中华人民共和国). 立法法 2023
    art. 82, 107: what a local rule rests on and applies decides what it may set.
    """
    old, new = ([*_instruments(side, reading.language)] for side in (reading.base, reading.target))
    gone = [
        one
        for one in old
        if "废止" not in reading.base and not any(_same_title(one.words, other.words) for other in new)
    ]
    come = [one for one in new if not any(_same_title(one.words, other.words) for other in old)]
    come = [one for one in come if not (reading.title and _same_title(one.words, reading.title))]  # its own basis
    for was, becomes in zip_longest(gone, come, fillvalue=SILENT):
        yield was.quote() or _beside(becomes, reading), becomes.quote() or _beside(was, reading)


def _beside(named: Passage, reading: Reading) -> str:
    """What the other side says in the clause that corresponds to the one that names an instrument; or nothing."""
    for change in reading.changes:
        if named.words in change.target.words:
            return (change.base if change.within else change.near).quote()
        if named.words in change.base.words:
            return (change.target if change.within else change.near).quote()
    return ""


def _instruments(text: str, language: Language) -> Iterator[Passage]:
    """The instruments named in a text, each in its clause."""
    seen = set()
    for found in _TITLE[language].finditer(text):
        if found.group() not in seen:
            seen.add(found.group())
            start = max(text.rfind(mark, 0, found.start()) for mark in "，。；：\n、") + 1
            yield Passage(clause=text[start : found.end()], start=found.start() - start, end=found.end() - start)


def _same_title(one: str, other: str) -> bool:
    short, long = sorted((skeleton(one), skeleton(other)), key=len)
    return long == short or long == _REPUBLIC + short


def exception(change: Change, reading: Reading) -> Quotes | None:
    """An exception (除…外, …的除外, unless) that one of two clauses that say the same thing does not make.

    Not found: an exception that moved within the row. 立法技术规范（试行）（一） 2009, on 但书: dropping one widens
    the rule, adding one opens it.
    """
    if not change.within:
        return None
    had, has = (_made(EXCEPTION[reading.language], side) for side in (change.base, change.target))
    if had == has:
        return None
    here, there = (reading.base, reading.target) if had else (reading.target, reading.base)
    return None if _exceptions(there, reading) >= _exceptions(here, reading) else _clauses(change)


def dropped_exception(change: Change, reading: Reading) -> Quotes | None:
    """An exception or a proviso of the base (除…外, 但…, unless, provided that) that is gone in the target.

    Not found: one that moved within the article. An exception that another article of the target makes, for something
    else, is none for this rule. 立法技术规范（试行）（一） 2009, on 但书: dropping one widens the rule.
    """
    if not change.gone or not _excepts(change.base, reading):
        return None
    kept = _exceptions(change.other, reading) >= _exceptions(reading.base, reading)
    return None if kept else _with_near(change)


def added_exception(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the target that makes an exception or a proviso which the base does not make.

    Not found: one that moved within the row. 立法技术规范（试行）（一） 2009, on 但书: adding one opens the rule.
    """
    if not change.new or not _excepts(change.target, reading):
        return None
    kept = _exceptions(change.other, reading) >= _exceptions(reading.target, reading)
    return None if kept else _with_near(change)


def _excepts(side: Passage, reading: Reading) -> bool:
    return len(skeleton(side.words)) >= _LEAST_DUTY and bool(PROVISO[reading.language].search(side.words))


def _exceptions(text: str, reading: Reading) -> int:
    """In how many of its sentences a text makes an exception or a proviso."""
    return sum(bool(PROVISO[reading.language].search(sentence)) for sentence in re.split(_SENTENCE, text))


def _made(pattern: re.Pattern[str], side: Passage) -> bool:
    """Whether the change lies in such words of its clause."""
    return any(found.start() < side.end and side.start < found.end() for found in pattern.finditer(side.clause))


def _with_near(change: Change) -> Quotes:
    """The words of both sides; for a side that is silent what comes nearest there, or what they would belong to."""
    return (change.base.quote() or change.near.quote()), (change.target.quote() or change.near.quote())


def dropped_condition(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the base that sets a condition (…的, 经…批准, 根据需要, if, where), gone in the target.

    Not found: a condition put in other words inside a clause (`scope`), any in a row whose pairing is doubtful, where
    it is the case of another rule. A condition dropped from a sanction changes whom it meets (行政处罚法 art. 12).
    """
    return _with_near(change) if change.gone and _conditions(change.base, reading) else None


def added_condition(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the target that sets a condition which the base does not set.

    Not found: a condition put in other words inside a clause (`scope`), any in a row whose pairing is doubtful. A
    local rule may add no condition to a licence (行政许可法 art. 16).
    """
    return _with_near(change) if change.new and _conditions(change.target, reading) else None


def _conditions(side: Passage, reading: Reading) -> bool:
    sets = CONDITION[reading.language].search(side.words) or _TOPIC.search(side.words)
    listed = _ANNOUNCES.search(side.words) and not _MUST_MEET.search(side.words)
    if reading.doubtful or _NAMES_BREACH.fullmatch(side.words):
        return False  # `reference` and `instrument` speak of what is broken
    return bool(sets) and not _duty(side, reading) and not listed


def open_list(change: Change, reading: Reading) -> Quotes | None:
    """等 left out after a list, which closes it; or put there, which opens it.

    Not found: 等 in a clause that was reworded. 立法技术规范（试行）（一） 2009: 等 stands for what is alike and not
    named.
    """
    if not change.within or reading.language != "zh":
        return None
    old, new = (OPEN.search(side.clause) for side in (change.base, change.target))
    touched = "等" in change.base.words or "等" in change.target.words
    if max(len(change.base.words), len(change.target.words)) > _SHORT:
        return None
    return _clauses(change) if touched and bool(old) != bool(new) else None


def scope(change: Change, reading: Reading) -> Quotes | None:
    """Another object, place, range or qualification in a clause that both sides have.

    Not found: particles, words that only moved within the row, clauses hardly alike in a row whose pairing is
    doubtful. 法规规章备案审查条例 2024 art. 13: narrowing a duty or widening a power of the superior rule is
    inconsistency.
    """
    if not change.within:
        return None
    if all(_ENTERS_INTO_FORCE.search(side.clause) for side in (change.base, change.target)):
        return None  # a rule of its own has a date of its own
    sides = _without_one_subject(_in_one_style(change.base.clause), _in_one_style(change.target.clause))
    plain = [skeleton(_AS_PROVIDED.sub("", side)) for side in sides]
    if plain[0] == plain[1]:
        return None
    old, new = _bare(change.base.words), _bare(change.target.words)
    introduction = reading.introduction(change.target)
    if (
        not new
        and introduction
        and (old in _bare(introduction) or is_covered(change.base.words, introduction, reading))
    ):
        return None  # the introduction of the list says it
    if old == _STATE and _OWN_PLACE.fullmatch(skeleton(change.target.words)):
        return None
    if not new and (old == _STATE or _is_said_beside(change.base, old, reading.target, reading.base)):
        return None  # a local rule does not speak for the state
    if not old and _is_said_beside(change.target, new, reading.base, reading.target):
        return None
    if all(_NAMES_BREACH.fullmatch(side.clause) for side in (change.base, change.target)):
        return None  # `reference` and `instrument` speak of what is broken
    return _clauses(change) if sorted(old) != sorted(new) and max(len(old), len(new)) >= 2 else None


def says_more(change: Change, reading: Reading) -> bool:
    """Whether what differs goes beyond bodies, numbers, words of force and citations, of which other rules speak."""
    if reading.doubtful or change.alike < _KIN:
        return False
    old, new = (_bare(_without_told(side, reading.language)) for side in (change.base, change.target))
    return sorted(old) != sorted(new) and max(len(old), len(new)) >= _SAYS_MORE


def _without_told(side: Passage, language: Language) -> str:
    """The words that differ on a side without those that a rule other than `scope` speaks of."""
    acting = agents if language == "zh" else english_agents
    told = [(one.start, one.end) for one in acting(side.clause)]
    told += [(one.start, one.end) for one in quantities(side.clause, language)]
    told += [found.span() for _, force in _FORCES for found in force[language].finditer(side.clause)]
    told += [found.span() for pattern in (_PROVISION, _TITLE[language]) for found in pattern.finditer(side.clause)]
    return "".join(
        side.clause[at] for at in range(side.start, side.end) if not any(start <= at < end for start, end in told)
    )


def _without_one_subject(old: str, new: str) -> tuple[str, str]:
    """Two clauses without the body that acts, where both name the same one, or one of them names nobody."""
    one, other = subject_of(old), subject_of(new)
    if one and other and _is_same(one, other):
        return _without_body(old, one), _without_body(new, other)
    acting = agents(old), agents(new)
    if all(acting) or not any(acting):
        return old, new
    return _without_body(old, next(iter(acting[0]), None)), _without_body(new, next(iter(acting[1]), None))


def _without_body(clause: str, body: Mention | None) -> str:
    """A clause without a body that acts in it, and without what only joins it to the clause before."""
    said = clause[: body.start] + clause[body.end :] if body else clause
    return _JOINED.sub("", said)


def _is_said_beside(side: Passage, bare: str, text: str, own: str) -> bool:
    """Whether the other side says what is left out (该规划 for 规划); of a list, as often as the own side does."""
    if _IN_A_LIST.search(side.words):
        return squeezed(text).count(bare) >= max(1, squeezed(own).count(bare))
    return bare in _bare(text)


def is_covered(words: str, text: str, reading: Reading) -> bool:
    """Whether a text says most of the words."""
    own, held = bag(words, reading.language), bag(text, reading.language)
    return shared(own, held) >= _MOSTLY * sum(own.values())


# ----------------------------------------------------------------------------- what is gone or new


def dropped_duty(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the base that the target says neither in the row nor in any other provision.

    Not found: a clause whose words stand elsewhere in the target; a task of the state's own bodies, for which no local
    rule speaks.
    立法法 2023 art. 82: what the superior rule states need not be repeated, so a gap is a question and no error; a list
    restated in part is the known failure.
    """
    if not change.gone or not _says(change.base.words) or _DELEGATES.search(change.base.words):
        return None
    if reading.language == "zh" and _is_for_the_state(change):
        return None
    return _with_near(change)


def _is_for_the_state(change: Change) -> bool:
    """Whether nobody but the state's central bodies acts in a clause that is gone, or in its sentence before it."""
    acting = [one.text for one in agents(change.base.clause)] or [change.subjects[0]]
    named = [*acting] if all(acting) else [change.base.clause.removeprefix("由")]
    return all(_CENTRAL.search(one) and not _OF_PLACES.search(one) for one in named)


def added_duty(change: Change, reading: Reading) -> Quotes | None:
    """A clause of the target that the base says nowhere.

    Not found: the caption of an item (提高认识。…); a clause that only gives an amount or sets a condition (`number`,
    `condition`). 行政处罚法 arts. 10–16, 行政许可法 arts. 14–18: what a lower rule may add is limited.
    """
    if change.target.words in reading.captions:
        return None
    return _with_near(change) if change.new and _says(change.target.words) else None


def _says(words: str) -> bool:
    """Whether the words lay something down of their own, and do not merely announce a list or refer to the law."""
    if names_who(words):
        return False
    subject = subject_of(words)
    said = words[subject.end :] if subject else words  # who acts is said by the clause, and is no content of its own
    own = _WITHOUT_CONTENT.sub("", skeleton(_ANY_EXCEPTION.sub("", said)))
    if len(own) < _LEAST_DUTY - 1 or len(skeleton(words)) < _LEAST_DUTY:
        return False
    return not any(pattern.search(words) for pattern in (_ANNOUNCES, _PURPOSE, _GROUND, _AIM, _CATCH_ALL))


def _duty(side: Passage, reading: Reading) -> bool:
    return _force(side.words, reading.language) > 1


def _clauses(change: Change) -> Quotes:
    return change.base.quote(), change.target.quote()


def _english_bare(text: str) -> str:
    """The words of an English text that say something, as they are looked up."""
    spoken = (word.removesuffix("s") for word in re.findall(r"[a-z]+|\d+", text.lower()))
    return " ".join(_NUMBERS.get(word, word) for word in spoken if not _SAY_LITTLE.fullmatch(word))


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    if text.isascii():
        return _english_bare(text)
    plain = _FORCE.sub("", _LEVELS.sub("", _OWN_NAME.sub("", skeleton(_in_one_style(text)))))
    return _TRIVIAL.sub("", _NUMERAL.sub(lambda found: str(chinese_number(found.group())), plain))
