"""Taking documents out of a library: nothing is lost, and what stays stands as it did."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.beards import write_pair

from policydiff.errors import LibraryError
from policydiff.library import open_library
from policydiff.library.folders import files_in
from policydiff.library.remove import remove

WRITTEN_BY_HAND = """\
# my library

# the law itself
[[document]]
id = "central"  # do not rename
file = "central.txt"
language = "zh"
kind = "central"

# what the street does
[[document]]
id = 'local'
file = "local.txt"
language = "zh"
kind = "local"
implements = ["central"]  # 《胡须管理办法》

[[document]]
id = "talk"
file = "talk.txt"
language = "zh"
kind = "commentary"
title = \"\"\"
[of talk]\"\"\"
quotes = [
  "local",  # for its festival
  'central',
]
# the end
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_pair(tmp_path)
    (tmp_path / "corpus/talk.txt").write_text("谈胡须\n\n第一条 胡须好。\n", encoding="utf-8")
    (tmp_path / "corpus/corpus.toml").write_text(WRITTEN_BY_HAND, encoding="utf-8")
    return tmp_path


def catalogue(root: Path) -> str:
    return (root / "corpus/corpus.toml").read_text(encoding="utf-8")


def test_the_file_and_what_the_catalogue_said_of_it_are_moved_beside_the_corpus(root: Path) -> None:
    held = (root / "corpus/talk.txt").read_bytes()
    [one] = remove(root, ["talk"])
    assert (one.path, one.kept) == (root / "corpus/talk.txt", root / "removed/talk.txt")
    assert not one.path.exists()
    assert (root / "removed/talk.txt").read_bytes() == held
    entry = WRITTEN_BY_HAND.partition('implements = ["central"]  # 《胡须管理办法》\n\n')
    assert one.entry.read_text(encoding="utf-8") == entry[2].removesuffix("# the end\n")
    assert catalogue(root) == "".join(entry[:2]) + "# the end\n"
    assert open_library(root).ids == ("central", "local")


def test_no_other_document_names_it_any_more_and_all_else_they_say_stays(root: Path) -> None:
    [one] = remove(root, ["central"])
    assert one.named_by == ("local", "talk")
    said = catalogue(root)
    assert "implements" not in said
    assert '"local",  # for its festival' in said
    assert said.startswith("# my library\n\n# what the street does\n[[document]]\n"), "its comment went with it"
    kept = (root / "removed/corpus.toml").read_text(encoding="utf-8")
    assert kept.startswith("# the law itself\n[[document]]\n")
    assert kept.endswith('kind = "central"\n# 原来与它对照的 / compared with it before: local, talk\n'), "to go back"
    library = open_library(root)
    assert [(entry.id, entry.implements, entry.quotes) for entry in library.entries] == [
        ("local", (), ()),
        ("talk", (), ("local",)),
    ]


def test_several_are_taken_out_at_once_also_all_of_them(root: Path) -> None:
    assert [one.id for one in remove(root, ["talk", "central", "talk"])] == ["talk", "central"]
    assert open_library(root).ids == ("local",)
    remove(root, ["local"])
    assert open_library(root).ids == ()
    assert sorted(one.name for one in (root / "removed").iterdir()) == [
        *("central.txt", "corpus.toml", "local.txt", "talk.txt")
    ]
    assert [one.name for one in (root / "corpus").iterdir()] == ["corpus.toml"]


def test_what_was_taken_out_holds_again_where_it_is_put_back(root: Path) -> None:
    before = open_library(root).entry("talk")
    [one] = remove(root, ["talk"])
    assert one.kept is not None
    one.kept.rename(one.path)
    with (root / "corpus/corpus.toml").open("a", encoding="utf-8") as file:
        file.write(one.entry.read_text(encoding="utf-8"))
    assert open_library(root).entry("talk") == before


def test_a_file_of_two_documents_stays_with_the_other_one(root: Path) -> None:
    half = '\n[[document]]\nid = "half"\nfile = "local.txt"\nlanguage = "en"\nkind = "translation"\n'
    (root / "corpus/corpus.toml").write_text(WRITTEN_BY_HAND + half, encoding="utf-8")
    [one] = remove(root, ["half"])
    assert (one.kept, one.shared) == (None, ("local",))
    assert open_library(root).ids == ("central", "local", "talk")
    assert not open_library(root).refused
    (root / "corpus/corpus.toml").write_text(WRITTEN_BY_HAND + half, encoding="utf-8")
    assert {one.kept for one in remove(root, ["half", "local"])} == {root / "removed/local.txt"}
    assert sorted(one.name for one in (root / "removed").iterdir()) == ["corpus.toml", "local.txt"]


def test_a_document_whose_file_is_gone_is_taken_out_like_any_other(root: Path) -> None:
    (root / "corpus/talk.txt").unlink()
    [one] = remove(root, ["talk"])
    assert (one.kept, one.shared) == (None, ())
    assert open_library(root).refused == ()


def test_nothing_that_was_taken_out_before_is_written_over(root: Path) -> None:
    (root / "removed").mkdir()
    (root / "removed/talk.txt").write_text("another talk", encoding="utf-8")
    [one] = remove(root, ["talk"])
    assert one.kept == root / "removed/talk-2.txt"
    assert (root / "removed/talk.txt").read_text(encoding="utf-8") == "another talk"


def test_of_several_ids_with_one_unknown_none_is_taken_out(root: Path) -> None:
    with pytest.raises(LibraryError, match=r"no document 'locla' in the library\. Did you mean local\?"):
        remove(root, ["talk", "locla"])
    assert catalogue(root) == WRITTEN_BY_HAND
    assert not (root / "removed").exists()


def test_a_catalogue_in_another_shape_is_left_to_its_writer(root: Path) -> None:
    shape = 'document = [{ id = "talk", file = "talk.txt", language = "zh", kind = "commentary" }]\n'
    (root / "corpus/corpus.toml").write_text(shape, encoding="utf-8")
    with pytest.raises(LibraryError, match="talk cannot be told from the rest"):
        remove(root, ["talk"])
    assert (catalogue(root), (root / "corpus/talk.txt").exists()) == (shape, True)


def test_line_ends_of_windows_stay(root: Path) -> None:
    (root / "corpus/corpus.toml").write_bytes(WRITTEN_BY_HAND.replace("\n", "\r\n").encode())
    remove(root, ["central"])
    written = (root / "corpus/corpus.toml").read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") > 0
    assert open_library(root).ids == ("local", "talk")


def test_a_byte_order_mark_in_front_is_no_part_of_an_entry(root: Path) -> None:
    plain = WRITTEN_BY_HAND.removeprefix("# my library\n\n# the law itself\n")
    (root / "corpus/corpus.toml").write_text("\ufeff" + plain, encoding="utf-8")
    [one] = remove(root, ["central"])
    assert one.entry.read_text(encoding="utf-8").startswith("[[document]]\n")
    assert open_library(root).ids == ("local", "talk")


def test_where_the_catalogue_cannot_be_written_nothing_is_gone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise LibraryError(en=f"{path}: cannot be written", zh="")

    monkeypatch.setattr("policydiff.library.remove.toml.write", refuse)
    with pytest.raises(LibraryError):
        remove(root, ["talk"])
    assert (root / "corpus/talk.txt").exists()
    assert open_library(root).ids == ("central", "local", "talk")


def test_what_was_taken_out_of_a_library_is_not_put_in_with_its_folder(root: Path) -> None:
    remove(root, ["talk"])
    wanted, other = files_in([root])
    assert [one.name for one in wanted] == ["central.txt", "local.txt"]
    assert other == ()
