"""A longer look for input that breaks the readers or the parser, led by what code each input reaches.

    make fuzz                                      five minutes
    python tests/fuzz/fuzz.py -max_total_time=60   what follows goes to libFuzzer

A file is read by every reader in this process, and what is read is parsed. What breaks a promise ends the run and is
written to tests/fuzz/found; tests/fuzz/test_found.py reads what lies there in every run of the tests.
"""

from __future__ import annotations

import importlib
import sys
from itertools import pairwise
from pathlib import Path

FOUND = Path(__file__).resolve().parent / "found"
# Small beginnings, one for each format, so that the first minutes are not spent on finding out what a page is.
SEEDS = (
    "胡须管理办法\n第一条 胡须应当整洁。\n（一）每月修剪；\n第二条 违反本办法的，处以警告。\n",
    "# Beards Act\n\nArticle 1 A beard shall be tidy:\n(a) **daily**; <!-- note -->\n1. [`so`](x)\n",
    "<!doctype html><meta charset=gb2312><table><tr><td>第一条<br>胡须<ol><li>一<del>二</del></table>",
)
ENDINGS = (".txt", ".md", ".html", ".docx", ".doc")


def check(data: bytes) -> None:
    """The file is read or refused in one line in both languages, whatever its ending, and loses no character."""
    from policydiff.errors import PolicydiffError
    from policydiff.ingest import office
    from policydiff.ingest.file import FORMATS
    from policydiff.model import Source
    from policydiff.parsing import parse

    setattr(office, "PROGRAMS", ())  # noqa: B010 - LibreOffice is not what is looked at
    for ending in ENDINGS:
        try:
            content = FORMATS[ending](data, Path(f"a{ending}"), original=False)
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
        import policydiff.parsing  # noqa: F401
    FOUND.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="policydiff-fuzz-") as folder:
        for at, seed in enumerate(SEEDS):
            (Path(folder) / f"seed-{at}").write_text(seed, encoding="utf-8")
        bounds = ["-max_total_time=300", "-max_len=2048", "-len_control=0", "-timeout=20", "-rss_limit_mb=2048"]
        atheris.Setup([sys.argv[0], *bounds, f"-artifact_prefix={FOUND}/", *sys.argv[1:], folder], check)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
