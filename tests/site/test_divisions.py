"""The page of a comparison names the chapters of which the target has nothing."""

from __future__ import annotations

from tests.texts import parsed

from policydiff.model import Comparison, Link, Row
from policydiff.site.render import comparison_page

BASE = "胡须办法\n第一章 <总则>\n第一条 须匠应当梳须。\n第二条 须匠应当剪须。\n第三条 须匠应当染须。\n"


def test_a_chapter_without_a_counterpart_is_named_above_the_rows_with_the_way_to_the_first() -> None:
    rows = tuple(
        Row(link=Link(base=(f"art_{n}__para_1",), target=(), basis="none", score=0.0), status="omitted")
        for n in (1, 2, 3)
    )
    compared = Comparison(base=parsed(BASE), target=parsed("某市规定\n第一条 须匠应当登记。\n"), rows=rows, findings=())
    page = comparison_page(compared)
    assert '<a href="#base-art_1__para_1">第一章 &lt;总则&gt;</a> 第一条至第三条' in page
    assert page.count('class="row is-omitted"') == 3
    assert 'class="fold whole divisions"' not in comparison_page(compared, lack="revised")
