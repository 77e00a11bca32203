"""What a document's page shows beside each provision."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.tracing.beards import TEXTS, library

from policydiff.model import Language
from policydiff.tracing import Counterparts, counterparts, likeness, read_earlier, write_earlier
from policydiff.tracing.likeness import Weighed


def places(found: Counterparts) -> dict[str, list[str]]:
    return {eid: [f"{one.document} {one.eid} {one.treatment}" for one in beside] for eid, beside in found.items()}


def test_beside_a_local_provision_stand_its_sources(tmp_path: Path) -> None:
    found, *_ = counterparts(library(tmp_path))
    assert places(found["east"]) == {
        "art_2": ["law-2020 art_3 restates"],
        "art_3": ["law-2020 art_4 adapts", "law-2020 art_3 cites"],
    }


def test_beside_a_central_provision_stand_the_local_ones_that_follow_it(tmp_path: Path) -> None:
    found, *_ = counterparts(library(tmp_path))
    assert places(found["law-2020"]) == {
        "art_3": ["east art_2 restates", "east art_3 cites"],
        "art_4": ["east art_3 adapts"],
    }
    assert "law-2012" not in found, "its next edition is in force"


def test_both_sides_say_the_same_of_two_provisions(tmp_path: Path) -> None:
    found, *_ = counterparts(library(tmp_path))
    (of_local,) = found["east"]["art_2"]
    of_central = found["law-2020"]["art_3"][0]
    assert (of_local.score, of_local.treatment) == (of_central.score, of_central.treatment)


def test_a_commentary_has_sources_and_follows_nothing(tmp_path: Path) -> None:
    texts = TEXTS | {"talk": ("commentary", "谈谈胡须\n\n第一条 胡须应当整洁，长度不得超过三十厘米。\n")}
    found, *_ = counterparts(library(tmp_path, texts))
    assert places(found["talk"]) == {"art_1": ["law-2020 art_3 restates"]}
    assert "talk" not in {one.document for one in found["law-2020"]["art_3"]}


def test_after_a_change_only_what_changed_is_compared_and_the_outcome_is_that_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library(tmp_path)
    write_earlier(tmp_path, *counterparts(before)[1:])
    kind, text = TEXTS["east"]
    after = library(tmp_path, TEXTS | {"east": (kind, text.replace("二十五厘米", "三十厘米"))})
    weighed: list[str] = []

    def noted(text: str, language: Language) -> Weighed:
        weighed.append(text)
        return likeness.weighed(text, language)

    monkeypatch.setattr("policydiff.tracing.pages.weighed", noted)
    again = counterparts(after, read_earlier(tmp_path, before))
    assert "胡须应当整洁，长度不得超过三十厘米。" in weighed
    assert not any("公示执照" in text for text in weighed), "neither of that pair has changed"
    monkeypatch.undo()
    assert again[0] == counterparts(after)[0]


def test_what_was_compared_or_looked_up_and_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    collection = library(tmp_path)
    found, sought, likened = counterparts(collection)
    write_earlier(tmp_path, replace(sought, reach=sought.reach[1:]), replace(likened, own=likened.own[1:]))
    assert counterparts(collection, read_earlier(tmp_path, collection))[0] == found
    for name in ("likened.npz", "sought.npz"):
        (tmp_path / name).write_bytes(b"PK\x03\x04 cut short")
    assert counterparts(collection, read_earlier(tmp_path, collection))[0] == found
    assert read_earlier(tmp_path, None).sought is None
