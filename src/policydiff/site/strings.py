"""What the pages themselves say, in Chinese and in English.

Words for statuses, kinds, relations, findings and what becomes of a provision live in `policydiff.wording`; here is
the rest. A `{name}` is filled in by the page; `{n:kind|kinds}` is the first where n is one.
"""

from __future__ import annotations

from policydiff.model import Language
from policydiff.wording import SHAPE

STRINGS: dict[str, dict[Language, str]] = {
    # every page
    "site": {"zh": "条文对照", "en": "policydiff"},
    "skip": {"zh": "跳到正文", "en": "Skip to the text"},
    "search": {"zh": "检索", "en": "Search"},
    "search-box": {"zh": "检索全部条文", "en": "Search all provisions"},
    "search-hint": {"zh": "词语、“短语”、第八条第二款", "en": "words, “a phrase”, Article 8(2)"},
    "footer": {
        "zh": "本站逐条列出文本差异，供核对之用，不作法律结论。",
        "en": "These pages show where texts differ, for checking. They draw no legal conclusion.",
    },
    "contents": {"zh": "目录", "en": "Contents"},
    "permalink": {"zh": "固定链接", "en": "Permalink"},
    "copy-citation": {"zh": "引用", "en": "cite"},
    "copy-link": {"zh": "引用+链接", "en": "cite + link"},
    "copied": {"zh": "已复制", "en": "copied"},
    # start page
    "lead": {
        "zh": "地方规定怎样落实上位法：哪些照录，哪些变更，哪些遗漏，哪些新增。",
        "en": "How local rules carry out their superior rules: what they keep, change, leave out and add.",
    },
    "comparisons": {"zh": "对照", "en": "Comparisons"},
    "documents": {"zh": "文件", "en": "Documents"},
    "no-comparisons": {
        "zh": "馆藏中还没有相互对应的文件。",
        "en": "No document here names another that it follows.",
    },
    "omissions-decided": {"zh": "{lack}中 {n} 处已审核", "en": "of the {lack} {n} reviewed"},
    "more-compared": {
        "zh": "与之对照的还有 {n} 份文件",
        "en": "{n} more {n:document is|documents are} compared with it",
    },
    "all-documents": {"zh": "全部 {n} 份文件", "en": "All {n} documents"},
    "map-hint": {
        "zh": "指向一格即显示两边条文，点击打开对照；点编号并列各文件。",
        "en": "Point at a square to read both sides, click it to compare; a number sets every text side by side.",
    },
    "glance-first": {"zh": "，其中首个", "en": ", the first in it that is"},
    "check-first": {"zh": "请先核对", "en": "To check first"},
    "check-of": {
        "zh": "共 {n} 条提示，同一文件的同类提示合并",
        "en": "{n} {n:finding|findings}, grouped by kind and text",
    },
    "check-repeated": {
        "zh": "；对照几部上位法重复的计一次，其中一部已有的不计，共省去 {n} 条",
        "en": "; beside several superiors each is told once, and not where one of them has it, which leaves out {n}",
    },
    "check-beside": {"zh": "对照：{title}", "en": "beside {title}"},
    "divisions": {
        "zh": "整编、整章、整节未见对应（{n}）",
        "en": "Whole parts, chapters or sections without a counterpart ({n})",
    },
    "divisions-said": {
        "zh": "各条在下表中仍逐条列出；对应存疑的、有提示或者审核意见的不在此列。",
        "en": "Their provisions stand below one by one. What is in doubt, and what something was found or decided on, "
        "is not named here.",
    },
    "check-alike": {"zh": "同类另有 {n} 条", "en": "{n} more of the kind"},
    "check-more": {"zh": "其余 {n} 类", "en": "{n} more {n:kind|kinds}"},
    "check-here": {"zh": "（{n} 条提示，同类合并）", "en": " ({n} findings, those of a kind together)"},
    "check-besides": {
        "zh": "；另有 {n} 条是对全文的",
        "en": "; {n} more {n:is|are} on the whole text",
    },
    "check-below": {"zh": "全部见下", "en": "All of them below"},
    "check-there": {"zh": "在对照页中看全部", "en": "All of them in the comparison"},
    "check-below-as": {"zh": "全部“{kind}”提示见下（{n} 条）", "en": "All findings told as “{kind}” below ({n})"},
    "check-there-as": {
        "zh": "在对照页中看全部“{kind}”提示（{n} 条）",
        "en": "All findings told as “{kind}” in the comparison ({n})",
    },
    "check-elsewhere": {
        "zh": "另有 {n} 条未在此列出，见各对照页。",
        "en": "Another {n} {n:is|are} not listed here; the comparisons show {n:it|them}.",
    },
    "legend": {"zh": "图例", "en": "Key"},
    # every version of an article
    "versions": {"zh": "各文件并列", "en": "Side by side"},
    "versions-short": {"zh": "并列", "en": "side by side"},
    "before": {"zh": "上一条", "en": "Before"},
    "after": {"zh": "下一条", "en": "After"},
    "also-for": {"zh": "与{others}合并对应。", "en": "Stands for {others} as well."},
    "nearest-one": {"zh": "最接近：{label}（接近程度 {score}）", "en": "Nearest: {label} (nearness {score})"},
    "similarity": {"zh": "文字相似度", "en": "similarity"},
    # what is said of a document
    "title": {"zh": "标题", "en": "Title"},
    "kind": {"zh": "类别", "en": "Kind"},
    "issuer": {"zh": "制定机关", "en": "Issuer"},
    "date": {"zh": "日期", "en": "Date"},
    "language": {"zh": "语言", "en": "Language"},
    "file": {"zh": "源文件", "en": "Source file"},
    "digest": {"zh": "校验值", "en": "SHA-256"},
    "provisions": {"zh": "条文", "en": "Provisions"},
    "size": {
        "zh": "{articles} 条（{n} 款项）",
        "en": "{articles} {articles:article|articles} ({n} paragraphs and items)",
    },
    "size-annexed": {
        "zh": "{articles} 条（{n} 款项，附件\u00a0{annexed}）",
        "en": "{articles} {articles:article|articles} ({n} paragraphs and items, {annexed} in annexes)",
    },
    "length-annexed": {"zh": "{n}（附件\u00a0{annexed}）", "en": "{n} ({annexed} in annexes)"},
    "unknown": {"zh": "未载明", "en": "not stated"},
    "residue": {"zh": "未列为条文的内容", "en": "Left out of the provisions"},
    "residue-lead": {
        "zh": "下列文字见于源文件，但不是条文。每一处都注明原因和在源文件中的位置（字符序号）；"
        "同一表格、同一段落的格式标记合为一处。",
        "en": "These words stand in the source but are no provision: each with the reason and its place "
        "in the source, in characters; the format marks of a table or a paragraph together.",
    },
    "no-residue": {"zh": "源文件的全部文字均列为条文。", "en": "Every word of the source is in a provision."},
    "marks-together": {"zh": "{n} 处", "en": "{n}"},
    "problems": {"zh": "读取时发现的疑点", "en": "Oddities found on reading"},
    # where a provision comes from, and which follow it
    "sources": {"zh": "来源", "en": "Sources"},
    "followers": {"zh": "地方规定", "en": "Local rules"},
    "row": {"zh": "对照", "en": "compare"},
    "came-more": {
        "zh": "另有 {n} 处，policydiff trace 列出全部",
        "en": "{n} more; policydiff trace lists {n:it too|them all}",
    },
    # a comparison; {base} and {target} are what its texts are to each other
    "note-translates": {
        "zh": "两种语言的对照：并列两边文本，不作逐字标记；“一致”只表示未见差异，不等于没有差异。",
        "en": "Across two languages: both texts stand side by side, without word-by-word marks. “Unchanged” says only "
        "that no difference was found, which is no promise that there is none.",
    },
    "note-quotes": {
        "zh": "本文是解读或引用，不是规定：引文与{base}对照，作者自己的话列为“新增”。",
        "en": "This text quotes or discusses {base}; it is no rule. Quotations are compared, "
        "the author's own words count as added.",
    },
    "note-older": {
        "zh": "本规定（{own}）早于这一版本的上位法（{date}），差异可能出于后来的修改。",
        "en": "This rule ({own}) is older than this text of its superior ({date}): what differs may come from a later "
        "amendment.",
    },
    "note-commentary": {
        "zh": "本文是解读性文字，不是规定。",
        "en": "This text is a commentary, not a rule.",
    },
    "filters": {"zh": "筛选", "en": "Filter"},
    "clear-filters": {"zh": "清除筛选", "en": "Clear filters"},
    "rows": {"zh": "对照行", "en": "Rows"},
    "findings": {"zh": "提示", "en": "Findings"},
    "marks": {"zh": "标记", "en": "Marks"},
    "weighty": {"zh": "重点核对的行", "en": "rows to check first"},
    "key-weighty": {"zh": "重点核对的提示", "en": "findings to check first"},
    "key-lesser": {"zh": "其他提示", "en": "other findings"},
    "on-whole": {"zh": "全文提示", "en": "on the whole text"},
    "showing": {"zh": "显示", "en": "showing"},
    "filtered": {"zh": "经筛选，仅列", "en": "filtered:"},
    "of-rows": {"zh": "行", "en": "rows"},
    "filters-dropped": {"zh": "（为显示该行，已取消筛选）", "en": "(filters cleared, which left out that row)"},
    "no-such-place": {"zh": "（未找到此条）", "en": "(no such provision here)"},
    "nothing-left": {"zh": "没有符合筛选条件的行。", "en": "No row matches these filters."},
    "next": {"zh": "下一处差异", "en": "Next difference"},
    "previous": {"zh": "上一处差异", "en": "Previous difference"},
    "go-to-chapter": {"zh": "转到", "en": "Go to"},
    "keys": {"zh": "快捷键 j k x", "en": "Keys j k x"},
    "keys-said": {"zh": "j 下一处，k 上一处，x 已阅", "en": "j next, k previous, x seen"},
    "differences": {"zh": "只看差异", "en": "differences alone"},
    "seen": {"zh": "已阅", "en": "seen"},
    "unseen": {"zh": "未阅", "en": "not seen"},
    **SHAPE,
    "form-said": {
        "zh": "仅标点、空格或全半角不同。",
        "en": "Only punctuation, spacing or character width differs.",
    },
    "moved-said": {
        "zh": "在{target}中的先后次序与{base}不同。",
        "en": "Stands in another order in {target} than in {base}.",
    },
    "way-after": {"zh": "在{target}中接在“{label}”之后", "en": "Follows {label} in {target}"},
    "way-before": {"zh": "{target}中其后的“{label}”已移位", "en": "{label}, next in {target}, was moved"},
    "way-also": {"zh": "“{label}”另见此行", "en": "{label} stands here too"},
    "rewritten-said": {
        "zh": "两边用语大部分不同，不逐字标记。",
        "en": "Most words differ; they are not marked one by one.",
    },
    "split-said": {
        "zh": "{base}一处在{target}中分为 {n} 处。",
        "en": "One provision of {base} became {n} in {target}.",
    },
    "merged-said": {
        "zh": "{base} {n} 处在{target}中合为一处。",
        "en": "{n} provisions of {base} became one in {target}.",
    },
    "regrouped-said": {
        "zh": "{base} {m} 处与{target} {n} 处交错对应。",
        "en": "{m} provisions of {base} stand against {n} of {target}.",
    },
    "basis": {"zh": "依据：{basis}，文字相似度 {score}。", "en": "Matched by {basis}, likeness of words {score}."},
    "basis-doubtful": {
        "zh": "对应存疑（文字相似度 {score}），请先核对两边是否对应。",
        "en": "Check first whether the two belong together (likeness of words {score}).",
    },
    "basis-alone": {"zh": "依据：{basis}。", "en": "Matched by {basis}."},
    "omitted-said": {"zh": "{target}中没有对应条文", "en": "No counterpart in {target}"},
    "same": {"zh": "同左", "en": "the same"},
    "added-said": {"zh": "{base}中没有对应条文", "en": "No counterpart in {base}"},
    "candidates": {
        "zh": "最接近的是{label}（接近程度 {score}），未认定为对应；共 {n} 条",
        "en": "Nearest: {label} (nearness {score}), not taken as counterpart; {n} in all",
    },
    "held-elsewhere": {"zh": "其他上位法有相近规定：", "en": "Another superior has the like:"},
    "candidates-far": {
        "zh": "未见相近条文；稍近的 {n} 条，附接近程度",
        "en": "Nothing comes near; the {n} least far, with how near each comes",
    },
    "reviewed": {"zh": "已审核", "en": "reviewed"},
    "noted": {"zh": "有批注", "en": "noted"},
    "dismissed": {"zh": "已排除", "en": "dismissed"},
    "stale": {"zh": "审核失效", "en": "stale"},
    "review": {"zh": "审核意见", "en": "Reviewer's decision"},
    "review-none": {"zh": "无对应条文", "en": "no counterpart"},
    "dismissed-fold": {"zh": "已排除的提示（{n}）", "en": "Findings dismissed ({n})"},
    "stale-fold": {"zh": "失效的审核意见（{n}）", "en": "Decisions that do not hold any more ({n})"},
    "stale-lead": {
        "zh": "下列审核意见所针对的文字已变，未予应用。请复核后重新记录，或予删去。",
        "en": "What these decisions are about is no longer as it was, so they are not applied. Look again, then decide "
        "anew or remove them.",
    },
    "stale-here": {"zh": "失效，未应用", "en": "stale, not applied"},
    "stale-count": {"zh": "{n} 条审核意见失效", "en": "{n} {n:decision|decisions} stale"},
    "document-findings": {"zh": "{target}整体待核对（{n}）", "en": "On {target} as a whole ({n})"},
    "left-out-by": {"zh": "未引用：", "en": "Not quoted by"},
    "no-counterpart": {"zh": "没有对应条文", "en": "No counterpart"},
    "silent": {"zh": "（无）", "en": "(nothing)"},
    "deleted-mark": {"zh": "删去", "en": "deleted"},
    "inserted-mark": {"zh": "增加", "en": "inserted"},
    "key-deleted": {"zh": "仅见于{base}", "en": "only in {base}"},
    "key-inserted": {"zh": "仅见于{target}", "en": "only in {target}"},
    "words-mark": {"zh": "文字", "en": "words"},
    "key-moved": {"zh": "编号相同：同一文字只是移位", "en": "of one number: the same words, only moved"},
    # search
    "all-kinds": {"zh": "全部类别", "en": "All kinds"},
    "all-languages": {"zh": "全部语言", "en": "All languages"},
    "hits": {"zh": "处结果", "en": "results"},
    "one-hit": {"zh": "处结果", "en": "result"},
    "in-documents": {"zh": "份文件", "en": "documents"},
    "in-one-document": {"zh": "份文件", "en": "document"},
    "read-as": {
        "zh": "检索范围内没有条文含有全部词语；以下按其中的这些词检索，含得多的在前：",
        "en": "No provision that was searched has all the words. What follows has the most of:",
    },
    "in-provisions": {"zh": "条文", "en": "Provisions"},
    "in-findings": {"zh": "提示", "en": "Findings"},
    "all-findings": {"zh": "全部提示", "en": "All findings"},
    "one-finding": {"zh": "条提示", "en": "finding"},
    "n-findings": {"zh": "条提示", "en": "findings"},
    "found-once": {
        "zh": "对照几部上位法重复的计一次，其中一部已有的不计",
        "en": "Beside several superiors each is told once, and not where one of them has it",
    },
    "found-left-out": {"zh": "；共省去：", "en": "; left out:"},
    "in-one-comparison": {"zh": "组对照", "en": "comparison"},
    "in-comparisons": {"zh": "组对照", "en": "comparisons"},
    "type-or-choose": {
        "zh": "请输入词语，或者选定一种提示，列出全部对照中的提示。",
        "en": "Type a word or choose a kind of finding to list what all comparisons found.",
    },
    "also-looked-for": {
        "zh": "也查了同一机关的其他名称（排在后面）：",
        "en": "Also looked for, after these words:",
    },
    "left-out-with": {"zh": "不列含有以下词语的：", "en": "Left out is what has:"},
    "no-hits": {
        "zh": "没有找到。可试试较短的词，或去掉引号与筛选。",
        "en": "Nothing found. Try a shorter word, or drop the quotation marks or filters.",
    },
    "stands-nowhere": {"zh": "检索范围内没有：", "en": "Stands nowhere that was searched:"},
    "did-you-mean": {"zh": "您是不是要找：", "en": "Did you mean:"},
    "search-instead": {"zh": "可以分别检索：", "en": "Each of these finds something:"},
    "no-provision": {
        "zh": "没有找到：没有这一条、款、项。文件的页面有其目录。",
        "en": "Nothing found: there is no such provision. The page of a document has its contents.",
    },
    "type-something": {
        "zh": "可检索任意两个字；“短语”加引号；引用条款如 第八条第二款；词语前加减号的不要，如 应当 -罚款；"
        "英文词不分大小写与单复数。",
        "en": "Any two characters; a “phrase” in quotation marks; a citation such as Article 8(2); "
        "a minus before a word leaves out what has it, as in shall -fine; "
        "English words in any case or number.",
    },
    "no-data": {
        "zh": "检索数据（data 文件夹）读不到；请重新生成站点。",
        "en": "The search data, the folder data, cannot be read; build the site again.",
    },
    "more": {"zh": "显示更多", "en": "Show more"},
    "more-documents": {"zh": "更多文件", "en": "More documents"},
    "needs-script": {
        "zh": "检索需要启用 JavaScript；各文件与对照页面无需脚本即可阅读。",
        "en": "Search needs JavaScript; the documents and comparisons read without it.",
    },
}
