"""The reading room: plain static pages that open from a folder by double click.

Nothing is fetched from elsewhere, nothing needs a server, and the same input gives the same bytes.
"""

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
    "put",
    "shown",
    "start_files",
    "stretch",
    "volume_files",
]
