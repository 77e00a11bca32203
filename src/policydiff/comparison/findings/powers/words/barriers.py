"""The words by which those from elsewhere are kept out, or a supplier is designated."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import zh

_FIRM = "(?:企业|单位|机构|经营者|经营主体|公司|商户|店|厂|站|医院|屠宰场)"
# Whom it keeps out that comes from elsewhere, and who alone may supply what must be had.
_FROM_ELSEWHERE = "(?:外地|外省|外市|外县|外埠|省外|市外|县外|非本[省市县地])"
BARS_OUTSIDERS = zh(
    f"{_FROM_ELSEWHERE}[^，。；]{{0,20}}?(?:{_FIRM}|车辆|产品|商品)[^。；]{{0,60}}?(?:应当|必须|须|方可|方能)"
    "[^。；]{0,60}?(?:备案|登记|批准|许可|审批|审核|审查|核准|手续|注册|设立)",
    f"{_FROM_ELSEWHERE}[^，。；]{{0,16}}?(?:进入|到)本[省市县区][^。；]{{0,30}}?(?:应当|必须|须|方可|方能)"
    "[^。；]{0,40}?(?:备案|登记|批准|许可|审批|审核|审查|核准|检验|检测)",
)
DESIGNATES = zh(
    "(?:应当|必须|一律|只能)[^，。；]{0,30}?(?:到|送往?|交由|交给|委托|购买|使用|选[用择]|向)"
    f"[^，。；]{{0,20}}?(?:指定|定点)的?[^，。；、的]{{0,10}}?{_FIRM}",
    "(?:应当|必须|一律|只能)[^，。；]{0,30}?[从由][^，。；]{0,20}?(?:指定|定点)的?[^，。；、的]{0,10}?(?:企业|公司|经营者|供应商|商店|厂家)",
)
SPEAKS_OF_OUTSIDERS = zh(f"{_FROM_ELSEWHERE}|跨(?:省|市|县|区域|行政区域)|异地")
SPEAKS_OF_DESIGNATED = zh("指定|定点")
NO_BARRIER = zh("不得|禁止|违反|鼓励|支持|平等|同等|依法(?:没收|收缴)|银行|金融机构|账户")
