"""What `pip install .` brings: all of the package and the shipped checkpoints; what it writes goes elsewhere."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("checkpoints/README.md", "checkpoints/micro", "checkpoints/nano")
ASKED = """
import helpers
from helpers import load, files
from helpers.models.checkpoints import available
from helpers.probes import cache
print(helpers.__file__, available(), files.EXPORTS, cache.FOLDER, load(device="cpu").name, sep="\\n")
"""


def files_of(folder):
    """Names of all files below a folder, but for what Python writes."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name for name in found if "__pycache__" not in name and ".dist-info/" not in name}


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with what a wheel of this checkout holds, built without network from a copy."""
    copy, site = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("site")
    for name in ("helpers", *SHIPPED, "pyproject.toml", "README.md", "LICENSE"):
        (copy / name).parent.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    (copy / "checkpoints" / "fetched").mkdir()
    (copy / "checkpoints" / "fetched" / "config.json").write_text("{}")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "-w",
        str(site),
        ".",
    ]
    made = subprocess.run(build, cwd=copy, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    (wheel,) = site.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    wheel.unlink()
    return site


def run(installed, folder, *arguments):
    """Run Python in a folder, with the installed package."""
    changed = {"PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1", "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=os.environ | changed, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
def test_a_wheel_holds_the_package_and_the_shipped_checkpoints(installed):
    wanted = {f"helpers/{name}" for name in files_of(ROOT / "helpers")}
    for name in SHIPPED:
        wanted |= {f"{name}/{file}" for file in files_of(ROOT / name)} if (ROOT / name).is_dir() else {name}
    assert files_of(installed) == wanted


@pytest.mark.slow
def test_what_is_installed_draws_and_writes_into_the_working_directory(installed, tmp_path):
    before = files_of(installed)
    package, here, exports, cache, name = run(installed, tmp_path, "-c", ASKED)
    assert Path(package) == installed / "helpers" / "__init__.py" and here == "['micro', 'nano']" and name == "nano"
    assert Path(exports) == tmp_path / "exports" and Path(cache).is_relative_to(tmp_path / "cache")
    said = run(
        installed, tmp_path, "-m", "helpers.draw", "a baby fox", "--n", "1", "--model", "micro", "--device", "cpu"
    )
    assert said[0] == str(tmp_path / "exports" / "a-baby-fox-seed-0.png") and Path(said[0]).stat().st_size > 1000
    few = "dvae --preset micro --minutes 0.01 --workers 0 --device cpu"
    run(installed, tmp_path, "-m", "helpers.training", *few.split())
    assert (tmp_path / "runs" / "micro" / "dvae.state").is_file() and files_of(installed) == before
