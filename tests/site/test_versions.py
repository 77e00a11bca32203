"""Every version of an article side by side, before it is HTML."""

from __future__ import annotations

from policydiff.site import versions
from policydiff.site.pages import Compared


def test_articles_follow_one_another_in_reading_order(local_compared: Compared) -> None:
    units = list(versions.units(local_compared.table.base, [local_compared]))
    assert [(unit.before, unit.eid, unit.after) for unit in units] == [
        ("", "art_1", "art_2"),
        ("art_1", "art_2", "art_3"),
        ("art_2", "art_3", "art_4"),
        ("art_3", "art_4", "art_5"),
        ("art_4", "art_5", ""),
    ]
    leaves = [leaf.provision.eid for unit in units for leaf in unit.leaves]
    assert leaves == [leaf.eid for leaf in local_compared.table.base.leaves]


def test_a_leaf_has_its_translation_apart_from_its_local_versions(
    local_compared: Compared, english_compared: Compared
) -> None:
    _, second, *_ = versions.units(local_compared.table.base, [local_compared, english_compared])
    (translation,) = second.leaves[0].translations
    assert [cell.label for cell in translation.cells] == ["Article 2"]
    (version,) = second.leaves[0].versions
    assert version.line.row.status == "changed"
    assert "".join(edit.text for edit in version.edits if edit.op == "delete") == "应当30县级以上"


def test_a_provision_merged_with_others_says_with_which(local_compared: Compared) -> None:
    _, _, third, *_ = versions.units(local_compared.table.base, [local_compared])
    (merged,) = third.leaves[1].versions
    assert (merged.edits, merged.others) == ((), ("第三条", "第三条第（三）项"))
    (omitted,) = third.leaves[2].versions
    assert (omitted.line.row.status, omitted.cells, omitted.others) == ("omitted", (), ())
