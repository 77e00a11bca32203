"""A file → `Source`: decoded and otherwise untouched, with what its format says of it as hints.

a file       which format, encoding and language it has    file.py: encoding.py, language.py, own.py
characters   plain text, Markdown, web pages               characters.py: text.py, markdown.py: commonmark.py
web pages    what is shown, and what of it is the text     web/
Word         what is printed, with its numbers             word/
numerals     in which Word and browsers print numbers      numerals.py
PDF          fragments on pages → paragraphs and tables    pdf.py: pdf_fragments.py, ruled.py, layout/
tables       of every format, as lines                     tables.py: side_by_side.py
content      what each format's reader hands on            content.py
"""

from policydiff.ingest.file import read

__all__ = ["read"]
