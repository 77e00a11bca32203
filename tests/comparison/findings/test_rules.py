"""Each rule on a change: where it must fire and where it must not."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import found, quoted, rules

from policydiff.comparison.findings.rules import sources
from policydiff.comparison.findings.table import CHANGE_RULES

FIRES = [
    ("prohibition", "任何人不得占用剪刀。", "任何人经批准可以占用剪刀。"),
    ("prohibition", "理发店不得雇用未领证的理发师。", "理发店雇用未领证的理发师应当登记。"),
    ("modality", "理发店应当公布收费标准。", "理发店可以公布收费标准。"),
    ("modality", "理发店应当公布收费标准。", "理发店公布收费标准。"),
    ("modality", "理发店可以公布收费标准。", "理发店应当公布收费标准。"),
    ("modality", "理发店可以公布收费标准。", "理发店应公布收费标准。"),
    ("modality", "剪刀每日清洗。", "剪刀应当每日清洗。"),
    ("modality", "理发店逐步减少用水。", "理发店减少用水。"),
    ("modality", "剪刀应当优先出租，梳子应当优先出租。", "剪刀应当优先出租，梳子应当出租。"),
    ("modality", "学徒可以要求协会再作答复。", "经会长同意，学徒可以要求协会再作答复。"),
    ("alternative", "没收剪刀或者处以警告。", "没收剪刀并处以警告。"),
    ("alternative", "染须按照前款规定办理。", "染须参照前款规定办理。"),
    ("number", "理发店应当在五日内申报。", "理发店应当在五个工作日内申报。"),
    ("number", "缴纳五千元以上五万元以下费用。", "缴纳五千元以上十万元以下费用。"),
    ("number", "理发店应当每年申报一次。", "理发店应当每半年申报一次。"),
    ("number", "胡须委员会每届任期五年。", "胡须委员会每届任期三年。"),
    ("number", "缴纳十万元以上五十万元以下费用。", "缴纳十万元以上五十一万元以下费用。"),
    ("number", "经三分之二以上会员同意。", "经二分之一以上会员同意。"),
    ("number", "二十二时至次日六时不得营业。", "二十三时至次日六时不得营业。"),
    ("number", "营业三年以上的理发店应当换证。", "营业超过三年的理发店应当换证。"),
    ("actor", "由省人民政府理发主管部门审批。", "由街道办事处审批。"),
    ("actor", "理发店违规的，由上一级协会责令改正。", "理发店违规的，由胡须委员会及其有关科室责令改正。"),
    ("actor", "各级理发协会应当公布名录。", "区理发小组应当公布名录。"),
    ("actor", "胡须协会应当公布名录。", "街道办事处、胡须协会应当公布名录。"),
    ("actor", "并通知胡须协会、理发协会。", "并通知其居住地的胡须协会、理发协会和街道办事处等有关组织。"),
    ("dropped-actor", "学徒有权向胡须协会了解染须的进展情况。", "学徒有权了解染须的进展情况。"),
    ("added-actor", "店主应当将名录报街道办事处备案。", "店主应当会同胡须协会将名录报街道办事处备案。"),
    ("added-actor", "应当公布全部收费标准和名录。", "理发协会应当公布全部收费标准和名录。"),
    ("actor", "理发店向理发主管部门报告。", "理发店向街道办事处报告。"),
    ("actor", "经营单位应当给予补偿。", "作出征收决定的县（市、区）人民政府应当给予补偿。"),
    ("actor", "国务院理发主管部门主管全国的理发工作。", "省理发主管部门主管全省理发工作。"),
    ("actor", "由省人民政府审批。", "由县级以上人民政府审批。"),
    ("actor", "县级以上地方人民政府应当公布名录。", "各级人民政府应当公布名录。"),
    ("actor", "由县级以上人民政府管理理发工作的部门责令改正。", "由县级以上人民政府染须部门责令改正。"),
    ("actor", "须场所有权人应当清扫地面。", "须场经营单位应当清扫地面。"),
    ("actor", "审批机关应当作出是否准予染须的决定。", "胡须协会应当作出是否准予染须的决定。"),
    ("instrument", "根据《理发法》制定本办法。", "根据《胡须法》制定本办法。"),
    ("instrument", "依照《理发法》和《胡须法》处理。", "依照《理发法》处理。"),
    ("reference", "依照《理发法》第八条处罚理发店。", "依照《理发法》第九条处罚理发店。"),
    ("reference", "依照《理发法》第八条第一款处罚理发店。", "依照《理发法》第八条第二款处罚理发店。"),
    ("dropped-exception", "理发店应当公布收费标准，但是学徒店除外。", "理发店应当公布收费标准。"),
    ("dropped-exception", "除节假日外，理发店应当营业。", "理发店应当营业。"),
    ("dropped-exception", "理发店应当营业，法律另有规定的除外。", "理发店应当营业。"),
    ("dropped-exception", "除法律、法规另有规定外，理发店应当营业。", "理发店应当营业。"),
    ("dropped-exception", "假须由理发店监制，但不得带有协会字样。", "假须由理发店监制。"),
    ("added-exception", "理发店应当公布收费标准。", "理发店应当公布收费标准，但是学徒店除外。"),
    ("exception", "学徒可以办理店内的事项。", "学徒可以办理除染须以外店内的其他事项。"),
    ("dropped-condition", "情节严重的，没收剪刀。", "没收剪刀。"),
    ("added-condition", "理发师可以开店。", "经协会审核同意的，理发师可以开店。"),
    ("added-condition", "理发店申请登记，由协会发给须证。", "理发店申请登记，符合下列条件的，由协会发给须证："),
    ("open-list", "应当备有镜子、剪刀、梳子等用具。", "应当备有镜子、剪刀、梳子用具。"),
    ("scope", "负责本市和郊县理发店的登记。", "负责郊县理发店的登记。"),
    ("dropped-element", "禁止虐待、遗弃、隔离学徒。", "禁止虐待、遗弃学徒。"),
    ("added-element", "禁止虐待、遗弃学徒。", "禁止虐待、遗弃、隔离学徒。"),
    (
        "scope",
        "理发车非运送学徒时不得鸣笛，非运送学徒时不得停靠。",
        "理发车在运送学徒时不得鸣笛，非运送学徒时不得停靠。",
    ),
    ("scope", "在境内营业的理发店应当备案。", "在境外营业的理发店应当备案。"),
    ("dropped-duty", "理发店应当清扫地面，并为顾客备好毛巾。", "理发店应当清扫地面。"),
    ("dropped-duty", "在店内染须的，没收剪刀，并处三千元以下罚款。", "在店内染须的，没收剪刀。"),
    ("dropped-duty", "理发店应当清扫地面。染须应当经市人民政府理发主管部门批准。", "理发店应当清扫地面。"),
    ("dropped-duty", "理发店应当清扫地面。其他用具不得在店外洗涤。", "理发店应当清扫地面。"),
    ("dropped-duty", "理发店应当清扫地面。店规应当包括行为规范和作息等内容。", "理发店应当清扫地面。"),
    ("dropped-duty", "理发店应当清扫地面。为染须的顾客提供热水和毛巾。", "理发店应当清扫地面。"),
    ("added-duty", "理发店应当清扫地面。", "理发店应当清扫地面。各店应当依照协会的有关规定制定本店的学徒规划。"),
    ("added-duty", "理发店应当清扫地面。", "理发店应当清扫地面。染须应当提前公示，并遵守下列规定："),
    ("dropped-duty", "店员应当备好剪刀。禁止向街面倾倒碎发、废水和染液。", "店员应当备好剪刀，处置碎发的应当登记。"),
    ("dropped-duty", "学徒，除依法给予处罚外，记入名录。", "学徒，记入名录。"),
    ("dropped-element", "协会保管剪刀、围布、梳子的名册。", "协会保管剪刀、梳子的名册。"),
    ("dropped-exception", "所得费用，除从预算中列支外，必须用于偿还欠款。", "所得费用，必须用于偿还欠款。"),
    ("added-duty", "胡须委员会推选会长。", "胡须委员会推选会长，根据会长提名确定秘书和梳匠。"),
    ("added-duty", "理发店应当清扫地面。", "理发店应当清扫地面，并为顾客备好毛巾。"),
]

SILENT = [
    ("prohibition", "禁止在店内染须。", "不得在店内染须。"),
    ("prohibition", "理发店不得染须、烫须、拔须。", "理发店不得有下列行为：\n染须；\n烫须；\n拔须。"),
    ("modality", "理发店应当公布收费标准。", "理发店必须公布收费标准。"),
    ("modality", "理发店必须公布收费标准。", "理发店应公布收费标准和时间。"),
    ("actor", "染须施工单位应当清扫地面。", "施工单位应当清扫地面。"),
    ("actor", "理发店应当清扫地面。", "理发店应当清扫地面，逐级上报并通知邻街和有关部门。"),
    ("modality", "交换剪刀的，应当经胡须委员会批准。", "经胡须委员会批准，理发店可以交换剪刀。"),
    ("actor", "接到投诉的有关单位和国家机关应当处理。", "有关单位和机关应当处理。"),
    ("scope", "协会应当加强理发店的管理。", "协会应当加强对本行政区域内理发店的管理。"),
    ("scope", "国家鼓励开设理发店。", "鼓励开设理发店。"),
    ("scope", "企业事业组织的染须工作。", "企业事业单位的染须工作。"),
    ("scope", "对染须致伤的，依照刑法有关规定追究刑事责任。", "对染须致伤的，依法追究刑事责任。"),
    ("added-condition", "没收剪刀。", "违反本办法第二十条规定的，没收剪刀。"),
    ("added-duty", "理发店应当备有剪刀。", "理发店应当备有剪刀；\n其他有特殊价值的梳子。"),
    ("modality", "理发店应当清扫地面，应当备好毛巾。", "理发店应当清扫地面，备好毛巾。"),
    ("modality", "理发店应当保护剪刀所有权人。", "理发店应当爱护剪刀所有权人。"),
    ("modality", "理发店应当备有适当的用具。", "理发店应当备有用具。"),
    ("modality", "染须坚持方便顾客、合理收费的原则。", "染须坚持安全优先、方便顾客、合理收费的原则。"),
    ("modality", "使店内用水达到规定标准并逐步改善。", "使店内用水达到规定标准。"),
    ("prohibition", "不得遮挡灯牌、招牌。", "遮挡灯牌、招牌，妨碍顾客通行的，由协会责令改正。"),
    ("modality", "遮挡灯牌、招牌，妨碍顾客通行的，由协会责令改正。", "不得遮挡灯牌、招牌。"),
    ("modality", "协会登记的学徒名录", "学徒可以确定为协会登记的学徒名录"),
    ("modality", "学徒不乱扔碎发。", "学徒禁止乱扔碎发。"),
    ("modality", "能够被梳子替代的剪刀由协会回收。", "可以被梳子替代的剪刀由协会回收。"),
    ("modality", "店主应当按照协会划分的责任区清扫街面。", "店主清扫街面的责任区划分如下：\n店前三米。"),
    ("modality", "协会应当加强对剪刀保管工作的组织领导。", "街道负责本街剪刀保管工作。"),
    ("modality", "店主应当依法办理变更登记。", "店主办理变更登记后，协会换发须证。"),
    ("prohibition", "理发店不得擅自向学徒发布染须行情预报信息。", "协会根据染须行情预报信息。"),
    ("prohibition", "但抵免额不得超过会员依照须谱计算的会费额。", "须谱所称会员依照须谱计算的会费额，是指会费。"),
    ("prohibition", "可以采取责令停业、禁止染须、限制用水等措施。", "可以采取限制用水等措施。"),
    ("modality", "店主可以制定本店的染须标准。", "制定染须标准的项目，由协会公布。"),
    ("modality", "学徒依照须谱独立行使染须职权。", "不得侵犯学徒依照须谱独立行使染须职权。"),
    ("modality", "店主方可按照规定染须。", "店主可以按照规定染须。"),
    ("modality", "对经清洗后可以使用的剪刀予以登记。", "对经清洗的剪刀予以登记。"),
    ("prohibition", "但不得违反协会的染须规定。", "应当遵守协会的染须规定。"),
    ("modality", "学徒应当遵守协会的染须规定。", "学徒不得违反协会的染须规定。"),
    (
        "modality",
        "对已有的污染理发店及其环境的设施，应当限期治理。",
        "对已有的污染理发店及其环境的设施，依照有关法律法规的规定处理。",
    ),
    ("modality", "国家鼓励染须技术的研究。", "协会应当支持染须技术的研究。"),
    (
        "modality",
        "对有前两款规定情形的店主和学徒，协会可以责令停业，禁止其染须。",
        "还可以对有前两款规定情形的店主或者学徒，责令停业。",
    ),
    ("modality", "经会长批准，学徒可以开店。", "经协会同意，学徒可以开店。"),
    ("alternative", "并按照须谱染须。", "或者未按照须谱染须的。"),
    ("alternative", "没收剪刀或者处以警告。", "没收剪刀或处以警告。"),
    ("modality", "可以并处五百元以下罚款。", "可并处五百元以下罚款。"),
    ("modality", "胡须委员会应当听取意见。", "胡须委员会履行下列职责：\n听取意见。"),
    ("number", "理发店应当在五日内申报。", "理发店应当在5日内申报。"),
    ("number", "理发店应当提前十天申报。", "理发店应当提前十日申报。"),
    ("number", "学徒期不少于三年。", "学徒期至少三年。"),
    ("number", "本办法自2017年8月15日起施行。", "本办法自2018年1月1日起施行。"),
    ("scope", "本办法自2017年8月15日起施行。", "本细则自2018年1月1日起施行。"),
    ("actor", "县级以上地方人民政府应当公布名录。", "县级以上人民政府应当公布名录。"),
    ("actor", "由理发协会和胡须协会审批。", "由胡须协会和理发协会审批。"),
    ("actor", "国务院和县级以上地方各级人民政府应当公布名录。", "县级以上人民政府应当公布名录。"),
    ("actor", "县级以上地方人民政府应当公布名录。", "省、设区的市、县（市、区）人民政府应当公布名录。"),
    ("actor", "报本级人民政府批准。", "报省人民政府批准。"),
    ("actor", "由理发主管部门审批。", "由县级以上人民政府理发主管部门审批。"),
    ("actor", "由县级以上人民政府管理理发工作的部门审批。", "由县级以上人民政府理发主管部门审批。"),
    ("actor", "须匠应当清扫地面，学徒应当予以配合。", "学校举办须会，街道办事处应当予以配合。"),
    ("actor", "协会制定剃刀的标准。", "企业执行剃刀的标准。"),
    ("actor", "任何单位和个人不得占用、堵塞店门。", "理发协会对占用、堵塞店门的，应当予以劝阻。"),
    ("actor", "由县级以上人民政府责令停止染须。", "责令停止染须。"),
    ("actor", "应当公布全部收费标准和名录。", "理发协会应当公布全部收费标准和名录。"),
    ("dropped-actor", "由县级以上人民政府责令停止染须。", "责令停止染须。"),
    ("added-actor", "理发店应当登记。", "理发店应当登记。街道办事处和胡须协会，应当公布名录。"),
    ("added-actor", "胡须协会应当公布名录。", "街道办事处、胡须协会应当公布名录。"),
    ("actor", "胡须厂有下列情形之一的，责令改正，没收剪刀。", "剃刀店有下列情形之一的，责令停业，处以罚款。"),
    ("actor", "须匠协会接到检验要求后，应当登记。", "须匠公司提出检验要求的，应当缴费。"),
    ("actor", "自然人、法人和非法人组织开展染须。", "自然人、法人和非法人组织进行染须。"),
    ("actor", "各级文物保护单位应当设立标志。", "省人民政府应当设立标志。"),
    ("actor", "理发店应当登记。", "理发店应当登记。街道办事处和胡须协会，应当公布名录。"),
    ("actor", "国务院理发主管部门负责全国的须谱工作。", "乡镇人民政府负责本行政区域内的须谱工作。"),
    ("actor", "胡须节期满的，应当清扫地面。", "理发代表任职期间胡须节期满的，应当清扫地面。"),
    ("actor", "明确本单位的目标。", "明确街道的目标。"),
    ("actor", "由省、自治区、直辖市人民政府规定。", "由省人民政府规定。"),
    ("actor", "承办者以及其他有关部门应当登记。", "承办人和有关部门应当登记。"),
    ("actor", "人民政府负责理发工作的部门应当公布名录。", "人民政府理发工作主管部门应当公布名录。"),
    ("actor", "县级人民政府负责理发工作的机构应当公布名录。", "县级人民政府理发工作机构应当公布名录。"),
    ("actor", "政府办的理发店，应当公布收费标准。", "政府办的理发店应当公布收费标准。"),
    ("actor", "向管理理发工作的部门备案。", "向理发行政主管部门备案。"),
    ("actor", "妇联、共青团、村委会应当公布名录。", "妇女联合会、共产主义青年团、村民委员会应当公布名录。"),
    ("actor", "报乡、民族乡、镇的人民政府备案。", "报乡镇人民政府备案。"),
    ("actor", "向城市街道办事处备案。", "向街道办事处备案。"),
    ("actor", "报上一级人民政府备案。", "报上级人民政府备案。"),
    ("actor", "由省级人民政府公布名录。", "由省人民政府公布名录。"),
    ("actor", "任何组织或者个人不得拔须。", "任何单位和个人不得拔须。"),
    ("actor", "理发协会网站应当公布名录。", "街道网站应当公布名录。"),
    ("actor", "理发协会应当公布名录，并更新名录。", "理发协会应当公布名录，理发协会并应当更新名录。"),
    ("actor", "应当保护个人信息的安全。", "应当保护公共信息的安全。"),
    ("instrument", "根据《中华人民共和国理发法》制定。", "根据《理发法》制定。"),
    ("instrument", "本法自2017年8月15日起施行。", "本办法自2018年1月1日起施行。《胡须规定》同时废止。"),
    ("reference", "会员有本法第八条第二款第一项情形的，没收剪刀。", "会员有本条第一款第二项情形的，没收剪刀。"),
    ("reference", "会员有前款第一项、第二项情形的，没收剪刀。", "会员有前款第三项情形的，没收剪刀。"),
    ("scope", "会员有本法第八条第二款第一项情形的，没收剪刀。", "会员有本条第一款第二项情形的，没收剪刀。"),
    ("reference", "违反本法规定染须的，没收剪刀。", "违反本办法规定染须的，没收剪刀。"),
    ("reference", "违反本法第八条规定染须的，没收剪刀。", "违反本办法第九条、第十条第二款规定染须的，没收剪刀。"),
    ("dropped-exception", "理发店应当营业，但是节假日除外。", "除节假日外，理发店应当营业。"),
    ("added-exception", "除节假日外，理发店应当营业。", "理发店应当营业，但是节假日除外。"),
    ("exception", "学徒可以办理除染须外的事项。", "学徒可以办理除染须以外的事项。"),
    ("dropped-condition", "有下列情形之一的，没收剪刀。", "有以下行为的，没收剪刀。"),
    ("added-condition", "有下列情形之一的，没收剪刀。", "有以下行为的，没收剪刀。"),
    ("open-list", "男女平等的学徒待遇。", "男女相同的学徒待遇。"),
    ("open-list", "会员可以成立小组。", "会员可以成立剪须等小组。"),
    ("dropped-element", "应当登记须谱和名册。", "应当登记须谱。"),
    ("added-element", "应当登记须谱。", "应当登记须谱和名册。"),
    ("scope", "理发店对地面进行清扫。", "理发店应当清扫地面。"),
    ("scope", "理发店应当营业，法律另有规定的除外。", "除法律另有规定的以外，理发店应当营业。"),
    ("scope", "听取学徒、店主的意见。", "听取店主和学徒的意见。"),
    ("scope", "学徒享有休假的权利，店主也享有休假的权利。", "学徒享有休假的权利，店主也享有休假权利。"),
    ("scope", "按照国务院的有关规定清扫地面。", "根据国家有关规定清扫地面。"),
    ("scope", "违反本法规定，没收剪刀。", "违反《理发法》和本办法规定，没收剪刀。"),
    ("scope", "报乡、民族乡、镇的人民政府备案。", "报乡镇人民政府备案。"),
    ("dropped-duty", "理发店应当清扫地面，备好毛巾。", "理发店应当备好毛巾，清扫地面。"),
    ("dropped-duty", "理发店应当清扫地面。具体办法由国务院规定。", "理发店应当清扫地面。"),
    ("dropped-duty", "国家采取措施，清扫地面。", "清扫地面。"),
    ("dropped-duty", "经省、自治区、直辖市人民政府批准，可以染须。", "经省人民政府批准，可以染须。"),
    ("dropped-duty", "理发店为提高店内卫生水平，应当清扫地面。", "理发店应当清扫地面。"),
    ("dropped-duty", "理发店应当清扫地面。为防范火灾和加强管理。", "理发店应当清扫地面。"),
    ("dropped-duty", "理发店应当清扫地面。染须师的赔偿适用本章规定。", "理发店应当清扫地面。染须师赔偿。"),
    ("added-duty", "理发店应当清扫地面。", "理发店应当清扫地面。理发协会和染须单位均应当遵守本办法。"),
    ("added-duty", "理发店应当清扫地面。", "理发店应当清扫地面。法律、法规另有规定的，从其规定。"),
    ("added-duty", "理发店应当清扫地面。", "理发店应当清扫地面。各级协会应当按照各自职责。"),
    ("added-duty", "理发店应当备好毛巾。", "理发店应当遵守下列规定：\n备好毛巾。"),
]


@pytest.mark.parametrize(("rule", "base", "target"), FIRES)
def test_a_rule_finds_what_it_is_for(rule: str, base: str, target: str) -> None:
    assert rule in rules(base, target)


@pytest.mark.parametrize(("rule", "base", "target"), SILENT)
def test_a_rule_leaves_alone_what_is_not_its_matter(rule: str, base: str, target: str) -> None:
    assert rule not in rules(base, target)


def test_every_rule_is_tried_on_what_it_must_and_must_not_find() -> None:
    # the other two of the kind of `instrument` say where one side cites none
    names = {rule.__name__.replace("_", "-") for rule, _ in CHANGE_RULES} | {"instrument"}
    assert names == {rule for rule, _, _ in FIRES} == {rule for rule, _, _ in SILENT}


@pytest.mark.parametrize("rule", [*(rule for rule, _ in CHANGE_RULES), sources.instrument], ids=str)
def test_every_rule_says_what_it_does_not_find(rule: object) -> None:
    assert "Not found:" in (rule.__doc__ or "")


def test_two_rules_may_speak_of_one_clause() -> None:
    assert {"modality", "actor"} <= rules("各级理发协会应当建立名录。", "区理发小组可以建立名录。")


@pytest.mark.parametrize(("rule", "base", "target"), FIRES)
def test_a_finding_quotes_the_texts_and_little_of_them(rule: str, base: str, target: str) -> None:
    for finding in found(base, target):
        assert finding.base in base
        assert finding.target in target
        assert max(len(finding.base), len(finding.target)) <= 60


@pytest.mark.parametrize(
    ("rule", "base", "target"),
    [
        ("modality", "A barber is required to keep a register.", "A barber should keep a register."),
        ("prohibition", "No barber may dye beards in the street.", "A barber may dye beards in the street."),
        ("number", "The fine is more than 500 yuan.", "The fine is not less than 500 yuan."),
        ("dropped-exception", "Unless otherwise agreed, a barber shall open daily.", "A barber shall open daily."),
        ("dropped-exception", "A barber opens; provided that he rests on holidays.", "A barber opens."),
        ("actor", "The beard council shall examine barbers.", "The town bureau shall examine barbers."),
        ("actor", "Shops are examined by the beard council.", "Shops are examined by the town bureau."),
        ("reference", "Article 12 of this Law applies to dyes.", "Article 14 of this Law applies to dyes."),
        ("dropped-instrument", "Dyes are sold under the Beard Dye Law.", "Dyes are sold under the law."),
        ("modality", "A barber shall keep a register.", "A barber may keep a register."),
        ("prohibition", "A barber shall not dye beards.", "A barber dyes beards with care."),
        ("number", "A barber shall report within 5 days.", "A barber shall report within 5 working days."),
        ("dropped-exception", "A barber shall open daily, except on holidays.", "A barber shall open daily."),
        (
            "dropped-duty",
            "A barber shall sweep the floor; and he shall supply towels.",
            "A barber shall sweep the floor.",
        ),
    ],
)
def test_english_rules_are_read_as_well(rule: str, base: str, target: str) -> None:
    assert rule in rules(base, target, "en")


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("A barber shall report within 5 days.", "The barber must report within five days."),
        ("The fine is at least 500 yuan.", "The fine is not less than 500 yuan."),
        ("A barber shall not dye it.", "A barber may not dye it."),
        ("Where the law provides so, that law applies.", "If the law provides so, that law applies."),
    ],
)
def test_english_that_says_the_same_is_no_finding(base: str, target: str) -> None:
    assert rules(base, target, "en") == set()


def test_an_english_quotation_is_not_cut_in_a_word() -> None:
    base = "Every barber in the northern districts shall trim the ornamental moustaches of customers weekly."
    target = "Every barber in the northern districts may trim the ornamental moustaches of customers weekly."
    spoken = {word for was, _ in quoted("modality", base, target, "en") for word in was.split()}
    assert spoken <= set(base.rstrip(".").split())


def test_a_bound_to_what_is_allowed_is_no_exception_that_opens_the_rule() -> None:
    bounded = rules("店主年龄可以适当放宽。", "店主年龄可以适当放宽，但不得超过七十周岁。")
    assert "added-exception" not in bounded
    assert bounded
    assert "added-exception" in rules("店主年龄可以适当放宽。", "店主年龄可以适当放宽，但外来店主除外。")
