"""The folder of pages, and the comparison as a single file, as HTML."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote, urldefrag

import pytest
from tests import cats
from tests.cats import entry, link, redline
from tests.site.whole import write_site

from policydiff.errors import LibraryError
from policydiff.library import Pair
from policydiff.model import Comparison, Lack, Language, Provision, Row
from policydiff.presentation import lines
from policydiff.presentation.lines import Direction
from policydiff.site import comparison_page, strings
from policydiff.site.markup import size
from policydiff.site.shards import script_json
from policydiff.site.strings import STRINGS
from policydiff.sitemap import MOST_SQUARES
from policydiff.wording import ROLES, head

VOID = {"meta", "link", "input", "br", "img", "rect"}


@dataclass
class Page(HTMLParser):
    """A page's tags, ids and text, and whether its tags close as they open."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    text: str = ""
    raw: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.open and self.open[-1] in ("style", "script"):
            self.raw.append(data)

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute)) is not None]


def parsed(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


@pytest.fixture(scope="session")
def site_pages(site: Path) -> dict[str, Page]:
    paths = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): parsed(path.read_text(encoding="utf-8")) for path in paths}


def test_there_is_a_page_for_the_start_the_search_each_document_comparison_and_central_article(
    site_pages: dict[str, Page],
) -> None:
    assert list(site_pages) == [
        "comparisons/cats--bluestone.html",
        "comparisons/cats--cats-en.html",
        "documents/bluestone.html",
        "documents/cats-en.html",
        "documents/cats.html",
        "index.html",
        "search.html",
        *(f"versions/cats/art_{n}.html" for n in range(1, 6)),
    ]


def test_the_number_of_pages_is_returned(tmp_path: Path, library: Any) -> None:
    assert write_site(tmp_path, library.shelf, library.comparisons) == len(list(tmp_path.rglob("*.html")))


def test_every_link_leads_to_a_file_of_the_folder_and_every_anchor_to_a_place_in_it(
    site: Path, site_pages: dict[str, Page]
) -> None:
    for name, page in site_pages.items():
        for address in (*page.values("href"), *page.values("src")):
            if address.startswith("data:"):
                continue
            path, anchor = urldefrag(address)
            linked = (site / name).parent / unquote(path) if path else site / name
            assert linked.is_file(), f"{name} links to {address}"
            if anchor and not anchor.startswith(("show=", "find=")):
                ids = site_pages[linked.resolve().relative_to(site.resolve()).as_posix()].values("id")
                assert anchor in ids, f"{name} links to {address}"


def test_no_id_stands_twice_on_a_page(site_pages: dict[str, Page]) -> None:
    for name, page in site_pages.items():
        assert [one for one, times in Counter(page.values("id")).items() if times > 1] == [], name


def test_every_provision_is_on_its_documents_page_under_its_eid(site_pages: dict[str, Page], library: Any) -> None:
    for _, document in library.shelf:
        page = site_pages[f"documents/{document.id}.html"]
        assert {provision.eid for provision in document.walk()} <= set(page.values("id"))
        assert all(leaf.text in page.text for leaf in document.leaves())


def test_a_documents_page_shows_what_was_left_out_and_why(site_pages: dict[str, Page]) -> None:
    text = site_pages["documents/cats.html"].text
    for words in ("题注", "（2024年3月1日发布）", "页码", "第 1 页 共 2 页", "编号：（2024年3月1日发布）重复"):
        assert words in text


def test_a_provision_leads_to_its_place_in_the_comparison(site_pages: dict[str, Page]) -> None:
    links = site_pages["documents/cats.html"].values("href")
    assert "../comparisons/cats--bluestone.html#base-art_3__point_2" in links
    assert "../comparisons/cats--cats-en.html#base-art_1" in links


def test_every_row_says_its_status_by_sign_and_by_word_in_both_languages(site_pages: dict[str, Page]) -> None:
    text = site_pages["comparisons/cats--bluestone.html"].text
    for words in ("≠变更changed", "=一致unchanged", "−遗漏omitted", "+新增added"):
        assert words in text


def test_a_redline_marks_what_each_side_has_alone(site: Path) -> None:
    html = (site / "comparisons/cats--bluestone.html").read_text(encoding="utf-8")
    assert "猫咖经营者<del><span>应当</span></del>建立健康档案" in html
    assert "猫咖经营者<ins><span>可以</span></ins>建立健康档案" in html


def test_moves_splits_and_mergers_are_said_in_words(site_pages: dict[str, Page]) -> None:
    text = site_pages["comparisons/cats--bluestone.html"].text
    assert "上位法一处在本规定中分为 2 处。" in text
    assert "上位法 3 处在本规定中合为一处。" in text
    assert "在本规定中的先后次序与上位法不同。" in text


def test_findings_quote_both_sides_and_name_their_rule(site_pages: dict[str, Page]) -> None:
    text = re.sub(r"\s+", "", site_pages["comparisons/cats--bluestone.html"].text)
    assert "应当建立→可以建立义务疑似弱化：应当→可以" in text
    assert "duty-weakened" in text
    assert "数量、期限" in text
    assert "该项与本节标题无关二（三）" in text


def test_a_document_is_as_long_as_it_has_articles_and_what_stands_in_them(site_pages: dict[str, Page]) -> None:
    leaves, said = len(cats.central().leaves()), "5 条（{} 款项）5 articles ({} paragraphs and items)"
    assert leaves > 5
    for name in ("index.html", "documents/cats.html"):
        assert said.format(leaves, leaves) in site_pages[name].text
    without = len(cats.local().leaves())
    assert f"条文Provisions{without}源文件" in re.sub(r"\s", "", site_pages["documents/bluestone.html"].text)


@pytest.mark.parametrize(
    ("articles", "leaves", "annexed", "said"),
    [
        (24, 277, 244, "24 条（33 款项，附件\u00a0244）"),
        (24, 33, 0, "24 条（33 款项）"),
        (2, 5, 3, "2（附件\u00a03）"),
        (2, 2, 0, "2"),
    ],
)
def test_what_stands_in_annexes_is_counted_apart(articles: int, leaves: int, annexed: int, said: str) -> None:
    assert re.sub('<i lang="en">.*|<.*?>', "", size(articles, leaves, annexed)) == said


def test_items_of_one_list_are_set_alike_whether_they_have_items_or_not(tmp_path: Path) -> None:
    below = cats.provision("lvl_1__lvl_2__lvl_1", "level", "1.", "齐胸的")
    items = (
        cats.provision("lvl_1__lvl_1", "level", "（一）", "短须"),
        cats.provision("lvl_1__lvl_2", "level", "（二）", "", below, heading="长须"),
        cats.provision("lvl_1__lvl_3", "level", "（三）", "假须"),
    )
    beards = cats.document("beards", "胡须目录", cats.provision("lvl_1", "level", "一、", "", *items, heading="种类"))
    write_site(tmp_path, [(entry(beards, "local"), beards)], [])
    page = (tmp_path / "documents/beards.html").read_text(encoding="utf-8")
    assert re.findall('<(?:p class="words"|h[2-6] class="heading.*?")><span class="num">(.*?)</span>', page) == [
        "一、",
        "（一）",
        "（二）",
        "1.",
        "（三）",
    ]
    assert re.findall('class="heading.*?"><span class="num">(.*?)</span>', page) == ["一、"]


def test_a_way_from_a_row_to_another_is_there_once_for_all_that_they_share(compared: Comparison) -> None:
    first, *others = (leaf.eid for leaf in compared.base.leaves())
    shared, targets = [first, *others[:2]], compared.target.leaves()[:2]
    rows = tuple(Row(link=link(shared, [leaf.eid]), status="changed") for leaf in targets)
    page = comparison_page(replace(compared, rows=rows))
    assert page.count('<a href="#row-2">') == page.count('<a href="#row-1">') == 1
    assert "“第一条、第二条、" in page


def test_the_evidence_of_absence_is_there(site_pages: dict[str, Page]) -> None:
    text = re.sub(r"\s+", " ", site_pages["comparisons/cats--bluestone.html"].text)
    assert re.search(r"最接近的是\S+（接近程度 0\.\d\d），未认定为对应；共 \d 条", text)
    assert "0.31 二（三） 猫只每日休息时间不得少于十六小时。" in text


def test_a_translation_stands_beside_its_original_unmarked(site: Path) -> None:
    html = (site / "comparisons/cats--cats-en.html").read_text(encoding="utf-8")
    assert "<del>" not in html
    assert re.search(r'<p class="words">A cat shall rest no less', html)
    assert '<div class="side target" lang="en">' in html
    assert "两种语言的对照" in html
    assert "译文中没有对应条文" in html
    assert "本规定" not in html


@pytest.mark.parametrize("relation", ROLES)
@pytest.mark.parametrize("ui", ["zh", "en"])
def test_on_a_narrow_screen_each_side_bears_the_name_that_it_has_elsewhere(relation: Lack, ui: Language) -> None:
    css = (Path(strings.__file__).with_name("static") / "comparison.css").read_text(encoding="utf-8")
    base, target = (head(ROLES[relation][side][ui]) for side in ("base", "target"))
    assert f'[data-ui="{ui}"] [data-roles="{relation}"] {{ --base: "{base}"; --target: "{target}"; }}' in css


def test_a_text_that_quotes_says_that_it_is_no_rule(tmp_path: Path, library: Any) -> None:
    ((pair, compared), *_) = library.comparisons
    target = replace(pair.target, kind="commentary")
    write_site(tmp_path, library.shelf, [(replace(pair, target=target, relation="quotes"), compared)])
    page = (tmp_path / "comparisons/cats--bluestone.html").read_text(encoding="utf-8")
    assert "引文与上位法对照" in page
    assert "本文中没有对应条文" in page
    assert "本规定" not in page


def test_what_only_quotes_a_rule_omits_nothing_and_a_translation_has_not_translated(
    tmp_path: Path, library: Any
) -> None:
    ((pair, compared), (_, translated)) = library.comparisons
    of_local, of_english = replace(pair, relation="quotes"), library.comparisons[1][0]
    write_site(tmp_path, library.shelf, [(of_local, compared), (of_english, translated)])
    for name in ("index.html", "documents/cats.html", "comparisons/cats--bluestone.html"):
        page = (tmp_path / name).read_text(encoding="utf-8")
        assert "未引用" in page, name
        marked = [value for value in parsed(page).values("class") if re.search(r"\b[sf]-omitted\b", value)]
        assert set(marked) <= ({"status s-omitted"} if name == "index.html" else set()), name  # the key of the map
    text = parsed((tmp_path / "index.html").read_text(encoding="utf-8")).text
    assert re.search(r"·[1-9]\d* 未译", re.sub(r"\s+", " ", text))
    assert "遗漏" not in parsed((tmp_path / "comparisons/cats--cats-en.html").read_text(encoding="utf-8")).text


def test_the_page_of_a_rule_says_what_is_to_be_checked_of_it(site_pages: dict[str, Page]) -> None:
    assert "待核对\u00a05\u00a0条提示：主体\u00a01、" in site_pages["documents/bluestone.html"].text
    assert "条提示" not in site_pages["documents/cats.html"].text


def test_the_start_page_gives_the_counts_of_each_comparison(site_pages: dict[str, Page]) -> None:
    text = re.sub(r"\s+", " ", site_pages["index.html"].text)
    assert "=2 一致unchanged≠4 变更changed−1 遗漏omitted+1 新增added" in text
    assert "待核对 5 条提示：主体 1、义务强度 1、数字 1、缺失义务 1、文字 1" in text
    assert "5 findings to check: " in text
    for words in ("青石区猫咖管理实施细则", "国家猫务总局", "2024-03-01", "Measures on Cat Cafés"):
        assert words in text


def test_the_start_page_lists_what_to_check_the_weightiest_first(site_pages: dict[str, Page]) -> None:
    text = re.sub(r"\s+", " ", site_pages["index.html"].text)
    order = [
        text.index(words) for words in ("义务疑似弱化", "每30日", "禁止事项未重述", "县级以上", "该项与本节标题无关")
    ]
    assert order == sorted(order)
    assert "comparisons/cats--bluestone.html#base-art_3__point_2" in site_pages["index.html"].values("href")


def test_two_documents_of_one_title_are_told_apart_on_every_page(tmp_path: Path, library: Any) -> None:
    (pair, compared), *_ = library.comparisons
    older, newer = (
        replace(pair, base=replace(pair.base, id=year, date=f"{year}-05-08", edition=year), target=target)
        for year, target in (("2012", pair.target), ("2024", replace(pair.target, date="2019")))
    )
    base = library.shelf[0][1]
    beside = [(one, replace(compared, base=replace(base, id=one.base.id))) for one in (older, newer)]
    write_site(tmp_path, [*((one.base, made.base) for one, made in beside), library.shelf[1]], beside)
    for path in sorted(tmp_path.rglob("*.html")):
        if path.name not in ("search.html", f"{pair.target.id}.html"):
            page = parsed(path.read_text(encoding="utf-8"))
            named = {year for year in ("2012", "2024") if f"{base.title}（{year}）" in page.text}
            own = path.relative_to(tmp_path).as_posix()
            told = {year for year in ("2012", "2024") if own == "index.html" or year in own}
            assert named == told, path
    made = f"2024--{pair.target.id}.html"
    page = parsed((tmp_path / "comparisons" / made).read_text(encoding="utf-8"))
    assert "2024年5月8日" in page.text
    assert "本规定（2019年）早于这一版本的上位法（2024年5月8日）" in page.text
    assert page.values("data-base") == [base.title]  # a citation is of the law


def test_a_library_without_comparisons_has_its_pages_too(tmp_path: Path, library: Any) -> None:
    assert write_site(tmp_path, library.shelf, []) == 2 + len(library.shelf)
    assert "没有相互对应的文件" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_the_start_page_of_a_large_library_weighs_little(tmp_path: Path, library: Any) -> None:
    ((pair, compared), *_) = library.comparisons

    def another(n: int) -> tuple[Pair, Comparison]:
        target = replace(pair.target, id=f"rule-{n}")
        return replace(pair, target=target), replace(compared, target=replace(compared.target, id=target.id))

    many = [another(n) for n in range(100)]
    shelf = [library.shelf[0], *((made.target, other.target) for made, other in many)]
    write_site(tmp_path, shelf, many)
    page = parsed((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert "条未在此列出，见各对照页" in page.text
    files = ["index.html", *page.values("src"), *(name for name in page.values("href") if name.endswith(".css"))]
    assert len(files) > 8
    assert sum((tmp_path / name).stat().st_size for name in files) < 300_000


def test_a_start_page_of_wide_maps_and_long_names_weighs_little(tmp_path: Path, library: Any) -> None:
    ((pair, _), *_) = library.comparisons

    def article(n: int) -> Provision:
        second = cats.provision(f"art_{n}__para_2", "paragraph", "", "让猫。")
        return cats.provision(f"art_{n}", "article", f"第{n}条", "留须。", second)

    rule = cats.document("猫" * 32, "猫咖", *map(article, range(1, 41)), article(41))
    rows = tuple(
        Row(link=link([leaf.eid], [leaf.eid]), status=("changed", "unchanged")[n % 2], edits=redline(leaf.text))
        for n, leaf in enumerate(rule.leaves())
    )

    def follower(n: int) -> tuple[Pair, Comparison]:
        target = replace(rule, id="咖" * 31 + str(n))
        implements = replace(pair, base=entry(rule, "central"), target=entry(target, "local"))
        return implements, Comparison(base=rule, target=target, rows=rows)

    most = MOST_SQUARES // 41
    made = [follower(n) for n in range(most)]
    shelf = [(made[0][0].base, rule), *((one.target, compared.target) for one, compared in made)]
    write_site(tmp_path, shelf, made)
    page = parsed((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert sum("square" in (value or "") for value in page.values("class")) == most * 41
    files = ["index.html", *page.values("src"), *(name for name in page.values("href") if name.endswith(".css"))]
    assert sum((tmp_path / name).stat().st_size for name in files) < 300_000


def test_the_number_of_a_chapter_opens_the_chapter(tmp_path: Path, library: Any) -> None:
    ((pair, _), *_) = library.comparisons

    def chapter(n: int) -> Provision:
        held = (cats.provision(f"art_{k}", "article", f"第{k}条", "让猫。") for k in range(70 * n - 69, 70 * n + 1))
        return cats.provision(f"chp_{n}", "chapter", f"第{n}章", "", *held, heading="猫")

    rule = cats.document("law", "猫法", chapter(1), chapter(2))
    rows = tuple(Row(link=link([leaf.eid], [], basis="none"), status="omitted") for leaf in rule.leaves())
    made = replace(pair, base=entry(rule, "central")), Comparison(base=rule, target=cats.local(), rows=rows)
    write_site(tmp_path, [(made[0].base, rule), (pair.target, cats.local())], [made])
    page = parsed((tmp_path / "index.html").read_text(encoding="utf-8"))
    assert {"documents/law.html#chp_1", "documents/law.html#chp_2"} <= set(page.values("href"))
    assert "chp_2" in parsed((tmp_path / "documents" / "law.html").read_text(encoding="utf-8")).values("id")


def test_an_empty_library_has_a_start_page(tmp_path: Path) -> None:
    assert write_site(tmp_path, [], []) == 2


def test_the_same_library_gives_the_same_bytes(tmp_path: Path, site: Path, library: Any) -> None:
    write_site(tmp_path, library.shelf, library.comparisons)
    first = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    second = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert first == second


def test_an_id_that_leads_out_of_the_folder_is_refused(tmp_path: Path, library: Any) -> None:
    ((entry, document), *_) = library.shelf
    with pytest.raises(LibraryError, match="cannot name a page"):
        write_site(tmp_path / "site", [(replace(entry, id="../cats"), document)], [])
    assert list(tmp_path.rglob("*.html")) == []


# ------------------------------------------------------------------------------------ text is data


def test_text_that_tries_to_be_markup_stays_text(tmp_path: Path, hostile_library: Any) -> None:
    write_site(tmp_path, hostile_library.shelf, hostile_library.comparisons)
    ours = {"static/" + path.name for path in (tmp_path / "static").iterdir()}
    for path in tmp_path.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        page = parsed(html)
        assert "img" not in [tag for tag, _ in page.tags]
        assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
        assert {source.replace("../", "") for source in page.values("src")} <= ours
        assert page.raw == []
        assert "\u202e" not in html
    assert "⟦U+202E⟧" in (tmp_path / "documents/bad-base.html").read_text(encoding="utf-8")


def test_each_piece_of_the_search_data_is_one_call_whatever_the_texts_hold(
    tmp_path: Path, hostile_library: Any
) -> None:
    write_site(tmp_path, hostile_library.shelf, hostile_library.comparisons)
    held = {path.stem: piece(path) for path in (tmp_path / "data").iterdir()}
    searched = ["leaves-0-0", "places-0", "postings-0-0", "shelf", "vocabulary-0", "volume-0"]
    told = ["comparisons", "found-bad-base--bad-target"]
    assert sorted(held) == sorted(["bodies", *searched, *told, "words-bad-base"])
    assert held["leaves-0-0"][0][2].startswith("<script>alert(1)</script>")


def piece(path: Path) -> Any:
    """What a piece of the search data holds."""
    script = path.read_text(encoding="utf-8")
    assert not set("<>&\u2028\u2029\u202e") & set(script)
    call = f'policydiff.piece("{path.stem}",'
    assert script.startswith(call)
    assert script.endswith(");\n")
    return json.loads(script.removeprefix(call).removesuffix(");\n"))


def test_json_in_a_script_reads_back_as_it_was() -> None:
    value = {"a": ["</script><!--", "\u2028", '猫 & "狗" \\']}
    assert json.loads(script_json(value)) == value
    assert "</" not in script_json(value)


# ---------------------------------------------------------------------------------- nothing from outside


def test_no_page_has_a_script_or_style_of_its_own_or_asks_for_anything_outside(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        page = parsed(html)
        assert page.raw == []
        assert page.values("style") == []
        assert not re.search(r"https?://|//[a-z]", html.replace("http://www.w3.org/2000/svg", ""))
        (policy,) = [attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"]
        assert policy is not None
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy


def test_a_single_file_names_each_script_and_style_it_holds_by_its_hash(compared: Comparison) -> None:
    page = parsed(comparison_page(compared))
    (policy,) = [attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv")]
    assert policy is not None
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in page.raw}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert page.values("src") == []
    assert all(link.startswith(("#", "data:")) for link in page.values("href"))


def test_the_places_a_single_file_links_to_are_in_it(compared: Comparison) -> None:
    page = parsed(comparison_page(compared))
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(page.values("id"))


def test_a_single_file_survives_texts_that_try_to_be_markup(hostile_library: Any) -> None:
    ((_, compared),) = hostile_library.comparisons
    page = parsed(comparison_page(compared))
    assert "img" not in [tag for tag, _ in page.tags]
    assert "alert" not in "".join(page.raw)


def test_a_document_without_title_or_id_goes_by_the_name_of_its_file(compared: Comparison) -> None:
    source = replace(compared.base.source, origin="无题.txt")
    nameless = replace(compared, base=replace(compared.base, title="", id="", source=source))
    assert "<title>" in (page := comparison_page(nameless))
    assert '<span lang="zh">无题.txt</span>' in page


def test_every_sentence_of_the_interface_is_there_in_both_languages() -> None:
    for key, words in STRINGS.items():
        assert set(words) == {"zh", "en"}, key
        assert set(re.findall(r"\{\w+\}", words["zh"])) == set(re.findall(r"\{\w+\}", words["en"])), key


def test_every_sentence_of_the_interface_is_said_somewhere() -> None:
    composed = {"split-said", "merged-said", "regrouped-said", *(f"way-{one}" for one in get_args(Direction))}
    site = Path(strings.__file__).parent
    files = [*site.rglob("*.py"), *site.rglob("*.html"), *site.rglob("*.js"), *Path(lines.__file__).parent.glob("*.py")]
    held = "".join(path.read_text(encoding="utf-8") for path in files if path.name != "strings.py")
    named = set(re.findall(r"""["']([a-z-]+)["']""", held))
    assert sorted(set(STRINGS) - named - composed) == []
