"""The package as a stranger installs it: no checkout, no editable install, nothing but the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = {".py", ".pyc"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(run, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    [path] = folder.glob("*.whl")
    return path


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    package = ROOT / "src" / "policydiff"
    files = {f"policydiff/{p.relative_to(package).as_posix()}" for p in package.rglob("*") if p.is_file()}
    held = set(zipfile.ZipFile(wheel).namelist())
    assert {name for name in files if "__pycache__" not in name} <= held
    assert any(Path(name).suffix not in CODE for name in files)


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"policydiff"}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel alone is installed to; its dependencies are those of this environment."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(folder), str(wheel)], check=True, timeout=120)
    return folder


def test_the_installed_package_compares_two_files_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("第一条 胡须应当整洁。\n第二条 每月修剪一次。\n", encoding="utf-8")
    (tmp_path / "b").write_text("第一条 胡须可以整洁。\n第二条 每月修剪一次。\n", encoding="utf-8")
    for arguments, expected in (
        (["a", "b"], "[-应当-]{+可以+}"),
        (["a", "b", "--format", "json"], '"policydiff.comparison/1"'),
        (["a", "b", "--format", "html"], "<!doctype html>"),
    ):
        done = policydiff(installed, tmp_path, "compare", *arguments)
        assert done.returncode == 0, done.stderr
        assert expected in done.stdout.replace("DOCTYPE", "doctype")


def test_the_installed_package_builds_and_searches_the_bundled_library(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    done = policydiff(installed, tmp_path, "build")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert "«通报»" in policydiff(installed, tmp_path, "search", "通报").stdout


def policydiff(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed package's command, away from the checkout."""
    code = f"import policydiff, sys; assert policydiff.__file__.startswith({str(installed)!r}), policydiff.__file__;"
    return subprocess.run(
        [sys.executable, "-c", code + "from policydiff.cli import main; main()", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(installed)},
        timeout=120,
    )
