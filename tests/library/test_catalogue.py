"""A library is opened as it stands in corpus.toml, and every mistake in it is one clear line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policydiff.errors import LibraryError
from policydiff.library import Library, open_library

CENTRAL = """
[[document]]
id = "beards"
file = "beards.txt"
language = "zh"
kind = "central"
"""
LOCAL = """
[[document]]
id = "district"
file = "district.txt"
language = "zh"
kind = "local"
title = "东区胡须管理实施细则"
issuer = "东区胡须办"
date = "2021-05"
implements = ["beards"]
"""
TRANSLATION = """
[[document]]
id = "beards-en"
file = "beards.txt"
language = "en"
kind = "translation"
translates = ["beards"]
quotes = ["district", "beards"]
"""

Make = Callable[[str], Library]


@pytest.fixture
def library(tmp_path: Path) -> Make:
    """Opens a library with the given corpus.toml; its files beards.txt and district.txt exist."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("beards.txt", "district.txt"):
        (corpus / name).write_text("第一条 胡须应当修剪。", encoding="utf-8")

    def make(catalogue: str) -> Library:
        (corpus / "corpus.toml").write_text(catalogue, encoding="utf-8")
        return open_library(tmp_path)

    return make


def mistake(library: Make, catalogue: str) -> str:
    with pytest.raises(LibraryError) as raised:
        library(catalogue)
    message = str(raised.value)
    assert "\n" not in message
    assert "corpus.toml" in message
    assert ", document" not in raised.value.told("zh")
    return message


def test_a_document_is_what_the_catalogue_says_of_it(library: Make, tmp_path: Path) -> None:
    entry = library(CENTRAL + LOCAL).entry("district")
    assert entry.path == tmp_path / "corpus" / "district.txt"
    assert (entry.language, entry.kind, entry.title) == ("zh", "local", "东区胡须管理实施细则")
    assert (entry.issuer, entry.date, entry.implements) == ("东区胡须办", "2021-05", ("beards",))
    assert (entry.translates, entry.quotes) == ((), ())


def test_documents_of_one_title_are_told_apart_by_their_year_and_those_of_one_year_by_their_date(library: Make) -> None:
    def one(id: str, title: str, date: str) -> str:
        known = f'title = "{title}"\ndate = "{date}"' if title else f'date = "{date}"'
        return f'[[document]]\nid = "{id}"\nfile = "beards.txt"\nlanguage = "zh"\nkind = "central"\n{known}\n'

    held = library(
        one("a", "胡须法", "2012-01-01") + one("b", "胡须法", "2020-05-08") + one("c", "胡须法", "2020-09-01")
        + one("d", "帽法", "2020-05-08") + one("e", "", "2020-05-08") + one("f", "", "2021-05-08")
    )  # fmt: skip
    assert {entry.id: entry.edition for entry in held.entries if entry.edition} == {
        "a": "2012",
        "b": "2020-05-08",
        "c": "2020-09-01",
    }


def test_title_issuer_and_date_may_be_left_out(library: Make) -> None:
    entry = library(CENTRAL).entry("beards")
    assert (entry.title, entry.issuer, entry.date) == ("", "", "")


def test_a_date_may_be_written_as_toml_writes_dates(library: Make) -> None:
    assert library(CENTRAL + "date = 2017-08-15\n").entry("beards").date == "2017-08-15"


def test_a_catalogue_with_a_byte_order_mark_is_read(library: Make) -> None:
    assert library("\ufeff" + CENTRAL).entry("beards")


def test_an_empty_library_is_a_library(library: Make) -> None:
    assert library("").entries == ()
    assert library("").pairs() == ()


def test_a_library_says_what_searches_it_and_whoosh_does_where_it_says_nothing(library: Make) -> None:
    assert library("").engine == library("[library]\n").engine == "whoosh"
    assert library("[library]\nengine = 'tantivy'\n").engine == "tantivy"


def test_ids_may_be_chinese(library: Make) -> None:
    assert library(CENTRAL.replace('"beards"', '"胡须办法-2017"')).entries[0].id == "胡须办法-2017"


def test_every_document_is_paired_with_what_it_implements_translates_or_quotes_once(library: Make) -> None:
    pairs = library(CENTRAL + LOCAL + TRANSLATION).pairs()
    assert [(pair.base.id, pair.target.id, pair.relation) for pair in pairs] == [
        ("beards", "district", "implements"),
        ("beards", "beards-en", "translates"),
        ("district", "beards-en", "quotes"),
    ]


def test_an_unknown_id_lists_those_that_look_alike(library: Make) -> None:
    with pytest.raises(LibraryError, match=r"'beard'.*Did you mean beards or beards-en\?"):
        library(CENTRAL + TRANSLATION.replace('"district", ', "")).entry("beard")
    with pytest.raises(LibraryError, match=r"'zzz'.*Known are beards\."):
        library(CENTRAL).entry("zzz")


def test_the_bundled_library_opens() -> None:
    pairs = open_library(Path(__file__).parents[2]).pairs()
    assert ("central-2017", "subdistrict", "implements") in [(p.base.id, p.target.id, p.relation) for p in pairs]


# --------------------------------------------------------------------------------------------- mistakes


def test_a_folder_without_a_corpus_is_no_library_and_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"no library here.*policydiff init.*--library"):
        open_library(tmp_path)
    with pytest.raises(LibraryError, match="no library here"):
        open_library(tmp_path / "missing")


def test_a_folder_whose_name_is_impossible_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"cannot be looked into \(File name too long\)"):
        open_library(tmp_path / ("a" * 300))


@pytest.mark.parametrize(
    ("catalogue", "said"),
    [
        ("[[document]]\nid = \n", r"not valid TOML.*line 2"),
        ("a = " + "[" * 100_000, "not valid TOML"),
        ("[libraries]\n", "unknown key 'libraries'"),
        ("[library]\nengine = 'elastic'\n", 'one of "whoosh", "tantivy"'),
        ("[library]\nengine = ['whoosh']\n", 'one of "whoosh", "tantivy"'),
        ("[library]\nmotor = 'whoosh'\n", "may hold `engine`"),
        ("library = 'whoosh'\n", "may hold `engine`"),
        ("[library]\nengine = 'whoosh'\nindex = 'rules'\n", "with 'opensearch' also `index`"),
        ("[library]\nengine = 'opensearch'\n", "with 'opensearch' also `index`"),
        ("[library]\nengine = 'opensearch'\nindex = 'Rules/*'\n", "with 'opensearch' also `index`"),
        ("[library]\nengine = 'opensearch'\nindex = 'rules'\nhosts = ['a']\n", "with 'opensearch' also `index`"),
        ("[document]\nid = 'beards'\n", r"\[\[document\]\]"),
        ("document = 3\n", r"\[\[document\]\]"),
        ("document = [1]\n", r"\[\[document\]\]"),
        (CENTRAL + "titel = 'x'\n", r"document 1 \(beards\): unknown key 'titel'. Did you mean title\?"),
        (CENTRAL.replace('id = "beards"', ""), r"document 1: id is missing"),
        (CENTRAL.replace('kind = "central"', ""), r"document 1 \(beards\): kind is missing"),
        (CENTRAL + CENTRAL, r"document 2: the id 'beards' is taken"),
        (CENTRAL + CENTRAL.replace('"beards"', '"Beards"'), r"document 2: the id 'beards' is taken"),
        (CENTRAL.replace('"central"', '"centrl"'), r"kind is 'centrl'. It must be one of central, local"),
        (CENTRAL.replace('"zh"', '"fr"'), r"language is 'fr'. It must be one of zh, en"),
        (CENTRAL.replace('"zh"', "1"), "language is not a text"),
        (CENTRAL.replace('"beards"', "1"), "id is not a text"),
        (CENTRAL.replace('"beards.txt"', '["beards.txt"]'), "file is not a text"),
        (CENTRAL + "date = 2017\n", "date is not a text"),
        (CENTRAL + "date = '去年'\n", 'date is \'去年\'. Write date = "2021", "2021-05" or "2021-05-01"'),
        (CENTRAL + "date = '2021-5-1'\n", "date is '2021-5-1'"),
        (CENTRAL + "date = '2021-02-30'\n", "date is '2021-02-30'"),
        (CENTRAL + "implements = 'beards'\n", "implements is not a list of ids"),
        (CENTRAL + "quotes = [1]\n", "quotes is not a list of ids"),
        (CENTRAL + "implements = ['beards']\n", "implements names the document itself"),
        (CENTRAL + LOCAL.replace('["beards"]', '["baerds"]'), r"implements names an unknown id 'baerds'.*mean beards"),
        (
            CENTRAL + "implements = ['district']\n" + LOCAL,
            r"document 1 \(beards\): implements names 'district', and that names this one. Take one of the two out",
        ),
        (CENTRAL + "translates = ['x']\n", "translates names an unknown id 'x'"),
        (CENTRAL + "quotes = ['x']\n", "quotes names an unknown id 'x'"),
    ],
)
def test_a_mistake_is_one_line_that_says_where_and_what_to_do(library: Make, catalogue: str, said: str) -> None:
    with pytest.raises(LibraryError, match=said):
        library(catalogue)
    mistake(library, catalogue)


@pytest.mark.parametrize(
    ("catalogue", "where"),
    [
        ("[[document]]\nid = \n", "第 2 行第 6 个字符处有误"),
        ("[[document]]\nid = 'a", '末尾有误（缺半角引号 "）'),
        ("a = " + "[" * 100_000, "括号套得过深"),
    ],
)
def test_where_a_catalogue_is_no_toml_is_said_in_chinese(library: Make, catalogue: str, where: str) -> None:
    with pytest.raises(LibraryError) as raised:
        library(catalogue)
    assert raised.value.told("zh").endswith(f"不合 TOML 格式，{where}，请更正。")


@pytest.mark.parametrize(
    "id",
    ["", " ", "a b", "../a", "a/b", "a__b", "-a", "a.", ".", "a#b", "a\\\\b", "a\\nb", "a" * 101, "法" * 34],
)
def test_an_id_that_cannot_be_a_file_name_and_an_address_is_a_mistake(library: Make, id: str) -> None:
    said = mistake(library, CENTRAL.replace('"beards"', f'"{id}"'))
    assert "cannot be an id" in said
    assert "a" * 70 not in said


# ------------------------------------------------------------------------------------------ files refused


def refused(library: Make, file: str) -> str:
    """Why the first of two documents is refused; the other is a document of the library as ever."""
    opened = library(CENTRAL.replace("beards.txt", file) + LOCAL)
    assert [entry.id for entry in opened.entries] == ["district"]
    [one] = opened.refused
    assert (one.id, opened.pairs()) == ("beards", ())
    with pytest.raises(LibraryError) as raised:
        opened.entry("beards")
    assert raised.value is one.error
    assert "\n" not in str(one.error) + one.error.told("zh")
    assert "corpus.toml，第 1 份文件（beards）：" in one.error.told("zh")
    assert "corpus.toml" in str(one.error)
    return str(one.error)


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/hostname", "sub/../../secret.txt", "link.txt", ".."])
def test_a_document_outside_the_corpus_is_refused(library: Make, tmp_path: Path, file: str) -> None:
    (tmp_path / "secret.txt").write_text("第一条 不得外传。", encoding="utf-8")
    (tmp_path / "corpus" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert "lies outside" in refused(library, file)


@pytest.mark.parametrize("file", ["missing.txt", "", ".", "beards.txt/x"])
def test_a_document_whose_file_is_not_there_is_refused(library: Make, file: str) -> None:
    assert "is not in" in refused(library, file)


@pytest.mark.parametrize("file", ["\\u0000", "a" * 5000, "loop.txt"])
def test_a_document_whose_file_name_leads_nowhere_is_refused(library: Make, tmp_path: Path, file: str) -> None:
    (tmp_path / "corpus" / "loop.txt").symlink_to("loop.txt")
    assert "file" in refused(library, file)


def test_a_mistake_in_what_is_said_of_a_refused_document_is_a_mistake(library: Make) -> None:
    missing = CENTRAL.replace("beards.txt", "missing.txt")
    assert "kind is 'centrl'" in mistake(library, missing.replace('"central"', '"centrl"') + LOCAL)
    assert "the id 'beards' is taken" in mistake(library, missing + CENTRAL)


def test_a_file_in_a_folder_that_one_may_not_enter_is_refused_and_it_is_said_so(
    library: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = Path.is_file

    def refuse(self: Path) -> bool:
        if self.name == "beards.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return looked(self)

    monkeypatch.setattr(Path, "is_file", refuse)
    assert "cannot be looked at (Permission denied)" in refused(library, "beards.txt")


def test_a_catalogue_that_is_not_utf_8_is_a_mistake(library: Make, tmp_path: Path) -> None:
    library(CENTRAL)
    (tmp_path / "corpus" / "corpus.toml").write_bytes((CENTRAL + "# 胡须").encode("gb18030"))
    with pytest.raises(LibraryError, match=r"not UTF-8.*Save it as UTF-8"):
        open_library(tmp_path)
