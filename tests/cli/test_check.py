"""`policydiff check`: a draft beside what it implements, found in the library, and what to check in it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import docx
import pytest
from click.testing import Result
from tests.beards import entry
from tests.cli.calls import call, one_line

from policydiff.cli import watch

CENTRAL = (
    "胡须管理办法\n\n第一条 蓄须者应当每月修剪一次。\n\n第二条 禁止在食堂梳须。\n\n第三条 理发店应当保存登记三年。\n"
)
DRAFT = (
    "东区胡须管理细则\n\n第一条 为了规范胡须管理，根据《胡须管理办法》，制定本细则。\n\n"
    "第二条 禁止在食堂梳须。\n\n第三条 蓄须者可以每月修剪一次。\n"
)
CATALOGUE = entry("central", "central", 'title = "胡须管理办法"') + entry(
    "comment", "commentary", 'title = "胡须管理办法（节录）"', 'date = "2025"'
)
IMPLEMENTS = entry("ours", "local", 'implements = ["central"]')


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of a central rule and a comment on it, and a draft beside it."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "central.txt").write_text(CENTRAL, encoding="utf-8")
    (corpus / "comment.txt").write_text(CENTRAL, encoding="utf-8")
    (corpus / "corpus.toml").write_text(CATALOGUE, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return call("--ui", "zh", "check", *arguments)


def test_what_the_draft_names_as_its_ground_is_found_and_compared(here: Path) -> None:
    result = run("draft.txt")
    assert result.exit_code == 0
    assert "对照 《胡须管理办法》（central，正文称依据《胡须管理办法》）" in result.stdout
    assert "! 义务强度" in result.stdout
    assert "本规定新增的条款（1）：第一条\n" in result.stdout
    assert "− 第三条  理发店应当保存登记三年。" in result.stdout


def test_the_title_alone_may_name_what_the_draft_implements(here: Path) -> None:
    titled = DRAFT.replace("东区胡须管理细则", "东区实施《胡须管理办法》细则").replace("，根据《胡须管理办法》", "")
    Path("draft.txt").write_text(titled, encoding="utf-8")
    assert "（central，" in run("draft.txt").stdout


def test_beside_a_superior_in_another_language_unchanged_is_said_to_be_no_promise(here: Path) -> None:
    english = (
        "Measures on Beards\n\nArticle 1 Wearers of beards shall trim them once a month.\n\n"
        "Article 2 It is forbidden to comb beards in a canteen.\n\n"
        "Article 3 Barber shops shall keep the register for three years.\n"
    )
    Path("english.txt").write_text(english, encoding="utf-8")
    said = "一致：两种语言之间未见差异，不等于没有差异"
    shown = [run(draft, "--base", "corpus/central.txt").stdout for draft in ("english.txt", "draft.txt")]
    assert [said in one for one in shown] == [True, False]


def test_powers_that_seem_newly_set_come_before_all_else_and_are_counted_with_it(here: Path) -> None:
    fine = "第四条 在街头叫卖假发的，由区城市管理部门责令改正，处五百元罚款。\n"
    Path("draft.txt").write_text(DRAFT + "\n" + fine, encoding="utf-8")
    head, behind = run("draft.txt").stdout.split("对照 《胡须管理办法》")
    assert "禁止等（1 条）\n第四条\n  !! 新设：" in head
    assert "! 新设" not in behind
    assert "待核对 2 条提示" in behind
    made = json.loads(run("draft.txt", "--format", "json").stdout)
    assert sum(len(one["findings"]) for one in made["checks"]) == 2


def test_findings_come_in_the_order_of_the_draft(here: Path) -> None:
    swapped = DRAFT.replace("在食堂梳须", "在食堂、车站梳须")
    Path("draft.txt").write_text(swapped, encoding="utf-8")
    made = json.loads(run("draft.txt", "--format", "json").stdout)
    assert made["schema"] == "policydiff.check/1"
    [one] = made["checks"]
    labels = [finding["labels"][0] for finding in one["findings"]]
    assert labels == sorted(labels, key=["第一条", "第二条", "第三条"].index)
    assert {"第二条", "第三条"} <= set(labels)
    assert [gone["labels"] for gone in one["omitted"]] == [["第三条"]]
    assert (one["base"]["id"], one["reason"], one["named"]) == ("central", "text", "胡须管理办法")


def test_what_corpus_toml_says_goes_before_what_the_text_says(here: Path) -> None:
    (here / "corpus/ours.txt").write_text(DRAFT.replace("《胡须管理办法》", "《帽子法》"), encoding="utf-8")
    with (here / "corpus/corpus.toml").open("a", encoding="utf-8") as file:
        file.write(IMPLEMENTS)
    for name in ("ours", "corpus/ours.txt"):
        assert "（central，文件库目录载明）" in run(name).stdout


def test_where_the_file_of_what_the_draft_implements_is_gone_one_line_says_so(here: Path) -> None:
    (here / "corpus/ours.txt").write_text(DRAFT, encoding="utf-8")
    with (here / "corpus/corpus.toml").open("a", encoding="utf-8") as file:
        file.write(IMPLEMENTS)
    (here / "corpus/central.txt").unlink()
    assert "没有文件 central.txt" in one_line(run("ours"))
    (here / "corpus/comment.txt").unlink()
    assert [name in run("ours").stderr for name in ("central.txt", "comment.txt")] == [True, True]


def test_what_the_user_names_goes_before_all(here: Path) -> None:
    Path("other.txt").write_text(CENTRAL.replace("三年", "五年"), encoding="utf-8")
    result = run("draft.txt", "--base", "other.txt", "--base", "central")
    assert "（other.txt，按指定）" in result.stdout
    assert "（central，按指定）" in result.stdout


def test_a_superior_that_rests_on_the_draft_is_told_as_the_wrong_way_round(here: Path) -> None:
    result = run("central", "--base", "draft.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith("注意：《东区胡须管理细则》称以《胡须管理办法》为依据。上位法应当写在前面，")
    assert run("draft.txt", "--base", "central").stderr == ""


def test_where_nothing_is_found_the_candidates_are_named_and_how_to_say_it(here: Path) -> None:
    Path("draft.txt").write_text(DRAFT.replace("《胡须管理办法》", "《帽子法》"), encoding="utf-8")
    line = one_line(run("draft.txt"))
    assert "正文称依据《帽子法》。" in line
    assert "可能是：central《胡须管理办法》。" in line
    assert line.endswith("请指明：--base central")


def test_of_candidates_what_the_draft_speaks_of_comes_first_and_is_the_example(here: Path) -> None:
    (here / "corpus/ships.txt").write_text("船舶法\n\n第一条 船舶应当登记。\n", encoding="utf-8")
    ships = CATALOGUE.split("\n\n[[document]]")[0].replace("central.", "ships.").replace("胡须", "船舶")
    ships = ships.replace('id = "central"', 'id = "ships"')
    Path("corpus/corpus.toml").write_text(ships + CATALOGUE, encoding="utf-8")
    Path("draft.txt").write_text(DRAFT.replace("《胡须管理办法》", "有关法律、法规"), encoding="utf-8")
    line = one_line(run("draft.txt"))
    assert "可能是：central《胡须管理办法》、ships《船舶管理办法》。" in line
    assert line.endswith("请指明：--base central")


NEARLY = "胡须蓄留和修剪管理办法"


def call_it(title: str, *, others: str = "") -> None:
    """The central rule bears a longer title; the draft calls it by another one."""
    Path("corpus/corpus.toml").write_text(CATALOGUE.replace("胡须管理办法", NEARLY) + others, encoding="utf-8")
    Path("draft.txt").write_text(DRAFT.replace("胡须管理办法", title), encoding="utf-8")


def test_a_title_that_is_nearly_that_of_one_rule_alone_is_compared_with_it_and_is_a_finding(here: Path) -> None:
    call_it("胡须蓄留与修剪管理办法")
    result = run("draft.txt")
    assert f"对照 《{NEARLY}》（central，正文称依据《胡须蓄留与修剪管理办法》，文件库中名称最接近）" in result.stdout
    assert f"上位法称作《胡须蓄留与修剪管理办法》，文件库中没有这一名称，最接近的是《{NEARLY}》" in result.stdout
    [one] = json.loads(run("draft.txt", "--format", "json").stdout)["checks"]
    [slip] = [finding for finding in one["findings"] if finding["rule"] == "cited-title"]
    assert (one["reason"], slip["type"], slip["labels"]) == ("slip", "drafting", ["第一条"])


def test_of_two_titles_that_are_equally_near_none_is_taken(here: Path) -> None:
    (here / "corpus/other.txt").write_text(CENTRAL, encoding="utf-8")
    other = CATALOGUE.split("\n\n[[document]]")[0].replace("central", "other").replace('"other"\nt', '"central"\nt')
    call_it("胡须蓄留与修剪管理办法", others=other.replace("胡须管理办法", "胡须蓄留或修剪管理办法"))
    line = one_line(run("draft.txt"))
    assert f"central《{NEARLY}》" in line
    assert "other《胡须蓄留或修剪管理办法》" in line
    assert line.endswith("请指明：--base central 或者 --base other")


@pytest.mark.parametrize("title", [f"东区{NEARLY}", f"{NEARLY}实施细则"])
def test_the_rule_of_a_place_and_one_that_implements_are_no_slips(here: Path, title: str) -> None:
    call_it(title)
    assert f"可能是：central《{NEARLY}》" in one_line(run("draft.txt"))


def test_a_ground_that_the_library_lacks_is_named_after_those_that_were_compared(here: Path) -> None:
    Path("draft.txt").write_text(DRAFT.replace("《胡须管理办法》", "《胡须管理办法》《帽子法》"), encoding="utf-8")
    assert "正文还以《帽子法》为依据，未与之对照：" in run("draft.txt").stdout


def test_of_two_editions_the_later_is_taken(here: Path) -> None:
    (here / "corpus/old.txt").write_text(CENTRAL, encoding="utf-8")
    editions = CATALOGUE.replace('id = "central"', 'id = "central-2023"\ndate = "2023-05-01"')
    older = CATALOGUE.replace('id = "central"', 'id = "central-2017"\ndate = "2017"').split("\n\n[[document]]")[0]
    older = older.replace("central.txt", "old.txt")
    (here / "corpus/corpus.toml").write_text(f"{older}\n{editions}", encoding="utf-8")
    assert "（central-2023，正文称依据《胡须管理办法》）" in run("draft.txt").stdout


def test_a_rule_is_never_its_own_superior(here: Path) -> None:
    assert "可能是" not in one_line(run("central"))


def test_watching_has_no_exit_code(here: Path) -> None:
    result = run("draft.txt", "--watch", "--exit-code")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "不能与 --exit-code 同用" in result.stderr


def test_without_a_library_the_user_is_asked_for_the_superior(here: Path) -> None:
    (here / "empty").mkdir()
    result = call("--ui", "zh", "--library", "empty", "check", "draft.txt")
    assert "请用 --base 指定上位法的文件" in one_line(result)


def test_the_exit_code_tells_a_script_whether_there_is_anything_to_check(here: Path) -> None:
    assert run("draft.txt", "--exit-code").exit_code == 1
    Path("same.txt").write_text(CENTRAL, encoding="utf-8")
    result = run("same.txt", "--base", "central", "--exit-code")
    assert (result.exit_code, "没有需要核对的内容。" in result.stdout) == (0, True)


def test_reviewers_decisions_apply_to_a_document_of_the_library(here: Path) -> None:
    (here / "corpus/ours.txt").write_text(DRAFT, encoding="utf-8")
    with (here / "corpus/corpus.toml").open("a", encoding="utf-8") as file:
        file.write(IMPLEMENTS)
    assert "! 义务强度" in run("ours").stdout
    decide = ["decide", "central", "ours", "dismiss", "modality", "第一条", "第三条", "--reason", "语气相同"]
    assert call(*decide).exit_code == 0
    assert "! 义务强度" not in run("ours").stdout


# --------------------------------------------------------------------------------------------- watch


def test_waiting_ends_when_a_file_is_saved_and_nobody_writes_any_more(tmp_path: Path) -> None:
    file, missing = tmp_path / "draft.txt", tmp_path / "decisions.toml"
    file.write_text("一", encoding="utf-8")
    before = watch.state((file, missing))
    file.write_text("一二", encoding="utf-8")
    after = watch.wait((file, missing), before, pause=0.01)
    assert after == watch.state((file, missing)) != before


def test_a_draft_is_checked_again_when_it_is_saved_and_a_broken_one_is_waited_for(here: Path) -> None:
    command = [sys.executable, "-m", "policydiff", "--ui", "zh", "check", "draft.txt", "--watch"]
    log = here / "log"
    with log.open("wb") as out:
        unbuffered = os.environ | {"PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=unbuffered)
    try:
        _wait_for(log, "等待保存", 1)
        Path("draft.txt").write_text("", encoding="utf-8")
        _wait_for(log, "文件是空的", 1)
        Path("draft.txt").write_text(DRAFT.replace("可以", "应当"), encoding="utf-8")
        _wait_for(log, "等待保存", 3)
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
    said = log.read_text(encoding="utf-8")
    assert said.count("! 义务强度") == 1
    assert said.endswith("已结束。\n")


def _wait_for(log: Path, words: str, times: int) -> None:
    end = time.monotonic() + 30
    while log.read_text(encoding="utf-8").count(words) < times:
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.05)


# -------------------------------------------------------------------------------------------- report


def report(*arguments: str) -> Result:
    return call("--ui", "zh", "report", *arguments)


def test_a_memo_is_named_for_the_draft_and_one_that_somebody_worked_on_is_not_written_over_unasked(here: Path) -> None:
    result = report("draft.txt")
    assert (result.exit_code, result.stdout) == (0, "draft-审查备忘录.docx\n")
    memo = Path("draft-审查备忘录.docx")
    assert report("draft.txt", "--date", "2020-01-05").exit_code == 0, "nobody has worked on it"
    word = docx.Document(str(memo))
    word.add_paragraph("同意。")
    word.save(str(memo))
    signed = memo.read_bytes()
    for named in ((), ("-o", memo.name)):
        assert f"{memo}：不是 policydiff 写出时的原样" in one_line(report("draft.txt", *named))
        assert memo.read_bytes() == signed
    assert report("draft.txt", "--overwrite").exit_code == 0
    assert memo.read_bytes() != signed


def test_a_memo_names_the_issuer_and_the_date_of_the_catalogue_and_the_rank_that_follows(here: Path) -> None:
    (here / "corpus/ours.txt").write_text(DRAFT, encoding="utf-8")
    facts = []
    for said in ("", 'issuer = "东区理发管理局"\ndate = "2021-05-04"\n'):
        (here / "corpus/corpus.toml").write_text(CATALOGUE + IMPLEMENTS + said, encoding="utf-8")
        assert report("ours", "-o", "memo.docx", "--overwrite").exit_code == 0
        rows = docx.Document("memo.docx").tables[0].rows
        facts.append({row.cells[0].text: row.cells[1].text for row in rows})
    assert facts[1]["制定机关"] == "东区理发管理局"
    assert facts[1]["文件日期"] == "2021年5月4日"
    assert facts[1]["效力位阶"] == "规章以下的规范性文件"
    assert "制定机关" not in facts[0]


def test_a_memo_is_a_word_file_and_no_text_under_review(here: Path) -> None:
    for name, words in (("memo.pdf", "应以 .docx 结尾"), ("draft.txt", "应以 .docx 结尾")):
        result = report("draft.txt", "-o", name)
        assert result.exit_code == 2
        assert words in result.stderr
    assert "它本身就是上位法" in one_line(report("corpus/central.txt"))


def test_what_a_quotation_or_a_new_edition_does_not_have_is_no_omission(here: Path) -> None:
    catalogue = here / "corpus/corpus.toml"
    quotes = f'{CATALOGUE}quotes = ["central"]\n'
    catalogue.write_text(quotes, encoding="utf-8")
    (here / "corpus/comment.txt").write_text("评胡须管理办法\n\n第二条 禁止在食堂梳须。\n", encoding="utf-8")
    said = run("comment").stdout
    assert "未引用 2" in said
    assert "遗漏" not in said
    (here / "old.txt").write_text(DRAFT, encoding="utf-8")
    (here / "new.txt").write_text(DRAFT.partition("第三条")[0], encoding="utf-8")
    said = run("new.txt", "--base", "old.txt").stdout
    assert "删除 1" in said
    assert "现行文本中没有对应的条款（1）" in said
    assert "遗漏 1" in run("draft.txt").stdout
