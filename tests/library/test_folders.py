"""Which files are meant where files and folders are named."""

from __future__ import annotations

from pathlib import Path

from policydiff.library.folders import files_in
from policydiff.library.init import init


def test_a_link_that_leads_out_of_the_folder_is_not_followed(drafts: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("第一条 秘密。", encoding="utf-8")
    (drafts / "pw.txt").symlink_to(secret)
    (drafts / "round.txt").symlink_to(drafts / "round.txt")
    (drafts / "same.txt").symlink_to(drafts / "local.md")
    wanted, other = files_in([drafts])
    assert "same.txt" in [path.name for path in wanted]
    assert [path.name for path in other] == ["pw.txt", "round.txt"]


def test_a_folder_is_its_documents_in_order_and_what_is_no_document_is_named(drafts: Path) -> None:
    (drafts / "table.xlsx").write_bytes(b"x")
    (drafts / ".hidden.txt").write_text("x", encoding="utf-8")
    (drafts / "~$local.docx").write_bytes(b"x")
    (drafts / "more").mkdir()
    (drafts / "more" / "a.html").write_text("x", encoding="utf-8")
    (drafts / "more" / "loop").symlink_to(drafts)
    wanted, other = files_in([drafts, drafts / "local.md"])
    assert [path.relative_to(drafts).as_posix() for path in wanted] == [
        "central.txt",
        "local.md",
        "more/a.html",
        "notice.txt",
    ]
    assert [path.name for path in other] == ["table.xlsx"]


def test_what_was_built_of_a_library_is_no_document_of_it(drafts: Path) -> None:
    init(drafts / "rules")
    for place in ("indexes/search/records.txt", "site/index.html", "corpus/kept.txt"):
        (drafts / "rules" / place).parent.mkdir(parents=True, exist_ok=True)
        (drafts / "rules" / place).write_text("x", encoding="utf-8")
    (drafts / "site").mkdir()
    (drafts / "site" / "own.txt").write_text("x", encoding="utf-8")
    wanted, other = files_in([drafts])
    assert {"kept.txt", "own.txt"} <= {path.name for path in wanted}
    assert not {"records.txt", "index.html"} & {path.name for path in (*wanted, *other)}
