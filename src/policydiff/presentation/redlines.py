"""A redline as it is shown: one side of it, one text of both, and pieces cut at the borders of provisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from policydiff.model import Edit, Op, Side
from policydiff.text import letters_and_numbers

SIDES: tuple[Side, Side] = ("base", "target")
SIDE_OPS: dict[Side, tuple[Op, Op]] = {"base": ("keep", "delete"), "target": ("keep", "insert")}
_BESIDE = 2  # characters: beside a digit ≤ for ≥, or % for ‰, says another thing


def kept(edits: Sequence[Edit]) -> float:
    """The part of the shorter side that stands in the longer one too."""
    length: Counter[Op] = Counter()
    for edit in edits:
        length[edit.op] += len(edit.text)
    return length["keep"] / (length["keep"] + min(length["delete"], length["insert"]) or 1)


def side_of(edits: Sequence[Edit], side: Side, *, form: bool = False) -> tuple[Edit, ...]:
    """The runs of a redline that one side's text is made of; what differs in `form` alone is marked only if asked."""
    same = frozenset[int]() if form else _in_form_alone(edits)
    return tuple(
        edit._replace(op="keep") if at in same else edit for at, edit in enumerate(edits) if edit.op in SIDE_OPS[side]
    )


def combined(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """A redline as one text; what differs in form alone, ， or 、, stands in it once, as the target has it."""
    return _in_a_row(_combined(edits, 0, sum(len(edit.text) for edit in edits)))


def combined_for(edits: Sequence[Edit], texts: Sequence[str], nth: int) -> tuple[Edit, ...]:
    """A redline as one text, for one of the leaves of its base: the words of the others that are gone do not stand in
    it. Nothing where there are several and the redline does not spell them."""
    if len(texts) == 1:
        return combined(edits)
    places = _places("".join(edit.text for edit in edits if edit.op != "insert"), texts)
    return _in_a_row(_combined(edits, *places[nth])) if places else ()


def _combined(edits: Sequence[Edit], start: int, end: int) -> Iterator[Edit]:
    """The runs of a redline as one text, with what is gone between two places of the base alone."""
    same = _in_form_alone(edits) | {at for at, edit in enumerate(edits) if not edit.text.strip()}
    at = 0
    for nth, edit in enumerate(edits):
        before, at = at, at + len(edit.text) * (edit.op != "insert")
        if edit.op != "delete":
            yield edit._replace(op="keep", move=0) if nth in same else edit
        elif nth not in same and (text := edit.text[max(start - before, 0) : max(end - before, 0)]):
            yield edit._replace(text=text)


def _in_form_alone(edits: Sequence[Edit]) -> frozenset[int]:
    """The places of what was deleted and inserted side by side and differs in punctuation, width or blanks alone."""
    found: set[int] = set()
    for at, (one, other) in enumerate(pairwise(edits)):
        if {one.op, other.op} != {"delete", "insert"}:
            continue
        before = edits[at - 1].text[-_BESIDE:] if at else ""
        behind = edits[at + 2].text[:_BESIDE] if at + 2 < len(edits) else ""
        old, new = (letters_and_numbers(before + edit.text + behind) for edit in (one, other))
        if old == new:
            found |= {at, at + 1}
    return frozenset(found)


def cut(edits: Sequence[Edit], texts: Sequence[str]) -> tuple[tuple[Edit, ...], ...]:
    """A side's redline cut at the borders of the leaves it runs through, one piece a leaf.

    Blank characters that join two leaves are dropped. Where the redline does not spell the leaves (a row
    across two languages has none) each leaf stands as it is, unmarked.
    """
    whole = "".join(edit.text for edit in edits)
    if len(texts) == 1 and texts[0] == whole:
        return (_joined(edit for edit in edits if edit.text),)
    places = _places(whole, texts)
    if not places:
        return tuple((Edit(op="keep", text=text),) if text else () for text in texts)
    return tuple(_joined(_stretch(edits, start, end)) for start, end in places)


def _places(whole: str, texts: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where texts stand in what they make together, with blanks between them; nothing where they do not make it."""
    places: list[tuple[int, int]] = []
    at = 0
    for text in texts:
        while at < len(whole) and whole[at].isspace() and not text.startswith(whole[at]):
            at += 1
        if not whole.startswith(text, at):
            return ()
        places.append((at, at + len(text)))
        at += len(text)
    return () if whole[at:].strip() else tuple(places)


def _stretch(edits: Iterable[Edit], start: int, end: int) -> Iterator[Edit]:
    """What of some runs stands between two places of the text that they make."""
    at = 0
    for edit in edits:
        text = edit.text[max(start - at, 0) : max(end - at, 0)]
        at += len(edit.text)
        if text:
            yield Edit(op=edit.op, text=text, move=edit.move)


def _joined(runs: Iterable[Edit]) -> tuple[Edit, ...]:
    """Texts of one op in a row, joined again; blanks that came or went are no change that a reader is shown."""
    joined = _in_a_row(runs)
    if all(edit.op == "keep" or edit.text.strip() for edit in joined):
        return joined
    return _in_a_row(edit if edit.text.strip() else edit._replace(op="keep", move=0) for edit in joined)


def _in_a_row(runs: Iterable[Edit]) -> tuple[Edit, ...]:
    out: list[Edit] = []
    for run in runs:
        if out and (out[-1].op, out[-1].move) == (run.op, run.move):
            out[-1] = Edit(op=run.op, text=out[-1].text + run.text, move=run.move)
        else:
            out.append(run)
    return tuple(out)
