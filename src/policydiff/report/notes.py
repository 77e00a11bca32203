"""What is said of findings: a sentence for each, or, of several that one rule found at one place, the words of each and
then one sentence for all.

    主体：“各级党委” → “党工委”；“领导班子” → “领导干部”。主体不同，义务或者权限的承担者可能改变，请核对。

The following holds for every string in a `Note`: it has gone through `visible`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from policydiff.gravity import is_first, place
from policydiff.messages import MESSAGE, marked, message, read_out
from policydiff.model import Document, Finding, Language, ToldAs
from policydiff.presentation.amending import decides
from policydiff.quoting import each_shortened, shortened_alike
from policydiff.report.criteria import asks
from policydiff.report.strings import TABLE
from policydiff.report.terminal import visible
from policydiff.titles import cited
from policydiff.wording import (
    ADDS,
    COLON,
    GAP,
    NO_RULE,
    RULE_AND_SUPERIOR,
    SEMICOLON,
    STOP,
    Roles,
    held_elsewhere,
    in_brackets,
    told_as,
    told_word,
)

_QUOTE_HEAD, _QUOTE_TAIL = 60, 40  # a finding quotes less, as a rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something said of a row: what kind of remark it is, and the remark; `weighty`: it is to be read before others."""

    head: str
    words: str
    weighty: bool = False

    def said(self, ui: Language) -> str:
        """Both as one."""
        return COLON[ui].join(filter(None, (self.head, self.words)))


def found(
    findings: Sequence[Finding], *, ui: Language, roles: Roles = RULE_AND_SUPERIOR, doubtful: bool = False
) -> Iterator[Note]:
    """What the findings of one place say, the gravest first; `doubtful`: of a pair that may not be one."""
    alike: dict[tuple[str, ToldAs], list[Finding]] = {}
    for finding in sorted(findings, key=place):
        alike.setdefault((finding.rule, told_as(finding)), []).append(finding)
    for (rule, _), together in alike.items():
        head, asked = told_word(together[0], ui), asks(rule, ui, roles)
        weighty = is_first(together[0], doubtful=doubtful)
        if len(together) > 1 and asked:
            each = SEMICOLON[ui].join(answers(finding, ui) for finding in together)
            yield Note(head=head, words=f"{each}{STOP[ui]}{GAP[ui]}{asked}", weighty=weighty)
        else:
            for finding in together:
                yield Note(head=head, words=says(finding, ui=ui, roles=roles), weighty=weighty)


def says(finding: Finding, *, ui: Language, roles: Roles = RULE_AND_SUPERIOR) -> str:
    """What a finding says, in the language of the interface and with long quotations shortened."""
    return f"{_says(finding, ui, roles)}{elsewhere(finding, ui)}"


def _says(finding: Finding, ui: Language, roles: Roles) -> str:
    if finding.rule not in MESSAGE:
        return visible(finding.message) or quotes(finding)
    differing = [(visible(old), visible(new)) for old, new in finding.differing]
    cited_there = visible(finding.cited)
    return message(
        finding.rule, *_quoted(finding), ui, count=finding.count, roles=roles, differing=differing, cited=cited_there
    )


def elsewhere(finding: Finding, ui: Language) -> str:
    """Where other superiors have the like of what a finding tells of the rule alone, in brackets; nothing where they
    have not."""
    if not finding.elsewhere:
        return ""
    return in_brackets(held_elsewhere([*map(visible, finding.elsewhere)], ui), ui)


def no_rule(documents: Iterable[Document], ui: Language) -> tuple[str, ...]:
    """Of each text that only amends or repeals others that it does."""
    found = [(one, decided) for one in documents if (decided := decides(one)) is not None]
    return tuple(NO_RULE[decided][ui].format(title=cited(visible(one.name))) for one, decided in found)


def quotes(finding: Finding) -> str:
    """Both sides' words."""
    return " → ".join(f"“{words}”" for words in _quoted(finding) if words)


def answers(finding: Finding, ui: Language) -> str:
    """Both sides' words; of what one side alone says, what is near it on the other."""
    own, other = _quoted(finding)
    if finding.rule.startswith(ADDS):
        own, other = other, own
    held = elsewhere(finding, ui)
    if not finding.rule.startswith((*ADDS, "dropped-")) or not own or not other:
        return f"{quotes(finding)}{held}"
    return f"“{own}”" + TABLE["near-by"][ui].format(words=f"“{other}”") + held


def _quoted(finding: Finding) -> tuple[str, str]:
    """Both sides' words as they are read here."""
    old, new = map(visible, read_out(finding))
    if finding.count > 1:
        base, target = (each_shortened(words, head=_QUOTE_HEAD, tail=_QUOTE_TAIL) for words in (old, new))
    else:
        base, target = shortened_alike((old, new), head=_QUOTE_HEAD, tail=_QUOTE_TAIL)
    return marked(base, finding.base_cut), marked(target, finding.target_cut)
