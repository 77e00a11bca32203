"""The words for who acts and is bound: offices and officers, and those who hold no office."""

from __future__ import annotations

from policydiff.comparison.findings.powers.words.patterns import Words, en, zh
from policydiff.words_of_force import WORDS_OF_FORCE

# Offices and officers, and others: what binds none but the first takes no right from anybody.
OF_STATE: Words = {
    "zh": zh(
        "政府|部门|机关(?!、)|管委会|行政|主管|监督|执法|国家|法院|检察院|人民代表大会|常务委员会|(?<![村居]民)(?<!业主)(?<!主任)委员会",
        "街道|办事处|管理机构|监察|公务|工作人员|主管人员|责任人员|审批|登记机|征收人员|海关|税务|司法|派出所|所属机构",
        "考核|考试机构|仲裁|评标|鉴定|检验机构|人大|[局厅署]$",
    ),
    "en": en(r"\b(?:authorit|government|department|ministr|bureau|administrati|court|state|agenc|official|organs?)"),
}
# Who acts in an English clause, up to what is said of him, and where nothing is done to him.
SUBJECT_EN = en(
    r"(?:(?:and|or|but) )?"
    r"(?P<name>(?:(?!(?:shall|must|may|that|which|who|of|in|at|for|with|under)\b)[\w'’-]{1,30} ){1,8})"
    r"(?:(?:that|which|who|of|in|at|for|with|under)\b(?: (?!(?:shall|must|may)\b)[\w'’-]{1,30}){1,20} )?"
    r"(?:shall|must|may)\b(?! (?:not )?be\b)"
)
OF_CITIZENS = zh(
    "企业|公司|个人|公民|法人|业主|居民|村民|经营|建设单位|施工|生产|用人单位|任何单位|当事人|开发|使用|用户|车辆|驾驶|物业",
    "[^门关府]人$|者$|单位和|、单位",
)
# 任何部门和单位不得向企业收费, 行政机关及其工作人员不得: for the citizen, though a unit is named as well.
OFFICIAL_ALONE = zh("(?:任何|有关)?(?:行政)?(?:部门|机关)(?:和|或者|、|及其?)(?:任何|有关)?(?:单位|组织|个人|工作人员)")
# 交警执勤规范, 工作人员守则: a rule on how officers behave binds these where a sentence names nobody.
OF_OFFICERS = zh(
    "(?:警察|民警|交警|警务|公务员|执法|工作人员|法官|检察官|干部|组成人员)[^，。；]{0,12}(?:规范|守则|准则|规程|纪律|巡察条例|人员条例)$"
)
ANYBODY = zh("^任何(?:单位|组织|个人|企业|公民|人|机构)(?:(?:和|或者|或|及|、)(?:单位|组织|个人|企业))*")
OFFICE_FIRST = zh(
    "[^，。；的在]{0,20}?(?:部门|政府|机关)(?!、|和|或|以外|批准|同意|[^，。；]{0,8}的)",
    "[^，。；]{0,12}(?:部门|政府|机关)(?:对|应|自|因|不)",
)
OPENS_WITH_FORCE = zh("(?:均|都|一律)?(?:不得|禁止|严禁|不准|应当|必须)")
BEFORE_FORCE = zh(f"[^，。；]{{2,30}}?(?={WORDS_OF_FORCE})")
