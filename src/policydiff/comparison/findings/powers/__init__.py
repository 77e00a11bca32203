"""The powers that a local rule sets and its superior does not: how they are told by their words, and of whom.

words of power  by which words a rule sets one, and by which none    words_of_power.py
granted         what the superior sets anywhere                      granted.py
provision       a local provision that is asked for what it sets     provision.py
rules           which it sets newly: new-licence and the like        rules.py
                penalties, conditions, records and refusals          penalties.py, conditions.py, restraints.py
                for how long things are held                         periods.py
across          which the superior lacks in another language         across.py
newly set       what is told of that, for additions and for rows     newly_set.py
"""
