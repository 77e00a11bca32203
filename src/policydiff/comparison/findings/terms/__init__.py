"""What the words of a clause stand for, whatever it stands beside: read by word and form, from no list of names.

mentions        who acts                                          mentions.py
names           which bodies are named, of what kind and level    names.py, english_names.py
quantities      amounts, times, thresholds as values              quantities.py: quantity.py, english_quantities.py
english force   degrees of force in English                       english_force.py
citations       what is cited of the document itself              citations.py
acts            for which act a penalty is laid down              acts.py
fines           for which act, for whom, in which case, how much  fines.py: fine_amounts.py
aims            what a rule is for, and lays not down             aims.py
laying down     whether a clause lays anything down               laying_down.py
style           what a clause says beneath its style              style.py, english_words.py
"""
