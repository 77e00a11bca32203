"""A small invented library: the beard measures, a district's rule under them, and their translation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.search.whole import write_index

from policydiff.eid import child_eid
from policydiff.library import Entry
from policydiff.model import Document, DocumentKind, Language, Level, Provision, Source

if TYPE_CHECKING:
    from tests.search.cluster.nodes import Nodes

Shelf = list[tuple[Entry, Document]]


def shelved(
    id: str, title: str, provisions: tuple[Provision, ...], kind: DocumentKind, language: Language
) -> tuple[Entry, Document]:
    source = Source(text="", origin=id, sha256="", language=language)
    entry = Entry(id=id, path=Path(id), language=language, title=title, kind=kind)
    return entry, Document(id=id, title=title, language=language, source=source, provisions=provisions)


def provision(
    level: Level, number: str, num: str, text: str = "", heading: str = "", *below: Provision, above: str = ""
) -> Provision:
    return Provision(
        eid=child_eid(above, level, number), level=level, num=num, heading=heading, text=text, children=below
    )


def article(number: str, num: str, text: str, *below: Provision) -> Provision:
    return provision("article", number, num, text, "", *below)


CENTRAL = (
    provision(
        "chapter",
        "1",
        "第一章",
        "",
        "总则",
        article("1", "第一条", "为了加强胡须管理，落实胡须责任制，制定本办法。"),
        article("2", "第二条", "本办法所称胡须，是指长度在１０毫米以上的胡须。"),
    ),
    provision(
        "chapter",
        "2",
        "第二章",
        "",
        "法律责任",
        article(
            "3",
            "第三条",
            "有下列情形之一的，应当予以通报批评：",
            provision("point", "1", "（一）", "未按时修剪的；", above="art_3"),
            provision("point", "2", "（二）", "遇ABC型胡须事件，二十四小时内未报告的。", above="art_3"),
            provision("paragraph", "2", "", "情节严重的，依照本办法第二条处理。", above="art_3"),
        ),
        article("4", "第四条", "理发师应当每日巡查，并对责任不落实的单位追究问责。"),
    ),
)
LOCAL = (
    provision("level", "1", "一、", "区胡须办负责通报，街道负责审计；制度健全的，不再追究。"),
    provision("level", "2", "二、", "单位对胡须的责任，由单位的负责人落实。"),
)
ENGLISH = (
    provision("article", "1", "Article 1", "These Measures set out the duties of barbers."),
    provision("article", "2", "Article 2", "A barber has a duty of care and reports every wild beard within 24 hours."),
    provision("article", "3", "Article 3", "The State organ for beards may accept a report by an organization."),
)


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return [
        shelved("beards", "胡须管理办法", CENTRAL, "central", "zh"),
        shelved("district", "东区胡须管理实施细则", LOCAL, "local", "zh"),
        shelved("beards-en", "Measures for the Administration of Beards", ENGLISH, "translation", "en"),
    ]


@pytest.fixture(scope="session")
def index(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("indexes")
    write_index(folder, shelf)
    return folder


@pytest.fixture(scope="session")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nodes]:
    """A cluster of three nodes; what needs one is skipped, with the reason, where this machine can run none."""
    pytest.importorskip("opensearchpy", reason="the extra `opensearch` is not installed")
    from tests.search.cluster.nodes import MissingError, Nodes

    try:
        with Nodes(tmp_path_factory.mktemp("nodes")) as running:
            yield running
    except MissingError as error:
        pytest.skip(f"no search cluster can run here: {error}")


@pytest.fixture
def cluster(nodes: Nodes, monkeypatch: pytest.MonkeyPatch) -> Nodes:
    """The cluster with all its nodes, as this user's settings name it."""
    monkeypatch.setenv("OPENSEARCH_URL", ",".join(nodes.urls))
    monkeypatch.setenv("POLICYDIFF_OPENSEARCH", os.devnull)
    nodes.whole()
    return nodes
