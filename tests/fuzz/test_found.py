"""What the fuzzer found once stays mended, and what it starts from is right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz import fuzz, seeds

from policydiff.ingest import read

FILES = sorted(path for path in fuzz.FOUND.iterdir() if path.is_file()) if fuzz.FOUND.is_dir() else []


@pytest.mark.parametrize("seed", seeds.SEEDS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_what_the_fuzzer_starts_from_is_read(seed: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.ingest.word.office.PROGRAMS", ())
    fuzz.check(seed.encode(encoding))


@pytest.mark.parametrize("seed", seeds.FILES, ids=["a Word document", "the XML of one", "a web archive", "a PDF"])
def test_the_files_that_the_fuzzer_starts_from_are_read(
    seed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("policydiff.ingest.word.office.PROGRAMS", ())
    fuzz.check(seed)
    ending = ".pdf" if seed.startswith(b"%PDF-") else ".docx"
    if ending == ".pdf":
        pytest.importorskip("pypdfium2")
    path = tmp_path / f"a{ending}"
    path.write_bytes(seeds.as_file(ending, seed))
    assert "第一条" in read(path).text
    assert len(seed) < fuzz.LONGEST


@pytest.mark.skipif(not FILES, reason="the fuzzer has found nothing so far")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.ingest.word.office.PROGRAMS", ())
    fuzz.check(path.read_bytes())


def test_without_atheris_it_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "atheris.py").write_text("raise ImportError", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, fuzz.__file__], env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        "make fuzz: atheris is not installed, and nothing was fuzzed. It runs on Linux: pip install atheris\n"
    )
