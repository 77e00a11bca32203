"""What is said where the library does not tell what a rule implements: what may be meant, and how to name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from policydiff.errors import SuperiorError
from policydiff.library import Entry, Library
from policydiff.library.describe import Description, Fact
from policydiff.library.editions import Shelved
from policydiff.library.grounds import Grounds
from policydiff.library.likely import likeliest
from policydiff.model import Document, Language
from policydiff.titles import cited
from policydiff.wording import AND, GAP

_MOST_NAMED = 5

_WORDS: dict[str, dict[Language, str]] = {
    "nothing": {
        "zh": "{rule}：文件库中没有找到它所依据的规定。",
        "en": "{rule}: what it implements was not found in the library.",
    },
    "names": {"zh": "正文称依据{names}。", "en": "The text rests on {names}."},
    "names-nothing": {
        "zh": "正文中没有“根据《…》”之类的表述。",
        "en": "The text names no ground: it says nowhere “in accordance with …” (根据《…》).",
    },
    "candidates": {"zh": "可能是：{candidates}。", "en": "It may be: {candidates}."},
    "is-superior": {
        "zh": "{rule}：它本身就是上位法，文件库中没有它所依据的规定。",
        "en": "{rule}: is a superior rule itself, and what it rests on is not in the library.",
    },
    "instead": {
        "zh": "审查下位规定的，请改写下位规定：{followers}；查看各规定怎样落实它，用 policydiff trace --to {rule}。"
        "它另有上位法的，请指明：{ids}",
        "en": "To review a rule that implements it, name that rule instead: {followers}. What others made of it: "
        "policydiff trace --to {rule}. If there is a rule above it, say which: {ids}",
    },
    "follower": {"zh": "实施它的文件", "en": "FILE"},
    "no-candidates": {"zh": "文件库中没有上位法。", "en": "The library holds no superior rule."},
    "say": {"zh": "请指明：{ids}", "en": "Say which: {ids}"},
    "or": {"zh": " 或者 ", "en": " or "},
    "file": {"zh": "上位法的文件", "en": "FILE"},
}


@dataclass(frozen=True, kw_only=True)
class Unfound:
    """A rule of which the library does not tell what it implements: what corpus.toml and its text say of it, and what
    the library holds of what the text names."""

    rule: Document
    entry: Entry | None
    library: Library
    said: Description
    seen: Grounds[Shelved]

    def as_error(self) -> SuperiorError:
        """That nothing was found, what may be meant, and how to say it; of a superior rule, what can be done with
        it."""
        sentences = self._of_superior if self._is_superior and not self.seen.near else self._of_local
        en, zh = (GAP[language].join(filter(None, sentences(language))) for language in ("en", "zh"))
        return SuperiorError(en=en, zh=zh)

    @property
    def _is_superior(self) -> bool:
        return self.entry.kind == "central" if self.entry else self.said.kind == Fact(value="central", sure=True)

    def _of_superior(self, language: Language) -> Iterator[str]:
        followers = [one.id for one in self.library.entries if self.entry and self.entry.id in one.implements]
        yield _word("is-superior", language, rule=self.rule.id)
        if self.said.bases:
            yield _word("names", language, names=self._bases(language))
        yield _word(
            "instead",
            language,
            rule=self.entry.id if self.entry else self.rule.id,
            followers=_word("or", language).join(followers[:_MOST_NAMED] or [_word("follower", language)]),
            ids=f"--base {_word('file', language)}",
        )

    def _of_local(self, language: Language) -> Iterator[str]:
        yield _word("nothing", language, rule=self.rule.id)
        names = self._bases(language)
        yield _word("names", language, names=names) if names else _word("names-nothing", language)
        shown = AND[language].join(
            f"{entry.id}{cited(entry.title)}" if entry.title else entry.id for entry in self._candidates[:_MOST_NAMED]
        )
        yield _word("candidates", language, candidates=shown) if shown else _word("no-candidates", language)
        ids = self._to_say() or [_word("file", language)]
        yield _word("say", language, ids=_word("or", language).join(f"--base {one}" for one in ids))

    def _bases(self, language: Language) -> str:
        """The first titles that the text names as its grounds."""
        return AND[language].join(cited(name) for name in self.said.bases[:_MOST_NAMED])

    def _to_say(self) -> Sequence[str]:
        """The ids to choose from: those whose titles are near, else the first candidate."""
        near = tuple(dict.fromkeys(held.id for held, _ in self.seen.near))
        return near or tuple(entry.id for entry in self._candidates[:1])

    @cached_property
    def _candidates(self) -> tuple[Entry, ...]:
        """The rules that may be meant: titles near to what the text names, then what it mentions, then central rules,
        those that it speaks of most first."""
        own = self.entry.id if self.entry else ""
        titles = [(one.id, one.title or one.id) for one in self.library.entries if one.kind == "central"]
        central = (id_ for id_, _ in likeliest(self.rule, titles))
        named = (*(held.id for held, _ in (*self.seen.near, *self.seen.mentioned)), *central)
        return tuple(self.library.entry(one) for one in dict.fromkeys(named) if one != own)


def _word(key: str, language: Language, **values: str) -> str:
    return _WORDS[key][language].format(**values)
