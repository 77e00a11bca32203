"""Word's documents: what is printed, with its numbers.

a file      what it is, whatever its ending; older ones by way of LibreOffice           office.py
a document  in the order in which it is read: paragraphs, tables, what hangs on them    docx.py
characters  that an element prints                                                      printed.py
fields      page numbers, tables of contents and whatever else Word works out           fields.py
revisions   tracked changes: which of the two texts is read                             revisions.py
styles      what is a heading, hidden or struck out                                     styles.py
numbers     that Word sets by itself, counted as it counts them                         numbering.py
parts       of the XML of a file, read within bounds                                    package.py
"""
