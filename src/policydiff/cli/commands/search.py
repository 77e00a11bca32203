"""`policydiff search`: provisions of the library, found by words or by citation, and what its comparisons found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.options import at_most, example, language_of, of_kinds, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.model import DocumentKind, Language, ToldAs

_EXCLUDED = re.compile(r"^-(?=[^\x00-\x7f])")
_QUOTES = '"“”„‟＂‘’「」『』«»《》〈〉'

if TYPE_CHECKING:
    from policydiff.library import Library
    from policydiff.search import FoundFindings, Results


class _Search(Command):
    """A command of which 应当 -罚款 needs no quotation marks: no option is called by a Chinese word."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        """As click does it, with another minus before such a word, which a query reads alike."""
        return super().parse_args(context, [_EXCLUDED.sub("－", word) for word in arguments])


@click.command(
    cls=_Search,
    zh="检索文件库中的条文，最相关的在前。\n\n"
    "检索内容是词语、加引号的短语，或者第八条第二款、Article 8(2)、art_8__para_2 这样的条号；"
    "条号前可以写文件名称或者编号。词语前加减号的不要：应当 -罚款 不列含有罚款的条文"
    '（英文词要连同引号："shall -fine"）。'
    "也可以用平常的话来问（罚款多少钱）：没有条文含有全部词语的，列出含得多的。\n\n"
    "加 --findings，检索的是全库对照的提示（差异）：引用的文字含有这些词语的，要紧的在前；可以只要一种（--type），"
    "不写词语就列出全部。\n\n检索的是上次 build 时的内容；此后文件库有变动的，会提示。",
    epilog=example(
        "policydiff search 通报",
        'policydiff search "“网络安全事件”" --kind local --limit 5',
        'policydiff search "Article 8(2)" --lang en --format json',
        "policydiff search 应当 -报告",
        "policydiff search --findings 通报 --type dropped-duty",
    ),
)
@click.argument("query", cls=Argument, nargs=-1)
@click.option(
    "--findings",
    cls=Option,
    is_flag=True,
    help="Search what the comparisons of the library found, not the provisions.",
    zh="检索全库对照的提示，而不是条文。",
)
@click.option(
    "--type",
    "types",
    cls=Option,
    multiple=True,
    type=click.Choice(get_args(ToldAs)),
    help="With --findings: those told as this alone; may be repeated.",
    zh="配合 --findings：只要这一种提示；可以重复。newly-set 新设，dropped-duty 缺失义务，added-duty 新增义务，"
    "modality 义务强度，number 数字，actor 主体，scope 范围，reference 援引，dropped-definition 缺失定义，"
    "added-definition 新增定义，drafting 文字。",
)
@click.option(
    "--doc",
    "documents",
    cls=Option,
    multiple=True,
    metavar="ID",
    help="Search this document alone; may be repeated.",
    zh="只检索这份文件；可以重复。",
)
@of_kinds("Search documents of this kind.", "只检索这类文件")
@language_of("--lang", "Search documents in this language.", "只检索这种语言的文件。")
@at_most("Show so many at most.", "最多列出多少条。", default=20)
@text_or_json
@in_session
def search(
    session: Session,
    query: tuple[str, ...],
    findings: bool,
    types: tuple[ToldAs, ...],
    documents: tuple[str, ...],
    kinds: tuple[DocumentKind, ...],
    lang: Language | None,
    limit: int,
    format_: str,
) -> None:
    """Search the provisions of the library, best first.

    QUERY is words, a phrase in quotation marks, or a provision: 第八条第二款, Article 8(2), art_8__para_2; before it
    may stand the title or the id of a document. A minus before a word leaves out what has it: 应当 -罚款; with
    English words the whole stands in quotation marks, "shall -fine". A question in plain words will do (who shall
    report): where no provision has all the words, those that have the most of them are shown.

    With --findings, what the comparisons of the library found is searched by the words that it quotes, the gravest
    first; without QUERY all of it is listed.

    What is searched is what `build` made; that the library has changed since is told.
    """
    from policydiff.build import INDEX, is_behind
    from policydiff.library import SITE, open_library
    from policydiff.search import Among, Filter, find
    from policydiff.search import search as search_index
    from policydiff.site import listed

    if types and not findings:
        raise session.misuse(
            en="--type goes with --findings: it says which findings to list.",
            zh="--type 要与 --findings 一起用：它说明列出哪一种提示。",
        )
    if not (query or findings):
        raise session.misuse(en="Missing argument 'QUERY...'.", zh="缺少检索内容")
    library = open_library(session.root)
    for name in documents:
        library.entry(name)
    if is_behind(library):
        session.say(
            en="Note: the library has changed since it was built, and this is what was built then. "
            f"Next: {session.command('build')}",
            zh=f"注意：文件库在上次生成之后有变动，以下是上次生成时的内容。接下来：{session.command('build')}",
        )
    asked = " ".join(query)
    if findings:
        among = Among(documents=documents, kinds=kinds, language=lang, told_as=types)
        _findings(session, find(listed(session.root / SITE), asked, among, limit), asked, format_)
        return
    some = Filter(documents=documents, kinds=kinds, language=lang)
    found = search_index(session.root / INDEX, asked, some, limit)
    _provisions(session, found, asked, format_, is_place=some == Filter() and _is_citation(asked, library))


def _findings(session: Session, found: FoundFindings, asked: str, format_: str) -> None:
    """The findings that answer, and how many there are."""
    from policydiff.report import found as report
    from policydiff.report import json

    if format_ == "json":
        print_out(as_json(json.findings(found, session.ui)))
        return
    print_out(session.set_text(report.render, found))
    _say_also(session, found.also)
    _say_without(session, found.without)
    _say_how_many(session, asked, len(found.found), found.total)


def _provisions(session: Session, found: Results, asked: str, format_: str, *, is_place: bool) -> None:
    """The provisions that answer, and how they were found; `is_place` says that nothing but a place was asked for."""
    from policydiff.report import hits, json
    from policydiff.report.terminal import visible

    if format_ == "json":
        print_out(as_json(json.search(found)))
        return
    print_out(session.set_text(hits.render, found))
    if found.read_as:
        words = visible(found.read_as)
        session.say(
            en=f"No provision that was searched has all the words. These have the most of: {words}.",
            zh=f"检索范围内没有条文含有全部词语；以下按其中的“{words}”检索，含得多的在前。",
        )
    _say_also(session, found.also)
    _say_without(session, found.without)
    if is_place and not found.hits:
        session.say(
            en=f"Nothing found: there is no such provision. `{session.command('show')}` lists those of a document.",
            zh=f"没有找到：没有这一条、款、项。可用 {session.command('show')} 查看文件有哪些条款。",
        )
    elif found.missing or found.left:
        _say_missing(session, found.missing, found.left)
    else:
        _say_how_many(session, asked, len(found.hits), found.total)
    _say_meant(session, found.meant)


def _say_meant(session: Session, queries: Sequence[str]) -> None:
    """What may have been meant, to be asked in its place."""
    from policydiff.report.terminal import visible

    meant = [*map(visible, queries)]
    if meant:
        session.say(en=f"Did you mean: {', '.join(meant)}?", zh=f"您是不是要找：{'、'.join(meant)}？")


def _say_missing(session: Session, missing: Sequence[str], left: Sequence[str]) -> None:
    """What of the query stands nowhere, and what can be looked for instead."""
    from policydiff.report.terminal import visible

    nowhere = [visible(part).strip(_QUOTES) for part in missing]
    rest = [*map(visible, left)]
    en = f"{', '.join(nowhere)} stands nowhere that was searched." if nowhere else "no provision has all parts of it."
    zh = f"检索范围内没有“{'”“'.join(nowhere)}”。" if nowhere else "没有条文同时符合各个部分。"
    if rest:
        en += f" Each of these finds something: {', '.join(rest)}."
        zh += f"可以分别检索：{'、'.join(rest)}。"
    session.say(en=f"Nothing found: {en}", zh=f"没有找到：{zh}")


def _say_also(session: Session, names: Sequence[str]) -> None:
    if names:
        en, zh = ", ".join(names), "、".join(names)
        session.say(en=f"Also looked for, after these words: {en}.", zh=f"也查了同一机关的其他名称（排在后面）：{zh}。")


def _say_without(session: Session, words: Sequence[str]) -> None:
    """What was left out by a minus."""
    from policydiff.report.terminal import visible

    if words:
        held = [visible(word).strip(_QUOTES) for word in words]
        session.say(en=f"Left out is what has {', '.join(held)}.", zh=f"不列含有“{'”“'.join(held)}”的。")


def _say_how_many(session: Session, asked: str, shown: int, total: int) -> None:
    from policydiff.text import skeleton

    if shown:
        session.say(en=f"{shown} of {total} shown.", zh=f"共 {total} 条，列出 {shown} 条。")
    elif asked and not skeleton(asked):
        session.say(
            en="Nothing found: the query holds no word. Name words or a provision.",
            zh="没有找到：检索内容中没有词语。请写词语或者条号。",
        )
    else:
        session.say(
            en="Nothing found. Try a shorter word, or leave out quotation marks and options.",
            zh="没有找到。可试试较短的词，或者去掉引号和选项。",
        )


def _is_citation(query: str, library: Library) -> bool:
    """Whether nothing but provisions is asked for, of any document or of one by its id or title."""
    from policydiff.search.query import parse_query

    names = tuple(name for entry in library.entries for name in (entry.id, entry.title))
    asked = parse_query(query, lambda name: any(name.strip() in one for one in names))
    return bool(asked.citations) and not asked.tiers
