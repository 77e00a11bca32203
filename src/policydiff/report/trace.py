"""Where a rule's provisions come from, for the terminal.

第八条 应当每月修剪胡须
  ← 胡须法 第十二条  重述 0.93
    胡须应当每[-季-]{+月+}修剪。
"""

from __future__ import annotations

from collections.abc import Iterator

from policydiff.model import Language
from policydiff.presentation.lines import two_decimals
from policydiff.quoting import excerpt
from policydiff.report.terminal import Run, Screen, visible
from policydiff.report.text import redline
from policydiff.tracing import Match, Trace, Traced, said_of
from policydiff.wording import AND, COLON, TREATMENT, day, known_by

_WORDS: dict[str, dict[Language, str]] = {
    "implements": {"zh": "实施", "en": "implements"},
    "edition": {"zh": "（{date}；{how}）", "en": " ({date}; {how})"},
    "edition-undated": {"zh": "（{how}）", "en": " ({how})"},
    "looked": {
        "zh": "查找范围：{documents} 份文件，{provisions} 条。",
        "en": "Documents looked through: {documents}; provisions: {provisions}.",
    },
    "none-from": {
        "zh": "文件库中没有来源的（{count}）：{labels}",
        "en": "Without a source in the library ({count}): {labels}",
    },
    "none-to": {"zh": "没有地方规定重述的（{count}）：{labels}", "en": "Restated by no local rule ({count}): {labels}"},
    "stock": {
        "zh": "各规定共有的程式条款，不作追溯：{labels}",
        "en": "Clauses that every rule has, not traced: {labels}",
    },
    "whole": {"zh": "全文", "en": "as a whole"},
}
_REDLINED = 0.2  # from this score a redline helps
_ARROW = {"from": "←", "to": "→"}


def render(trace: Trace, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """The provisions with what they match, then those that match nothing, as text that ends in a newline."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    lines = [*_head(trace, page), ""]
    for one in trace.provisions:
        if one.matches:
            lines += [*_provision(one, trace, page), ""]
    lines += _rest(trace, page)
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(trace: Trace, page: Screen) -> Iterator[str]:
    document = trace.document
    yield from page.lines(Run(text=visible(document.name), style="strong"))
    for one in trace.implements:
        how = known_by(one.reason, one.named, page.ui)
        edition = "edition" if one.rule.date else "edition-undated"
        said = visible(page.word(edition, date=day(one.rule.date, page.ui), how=how))
        yield from page.lines(
            Run(text=page.word("implements") + " ", style="dim"),
            Run(text=visible(one.rule.title)),
            Run(text=said, style="dim"),
        )
    for note in trace.notes:
        where = visible(note.label) or page.word("whole")
        said = visible(said_of(note, trace.date, page.ui))
        yield from page.lines(Run(text="! ", style="changed"), Run(text=f"{where}{COLON[page.ui]}{said}"))
    documents, provisions = trace.looked
    yield from page.lines(Run(text=page.word("looked", documents=documents, provisions=provisions), style="dim"))


def _provision(one: Traced, trace: Trace, page: Screen) -> Iterator[str]:
    words = excerpt(visible(one.text))
    yield from page.lines(Run(text=visible(one.label), style="strong"), Run(text=f"  {words}", style="dim"))
    for match in one.matches:
        yield from _match(match, trace, page)


def _match(match: Match, trace: Trace, page: Screen) -> Iterator[str]:
    treatment = TREATMENT[match.treatment][page.ui]
    score = f" {two_decimals(match.score)}" if match.treatment != "cites" else ""
    cites = AND[page.ui] + TREATMENT["cites"][page.ui] if match.cited and match.treatment != "cites" else ""
    yield from page.lines(
        Run(text=f"{_ARROW[trace.direction]} "),
        Run(text=f"{visible(match.title)} {visible(match.label)}", style="strong"),
        Run(text=f"  {treatment}{score}{cites}"),
        Run(text=f"  {match.document}" if match.title != match.document else "", style="dim"),
        indent=2,
    )
    yield from page.lines(*_words(match), indent=4)


def _words(match: Match) -> Iterator[Run]:
    """The redline; of what is worded anew or only cited the beginning, for next to nothing of it is kept."""
    if match.edits and match.score >= _REDLINED:
        yield from redline(match.edits)
    else:
        yield Run(text=excerpt(visible(match.text)))


def _rest(trace: Trace, page: Screen) -> Iterator[str]:
    """The provisions that match nothing, named alone."""
    bare = [visible(one.label) for one in trace.provisions if not one.matches and not one.stock]
    stock = [visible(one.label) for one in trace.provisions if not one.matches and one.stock]
    if bare:
        said = page.word(f"none-{trace.direction}", count=len(bare), labels=AND[page.ui].join(bare))
        yield from page.lines(Run(text=said, style="dim"))
    if stock:
        yield from page.lines(Run(text=page.word("stock", labels=AND[page.ui].join(stock)), style="dim"))
