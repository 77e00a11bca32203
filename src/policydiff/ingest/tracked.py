"""How much of a Word document is tracked changes."""

from __future__ import annotations

from pathlib import Path

from policydiff.errors import ReadError

_TRACKED = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})


def tracked_changes(path: Path) -> int:
    """How many stretches of a Word document are put in, taken out or moved by tracked changes; 0 of any other file, and
    of one that cannot be read."""
    if path.suffix.lower() != ".docx":
        return 0
    from policydiff.ingest.package import Package  # asked of every file that is compared; most are no Word documents

    try:
        package = Package(path.read_bytes(), path)
        root = package.tree(package.main)
    except (ReadError, OSError):
        return 0
    return sum(one.tag in _TRACKED and len(one) > 0 for one in root.iter()) if root is not None else 0
