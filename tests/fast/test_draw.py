"""Drawing from the command line, with a fake model."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from helpers.draw import main
from tests.fake import FakeModel
from tests.tiny import make_model

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


def test_what_the_model_does_not_know_is_told(tmp_path, capsys):
    assert main(["a zyx cube", "--out", str(tmp_path / "cube")], fake_model) == 0
    assert "Note: the model was never shown the word 'zyx'\n" in capsys.readouterr().err


@pytest.mark.slow
def test_a_drawing_is_drawn_again_from_its_json_or_png(tmp_path, capsys):
    out = str(tmp_path / "fox-t0.5")
    assert main(["a fox", "--n", "2", "--seed", "3", "--top-k", "50", "--model", "micro", "--out", out]) == 0
    png, sidecar = map(Path, capsys.readouterr().out.split())
    assert png.name == "fox-t0.5.png"
    for source in (png, sidecar):
        assert main(["--from", str(source), "--out", str(tmp_path / "again")]) == 0
        assert json.loads((tmp_path / "again.json").read_text("utf-8")) == json.loads(sidecar.read_text("utf-8"))
        with Image.open(png) as one, Image.open(tmp_path / "again.png") as other:
            assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("options", [[], ["a fox", "--from", "fox.json"]])
def test_a_caption_or_a_file_is_given_and_not_both(options, capsys):
    assert main(options, fake_model) == 2
    assert capsys.readouterr().err.startswith("Nothing was drawn: give a caption to draw, or --from")


@pytest.mark.parametrize("place", ["locked/cube.png", "."])
def test_a_place_that_cannot_be_written_is_said_before_the_model_is_opened(tmp_path, capsys, monkeypatch, place):
    (tmp_path / "locked").mkdir()
    monkeypatch.setattr("os.access", lambda path, _: "locked" not in str(path))
    assert main(["a red cube", "--out", str(tmp_path / place)], lambda *_: pytest.fail("the model was opened")) == 2
    said = capsys.readouterr().err
    assert said.startswith("Nothing was drawn: ") and said.count("\n") == 1


def test_a_disk_that_fills_while_drawing_is_said_as_it_is(tmp_path, capsys, monkeypatch):
    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr("helpers.models.drawing.write_atomically", full)
    monkeypatch.setattr("helpers.draw.EXPORTS", tmp_path)
    out = str(tmp_path / "cube.png")
    assert main(["a red cube", "--n", "1", "--out", out], lambda *_: make_model()) == 2
    said = capsys.readouterr().err.replace("\r", "\n").splitlines()[-1]
    assert said == f"The pictures were drawn and not saved: {out}: the disk is full"


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
@pytest.mark.parametrize("number, code", [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_with_a_sentence_and_its_exit_code(tmp_path, capsys, number, code):
    model = FakeModel(9, sleep=lambda seconds: signal.raise_signal(number))
    assert main(["a red cube", "--out", str(tmp_path / "cube.png")], lambda *_: model) == code
    assert capsys.readouterr().err.endswith(f"Nothing was drawn: stopped by {number.name}\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signals")
def test_a_signal_ends_the_process(tmp_path):
    script = "import sys, helpers.draw as d, tests.fake as f; sys.exit(d.main(sys.argv[1:], lambda *_: f.FakeModel(9)))"
    command = [sys.executable, "-c", script, "a red cube", "--out", str(tmp_path / "cube.png")]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as drawing:
        said = ""
        while "fake on cpu" not in said:
            said += drawing.stderr.read(1)
        drawing.send_signal(signal.SIGTERM)
        said = drawing.stderr.read()
    # a signal may come while the bar is drawn for the first time, which is then not wiped away
    assert drawing.returncode == 143 and said.endswith("Nothing was drawn: stopped by SIGTERM\n")
    assert not list(tmp_path.iterdir())


def test_bytes_that_are_no_text_are_one_sentence(tmp_path, capsys):
    given = os.fsdecode(b"a fox \xff\xfe")  # as the command line hands them on
    assert main([given, "--out", str(tmp_path / "cube.png")], lambda *_: make_model()) == 2
    said = capsys.readouterr().err
    assert said.startswith("Nothing was drawn: the caption 'a fox \\udcff\\udcfe' holds") and said.count("\n") == 1


@pytest.mark.slow
def test_a_terminal_that_knows_only_ascii_is_no_obstacle(tmp_path):
    script = "import sys, helpers.draw as d, tests.fake as f; sys.exit(d.main(sys.argv[1:], lambda *_: f.FakeModel()))"
    command = [sys.executable, "-c", script, "해변의 여우", "--out", str(tmp_path / "여우.png")]
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env=environment)
    assert done.returncode == 0 and b"\\uc5ec" in done.stdout, done.stderr
    assert json.loads((tmp_path / "여우.json").read_text("utf-8"))["caption"] == "해변의 여우"
