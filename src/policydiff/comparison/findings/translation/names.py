"""Offices and instruments for which a translation names others."""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.terms.english_names import Office, offices, titles
from policydiff.comparison.findings.translation.gloss import glosses_of, heard, rendered, spoken
from policydiff.expressions import expression

_TITLE = expression(r"《(?P<name>[^《》]{2,60})》")
_OFFICE = expression(r"[\u4e00-\u9fff]{2,10}?(?:部门|机关|机构|法院|检察院|委员会|(?<![布大结格])局)")
_BEHIND = expression(r"向|由|经|报|会同|和|与|及")  # what stands before the name of an office
_KINDS = "law act regulation measures rules provisions code ordinance statute decree decision interpretation"
_ANY_ONE = expression(r"(?:[本各该其]|其他|相关|有关)(?:地区|单位|行业|系统|级)?(?:部门|机关|机构)$")
_JOINED = expression(r"[\w-]{1,20} and $")
_BEFORE = 24  # characters
_OF_ANY = expression(
    r"中华人民共和国|国务院|人民政府|主管|行政|部门|机关|机构|负责|有关|相关|[县市省]级|以上|地方|所在地|当地|同级|本级"
    r"|上级|下级|各级|法律|法规|条例|规定|办法|细则|实施"
)


def actor(chinese: str, english: str) -> Iterator[Found]:
    """An office whose name renders no word of the Chinese sentence, where no office is named for one that this names.

    Not found: those who hold no office; one of several offices that the translation leaves out.
    """
    rendering, given = glosses_of(spoken(chinese)), [*offices(english)]
    strange = [one for one in given if one.field and rendering.isdisjoint(_says(one, english))]
    named = frozenset().union(*(_says(one, english) for one in given))
    for office in _OFFICE.finditer(chinese) if strange else ():
        said = spoken(_OF_ANY.sub(" ", office.group()))
        if strange and said and not _ANY_ONE.search(office.group()) and not rendered(said, named):
            one = strange.pop(0)
            yield Found("actor", "actor", _BEHIND.split(office.group())[-1], english[one.start : one.end])


def _says(office: Office, english: str) -> frozenset[str]:
    """What the name of an office says beside its kind, with a word before it that may be a part of it: the fire and
    rescue agency."""
    before = _JOINED.search(english[max(0, office.start - _BEFORE) : office.start])
    name = english[office.start : office.end - len(office.head)]
    return heard(f"{before.group() if before else ''}{name}")


def instrument(chinese: str, english: str) -> Iterator[Found]:
    """An instrument (《…》) for which the translation names another, of whose title no word renders the Chinese one.

    Not found: an instrument that the translation does not name by its title.
    """
    cited = [(found.group(), spoken(_OF_ANY.sub(" ", found["name"]))) for found in _TITLE.finditer(chinese)]
    given = [english[start:end] for start, end in titles(english).values()]
    kinds = heard(_KINDS)  # one of which any title has
    rendering = glosses_of([word for _, said in cited for word in said]) - kinds
    named = heard(" ".join(given)) - kinds
    strange = [title for title in given if rendering.isdisjoint(heard(title))]
    for title, said in cited:
        if strange and said and not rendered(said, named):
            yield Found("instrument", "reference", title, strange.pop(0))
