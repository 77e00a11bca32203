"""What the start page lists to be checked first."""

from __future__ import annotations

from dataclasses import replace

from tests.texts import parsed

from policydiff.alignment import align
from policydiff.check import Check
from policydiff.comparison import compare
from policydiff.gravity import POWERS
from policydiff.library import Pair
from policydiff.library.describe import describe
from policydiff.library.superiors import Found, Superior
from policydiff.model import Finding
from policydiff.presentation import table
from policydiff.presentation.together import Together
from policydiff.report.check import render
from policydiff.site import card, files, head, start_files
from policydiff.site.pages import Compared
from policydiff.site.render import comparison_page
from policydiff.site.start import Card
from policydiff.site.to_check import FEW, MOST_HERE, FindingKind, at_once, here, kinds, to_check
from policydiff.sitemap import Part
from policydiff.wording import to_check_by_kind


def test_rules_come_before_quotations_and_a_rule_that_was_seen_behind_those_that_were_not(
    local_compared: Compared,
) -> None:
    again = replace(local_compared, name="again")
    quoting = replace(local_compared, name="quoting", pair=replace(local_compared.pair, relation="quotes"))
    shown = to_check(kind for one in (quoting, local_compared, again) for kind in kinds(one))
    assert {kind.page for kind in shown[-5:]} == {quoting.page}
    assert [kind.rule for kind in shown[:4]] == ["duty-weakened", "number", "duty-weakened", "number"]
    assert len({(kind.rule, kind.page) for kind in shown}) == 15


def test_what_a_rule_found_in_a_document_stands_together_and_sure_pairs_come_first(local_compared: Compared) -> None:
    def found(words: str) -> Finding:
        return Finding(type="number", base=words, target="", message="请核对", rule="number")

    comparison = local_compared.table.comparison
    first, second, third, *others = (replace(row, findings=()) for row in comparison.rows)
    rows = (
        replace(first, link=first.link._replace(basis="doubtful"), findings=(found("甲"),)),
        replace(second, findings=(found("乙"),)),
        replace(third, findings=(*map(found, "丙丁戊"),)),
        *others,
    )
    held = table(replace(comparison, rows=rows, findings=()))
    (kind,) = to_check(kinds(replace(local_compared, table=held)))
    assert [notice.finding.base for notice in kind.notices] == ["乙", "丙", "丁", "戊"]
    assert kind.size == 5


def test_a_finding_stands_under_the_provision_of_the_local_rule_that_holds_its_words(local_compared: Compared) -> None:
    placed = 0
    notices = [notice for kind in kinds(local_compared) for notice in kind.notices]
    for line in local_compared.table.lines:
        labels = {cell.label: "".join(edit.text for edit in cell.edits) for cell in line.target}
        for finding in line.row.findings:
            [notice] = (notice for notice in notices if notice.finding is finding)
            holding = {label for label, text in labels.items() if finding.target and finding.target in text}
            assert notice.of_base == (not labels)
            assert notice.label in (holding or labels or {cell.label for cell in line.base})
            placed += 1
    assert placed


def test_a_finding_is_listed_with_the_provisions_of_both_sides(local_compared: Compared) -> None:
    rows = local_compared.table.comparison.rows
    notices = [notice for kind in kinds(local_compared) for notice in kind.notices]
    [notice] = (notice for notice in notices if notice.finding is rows[1].findings[0])
    assert (notice.over, notice.label) == ("第二条", "一（一）")
    many = tuple(replace(row, findings=row.findings * FEW) for row in rows)
    much = replace(local_compared.table.comparison, rows=many)
    first = comparison_page(much).split('<li class="notice')[1]
    assert '第二条</span> <span class="arrow" aria-hidden="true">→</span> <span class="notice-label">一（一）' in first


def test_a_way_to_all_of_a_kind_says_how_many_its_filter_shows(local_compared: Compared) -> None:
    def found(rule: str) -> Finding:
        return Finding(type="number", base="三日", target="五日", message="", rule=rule)

    comparison = local_compared.table.comparison
    first, *others = (replace(row, findings=()) for row in comparison.rows)
    row = replace(first, findings=(*[found("number")] * 6, found("shares")))
    held = replace(local_compared, table=table(replace(comparison, rows=(row, *others), findings=())))
    assert [(kind.size, kind.filtered) for kind in kinds(held)] == [(6, 7), (1, 7)]
    row = replace(row, link=row.link._replace(basis="doubtful"))
    assert "全部“数字”提示见下（7 条）" in comparison_page(replace(comparison, rows=(row, *others), findings=()))
    alone = replace(row, findings=row.findings[:1] * 7)
    assert "全部见下" in comparison_page(replace(comparison, rows=(alone, *others)))


def test_the_page_of_a_comparison_lists_what_to_check_first_where_it_has_much(local_compared: Compared) -> None:
    few = local_compared.table.comparison
    much = replace(few, rows=tuple(replace(row, findings=row.findings * FEW) for row in few.rows))
    listed = here(table(much))
    assert sum(kind.size for kind in listed) == sum(len(row.findings) for row in much.rows) > FEW
    assert {notice.page[:1] for kind in listed for notice in kind.notices} == {"#"}
    doubts = [kind.first.doubtful for kind in listed]
    assert doubts == sorted(doubts)
    assert "请先核对" in comparison_page(much)
    assert ("条是对全文的" in comparison_page(much)) == bool(much.findings)
    whole = Finding(type="drafting", base="", target="第九条", message="", rule="numbering")
    assert "；另有 1 条是对全文的" in comparison_page(replace(much, findings=(whole,)))
    assert "请先核对" not in comparison_page(few)


def test_a_finding_on_a_chapter_leads_to_its_first_words(local_compared: Compared) -> None:
    text = "猫咖管理细则\n第一章 总则\n第一条 猫应当有窝。\n第三章 罚则\n第二条 无窝的，责令改正。\n"
    rule = parsed(text)
    made = table(compare(align(local_compared.table.base.document, rule)))
    [finding] = (one for one in made.comparison.findings if one.rule == "numbering")
    assert finding.eid == "chp_3"
    assert 'href="#target-art_2__para_1"' in comparison_page(made.comparison)
    pages = [notice.page for kind in kinds(replace(local_compared, table=made)) for notice in kind.notices]
    assert f"{local_compared.page}#target-art_2__para_1" in pages


def test_where_a_power_seems_newly_set_a_filter_shows_the_rows_in_both_languages(local_compared: Compared) -> None:
    comparison = local_compared.table.comparison
    power = Finding(type="added-duty", base="", target="", message="请核对", rule="new-penalty")
    first, *others = comparison.rows
    shown = replace(comparison, rows=(replace(first, findings=(power, power)), *others))
    held = table(shown)
    assert held.found["newly-set"] == 2
    page = comparison_page(shown)
    assert 'data-filter="find" data-name="newly-set"' in page
    assert page.count('data-tags="newly-set newly-set') == 1
    assert "新设" in page
    assert "newly set" in page
    assert 'data-name="newly-set"' not in comparison_page(comparison)
    [kind] = (kind for kind in kinds(replace(local_compared, table=held)) if kind.rule == "new-penalty")
    assert kind.newly_set


def test_what_seems_newly_set_stands_first_on_the_page_of_a_comparison_and_none_of_it_is_folded(
    local_compared: Compared,
) -> None:
    act = "使用他人的猫砂盆并且经多次劝告仍然拒绝搬离或者拒绝清扫，造成邻里不和、猫心惶惶、夜间喧哗或者其他严重后果的"
    fine = f"{act}，由街道猫务办责令限期搬离并且当面道歉、登门致歉，处五百条以上一千条以下小鱼干罚款"
    powers = [Finding(type="added-duty", base="", target=fine, message="", rule=rule) for rule in POWERS]
    grave = Finding(type="number", base="三日", target="五日", message="", rule="number")
    comparison = local_compared.table.comparison
    first, second, *others = comparison.rows
    doubtful = replace(first, link=first.link._replace(basis="doubtful"), findings=tuple(powers))
    shown = replace(comparison, rows=(doubtful, replace(second, findings=(grave,)), *others))
    listed = here(table(shown))
    assert {kind.rule for kind in listed[: len(POWERS)]} == set(POWERS)
    assert at_once(listed) >= len(POWERS) > MOST_HERE
    assert "…" in (quoted := comparison_page(shown).split("data-whole")[0].split("请先核对")[1])
    assert quoted.count("处五百条以上一千条以下小鱼干罚款</q>") >= len(POWERS)


def test_on_the_page_of_a_comparison_all_that_weighs_most_is_read_without_unfolding(local_compared: Compared) -> None:
    def found(number: int) -> Finding:
        return Finding(type="number", base=f"{number}日", target=f"{number + 1}个月", message="", rule="number")

    comparison = local_compared.table.comparison
    first, second, *others = (replace(row, findings=()) for row in comparison.rows)
    sure = replace(first, findings=tuple(map(found, range(1, 8))))
    doubtful = replace(second, link=second.link._replace(basis="doubtful"), findings=tuple(map(found, range(11, 16))))
    shown = replace(comparison, rows=(sure, doubtful, *others), findings=())
    [kind] = here(table(shown))
    assert (kind.size, len(kind.also), len(kind.others), kind.folded) == (12, 6, 3, 5)
    assert not any(one.doubtful for one in (kind.first, *kind.also))
    assert "同类另有 5 条" in comparison_page(shown)
    [kind] = kinds(replace(local_compared, table=table(shown)))
    assert (kind.also, len(kind.others), kind.folded) == ((), 3, 11)


def power(words: str, rule: str = "new-penalty") -> Finding:
    return Finding(type="added-duty", base="", target=words, message="", rule=rule)


def beside(compared: Compared, title: str, *findings: Finding) -> Compared:
    """The comparison with a superior of this title, and with nothing but these findings in its first row."""
    comparison = compared.table.comparison
    first, *others = (replace(row, findings=()) for row in comparison.rows)
    base = replace(comparison.base, title=title)
    rows = (replace(first, findings=findings), *others)
    return replace(compared, name=title, table=table(replace(comparison, base=base, rows=rows, findings=())))


def cards(*compared: Compared) -> list[tuple[Pair, Card]]:
    """What the start page shows of one rule beside all of its superiors."""
    comparisons = [(one.pair, one.table.comparison) for one in compared]
    return [(pair, card(comparisons, at, row=False)) for at, (pair, _) in enumerate(comparisons)]


def listed(*compared: Compared) -> tuple[FindingKind, ...]:
    return to_check(kind for _, one in cards(*compared) for kind in one.kinds)


def test_of_a_rule_with_several_superiors_a_power_is_told_once_and_not_where_one_of_them_has_it(
    local_compared: Compared,
) -> None:
    fine, other = power("夜间洗猫的，处五百条小鱼干罚款"), power("不铲猫砂的，吊销养猫证")
    law, province = beside(local_compared, "猫法", fine, other), beside(local_compared, "东省养猫办法", fine)
    [kind] = listed(law, province)
    assert (kind.size, kind.first.finding, kind.beside) == (1, fine, True)
    assert listed(law, beside(local_compared, "东省养猫办法")) == ()
    [alone] = listed(law)
    assert (alone.size, alone.beside) == (2, False)


def test_what_a_search_of_findings_looks_through_is_what_the_start_page_lists(local_compared: Compared) -> None:
    fine, other = power("夜间洗猫的，处五百条小鱼干罚款"), power("不铲猫砂的，吊销养猫证")
    both = (beside(local_compared, "猫法", fine, other), beside(local_compared, "东省养猫办法", fine))
    found = []
    for at, one in enumerate(both):
        of = [one, *both[:at], *both[at + 1 :]]
        part = Part(subject="comparison", pairs=tuple(each.pair for each in of), place=at)
        written = dict(files(part, (), [(each.pair, each.table.comparison) for each in of]))
        [data] = (text for path, text in written.items() if path.startswith("data/found-"))
        found.append([each.target for each in (fine, other) if each.target in data])
    assert found == [[fine.target], []]


def test_what_the_start_page_lists_and_what_it_does_not_list_again_sum_up_to_its_cards(
    local_compared: Compared,
) -> None:
    fine, other = power("夜间洗猫的，处五百条小鱼干罚款"), power("不铲猫砂的，吊销养猫证")
    both = (beside(local_compared, "猫法", fine, other), beside(local_compared, "东省养猫办法", fine))
    shown = cards(*both)
    entries = [local_compared.pair.base, local_compared.pair.target]
    heads = [head(local_compared.table.base.document), head(local_compared.table.target.document)]
    page = dict(start_files(entries, heads, shown, 1))["index.html"]
    assert "共 1 条提示" in page
    assert "共省去 2 条" in page
    assert sum(one.to_check for _, one in shown) == 1 + 2


def test_the_start_page_counts_what_a_check_of_the_rule_counts(local_compared: Compared) -> None:
    number = Finding(type="number", base="三日", target="五日", message="", rule="number")
    slip = Finding(type="drafting", base="", target="猫办", message="", rule="two-names")
    alone = Finding(type="added-duty", base="", target="夜间应当关窗", message="", rule="added-duty")
    both = (beside(local_compared, "猫法", number, slip, alone), beside(local_compared, "东省养猫办法", number, slip))
    told = Together(comparisons=[one.table.comparison for one in both]).once()
    assert sum(kind.size for kind in listed(*both)) == sum(len(one.all_findings()) for one in told) == 3
    found = Superior(rule=local_compared.table.base.document, reason="catalogue", named="")
    one = Check(
        rule=local_compared.table.target.document,
        description=describe(local_compared.table.target.document),
        found=Found(superiors=(found, found), missing=()),
        comparisons=tuple(one.table.comparison for one in both),
    )
    assert "共待核对 3 条提示：数字 2、文字 1；" in render(one, colour=False, ui="zh")


def test_a_card_counts_the_findings_as_the_filters_of_its_comparison_do(local_compared: Compared) -> None:
    [(pair, one)] = cards(local_compared)
    entries = [pair.base, pair.target]
    heads = [head(local_compared.table.base.document), head(local_compared.table.target.document)]
    page = dict(start_files(entries, heads, [(pair, one)], 1))["index.html"]
    assert one.found == local_compared.table.found
    assert to_check_by_kind(one.found, "zh") in page.replace("\u00a0", " ")


def test_a_licence_is_told_although_another_superior_is_silent_on_it(local_compared: Compared) -> None:
    licence = power("养猫应当取得养猫许可证", "new-licence")
    [kind] = listed(beside(local_compared, "猫法", licence), beside(local_compared, "东省养猫办法"))
    assert kind.base_title == "猫法"


def test_all_kinds_of_powers_stand_before_the_rest_and_a_translation_behind_all_rules(local_compared: Compared) -> None:
    findings = [power(f"处{rule}罚款", rule) for rule in POWERS]
    number = Finding(type="number", base="三日", target="五日", message="", rule="number")
    lost = replace(number, rule="prohibition")
    rule = beside(local_compared, "猫法", number, *reversed(findings))
    translation = beside(local_compared, "译文", lost)
    translation = replace(translation, pair=replace(translation.pair, relation="translates"))
    shown = to_check([*kinds(translation), *kinds(rule)])
    assert [kind.rule for kind in shown] == [*POWERS, "number", "prohibition"]
