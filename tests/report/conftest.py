"""A comparison of two short rules on beards, made by hand so that every kind of row is in it."""

from __future__ import annotations

import pytest
from tests.cats import redline

from policydiff.model import (
    Candidate,
    Comparison,
    Document,
    Edit,
    Finding,
    Link,
    Problem,
    Provision,
    Residue,
    Row,
    Source,
    Span,
)

LONG = "为了规范胡须的蓄留和修剪，维护公共场所的整洁，保障公民的合法权益，根据有关法律、行政法规，结合本地实际，"


def document(id: str, title: str, *leaves: tuple[str, str, str]) -> Document:
    """A document of articles, each (eid, number, text), with one residue and one problem."""
    text = title + "".join(number + words for _, number, words in leaves)
    at = len(title)
    provisions = []
    for eid, number, words in leaves:
        start = at + len(number)
        provisions.append(
            Provision(
                eid=eid,
                level="article",
                num=number,
                text=words,
                spans=(Span(start=start, end=start + len(words)),),
                marks=(Span(start=at, end=start),),
            )
        )
        at = start + len(words)
    return Document(
        id=id,
        title=title,
        language="zh",
        source=Source(text=text, origin=f"{id}.txt", sha256="0" * 64, language="zh"),
        provisions=tuple(provisions),
        residue=(Residue(span=Span(start=0, end=len(title)), reason="title"),),
        problems=(Problem(span=Span(start=0, end=1), kind="again", num="胡"),),
    )


@pytest.fixture
def base() -> Document:
    return document(
        "base",
        "胡须管理办法",
        ("art_1", "第一条", LONG + "制定本办法。"),
        ("art_2", "第二条", "蓄须者应当每月修剪一次。"),
        ("art_3", "第三条", "禁止在食堂梳须。"),
    )


@pytest.fixture
def target() -> Document:
    return document(
        "target",
        "某街道胡须管理细则",
        ("art_1", "第一条", LONG + "制定本办法。"),
        ("art_2", "第二条", "蓄须者可以每月修剪一次。"),
        ("art_3", "第三条", "设立胡须节。"),
    )


@pytest.fixture
def comparison(base: Document, target: Document) -> Comparison:
    same, modal = (
        base.leaves()[0].text,
        Finding(type="modality", base="应当", target="可以", message="义务变为许可", rule="modality.weakened"),
    )
    return Comparison(
        base=base,
        target=target,
        rows=(
            Row(
                link=Link(base=("art_1",), target=("art_1",), basis="text", score=1.0),
                status="unchanged",
                edits=(Edit(op="keep", text=same),),
            ),
            Row(
                link=Link(base=("art_2",), target=("art_2",), basis="structure", score=0.87654321, moved=True),
                status="changed",
                edits=redline("蓄须者[-应当-]{+可以+}每月修剪一次。"),
                findings=(modal,),
            ),
            Row(
                link=Link(
                    base=("art_3",),
                    target=(),
                    basis="none",
                    score=0.0,
                    candidates=(Candidate(eid="art_3", score=0.31),),
                ),
                status="omitted",
            ),
            Row(link=Link(base=(), target=("art_3",), basis="none", score=0.0), status="added"),
        ),
        findings=(
            Finding(type="drafting", base="", target="设立", message="序号缺失", rule="drafting.number", eid="art_3"),
        ),
    )
