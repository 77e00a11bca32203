"""Which engine a library's index is made with: the one that corpus.toml names."""

from __future__ import annotations

from policydiff.errors import LibraryError
from policydiff.search.engine import OPENSEARCH, TANTIVY, Engine

LARGE = 300_000  # provisions beyond which tantivy is the better choice (docs/explanation/performance.md)
_EXTRA = {TANTIVY: "fast", OPENSEARCH: "opensearch"}


def engine_of(name: str, index: str = "") -> Engine:
    """The engine of that name; LibraryError where what it needs is not installed.

    `index` is what an engine that keeps an index outside of the library is to call it there, for writing.
    """
    try:
        if name == OPENSEARCH:
            from policydiff.search.with_opensearch import OnCluster

            return OnCluster(index)
        if name == TANTIVY:
            from policydiff.search.with_tantivy import Tantivy

            return Tantivy()
    except ImportError as error:
        extra = _EXTRA[name]
        raise LibraryError(
            f'The engine "{name}" is not installed. Install it with: pip install "policydiff[{extra}]"; '
            f'or take engine = "{name}" out of corpus.toml. ({error})',
            f'没有安装检索引擎 {name}。请运行：pip install "policydiff[{extra}]"；'
            f'或者从 corpus.toml 中删去 engine = "{name}"。（{error}）',
        ) from error
    from policydiff.search.with_whoosh import Whoosh

    return Whoosh()
