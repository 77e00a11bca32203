"""Rebuild the table of traditional characters and their simplified forms: `python -m training.traditional`.

Needs OpenCC (`pip install opencc`; its character data is under the Apache License 2.0). Only characters that stand
for themselves alone are taken: the table is applied character by character, so that a text keeps its length.
"""

from __future__ import annotations

from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "src/policydiff/traditional.txt"
_FIRST, _LAST = 0x4E00, 0x9FFF


def main() -> None:
    """Write one pair a line, the traditional character first."""
    from opencc import OpenCC

    simplify = OpenCC("t2s").convert
    pairs = [(chr(code), simplify(chr(code))) for code in range(_FIRST, _LAST + 1)]
    lines = [old + new for old, new in pairs if old != new and len(new) == 1]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} characters in {TABLE}")


if __name__ == "__main__":
    main()
