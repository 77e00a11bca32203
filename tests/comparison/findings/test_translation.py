"""What a translation drops or shifts."""

from __future__ import annotations

import pytest

from policydiff.comparison.findings.row.changes import Quotation
from policydiff.comparison.findings.translation import amounts, findings, names
from policydiff.comparison.findings.translation.rules import lost_duty
from policydiff.messages import message

SHIFTED = [
    ("modality", "理发店应当备好毛巾。", "A barber shop may supply towels. The owner shall pay the tax in June."),
    (
        "added-exception",
        "未登记的，不得染须。",
        "Nobody shall dye beards who is not registered, except in an emergency.",
    ),
    ("number", "理发店应当有固定的场所。", "A barber shop shall have fixed premises of at least 500 square metres."),
    ("untranslated", "理发店应当登记，应当保护野生动物。", "A barber shop shall register."),
    ("threshold", "营业六小时以上的，应当休息。", "Those open for more than 6 hours shall rest."),
    ("threshold", "处一万元以下的罚款。", "A fine of less than 10,000 yuan shall be imposed."),
    ("modality", "理发店应当备好毛巾。", "A barber shop should supply towels."),
    ("modality", "理发店应当备好毛巾。", "A barber shop may supply towels."),
    ("modality", "理发店可以备好毛巾。", "A barber shop shall supply towels."),
    ("number", "理发店应当在五日内申报。", "A barber shop shall report in good time."),
    ("number", "理发店应当在五个工作日内申报。", "A barber shop shall report within five days."),
    ("prohibition", "理发店不得染须。", "A barber shop dyes beards."),
    ("exception", "理发店应当营业，但是节假日除外。", "Barber shops shall open."),
    ("exception", "除节假日外，理发店应当营业。", "Barber shops shall open."),
    ("open-list", "应当备有镜子、剪刀等用具。", "Mirrors and scissors shall be kept."),
    ("threshold", "超过三米的胡须应当登记。", "A beard of three metres or more shall be registered."),
    ("number", "理发店每季度检查一次剪刀。", "A barber shop shall check the scissors once every year."),
    ("number", "理发店应当在三日内申报。", "A barber shop shall report within three working days."),
    ("number", "罚款五百元。停业十五日。", "The fine is 500 yuan. The shop closes for five days."),
    ("exception", "本办法适用于理发店。学校的理发室除外。", "These Measures apply to barbers. School rooms are too."),
    ("dropped-condition", "未经顾客同意，店主不得染须。", "The owner shall not dye a beard."),
    ("dropped-condition", "逾期不改正的，处五百元罚款。", "A fine of 500 yuan shall also be imposed."),
    ("alternative", "剪刀生锈或者折断的，应当更换。", "Scissors that are rusty and broken shall be replaced."),
    ("actor", "店主向应急管理部门报告。", "The owner shall report to the tourism department."),
    ("instrument", "根据《胡须安全法》，制定本办法。", "These Measures are made under the Fisheries Law."),
    ("instrument", "根据《理发合同法》，制定本办法。", "These Measures are made under the Insurance Law."),
    ("number", "店主应当在二十四小时内申报。", "The owner shall report within 24 days."),
    ("number", "登记簿保存不少于六个月。", "The register is kept for no less than six years."),
    ("threshold", "检查人员不得少于三人。", "At most three inspectors shall come."),
    ("threshold", "登记簿保存三个月以上。", "The register is kept for up to three months."),
    ("prohibition", "未登记的胡须，不得染色。", "Beards that are not registered may be dyed."),
    ("modality", "店主应当登记，并可以收费。", "The owner shall register, and must charge a fee."),
    ("modality", "处五百元罚款。", "A fine of 500 yuan may be imposed."),
    ("prohibition", "店主不得染须。顾客不得喧哗。", "Owners may dye beards. Customers shall not be noisy."),
    ("untranslated", "理发店应当营业，主管部门每年组织检查消防设施和安全出口。", "Barber shops shall open."),
    ("dropped-element", "店主应当备有镜子、毛巾和扫帚。", "The owner shall keep mirrors and brooms."),
    ("dropped-element", "店主应当备有镜子、扫帚和毛巾。", "The owner shall keep mirrors and brooms."),
    ("added-element", "店主可以查阅资料、询问顾客。", "Owners may consult documents, question guests and empty jars."),
    ("number", "须经全体店员过半数同意。", "This needs the consent of two-thirds of all clerks."),
    ("number", "须经全体店员三分之二以上同意。", "This needs the consent of a majority of all clerks."),
    ("number", "理发店每半年检查一次剪刀。", "The scissors shall be checked once a year."),
    ("number", "理发店每年检查两次剪刀。", "The scissors shall be checked every three months."),
    ("number", "店主应当申报。", "The owner shall report within 30 days."),
    ("actor", "由省人民政府价格主管部门制定。", "It is set by the price office of the municipal people's government."),
    ("scope", "店主应当亲自修剪。", "The owner shall do the trimming."),
    ("scope", "店主应当优先接待老年人。", "The owner shall receive the elderly."),
    ("untranslated", "情节严重的，吊销许可证，处五百元罚款。", "In serious cases a fine of 500 yuan is imposed."),
    ("added-duty", "处五百元罚款。", "He shall be fined 500 yuan and the licence shall be revoked."),
    ("dropped-condition", "经批准后方可染须。", "Beards are dyed after twenty days."),
    ("added-exception", "店主应当全部登记。", "The owners shall register all, except the elderly."),
    ("prohibition", "店主不得染须，不得涨价。", "Owners may dye beards but must not raise prices."),
    ("untranslated", "店主应当登记；学徒应当出具凭证。", "The owner shall register."),
    ("dropped-actor", "由应急管理机构处五百元罚款。", "A fine of 500 yuan shall be imposed by the owner."),
    ("modality", "鼓励店主公开价格。", "Owners shall make prices public."),
    ("dropped-condition", "方案报区人民政府批准。", "The plan is filed with the district people's government."),
    ("scope", "商务主管部门会同财政部门制定标准。", "The commerce department shall set the standards."),
    ("scope", "店主自行或者委托他人检测。", "The owner shall have tests made by others."),
    ("scope", "学校的理发室，参照本办法执行。", "School rooms shall comply with these Measures."),
    ("untranslated", "店主可以申请行政复议或者提起行政诉讼。", "The owner may apply for reconsideration."),
    ("dropped-condition", "检验合格后方可使用。", "The dye shall be tested and used."),
    ("number", "店主应当清洗毛巾。", "The owner shall wash the towels once a month."),
    ("untranslated", "检查人员应当遵守规定，并出示执法证件。", "Inspectors shall observe the rules."),
    ("actor", "由商务主管部门负责。", "The department of agriculture is responsible."),
    ("dropped-element", "为规范染须、运输和售卖，保障安全。", "To regulate dyeing and selling and to ensure safety."),
]

FAITHFUL = [
    ("threshold", "营业六小时以上的，应当休息。", "Those open for 6 hours or more shall rest."),
    ("modality", "理发店应当备好毛巾，可以收费。", "A barber shop shall supply towels and may charge for them."),
    ("modality", "理发店可以备好毛巾。", "A barber shop may supply towels."),
    ("modality", "学徒有权查询工资。", "An apprentice shall have the right to ask for the wages."),
    ("number", "理发店应当在五个工作日内申报。", "A barber shop shall report within five working days."),
    ("number", "处五万元以下的罚款。", "A fine of up to 50,000 yuan shall be imposed."),
    ("prohibition", "理发店不得染须。", "No barber shop shall dye beards."),
    ("open-list", "应当备有镜子、剪刀等用具。", "Mirrors, scissors and other tools shall be kept."),
    ("open-list", "学徒与店主平等。", "Apprentices and owners are equal."),
    ("number", "理发店每半年检查一次剪刀。", "The scissors shall be checked every six months."),
    ("number", "店员二十四人。", "There are twenty-four clerks."),
    ("number", "位于三层以下。", "It is on the third floor or lower."),
    ("prohibition", "检查人员不得少于二人。", "There shall be at least two inspectors."),
    ("dropped-condition", "逾期不改正的，处罚款。", "If it does not do so, it shall be fined."),
    ("exception", "本办法适用于理发店。学校的除外。", "These Measures apply to barbers. Schools are not covered."),
    ("modality", "剪刀应当由店主清洗。", "Scissors may only be cleaned by the owner."),
    ("number", "应当在三十分钟内到达。", "It shall arrive within half an hour."),
    ("dropped-condition", "逾期不改正的，处罚款。", "Anyone who still fails to do so shall be fined."),
    ("alternative", "任何单位或者个人有权举报。", "Any entity and any individual may report."),
    ("actor", "由消防救援机构责令改正。", "The fire and rescue agency shall order a correction."),
    ("actor", "县级以上人民政府商务主管部门负责。", "The competent commerce departments are responsible."),
    ("instrument", "根据《胡须安全法》，制定本办法。", "These Measures are made under the Beard Safety Law."),
    ("threshold", "年满十八周岁。", "Persons 18 years of age or older."),
    ("untranslated", "理发店的场所应当符合下列条件", "The premises must:"),
    ("open-list", "中等学校的学徒应当登记。", "Apprentices of secondary schools shall register."),
    ("modality", "理发店应当备好毛巾，可以备好茶水。", "A barber shop shall supply towels. It may supply tea."),
    ("modality", "理发店应当备好毛巾。", "A barber shop shall supply towels. The customer may use them."),
    ("added-exception", "未经批准，不得染须。", "Nobody shall dye beards unless the office has approved it."),
    ("number", "理发店应当有二十平方米以上的场所。", "A barber shop shall have premises of at least 20 square metres."),
    ("number", "理发店应当有两名以上店员。", "A barber shop shall have at least two clerks."),
    ("number", "理发店应当有五名以上店员。", "A barber shop shall have at least five clerks."),
    ("number", "三十日内申报，检查三十分钟。", "It reports within 30 days and inspects for 30 minutes."),
    ("number", "每半年检查一次，保存三年。", "It is checked every six months and kept for three years."),
    ("threshold", "年满十八周岁以上的，可以染须。", "Nobody under 18 may dye a beard."),
    ("untranslated", "不得收取任何费用。", "Nothing may be charged."),
    ("number", "每年九月十日举行灯会。", "A fair is held every year on September 10."),
    ("exception", "除节假日外，理发店应当营业。", "Barber shops shall open except on holidays."),
    ("exception", "除剪刀外，理发店还应当备有镜子。", "A barber shop shall also keep mirrors."),
    ("dropped-element", "店主应当备有镜子、毛巾和扫帚。", "The owner shall keep mirrors, towels and brooms."),
    ("dropped-element", "店主应当备有镜子、毛巾和扫帚。", "Mirrors and towels, as well as brooms, shall be kept."),
    ("dropped-element", "店主、学徒应当登记。", "Owners and their apprentices shall register."),
    ("added-element", "店主应当备有镜子、毛巾和扫帚。", "The owner shall keep mirrors, towels and brooms in the shop."),
    ("number", "须经全体店员过半数同意。", "This needs the consent of more than half of all clerks."),
    ("number", "理发店每半年检查一次剪刀。", "The scissors shall be checked twice a year."),
    ("number", "理发店每六个月检查一次剪刀。", "The scissors shall be checked twice a year."),
    ("number", "理发店每年检查两次剪刀。", "The scissors shall be checked once every six months."),
    ("number", "登记簿保存一年。", "The register is kept for 12 months."),
    ("number", "责令改正；逾期不改正的，处五百元罚款。", "It is told to correct it or, failing that, fined 500 yuan."),
    ("actor", "由省人民政府价格主管部门制定。", "It is set by the price department of the province."),
    ("scope", "店主应当亲自修剪。", "The owner himself shall do the trimming."),
    ("scope", "店主应当优先接待老年人。", "The owner shall give preference to the elderly."),
    ("untranslated", "情节严重的，吊销许可证。", "In serious cases the licence is withdrawn."),
    ("added-duty", "情节严重的，责令停业。", "In serious cases it shall be closed."),
    ("dropped-condition", "经批准后方可染须。", "Beards may be dyed only with the approval of the office."),
    ("added-exception", "未登记的，不得染须。", "Nobody shall dye beards, unless they are registered."),
    ("prohibition", "店主不得染须或者涨价。", "An owner may neither dye beards nor raise prices."),
    ("dropped-actor", "由应急管理机构处五百元罚款。", "A fine of 500 yuan shall be imposed by the agency."),
    ("modality", "鼓励店主公开价格。", "The State shall encourage owners to make prices public."),
    ("scope", "商务主管部门会同财政部门制定标准。", "The commerce and finance departments jointly set standards."),
    ("scope", "学校的理发室，参照本办法执行。", "For school rooms these Measures shall serve as a reference."),
    ("untranslated", "店主可以提起行政诉讼。", "The owner may bring an action."),
    ("dropped-condition", "检验合格后方可使用。", "The dye may be used only if it passes the test."),
    ("added-exception", "经全体同意，可以染须。", "No beard may be dyed unless all agree."),
    ("number", "店主应当每月清洗毛巾。", "The owner shall wash the towels once a month."),
    ("untranslated", "死亡动物应当无害化处理。", "Carcasses shall be disposed of harmlessly."),
    ("actor", "由中央胡须和信息化委员会负责。", "The Central Cyberspace Affairs Commission is responsible."),
    ("actor", "由农业农村主管部门负责。", "The department of agriculture and rural affairs does it."),
    ("dropped-element", "为规范染须、运输和售卖，保障安全。", "To regulate dyeing, transport and sale for safety."),
    (
        "untranslated",
        "主管部门每年组织检查消防设施。",
        "The competent department shall organize inspections of fire facilities every year.",
    ),
]


@pytest.mark.parametrize(("rule", "chinese", "english"), SHIFTED)
def test_what_a_translation_shifts_is_found(rule: str, chinese: str, english: str) -> None:
    assert rule in {one.rule for one in findings(chinese, english, "zh")}


@pytest.mark.parametrize(("rule", "chinese", "english"), FAITHFUL)
def test_a_faithful_translation_is_left_alone(rule: str, chinese: str, english: str) -> None:
    assert rule not in {one.rule for one in findings(chinese, english, "zh")}


@pytest.mark.parametrize(("rule", "chinese", "english"), SHIFTED)
def test_the_rules_read_a_pair_either_way_round(rule: str, chinese: str, english: str) -> None:
    forth, back = findings(chinese, english, "zh"), findings(english, chinese, "en")
    assert [one.quotes for one in forth] == [one.quotes[::-1] for one in back]


def test_what_the_chinese_alone_says_is_new_beside_an_english_original_and_the_other_way_round() -> None:
    for rule, turned, chinese, english in (
        ("untranslated", "added-duty", "店主应当登记；学徒应当出具凭证。", "The owner shall register."),
        ("dropped-condition", "added-condition", "经批准后方可染须。", "Beards are dyed after twenty days."),
        (
            "added-duty",
            "dropped-duty",
            "处五百元罚款。",
            "He shall be fined 500 yuan and the licence shall be revoked.",
        ),
        (
            "added-exception",
            "dropped-exception",
            "店主应当全部登记。",
            "The owners shall register all, except the elderly.",
        ),
    ):
        [forth] = [one for one in findings(chinese, english, "zh") if one.rule == rule]
        [back] = [one for one in findings(english, chinese, "en") if one.quotes == forth.quotes[::-1]]
        assert back.rule == turned
        assert (back.kind == forth.kind) == (forth.kind not in ("dropped-duty", "added-duty"))
        assert message(back.rule, *back.quotes, "en").count("“”") == 0


def test_a_list_left_open_is_quoted_in_its_clause_and_a_cut_of_it_shows() -> None:
    names = "《剪刀管理办法》、《梳子管理办法》、《毛巾管理办法》、《镜子管理办法》、《围布管理办法》"
    chinese = f"理发店根据{names}等规定登记。"
    [quoted] = [one.base for one in findings(chinese, "Barbers register.", "zh") if one.rule == "open-list"]
    assert quoted in chinese
    assert "《围布管理办法》等规定" in quoted
    assert isinstance(quoted, Quotation)
    assert quoted.cut == (True, False)


def test_an_english_word_is_quoted_with_those_beside_it_and_the_cut_shows() -> None:
    english = "Whoever keeps a beard should trim it with scissors once a month."
    [found] = findings("蓄须者应当每月修剪。", english, "zh")
    quoted = found.target
    assert quoted == "a beard should trim it with"
    assert isinstance(quoted, Quotation)
    assert quoted.cut == (True, True)


def test_a_lost_element_is_quoted_without_what_goes_before_or_behind_the_list() -> None:
    english = "The owner shall keep mirrors and brooms in the shop."
    for chinese in ("店主应当备有镜子、毛巾、扫帚等用具。", "店主应当备有镜子、扫帚、毛巾等用具。"):
        assert [one.base for one in findings(chinese, english, "zh") if one.rule == "dropped-element"] == ["毛巾"]


def test_a_duty_made_advice_is_quoted_beside_its_own_clause() -> None:
    english = "Owners shall open daily, and the customers may wash the towels."
    [told] = [one for one in findings("店主应当每日营业，顾客应当清洗毛巾。", english, "zh") if one.rule == "modality"]
    assert told.base == "顾客应当清洗毛巾"


def test_one_year_made_two_is_laid_beside_the_two() -> None:
    [told] = findings("协议期限不超过一年。", "The term of the agreement shall not exceed two years.", "zh")
    assert (told.base, told.target) == ("不超过一年", "shall not exceed two years")


def test_a_manner_that_is_lost_with_its_clause_is_told_once() -> None:
    english = "Stalls shall be allotted by lot."
    assert len([*findings("摊位抽签分配，残疾人和退役军人优先。", english, "zh")]) == 1


def test_a_frequency_is_laid_beside_the_one_that_is_none_of_the_others() -> None:
    english = "The floor is swept every day and washed twice a month."
    [told] = findings("地面每日清扫，每周清洗两次。", english, "zh")
    assert told.target == "twice a month"


def test_an_exception_that_is_lost_is_told_once() -> None:
    chinese = "饲养山羊的应当登记，但饲养期限不足一个月的除外。"
    found = findings(chinese, "Whoever keeps goats shall register.", "zh")
    assert [one.rule for one in found if "除外" in one.base] == ["exception"]


def test_a_prohibition_in_another_sentence_of_the_row_is_not_told_as_lacking() -> None:
    chinese = "店主应当提出申请，并提供有关资料。主管部门应当自收到申请之日起45日内审查完毕，符合条件的，颁发许可证；"
    chinese += "不符合条件的，不予颁发许可证，书面通知店主并说明理由。"
    english = (
        "The owner shall apply, and submit the documents. The authority shall complete the examination within 45 days "
        "from the receipt of the application; where the conditions for the licence are met, it shall issue a licence; "
        "where they are not met, it shall not issue the permit."
    )
    assert "prohibition" not in {one.rule for one in findings(chinese, english, "zh")}


def test_an_amount_or_an_exception_in_another_sentence_of_the_row_is_not_told_as_lacking() -> None:
    chinese = (
        "营业额五万元以上的，可以并处营业额五倍以下的罚款；没有营业额或者营业额不足五万元的，"
        "可以并处二十五万元以下的罚款。"
    )
    english = (
        "Where the turnover is 50,000 yuan or more, a fine of not more than five times the turnover may be imposed "
        "concurrently; where there is no turnover or it is less than 50,000 yuan, a fine of {} may be imposed "
        "concurrently."
    )
    for sum_, lacks in (("not more than 250,000 yuan", False), ("its amount", True)):
        told = [one.base for one in findings(chinese, english.format(sum_), "zh") if one.rule == "number"]
        assert ("二十五万元以下" in told) == lacks
    chinese = "店员涨价的，应当认定为店主的行为；但是，店主有证据证明涨价与谋取交易机会无关的除外。"
    english = (
        "A rise of prices by a clerk shall be deemed an act of the owner, unless the owner has evidence that it is "
        "unrelated to seeking trading opportunities."
    )
    assert "added-exception" not in {one.rule for one in findings(chinese, english, "zh")}


def test_what_a_translation_says_in_a_pronoun_a_rarer_word_or_another_unit_is_said() -> None:
    duty = "教育行政主管部门应当公布剪刀的名录。"
    assert not [*names.dropped_actor(duty, "They shall publish the list of scissors.")]
    assert not [*lost_duty("店主应当登记染液。", "The proprietor shall file dyes.")]
    assert not [*amounts.number("保存期限为三年。", "The records are kept for thirty-six months.")]


def test_beside_a_known_unit_that_is_lost_stands_no_measure_of_another_thing() -> None:
    [lost] = amounts.number("罚款五百元。", "At least 400 millilitres of dye.")
    assert lost.quotes == ("五百元", "")
