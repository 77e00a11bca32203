"""Which words of a clause another scope is told of, and that they are named."""

from __future__ import annotations

import pytest
from tests.comparison.findings.reading import document, found, rules

from policydiff.comparison.findings import Frame, row_findings
from policydiff.model import Both, Document, Provision, Source


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
        frame, leaves = Frame.of(base, target), Both(("art_1__para_2",), ("art_1__para_1",))
        told = row_findings(base.provisions[1].text, target.provisions[0].text, frame, leaves)
        assert ("scope" in {one.rule for one in told}) == is_told


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("任何单位不得擅自公布染须价目信息。", "染须价目信息由协会统一公布，任何单位不得擅自公布。"),
        ("骑非机动车应当守则。非机动车应当在慢行道内行驶。", "骑自行车等非机动车，应当在慢行道内行驶。"),
        # in another sentence, one word of four apart
        ("会员可以利用协会的旧式剪刀开发染须产品。", "会员可以开发染须产品。会员利用旧式剪刀的，协会应当支持。"),
    ],
)
def test_what_the_sentence_or_the_article_says_beside_the_clause_is_not_told_as_gone(base: str, target: str) -> None:
    assert "scope" not in rules(base, target)


@pytest.mark.parametrize(
    ("base", "target"),
    [
        ("任何单位不得擅自公布染须价目信息。", "染须比赛由协会统一举办，任何单位不得擅自公布。"),
        ("协会根据街区需要和上级染须规划，编制比赛计划。", "协会结合街区需要，编制比赛计划。"),
        ("协会应当将染液登记结果和评估结果存档。", "协会应当将染液登记结果存档。染须价目应当公布。"),
    ],
)
def test_what_it_says_in_part_or_of_another_thing_is_told(base: str, target: str) -> None:
    assert "scope" in rules(base, target)


def test_what_a_sibling_item_says_of_the_same_list_is_not_told_as_gone() -> None:
    def told(*items: str) -> set[str]:
        points = tuple(Provision(eid=f"art_1__point_{n}", level="point", text=text) for n, text in enumerate(items, 1))
        article = Provision(eid="art_1", level="article", text="理发店不得有下列行为：", children=points)
        source = Source(text="\n".join(items), origin="", sha256="", language="zh")
        target = Document(id="", title="", language="zh", source=source, provisions=(article,))
        base = document("理发店不得引进和转卖进口染液。")
        frame = Frame.of(base, target)
        one = row_findings(base.provisions[0].text, items[0], frame, Both(("art_1",), ("art_1__point_1",)))
        return {finding.rule for finding in one}

    assert "scope" in told("引进进口染液；", "堆放围布。")
    assert "scope" not in told("引进进口染液；", "擅自转卖染液。")


def test_a_clause_that_is_compared_with_the_next_one_is_no_other_scope_where_another_provision_says_it() -> None:
    base = "理发协会负责本街区染须安全的监督和检查工作，承担街区染须指挥所的日常工作。"
    target = "街区理发协会承担街区染须指挥所的日常工作，配备专职人员。"
    said = "街区理发协会负责本街区染须安全的监督和检查工作。"
    for other, is_told in (("学徒每日清扫店堂。", True), (said, False)):
        documents = document(base), document(target, other)
        found_here = row_findings(base, target, Frame.of(*documents), Both(("art_1",), ("art_1",)))
        assert ("scope" in {one.rule for one in found_here}) == is_told


@pytest.mark.parametrize(
    ("base", "target", "differing"),
    [
        ("协会配合街区店主管理染液。", "街区协会负责指导店主管理染液。", (("协会配合街区", ""), ("", "指导"))),
        ("协会应当考虑店堂范围。", "协会应当考虑因暴雨停业的店堂范围。", (("", "暴雨停业"),)),
    ],
)
def test_words_are_put_for_each_other_only_where_neither_clause_has_moved_them(
    base: str, target: str, differing: tuple[tuple[str, str], ...]
) -> None:
    assert [one.differing for one in found(base, target) if one.rule == "scope"] == [differing]
