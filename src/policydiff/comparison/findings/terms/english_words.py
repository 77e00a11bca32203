"""The words of an English text that say something, and which of two say the same.

The operator shall rectify the breach at once        oper rectif breach
The breach must be corrected by the operator         breach correct oper      the same words in another order
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import NamedTuple

from policydiff.alignment.meanings import nearness_of_stems, renderings
from policydiff.alignment.translation import stem
from policydiff.expressions import expression
from policydiff.text import fold

_WORD = expression(r"\d{1,2}(?:st|nd|rd|th)\b|[a-z]+(?:-[a-z]+){0,3}")
_FIRST = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENTHS = {10 * n: f"{ten[:-1]}ieth" for n, ten in enumerate(_TENS, 2)}
_COMPOUND = {10 * n + m: f"{ten}-{_FIRST[m - 1]}" for n, ten in enumerate(_TENS, 2) for m in range(1, 10)}
_ORDINALS = {str(n): word for n, word in (*enumerate(_FIRST, 1), *_TENTHS.items(), *_COMPOUND.items())}
# What a document calls itself, and what says nothing as a whole.
_PHRASE = expression(
    r"\b(?:this|these|the present|the said) (?:act|law|rules|measures|regulations?|provisions|ordinance|code|decree)\b"
    r"|\bin order to\b|\bprior to\b|\bin line with\b|\b(?:has|have) the right to\b|\b(?:make|makes|making|made) sure\b"
    r"|\b(?:comes?|coming|enters?|puts?) into (?:force|effect)\b|\btakes? effect\b|\bin force\b|\bin working order\b"
    r"|\b(?:draw|draws|drawn|drawing|set|sets|setting|put|puts|putting) up\b"
    r"|\bthe names? of (?=the\b)|\b(?:run|issued) by\b|\bwith(?:out| no)? (?:any |undue |further )?delay\b"
    r"|\b(?:responsibility|liability) (?:shall|must|will) be (?:investigated|pursued|borne|affixed)\b"
    r"|\b(?:held|hold|be) (?:criminally|legally|civilly) (?:liable|responsible)\b"
    r"|\b(?:in|take|takes|taking) place\b|\bas the case may be\b|\bin the light of\b|\bwith a view to\b"
    r"|\b(?:(?:of|under) )?the state council\b|\b(?:at or )?(?:above|below) the \w{1,20} level\b"
    r"|\b(?:in|within|of) (?:this|the whole) (?:city|province|municipality|county|district|region)\b"
)
# What several words say for which there is one, no longer than they are: places in the text stay.
_IN_ONE_WORD = (
    ("hand(?:s|ed|ing)? in", "submit"), ("br(?:ing|ings|inging|ought) up to date", "update"),
    ("ke(?:ep|eps|eping|pt) up to date", "update"), ("call(?:s|ed|ing)? off", "cancel"),
    ("put(?:s|ting)? off", "defer"), ("g(?:ive|ives|iving|ave|iven) back", "return"),
    ("p(?:ay|ays|aying|aid) back", "repay"), ("hand(?:s|ed|ing)? over", "deliver"),
    ("(?<=[a-z] )apart from", "separate"), ("let(?:s|ting)? out", "rent"),
    ("g(?:et|ets|etting|ot) rid of", "remove"), ("thr(?:ow|ows|owing|ew|own) away", "discard"),
    ("look(?:s|ed|ing)? into", "examine"), ("look(?:s|ed|ing)? after", "tend"),
    ("le(?:ave|aves|aving|ft) out", "omit"), ("(?:do|does|doing|did|done) away with", "abolish"),
    ("m(?:ake|akes|aking|ade) use of", "use"), ("g(?:ive|ives|iving|ave|iven) notice", "notify"),
    ("m(?:ake|akes|aking|ade) (?:known|public)", "publish"), ("f(?:ind|inds|inding|ound) out", "discover"),
    ("point(?:s|ed|ing)? out", "indicate"), ("put(?:s|ting)? an end to", "stop"),
    ("put(?:s|ting)? (?:(?:it|this|that|them|matters|things) )?right", "correct"),
    ("t(?:ake|akes|aking|ook|aken) the place of", "replace"), ("in the presence of", "present"),
    ("in writing", "written"), ("(?:free of|without|at no|at no extra) (?:charge|cost)", "free"),
)  # fmt: skip
_SAID_IN_ONE = expression("|".join(rf"\b(?P<w{n}>{phrase})\b" for n, (phrase, _) in enumerate(_IN_ONE_WORD)))
# What says next to nothing by itself: particles, light verbs, words of force, what only points at something.
_LITTLE = """
    a an the this that these those such said same it its itself they them their he she him her his hers who whom
    whose which what where when whenever while as and or nor but if of to in on at by for from with within into
    onto upon over under out off up down about above below between among before after until till than then so
    thus also both either neither all any each every some other others another no not none never only very more
    most less least few fewer many much own be is are was were been being am do does did done doing have has had
    having shall must may might can could will would should ought single need needs needed get gets got make makes made
    making take takes took taken taking carry carries carried carrying conduct conducts conducted conducting perform
    performs performed performing give gives given giving engage engages engaged engaging hold put set go case
    event accordance according accordingly pursuant respect regard regarding respectively respective relevant
    concerned relating related thereof thereto therein therefrom thereby hereby herein hereof hereunder there
    here etc namely including include includes included provided provide provides following follows
    above-mentioned aforesaid aforementioned per via one ones two way behalf view light due through throughout
    during without whether unless except save however provision provisions article articles paragraph section
    subsection item clause law laws person persons people anyone anybody individual individuals whoever someone
    time times day days month months year years hour hours week weeks working business calendar yuan rmb percent
    cent age i ii iii iv v vi vii viii ix x b c d e f g h s t competent actual conditions condition date deem
    deemed fall prescribed prescribe necessary required require requires requiring duly able unable obliged
    bound entitled allowed permitted prohibited forbidden purpose purposes manner extent exceed exceeding
    exceeds maximum minimum end once twice expire number first again further thereafter immediately promptly
    forthwith timely half one-half state available exist exists existing situation term terms period periods
    limit limits deadline duration specified occur occurs occurred happen happens arise arises impose imposes
    imposed subject liable punishable guilty older younger old longer circumstances circumstance activity
    activities matter matters work works kind kinds type types form situated level levels january february march
    april june july august september october november december million thousand hundred ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety three four five six seven eight nine later earlier remain remains suffer suffers suffering allow
    allows commit commits committed notwithstanding despite apart excluding otherwise anything something
    held holds himself herself itself themselves oneself
    encourage encourages encouraged cases mean means mentioned referred called refer refers defined fail fails
    failed failing failure obtain obtains obtained come comes coming inside often sure continue continues
    continued continuing municipal provincial nationwide
"""
_SAYS_NOTHING = frozenset(_LITTLE.split())
# A word with those of its forms that end otherwise.
_FORMS = """
    child children; lend lent; keep kept; sell sold sale sales; pay paid payment; send sent; meet met; build
    built; leave left; lose lost loss losses; find found; buy bought; bring brought; seek sought; teach taught;
    hold held; bear borne; choose chosen choice; write written; drive driven; grow grown grew growth; know
    known; show shown; withdraw withdrawn; win won; run ran; apply application applications applicant
    applicants; decide decision decisions; permit permission; admit admission; extend extension; close closure;
    prove proof; woman women; man men; life lives; body bodies; seize seizure; remove removal; refuse refusal;
    approve approval; possess possession; fail failure; store storage; use usage; enter entry entrance; die
    death dies died; license licence licences; breach breached breaches; safety safe safely; illness ill; health
    healthy; week weekly; month monthly; year yearly; speak spoken; lead led; feed fed; breed bred; steal stole
    stolen; catch caught; break broke broken; throw threw thrown; deal dealt; wear wore worn; eat ate eaten; ride
    rode ridden; fall fell fallen; rise rose risen; tell told; strike struck; burn burnt; begin began begun
"""
_IRREGULAR = {form: word for word, *forms in map(str.split, _FORMS.split(";")) for form in forms}
# Words of which a drafter takes one for another as a matter of style.
_ALIKE = (
    "comply conform observe abide obey meet satisfy fulfil", "correct rectify remedy", "cease stop discontinue halt",
    "breach violate contravene infringe", "obtain acquire", "formulate enact adopt", "license permit",
    "keep retain preserve maintain store", "publish post display announce disclose public publicise publicize",
    "venue place premises site location position", "prominent conspicuous visible noticeable",
    "function work operate order", "pupil student", "entity unit organisation organization body institution",
    "enterprise company firm corporation", "buy purchase procure", "notify inform", "finish complete",
    "begin start commence", "strengthen enhance reinforce", "protect safeguard ensure guarantee",
    "supervise oversee supervision", "manage administer administration management", "operate run", "build construct",
    "renew extend", "refuse reject deny", "consent agree", "decide determine", "eliminate remove clear",
    "worker employee staff personnel", "officer official functionary", "offence crime offense",
    "credential identity identification certificate", "submit present provide supply furnish produce show",
    "help assist", "cost expense", "fee charge", "area region", "revoke cancel withdraw", "near adjacent",
    "unfit unsuitable", "suitable fit", "ask request apply", "send deliver transmit",
    "explain state specify indicate", "set lay prescribe stipulate specify", "use utilise utilize", "adopt use",
    "trader seller vendor", "house dwelling", "duty obligation responsibility", "right entitlement",
    "deadline period limit", "harm damage injure injury", "check inspect examine inspection examination",
    "examine review", "record register", "copy duplicate", "illegal unlawful", "appoint designate nominate",
    "entrust authorise authorize", "manager administrator", "equip furnish provide", "respond reply answer",
    "aim purpose", "serious grave", "circumstance situation", "test testing detect", "goods commodity product",
    "vehicle car", "remain stay", "close closure shut", "apply govern", "enable allow", "establish set create",
    "post position", "cooperate collaborate", "handle process deal treat", "investigate inquire", "return refund",
    "accept receive", "interest gain income", "oral verbal", "submit file lodge", "postpone defer", "repay refund",
    "find discover discovery",
)  # fmt: skip
# Words that meanings bring near each other, and of which the law must not take one for the other.
_CONTRARY = (
    "increase decrease", "public private", "internal external", "man woman", "county city", "legal illegal",
    "accept refuse", "safe danger", "safety danger", "bus train",
)  # fmt: skip
# The two parties to one act, whose names begin alike.
_PARTIES = (
    "employer employee", "lessor lessee", "licensor licensee", "mortgagor mortgagee", "consignor consignee",
    "transferor transferee", "payer payee",
)  # fmt: skip
_PARTY = frozenset(" ".join(_PARTIES).split())
_NEGATIVE = frozenset(("un", "in", "im", "il", "ir", "dis", "non", "non-", "de", "ab"))
_LEAST_NEAR, _LEAST_GLOSSED = 0.45, 0.1
_FEWEST_GLOSSES = 2
_LONGEST_ENDING = 2
_LEAST_STEM, _LEAST_BEGINNING, _LONG = 4, 5, 6


class Word(NamedTuple):
    """A word that says something: its stem, and where it stands."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=4096)  # of the two rules that are compared
def content(text: str) -> tuple[Word, ...]:
    """The words of a text that say something, in order."""
    plain = _PHRASE.sub(lambda found: " " * len(found.group()), _SAID_IN_ONE.sub(_one_word, fold(text)))
    return tuple(
        Word(_root(word), found.start(), found.end())
        for found in _WORD.finditer(plain)
        if (word := _in_letters(found.group())) not in _SAYS_NOTHING
    )


def _in_letters(word: str) -> str:
    """A word; of 15th, fifteenth."""
    return _ORDINALS.get(word[:-2].lstrip("0"), word) if word[0].isdecimal() else word


def _one_word(found: re.Match[str]) -> str:
    """The word for a phrase, as long as the phrase is."""
    word = next(word for n, (_, word) in enumerate(_IN_ONE_WORD) if found[f"w{n}"])
    return word.ljust(len(found.group()))


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """What a text says, each word once."""
    return tuple(dict.fromkeys(word.stem for word in content(text)))


@lru_cache(maxsize=1 << 14)
def _root(word: str) -> str:
    """What the forms of a word share: operator, operate and operation are one; employer and employee are two."""
    if (party := word.removesuffix("s")) in _PARTY:
        return party
    whole = "-".join(_IRREGULAR.get(part, part) for part in word.split("-"))
    return stem(whole.removesuffix("ity")) if whole.endswith("ity") and len(whole) > _LONG else stem(whole)


@cache
def _groups() -> dict[str, frozenset[int]]:
    """In which groups of words that say the same a stem stands."""
    out: dict[str, set[int]] = {}
    for number, group in enumerate(_ALIKE):
        for word in group.split():
            out.setdefault(_root(word), set()).add(number)
    return {root: frozenset(numbers) for root, numbers in out.items()}


@cache
def _contraries() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(map(_root, pair.split())) for pair in (*_PARTIES, *_CONTRARY))


def are_contrary(one: str, other: str) -> bool:
    """Whether the law must not take one stem for the other: valid and invalid, buy and sell."""
    short, long = sorted((one, other), key=len)
    return frozenset((one, other)) in _contraries() or (
        len(short) >= _LEAST_STEM and long.endswith(short) and long.removesuffix(short) in _NEGATIVE
    )


@lru_cache(maxsize=1 << 13)
def _glossed(one: str) -> dict[int, float]:
    """The Chinese words of the law with a stem among their glosses, by number, and its share of these."""
    return dict(renderings().get(one, ()))


@lru_cache(maxsize=1 << 15)
def are_one(one: str, other: str) -> bool:
    """Whether two stems are of one word, or of two that a drafter takes for one as a matter of style."""
    if one == other:
        return True
    if are_contrary(one, other):
        return False
    if have_one_beginning(one, other):
        return True
    return bool(_groups().get(one, frozenset()) & _groups().get(other, frozenset()))


@lru_cache(maxsize=1 << 16)
def say_the_same(one: str, other: str) -> bool:
    """Whether two stems are of one word, or of two of which one may stand for the other."""
    if are_one(one, other):
        return True
    if are_contrary(one, other):
        return False
    return _are_glosses_of_one(one, other) or nearness_of_stems(one, other) >= _LEAST_NEAR


def have_one_beginning(one: str, other: str) -> bool:
    """Whether two stems differ in their ending alone: extens, extend."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _LEAST_STEM and long.startswith(short):
        return len(long) - len(short) <= _LONGEST_ENDING
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(short))
    return same >= _LEAST_BEGINNING and len(long) - same <= _LONGEST_ENDING


def _are_glosses_of_one(one: str, other: str) -> bool:
    """Whether a dictionary renders the same Chinese words by both."""
    mine, yours = _glossed(one), _glossed(other)
    both = [word for word in mine if word in yours]
    if len(both) < _FEWEST_GLOSSES:
        return False
    common = sum(math.sqrt(mine[word] * yours[word]) for word in both)
    return common >= _LEAST_GLOSSED * math.sqrt(sum(mine.values()) * sum(yours.values()))
