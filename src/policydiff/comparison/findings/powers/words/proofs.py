"""The words by which a proof is asked for, and for what shows of itself what it says."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import zh
from policydiff.expressions import expression

_PROOF = "证明(?:材料|文件|书)?"
# What shows of itself what it says, and is no proof that is asked of others: papers on who one is, what one owns and
# that goods are sound (优化营商环境条例 art. 44: 法定证照).
_PAPERS = (
    "身份|执照|使用|权属|产权|所有权|登记|土地|检疫|检验|检测|合格|免疫|资格|资质|执业|验收"
    "|许可|审批|备案|缴纳|缴费|完税|支付"
)
# Who must hand in or show a proof, and of what: 应当提交无违法记录证明, 凭村民委员会出具的证明.
ASKS_FOR_PROOF = expression(
    "(?:(?:应当|必须|须|需)(?:向[^，。；]{2,20}?)?(?:如实)?(?:提[交供]|递交|附具|附送|附|交验|出示|持|凭|报送)|(?:^|(?<=，))(?:凭|持)有?)"
    f"(?P<what>[^，。；]{{0,40}}?(?:(?:出具|开具)的[^，。；]{{0,8}}?|(?P<name>[\u4e00-\u9fff]{{2,12}})){_PROOF})(?!事项|责任|的)"
)
LISTS_PAPERS = zh(
    "(?:提[交供]|递交|持|报送|附具)[^，。；]{0,20}(?:下列|以下)[^，。；]{0,8}(?:材料|文件|证明|资料|证件)"
)
A_PROOF = expression(f"(?:^|[的、和或及])(?P<name>[^，。；、的]{{2,24}}?){_PROOF}$")
SHOWS_ITSELF = zh(_PAPERS)
NO_PROOF = zh("不得|无需|无须|不再|免于|免予|可以|能够|未|的$")
# 有关证明, 下列证明 do not say of what; 出具的证明 says by whom it must have been made.
WITHOUT_CONTENT = zh(
    "(?:其他|有关|相关|相应|必要|合法|有效|真实|书面|上述|前款|规定|所?要求|下列|以下|及其?|或者?|和)+"
)
PROOFS = expression(f"(?P<name>[^，。；、的和或及与]{{2,24}}?){_PROOF}")
MADE_BY_ANOTHER = zh("(?:出具|开具)的")
SPEAKS_OF_PROOF = zh("证明")
