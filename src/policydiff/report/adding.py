"""What was found out about a document that was put into a library, in plain words, and what a reader should check."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from policydiff.library.describe import Fact
from policydiff.library.outcomes import Added, Twice
from policydiff.model import Language
from policydiff.report.terminal import Run, Style, paint, paragraph, visible, width
from policydiff.titles import cited
from policydiff.wording import AND, KIND, LANGUAGE, day

_WORDS: dict[str, dict[Language, str]] = {
    "title": {"zh": "标题", "en": "title"},
    "issuer": {"zh": "制定机关", "en": "issuer"},
    "date": {"zh": "日期", "en": "date"},
    "kind": {"zh": "类别", "en": "kind"},
    "implements": {"zh": "依据", "en": "implements"},
    "implemented": {"zh": "依据本件", "en": "ground of"},
    "written": {
        "zh": '{ids}（已在目录中该文件之下的 implements 中写上 "{id}"）',
        "en": '{ids} ("{id}" now stands under implements of that document)',
    },
    "translates": {"zh": "译自", "en": "translates"},
    "text": {"zh": "正文", "en": "text"},
    "check": {"zh": "待核对", "en": "to check"},
    "none": {"zh": "未找到", "en": "none found"},
    "guess": {"zh": "（推断）", "en": " (a guess)"},
    "counted": {
        "zh": "{language}，{articles}条，{leaves}个款、项",
        "en": "{language}, {articles} articles, {leaves} paragraphs and items",
    },
    "annexes": {"zh": "，附件{count}份", "en": ", annexes: {count}"},
    "encoding": {"zh": "，{encoding} 编码", "en": ", {encoding}"},
    "twice": {
        "zh": "{path}：文件库中已有此文（{id}），未重复添加。",
        "en": "{path}: the library holds this text already, as {id}; it is not added again.",
    },
    "untitled": {"zh": "正文中没有找到标题。", "en": "No title was found in the text."},
    "titled": {
        "zh": "标题中没有“办法、规定、条例”之类的字样，请核对是否为文件标题。",
        "en": "The title names no kind of rule: check that it is the title.",
    },
    "issued": {
        "zh": "制定机关是从落款推断的。",
        "en": "The issuer is guessed from the signature.",
    },
    "dated": {
        "zh": "日期取自落款或者施行日期，不是公布日期。",
        "en": "The date is that of the signature or of coming into force, not of promulgation.",
    },
    "later": {
        "zh": "文件名中的日期（{named}）晚于题注所载最近一次制定或者修改（{told}），题注可能不全；请核对日期和版本。",
        "en": "The file's name bears a later day ({named}) than the last act that the text tells of ({told}): one "
        "may be missing there. Check date and edition.",
    },
    "classed": {
        "zh": "类别是推断的：central 上位法，local 地方规定，translation 译文，commentary 解读。",
        "en": "The kind is a guess: central, local, translation or commentary.",
    },
    "missing": {
        "zh": "正文以《{name}》为依据，文件库中没有；添加后才能对照。",
        "en": "The text is based on 《{name}》, which the library does not hold; add it to compare with it.",
    },
    "near": {
        "zh": '正文以《{name}》为依据，可能是 {id}；如是，请在目录中这份文件之下加上 implements = ["{id}"]。',
        "en": 'The text is based on 《{name}》, which may be {id}; if so, write implements = ["{id}"].',
    },
    "mentioned": {
        "zh": '正文提到《{name}》（{id}），未称以其为依据；如是，请在目录中这份文件之下加上 implements = ["{id}"]。',
        "en": 'The text names 《{name}》 ({id}), not as its ground; if it is, write implements = ["{id}"].',
    },
    "groundless": {
        "zh": "正文没有写明所依据的法律、法规的名称（“根据《…》”），未对照{likely}；如有依据，"
        '请在目录中这份文件之下加上 implements = ["{id}"]。',
        "en": "The text names no rule that it rests on and is compared with none{likely}; if it rests on one, write "
        'implements = ["{id}"].',
    },
    "likely": {"zh": "；从内容看，可能是 {ids}", "en": "; by its words it may be {ids}"},
    "needed": {
        "zh": '{ids} 以本文件为依据，尚未对照；如需对照，请在目录中该文件之下的 implements = […] 中写上 "{id}"。',
        "en": '{ids} names this document as its ground; to compare them, write "{id}" into its implements = […].',
    },
    "translation": {
        "zh": '可能是 {ids} 的译文；如是，请在目录中这份文件之下加上 translates = ["{id}"]。',
        "en": 'This may be a translation of {ids}; if so, write translates = ["{id}"].',
    },
    "no-original": {
        "zh": '文件库中没有找到它所译的原文；原文的编号写作 translates = ["…"]。',
        "en": 'What this translates was not found in the library; its id is to be written as translates = ["…"].',
    },
    "translated": {
        "zh": '{ids} 可能是本文件的译文；如是，请在其中加上 translates = ["{id}"]。',
        "en": '{ids} may be a translation of this; if so, write translates = ["{id}"] there.',
    },
    "same": {
        "zh": "条文与 {id} 相同，而标题不同，或者另含一种语言；请核对是否重复。",
        "en": "Its provisions are those of {id}, under another title or in one of two languages: check that both are "
        "wanted.",
    },
    "other": {
        "zh": '文件另含{language}文本；如需对照，请另加一个 [[document]]，language = "{code}"。',
        "en": 'The file holds {language} text, too; for that half add a [[document]] with language = "{code}".',
    },
    "problems": {
        "zh": "读取时有 {problems} 处疑点，见 policydiff parse {id}。",
        "en": "Oddities noted in the text: {problems}; policydiff parse {id} shows them.",
    },
    "tracked": {
        "zh": "Word 文件有 {count} 处修订痕迹，按接受修订后的文字读取。",
        "en": "The Word file bears tracked changes ({count}); it is read as if they were accepted.",
    },
    "unread": {
        "zh": "未添加（不是可读取的格式，或者是指向文件夹之外的链接）：{names}",
        "en": "Left out, of formats that are not read or links out of the folder: {names}",
    },
}
_LABELS = ("title", "issuer", "date", "kind", "implements", "implemented", "translates", "text", "check")
_SHOWN = 5
_DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-._年](\d{1,2})[-._月](\d{1,2})|(\d\d)(\d\d))日?(?!\d)")
_LATER = datetime.timedelta(days=90)  # a rule may be published long after it was made


def render(outcome: Added | Twice, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """What happened with one file."""
    if isinstance(outcome, Twice):
        return _word("twice", ui, path=outcome.path, id=outcome.id) + "\n"
    copied = f"  {visible(str(outcome.path))} → {outcome.file}"
    lines = [paint([Run(text=outcome.id, style="strong"), Run(text=copied, style="dim")], colour=colour)]
    wide = max(width(_WORDS[key][ui]) for key in _LABELS)
    for key, words, style in (*_found(outcome, ui), *_doubts(outcome, ui)):
        label = _WORDS[key][ui] if key else ""
        runs = [Run(text=label + " " * (wide + 2 - width(label)), style="dim"), Run(text=visible(words), style=style)]
        lines += paragraph(runs, columns=columns, indent=2, colour=colour)
    return "\n".join([*lines, "", ""])


def unread(paths: Sequence[Path], *, ui: Language) -> str:
    """Which files of a folder are of no format that is read, or links out of it."""
    names = AND[ui].join(visible(path.name) for path in paths[:_SHOWN])
    return _word("unread", ui, names=names + ("…" if len(paths) > _SHOWN else ""))


def _word(key: str, ui: Language, **values: object) -> str:
    return _WORDS[key][ui].format(**{name: visible(str(value)) for name, value in values.items()})


def _found(one: Added, ui: Language) -> Iterator[tuple[str, str, Style]]:
    """What the text says of itself."""
    said = one.description
    kind = Fact(value=KIND[said.kind.value][ui], sure=said.kind.sure)
    dated = Fact(value=day(said.date.value, ui), sure=said.date.sure)
    for key, fact in (("title", said.title), ("issuer", said.issuer), ("date", dated), ("kind", kind)):
        guess = "" if fact.sure or not fact.value else _WORDS["guess"][ui]
        yield key, (fact.value or _WORDS["none"][ui]) + guess, "plain" if fact.sure else "changed"
    for base, name in one.implements:
        yield "implements", f"{base}{cited(name)}" if ui == "zh" else f"{base} {cited(name)}", "plain"
    if one.implemented_by:
        yield "implemented", _word("written", ui, ids=AND[ui].join(one.implemented_by), id=one.id), "plain"
    for original in one.translates:
        yield "translates", original, "plain"
    text = _word("counted", ui, language=LANGUAGE[one.language][ui], articles=one.articles, leaves=one.leaves)
    if one.annexes:
        text += _word("annexes", ui, count=one.annexes)
    if one.encoding not in ("", "UTF-8"):
        text += _word("encoding", ui, encoding=one.encoding)
    yield "text", text, "plain"


def _doubts(one: Added, ui: Language) -> Iterator[tuple[str, str, Style]]:
    """What a reader should check, the first of them labelled."""
    for at, words in enumerate(_to_check(one, ui)):
        yield "" if at else "check", words, "changed"


def _to_check(one: Added, ui: Language) -> Iterator[str]:
    said = one.description
    if not said.title.sure:
        yield _WORDS["titled" if said.title.value else "untitled"][ui]
    for key, fact in (("issued", said.issuer), ("dated", said.date), ("classed", said.kind)):
        if fact.value and not fact.sure:
            yield _WORDS[key][ui]
    if said.date.sure and (named := _later_day(one.path, said.date.value)):
        yield _word("later", ui, named=day(named, ui), told=day(said.date.value, ui))
    yield from (_word("missing", ui, name=name) for name in one.missing)
    yield from (_word("near", ui, name=name, id=base) for base, name in one.near)
    yield from (_word("mentioned", ui, name=name, id=held) for held, name in one.mentioned[:_SHOWN])
    if one.likely is not None:
        ids = AND[ui].join(f"{held}{cited(name)}" for held, name in one.likely)
        first = one.likely[0][0] if one.likely else "…"
        yield _word("groundless", ui, likely=_word("likely", ui, ids=ids) if ids else "", id=first)
    if one.needed_by:
        yield _word("needed", ui, ids=AND[ui].join(one.needed_by), id=one.id)
    if one.may_translate:
        yield _word("translation", ui, ids=AND[ui].join(one.may_translate), id=one.may_translate[0])
    elif said.kind.value == "translation" and not one.translates:
        yield _word("no-original", ui)
    if one.translated_by:
        yield _word("translated", ui, ids=AND[ui].join(one.translated_by), id=one.id)
    if one.same_as:
        yield _word("same", ui, id=one.same_as)
    if one.other_language:
        other: Language = "en" if one.language == "zh" else "zh"
        yield _word("other", ui, language=LANGUAGE[other][ui], code=other)
    if one.tracked:
        yield _word("tracked", ui, count=one.tracked)
    if one.problems:
        yield _word("problems", ui, problems=one.problems, id=one.id)


def _later_day(path: Path, told: str) -> str:
    """The day in the name of a file that is well behind the one that its text tells; empty where there is none."""
    found = _DAY_IN_NAME.search(path.stem)
    try:
        named = datetime.date(*map(int, filter(None, found.groups()))) if found else datetime.date.min
        return named.isoformat() if named > datetime.date.fromisoformat(told) + _LATER else ""
    except ValueError:
        return ""
