#!/usr/bin/env python3
"""Every job of this checkout, for a machine with Python 3.11 or newer and nothing else.

    python3 tasks.py site     install what is needed, build the bundled library, say which file to open
    python3 tasks.py test     install what is needed, run every check that CI runs
    python3 tasks.py setup    install what is needed for working on the project
    python3 tasks.py docs     write the parts of docs/ that are made from the program itself
    python3 tasks.py bench    what is promised, measured on real laws: a minute's sample; with --full on all of them
    python3 tasks.py fuzz     look for input that breaks the readers, five minutes; needs atheris
    python3 tasks.py picture  take the docs' pictures of the site and of the Word files
    python3 tasks.py lock     write the lock files anew

What is installed goes to `.venv` in this folder, in the versions and with the hashes of the lock files.

只想看对照站点的：运行 python3 tasks.py site。它安装所需组件（只需一次，须联网），生成站点，最后显示用浏览器打开
哪个文件。
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

BUILD_LOCK = ROOT / "requirements-build.lock"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
UV = "uv==0.13.9"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class TaskError(Exception):
    """A job that could not be done; the message is for the user, in English and in Chinese where a user without
    programming may meet it."""


def say(message: str) -> None:
    """Talk to the user, on stderr; results go to stdout."""
    print(message, file=sys.stderr, flush=True)


def run(*command: str | Path) -> None:
    """Run a command in the checkout; a failure ends the job."""
    if code := exit_code(*command):
        raise TaskError(f"failed with exit code {code}: {' '.join(str(part) for part in command)}")


def exit_code(*command: str | Path) -> int:
    """Run a command in the checkout; its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT).returncode


# ----------------------------------------------------------------------------------------- installing


def make_environment() -> None:
    """`.venv` exists afterwards and its Python runs; a broken one is made anew."""
    if PYTHON.exists() and subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode == 0:
        return
    say("正在建立运行环境… Making .venv …")
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        raise TaskError(
            "无法建立运行环境（Debian、Ubuntu：apt install python3-venv）。\n"
            f"Python at {sys.executable} could not make a virtual environment. "
            f"On Debian and Ubuntu: apt install python3-venv. It said:\n{said}"
        )


def fingerprint(lock: Path) -> str:
    """Changes whenever what has to be installed changes."""
    parts = (BUILD_LOCK, lock, ROOT / "pyproject.toml")
    return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()


def install(lock: Path) -> None:
    """What the lock names is in `.venv`, hash by hash, and the package itself as an editable install.

    Build tools come first, locked too, because one dependency is published as source only: with them in
    place nothing is fetched that no lock file names.
    """
    make_environment()
    stamp = VENV / f"installed-{lock.stem}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == fingerprint(lock):
        return
    say(f"正在安装所需组件（只需一次，约一两分钟）… Installing what {lock.name} names (once; a minute or two) …")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    try:
        run(*pip, "--require-hashes", "-r", BUILD_LOCK)
        run(*pip, "--require-hashes", "--no-build-isolation", "--use-pep517", "-r", lock)
        run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    except TaskError as error:
        raise TaskError(
            "所需组件没有装上，原因见上。请检查网络后重新运行。\n"
            f"What is needed could not be installed; check the network and run this again. It {error}"
        ) from error
    stamp.write_text(fingerprint(lock), encoding="utf-8")


def find_browser() -> str | None:
    """The path of an installed Chromium or Chrome."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def install_browser() -> None:
    """A browser for the site's tests, where this user may install one; otherwise say what is left out."""
    if find_browser():
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Installing Debian's chromium for the browser tests …")
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", "chromium"]):
            subprocess.run(["apt-get", *arguments], env=environment, capture_output=True)
    if not find_browser():
        say("NOTE: no Chromium here and none could be installed: the browser tests will be SKIPPED.")
        say("      To run them, install one (Debian: apt install chromium) and start again.")


# ------------------------------------------------------------------------------------------- the jobs


def site() -> None:
    """Build the bundled library and say which file to open."""
    install(RUN_LOCK)
    code = exit_code(PYTHON, "-m", "policydiff", "--library", ROOT, "build")
    start = ROOT / "site" / "index.html"
    if not start.is_file():
        raise TaskError("站点没有生成，原因见上。 The site was not built; why is said above.")
    print(f"用浏览器打开这个文件 Open this file in a browser: {start.as_uri()}", flush=True)
    if code:
        raise TaskError("有内容未能生成，见上。 Not everything could be built: see above.")


def test() -> None:
    """Run every check that CI runs; all of them, even when an early one fails."""
    install(DEV_LOCK)
    install_browser()
    checks: tuple[tuple[str, tuple[str | Path, ...]], ...] = (
        ("style (ruff)", (PYTHON, "-m", "ruff", "check", ".")),
        ("layout (ruff)", (PYTHON, "-m", "ruff", "format", "--check", ".")),
        ("types (mypy --strict)", (PYTHON, "-m", "mypy")),
        ("floors (import-linter)", (BIN / "lint-imports", "--no-logo")),
        ("tests (pytest)", (PYTHON, "-m", "pytest", *sys.argv[2:])),
    )
    failed = []
    for name, command in checks:
        say(f"\n── {name}")
        try:
            run(*command)
        except TaskError:
            failed.append(name)
    if failed:
        raise TaskError(f"failed: {', '.join(failed)}")


def setup() -> None:
    """Install what working on the project needs."""
    install(DEV_LOCK)
    say(f"Ready: {BIN / 'policydiff'}")


def docs() -> None:
    """Write the parts of docs/ that are made from the program itself."""
    install(DEV_LOCK)
    run(PYTHON, ROOT / "docs" / "reference" / "generate.py")


def picture() -> None:
    """Take the pictures in the docs anew; it needs a browser, LibreOffice, poppler and fonts for Chinese."""
    install(DEV_LOCK)
    install_browser()
    run(PYTHON, "-m", "policydiff", "--library", ROOT, "build")
    run(PYTHON, ROOT / "docs" / "images" / "generate.py")
    run(PYTHON, ROOT / "docs" / "images" / "generate_word.py")


def fuzz() -> None:
    """Look for input that breaks the readers or the parser; what is found lies in tests/fuzz/found."""
    install(DEV_LOCK)
    run(PYTHON, ROOT / "tests" / "fuzz" / "fuzz.py", *sys.argv[2:])


# Each benchmark, with what bounds it to its part of a minute, and with what it takes for the full library.
BENCHES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("bench.noise", ("--seconds", "6"), ()),
    ("bench.seeded_edits", ("--seconds", "6"), ()),
    ("bench.tracing", ("--seconds", "25"), ()),  # among fewer laws a plain look through all of them is quick, too
    ("bench.search", ("--provisions", "3000", "--questions", "100"), ("--provisions", "150000", "--plain")),
    ("bench.build", ("--documents", "24"), ()),
    ("bench.site", ("--pages", "--documents", "24"), ("--pages",)),
    ("bench.pair", ("--runs", "3"), ()),
)


def bench() -> None:
    """Measure on real laws what is promised: a minute's sample, or --full. What else is given goes to each benchmark,
    such as --laws FOLDER."""
    install(DEV_LOCK)
    options = [option for option in sys.argv[2:] if option != "--full"]
    is_full = len(options) < len(sys.argv[2:])
    failed = []
    for name, sample, full in BENCHES:
        say(f"\n── {name}{'' if is_full else ' (a sample)'}")
        try:
            run(PYTHON, "-m", name, *(full if is_full else sample), *options)
        except TaskError:
            failed.append(name)
    if failed:
        raise TaskError(f"did not pass: {', '.join(failed)}")


def lock() -> None:
    """Write the lock files anew: the newest versions that pyproject.toml allows, for every platform."""
    make_environment()
    run(PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", UV)
    compile_ = (PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--upgrade")
    tidy = ("--python-version", "3.11", "--no-header", "--no-emit-index-url", "pyproject.toml")
    extras = ("--all-extras",)
    run(*compile_, *tidy, *extras, "--output-file", RUN_LOCK)
    run(*compile_, *tidy, *extras, "--group", "dev", "--constraint", RUN_LOCK, "--output-file", DEV_LOCK)
    run(*compile_, *tidy[:-1], "--group", "pyproject.toml:build", "--output-file", BUILD_LOCK)


JOBS: dict[str, Callable[[], None]] = {
    job.__name__: job for job in (site, test, setup, docs, bench, fuzz, picture, lock)
}


def main() -> int:
    """Do the job named on the command line; the exit code tells whether it was done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console may lack Chinese characters, which is no reason to fail
            stream.reconfigure(errors="backslashreplace")
    if sys.version_info < (3, 11):
        found = f"{sys.version.split()[0]} ({sys.executable})"
        say(f"需要 Python 3.11 或者更新的版本，现为 {found}。 Python 3.11 or newer is needed; this is {found}.")
        return 2
    if len(sys.argv) < 2 or sys.argv[1] not in JOBS:
        say(__doc__ or "")
        return 0 if sys.argv[1:] in (["-h"], ["--help"]) else 2
    try:
        JOBS[sys.argv[1]]()
    except TaskError as error:
        say(f"tasks.py {sys.argv[1]}: {error}")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
