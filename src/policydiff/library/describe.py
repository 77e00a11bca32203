"""What a document says of itself: its title, who issued it and when, of which kind it is, what it implements.

    东区实施《胡须管理条例》办法                            title; it names what it implements
    （2021年5月1日东区人民政府令第3号公布）                  date 2021-05-01, issuer 东区人民政府
    第一条 根据《中华人民共和国胡须法》，制定本办法。          so does its first article

Each is a `Fact`: a value, and whether it was read or is a guess that someone should look at. Patterns look at the text
in simplified characters, which keeps its length; values are as they are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from policydiff.dates import Day, days
from policydiff.library import english
from policydiff.library.acts import acts, maker
from policydiff.model import Document, DocumentKind, Lack, Relation
from policydiff.text import is_chinese, simplified, skeleton
from policydiff.titles import REPUBLIC, RULE_TITLE
from policydiff.wording import LACKS

Value = TypeVar("Value", bound=str, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[Value]):
    """A value, empty where nothing was found; `sure` where the text says it in so many words."""

    value: Value
    sure: bool = False


UNKNOWN = Fact(value="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a document says of itself. `bases` are the titles of the rules that it says it is based on, `mentions` all
    that it names in any way."""

    title: Fact[str]
    issuer: Fact[str]
    date: Fact[str]
    kind: Fact[DocumentKind]
    bases: tuple[str, ...]
    mentions: tuple[str, ...]


_YEAR = re.compile(r"[〔\[［【(（]\s?((?:19|20)\d\d)")
_NO_SIGNATURE = re.compile(r"[:：]|^[（(【\[]")  # to whom it is sent, who may see it: （此件公开发布）
_FROM, _HOLDS = re.compile(r"(?:自|从|于)\s?$"), re.compile(r"起?(?:施行|实施|执行|生效)")

_NATIONAL = re.compile(
    r"^(?:中华人民共和国|全国|国务院|国家|中共中央|中央|最高人民|政务院|中国(?!.{0,20}(?:省|市|区|县))|.{2,12}(?:部|总局|总署)$)"
)
_PROVINCES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 "
    "重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾"
).replace(" ", "|")
_PLACE = re.compile(rf"(?:中共)?(?:{_PROVINCES})")
_LOCAL = re.compile(
    rf"^(?:中共)?(?:{_PROVINCES})"
    r"|^(?!中华|中国|全国|国家|国旗|城市|都市|超市|股市|门市|自治|城乡|城镇|乡镇|民族乡|村镇|集镇|村庄|各|本"
    r"|(?:地|社|灾|景|特|小|风景名胜|自然保护|饮用水水源保护|综合保税|保税|出口加工|蓄滞洪|专属经济|领海及毗连)区)"
    r"[\u4e00-\u9fffA-Za-z]{1,8}?(?:省|市|自治区|自治州|自治县|县|区(?!块)|旗|盟|街道|镇|乡)"
    r"(?!场|政(?!务|府)|容|民(?![营用])|划|域|分)"
)

_QUOTED = re.compile(r"《((?:[^《》]|《[^《》]{1,60}》){2,80})》")
_BASIS = re.compile(r"(?:根据|依据|依照|按照|遵照|遵循|贯彻|实施|执行|落实|施行)[^。；]{0,40}?(?=《)")
_BARE_BASIS = re.compile(r"(?:根据|依据|依照|按照)([\u4e00-\u9fff]{1,20}?(?<![宪方])(?:法|条例))(?=[的、，和])")
_MAKES = re.compile(r"制定|制订|修订|提出|现就|现将")
_TITLE_BASIS = (
    re.compile(r"(?:实施|施行|贯彻|执行|落实)《(.{2,60})》"),
    re.compile(r"《(.{2,60})》的?(?:实施|施行)"),
    re.compile(r"^(.{2,50}(?:法|条例|规定|办法|制度))(?:的?实施|施行)(?:细则|办法|条例|规定|意见|方案)"),
)
_EDITION = re.compile(r"[（(〔\[][^（(）)]{1,20}[）)〕\]]$")
_FIRST_ARTICLES = 2


def describe(document: Document) -> Description:
    """What the document says of itself."""
    title = document.title
    issuer, date = _approval(document)
    issuer = issuer if issuer.value else _letterhead(document)
    date = date if date.value else _written(document)
    return Description(
        title=Fact(value=title, sure=RULE_TITLE.fullmatch(simplified(title)) is not None),
        issuer=issuer,
        date=date,
        kind=_kind(document, issuer),
        bases=tuple(_bases(document)),
        mentions=tuple(dict.fromkeys(name for leaf in document.leaves() for name in _named(leaf.text, document))),
    )


def title_key(title: str) -> str:
    """What two titles of one rule have in common: the state's name and the edition in brackets are left out."""
    bare = _EDITION.sub("", title.strip().strip("《》"))
    if not any(map(is_chinese, bare)):
        return skeleton(english.plain(bare))
    return skeleton(bare).replace(skeleton(REPUBLIC), "")


def lack(relation: Relation | None, base: Document, target: Document) -> Lack:
    """What the target does with what it does not have of the base, as in `wording.fate`: by what the library says that
    it is to it, else by what the two say of themselves."""
    if relation:
        return LACKS[relation]
    return "untranslated" if may_translate(base, target) else standing(base, target)


def standing(base: Document, target: Document) -> Lack:
    """What the target does with what it does not have of the base, by what both say of themselves: it has `revised` a
    text of the same title, and is `unrelated` to a rule of its own kind that it does not rest on; else it stands under
    the base and has `omitted` it."""
    one, other = describe(base), describe(target)
    title = title_key(base.title)
    if title and title in map(title_key, other.bases):
        return "omitted"
    if base.source.sha256 == target.source.sha256 or (title and title == title_key(target.title)):
        return "revised"
    return "unrelated" if one.kind == other.kind and one.kind.sure else "omitted"


def may_translate(base: Document, target: Document) -> bool:
    """Whether of two texts in two languages the target may be a translation of the base: all but the rule of a place
    beside one that is not of a place. The rule of a place in another language implements what is central."""
    one, other = describe(base).kind.value, describe(target).kind.value
    return base.language != target.language and (other != "local" or one == "local")


def dated(document: Document, catalogued: str = "") -> str:
    """When a document was made: as corpus.toml says, else as its text says in so many words; empty where neither
    does."""
    date = describe(document).date
    return catalogued or (date.value if date.sure else "")


def is_local(title: str) -> bool:
    """Whether a title names a place, so that its rule is one of that place."""
    return _LOCAL.search(title) is not None


# ------------------------------------------------------------------------------------- issuer and date


def _approval(document: Document) -> tuple[Fact[str], Fact[str]]:
    """Who made the rule and when it got the form that it has, by the notes below its title: the last act decides."""
    told = acts(document)
    if not told:
        return UNKNOWN, UNKNOWN
    who = maker(told)
    return Fact(value=who, sure=bool(who)), Fact(value=max(act.date for act in told), sure=True)


def _residue(document: Document, *reasons: str) -> Iterator[str]:
    """What stands in the text and is no provision for one of these reasons, a line each."""
    for piece in document.residue:
        if piece.reason in reasons:
            yield document.source.text[piece.span.start : piece.span.end].strip()


def _letterhead(document: Document) -> Fact[str]:
    """Who issued the rule, by the letterhead or the signature."""
    for line in _residue(document, "letterhead"):
        return Fact(value=line.removesuffix("文件").strip(), sure=True)
    signatures = [line for line in _residue(document, "signature") if not _NO_SIGNATURE.search(line)]
    if signatures and not any(days(signatures[-1])):
        return Fact(value=signatures[-1], sure=False)
    return UNKNOWN


def _written(document: Document) -> Fact[str]:
    """The date under the rule or above it, else the one on which it comes into force."""
    written = [day for line in _residue(document, "date", "byline", "web-page") for day in days(line)]
    if written:
        return Fact(value=written[-1].iso, sure=False)
    for leaf in reversed(document.leaves()):
        if "施行" in simplified(leaf.text) and (day := next(days(leaf.text), None)):
            return Fact(value=day.iso, sure=False)
    numbers = [found.group(1) for line in _residue(document, "document-number") if (found := _YEAR.search(line))]
    return Fact(value=numbers[0] if numbers else "", sure=False)


def effective(document: Document) -> str:
    """The day on which a document says that it enters into force: 2018-01-01; empty where it names none."""
    for leaf in reversed(document.leaves()):
        if begins := next((day.iso for day in days(leaf.text) if _begins(leaf.text, day)), ""):
            return begins
    return ""


def _begins(text: str, day: Day) -> bool:
    """Whether something enters into force on a day that a text names: 自2018年1月1日起施行."""
    plain = simplified(text)
    return bool(_FROM.search(plain, max(day.start - 2, 0), day.start) and _HOLDS.match(plain, day.end))


# ------------------------------------------------------------------------------------------------ kind


def _kind(document: Document, issuer: Fact[str]) -> Fact[DocumentKind]:
    """Of which kind the document is, by who issued it and by what its title begins with."""
    if document.language == "en":
        return Fact(value=english.kind(document.title, issuer.value), sure=False)
    if not any(provision.num for provision in document.walk()):
        return Fact(value="commentary", sure=False)
    title, by = simplified(document.title), simplified(issuer.value)
    if issuer.sure and _NATIONAL.search(by):
        return Fact(value="central", sure=True)
    if _LOCAL.search(title) or _LOCAL.search(by):
        return Fact(value="local", sure=issuer.sure or _PLACE.match(title) is not None)
    return Fact(value="central", sure=title.startswith((REPUBLIC, "全国", "国家", "国务院")))


# ---------------------------------------------------------------------------------------------- bases


def _bases(document: Document) -> Iterator[str]:
    """The titles of the rules that this one says it is based on, in its title and in its first articles; each once."""
    own = title_key(document.title)
    seen: set[str] = {own}
    in_english = document.language == "en"
    in_title = english.named_in_title if in_english else _named_in_title
    in_text = english.named_in_text if in_english else _named_in_text
    for name in (*in_title(document.title), *in_text(_opening(document))):
        key = title_key(name)
        if key and key not in seen:
            seen.add(key)
            yield name


def _named_in_title(title: str) -> Iterator[str]:
    for pattern in _TITLE_BASIS:
        if found := pattern.search(simplified(title)):
            name = title[found.start(1) : found.end(1)]
            place = _LOCAL.match(simplified(name)) if pattern is _TITLE_BASIS[-1] else None
            yield name[place.end() :] if place else name
            return


def _named(text: str, document: Document) -> Iterable[str]:
    return english.named(text) if document.language == "en" else _QUOTED.findall(text)


def _named_in_text(opening: Iterable[str]) -> Iterator[str]:
    """What the sentence that says why the rule was made names as its ground."""
    for text in opening:
        for sentence in re.split("[。；]", text):
            # What stands before the last word that says that the rule is made may be its ground.
            plain = simplified(sentence)
            made = max((found.start() for found in _MAKES.finditer(plain)), default=0)
            if basis := _BASIS.search(plain, 0, made):
                yield from (found.group(1) for found in _QUOTED.finditer(sentence, basis.end(), made))
            elif bare := _BARE_BASIS.search(plain, 0, made):
                yield sentence[bare.start(1) : bare.end(1)]


def _opening(document: Document) -> Iterable[str]:
    """The words of the preamble and of the first articles."""
    articles = 0
    for provision in document.walk():
        articles += provision.level == "article"
        if articles > _FIRST_ARTICLES:
            return
        if provision.text:
            yield provision.text
