"""`policydiff remove`: what is said of what was done, the next build, and mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.calls import Run, one_line

from policydiff.library import open_library


def test_it_says_where_everything_is_now_and_what_comes_next(run: Run, library: Path) -> None:
    run("decide", "central", "local", "confirm", "第一条")
    done = run("--ui", "zh", "remove", "central")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "central",
        "  文件移到 removed/central.txt。",
        "  目录中关于它的内容移到 removed/corpus.toml。",
        "  要放回，请将文件移回 corpus/central.txt，并将上述内容移回 corpus/corpus.toml。",
        "  local 原来与它对照，现在不再对照，其 implements、translates、quotes 中已不写它的编号；"
        "放回后须在其中重新写上。",
        "  关于它的 1 条审核意见留在 decisions.toml 中；同一编号的文件放回后，文字未变的仍然适用。",
        "",
    ]
    assert done.stderr == "已移出文件库。接下来：policydiff build\n"


def test_who_does_what_it_says_has_the_library_as_it_was_also_where_the_file_is_kept_under_another_name(
    run: Run, library: Path
) -> None:
    (library / "removed").mkdir()
    (library / "removed/central.txt").write_text("another rule", encoding="utf-8")
    before = open_library(library)
    said = run("remove", "central").stdout
    assert "  Its file is removed/central-2.txt now.\n" in said
    assert "move the file to corpus/central.txt, and that to corpus/corpus.toml." in said
    assert "local: no longer compared with it" in said
    (library / "removed/central-2.txt").rename(library / "corpus/central.txt")
    catalogue = library / "corpus/corpus.toml"
    rest, entry = (path.read_text(encoding="utf-8") for path in (catalogue, library / "removed/corpus.toml"))
    catalogue.write_text(f"{entry}\n{rest}", encoding="utf-8")
    assert open_library(library).pairs() == (), "until its id is written again where it is said to be out"
    again = rest.replace('kind = "local"\n', 'kind = "local"\nimplements = ["central"]\n')
    catalogue.write_text(f"{entry}\n{again}", encoding="utf-8")
    assert open_library(library) == before


def test_a_document_without_a_file_is_put_back_with_what_was_said_of_it_alone(run: Run, library: Path) -> None:
    (library / "corpus/local.txt").unlink()
    assert "To have it back, move that to corpus/corpus.toml." in run("remove", "local").stdout


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
