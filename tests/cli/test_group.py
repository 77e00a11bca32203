"""How a call ends: one line and 2 for a mistake of the user, a traceback and 70 for a fault of the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.beards import CENTRAL
from tests.cli.calls import ENGLISH, Run, command, one_line

from policydiff.cli import main
from policydiff.cli.meant import ELSEWHERE


def test_a_mistaken_option_is_2_and_shows_the_usage(run: Run, here: Path) -> None:
    for arguments in (["compare", "a.txt"], ["compare", "--format", "xml", "a", "b"], ["frobnicate"], ["--nope"]):
        result = run(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Usage:" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "chinese"),
    [
        (["compare", "", "b.txt"], "错误：缺少上位法"),
        (["compare", "a.txt", " "], "错误：缺少规定"),
        (["add", ""], "错误：缺少文件或者文件夹"),
        (["parse", ""], "错误：缺少文件"),
        (["search", ""], "错误：缺少检索内容"),
        (["compare", "a.txt", "b.txt", "-o", ""], "错误：-o 后面缺少值"),
        (["--library", "", "build"], "错误：--library 后面缺少值"),
        (["check", "a.txt", "--base", ""], "policydiff: 文件名称为空。请指定文件，或者文件库中文件的编号。"),
    ],
)
def test_a_name_without_a_word_in_it_is_missing_and_no_folder(
    run: Run, here: Path, arguments: list[str], chinese: str
) -> None:
    assert run(*arguments).exit_code == 2
    result = run("--ui", "zh", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == chinese


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["search", "x", "--limit", "0"], "write a whole number, 1 or more.", "应为不小于1的整数"),
        (["serve", "--port", "y"], "write a whole number from 0 to 65535.", "应为0至65535的整数"),
        (["report", "a.txt", "--date", "5.1.2026"], "write a day like 2026-01-05.", "应写作 2026-01-05 这样的日期"),
        (["report", "a.txt", "--date", "2026-2-30"], "there is no such day.", "没有这一天"),
        (["list", "--library", "x"], "--library stands before the command: ", "--library 应写在命令前面："),
        (["list", "--nope"], "No such option", "没有选项 --nope"),
        (["list", "--version"], "No such option '--version'", "没有选项 --version"),
        (["help"], "Did you mean '--help'?", "是不是 --help？"),
    ],
)
def test_what_was_to_be_typed_is_said_in_plain_words(
    run: Run, here: Path, arguments: list[str], english: str, chinese: str
) -> None:
    for ui, words in (("en", english), ("zh", chinese)):
        result = run("--ui", ui, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr


def test_a_document_called_by_its_title_is_told_by_its_id(run: Run, library: Path) -> None:
    for name in ("胡须管理办法", "《胡须管理办法》", "胡须"):
        assert "Did you mean central" in one_line(run("show", name)), name
    assert "Known are central" in one_line(run("show", "鲸鱼"))


def test_a_folder_in_a_library_is_told_with_the_library_that_it_is_in(run: Run, library: Path) -> None:
    assert f"--library {library}" in one_line(run("--library", "corpus", "list"))


def test_a_text_beside_itself_is_said_to_be_one(run: Run, here: Path) -> None:
    (here / "both.txt").write_text(f"{CENTRAL}\n{ENGLISH}", encoding="utf-8")
    for arguments, is_one in (
        (["a.txt", "a.txt"], True),
        (["a.txt", "b.txt"], False),
        (["both.txt", "both.txt", "--base-lang", "zh", "--target-lang", "en"], False),
    ):
        result = run("compare", *arguments)
        assert result.exit_code == 0
        assert ("Note: both sides are one and the same text" in result.stderr) == is_one, arguments
    assert "Note: both sides are one and the same text" in run("check", "a.txt", "--base", "a.txt").stderr


def test_a_broken_catalogue_is_one_line(run: Run, library: Path) -> None:
    (library / "corpus/corpus.toml").write_text("[[document]\n", encoding="utf-8")
    for arguments in (["build"], ["list"], ["search", "通报"], ["compare", "central", "local"]):
        assert "corpus.toml" in one_line(run(*arguments))


def test_no_library_no_index_and_no_site_are_one_line_each(run: Run, library: Path) -> None:
    assert "nowhere" in one_line(run("--library", "nowhere", "build"))
    assert "policydiff build" in one_line(run("search", "通报"))
    assert "policydiff build" in one_line(run("serve"))


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
    in_chinese = run("compare", "a.txt", "b.txt", "--ui", "zh")
    assert in_chinese.stderr.splitlines()[-1].startswith("policydiff: 这是 policydiff 自身的差错")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serach", "通报"], "没有命令 serach，是不是 search？"),
        (["frobnicate"], "没有命令 frobnicate"),
        (["delete", "x"], "没有命令 delete，是不是 remove？"),
        ([], "缺少命令"),
        (["list", "--nope"], "没有选项 --nope"),
        (["search", "通报", "--lang", "de"], "--lang 不对：应为其中之一：zh、en"),
        (["compare", "a", "b", "-o", "."], "-o 不对：这是文件夹，请指定文件"),
        (["compare", "a", "b", "--date", "heute"], "--date 不对：应写作 2026-01-05 这样的日期"),
        (["decide", "a", "b", "frobnicate"], "意见不对：应为其中之一：confirm、reject、pair、dismiss、note"),
        (["init", "a.txt"], "文件夹不对：这是文件，请指定文件夹"),
        (["serve", "--port", "99999"], "--port 不对：应为0至65535的整数"),
        (["search", "通报", "--limit", "0"], "--limit 不对：应为不小于1的整数"),
        (["search", "通报", "--limit"], "--limit 后面缺少值"),
        (["check", "a.txt", "--watch=3"], "--watch 后面不能写值"),
        (["parse", "a.txt", "b.txt"], "多余的内容：b.txt"),
    ],
)
def test_a_mistaken_call_is_told_in_chinese_to_whom_reads_chinese(
    run: Run, here: Path, arguments: list[str], said: str
) -> None:
    result = run("--ui", "zh", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    usage, more, error = result.stderr.splitlines()
    assert usage.startswith("用法：")
    assert more.startswith("详见：")
    assert error == f"错误：{said}"


def test_a_mistaken_call_says_where_there_is_help_in_its_language(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert " show --help --ui zh\n" in run("show", "--nope", "--ui", "zh").stderr
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert " show --help\n" in run("show", "--nope").stderr
    assert "错误：--watch 后面不能写值" in run("check", "a.txt", "--watch=3").stderr
    assert run().stderr.startswith("用法：")


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_command_by_the_name_that_it_has_elsewhere_is_offered(run: Run, name: str) -> None:
    assert ELSEWHERE[name] in {*main.commands, "--help"}
    assert name not in main.commands
    said = run(name, "x")
    assert (said.exit_code, said.stdout) == (2, "")
    assert said.stderr.endswith(f"Error: No such command '{name}'. Did you mean '{ELSEWHERE[name]}'?\n")


@pytest.mark.parametrize(
    ("arguments", "english", "chinese"),
    [
        (["compare", "a.txt", "b.txt", "—o", "x.docx"], "type -o", "—o 开头的不是半角减号，请写 -o"),
        (["compare", "a.txt", "b.txt", "――output", "x.docx"], "type --output", "请写 --output"),
        (["compare", "a.txt", "b.txt", "–format=json"], "type --format=json", "请写 --format=json"),
        (["compare", "a.txt", "b.txt", "－－format", "json"], "type --format", "请写 --format"),
        (["search", "通报", "—limit", "3"], "type --limit", "请写 --limit"),
        (["—library", "x", "list"], "type --library", "请写 --library"),
        (["a.txt", "b.txt"], "Did you mean: policydiff compare a.txt b.txt", "是不是：policydiff compare a.txt b.txt"),
        (["my rule.txt"], 'policydiff check "my rule.txt"', '是不是：policydiff check "my rule.txt"'),
        (["-o", "x.docx", "compare", "a.txt", "b.txt"], ": policydiff compare … -o", "-o 应写在命令后面："),
        (["--format", "json", "frobnicate"], "No such option", "没有选项 --format"),
        (["对照", "a.txt", "b.txt"], "Did you mean 'compare'?", "没有命令 对照，是不是 compare？"),
        (["compare", "a.txt", "b.txt", "c.docx"], "2 texts beside a.txt (b.txt, c.docx)", "2 份规定（b.txt、c.docx）"),
    ],
)
def test_of_a_call_that_is_nearly_right_the_right_one_is_said(
    run: Run, here: Path, arguments: list[str], english: str, chinese: str
) -> None:
    for ui, words in (("en", english), ("zh", chinese)):
        result = run("--ui", ui, *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "a.txt", "my", "rule.txt"],
        ["compare", "my", "rule.txt", "a.txt", "-o", "x.xlsx"],
        ["parse", "my", "rule.txt"],
        ["check", "my", "rule.txt", "--base", "a.txt"],
    ],
)
def test_a_name_with_blanks_that_came_in_pieces_is_put_together(run: Run, here: Path, arguments: list[str]) -> None:
    (here / "my rule.txt").write_text(CENTRAL, encoding="utf-8")
    assert one_line(run(*arguments)).endswith('quotation marks: "my rule.txt"')
    assert one_line(run("--ui", "zh", *arguments)).endswith('两边要加半角引号："my rule.txt"')


def test_a_dash_in_what_is_searched_is_one(run: Run, library: Path) -> None:
    run("build")
    assert run("search", "——通报").exit_code == 0


def test_an_id_with_the_ending_of_its_file_is_told_without_it(run: Run, library: Path) -> None:
    for arguments in (["show", "local.txt"], ["compare", "central.txt", "local"], ["check", "local.txt"]):
        assert "in the library it is " in one_line(run(*arguments)), arguments
    assert one_line(run("show", "local.txt", "--ui", "zh")).endswith("文件库中的编号是 local，请写 local。")
