"""`policydiff search`: provisions of the library, found by words or by citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.help import Argument, Command, Option
from policydiff.cli.interface import LANGUAGES
from policydiff.cli.options import example, of_kinds, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.model import DocumentKind, Language

if TYPE_CHECKING:
    from policydiff.library import Library


@click.command(
    cls=Command,
    zh="检索文件库中的条文，最相关的在前。\n\n"
    "检索内容是词语、加引号的短语，或者第八条第二款、Article 8(2)、art_8__para_2 这样的条号；"
    "条号前可以写文件名称或者编号。也可以用平常的话来问（罚款多少钱）：没有条文含有全部词语的，列出含得多的。",
    epilog=example(
        "policydiff search 通报",
        'policydiff search "“网络安全事件”" --kind local --limit 5',
        'policydiff search "Article 8(2)" --lang en --format json',
    ),
)
@click.argument("query", cls=Argument, nargs=-1, required=True)
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
@click.option(
    "--lang",
    cls=Option,
    type=click.Choice(LANGUAGES),
    help="Search documents in this language.",
    zh="只检索这种语言的文件。",
)
@click.option(
    "--limit",
    cls=Option,
    type=click.IntRange(min=1),
    metavar="N",
    default=20,
    show_default=True,
    help="Show so many at most.",
    zh="最多列出多少条。",
)
@text_or_json
@in_session
def search(
    session: Session,
    query: tuple[str, ...],
    documents: tuple[str, ...],
    kinds: tuple[DocumentKind, ...],
    lang: Language | None,
    limit: int,
    format_: str,
) -> None:
    """Search the provisions of the library, best first.

    QUERY is words, a phrase in quotation marks, or a provision: 第八条第二款, Article 8(2), art_8__para_2; before it
    may stand the title or the id of a document. A question in plain words will do (who shall report): where no
    provision has all the words, those that have the most of them are shown.
    """
    from policydiff.build import INDEX
    from policydiff.library import open_library
    from policydiff.search import Filter
    from policydiff.search import search as search_index

    library = open_library(session.root)
    for name in documents:
        library.entry(name)
    asked = " ".join(query)
    among = Filter(documents=documents, kinds=kinds, language=lang)
    found = search_index(session.root / INDEX, asked, among, limit)
    if format_ == "json":
        from policydiff.report import json as report

        print_out(as_json(report.search(found)))
        return
    from policydiff.report import hits
    from policydiff.report.terminal import visible

    print_out(session.set_text(hits.render, found))
    if found.read_as:
        words = visible(found.read_as)
        session.say(
            en=f"No provision that was searched has all the words. These have the most of: {words}.",
            zh=f"检索范围内没有条文含有全部词语；以下按其中的“{words}”检索，含得多的在前。",
        )
    if found.also:
        en, zh = ", ".join(found.also), "、".join(found.also)
        session.say(en=f"Also looked for, after these words: {en}.", zh=f"也查了同一机关的其他名称（排在后面）：{zh}。")
    if found.hits:
        session.say(
            en=f"{len(found.hits)} of {found.total} shown.", zh=f"共 {found.total} 条，列出 {len(found.hits)} 条。"
        )
    elif _is_citation(asked, library) and not (documents or kinds or lang):
        session.say(
            en=f"Nothing found: there is no such provision. `{session.command('show')}` lists those of a document.",
            zh=f"没有找到：没有这一条、款、项。可用 {session.command('show')} 查看文件有哪些条款。",
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
