"""After a change of a library its lookups are what looking everything up anew would give, and most are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from random import Random

import numpy as np
import pytest

from policydiff.model import DocumentKind, Language
from policydiff.tracing import Collection, Earlier, Holding, Sought, counterparts, index, pages
from policydiff.tracing.collecting import index_of
from policydiff.tracing.index import Allowed, Index, Near, indexed
from policydiff.tracing.texts import Texts

Rule = tuple[str, DocumentKind, tuple[str, ...]]  # id, kind, provisions
_LETTERS = "胡须应当整"


def collection(rules: Sequence[Rule]) -> Collection:
    """A library of these rules; a provision that ends in 施行 is stock."""
    holdings: list[Holding] = []
    held = [text for _, _, texts in rules for text in texts]
    for name, kind, texts in rules:
        holdings.append(
            Holding(
                id=name,
                title=name,
                key=name.partition("-")[0],
                kind=kind,
                language="zh",
                date=name.partition("-")[2],
                effective="",
                sha256=str(texts),
                told=kind,
                bases=(),
                implements=(),
                first=sum(one.provisions for one in holdings),
                provisions=len(texts),
            )
        )
    stock = [text.endswith("施行") for text in held]
    return Collection(
        holdings=tuple(holdings),
        eids=Texts.of(f"art_{n}" for n in range(len(held))),
        labels=Texts.of(held),
        texts=Texts.of(held),
        stock=np.array(stock, bool),
        index=indexed(["" if out else text for text, out in zip(held, stock, strict=True)], ["zh"] * len(held)),
    )


def provision(draw: Random) -> str:
    words = "".join(draw.choices(_LETTERS, k=draw.randint(4, 14)))
    return words + ("施行" if draw.random() < 0.1 else "")


def rule(draw: Random, name: str) -> Rule:
    texts = tuple(provision(draw) for _ in range(draw.randint(1, 9)))
    return (name, draw.choice(["central", "local", "local", "commentary"]), texts)


def changed(draw: Random, rules: Sequence[Rule]) -> list[Rule]:
    """One provision more, less or other; a rule more or less; of another kind; at another place."""
    at, out = draw.randrange(len(rules)), list(rules)
    name, kind, texts = out[at]
    place = draw.randrange(len(texts))
    match draw.choice(["other", "other", "more", "less", "rule", "edition", "gone", "kind", "moved"]):
        case "other":
            out[at] = (name, kind, (*texts[:place], provision(draw), *texts[place + 1 :]))
        case "more":
            out[at] = (name, kind, (*texts[:place], provision(draw), *texts[place:]))
        case "less":
            out[at] = (name, kind, (*texts[:place], *texts[place + 1 :]))
        case "rule":
            out.insert(at, rule(draw, "new"))
        case "edition":
            out.append((f"{name.partition('-')[0]}-2030", *rule(draw, "new")[1:]))
        case "gone":
            del out[at]
        case "kind":
            out[at] = (name, "local" if kind == "central" else "central", texts)
        case "moved":
            out.append(out.pop(at))
    return out


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are looked up; of an index in which fragments are soon common and few of a text are looked up."""
    texts: list[str] = []
    near = Index.near

    def noted(self: Index, asked: Sequence[str], language: str, most: int, allowed: Allowed | None = None) -> Near:
        texts.extend(asked)
        return near(self, asked, language, most, allowed)  # type: ignore[arg-type]

    monkeypatch.setattr(Index, "near", noted)
    monkeypatch.setattr(index, "COMMON", 9)
    monkeypatch.setattr(index, "_RAREST", 4)
    monkeypatch.setattr(index, "_STEPS", np.uint64(1))  # coarse weights, many equals
    monkeypatch.setattr(pages, "COMPARED", 2)
    return texts


def is_same(one: Sought | Index, other: Sought | Index) -> bool:
    return all(np.array_equal(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))


def test_after_any_change_the_lookups_are_those_of_a_library_that_is_looked_through_anew(looked_up: list[str]) -> None:
    draw, kept, held = Random(7), 0, 0
    for _ in range(200):
        rules = [rule(draw, f"rule{n}-20{n:02}") for n in range(draw.randint(2, 12))]
        before = collection(rules)
        _, sought, likened = counterparts(before)
        after = collection(changed(draw, rules))
        looked_up.clear()
        found, again, _ = counterparts(after, Earlier(collection=before, sought=sought, likened=likened))
        kept += len(looked_up) < len(again.asked)
        held += len(again.asked) - len(looked_up)
        anew, all_of_it, _ = counterparts(after)
        assert is_same(again, all_of_it)
        assert found == anew
    assert kept > 70
    assert held > 700


def test_after_any_change_the_index_is_that_of_a_library_that_is_indexed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    draw, anew = Random(11), 0

    def noted(texts: Sequence[str], languages: Sequence[Language]) -> Index:
        nonlocal anew
        anew += 1
        return indexed(texts, languages)

    monkeypatch.setattr(index, "COMMON", 3)
    monkeypatch.setattr(index, "indexed", noted)
    had_common = 0
    for _ in range(150):
        rules = [rule(draw, f"rule{n}-20{n:02}") for n in range(draw.randint(2, 12))]
        before, after = collection(rules), collection(changed(draw, rules))
        again = index_of(after, before)
        assert is_same(again, after.index)
        had_common += len(again.common) > 0
    assert had_common > 75, had_common
    assert anew < 75, anew


def test_a_change_that_concerns_no_other_rule_leaves_their_lookups(looked_up: list[str]) -> None:
    hats: Rule = ("hats", "central", ("帽子应当标明尺寸材料产地",))
    ships: Rule = ("ships", "local", ("渔船出海之前检修发动机",))
    follower: Rule = ("cap", "local", ("帽子应当标明尺寸颜色",))
    before = collection([hats, follower, ships])
    _, sought, likened = counterparts(before)
    looked_up.clear()
    after = collection([hats, follower, ("ships", "local", ("渔船返港之后清洗甲板",))])
    counterparts(after, Earlier(collection=before, sought=sought, likened=likened))
    assert looked_up == ["渔船返港之后清洗甲板"]


def test_of_what_is_equally_near_the_order_of_the_library_decides_after_a_change_too() -> None:
    hats: Rule = ("hats", "central", ("帽子应当标明尺寸",))
    caps: Rule = ("caps", "central", ("帽子应当标明尺寸",))
    follower: Rule = ("local", "local", ("帽子应当标明尺寸颜色",))
    before, after = collection([hats, caps, follower]), collection([caps, hats, follower])
    _, sought, likened = counterparts(before)
    assert is_same(counterparts(after, Earlier(collection=before, sought=sought, likened=likened))[1], sought)
