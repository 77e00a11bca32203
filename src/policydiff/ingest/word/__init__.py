"""Word's documents: what is printed, with its numbers.

    office      what a file is, whatever its ending; older ones by way of LibreOffice
    docx        the document in the order in which it is read: paragraphs, tables, what hangs on them
    printed     the characters that an element prints
    fields      page numbers, tables of contents and other results of fields
    revisions   tracked changes: which of the two texts is read
    styles      what is a heading, hidden or struck out
    numbering   automatic numbers, counted as Word counts them
    package     the XML parts of a file, read within bounds
"""
