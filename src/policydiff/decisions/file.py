"""decisions.toml: plain text that reviewers may read, annotate and edit.

    [[decision]]
    documents = ["central", "ours"]           the two that are compared
    verdict = "reject"                        confirm, reject, pair, dismiss or note
    base = ["art_3__point_4"]                 provisions by identifier; [] where there is none
    target = ["lvl_4__lvl_4__lvl_5"]
    rule = "modality"                         dismiss alone: the rule, and what it quoted where that matters
    words = "应当"
    reason = "…"                              note, by and date likewise; all may be left out
    fingerprint = "9f86d081884c7d65"          of the words decided upon

A decision is added as a block at the end and removed as a block; nothing else in the file is touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

from policydiff import files, toml
from policydiff.errors import DecisionsError, Where
from policydiff.model import Decision, Verdict

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_TEXTS = ("rule", "words", "reason", "note", "by")
_REQUIRED = ("documents", "verdict", "base", "target", "fingerprint")
_KEYS = (*_REQUIRED, *_TEXTS, "date")
_HEADER = re.compile(r"^\ufeff?[ \t]*\[\[[ \t]*decision[ \t]*\]\]")
_HEAD = """\
# 审核意见：由 `policydiff decide` 写入，每次对照时应用；条文文字变动后不再应用，并提示复核。
# Reviewers' decisions, written by `policydiff decide` and applied to every comparison as long as the words are the
# same. Comments are yours: they stay where they are.
"""


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions in the order of the file, none where there is no file; a mistake in it is a DecisionsError of one
    line."""
    return _decisions(files.text_of(path, DecisionsError), path) if path.exists() else ()


def add(path: Path, decision: Decision, base: Mapping[str, str], target: Mapping[str, str]) -> Decision:
    """The decision stands at the end of the file, and is returned with its number.

    `base` and `target` have, for each identifier, how it is cited: a comment beside it.
    """
    text = files.text_of(path, DecisionsError) if path.exists() else _HEAD
    before = _decisions(text, path)
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else newline
    block = newline.join(["", *_block(decision, base, target), ""])
    longer = text + gap + block
    after = _decisions_or_none(longer, path) or ()
    if after[:-1] != before or len(after) != len(before) + 1:
        raise DecisionsError(
            en=f"{path}: no [[decision]] can be added at its end. Write each decision as a [[decision]].",
            zh=f"{path}：无法在末尾添加 [[decision]]。请将每条意见写成一个 [[decision]]。",
        )
    toml.write(path, longer, DecisionsError)
    return after[-1]


def remove(path: Path, number: int) -> Decision:
    """The decision of that number is gone from the file, and with it nothing but its own lines."""
    text = files.text_of(path, DecisionsError) if path.exists() else ""
    decisions = _decisions(text, path)
    if not 1 <= number <= len(decisions):
        known = f"They run from 1 to {len(decisions)}." if decisions else "There is none."
        known_zh = f"现有第 1 号至第 {len(decisions)} 号。" if decisions else "现在一条也没有。"
        raise DecisionsError(
            en=f"{path}: there is no decision {number}. {known} See: policydiff decide --list",
            zh=f"{path}：没有第 {number} 号审核意见。{known_zh}见：policydiff decide --list",
        )
    lines = text.split("\n")
    starts = [place for place, line in enumerate(lines) if _HEADER.match(line)]
    left = [replace(d, number=place) for place, d in enumerate((d for d in decisions if d.number != number), start=1)]
    shorter = "\n".join(_without_block(lines, starts, number)) if len(starts) == len(decisions) else text
    if _decisions_or_none(shorter, path) != tuple(left):
        raise DecisionsError(
            en=f"{path}: decision {number} cannot be told from the rest. Take it out by hand.",
            zh=f"{path}：无法将第 {number} 号审核意见与其余内容区分开。请手工删去。",
        )
    toml.write(path, shorter, DecisionsError)
    return decisions[number - 1]


# --------------------------------------------------------------------------------------------- reading


def _decisions(text: str, path: Path) -> tuple[Decision, ...]:
    content = toml.parsed(text, path, DecisionsError)
    said = "Every decision is a [[decision]] table.", "每条意见是一个 [[decision]]。"
    content.only(("decision",), lambda _: said)
    tables = content.tables("decision")
    starts = [place for place, line in enumerate(text.split("\n"), start=1) if _HEADER.match(line)]
    lines = starts if len(starts) == len(tables) else [0] * len(tables)
    return tuple(
        replace(_decision(table.at(_where(path, number, line)), number), line=str(line or ""))
        for number, (table, line) in enumerate(zip(tables, lines, strict=True), start=1)
    )


def _where(path: Path, number: int, at: int) -> Where:
    """The decision of that number, with its line where that is known."""
    return Where(
        en=f"{path}, decision {number}" + (f" (line {at})" if at else ""),
        zh=f"{path}，第 {number} 条意见" + (f"（第 {at} 行）" if at else ""),
    )


def _decisions_or_none(text: str, path: Path) -> tuple[Decision, ...] | None:
    try:
        return _decisions(text, path)
    except DecisionsError:
        return None


def _decision(table: toml.Table, number: int) -> Decision:
    """A table as a decision that holds together by itself."""
    said = f"Known are {', '.join(_KEYS)}.", f"可用的是 {'、'.join(_KEYS)}。"
    table.only(_KEYS, lambda _: said)
    for key in _REQUIRED:
        if key not in table.held:
            raise table.wrong(
                en=f"{key} is missing. Write decisions with `policydiff decide`.",
                zh=f"缺少 {key}。请用 `policydiff decide` 记录审核意见。",
            )
    decision = Decision(
        number=number,
        documents=_two(table),
        verdict=table.choice("verdict", VERDICTS),
        base=table.ids("base"),
        target=table.ids("target"),
        fingerprint=table.text("fingerprint"),
        **{key: table.text(key) for key in _TEXTS},
        date=table.date("date"),
    )
    _check(decision, table)
    return decision


def _check(decision: Decision, table: toml.Table) -> None:
    """What a verdict needs, it has."""
    match decision.verdict:
        case "reject" if not (decision.base and decision.target):
            raise table.wrong(
                en="reject needs a provision in base and one in target. Add them.",
                zh="reject 在 base 和 target 中都要指明条款。请补上。",
            )
        case "confirm" | "pair" | "note" if not (decision.base or decision.target):
            raise table.wrong(
                en=f"{decision.verdict} names no provision. Add one to base or to target.",
                zh=f"{decision.verdict} 没有指明条款。请在 base 或者 target 中补上。",
            )
        case "note" if not decision.note:
            raise table.wrong(en='the note is missing. Add note = "…".', zh='缺少备注。请加上 note = "…"。')
        case "dismiss" if not decision.rule:
            raise table.wrong(
                en='the rule is missing. Add rule = "…", as `policydiff compare` names it.',
                zh='缺少规则名称。请加上 rule = "…"，名称见 `policydiff compare`。',
            )
        case "dismiss" if not decision.reason:
            raise table.wrong(en='the reason is missing. Add reason = "…".', zh='缺少理由。请加上 reason = "…"。')


def _two(table: toml.Table) -> tuple[str, str]:
    documents = table.ids("documents")
    if len(documents) != 2:
        raise table.wrong(
            en='documents are not two. Write documents = ["BASE", "TARGET"].',
            zh='documents 应为两份文件，请写作 documents = ["上位法的编号", "规定的编号"]。',
        )
    return documents[0], documents[1]


# --------------------------------------------------------------------------------------------- writing


def _block(decision: Decision, base: Mapping[str, str], target: Mapping[str, str]) -> list[str]:
    """The lines of a decision."""
    lines = [
        "[[decision]]",
        f"documents = {toml.strings(decision.documents)}",
        f"verdict = {toml.string(decision.verdict)}",
    ]
    for key, eids, said in (("base", decision.base, base), ("target", decision.target, target)):
        cited = toml.comment("、".join(said[eid] for eid in eids if eid in said))
        lines.append(f"{key} = {toml.strings(eids)}{cited}")
    lines += [f"{key} = {toml.string(value)}" for key in (*_TEXTS, "date") if (value := getattr(decision, key))]
    return [*lines, f"fingerprint = {toml.string(decision.fingerprint)}"]


def _without_block(lines: list[str], starts: list[int], number: int) -> list[str]:
    """The lines without a block and the blank line before it; comments after its last key stay."""
    start = starts[number - 1]
    end = starts[number] if number < len(starts) else len(lines)
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    if start and not lines[start - 1].strip():
        start -= 1
    return lines[:start] + lines[end:]
