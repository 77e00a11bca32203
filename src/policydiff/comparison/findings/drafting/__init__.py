"""Rules on the target's own drafting; the base only says what the target should agree with.

（一）…（三）…           a number that does not count on          numbering.py
间题                     a character that looks like another      look_alikes.py
本办法, in a 意见         what it calls itself, and bodies          names.py
本办法第九十条           what it cites and is not there           citations.py
…的，处五百元罚款        a sanction whose duty is gone            sanctions.py

quoted   what is quoted of a place                quoted.py
rules    which rules there are                    rules.py
"""

from __future__ import annotations

from policydiff.comparison.findings.drafting.rules import findings

__all__ = ["findings"]
