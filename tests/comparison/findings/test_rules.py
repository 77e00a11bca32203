"""Each rule on a change: where it must fire and where it must not."""

from __future__ import annotations

import re

import pytest
from tests.comparison.findings.reading import document, found, quoted, rules

from policydiff.comparison.findings import Frame, added_findings, row_findings
from policydiff.comparison.findings.rules import sources
from policydiff.comparison.findings.table import CHANGE_RULES
from policydiff.model import Basis, Candidate

FIRES = [
    ("prohibition", "任何人不得占用剪刀。", "任何人经批准可以占用剪刀。"),
    ("prohibition", "理发店不得雇用未领证的理发师。", "理发店雇用未领证的理发师应当登记。"),
    ("modality", "理发店应当公布收费标准。", "理发店可以公布收费标准。"),
    ("modality", "理发店应当公布收费标准。", "理发店公布收费标准。"),
    ("modality", "理发店可以公布收费标准。", "理发店应当公布收费标准。"),
    ("modality", "理发店可以公布收费标准。", "理发店应公布收费标准。"),
    ("modality", "街道办事处予以配合。", "街道办事处应当予以配合。"),
    ("modality", "理发店逐步减少用水。", "理发店减少用水。"),
    ("modality", "剪刀应当优先出租，梳子应当优先出租。", "剪刀应当优先出租，梳子应当出租。"),
    ("modality", "学徒可以要求协会再作答复。", "经会长同意，学徒可以要求协会再作答复。"),
    ("alternative", "没收剪刀或者处以警告。", "没收剪刀并处以警告。"),
    ("alternative", "染须按照前款规定办理。", "染须参照前款规定办理。"),
    ("number", "理发店应当在五日内申报。", "理发店应当在五个工作日内申报。"),
    ("number", "处五千元以上五万元以下罚款。", "处五千元以上十万元以下罚款。"),
    ("number", "理发店应当每年申报一次。", "理发店应当每半年申报一次。"),
    ("number", "胡须委员会每届任期五年。", "胡须委员会每届任期三年。"),
    ("number", "处十万元以上五十万元以下罚款。", "处十万元以上五十一万元以下罚款。"),
    ("number", "经三分之二以上会员同意。", "经二分之一以上会员同意。"),
    ("number", "二十二时至次日六时不得营业。", "二十三时至次日六时不得营业。"),
    ("number", "会员有权提议召集会议。", "会员五分之一以上联名，有权提议召集会议。"),
    ("number", "营业三年以上的理发店应当换证。", "营业超过三年的理发店应当换证。"),
    ("number", "理发店应当安排学徒。", "理发店应当安排学徒，学徒人数不低于职工总数的百分之十。"),
    ("number", "协会应当设立染须处。", "协会应当至少设立一处染须处。"),
    ("actor", "由省人民政府理发主管部门审批。", "由街道办事处审批。"),
    ("actor", "理发店违规的，由上一级协会责令改正。", "理发店违规的，由胡须委员会及其有关科室责令改正。"),
    ("actor", "各级理发协会应当公布名录。", "区理发小组应当公布名录。"),
    ("actor", "胡须协会应当公布名录。", "街道办事处、胡须协会应当公布名录。"),
    ("actor", "并通知胡须协会、理发协会。", "并通知其居住地的胡须协会、理发协会和街道办事处等有关组织。"),
    ("dropped-actor", "学徒有权向胡须协会了解染须的进展情况。", "学徒有权了解染须的进展情况。"),
    ("actor", "店主应当将名录报街道办事处备案。", "店主应当会同胡须协会将名录报街道办事处备案。"),
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
    ("dropped-element", "协会按照合法、安全、有效的原则登记。", "协会按照合法、有效的原则登记。"),
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


def test_a_duty_that_another_article_lays_down_is_not_called_dropped() -> None:
    base, target = "理发店应当清扫地面，并为顾客备好消毒毛巾。", "理发店应当清扫地面。"
    assert "dropped-duty" in {f.rule for f in found(base, target)}
    assert "dropped-duty" not in {f.rule for f in found(base, target, elsewhere="并应当为顾客备好消毒毛巾。")}


def test_what_another_article_says_in_nearly_the_same_words_is_shown_beside_what_is_gone() -> None:
    base, target = "理发店应当登记。染须师应当佩戴协会统一制作的标志。", "理发店应当登记，并公布收费标准。"
    far = "各店的学徒应当清扫地面。"
    near = "染须的人员应当佩戴协会制作的标志。"
    assert "dropped-duty" in {f.rule for f in found(base, target, elsewhere=far)}
    told = [(f.type, f.base, f.target) for f in found(base, target, elsewhere=near) if f.rule == "dropped-here"]
    assert told == [("dropped-duty", "染须师应当佩戴协会统一制作的标志", near.removesuffix("。"))]


def test_what_another_article_of_the_base_says_in_nearly_the_same_words_is_shown_beside_what_is_new() -> None:
    new, near = "染须师应当佩戴协会统一制作的标志", "染须的人员应当佩戴协会制作的标志"
    frame = Frame.of(document("理发店应当登记。", f"{near}。"), document(f"理发店应当登记。{new}。"))
    told = row_findings("理发店应当登记。", f"理发店应当登记。{new}。", frame)
    assert [(f.rule, f.type, f.base, f.target) for f in told] == [("added-here", "added-duty", near, new)]


def test_what_one_body_does_besides_is_not_nearly_what_is_gone() -> None:
    base, target = "理发店应当登记。全省理发协会和染须协会的联合会可以公布名单。", "理发店应当登记，并备好毛巾。"
    elsewhere = "全省理发协会和染须协会的联合会可以保管剪刀。"
    told = [f.rule for f in found(base, target, elsewhere=elsewhere) if f.base.startswith("全省")]
    assert told == ["dropped-duty"]
    nearly = "全省理发协会和染须协会的联合会可以公布各店的名单和名次。"
    assert "dropped-duty" not in [f.rule for f in found(base, target, elsewhere=nearly)]


def test_what_follows_on_a_lone_but_is_its_exception_whatever_another_article_says() -> None:
    base, target = "染须应当登记；但是，协会另有规定的，从其规定。", "染须应当登记。"
    told = found(base, target, elsewhere="剪须应当登记，协会另有规定的，从其规定。")
    assert [f.base for f in told if f.rule == "dropped-exception"] == ["但是，协会另有规定的，从其规定"]


def test_to_whom_a_thing_is_reported_does_not_act() -> None:
    base = "理发店应当清扫地面。染须之前应当将染液向国务院理发主管部门备案。"
    assert "dropped-duty" in rules(base, "理发店应当清扫地面。")


def test_a_penalty_elsewhere_is_that_of_another_breach() -> None:
    base, target = "理发店应当登记。染须的，处五千元以上五万元以下的罚款。", "理发店应当登记。"
    told = found(base, target, elsewhere="拔须的，处五千元以上五万元以下的罚款。")
    assert not [f for f in told if f.rule == "dropped-here"]


def test_what_a_rule_rests_on_is_not_laid_beside_the_words_that_make_it() -> None:
    base, target = "为了规范理发，制定本法。", "为了规范理发，根据《理发法》，制定本办法。"
    assert quoted("instrument", base, target) == [("", "根据《理发法》")]


def test_a_sanction_that_names_the_breach_lays_down_no_duty() -> None:
    base, target = "理发店应当清扫地面，并为顾客备好消毒毛巾。", "理发店应当清扫地面。"
    elsewhere = "违反规定未为顾客备好消毒毛巾的，没收剪刀。"
    assert "dropped-duty" in {f.rule for f in found(base, target, elsewhere=elsewhere)}


def test_a_new_amount_stands_beside_the_one_it_replaces() -> None:
    base = "对店主处一万元以下的罚款。"
    target = "地面未清扫的，对店主处二千元以下的罚款；毛巾未消毒的，对店主处五千元以下的罚款。"
    assert quoted("number", base, target) == [
        ("对店主处一万元以下的罚款", "对店主处二千元以下的罚款"),
        ("对店主处一万元以下的罚款", "对店主处五千元以下的罚款"),
    ]


def test_a_time_is_laid_beside_the_time_that_another_clause_of_the_other_side_sets() -> None:
    base = "协会应当自收到申请之日起七日内审查，决定是否发给须证。"
    target = "协会收到染须店的申请后应当审查，在五个工作日内决定是否发给须证。"
    assert any("七日" in old and "五个工作日" in new for old, new in quoted("number", base, target))


def test_a_time_that_is_compared_already_is_no_counterpart_of_another() -> None:
    base = "协会应当自收到申请之日起六十日内办结；情况复杂的，经会长批准，可以延长三十个工作日。"
    target = "协会应当自收到申请之日起三十日内办结，情况复杂的，经会长批准，可以延长，但最长不得超过二十日。"
    assert quoted("number", base, target) == [
        ("协会应当自收到申请之日起六十日内办结", "协会应当自收到申请之日起三十日内办结"),
        ("可以延长三十个工作日", "但最长不得超过二十日"),
    ]


def test_of_one_rule_what_two_clauses_say_comes_before_what_stands_alone() -> None:
    fines = "；".join(f"用{tool}的，处{n}千元以上六千元以下罚款" for n, tool in ("一剪", "二梳", "三镜", "四刷"))
    base, target = "染须店可以处七千元以下罚款。", f"{fines}；染须店处八千元以下罚款。"
    assert quoted("number", base, target)[0] == ("染须店可以处七千元以下罚款", "染须店处八千元以下罚款")


def test_a_lone_clause_is_shown_beside_what_stands_at_its_place() -> None:
    base, target = "理发店应当清扫地面，并为顾客备好消毒毛巾。", "理发店应当清扫地面。"
    assert quoted("dropped-duty", base, target) == [("并为顾客备好消毒毛巾", "理发店应当清扫地面")]


def test_a_condition_is_shown_beside_what_it_is_a_condition_of() -> None:
    base, target = "理发师可以开店，国家给予补贴。", "理发师可以开店，经协会审核同意的，国家给予补贴。"
    assert quoted("added-condition", base, target) == [("国家给予补贴", "经协会审核同意的")]


@pytest.mark.parametrize(
    ("common", "alone"),
    [
        ("有下列行为之一的，没收剪刀：\n未经登记开店的；", "\n雇用外地学徒的。"),
        ("未经登记开店的，没收剪刀。", "情节严重的，吊销须证。"),
        ("未经登记开店的，没收剪刀。", "店长可以订立规约，报经协会同意后，贴在门上。"),
        ("理发店应当登记。", "理发店在具有经验的帮工中聘任店长。"),
        ("理发店应当登记，", "根据需要购置烫发机器。"),
    ],
)
def test_a_case_with_what_follows_from_it_is_a_rule_of_its_own(common: str, alone: str) -> None:
    assert {"dropped-duty"} == rules(common + alone, common)
    assert {"added-duty"} == rules(common, common + alone)


def test_a_case_of_what_both_sides_lay_down_is_a_condition() -> None:
    assert rules("未经登记，情节严重的，没收剪刀。", "未经登记，没收剪刀。") == {"dropped-condition"}
    base = "由理发协会给予补贴，并公布名录。"
    assert rules(base, "在郊县开店的会员，" + base) == {"added-condition"}


def test_whoever_a_sentence_names_acts_in_its_later_clauses() -> None:
    base = "理发协会应当公布名录，接受查询。"
    assert not quoted("actor", base, "理发协会应当公布名录，理发协会接受查询。")
    assert quoted("actor", base, "理发协会应当公布名录，街道办事处接受查询。") == [("理发协会", "街道办事处")]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("协会应当鼓励学徒学习剪须。", "协会可以鼓励学徒学习剪须。"),
        ("协会应当协调、引导会员学习剪须。", "协会可以协调、引导会员学习剪须。"),
        ("协会应当告知会员禁止染须的理由。", "协会可以告知会员禁止染须的理由。"),
        ("审查时，应当委托与申请人无关的技术支持单位剪须。", "审查时，可以委托与申请人无关的技术支持单位剪须。"),
    ],
)
def test_a_duty_that_becomes_a_choice_is_told_whatever_the_clause_speaks_of(base: str, target: str) -> None:
    assert [finding.rule for finding in found(base, target)] == ["modality"]


def test_a_clause_cut_by_a_comma_says_what_it_said() -> None:
    assert not found("各级理发协会的财产受法律保护。", "各级理发协会的财产，受法律保护。")


def test_a_duty_is_compared_with_the_duty_and_not_with_the_naming_of_its_breach() -> None:
    base = "须膏中的染料不得超过规定的比例。"
    target = "须膏中染料的比例不得超过百分之五。\n须膏中的染料超过规定比例的，没收须膏。"
    assert ("须膏中的染料不得超过规定的比例", "须膏中染料的比例不得超过百分之五") in quoted("number", base, target)


def test_clauses_that_end_in_the_same_verb_stand_beside_each_other() -> None:
    base = "发生须火时，店主应当灭火，及时向所在地街道办事处报告火情。"
    target = "发生须火的，店主应当灭火，并立即向当地胡须委员会报告火情。"
    assert "dropped-duty" not in rules(base, target)


def test_the_ground_of_a_duty_is_no_duty() -> None:
    base, target = "理发店根据街道的实际需要，应当清扫地面。", "理发店应当清扫地面。"
    assert not rules(base, target) & {"dropped-duty"}


def test_the_less_likely_a_pairing_the_less_is_told() -> None:
    base = "理发店应当在五日内申报，协会可以查阅账册，每年换证一次，会员应当向理发协会报送名册。"
    target = "理发店应当在三日内申报，协会应当查阅账册，每半年换证一次，会员应当向街道办事处报送名册。"
    frame = Frame.of(document(base), document(target))
    pairings: list[tuple[Basis, float]] = [("text", 0.05), ("doubtful", 0.2), ("doubtful", 0.05)]
    told = [len(row_findings(base, target, frame, basis=basis, score=score)) for basis, score in pairings]
    assert told[0] > told[1] > told[2]


def test_of_a_hardly_likely_pairing_only_what_a_side_says_by_itself_is_told() -> None:
    base, target = "理发店应当在五日内申报，学徒不得染须。", "理发店应当在三日内申报，街道办事处应当修建石桥。"
    frame = Frame.of(document(base), document(target))
    told = row_findings(base, target, frame, basis="doubtful", score=0.05)
    assert {(f.rule, f.base, f.target) for f in told} == {
        ("dropped-duty", "学徒不得染须", "理发店应当在三日内申报"),
        ("added-duty", "理发店应当在五日内申报", "街道办事处应当修建石桥"),
        ("number", "理发店应当在五日内申报", "理发店应当在三日内申报"),
    }


def test_of_a_hardly_likely_pairing_every_amount_of_the_target_is_told_as_of_an_added_provision() -> None:
    base = "理发店应当在五日内申报，学徒不得染须。"
    target = "理发店不得染须，会员超过三百户的可以设立小组，小组每届任期两年。"
    frame = Frame.of(document(base), document(target))
    told = {finding.target for finding in row_findings(base, target, frame, basis="doubtful", score=0.05)}
    assert {"会员超过三百户的可以设立小组", "小组每届任期两年"} <= told


def test_the_case_of_something_else_is_not_shown_beside_a_new_amount() -> None:
    base, time = "染须店使用公用剪刀的，报协会批准。", "染须店使用的公用剪刀应当自备好之日起二十日内消毒"
    assert ("", time) in quoted("number", base, f"街道办事处应当为染须店备好毛巾。{time}。")


def test_an_amount_that_the_target_alone_sets_is_told_however_unlikely_the_pairing() -> None:
    base, target = "理发店应当在五日内申报，学徒不得染须。", "理发店应当在三日内申报，石桥维修费用不得低于百分之十。"
    frame = Frame.of(document(base), document(target))
    told = row_findings(base, target, frame, basis="doubtful", score=0.05)
    assert "石桥维修费用不得低于百分之十" in [f.target for f in told if f.rule == "number"]


@pytest.mark.parametrize(
    "besides",
    ["除履行登记义务外，还应当张贴须谱。", "除依法追究有关会员的责任外，由协会公布名单。"],
)
def test_what_holds_besides_is_no_exception(besides: str) -> None:
    common = "理发店应当每年向协会登记。"
    assert rules(common, common + besides) == {"added-duty"}
    assert rules(common + besides, common) == {"dropped-duty"}


def test_a_rule_that_is_new_with_its_exception_is_a_new_rule() -> None:
    common = "理发店应当每年向协会登记。"
    assert rules(common, common + "会员应当清扫店堂，协会另有规定的除外。") == {"added-duty"}
    power = "为应急需要，协会可以借用剪刀，但应当立即归还，并登记。"
    assert rules(common + power, common + "并登记。") == {"dropped-duty"}
    assert "added-exception" in rules(common, common + "但是，协会另有规定的除外。")
    assert "added-exception" in rules(common, "除协会另有规定外，" + common)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("理发店应当积极清扫店堂，报请协会批准后执行。", "理发店应当清扫店堂，报协会批准后实施。"),
        ("在中华人民共和国境内理发的，适用规章。", "在本省行政区域内理发的，适用规章。"),
        ("协会依照法律开展登记并颁发剪刀。", "协会依照法律、法规进行登记并核发剪刀。"),
        ("本法适用于在中华人民共和国领域内的理发活动。", "本条例适用于本省行政区域内的理发活动。"),
        ("没有达到洁净要求的，由作出决定的协会公布。", "未达到洁净要求的，由做出决定的协会向社会公布。"),
        ("会员享有使用公用镜子的权利。", "会员有权使用公用镜子。"),
        ("向管理理发工作的部门备案。", "向理发行政主管部门备案。"),
        ("会员按照国家有关规定清扫地面。", "会员按照国家和本省有关规定清扫地面。"),
        ("建立健全须谱登记制度。", "完善须谱登记制度。"),
        ("除本法另有规定外，会员不得染须。", "除法律、法规另有规定外，会员不得染须。"),
        ("会员的权益受须谱保障。", "会员的合法权益受须谱保障。"),
        ("会员应当有固定的镜子，确保清洁。", "会员应当具有固定的镜子，保障清洁。"),
        ("理发协会应当遵循合理、科学的原则。", "应当遵循科学、合理的原则。"),
        ("会员剪发，任何人不得干涉。", "会员剪发，任何单位和个人不得干涉。"),
        ("会员可以预支学费的50%，用于买剪刀。", "会员可以预支学费的百分之五十，用于买剪刀。"),
    ],
)
def test_another_word_as_a_matter_of_style_is_no_other_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


def test_a_law_that_is_named_beside_the_rule_that_implements_it_is_what_the_law_calls_itself() -> None:
    base, target = "会员应当遵守本法关于清扫的要求。", "会员应当遵守《理发法》和本办法关于清扫的要求。"
    told = {
        law: {f.rule for f in row_findings(base, target, Frame.of(document(base, title=law), document(target)))}
        for law in ("中华人民共和国理发法", "中华人民共和国染发法")
    }
    assert ["scope" in told[law] for law in told] == [False, True]


def test_another_object_beside_a_word_of_style_is_another_scope() -> None:
    assert "scope" in rules("建立健全须谱登记制度。", "完善剪刀登记制度。")
    assert "actor" in rules("向管理理发工作的部门备案。", "向染发行政主管部门备案。")


def test_in_a_doubtful_row_the_case_of_a_rule_is_no_condition_of_another() -> None:
    base = "理发店应当每年申报一次，报送店员名册。"
    target = "确有困难的，理发店应当每年申报一次，报送店员名册。"
    frame = Frame.of(document(base), document(target))
    told = [row_findings(base, target, frame, basis=basis, score=0.2) for basis in ("text", "doubtful")]
    assert ["added-condition" in {f.rule for f in found} for found in told] == [True, False]


def test_in_a_doubtful_row_who_acts_on_what_is_not_compared_but_duties_amounts_and_words_of_force_are() -> None:
    base = "理发店应当在五日内申报镜子，协会可以查阅店员名册，学徒不得染须。"
    target = "理发店应当在三日内申报剪刀和毛巾，街道办事处应当查阅店员名册，并修建石桥。"
    frame = Frame.of(document(base), document(target))
    told = [row_findings(base, target, frame, basis=basis, score=0.2) for basis in ("text", "doubtful")]
    assert [{f.type for f in found} for found in told] == [
        {"modality", "number", "actor", "dropped-duty", "scope", "added-duty"},
        {"modality", "number", "dropped-duty", "added-duty"},
    ]


@pytest.mark.parametrize("base", ["理发店拒不公布收费标准的，没收剪刀。", "协会公布收费标准时，店主到场。"])
def test_what_sets_the_case_is_not_compared_with_what_is_laid_down(base: str) -> None:
    assert "scope" not in rules(base, "理发店应当在门口公布，由店主公布收费标准并盖章。")


@pytest.mark.parametrize("gone", ["国务院制定全国的胡须名录。", "国家鼓励蓄须并且举办胡须比赛。"])
def test_what_the_state_s_own_bodies_do_is_no_duty_that_a_local_rule_drops(gone: str) -> None:
    assert "dropped-duty" not in rules(f"理发店应当登记。{gone}", "理发店应当登记。")
    gone = re.sub("国务院|国家", "街道办事处", gone)
    assert "dropped-duty" in rules(f"理发店应当登记。{gone}", "理发店应当登记。")


def test_what_places_do_beside_the_state_s_bodies_may_be_dropped() -> None:
    gone = "国务院和省级胡须协会应当公布胡须名录。"
    assert "dropped-duty" in rules(f"理发店应当登记。{gone}", "理发店应当登记。")
    gone = "由国务院代表国家管理胡须名录。"
    assert "dropped-duty" not in rules(f"理发店应当登记，{gone}", "理发店应当登记。")


def test_a_body_named_in_the_sentence_before_is_no_change_of_scope() -> None:
    base = "学徒染须的，由街道办事处责令改正，依法给予行政处分。"
    assert "scope" not in rules(base, "学徒染须的，责令改正，由有关部门依法给予行政处分。")


def test_anybody_at_all_is_anybody_whatever_joins_the_words() -> None:
    assert "alternative" not in rules("任何单位或者个人不得占用剪刀。", "任何单位和个人不得占用剪刀。")


def test_a_clause_that_only_names_who_is_no_duty() -> None:
    base = "理发店应当登记。胡须协会及其设在街道的理发机构，清扫店堂并且修剪胡须。"
    told = quoted("dropped-duty", base, "理发店应当登记。店主清扫店堂并且修剪胡须。")
    assert not any("理发机构" in old for old, _ in told)


def test_a_body_that_both_clauses_name_is_no_other_actor() -> None:
    base = "协会对剪刀实行检查，对可能伤人的剪刀以及蓄须者、有关组织反映有毛病的剪刀进行抽查。"
    assert "actor" not in rules(base, "蓄须者和有关组织反映有毛病的剪刀。")


def test_who_decides_what_a_thing_is_acts_though_another_does_the_rest() -> None:
    base, target = "会费标准应当通过国家指定的画报公布。", "会费标准应当通过协会指定的画报公布。"
    assert quoted("actor", base, target) == [("国家", "协会")]


def test_a_body_is_laid_beside_the_one_that_has_its_part() -> None:
    base, target = "理发协会应当向街道办事处报告火情。", "应当向胡须委员会报告火情。"
    assert quoted("actor", base, target) == [("街道办事处", "胡须委员会")]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("县级以上人民政府设立公共染须服务机构。", "公共染须服务机构应当建立清扫场所。"),
        ("由胡须协会会同理发小组制定染须应急预案。", "市区的染须应急预案应当报胡须协会备案。"),
        ("理发企业使用剪刀应当登记。", "胡须协会收回的剪刀应当登记。"),
        ("应当向引剪机构申请登记。", "应当向国家批准设置的引剪机构申请登记。"),
        ("染须应当同时报理发委员会备案。", "染须应当经胡须委员会批准。"),
        ("劳动者在学徒期的工资不得低于名录。", "理发企业不得低于名录支付工资。"),
    ],
)
def test_a_body_is_not_laid_beside_one_that_plays_another_part(base: str, target: str) -> None:
    assert "actor" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("染须登记、验收和抽查的具体办法，由省人民政府规定。", "理发协会应当依法进行染须登记、验收和抽查。"),
        ("占用、堵塞店门或者有其他妨碍染须行为的。", "胡须协会对占用、堵塞店门、妨碍染须的行为，应当制止。"),
        ("由理发主管部门责令恢复其工作。", "由理发主管部门责令所在单位恢复其工作。"),
    ],
)
def test_who_acts_is_not_new_to_a_clause_that_says_something_else(base: str, target: str) -> None:
    assert "actor" not in rules(base, target)


def test_of_an_authority_and_of_those_under_it_much_must_be_said_alike() -> None:
    base = "国家鼓励和支持学徒教育、染须方面的科学研究。"
    assert "actor" not in rules(base, "广播、电视等媒体引导公众理解和支持学徒教育。")
    assert "actor" in rules(base, "县级以上人民政府引导公众理解和支持学徒教育。")


def test_who_acts_may_be_named_behind_the_grounds() -> None:
    base = "预案制定机关应当根据实际需要和情势变化，适时修订。"
    assert quoted("actor", base, "根据实际需要和情势变化，制定单位应当适时修订。") == [("预案制定机关", "制定单位")]


def test_whoever_is_named_where_nobody_was_is_told_in_his_clause() -> None:
    base, target = "未经登记染须的，责令限期改正。", "未经登记染须的，由胡须协会责令限期改正。"
    assert quoted("added-actor", base, target) == [("责令限期改正", "由胡须协会责令限期改正")]


def test_a_body_is_quoted_with_the_task_that_names_it() -> None:
    base, target = "须谱的组织编制机关应当公布须谱。", "街道办事处应当公布须谱。"
    assert quoted("actor", base, target) == [("须谱的组织编制机关", "街道办事处")]


def test_a_department_is_quoted_with_what_it_is_in_charge_of() -> None:
    base, target = "由县人民政府主管理发工作的部门责令改正。", "由县人民政府剪刀保护主管部门责令改正。"
    assert quoted("actor", base, target) == [("县人民政府主管理发工作的部门", "县人民政府剪刀保护主管部门")]


def test_whom_a_case_is_of_is_told_where_the_same_is_said_of_him() -> None:
    base, target = "理发企业应当转让须谱的，予以登记。", "胡须协会应当转让须谱的，予以登记。"
    assert quoted("actor", base, target) == [("理发企业", "胡须协会")]


def test_whom_cases_are_of_is_compared_where_the_rest_of_the_provision_is_the_same() -> None:
    rest = "有下列情形之一的，由胡须协会责令改正，没收剪刀，并予以公告：\n未经登记染须的；\n没有按照须谱修剪的。"
    assert quoted("actor", f"理发机构{rest}", f"剃刀协会{rest}") == [("理发机构", "剃刀协会")]


def test_whose_leave_it_takes_is_one_part_whether_it_is_asked_or_decides() -> None:
    base, target = "染须应当经街道办事处批准。", "染须应当报胡须委员会批准。"
    assert quoted("actor", base, target) == [("街道办事处", "胡须委员会")]


def test_an_amount_is_told_beside_what_the_base_sets_for_the_same_thing() -> None:
    base = "会员丧葬补助金为6个月的会员月平均工资；一次性安家补助金标准为上一年度会员人均收入的20倍。"
    was = "一次性安家补助金标准为上一年度会员人均收入的20倍"
    becomes = "一次性安家补助金标准为五十四个月的会员月平均工资"
    assert quoted("number", base, f"{becomes}。") == [(was, becomes)]
    assert not quoted("dropped-duty", base, f"{becomes}。")


def test_an_amount_at_the_end_of_a_long_sentence_that_is_new_is_told() -> None:
    base, fine = "理发店应当清扫地面。", "处一千元以下罚款"
    breach = "违反规定，应当登记的染须工具没有按照须谱逐件登记造册并妥善保管的"
    new = f"{base}{breach}，责令限期改正并在店堂的显著位置公示其全部过错及改正的情况，{fine}"
    assert quoted("number", base, f"{new}。") == [("", fine)]
    assert not quoted("number", f"{new}。", f"{new}，并予以警告。")


def test_an_amount_in_a_clause_that_is_no_change_stands_before_what_is_merely_new() -> None:
    base, fine = "理发店应当清扫地面。", "处一千元以下罚款"
    breach = "违反规定，应当登记的染须工具没有按照须谱逐件登记造册并妥善保管的"
    new = f"{base}{breach}，责令限期改正并在店堂的显著位置公示其全部过错及改正的情况，{fine}。"
    assert [finding.rule for finding in found(base, new)] == ["number", "added-duty"]


def test_how_often_a_new_duty_is_met_is_no_number_unless_it_is_counted() -> None:
    base = "理发店应当清扫地面。"
    assert rules(base, "理发店应当清扫地面，并定期清洗毛巾。") == {"added-duty"}
    assert "number" in rules(base, "理发店应当清扫地面，并每月清洗毛巾。")


def test_an_instrument_is_quoted_without_the_one_before_it() -> None:
    base, target = "为了蓄须，制定本法。", "为了蓄须，根据《理发法》《胡须法》和《梳子条例》，制定本办法。"
    told = [new for _, new in quoted("instrument", base, target)]
    assert told == ["根据《理发法》", "《胡须法》", "和《梳子条例》"]


def test_why_someone_acts_is_not_who() -> None:
    base, target = "学徒确因直系亲属患病急需请假的，店主应当准假。", "学徒确因亲属患病急需请假的，店主应当准假。"
    assert "actor" not in rules(base, target)
    assert "scope" in rules(base, target)


def test_a_body_s_shorter_name_is_no_change_of_scope() -> None:
    base, target = "各级胡须协会常务理事会对剪刀进行检验。", "常务理事会对剪刀进行检验。"
    assert "scope" not in rules(base, target)
    assert "scope" in rules(base, "常务理事会对围布进行检验。")


def test_what_a_number_is_compared_with_is_not_also_told_as_gone() -> None:
    base = "有下列行为之一的，可以对学徒并处五千元以下的罚款、对店主并处一万元至五万元的罚款："
    fine = "对学徒处一百元以上二百元以下罚款，对店主处三百元以上四百元以下罚款"
    target = f"有下列行为之一的，给予警告：\n染须的，{fine}。"
    assert "number" in rules(base, target)
    assert not [old for old, _ in quoted("dropped-duty", base, target) if "罚款" in old]


def test_who_acts_is_no_content_of_a_clause() -> None:
    assert "dropped-duty" not in rules("县级以上地方人民政府应当采取措施。理发店应当登记。", "理发店应当登记。")


def test_a_contrast_inside_a_condition_is_no_exception() -> None:
    base = "理发店虽经协会同意，但未按照要求清扫店堂的，没收剪刀。"
    assert not rules(base, "没收剪刀。") & {"dropped-exception", "exception"}
    assert "dropped-exception" in rules("没收剪刀，但理发店已经清扫店堂的除外。", "没收剪刀。")


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("编制胡须规划，应当公布该规划有关胡须比赛的说明。", "编制胡须规划，应当公布有关胡须比赛的说明。"),
        ("协会的会计应当核对账目，并且每月公布收费标准。", "协会的会计应当核对账目，并且会计每月公布收费标准。"),
    ],
)
def test_a_word_that_stands_beside_the_clause_is_no_change_of_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


def test_two_rules_may_speak_of_one_clause() -> None:
    assert {"modality", "actor"} <= rules("各级理发协会应当建立名录。", "区理发小组建立名录。")


def test_a_body_is_quoted_and_not_the_sentence_around_it() -> None:
    assert quoted("actor", "各级理发协会应当建立名录。", "区理发小组应当建立名录。") == [("各级理发协会", "区理发小组")]


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


def test_an_amount_in_a_provision_that_is_added_stands_beside_what_came_near() -> None:
    base, target = document("理发店的店员中应当有适当数量的学徒。"), document("理发店的店员中至少有一名学徒。")
    near = Candidate(eid="art_1", score=0.2)
    one = added_findings("理发店的店员中至少有一名学徒。", Frame.of(base, target), ("art_1",), (near,))
    assert [(f.base, f.target) for f in one] == [("理发店的店员中应当有适当数量的学徒", "理发店的店员中至少有一名学徒")]
    far, ruled_out = Candidate(eid="art_1", score=0.01), near._replace(ruled_out=True)
    for other in (far, ruled_out):
        one = added_findings("理发店的店员中至少有一名学徒。", Frame.of(base, target), ("art_1",), (other,))
        assert [finding.base for finding in one] == [""]


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("协会逐步提高学徒的工资。", "协会提高学徒的工资。"),
        ("协会应当安排年老的学徒值班。", "协会应当优先安排年老的学徒值班。"),
        ("学徒有权向协会查询工资。", "学徒可以向协会查询工资。"),
        ("协会可以为学徒提供剪刀。", "协会鼓励为学徒提供剪刀。"),
        ("店主都有保护胡须的义务。", "店主可以保护胡须。"),
        ("协会可根据需要设立分会。", "协会应当根据需要设立分会。"),
    ],
)
def test_a_word_that_says_how_far_a_clause_binds_is_a_matter_of_force(base: str, target: str) -> None:
    assert "modality" in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("国家鼓励学徒学习剪须。", "本省支持学徒学习剪须。"),
        ("学徒享有知悉工资的权利。", "学徒有权知悉工资。"),
        ("学徒享有权利，领取工资。", "学徒领取工资。"),
        ("本条例所称须区，是指必须实行管理的区域。", "本条例所称须区，是指实行管理的区域。"),
        ("店主可以按照规定申请剪刀。", "店主可按照规定申请剪刀。"),
        ("店主可以根据需要申请剪刀。", "店主可根据需要申请剪刀。"),
        ("阻碍他人报告须情的，处以警告。", "不得阻碍他人报告须情。"),
    ],
)
def test_what_binds_as_far_as_before_is_no_matter_of_force(base: str, target: str) -> None:
    assert "modality" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target", "rule"),
    [
        ("街道协会可以设置专职人员承担染须工作。", "协会负责本街理发的工作。", "dropped-duty"),
        ("协会负责本街理发的工作。", "街道协会可以设置专职人员承担染须工作。", "added-duty"),
    ],
)
def test_two_clauses_of_a_doubtful_row_are_not_told_both_as_gone_and_as_new(base: str, target: str, rule: str) -> None:
    told = row_findings(base, target, Frame.of(document(base), document(target)), basis="doubtful", score=0.3)
    assert [(one.rule, one.base, one.target) for one in told] == [(rule, base[:-1], target[:-1])]
