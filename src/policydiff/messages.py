"""What a finding says, of its rule and of the words that it quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff import eid, titles
from policydiff.model import Cut, Finding, Language
from policydiff.repealed import repeal_of
from policydiff.wording import ADDS, RULE_AND_SUPERIOR, Roles, day

# What a finding says, by the name of its rule: where both sides have words, where only the base has, where only the
# target has. One sentence: what differs and why it matters; a question to the reviewer, never a legal conclusion.
MESSAGE: dict[str, dict[Language, tuple[str, str, str]]] = {
    "prohibition": {
        "zh": (
            "{superior}的禁止性要求“{base}”在对应处“{target}”不再是禁止，疑似放宽，请核对。",
            "{superior}的禁止性要求“{base}”在对应条文中不再出现，疑似放宽，请核对。",
            "对应条文增加了禁止性要求“{target}”，请核对有无依据。",
        ),
        "en": (
            "“{base}” forbids; “{target}” no longer does: possibly more lenient, check.",
            "The prohibition “{base}” does not appear: possibly more lenient, check.",
            "“{target}” is a new prohibition: check what it rests on.",
        ),
    },
    "modality": {
        "zh": (
            "“{base}”变为“{target}”，义务、授权或者禁止的强度不同，请核对。",
            "“{base}”的义务强度在对应条文中没有体现，请核对。",
            "对应条文“{target}”的义务强度为{superior}所无，请核对。",
        ),
        "en": (
            "“{base}” becomes “{target}”: duty, permission and prohibition bind differently, check.",
            "The force of “{base}” is not carried over, check.",
            "The force of “{target}” is new, check.",
        ),
    },
    "number": {
        "zh": (
            "“{base}”与“{target}”的数量、期限或者频次不同，或者只有一方作了规定，适用结果可能不同，请核对。",
            "{superior}的数量、期限或者频次“{base}”在对应条文中不再出现，请核对。",
            "“{target}”规定的数量、期限或者频次为{superior}所无，请核对有无依据。",
        ),
        "en": (
            "“{base}” and “{target}” set another amount, time or frequency, or one of them sets none: check.",
            "The amount, time or frequency “{base}” does not appear, check.",
            "“{target}” sets an amount, time or frequency {superior} does not, check.",
        ),
    },
    "left-open": {
        "zh": ("“{target}”规定了具体的数量、期限或者频次，{superior}相应处“{base}”没有规定，请核对有无依据。",) * 3,
        "en": ("“{target}” sets an amount, time or frequency that {superior} leaves open, “{base}”: check.",) * 3,
    },
    "fine-beyond": {
        "zh": ("罚款幅度疑似超出{superior}规定的幅度：{superior}“{base}”，对应处“{target}”，请核对。",) * 3,
        "en": ("The fine may go beyond the range of {superior}: “{base}” there, “{target}” here, check.",) * 3,
    },
    "fine-narrowed": {
        "zh": ("罚款幅度在{superior}规定的幅度内缩小：{superior}“{base}”，对应处“{target}”，请核对。",) * 3,
        "en": ("The fine keeps within the wider range of {superior}: “{base}” there, “{target}” here, check.",) * 3,
    },
    "fine-reckoned": {
        "zh": ("罚款的计算方式不同：{superior}“{base}”，对应处“{target}”，请核对。",) * 3,
        "en": ("The fine is reckoned in another way: “{base}” in {superior}, “{target}” here, check.",) * 3,
    },
    "fine-case": {
        "zh": ("处以罚款的情形不同：{superior}“{base}”，对应处“{target}”，请核对。",) * 3,
        "en": ("The fine is for another case: “{base}” in {superior}, “{target}” here, check.",) * 3,
    },
    "dropped-fine": {
        "zh": ("{superior}对同一行为另有罚款“{base}”，对应处“{target}”没有这一情形或者对象的罚款，请核对。",) * 3,
        "en": (
            "{superior} sets a further fine for the act, “{base}”; there is none for this case or these people at "
            "“{target}”, check.",
        )
        * 3,
    },
    "added-fine": {
        "zh": (
            "“{target}”：未找到{superior}对同一行为、情形和对象规定的罚款，相近的是“{base}”，请核对有无依据。",
            "“{base}”处增加了罚款，请核对有无依据。",
            "“{target}”：未找到{superior}对同一行为规定的罚款，请核对有无依据。",
        ),
        "en": (
            "“{target}”: no fine for the same act, case and people was found in {superior} (near it: “{base}”), check.",
            "A fine is set at “{base}”, check.",
            "“{target}”: no fine for the act was found in {superior}, check.",
        ),
    },
    "threshold": {
        "zh": (
            "“{base}”与“{target}”一个包括本数，一个不包括本数，请核对。",
            "“{base}”是否包括本数没有体现，请核对。",
            "“{target}”是否包括本数与{superior}不同，请核对。",
        ),
        "en": (
            "One of “{base}” and “{target}” includes the number itself, the other does not: check.",
            "Whether “{base}” includes the number itself is lost, check.",
            "Whether “{target}” includes the number itself differs, check.",
        ),
    },
    "exception": {
        "zh": (
            "例外规定由“{base}”变为“{target}”，适用范围可能扩大或者缩小，请核对。",
            "例外规定“{base}”在对应条文中不再出现，适用范围可能扩大，请核对。",
            "“{target}”增加了例外，要求可能放宽，请核对。",
        ),
        "en": (
            "The exception changes from “{base}” to “{target}”: the rule may reach further or less far, check.",
            "The exception “{base}” does not appear: the rule may reach further, check.",
            "“{target}” adds an exception: the rule may be more lenient, check.",
        ),
    },
    "dropped-exception": {
        "zh": (
            "例外或者限制性规定“{base}”在对应处“{target}”没有，适用范围可能扩大，请核对。",
            "例外或者限制性规定“{base}”在对应条文中不再出现，适用范围可能扩大，请核对。",
            "对应条文“{target}”没有{superior}的例外，请核对。",
        ),
        "en": (
            "The exception or proviso “{base}” does not stand at “{target}”: the rule may reach further, check.",
            "The exception or proviso “{base}” does not appear: the rule may reach further, check.",
            "“{target}” lacks an exception of {superior}, check.",
        ),
    },
    "added-exception": {
        "zh": (
            "与“{base}”相比，“{target}”增加了例外或者限制，要求可能放宽，请核对。",
            "“{base}”在对应条文中增加了例外，请核对。",
            "“{target}”增加了例外或者限制，要求可能放宽，请核对。",
        ),
        "en": (
            "Beside “{base}”, “{target}” adds an exception or proviso: the rule may be more lenient, check.",
            "An exception is added to “{base}”, check.",
            "“{target}” adds an exception or proviso: the rule may be more lenient, check.",
        ),
    },
    "actor": {
        "zh": (
            "主体不同：{superior}为“{base}”，对应处为“{target}”，请核对义务或者权限由谁承担。",
            "主体“{base}”在对应条文中不再出现，义务或者权限由谁承担，请核对。",
            "对应条文增加了主体“{target}”，请核对其权限。",
        ),
        "en": (
            "The body differs: “{base}” in {superior}, “{target}” here: check who bears the duty or holds the power.",
            "“{base}” is no longer named: check who bears the duty or holds the power.",
            "“{target}” is named in addition: check its competence.",
        ),
    },
    "dropped-actor": {
        "zh": (
            "{superior}“{base}”写明的主体，对应处“{target}”没有写明，请核对义务或者权限由谁承担。",
            "主体“{base}”在对应条文中不再出现，义务或者权限由谁承担，请核对。",
            "对应处“{target}”没有写明{superior}的主体，请核对义务或者权限由谁承担。",
        ),
        "en": (
            "“{base}” names a body that “{target}” does not: check who bears the duty or holds the power.",
            "“{base}” is no longer named: check who bears the duty or holds the power.",
            "“{target}” does not name the body of {superior}: check who bears the duty or holds the power.",
        ),
    },
    "added-actor": {
        "zh": (
            "对应处“{target}”写明的主体，{superior}的相应处“{base}”没有写明，请核对其义务或者权限有无依据。",
            "对应条文在“{base}”处写明了主体，请核对其义务或者权限有无依据。",
            "对应条文增加了主体“{target}”，请核对其权限。",
        ),
        "en": (
            "“{target}” names a body that “{base}” in {superior} does not: check what its duty or power rests on.",
            "A body is named at “{base}”: check what its duty or power rests on.",
            "“{target}” is named in addition: check its competence.",
        ),
    },
    "renamed": {
        "zh": ("主体“{base}”在{count}处换成其他主体，如“{target}”，写法或者层级不一，请核对是否为同级对应机构。",) * 3,
        "en": ("“{base}” gives way in {count} places, as to “{target}”: check that it is the matching body.",) * 3,
    },
    "instrument": {
        "zh": (
            "援引的文件不同：{superior}为“{base}”，对应处为“{target}”，制定或者适用的依据可能不同，请核对。",
            "{superior}援引的文件“{base}”在对应条文中不再出现，请核对。",
            "对应条文增加援引“{target}”，请核对该文件是否适用。",
        ),
        "en": (
            "The instrument cited differs: “{base}” in {superior}, “{target}” here: the basis may differ, check.",
            "The instrument “{base}” is no longer cited, check.",
            "“{target}” is cited in addition: check that it applies.",
        ),
    },
    "dropped-instrument": {
        "zh": (
            "{superior}“{base}”援引了文件，对应处“{target}”没有援引，制定或者适用的依据可能不同，请核对。",
            "{superior}援引的文件“{base}”在对应条文中不再出现，请核对。",
            "对应处“{target}”没有援引{superior}所援引的文件，请核对。",
        ),
        "en": (
            "“{base}” cites an instrument, “{target}” cites none: the basis may differ, check.",
            "The instrument “{base}” is no longer cited, check.",
            "“{target}” does not cite what {superior} cites, check.",
        ),
    },
    "added-instrument": {
        "zh": (
            "对应处“{target}”援引了文件，{superior}的相应处“{base}”没有援引，请核对该文件是否适用。",
            "对应条文在“{base}”处增加了援引，请核对该文件是否适用。",
            "对应条文增加援引“{target}”，请核对该文件是否适用。",
        ),
        "en": (
            "“{target}” cites an instrument, “{base}” in {superior} cites none: check that it applies.",
            "An instrument is cited at “{base}”: check that it applies.",
            "“{target}” is cited in addition: check that it applies.",
        ),
    },
    "citation": {
        "zh": (
            "“{base}”的对应条文不是“{target}”所指的条，援引的条号疑似没有随条文增减调整，请核对。",
            "“{base}”中的援引在对应条文中不再出现，请核对。",
            "“{target}”增加了援引，请核对所指内容。",
        ),
        "en": (
            "“{target}” is not the counterpart of what “{base}” cites: the number may not have followed "
            "when articles were inserted or dropped; please check.",
            "The citation in “{base}” no longer stands in the counterpart; please check.",
            "“{target}” adds a citation; please check what it points to.",
        ),
    },
    "reference": {
        "zh": (
            "援引由“{base}”变为“{target}”，所指条款或者文件可能不同，请核对。",
            "“{base}”中的援引在对应条文中不再出现，请核对。",
            "“{target}”增加了援引，请核对所指内容。",
        ),
        "en": (
            "The reference changes from “{base}” to “{target}”: it may point elsewhere, check.",
            "The reference in “{base}” does not appear, check.",
            "“{target}” adds a reference: check what it points at.",
        ),
    },
    "dropped-condition": {
        "zh": (
            "“{base}”这一适用条件在对应处“{target}”没有，适用范围可能改变，请核对。",
            "“{base}”这一适用条件在对应条文中不再出现，适用范围可能改变，请核对。",
            "对应条文“{target}”没有{superior}的适用条件，请核对。",
        ),
        "en": (
            "The condition “{base}” does not stand at “{target}”: the rule may reach further, check.",
            "The condition “{base}” does not appear: the rule may reach further, check.",
            "“{target}” lacks a condition of {superior}, check.",
        ),
    },
    "added-condition": {
        "zh": (
            "与“{base}”相比，“{target}”是增加的适用条件，适用范围可能缩小，请核对。",
            "“{base}”在对应条文中增加了适用条件，请核对。",
            "“{target}”是对应条文增加的适用条件，适用范围可能缩小，请核对。",
        ),
        "en": (
            "Beside “{base}”, “{target}” is a new condition: the rule may reach less far, check.",
            "A condition is added to “{base}”, check.",
            "“{target}” is a new condition: the rule may reach less far, check.",
        ),
    },
    "alternative": {
        "zh": ("“{base}”变为“{target}”，选择与并处、适用与参照适用的关系不同，请核对。",) * 3,
        "en": ("“{base}” becomes “{target}”: alternative and cumulative differ, check.",) * 3,
    },
    "open-list": {
        "zh": (
            "“{base}”与“{target}”一个以“等”字兜底，一个没有，列举是否穷尽不同，请核对。",
            "“{base}”以“等”字兜底，对应处的列举没有兜底，请核对。",
            "“{target}”以“等”字兜底，{superior}的列举没有兜底，请核对。",
        ),
        "en": (
            "One of the lists “{base}” and “{target}” is open, the other closed: check.",
            "“{base}” leaves its list open; the other side closes it: check.",
            "“{target}” leaves its list open; {superior} closes it: check.",
        ),
    },
    "scope": {
        "zh": (
            "“{base}”变为“{target}”，对象、范围或者限定不同，请核对。",
            "限定“{base}”在对应条文中不再出现，范围可能改变，请核对。",
            "对应条文增加了限定“{target}”，范围可能改变，请核对。",
        ),
        "en": (
            "“{base}” becomes “{target}”: another object, range or qualification, check.",
            "“{base}” does not appear: the range may change, check.",
            "“{target}” is added: the range may change, check.",
        ),
    },
    "dropped-element": {
        "zh": (
            "{superior}列举的“{base}”在对应条文的列举“{target}”中没有，列举疑似不完整，请核对。",
            "{superior}列举的“{base}”在对应条文中没有列出，列举疑似不完整，请核对。",
            "对应条文的列举“{target}”疑似不完整，请核对。",
        ),
        "en": (
            "“{base}”, listed in {superior}, is not in the list “{target}”: it may be incomplete, check.",
            "“{base}”, listed in {superior}, is not listed: the list may be incomplete, check.",
            "The list “{target}” may be incomplete, check.",
        ),
    },
    "added-element": {
        "zh": (
            "对应条文增列了“{target}”，{superior}的列举“{base}”中没有，请核对有无依据。",
            "{superior}的列举“{base}”在对应条文中有增列，请核对有无依据。",
            "对应条文增列了“{target}”，{superior}没有列举，请核对有无依据。",
        ),
        "en": (
            "“{target}” is listed in addition to “{base}”: check what it rests on.",
            "The list “{base}” is added to, check.",
            "“{target}” is listed in addition: check what it rests on.",
        ),
    },
    "dropped-duty": {
        "zh": (
            "{superior}的“{base}”在对应条文和其他条文中均未找到（相近处为“{target}”），疑似缺失，请核对。",
            "{superior}的“{base}”在对应条文和其他条文中均未找到，疑似缺失，请核对。",
            "对应条文“{target}”处疑似缺失{superior}的内容，请核对。",
        ),
        "en": (
            "“{base}” is found neither here nor in another provision (near it: “{target}”): possibly lost, check.",
            "“{base}” is found neither here nor in another provision: possibly lost, check.",
            "Something of {superior} seems lost at “{target}”, check.",
        ),
    },
    "added-duty": {
        "zh": (
            "“{target}”为对应条文新增，{superior}没有相应内容（相近处为“{base}”），请核对有无依据。",
            "对应条文在“{base}”处有新增内容，请核对有无依据。",
            "“{target}”为对应条文新增，{superior}没有相应内容，请核对有无依据。",
        ),
        "en": (
            "“{target}” is new; {superior} has nothing like it (near it: “{base}”): check what it rests on.",
            "Something is added at “{base}”: check what it rests on.",
            "“{target}” is new; {superior} has nothing like it: check what it rests on.",
        ),
    },
    "dropped-here": {
        "zh": ("{superior}的“{base}”在对应条文中未找到，其他条文的“{target}”与之相近，请核对是否已经规定。",) * 3,
        "en": ("“{base}” is not found here; another provision says something near it, “{target}”: check.",) * 3,
    },
    "added-here": {
        "zh": ("“{target}”为对应条文新增，{superior}其他条文的“{base}”与之相近，请核对有无依据。",) * 3,
        "en": ("“{target}” is new here; another provision of {superior} says something near it, “{base}”: check.",) * 3,
    },
    "dropped-in-part": {
        "zh": ("{superior}的“{base}”未见原样规定，最接近的表述为“{target}”，请核对内容有无缺失。",) * 3,
        "en": ("“{base}” is not said in these words; closest comes “{target}”: check whether anything is lost.",) * 3,
    },
    "added-in-part": {
        "zh": ("{superior}没有“{target}”的原样规定，最接近的表述为“{base}”，请核对增加的内容有无依据。",) * 3,
        "en": ("“{target}” is not in {superior} in these words; closest comes “{base}”: check what is added.",) * 3,
    },
    "new-penalty": {
        "zh": (
            "疑似新设行政处罚：“{target}”，{superior}中未找到对这一行为的处罚（处罚的相近行为：“{base}”），请核对设定权限。",
            "“{base}”处疑似新设行政处罚，请核对设定权限。",
            "疑似新设行政处罚：“{target}”，{superior}中未找到对这一行为或者相近行为的处罚，请核对设定权限。",
        ),
        "en": (
            "“{target}” may set a penalty: no penalty for this act was found in {superior} (the like: “{base}”): check "
            "whether the issuer may.",
            "A penalty may be set at “{base}”: check whether the issuer may.",
            "“{target}” may set a penalty: no penalty for this act or one like it was found in {superior}: check "
            "whether the issuer may.",
        ),
    },
    "new-penalty-kind": {
        "zh": (
            "疑似增加处罚种类：“{target}”，对同一或者相近的行为，{superior}规定的是“{base}”，没有这种处罚，请核对是否超出规定的种类范围。",
            "“{base}”处疑似增加处罚种类，请核对是否超出规定的种类范围。",
            "疑似增加处罚种类：“{target}”，{superior}处罚这一行为，但没有这种处罚，请核对是否超出规定的种类范围。",
        ),
        "en": (
            "“{target}” may add a kind of penalty: for such an act {superior} has “{base}”: check whether it keeps to "
            "the kinds laid down.",
            "A kind of penalty may be added at “{base}”: check whether it keeps to the kinds laid down.",
            "“{target}” may add a kind of penalty: {superior} punishes the act, but not so: check whether it keeps to "
            "the kinds laid down.",
        ),
    },
    "new-credit-sanction": {
        "zh": (
            "疑似新设失信惩戒：“{target}”，{superior}中未找到同样的记录、名单或者惩戒（相近规定：“{base}”），请核对有无依据。",
            "“{base}”处疑似新设失信惩戒，请核对有无依据。",
            "疑似新设失信惩戒：“{target}”，{superior}中未找到同样的记录、名单或者惩戒，请核对有无依据。",
        ),
        "en": (
            "“{target}” may set a sanction on bad credit: no such record, list or sanction was found in {superior} "
            "(near it: “{base}”): check what it rests on.",
            "A sanction on bad credit may be set at “{base}”: check what it rests on.",
            "“{target}” may set a sanction on bad credit: no such record, list or sanction was found in {superior}: "
            "check what it rests on.",
        ),
    },
    "new-refusal": {
        "zh": (
            "疑似增设办理限制：“{target}”，{superior}中未找到同样的限制（相近规定：“{base}”），请核对有无依据。",
            "“{base}”处疑似增设办理限制，请核对有无依据。",
            "疑似增设办理限制：“{target}”，{superior}中未找到同样的限制，请核对有无依据。",
        ),
        "en": (
            "“{target}” may have an application refused for something else, which was not found in {superior} (near "
            "it: “{base}”): check what it rests on.",
            "An application may be refused for something else at “{base}”: check what it rests on.",
            "“{target}” may have an application refused for something else, which was not found in {superior}: check "
            "what it rests on.",
        ),
    },
    "new-licence": {
        "zh": (
            "疑似新设行政许可：“{target}”，{superior}中未找到同样的许可（许可的相近事项：“{base}”），请核对设定权限。",
            "“{base}”处疑似新设行政许可，请核对设定权限。",
            "疑似新设行政许可：“{target}”，{superior}中未找到同样或者相近的许可，请核对设定权限。",
        ),
        "en": (
            "“{target}” may set a licence that was not found in {superior} (it asks leave for the like: “{base}”): "
            "check whether the issuer may.",
            "A licence may be set at “{base}”: check whether the issuer may.",
            "“{target}” may set a licence: leave for this or the like was not found in {superior}: check whether the "
            "issuer may.",
        ),
    },
    "new-licence-condition": {
        "zh": (
            "疑似增设许可或者准入条件：“{target}”，{superior}中未找到同样的条件（相近规定：“{base}”），请核对有无依据。",
            "“{base}”处疑似增设许可或者准入条件，请核对有无依据。",
            "疑似增设许可或者准入条件：“{target}”，{superior}中未找到同样或者相近的条件，请核对有无依据。",
        ),
        "en": (
            "“{target}” may add a condition that was not found in {superior} (near it: “{base}”): check what it rests "
            "on.",
            "A condition may be added at “{base}”: check what it rests on.",
            "“{target}” may add a condition: neither this nor the like was found in {superior}: check what it rests "
            "on.",
        ),
    },
    "new-coercion": {
        "zh": (
            "疑似新设行政强制：“{target}”，{superior}中未找到同样的强制（强制的相近规定：“{base}”），请核对设定权限。",
            "“{base}”处疑似新设行政强制，请核对设定权限。",
            "疑似新设行政强制：“{target}”，{superior}中未找到同样或者相近的强制，请核对设定权限。",
        ),
        "en": (
            "“{target}” may set coercion that was not found in {superior} (near it: “{base}”): check whether the "
            "issuer may.",
            "Coercion may be set at “{base}”: check whether the issuer may.",
            "“{target}” may set coercion: neither this nor the like was found in {superior}: check whether the issuer "
            "may.",
        ),
    },
    "new-coercion-period": {
        "zh": (
            "疑似延长强制期限：“{target}”，长于{superior}的“{base}”，请核对有无依据。",
            "“{base}”处疑似延长强制期限，请核对有无依据。",
            "疑似延长强制期限：“{target}”，{superior}中未找到这样长的期限，请核对是否超过三十日、延长是否超过三十日。",
        ),
        "en": (
            "“{target}” may let things be held for longer than {superior} (“{base}”): check what it rests on.",
            "Things may be held for longer at “{base}”: check what it rests on.",
            "“{target}” may let things be held for long: no such time was found in {superior}: check whether it keeps "
            "to thirty days, prolonged by thirty.",
        ),
    },
    "new-fee": {
        "zh": (
            "疑似新设收费：“{target}”，{superior}中未找到同样的收费（收费的相近规定：“{base}”），请核对有无依据。",
            "“{base}”处疑似新设收费，请核对有无依据。",
            "疑似新设收费：“{target}”，{superior}中未找到同样或者相近的收费，请核对有无依据。",
        ),
        "en": (
            "“{target}” may set a fee that was not found in {superior} (near it: “{base}”): check what it rests on.",
            "A fee may be set at “{base}”: check what it rests on.",
            "“{target}” may set a fee: neither this nor the like was found in {superior}: check what it rests on.",
        ),
    },
    "new-barrier": {
        "zh": (
            "疑似限制外地经营者或者指定经营者：“{target}”，{superior}中未找到同样的规定（相近规定：“{base}”），请核对是否限制竞争。",
            "“{base}”处疑似限制外地经营者或者指定经营者，请核对是否限制竞争。",
            "疑似限制外地经营者或者指定经营者：“{target}”，{superior}中未找到同样或者相近的规定，请核对是否限制竞争。",
        ),
        "en": (
            "“{target}” may keep out those from elsewhere or favour a designated supplier, which was not found in "
            "{superior} (near it: “{base}”): check whether it restricts competition.",
            "Those from elsewhere may be kept out at “{base}”: check whether it restricts competition.",
            "“{target}” may keep out those from elsewhere or favour a designated supplier; neither this nor the "
            "like was found in {superior}: check whether it restricts competition.",
        ),
    },
    "new-proof": {
        "zh": (
            "疑似增设证明事项：“{target}”，{superior}中未找到同样的要求（相近规定：“{base}”），请核对有无依据、是否必要。",
            "“{base}”处疑似增设证明事项，请核对有无依据、是否必要。",
            "疑似增设证明事项：“{target}”，{superior}中未找到同样的要求，请核对有无依据、是否必要。",
        ),
        "en": (
            "“{target}” may demand a proof that was not found in {superior} (near it: “{base}”): check what it rests "
            "on and whether it is needed.",
            "A proof may be demanded at “{base}”: check what it rests on and whether it is needed.",
            "“{target}” may demand a proof that was not found in {superior}: check what it rests on and whether it "
            "is needed.",
        ),
    },
    "new-prohibition": {
        "zh": (
            "疑似新设禁止：“{target}”，{superior}中未找到同样的禁止（禁止、处罚的相近行为：“{base}”），请核对有无依据和设定权限。",
            "“{base}”处疑似新设禁止，请核对有无依据和设定权限。",
            "疑似新设禁止：“{target}”，{superior}中未找到同样或者相近的禁止，请核对有无依据和设定权限。",
        ),
        "en": (
            "“{target}” may set a prohibition that was not found in {superior} (it forbids the like: “{base}”): check "
            "whether the issuer may.",
            "A prohibition may be set at “{base}”: check whether the issuer may.",
            "“{target}” may set a prohibition: neither this nor the like was found in {superior}: check whether the "
            "issuer may.",
        ),
    },
    "look-alike": {
        "zh": ("“{target}”中疑有形近错字，{superior}为“{base}”，请核对。",) * 2
        + ("“{target}”中疑有形近错字，请核对。",),
        "en": ("“{target}” seems to hold a wrong character, for {superior} says “{base}”: check.",) * 2
        + ("“{target}” seems to hold a wrong character: check.",),
    },
    "numbering": {
        "zh": ("“{target}”的编号不连续、不从第一号开始或者重复，请核对。",) * 3,
        "en": ("The number of “{target}” is out of sequence, does not start at one, or stands twice: check.",) * 3,
    },
    "own-name": {
        "zh": ("标题所示文种与“{target}”的自称不一致，请核对。",) * 3,
        "en": ("“{target}” is not what the title calls the document: check.",) * 3,
    },
    "two-names": {
        "zh": ("“{base}”与“{target}”疑为同一机构的两个名称，请核对并统一。",) * 3,
        "en": ("“{base}” and “{target}” may be two names of one body: check and use one.",) * 3,
    },
    "cited-title": {
        "zh": ("上位法称作{target}，文件库中没有这一名称，最接近的是{base}，已与之对照；名称疑似有误，请核对。",) * 3,
        "en": (
            "The superior rule is called {target}, a title that the library does not hold; the nearest, {base}, was "
            "compared: the title may be wrong, check.",
        )
        * 3,
    },
    "sanction-without-duty": {
        "zh": ("“{target}”仍规定责任，但{superior}的相应义务“{base}”没有规定，请核对。",) * 3,
        "en": ("“{target}” still sanctions, but the duty “{base}” is not laid down: check.",) * 3,
    },
    "dead-citation": {
        "zh": ("“{target}”所指的条款在本文中不存在，请核对。",) * 3,
        "en": ("“{target}” points at a provision that this document does not have: check.",) * 3,
    },
    "repealed": {
        "zh": ("“{target}”援引的文件{repealed}，请核对援引。",) * 3,
        "en": ("“{target}” cites an instrument that {repealed}: check the citation.",) * 3,
    },
    "untranslated": {
        "zh": (
            "{superior}“{base}”在对应条文“{target}”中疑似没有相应内容，请核对。",
            "{superior}“{base}”在对应条文中疑似没有相应内容，请核对。",
            "“{target}”疑似尚未译出，请核对。",
        ),
        "en": (
            "“{base}” seems to have no counterpart in “{target}”: check.",
            "“{base}” seems to have no counterpart in the other language: check.",
            "“{target}” seems to be left untranslated: check.",
        ),
    },
}

# How a power, or a fine that the superior leaves open, is quoted that an article sets so many times.
_LISTED: dict[Language, str] = {
    "zh": "“{target}”等{count}项",
    "en": "“{target}” (one of {count} listed)",
}
# How the last of several quotations is told from which a list of amounts is made, with their number.
_IN_ALL: dict[Language, str] = {"zh": "{quoted}等{count}处", "en": "{quoted} ({count} in all)"}
# How words are quoted that only cite another place of their document, with what that says.
_CITING: dict[Language, str] = {"zh": "“{target}”（所引规定：“{cited}”）", "en": "“{target}” (cited: “{cited}”)"}
# What a finding says that names the words in which two clauses differ, and how each is named: gone, put in, replaced.
_NAMED: dict[Language, str] = {
    "zh": "对应处{differing}，对象、范围或者限定不同，请核对：{superior}“{base}”，对应处“{target}”。",
    "en": "Here {differing}, which may be another object, range or qualification: “{base}” in {superior}, “{target}” "
    "here, check.",
}
# The same of an amount that the superior leaves open in so many words.
_LEFT_OPEN: dict[Language, str] = {
    "zh": "{superior}“{old}”没有定数，对应处定为“{new}”，请核对有无依据：{superior}“{base}”，对应处“{target}”。",
    "en": "“{old}” in {superior} is set as “{new}” here: check what it rests on: “{base}” in {superior}, “{target}” "
    "here.",
}
# By what and since when what is cited was repealed; the second where that is not known.
_REPEALED: dict[Language, tuple[str, str]] = {
    "zh": ("自{day}起由{by}{article}废止", "已经废止"),
    "en": ("{article} of {by} repealed as of {day}", "has been repealed"),
}
_DIFFERING: dict[Language, tuple[str, str, str]] = {
    "zh": ("少了“{old}”", "多了“{new}”", "“{old}”改为“{new}”"),
    "en": ("“{old}” is gone", "“{new}” is put in", "“{old}” is “{new}”"),
}
# How what alone is gone or new is named of a quotation that says more.
_OF_IT: dict[Language, str] = {"zh": "{quoted}中的“{own}”", "en": "“{own}” of {quoted}"}
_COMMA: dict[Language, str] = {"zh": "，", "en": ", "}
QUOTED = ("{base}", "{target}")
_CUT = re.compile(r"(\{base\}|\{target\})")


def marked(words: str, cut: Cut) -> str:
    """A quotation with … where words were left out."""
    before, behind = cut
    return f"{'…' if before else ''}{words}{'…' if behind and not words.endswith('…') else ''}" if words else ""


def read_out(finding: Finding) -> tuple[str, str]:
    """Both sides' words but for those that only show where something would stand."""
    if not finding.apart:
        return finding.base, finding.target
    return ("", finding.target) if finding.rule.startswith(ADDS) else (finding.base, "")


def quotations(finding: Finding) -> tuple[str, str]:
    """Both sides' words as they are read."""
    base, target = read_out(finding)
    return marked(base, finding.base_cut), marked(target, finding.target_cut)


def message(
    rule: str,
    base: str,
    target: str,
    language: Language,
    *,
    count: int = 1,
    roles: Roles = RULE_AND_SUPERIOR,
    differing: Sequence[tuple[str, str]] = (),
    cited: str = "",
) -> str:
    """What a finding of this rule says of these words, of two texts that are this to each other; of words in which the
    two differ, these first, and behind the target's words what these only cite."""
    sentence = _sentence(rule, base, target, language, roles, count=count, names=bool(differing), cites=bool(cited))
    words = _words(differing, language, count=count, cited=cited)
    return sentence.format(base=base, target=target, **words)


def _words(differing: Sequence[tuple[str, str]], language: Language, *, count: int, cited: str) -> dict[str, str | int]:
    """What a sentence names beside the words of the two sides."""
    old, new = differing[0] if differing else ("", "")
    return {
        "count": count,
        "differing": named(differing, language),
        "own": _alone(differing),
        "old": old,
        "new": new,
        "cited": cited,
    }


def named(differing: Sequence[tuple[str, str]], language: Language) -> str:
    """Which words are gone, put in and replaced."""
    gone, new, other = _DIFFERING[language]
    each = ((other if old and come else gone if old else new).format(old=old, new=come) for old, come in differing)
    return _COMMA[language].join(each)


def _alone(differing: Sequence[tuple[str, str]]) -> str:
    """The first of the words that one side alone has."""
    return next((old or new for old, new in differing), "")


def _sentence(
    rule: str,
    base: str,
    target: str,
    language: Language,
    roles: Roles,
    *,
    count: int,
    names: bool = False,
    cites: bool = False,
) -> str:
    both, dropped, added = MESSAGE[rule][language]
    sentence = both if base and target else dropped if base else added
    if names and rule.startswith(("dropped-", "added-")):
        quoted = "“{target}”" if rule.startswith(ADDS) else "“{base}”"
        sentence = sentence.replace(quoted, _OF_IT[language].replace("{quoted}", quoted))
    elif names and base and target:
        sentence = (_LEFT_OPEN if rule == "left-open" else _NAMED)[language]
    if (rule.startswith("new-") or rule == "left-open") and count > 1:
        sentence = sentence.replace("“{target}”", _LISTED[language])
    elif count > 1 and "{count}" not in sentence:
        quoted = "“{target}”" if target else "“{base}”"
        sentence = sentence.replace(quoted, _IN_ALL[language].replace("{quoted}", quoted))
    if cites:
        sentence = sentence.replace("“{target}”", _CITING[language])
    sentence = sentence.replace("{repealed}", _repealed(target, language))
    return _told(sentence, roles, language)


def _repealed(words: str, language: Language) -> str:
    """Since when and by what the last instrument that some words cite is repealed."""
    known, unknown = _REPEALED[language]
    repeal = next(filter(None, map(repeal_of, reversed(titles.TITLE.findall(words)))), None)
    if repeal is None:
        return unknown
    article = eid.said(f"art_{repeal.article}", language)
    return known.format(day=day(repeal.day, language), by=titles.cited(repeal.by), article=article)


def _told(sentence: str, roles: Roles, language: Language) -> str:
    return sentence.replace("{superior}", roles["base"][language])


def message_parts(finding: Finding, language: Language, roles: Roles = RULE_AND_SUPERIOR) -> tuple[str, ...]:
    """What a finding says, cut where it quotes: {base} and {target} stand for the words. Nothing where its rule is none
    of this program's."""
    if finding.rule not in MESSAGE:
        return ()
    names, cites = bool(finding.differing), bool(finding.cited)
    said = read_out(finding)
    sentence = _sentence(finding.rule, *said, language, roles, count=finding.count, names=names, cites=cites)
    words = _words(finding.differing, language, count=finding.count, cited=finding.cited)
    return tuple(part if part in QUOTED else part.format(**words) for part in _CUT.split(sentence) if part)
