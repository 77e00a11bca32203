"""What a list of the base enumerates and the target does not, whatever its shape there.

base    禁止砍伐、放牧、狩猎、捕捞、采药等活动    target  （一）砍伐；（二）捕捞
──▶     放牧、狩猎、采药
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from statistics import median

from policydiff.comparison.findings.terms.style import in_one_style
from policydiff.eid import NUMERALS, ordinal
from policydiff.text import skeleton
from policydiff.words import words
from policydiff.words_of_force import WORDS_OF_FORCE

LEAST_ELEMENTS = 4
# What joins two elements: not what is part of a word, nor 以…及时.
JOIN = r"(?:、|和(?![平谐解睦])|以及|(?<!以)及(?:其(?!他))?(?![时格第早])|或者?)"
_LIST = re.compile(r"(?<![^，。；：！？、\n,;:])[^，。；：！？、\n,;:]+(?:、[^，。；：！？、\n,;:]+){2,}")
# What joins the last elements; not what is part of a word: 及时, 涉及, 和谐, 参与.
_LAST = re.compile(
    r"(?<![总中饱调缓温共])和(?![平谐解睦])|或者|以及|(?<![普涉危波触提])及(?:其(?!他))?(?![时格第早])|或|(?<![参赠给])与(?![会否其])"
)
OPEN = re.compile(r"(?<![平同优劣均相中高初上下])等(?![级同待候于])")  # leaves a list open; 平等, 等级 do not
# Where one list of a clause ends and another may begin: after 等 or 时, at a word of force or 进行, at 以及 or 或者
# between two.
_BREAK = re.compile(
    f"(?P<open>{OPEN.pattern})|(?<![及临同实按当小计定随平准暂即])时(?![间期段效限点刻速常代尚])|{WORDS_OF_FORCE}|进行"
    r"|(?P<join>以及|或者)"
)
# Words that are no part of an element: they stand before a list's first one or after its last.
_AROUND = frozenset(
    (
        "的", "在", "对", "从", "于", "由", "将", "把", "被", "为", "为了", "向", "按", "按照", "根据", "依照", "依据",
        "因", "经", "中", "时", "应", "应当", "必须", "不得", "可以", "禁止", "严禁", "从事", "进行", "开展", "采取",
        "包括", "是", "有", "具有", "具备", "取得", "负责", "及时", "依法", "并", "未", "与", "鼓励", "支持", "引导",
        "推动", "促进", "加强", "提高", "建立",
    )
)  # fmt: skip
_WHILE = ("过程", "工作", "活动")  # 泄露调查过程中知悉的秘密: 中 does not end the element
_OTHERS = re.compile(r"(?:以及|或者?|及|和)[^、和及或]{2,40}的其他[^、]*$")  # 和国务院规定的其他活动: no element
_FAVOURED = re.compile(
    r"(?:鼓励|支持|引导|扶持|推动)、(?=(?:鼓励|支持|引导|扶持|推动)[^、])"
)  # 鼓励、支持…: no elements
_JOINS = re.compile(r"[和与及或者的]|以及")
_CITED = re.compile(rf".*{ordinal('编章节条款项')}.*|(?:行政|地方性)?法规|法律|规章")
# A clause of which the list that follows is the content.
_FOLLOWING = rf"下列|(?<![0-9{NUMERALS}万亿元倍年月日天时岁级人名吨米度周%])以下"  # not 三千元以下
ANNOUNCES = re.compile(rf"(?:{_FOLLOWING})[^，。；]{{0,12}}$|(?:如下|包括|是)$")
# What other parts of the realm have (副省长、自治区副主席): which of them a local rule is for says its title.
_OF_OTHER_PLACES = re.compile(r"自治[区州县旗]|直辖市|州长|旗长")
_TAIL = re.compile(OPEN.pattern + ".*$")
_LEAST_SHARED = 0.75
_LONGEST_ELEMENT = 12
_POINTS = "，。；：、,;: \u3000"
_CLAUSES = re.compile(rf"[，。；：、,;:]|{_FOLLOWING}")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_EITHER = re.compile(r"(\w)[（(](\w)[）)](\w{1,2})")  # 高（低）温: 高温 and 低温

Enumeration = tuple[str, ...]  # the elements of a list


@lru_cache(maxsize=4096)  # of the two rules that are compared: a row is asked for each of its changes
def enumerations(text: str) -> tuple[Enumeration, ...]:
    """The lists of a text of at least four elements joined by 、; 省、自治区、直辖市 is one thing and no list."""
    plain = _BRACKETS.sub(lambda found: found.group().replace("、", "\0"), _FAVOURED.sub("", text))
    found = (_enumeration(piece) for match in _LIST.finditer(plain) for piece in _pieces(match.group()))
    return tuple(e for e in (*found, *_items(text)) if len(e) >= LEAST_ELEMENTS and _alike(e) and "自治区" not in e)


def _pieces(clause: str) -> Iterator[str]:
    """The parts of a clause that may be lists: 设计、施工以及监理、检测等单位和安装、调试单位 are three."""
    start, last = 0, clause.rfind("、")
    for found in _BREAK.finditer(clause):
        if found["join"] and found.start() > last:
            continue  # it joins the last element of one list
        end = found.end() if found["open"] else found.start()
        if "、" in clause[start:end]:
            yield clause[start:end]
        start = found.end()
    if "、" in clause[start:]:
        yield clause[start:]


def _items(text: str) -> Iterator[Enumeration]:
    """The items of a list, each on a line of its own, where they are as short as the elements of a sentence."""
    lines = [line.strip(_POINTS) for line in text.split("\n")]
    short = tuple(line for line in lines if line and len(line) <= _LONGEST_ELEMENT and not _CLAUSES.search(line))
    if short:
        yield short


def _alike(elements: tuple[str, ...]) -> bool:
    """Whether the elements are of one kind: none much longer than the usual one."""
    lengths = [len(_BRACKETS.sub("", element)) for element in elements]
    usual = median(lengths)
    longest = usual + 2 if len(elements) == LEAST_ELEMENTS else max(2.5 * usual, usual + 4)
    return usual <= _LONGEST_ELEMENT and max(lengths) <= longest


def _enumeration(text: str) -> Enumeration:
    first, *inner, last = _OTHERS.sub("", text).split("、")
    tail = without_tail(last)
    is_open = tail != last
    if "的" in tail and not any("的" in element for element in inner):
        tail = tail.partition("的")[0]  # 人力、财力、物力的支持: what the list qualifies is no element
    parts = ([part for part in _LAST.split(tail) if part] if inner else []) or [tail]
    if inner and len(parts[0]) > 2 * median(map(len, inner)):
        parts = parts[:1]  # 新建、扩建建筑工程和节能改造: what the list qualifies is joined, and not its elements
    usual = int(median(len(part) for part in (*inner, *parts[:-1]))) if inner else len(parts[0])
    head = _head(first, usual)
    longest = usual if len(parts[-1]) > 2 * usual else len(last)
    final = parts[-1] if is_open else _last_element(parts[-1], usual, longest)
    elements = (head, *inner, *parts[:-1], final)
    return tuple(element.replace("\0", "、") for element in elements if element)


def without_tail(element: str) -> str:
    """A last element without 等 and what comes after it."""
    return _TAIL.sub("", element)


def _head(first: str, usual: int) -> str:
    """A list's first element, without the words before it: it is about as long as the others."""
    tokens = words(first)
    head = ""
    while tokens and (head.count("）") > head.count("（") or len(_BRACKETS.sub("", head)) < usual):
        if head and tokens[-1] in _AROUND:
            break
        head = tokens.pop() + head
    return "发展改革" if head == "改革" and tokens[-1:] == ["发展"] else head


def _last_element(last: str, usual: int, longest: int) -> str:
    """A list's last element, without the words after it; nothing where it is not seen where it ends: a long name goes
    on behind the words that are as many as another element has."""
    found = _first_words(last, longest)
    rest = words(last[len(found) :])
    says_when = found.endswith(_WHILE) and rest[:1] == ["中"] and bool(rest[1:])
    goes_on = bool(rest) and (rest[0] not in _AROUND or says_when)
    return "" if goes_on and len(found) > usual and len(words(found)) > 1 else found


def _first_words(last: str, usual: int) -> str:
    out = ""
    for token in words(last):
        is_open = out.count("（") > out.count("）")
        if not is_open and (len(out) >= usual or (out and token in _AROUND)):
            break
        out += token
    return out


@lru_cache(maxsize=4096)
def missing(enumeration: Enumeration, other: str) -> tuple[str, ...]:
    """The elements that the other text does not name.

    其他… names nothing that could be missing, nor do 法规, 第二项 (`reference`) and what other parts of the realm have
    (自治区副主席). 设计单位 is named by 设计、施工单位, 技术和产品的推广 by 技术、产品推广.
    """
    held, plain = skeleton(written_out(other)), skeleton(in_one_style(other))
    first, last = enumeration[0], enumeration[-1]
    ending = _ending(enumeration)
    return tuple(
        element
        for element in enumeration
        if not element.startswith("其他")
        and not is_of_other_places(element)
        and not _CITED.fullmatch(element)
        and not holds(held, skeleton(element))
        and not ((both := _named_together(element)) and all(holds(held, one) for one in both))
        and skeleton(in_one_style(element)) not in plain
        and not (ending and _is_listed(element.removesuffix(ending), ending, other))
        and not (element is first and holds(held, skeleton(words(first)[-1]), least=2))
        and not (element is last and holds(held, skeleton(words(last)[0]), least=2))
    )


def written_out(text: str) -> str:
    """A text and, behind it, each of two words that it writes as one (高（低）温)."""
    return "、".join((text, *_named_together(text)))


def _named_together(text: str) -> tuple[str, ...]:
    """The words of a text of which two are written as one: of 高（低）温 高温 and 低温."""
    return tuple(one + end for *either, end in _EITHER.findall(text) for one in either)


def is_of_other_places(element: str) -> bool:
    """Whether an element names what only some parts of the realm have."""
    return bool(_OF_OTHER_PLACES.search(element))


def _ending(elements: tuple[str, ...]) -> str:
    """What all elements end in."""
    shortest = min(elements, key=len)
    shared = (shortest[at:] for at in range(len(shortest)))
    return next((end for end in shared if all(element.endswith(end) for element in elements)), "")


@lru_cache(maxsize=64)  # a text is asked for each element of a list
def _without_joins(text: str) -> str:
    return _JOINS.sub("", text)


def _is_listed(stem: str, ending: str, text: str) -> bool:
    """Whether a text has in a list what its elements have before the ending that they share."""
    found = re.search(f"{re.escape(stem)}(?:[、和或及与]|以及)", text) if len(stem) > 1 else None
    return bool(found) and ending in text


def holds(text: str, element: str, least: int = 1) -> bool:
    """Whether a text holds an element, or most of the pairs of characters of a long one."""
    if len(element) < least:
        return False
    if element in text:
        return True
    if len(element) < 4:
        return False
    element, text = _JOINS.sub("", element), _without_joins(text)
    pairs = {element[i : i + 2] for i in range(len(element) - 1)}
    return sum(pair in text for pair in pairs) >= _LEAST_SHARED * len(pairs)
