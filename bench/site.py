"""How fast the site is written, how large its pages are, and how long they and a search take in a real browser.

    python -m bench.site                      the pages of 150 real laws, 50 of them local rules beside their law; then
                                              an invented library of 10,000 provisions and a comparison of 700 articles
    python -m bench.site --pages --documents 60
                                              the pages of so many laws alone, without a browser
    python -m bench.site --provisions 50000

What is timed of the laws is what a build does for its pages once all is read and compared: what is filed is loaded,
the pages are set, filed and written, in processor time of one core. Before it is told, every provision is looked up on
the pages of its document and its comparisons, and its words there must be those of the law. Of the invented library the
provisions are sentences of the bundled documents, drawn and joined anew, so that words repeat as they do in laws.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from functools import cache
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from bench.build import make
from bench.laws import ROOT, laws_in, with_laws
from lxml import html
from playwright.sync_api import Browser, Page, sync_playwright
from tests.site.whole import write_site

from policydiff.build import build
from policydiff.build.processes import Processes
from policydiff.build.work import Opening, Showing
from policydiff.ingest import read
from policydiff.library import SITE, Entry, Library, Pair, open_library
from policydiff.model import Comparison, Document, Edit, Link, Provision, Row, Source
from policydiff.parsing import parse
from policydiff.site import encoded, put
from policydiff.site.pages import visible

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
REACH_PAGES, REACH_MEDIAN = 400, 60_000  # a second; bytes
_LARGE = 100  # documents

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
    """Print the figures; the exit code tells whether there is what it takes and what is asked for is reached."""
    parser = with_laws(__doc__ or "")
    parser.add_argument("--documents", type=int, default=150)
    parser.add_argument("--pages", action="store_true", help="the pages of the laws alone")
    parser.add_argument("--provisions", type=int, default=10_000)
    options = parser.parse_args()
    laws = laws_in(options.laws, (".md",))
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None and not options.pages:
        print("no Chromium on this machine (Debian: apt install chromium)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "laws"
        make(root, laws, options.documents)
        reached = real(root, is_large=options.documents >= _LARGE)
        if not options.pages:
            with sync_playwright() as playwright:
                opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
                longest(root / SITE, opened)
                search(Path(folder) / "search", options.provisions, opened)
                comparison(Path(folder) / "long", opened)
                opened.close()
    return 0 if reached else 1


# ------------------------------------------------------------------------------------------- real laws


class Timed(Executor):
    """Does the work of a build in this process, and holds how long that took which makes pages, by their kind."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def submit(self, function: Callable[..., Any], /, *values: Any, **named: Any) -> Future[Any]:
        """The outcome, there already."""
        before = time.process_time()
        future: Future[Any] = Future()
        future.set_result(function(*values, **named))
        task = next((one for one in values if isinstance(one, Showing | Opening)), None)
        if task is not None:
            kind = task.part.subject if isinstance(task, Showing) else "start"
            self.seconds[kind] = self.seconds.get(kind, 0.0) + time.process_time() - before
        return future


def real(root: Path, *, is_large: bool) -> bool:
    """The figures of a library of laws; whether what is asked for is reached and the pages say what the laws do."""
    library, timed = open_library(root), Timed()
    build(library, lambda **_: None, crew=Processes(timed, 1))
    site = root / SITE
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    before = time.process_time()
    for path, text in pages.items():
        put(root / "again" / path.relative_to(site), encoded(text))
    set_, written = sum(timed.seconds.values()), time.process_time() - before
    sizes = {path: path.stat().st_size for path in pages}
    looked_up, wrong = answer(library, site)
    print("| pages | | a second | median size |\n|---|---|---|---|")
    for kind, name in (("comparison", "comparisons"), ("document", "documents"), ("versions", "versions")):
        of_kind = [size for path, size in sizes.items() if path.relative_to(site).parts[0] == name]
        rate = len(of_kind) / timed.seconds[kind]
        print(f"| {name} | {len(of_kind):,} | {rate:,.0f} | {median(of_kind) / 1000:.0f} kB |")
    rate, middle = len(pages) / (set_ + written), median(sizes.values())
    print(f"| all, set and filed | {len(pages):,} | {len(pages) / set_:,.0f} | {middle / 1000:.0f} kB |")
    print(f"| all, written to the disk too | | {rate:,.0f} | |")
    print(f"{looked_up:,} times a provision was looked up, {len(wrong)} times its words are not those of the law")
    for where in wrong[:5]:
        print(where, file=sys.stderr)
    reached = rate >= REACH_PAGES or not is_large
    return reached and middle <= REACH_MEDIAN and looked_up > 0 and not wrong


def answer(library: Library, site: Path) -> tuple[int, list[str]]:
    """How many provisions were looked up on pages, and where their words are not those of the law."""
    documents = {entry.id: parse(read(entry.path, entry.language), id=entry.id) for entry in library.entries}
    wanted = [(f"documents/{name}.html", "", document) for name, document in documents.items()]
    for pair in library.pairs():
        page = f"comparisons/{pair.base.id}--{pair.target.id}.html"
        wanted += [(page, "base-", documents[pair.base.id]), (page, "target-", documents[pair.target.id])]
    looked_up, wrong = 0, []
    for page, side, document in wanted:
        found = dict(_words(site / page))
        for leaf in document.leaves():
            looked_up += 1
            if found.get(side + leaf.eid) != _bare(visible(leaf.text)):
                wrong.append(f"{page}#{side}{leaf.eid}")
    return looked_up, wrong


def _words(page: Path) -> Iterator[tuple[str, str]]:
    """What a page has for each provision: the anchor, and its words without number and marks; where it says 同左,
    those of the other side."""
    for words in html.parse(str(page), html.HTMLParser(encoding="utf-8")).iterfind(".//p[@class]"):
        kind = words.get("class")
        if kind not in ("words", "same"):
            continue
        home = next(one for one in words.iterancestors() if one.get("id"))
        source = words if kind == "words" else home.getprevious().find("p[@class='words']")
        number = source.find("span[@class='num']")
        printed = number.text_content() if number is not None else ""
        yield home.get("id"), _bare(source.text_content()).removeprefix(_bare(printed))


def _bare(text: str) -> str:
    return "".join(text.split())


def longest(site: Path, browser: Browser) -> None:
    """The times of the longest comparison and the longest document of the laws in a browser."""
    for name in ("comparisons", "documents"):
        path = max((site / name).iterdir(), key=lambda path: path.stat().st_size)
        print(
            f"the longest of the {name}: {path.stat().st_size // 1000} kB, interactive in {interactive(browser, path)}"
        )


def interactive(browser: Browser, path: Path) -> str:
    """How long it takes until a page can be used."""
    page = browser.new_page()
    page.goto(path.as_uri())
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    page.close()
    return f"{ready:.0f} ms"


# ------------------------------------------------------------------------------------- an invented library


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
        ready = interactive(browser, folder / address)
        print(f"{address} of {LONG} articles: {size([folder / address]) // 1000} kB, interactive in {ready}")


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


def wrote(folder: Path, shelf: Sequence[tuple[Entry, Document]], compared: Sequence[tuple[Pair, Comparison]]) -> None:
    """Write the site and say how fast, in processor time."""
    start = time.process_time()
    pages = write_site(folder, shelf, compared)
    took = time.process_time() - start
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
