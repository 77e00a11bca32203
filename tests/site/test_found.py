"""What the comparisons found stands beside their pages, and both searches find the same in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright import sync_api
from tests.site.whole import write_site

from policydiff.errors import SearchIndexError
from policydiff.model import Language
from policydiff.search import Among, find
from policydiff.site import listed

QUERIES = ("猫", "“猫粮”", "体检 30日", "第三条", "经营者 应当", "农业局", "60日 区", "cats", "鲸鱼", "第三条 鲸", "*",
           "猫咖管理办法第二条", "猫咖管理实施细则第二条", "猫咖管理实施细则 一（一）")  # fmt: skip


def test_every_finding_of_every_comparison_is_listed_with_the_place_where_it_is_read(site: Path, library: Any) -> None:
    held = list(listed(site))
    told = [
        finding
        for _, comparison in library.comparisons
        for finding in (*(one for row in comparison.rows for one in row.findings), *comparison.findings)
    ]
    assert len(held) == len(told) > 0
    for one in held:
        page, _, anchor = one.page.partition("#")
        html = (site / page).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in html, one.page


def test_what_a_finding_says_is_what_its_page_does(site: Path) -> None:
    for one in listed(site):
        html = (site / one.page.partition("#")[0]).read_text(encoding="utf-8")
        for part in one.says["zh"]:
            assert part in ("{base}", "{target}", " → ") or part.strip() in html


def test_text_that_tries_to_be_markup_is_listed_as_it_is(tmp_path: Path, hostile_library: Any) -> None:
    write_site(tmp_path, hostile_library.shelf, hostile_library.comparisons)
    (one, *_) = listed(tmp_path)
    assert one.quoted[0].startswith("<script>")


def test_a_site_without_what_was_found_is_to_be_built(tmp_path: Path, site: Path) -> None:
    with pytest.raises(SearchIndexError, match="policydiff build"):
        list(listed(tmp_path))
    (tmp_path / "data").mkdir()
    for held in ("nothing", 'policydiff.piece("comparisons",[{"id":"猫"}]);\n', 'policydiff.piece("comparisons",7);\n'):
        (tmp_path / "data/comparisons.js").write_text(held, encoding="utf-8")
        with pytest.raises(SearchIndexError, match="is broken"):
            list(listed(tmp_path))


def test_a_finding_of_a_kind_that_a_later_version_may_know_asks_for_a_build(tmp_path: Path, library: Any) -> None:
    write_site(tmp_path, library.shelf, library.comparisons)
    told_as = next(one.told_as for one in listed(tmp_path))
    for path in (tmp_path / "data").glob("found-*.js"):
        path.write_text(path.read_text(encoding="utf-8").replace(f'"{told_as}"', '"whatever"'), encoding="utf-8")
    with pytest.raises(SearchIndexError, match="is broken"):
        list(listed(tmp_path))


@pytest.mark.browser
def test_the_page_finds_what_the_command_line_does(browser: sync_api.Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "search.html").as_uri())
    asked: list[tuple[str, str, Language | None]] = [(query, "", None) for query in QUERIES]
    asked += [("", "number", None), ("猫", "added-duty", None), ("", "newly-set", None), ("猫", "", "en")]
    for query, told_as, language in asked:
        there = page.evaluate(
            """async ([query, type, lang]) => {
              const { groups, total, asked } = await policydiff.searchFindings(query, { type, lang });
              const hits = groups.flatMap(({ document: { name }, hits: found }) =>
                found.map((one) => [name, one.anchor, one.quoted]));
              return [hits.length, total, hits.map(String).sort(), asked.also];
            }""",
            [query, told_as, language or ""],
        )
        among = Among(told_as=[told_as] if told_as else [], language=language)  # type: ignore[list-item]
        here = find(listed(site), query, among, limit=1000)
        hits = [(one.finding.page, one.finding.quoted) for one in here.found]
        names = [f"{place[12:].replace('.html#', ',')},{','.join(quoted)}" for place, quoted in hits]
        assert there == [here.total, here.total, sorted(names), list(here.also)], query
    page.close()


@pytest.mark.browser
def test_a_reader_switches_from_provisions_to_differences_and_to_one_kind_of_them(
    browser: sync_api.Browser, site: Path
) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto((site / "search.html").as_uri() + "?q=猫")
    page.wait_for_selector(".hit")
    assert page.locator("[data-types]").is_hidden()
    page.get_by_text("提示", exact=True).click()
    page.wait_for_selector(".hit [data-type] i")
    assert "组对照" in page.locator("[data-tally]").inner_text()
    page.get_by_role("searchbox").fill("")
    page.wait_for_selector("[data-say=type-or-choose]:not([hidden])")
    page.locator("[data-types] label", has_text="数字").click()
    page.wait_for_selector(".hit")
    assert set(page.locator(".hit [data-type] i[lang=zh]").all_inner_texts()) == {"数字"}
    assert "type=number" in page.url
    page.locator(".hit").first.click()
    page.wait_for_selector(".row.here, .here")
    assert "comparisons/" in page.url
    page.close()
