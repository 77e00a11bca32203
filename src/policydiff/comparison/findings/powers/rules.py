"""What a local rule sets and its superior does not: penalties, licences, coercion, fees, proofs, prohibitions.

    违反规定染须的，处五百元罚款              new-penalty
    对这一行为，上位法只规定罚款的，没收工具  new-penalty-kind
    在街头叫卖假发的，记入信用档案            new-credit-sanction
    未缴清管理费的，不予办理染须登记          new-refusal
    未经行业管理部门批准，不得开设染须店      new-licence
    应当具备下列条件：（一）有三名理发师      new-licence-condition
    可以扣押染须工具                          new-coercion
    扣押的期限不得超过六十日                  new-coercion-period
    染须者应当缴纳管理费                      new-fee
    外省染须企业应当备案                      new-barrier
    应当提交无违法记录证明                    new-proof
    禁止在公园染须                            new-prohibition

Each rule looks at a provision of the local rule clause by clause, and at all that the superior says (`granted`). A
clause that only refers to a power set elsewhere (依法, 依照《…》的规定), or that binds none but the administration,
sets nothing. Beside a power stands what the superior says of the like, where that is a power of the same kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.comparison.findings.powers.barriers import new_barrier
from policydiff.comparison.findings.powers.coercion import new_coercion
from policydiff.comparison.findings.powers.conditions import new_licence_condition
from policydiff.comparison.findings.powers.fees import new_fee
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.licences import new_licence
from policydiff.comparison.findings.powers.penalties import penalties
from policydiff.comparison.findings.powers.periods import new_coercion_period
from policydiff.comparison.findings.powers.prohibitions import new_prohibition
from policydiff.comparison.findings.powers.proofs import new_proof
from policydiff.comparison.findings.powers.provision import LocalProvision, Power, PowerSet
from policydiff.comparison.findings.powers.restraints import new_credit_sanction, new_refusal

RULES: tuple[Power, ...] = (
    penalties, new_credit_sanction, new_refusal, new_licence, new_licence_condition, new_coercion, new_coercion_period,
    new_fee, new_barrier, new_proof, new_prohibition,
)  # fmt: skip
_IN_CHINESE = frozenset((new_refusal, new_licence_condition, new_coercion_period, new_barrier, new_proof))
# What an item of what is forbidden or punished does not set.
_BY_NO_ITEM = frozenset((new_credit_sanction, new_refusal, new_coercion, new_fee, new_barrier))


def set_by(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """Which powers a provision sets and its superior does not, the gravest first: the rule, and both sides' words."""
    left_out = frozenset[Power]() if provision.language == "zh" else _IN_CHINESE
    left_out |= _BY_NO_ITEM if provision.lists_acts else frozenset()
    for power in RULES:
        if power not in left_out:
            yield from power(provision, superior)
