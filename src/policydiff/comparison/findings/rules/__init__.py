"""The rules on one row, a family a module: each claims a change of it or leaves it to the next.

    force        prohibition, modality, alternative        what is forbidden, a duty, allowed
    amounts      number                                    amounts, times, thresholds
    bodies       actor, dropped and added actor            who acts, decides, is addressed
    sources      reference; instrument, dropped and added  what is cited
    exceptions   exception, dropped and added exception    what is excepted
    conditions   dropped and added condition               what must be met
    elements     dropped and added element                 one element of a short list
    scope        scope, open_list                          what else a clause says
    restyled     whether clauses differ in style alone     what scope passes over
    own_words    the words of which scope speaks           what one clause says and the other does not
    differing    which of them it quotes                   each for itself
    duties       dropped_duty, added_duty                  what is gone or new

Five look at the row, a list or an act as a whole, not at its changes.

    followed     citation                                  citations of the document's own articles
    restated     the rules on lists                        lists that the other side restates in part
    lists        what a list enumerates, whatever its shape
    fines        fine_beyond and others                    the fines for one act, limb beside limb
    binding      whether an element of a list changes what anybody must or may do

A rule says in its docstring what it finds, what it does not, and which text makes it matter. What a rule prints is
always a question to a reviewer (疑似, 请核对), never a conclusion. The messages are in `policydiff.messages`.
"""
