"""`policydiff build`, and `search` in what was built."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.cli.calls import Run


def test_build_then_search(run: Run, library: Path) -> None:
    result = run("build")
    assert result.exit_code == 0
    assert result.stdout == f"{Path('site/index.html')}\n"
    assert result.stderr.startswith("Built: 2 documents, 5 provisions, 1 comparison, ")
    assert run("build").stderr == "Nothing has changed; all is up to date.\n"

    result = run("search", "通报")
    assert result.exit_code == 0
    assert "第三条  胡须管理办法  central\n" in result.stdout
    assert "«通报»" in result.stdout
    assert result.stderr == "1 of 1 shown.\n"
    assert run("search", "鲸鱼").stderr.startswith("Nothing found: 鲸鱼 stands nowhere that was searched.")
    assert run("search", "胡需管理").stderr.endswith("Did you mean: 胡须管理?\n")
    for wordless in ('"', "(((("):
        assert run("search", wordless).stderr == "Nothing found: the query holds no word. Name words or a provision.\n"

    made = json.loads(run("search", "食堂", "--kind", "local", "--format", "json").stdout)
    assert made["schema"] == "policydiff.search/1"
    assert [hit["document"] for hit in made["hits"]] == ["local"]
    assert json.loads(run("search", "食堂", "--limit", "1", "--format", "json").stdout)["total"] == 2


def test_that_the_library_has_changed_since_it_was_built_is_said_until_it_is_built_again(
    run: Run, library: Path
) -> None:
    run("build")
    now = (library / "indexes/manifest.json").stat().st_mtime
    assert "Note:" not in run("search", "通报").stderr
    for file in ("corpus/central.txt", "corpus/corpus.toml"):
        os.utime(library / file, (now + 5, now + 5))
        for asked in (["search", "通报"], ["search", "--findings"]):
            assert run(*asked).stderr.startswith("Note: the library has changed since it was built"), file
        run("build")
        now = now + 10
        os.utime(library / "indexes/manifest.json", (now, now))
    assert "Note:" not in run("search", "通报").stderr


def test_a_build_that_finds_nothing_to_do_says_that_all_is_up_to_date(run: Run, library: Path) -> None:
    run("build")
    (library / "corpus/central.txt").touch()
    run("build")
    assert "Note:" not in run("search", "通报").stderr


def test_what_the_comparisons_found_is_searched_and_listed_by_kind(run: Run, library: Path) -> None:
    run("build")
    every = run("search", "--findings")
    assert every.exit_code == 0
    assert " ↔ 胡须管理办法" in every.stdout
    total = int(every.stderr.split(" of ")[1].split()[0])
    made = json.loads(run("search", "--findings", "--format", "json").stdout)
    assert (made["schema"], made["total"]) == ("policydiff.findings/1", total)
    kind, words = made["hits"][0]["type"], made["hits"][0]["base"] or made["hits"][0]["target"]
    some = json.loads(run("search", "--findings", f"“{words}”", "--type", kind, "--format", "json").stdout)
    assert made["hits"][0]["page"] in [hit["page"] for hit in some["hits"]]
    assert "«" in run("search", "--findings", f"“{words}”").stdout
    assert run("search", "--findings", "鲸鱼").stderr.startswith("Nothing found. ")


def test_a_kind_of_finding_goes_with_findings_alone(run: Run, library: Path) -> None:
    result = run("search", "胡须", "--type", "number")
    assert result.exit_code == 2
    assert "--findings" in result.stderr


def test_that_no_document_has_a_provision_is_said_only_where_it_is_so(run: Run, library: Path) -> None:
    run("build")
    for asked in (["第九十九条"], ["Article", "99(2)"], ["art_99"], ["local", "第九十九条"], ["胡须管理办法art_99"]):
        assert run("search", *asked).stderr.startswith("Nothing found: there is no such provision. "), asked
    for asked in (["第一条", "鲸鱼"], ["第一条", "--kind", "commentary"], ["第三条", "--lang", "en"], ["鲸鱼"]):
        said = run("search", *asked).stderr
        assert said.startswith("Nothing found: "), asked
        assert "there is no such provision" not in said, asked


def test_a_large_library_is_told_of_the_faster_engine_and_finds_the_same_with_it(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tantivy", reason="the extra `fast` is not installed")
    assert "tantivy" not in run("build").stderr
    before = run("search", "通报").stdout
    catalogue = library / "corpus/corpus.toml"
    catalogue.write_text("# \n" + catalogue.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("policydiff.search.LARGE", 4)
    assert '-m pip install "tantivy' in run("build").stderr
    catalogue.write_text('[library]\nengine = "tantivy"\n' + catalogue.read_text(encoding="utf-8"), encoding="utf-8")
    assert "pip install" not in run("build").stderr
    assert "tantivy" in next((library / "indexes").rglob("search.json")).read_text(encoding="utf-8")
    assert run("search", "通报").stdout == before


def test_a_build_that_leaves_out_a_document_says_which_and_is_2(run: Run, library: Path) -> None:
    (library / "corpus/local.txt").write_bytes(b"")
    for _ in range(2):
        result = run("build")
        assert result.exit_code == 2
        assert "policydiff: document local is left out: " in result.stderr
        assert "Traceback" not in result.stderr


def test_a_build_that_fails_on_every_comparison_is_one_line_and_70(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build").exit_code == 0
    local = library / "corpus/local.txt"
    local.write_text(local.read_text(encoding="utf-8").replace("胡须", "须发"), encoding="utf-8")

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("policydiff.alignment.align", fail)
    result = run("build", "--ui", "zh")
    assert (result.exit_code, result.stdout) == (70, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("policydiff: site：1 组对照全部未能生成，站点保持原样；下次生成时会重试。")


def test_the_site_opens_in_the_language_that_the_build_was_asked_for_and_else_in_the_readers(
    run: Run, library: Path
) -> None:
    script = library / "site/static/opens-in.js"
    page = library / "site/index.html"
    run("build")
    assert script.read_text(encoding="utf-8") == ""
    before = page.read_bytes()
    assert "已建成" in run("--ui", "zh", "build").stderr
    assert 'madeIn = "zh"' in script.read_text(encoding="utf-8")
    assert "没有变化" in run("build", "--ui", "zh").stderr
    assert page.read_bytes() == before
    run("build", "--ui", "en")
    assert 'madeIn = "en"' in script.read_text(encoding="utf-8")


def test_a_rule_that_is_compared_with_nothing_and_names_what_is_held_is_a_line_of_build_list_and_add(
    run: Run, library: Path
) -> None:
    catalogue = library / "corpus/corpus.toml"
    said = catalogue.read_text(encoding="utf-8").replace('implements = ["central"]\n', "")
    catalogue.write_text(said, encoding="utf-8")
    local = library / "corpus/local.txt"
    local.write_text("某街道胡须细则\n\n第一条 根据《胡须的管理办法》，制定本细则。\n", encoding="utf-8")
    (library / "other.txt").write_text("剪刀办法\n\n第一条 剪刀应当锋利。\n", encoding="utf-8")
    for arguments in (["build"], ["build"], ["list"], ["add", "other.txt"]):
        result = run(*arguments)
        assert result.exit_code == 0
        [line] = [line for line in result.stderr.splitlines() if line.startswith("Note: ")]
        assert line.startswith("Note: local: its text rests on 《胡须的管理办法》")
        assert line.endswith('implements = ["central"]')
    assert "注意：local：正文以《胡须的管理办法》为依据" in run("--ui", "zh", "list").stderr
    local.write_text("某街道胡须细则\n\n第一条 根据《胡须的\x1b管理办法》，制定本细则。\n", encoding="utf-8")
    assert "\x1b" not in run("list").stderr


def test_a_build_that_is_stopped_says_what_stands_and_how_to_go_on(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build")
    before = {path: path.read_bytes() for path in (library / "site").rglob("*") if path.is_file()}
    with (library / "corpus/local.txt").open("a", encoding="utf-8") as file:
        file.write("\n第三条 设立胡须节。\n")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("policydiff.build.building.put_in_place", stop)
    for ui, said in (("en", "Stopped. What was built before is as it was"), ("zh", "已中止。以前生成的内容没有变化")):
        result = run("--ui", ui, "build")
        assert (result.exit_code, result.stdout) == (130, "")
        assert result.stderr.startswith(said)
        assert result.stderr.rstrip().endswith("policydiff build")
    assert {path: path.read_bytes() for path in (library / "site").rglob("*") if path.is_file()} == before
    monkeypatch.undo()
    assert run("build").exit_code == 0
