"""What became of a document that was taken out of a library, and of what hung on it, for the terminal."""

from __future__ import annotations

from policydiff.library.remove import Removed
from policydiff.model import Language
from policydiff.report.terminal import Run, Screen, visible
from policydiff.wording import AND

_WORDS: dict[str, dict[Language, str]] = {
    "moved": {"zh": "文件移到 {kept}。", "en": "Its file is {kept} now."},
    "shared": {
        "zh": "文件 {path} 同时是 {ids} 的文件，仍在原处。",
        "en": "Its file {path} is that of {ids}, too, and stays.",
    },
    "absent": {
        "zh": "文件 {path} 本来就不能用，没有移动。",
        "en": "Its file {path} could not be had, and was not moved.",
    },
    "entry": {
        "zh": "目录中关于它的内容移到 {entry}。",
        "en": "What corpus.toml said of it stands in {entry}.",
    },
    "back": {
        "zh": "要放回，请将文件移回 {path}，并将上述内容移回 {catalogue}。",
        "en": "To have it back, move the file to {path}, and that to {catalogue}.",
    },
    "back-entry": {
        "zh": "要放回，请将上述内容移回 {catalogue}。",
        "en": "To have it back, move that to {catalogue}.",
    },
    "named": {
        "zh": "{ids} 原来与它对照，现在不再对照，其 implements、translates、quotes 中已不写它的编号；"
        "放回后须在其中重新写上。",
        "en": "{ids}: no longer compared with it, its id is out of implements, translates and quotes there; write it "
        "there again where it is back.",
    },
    "decided": {
        "zh": "关于它的 {count} 条审核意见留在 decisions.toml 中；同一编号的文件放回后，文字未变的仍然适用。",
        "en": "Reviewers' decisions on it ({count}) stay in decisions.toml, and hold again where a document of that id "
        "is back whose words are the same.",
    },
}


def render(one: Removed, decided: int, *, colour: bool, ui: Language, columns: int | None = None) -> str:
    """The document, and below it what was done; `decided` is how many decisions name it."""
    page = Screen(colour=colour, ui=ui, columns=columns, words=_WORDS)
    lines = [*page.lines(Run(text=visible(one.id), style="strong"))]
    for said in _said(one, decided, page):
        lines += page.lines(Run(text=said), indent=2)
    return "\n".join([*lines, "", ""])


def _said(one: Removed, decided: int, page: Screen) -> list[str]:
    comma = AND[page.ui]
    if one.kept is not None:
        said = [page.word("moved", kept=visible(str(one.kept)))]
    elif one.shared:
        said = [page.word("shared", path=visible(str(one.path)), ids=comma.join(one.shared))]
    else:
        said = [page.word("absent", path=visible(str(one.path)))]
    said.append(page.word("entry", entry=visible(str(one.entry))))
    back = "back-entry" if one.kept is None else "back"
    said.append(page.word(back, path=visible(str(one.path)), catalogue=visible(str(one.catalogue))))
    if one.named_by:
        said.append(page.word("named", ids=comma.join(one.named_by)))
    if decided:
        said.append(page.word("decided", count=decided))
    return said
