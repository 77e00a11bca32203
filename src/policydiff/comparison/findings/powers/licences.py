"""Leave of an office that a local rule asks for an act for which its superior asks none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policydiff.comparison.clauses import Clause, clauses, comes_near
from policydiff.comparison.findings.powers.acts import LEAST_SAID, said_from
from policydiff.comparison.findings.powers.granted import Granted
from policydiff.comparison.findings.powers.provision import (
    LocalProvision,
    PowerSet,
    binds_the_state,
    is_sanction,
    spanned,
)
from policydiff.comparison.findings.powers.words import licences as said
from policydiff.comparison.findings.powers.words.bodies import OFFICE_FIRST
from policydiff.comparison.findings.powers.words.elsewhere import REFERS

_NEARLY_LICENSED = 0.12  # of leave less is said in the same words
_LAST_OF_CERTIFICATE = 5  # characters by which a certificate is known


def new_licence(provision: LocalProvision, superior: Granted) -> Iterator[PowerSet]:
    """Leave of an office, or a certificate of one, that is asked for an act for which the superior asks none.

    Not found: consent of people (业主, 村民会议), leave that one office asks of another (规划报…批准), a longer time
    for what was allowed (确需延长的，应当报…批准), what refers to leave set elsewhere (依法取得许可证), the breach
    of it (未经批准…的，处…), filing (备案) without which an act is not barred, what is shown to have something filed
    (持许可证到…备案), any beside leave for nearly that. Filing or registration without which nobody may begin
    (未备案的，不得…) is leave by its effect.
    行政许可法 arts. 12, 14–18: who may set a licence, and that a rule on carrying out one adds none.
    """
    before: tuple[Clause, ...] = ()
    for sentence in provision.sentences:
        goes_back = before if said.LEAVE_ALONE.match(sentence[0].text) else ()
        before = sentence
        is_set_elsewhere = any(REFERS[one.language].search(one.text) for one in goes_back)
        found = None if is_set_elsewhere or is_sanction(sentence) else _leave(sentence, provision)
        if found is None or not provision.is_new(found[1]):
            continue
        first, last = found
        about = [one for one in (*goes_back, *sentence) if one.weight >= LEAST_SAID]
        names = said.CERTIFICATE.findall(said.WHO_ISSUES.sub("", provision.text[first.start : last.end]))
        known = any(name[-_LAST_OF_CERTIFICATE:] in superior.text for name in names)
        is_filed = not said.GIVES_LEAVE[provision.language].search(provision.text[first.start : last.end])
        known = known or (is_filed and any(map(superior.puts_on_record, about)))
        if not known and not _is_licensed(about, provision, superior):
            near = superior.licensed_nearly([*_without_leave(about)])
            yield PowerSet("new-licence", near, provision.quoted(sentence[0], last, first))


def _leave(sentence: Sequence[Clause], provision: LocalProvision) -> tuple[Clause, Clause] | None:
    """From which clause of a sentence to which it asks a citizen for leave; None where it does not."""
    start = sentence[0].start
    words = provision.text[start : sentence[-1].end]
    if provision.language == "en":
        found = None if binds_the_state(sentence, provision) else said.ASKS_FOR_LEAVE.search(words)
        return spanned(sentence, start + found.start(), start + found.end()) if found else None
    if REFERS["zh"].search(words):
        return None
    for pattern in _ASKS_FOR_LEAVE:
        asked = pattern.search(words)
        if asked is None or not _is_of_an_office(asked.group("what")):
            continue
        if pattern is said.MUST_OBTAIN and said.SHOWN_ELSEWHERE.search(words, asked.start()):
            continue
        asking = [one for one in sentence if one.start < start + asked.end()]
        if pattern in _LACKED:  # who issues it is not who lacks it
            asking = [*clauses(words[: asked.start("what")] + words[asked.end("what") : asked.end()], "zh")]
        if said.ASKS_FOR_LONGER.search(words, 0, asked.end()) or binds_the_state(asking, provision):
            continue
        if pattern is said.REPORTS and OFFICE_FIRST.match(words):
            continue
        before = provision.text[:start] if said.ALTERS.search(words) else ""
        of_plans = said.PLANS.search(before + words[: asked.end()]) or not said.OFFICE.search(asked.group("what"))
        if pattern not in (said.MUST_ASK, said.REPORTS) or not of_plans:
            return spanned(sentence, start + asked.start(), start + asked.end())
    return None


_ASKS_FOR_LEAVE = (
    said.NO_LEAVE, said.ONLY_THEN, said.MUST_OBTAIN, said.MUST_ASK, said.REPORTS, said.NO_FILING, said.ONLY_FILED,
)  # fmt: skip
_LACKED = (said.NO_LEAVE, said.NO_FILING, said.ONLY_FILED)


def _is_licensed(about: Sequence[Clause], provision: LocalProvision, superior: Granted) -> bool:
    """Whether the superior asks leave for any of some acts, anywhere or beside the provision."""
    if any(_is_licensed_beside(one, provision) for one in about):
        return True
    behind = [(one, said.BY_NO_LEAVE.match(one.text)) for one in about if one.language == "zh"]
    if any(asked and superior.licenses(said_from(one, asked.end())) for one, asked in behind):
        return True
    if not any(map(superior.licenses, about)):
        return False
    acts = [*_without_leave(about)]  # 应当经…部门批准 stands in many a rule, and is like itself there
    return acts == [*about] or superior.licenses_nearly(acts) or any(map(superior.licenses, acts))


def _without_leave(about: Sequence[Clause]) -> Iterator[Clause]:
    """What leave is asked for, without who gives it."""
    for clause in about:
        asked = said.BY_LEAVE.sub("", clause.text)
        held = [clause] if asked == clause.text else clauses(asked, clause.language)
        yield from (one for one in held if one.weight >= LEAST_SAID)


def _is_licensed_beside(act: Clause, provision: LocalProvision) -> bool:
    """Whether what the superior says beside a provision, where it speaks of leave, speaks of nearly that act."""
    if not said.GIVES_LEAVE[provision.language].search(provision.beside):
        return False
    return comes_near(act, clauses(provision.beside, provision.language), _NEARLY_LICENSED)


def _is_of_an_office(leave: str) -> bool:
    """Whether leave is given by an office, and is not the consent of people."""
    if said.CONSENT_OF_PEOPLE.search(leave):
        return False
    return "同意" not in leave or bool(said.OFFICE.search(leave))
