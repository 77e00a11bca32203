"""Fragments of text on pages → paragraphs: what printing broke over lines, columns and pages is put together.

        胡须市规章汇编            the same on every page, in the same place: a running head
        第五条 胡须由公民本
    或者理发师修剪。理发师        a line that is full goes on in the next …
    应当备有镜子。               … and one that had room for more has ended,
        公民应当付费。公民        as it has where the next is indented
              - 1 -
        胡须市规章汇编            a paragraph goes on over the end of a page, and what stands between comes after it
    不付费的，理发师可以

Where this is in doubt a line stays one of its own: parsing mends a sentence that is broken, but cannot cut a paragraph
that was none.

    fragments on a page     rows, and a row as a line               page.py
    fragments on a page     what stands in its margins, notes       margins.py
    rows                    running heads                           running_heads.py
    rows                    columns and their edges                 columns.py
    what rules enclose      tables                                  drawn.py
    fragments on a page     boxes and notes beside the text         asides.py
    lines                   paragraphs, over columns and pages      joining.py, paragraphs.py
"""

from policydiff.ingest.layout.page import Fragment, Page
from policydiff.ingest.layout.paragraphs import paragraphs

__all__ = ["Fragment", "Page", "paragraphs"]
