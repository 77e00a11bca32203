"""Takes the README's pictures of the built site: `python3 tasks.py picture`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
SITE = HERE.parents[1] / "site"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# The page, how much of it, and the square that a reader points at.
PICTURES = {
    "start.png": ("index.html", 860, '[data-row="central-2017--subdistrict"] li:nth-child(12) a.square'),
    "comparison.png": ("comparisons/central-2017--subdistrict.html", 1180, ""),
    "versions.png": ("versions/central-2017/art_10.html", 620, ""),
}


def main() -> int:
    """Write the pictures; the exit code tells whether there was a browser for them."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("no Chromium on this machine (Debian: apt install chromium fonts-noto-cjk)", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=QUIET)
        for name, (address, height, pointed) in PICTURES.items():
            page = opened.new_page(viewport={"width": 1280, "height": height}, locale="zh-CN", color_scheme="light")
            page.goto(f"{SITE.as_uri()}/{address}")
            if pointed:
                page.locator("#comparisons").evaluate("(head) => scrollTo(0, head.getBoundingClientRect().top - 20)")
                page.locator(pointed).hover()
                page.locator(".glance-pair").wait_for()
            page.screenshot(path=HERE / name)
            page.close()
        opened.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
