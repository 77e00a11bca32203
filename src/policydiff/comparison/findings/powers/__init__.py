"""The powers that a local rule sets and its superior does not: how they are told by their words, and of whom.

words        by which words a rule sets one, and by which none     words/, those of a rule a module
granted      what the superior sets anywhere                       granted.py: sanctions.py
acts         which clause of it speaks of an act                   acts.py
provision    a local provision that is asked for what it sets      provision.py
penalties    what is punished, and how, and was not                penalties.py
restraints   for what wrong somebody is listed or refused          restraints.py
licences     for what leave is asked                               licences.py, its conditions: conditions.py
coercion     what an office may do to be obeyed                    coercion.py, for how long: periods.py
fees         what is to be paid                                    fees.py
proofs       what is to be shown                                   proofs.py
barriers     who is kept out, or who alone may supply              barriers.py
prohibitions what must not be done                                 prohibitions.py
rules        the table of all these, the gravest first             rules.py
across       which the superior lacks in another language          across.py
newly set    what is told of that, for additions and for rows      newly_set.py
"""
