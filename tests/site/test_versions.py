"""Every version of an article side by side, before it is HTML."""

from __future__ import annotations

from dataclasses import replace

from policydiff.model import Edit, Op, Row, Status
from policydiff.presentation import table
from policydiff.site import versions
from policydiff.site.pages import Compared


def test_articles_follow_one_another_in_reading_order(local_compared: Compared) -> None:
    articles = list(versions.articles(local_compared.table.base, [local_compared]))
    assert [(article.before, article.eid, article.after) for article in articles] == [
        ("", "art_1", "art_2"),
        ("art_1", "art_2", "art_3"),
        ("art_2", "art_3", "art_4"),
        ("art_3", "art_4", "art_5"),
        ("art_4", "art_5", ""),
    ]
    leaves = [leaf.provision.eid for article in articles for leaf in article.leaves]
    assert leaves == [leaf.eid for leaf in local_compared.table.base.leaves]


def test_a_leaf_has_its_translation_apart_from_its_local_versions(
    local_compared: Compared, english_compared: Compared
) -> None:
    _, second, *_ = versions.articles(local_compared.table.base, [local_compared, english_compared])
    (translation,) = second.leaves[0].translations
    assert [cell.label for cell in translation.cells] == ["Article 2"]
    (version,) = second.leaves[0].versions
    assert version.line.row.status == "changed"
    assert "".join(edit.text for edit in version.edits if edit.op == "delete") == "应当30县级以上"


def test_a_provision_merged_with_others_says_with_which_and_what_is_gone_of_it(local_compared: Compared) -> None:
    _, _, third, *_ = versions.articles(local_compared.table.base, [local_compared])
    (merged,) = third.leaves[1].versions
    assert merged.others == ("第三条", "第三条第（三）项")
    assert [edit.op for edit in merged.edits] == ["keep"]
    (omitted,) = third.leaves[2].versions
    assert (omitted.line.row.status, omitted.cells, omitted.others) == ("omitted", (), ())


def test_of_merged_provisions_each_shows_the_words_that_it_alone_has_lost(local_compared: Compared) -> None:
    comparison = local_compared.table.comparison
    row = comparison.rows[3]
    edits: list[Edit] = []
    for eid in row.link.base:  # of each leaf the first two characters are gone
        text = local_compared.table.base.text(eid)
        edits += [Edit(op="delete", text=text[:2]), Edit(op="keep", text=text[2:])]
    rows = (*comparison.rows[:3], replace(row, status="changed", edits=tuple(edits)), *comparison.rows[4:])
    one = replace(local_compared, table=table(replace(comparison, rows=rows)))
    _, _, third, *_ = versions.articles(one.table.base, [one])
    for leaf in (third.leaves[0], third.leaves[1], third.leaves[3]):
        (version,) = leaf.versions
        assert [edit.text for edit in version.edits if edit.op == "delete"] == [leaf.provision.text[:2]]
        kept = "".join(edit.text for edit in version.edits if edit.op == "keep")
        assert kept == "".join(edit.text for edit in edits if edit.op == "keep")


def test_what_differs_in_form_alone_is_printed_once(local_compared: Compared) -> None:
    def version(status: Status, *edits: tuple[Op, str]) -> str:
        comparison = local_compared.table.comparison
        redline = tuple(Edit(op=op, text=text) for op, text in edits)
        row = Row(link=comparison.rows[0].link, status=status, edits=redline)
        one = replace(local_compared, table=table(replace(comparison, rows=(row,))))
        first, *_ = versions.articles(one.table.base, [one])
        return " ".join(f"{edit.op[0]}:{edit.text}" for edit in first.leaves[0].versions[0].edits)

    in_form: list[tuple[Op, str]] = [("keep", "胡须"), ("delete", "（"), ("insert", "("), ("keep", "须")]
    assert version("unchanged", *in_form, ("delete", "。")) == "k:胡须 i:( k:须"
    assert version("changed", *in_form, ("delete", "应当"), ("insert", "可以")) == "k:胡须(须 d:应当 i:可以"


def test_a_text_that_quotes_the_rule_and_not_this_leaf_has_no_column(local_compared: Compared) -> None:
    quoting = replace(local_compared, pair=replace(local_compared.pair, relation="quotes"))
    _, _, third, *_ = versions.articles(local_compared.table.base, [local_compared, quoting])
    leaf = third.leaves[2]
    assert [version.compared.lack for version in leaf.versions] == ["omitted"]
    assert [one.lack for one in leaf.silent] == ["unquoted"]
