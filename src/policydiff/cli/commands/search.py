"""`policydiff search`: provisions of the library, found by words or by citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policydiff.cli.delivery import as_json
from policydiff.cli.options import KINDS, LANGUAGES, example, text_or_json
from policydiff.cli.session import Session, in_session
from policydiff.cli.streams import print_out
from policydiff.model import Language

if TYPE_CHECKING:
    from policydiff.search import Hit


@click.command(
    epilog=example(
        "policydiff search 通报",
        'policydiff search "“网络安全事件”" --kind local --limit 5',
        'policydiff search "Article 8(2)" --lang en --format json',
    )
)
@click.argument("query", nargs=-1, required=True)
@click.option("--doc", "documents", multiple=True, metavar="ID", help="Search this document alone; may be repeated.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Search documents of this kind.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Search documents in this language.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Show so many at most.")
@text_or_json
@in_session
def search(
    session: Session,
    query: tuple[str, ...],
    documents: tuple[str, ...],
    kinds: tuple[str, ...],
    lang: Language | None,
    limit: int,
    format_: str,
) -> None:
    """Search the provisions of the library, best first.

    QUERY is words, a phrase in quotation marks, or a citation such as 第八条第二款 or Article 8(2).
    """
    from policydiff.build import INDEX
    from policydiff.library import open_library
    from policydiff.report import json as report
    from policydiff.search import search as search_index

    library = open_library(session.root)
    for name in documents:
        library.entry(name)
    found = search_index(
        session.root / INDEX, " ".join(query), documents=documents, kinds=kinds, language=lang, limit=limit
    )
    if format_ == "json":
        print_out(as_json(report.search(found)))
        return
    for hit in found.hits:
        print_out(_hit(session, hit))
    session.say(f"共 {found.total} 条，列出 {len(found.hits)} 条。", f"{len(found.hits)} of {found.total} shown.")


def _hit(session: Session, hit: Hit) -> str:
    from policydiff.report.terminal import Run, paint, paragraph, visible

    head = [Run(text=visible(hit.label or hit.title), style="strong")]
    if hit.label:
        head.append(Run(text=f"  {visible(hit.title)}"))
    head.append(Run(text=f"  {hit.document} {hit.eid}".rstrip(), style="dim"))
    body, at = [], 0
    opening, closing = ("", "") if session.colour else ("«", "»")
    for start, end in hit.highlights:
        body.append(Run(text=visible(hit.snippet[at:start])))
        body.append(Run(text=opening + visible(hit.snippet[start:end]) + closing, style="changed"))
        at = end
    body.append(Run(text=visible(hit.snippet[at:])))
    lines = paragraph(body, columns=session.columns, indent=2, colour=session.colour)
    return "\n".join([paint(head, colour=session.colour), *lines, "", ""])
