"""Words of the law for which English has few, so that a translation without any of them has lost what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from policydiff.comparison.findings.found import Found
from policydiff.comparison.findings.row.changes import Quotation
from policydiff.expressions import expression

_MARK = expression(r"[,;:.](?=\s|$)")
_LONGEST = 4  # characters of what is quoted behind a word


class _Weighty(NamedTuple):
    """Chinese words, and the English ones of which any translation has one."""

    chinese: re.Pattern[str]
    english: re.Pattern[str]

    @classmethod
    def of(cls, chinese: str, english: str) -> _Weighty:
        return cls(expression(chinese), expression(rf"\b(?:{english})", re.IGNORECASE))


# How something is to be done, and by whom.
_MANNERS = tuple(
    _Weighty.of(*words)
    for words in (
        ("亲自|本人(?=到|前往|签|申请|办理|领取)",
         r"in person|personal|(?:him|her|it|them|one)sel(?:f|ves)\b|own\b"),
        ("书面", "writ|letter"),
        ("免费|无偿",
         "free|gratis|gratuit|without (?:charge|cost|pay|compens|fee)|no (?:charge|cost|fee)|not? .{0,12}charge"
         "|unpaid|at (?:its|their) (?:own )?(?:cost|expense)|uncompensated"),
        ("优先(?!股|权)", "priorit|prefer|precede|first|prior"),
        ("事先|事前|预先", "prior|before|advance|previous|first|pre-?|ahead|until|already"),
        ("连续", "consecutiv|contin|success|in a row|running|straight|uninterrupted|on end|back-to-back|sequen"),
        ("保密(?!法|规定|制度|部门|行政|工作)", "confiden|secre|disclos|reveal|divulg"),
        ("故意|恶意(?!软件|程序|代码)", "inten|deliberate|wil+ful|know|malic|purpose|bad faith|consciou"),
        ("首次|初次", "first|initial|once"),
        ("自愿", "volunt|free|will|own (?:accord|choice|motion)|choos"),
        ("当场", "spot|scene|there and then|on-?site|immediate|instant|at the time|in situ"),
        ("实名", "real|ident|true name|name"),
        ("会同|联合(?![国会体社])", "with|joint|together|consult|conjunction|collab|co-?op|coordinat|along|both"),
        ("自行(?!车)", r"(?:it|him|her|them|one)sel|own\b|independen|self|alone|direct"),
        ("参照", "refer|mutatis|analog|similar|correspond|model|consult|follow"),
        ("从重", "heav|sever|aggravat|harsh|strict|stiff|grave"),
        ("从轻", "light|lenien|mitigat|reduc|less"),
    )
)  # fmt: skip
# What the law does to whoever breaks it, and what is open to him.
_SANCTIONS = tuple(
    _Weighty.of(*words)
    for words in (
        ("吊销", "revo|cancel|withdr[ae]w|rescind|depriv|annul|strip|terminat|take away|taken away"),
        ("暂扣", "suspen|temporar|withh|detain|hold|held|seiz|retain|custody|impound|provisional"),
        ("没收", "confiscat|forfeit|seiz"),
        ("警告", "warn|caution|admoni|reprimand"),
        ("罚款", "fine|fining|penal"),
        ("停产|停业", "suspen|stop|ceas|clos|halt|shut|discontinu"),
        ("行政拘留|处[^，。；]{0,8}拘留", "detain|detention|custody|arrest|jail|imprison|confine"),
        ("查封", "seal|clos|seiz|shut|distrain"),
        ("扣押", "seiz|detain|impound|withh|distrain|attach|custody|hold|retain"),
        ("赔偿", "compens|indemn|damages|repair|restitut|redress|make good|reimburs|pay|liab"),
        ("刑事责任", "crim|prosecut|penal"),
        ("诉讼", "litig|lawsuit|action|suit|sue|court|proceed|judicial"),
        ("行政复议", "reconsider|review|appeal"),
        ("听证", "hear"),
        ("仲裁", "arbitra"),
        ("通报批评", "critici|circular|notice|notif|censure|denounc|reprimand"),
        ("撤职|开除|免职", "dismiss|remov|discharg|expel|expuls|fire|depos|strip|office"),
    )
)  # fmt: skip
# The same the other way round: a word of the translation, and the Chinese ones of which any text has one.
_ADDED_SANCTIONS = tuple(
    (expression(rf"\b(?:{english})\b", re.IGNORECASE), expression(chinese))
    for english, chinese in (
        (r"(?:be|is|are) (?:also )?fined|a fine|fines? (?:of|shall)", "罚|款"),
        (r"confiscat\w{0,4}|forfeit\w{0,4}", "没收|追缴|收缴|丧失|不予退还"),
        (r"revok\w{1,3}|revocation", "吊销|撤销|撤回|废止|取消|收回|撤消"),
        (r"suspen(?:d|ds|ded|ding|sion)", "暂|停|中止|缓"),
        (r"(?:be|is|are) (?:then |also )?(?:closed|shut)(?: down)?|closure", "关|停|封|闭|结束|倒闭"),
        (r"detain(?:s|ed|ing)?|detention", "拘|扣|羁|留|逮捕|押|滞"),
        (r"imprison\w{0,4}", "徒刑|拘役|监禁|收监|入狱"),
        (r"demolish\w{0,3}|demolition", "拆|毁|爆破"),
        (r"seiz(?:e|es|ed|ing|ure)", "扣|查封|没收|夺|占|收|抓|把握|截"),
    )
)


def manner(chinese: str, english: str) -> Iterator[Found]:
    """In person, in writing, free, with priority, on purpose: how an act is done, of which the translation says
    nothing."""
    for one in _MANNERS:
        found = one.chinese.search(chinese)
        if found and not one.english.search(english):
            yield Found("scope", "scope", _with_what_follows(found), "")


def sanction(chinese: str, english: str) -> Iterator[Found]:
    """A kind of penalty or coercion of which the translation says nothing, or of which the Chinese text does not."""
    for one in _SANCTIONS:
        found = one.chinese.search(chinese)
        if found and not one.english.search(english):
            yield Found("untranslated", "dropped-duty", _with_what_follows(found), "")
    for added, known in _ADDED_SANCTIONS:
        said = added.search(english)
        if said and not known.search(chinese):
            yield Found("added-duty", "added-duty", "", _clause_of(said))


def _with_what_follows(found: re.Match[str]) -> str:
    """A Chinese word and what it is said of."""
    text = found.string
    end = found.end()
    while end < len(text) and end - found.end() < _LONGEST and text[end] not in "，。；、：":
        end += 1
    return Quotation(text[found.start() : end], before=True, behind=end < len(text) and text[end] not in "，。；、：")


def _clause_of(said: re.Match[str]) -> str:
    """An English word with the words around it up to the next marks."""
    text = said.string
    start = max((mark.end() for mark in _MARK.finditer(text, 0, said.start())), default=0)
    end = _MARK.search(text, said.end())
    return text[start : end.start() if end else len(text)].strip()
