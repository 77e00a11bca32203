"""The pages in a real browser, opened from a folder as a reader opens them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright import sync_api
from tests.cats import InventedLibrary, central, entry
from tests.search.whole import write_index
from tests.site.whole import write_site

from policydiff.library import Entry, Pair
from policydiff.model import Candidate, Comparison, Document, Edit, Finding, Language, Link, Provision, Row, Source
from policydiff.parsing import parse
from policydiff.presentation import Reading
from policydiff.search import Filter, search
from policydiff.site import comparison_page, start

pytestmark = pytest.mark.browser
LEFT = "net::ERR_ABORTED"  # the reader went to another page before a piece of data had come
WIDTHS = (1440, 1024, 390)
PAGES = (
    "index.html",
    "search.html?q=猫只",
    "documents/cats.html",
    "documents/cats-en.html",
    "comparisons/cats--bluestone.html",
    "comparisons/cats--cats-en.html",
    "versions/cats/art_3.html",
)


# What has the focus: its beginning, whether it has a ring, and whether nothing stands before its upper edge.
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 10));
  const seen = hit && (element.contains(hit) || hit.contains(element));
  return [element.outerHTML.slice(0, 80), outlineStyle !== "none", Boolean(seen)];
}"""


@pytest.fixture
def page(browser: sync_api.Browser) -> Iterator[sync_api.Page]:
    """A window of a Chinese reader; the test fails if a page complains or asks for anything outside."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else said.append(request.url))
    page.on("requestfailed", lambda request: said.append(f"{request.failure}: {request.url}"))
    yield page
    context.close()
    assert [line for line in said if not line.startswith(LEFT)] == []


def visit(page: sync_api.Page, site: Path, address: str) -> None:
    page.goto(f"{site.as_uri()}/{address}")


def visible_rows(page: sync_api.Page) -> list[str]:
    statuses: list[str] = page.eval_on_selector_all(
        ".row:not([hidden])", "rows => rows.map(row => /is-(unchanged|changed|omitted|added)/.exec(row.className)[1])"
    )
    return statuses


def test_a_reader_comes_from_the_start_page_to_a_comparison(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "index.html")
    page.locator(".card").get_by_role("link", name="青石区猫咖管理实施细则").first.click()
    page.wait_for_url("**/comparisons/cats--bluestone.html")
    assert re.sub(r"\s", "", page.locator("h1").inner_text()) == (
        "上位法:猫咖管理办法国家猫务总局·2024年3月1日本规定·实施:青石区猫咖管理实施细则青石区猫务局·2024年8月15日"
    )
    assert len(visible_rows(page)) == 8


def test_a_square_of_the_start_page_leads_to_its_provision(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "index.html")
    page.get_by_role("link", name="第三条第（二）项 遗漏").first.click()
    page.wait_for_url("**/comparisons/cats--bluestone.html#base-art_3__point_2")
    assert "遗漏" in page.locator(".row.here .status").inner_text()


def test_filters_leave_the_rows_that_were_asked_for_and_stand_in_the_address(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.get_by_role("button", name="遗漏 1").click()
    assert visible_rows(page) == ["omitted"]
    page.get_by_role("button", name="新增 1").click()
    assert visible_rows(page) == ["omitted", "added"]
    assert page.url.endswith("#show=omitted,added")
    page.get_by_role("button", name="清除筛选").first.click()
    assert len(visible_rows(page)) == 8
    page.get_by_role("button", name="义务强度 1").click()
    assert visible_rows(page) == ["changed"]


def test_filters_of_two_groups_narrow_and_old_addresses_hold(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html#find=modality")
    unseen = page.get_by_role("button", name=re.compile("^未阅"))
    unseen.click()
    assert page.url.endswith("#find=modality&seen=unseen")
    assert visible_rows(page) == ["changed"]
    page.locator(".row:not([hidden])").get_by_label("已阅").check()
    unseen.click()
    unseen.click()
    assert visible_rows(page) == []
    page.evaluate("location.hash = '#find=unseen'")
    page.wait_for_function("document.querySelectorAll('.row:not([hidden])').length > 1")
    assert page.get_by_role("button", name=re.compile("^未阅")).get_attribute("aria-pressed") == "true"


def test_an_address_with_a_filter_opens_filtered(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html#show=added")
    assert visible_rows(page) == ["added"]
    assert page.get_by_role("button", name="新增 1").get_attribute("aria-pressed") == "true"


def test_a_filter_that_fits_nothing_says_so_and_how_to_go_on(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html#show=added&find=modality")
    assert visible_rows(page) == []
    said = page.locator("[data-nothing]")
    assert "没有符合筛选条件的行。" in said.inner_text()
    assert said.is_visible()
    said.get_by_role("button", name="清除筛选").click()
    assert len(visible_rows(page)) == 8
    assert page.evaluate("document.activeElement.matches('.chip')")


def test_a_filter_in_an_address_brings_its_rows_before_the_reader(page: sync_api.Page, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_text(comparison_page(in_chapters(long_comparison())), encoding="utf-8")
    page.set_viewport_size({"width": 1024, "height": 700})

    def first_below_the_filters() -> bool:
        found: bool = page.evaluate(
            """() => {
              const bar = document.querySelector(".sticky").getBoundingClientRect();
              const row = document.querySelector(".row:not([hidden])").getBoundingClientRect();
              return bar.top >= 0 && row.top >= bar.bottom - 1 && row.top < innerHeight / 2;
            }"""
        )
        return found

    visit(page, tmp_path, "long.html#show=changed")
    assert first_below_the_filters()
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.evaluate("location.hash = '#show=unchanged'")
    page.wait_for_function("!document.querySelector('.row.is-unchanged[hidden]')")
    page.wait_for_timeout(100)
    assert first_below_the_filters()


def test_a_filter_counts_what_the_others_leave(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")

    def counts(group: str) -> dict[str, int]:
        chips = page.locator(f".chip[data-filter={group}]")
        return {str(one.get_attribute("data-name")): int(one.locator("b").inner_text()) for one in chips.all()}

    unfiltered = {group: counts(group) for group in ("show", "find", "mark", "seen")}
    page.locator("[data-name=changed]").click()
    assert counts("show") == unfiltered["show"]  # its own group adds up
    page.locator("[data-name=modality]").click()
    assert counts("show") == {"unchanged": 0, "changed": 1, "omitted": 0, "added": 0}
    for name, count in counts("find").items():
        before = page.locator(".row").count()
        assert count <= unfiltered["find"][name] <= before
    page.get_by_role("button", name="清除筛选").first.click()
    assert {group: counts(group) for group in ("show", "find", "mark", "seen")} == unfiltered


def test_a_permalink_names_the_only_paragraph_of_an_article_or_does_not_and_a_dead_one_says_so(
    page: sync_api.Page, site: Path
) -> None:
    for address in ("base-art_1__para_1", "base-art_3__para_1__point_2"):
        visit(page, site, f"comparisons/cats--bluestone.html#{address}")
        page.reload()
        page.locator(".row.here").wait_for()
        assert page.locator(".row.here").count() == 1, address
        assert not page.get_by_text("未找到此条").is_visible()
    visit(page, site, "comparisons/cats--bluestone.html#base-art_99")
    page.reload()
    page.get_by_text("未找到此条").wait_for()
    page.get_by_role("button", name="变更").click()
    assert not page.get_by_text("未找到此条").is_visible()


def test_on_a_narrow_window_the_filters_are_unfolded_by_a_button_that_says_how_many_are_on(
    page: sync_api.Page, tmp_path: Path
) -> None:
    (tmp_path / "long.html").write_text(comparison_page(in_chapters(long_comparison())), encoding="utf-8")
    for width, height in ((390, 844), (768, 1024), (1024, 700)):
        page.set_viewport_size({"width": width, "height": height})
        visit(page, tmp_path, "long.html")
        page.reload()
        button = page.get_by_role("button", name="筛选", exact=True)
        unseen = page.locator("[data-name=unseen]")
        assert not unseen.is_visible()
        assert page.locator(".sticky").evaluate("one => one.offsetHeight") < height / 6
        button.click()
        assert button.get_attribute("aria-expanded") == "true"
        unseen.click()
        page.locator("[data-name=changed]").click()
        page.get_by_role("button", name="筛选 2").click()
        assert unseen.is_visible()  # what is on stays in sight
        unseen.click()
        assert page.evaluate("document.activeElement.matches('[data-unfold]')")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert not page.locator("[data-unfold]").is_visible()


def test_no_cell_grows_as_a_reader_points_at_it(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    cell = page.locator(".row .cell").first
    before = cell.evaluate("one => one.getBoundingClientRect().height")
    cell.hover()
    assert cell.locator(".cite").count() == 1
    assert cell.evaluate("one => one.getBoundingClientRect().height") == before


@pytest.mark.parametrize("width", [1440, 1100, 1024, 800, 768, 390])
def test_no_citation_of_a_list_runs_into_the_text_beside_it(
    page: sync_api.Page, tmp_path: Path, compared: Comparison, width: int
) -> None:
    number = "第一百二十三条之一第四款第（十五）项"
    law = tuple(Provision(eid=f"art_{n}", level="article", num=number, text="猫。") for n in range(2))
    long = replace(compared.base, provisions=law), replace(compared.target, provisions=law)
    finding = Finding(type="number", base="三日", target="五日", message="", rule="number")
    row = Row(link=Link(("art_0",), ("art_1",), "text", 0.9), status="changed", findings=(finding,) * 7)
    made = comparison_page(Comparison(base=long[0], target=long[1], rows=(row,)))
    (tmp_path / "long.html").write_text(made, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, tmp_path, "long.html")
    for language in ("中文", "English"):
        page.get_by_role("button", name=language).click()
        words, where = (page.locator(one).first.bounding_box() for one in (".notice-words", ".notice-where .notice-at"))
        assert words
        assert where
        beside = words["x"] + words["width"] <= where["x"] + 0.5
        assert beside or words["y"] + words["height"] <= where["y"] + 0.5
        assert where["x"] + where["width"] <= width


def test_a_permalink_shows_its_row_even_where_a_filter_hides_it(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html#show=added")
    page.evaluate("location.hash = '#base-art_5'")
    page.wait_for_selector(".row.here:has-text('施行')")
    assert len(visible_rows(page)) == 8
    assert page.get_by_text("为显示该行，已取消筛选").is_visible()


def test_a_permalink_of_a_row_that_a_filter_shows_keeps_the_filter(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html#find=modality")
    row = page.locator(".row:not([hidden]) .cell[id]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id }", row)
    page.wait_for_selector(".row.here")
    assert visible_rows(page) == ["changed"]
    assert not page.get_by_text("为显示该行，已取消筛选").is_visible()


def test_on_a_telephone_the_count_of_rows_and_the_filters_that_matter_most_are_on_the_screen(
    page: sync_api.Page, tmp_path: Path, compared: Comparison
) -> None:
    power = Finding(type="added-duty", base="", target="", message="", rule="new-penalty")
    first, *others = compared.rows
    doubtful = replace(first, link=first.link._replace(basis="doubtful"), findings=(power,))
    file = tmp_path / "alone.html"
    file.write_text(comparison_page(replace(compared, rows=(doubtful, *others))), encoding="utf-8")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(file.as_uri())
    for name in ("newly-set", "doubtful"):
        box = page.locator(f"[data-name={name}]").bounding_box()
        assert box
        assert 0 <= box["x"] < box["x"] + box["width"] <= 390
    page.locator("[data-name=newly-set]").click()
    assert page.locator(".toolbar .tally").inner_text() == f"显示 1 / {len(compared.rows)} 行"


def test_a_permalink_of_an_article_leads_to_its_first_leaf(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html#target-lvl_2")
    assert "二（一）" in page.locator(".row.here").inner_text()


def test_j_and_k_walk_through_the_differences_below_the_sticky_bar(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    seen = []
    for key in "jjjk":
        page.keyboard.press(key)
        seen.append(page.locator(".row.here").get_attribute("id"))
    assert seen == ["row-1", "row-2", "row-5", "row-2"]
    top, bar = page.evaluate(
        "[document.querySelector('.row.here').getBoundingClientRect().top,"
        " document.querySelector('.sticky').getBoundingClientRect().bottom]"
    )
    assert top >= bar


def test_a_strip_at_the_edge_shows_every_row_by_its_status_and_leads_to_it(page: sync_api.Page, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_text(comparison_page(long_comparison(60)), encoding="utf-8")
    visit(page, tmp_path, "long.html#show=omitted")
    ticks = page.locator(".minimap i")
    fates = ticks.evaluate_all("ticks => ticks.map(one => one.classList[0])")
    assert [fates[at] for at in (0, 1, 6, 50)] == ["f-omitted", "f-unchanged", "f-changed", "f-omitted"]
    assert page.locator(".minimap i:not(.off)").count() == 2
    ticks.nth(50).click()
    assert page.evaluate("document.activeElement.id") == "row-51"


@pytest.mark.parametrize("address", ["comparisons/cats--bluestone.html", "versions/cats/art_2.html"])
@pytest.mark.parametrize(("mark", "sign"), [("del", "−"), ("ins", "+")])
def test_what_was_deleted_and_inserted_bears_a_sign_beside_its_colour(
    page: sync_api.Page, site: Path, address: str, mark: str, sign: str
) -> None:
    visit(page, site, address)
    marked = page.locator(f".is-changed .words {mark}").first
    assert sign in marked.evaluate("one => getComputedStyle(one, '::before').content")


def test_where_the_sides_stand_one_below_the_other_what_is_the_same_is_that_above(
    page: sync_api.Page, tmp_path: Path
) -> None:
    (tmp_path / "long.html").write_text(comparison_page(long_comparison(20)), encoding="utf-8")
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, tmp_path, "long.html")
    label = page.locator(".is-unchanged .target:has(.same) .label").first
    assert label.evaluate("one => getComputedStyle(one, '::after').content") == '"同上"'


def test_on_a_tablet_a_status_stands_beside_its_words_and_notes_are_wide_enough_for_a_citation(
    page: sync_api.Page, site: Path
) -> None:
    page.set_viewport_size({"width": 768, "height": 900})
    visit(page, site, "comparisons/cats--bluestone.html")
    page.get_by_role("button", name="English").click()
    edges = page.evaluate(
        """[...document.querySelectorAll(".row")].map((row) => {
          const words = document.createRange();
          words.selectNodeContents(row.querySelector(".status"));
          return [words.getBoundingClientRect().right, row.querySelector(".side").getBoundingClientRect().left];
        })"""
    )
    assert all(ends <= begins for ends, begins in edges), edges
    visit(page, site, "documents/bluestone.html")
    assert page.locator(".notes").first.evaluate("one => one.getBoundingClientRect().width") >= 130


def test_the_keys_can_be_switched_off(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.get_by_label("快捷键").uncheck()
    page.keyboard.press("j")
    assert page.locator(".row.here").count() == 0


def test_the_words_of_a_finding_light_up_on_both_sides(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.locator(".row .finding").first.focus()
    assert page.evaluate("[...CSS.highlights.get('finding')].map(String)") == ["应当建立", "可以建立"]


@pytest.mark.parametrize(
    ("query", "labels", "marked"),
    [
        ("罚款", ["第四条", "二（二）"], "罚款"),
        ("“强迫猫只接触顾客”", ["第四条", "二（一）"], "强迫猫只接触顾客"),
        ("第三条第（二）项", ["第三条第（二）项"], ""),
        ("第二条第二款", ["第二条第二款", "Article 2(2)"], ""),
        ("Article 2(2)", ["第二条第二款", "Article 2(2)"], ""),
        ("青石区 一（二）", ["一（二）"], ""),
        ("cats 第二条第二款", ["第二条第二款"], ""),
        ("Article 2(2) of the Measures on Cat Cafés", ["Article 2(2)"], ""),
        ("《青石区猫咖管理实施细则》", ["标题"], "青石区猫咖管理实施细则"),
        ("經營者的義務", ["一"], "经营者的义务"),
        ("OPERATOR report", ["Article 2"], "Operators"),
        ("二（三）", ["二（三）"], ""),
    ],
)
def test_search_finds(page: sync_api.Page, site: Path, query: str, labels: list[str], marked: str) -> None:
    visit(page, site, "index.html")
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_selector(".hit, [data-say=no-hits]:not([hidden])")
    assert page.locator(".hit-label").all_inner_texts() == labels
    if marked:
        assert page.locator("mark").first.inner_text() == marked


def test_a_question_finds_what_has_the_most_of_it_and_the_page_says_as_what_it_was_read(
    page: sync_api.Page, site: Path
) -> None:
    visit(page, site, "search.html?q=请问经营者有没有猫粮义务")
    page.wait_for_selector(".hit")
    assert page.locator("[data-say=read-as]").is_visible()
    assert page.locator("[data-read-as]").inner_text() == "经营者 义务"
    assert page.locator("mark").first.inner_text() == "经营者"
    visit(page, site, "search.html?q=经营者")
    page.wait_for_selector(".hit")
    assert page.locator("[data-say=read-as]").is_hidden()


def test_a_body_is_looked_up_by_its_other_names_and_the_page_says_so(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "search.html?q=农业局")
    page.wait_for_selector(".hit")
    assert page.locator("[data-also]").inner_text() == "农业部门 · 农业农村部门"
    assert page.locator("mark").first.inner_text() == "农业农村部门"
    visit(page, site, "search.html?q=经营者")
    page.wait_for_selector(".hit")
    assert page.locator("[data-also-line]").is_hidden()


def test_any_two_characters_in_a_row_are_found(page: sync_api.Page, site: Path, compared: Comparison) -> None:
    visit(page, site, "search.html?q=猫")
    page.wait_for_selector(".hit")
    missing = page.evaluate(
        """async (texts) => {
          const missing = [];
          for (const text of texts)
            for (let i = 0; i + 1 < text.length; i += 1) {
              const pair = text.slice(i, i + 2);
              if (!/^[\\u4e00-\\u9fff]{2}$/.test(pair)) continue;
              const { groups, asked } = await policydiff.search(pair);
              const hits = await policydiff.read(groups.flatMap((group) => group.hits), asked);
              if (!hits.some((hit) => hit.text === text)) missing.push(pair);
            }
          return missing;
        }""",
        [leaf.text for leaf in compared.target.leaves()],
    )
    assert missing == []


@pytest.fixture(scope="session")
def bundled_site(bundled: list[tuple[Entry, Document]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled documents' pages, their search data in as many pieces and volumes as a large library has."""
    folder = tmp_path_factory.mktemp("bundled-site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("policydiff.site.shards.POSTINGS_PIECE", 600)
        patch.setattr("policydiff.site.shards.LEAVES_PIECE", 600)
        patch.setattr("tests.site.whole.VOLUME", 2)
        write_site(folder, bundled, ())
    assert len(list((folder / "data").glob("postings-*.js"))) > 50
    return folder


@pytest.fixture(scope="session")
def bundled_index(bundled: list[tuple[Entry, Document]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the bundled documents, as the command line searches it."""
    folder = tmp_path_factory.mktemp("bundled-index")
    write_index(folder, bundled)
    return folder


def test_the_search_page_finds_what_the_command_line_finds(
    page: sync_api.Page, bundled_site: Path, asked: str, answers: list[tuple[str, str]]
) -> None:
    visit(page, bundled_site, "search.html")
    found = page.evaluate(
        """async (query) => {
          const { groups, asked } = await policydiff.search(query);
          return (await Promise.all(groups.map(async ({ document, hits }) =>
            (await policydiff.read(hits, asked)).map((hit) => [document.id, hit.eid])))).flat();
        }""",
        asked,
    )
    assert sorted(map(tuple, found)) == answers


def test_where_nothing_is_found_the_page_says_what_stands_nowhere_and_looks_for_what_is_left(
    page: sync_api.Page, bundled_site: Path
) -> None:
    visit(page, bundled_site, "search.html?q=飞船通报")
    page.wait_for_selector("[data-missing-line]:not([hidden])")
    assert page.locator("[data-missing]").inner_text() == "飞船"
    page.locator("[data-instead]").get_by_role("button", name="通报").click()
    page.wait_for_selector(".hit")
    assert page.get_by_role("searchbox").input_value() == "通报"
    assert page.locator("[data-missing-line], [data-instead-line]").first.is_hidden()


@pytest.mark.parametrize(
    "asked",
    [
        *(
            "实施细责",
            "应急予案",
            "应预案",
            "通报批平",
            "报通批评",
            "网络安天全责任",
            "二十五条款",
            "飞船通报",
            "有期徒形",
        ),
        *(
            "《网络安全责任止实施办法》第八条",
            "党委网络安全责任制实施办法（试行）",
            "网洛安全法 通报",
            "予案 -审计",
            "*",
        ),
        *("organisatons", "cybersecruity responsibilties", "penalities", "网络 securty", "实施细责 -“审计”"),
    ],
)
def test_the_search_page_offers_what_the_command_line_offers_in_place_of_a_slip(
    page: sync_api.Page, bundled_site: Path, bundled_index: Path, asked: str
) -> None:
    visit(page, bundled_site, "search.html")
    for among in (Filter(), Filter(language="en"), Filter(kinds=["local"])):
        chosen = {"kind": "".join(among.kinds), "lang": among.language or ""}
        found = page.evaluate("async ([query, chosen]) => policydiff.search(query, chosen)", [asked, chosen])
        here = search(bundled_index, asked, among)
        assert found["total"] == here.total
        assert found["asked"].get("meant", []) == list(here.meant)


def test_a_click_on_what_may_have_been_meant_asks_it(page: sync_api.Page, bundled_site: Path) -> None:
    visit(page, bundled_site, "search.html?q=应急予案")
    page.wait_for_selector("[data-meant-line]:not([hidden])")
    assert "没有找到" in page.get_by_role("status").inner_text()  # so a screen reader says it
    page.locator("[data-meant]").get_by_role("button", name="应急预案").click()
    page.wait_for_selector(".hit")
    assert page.get_by_role("searchbox").input_value() == "应急预案"
    assert page.locator("[data-meant-line]").is_hidden()


@pytest.mark.parametrize(
    ("among", "asked", "without"), [("", "猫只", "应当"), ("findings", "猫只", "开放休息区"), ("findings", "", "猫只")]
)
def test_a_word_behind_a_minus_is_left_out_and_the_page_says_so(
    page: sync_api.Page, site: Path, among: str, asked: str, without: str
) -> None:
    def total(query: str) -> int:
        visit(page, site, "index.html")
        visit(page, site, f"search.html#q={query}&in={among}&type=")
        page.wait_for_selector(".hit")
        return int(page.locator("[data-tally] [data-n]").inner_text())

    if asked:
        assert total(f"{asked} -{without}") < total(asked)
        assert page.locator("[data-without-line]").is_hidden()
    assert total(f"{asked} -{without}") > 0
    assert page.locator("[data-without]").inner_text() == without
    assert not any(without in words for words in page.locator(".hit-words:visible").all_inner_texts())


def test_a_long_provision_is_shown_around_its_match_from_one_word_to_another(
    page: sync_api.Page, bundled_site: Path
) -> None:
    visit(page, bundled_site, "search.html?q=responsible")
    page.wait_for_selector(".hit")
    text = " ".join(page.locator(".hit").first.locator("[data-words]").inner_text().split())
    assert "shall be responsible for" in text
    assert (text[0], text[-1]) == ("…", "…")
    first, last = text.strip("…").split()[0], text.strip("…").split()[-1]
    page.locator(".hit").first.click()
    page.wait_for_url("**/documents/**")
    whole = page.locator("article").inner_text()
    assert all(re.search(rf"\b{re.escape(word)}\b", whole) for word in (first, last))


def test_a_hit_on_a_heading_leads_to_it_and_one_on_a_title_to_the_document(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "search.html?q=总则")
    page.locator(".hit").click()
    page.wait_for_url("**/documents/cats.html#chp_1")
    visit(page, site, "search.html?q=猫咖管理")
    titles = page.locator(".hit", has_text="标题")
    titles.first.wait_for()
    assert titles.last.get_attribute("href") == "documents/bluestone.html"


def test_a_hit_leads_to_the_provision_on_its_page(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "search.html?q=罚款")
    page.locator(".hit").first.click()
    page.wait_for_url("**/documents/cats.html#art_4")
    assert page.locator("#art_4").is_visible()


def test_results_are_narrowed_by_kind_and_language_and_the_address_keeps_it(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "search.html?q=Article+2")
    page.wait_for_selector(".hit")
    page.get_by_text("英文", exact=True).click()
    page.wait_for_selector(".group:only-child")
    assert page.locator(".group h3 a").all_inner_texts() == ["Measures on Cat Cafés"]
    page.reload()
    page.wait_for_selector(".hit")
    assert page.locator(".group").count() == 1
    assert page.get_by_role("searchbox").input_value() == "Article 2"


@pytest.mark.parametrize("query", ["第九十九条", "art_99", "猫咖管理办法 第九十九条"])
def test_that_there_is_no_such_provision_is_said(page: sync_api.Page, site: Path, query: str) -> None:
    visit(page, site, f"search.html?q={query}")
    assert page.get_by_text("没有这一条、款、项").is_visible()
    assert not page.get_by_text("可试试较短的词").is_visible()
    visit(page, site, f"search.html?q={query}&kind=local")
    assert page.get_by_text("可试试较短的词").is_visible()


def test_a_query_that_is_markup_is_text(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "search.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    assert page.get_by_text("没有找到。").is_visible()
    assert page.locator("main img").count() == 0


def test_the_language_of_the_interface_is_switched_and_remembered(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "index.html")
    assert page.get_by_role("heading", name="对照", exact=True).is_visible()
    page.get_by_role("button", name="English").click()
    assert page.get_by_role("heading", name="Comparisons", exact=True).is_visible()
    assert not page.get_by_role("heading", name="对照", exact=True).is_visible()
    visit(page, site, "documents/cats.html")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_text("Left out of the provisions").first.is_visible()


@pytest.mark.parametrize(
    ("address", "zh", "en"),
    [
        ("index.html", "条文对照 · policydiff", "policydiff"),
        ("search.html", "检索 · policydiff", "Search · policydiff"),
        ("documents/cats.html", "猫咖管理办法 · policydiff", "猫咖管理办法 · policydiff"),
    ],
)
def test_the_title_of_a_page_is_in_the_language_of_the_interface(
    page: sync_api.Page, site: Path, address: str, zh: str, en: str
) -> None:
    visit(page, site, address)
    assert page.title() == zh
    page.get_by_role("button", name="English").click()
    assert page.title() == en


@pytest.mark.parametrize(
    ("address", "interface"),
    [
        ("comparisons/cats--bluestone.html", "h1 .kind"),
        ("documents/cats.html", ".relations .counts b"),
        ("versions/cats/art_3.html", ".unit-said"),
    ],
)
def test_the_interface_is_set_alike_in_both_languages(
    page: sync_api.Page, site: Path, address: str, interface: str
) -> None:
    visit(page, site, address)
    fonts = []
    for language in ("English", "中文"):
        page.get_by_role("button", name=language).click()
        fonts.append(page.locator(interface).first.evaluate("one => getComputedStyle(one).fontFamily"))
    assert fonts[0] == fonts[1]


def test_findings_speak_the_language_of_the_interface(page: sync_api.Page, site: Path) -> None:
    said = {
        "zh": "“每30日”与“每60日”的数量、期限或者频次不同，或者只有一方作了规定，适用结果可能不同，请核对。",
        "en": "“每30日” and “每60日” set another amount, time or frequency, or one of them sets none: check.",
    }
    for address, root in (("comparisons/cats--bluestone.html", ".finding"), ("index.html", ".notice")):
        visit(page, site, address)
        message = page.locator(f"{root} .message", has_text="每60日")
        page.get_by_role("button", name="中文").click()
        assert message.inner_text() == said["zh"]
        page.get_by_role("button", name="English").click()
        assert message.inner_text() == said["en"]


def test_oddities_of_a_document_speak_the_language_of_the_interface(page: sync_api.Page, tmp_path: Path) -> None:
    text = "第一条 留须。\n第二条 剃须。\n第四条 蓄发。\n"
    source = Source(text=text, origin="beards.txt", sha256="0", language="zh")
    entry = Entry(id="beards", path=Path("beards.txt"), language="zh", title="胡须办法", kind="central")
    write_site(tmp_path, [(entry, parse(source, id="beards", title="胡须办法"))], ())
    visit(page, tmp_path, "documents/beards.html")
    listed = page.locator(".problems li")
    assert "编号：第四条前面是第二条" in listed.inner_text()
    page.get_by_role("button", name="English").click()
    assert "numbering: 第四条 follows 第二条" in listed.inner_text()
    assert "编号" not in listed.inner_text()


def test_why_a_near_provision_was_not_taken_is_said_at_the_omission(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    assert page.locator(".taken:visible").all_inner_texts() == [
        "二（三）未认定为对应：它已与第二条第二款对应，再与本条对应的可能性不足。"
    ]
    page.get_by_role("button", name="English").click()
    assert page.locator(".taken:visible").all_inner_texts() == [
        "二（三） was not taken: it answers 第二条第二款, and hardly answers this one as well."
    ]


def test_a_citation_is_copied_as_drafters_write_it(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#base-art_3__point_2").hover()
    page.locator("#base-art_3__point_2").get_by_role("button", name="引用", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()") == "《猫咖管理办法》第三条第（二）项"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("comparisons/cats--bluestone.html", "#base-art_3__point_2"),
        ("documents/cats.html", "#art_3__point_2 > .line"),
        ("versions/cats/art_3.html", ".cell"),
        ("search.html?q=休息区", ".hit-item"),
    ],
)
def test_with_a_citation_goes_its_address_only_where_others_can_open_it(
    page: sync_api.Page, browser: sync_api.Browser, site: Path, address: str, place: str
) -> None:
    def hover(page: sync_api.Page) -> sync_api.Locator:
        line = page.locator(place).filter(has_text="在猫只休息时开放休息区").first
        line.hover()
        line.get_by_role("button", name="引用", exact=True).wait_for()
        return line.get_by_role("button", name="引用+链接")

    visit(page, site, address)
    assert hover(page).count() == 0
    served = browser.new_context(locale="zh-CN", permissions=["clipboard-read", "clipboard-write"]).new_page()
    root = "http://localhost"
    served.route(f"{root}/**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path[1:]))
    served.goto(f"{root}/{address}")
    hover(served).click()
    copied = served.evaluate("navigator.clipboard.readText()")
    assert copied == f"《猫咖管理办法》第三条第（二）项 {root}/documents/cats.html#art_3__point_2"
    served.context.close()


def test_pointing_at_a_square_shows_the_words_of_both_sides(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "index.html")
    glance = page.locator("[data-glance]").first
    page.get_by_role("link", name="第二条 变更").first.hover()
    glance.locator(".glance-pair").wait_for()
    assert glance.locator("del").all_inner_texts() == ["应当", "30", "县级以上"]
    assert glance.locator("ins").all_inner_texts() == ["可以", "60", "区"]
    page.get_by_role("link", name="第三条第（二）项 遗漏").first.focus()
    glance.get_by_text("在猫只休息时开放休息区").wait_for()
    assert "没有对应条文" in glance.inner_text()
    assert glance.locator("[data-base-label]").inner_text() == "第三条第（二）项"
    assert glance.locator("[data-first]").is_hidden()
    assert page.locator("[data-heads] > .in-column").inner_text() == "第三条第（二）项"


def test_the_words_that_a_square_of_a_chapter_shows_are_cited(
    page: sync_api.Page, tmp_path: Path, library: InventedLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "WIDE", 6)
    write_site(tmp_path, library.shelf, library.comparisons)
    visit(page, tmp_path, "index.html")
    label = page.locator(".glance-base > .label").first
    page.get_by_role("link", name="第三条 遗漏").first.hover()
    label.wait_for()
    assert " ".join(label.inner_text().split()) == "第三条，其中首个 −遗漏 第三条第（二）项"


def test_an_article_stands_beside_its_translation_and_every_local_version(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "index.html")
    page.get_by_role("link", name="第二条", exact=True).click()
    page.wait_for_url("**/versions/cats/art_2.html#art_2")
    leaf = page.locator("#art_2")
    assert leaf.locator(".translation .words").inner_text().startswith("Operators shall keep")
    assert leaf.locator(".version ins").all_inner_texts() == ["可以", "60", "区"]
    leaf.locator(".finding").first.focus()
    assert page.evaluate("[...CSS.highlights.get('finding')].map(String)") == ["应当建立", "可以建立"]
    page.keyboard.press("j")
    page.wait_for_url("**/versions/cats/art_3.html")
    assert "遗漏" in page.locator("#art_3__point_2").inner_text()
    page.keyboard.press("k")
    page.wait_for_url("**/versions/cats/art_2.html")


def test_the_address_follows_the_reader_and_opens_where_it_says(page: sync_api.Page, site: Path) -> None:
    page.set_viewport_size({"width": 1440, "height": 500})
    visit(page, site, "comparisons/cats--bluestone.html#show=changed")
    page.locator("#base-art_4").evaluate("(cell) => cell.scrollIntoView()")
    page.wait_for_url("**#show=changed&at=base-art_4")
    page.reload()
    assert visible_rows(page) == ["changed"] * 4
    assert page.locator(".row.here").get_attribute("id") == "row-7"
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_url("**#show=changed")


def test_a_citation_without_a_side_opens_the_comparison_at_the_base(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html#art_3__point_2")
    assert page.locator(".row.here").get_attribute("id") == "row-5"


def test_a_moved_row_and_the_one_it_was_moved_behind_lead_to_each_other(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.get_by_role("link", name="在本规定中接在“二（二）”之后").click()
    page.wait_for_selector("#row-7.here")
    page.get_by_role("link", name="本规定中其后的“二（三）”已移位").click()
    page.wait_for_selector("#row-3.here")


def test_what_is_folded_is_printed(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    row = page.locator(".near:not([open])").first.evaluate("fold => fold.closest('.row').id")
    evidence = page.locator(f"#{row} .near li").first
    assert not evidence.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert evidence.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not evidence.is_visible()


def test_a_search_loads_only_the_pieces_that_it_needs(page: sync_api.Page, bundled_site: Path) -> None:
    visit(page, bundled_site, "search.html")
    page.evaluate("policydiff.search('')")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.get_by_role("searchbox").fill("审计")
    page.wait_for_selector(".group:nth-child(2)")
    of_volumes = len(list((bundled_site / "data").glob("volume-*.js")))
    kinds = sorted(name.partition("-")[0] for name in loaded)
    assert kinds == ["leaves", "leaves", *["postings"] * of_volumes]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways(page: sync_api.Page, site: Path, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for address in PAGES:
        visit(page, site, address)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, address


def test_dark_mode_is_dark(page: sync_api.Page, site: Path) -> None:
    page.emulate_media(color_scheme="dark")
    visit(page, site, "index.html")
    background, ink = page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert max(map(int, re.findall(r"\d+", background)[:3])) < 64
    assert min(map(int, re.findall(r"\d+", ink)[:3])) > 190


def test_paper_gets_the_table_and_no_buttons(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.emulate_media(media="print")
    assert page.get_by_text("在猫只休息时开放休息区；").first.is_visible()
    assert not page.locator(".toolbar").is_visible()
    assert not page.get_by_role("searchbox").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_on_paper_a_text_takes_the_whole_sheet_where_nothing_stands_beside_it(
    page: sync_api.Page, site: Path, tmp_path: Path
) -> None:
    write_site(tmp_path, (numbered("long", 50),), [])
    columns = "() => getComputedStyle(document.querySelector('.law .line')).gridTemplateColumns.split(' ').length"
    page.emulate_media(media="print")
    for folder, name, many in ((tmp_path, "long", 1), (site, "cats", 2)):
        visit(page, folder, f"documents/{name}.html")
        assert page.evaluate(columns) == many


def test_the_pages_read_without_scripts(browser: sync_api.Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, site, "comparisons/cats--bluestone.html")
    assert page.get_by_text("在猫只休息时开放休息区；").first.is_visible()
    assert not page.locator(".toolbar").is_visible()
    visit(page, site, "search.html")
    assert "JavaScript" in page.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize("address", ["index.html", "search.html", "documents/cats.html"])
def test_what_needs_a_script_is_not_there_without_one(browser: sync_api.Browser, site: Path, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, site, address)
    assert page.locator(":is(input, button):visible").count() == 0
    context.close()


def test_a_single_file_works_alone(page: sync_api.Page, tmp_path: Path, compared: Comparison) -> None:
    (tmp_path / "alone.html").write_text(comparison_page(compared), encoding="utf-8")
    visit(page, tmp_path, "alone.html")
    page.get_by_role("button", name="遗漏 1").click()
    assert visible_rows(page) == ["omitted"]


@pytest.mark.parametrize(("ui", "heading"), [("zh", "上位法"), ("en", "Superior rule")])
def test_a_single_file_opens_in_the_language_it_was_made_in(
    page: sync_api.Page, tmp_path: Path, compared: Comparison, ui: Language, heading: str
) -> None:
    (tmp_path / "alone.html").write_text(comparison_page(compared, ui), encoding="utf-8")
    visit(page, tmp_path, "alone.html")
    assert page.locator("html").get_attribute("lang") == ui
    assert page.locator("main").get_by_text(heading, exact=True).first.is_visible()


def test_a_site_opens_in_the_language_it_was_built_in_until_a_reader_switches(
    page: sync_api.Page, tmp_path: Path, library: InventedLibrary
) -> None:
    write_site(tmp_path, library.shelf, library.comparisons, opens_in="en")
    for address in ("index.html", "versions/cats/art_3.html"):
        visit(page, tmp_path, address)
        assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("button", name="中文").click()
    visit(page, tmp_path, "index.html")
    assert page.locator("html").get_attribute("lang") == "zh"


def test_a_reviewers_decisions_stand_at_their_rows_with_reason_and_note(
    page: sync_api.Page, tmp_path: Path, reviewed: Comparison
) -> None:
    (tmp_path / "reviewed.html").write_text(comparison_page(reviewed), encoding="utf-8")
    visit(page, tmp_path, "reviewed.html")

    def marks(row: int) -> list[str]:
        found = page.locator(f"#row-{row} .decision:visible").all_inner_texts()
        return [" ".join(one.replace("\u2009", " ").split()) for one in found]

    assert marks(1) == ["✓已确认 意思相同 喵审 · 2024年9月2日"]
    assert marks(5) == [
        "✓已确认 无对应条文 须补正 已函告区局 喵审 · 2024年9月2日",
        "✗否定对应 第三条第（二）项 → 一（二） 说的是两件事 喵审 · 2024年9月2日",
    ]
    assert marks(6) == ["✎批注 经费何来？ 喵审 · 2024年9月2日"]
    assert marks(8) == ["已确认 失效，未应用 条文文字已变 日期无误 喵审 · 2024年9月2日"]
    page.get_by_role("button", name="English").click()
    assert marks(6) == ["✎note 经费何来？ 喵审 · 2024-09-02"]


def test_dismissed_findings_are_folded_away_and_counted(
    page: sync_api.Page, tmp_path: Path, reviewed: Comparison
) -> None:
    (tmp_path / "reviewed.html").write_text(comparison_page(reviewed), encoding="utf-8")
    visit(page, tmp_path, "reviewed.html")
    row = page.locator("#row-2")
    assert row.get_by_text("义务强度").is_visible() is False
    assert "义务强度" not in "".join(page.locator(".chip").all_inner_texts())
    row.get_by_text("已排除的提示（1）").click()
    assert row.get_by_text("义务疑似弱化").is_visible()
    assert row.get_by_text("另有专条规定").is_visible()
    page.get_by_role("button", name="已审核 3").click()
    assert len(visible_rows(page)) == 3
    page.get_by_role("button", name="清除筛选").first.click()
    page.get_by_role("button", name="已排除 1").click()
    assert len(visible_rows(page)) == 1


def test_stale_decisions_are_listed_above_the_rows_and_lead_to_theirs(
    page: sync_api.Page, tmp_path: Path, reviewed: Comparison
) -> None:
    (tmp_path / "reviewed.html").write_text(comparison_page(reviewed), encoding="utf-8")
    visit(page, tmp_path, "reviewed.html")
    listed = page.locator(".stale .decision")
    assert [" ".join(one.split()) for one in listed.all_inner_texts()] == [
        "已确认 第五条 → 二（四） 条文文字已变 日期无误 喵审 · 2024年9月2日",
        "批注 九 条文已不存在 待查 喵审 · 2024年9月2日",
    ]
    listed.get_by_role("link").click()
    assert page.locator(".row.here").get_attribute("id") == "row-8"


@pytest.mark.parametrize("width", WIDTHS)
def test_decisions_make_no_page_scroll_sideways(
    page: sync_api.Page, tmp_path: Path, reviewed: Comparison, width: int
) -> None:
    (tmp_path / "reviewed.html").write_text(comparison_page(reviewed), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 844})
    visit(page, tmp_path, "reviewed.html")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


def test_texts_that_try_to_be_markup_run_nothing(page: sync_api.Page, tmp_path: Path, hostile_library: object) -> None:
    write_site(tmp_path, hostile_library.shelf, hostile_library.comparisons)  # type: ignore[attr-defined]
    page.on("dialog", lambda dialog: pytest.fail(f"a document's text ran: {dialog.message}"))
    names = ("bad-base--bad-target",)
    for address in ("index.html", "documents/bad-base.html", *(f"comparisons/{name}.html" for name in names)):
        visit(page, tmp_path, address)
    visit(page, tmp_path, "search.html?q=倒写")
    page.wait_for_selector(".hit")
    assert page.locator("mark").first.inner_text() == "倒写"
    assert page.locator("main img").count() == 0


def long_comparison(length: int = 700) -> Comparison:
    """A rule of so many articles beside a local one: redlines and findings in every seventh row, some omitted."""
    old = "猫咖经营者应当建立健康档案，定期为猫只体检，并向农业农村部门报告。" * 3
    new = old.replace("应当", "可以", 1).replace("定期", "每三个月", 1)
    finding = Finding(
        type="modality", base="应当建立", target="可以建立", message="请核对", rule="modality", base_cut=(True, True)
    )

    def long(id: str, seventh: str) -> Document:
        articles = tuple(
            Provision(eid=f"art_{n}", level="article", num=f"第{n}条", text=old if n % 7 else seventh)
            for n in range(1, length + 1)
        )
        source = Source(text=old, origin=id, sha256="0", language="zh")
        return Document(id=id, title=id, language="zh", source=source, provisions=articles)

    edits = (
        Edit(op="keep", text=old[:5]),
        Edit(op="delete", text="应当"),
        Edit(op="insert", text="可以"),
        Edit(op="keep", text=old[7:14]),
        Edit(op="delete", text="定期"),
        Edit(op="insert", text="每三个月"),
        Edit(op="keep", text=old[16:]),
    )
    assert "".join(edit.text for edit in edits if edit.op != "delete") == new

    def row(n: int) -> Row:
        here = (f"art_{n}",)
        if n % 50 == 1:
            near = (Candidate(eid="art_9", score=0.4), Candidate(eid="art_8", score=0.3))
            return Row(link=Link(base=here, target=(), basis="none", score=0.0, candidates=near), status="omitted")
        link = Link(base=here, target=here, basis="text", score=0.9, moved=n % 30 == 2)
        if n % 7 == 0:
            return Row(link=link, status="changed", edits=edits, findings=(finding,) * 3)
        return Row(link=link, status="unchanged", edits=(Edit(op="keep", text=old),))

    return Comparison(base=long("a", old), target=long("b", new), rows=tuple(row(n) for n in range(1, length + 1)))


def test_seven_hundred_articles_with_findings_are_there_and_answer_in_under_a_second(
    page: sync_api.Page, tmp_path: Path
) -> None:
    (tmp_path / "long.html").write_text(comparison_page(long_comparison()), encoding="utf-8")
    ready = []
    for _ in range(6):  # the best of six: what the page needs, not what else the machine was doing
        visit(page, tmp_path, "long.html")
        ready.append(page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
        if min(ready) < 1000:
            break
    assert min(ready) < 1000
    took = {
        name: page.evaluate(
            f"""() => Math.min(...[1, 2, 3].map(() => {{
              const start = performance.now();
              {act};
              document.body.getBoundingClientRect();
              return performance.now() - start;
            }}))"""
        )
        for name, act in (
            ("jump", "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j'}))"),
            ("finding", "document.activeElement.blur(); document.querySelector('.row .finding').focus()"),
            ("filter", "document.querySelector('[data-name=changed]').click()"),
        )
    }
    assert page.evaluate("[...CSS.highlights.get('finding')].map(String)") == ["应当建立", "可以建立"]
    assert visible_rows(page) == ["changed"] * 98
    assert max(took.values()) < 1000, took


def test_a_row_that_is_the_same_on_both_sides_holds_its_words_once_and_little_else() -> None:
    comparison = long_comparison()
    page = comparison_page(comparison)
    rows = re.findall(r'<div class="row is-unchanged" id.*?(?=<div class="row)', page, re.DOTALL)
    words = comparison.target.leaves()[0].text
    assert len(rows) > 500
    assert all(row.count(words) == 1 for row in rows)
    plain = [row for row in rows if 'class="ways"' not in row]  # neither moved nor beside what was
    assert max(len(row.encode()) - len(words.encode()) for row in plain) < 600


def test_a_filter_is_set_and_cleared_by_keyboard(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")

    def tab_to(name: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if name in page.evaluate("document.activeElement.innerText || ''"):
                return
        pytest.fail(f"no way to {name} by Tab")

    tab_to("遗漏")
    page.keyboard.press("Space")
    assert visible_rows(page) == ["omitted"]
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    assert page.locator(".tally").inner_text() == "显示 1 / 8 行"
    page.keyboard.press("Enter")
    assert len(visible_rows(page)) == 8
    tab_to("义务强度")
    page.keyboard.press("Enter")
    assert visible_rows(page) == ["changed"]
    tab_to("清除筛选")
    page.keyboard.press("Enter")
    assert len(visible_rows(page)) == 8


def test_counts_of_findings_add_up_to_what_the_start_page_says(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "index.html")
    assert "5\u00a0条提示" in page.locator(".card .check").first.inner_text()
    visit(page, site, "comparisons/cats--bluestone.html")
    assert page.locator("#g-find").inner_text() == "提示 5"
    counts = page.locator("[aria-labelledby=g-find] .chip b").all_inner_texts()
    assert sum(map(int, counts)) == 5


def test_a_search_of_findings_says_how_many_are_told_beside_another_superior(
    page: sync_api.Page, tmp_path: Path, library: InventedLibrary
) -> None:
    (pair, comparison), *_ = library.comparisons
    older = replace(central(), id="cats-2020")
    beside = replace(pair, base=entry(older, "central"))
    compared = ((pair, comparison), (beside, replace(comparison, base=older)))
    write_site(tmp_path, (*library.shelf, (beside.base, older)), compared)
    said = page.locator("[data-once]")
    visit(page, tmp_path, "search.html#q=&in=findings&type=drafting")
    page.wait_for_selector(".group")
    assert page.locator("[data-tally]").inner_text() == "1 条提示 · 1 组对照"
    assert said.inner_text() == "对照几部上位法重复的计一次，其中一部已有的不计；共省去： 1"
    page.evaluate("location.hash = '#q=&in=findings&type=modality'")
    sync_api.expect(page.locator("[data-tally]")).to_contain_text("2 条提示")
    sync_api.expect(said).to_be_hidden()
    page.evaluate("location.hash = '#q=猫只&in=findings'")
    sync_api.expect(said).to_have_text("对照几部上位法重复的计一次，其中一部已有的不计", use_inner_text=True)
    page.evaluate("location.hash = '#q=胡须'")
    sync_api.expect(said).to_be_hidden()


def test_findings_on_the_whole_document_are_filtered_too(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.get_by_role("button", name="全文提示 1").click()
    assert page.locator("[data-whole] .finding:visible").count() == 1
    assert page.locator(".row:visible .target .label > a").all_inner_texts() == ["二（三）"]
    page.get_by_role("button", name="清除筛选").first.click()
    page.get_by_role("button", name="义务强度 1").click()
    assert page.locator("[data-whole]:visible").count() == 0


def test_a_result_of_a_search_is_cited_with_one_click(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "search.html?q=罚款")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".hit-item").first.get_by_role("button", name="引用", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()") == "《猫咖管理办法》第四条"
    visit(page, site, "search.html?q=青石区猫咖")
    title = page.locator(".hit-item", has_text="标题")
    title.get_by_role("button", name="引用", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()") == "《青石区猫咖管理实施细则》"


def test_a_search_asks_for_the_pieces_that_hold_its_words_and_no_others(
    page: sync_api.Page, bundled_site: Path
) -> None:
    visit(page, bundled_site, "search.html")
    page.evaluate("policydiff.search('')")
    count = len(list((bundled_site / "data").glob("volume-*.js")))
    volumes = [page.evaluate(f"(async () => (await policydiff.load('volume-{n}')).keys)()") for n in range(count)]
    pieces = {
        f"postings-{n}-{sum(key <= char for key in keys) - 1}.js"
        for n, keys in enumerate(volumes)
        for char in "应急处"  # 应急, 急处, 处置
    }
    assert count > 1
    loaded: set[str] = set()
    page.on("request", lambda request: loaded.add(request.url.rpartition("/")[2]))
    page.get_by_role("searchbox").fill("应急处置")
    page.wait_for_selector(".hit")
    assert {name for name in loaded if name.startswith("postings")} == pieces
    shown = page.locator(".hit").count()
    assert 0 < sum(name.startswith("leaves") for name in loaded) <= shown
    assert all(name.startswith(("postings", "leaves")) for name in loaded)


def test_the_start_page_loads_nothing_of_the_search(page: sync_api.Page, site: Path) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    visit(page, site, "index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in loaded if "/data/" in url] == []


def test_from_a_provision_of_a_comparison_to_every_version_of_it(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.get_by_role("link", name="并列 第三条第（二）项").click()
    page.wait_for_url("**/versions/cats/art_3.html#art_3__point_2")


@pytest.mark.parametrize("width", [390, 1024])
def test_on_a_narrow_window_the_numbers_of_a_map_stand_at_the_squares_and_lead_to_the_versions(
    page: sync_api.Page, site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    visit(page, site, "index.html")
    numbers = page.locator(".card").first.locator(".map-number")
    assert numbers.all_inner_texts() == ["1", "2", "3", "4", "5"]
    assert not page.locator(".heads").first.is_visible()
    numbers.nth(2).click()
    page.wait_for_url("**/versions/cats/art_3.html#art_3")


def test_a_map_that_is_wrapped_on_a_wide_window_has_its_numbers_at_the_squares(
    page: sync_api.Page, site: Path, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    visit(page, site, "index.html")
    assert page.locator(".heads").first.is_visible()
    assert page.locator(".map-number:visible").count() == 0
    long = long_comparison(60)
    base, target = entry(long.base, "central"), entry(long.target, "local")
    pair = Pair(base=base, target=target, relation="implements")
    write_site(tmp_path, ((base, long.base), (target, long.target)), ((pair, long),))
    visit(page, tmp_path, "index.html")
    assert page.locator(".map-number:visible").all_inner_texts()[::59] == ["1", "60"]


def test_without_scripts_the_numbers_of_a_narrow_map_are_there(browser: sync_api.Browser, site: Path) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(f"{site.as_uri()}/index.html")
    cell = page.locator(".card").first.locator("[data-number]")
    assert cell.count() == 5
    alone = page.locator(".card").first.locator("[data-row] > li:not([data-number])").first
    numbered, bare = (one.evaluate("one => one.offsetHeight") for one in (cell.first, alone))
    assert numbered > bare + 10
    page.close()


def test_differences_alone_are_one_click_away(page: sync_api.Page, site: Path) -> None:
    visit(page, site, "comparisons/cats--bluestone.html")
    page.get_by_role("button", name="只看差异").click()
    assert visible_rows(page) == ["changed", "changed", "omitted", "added", "changed", "changed"]
    assert page.url.endswith("#show=changed,omitted,added")
    assert page.get_by_role("button", name="只看差异").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="只看差异").click()
    assert len(visible_rows(page)) == 8


def test_what_was_seen_is_remembered_until_its_words_change(
    page: sync_api.Page, tmp_path: Path, compared: Comparison
) -> None:
    path = tmp_path / "seen.html"
    path.write_text(comparison_page(compared), encoding="utf-8")
    visit(page, tmp_path, "seen.html")
    assert page.locator(".seen").count() == 6
    assert page.get_by_role("button", name="未阅 6").is_enabled()
    page.locator("#row-1").get_by_label("已阅").check()
    for key in "jjx":
        page.keyboard.press(key)
    visit(page, tmp_path, "seen.html")
    ticked = "rows => rows.filter(row => row.querySelector('.seen input:checked')).map(row => row.id)"
    assert page.eval_on_selector_all(".row", ticked) == ["row-1", "row-2"]
    page.get_by_role("button", name="未阅 4").click()
    assert len(visible_rows(page)) == 4
    first, second, *others = compared.rows
    shorter = replace(second, findings=second.findings[1:])
    path.write_text(comparison_page(replace(compared, rows=(first, shorter, *others))), encoding="utf-8")
    visit(page, tmp_path, "seen.html")
    page.reload()
    assert page.eval_on_selector_all(".row", ticked) == ["row-1"]


def in_chapters(comparison: Comparison) -> Comparison:
    """The long comparison with a base of four chapters."""
    articles = comparison.base.provisions
    chapters = tuple(
        Provision(
            eid=f"chp_{n}", level="chapter", num=f"第{n}章", heading="猫", children=articles[175 * n - 175 : 175 * n]
        )
        for n in range(1, 5)
    )
    return replace(comparison, base=replace(comparison.base, provisions=chapters))


@pytest.mark.parametrize("wide", [1440, 1024, 860, 720])
def test_a_row_that_an_address_names_stands_below_the_bar_however_many_lines_that_has(
    page: sync_api.Page, tmp_path: Path, wide: int
) -> None:
    (tmp_path / "long.html").write_text(comparison_page(in_chapters(long_comparison())), encoding="utf-8")
    page.set_viewport_size({"width": wide, "height": 900})
    visit(page, tmp_path, "long.html#row-20")
    top, bar = page.evaluate(
        "['#row-20', '.sticky'].map(one => document.querySelector(one).getBoundingClientRect())"
        ".map((box, at) => at ? box.bottom : box.top)"
    )
    assert bar <= top <= bar + 20
    assert page.evaluate("document.documentElement.scrollWidth") <= wide


@pytest.mark.parametrize("wide", [1280, 360])
def test_a_permalink_of_a_provision_opens_its_row_from_its_first_line(
    page: sync_api.Page, site: Path, wide: int
) -> None:
    page.set_viewport_size({"width": wide, "height": 500})
    visit(page, site, "index.html")
    address = "comparisons/cats--bluestone.html#target-lvl_2__lvl_2"  # the second of two that stand in a row
    page.evaluate("address => { location.href = address; }", address)
    page.wait_for_url("**/" + address)
    page.wait_for_load_state("load")
    page.wait_for_timeout(500)  # the address follows a reader who has come to rest
    top, bar = page.evaluate(
        """() => {
          const bar = document.querySelector(".sticky");
          const still = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
          return [document.querySelector(".row.here").getBoundingClientRect().top, still];
        }"""
    )
    assert bar <= top <= bar + 20
    assert page.url.endswith(address)


def test_a_chapter_of_a_long_comparison_is_gone_to_by_its_name(page: sync_api.Page, tmp_path: Path) -> None:
    (tmp_path / "long.html").write_text(comparison_page(in_chapters(long_comparison())), encoding="utf-8")
    visit(page, tmp_path, "long.html")
    page.get_by_label("转到").select_option("第3章 猫")
    page.wait_for_selector(".row.here")
    assert page.locator(".row.here").get_attribute("id") == "row-351"
    assert page.get_by_label("转到").locator("option").all_inner_texts() == [
        "…",
        "第1章 猫",
        "第2章 猫",
        "第3章 猫",
        "第4章 猫",
    ]


def test_the_table_of_contents_marks_the_article_that_a_link_leads_to(page: sync_api.Page, tmp_path: Path) -> None:
    text = "胡须管理办法\n\n" + "".join(f"第{n}条 胡须应当整洁。\n\n" for n in range(1, 80))
    source = Source(text=text, origin="beards.txt", sha256="0", language="zh")
    document = parse(source, id="beards")
    write_site(tmp_path, [(entry(document, "central"), document)], ())
    visit(page, tmp_path, "documents/beards.html#art_40")
    sync_api.expect(page.locator(".toc [aria-current]")).to_have_attribute("href", "#art_40")


def test_each_line_of_a_document_has_its_permalink_and_each_of_a_central_rule_the_way_to_its_versions(
    page: sync_api.Page, site: Path
) -> None:
    visit(page, site, "documents/cats.html")
    lines = page.locator(".line[data-cite]")
    assert lines.count() > 5
    assert page.locator(".line[data-cite] .anchor").count() == lines.count()
    made = page.eval_on_selector_all(
        ".line .anchor", "links => links.map(link => [link.hash.slice(1), link.closest('.line').dataset.cite])"
    )
    labels = {provision.eid: label for provision, label in _labelled()}
    assert [(eid, labels[eid]) for eid, _ in made] == [tuple(one) for one in made]
    ways = page.eval_on_selector_all(".line .beside", "links => links.map(link => link.href)")
    leaves = [leaf.eid for leaf in central().leaves()]
    assert [way.partition("#")[2] for way in ways] == leaves
    for way in ways:
        path, _, eid = way.removeprefix("file://").partition("#")
        assert f'id="{eid}"' in Path(path).read_text(encoding="utf-8")


def _labelled() -> list[tuple[Provision, str]]:
    reading = Reading(document=central())
    return [(provision, reading.label(provision.eid)) for provision in central().walk()]


def test_without_scripts_each_article_of_a_central_rule_leads_to_its_versions(
    browser: sync_api.Browser, site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, site, "documents/cats.html")
    units = {leaf.eid.split("__")[0] for leaf in central().leaves()}
    assert page.locator(".beside").count() == len(units)
    page.locator(".beside").first.click()
    page.wait_for_url("**/versions/cats/art_1.html#art_1")
    context.close()


def test_the_words_of_what_was_considered_stand_beside_what_is_alone(page: sync_api.Page, site: Path) -> None:
    html = (site / "comparisons/cats--bluestone.html").read_text(encoding="utf-8")
    near, hardly = re.findall(r"<li>(<small>0[.]31.*?|<small>0[.]27.*?)</li>", html)
    assert "<span>" in near
    assert "<span>" not in hardly
    visit(page, site, "comparisons/cats--bluestone.html")
    shown = page.locator("#row-5 .target .near[open] li")
    page.wait_for_function("document.querySelectorAll('#row-5 .near li span').length === 2")
    assert shown.all_inner_texts()[1].startswith("0.27 一（二） 猫咖经营者不得有下列行为：")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".near li").count() > 2
    assert page.locator(".near li span").count() == page.locator(".near li").count()


def test_what_a_provision_that_is_alone_and_its_candidate_both_say_is_marked(
    page: sync_api.Page, tmp_path: Path, compared: Comparison
) -> None:
    one = next(row for row in compared.rows if row.status == "changed" and len(row.link.target) == 1)
    [eid] = one.link.target
    near = one.link._replace(target=(), basis="none", candidates=(Candidate(eid=eid, score=0.5),))
    gone = replace(one, link=near, status="omitted", edits=(), findings=())
    own = replace(one, link=one.link._replace(base=(), basis="none"), status="added", edits=(), findings=())
    rows = tuple(part for row in compared.rows for part in ((gone, own) if row is one else (row,)))
    path = tmp_path / "comparison.html"
    path.write_text(comparison_page(replace(compared, rows=rows)), encoding="utf-8")
    page.goto(path.as_uri())
    both = page.evaluate("[...CSS.highlights.get('shared')].map(String)")
    assert both
    assert all(len(words) >= 4 and words in compared.target.source.text for words in both)


@pytest.mark.parametrize("name", ["comparisons/cats--bluestone", "versions/cats/art_3"])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_what_has_the_focus_is_seen_and_not_behind_what_stands_still(
    browser: sync_api.Browser, site: Path, name: str, key: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 500})
    page.goto(f"{site.as_uri()}/{name}.html")
    reached = 0
    for _ in range(60):
        page.keyboard.press(key)
        found = page.evaluate(FOCUS)
        if found is None:
            continue
        what, is_ringed, is_uncovered = found
        assert is_ringed, what
        assert is_uncovered, what
        reached += 1
    assert reached > 20
    page.close()


def test_in_a_low_window_the_filters_do_not_stand_still(browser: sync_api.Browser, site: Path) -> None:
    for height, place in ((400, "static"), (800, "sticky")):
        page = browser.new_page(viewport={"width": 640, "height": height})
        page.goto(f"{site.as_uri()}/comparisons/cats--bluestone.html")
        assert page.locator(".sticky").evaluate("bar => getComputedStyle(bar).position") == place
        page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_does_not_move_while_it_opens(browser: sync_api.Browser, site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => "
        "{ window.moved += one.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    for name in ("index", "documents/cats", "comparisons/cats--bluestone", "versions/cats/art_3"):
        page.goto(f"{site.as_uri()}/{name}.html")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
        assert page.evaluate("window.moved") < 0.05, name
    page.close()


@pytest.mark.parametrize(
    ("query", "tally"), [("街道公示栏", "1 result · 1 document"), ("猫只", r"(\d\d?) results · [23] documents")]
)
def test_what_is_found_is_counted_in_english_as_one_counts(
    page: sync_api.Page, site: Path, query: str, tally: str
) -> None:
    visit(page, site, f"search.html?q={query}")
    page.locator('[data-set-ui="en"]').click()
    page.wait_for_selector(".hit")
    assert re.fullmatch(tally, page.locator("[data-tally]").inner_text())


def test_a_provision_is_cited_from_its_documents_page_and_from_its_versions(page: sync_api.Page, site: Path) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for address, place in (("documents/cats.html", "#art_3__point_2 > .line"), ("versions/cats/art_3.html", ".cell")):
        visit(page, site, address)
        line = page.locator(place).filter(has_text="在猫只休息时开放休息区")
        line.hover()
        line.get_by_role("button", name="引用", exact=True).click()
        assert page.evaluate("navigator.clipboard.readText()") == "《猫咖管理办法》第三条第（二）项"
        assert line.locator(".anchor").get_attribute("href") == "#art_3__point_2"


def test_a_line_of_a_document_holds_its_words_and_little_else(tmp_path: Path) -> None:
    shelf = (numbered("long", 50),)
    write_site(tmp_path, shelf, [])
    html = (tmp_path / "documents/long.html").read_text(encoding="utf-8")
    law = html[html.index('<div class="law') : html.index('<section class="appendix')]
    words = sum(len(leaf.text) for leaf in shelf[0][1].leaves())
    assert law.count("蓄须者应当每月修剪胡须，保持整洁。") == 50
    assert (len(law) - words) / 50 < 220


def numbered(name: str, articles: int) -> tuple[Entry, Document]:
    """A rule of so many articles."""
    text = "胡须办法\n" + "\n".join(f"第{n}条 蓄须者应当每月修剪胡须，保持整洁。" for n in range(1, articles + 1))
    document = replace(parse(Source(text=text, origin="a.txt", sha256="0" * 64, language="zh")), id=name)
    return entry(document, "local"), document
