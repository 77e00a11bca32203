"""The pages as axe-core sees them: nothing that WCAG 2.2 AA or good practice forbids."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright import sync_api

from policydiff.model import Comparison
from policydiff.site import comparison_page

axe_playwright = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe-core is not installed (pip install axe-playwright-python)"
)

pytestmark = pytest.mark.browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "index.html",
    "search.html?q=猫只",
    "documents/cats.html",
    "comparisons/cats--bluestone.html",
    "comparisons/cats--cats-en.html",
    "versions/cats/art_3.html",
)


def complaints(page: sync_api.Page, **only: object) -> list[str]:
    found = axe_playwright.Axe().run(page, options={"runOnly": only}).response
    assert found["passes"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing(
    browser: sync_api.Browser, site: Path, address: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="zh-CN")
    page.goto(f"{site.as_uri()}/{address}")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    if address == "index.html" and width > 700:
        page.locator(".square").first.hover()
        page.locator(".glance-pair").wait_for()
    if address.startswith("search"):
        page.locator(".hit-item").first.wait_for()
    if address.startswith("comparisons"):  # the buttons that come when a reader does
        page.locator(".cell .label a").first.focus()
        page.locator(".cell .cite").first.wait_for()
    assert complaints(page, type="tag", values=TAGS) == []
    page.close()


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_dark_on_a_comparison_that_was_reviewed(
    browser: sync_api.Browser, tmp_path: Path, reviewed: Comparison, width: int
) -> None:
    (tmp_path / "reviewed.html").write_text(comparison_page(reviewed), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark", locale="en")
    page.goto((tmp_path / "reviewed.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    if width < 1100:
        page.get_by_role("button", name="Filter").click()
    page.get_by_role("button", name="dismissed 1").click()
    assert complaints(page, type="tag", values=TAGS) == []
    page.close()


def test_axe_would_find_a_button_without_a_name(browser: sync_api.Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert [one.partition(":")[0] for one in complaints(page, type="tag", values=TAGS)] == ["button-name"]
    page.close()
