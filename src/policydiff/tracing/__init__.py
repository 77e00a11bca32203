"""Where the provisions of a rule come from, over a whole library, and which local rules restate a central one.

a shelf   ──collected──▶ Collection     articles, fragment by fragment     collecting.py: collection.py,
                                                                           index.py, fragments.py, texts.py
          ──write, read──▶ a folder     looked at where it lies            store.py
a rule    ──traced──▶ its sources       only candidates are compared       sources.py: candidates.py, likeness.py,
                                                                           treatment.py, citing.py, together.py
          ──votes──▶ what it sounds like, where it names no superior       votes.py
          ──notes──▶ what has moved since                                  notes.py
          ──trace──▶ all of these       Trace                              trace.py
a shelf   ──counterparts──▶ what stands beside each provision, on pages    pages.py: again.py, earlier.py
"""

from policydiff.tracing.again import Sought
from policydiff.tracing.collecting import collected
from policydiff.tracing.collection import Collection, Holding
from policydiff.tracing.earlier import Earlier, Likened, read_earlier, write_earlier
from policydiff.tracing.notes import Note, said_of
from policydiff.tracing.pages import Counterpart, Counterparts, counterparts
from policydiff.tracing.sources import Match, Traced, rank
from policydiff.tracing.store import read, write
from policydiff.tracing.trace import Trace, trace
from policydiff.tracing.treatment import Direction

__all__ = [
    "Collection",
    "Counterpart",
    "Counterparts",
    "Direction",
    "Earlier",
    "Holding",
    "Likened",
    "Match",
    "Note",
    "Sought",
    "Trace",
    "Traced",
    "collected",
    "counterparts",
    "rank",
    "read",
    "read_earlier",
    "said_of",
    "trace",
    "write",
    "write_earlier",
]
