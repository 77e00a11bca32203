"""A file → `Source`: decoded and otherwise untouched, with what its format says of it as hints."""

from policydiff.ingest.file import read

__all__ = ["read"]
