"""The same rule in every format gives the same provisions, label for label.

The files were made by tests/ingest/rule/make.py; where LibreOffice is, they are made anew and read, too.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest
from tests.ingest.rule import make

from policydiff.alignment import align
from policydiff.build import build
from policydiff.comparison import compare
from policydiff.eid import labels
from policydiff.ingest import pdf, read
from policydiff.ingest.word import office
from policydiff.library import open_library
from policydiff.model import Document
from policydiff.parsing import parse

HERE = make.HERE
with_office = pytest.mark.skipif(
    not any(map(shutil.which, office.PROGRAMS)), reason="LibreOffice is not installed here; nothing is converted"
)

with_pdf = pytest.mark.skipif(
    importlib.util.find_spec(pdf.LIBRARY) is None, reason=f"{pdf.LIBRARY} is not installed here; no PDF is read"
)


def document(path: Path) -> Document:
    return parse(read(path))


def provisions(path: Path) -> list[tuple[str, str, str, str]]:
    """Every provision: label, number as printed, heading, words."""
    made = document(path)
    cited = labels(made)
    return [(cited[one.eid], one.num, one.heading, one.text) for one in made.walk()]


@pytest.fixture(scope="module")
def as_text() -> list[tuple[str, str, str, str]]:
    return provisions(make.RULE)


def test_the_rule_is_what_it_should_be() -> None:
    made = document(make.RULE)
    eids = [provision.eid for provision in made.walk()]
    articles = [f"art_{n}" for n in (1, 2, 3, 4, 5, "5-1", *range(6, 13))]
    assert [eid for eid in eids if eid.count("_") == 1 and eid.startswith("art")] == articles
    assert {"chp_4", "art_3__para_1__point_2__indent_1", "art_6__para_1__point_3__indent_3", "art_9__para_2"} <= {*eids}
    assert {"art_5-1__para_1__row_3", "art_5-1__para_2", "annex_1__row_2", "annex_2__art_2__para_1__point_2"} <= {*eids}
    assert eids[-1] == "annex_2__art_3__para_1"
    assert made.problems == ()


@pytest.mark.parametrize("name", ["typed.docx", "numbered.docx", pytest.param("rule.pdf", marks=with_pdf)])
def test_the_rule_saved_in_another_format_is_the_same(name: str, as_text: list[tuple[str, str, str, str]]) -> None:
    assert provisions(HERE / name) == as_text
    assert document(HERE / name).title == "胡须市胡须管理办法"
    assert document(HERE / name).problems == ()


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("rule.md", make.as_markdown(), "utf-8"),
        ("rule.html", make.as_page(breaks=False), "gb18030"),
        ("breaks.html", make.as_page(breaks=True), "gb18030"),
        ("rule-gb.txt", make.RULE.read_text(encoding="utf-8"), "gb18030"),
        ("rule-16.txt", make.RULE.read_text(encoding="utf-8"), "utf-16"),
    ],
)
def test_the_rule_as_text_or_page_is_the_same(
    name: str, text: str, encoding: str, as_text: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(text.encode(encoding))
    assert provisions(tmp_path / name) == as_text
    assert document(tmp_path / name).title == "胡须市胡须管理办法"
    assert document(tmp_path / name).problems == ()


@with_office
@pytest.mark.parametrize("ending", ["doc", "wps", "rtf", "odt"])
def test_older_documents_are_read_by_way_of_libreoffice(
    ending: str, as_text: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    older = tmp_path / f"rule.{ending}"
    if ending in ("doc", "wps"):
        shutil.copy(HERE / "older.doc", older)
    else:
        shutil.copy(HERE / "typed.docx", tmp_path / "rule.docx")
        make.converted(tmp_path / "rule.docx", ending, tmp_path)
    assert provisions(older) == as_text


@with_office
def test_documents_made_now_are_read_like_those_made_before(
    as_text: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    make.typed().save(tmp_path / "typed.docx")
    make.numbered().save(tmp_path / "numbered.docx")
    assert provisions(tmp_path / "typed.docx") == provisions(tmp_path / "numbered.docx") == as_text


@with_office
@with_pdf
def test_a_pdf_made_now_is_read_like_the_one_made_before(
    as_text: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    for name in ("typed.docx", "numbered.docx"):
        made = make.converted(HERE / name, "pdf", tmp_path)
        assert provisions(made) == as_text


@with_pdf
def test_the_running_heads_of_the_pdf_are_residue() -> None:
    made = document(HERE / "rule.pdf")
    reasons = [one.reason for one in made.residue]
    assert reasons.count("running-head") == reasons.count("page-mark") == 4


@with_pdf
def test_a_library_of_word_and_pdf_files_is_built_and_a_broken_one_is_left_out(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    catalogue = []
    for name in ("numbered.docx", "rule.pdf", "broken.docx"):
        document_id, ending = name.split(".")
        catalogue.append(
            f'[[document]]\nid = "{document_id}"\nfile = "{name}"\nlanguage = "zh"\nkind = "local"\n'
            + ('implements = ["numbered"]\n' if ending == "pdf" else "")
        )
        if (HERE / name).exists():
            shutil.copy(HERE / name, corpus / name)
    (corpus / "broken.docx").write_bytes(b"PK\x03\x04")
    (corpus / "corpus.toml").write_text("\n".join(catalogue), encoding="utf-8")

    result = build(open_library(tmp_path), lambda **_: None)

    assert (result.documents, result.comparisons) == (2, 1)
    [problem] = result.problems
    broken = corpus / "broken.docx"
    assert problem["en"].startswith(f"document broken is left out: {broken}: the Word document is damaged.")


@with_pdf
def test_the_rule_compared_with_itself_in_another_format_is_unchanged() -> None:
    compared = compare(align(document(HERE / "numbered.docx"), document(HERE / "rule.pdf")))
    assert {row.status for row in compared.rows} == {"unchanged"}
    assert compared.findings == ()
