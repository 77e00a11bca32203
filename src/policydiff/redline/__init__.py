"""The redline of two texts: what one deletes and the other inserts, by word, and what only moved.

edits   what was deleted and inserted   edits.py
moves   what in it only moved           moves.py
"""

from __future__ import annotations

from policydiff.redline.edits import edits
from policydiff.redline.moves import with_moves

__all__ = ["edits", "with_moves"]
