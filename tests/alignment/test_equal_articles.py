"""Articles whose words stand word for word in the other document."""

from __future__ import annotations

from tests.texts import parsed

from policydiff.alignment import align
from policydiff.model import Document

ARTICLES = (
    "为了加强水闸管理，制定本办法。",
    "水闸管理单位应当在汛期前检查闸门和启闭设备，发现问题及时维修。",
    "水闸管理单位应当在汛期后检查闸门和启闭设备，发现问题及时报告。",
    "水闸管理单位的经费列入本级财政预算。",
    "本办法自公布之日起施行。",
)


def document(articles: tuple[str, ...]) -> Document:
    lines = [f"第{'一二三四五'[n]}条 {text}" for n, text in enumerate(articles)]
    return parsed("\n".join(["甲市水闸管理办法", *lines]))


def test_an_article_that_was_struck_out_takes_no_partner_whose_words_stand_unchanged() -> None:
    for n in range(1, 4):
        found = align(document(ARTICLES), document(ARTICLES[:n] + ARTICLES[n + 1 :]))
        omitted = [link.base[0].split("__")[0] for link in found.links if not link.target]
        assert omitted == [f"art_{n + 1}"]
        assert all(len(link.base) == len(link.target) == 1 for link in found.links if link.target)
