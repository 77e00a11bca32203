"""Web pages: what a browser shows, line by line, and which of it is the text of a rule.

pages      their elements and characters, told one by one     html.py
lines      what stands on each, as it is shown                setting.py
lists      the number that a browser prints before an item    lists.py
blanks     as a browser shows them                            blanks.py
the text   told from what the site sets around it             main_text.py
archives   a page and its pictures in one file                archive.py
"""
