"""How fast the site is written, how large its pages are, and how long a search takes in a real browser.

    python -m bench.site                      an invented library of 10,000 provisions, one comparison of 700 articles
    python -m bench.site --provisions 50000

The provisions are sentences of the bundled documents, drawn and joined anew, so that words repeat as they do in laws.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from policydiff.library import Entry, Pair
from policydiff.model import Comparison, Document, Edit, Link, Provision, Row, Source
from policydiff.site import write_site

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUERIES = (
    "通报",
    "应当",
    "网络安全责任制",
    "“第一责任人”",
    "党委 网络 通报",
    "第八条",
    "第12号示范条例 第八条",
    "report",
)
ARTICLES = 100
LONG = 700

_SENTENCE = re.compile(r"[^。；;\n]{8,160}[。；;]|[A-Z][^.\n]{20,200}\.")
_TIMED = """async (query) => {
  const form = document.querySelector("[data-search]");
  const results = document.querySelector("[data-results]");
  const start = performance.now();
  const first = new Promise((resolve) => {
    const seen = new MutationObserver(() => { seen.disconnect(); resolve(performance.now() - start); });
    seen.observe(results, { childList: true });
  });
  form.elements.q.value = query;
  form.requestSubmit();
  return first;
}"""


def main() -> int:
    """Print the figures; the exit code tells whether there was a browser."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provisions", type=int, default=10_000)
    options = parser.parse_args()
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("no Chromium on this machine (Debian: apt install chromium)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        search(Path(folder) / "search", options.provisions, opened)
        comparison(Path(folder) / "long", opened)
        opened.close()
    return 0


def search(folder: Path, provisions: int, browser: Browser) -> None:
    """The figures of a library of many documents."""
    random = Random("beards")
    shelf = [law(f"law-{n}", ARTICLES, random) for n in range(provisions // ARTICLES)]
    wrote(folder, shelf, ())
    data = list((folder / "data").iterdir())
    print(f"search data: {len(data)} pieces, {size(data) / 1e6:.1f} MB; start page {loaded(browser, folder)} kB")
    print("query | first results, ms | loaded, kB")
    for query in QUERIES:
        times, kilobytes = [], 0
        for _ in range(3):
            page = browser.new_page()
            page.goto(f"{folder.as_uri()}/search.html")
            page.evaluate("policydiff.search('')")
            asked = requests(page)
            times.append(page.evaluate(_TIMED, query))
            page.wait_for_timeout(300)
            kilobytes = size(Path(url.removeprefix("file://")) for url in asked) // 1000
            page.close()
        print(f"{query} | {median(times):.0f} | {kilobytes}")


def comparison(folder: Path, browser: Browser) -> None:
    """The figures of a long rule beside another one."""
    (entry, base), (other, target) = law("base", LONG, Random("a")), law("target", LONG, Random("a"))
    rows = tuple(
        Row(
            link=Link(base=(leaf.eid,), target=(leaf.eid,), basis="text", score=1.0),
            status="changed" if n % 3 == 0 else "unchanged",
            edits=(Edit(op="keep", text=leaf.text),),
        )
        for n, leaf in enumerate(base.leaves())
    )
    made = Comparison(base=base, target=target, rows=rows)
    wrote(folder, [(entry, base), (other, target)], [(Pair(base=entry, target=other, relation="implements"), made)])
    for address in ("comparisons/base--target.html", "documents/base.html"):
        page = browser.new_page()
        page.goto(f"{folder.as_uri()}/{address}")
        ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        print(f"{address} of {LONG} articles: {size([folder / address]) // 1000} kB, interactive in {ready:.0f} ms")
        page.close()


def law(id: str, articles: int, random: Random) -> tuple[Entry, Document]:
    """An invented law of that many articles."""
    held = tuple(
        Provision(
            eid=f"art_{n}",
            level="article",
            num=f"第{n}条",
            text="".join(random.choices(sentences(), k=random.choice((1, 2, 2, 3)))),
        )
        for n in range(1, articles + 1)
    )
    title = f"第{id.rpartition('-')[2]}号示范条例"
    source = Source(text="", origin=f"{id}.txt", sha256="0" * 64, language="zh")
    document = Document(id=id, title=title, language="zh", source=source, provisions=held)
    return Entry(id=id, path=Path(f"{id}.txt"), language="zh", title=title, kind="local"), document


@cache
def sentences() -> Sequence[str]:
    """The sentences of the bundled documents."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.*")))
    return [sentence for text in texts for sentence in _SENTENCE.findall(text)]


def wrote(
    folder: Path, shelf: Sequence[tuple[Entry, Document]], compared: Sequence[tuple[Pair, Comparison]]
) -> None:
    """Write the site and say how fast."""
    start = time.perf_counter()
    pages = write_site(folder, shelf, compared)
    took = time.perf_counter() - start
    sizes = [path.stat().st_size for path in folder.rglob("*.html")]
    print(f"{pages} pages in {took:.1f} s ({pages / took:.0f} a second), median {median(sizes) / 1000:.0f} kB")


def loaded(browser: Browser, folder: Path) -> int:
    """What the start page loads, in thousands of bytes."""
    page = browser.new_page()
    asked = requests(page)
    page.goto(f"{folder.as_uri()}/index.html")
    page.close()
    return size(Path(url.removeprefix("file://")) for url in asked if url.startswith("file:")) // 1000


def requests(page: Page) -> list[str]:
    """What a page asks for from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def size(paths: Iterable[Path]) -> int:
    """How many bytes some files have together."""
    return sum(path.stat().st_size for path in paths)


if __name__ == "__main__":
    sys.exit(main())
