"""What holds for the project as a whole: its locks, its docs, its commands."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType

import pytest
from tests.cli.calls import call

from policydiff.cli import main

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")


def loaded(path: Path) -> ModuleType:
    """A script of the project as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def locked(name: str) -> dict[str, str]:
    """The distributions that a lock file names, each with its text."""
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", (ROOT / name).read_text(encoding="utf-8"))
    return {entry.split("==")[0].lower(): entry for entry in entries if "==" in entry}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_distribution_with_hashes_and_names_no_address(name: str) -> None:
    entries = locked(name)
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries.values())
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_the_lock_holds_every_dependency_and_the_dev_lock_the_same_versions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    wanted = [re.split(r"[<>=]", line)[0].lower() for line in project["project"]["dependencies"]]
    assert set(wanted) <= set(run)
    assert {name: pin(run[name]) for name in run} == {name: pin(dev[name]) for name in run}
    assert {re.split(r"[<>=]", line)[0] for line in project["dependency-groups"]["dev"]} <= set(dev)


def pin(entry: str) -> str:
    return entry.split()[0]


def test_the_reference_is_what_the_help_texts_say() -> None:
    generate = loaded(ROOT / "docs/reference/generate.py")
    for ui, page in generate.PAGES.items():
        assert page.read_text(encoding="utf-8") == generate.page(ui), "run: python3 tasks.py docs"


@pytest.mark.browser
def test_the_pictures_of_the_site_can_be_taken_of_the_site_as_it_is(
    chromium: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    assert call("--library", str(tmp_path), "build").exit_code == 0
    generate = loaded(ROOT / "docs/images/generate.py")
    monkeypatch.setattr(generate, "SITE", tmp_path / "site")
    monkeypatch.setattr(generate, "HERE", tmp_path)
    with ThreadPoolExecutor(1) as apart:  # from the browser that other tests have open in this thread
        assert apart.submit(generate.main).result() == 0
    assert all((tmp_path / name).stat().st_size > 10_000 for name in generate.PICTURES)


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]), ids=lambda p: p.name)
def test_every_link_in_the_docs_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/**/*.zh.md")), ids=lambda p: p.name)
def test_a_page_in_chinese_and_its_english_one_lead_to_each_other(page: Path) -> None:
    english = page.with_name(page.name.replace(".zh.md", ".md"))
    assert f"[English]({english.name})" in page.read_text(encoding="utf-8")
    assert f"[中文]({page.name})" in english.read_text(encoding="utf-8")


def test_every_command_stands_in_the_docs_of_the_first_comparison_or_the_readme() -> None:
    said = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8") + (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"policydiff {name}" not in said] == []


DRAWN = sorted({*ROOT.glob("src/policydiff/*/**/__init__.py")} - {ROOT / "src/policydiff/cli/commands/__init__.py"})


@pytest.mark.parametrize("folder", DRAWN, ids=lambda path: path.parent.name)
def test_the_docstring_of_a_folder_draws_the_modules_that_are_there(folder: Path) -> None:
    drawn = ast.get_docstring(ast.parse(folder.read_text(encoding="utf-8"))) or ""
    there = {path.name for path in folder.parent.glob("*.py")} - {"__init__.py"}
    there |= {f"{path.parent.name}/" for path in folder.parent.glob("*/__init__.py")}
    begins = set(re.findall(r"^ {4}([a-z_]+)\b", drawn, re.MULTILINE))  # a module each: its name begins the line
    assert {name for name in there if name not in drawn and name.removesuffix(".py") not in begins} == set()
    named = set(re.findall(r"\b[a-z_]+\.py\b", drawn))
    assert {name for name in named if not [*folder.parent.rglob(name)]} == set()


def test_every_floor_of_the_contract_stands_in_the_drawing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    drawing = (ROOT / "docs/explanation/architecture.md").read_text(encoding="utf-8")
    floors = [floor for layer in layers for floor in layer.split(" | ")]
    assert [floor for floor in floors if not re.search(rf"│ {floor} ", drawing)] == []


def drawn() -> dict[Path, str]:
    """The folders of the package whose docstrings name their modules, each with that docstring."""
    faces = {path.parent: path.read_text(encoding="utf-8") for path in (ROOT / "src/policydiff").rglob("__init__.py")}
    found = {folder: ast.get_docstring(ast.parse(text)) or "" for folder, text in faces.items()}
    return {folder: said for folder, said in found.items() if re.search(r"\w\.py\b", said)}


@pytest.mark.parametrize("folder", drawn(), ids=lambda folder: folder.name)
def test_every_module_of_a_folder_stands_in_its_drawing(folder: Path) -> None:
    named = set(re.findall(r"(\w+)(?:\.py|/)", drawn()[folder]))
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} - named == set()


STARTED = [
    path
    for folder in ("bench", "training", "tests/quality")
    for path in sorted((ROOT / folder).glob("*.py"))
    if 'if __name__ == "__main__":' in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", STARTED, ids=lambda path: path.stem)
def test_a_script_says_how_it_is_started(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    assert f"python -m {name}" in path.read_text(encoding="utf-8")


def test_the_readmes_commands_are_jobs_and_make_knows_them_too() -> None:
    readme, makefile = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "Makefile"))
    jobs = loaded(ROOT / "tasks.py").JOBS
    for job in re.findall(r"python3 tasks\.py (\w+)", readme):
        assert job in jobs
        assert job in makefile
    assert "python3 tasks.py test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_the_readme_compares_files_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    compared = re.findall(r"^\$ policydiff .*\bcompare (\S+) (\S+)", readme, re.MULTILINE)
    assert compared
    assert [name for names in compared for name in names if not (ROOT / name).is_file()] == []


def test_make_knows_every_job() -> None:
    [targets] = re.findall(r"(?m)^([a-z ]+):$", (ROOT / "Makefile").read_text(encoding="utf-8"))
    [phony] = re.findall(r"(?m)^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert targets.split() == phony.split() == list(loaded(ROOT / "tasks.py").JOBS)


def test_every_python_file_is_under_the_type_check() -> None:
    files = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["files"]
    made = {"build", "dist", "indexes", "site"}
    folders = [path for path in ROOT.iterdir() if path.is_dir() and path.name not in made and path.name[0] != "."]
    assert {path.name for path in folders if any(path.rglob("*.py"))} | {"tasks.py"} == set(files)


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The jobs, of a checkout elsewhere with an environment that is there."""
    module = loaded(ROOT / "tasks.py")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path)
    monkeypatch.setattr(module, "make_environment", lambda: None)
    return module


def test_whom_the_network_fails_is_told_so_in_chinese_too(tasks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "exit_code", lambda *_: 1)
    with pytest.raises(tasks.TaskError, match=r"请检查网络后重新运行。\n.*check the network"):
        tasks.site()


@pytest.mark.parametrize("code", [0, 2])
def test_the_site_is_named_in_both_languages_also_where_something_was_left_out(
    tasks: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    monkeypatch.setattr(tasks, "install", lambda _: None)
    monkeypatch.setattr(tasks, "exit_code", lambda *_: code)
    with pytest.raises(tasks.TaskError, match="站点没有生成"):
        tasks.site()
    start = tasks.ROOT / "site/index.html"
    start.parent.mkdir()
    start.touch()
    with pytest.raises(tasks.TaskError, match="有内容未能生成") if code else nullcontext():
        tasks.site()
    assert capsys.readouterr().out == f"用浏览器打开这个文件 Open this file in a browser: {start.as_uri()}\n"


def test_an_unknown_job_shows_the_jobs_there_are() -> None:
    done = subprocess.run([sys.executable, ROOT / "tasks.py", "dance"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "tasks.py site" in done.stderr
    assert "用浏览器打开" in done.stderr
