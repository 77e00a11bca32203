"""By what a reviewer judges each kind of finding: how much hangs on it, what is asked, and where that is laid down.

The tool judges nothing by them: they tell a reviewer where to look. The articles are those of 立法法 as of 2023, of
法规规章备案审查条例 of 2024 and of 行政处罚法 as of 2021.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from policydiff.model import Finding, Language
from policydiff.report.criterion import Criterion, Words, criterion
from policydiff.report.issuers import Rank
from policydiff.report.powers import judged_by, range_of_penalties
from policydiff.wording import RULE_AND_SUPERIOR, Roles, in_roles

_CONTRARY = criterion(
    (
        "《立法法》第一百零七条第（二）项、《法规规章备案审查条例》第十三条第（三）项",
        "下位法是否违反上位法的规定",
    ),
    (
        "Legislation Law, Article 107(2); Regulation on Filing and Review of Regulations and Rules, Article 13(3)",
        "whether a lower rule contravenes its superior",
    ),
)
_COMPETENCE = criterion(
    ("《立法法》第一百零七条第（一）项、《法规规章备案审查条例》第十三条第（二）项", "是否超越权限"),
    (
        "Legislation Law, Article 107(1); Regulation on Filing and Review of Regulations and Rules, Article 13(2)",
        "whether powers are exceeded",
    ),
)
_PENALTY = criterion(
    ("《行政处罚法》第十二条、第十四条、第十六条", "处罚的设定权限，行为、种类和幅度的范围"),
    (
        "Administrative Penalty Law, Articles 12, 14 and 16",
        "who may set penalties, and within which acts, kinds and ranges",
    ),
)
_SETS_PENALTY = criterion(
    (
        "《行政处罚法》第十条至第十四条、第十六条",
        "谁可以设定哪些种类的处罚；上位法已经规定的，是否在行为、种类和幅度的范围内；规章以下的规范性文件不得设定",
    ),
    (
        "Administrative Penalty Law, Articles 10 to 14 and 16",
        "who may set which kinds of penalty, whether a lower rule keeps to the acts, kinds and range of its superior, "
        "and that documents below rules (规章) set none",
    ),
)
_SETS_LICENCE = criterion(
    (
        "《行政许可法》第十四条至第十七条",
        "谁可以设定许可；实施上位法的，是否增设许可或者违反上位法的条件；规章以下的规范性文件不得设定",
    ),
    (
        "Administrative Licensing Law, Articles 14 to 17",
        "who may set a licence, whether a rule that carries one out adds licences or conditions, and that documents "
        "below rules (规章) set none",
    ),
)
_SETS_COERCION = criterion(
    (
        "《行政强制法》第十条、第十一条、第十三条",
        "强制措施由法律设定，地方性法规只能在规定的情形下设定查封、扣押；强制执行由法律设定",
    ),
    (
        "Administrative Coercion Law, Articles 10, 11 and 13",
        "measures are set by a law, sealing and seizure by local regulations within limits; enforcement by a law alone",
    ),
)
_PROLONGS_COERCION = criterion(
    (
        "《行政强制法》第二十五条、第三十二条",
        "查封、扣押、冻结的期限不得超过三十日，延长不得超过三十日，法律、行政法规另有规定的除外",
    ),
    (
        "Administrative Coercion Law, Articles 25 and 32",
        "things are sealed, seized or frozen for thirty days, prolonged by thirty, unless a law or an administrative "
        "regulation says otherwise",
    ),
)
_SETS_FEE = criterion(
    ("《立法法》第八十二条、第九十三条第六款，《行政许可法》第五十八条", "收费有无上位依据；实施许可不得收费"),
    (
        "Legislation Law, Articles 82 and 93(6); Administrative Licensing Law, Article 58",
        "what a charge rests on; nothing is charged for a licence",
    ),
)
_SETS_PROOF = criterion(
    (
        "《优化营商环境条例》第四十四条",
        "证明事项应当有法律、法规或者国务院决定依据；通过法定证照、部门核查等能够办理的，不得设定证明事项",
    ),
    (
        "Regulation on Improving the Business Environment, Article 44",
        "a proof needs a basis in a law, in regulations or in a decision of the State Council; none is demanded where "
        "licences or enquiries among offices show the same",
    ),
)
_RESTRICTS_COMPETITION = criterion(
    (
        "《公平竞争审查条例》第八条、第九条、第十二条",
        "不得限定经营、购买或者使用特定经营者提供的商品，不得排斥、限制外地经营者和外地商品；属于例外的，应当符合规定的条件",
    ),
    (
        "Regulation on Fair Competition Review, Articles 8, 9 and 12",
        "nobody is limited to certain suppliers, and those from elsewhere and their goods are not kept out; what "
        "conditions an exception must meet",
    ),
)
_SETS_CREDIT_SANCTION = criterion(
    (
        "《国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见》（国办发〔2020〕49号）第二、四、五部分",
        "纳入信用信息、设列严重失信主体名单、采取惩戒措施，是否以法律、法规或者党中央、国务院政策文件为依据",
    ),
    (
        "General Office of the State Council, Guiding Opinions on Restraints on the Dishonest (No. 49 of 2020), parts "
        "2, 4 and 5",
        "whether what is recorded as bad credit, listed and sanctioned has a basis in a law, in regulations or in a "
        "policy of the Central Committee or the State Council",
    ),
)
_SETS_DUTY = criterion(
    (
        "《立法法》第八十二条、第九十一条第二款、第九十三条第六款",
        "是否属于制定机关的权限；没有上位依据，规章不得减损权利或者增加义务",
    ),
    (
        "Legislation Law, Articles 82, 91(2) and 93(6)",
        "whether the issuer may set it; without a basis in a superior rule, rules (规章) may not derogate from rights "
        "or add duties",
    ),
)
_USAGE = criterion(
    ("立法技术规范（试行）关于常用词语的规定", "除…外、但书、应当、可以、不得、以上、以下、等、和、或者的用法"),
    (
        "Technical Norms for Legislation (trial), on words commonly used",
        "how 除…外, 但是, 应当, 可以, 不得, 以上, 以下, 等, 和 and 或者 are used",
    ),
)
_REFERENCE = criterion(
    ("立法技术规范（试行）关于援引的规定", "援引应当准确、所指条款应当存在"),
    ("Technical Norms for Legislation (trial), on citations", "they must be exact and lead somewhere"),
)
_STRUCTURE = criterion(
    ("《立法法》第六十五条", "编、章、节、条、款、项、目的序号"),
    ("Legislation Law, Article 65", "how parts, chapters, articles, items and sub-items are numbered"),
)
_STYLE = criterion(
    ("立法技术规范（试行）关于用语的规定", "用语规范、同一概念用同一词语"),
    ("Technical Norms for Legislation (trial), on wording", "correct words, one word for one thing"),
)
REPEATING: Words = {
    "zh": "对上位法已经明确规定的内容一般不作重复性规定（《立法法》第八十二条第四款），未见对应条款本身不表示有误；"
    "需要核对的是：义务、例外、标准、程序或者列举项是否在转述时遗漏。",
    "en": "What the superior rule already states is generally not repeated (Legislation Law, Article 82(4)): that a "
    "provision has no counterpart is not by itself an error. To be checked is whether a duty, an exception, a "
    "threshold, a procedure or an element of a list was lost on the way.",
}

# By the name of a finding's rule.
_CRITERIA: Mapping[str, tuple[Criterion, ...]] = {
    "prohibition": (_CONTRARY, _USAGE),
    "dropped-exception": (_CONTRARY, _USAGE),
    "added-exception": (_CONTRARY, _USAGE),
    "exception": (_CONTRARY, _USAGE),
    "modality": (_CONTRARY, _USAGE),
    "number": (_CONTRARY,),
    "left-open": (_CONTRARY,),
    "fine-beyond": (_CONTRARY,),
    "fine-narrowed": (_CONTRARY,),
    "fine-reckoned": (_CONTRARY,),
    "fine-case": (_CONTRARY,),
    "dropped-fine": (_CONTRARY,),
    "added-fine": (_CONTRARY,),
    "threshold": (_USAGE,),
    "dropped-element": (_CONTRARY,),
    "sanction-without-duty": (_CONTRARY,),
    "untranslated": (),
    "dropped-duty": (_CONTRARY,),
    "actor": (_COMPETENCE,),
    "dropped-actor": (_COMPETENCE,),
    "added-actor": (_COMPETENCE,),
    "renamed": (_COMPETENCE,),
    "dropped-here": (_CONTRARY,),
    "dropped-condition": (_CONTRARY,),
    "added-condition": (_CONTRARY,),
    "alternative": (_USAGE,),
    "open-list": (_USAGE,),
    "added-element": (_SETS_DUTY,),
    "added-duty": (_SETS_DUTY,),
    "added-here": (_SETS_DUTY,),
    "dropped-in-part": (_CONTRARY,),
    "added-in-part": (_SETS_DUTY,),
    "new-penalty": (_SETS_PENALTY,),
    "new-penalty-kind": (_SETS_PENALTY,),
    "new-credit-sanction": (_SETS_CREDIT_SANCTION,),
    "new-refusal": (_SETS_DUTY,),
    "new-licence": (_SETS_LICENCE,),
    "new-licence-condition": (_SETS_LICENCE,),
    "new-coercion": (_SETS_COERCION,),
    "new-coercion-period": (_PROLONGS_COERCION,),
    "new-fee": (_SETS_FEE,),
    "new-barrier": (_RESTRICTS_COMPETITION,),
    "new-proof": (_SETS_PROOF,),
    "new-prohibition": (_SETS_DUTY,),
    "instrument": (_REFERENCE,),
    "dropped-instrument": (_REFERENCE,),
    "added-instrument": (_REFERENCE,),
    "reference": (_REFERENCE,),
    "citation": (_REFERENCE,),
    "scope": (_CONTRARY,),
    "cited-title": (_REFERENCE,),
    "dead-citation": (_REFERENCE,),
    "repealed": (_REFERENCE,),
    "numbering": (_STRUCTURE,),
    "look-alike": (_STYLE,),
    "own-name": (_STYLE,),
    "two-names": (_STYLE,),
}

# What is asked of all that a rule finds, told once for all of it.
_ASKS: Mapping[str, Words] = {
    "prohibition": {
        "zh": "{base}的禁止性要求在对应条文中疑似放宽，或者{target}另有禁止，请核对。",
        "en": "A prohibition of {base} may be relaxed, or a new one set: check.",
    },
    "dropped-exception": {
        "zh": "{base}的例外或者限制在对应条文中没有，适用范围可能扩大，请核对。",
        "en": "An exception or proviso does not stand in the counterpart; the rule may reach further: check.",
    },
    "added-exception": {
        "zh": "对应条文增加了例外或者限制，要求可能放宽，请核对。",
        "en": "An exception or proviso is new; the rule may be more lenient: check.",
    },
    "exception": {
        "zh": "例外规定不同，适用范围可能扩大或者缩小，请核对。",
        "en": "The exceptions differ; the rule may reach further or less far: check.",
    },
    "modality": {
        "zh": "应当、可以、不得等用词不同，义务、授权或者禁止的强度疑似改变，请核对。",
        "en": "Shall, may and may not differ; duty, permission and prohibition bind differently: check.",
    },
    "number": {
        "zh": "数量、期限或者频次不同，或者只有一方规定，适用结果可能不同，请核对。",
        "en": "An amount, a time or a frequency differs or is set by one side alone; the result may differ: check.",
    },
    "left-open": {
        "zh": "{target}规定了具体的数量、期限或者频次，{base}相应处没有规定，请核对有无依据。",
        "en": "An amount, a time or a frequency is set that {base} leaves open; check what it rests on.",
    },
    "fine-beyond": {
        "zh": "罚款幅度疑似超出{base}对同一行为规定的幅度，请核对。",
        "en": "The fine may go beyond the range that {base} sets for the act: check.",
    },
    "fine-narrowed": {
        "zh": "罚款幅度在{base}对同一行为规定的幅度内缩小，请核对。",
        "en": "The fine keeps within the range that {base} sets for the act, which is wider: check.",
    },
    "fine-reckoned": {
        "zh": "罚款的计算方式与{base}对同一行为规定的不同，请核对。",
        "en": "The fine is reckoned in another way than {base} does for the act: check.",
    },
    "fine-case": {
        "zh": "处以罚款的情形与{base}对同一行为规定的不同，请核对。",
        "en": "The fine for the act is for another case than in {base}: check.",
    },
    "dropped-fine": {
        "zh": "{base}对同一行为还有其他情形或者对象的罚款，对应处没有规定，请核对。",
        "en": "{base} sets a further fine for the act, in another case or for other people: check.",
    },
    "added-fine": {
        "zh": "{base}对同一行为没有罚款，或者没有这一情形、对象的罚款，请核对有无依据。",
        "en": "{base} has no fine for the act, or none in this case or for these people; check what it rests on.",
    },
    "threshold": {
        "zh": "一个包括本数，一个不包括本数，请核对。",
        "en": "The one includes the number itself, the other does not: check.",
    },
    "dropped-element": {
        "zh": "{base}列举的事项在对应条文中没有列全，列举疑似不完整，请核对。",
        "en": "What {base} lists is not all listed; the list may be incomplete: check.",
    },
    "sanction-without-duty": {
        "zh": "{target}仍有责任条款，但没有规定{base}的相应义务，请核对。",
        "en": "The sanction is there, but the duty is not laid down: check.",
    },
    "untranslated": {
        "zh": "{base}的内容在另一种语言的对应条文中疑似没有相应内容，请核对。",
        "en": "What {base} says seems to have no counterpart in the other language: check.",
    },
    "dropped-duty": {
        "zh": "{base}的内容在对应条文和其他条文中均未找到，疑似缺失，请核对。",
        "en": "What {base} says is found neither in the counterpart nor elsewhere and may be lost: check.",
    },
    "actor": {
        "zh": "主体不同，义务或者权限的承担者可能改变，请核对。",
        "en": "Another body is named; check who bears the duty or holds the power.",
    },
    "dropped-actor": {
        "zh": "{base}写明的主体，对应处没有写明，请核对义务或者权限由谁承担。",
        "en": "{Base} names a body that the counterpart does not; check who bears the duty or holds the power.",
    },
    "added-actor": {
        "zh": "对应处写明的主体，{base}没有写明，请核对其义务或者权限有无依据。",
        "en": "The counterpart names a body that {base} does not; check what its duty or power rests on.",
    },
    "renamed": {
        "zh": "{base}的主体在{target}多处换成另一主体，请核对是否为同级对应机构。",
        "en": "A body is replaced by another in several places; check that it is the matching one.",
    },
    "dropped-here": {
        "zh": "{base}的内容在对应条文中未找到，其他条文有相近的内容，请核对是否已经规定。",
        "en": "What {base} says is not found in the counterpart, but something near it elsewhere: check.",
    },
    "dropped-condition": {
        "zh": "{base}的适用条件在对应条文中没有，适用范围可能改变，请核对。",
        "en": "A condition does not stand in the counterpart; the rule may reach further: check.",
    },
    "added-condition": {
        "zh": "对应条文增加了适用条件，适用范围可能缩小，请核对。",
        "en": "A condition is new; the rule may reach less far: check.",
    },
    "alternative": {
        "zh": "选择与并处、适用与参照适用的关系不同，请核对。",
        "en": "Alternative and cumulative, applying and applying by analogy differ: check.",
    },
    "open-list": {
        "zh": "一个以“等”字兜底，一个没有，列举是否穷尽不同，请核对。",
        "en": "The one list is open, the other closed: check.",
    },
    "added-element": {
        "zh": "{target}增列了{base}没有列举的事项，请核对有无依据。",
        "en": "Something is listed in addition; check what it rests on.",
    },
    "added-here": {
        "zh": "内容为对应条文新增，{base}其他条文有相近的内容，请核对有无依据。",
        "en": "This is new here, and {base} says something near it elsewhere; check what it rests on.",
    },
    "dropped-in-part": {
        "zh": "{base}的内容没有原样规定，所列为最接近的表述，请核对有无缺失。",
        "en": "What {base} says does not stand in these words; what comes closest is shown: check what is lost.",
    },
    "added-in-part": {
        "zh": "{base}没有原样的内容，所列为最接近的表述，请核对增加的内容有无依据。",
        "en": "{Base} does not say this in these words; what comes closest is shown: check what is added.",
    },
    "added-duty": {
        "zh": "内容为{target}新增，{base}没有相应内容，请核对有无依据。",
        "en": "This is new and {base} has nothing like it; check what it rests on.",
    },
    "new-penalty": {
        "zh": "{target}所定的处罚，{base}中未找到对同一行为的规定，请核对设定权限。",
        "en": "No penalty for this act was found in {base}: check whether the issuer may.",
    },
    "new-penalty-kind": {
        "zh": "{base}对同一或者相近的行为已经规定处罚，{target}所定的处罚不在所规定的种类之内，请核对。",
        "en": "{Base} punishes such an act already, and not in this way: check that the kinds laid down are kept.",
    },
    "new-credit-sanction": {
        "zh": "{target}记录、公布失信或者予以惩戒，{base}中未找到同样的规定，请核对有无依据。",
        "en": "Conduct is recorded as bad credit, listed or sanctioned, which was not found in {base}: check what it "
        "rests on.",
    },
    "new-refusal": {
        "zh": "{target}以未履行其他义务为由不予办理、暂停办理，{base}中未找到同样的规定，请核对有无依据。",
        "en": "An application is refused or kept waiting for something else, which was not found in {base}: check what "
        "it rests on.",
    },
    "new-licence": {
        "zh": "{target}要求经批准、许可或者持证，{base}中未找到同样的规定，请核对设定权限。",
        "en": "Leave or a certificate is asked for that was not found in {base}: check whether the issuer may.",
    },
    "new-licence-condition": {
        "zh": "{target}列举的许可或者准入条件，{base}中未找到同样的规定，请核对有无依据。",
        "en": "A condition for a licence, or for starting something, was not found in {base}: check what it rests on.",
    },
    "new-coercion": {
        "zh": "{target}所定的强制，{base}中未找到同样的规定，请核对设定权限。",
        "en": "No such measure of coercion was found in {base}: check whether the issuer may.",
    },
    "new-coercion-period": {
        "zh": "{target}所定的查封、扣押、冻结期限，长于{base}或者法律规定的期限，请核对有无依据。",
        "en": "Things may be held for longer than {base} or the law lets them be: check what it rests on.",
    },
    "new-fee": {
        "zh": "{target}所定的收费，{base}中未找到同样的规定，请核对有无依据。",
        "en": "No such fee was found in {base}: check what it rests on.",
    },
    "new-barrier": {
        "zh": "{target}对外地经营者另有要求，或者要求使用指定的经营者，{base}中未找到同样的规定，请核对是否限制竞争。",
        "en": "More is asked of those from elsewhere, or a supplier is designated, which was not found in {base}: "
        "check whether it restricts competition.",
    },
    "new-proof": {
        "zh": "{target}要求提供证明，{base}中未找到同样的要求，请核对有无依据、是否必要。",
        "en": "A proof is demanded that was not found in {base}: check what it rests on and whether it is needed.",
    },
    "new-prohibition": {
        "zh": "{target}禁止的行为，{base}中未找到同样的规定，请核对有无依据、是否属于制定机关的权限。",
        "en": "This was not found forbidden in {base}: check what it rests on, and whether the issuer may.",
    },
    "instrument": {
        "zh": "援引的文件不同，制定或者适用的依据可能不同，请核对。",
        "en": "Another instrument is cited; the basis may differ: check.",
    },
    "dropped-instrument": {
        "zh": "{base}援引的文件，对应处没有援引，制定或者适用的依据可能不同，请核对。",
        "en": "What {base} cites, the counterpart does not; the basis may differ: check.",
    },
    "added-instrument": {
        "zh": "对应处援引的文件，{base}没有援引，请核对该文件是否适用。",
        "en": "The counterpart cites what {base} does not; check that it applies.",
    },
    "reference": {
        "zh": "援引不同，所指条款或者文件可能不同，请核对。",
        "en": "The reference differs and may point elsewhere: check.",
    },
    "citation": {
        "zh": "援引的条号疑似没有随条文增减调整，请核对。",
        "en": "The article cited may not have followed when articles were inserted or dropped: check.",
    },
    "scope": {
        "zh": "对象、范围或者限定不同，请核对。",
        "en": "Another object, range or qualification: check.",
    },
}
_ON_PENALTIES = ("new-penalty", "new-penalty-kind")
_PENALISES = re.compile(r"罚款|处罚|没收|吊销|拘留|\bfines?\b|\bpenalt", re.IGNORECASE)


def asks(rule: str, language: Language, roles: Roles = RULE_AND_SUPERIOR) -> str:
    """What is asked of all that a rule finds in texts that are this to each other; nothing where each finding says that
    for itself."""
    return in_roles(_ASKS[rule][language], roles, language) if rule in _ASKS else ""


def criteria(findings: Iterable[Finding], rank: Rank = "") -> tuple[Criterion, ...]:
    """By what these findings on a rule of a rank are judged, each criterion once; where there is talk of a penalty, by
    the law on them."""
    found: list[Criterion] = []
    for finding in findings:
        found += _of(finding.rule, rank)
        if finding.rule not in _ON_PENALTIES and _PENALISES.search(finding.base + finding.target):
            found += range_of_penalties(rank) or (_PENALTY,)
    return tuple(one for place, one in enumerate(found) if one not in found[:place])


def _of(rule: str, rank: Rank) -> Iterable[Criterion]:
    """By what all that a rule of findings finds is judged; of a power or a duty by who set it, as far as is known."""
    return judged_by(rule, rank) or _CRITERIA.get(rule, ())
