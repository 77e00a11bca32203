"""Rules on a translated row: what the translation drops or shifts.

    瘫痪6小时以上    more than 6 hours      以上 includes the number (民法典 art. 1259)
    应当            should, may            a duty made advice or permission
    甲、乙等        A and B                an open list closed
    每季度          every year             another frequency
    并及时整改      (nothing)              a clause that no word of the translation renders
    甲、乙、丙      A and C                an element lost
    亲自，吊销      (nothing)              how an act is done, a kind of penalty

The rules read the Chinese and the English side, whichever of them is the base, sentence by sentence.

    sentences   which English sentences render which Chinese ones     sentences.py
    gloss       whether any word of one renders a word of the other   gloss.py
    rules       which rules there are, and those on words             rules.py
                  amounts, times and frequencies                        amounts.py
                  offices, their level, and instruments                 names.py
                  elements of lists                                     lists.py
                  words for which English has few                       weighty.py
"""

from __future__ import annotations

from policydiff.comparison.findings.translation.rules import findings

__all__ = ["findings"]
