"""environment.yml, pyproject.toml and constraints.txt say the same thing. Needs no network."""

import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version
from rattler import MatchSpec

ROOT = Path(__file__).parents[2]
CONDA_NAMES = {"torch": "pytorch", "matplotlib": "matplotlib-base"}
CONDA_ONLY = {"python", "pip", "make"}

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text())


def required() -> dict[str, SpecifierSet]:
    """What pyproject.toml asks for, tests included."""
    lines = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"]
    return {canonicalize_name(r.name): r.specifier for r in map(Requirement, lines)}


def pinned() -> dict[str, Version]:
    """What constraints.txt pins."""
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, version in (line.split("==") for line in lines)}


def conda_lines() -> dict[str, str]:
    """The conda part of environment.yml, name to bounds."""
    lines = (line for line in ENVIRONMENT["dependencies"] if isinstance(line, str))
    return {name: bounds for name, _, bounds in (line.partition(" ") for line in lines)}


def pip_lines() -> list[str]:
    """The pip part of environment.yml."""
    return next(part["pip"] for part in ENVIRONMENT["dependencies"] if isinstance(part, dict))


def test_every_conda_line_is_a_match_spec():
    for name, bounds in conda_lines().items():
        assert str(MatchSpec(f"{name} {bounds}".strip())).startswith(name)


def test_environment_and_pyproject_ask_for_the_same():
    in_pip = {canonicalize_name(r.name): r.specifier for r in map(Requirement, pip_lines()[:-1])}
    in_conda = {canonicalize_name(n): SpecifierSet(b) for n, b in conda_lines().items() if n not in CONDA_ONLY}
    wanted = {n if n in in_pip else CONDA_NAMES.get(n, n): bounds for n, bounds in required().items()}
    assert wanted == in_pip | in_conda
    assert pip_lines()[-1] == "-e ."


def test_environment_and_pyproject_agree_on_python():
    assert SpecifierSet(conda_lines()["python"]) == SpecifierSet(PROJECT["requires-python"])


@pytest.mark.parametrize("name", sorted(required()))
def test_pin_satisfies_bounds(name):
    assert pinned()[name] in required()[name]


def test_every_conda_line_gives_its_reason():
    entries = [
        line for line in (ROOT / "environment.yml").read_text().splitlines() if line.startswith("  ") and "- " in line
    ]
    packages = [line for line in entries if "conda-forge" != line.strip("- ") and not line.strip().endswith(":")]
    assert [line for line in packages if "#" not in line and not line.strip().startswith("#")] == []
