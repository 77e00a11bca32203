"""Two documents → Alignment: which provisions of the target restate, adapt or implement which of the base.

units        a leaf's article                          units.py
sides        what is known of a document by itself     sides.py: cuts.py, holdings.py, grams.py, letters.py
evidence     how strongly two texts speak for a link   weighing.py: evidence.py, weights.py
             across languages                          translation.py
             what they are about, where they stand     meanings.py, position.py
wholes       which units belong together               wholes.py: unit_traits.py, leads.py, citations.py
leaves       which leaves of theirs do                 leaves.py: leaf_traits.py, introductions.py
likelihood   what is learned of both                   likelihood.py: traits.py, votes.py
equality     leaves of equal words                     equality.py
roles        clauses known by their form               roles.py
selection    what is taken, over both documents        selection.py
grouping     pairs → links: splits, mergers, moves     grouping.py
nearest      what comes near to what is left over      nearest.py
align        the passes                                align.py
"""

from __future__ import annotations

from policydiff.alignment.align import align

__all__ = ["align"]
