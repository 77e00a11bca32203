"""What was made, as others read it: one module a format, each of pure functions.

a comparison   for the terminal                                text.py
               the table that drafters hand in, before any     table.py
               format, and as a Word, Excel or Markdown file   docx.py, xlsx.py, markdown.py
               a superior rule beside all of its rules         side_by_side.py
a check        for the terminal                                check.py
               a review memo, in Word                          memo/
a decision     for the terminal                                decision.py
a library      what was added, is in it, was taken out         adding.py, listing.py, removing.py
a search       for the terminal                                hits.py, of findings found.py
a trace        for the terminal                                trace.py
figures        for the terminal and for programs               evaluation.py
all of these   for other programs                              json.py

shared         how a text is shown on a terminal               terminal.py
               what is said of a comparison, of its findings,  writer.py, notes.py,
               and by what they are judged                     criteria.py: criterion.py
               by what a power is that seems newly set, for    powers.py: issuers.py,
               the rank of the rule                            places.py
               what stands on every table                      strings.py
               what every Word and every Excel file has        word.py, sheets.py
               whether somebody has worked on a file since     seal.py
"""
