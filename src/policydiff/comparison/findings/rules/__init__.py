"""The rules on one change of a row, a family a module: each claims a change or leaves it to the next.

    force        prohibition, modality, alternative        what is forbidden, a duty, allowed
    amounts      number                                    amounts, times, thresholds
    bodies       actor, dropped and added actor            who acts, decides, is addressed
    sources      reference; instrument, dropped and added  what is cited
    exceptions   exception, dropped and added exception    what is excepted
    conditions   dropped and added condition               what must be met
    elements     dropped and added element                 one element of a short list
    scope        scope, open_list                          what else a clause says
    duties       dropped_duty, added_duty                  what is gone or new
    powers       new licence, coercion, fee, prohibition   what the target sets and the base does not
    penalties    new penalty, new kind of penalty          what the target punishes and the base does not, or not so
    provision    what a provision is that is asked for the powers that it sets
    rule         what a rule is, and what rules ask of a change

A rule says in its docstring what it finds, what it does not, and which text makes it matter. What a rule prints is
always a question to a reviewer (疑似, 请核对), never a conclusion. The messages are in `policydiff.messages`.
"""
