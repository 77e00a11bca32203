"""When two texts are the same words, and when they are but for a slip of the pen or the scanner.

国家机关；应当  =  國家機關 , 应当      width, punctuation, blanks, traditional characters: the same words
风险和间题      ≈  风险和问题           one character for another that looks like it: a slip
"""

from __future__ import annotations

from functools import cache

from policydiff.text import letters_and_numbers
from policydiff.words import words

_LOOK_ALIKES = (
    "间问闻", "己已巳", "末未", "人入", "日曰", "大太犬", "士土", "天夭", "干千于", "戊戌戍", "候侯",
    "拔拨", "徒徙", "治冶", "准淮", "蓝篮", "崇祟", "乌鸟", "免兔", "享亨", "折拆析", "贷货", "贫贪",
    "刺剌", "侍待", "材村", "洽恰", "壁璧", "辨辩辫", "幕墓慕暮", "博搏", "遗遣", "哀衷衰", "王玉", "晴睛",
    "厉历", "暑署", "巨臣", "拢扰", "即既", "氏氐", "情惰", "性牲", "形刑", "网冈", "帐账", "赏尝",
    "抑仰", "柬束", "杆秆", "汩汨", "沽沾", "灸炙", "坏环", "肓盲", "令今", "且旦", "力刀", "竞竟",
    "挡档", "援授", "微徽", "籍藉", "栽裁载", "孤狐", "挟扶", "券卷",
)  # fmt: skip
_MOST_SLIPS = 3
_AROUND = 6


@cache
def look_alikes() -> dict[str, str]:
    """For each character those that a scanner or an input method takes it for."""
    out: dict[str, str] = {}
    for family in _LOOK_ALIKES:
        for char in family:
            out[char] = out.get(char, "") + family.replace(char, "")
    return out


def slips(base: str, target: str) -> tuple[tuple[str, str], ...]:
    """The words of both, those of `target` with a wrong character, where it says the same but for look-alikes.

    Empty where the texts are the same words, or differ in anything else: a character that makes another word (贷款,
    货款) is no slip.
    """
    old, new = letters_and_numbers(base), letters_and_numbers(target)
    if len(old) != len(new) or old == new:
        return ()
    differing = [at for at in range(len(old)) if old[at] != new[at]]
    alike = look_alikes()
    if len(differing) > _MOST_SLIPS or any(new[at] not in alike.get(old[at], "") for at in differing):
        return ()
    if not standing_alone(new).issuperset(differing):
        return ()
    around = [slice(max(0, at - _AROUND), at + _AROUND + 1) for at in differing]
    return tuple((old[words_around], new[words_around]) for words_around in around)


def standing_alone(text: str) -> set[int]:
    """Where the text has characters that make no word with their neighbours."""
    out, at = set(), 0
    for word in words(text):
        if len(word) == 1:
            out.add(at)
        at += len(word)
    return out
