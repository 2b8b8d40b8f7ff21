"""A classroom's files agree with the checkout: image, development container, Binder, citation. None is built here."""

import json
import os
import re
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import torch
import yaml

from helpers.networks.transformer import PATTERNS, pattern_mask
from helpers.probes.scores import wilson
from helpers.sampling import Settings
from helpers.sampling.cost import cost
from helpers.sampling.distribution import pick
from helpers.training.presets import PRESETS

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LINKS = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "notebooks" / "course").glob("*.md")),
    *(ROOT / place / "README.md" for place in ("checkpoints", "helpers/page", "helpers/models/zoo")),
    *(ROOT / "tests" / place / "README.md" for place in ("attack", "benchmarks")),
]


def instructions(name: str) -> list[str]:
    """What follows a Dockerfile's instruction, line by line."""
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    return [line.removeprefix(name).strip() for line in lines if line.startswith(f"{name} ")]


def installs(text: str) -> list[list[str]]:
    """The words after `pip install` in each line that has them, without `--disable-pip-version-check`."""
    lines = [
        shlex.split(line.partition("-m pip install ")[2]) for line in text.splitlines() if "-m pip install" in line
    ]
    return [[word for word in line if word != "--disable-pip-version-check"] for line in lines]


def make(*words: str) -> subprocess.CompletedProcess:
    """What make would do in a checkout without .venv, as lines; it does nothing."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    command = ["make", "-n", "-B", "lab", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment)


needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def test_every_file_that_the_image_copies_is_there():
    copies = [[word for word in line.split() if not word.startswith("--")][:-1] for line in instructions("COPY")]
    assert [source for line in copies for source in line if not (ROOT / source).exists()] == []


def test_the_image_has_what_its_install_reads():
    before = "\n".join(instructions("COPY")[:-1])
    needed = [PROJECT["readme"], *PROJECT["license-files"], "pyproject.toml", "constraints.txt", "helpers/__init__.py"]
    assert [file for file in needed if file not in before] == []


@needs_make
def test_the_image_installs_as_make_does():
    torch, daikon, _dall_e = installs(make().stdout)
    image = installs("\n".join(instructions("RUN")))
    assert image == [torch, [word.replace(".[test,sweep]", ".") for word in daikon]]
    assert "https://download.pytorch.org/whl/cpu" in torch and "constraints.txt" in daikon


@needs_make
@pytest.mark.parametrize("torch, ends", [("cuda", 0), ("rocm", 2)])
def test_torch_from_another_index(torch, ends):
    made = make(f"TORCH={torch}")
    assert made.returncode == ends
    assert "download.pytorch.org" not in made.stdout
    assert ends == 0 or "give cpu or cuda" in made.stderr


@needs_make
def test_the_image_opens_the_notebooks_as_a_user_without_rights():
    [command] = instructions("CMD")
    assert json.loads(command)[:3] == ["python", "-m", "helpers.lab"] and "-m helpers.lab" in make().stdout
    assert instructions("USER") == ["reader"]
    assert "-p 127.0.0.1:8888:8888" in (ROOT / "Dockerfile").read_text()


def test_the_image_leaves_out_what_git_ignores():
    ignored = (ROOT / ".gitignore").read_text().split()
    left_out = {line.removeprefix("**/") for line in (ROOT / ".dockerignore").read_text().splitlines()[1:]}
    assert {line.strip("/") for line in ignored} | {".git"} == left_out


def test_the_development_container_is_the_image():
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text())
    assert (ROOT / ".devcontainer" / container["build"]["dockerfile"]).resolve() == ROOT / "Dockerfile"
    assert [container["remoteUser"]] == instructions("USER")
    assert container["forwardPorts"] == [int(port) for port in instructions("EXPOSE")]


def test_binder_takes_the_pins_and_a_cpu_wheel():
    lines = (ROOT / ".binder" / "requirements.txt").read_text().splitlines()
    [pins] = [line.split()[1] for line in lines if line.startswith("-c")]
    assert (ROOT / ".binder" / pins).resolve() == ROOT / "constraints.txt"
    assert "--extra-index-url https://download.pytorch.org/whl/cpu" in lines and {"torch", "-e ."} < {*lines}
    assert os.access(ROOT / ".binder" / "postBuild", os.X_OK)


def test_the_citation_is_that_of_the_package():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text())
    assert citation["cff-version"] == "1.2.0" and citation["authors"] == [{"name": "The Daikon developers"}]
    assert (citation["version"], citation["license"]) == (PROJECT["version"], PROJECT["license"])


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text().splitlines()) <= 150


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page):
    links = [link for link in LINKS.findall(page.read_text()) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_twenty_questions_have_twenty_answers():
    course = ROOT / "notebooks" / "course"
    asked, answered = (
        re.findall(r"^\*\*(\d+)\.", (course / name).read_text(), re.M) for name in ("exercises.md", "answers.md")
    )
    assert asked == answered == [str(number) for number in range(1, 21)]


def test_numbers_of_the_answers_come_out_of_the_code():
    answers = " ".join((ROOT / "notebooks" / "course" / "answers.md").read_text().split())
    seen = {p: pattern_mask(p, 4, 3)[9].nonzero().flatten().tolist() for p in PATTERNS}
    assert seen == {"full": [*range(10)], "row": [5, 6, 7, 8, 9], "column": [1, 5, 9], "convolutional": [4, 5, 6, 8, 9]}
    logits, u = torch.tensor([[2.0, 1.0, 0.0, -1.0]]), torch.tensor([0.7])
    for settings in ({}, {"temperature": 0.5}, {"top_k": 2}, {"top_p": 0.9}):
        _, p = pick(logits, u, Settings(1, **settings))
        assert ", ".join(f"{value:.3f}".lstrip("0") for value in p[0].tolist() if value) in answers
    picked = [pick(logits, u, Settings(1, temperature=t))[0].item() for t in (1, 0.5)]
    assert picked == [1, 0] and "0.7 picks the second token" in answers and "so it picks the first" in answers
    assert f"{wilson(0.0, 32)[1]:.1%}" in answers


def test_the_cost_of_the_answers_is_that_of_the_code():
    answers = " ".join((ROOT / "notebooks" / "course" / "answers.md").read_text().split())
    sparse, full = (cost(PRESETS["paper"].transformer, sparse=sparse) for sparse in (True, False))
    least = [c.seconds(256, 3.35e12, 8e14, 78e9)[1] for c in (full, sparse)]
    assert f"falls from {least[0]:.0f} s to {least[1]:.0f} s" in answers
    assert f"{sparse.cache_bytes / 1e9:.2f} GB in place of {full.cache_bytes / 1e9:.2f} GB" in answers
    assert f"at least {sparse.seconds(1, 3.35e12, 8e14, 78e9)[1]:.1f} s for one picture" in answers
    assert f"{sparse.operations / 1e13:.1f} against {full.operations / 1e13:.1f} · 10¹³" in answers
