"""`policydiff decide`: what a reviewer decided, written down, listed and taken back."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from typing import TYPE_CHECKING, get_args

import click

from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.library import decisions_file
from policydiff.cli.options import example
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.errors import QueryError
from policydiff.model import Decision, Document, Relation, StaleDecision, StaleReason, Verdict

if TYPE_CHECKING:
    from policydiff.library import Entry, Library


@click.command(
    cls=Command,
    zh="记下审核人对文件库中两份文件的对照所作的意见。\n\n"
    "\b\n"
    "confirm [条款] [条款]       对应正确\n"
    "reject [条款] [条款]        不应对应\n"
    "pair 条款 条款              二者对应，且不与其他条款对应\n"
    "dismiss 规则 [条款] [条款]  该处的提示不用再管\n"
    "note 条款 [条款]            备注\n"
    "\n"
    "上位法、规定：写文件库中文件的编号。意见是以上五种之一。"
    "条款：按 compare 显示的写法（第三条第（四）项、四（四）5、Article 8(2)），或者写条款标识；几处用“、”或者逗号隔开。"
    "第一个是上位法的，第二个是规定的；从对照中能知道另一个的，写一个即可；- 表示没有。"
    "规则：写规则名称或者提示类别（modality、义务强度）。\n\n"
    "意见保存在 corpus/decisions.toml，所涉文字不变的，以后每次生成和对照都适用。"
    "对相同条款的新意见取代原意见；pair 还取代所写条款与其他条款对应的意见。",
    epilog=example(
        'policydiff decide central-2017 subdistrict confirm "第三条第（一）项"',
        'policydiff decide central-2017 subdistrict reject "第二条" "三（一）" --reason "两件事"',
        'policydiff decide central-2017 subdistrict pair "第二条" "二（一）、二（二）"',
        'policydiff decide central-2017 subdistrict pair "第十二条" - --reason "确无对应"',
        'policydiff decide central-2017 subdistrict dismiss actor "第十条" --reason "对应机构"',
        'policydiff decide central-2017 subdistrict note "第二条" --note "待请示"',
        "policydiff decide --list",
        "policydiff decide --remove 3",
    ),
)
@click.argument("base", cls=Argument, required=False)
@click.argument("target", cls=Argument, required=False)
@click.argument("verdict", cls=Argument, required=False, type=click.Choice(get_args(Verdict)), metavar="[VERDICT]")
@click.argument("places", cls=Argument, nargs=-1, metavar="[PLACE]...")
@click.option(
    "--reason", cls=Option, default="", metavar="TEXT", help="Why; `dismiss` needs one.", zh="理由；dismiss 须写理由。"
)
@click.option(
    "--note", cls=Option, default="", metavar="TEXT", help="A remark to stand at the row.", zh="写在该行的备注。"
)
@click.option(
    "--words",
    cls=Option,
    default="",
    metavar="TEXT",
    help="With `dismiss`: only what quotes these words.",
    zh="用于 dismiss：只限引用这些文字的提示。",
)
@click.option("--by", cls=Option, default="", metavar="WHO", help="Who decided.", zh="审核人。")
@click.option(
    "--list",
    "list_them",
    cls=Option,
    is_flag=True,
    help="List the decisions (on BASE and TARGET), and what holds.",
    zh="列出（关于上位法和规定的）审核意见，以及是否仍然适用。",
)
@click.option(
    "--remove",
    cls=Option,
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Take a decision out of the file.",
    zh="从文件中删去第几条意见。",
)
@in_session
def decide(
    session: Session,
    base: str | None,
    target: str | None,
    verdict: Verdict | None,
    places: tuple[str, ...],
    reason: str,
    note: str,
    words: str,
    by: str,
    list_them: bool,
    remove: int | None,
) -> None:
    """Write down what a reviewer decided about a comparison of two documents of the library.

    \b
    confirm [PLACE] [PLACE]       the pairing is right
    reject [PLACE] [PLACE]        they do not belong together
    pair PLACE PLACE              they belong together, and to no others
    dismiss RULE [PLACE] [PLACE]  what was found there needs no attention
    note PLACE [PLACE]            a remark

    A PLACE is written as `compare` prints it (第三条第（四）项, 四（四）5, Article 8(2)) or as an identifier; several
    are joined by 、 or a comma. The first is BASE's, the second TARGET's; one is enough where the comparison knows the
    other; - says that there is none. RULE is a rule's name or a kind of finding (modality, 义务强度).

    Decisions stand in corpus/decisions.toml and apply to every build and comparison as long as the words they are
    about are the same. A new decision on the same provisions takes the place of the old one; `pair` also of those
    that put one of its provisions together with others.
    """
    from policydiff.library import open_library

    library = open_library(session.root)
    if list_them:
        _list_decisions(session, library, tuple(name for name in (base, target) if name))
    elif remove is not None:
        _remove_decision(session, remove)
    elif base is None or target is None or verdict is None:
        raise session.misuse(
            en="Say BASE, TARGET and what is decided, or --list, or --remove NUMBER.",
            zh="请写明上位法、规定和审核意见，或者 --list，或者 --remove 加序号。",
        )
    else:
        _refuse_if_reversed(library, base, target)
        pair = library.entry(base), library.entry(target)
        _refuse_if_uncompared(library, *pair)
        rule, *places_left = places if verdict == "dismiss" and places else ("", *places)
        said = {"rule": rule, "words": words, "reason": reason, "note": note, "by": by}
        _decide(session, pair, verdict, places_left, said)


def _refuse_if_reversed(library: Library, base: str, target: str) -> None:
    """A decision on two documents that the library compares the other way round would not be seen as it was made; and
    one document is no pair."""
    if base == target:
        raise QueryError(
            en=f"{base} is named twice. Name the superior rule, then the local one.",
            zh=f"{base} 写了两次。请先写上位法，再写规定。",
        )
    compared = {pair.ids for pair in library.pairs()}
    if (base, target) not in compared and (target, base) in compared:
        raise QueryError(
            en=f"{base}, {target}: the two are the wrong way round, the library compares {target} with {base}. "
            f"Say: policydiff decide {target} {base} …",
            zh=f"{base}、{target}：两者写反了，文件库中 {target} 在前、{base} 在后对照。"
            f"请写作：policydiff decide {target} {base} …",
        )


def _refuse_if_uncompared(library: Library, base: Entry, target: Entry) -> None:
    """A decision on two documents that the library does not compare would hold nowhere."""
    if any(pair.ids == (base.id, target.id) for pair in library.pairs()):
        return
    from policydiff import toml
    from policydiff.library import CATALOGUE, CORPUS

    relation: Relation = "translates" if target.kind == "translation" else "implements"
    line = f"{relation} = {toml.strings((*target.related(relation), base.id))}"
    path = library.root / CORPUS / CATALOGUE
    raise QueryError(
        en=f"{base.id}, {target.id}: the library does not compare these two, so that no decision on them would hold. "
        f"To have them compared, write into the entry {target.id} of {path}: {line}",
        zh=f"{base.id}、{target.id}：文件库没有将这两份文件对照，对其作出的意见不会适用。"
        f"需要对照的，请在 {path} 的 {target.id} 一项中写：{line}",
    )


def _decide(
    session: Session, pair: tuple[Entry, Entry], verdict: Verdict, places: Sequence[str], said: dict[str, str]
) -> None:
    import datetime

    from policydiff import decisions
    from policydiff.alignment import align
    from policydiff.eid import labels
    from policydiff.library.reading import document_of
    from policydiff.report import decision as report

    path = decisions_file(session)
    before = decisions.read(path)
    base, target = map(document_of, pair)
    asked = Decision(
        number=0,
        documents=(pair[0].id, pair[1].id),
        verdict=verdict,
        base=(),
        target=(),
        fingerprint="",
        date=datetime.date.today().isoformat(),
        **said,
    )
    decision = decisions.made(decisions.reviewed(align(base, target), before), asked, places)
    for earlier in reversed(decisions.superseded(before, decision)):
        decisions.remove(path, earlier.number)
        _say_replaced(session, earlier, decision, base, target)
    added = decisions.add(path, decision, labels(base), labels(target))
    print_out(session.set_text(report.render, added, base, target))
    session.say(
        en=f"Written to {path}; policydiff build brings the site up to date.",
        zh=f"已记入 {path}；运行 policydiff build 更新站点。",
    )


def _say_replaced(session: Session, earlier: Decision, by: Decision, base: Document, target: Document) -> None:
    """Which decision gave way to a new one; where they differ, what it said and how both are said."""
    from policydiff import decisions

    number = earlier.number
    if earlier.sides in (by.sides, by.sides[::-1]):
        session.say(en=f"Takes the place of decision {number}.", zh=f"取代第 {number} 号意见。")
        return
    documents = (base, target) if earlier.documents == by.documents else (target, base)
    en, zh = (decisions.sides(earlier, *documents, language) for language in ("en", "zh"))
    session.say(
        en=f"Takes the place of decision {number}, which says otherwise ({en}). If both are right, write one `pair` "
        "with all the provisions, joined by 、 or a comma.",
        zh=f"取代与之不一致的第 {number} 号意见（{zh}）。如果两者都对，请将所有条款写在同一条 pair 意见里，"
        "用“、”隔开。",
    )


def _remove_decision(session: Session, number: int) -> None:
    from policydiff import decisions

    path = decisions_file(session)
    decisions.remove(path, number)
    session.say(en=f"Decision {number} is gone from {path}.", zh=f"已从 {path} 删去第 {number} 号意见。")


def _list_decisions(session: Session, library: Library, only: tuple[str, ...]) -> None:
    """Every decision with its number, and why it does not hold where the texts and their order already show that."""
    import functools

    from policydiff import decisions
    from policydiff.library.reading import document_of
    from policydiff.report import decision as report

    entries = {entry.id: entry for entry in library.entries}

    @functools.cache
    def document(id: str) -> Document | None:
        return document_of(entries[id]) if id in entries else None

    compared = {pair.ids for pair in library.pairs()}
    chosen = [d for d in decisions.read(decisions_file(session)) if set(only) <= set(d.documents)]
    stale = {one.number: why for one in chosen if (why := _why_stale(one, compared, document))}
    contradicted = decisions.overruled([one for one in chosen if one.number not in stale])
    for one in chosen:
        why = stale.get(one.number, "overruled")
        by = contradicted.get(one.number, ())
        told = StaleDecision(decision=one, why=why, by=by) if by or one.number in stale else None
        print_out(session.set_text(report.render, one, *map(document, one.documents), told))
    if not chosen:
        for name in only:
            library.entry(name)  # says which are there, of one that is not
        session.say(en="There are no decisions.", zh="没有审核意见。")


def _why_stale(
    decision: Decision, compared: Container[tuple[str, str]], document: Callable[[str], Document | None]
) -> StaleReason | None:
    """Why a decision does not hold, as far as the texts and their order show."""
    from policydiff import decisions

    base, target = map(document, decision.documents)
    if base and target and decision.documents in compared:
        return decisions.why_stale(decision, base, target)
    if base and target and decision.documents[::-1] in compared:
        return decisions.why_stale(decision, target, base)
    return "uncompared"
