"""The search of the pages and that of the command line are written twice: here they answer the same questions."""

from __future__ import annotations

from typing import Any

import pytest
from playwright import sync_api

from policydiff.bodies import Named, cut_at_bodies, named
from policydiff.eid import find_citation, find_division
from policydiff.numerals import Written, cut_at_numbers, written
from policydiff.search.query import SAYS_NOTHING, Clause, Cut, Inflected, OneOf, parse_query
from policydiff.search.questions import measures, telling, without_asking
from policydiff.search.snippets import marks
from policydiff.search.tokens import stem, units
from policydiff.site.render import static_text
from policydiff.site.shards import bodies

pytestmark = pytest.mark.browser

CITATIONS = """
第八条 第八条第二款 第八条第二款第（三）项 第八条第（三）项 第八条第3项 第八条（三） 第五条（三）项 第 五 条 （ 三 ）
第三十一条之一 第三十一条之一第二款第（十）项第一目 第一百零二条 第12条 第１２条 第二〇条 第两千条 第十2条 第零条
第一千二百三十四条 本法第八条、第九条 依照第二条第二款的规定 第八 八条 第条 第八条第款 第八条第二 第八条（三
Article 8 Article 8(2) article 31-1(2)(iii) Art. 8(2)(c) Art 8(x) Article 8(2)(b) ARTICLE 8 ( 2 ) ( iv ) Article8
articles Article particle 8 the Article 8(2) of the Measures Article 8(2)(3) Article 8(a) Article 123456
三（二）1 三（二） 三、（二） 三、(二) 3 二十一（十） 三 （二） 三（二）1的 （三） 三 第999999999条 第9999999999条
附件2第三条 附件第一条第二款 附件2 附件一：二（三）1 附件2：1 附件：（一） 附件2表第三行 第五条表第二行
三（二）1（1） 三（二）1（1）① 三（二）1① 附件2：三（二）1（4）② 第八条第（三）项第2目（1） 三（二）（1）
三（二）1.3 三（二）1. 三（二）1.2.3 三（二）第二段 二第一段 三（五）表第二行 三（五）第二段表第二行
引言 引言第二段 引言一（二） 引言的 本文引言 附件2第二段 附件2：1.2 Preamble, paragraph 2
附件 附录A第一条 附件1-2 附件2的要求
第三章 第二章第一节 第 二 章 第一 节 第一编第3章 第一节能源 第二章程 第二节 章 第三章第八条 第一章 第二节约水
paragraph 2 of Article 9
Article 18, paragraph 2, item (3)
item (3) of Article 18
item (iii) of paragraph (2) of Article 18
point a, paragraph 2 of art. 18 of the Measures
Article 8.1 Article 8.1(2) Article 8.1.2 Article 8. 1 Article 8, subparagraph 3 paragraph 2 of Annex
Chapter II Section 1
Chapter II, Section 1, Article 8
Section 1 of Chapter II
Part 3 Chapter iv
section 2.04 Section 1 Chapter X1 Part of it CHAPTER 3 subsection 3
Annex 2, Article 3(2) Annex IV Schedule C Annex Appendix 1-2 Annexes 1 annex 3 article 4
"""
QUERIES = """
网络安全 "责任清单" 《实施办法》第八条第二款 reports
实施办法第八条
实施办法 第八条、第九条 通报
cats 第二条
cats 三（二）
cats#三（二）1.3
cats#art_8 通报
cats# art_8
c#三（二）
cats 引言第二段
《实施办法》三（二）1
不是名字 三（二）
Article 2(2) of the Measures
Article 2 of nothing
第八条的通报
“通报批评” 的
『一』「二」«三»‘四’
"没有另一半
《没有条款的名称》
〈单书名号〉第三条
的
the duties of operators
APT攻击事件2024年
責任 通報
*(){}[]?!
organizations' duties
通报，审计；问责
第八条
a的b
《》第八条
实施办法附件2第三条
cats Annex 2
ＡＰＴ １２３
art_8
cats art_8__para_2__point_3
《实施办法》ART_31-1 通报
罚款 500元 10%
“500元” 3日
罚款20,000元以上
5 %以上10 ‰ 15 日内报告 20 年
2017/6/1 1/2以上 3/2 三分之二以上的成员 十分之一
实施办法8条 实施办法八条2款通报
《实施办法》第八条3项
《实施办法》8条之一第2款（三）项第1目
《没有》8条
实施办法 82条
实施办法12
《实施办法》12
实施办法1200
cats12
cats 12条
实施办法第二章第八条
Chapter II of the Measures
cats Chapter II, Article 8 beards
cats paragraph 1 of Article 5
cats 第二章 第一节 通报
第三章、第五条
2018-10-06 2018/1/26起 2018.1.2 a2018-1-2 2018-1.2 2018-1-2-3
2018年10月26日起三年内 5月3日 3年5个月内
养犬至2000元以下罚5千元
至 到第三条
第99条 三日
Measures preamble__para_1
preamble
2/3以上的成员在30天内 within thirty days
烟台市卫健委罚款 残联
市人大常委会 “残联” 第八条
成人大学 环境卫生主管部门 城市监管
MOE circulars 公安部门
卫生行政主管部门3日内报告
应当 不得 -罚款 －“通报 批评” −reports, -第八条 -500元 -0x
-罚款、通报
a-b - c "d -e" -"f g"h -《实施办法》第八条 -的 -* -MOE
start_8 art_8x art_ xart_8 art_12345 art_8- art_8~2
lvl_3__lvl_2, art_8
"""
QUESTIONS = [
    "不动产登记要多久，再就业的标的要求呢",
    *("农村人能不能领养老金", "罚款多少钱？", "多久之内要报告", "谁", "网吧怎么办理呢", "去网吧", "好吧 算不算"),
    *("a barber who will shave if need be", "if barbers can?", "tell me if I need it"),
    *("残联怎么帮助盲人", "市卫健委 染料 谁管", "人社局", "a MOE rule?"),
    *("who shall report a BEARD?", "how much is the fine", "the duties of canned barbers", "APT攻击 能否通报", "的"),
]
NUMBERS = """
2018年10月26日起 三年五个月内 二〇一八年五月
罚款500 500元 五百元 3日 三日内 10% 百分之十 第12条 第十二条 2万元 20000元 二万元 两万元 20,000元 统一规定 一般 千万不要
万一 十分 2017年 2017 二〇一七年 二○一七 二零一七年 两年 2年 15000元 1.5万 1.05万 1.23456万 一点五倍 1.5倍 百分之五点五
罚款500元以上2万元以下 一亿五千万元 5 三 3至5日 apt41 2017.6.1 万元 百分之 第三人 二百五十 1200 10203
一万零二百零三 十三五 24小时 百分之10 千分之5% 5万% 零 一一 2.5亿 ٣日 1,234,567元 12345678901 123456789012
亿元 万万 一亿亿 十二万 30天 三天内 5月3日 五月三日内 第3日 500元以上三十日以下 thirty 30 3 twelve one two三
第二百 第2百 零点五 0.5‰ 2000 二千 30天a 30a 99999999999亿 5千元 3百元以上 5千万 2十万 1.5千 2百万元 5千分之1 5万分
30日内报告 三十日前 500至1000元 3日后的
"""
FRACTIONS = ("2/3以上", "1/2 3/4", "12/25", "3/2", "0/3", "2024/5/3", "5/3/1", "1.2/3", "100/3", "2/3.5", "a2/3")
SHARES = ("三分之二以上", "十二分之三", "二分之三", "百分之六十七以上", "一百分之二", "三分之两", "十分之一", "经2/3日")
MARKED = (
    *(
        "处50,000元以上500,000元以下罚款，或者150000元。",
        "处500,000元以下罚款。",
        "3日内报告，13日内公示。",
        "二十三日内报告。",
    ),
    *(
        "23日内，１３日内",
        "第12条、112、1.25、12%",
        "罚款5000元，500元的另处。",
        "11.5倍",
        "罚款5万元",
        "a duty within 130 days",
    ),
)
NAMES = ("实施办法", "cats", "Measures", "the Measures")
WORDS = """
duties duty reports reporting reported report organs organizations organisation assesses assessed planned planning
feed feeds agreed need tied ties dies lies lying boxes buses bus this analysis used using rated rating added
fulfilled fulfilling licence license licensing licensee licencee authorize authorise authorized organisation
organizers size prize seized analyze analyse centre centers centred metre kilometers defence defense offence
offender labour labor laboured behaviour unfavourable endeavour hour four programme program programmes kilogramme
cancelled canceled cancellation fulfil fulfill enrolment enrollment catalogue catalog judgement judgment practise
practice pretence is as gas glasses sing ring being seeing classes séance naïve ½ x
"""
TEXTS = """
应当在24小时内报告  APT reports
第（一）项、Ⅳ、①②，½杯
한국어 かな カナ ｶﾅ
é è naïve_x 〇二三 ⼀ ⺠ 𠮷野家 a1b2 ²
"""


@pytest.fixture
def twin(browser: sync_api.Browser) -> Any:
    """A blank page with the scripts of the search."""
    page = browser.new_page()
    page.evaluate("window.policydiff = {}")
    for name in ("search-text.js", "search-numbers.js", "search-query.js"):
        page.evaluate(static_text(name))
    page.evaluate(f"policydiff.piece = (_, held) => policydiff.query.learnBodies(held); {bodies()[1]}")
    yield page
    page.close()


def test_citations_are_read_alike(twin: sync_api.Page) -> None:
    asked = [*CITATIONS.splitlines(), *CITATIONS.split()]
    read = twin.evaluate("texts => texts.map(policydiff.query.citation)", asked)
    divisions = twin.evaluate("texts => texts.map(policydiff.query.division)", asked)
    for text, there, division in zip(asked, read, divisions, strict=True):
        for here, other in ((find_citation(text), there), (find_division(text), division)):
            if here is None:
                assert other is None, text
            else:
                citation, (start, end) = here
                assert other == {"steps": [list(step) for step in citation.steps], "from": start, "to": end}, text


def test_queries_are_read_alike(twin: sync_api.Page) -> None:
    asked = QUERIES.strip().splitlines()
    read = twin.evaluate(
        """([texts, names]) => {
          policydiff.text.learn("責责報报");
          return texts.map((text) => policydiff.query.parse(text, (name) => names.includes(name.trim())));
        }""",
        [asked, NAMES],
    )
    for text, there in zip(asked, read, strict=True):
        here = parse_query(text, lambda name: name.strip() in NAMES)
        assert there["citations"] == [[list(step) for step in citation.steps] for citation in here.citations], text
        assert there["names"] == list(here.names), text
        assert there["whole"] == list(here.whole.units), text
        assert there["tiers"] == [[clause(one) for one in tier] for tier in here.tiers], text
        assert there["also"] == list(here.also), text
        assert there["parts"] == list(here.parts), text
        assert there["excluded"] == [clause(one) for one in here.excluded], text
        assert there["without"] == list(here.without), text
        assert there["text"] == here.text, text


def test_bodies_are_known_alike(twin: sync_api.Page) -> None:
    around = [(before, behind) for before in ("", "市", "环境") for behind in ("", "局", "联合")]
    runs = [before + name + behind for name in named() for before, behind in around]
    cut = twin.evaluate("runs => runs.map(policydiff.query.cutAtBodies)", runs)
    for run, there in zip(runs, cut, strict=True):
        here = [(piece, one and handed_over(one)) for piece, one in cut_at_bodies(run)]
        assert [(piece, one) for piece, one in there] == here, run


def handed_over(one: Named) -> dict[str, Any]:
    return {"told": [*one.told], "own": [*one.own], "reformed": [*one.reformed], "notAfter": one.not_after}


def test_questions_are_read_alike(twin: sync_api.Page) -> None:
    read = twin.evaluate(
        """(texts) => texts.map((text) => {
          const words = policydiff.query.withoutAsking(text);
          const found = policydiff.query.telling(words);
          return { words, found, measures: policydiff.query.measures(text) };
        })""",
        QUESTIONS,
    )
    for text, there in zip(QUESTIONS, read, strict=True):
        words = without_asking(text)
        found = telling(words, SAYS_NOTHING)
        assert there == {
            "words": words,
            "found": [clause(one) for one in found],
            "measures": [clause(one) for one in measures(text)],
        }, text


def clause(here: Clause) -> dict[str, Any]:
    if isinstance(here, OneOf):
        runs = [list(run) for run in here.runs]
        return {"any": runs, "notAfter": here.not_after, "notBefore": here.not_before}
    if isinstance(here, Inflected):
        return {"stem": here.stem}
    return {"cut" if isinstance(here, Cut) else "exact": list(here.units)}


def test_numbers_are_written_alike(twin: sync_api.Page) -> None:
    runs = [*NUMBERS.split(), *FRACTIONS, *SHARES, "30 days", "3 days", "within three days of 5 barbers", "no 3 日"]
    there = twin.evaluate("runs => runs.map(policydiff.numbers.written)", runs)
    assert [Written(tuple(one["ways"]), one["begins"], one["ends"]) for one in there] == [*map(written, runs)]
    cut = twin.evaluate("runs => runs.map(policydiff.numbers.cut)", runs)
    assert [[(piece, is_number) for piece, is_number in one] for one in cut] == [[*cut_at_numbers(run)] for run in runs]


def test_numbers_are_marked_alike(twin: sync_api.Page) -> None:
    twin.evaluate("void (policydiff.load = () => Promise.reject())")
    twin.evaluate(static_text("search-index.js"))
    for text in MARKED:
        for query in ("50000", "50,000元", "3日", "三日内", "12", "500 罚款", "1.5倍", "万元", "duties of 30 days"):
            there = twin.evaluate(
                """([query, text]) => {
                  const { tiers, whole } = policydiff.query.parse(query, () => false);
                  return policydiff.marks([...tiers.flat(), { exact: whole }], text);
                }""",
                [query, text],
            )
            assert [*map(tuple, there)] == marks(text, parse_query(query, lambda _: False).clauses()), (query, text)


def test_stems_are_alike(twin: sync_api.Page) -> None:
    words = WORDS.split()
    assert twin.evaluate("words => words.map(policydiff.text.stem)", words) == [stem(word) for word in words]


def test_units_are_alike(twin: sync_api.Page) -> None:
    texts = TEXTS.splitlines()
    found = twin.evaluate("texts => texts.map((text) => policydiff.text.unitTexts(text))", texts)
    assert found == [[unit.text for unit in units(text)] for text in texts]
