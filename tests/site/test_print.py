"""The pages on paper: printed by a real browser, read back from the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright import sync_api
from tests.cats import InventedLibrary
from tests.site.whole import write_site

from policydiff.model import Comparison, Finding
from policydiff.site import comparison_page

pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra: pdf)")

pytestmark = pytest.mark.browser
POINTS = {"portrait": (595, 842), "landscape": (842, 595)}  # of A4


@pytest.fixture
def printed(browser: sync_api.Browser, tmp_path: Path) -> Iterator[Printer]:
    page = browser.new_page(locale="zh-CN")
    yield Printer(page, tmp_path / "printed.pdf")
    page.close()


class Printer:
    """A browser that prints."""

    def __init__(self, page: sync_api.Page, path: Path) -> None:
        self.page = page
        self.path = path

    def __call__(self, address: str) -> tuple[list[str], list[tuple[int, int]], list[float]]:
        """Of each page its text, its size, and how far down there is something on it."""
        self.page.goto(address)
        self.page.pdf(path=self.path, prefer_css_page_size=True)
        texts, sizes, filled = [], [], []
        for page in pypdfium2.PdfDocument(self.path):
            texts.append(re.sub(r"\s", "", page.get_textpage().get_text_range()))
            sizes.append((round(page.get_width()), round(page.get_height())))
            number = page.get_height() * 0.07  # the page's own number stands below
            bottoms = [bottom for *_, bottom in map(_box, page.get_objects()) if bottom > number]
            filled.append(1 - min(bottoms) / page.get_height())
        return texts, sizes, filled


def _box(thing: object) -> tuple[float, float, float]:
    left, bottom, right, _ = thing.get_bounds()  # type: ignore[attr-defined]
    return left, right, bottom


@pytest.mark.parametrize(
    ("address", "words", "lying"),
    [
        ("index.html", "待核对5条提示", "portrait"),
        ("documents/cats.html", "在猫只休息时开放休息区；", "portrait"),
        ("comparisons/cats--bluestone.html", "在猫只休息时开放休息区；", "landscape"),
        ("comparisons/cats--cats-en.html", "Acatshallrestnoless", "landscape"),
        ("versions/cats/art_3.html", "在猫只休息时开放休息区；", "landscape"),
    ],
)
def test_a_page_is_printed_on_a4_with_its_words_and_page_numbers(
    printed: Printer, site: Path, address: str, words: str, lying: str
) -> None:
    texts, sizes, _ = printed(f"{site.as_uri()}/{address}")
    assert words in "".join(texts)
    assert set(sizes) == {POINTS[lying]}
    assert 1 <= len(texts) <= 3
    assert all(f"{n}/{len(texts)}" in text for n, text in enumerate(texts, 1))
    assert "检索全部条文" not in "".join(texts)


def test_every_words_and_finding_of_a_long_comparison_are_printed_and_no_page_is_left_half_empty(
    printed: Printer, tmp_path: Path, compared: Comparison
) -> None:
    tall = tuple(replace(row, findings=row.findings * 7) for row in compared.rows)
    (tmp_path / "long.html").write_text(comparison_page(replace(compared, rows=tall)), encoding="utf-8")
    texts, _, filled = printed((tmp_path / "long.html").as_uri())
    text = "".join(texts)
    for leaf in (*compared.base.leaves(), *compared.target.leaves()):
        assert re.sub(r"\s", "", leaf.text)[:8] in re.sub("[+−]", "", text), leaf.text
    assert len(re.findall("义务疑似弱化", text)) == 7 + 7, "in the list of what to check first, and where it was found"
    assert len(texts) > 2
    assert min(filled[:-1]) > 0.6


def test_tall_versions_of_an_article_begin_below_its_title(
    printed: Printer, tmp_path: Path, library: InventedLibrary
) -> None:
    pair, local = next(one for one in library.comparisons if one[0].relation == "implements")
    tall = replace(local, rows=tuple(replace(row, findings=row.findings * 9) for row in local.rows))
    other = replace(pair.target, id="greystone")
    same = replace(local, rows=tuple(replace(row, findings=()) for row in local.rows))
    comparisons = ((pair, tall), (replace(pair, target=other), same))
    write_site(tmp_path / "site", (*library.shelf, (other, local.target)), comparisons)
    _, _, filled = printed((tmp_path / "site/versions/cats/art_2.html").as_uri())
    assert len(filled) > 1
    assert filled[0] > 0.6


def test_what_is_unfolded_by_a_click_is_on_paper_without_one(printed: Printer, site: Path) -> None:
    texts, _, _ = printed(f"{site.as_uri()}/comparisons/cats--bluestone.html")
    assert "0.31二（三）" in "".join(texts)


def test_each_page_after_the_first_says_at_its_head_what_it_is_of(
    printed: Printer, tmp_path: Path, compared: Comparison
) -> None:
    path = tmp_path / "comparison.html"
    path.write_text(comparison_page(replace(compared, rows=compared.rows * 4)), encoding="utf-8")
    (first, *others), _, _ = printed(path.as_uri())
    head = f"{compared.base.title}|{compared.target.title}"
    assert others
    assert all(head in text for text in others)
    assert head not in first


def test_what_was_searched_for_and_where_stands_above_what_was_found(printed: Printer, site: Path) -> None:
    texts, _, _ = printed(f"{site.as_uri()}/search.html?q=猫只&kind=local")
    assert "检索全部条文猫只" in texts[0]
    assert "全部语言" in texts[0]
    assert "全部类别" not in texts[0]
    assert "上位法" not in texts[0]
    printed.page.emulate_media(media="print")
    chosen = printed.page.locator(".choices :checked + span").first
    assert chosen.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    texts, _, _ = printed(f"{site.as_uri()}/index.html")
    assert "词语、" not in "".join(texts)


def test_what_was_filtered_is_printed_and_said_to_be_a_part(printed: Printer, site: Path) -> None:
    texts, _, _ = printed(f"{site.as_uri()}/comparisons/cats--bluestone.html#show=omitted")
    assert "经筛选，仅列1/8行" in "".join(texts)
    assert "在猫只休息时开放休息区；" in "".join(texts)
    assert "二（二）" not in "".join(texts)
    whole, _, _ = printed(f"{site.as_uri()}/comparisons/cats--cats-en.html")
    assert "经筛选" not in "".join(whole)


def test_what_is_to_be_checked_first_is_counted_in_print_though_it_is_folded_and_what_is_far_is_not_printed(
    printed: Printer, tmp_path: Path, compared: Comparison
) -> None:
    first, *others = compared.rows
    kinds = ("number", "scope", "actor", "exception", "modality", "reference", "dropped-element")
    found = [Finding(type="scope", base=f"旧{rule}", target=f"新{rule}", message="", rule=rule) for rule in kinds]
    row = replace(first, findings=tuple(found))
    in_doubt = replace(first, link=first.link._replace(basis="doubtful"), findings=(replace(found[-1], target="又新"),))
    gone = next(row for row in others if row.status == "omitted")
    near, far = (tuple(one._replace(score=score) for one in gone.link.candidates) for score in (0.53, 0.03))
    for candidates, is_printed in ((near, True), (far, False)):
        shown = [replace(o, link=o.link._replace(candidates=candidates)) if o is gone else o for o in others]
        path = tmp_path / "comparison.html"
        path.write_text(comparison_page(replace(compared, rows=(row, in_doubt, *shown))), encoding="utf-8")
        texts, _, _ = printed(path.as_uri())
        text = "".join(texts)
        assert "同类另有1条（见各行）" in text
        assert re.search(r"其余\d类（见各行）", text)
        assert (f"{candidates[0].score:.2f}" in text) == is_printed


def test_the_names_of_the_columns_are_not_left_alone_at_the_foot_of_a_page(
    printed: Printer, tmp_path: Path, compared: Comparison
) -> None:
    """However much stands above them."""
    long = replace(compared.rows[1], findings=())
    path = tmp_path / "comparison.html"
    for lines in (12, 14, 16):
        whole = Finding(type="drafting", base="", target="猫" * 110 * lines, message="", rule="numbering")
        path.write_text(comparison_page(replace(compared, rows=(long,) * 3, findings=(whole,))), encoding="utf-8")
        texts, _, _ = printed(path.as_uri())
        names = f"{compared.base.title}{compared.target.title}"
        [page] = (text for text in texts if names in text)
        assert "≠变更第1行" in page, lines


def test_nothing_on_paper_has_a_colour(browser: sync_api.Browser, site: Path) -> None:
    page = browser.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    for name in ("comparisons/cats--bluestone.html", "versions/cats/art_3.html"):
        page.goto(f"{site.as_uri()}/{name}")
        edges = page.eval_on_selector_all(
            ".side, .version-head, .finding", "all => all.flatMap(one => ['Left', 'Top'].map(side => "
            "[getComputedStyle(one)[`border${side}Width`], getComputedStyle(one)[`border${side}Color`]]))"
        )  # fmt: skip
        colours = {colour for width, colour in edges if width != "0px"}
        channels = [re.findall(r"\d+", colour)[:3] for colour in colours]
        assert channels
        assert all(len(set(one)) == 1 for one in channels), colours
    page.close()
