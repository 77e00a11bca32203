"""Adding copies documents in, names them in corpus.toml, and leaves everything that stood there as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.library.texts import CENTRAL, LOCAL, TRIMMING, TRIMMING_IN_ENGLISH

from policydiff.errors import LibraryError
from policydiff.library import open_library
from policydiff.library.add import add
from policydiff.library.describe import Description, describe
from policydiff.library.init import init
from policydiff.library.outcomes import Added, Left, Outcome, Twice
from policydiff.model import Document

WRITTEN_BY_HAND = """\
# 我的文件库 (mine)
[[document]]   # the first
kind = "central"
id   = 'old'
file = "old.txt"
language = "zh"
title = "旧办法"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    init(tmp_path / "library")
    return tmp_path / "library"


def added(root: Path, *paths: Path) -> list[Outcome]:
    return list(add(root, paths))


def one(root: Path, path: Path) -> Added:
    (outcome,) = added(root, path)
    assert isinstance(outcome, Added)
    return outcome


def catalogue(root: Path) -> str:
    return (root / "corpus" / "corpus.toml").read_bytes().decode()


def test_a_new_catalogue_says_of_every_command_that_writes_into_it_what_it_does(root: Path) -> None:
    said = (root / "corpus/corpus.toml").read_text(encoding="utf-8")
    for command in ("policydiff add", "policydiff remove"):
        assert said.count(f"`{command}`") == 2, "in Chinese and in English"


def test_a_new_library_is_empty_and_opens(root: Path) -> None:
    assert open_library(root).entries == ()


def test_a_library_is_never_made_over_another(root: Path) -> None:
    with pytest.raises(LibraryError, match="a library here already"):
        init(root)


def test_a_document_is_copied_in_and_named_with_what_it_says_of_itself(root: Path, drafts: Path) -> None:
    one(root, drafts / "central.txt")
    (entry,) = open_library(root).entries
    assert entry.path.read_bytes() == (drafts / "central.txt").read_bytes()
    assert (entry.id, entry.language, entry.kind) == ("central", "zh", "central")
    assert (entry.title, entry.issuer, entry.date) == ("中华人民共和国胡须法", "全国胡须代表大会", "2020-01-02")


def test_documents_added_together_are_compared_in_whatever_order_they_come(root: Path, drafts: Path) -> None:
    added(root, drafts / "local.md", drafts / "central.txt", drafts / "notice.txt")
    pairs = open_library(root).pairs()
    assert [(pair.base.id, pair.target.id) for pair in pairs] == [("central", "local"), ("central", "notice")]


def test_what_a_text_rests_on_and_the_library_lacks_is_told(root: Path, drafts: Path) -> None:
    assert one(root, drafts / "local.md").missing == ("中华人民共和国胡须法", "胡须修剪条例（试行）")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_ground_that_comes_after_what_rests_on_it_is_written_there(root: Path, drafts: Path, end: str) -> None:
    one(root, drafts / "local.md")
    before = (catalogue(root).rstrip("\n") + "   # mine\n\n# the end").replace("\n", end)
    (root / "corpus" / "corpus.toml").write_bytes(before.encode())
    said = one(root, drafts / "central.txt")
    assert (said.implemented_by, said.needed_by) == (("local",), ())
    assert [(pair.base.id, pair.target.id) for pair in open_library(root).pairs()] == [("central", "local")]
    line = f'implements = ["central"]  # 《中华人民共和国胡须法》{end}'
    assert catalogue(root).replace(line, "", 1).startswith(before)


@pytest.mark.parametrize("held", ['["other"] # [mine]', '[\n  "other", # one ]\n]', '["other",]'])
def test_a_ground_that_comes_later_stands_behind_those_that_a_person_wrote(root: Path, drafts: Path, held: str) -> None:
    (drafts / "other.txt").write_text("镜子办法\n第一条 镜子应当明亮。", encoding="utf-8")
    added(root, drafts / "local.md", drafts / "other.txt")
    path = root / "corpus" / "corpus.toml"
    path.write_text(catalogue(root).replace('id = "local"\n', f'id = "local"\nimplements = {held}\n'), encoding="utf-8")
    assert one(root, drafts / "central.txt").implemented_by == ("local",)
    assert open_library(root).entry("local").implements == ("other", "central")
    assert "mine" in catalogue(root) or "mine" not in held


@pytest.mark.parametrize("relation", ["quotes", "translates"])
def test_a_ground_is_told_and_not_written_where_a_person_said_what_the_text_is_compared_with(
    root: Path, drafts: Path, relation: str
) -> None:
    (drafts / "other.txt").write_text("镜子办法\n第一条 镜子应当明亮。", encoding="utf-8")
    added(root, drafts / "local.md", drafts / "other.txt")
    path = root / "corpus" / "corpus.toml"
    said = f'id = "local"\n{relation} = ["other"]\n'
    path.write_text(catalogue(root).replace('id = "local"\n', said), encoding="utf-8")
    before = catalogue(root)
    made = one(root, drafts / "central.txt")
    assert (made.implemented_by, made.needed_by) == ((), ("local",))
    assert catalogue(root).startswith(before)


def test_a_later_edition_does_not_take_the_place_of_the_one_that_is_implemented(root: Path, drafts: Path) -> None:
    added(root, drafts / "central.txt", drafts / "local.md")
    (drafts / "new.txt").write_text(CENTRAL.replace("2020年", "2024年").replace("整洁", "干净"), encoding="utf-8")
    assert one(root, drafts / "new.txt").needed_by == ("local",)
    assert open_library(root).entry("local").implements == ("central",)


def test_an_english_rule_implements_the_english_law_that_its_title_names(root: Path, drafts: Path) -> None:
    law, rule = drafts / "law.txt", drafts / "rule.txt"
    title = "Beard Law of the People's Republic of China"
    law.write_text(f"{title}\n\nArticle 1 A beard shall be tidy.\n\nArticle 2 Done.\n", encoding="utf-8")
    below = f"Measures of East Province for the Implementation of the {title}"
    rule.write_text(f"{below}\n\nArticle 1 A beard may be tidy.\n\nArticle 2 Done.\n", encoding="utf-8")
    added(root, law, rule)
    assert open_library(root).entry("rule").implements == ("law",)


def test_a_title_that_is_nearly_the_same_is_offered_and_not_written(root: Path, drafts: Path) -> None:
    (drafts / "trim.txt").write_text("国家胡须修剪条例\n第一条 胡须应当整洁。", encoding="utf-8")
    one(root, drafts / "trim.txt")
    said = one(root, drafts / "local.md")
    assert said.near == (("trim", "胡须修剪条例（试行）"),)
    assert said.implements == ()


def test_a_document_that_is_only_mentioned_is_offered_and_not_written(root: Path, drafts: Path) -> None:
    (drafts / "scissors.txt").write_text("剪刀管理规定\n第一条 剪刀应当锋利。", encoding="utf-8")
    one(root, drafts / "scissors.txt")
    said = one(root, drafts / "local.md")
    assert said.mentioned == (("scissors", "剪刀管理规定"),)
    assert said.implements == ()


@pytest.mark.parametrize("change", [lambda text: text, lambda text: text.replace("\n", "\r\n").replace("，", ", ")])
def test_the_same_text_is_not_added_twice(root: Path, drafts: Path, change: object) -> None:
    one(root, drafts / "central.txt")
    assert callable(change)
    (drafts / "again.txt").write_bytes(change(CENTRAL).encode("gb18030"))
    before = catalogue(root)
    assert added(root, drafts / "again.txt") == [Twice(path=drafts / "again.txt", id="central")]
    assert catalogue(root) == before
    assert not (root / "corpus" / "again.txt").exists()


def test_a_text_that_differs_in_the_mark_of_a_number_is_another_one(root: Path, drafts: Path) -> None:
    for name, rate in (("once.txt", "1.5倍"), ("again.txt", "15倍")):
        (drafts / name).write_text(f"剪刀管理规定\n第一条 处须价{rate}以下的罚款。", encoding="utf-8")
    outcomes = added(root, drafts / "once.txt", drafts / "again.txt")
    assert [type(outcome) for outcome in outcomes] == [Added, Added]


def test_the_same_text_twice_in_one_call_is_added_once(root: Path, drafts: Path) -> None:
    shutil.copy(drafts / "central.txt", drafts / "copy.txt")
    outcomes = added(root, drafts / "central.txt", drafts / "copy.txt")
    assert [type(outcome) for outcome in outcomes] == [Added, Twice]


RULE = Path(__file__).parent.parent / "ingest" / "rule"


@pytest.mark.parametrize("name", ["typed.docx", "numbered.docx"])
def test_the_same_text_in_another_format_is_not_added_twice(root: Path, name: str) -> None:
    one(root, RULE / "rule.txt")
    assert added(root, RULE / name) == [Twice(path=RULE / name, id="rule")]


def test_the_same_provisions_under_another_title_are_added_and_told(root: Path, drafts: Path) -> None:
    one(root, drafts / "central.txt")
    (drafts / "other.txt").write_text(CENTRAL.replace("中华人民共和国胡须法", "西省剪刀条例"), encoding="utf-8")
    assert one(root, drafts / "other.txt").same_as == "central"


def test_a_text_with_a_second_language_is_not_the_same_as_its_one_half(root: Path, drafts: Path) -> None:
    (drafts / "half.txt").write_text(TRIMMING, encoding="utf-8")
    (drafts / "both.txt").write_text(TRIMMING + TRIMMING_IN_ENGLISH, encoding="utf-8")
    one(root, drafts / "half.txt")
    assert one(root, drafts / "both.txt").same_as == "half"


PARKING = """停车办法

第一条 车主向街道登记车辆。
第二条 停车场分为两类：
（一）车库；
（二）路边。
第三条 夜间停车免费，白天按小时收费。
第四条 车主对登记有异议的，可以申请复核。
"""


@pytest.fixture
def trimming(drafts: Path) -> tuple[Path, Path]:
    """A rule and its translation, beside rules on other matters."""
    (drafts / "trimming.txt").write_text(TRIMMING, encoding="utf-8")
    (drafts / "english.txt").write_text(TRIMMING_IN_ENGLISH, encoding="utf-8")
    (drafts / "parking.txt").write_text(PARKING, encoding="utf-8")
    return drafts / "trimming.txt", drafts / "english.txt"


@pytest.mark.parametrize("together", [True, False])
def test_a_translation_is_linked_to_its_original(
    root: Path, drafts: Path, trimming: tuple[Path, Path], together: bool
) -> None:
    chinese, english = trimming
    if together:
        added(root, english, drafts / "parking.txt", chinese)
    else:
        added(root, drafts / "parking.txt", chinese)
        said = one(root, english)
        assert said.translates == ("trimming",)
        assert (said.description.kind.value, said.description.kind.sure) == ("translation", True)
    assert open_library(root).entry("english").translates == ("trimming",)
    assert [(pair.base.id, pair.target.id) for pair in open_library(root).pairs()] == [("trimming", "english")]


def test_an_original_that_comes_after_its_translation_is_told_and_nothing_is_changed(
    root: Path, trimming: tuple[Path, Path]
) -> None:
    chinese, english = trimming
    assert one(root, english).translates == ()
    before = catalogue(root)
    assert one(root, chinese).translated_by == ("english",)
    assert catalogue(root).startswith(before)


def test_a_rule_of_the_same_numbers_on_another_matter_is_no_original(
    root: Path, drafts: Path, trimming: tuple[Path, Path]
) -> None:
    one(root, drafts / "parking.txt")
    said = one(root, trimming[1])
    assert (said.translates, said.may_translate) == ((), ())


def test_of_two_editions_that_it_may_translate_none_is_written(
    root: Path, drafts: Path, trimming: tuple[Path, Path]
) -> None:
    chinese, english = trimming
    (drafts / "older.txt").write_text(TRIMMING.replace("五百元", "三百元"), encoding="utf-8")
    added(root, chinese, drafts / "older.txt")
    said = one(root, english)
    assert (said.translates, sorted(said.may_translate)) == ((), ["older", "trimming"])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_comments_order_and_line_ends_of_the_catalogue_stay(root: Path, drafts: Path, end: str, mark: str) -> None:
    written = mark + WRITTEN_BY_HAND.replace("\n", end)
    (root / "corpus" / "corpus.toml").write_bytes(written.encode())
    (root / "corpus" / "old.txt").write_text("第一条 旧。", encoding="utf-8")
    one(root, drafts / "central.txt")
    assert catalogue(root).startswith(written)
    assert catalogue(root).count("\r\n") == (catalogue(root).count("\n") if end == "\r\n" else 0)
    assert [entry.id for entry in open_library(root).entries] == ["old", "central"]


def test_a_catalogue_without_a_line_end_at_its_end_is_added_to(root: Path, drafts: Path) -> None:
    (root / "corpus" / "corpus.toml").write_text("# nothing", encoding="utf-8")
    one(root, drafts / "central.txt")
    assert len(open_library(root).entries) == 1


def test_a_catalogue_that_nothing_can_be_added_to_is_left_alone(root: Path, drafts: Path) -> None:
    array = 'document = [{id = "old", file = "old.txt", language = "zh", kind = "central"}]\n'
    (root / "corpus" / "corpus.toml").write_text(array, encoding="utf-8")
    (root / "corpus" / "old.txt").write_text("第一条 旧。", encoding="utf-8")
    with pytest.raises(LibraryError, match=r"Write every document as a \[\[document\]\] table"):
        added(root, drafts / "central.txt")
    assert catalogue(root) == array


def test_a_guess_is_marked_in_the_catalogue(root: Path, drafts: Path) -> None:
    (drafts / "a.txt").write_text("胡须\n第一条 胡须应当整洁。", encoding="utf-8")
    one(root, drafts / "a.txt")
    assert 'kind = "central"  # 待核对 check\n' in catalogue(root)


@pytest.mark.parametrize(
    ("name", "file", "id"),
    [
        ("-rf.txt", "rf.txt", "rf"),
        ("a\nb.txt", "a-b.txt", "a-b"),
        ("胡须\u202e办法.txt", "胡须-办法.txt", "胡须-办法"),
        ("a:b?.TXT", "a-b.txt", "a-b"),
        ("…….txt", "…….txt", "document"),
        ("胡" * 80 + ".txt", "胡" * 40 + ".txt", "胡" * 30),
    ],
)
def test_file_names_become_names_that_hurt_nobody(root: Path, drafts: Path, name: str, file: str, id: str) -> None:
    path = drafts / name
    path.write_text(CENTRAL, encoding="utf-8")
    said = one(root, path)
    assert (said.file, said.id) == (file, id)
    assert open_library(root).entry(id).path.is_file()


def test_a_name_that_is_taken_gets_a_number(root: Path, drafts: Path) -> None:
    one(root, drafts / "central.txt")
    (drafts / "other").mkdir()
    (drafts / "other" / "CENTRAL.txt").write_text(LOCAL, encoding="utf-8")
    said = one(root, drafts / "other" / "CENTRAL.txt")
    assert (said.file, said.id) == ("CENTRAL-2.txt", "CENTRAL-2")


def test_a_file_that_lies_in_the_corpus_already_is_not_copied(root: Path) -> None:
    (root / "corpus" / "sub").mkdir()
    (root / "corpus" / "sub" / "central.txt").write_text(CENTRAL, encoding="utf-8")
    assert one(root, root / "corpus" / "sub" / "central.txt").file == "sub/central.txt"
    assert sorted(p.name for p in (root / "corpus").iterdir()) == ["corpus.toml", "sub"]


def test_a_file_that_cannot_be_read_is_left_and_the_others_are_added(root: Path, drafts: Path) -> None:
    (drafts / "empty.txt").write_text("", encoding="utf-8")
    (drafts / "bare.txt").write_text("---\n", encoding="utf-8")
    outcomes = added(root, *(drafts / name for name in ("empty.txt", "central.txt", "bare.txt", "none.txt")))
    left = {outcome.path.name: outcome.reason() for outcome in outcomes if isinstance(outcome, Left)}
    assert list(left) == ["empty.txt", "bare.txt", "none.txt"]
    assert all(name in reason and "\n" not in reason for name, reason in left.items())
    assert [entry.id for entry in open_library(root).entries] == ["central"]


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """This happens when a file has been read and is not yet copied in."""

    def described(document: Document) -> Description:
        happens()
        return describe(document)

    monkeypatch.setattr("policydiff.library.shelf.describe", described)


def test_a_file_that_changes_while_it_is_read_is_left(
    root: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: (drafts / "central.txt").write_text("第一条 别的。", encoding="utf-8"))
    (outcome,) = added(root, drafts / "central.txt")
    assert isinstance(outcome, Left)
    assert "changed while it was read" in outcome.reason()
    assert [path.name for path in (root / "corpus").iterdir()] == ["corpus.toml"]


def test_a_file_that_vanishes_while_it_is_read_is_left(
    root: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, (drafts / "central.txt").unlink)
    (outcome,) = added(root, drafts / "central.txt")
    assert isinstance(outcome, Left)
    assert "central.txt: cannot be copied" in outcome.reason()


@pytest.mark.parametrize(
    ("happens", "said"),
    [
        (lambda file: file.write_bytes("# 胡须".encode("gb18030")), r"is not UTF-8 \(byte 2\)"),
        (Path.unlink, "there is no such file"),
        (lambda file: file.write_text("[[document]", encoding="utf-8"), "nothing can be added"),
    ],
    ids=["of another encoding", "gone", "broken"],
)
def test_a_catalogue_that_cannot_be_read_any_more_is_one_line_and_left_alone(
    root: Path, drafts: Path, monkeypatch: pytest.MonkeyPatch, happens: Callable[[Path], object], said: str
) -> None:
    meanwhile(monkeypatch, lambda: happens(root / "corpus" / "corpus.toml"))
    with pytest.raises(LibraryError, match=rf"corpus\.toml: {said}"):
        added(root, drafts / "central.txt")


NAMING = "{title}\n\n第一条 根据《{other}》，制定本办法。\n\n第二条 胡须应当整洁。\n\n第三条 {more}。\n"


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize(
    ("title", "below"),
    [("东省胡须办法", {"first": ("second",), "second": ()}), ("中华人民共和国剪刀办法", {"first": (), "second": ()})],
)
def test_of_two_that_name_each_other_the_local_one_alone_implements_the_other(
    root: Path, tmp_path: Path, title: str, below: dict[str, tuple[str, ...]], *, together: bool
) -> None:
    central = "中华人民共和国胡须条例"
    (tmp_path / "first.txt").write_text(NAMING.format(title=title, other=central, more="一"), encoding="utf-8")
    (tmp_path / "second.txt").write_text(NAMING.format(title=central, other=title, more="二"), encoding="utf-8")
    files = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for some in [files] if together else [[one] for one in files]:
        added(root, *some)
    assert {entry.id: entry.implements for entry in open_library(root).entries} == below
