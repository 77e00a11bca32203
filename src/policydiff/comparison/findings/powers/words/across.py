"""By which words either language speaks of a power at all."""

from __future__ import annotations

from collections.abc import Mapping

from policydiff.comparison.findings.powers.words.licences import SPEAKS_OF_LEAVE
from policydiff.comparison.findings.powers.words.patterns import Words, en, zh
from policydiff.comparison.findings.powers.words.restraints import REFUSES, SPEAKS_OF_CREDIT, SPEAKS_OF_CREDIT_EN

_SPEAKS_OF_COERCION: Words = {
    "zh": zh("查封|封存|扣押|扣留|暂扣|冻结|强制|强行|代履行|滞纳金|加处|传唤|拘传|带离|拖离|停止供"),
    "en": en(
        r"\b(?:seal|seiz|impound|detain|sequest|distrain|freez|frozen|forc|compuls|enforce|surcharge|overdue)"
        r"|\b(?:late|expense|cost|cut|disconnect)\b"
    ),
}
# By which words either language speaks of a power at all, by the rule that finds it. Of penalties their kinds tell.
SPEAKS_OF: Mapping[str, Words] = {
    "new-credit-sanction": {"zh": SPEAKS_OF_CREDIT, "en": SPEAKS_OF_CREDIT_EN},
    "new-refusal": {"zh": REFUSES, "en": en(r"\b(?:not|no|refus\w*|reject\w*|suspen\w*)\b")},
    "new-licence": SPEAKS_OF_LEAVE,
    "new-licence-condition": {"zh": zh("条件"), "en": en(r"\bconditions?\b", r"\brequirements?\b")},
    "new-coercion": _SPEAKS_OF_COERCION,
    "new-coercion-period": _SPEAKS_OF_COERCION,
    "new-fee": {
        "zh": zh("费|[证押]金|基金"),
        "en": en(r"\b(?:fees?|charges?|deposits?|bonds?|expenses?|costs?|funds?)\b"),
    },
    "new-proof": {"zh": zh("证明"), "en": en(r"\b(?:proof|prov[ei]|certif|evidence|attest)")},
    "new-prohibition": {
        "zh": zh("[不禁勿仅]|未(?!成年)|非经|无权|只[能有]|方可"),
        "en": en(r"\b(?:not|no|nor|none|nobody|never|without|only|cannot|prohibit\w*|forbid\w*|ban\w*|unless)\b"),
    },
}
