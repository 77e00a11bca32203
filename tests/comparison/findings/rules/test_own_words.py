"""Which words of a clause another scope is told of, and that they are named."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, rules

from policydiff.comparison.findings import Frame, row_findings
from policydiff.model import Document, Provision, Source


@pytest.mark.parametrize(
    ("base", "target", "differing"),
    [
        ("理发店应当安装和使用报警设备。", "理发店应当安装报警设备。", (("使用", ""),)),
        ("理发店应当向顾客说明染液产地。", "理发店应当书面向顾客说明染液产地。", (("", "书面"),)),
        ("由上级协会组织职工参加比赛。", "由上级协会组织染须从业人员参加比赛。", (("职工", "染须从业人员"),)),
        ("理发店应当运输、储存、使用染液。", "理发店应当储运、使用、处置染液。", (("运输、储存", "储运、处置"),)),
        ("理发店应当规划洗涤和调色设施。", "理发店应当规划洗涤、调色和废液处理设施。", (("", "废液处理"),)),
        ("会员应当登记采矿权的期限。", "会员应当登记探矿权的期限。", (("采矿权", "探矿权"),)),
        ("理发店应当登记顾客姓名、年龄和联系地址。", "理发店必须对顾客的姓名、联系地址进行登记。", (("年龄", ""),)),
    ],
)
def test_the_words_that_are_gone_put_in_or_replaced_are_named(
    base: str, target: str, differing: tuple[tuple[str, str], ...]
) -> None:
    [told] = found(base, target)
    assert (told.rule, told.differing) == ("scope", differing)
    assert all(word in told.message for pair in differing for word in pair)
    assert (told.base, told.target) == (base.removesuffix("。"), target.removesuffix("。"))


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("当地协会应当及时组织清扫街面。", "当地协会应当及时组织力量清扫街面。"),  # one common word
        ("培养优秀的染须匠人。", "培养染须匠人。"),
        ("设立染须基金制度。", "建立染须基金制度。"),
        ("染须方案应当公示审查结果。", "染须方案应当公示审核结果。"),
        ("理发店应当在三日内登记染须学徒。", "理发店应当登记染须学徒。"),  # `number` speaks of it
        ("应当在染须前书面通知顾客。", "经营场所应当在染须前书面通知顾客。"),  # of what it is said
    ],
)
def test_what_says_little_or_another_rule_speaks_of_is_no_other_scope(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


def test_leave_that_is_gone_is_named_whole() -> None:
    told = found("理发店未经街道办事处批准不得使用进口染液。", "理发店不得使用进口染液。")
    assert [one.differing for one in told if one.rule == "scope"] == [(("未经街道办事处批准", ""),)]


def test_what_the_title_of_a_rule_says_is_no_other_scope() -> None:
    base = document("理发比赛结束后，店主应当委托协会评估效果。", title="理发法")
    said = "民族传统理发比赛结束后，店主应当委托协会评估效果。"
    for title, is_told in (("街道理发规定", True), ("民族传统理发规定", False)):
        target = document(said, title=title)
        told = row_findings(base.provisions[0].text, said, Frame.of(base, target))
        assert ("scope" in {one.rule for one in told}) == is_told


def test_what_stands_before_a_clause_in_its_article_is_not_told_of_it() -> None:
    def article(*paragraphs: str) -> Document:
        texts = tuple(
            Provision(eid=f"art_1__para_{n}", level="paragraph", text=text) for n, text in enumerate(paragraphs, 1)
        )
        source = Source(text="\n".join(paragraphs), origin="", sha256="", language="zh")
        return Document(id="", title="", language="zh", source=source, provisions=texts)

    target = article("民族传统理发比赛结束后，店主应当委托协会评估效果。")
    for first, is_told in (("店主可以举办理发比赛。", True), ("店主可以在民族传统举办理发比赛。", False)):
        base = article(first, "理发比赛结束后，店主应当委托协会评估效果。")
        frame, leaves = Frame.of(base, target), (("art_1__para_2",), ("art_1__para_1",))
        told = row_findings(base.provisions[1].text, target.provisions[0].text, frame, leaves)
        assert ("scope" in {one.rule for one in told}) == is_told
