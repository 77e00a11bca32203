"""An invented library, small enough to know by heart: the Measures on Cat Cafés and what follows them.

A redline is written as one text, `猫咖[-应当-]{+可以+}登记`, and gives both sides' words and the edits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from policydiff.library import Entry, Pair
from policydiff.model import (
    Basis,
    Candidate,
    Comparison,
    Decision,
    Dismissed,
    Document,
    DocumentKind,
    Edit,
    Finding,
    Language,
    Level,
    Link,
    Op,
    Problem,
    Provision,
    Residue,
    Row,
    Source,
    Span,
    StaleDecision,
    Verdict,
)

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202e倒写\u2028</script>'


def provision(
    eid: str, level: Level, num: str = "", text: str = "", *children: Provision, heading: str = ""
) -> Provision:
    return Provision(eid=eid, level=level, num=num, heading=heading, text=text, children=children)


def document(
    id: str,
    title: str,
    *provisions: Provision,
    language: Language = "zh",
    source: str = "",
    residue: Sequence[Residue] = (),
    problems: Sequence[Problem] = (),
) -> Document:
    return Document(
        id=id,
        title=title,
        language=language,
        source=Source(text=source, origin=f"{id}.txt", sha256="ab" * 32, language=language),
        provisions=provisions,
        residue=tuple(residue),
        problems=tuple(problems),
    )


def where(source: str, words: str) -> Span:
    return Span(start=source.index(words), end=source.index(words) + len(words))


def redline(marked: str) -> tuple[Edit, ...]:
    """`a[-b-]{+c+}` as keep a, delete b, insert c."""
    ops: dict[str, Op] = {"[-": "delete", "{+": "insert"}
    pieces = re.split(r"(\[-.*?-\]|\{\+.*?\+\})", marked, flags=re.DOTALL)
    return tuple(Edit(op=ops[p[:2]], text=p[2:-2]) if p[:2] in ops else Edit(op="keep", text=p) for p in pieces if p)


def base_text(marked: str) -> str:
    return "".join(edit.text for edit in redline(marked) if edit.op != "insert")


def target_text(marked: str) -> str:
    return "".join(edit.text for edit in redline(marked) if edit.op != "delete")


PURPOSE = "为了规范猫咖经营活动，保障猫只福利和公众安全，根据《动物防疫法》，制定本[-办法-]{+细则+}。"
DUTY = (
    "猫咖经营者[-应当-]{+可以+}建立健康档案，每[-30-]{+60+}日为猫只体检一次，并向[-县级以上-]{+区+}农业农村部门报告。"
)
REST = "猫只每日休息时间不得少于十六小时。"
LEAD = "猫咖经营者不得有下列行为："
FORBIDDEN = ("强迫猫只与顾客接触；", "在猫只休息时开放休息区；", "使用未经检疫的猫只；")
FORCED = "违反本[-办法-]{+细则+}规定，强迫猫只接触顾客的，责令改正{+，并在街道公示栏通报+}。"
FINE = "拒不改正的，处五百元以上二千元以下罚款。"
PUBLICITY = "各街道设立猫咖监督员，监督员由居民推选产生，任期一年，每月巡查一次并公布巡查结果。"
IN_FORCE = "本[-办法-]{+细则+}自[-2024年5月1日-]{+2024年9月1日+}起施行。"
SOURCE = "猫咖管理办法\n\n（2024年3月1日发布）\n第 1 页 共 2 页\n" + HOSTILE


def central() -> Document:
    return document(
        "cats",
        "猫咖管理办法",
        provision(
            "chp_1",
            "chapter",
            "第一章",
            "",
            provision("art_1", "article", "第一条", base_text(PURPOSE)),
            provision(
                "art_2",
                "article",
                "第二条",
                base_text(DUTY),
                provision("art_2__para_2", "paragraph", "", REST),
            ),
            heading="总则",
        ),
        provision(
            "chp_2",
            "chapter",
            "第二章",
            "",
            provision(
                "art_3",
                "article",
                "第三条",
                LEAD,
                *(
                    provision(f"art_3__point_{n}", "point", f"（{'一二三'[n - 1]}）", words)
                    for n, words in enumerate(FORBIDDEN, 1)
                ),
            ),
            provision("art_4", "article", "第四条", base_text(FORCED) + FINE),
            provision("art_5", "article", "第五条", base_text(IN_FORCE)),
            heading="行为规范与责任",
        ),
        source=SOURCE,
        residue=[
            Residue(span=where(SOURCE, "猫咖管理办法"), reason="title"),
            Residue(span=where(SOURCE, "（2024年3月1日发布）"), reason="approval"),
            Residue(span=where(SOURCE, "第 1 页 共 2 页"), reason="page-mark"),
            Residue(span=where(SOURCE, HOSTILE), reason="web-page"),
        ],
        problems=[Problem(span=where(SOURCE, "（2024年3月1日发布）"), kind="again", num="（2024年3月1日发布）")],
    )


def local() -> Document:
    return document(
        "bluestone",
        "青石区猫咖管理实施细则",
        provision("preamble", "paragraph", "", target_text(PURPOSE)),
        provision(
            "lvl_1",
            "level",
            "一、",
            "",
            provision("lvl_1__lvl_1", "level", "（一）", target_text(DUTY)),
            provision("lvl_1__lvl_2", "level", "（二）", LEAD + FORBIDDEN[0] + FORBIDDEN[2]),
            provision("lvl_1__lvl_3", "level", "（三）", PUBLICITY),
            heading="经营者的义务",
        ),
        provision(
            "lvl_2",
            "level",
            "二、",
            "",
            provision("lvl_2__lvl_1", "level", "（一）", target_text(FORCED)),
            provision("lvl_2__lvl_2", "level", "（二）", FINE),
            provision("lvl_2__lvl_3", "level", "（三）", REST),
            provision("lvl_2__lvl_4", "level", "（四）", target_text(IN_FORCE)),
            heading="责任与附则",
        ),
        source=target_text(PURPOSE),
    )


def english() -> Document:
    return document(
        "cats-en",
        "Measures on Cat Cafés",
        provision(
            "art_1",
            "article",
            "Article 1",
            "These Measures are made under the Animal Epidemic Prevention Law to regulate cat cafés, protect the "
            "welfare of cats and keep the public safe.",
        ),
        provision(
            "art_2",
            "article",
            "Article 2",
            "Operators shall keep health records, have each cat examined every 30 days and submit reports to the "
            "agriculture department at or above county level.",
            provision("art_2__para_2", "paragraph", "", "A cat shall rest no less than sixteen hours a day."),
        ),
        language="en",
        source="Measures on Cat Cafés",
    )


def link(
    base: Sequence[str] = (),
    target: Sequence[str] = (),
    *,
    basis: Basis = "text",
    score: float = 1.0,
    moved: bool = False,
    candidates: Sequence[Candidate] = (),
) -> Link:
    return Link(
        base=tuple(base), target=tuple(target), basis=basis, score=score, moved=moved, candidates=tuple(candidates)
    )


def implementation() -> Comparison:
    """Every status once at least, with a split, a merger, a move, findings, and evidence of absence."""
    weakened = Finding(
        type="modality", base="应当建立", target="可以建立", message="义务疑似弱化：应当 → 可以", rule="duty-weakened"
    )
    longer = Finding(type="number", base="每30日", target="每60日", message="期限由 30 日变为 60 日", rule="number")
    renamed = Finding(
        type="actor", base="县级以上农业农村部门", target="区农业农村部门", message="主体更名", rule="actor"
    )
    lost = Finding(
        type="dropped-duty",
        base=FORBIDDEN[1],
        target="",
        message="禁止事项未重述，请核对清单是否完整",
        rule="list-incomplete",
    )
    drafting = Finding(
        type="drafting",
        base="",
        target="（三）" + REST,
        message="该项与本节标题无关",
        rule="stray-item",
        eid="lvl_2__lvl_3",
    )
    merged = LEAD + FORBIDDEN[0] + FORBIDDEN[2]
    rows = (
        Row(link=link(["art_1"], ["preamble"], score=0.94), status="changed", edits=redline(PURPOSE)),
        Row(
            link=link(["art_2"], ["lvl_1__lvl_1"], score=0.83),
            status="changed",
            edits=redline(DUTY),
            findings=(weakened, longer, renamed),
        ),
        Row(
            link=link(["art_2__para_2"], ["lvl_2__lvl_3"], moved=True),
            status="unchanged",
            edits=redline(REST),
        ),
        Row(
            link=link(["art_3", "art_3__point_1", "art_3__point_3"], ["lvl_1__lvl_2"], score=0.97),
            status="unchanged",
            edits=redline(merged),
        ),
        Row(
            link=link(
                ["art_3__point_2"],
                basis="none",
                score=0.0,
                candidates=[Candidate(eid="lvl_2__lvl_3", score=0.31), Candidate(eid="lvl_1__lvl_2", score=0.27)],
            ),
            status="omitted",
            edits=redline(f"[-{FORBIDDEN[1]}-]"),
            findings=(lost,),
        ),
        Row(
            link=link([], ["lvl_1__lvl_3"], basis="none", score=0.0, candidates=[Candidate(eid="art_2", score=0.22)]),
            status="added",
            edits=redline(f"{{+{PUBLICITY}+}}"),
        ),
        Row(
            link=link(["art_4"], ["lvl_2__lvl_1", "lvl_2__lvl_2"], score=0.9),
            status="changed",
            edits=(*redline(FORCED), *redline(FINE)),
        ),
        Row(
            link=link(["art_5"], ["lvl_2__lvl_4"], basis="role", score=0.72), status="changed", edits=redline(IN_FORCE)
        ),
    )
    return Comparison(base=central(), target=local(), rows=rows, findings=(drafting,))


def decision(
    number: int, verdict: Verdict, base: Sequence[str] = (), target: Sequence[str] = (), *, note: str = "", **said: str
) -> Decision:
    return Decision(
        number=number,
        documents=("cats", "bluestone"),
        verdict=verdict,
        base=tuple(base),
        target=tuple(target),
        fingerprint="0",
        note=note,
        by="喵审",
        date="2024-09-02",
        **said,
    )


def implementation_reviewed() -> Comparison:
    """The same with every kind of decision: the duty's weakening dismissed, an omission confirmed, one stale."""
    plain = implementation()
    rows = list(plain.rows)
    rows[0] = replace(rows[0], decisions=(decision(1, "confirm", ["art_1"], ["preamble"], reason="意思相同"),))
    no_duty = decision(2, "dismiss", ["art_2"], ["lvl_1__lvl_1"], rule="duty-weakened", reason="另有专条规定")
    weakened, *others = rows[1].findings
    rows[1] = replace(rows[1], findings=tuple(others), dismissed=(Dismissed(finding=weakened, decision=no_duty),))
    confirmed = decision(3, "confirm", ["art_3__point_2"], reason="须补正", note="已函告区局")
    rejected = decision(4, "reject", ["art_3__point_2"], ["lvl_1__lvl_2"], reason="说的是两件事")
    rows[4] = replace(rows[4], decisions=(confirmed, rejected))
    rows[5] = replace(rows[5], decisions=(decision(5, "note", [], ["lvl_1__lvl_3"], note="经费何来？"),))
    rows[6] = replace(rows[6], decisions=(decision(6, "pair", ["art_4"], ["lvl_2__lvl_1", "lvl_2__lvl_2"]),))
    meant = decision(7, "dismiss", [], ["lvl_2__lvl_3"], rule="stray-item", reason="有意")
    drafting = Dismissed(finding=plain.findings[0], decision=meant)
    stale = decision(8, "confirm", ["art_5"], ["lvl_2__lvl_4"], reason="日期无误")
    gone = decision(9, "note", [], ["lvl_9"], note="待查")
    return replace(
        plain,
        rows=tuple(rows),
        findings=(),
        dismissed=(drafting,),
        stale=(StaleDecision(decision=stale, why="changed"), StaleDecision(decision=gone, why="gone")),
    )


def translation() -> Comparison:
    pairs = (("art_1", "art_1"), ("art_2", "art_2"), ("art_2__para_2", "art_2__para_2"))
    linked = tuple(
        Row(link=link([base], [target], basis="translation", score=0.8), status="unchanged") for base, target in pairs
    )
    rest = (leaf.eid for leaf in central().leaves()[3:])
    omitted = tuple(Row(link=link([eid], basis="none", score=0.0), status="omitted") for eid in rest)
    return Comparison(base=central(), target=english(), rows=(*linked, *omitted))


def entry(document: Document, kind: DocumentKind, **known: str) -> Entry:
    return Entry(
        id=document.id,
        path=Path("corpus") / document.source.origin,
        language=document.language,
        title=document.title,
        kind=kind,
        **known,  # type: ignore[arg-type]
    )


@dataclass(frozen=True, kw_only=True)
class InventedLibrary:
    shelf: tuple[tuple[Entry, Document], ...]
    comparisons: tuple[tuple[Pair, Comparison], ...]


def invented_library() -> InventedLibrary:
    measures = entry(central(), "central", issuer="国家猫务总局", date="2024-03-01")
    rule = entry(local(), "local", issuer="青石区猫务局", date="2024-08-15")
    foreign = entry(english(), "translation")
    return InventedLibrary(
        shelf=((measures, central()), (rule, local()), (foreign, english())),
        comparisons=(
            (Pair(base=measures, target=rule, relation="implements"), implementation()),
            (Pair(base=measures, target=foreign, relation="translates"), translation()),
        ),
    )
