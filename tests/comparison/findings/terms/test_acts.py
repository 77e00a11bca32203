"""For which act a penalty is laid down, and that two penalties answer each other only where their acts do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparison.findings.reading import document, in_one_row, quoted

from policydiff.comparison.findings import Frame, added_findings, row_findings
from policydiff.comparison.findings.terms.acts import acts
from policydiff.model import Both, Candidate, Document, Provision, Source

FINE = "处二千元以下罚款"
_RULES = ("fine-beyond", "fine-narrowed", "fine-reckoned", "dropped-duty", "new-penalty")
LICENCE, DIRT = "未经登记擅自开办染须店的", "未按照规定清洗剪刀和毛巾的"


def listing(introduction: str, *items: str, behind: str = "") -> Document:
    """A rule of one article with a list, and a paragraph behind it."""
    points = tuple(
        Provision(eid=f"art_1__para_1__point_{n}", level="point", text=text) for n, text in enumerate(items, 1)
    )
    paragraphs = (
        Provision(eid="art_1__para_1", level="paragraph", text=introduction, children=points),
        Provision(eid="art_1__para_2", level="paragraph", text=behind),
    )
    article = Provision(eid="art_1", level="article", children=paragraphs)
    source = Source(text="", origin="", sha256="", language="zh")
    return Document(id="", title="", language="zh", source=source, provisions=(article,))


def in_an_annex(rule: Document) -> Document:
    """A rule all of which stands in an annex."""

    def below(provision: Provision) -> Provision:
        return provision._replace(eid=f"annex_1__{provision.eid}", children=tuple(map(below, provision.children)))

    annex = Provision(eid="annex_1", level="annex", children=tuple(map(below, rule.provisions)))
    return replace(rule, provisions=(annex,))


@pytest.mark.parametrize(
    "text",
    [
        f"{LICENCE}，由协会责令改正，{FINE}。",
        f"{LICENCE}，由协会责令改正；逾期不改正的，{FINE}。",
        f"{LICENCE}，没收剪刀；情节严重的，吊销须证，{FINE}。",
        f"违反本办法第八条规定，{LICENCE}，{FINE}。",
        f"{LICENCE}，面积不足一百平方米的，{FINE}。",
        f"{DIRT}，予以警告。{LICENCE}，{FINE}。",
    ],
)
def test_the_act_is_the_case_before_the_penalty_without_how_grave_it_is(text: str) -> None:
    assert acts(document(text)).of(FINE, ["art_1"]) == (LICENCE.removesuffix("的"),)


def test_the_act_of_a_penalty_that_introduces_a_list_is_what_is_listed() -> None:
    rule = listing(f"店主有下列行为之一的，{FINE}：", LICENCE, DIRT)
    assert acts(rule).of(FINE, ["art_1__para_1"]) == (f"{LICENCE}\n{DIRT}",)


def test_the_act_of_an_item_is_its_own_and_not_that_of_another() -> None:
    rule = listing("违反本办法的，按照下列规定处罚：", f"{LICENCE}，予以警告", f"{DIRT}，{FINE}")
    assert acts(rule).of(FINE, ["art_1__para_1__point_2"]) == (DIRT.removesuffix("的"),)


def test_an_item_that_a_case_names_by_number_is_the_act() -> None:
    rule = listing("店主不得有下列行为：", LICENCE, DIRT, behind=f"有前款第二项行为的，{FINE}。")
    assert acts(rule).of(FINE, ["art_1__para_2"]) == (DIRT,)
    assert acts(in_an_annex(rule)).of(FINE, ["annex_1__art_1__para_2"]) == (DIRT,)


def test_what_stands_before_a_leaf_of_an_annex_is_what_its_own_article_says() -> None:
    rule = in_an_annex(document("理发店应当备好毛巾。", "店主应当清洗毛巾。"))
    leaves = Both(["annex_1__art_2"], ["annex_1__art_2"])
    reading = Frame.of(rule, rule).row("", "", leaves)
    assert [side.before for side in reading.sides] == ["", ""]


def test_an_item_that_the_introduction_of_its_list_names_is_the_act() -> None:
    rule = listing(f"店主有下列行为之一的，予以警告；对有第（一）项行为的，{FINE}：", LICENCE, DIRT)
    assert acts(rule).of(FINE, ["art_1__para_1"]) == (LICENCE,)


def test_a_penalty_that_stands_for_two_acts_in_one_provision_has_both() -> None:
    rule = document(f"{LICENCE}，{FINE}；{DIRT}，{FINE}；强卖须膏的，并{FINE}。")
    assert acts(rule).of(FINE, ["art_1"]) == (LICENCE.removesuffix("的"), DIRT.removesuffix("的"))


def test_a_penalty_that_stands_nowhere_by_itself_is_found_where_it_stands() -> None:
    assert acts(document(f"{DIRT}，由协会{FINE}。")).of(FINE, ["art_1"]) == (DIRT.removesuffix("的"),)


def test_an_article_that_a_case_cites_is_the_act() -> None:
    rule = document("店主应当清洗剪刀和毛巾。", f"违反本办法第一条规定的，{FINE}。")
    assert acts(rule).of(FINE, ["art_2"]) == ("店主应当清洗剪刀和毛巾。",)


def test_of_a_penalty_without_a_case_no_act_is_known() -> None:
    assert acts(document(f"由协会{FINE}。")).of(FINE, ["art_1"]) == ()


def told(base: str, target: str) -> dict[str, list[tuple[str, str]]]:
    """What the rules on numbers, on what is gone and on new penalties quote in a row of two articles."""
    found = row_findings(base, target, *in_one_row(document(base), document(target)))
    return {rule: [(f.base, f.target) for f in found if f.rule == rule] for rule in _RULES}


def test_a_fine_stands_beside_the_fine_for_the_same_act_and_not_beside_the_next() -> None:
    base = f"{LICENCE}，处一万元以下罚款；{DIRT}，处三百元以下罚款。"
    target = f"{DIRT}，处五百元以下罚款；{LICENCE}，处二万元以下罚款。"
    assert set(told(base, target)["fine-beyond"]) == {
        ("处一万元以下罚款", "处二万元以下罚款"),
        ("处三百元以下罚款", "处五百元以下罚款"),
    }


def test_a_fine_for_an_act_of_which_the_base_says_nothing_is_new_and_that_for_another_is_gone() -> None:
    found = told(f"{LICENCE}，处一万元以下罚款。", f"{DIRT}，处五百元以下罚款。")
    assert found["new-penalty"] == [("", f"{DIRT}，处五百元以下罚款")]
    assert any("一万元" in gone for gone, _ in found["dropped-duty"])


def test_of_two_acts_with_one_fine_the_second_has_its_counterpart() -> None:
    found = told(f"{LICENCE}，{FINE}；{DIRT}，{FINE}。", f"{DIRT}，处五万元以下罚款。")
    assert found["fine-beyond"] == [(FINE, "处五万元以下罚款")]


def test_a_fine_of_no_amount_is_shown_beside_the_amount_set_for_the_act() -> None:
    base = listing("店主有下列行为之一的，责令改正，可以并处罚款：", LICENCE, DIRT)
    target = listing("违反本办法的，按照下列规定处罚：", f"{DIRT}，处五百元以下罚款")
    leaves = Both(("art_1__para_1__point_2",), ("art_1__para_1__point_1",))
    found = row_findings(DIRT, f"{DIRT}，处五百元以下罚款", Frame.of(base, target), leaves)
    assert [(f.base, f.target) for f in found if f.rule == "left-open"] == [("可以并处罚款", "处五百元以下罚款")]


def test_a_fine_that_the_base_sets_before_its_list_is_not_told_as_new() -> None:
    base = listing("店主有下列行为之一的，处五百元以下罚款：", LICENCE, DIRT)
    target = listing("违反本办法的，按照下列规定处罚：", f"{DIRT}，处五百元以下罚款")
    leaves = Both(("art_1__para_1__point_2",), ("art_1__para_1__point_1",))
    found = row_findings(DIRT, f"{DIRT}，处五百元以下罚款", Frame.of(base, target), leaves)
    assert not [f for f in found if f.rule == "number"]


@pytest.mark.parametrize(("act", "beside"), [(LICENCE, "处一万元以下罚款"), (DIRT, "")])
def test_beside_the_fine_of_an_added_provision_stands_only_a_fine_for_its_act(act: str, beside: str) -> None:
    text = f"{act}，处五百元以下罚款。"
    frame = Frame.of(document(f"{LICENCE}，处一万元以下罚款。"), document(text))
    found = added_findings(text, frame, ("art_1",), (Candidate(eid="art_1", score=0.5),))
    narrowed, new = ("fine-narrowed", beside, "处五百元以下罚款"), ("new-penalty", "", f"{act}，处五百元以下罚款")
    assert [(f.rule, f.base, f.target) for f in found] == [narrowed if beside else new]


def test_the_fine_of_an_added_item_is_not_for_the_act_of_another_item_of_the_same_words() -> None:
    item = f"情节严重的，{FINE}"
    target = listing(f"{LICENCE}，按照下列规定处罚：", item, behind=f"{DIRT}，警告；{item}。")
    frame = Frame.of(document(f"{LICENCE}，处一万元以下罚款。"), target)
    for place, beside in (("art_1__para_1__point_1", "处一万元以下罚款"), ("art_1__para_2", "")):
        text = next(leaf.text for leaf in target.leaves() if leaf.eid == place)
        found = added_findings(text, frame, (place,), (Candidate(eid="art_1", score=0.5),))
        assert [f.base for f in found if FINE in f.target] == [beside]


def test_a_fine_is_shown_beside_the_fine_and_not_beside_the_value_from_which_that_is_higher() -> None:
    base = f"{LICENCE}，须膏货值不足一万元的，处须膏货值五倍以下罚款。"
    target = f"{LICENCE}，处三百元以下罚款。"
    assert told(base, target)["fine-reckoned"] == [("处须膏货值五倍以下罚款", "处三百元以下罚款")]


def test_a_deadline_has_no_act_to_answer() -> None:
    assert quoted("number", f"{LICENCE}，五日内申报。", f"{DIRT}，三日内申报。") == [("五日内申报", "三日内申报")]
