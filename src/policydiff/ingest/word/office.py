"""Word's documents by what they are, whatever their ending: a .docx is read here, older ones by way of LibreOffice.

A file named .doc may hold a .docx, an RTF, plain text or a web page (sites that offer a Word file often send one), and
Word opens them all; so does this.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from policydiff.errors import ReadError, refusal
from policydiff.ingest import characters, encoding, text
from policydiff.ingest.content import Content
from policydiff.ingest.word import docx

PROGRAMS = ("soffice", "libreoffice")
LONGEST = 120  # seconds
_ZIP, _COMPOUND = b"PK", b"\xd0\xcf\x11\xe0"
_RICH, _XML = b"{\\rtf", "<?xml"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IN_ZIP = (".docx", ".docm")


def content(data: bytes, path: Path, *, original: bool = False) -> Content:
    """The text of a Word document of any age and what its format says of it."""
    if not data.strip():
        return Content(text="")
    if data.startswith(_ZIP) and path.suffix.lower() != ".odt":
        return docx.content(data, path, original=original)
    if data.startswith(_COMPOUND) and _ENCRYPTED in data:
        raise ReadError(
            en=f"{path}: the document is protected by a password. Save it without one and try again.",
            zh=f"{path}：文件有密码保护。请去掉密码另存后再试。",
        )
    if not data.startswith((_ZIP, _COMPOUND, _RICH)) and (read := _characters(data, path, original=original)):
        return read
    if path.suffix.lower() in _IN_ZIP and not data.startswith(_COMPOUND):
        raise ReadError(
            en=f"{path}: not a Word document, whatever its name says. Save it in Word as .docx and try again.",
            zh=f"{path}：扩展名是 Word 文件，内容却不是。请用 Word 另存为 .docx 后再试。",
        )
    return docx.content(_converted(data, path), path, original=original)


def _characters(data: bytes, path: Path, *, original: bool) -> Content | None:
    """The text of a web page or of plain text under the name of a Word document; None where it is neither."""
    try:
        decoded = encoding.decode(data, path).text
    except ReadError:
        return None
    named_in_vain = path.suffix.lower() in _IN_ZIP or decoded.lstrip().startswith(_XML)  # Word has a format of XML
    if named_in_vain and not characters.is_page(decoded):
        return None
    return characters.content(data, path, text.hints, original=original)


def _converted(data: bytes, path: Path) -> bytes:
    """The document as LibreOffice saves it as .docx, in a folder of its own and within bounded time."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise ReadError(
            en=f"{path}: older Word and WPS documents are read with LibreOffice, which is not installed here. "
            "Install it, or save the document as .docx and try again.",
            zh=f"{path}：读取旧版 Word 和 WPS 文件需要 LibreOffice，本机没有安装。请安装，或者另存为 .docx 后再试。",
        )
    with tempfile.TemporaryDirectory(prefix="policydiff-") as folder:
        copy, made = Path(folder) / f"in{path.suffix.lower()}", Path(folder) / "out" / "in.docx"
        copy.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML"),
            *("--outdir", str(made.parent), str(copy)),
        ]
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=LONGEST, check=False)
        except subprocess.TimeoutExpired:
            raise ReadError(
                en=f"{path}: LibreOffice did not finish reading it in {LONGEST} seconds. Save it as .docx and try "
                "again.",
                zh=f"{path}：LibreOffice 在 {LONGEST} 秒内没有读完。请另存为 .docx 后再试。",
            ) from None
        except OSError as error:
            why = refusal(error)
            raise ReadError(
                en=f"{path}: LibreOffice cannot be started ({why.en}). Save the document as .docx and try again.",
                zh=f"{path}：LibreOffice 无法启动（{why.zh}）。请另存为 .docx 后再试。",
            ) from None
        if not made.is_file():
            raise ReadError(
                en=f"{path}: LibreOffice cannot read it. Open it in Word, save it as .docx and try again.",
                zh=f"{path}：LibreOffice 不能读取。请用 Word 打开，另存为 .docx 后再试。",
            )
        return made.read_bytes()
