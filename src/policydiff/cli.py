"""The command line: it alone prints, exits and catches."""

from __future__ import annotations

import click


@click.group()
def main() -> None:
    """Compare local implementation rules with the central measures they implement."""
