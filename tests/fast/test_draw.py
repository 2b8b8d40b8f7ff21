"""Drawing from the command line, with a fake model."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from helpers.draw import main
from tests.fake import FakeModel

ROOT = Path(__file__).parents[2]


def fake_model(name, device):
    return FakeModel()


def test_draw_writes_picture_and_settings_and_says_where(tmp_path, capsys):
    out = tmp_path / "new" / "cube.png"
    assert main(["a red cube", "--n", "2", "--seed", "7", "--top-k", "5", "--out", str(out)], fake_model) == 0
    assert capsys.readouterr().out.split() == [str(out), str(out.with_suffix(".json"))]
    saved = json.loads(out.with_suffix(".json").read_text())
    assert saved["caption"] == "a red cube"
    assert (saved["settings"]["n"], saved["settings"]["seed"], saved["settings"]["top_k"]) == (2, 7, 5)


def test_draw_shows_progress_with_time_left(tmp_path, capsys):
    main(["a red cube", "--out", str(tmp_path / "cube.png")], fake_model)
    progress = capsys.readouterr().err
    assert "fake on cpu" in progress and "left" in progress


@pytest.mark.parametrize("caption, option", [("", []), ("a red cube", ["--model", "nowhere/at/all"])])
def test_bad_input_is_one_sentence_and_exit_code_2(caption, option, tmp_path, capsys):
    options = [*option, "--out", str(tmp_path / "cube.png")]
    code = main([caption, *options]) if option else main([caption, *options], fake_model)
    errors = [line for line in capsys.readouterr().err.replace("\r", "\n").splitlines() if "drawn" in line]
    assert code == 2
    assert len(errors) == 1 and errors[0].startswith("Nothing was drawn: ")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "caption", ['a "red" cube', "a cat's hat", "$HOME `id` $5 $(id)", "-n", "50% off; true", "$(id"]
)
def test_make_draw_passes_any_caption_on(caption, tmp_path):
    fake_python = tmp_path / "python"
    fake_python.write_text('#!/bin/sh\nfor word; do printf "%s\\n" "$word"; done\n')
    fake_python.chmod(0o755)
    ready = tmp_path / "ready"
    ready.touch()
    os.utime(ready, (2**32, 2**32))
    command = ["make", "-s", "draw", f"CAPTION={caption}", f"PY={fake_python}", f"READY={ready}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["-m", "helpers.draw", "--", caption], done.stderr
