"""Takes the docs' pictures of a comparison table and a review memo in Word, a page of each: `python3 tasks.py picture`.

LibreOffice sets the page and poppler draws it. Where a font of the table is missing another one stands for it, as it
would in Word.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DATE = "2026-01-05"
# A picture, the page that it is of, and the command whose Word file it shows.
PICTURES: tuple[tuple[Path, int, tuple[str, ...]], ...] = (
    (HERE / "word-table.png", 1, ("compare", "central-2017", "subdistrict")),
    (HERE / "review-memo.png", 1, ("report", "subdistrict")),
)
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<alias binding="same"><family>仿宋</family><prefer><family>FangSong</family><family>Noto Serif CJK SC</family></prefer>
</alias>
<alias binding="same"><family>黑体</family><prefer><family>SimHei</family><family>Noto Sans CJK SC</family></prefer>
</alias>
</fontconfig>"""


def main() -> int:
    """Write the pictures; the exit code tells whether there was a program to set and to draw it."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        print("no LibreOffice here (Debian: apt install libreoffice-writer poppler-utils)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fonts.conf").write_text(FONTS, encoding="utf-8")
        for picture, page, command in PICTURES:
            picture.write_bytes(_picture(folder, page, command))
    return 0


def _picture(folder: Path, page: int, command: tuple[str, ...]) -> bytes:
    """A page of the Word file that a command writes."""
    made = folder / "made.docx"
    policydiff = (sys.executable, "-m", "policydiff", "--library", ROOT, "--ui", "zh")
    _run(folder, *policydiff, *command, "--date", DATE, "-o", made)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run(folder, "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, made)
    options = ("-gray", "-singlefile", "-f", str(page), "-r", "96")
    _run(folder, "pdftoppm", *options, folder / "made.pdf", folder / "page")
    return _png((folder / "page.pgm").read_bytes())


def _run(folder: Path, *command: str | Path) -> None:
    environment = os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, env=environment)


def _png(greymap: bytes) -> bytes:
    """A page in 16 greys, a quarter of what poppler itself would write."""
    _, size, _, grey = greymap.split(b"\n", 3)
    wide, high = map(int, size.split())
    lines = (grey[at : at + wide] + b"\xff" * (wide % 2) for at in range(0, wide * high, wide))
    rows = (bytes(a & 0xF0 | b >> 4 for a, b in zip(line[::2], line[1::2], strict=True)) for line in lines)
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", wide, high, 4, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)),
        (b"IEND", b""),
    )
    chunks = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


if __name__ == "__main__":
    sys.exit(main())
