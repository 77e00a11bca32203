"""The command line is an interface: exit codes, what goes to stdout and to stderr, one line for a mistake."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.ingest import words

from policydiff import __version__
from policydiff.cli import main

CENTRAL = "胡须管理办法\n\n第一条 蓄须者应当每月修剪一次。\n\n第二条 禁止在食堂梳须。\n\n第三条 违反的，予以通报。\n"
LOCAL = "某街道胡须管理细则\n\n第一条 蓄须者可以每月修剪一次。\n\n第二条 禁止在食堂梳须。\n"
ENGLISH = "Beard Measures\n\nArticle 1 Beards shall be trimmed once a month.\n\nArticle 2 No combing in canteens.\n\n"
CATALOGUE = """
[[document]]
id = "central"
file = "central.txt"
language = "zh"
kind = "central"
title = "胡须管理办法"

[[document]]
id = "local"
file = "local.txt"
language = "zh"
kind = "local"
implements = ["central"]
"""

Run = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two rules in it, which is the current one."""
    (tmp_path / "a.txt").write_text(CENTRAL, encoding="utf-8")
    (tmp_path / "b.txt").write_text(LOCAL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def library(here: Path) -> Path:
    """A library in the current folder."""
    corpus = here / "corpus"
    corpus.mkdir()
    (here / "a.txt").rename(corpus / "central.txt")
    (here / "b.txt").rename(corpus / "local.txt")
    (corpus / "corpus.toml").write_text(CATALOGUE, encoding="utf-8")
    return here


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return run


def command(*arguments: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """policydiff as a user runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "policydiff", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=os.environ | env,
        timeout=60,
    )


def one_line(result: Result) -> str:
    """What a mistake of the user is: exit code 2, nothing on stdout, one line on stderr, no traceback."""
    assert result.exit_code == 2
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("policydiff: ")
    return line


# ---------------------------------------------------------------------------------------------- help


def test_help_is_quick_and_ends_in_an_example() -> None:
    command("--help")
    quickest = min(_seconds(lambda: command("--help")) for _ in range(3))
    assert quickest < 0.5  # on a busy machine; 0.07 s on an idle one


def _seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def test_help_loads_click_and_of_this_program_the_command_line_alone() -> None:
    code = (
        "import sys; from policydiff.cli import main; main(['--help'], standalone_mode=False);"
        "heavy = ('jieba', 'numpy', 'lxml', 'whoosh', 'jinja2', 'rapidfuzz', 'markdown_it');"
        "print([m for m in heavy if m in sys.modules]);"
        "print({m.split('.')[1] for m in sys.modules if m.startswith('policydiff.')} - {'cli', 'errors', 'model'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\nset()\n")


@pytest.mark.parametrize("name", [None, *sorted(main.commands)])
def test_every_help_ends_in_an_example_that_starts_with_the_command(run: Run, name: str | None) -> None:
    shown = run(*([name] if name else []), "--help")
    assert shown.exit_code == 0
    examples = shown.stdout.rstrip().split("Example")[-1].splitlines()[1:]
    assert examples
    assert all(line.strip().startswith("policydiff ") and (name or "") in line for line in examples)


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").stdout == f"policydiff, version {__version__}\n"


# ------------------------------------------------------------------------------------------- compare


def test_two_files_are_compared(run: Run, here: Path) -> None:
    result = run("compare", "a.txt", "b.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "[-应当-]{+可以+}" in result.stdout
    assert "− omitted  第三条" in result.stdout


def test_the_interface_speaks_the_language_asked_for_and_else_the_locales(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "− 遗漏  第三条" in run("--ui", "zh", "compare", "a.txt", "b.txt").stdout
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "− 遗漏  第三条" in run("compare", "a.txt", "b.txt").stdout
    assert "− omitted  第三条" in run("--ui", "en", "compare", "a.txt", "b.txt").stdout


def test_the_language_may_stand_after_the_command_and_then_it_wins(run: Run, here: Path) -> None:
    assert "− 遗漏  第三条" in run("compare", "a.txt", "b.txt", "--ui", "zh").stdout
    assert "− omitted  第三条" in run("--ui", "zh", "compare", "--ui", "en", "a.txt", "b.txt").stdout
    for name in ("show", "parse"):
        asked_after, asked_before = run(name, "a.txt", "--ui", "zh"), run("--ui", "zh", name, "a.txt")
        assert asked_after.exit_code == 0
        assert asked_after.stdout == asked_before.stdout != run(name, "a.txt").stdout


def test_the_language_may_stand_after_the_commands_of_a_library(run: Run, library: Path) -> None:
    assert run("build", "--ui", "zh").stderr.startswith("已建成：")
    assert run("list", "--ui", "zh").stdout == run("--ui", "zh", "list").stdout != run("list").stdout
    assert run("search", "通报", "--ui", "zh").stderr == "共 1 条，列出 1 条。\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_takes_the_language_and_no_other_than_there_is(run: Run, name: str) -> None:
    assert "--ui [zh|en]" in run(name, "--help").stdout
    assert run(name, "--ui", "fr").exit_code == 2


def test_json_goes_to_stdout_and_names_its_schema(run: Run, here: Path) -> None:
    result = run("compare", "a.txt", "b.txt", "--format", "json")
    made = json.loads(result.stdout)
    assert made["schema"] == "policydiff.comparison/1"
    assert made["base"]["id"] == "a.txt"
    assert [row["status"] for row in made["rows"]] == ["changed", "unchanged", "omitted"]
    assert made["summary"] == {"unchanged": 1, "changed": 1, "omitted": 1, "added": 0}


@pytest.mark.parametrize(("name", "opens"), [("c.json", "{"), ("c.html", "<!doctype html>"), ("c.txt", "base")])
def test_the_ending_of_the_file_names_the_format(run: Run, here: Path, name: str, opens: str) -> None:
    result = run("--colour", "always", "compare", "a.txt", "b.txt", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    written = (here / name).read_text(encoding="utf-8")
    assert written.lower().startswith(opens)
    assert "\x1b" not in written
    assert sorted(p.name for p in here.iterdir()) == ["a.txt", "b.txt", name]


def test_a_page_that_was_written_is_not_taken_for_a_text(run: Run, here: Path) -> None:
    run("compare", "a.txt", "b.txt", "-o", "c.html")
    assert "c.html: a page that policydiff has made" in one_line(run("parse", "c.html"))
    other = (here / "c.html").read_text(encoding="utf-8").replace('"generator" content="policydiff"', "")
    (here / "c.html").write_text(other, encoding="utf-8")
    assert run("parse", "c.html").exit_code == 0, "nothing but what the page says of itself is why"


def test_the_format_that_is_asked_for_wins_over_the_ending(run: Run, here: Path) -> None:
    run("compare", "a.txt", "b.txt", "-o", "c.html", "--format", "json")
    assert json.loads((here / "c.html").read_text(encoding="utf-8"))["schema"]


def test_a_file_that_cannot_be_written_is_one_line(run: Run, here: Path) -> None:
    assert "none/c.json: cannot be written" in one_line(run("compare", "a.txt", "b.txt", "-o", "none/c.json"))


def test_a_name_as_long_as_a_file_system_takes_can_be_written_and_a_longer_one_is_one_line(
    run: Run, here: Path
) -> None:
    longest = "c" * 250 + ".html"
    assert run("compare", "a.txt", "b.txt", "-o", longest).exit_code == 0
    assert sorted(p.name for p in here.iterdir()) == ["a.txt", "b.txt", longest]
    assert "cannot be written (File name too long)" in one_line(run("compare", "a.txt", "b.txt", "-o", f"c{longest}"))
    assert "cannot be written" in one_line(run("compare", "a.txt", "b.txt", "-o", ""))
    assert sorted(p.name for p in here.iterdir()) == ["a.txt", "b.txt", longest]


def test_a_clean_up_that_is_refused_too_is_still_one_line(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    assert "c.html: cannot be written (Permission denied)" in one_line(run("compare", "a.txt", "b.txt", "-o", "c.html"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_written_to_and_not_replaced(run: Run, here: Path) -> None:
    os.mkfifo(here / "pipe")
    taken: list[str] = []
    reader = threading.Thread(target=lambda: taken.append((here / "pipe").read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert run("compare", "a.txt", "b.txt", "-o", "pipe").exit_code == 0
    reader.join(10)
    assert (here / "pipe").is_fifo()
    assert taken[0].startswith("base")


@pytest.mark.parametrize("ending", [".pdf", ".doc", ".csv", ".htlm"])
def test_an_ending_that_names_no_format_is_a_mistake_that_names_those_there_are(
    run: Run, here: Path, ending: str
) -> None:
    result = run("compare", "a.txt", "b.txt", "-o", f"c{ending}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{ending} files cannot be written" in result.stderr
    assert ".docx .htm .html .json .markdown .md .txt .xlsx" in result.stderr
    assert not (here / f"c{ending}").exists()
    assert run("compare", "a.txt", "b.txt", "-o", f"c{ending}", "--format", "text").exit_code == 0


@pytest.mark.parametrize("name", ["c", "c.txt", "c.TXT"])
def test_a_file_without_an_ending_or_with_that_of_a_text_is_a_text(run: Run, here: Path, name: str) -> None:
    assert run("compare", "a.txt", "b.txt", "-o", name).exit_code == 0
    assert (here / name).read_text(encoding="utf-8").startswith("base")


def test_with_exit_code_a_difference_is_1_and_none_is_0(run: Run, here: Path) -> None:
    assert run("compare", "a.txt", "b.txt", "--exit-code").exit_code == 1
    assert run("compare", "a.txt", "a.txt", "--exit-code").exit_code == 0
    assert run("compare", "a.txt", "b.txt").exit_code == 0


def test_a_half_of_a_file_in_two_languages_can_be_asked_for(run: Run, here: Path) -> None:
    (here / "both.txt").write_text(ENGLISH + CENTRAL, encoding="utf-8")
    made = run("compare", "both.txt", "both.txt", "--base-lang", "zh", "--target-lang", "en", "--format", "json")
    sides = json.loads(made.stdout)
    assert (sides["base"]["lang"], sides["target"]["lang"]) == ("zh", "en")
    assert sides["target"]["provisions"][0]["label"] == "Article 1"


def test_ids_of_the_library_are_compared(run: Run, library: Path) -> None:
    made = json.loads(run("compare", "central", "local", "--format", "json").stdout)
    assert (made["base"]["id"], made["target"]["id"]) == ("central", "local")
    assert made["base"]["title"] == "胡须管理办法"


def test_a_library_elsewhere_is_named_with_an_option(
    run: Run, library: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run("--library", str(library), "compare", "central", "local").exit_code == 0


def test_of_an_id_and_a_file_of_one_name_the_id_wins_and_is_said(run: Run, library: Path) -> None:
    (library / "local").write_text(CENTRAL, encoding="utf-8")
    result = run("compare", "central", "local", "--format", "json")
    assert json.loads(result.stdout)["target"]["id"] == "local"
    assert json.loads(result.stdout)["summary"]["changed"] == 1
    assert result.stderr == "local: taken as the document of that id; for the file, write ./local\n"
    result = run("compare", "central", "./local", "--format", "json")
    assert json.loads(result.stdout)["summary"]["changed"] == 0
    assert result.stderr == ""


def test_a_bare_name_is_a_file_where_no_library_is(run: Run, here: Path) -> None:
    (here / "a.txt").rename(here / "a")
    (here / "b.txt").rename(here / "b")
    assert run("compare", "a", "b").exit_code == 0


# --------------------------------------------------------------------------------------- bad input


def test_mistakes_in_naming_a_document_are_one_line_each(run: Run, here: Path) -> None:
    assert "none.txt: there is no such file" in one_line(run("compare", "a.txt", "none.txt"))
    assert "none: there is no such file, and no library in" in one_line(run("compare", "a.txt", "none"))
    assert "a folder" in one_line(run("compare", "a.txt", "./"))


def test_a_name_that_no_file_can_have_is_one_line(run: Run, here: Path) -> None:
    long = "a" * 300
    assert "cannot be opened (File name too long)" in one_line(run("parse", f"{long}.txt"))
    assert "there is no such file, and no library" in one_line(run("compare", "a.txt", long))
    assert "cannot be looked into (File name too long)" in one_line(run("--library", long, "list"))
    assert "there is no such file, and no library" in one_line(run("--library", long, "compare", "a.txt", "x"))


def test_a_long_name_beside_a_library_is_an_unknown_id(run: Run, library: Path) -> None:
    assert "no document" in one_line(run("show", "a" * 300))


def test_an_unknown_id_is_one_line_that_offers_the_near_one(run: Run, library: Path) -> None:
    assert "Did you mean central" in one_line(run("compare", "centrel", "local"))
    assert "Did you mean central" in one_line(run("show", "centrel"))
    assert "Did you mean central" in one_line(run("search", "通报", "--doc", "centrel"))


@pytest.mark.parametrize("data", [b"", b"\0\1", b"\xff\xff\xff", b"12 34", "没有条文的一句话".encode()])
def test_a_file_without_provisions_is_one_line_that_names_it(run: Run, here: Path, data: bytes) -> None:
    (here / "bad.txt").write_bytes(data)
    result = run("compare", "a.txt", "bad.txt")
    if data.startswith("没".encode()) and result.exit_code == 0:
        pytest.skip("a single sentence is taken as a provision")
    assert "bad.txt" in one_line(result)


def test_a_broken_catalogue_is_one_line(run: Run, library: Path) -> None:
    (library / "corpus/corpus.toml").write_text("[[document]\n", encoding="utf-8")
    for arguments in (["build"], ["list"], ["search", "通报"], ["compare", "central", "local"]):
        assert "corpus.toml" in one_line(run(*arguments))


def test_no_library_no_index_and_no_site_are_one_line_each(run: Run, library: Path) -> None:
    assert "nowhere" in one_line(run("--library", "nowhere", "build"))
    assert "policydiff build" in one_line(run("search", "通报"))
    assert "policydiff build" in one_line(run("serve"))


def test_a_mistaken_option_is_2_and_shows_the_usage(run: Run, here: Path) -> None:
    for arguments in (["compare", "a.txt"], ["compare", "--format", "xml", "a", "b"], ["frobnicate"], ["--nope"]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Usage:" in result.stderr


def test_a_file_name_cannot_steer_the_terminal(run: Run, here: Path) -> None:
    assert "\\x1b[2J" in one_line(run("compare", "a.txt", "\x1b[2J.txt"))


def test_a_text_cannot_steer_the_terminal_nor_become_markup(run: Run, here: Path) -> None:
    (here / "b.txt").write_text(LOCAL + "\n第三条 \x1b[2J<script>alert(1)</script>\u202e。\n", encoding="utf-8")
    for arguments in (["compare", "a.txt", "b.txt"], ["show", "b.txt"], ["parse", "b.txt"]):
        shown = run(*arguments).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
    assert "<script>alert(1)" not in run("compare", "a.txt", "b.txt", "--format", "html").stdout


# ------------------------------------------------------------------------------ show, parse and list


@pytest.mark.parametrize("citation", ["第二条", "第2条", "Article 2", "art_2"])
def test_a_provision_is_shown_however_it_is_cited(run: Run, here: Path, citation: str) -> None:
    assert run("show", "a.txt", citation).stdout.splitlines()[2:] == ["第二条", "  禁止在食堂梳须。"]


def test_without_a_citation_the_whole_document_is_shown(run: Run, library: Path) -> None:
    shown = run("show", "central").stdout
    assert shown.startswith("胡须管理办法  (Chinese)\n")
    assert [line for line in shown.splitlines() if line.startswith("第")] == ["第一条", "第二条", "第三条"]


def test_a_citation_of_nothing_is_one_line_that_says_what_there_is(run: Run, here: Path) -> None:
    assert "from 第一条 to 第三条" in one_line(run("show", "a.txt", "第九条"))
    assert "no such provision" in one_line(run("show", "a.txt", "nonsense"))


def test_parse_shows_the_provisions_and_what_is_left_out_of_them(run: Run, here: Path) -> None:
    shown = run("--ui", "zh", "parse", "a.txt").stdout
    assert "第三条\n  违反的，予以通报。" in shown
    assert "标题：胡须管理办法" in shown


def test_another_encoding_than_utf_8_is_said_and_the_result_is_the_same(run: Run, here: Path) -> None:
    (here / "old.txt").write_bytes((here / "a.txt").read_text(encoding="utf-8").encode("gb18030"))
    shown = run("parse", "old.txt")
    assert shown.stderr == "old.txt: read as GB18030.\n"
    assert run("--ui", "zh", "parse", "old.txt").stderr == "old.txt：按 GB18030 编码读取。\n"
    assert shown.stdout.splitlines()[2:] == run("parse", "a.txt").stdout.splitlines()[2:]
    assert json.loads(run("parse", "old.txt", "--format", "json").stdout)["encoding"] == "GB18030"


def test_parse_as_json_names_its_schema(run: Run, here: Path) -> None:
    made = json.loads(run("parse", "a.txt", "--format", "json").stdout)
    assert made["schema"] == "policydiff.document/1"
    assert [p["eid"] for p in made["provisions"]] == ["art_1", "art_2", "art_3"]
    assert made["residue"][0]["text"] == "胡须管理办法"


def test_list_says_what_the_library_holds(run: Run, library: Path) -> None:
    assert run("list").stdout.splitlines() == [
        "central  central measures  Chinese  胡须管理办法",
        "local    local rule        Chinese  (implements central)",
    ]


def test_on_a_narrow_terminal_a_document_takes_lines_of_its_own(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policydiff.cli.session._columns", lambda: 36)
    assert run("list").stdout.splitlines() == [
        "central  central measures  Chinese",
        "    胡须管理办法",
        "local  local rule  Chinese",
        "    (implements central)",
    ]
    monkeypatch.setattr("policydiff.cli.session._columns", lambda: 80)
    assert len(run("list").stdout.splitlines()) == 2


def test_an_empty_library_lists_nothing(run: Run, library: Path) -> None:
    (library / "corpus/corpus.toml").write_text("", encoding="utf-8")
    assert run("list").exit_code == 0


# ------------------------------------------------------------------------------------ build and search


def test_a_large_library_is_told_of_the_faster_engine_and_finds_the_same_with_it(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("tantivy", reason="the extra `fast` is not installed")
    assert "tantivy" not in run("build").stderr
    before = run("search", "通报").stdout
    catalogue = library / "corpus/corpus.toml"
    catalogue.write_text("# \n" + catalogue.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("policydiff.search.LARGE", 4)
    assert "policydiff[fast]" in run("build").stderr
    catalogue.write_text('[library]\nengine = "tantivy"\n' + catalogue.read_text(encoding="utf-8"), encoding="utf-8")
    assert "policydiff[fast]" not in run("build").stderr
    assert "tantivy" in next((library / "indexes").rglob("search.json")).read_text(encoding="utf-8")
    assert run("search", "通报").stdout == before


def test_build_then_search(run: Run, library: Path) -> None:
    result = run("build")
    assert result.exit_code == 0
    assert result.stdout == f"{Path('site/index.html')}\n"
    assert result.stderr.startswith("Built: 2 documents, 5 provisions, 1 comparisons, ")
    assert run("build").stderr == "Nothing has changed; all is up to date.\n"

    result = run("search", "通报")
    assert result.exit_code == 0
    assert "第三条  胡须管理办法  central art_3__para_1\n" in result.stdout
    assert "«通报»" in result.stdout
    assert result.stderr == "1 of 1 shown.\n"

    made = json.loads(run("search", "食堂", "--kind", "local", "--format", "json").stdout)
    assert made["schema"] == "policydiff.search/1"
    assert [hit["document"] for hit in made["hits"]] == ["local"]
    assert json.loads(run("search", "食堂", "--limit", "1", "--format", "json").stdout)["total"] == 2


def test_a_build_that_leaves_out_a_document_says_which_and_is_2(run: Run, library: Path) -> None:
    (library / "corpus/local.txt").write_bytes(b"")
    for _ in range(2):
        result = run("build")
        assert result.exit_code == 2
        assert "policydiff: document local is left out: " in result.stderr
        assert "Traceback" not in result.stderr


# -------------------------------------------------------------------------- as a process of its own


def test_chinese_comes_out_whole_under_a_locale_that_knows_none(here: Path) -> None:
    for locale in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = command("compare", "a.txt", "b.txt", cwd=here, **locale)
        assert done.returncode == 0
        assert "[-应当-]{+可以+}" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="a pipe of the shell")
def test_a_reader_that_goes_away_is_no_failure(here: Path) -> None:
    (here / "long.txt").write_text("".join(f"第{n}条 胡须应当整洁。\n" for n in range(1, 9000)), encoding="utf-8")
    shell = f'"{sys.executable}" -m policydiff parse long.txt | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, cwd=here, timeout=60)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "0"


def test_a_mistake_in_a_process_is_2_without_a_traceback(here: Path) -> None:
    done = command("compare", "a.txt", "none.txt", cwd=here)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device", "x.txt"), "x.txt: No space left on device. "),
        (OSError("nothing known"), "nothing known. "),
        (BrokenPipeError(32, "Broken pipe"), "Broken pipe. "),
    ],
    ids=str,
)
def test_what_the_system_refuses_unforeseen_is_one_line_and_never_1(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("policydiff.parsing.parse", fail)
    assert f"policydiff: {said}" in one_line(run("compare", "a.txt", "b.txt", "--exit-code"))


def test_a_fault_of_the_program_shows_where_and_is_70(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("policydiff.parsing.parse", fail)
    result = run("compare", "a.txt", "b.txt", "--exit-code")
    assert (result.exit_code, result.stdout) == (70, "")
    assert "Traceback" in result.stderr
    assert "ZeroDivisionError: a fault" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("policydiff: this is a fault of policydiff")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_stdout_that_is_full_is_one_line_and_2(here: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "policydiff", "parse", "a.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            cwd=here,
            timeout=60,
        )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


@pytest.fixture
def served(library: Path) -> Iterator[str]:
    assert command("build", cwd=library).returncode == 0
    server = subprocess.Popen(
        [sys.executable, "-u", "-m", "policydiff", "serve", "--port", "0"],
        cwd=library,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    watchdog = threading.Timer(60, server.kill)
    watchdog.start()
    assert server.stdout
    yield server.stdout.readline().strip()
    server.send_signal(signal.SIGINT)
    _, said = server.communicate(timeout=30)
    watchdog.cancel()
    assert "Traceback" not in said
    assert server.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is another signal there")
def test_serve_shows_the_site_to_this_machine_alone(served: str) -> None:
    assert served.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(served) as page:
        assert "胡须管理办法" in page.read().decode()


def test_a_port_in_use_is_one_line(run: Run, library: Path) -> None:
    run("build")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} cannot be used" in one_line(run("serve", "--port", port))


@pytest.mark.parametrize("place", [0, 1])
def test_a_report_never_overwrites_what_is_compared(run: Run, here: Path, place: int) -> None:
    texts = [here / "a.txt", here / "b.txt"]
    before = [text.read_bytes() for text in texts]
    done = run("compare", "a.txt", "b.txt", "-o", texts[place].name)
    assert done.exit_code == 2
    assert "is one of the texts compared" in done.stderr
    assert [text.read_bytes() for text in texts] == before


# ------------------------------------------------------------------------------------ tracked changes


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A Word document with a tracked change."""
    deleted = '<w:del><w:r><w:delText xml:space="preserve">每月</w:delText></w:r></w:del>'
    changed = f"{words.r('第一条 胡须应当')}{deleted}<w:ins>{words.r('每周')}</w:ins>{words.r('修剪一次。')}"
    path = tmp_path / "draft.docx"
    path.write_bytes(words.package(words.p(changed) + words.p("第二条 略。")))
    return path


def test_tracked_changes_are_read_as_accepted_and_the_original_can_be_asked_for(run: Run, draft: Path) -> None:
    accepted, original = run("parse", str(draft)), run("parse", "--original", str(draft))
    assert "每周修剪" in accepted.stdout
    assert "每月" not in accepted.stdout
    assert "每月修剪" in original.stdout
    assert "每周" not in original.stdout


def test_a_draft_can_be_compared_with_itself_before_its_changes(run: Run, draft: Path) -> None:
    def summary(*options: str) -> Any:
        made = run("compare", str(draft), str(draft), "--format", "json", *options)
        return json.loads(made.stdout)["summary"]

    assert summary("--base-original")["changed"] == 1
    assert summary("--original")["changed"] == summary()["changed"] == 0
