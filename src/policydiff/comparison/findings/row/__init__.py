"""What the rules read: a row as changes, each with the clause around it.

changes       a row and what differs at its places       changes.py
reading       a row read so, clause beside clause         reading.py
replaced      one clause put for another                  replaced.py
alone         clauses that one side has alone             alone.py
cases         what one side alone makes a clause of     cases.py
              both depend on
topics        what a clause is said of                    topics.py
context       the clauses that a quotation needs          context.py
hosts         which clause an exception belongs to        hosts.py
elsewhere     what either document says elsewhere         elsewhere.py
answering     whether two clauses answer each other     answering.py
said          whether it says a clause in other words     said.py
partly        what of it comes so near that it may        partly.py
one thing     whether two clauses say one thing of two    one_thing.py
              bodies
made precise  what an amount makes precise                made_precise.py
left open     by which words an amount is left open       left_open.py
set anywhere  where it is set, or left open, at all       set_anywhere.py
rule          what a rule is, and what rules ask of a     rule.py
              change
"""
