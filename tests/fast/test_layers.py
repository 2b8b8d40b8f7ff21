"""Data goes one way through the house: no module imports from a later row."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = (
    "checks",
    "files",
    "images",
    "show",
    "pictures",
    "text",
    "networks",
    "sampling",
    "models",
    "probes",
    "training",
    "page",
    "sweep",
    "widgets",
    "draw",
    "lab",
)
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("helpers/*/**/*.py"))
MODULES += sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("helpers/*.py") if path.stem != "__init__")
NOTEBOOKS = {path.parent for path in ROOT.glob("helpers/**/*.ipynb")}


def imported(source: str) -> list[str]:
    """The dotted names that a module imports, wherever in it, and those that it names in a string for `importlib`."""
    names = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("helpers."):
            names.append(node.value)
    return names


def rows(source: str) -> set[str]:
    """The rows that a module imports from."""
    names = [name.split(".") for name in imported(source)]
    return {name[1] for name in names if name[0] == "helpers" and len(name) > 1} & {*ROWS}


@pytest.mark.parametrize("path", MODULES)
def test_no_module_imports_from_a_later_row(path):
    row = Path(path).parts[1].removesuffix(".py")
    assert row in ROWS, f"{path} stands in no row"
    assert not {found for found in rows((ROOT / path).read_text()) if ROWS.index(found) > ROWS.index(row)}


@pytest.mark.parametrize("row, foreign", [("pictures", "torch"), ("files", "numpy"), ("probes", "ipywidgets")])
def test_a_row_does_not_know_what_belongs_to_later_ones(row, foreign):
    for path in MODULES:
        if Path(path).parts[1].removesuffix(".py") == row:
            assert foreign not in {name.split(".")[0] for name in imported((ROOT / path).read_text())}, path


def test_an_import_is_seen_wherever_it_stands():
    source = (
        "def f():\n    from helpers import zoo, draw\n    import helpers.widgets.board\n    g('helpers.models.x')\n"
    )
    assert rows(source) == {"draw", "widgets", "models"}
    assert rows("from helpers.probes import probe\nimport torch\n") == {"probes"}


@pytest.mark.parametrize("folder", sorted(NOTEBOOKS), ids=lambda folder: folder.name)
def test_no_module_beside_a_notebook_hides_one_of_pythons_own(folder):
    """A notebook's folder comes first where its kernel looks for modules."""
    assert not {path.stem for path in folder.glob("*.py")} & sys.stdlib_module_names
