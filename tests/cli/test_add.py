"""`init` and `add` on the command line: what is said, in both languages, and the exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.calls import call
from tests.library.texts import CENTRAL, LOCAL, TRIMMING, TRIMMING_IN_ENGLISH


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = call("init", tmp_path / "rules")
    assert made.exit_code == 0
    return tmp_path / "rules"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "central.txt").write_bytes(CENTRAL.encode("gb18030"))
    (folder / "local.md").write_text(LOCAL, encoding="utf-8")
    return folder


def test_init_says_what_it_made_and_what_comes_next(tmp_path: Path) -> None:
    made = call("--ui", "zh", "init", tmp_path / "rules")
    assert made.stdout == f"{tmp_path}/rules/corpus/corpus.toml\n"
    assert made.stderr == f"文件库已建立。接下来：policydiff --library {tmp_path}/rules add 文件或者文件夹\n"
    spaced = call("--library", tmp_path / "my rules", "init")
    assert spaced.stderr == f"A library is made. Next: policydiff --library '{tmp_path}/my rules' add FILE_OR_FOLDER\n"
    again = call("init", tmp_path / "rules")
    assert again.exit_code == 2
    assert again.stderr.count("\n") == 1


def test_add_says_what_it_found_and_what_to_check(root: Path, drafts: Path) -> None:
    made = call("--library", root, "--ui", "en", "add", drafts)
    assert made.exit_code == 0
    assert made.stderr == (
        f"What is to be put right stands in {root}/corpus/corpus.toml. Next: policydiff --library {root} build\n"
    )
    assert "title       中华人民共和国胡须法" in made.stdout
    assert "issuer      东省人民政府" in made.stdout
    assert "date        2021-05-06" in made.stdout
    assert "implements  central 《中华人民共和国胡须法》" in made.stdout
    assert "to check    The text is based on 《胡须修剪条例（试行）》, which the library does not hold" in made.stdout
    assert "3 articles, 3 paragraphs and items, GB18030" in made.stdout


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("办法(2023-02-01)", "2023-02-01"),
        ("办法20230201", "2023-02-01"),
        ("办法2023年2月1日", "2023-02-01"),
        ("办法(2021-06-01)", ""),
        ("办法(2020-01-01)", ""),
        ("办法(2023-13-41)", ""),
        ("办法2023", ""),
        ("办法-2023-12", ""),  # a month
    ],
)
def test_a_file_whose_name_has_a_later_day_than_its_text_is_to_be_checked(
    name: str, named: str, root: Path, tmp_path: Path
) -> None:
    (tmp_path / f"{name}.txt").write_text(LOCAL, encoding="utf-8")
    made = " ".join(call("--library", root, "--ui", "en", "add", tmp_path / f"{name}.txt").stdout.split())
    told = f"({named}) than the last act that the text tells of (2021-05-06)"
    assert ("bears a later day" in made, told in made) == (bool(named), bool(named))


def test_add_says_which_entry_implements_what_came_later(root: Path, drafts: Path) -> None:
    call("--library", root, "add", drafts / "local.md")
    made = call("--library", root, "--ui", "zh", "add", drafts / "central.txt").stdout
    assert '依据本件  local（已在目录中该文件之下的 implements 中写上 "central"）' in made
    made = call("--library", root, "--ui", "en", "build").stderr
    assert "1 comparison" in made


def test_add_counts_what_stands_in_annexes_apart(root: Path, tmp_path: Path) -> None:
    rule = "胡须办法\n第一条 须应当洁净。\n第二条 须应当梳理。\n"
    text = f"{rule}附件1\n备镜办法\n第一条 备镜。\n附件2\n备梳办法\n第一条 备梳。\n"
    (tmp_path / "rule.txt").write_text(text, encoding="utf-8")
    made = call("--library", root, "--ui", "en", "add", tmp_path / "rule.txt")
    assert "Chinese, 2 articles, 2 paragraphs and items, annexes: 2\n" in made.stdout
    (tmp_path / "other.txt").write_text(text.replace("应当", "可以"), encoding="utf-8")
    other = call("--library", root, "--ui", "zh", "add", tmp_path / "other.txt")
    assert "中文，2条，2个款、项，附件2份\n" in other.stdout


def test_add_says_what_a_text_translates_or_may_translate(root: Path, tmp_path: Path) -> None:
    for name, text in (("rule", TRIMMING), ("older", TRIMMING.replace("五百", "三百")), ("en", TRIMMING_IN_ENGLISH)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    alone = call("--library", root, "--ui", "zh", "add", tmp_path / "en.txt")
    assert "文件库中没有找到它所译的原文" in alone.stdout
    rule = call("--library", root, "--ui", "en", "add", tmp_path / "rule.txt")
    assert 'en may be a translation of this; if so, write translates = ["rule"] there.' in rule.stdout
    (tmp_path / "en2.txt").write_text(TRIMMING_IN_ENGLISH.replace("500", "400"), encoding="utf-8")
    assert "translates  rule\n" in call("--library", root, "--ui", "en", "add", tmp_path / "en2.txt").stdout
    call("--library", root, "add", tmp_path / "older.txt")
    (tmp_path / "en3.txt").write_text(TRIMMING_IN_ENGLISH.replace("500", "600"), encoding="utf-8")
    said = call("--library", root, "--ui", "zh", "add", tmp_path / "en3.txt")
    assert '可能是 rule、older 的译文；如是，请在目录中这份文件之下加上 translates = ["rule"]。' in said.stdout


def test_add_speaks_chinese(root: Path, drafts: Path) -> None:
    made = call("--library", root, "--ui", "zh", "add", drafts / "local.md")
    assert "制定机关  东省人民政府" in made.stdout
    assert "待核对    正文以《中华人民共和国胡须法》为依据，文件库中没有" in made.stdout


def test_that_the_rule_of_a_place_names_no_ground_is_to_be_checked_with_the_rule_that_it_speaks_of(
    root: Path, drafts: Path, tmp_path: Path
) -> None:
    def added(name: str, words: str) -> str:
        rule = tmp_path / name
        text = f"东省胡须细则\n\n第一条 根据有关法律、法规规定，制定本细则。\n第二条 胡须应当短，胡须应当{words}。\n"
        rule.write_text(text, encoding="utf-8")
        return "".join(call("--library", root, "--ui", "zh", "add", rule).stdout.split())

    alone = added("one.txt", "净")
    assert "没有写明所依据的法律、法规的名称（“根据《…》”），未对照；如有依据" in alone
    assert 'implements=["…"]' in alone
    call("--library", root, "add", drafts / "central.txt")
    again = added("two.txt", "洁")
    assert "从内容看，可能是central《中华人民共和国胡须法》" in again
    assert 'implements=["central"]' in again


def test_what_was_added_is_built(root: Path, drafts: Path) -> None:
    call("--library", root, "add", drafts)
    made = call("--library", root, "build")
    assert made.exit_code == 0
    assert "2 documents" in made.stderr
    assert "1 comparison" in made.stderr


def test_a_file_that_cannot_be_added_is_a_line_and_exit_code_2(root: Path, drafts: Path) -> None:
    (drafts / "broken.txt").write_bytes(b"\x00\x01")
    (drafts / "table.xlsx").write_bytes(b"x")
    made = call("--library", root, "add", drafts)
    assert made.exit_code == 2
    assert len(made.stderr.splitlines()) == 3
    assert f"policydiff: {drafts / 'broken.txt'}: " in made.stderr
    assert "links out of the folder: table.xlsx" in made.stderr
    assert "local.md" in made.stdout


def test_the_same_text_twice_is_told_and_no_failure(root: Path, drafts: Path) -> None:
    call("--library", root, "add", drafts)
    again = call("--library", root, "add", drafts / "local.md")
    assert again.exit_code == 0
    assert again.stdout.count("\n") == 1
    assert again.stderr == ""
    assert "local.md: the library holds this text already, as local; it is not added again." in again.stdout


def test_an_empty_folder_and_a_folder_without_a_library_are_one_line(root: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for library, what in ((root, tmp_path / "empty"), (tmp_path, tmp_path / "none.txt")):
        made = call("--library", library, "add", what)
        assert made.exit_code == 2
        assert made.stderr.count("\n") == 1


def test_a_text_cannot_write_on_the_terminal_or_into_the_catalogue(root: Path, tmp_path: Path) -> None:
    evil = '胡须\x1b[31m“"\\办法\u202e\n第一条 根据《甲\x1b]0;x\x07法》，制定本办法。\n第二条 整洁。'
    evil += "胡须应当整洁。" * 30
    (tmp_path / "evil.txt").write_text(evil, encoding="utf-8")
    made = call("--library", root, "add", tmp_path / "evil.txt")
    assert made.exit_code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(made.stdout + made.stderr)
    assert call("--library", root, "list").exit_code == 0
