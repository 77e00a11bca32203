"""A review memo (审查备忘录), from a check to a Word file.

words       what the memo itself says                  words.py
memo        what it holds, before any format           memo.py
facts       what was compared with what, and why       facts.py
quoted      both sides' words, whole or in short       quoted.py
findings    what was found, as the memo tells it       findings.py
omissions   what of a superior has no counterpart      omissions.py
additions   what the rule adds                         additions.py
decided     what reviewers decided                     decided.py
from_check  all of it together                         from_check.py
docx        the memo as a Word file                    docx.py
"""
