"""The reading room: plain static pages that open from a folder by double click.

Nothing is fetched from elsewhere, nothing needs a server, and the same input gives the same bytes.

    files      what files there are, what is in each            write.py
    start      the start page, and what is to be checked first  start.py, to_check.py
    documents  their provisions, and what stands beside each    provisions.py, origins.py
    pairs      a comparison row by row                          rows.py
    versions   an article in every version                      versions.py, side_by_side.py
    search     the data that a page searches                    shards.py, found.py
    pages      what several have to say                         pages.py
    setting    templates, markup and words                      render.py, compiled.py, markup.py, strings.py
"""

from policydiff.site.found import listed
from policydiff.site.origins import Shown, shown
from policydiff.site.render import comparison_page
from policydiff.site.write import (
    card,
    encoded,
    files,
    head,
    is_page,
    put,
    start_files,
    stretch,
    volume_files,
)

__all__ = [
    "Shown",
    "card",
    "comparison_page",
    "encoded",
    "files",
    "head",
    "is_page",
    "listed",
    "put",
    "shown",
    "start_files",
    "stretch",
    "volume_files",
]
