"""What Markdown-it makes of a text, as places in the text itself: its blocks, and the marks within their lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from policydiff.ingest.content import hint_at
from policydiff.model import Hint, HintKind, Span

_OFF = ("list", "code", "fence", "lheading", "reference", "entity", "inline", "text_join", "fragments_join")
_QUOTE = re.compile(r"[ \t]*>")
_HEADING = re.compile(r"[ \t>]*(#{1,6})")
_RULE = re.compile(r"(?=[^|]*\|)[|:\s]*-[-|:\s]*")
_BAR = re.compile(r"(?<!\\)\|")
_BEGINS_INLINE = re.compile(r"[\\`*_\[<]")
# A tag with attributes says so by name=value: a<b and c>d compares.
_VALUE = r"""(?:"[^"<>\r\n]{0,200}"|'[^'<>\r\n]{0,200}'|[^\s"'<>=]{1,200})"""
_LOOKS = re.compile(
    r"</?(?P<name>a|b|big|br|center|div|em|font|i|ins|p|small|span|strong|sub|sup|u)"
    rf"(?:[ \t]{{1,9}}[a-z][a-z0-9:_-]{{0,30}}={_VALUE}){{0,9}}[ \t]{{0,9}}/?>",
    re.IGNORECASE,
)
_ALONE = ("br",)
_TRACE = "trace"

Rule = Callable[[StateInline, bool], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text and where those of its lines start and end that are read, as Markdown counts lines."""

    text: str
    lines: list[tuple[int, int]]

    def hints(self) -> Iterator[Hint]:
        tokens = _block_parser().parse("\n".join(self.text[start:end] for start, end in self.lines))
        for at, token in enumerate(tokens):
            if token.map is None:
                continue
            match token.type:
                case "blockquote_open":
                    yield from self._quote_marks(token)
                case "hr":
                    yield from self._whole_line(token.map[0])
                case "html_block":
                    yield from self._comments(token.map[0], token.map[1])
                    start, end = self.lines[token.map[0]][0], self.lines[token.map[1] - 1][1]
                    tags = _LOOKS.finditer(self.text, start, end)
                    yield from (hint_at(*tag.span(), "syntax") for tag in tags if _has_other(tag, self.text))
                case "heading_open":
                    yield from self._heading(token, tokens[at + 1])
                case "paragraph_open":
                    yield from self._inline(tokens[at + 1], self._places(tokens[at + 1]))

    def bars(self) -> Iterator[Hint]:
        """The bars of tables: of a line of bars and dashes, of the line above it and of those below that have bars."""
        inside = False
        for number in range(len(self.lines)):
            line = self._line(number)
            begins = number + 1 < len(self.lines) and _RULE.fullmatch(self._line(number + 1)) is not None
            inside = "|" in line and (inside or begins)
            if inside:
                start = self.lines[number][0]
                yield from (hint_at(start + bar.start(), start + bar.end(), "syntax") for bar in _BAR.finditer(line))

    def _line(self, number: int) -> str:
        start, end = self.lines[number]
        return self.text[start:end]

    def _quote_marks(self, token: Token) -> Iterator[Hint]:
        """The `>` of this level of quotation, on each line that repeats it."""
        for number in range(*token.map or (0, 0)):
            line, at = self._line(number), 0
            for _ in range(token.level + 1):
                if not (mark := _QUOTE.match(line, at)):
                    break
                at = mark.end()
                yield hint_at(self.lines[number][0] + at - 1, self.lines[number][0] + at, "syntax")

    def _whole_line(self, number: int) -> Iterator[Hint]:
        start, end = self.lines[number]
        line = self._line(number)
        yield hint_at(start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip()), "syntax")

    def _comments(self, first: int, after: int) -> Iterator[Hint]:
        start, end = self.lines[first][0], self.lines[after - 1][1]
        for comment in _comments(self.text, start, end):
            yield hint_at(*comment, "comment")

    def _heading(self, opening: Token, inline: Token) -> Iterator[Hint]:
        number = (opening.map or [0])[0]
        line, base = self._line(number), self.lines[number][0]
        if not (mark := _HEADING.match(line)):
            return
        yield hint_at(base + mark.start(1), base + mark.end(1), "syntax")
        start = line.find(inline.content, mark.end(1))
        if start < 0:
            return
        end = start + len(inline.content)
        closing = line[end:].strip()
        if closing:
            at = line.index(closing, end)
            yield hint_at(base + at, base + at + len(closing), "syntax")
        yield Hint(span=Span(start=base + start, end=base + end), kind="heading", rank=int(opening.tag[1:]))
        yield from self._inline(inline, [(0, base + start)])

    def _places(self, inline: Token) -> list[tuple[int, int]]:
        """Where each line of a paragraph's content starts, in the content and in the text.

        Markdown takes away the marks and blanks before each line and the blanks around the whole; should a
        line be changed in any other way, the paragraph has no places and so no hints: all of it is text.
        """
        numbers = self._without_blank_ends(*inline.map or (0, 0))
        content = inline.content.split("\n")
        if len(content) != len(numbers):
            return []
        places, at = [], 0
        for number, piece in zip(numbers, content, strict=True):
            line = self._line(number)
            start = line.rfind(piece)
            if start < 0 or line[start + len(piece) :].strip():
                return []
            places.append((at, self.lines[number][0] + start))
            at += len(piece) + 1
        return places

    def _without_blank_ends(self, first: int, after: int) -> range:
        """The lines from `first` up to `after` without those at either end that hold marks and blanks alone."""
        while first < after and not self._line(first).lstrip("> \t").strip():
            first += 1
        while first < after and not self._line(after - 1).lstrip("> \t").strip():
            after -= 1
        return range(first, after)

    def _inline(self, inline: Token, places: list[tuple[int, int]]) -> Iterator[Hint]:
        """The hints of a run of text whose lines stand at these places."""
        if not places or not _BEGINS_INLINE.search(inline.content):
            return
        for start, end, kind in _inline_marks(inline.content):
            yield from _placed(start, end, kind, inline.content, places)


def _comments(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the comments of a stretch stand; one that is not closed is text."""
    while (start := text.find("<!--", at, end)) >= 0:
        empty = next((len(whole) for whole in ("<!-->", "<!--->") if text.startswith(whole, start)), 0)
        close = text.find("-->", start + 4, end)
        if not empty and close < 0:
            return
        at = start + empty if empty else close + 3
        yield start, at


def _placed(start: int, end: int, kind: HintKind, content: str, places: list[tuple[int, int]]) -> Iterator[Hint]:
    """A stretch of the content as hints on the text, one a line."""
    for piece in re.finditer(r"[^\n]+", content[start:end]):
        at, place = places[bisect_right(places, start + piece.start(), key=lambda pair: pair[0]) - 1]
        moved = place - at + start
        yield hint_at(moved + piece.start(), moved + piece.end(), kind)


# ------------------------------------------------------------------------------------------- inline


@dataclass(slots=True)
class _Trace:
    """What the inline rules took for syntax while they ran, by place in the content.

    `last_comment` is where the last comment may end, so that nobody looks again and again for an end that is not there.
    """

    last_comment: int
    marks: list[tuple[int, int, HintKind]] = field(default_factory=list)
    emphasis: list[tuple[int, Token]] = field(default_factory=list)


def _inline_marks(content: str) -> list[tuple[int, int, HintKind]]:
    trace = _Trace(last_comment=content.rfind("-->"))
    parser = _block_parser()
    parser.inline.parse(content, parser, {_TRACE: trace}, [])
    used = [(at, at + 1) for at, token in trace.emphasis if not token.content]
    unused = {at for at, token in trace.emphasis if token.content == "*"}
    return trace.marks + [(start, end, "syntax") for start, end in [*used, *_left_over(unused, content)]]


def _left_over(stars: set[int], content: str) -> Iterator[tuple[int, int]]:
    """The `**` of emphasis that CommonMark does not see because Chinese is written without blanks.

    In `**（一）**提高认识` the second `**` follows a bracket and precedes a letter, which CommonMark takes for
    an opening mark. The writer meant a pair, and no rule contains `**` as its words.
    """
    pairs = [at for at in sorted(stars) if at + 1 in stars and at - 1 not in stars and at + 2 not in stars]
    opening: int | None = None
    for at in pairs:
        if opening is None:
            opening = at if content[at + 2 : at + 3].strip() else None
        elif content[at - 1].strip():
            yield opening, opening + 2
            yield at, at + 2
            opening = None


@cache
def _block_parser() -> MarkdownIt:
    """CommonMark without what would hide a rule's text, its inline rules traced."""
    parser = MarkdownIt("commonmark").disable(_OFF)
    for name, trace in _TRACED.items():
        rule = next(rule.fn for rule in parser.inline.ruler.__rules__ if rule.name == name)
        parser.inline.ruler.at(name, _traced(rule, trace))
    return parser


def _traced(rule: Rule, trace: Callable[[_Trace, StateInline, int], None]) -> Rule:
    """The rule, and a note of what it took for syntax when it took something."""

    def traced(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        before: _Trace = state.env[_TRACE]
        if trace is _trace_html and not _may_be_html(state, before):
            return False
        seen = len(before.marks), len(before.emphasis)
        taken = rule(state, silent)
        if taken and not silent and len(state.tokens) > count:
            if state.tokens[-1].type == "image":
                del before.marks[seen[0] :], before.emphasis[seen[1] :]
            trace(before, state, start)
        return taken

    return traced


def _may_be_html(state: StateInline, trace: _Trace) -> bool:
    """Whether a tag or a comment that is closed may begin here; an instruction or a declaration is text."""
    if state.src.startswith("<!--", state.pos):
        return state.pos < trace.last_comment
    return not state.src.startswith(("<!", "<?"), state.pos)


def _trace_escape(trace: _Trace, state: StateInline, start: int) -> None:
    if state.tokens[-1].type == "hardbreak" or state.tokens[-1].content != state.tokens[-1].markup:
        trace.marks.append((start, start + 1, "syntax"))


def _trace_backticks(trace: _Trace, state: StateInline, start: int) -> None:
    width = len(state.tokens[-1].markup)
    trace.marks += [(start, start + width, "syntax"), (state.pos - width, state.pos, "syntax")]


def _trace_emphasis(trace: _Trace, state: StateInline, start: int) -> None:
    count = state.pos - start
    trace.emphasis += zip(range(start, state.pos), state.tokens[-count:], strict=True)


def _trace_link(trace: _Trace, state: StateInline, start: int) -> None:
    _trace_label(trace, state, start, "[")


def _trace_image(trace: _Trace, state: StateInline, start: int) -> None:
    _trace_label(trace, state, start, "![")


def _trace_label(trace: _Trace, state: StateInline, start: int, opening: str) -> None:
    """`[` before a label and `](address)` after it; the label is text."""
    label_end = state.md.helpers.parseLinkLabel(state, start + len(opening) - 1, False)
    trace.marks += [(start, start + len(opening), "syntax"), (label_end, state.pos, "syntax")]


def _trace_autolink(trace: _Trace, state: StateInline, start: int) -> None:
    trace.marks += [(start, start + 1, "syntax"), (state.pos - 1, state.pos, "syntax")]


def _has_other(tag: re.Match[str], text: str) -> bool:
    """Whether a tag that opens is closed as well, or opened where it closes, as tags are: in a<b>c nothing is."""
    other = "<" if tag[0].startswith("</") else "</"
    return tag["name"].lower() in _ALONE or f"{other}{tag['name']}" in text


def _trace_html(trace: _Trace, state: StateInline, start: int) -> None:
    if state.tokens[-1].content.startswith("<!--"):
        trace.marks.append((start, state.pos, "comment"))
    elif (tag := _LOOKS.fullmatch(state.tokens[-1].content)) and _has_other(tag, state.src):
        trace.marks.append((start, state.pos, "syntax"))


_TRACED: dict[str, Callable[[_Trace, StateInline, int], None]] = {
    "escape": _trace_escape,
    "backticks": _trace_backticks,
    "emphasis": _trace_emphasis,
    "link": _trace_link,
    "image": _trace_image,
    "autolink": _trace_autolink,
    "html_inline": _trace_html,
}
