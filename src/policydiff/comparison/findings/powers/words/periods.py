"""The words by which it is said for how long things are held."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import zh

# Things that are held, and not certificates: for how long, and how that is prolonged.
SEIZES = zh("(?:查封|扣押|冻结|封存|(?:暂扣|扣留)(?![^，。；]{0,24}(?:证|执照|牌照|资格)))")
PROLONGS = zh("延长|延期")
MAY_BE_PROLONGED = zh("可以?(?:适当|再)?(?:延长|延期)|可以?[^，。；]{0,8}(?:延长|延期)")
IS_A_PERIOD = zh("期限|时间|期间|不得?超过|最长|为期|之日起[^，。；]{1,12}内[^，。；]{0,6}(?:作出|处理|决定)")
NO_PERIOD = zh(
    "解除|返还|退还|移交|送达|告知|通知|公告|检验|检测|检疫|鉴定|认领|领取|逾期|保存|备案|报告|补办|缴纳|[证照](?:件|书)?|驾驶"
    "|整改|改正|合同"
)
