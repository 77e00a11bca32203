"""Options that several commands have, and the form of a help text."""

from __future__ import annotations

import click

LANGUAGES = ("zh", "en")
KINDS = ("central", "local", "translation", "commentary")
ORIGINAL_HELP = "Read a Word document as it was before its tracked changes"

half_to_read = click.option("--lang", type=click.Choice(LANGUAGES), help="The half to read of a file in two languages.")
text_or_json = click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def example(*lines: str) -> str:
    """The end of a help text: what one would really type."""
    return "\n".join(["\b", "Example:" if len(lines) == 1 else "Examples:", *(f"  {line}" for line in lines)])
