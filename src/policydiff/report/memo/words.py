"""What a memo itself says, beside the words that it quotes."""

from __future__ import annotations

from collections.abc import Mapping

from policydiff.model import Language
from policydiff.report.issuers import Rank
from policydiff.report.strings import TABLE
from policydiff.wording import SET_HERE

_REGULATION: Mapping[Language, str] = {"zh": "地方性法规", "en": "local regulation"}
_RULE: Mapping[Language, str] = {"zh": "地方政府规章", "en": "rule (规章) of a local government"}
# What the memo says of the rank of the rule.
RANK: Mapping[Rank, Mapping[Language, str]] = {
    "state-council": {"zh": "行政法规", "en": "administrative regulation"},
    "department": {"zh": "部门规章", "en": "rule (规章) of a department of the State Council"},
    "province": _REGULATION,
    "city": _REGULATION,
    "provincial-government": _RULE,
    "city-government": _RULE,
    "document": {"zh": "规章以下的规范性文件", "en": "document below rules (规章)"},
    "regulation": {
        "zh": "行政法规或者地方性法规：规章和规范性文件不得称“条例”；审查依据分别列出",
        "en": "administrative or local regulation: nothing below is called 条例; the criteria are those for either",
    },
    "": {
        "zh": "未能判断：所列审查依据不分位阶，请按该规定的实际位阶选用",
        "en": "not known: the criteria are those for every rank; take the one that the rule has",
    },
}
WORDS: dict[str, dict[Language, str]] = {
    "title": {"zh": "审查备忘录", "en": "Review memo"},
    "rule": {"zh": "本规定", "en": "This rule"},
    "issuer": {"zh": "制定机关", "en": "Issuer"},
    "rank": {"zh": "效力位阶", "en": "Rank"},
    "by-title": {"zh": "{rank}（据标题推断，未见制定机关）", "en": "{rank} (by its title; no issuer was found)"},
    "not-listed": {
        "zh": "{rank}（{place}不在设区的市名单中，名单截至{year}年；此后设区的，请按地方政府规章核对）",
        "en": "{rank} ({place} is not among the cities with districts, as of {year}; of one that has them since, read "
        "the criteria for rules of local governments)",
    },
    "dated": {"zh": "文件日期", "en": "Date of the rule"},
    "file": {"zh": "源文件", "en": "Source file"},
    "superior": {"zh": "上位法", "en": "Superior rule"},
    "superior-of": {"zh": "上位法{number}", "en": "Superior {number}"},
    "labelled": {"zh": "{label}{title}", "en": "{label}, {title}"},
    "made": {"zh": "编制日期", "en": "Date"},
    "missing": {"zh": "未核对", "en": "Not compared"},
    "missing-said": {
        "zh": "正文还以{names}为依据，未与之对照：文件库中没有，或者没有列为上位法。",
        "en": "The text rests on {names} too: the library does not hold it, or it was not named as a superior.",
    },
    "its-title": {"zh": "标题", "en": "The title"},
    "found-by": {"zh": "{title}（{why}）", "en": "{title} ({why})"},
    "edition": {"zh": "{found}。文件日期：{date}；源文件：{file}", "en": "{found}. Dated: {date}; source file: {file}"},
    "later": {"zh": "先后", "en": "Later"},
    "no-rule": {"zh": "注意", "en": "Note"},
    "objects": {"zh": "核对对象", "en": "What was compared"},
    "counts": {"zh": "概况", "en": "Overview"},
    "to-check": {"zh": "待核对", "en": "To check"},
    "rows-said": {
        "zh": "上位法与本规定对照的行数（一行可含几个条、款、项），其中标有重点核对的：",
        "en": "Rows in which the rule and its superior stand side by side; a row may hold several provisions. "
        "“Check first” are those of them that are marked so:",
    },
    "sum": {"zh": "合计", "en": "In all"},
    "first-rows": {"zh": "重点核对", "en": "check first"},
    "first-but-set": {"zh": "重点核对（疑似新设除外）", "en": "To check first (but what may be newly set)"},
    "first-elsewhere": {
        "zh": "对照表和网页计入疑似新设，对应存疑的行只计其中疑似新设的，所以是{first}。",
        "en": "The table and the site count among what is to be checked first what may be newly set, and nothing else "
        "that is in doubt: {first}.",
    },
    "first-also": {
        "zh": "上表所列另含同一表述涉及的其他提示 {count} 条。",
        "en": "The sections above tell {count} more, which were found in the same words.",
    },
    "first-gone": {
        "zh": "其中 {count} 条涉及本规定未见对应的上位法条款。",
        "en": "Of these {count} are on provisions of the superior without a counterpart here.",
    },
    "as-elsewhere": {
        "zh": "网页、终端和对照表中计为：{kinds}",
        "en": "on the site, the terminal and in the table counted as: {kinds}",
    },
    "tally-said": {
        "zh": "待核对的提示，按所在部分和类型计数；同一表述涉及几种类型的，各计一条。前几部分引用原文，请逐条核对；"
        "附一所列较轻或者对应存疑，供通读时查对。",
        "en": "Findings to check, by the section where they stand and by kind; words in which several kinds were found "
        "count for each. What stands in the sections is quoted in full and to be read one by one; what Annex 1 lists "
        "weighs less, or is in doubt, and is to be looked up while the rule is read.",
    },
    "tally-several": {
        "zh": "对照几部上位法重复的计一次，其中一部已有的不计。",
        "en": "What was found beside several superiors counts once, what one of them has not at all.",
    },
    "omitted-found": {
        "zh": "上位法中未见对应的条款，其中的提示",
        "en": "Found on provisions of the superior rule without a counterpart",
    },
    "section": {"zh": "所在部分", "en": "Section"},
    "findings": {"zh": "提示", "en": "Findings"},
    "by-kind": {"zh": "其中", "en": "Of these"},
    "kind": {"zh": "{kind} {count}", "en": "{kind} {count}"},
    "set": SET_HERE,
    "first": {"zh": "重点核对", "en": "To check first"},
    "rest": {"zh": "其他提示", "en": "Other findings"},
    "set-said": {
        "zh": "下列内容仅见于本规定，在上位法中未见同样的规定，按类型排列；请核对制定机关能否设定、有无其他依据。"
        "同一列举中的各项只引第一项，注明“（几处）”的，其他各项请一并核对。",
        "en": "These stand in this rule alone, by kind: check whether the issuer may, and what else they rest on. Of "
        "several items of one list the first is quoted, with their number: read the others as well.",
    },
    "first-said": {
        "zh": "禁止、例外、义务、数量或者列举疑似改变或者缺失之处，按类型排列。",
        "en": "Where a prohibition, an exception, a duty, an amount or a list may be changed or lost, by kind.",
    },
    "first-in-doubt": {
        "zh": "另有 {count} 条同类提示，所在条款与上位法的对应存疑，列在附一，先核对两边是否对应。",
        "en": "{count} more of the kind, in pairs that are in doubt, stand in Annex 1: check first whether the two "
        "belong together.",
    },
    "rest-said": {
        "zh": "按本规定的条款排列，共 {places} 处、{count} 条提示；各类型核对什么、以什么为标准，见本附末尾。"
        "“存疑”的，先核对两边是否对应，只列类型和条数；其他引文有节略。全文见条文对照表。",
        "en": "In the order of the rule: {places} places with {count} findings. What is to be checked of each kind, "
        "and by what, stands at the end of this annex. Of what is “in doubt” check first whether the two belong "
        "together; the kinds alone are told. Other quotations are cut. The comparison table has all words in full.",
    },
    "in-doubt": {"zh": "存疑", "en": "in doubt"},
    "noted": {"zh": "（{note}）", "en": " ({note})"},
    "by-number": {"zh": "核对标准（附三）", "en": "Criteria (Annex 3)"},
    "asked": {"zh": "各类型核对什么", "en": "What is to be checked of each kind"},
    "kinds": {"zh": "类型", "en": "Kind"},
    "what": {"zh": "核对什么", "en": "What to check"},
    "near": {"zh": "上位法的相近内容或者原文", "en": "What the superior has"},
    "group": {"zh": "{kind}（{count} 条）", "en": "{kind} ({count})"},
    "number": {"zh": "序号", "en": "No."},
    "row": TABLE["row"],
    "rows": {"zh": "〔{rows}〕", "en": "[{rows}]"},
    "place": {"zh": "条款", "en": "Provision"},
    "rule-place": {"zh": "本规定条款", "en": "In this rule"},
    "base-place": {"zh": "上位法条款", "en": "In its superior"},
    "base-words": {"zh": "上位法原文", "en": "Words of the superior"},
    "target-words": {"zh": "本规定原文", "en": "Words of this rule"},
    "says": TABLE["says"],
    "whole": {"zh": "全文", "en": "The whole"},
    "also": {"zh": "另涉：{kinds}", "en": "also: {kinds}"},
    "times": {"zh": "{count} 处", "en": "{count} places"},
    "silent": {
        "zh": "对照{names}时未提示，请一并核对",
        "en": "not told beside {names}: check that as well",
    },
    "becomes": {"zh": " → ", "en": " → "},
    "omitted-said": {
        "zh": "最接近的条款均未认定为对应；注明“已与…对应”的，它已与上位法的其他条款对应，再与本条对应的可能性不足。"
        "注明“同列”的，同一列举的所列各项有对应，本项没有，请核对列举是否完整。",
        "en": "None of the nearest was taken as the counterpart; one that “answers” another provision "
        "hardly answers this one as well. Of an item with “same list” the rule has the others named: check that the "
        "list is complete.",
    },
    "taken": {
        "zh": "{near}（接近程度 {score}，已与{taken}对应）",
        "en": "{near} (nearness {score}, answers {taken})",
    },
    "kept": {"zh": "同列{items}有对应", "en": "same list: {items} is there"},
    "divisions": {
        "zh": "下列编、章、节整体未见对应（对应存疑的、有提示或者审核意见的条款除外，另行列出）：",
        "en": "Of these parts, chapters and sections nothing has a counterpart (but for what is in doubt, and what "
        "something was found or decided on, which is told by itself):",
    },
    "doubts": {"zh": "对应存疑、请先核对的条款", "en": "Provisions whose counterpart is in doubt, to check first"},
    "doubts-said": {
        "zh": "下列上位法条款只有存疑的对应，请先核对两边是否对应；不对应的，上位法的条款即未见对应，本规定的条款即属"
        "新增。行中的提示列在附一，疑似新设的列在前面，均已计入概况。",
        "en": "These have no counterpart beyond doubt: check first whether the two belong together. Where they do not, "
        "the superior's is without a counterpart and the rule's is new. What was found there stands in Annex 1, what "
        "may be newly set before it; the overview counts all of it.",
    },
    "omitted-more": {
        "zh": "另有下列条款，未见文字相近的条款；条文和内容可能相关的条款见条文对照表：{places}。",
        "en": "Besides, no provision has words like those of these; the comparison table has them in full, and what "
        "may be about the same: {places}.",
    },
    "none-near": {"zh": "没有相近的条款", "en": "nothing comes near"},
    "criteria": {"zh": "核对标准", "en": "Criteria"},
    "omitted": {"zh": "上位法中未见对应的条款", "en": "Provisions of the superior rule without a counterpart"},
    "added": {"zh": "本规定新增的条款", "en": "Provisions that stand in this rule alone"},
    "added-said": {
        "zh": "下列条款在上位法中未见对应。请核对是否有其他依据、是否属于制定机关的权限。",
        "en": "These have no counterpart in the superior rule. Check what else they rest on, and whether the issuer "
        "may set them.",
    },
    "added-in-doubt": {
        "zh": "与上位法的对应均存疑，可能属于新增，请先核对两边是否对应",
        "en": "Paired in doubt alone, perhaps new: check first whether the two belong together",
    },
    "added-by-none": {"zh": "各上位法均未见对应", "en": "No superior rule has them"},
    "added-by-some": {"zh": "{names}未见对应，{others}有对应", "en": "Not in {names}, but in {others}"},
    "added-group": {"zh": "{says}（{count} 处）：", "en": "{says} ({count}): "},
    "added-in-all": {"zh": "共", "en": "In all"},
    "drafting": {"zh": "文字和格式", "en": "Drafting"},
    "reviewed": {"zh": "审核人已作出的意见", "en": "What reviewers decided"},
    "stale": {"zh": "不再应用", "en": "not applied any more"},
    "remarks": {"zh": "说明", "en": "Remarks"},
    "remark-check": {
        "zh": "本备忘录由程序逐条比对编制，列出文本差异供人核对，所列均为疑似或者待核对的事项，不作合法与否的结论；"
        "没有列出的，不表示没有问题。",
        "en": "This memo was made by comparing the texts provision by provision. It lists differences for people to "
        "check; whatever it says may be so is to be checked. It draws no legal conclusion, and that it is silent on "
        "something is no promise that nothing is wrong.",
    },
    "remark-criteria": {
        "zh": "“核对标准”指明应当查对的规定，以该规定自身的适用范围为限；对党内法规和规范性文件，仅供参照。",
        "en": "“Criterion” names where to look, within the reach of what is named; for Party rules and normative "
        "documents it is an analogy.",
    },
    "remark-marks": {
        "zh": "引用的文字中，加粗并加下划线的仅见于本规定，加删除线的仅见于上位法；长条文以“…”节略，"
        "全文见与该上位法的条文对照表；“表中序号”和〔〕中的数字，是该表的序号。",
        "en": "In what is quoted, bold and underlined words stand in this rule alone, struck-through words in its "
        "superior alone; long provisions are cut at “…”: the comparison table with that superior has them whole. “No. "
        "in table”, and numbers in [], are those of its rows.",
    },
    "remark-terms": {"zh": "用语：{terms}。", "en": "Terms: {terms}."},
    "signed": {
        "zh": "审核人：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿",
        "en": "Reviewer: ____________    Date: ____________",
    },
    "none": {"zh": "无。", "en": "None."},
    "criterion": {"zh": "核对标准", "en": "Criterion"},
    "nearest": {"zh": "最接近", "en": "Nearest"},
    "against": {"zh": "与{title}对照", "en": "Beside {title}"},
}
NUMERALS = "一二三四五六七八九十"


def superior_label(place: int, of: int, language: Language) -> str:
    """What one of several superiors is called, the first being 1; nothing of a single one."""
    if of == 1:
        return ""
    in_chinese = language == "zh" and place <= len(NUMERALS)
    return WORDS["superior-of"][language].format(number=NUMERALS[place - 1] if in_chinese else place)
