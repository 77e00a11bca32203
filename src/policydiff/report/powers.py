"""By what a power that seems newly set is judged: the articles that say who may set it, for the rank of the rule.

The articles are those of 行政处罚法 as of 2021, 行政许可法 as of 2019, 行政强制法 of 2011, 立法法 as of 2023 and
优化营商环境条例 of 2020.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from policydiff.report.criterion import Criterion, criterion
from policydiff.report.issuers import RANKS, REGULATIONS, Rank

_Setting = Literal["penalty", "kind", "licence", "coercion", "burden"]
_LAW: Mapping[_Setting, tuple[str, str]] = {
    "penalty": ("《行政处罚法》", "Administrative Penalty Law"),
    "kind": ("《行政处罚法》", "Administrative Penalty Law"),
    "licence": ("《行政许可法》", "Administrative Licensing Law"),
    "coercion": ("《行政强制法》", "Administrative Coercion Law"),
    "burden": ("", ""),
}
_IN_RANGE = (
    "上位法对违法行为已经作出处罚规定的，是否在其行为、种类和幅度的范围内",
    "whether it keeps to the acts, kinds and range of a superior that punishes the act",
)
_SUPPLEMENT = (
    "地方性法规可以设定除限制人身自由、吊销营业执照以外的处罚；上位法对违法行为没有处罚规定的，可以补充设定，并应当听取意见、作出说明",
    "local regulations may set penalties other than detention and the revocation of a business licence; where the "
    "superior does not punish the act they may supplement it, after hearing opinions and with an explanation",
)
_SUPPLEMENT_OF_LAW = (
    "行政法规可以设定除限制人身自由以外的处罚；法律对违法行为没有处罚规定的，可以补充设定，并应当听取意见、作出说明",
    "administrative regulations may set penalties other than detention; where the law does not punish the act they may "
    "supplement it, after hearing opinions and with an explanation",
)
_FINE_OF_MINISTRY = (
    "尚未制定法律、行政法规的，规章只能设定警告、通报批评和限额以内的罚款",
    "only where no law or administrative regulation exists yet may it set a warning, a public censure or a fine within "
    "the limit",
)
_FINE_AT_MOST = (
    "尚未制定法律、法规的，规章只能设定警告、通报批评和限额以内的罚款",
    "only where no law or regulation exists yet may it set a warning, a public censure or a fine within the limit",
)
_NO_PENALTY = ("规章以下的规范性文件不得设定行政处罚", "documents below rules (规章) set no penalty")
_NO_LICENCE = ("规章以下的规范性文件一律不得设定行政许可", "documents below rules (规章) set no licence")
_NO_NEW_LICENCE = (
    "规章只能在上位法设定的许可事项范围内具体规定，不得增设许可，不得增设违反上位法的条件",
    "a rule (规章) only details licences of its superior and adds neither licences nor conditions against it",
)
_LOCAL_LICENCE = (
    "尚未制定法律、行政法规的，地方性法规可以设定许可；实施上位法的，不得增设许可和违反上位法的条件",
    "only where no law or administrative regulation exists yet may it set a licence; one that carries out a superior "
    "adds neither licences nor conditions against it",
)
_LOCAL_COERCION = (
    "地方性法规只能在尚未制定法律、行政法规且属于地方性事务时设定查封、扣押；法律已有规定或者未设定的，不得扩大、不得设定；"
    "强制执行由法律设定；不得以停止供水、供电等方式迫使居民履行",
    "local regulations may set sealing and seizure alone, in local matters without a law; enforcement is set by a law "
    "alone; water and power are not cut off from dwellings to make people obey",
)
_NO_COERCION = (
    "法律、法规以外的规范性文件不得设定行政强制措施；强制执行由法律设定；不得以停止供水、供电等方式迫使居民履行",
    "what is below laws and regulations sets no measure; enforcement is set by a law alone; water and power are not "
    "cut off from dwellings to make people obey",
)
_MATTERS = ("城乡建设与管理、生态文明建设、历史文化保护、基层治理等方面的事项", "urban and rural building and "
    "management, ecology, the protection of history and culture, and governance at the base")  # fmt: skip
_NO_BURDEN = ("没有上位依据，不得减损权利或者增加义务", "without a basis rights are not derogated from or duties added")

# The articles, as numbers in Chinese and in English, and what is asked.
_BY_RANK: Mapping[_Setting, Mapping[Rank, tuple[str, str, tuple[str, str]]]] = {
    "penalty": {
        "state-council": ("第十一条第一款、第三款", "Article 11(1), (3)", _SUPPLEMENT_OF_LAW),
        "department": ("第十三条第二款", "Article 13(2)", _FINE_OF_MINISTRY),
        "province": ("第十二条第一款、第三款", "Article 12(1), (3)", _SUPPLEMENT),
        "city": ("第十二条第一款、第三款", "Article 12(1), (3)", _SUPPLEMENT),
        "provincial-government": ("第十四条第二款", "Article 14(2)", _FINE_AT_MOST),
        "city-government": ("第十四条第二款", "Article 14(2)", _FINE_AT_MOST),
        "document": ("第十六条", "Article 16", _NO_PENALTY),
    },
    "kind": {
        "state-council": ("第十一条第二款", "Article 11(2)", _IN_RANGE),
        "department": ("第十三条第一款", "Article 13(1)", _IN_RANGE),
        "province": ("第十二条第二款", "Article 12(2)", _IN_RANGE),
        "city": ("第十二条第二款", "Article 12(2)", _IN_RANGE),
        "provincial-government": ("第十四条第一款", "Article 14(1)", _IN_RANGE),
        "city-government": ("第十四条第一款", "Article 14(1)", _IN_RANGE),
        "document": ("第十六条", "Article 16", _NO_PENALTY),
    },
    "licence": {
        "state-council": (
            "第十四条、第十六条第一款、第四款",
            "Articles 14 and 16(1), (4)",
            (
                "尚未制定法律的，可以设定许可；实施法律的，不得增设",
                "only where no law exists yet may it set a licence; one that carries out a law adds none",
            ),
        ),
        "department": ("第十六条第三款、第四款、第十七条", "Articles 16(3), (4) and 17", _NO_NEW_LICENCE),
        "province": ("第十五条、第十六条第二款、第四款", "Articles 15 and 16(2), (4)", _LOCAL_LICENCE),
        "city": ("第十五条、第十六条第二款、第四款", "Articles 15 and 16(2), (4)", _LOCAL_LICENCE),
        "provincial-government": (
            "第十五条第一款、第十六条第三款、第四款",
            "Articles 15(1) and 16(3), (4)",
            (
                "尚未制定法律、法规而确需立即实施的，只能设定一年以内的临时性许可；实施上位法的，不得增设",
                "only where no law or regulation exists yet may it set a licence, and that for a year",
            ),
        ),
        "city-government": ("第十六条第三款、第四款、第十七条", "Articles 16(3), (4) and 17", _NO_NEW_LICENCE),
        "document": ("第十七条", "Article 17", _NO_LICENCE),
    },
    "coercion": {
        "state-council": (
            "第十条第二款、第十一条、第十三条",
            "Articles 10(2), 11 and 13",
            ("尚未制定法律的，可以设定部分强制措施；强制执行由法律设定", "enforcement is set by a law alone"),
        ),
        "department": ("第十条第四款、第十三条、第四十三条第二款", "Articles 10(4), 13 and 43(2)", _NO_COERCION),
        "province": (
            "第十条第三款、第十一条、第十三条、第四十三条第二款",
            "Articles 10(3), 11, 13 and 43(2)",
            _LOCAL_COERCION,
        ),
        "city": (
            "第十条第三款、第十一条、第十三条、第四十三条第二款",
            "Articles 10(3), 11, 13 and 43(2)",
            _LOCAL_COERCION,
        ),
        "provincial-government": (
            "第十条第四款、第十三条、第四十三条第二款",
            "Articles 10(4), 13 and 43(2)",
            _NO_COERCION,
        ),
        "city-government": ("第十条第四款、第十三条、第四十三条第二款", "Articles 10(4), 13 and 43(2)", _NO_COERCION),
        "document": ("第十条第四款、第十三条、第四十三条第二款", "Articles 10(4), 13 and 43(2)", _NO_COERCION),
    },
    "burden": {
        "state-council": (
            "《立法法》第七十二条第二款",
            "Legislation Law, Article 72(2)",
            (
                "是否属于执行法律的规定需要的事项或者国务院行政管理职权的事项",
                "whether carrying out a law needs it, or it is for the State Council to administer",
            ),
        ),
        "department": ("《立法法》第九十一条第二款", "Legislation Law, Article 91(2)", _NO_BURDEN),
        "province": (
            "《立法法》第八十二条第一款、第二款",
            "Legislation Law, Article 82(1), (2)",
            (
                "是否属于执行上位法需要具体规定的事项或者地方性事务",
                "whether carrying out a superior needs it, or it is a local matter",
            ),
        ),
        "city": (
            "《立法法》第八十一条第一款、第八十二条第三款",
            "Legislation Law, Articles 81(1) and 82(3)",
            (f"是否属于{_MATTERS[0]}", f"whether it is among {_MATTERS[1]}"),
        ),
        "provincial-government": ("《立法法》第九十三条第六款", "Legislation Law, Article 93(6)", _NO_BURDEN),
        "city-government": (
            "《立法法》第九十三条第三款、第六款",
            "Legislation Law, Article 93(3), (6)",
            (
                f"是否属于{_MATTERS[0]}；{_NO_BURDEN[0]}",
                f"whether it is among {_MATTERS[1]}; {_NO_BURDEN[1]}",
            ),
        ),
        "document": (
            "《优化营商环境条例》第六十四条第一款",
            "Regulation on Improving the Business Environment, Article 64(1)",
            (
                "没有法律、法规或者国务院决定和命令依据，不得减损市场主体权利或者增加其义务",
                "without a basis in laws, regulations or decisions of the State Council it takes no right from those "
                "in business and adds no duty",
            ),
        ),
    },
}
_FEE = criterion(
    ("《行政许可法》第五十八条", "实施行政许可不得收费，法律、行政法规另有规定的除外"),
    ("Administrative Licensing Law, Article 58", "nothing is charged for a licence unless a law says otherwise"),
)


def _made(setting: _Setting, rank: Rank) -> Criterion:
    zh, en, asks = _BY_RANK[setting][rank]
    law = _LAW[setting]
    comma = ", " if law[1] else ""
    return criterion((law[0] + zh, asks[0]), (law[1] + comma + en, asks[1]))


_SETS: Mapping[str, _Setting] = {
    "new-penalty": "penalty",
    "new-penalty-kind": "kind",
    "new-refusal": "burden",
    "new-licence": "licence",
    "new-licence-condition": "licence",
    "new-coercion": "coercion",
    "new-fee": "burden",
    "new-prohibition": "burden",
    "added-duty": "burden",
    "added-element": "burden",
    "added-here": "burden",
    "added-in-part": "burden",
}
_CRITERIA: Mapping[tuple[_Setting, Rank], Criterion] = {
    (setting, rank): _made(setting, rank) for setting in _BY_RANK for rank in RANKS if rank in _BY_RANK[setting]
}


def judged_by(rule: str, rank: Rank) -> Sequence[Criterion]:
    """By what a power or a duty is judged that a rule of this rank seems to set; nothing of another rule of findings,
    or where the rank is not known."""
    if not rank or rule not in _SETS:
        return ()
    if rank == "regulation":
        return tuple(judge for of in REGULATIONS for judge in judged_by(rule, of))
    setting = _SETS[rule]
    own = [_CRITERIA[setting, rank]]
    if rank == "city" and setting != "burden":  # a city's regulations are confined to some matters, whatever they set
        own.append(_CRITERIA["burden", rank])
    return (*own, _FEE) if rule == "new-fee" else own


def range_of_penalties(rank: Rank) -> Sequence[Criterion]:
    """By what a penalty is judged of which the superior has the act, and another sum or range; nothing where the rank
    is not known."""
    return judged_by("new-penalty-kind", rank)
