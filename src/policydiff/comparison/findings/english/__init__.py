"""Rules on a row of two English texts, read sentence by sentence.

base    The operator shall keep the records for not less than two years, unless the authority decides otherwise.
target  Records must be kept by the operator for at least one year.
──▶     two years against one year; an exception that is gone; shall keep and must be kept bind alike

An English sentence says one thing in many orders (active or passive, the condition first or last), so that what two of
them differ in is told by what they hold, and not by the place at which their letters differ.

    statements   a text as sentences, each as clauses that lay down, set a case or except   statements.py
    pairing      which sentences answer which                                              pairing.py
    sides        what the documents say around a row                                       sides.py
    quoted       what is quoted of a sentence                                              quoted.py
    rules        which rules there are                                                     rules.py:
                   what is forbidden, commanded, allowed                                     force.py
                   exceptions and conditions                                                 cases.py
                   who acts                                                                  bodies.py
                   sentences and clauses that one side lacks                                 said.py
                   in person, once, together, again                                          manner.py
                   single words of sentences in one order                                    single_words.py
                   small words that turn a sentence round                                    turning.py
                   elements of lists, lists left open, and against or                        lists.py
                   amounts and times                                                         amounts.py
                   instruments and articles that are cited                                   citations.py
"""

from __future__ import annotations

from policydiff.comparison.findings.english.rules import findings
from policydiff.comparison.findings.english.sides import Around, Sides

__all__ = ["Around", "Sides", "findings"]
