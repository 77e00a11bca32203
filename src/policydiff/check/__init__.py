"""A rule beside what it implements, which is found in the library, and what of it is to be checked.

    rule ──superiors──▶ what it implements ──check──▶ Check: a comparison with each     superiors.py, check.py
                   └──▶ nothing was found: what may be meant, and how to say so         unfound.py

What a rule implements is what the user names, else what the library answers (library/superiors.py). Where that rests
on a title that is nearly right, the title in the text is a finding.
"""

from __future__ import annotations

from policydiff.check.check import Check, Item, check, items, naming, omissions
from policydiff.check.superiors import superiors

__all__ = ["Check", "Item", "check", "items", "naming", "omissions", "superiors"]
