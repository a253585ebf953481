"""The house rules that no linter knows: sizes, names, public surfaces, silent places."""

import ast
import importlib
import inspect
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import ontology.errors
from ontology.errors import NachbarwissenError

ROOT = Path(__file__).parents[1]
PACKAGES = ("api", "corpus", "graph", "ingest", "ontology", "search")
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base"}
MAX_MODULE_LINES = 300
MAX_FUNCTION_LINES = 40
# Places a checkout must not name: a developer's folders, and the hosts packages come from.
FOREIGN_PLACES = re.compile(
    r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/|files\.pythonhosted|pypi\.org/simple|registry\.npm"
)


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def tracked_files() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 — git of the developer's own path
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.split("\0") if name]


def test_no_module_grows_past_its_limit() -> None:
    sizes = {str(p.relative_to(ROOT)): len(p.read_text("utf-8").splitlines()) for p in modules()}
    assert {name: size for name, size in sizes.items() if size > MAX_MODULE_LINES} == {}


def test_no_function_grows_past_its_limit() -> None:
    long = {
        f"{path.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in modules()
        for node in functions(path)
        if node.end_lineno and node.end_lineno - node.lineno + 1 > MAX_FUNCTION_LINES
    }
    assert long == {}


def test_modules_are_named_after_things() -> None:
    assert [str(p) for p in modules() if p.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_all_names_what_is_public(path: Path) -> None:
    if path.name in {"__init__.py", "__main__.py"}:
        pytest.skip("a package's front page has no names of its own")
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    declared = list(module.__all__)  # ruff keeps it sorted
    own = {
        name
        for name, thing in vars(module).items()
        if not name.startswith("_")
        and (inspect.isclass(thing) or inspect.isfunction(thing))
        and thing.__module__ == module.__name__
    }
    assert own <= set(declared), f"public but not in __all__: {sorted(own - set(declared))}"


def test_packages_re_export_and_do_nothing_else() -> None:
    busy = []
    for package in PACKAGES:
        tree = ast.parse((ROOT / package / "__init__.py").read_text("utf-8"))
        allowed = (ast.Expr, ast.ImportFrom, ast.Assign)
        busy += [package for node in tree.body if not isinstance(node, allowed)]
    assert busy == []


def test_the_error_tree_is_drawn_in_full() -> None:
    drawn = set(re.findall(r"\w+Error\b", ontology.errors.__doc__ or ""))
    raised = {
        name
        for name, thing in vars(ontology.errors).items()
        if inspect.isclass(thing) and issubclass(thing, NachbarwissenError)
    }
    assert drawn == raised == set(ontology.errors.__all__)


def test_only_settings_reads_the_environment() -> None:
    readers = [
        str(path.relative_to(ROOT))
        for path in modules()
        if re.search(r"os\.environ|getenv", path.read_text("utf-8"))
    ]
    assert readers in ([], ["api/settings.py"])


def test_no_file_names_a_place_outside_the_project() -> None:
    named = {}
    for path in tracked_files():
        if path == Path(__file__) or path.suffix in {".pdf", ".docx", ".png", ".bin", ".woff2"}:
            continue
        found = (
            FOREIGN_PLACES.search(path.read_text("utf-8", errors="ignore"))
            if path.exists()
            else None
        )
        if found:
            named[str(path.relative_to(ROOT))] = found.group()
    assert named == {}


def test_the_changelog_opens_with_what_is_coming_and_knows_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = re.findall(
        r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert headings[0] == "Unreleased"
    assert version in headings


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    pins = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {re.split(r"==", pin)[0].casefold().replace("_", "-") for pin in pins if "==" in pin}
    names = {re.split(r"[<>=\[]", name)[0].casefold() for name in wanted}
    assert names - pinned == set()


def test_every_decision_tells_its_story() -> None:
    for path in sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")):
        text = path.read_text("utf-8")
        for part in ("## Status", "## Context", "## Decision", "## Consequences"):
            assert part in text, f"{path.name} lacks '{part}'"
