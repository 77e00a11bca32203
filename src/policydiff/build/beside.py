"""What stands beside each provision on the pages of documents: looked up in a build, and held for `trace` and for the
next one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.build import version
from policydiff.build.place import TRACE
from policydiff.build.plan import Plan
from policydiff.build.store import Store
from policydiff.library import Library

if TYPE_CHECKING:
    from policydiff.tracing import Collection, Counterparts, Likened, Sought

_STANDING = "pages.json"  # beside what `trace` looks through


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """The provisions that `trace` looks through, what stands beside each on the pages, and what was looked up and
    compared for it."""

    collection: Collection
    beside: Mapping[str, Counterparts]
    sought: Sought
    likened: Likened


def traced(library: Library, planned: Plan, store: Store) -> Traced:
    """What the documents that can be read hold, looked through; what the last build held of a document is taken from
    there."""
    from policydiff import tracing

    folder, made_with = library.root / TRACE, version.version("index")
    documents = {task.entry.id: task for task in planned.reading}
    before = tracing.read(folder, made_with)
    collection = tracing.collected(
        planned.entries,
        lambda entry: store.get(documents[entry.id].key),
        before,
        lambda entry: documents[entry.id].sha256,
    )
    beside, sought, likened = tracing.counterparts(collection, tracing.read_earlier(folder, before))
    return Traced(collection=collection, beside=beside, sought=sought, likened=likened)


def write(done: Plan, traced: Traced, folder: Path) -> None:
    """What was looked up is in the folder, for `trace` and for the next build."""
    from policydiff import tracing

    tracing.write(folder, traced.collection, version.version("index"))
    tracing.write_earlier(folder, traced.sought, traced.likened)
    digests = {task.part.documents[0]: task.digest for task in done.showing if task.digest}
    (folder / _STANDING).write_text(json.dumps(digests, ensure_ascii=False, indent=1), encoding="utf-8")


def standing(library: Library) -> Mapping[str, str]:
    """The hash of what stands beside the provisions on each page of a document that is there; only for foreseeing how
    much there is to do."""
    try:
        said = json.loads((library.root / TRACE / _STANDING).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: of for name, of in said.items() if isinstance(of, str)} if isinstance(said, dict) else {}
