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

import datetime
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from policydiff import toml
from policydiff.errors import LibraryError, Where, refusal
from policydiff.model import Decision, Verdict

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_TEXTS = ("rule", "words", "reason", "note", "by", "date")
_REQUIRED = ("documents", "verdict", "base", "target", "fingerprint")
_KEYS = (*_REQUIRED, *_TEXTS)
_HEADER = re.compile(r"^\ufeff?[ \t]*\[\[[ \t]*decision[ \t]*\]\]")
_HEAD = """\
# 审核意见：由 `policydiff decide` 写入，每次对照时应用；条文文字变动后不再应用，并提示复核。
# Reviewers' decisions, written by `policydiff decide` and applied to every comparison as long as the words are the
# same. Comments are yours: they stay where they are.
"""


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions in the order of the file, none where there is no file; a mistake in it is a LibraryError of one
    line."""
    return _decisions(_text(path), path) if path.exists() else ()


def add(path: Path, decision: Decision, base: Mapping[str, str], target: Mapping[str, str]) -> Decision:
    """The decision stands at the end of the file, and is returned with its number.

    `base` and `target` have, for each identifier, how it is cited: a comment beside it.
    """
    text = _text(path) if path.exists() else _HEAD
    before = _decisions(text, path)
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith("\n") else newline
    block = newline.join(["", *_block(decision, base, target), ""])
    longer = text + gap + block
    after = _decisions_or_none(longer, path) or ()
    if after[:-1] != before or len(after) != len(before) + 1:
        raise LibraryError(
            f"{path}: no [[decision]] can be added at its end. Write each decision as a [[decision]].",
            f"{path}：无法在末尾添加 [[decision]]。请将每条意见写成一个 [[decision]]。",
        )
    toml.write(path, longer)
    return after[-1]


def remove(path: Path, number: int) -> Decision:
    """The decision of that number is gone from the file, and with it nothing but its own lines."""
    text = _text(path) if path.exists() else ""
    decisions = _decisions(text, path)
    if not 1 <= number <= len(decisions):
        known = f"They run from 1 to {len(decisions)}." if decisions else "There is none."
        known_zh = f"现有第 1 号至第 {len(decisions)} 号。" if decisions else "现在一条也没有。"
        raise LibraryError(
            f"{path}: there is no decision {number}. {known} See: policydiff decide --list",
            f"{path}：没有第 {number} 号审核意见。{known_zh}见：policydiff decide --list",
        )
    lines = text.split("\n")
    starts = [place for place, line in enumerate(lines) if _HEADER.match(line)]
    left = [replace(d, number=place) for place, d in enumerate((d for d in decisions if d.number != number), start=1)]
    shorter = "\n".join(_without_block(lines, starts, number)) if len(starts) == len(decisions) else text
    if _decisions_or_none(shorter, path) != tuple(left):
        raise LibraryError(
            f"{path}: decision {number} cannot be told from the rest. Take it out by hand.",
            f"{path}：无法将第 {number} 号审核意见与其余内容区分开。请手工删去。",
        )
    toml.write(path, shorter)
    return decisions[number - 1]


# --------------------------------------------------------------------------------------------- reading


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise LibraryError(
            f"{path}: cannot be read ({refusal(error).en}). Check that you may read it.",
            f"{path}：无法读取（{refusal(error).zh}）。请检查访问权限。",
        ) from error
    except UnicodeDecodeError as error:
        raise LibraryError(
            f"{path}: is not UTF-8 (byte {error.start}). Save it as UTF-8.",
            f"{path}：不是 UTF-8 编码（第 {error.start} 字节）。请另存为 UTF-8。",
        ) from error


def _decisions(text: str, path: Path) -> tuple[Decision, ...]:
    try:
        # Editors on Windows put a byte order mark in front, which TOML does not know.
        content = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = toml.fault(error)
        raise LibraryError(
            f"{path}: is not valid TOML: {said.en}. Correct it there.",
            f"{path}：不合 TOML 格式，{said.zh}，请更正。",
        ) from error
    for key in content:
        if key != "decision":
            raise LibraryError(
                f"{path}: unknown key {key!r}. Every decision is a [[decision]] table.",
                f"{path}：不认识 {key}。每条意见是一个 [[decision]]。",
            )
    tables = content.get("decision", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise LibraryError(
            f"{path}: `decision` is not a list of tables. Write [[decision]], in two brackets.",
            f"{path}：decision 应写作 [[decision]]，用双层方括号。",
        )
    starts = [place for place, line in enumerate(text.split("\n"), start=1) if _HEADER.match(line)]
    return tuple(_decision(table, n, _where(path, n, starts, len(tables))) for n, table in enumerate(tables, start=1))


def _where(path: Path, number: int, starts: Sequence[int], of: int) -> Where:
    """The decision of that number, with its line where that is known."""
    at = starts[number - 1] if len(starts) == of else 0
    return Where(
        en=f"{path}, decision {number}" + (f" (line {at})" if at else ""),
        zh=f"{path}，第 {number} 条意见" + (f"（第 {at} 行）" if at else ""),
    )


def _decisions_or_none(text: str, path: Path) -> tuple[Decision, ...] | None:
    try:
        return _decisions(text, path)
    except LibraryError:
        return None


def _decision(table: Mapping[str, Any], number: int, where: Where) -> Decision:
    """A table as a decision that holds together by itself."""
    for key in table:
        if key not in _KEYS:
            raise LibraryError(
                f"{where.en}: unknown key {key!r}. Known are {', '.join(_KEYS)}.",
                f"{where.zh}：不认识 {key}。可用的是 {'、'.join(_KEYS)}。",
            )
    for key in _REQUIRED:
        if key not in table:
            raise LibraryError(
                f"{where.en}: {key} is missing. Write decisions with `policydiff decide`.",
                f"{where.zh}：缺少 {key}。请用 `policydiff decide` 记录审核意见。",
            )
    decision = Decision(
        number=number,
        documents=_two(_list(table, "documents", where), where),
        verdict=_verdict(table, where),
        base=_list(table, "base", where),
        target=_list(table, "target", where),
        fingerprint=_word(table, "fingerprint", where),
        **{key: _word(table, key, where) for key in _TEXTS},
    )
    _check(decision, where)
    return decision


def _check(decision: Decision, where: Where) -> None:
    """What a verdict needs, it has."""
    match decision.verdict:
        case "reject" if not (decision.base and decision.target):
            raise LibraryError(
                f"{where.en}: reject needs a provision in base and one in target. Add them.",
                f"{where.zh}：reject 在 base 和 target 中都要指明条款。请补上。",
            )
        case "confirm" | "pair" | "note" if not (decision.base or decision.target):
            raise LibraryError(
                f"{where.en}: {decision.verdict} names no provision. Add one to base or to target.",
                f"{where.zh}：{decision.verdict} 没有指明条款。请在 base 或者 target 中补上。",
            )
        case "note" if not decision.note:
            raise LibraryError(
                f'{where.en}: the note is missing. Add note = "…".',
                f'{where.zh}：缺少备注。请加上 note = "…"。',
            )
        case "dismiss" if not decision.rule:
            raise LibraryError(
                f'{where.en}: the rule is missing. Add rule = "…", as `policydiff compare` names it.',
                f'{where.zh}：缺少规则名称。请加上 rule = "…"，名称见 `policydiff compare`。',
            )
        case "dismiss" if not decision.reason:
            raise LibraryError(
                f'{where.en}: the reason is missing. Add reason = "…".',
                f'{where.zh}：缺少理由。请加上 reason = "…"。',
            )


def _verdict(table: Mapping[str, Any], where: Where) -> Verdict:
    verdict = _word(table, "verdict", where)
    if verdict not in VERDICTS:
        raise LibraryError(
            f"{where.en}: verdict is {verdict!r}. It must be one of {', '.join(VERDICTS)}.",
            f"{where.zh}：verdict 的值是 {verdict}，应为其中之一：{'、'.join(VERDICTS)}。",
        )
    return verdict


def _list(table: Mapping[str, Any], key: str, where: Where) -> tuple[str, ...]:
    value = table[key]
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise LibraryError(
            f'{where.en}: {key} is not a list of names. Write {key} = ["…"].',
            f'{where.zh}：{key} 应为名称的列表，请写作 {key} = ["…"]。',
        )
    return tuple(dict.fromkeys(value))


def _two(documents: tuple[str, ...], where: Where) -> tuple[str, str]:
    if len(documents) != 2:
        raise LibraryError(
            f'{where.en}: documents are not two. Write documents = ["BASE", "TARGET"].',
            f'{where.zh}：documents 应为两份文件，请写作 documents = ["BASE", "TARGET"]。',
        )
    return documents[0], documents[1]


def _word(table: Mapping[str, Any], key: str, where: Where) -> str:
    value = table.get(key)
    return value.isoformat() if key == "date" and isinstance(value, datetime.date) else toml.text(table, key, where)


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
    lines += [f"{key} = {toml.string(value)}" for key in _TEXTS if (value := getattr(decision, key))]
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
