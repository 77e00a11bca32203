"""The reading room: plain static pages that open from a folder by double click.

Nothing is fetched from elsewhere, nothing needs a server, and the same input gives the same bytes.
"""

from policydiff.site.render import comparison_page
from policydiff.site.write import Part, files, is_page, parts, put, search_files, stretch, write_site

__all__ = ["Part", "comparison_page", "files", "is_page", "parts", "put", "search_files", "stretch", "write_site"]
