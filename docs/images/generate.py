"""Takes the README's picture of a comparison page from the built site: `python3 tasks.py picture`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "site" / "comparisons" / "central-2017--subdistrict.html"
PICTURE = HERE / "comparison.png"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main() -> int:
    """Write the picture; the exit code tells whether there was a browser for it."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("no Chromium on this machine (Debian: apt install chromium fonts-noto-cjk)", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=QUIET)
        page = opened.new_page(viewport={"width": 1280, "height": 860}, locale="zh-CN", color_scheme="light")
        page.goto(PAGE.as_uri())
        page.screenshot(path=PICTURE)
        opened.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
