"""`policydiff remove`: what is said of what was done, the next build, and mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.calls import Run, one_line


def test_it_says_where_everything_is_now_and_what_comes_next(run: Run, library: Path) -> None:
    run("decide", "central", "local", "confirm", "第一条")
    done = run("--ui", "zh", "remove", "central")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "central",
        "  文件移到 removed/central.txt。",
        "  目录中关于它的内容移到 removed/corpus.toml；移回原处，即恢复原样。",
        "  local 原来与它对照，现在不再对照，其 implements、translates、quotes 中已不写它的编号。",
        "  关于它的 1 条审核意见留在 decisions.toml 中；同一编号的文件放回后，文字未变的仍然适用。",
        "",
    ]
    assert done.stderr == "已移出文件库。接下来：policydiff build\n"


def test_the_next_build_has_neither_its_pages_nor_its_provisions(run: Run, library: Path) -> None:
    run("build")
    assert '"local"' in run("search", "胡须", "--format", "json").stdout
    assert list((library / "site").rglob("*local*"))
    assert run("remove", "local").exit_code == 0
    built = run("build")
    assert (built.exit_code, "1 document," in built.stderr) == (0, True)
    assert not list((library / "site").rglob("*local*"))
    assert '"local"' not in run("search", "胡须", "--format", "json").stdout


def test_a_decision_on_it_holds_again_once_it_is_back(run: Run, library: Path) -> None:
    run("decide", "central", "local", "confirm", "第一条")
    catalogue = library / "corpus/corpus.toml"
    before = catalogue.read_text(encoding="utf-8")
    run("remove", "local")
    assert "local is not in the library" in run("build").stderr
    (library / "removed/local.txt").rename(library / "corpus/local.txt")
    catalogue.write_text(before, encoding="utf-8")
    assert run("build").stderr.startswith("Built: 2 documents")


@pytest.mark.parametrize(
    ("ui", "said"), [("en", "no document 'loca' in the library. Did you mean local?"), ("zh", "是不是 local？")]
)
def test_an_unknown_id_is_one_line_and_nothing_is_taken_out(run: Run, library: Path, ui: str, said: str) -> None:
    assert said in one_line(run("--ui", ui, "remove", "central", "loca"))
    assert run("list").stdout.count("\n") == 2


def test_of_several_documents_each_is_told(run: Run, library: Path) -> None:
    done = run("remove", "central", "local")
    assert [line for line in done.stdout.splitlines() if line and line[0] != " "] == ["central", "local"]
    assert run("list").stdout == ""
