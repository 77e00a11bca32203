"""What a document's page shows beside each provision."""

from __future__ import annotations

from pathlib import Path

from tests.tracing.beards import LAW_2020, LOCAL, document, library

from policydiff.tracing import Source, counterparts


def places(found: dict[str, tuple[Source, ...]]) -> dict[str, list[str]]:
    return {eid: [f"{one.document} {one.eid}" for one in sources] for eid, sources in found.items()}


def test_beside_a_local_provision_stand_its_sources(tmp_path: Path) -> None:
    found = counterparts(document(tmp_path, "east", LOCAL), library(tmp_path))
    assert places(found) == {"art_2": ["law-2020 art_3"], "art_3": ["law-2020 art_4", "law-2020 art_3"]}


def test_beside_a_central_provision_stand_those_that_restate_it_without_a_redline(tmp_path: Path) -> None:
    found = counterparts(document(tmp_path, "law-2020", LAW_2020), library(tmp_path))
    assert places(found) == {"art_3": ["east art_2", "east art_3"], "art_4": ["east art_3"]}
    assert not any(one.edits for sources in found.values() for one in sources)
