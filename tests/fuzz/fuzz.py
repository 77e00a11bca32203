"""A longer look for input that breaks the readers or the parser, led by what code each input reaches.

    make fuzz                                      five minutes
    python tests/fuzz/fuzz.py -max_total_time=60   what follows goes to libFuzzer

A file is read by every reader in this process, and what is read is parsed. What reads as the XML of a Word document is
put into a package too: hardly a change of a zip archive is still one. What breaks a promise ends the run and is written
to tests/fuzz/found; tests/fuzz/test_found.py reads what lies there in every run of the tests.
"""

from __future__ import annotations

import importlib
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
FOUND = Path(__file__).resolve().parent / "found"
LONGEST = 4096  # bytes
ENDINGS = (".txt", ".md", ".html", ".mht", ".docx", ".doc", ".pdf")


def check(data: bytes) -> None:
    """The file is read or refused in one line in both languages, whatever its ending, and loses no character."""
    from tests.fuzz.seeds import as_file

    from policydiff.errors import PolicydiffError
    from policydiff.ingest.file import FORMATS
    from policydiff.ingest.word import office
    from policydiff.model import Source
    from policydiff.parsing import parse

    setattr(office, "PROGRAMS", ())  # noqa: B010 - LibreOffice is not what is looked at
    for ending in ENDINGS:
        if ending == ".pdf" and not data.startswith(b"%PDF-"):
            continue  # PDFium says so, and takes its time
        try:
            content = FORMATS[ending](as_file(ending, data), Path(f"a{ending}"), original=False)
            if content.text.strip():
                source = Source(text=content.text, origin="a", sha256="", language="zh", hints=content.hints)
                document = parse(source)
                seen = [span for one in document.walk() for span in (*one.spans, *one.marks)]
                seen += [piece.span for piece in document.residue]
                in_order = sorted((span.start, span.end) for span in seen)
                for (_, end), (start, _) in pairwise(in_order):
                    assert end <= start, f"read twice: {content.text[start:end]!r}"
                kept = set().union(*(range(*pair) for pair in in_order)) if in_order else set()
                lost = [char for at, char in enumerate(content.text) if at not in kept and _shows(char)]
                assert not lost, f"lost: {lost[:20]}"
        except PolicydiffError as refused:
            if "\n" in str(refused) + refused.told("zh"):
                raise AssertionError(f"more than one line: {refused!r}") from refused


def _read_here(data: bytes) -> dict[str, Any]:
    """What the program says that reads a PDF in a process of its own, from this one, in which it takes no start."""
    from policydiff.ingest import pdf_fragments

    try:
        return pdf_fragments._read(data)
    except Exception:  # noqa: BLE001  there the process ends and the file is refused
        return {"error": "broken"}


def _shows(char: str) -> bool:
    return char.isprintable() and not char.isspace()


def main() -> int:
    """Fuzz until libFuzzer ends; 2 where atheris is not installed."""
    try:
        atheris = importlib.import_module("atheris")  # by name: no lock file names it, so types do not know it
    except ImportError:
        print(
            "make fuzz: atheris is not installed, and nothing was fuzzed. It runs on Linux: pip install atheris",
            file=sys.stderr,
        )
        return 2
    import tempfile

    with atheris.instrument_imports(include=["policydiff"]):
        import policydiff.ingest.file
        import policydiff.ingest.pdf
        import policydiff.parsing
    from tests.fuzz.seeds import FILES, SEEDS  # after those, for it imports them too

    setattr(policydiff.ingest.pdf, "_said", _read_here)  # noqa: B010 - the one thing that is not as ever
    FOUND.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="policydiff-fuzz-") as folder:
        for at, seed in enumerate((*(seed.encode() for seed in SEEDS), *FILES)):
            (Path(folder) / f"seed-{at}").write_bytes(seed)
        bounds = ["-max_total_time=300", f"-max_len={LONGEST}", "-len_control=0", "-timeout=20", "-rss_limit_mb=2048"]
        atheris.Setup([sys.argv[0], *bounds, f"-artifact_prefix={FOUND}/", *sys.argv[1:], folder], check)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
