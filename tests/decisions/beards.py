"""Two short rules on beards, a decision asked for about them, and rows as a test reads them."""

from __future__ import annotations

from collections.abc import Callable

from policydiff.model import Alignment, Candidate, Comparison, Decision, Document, Link, Provision, Source, Verdict

Decide = Callable[..., Decision]

BASE = (
    ("art_1", "第一条", "为了规范胡须的蓄留，制定本办法。"),
    ("art_2", "第二条", "蓄须者应当每月修剪一次，并向理发店登记。"),
    ("art_3", "第三条", "禁止在食堂梳须。"),
    ("art_4", "第四条", "理发店应当保存登记三年。"),
)
TARGET = (
    ("lvl_1", "一、", "为了规范胡须的蓄留，制定本细则。"),
    ("lvl_2", "二、", "蓄须者可以每月修剪一次。"),
    ("lvl_3", "三、", "修剪后向理发店登记。"),
    ("lvl_4", "四、", "设立胡须节。"),
)


def document(id: str, *leaves: tuple[str, str, str]) -> Document:
    source = Source(text="".join(text for _, _, text in leaves), origin=id, sha256="0", language="zh")
    level = "article" if leaves[0][0].startswith("art") else "level"
    provisions = tuple(Provision(eid=eid, level=level, num=num, text=text) for eid, num, text in leaves)  # type: ignore[arg-type]
    return Document(id=id, title=id, language="zh", source=source, provisions=provisions)


def link(base: str = "", target: str = "", score: float = 0.9, near: tuple[Candidate, ...] = ()) -> Link:
    """`art_2`, `lvl_2 lvl_3` as a link of one leaf with two."""
    if not (base and target):
        return Link(base=tuple(base.split()), target=tuple(target.split()), basis="none", score=0.0, candidates=near)
    return Link(base=tuple(base.split()), target=tuple(target.split()), basis="text", score=score, candidates=near)


def asked(verdict: Verdict, *, rule: str = "", words: str = "", reason: str = "", note: str = "") -> Decision:
    return Decision(
        number=0,
        documents=("central", "local"),
        verdict=verdict,
        base=(),
        target=(),
        fingerprint="",
        rule=rule,
        words=words,
        reason=reason,
        note=note,
    )


def rows(comparison: Comparison | Alignment) -> list[str]:
    """The rows as `art_2 → lvl_2 lvl_3`."""
    links = comparison.links if isinstance(comparison, Alignment) else [row.link for row in comparison.rows]
    return [" → ".join((" ".join(link.base) or "-", " ".join(link.target) or "-")) for link in links]
