"""A rule that is compared with nothing, and names what the library holds, is told with the line that is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.beards import entry

from policydiff.library import open_library
from policydiff.library.loose import Loose, loose

CENTRAL = "胡须整理管理办法\n\n第一条 蓄须者应当每月修剪一次。\n"
LOCAL = "东市胡须整理管理细则\n\n第一条 根据{}，制定本细则。\n\n第二条 蓄须者应当每月修剪一次。\n"


def found(folder: Path, ground: str, *lines: str, kind: str = "local") -> list[Loose]:
    """The loose rules of a library of a central rule and one that rests on this."""
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "central.txt").write_text(CENTRAL, encoding="utf-8")
    (corpus / "local.txt").write_text(LOCAL.format(ground), encoding="utf-8")
    said = entry("central", "central") + entry("local", kind, *lines)
    (corpus / "corpus.toml").write_text(said, encoding="utf-8")
    return list(loose(open_library(folder)))


def test_a_rule_that_names_its_ground_and_has_no_implements_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, "《胡须整理管理办法》") == [
        Loose(id="local", named="胡须整理管理办法", meant=("central",), exact=True)
    ]


def test_so_is_one_that_names_it_nearly_and_the_line_to_write_is_said(tmp_path: Path) -> None:
    [one] = found(tmp_path, "《胡须整治管理办法》")
    assert (one.meant, one.exact) == (("central",), False)
    told = one.told(open_library(tmp_path))
    assert "by a title near that" in told["en"]
    assert "名称相近的是 central" in told["zh"]
    assert all(line.endswith('implements = ["central"]') for line in told.values())


@pytest.mark.parametrize(
    ("ground", "lines", "kind"),
    [
        ("《胡须整理管理办法》", ('implements = ["central"]',), "local"),
        ("《胡须整理管理办法》", ('quotes = ["central"]',), "local"),
        ("《胡须整理管理办法》", (), "central"),
        ("《剪刀法》", (), "local"),
        ("《东市胡须整理管理细则》", (), "local"),
    ],
)
def test_what_is_compared_or_central_or_names_nothing_that_is_held_is_not(
    tmp_path: Path, ground: str, lines: tuple[str, ...], kind: str
) -> None:
    assert found(tmp_path, ground, *lines, kind=kind) == []
