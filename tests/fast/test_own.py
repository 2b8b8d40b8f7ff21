"""Other people's pictures: a folder read, what is broken left out, trained on, and a checkpoint that draws."""

import csv
import json
import pickle
import random
import sys
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image

from helpers import load, probes
from helpers.models.checkpoints import CheckpointError
from helpers.pictures.own import OwnWorld, prepare
from helpers.training import __main__ as command_line
from helpers.training import ranker
from helpers.training.presets import PRESETS, Recipe
from helpers.training.run import shown_to
from helpers.training.stream import Batches, stream
from tests.tiny import FSQ, STREAM

COLORS = {"red": "#e02020", "green": "#20a040", "blue": "#2040e0", "yellow": "#f0d020"}
MODES = ("RGB", "RGBA", "L", "P", "1", "CMYK", "I;16", "LA")


def written(folder, count=20, kind="csv"):
    """Squares of a colour, each of another size and with two captions."""
    folder.mkdir(parents=True)
    lines = []
    for i in range(count):
        color = list(COLORS)[i % 4]
        image = Image.new("RGB", (20 + i, 30), COLORS[color])
        image.paste("white", (i, i, i + 5, i + 5))
        name = f"sub/{i:02}.png" if i % 2 else f"{i:02}.png"
        (folder / name).parent.mkdir(exist_ok=True)
        image.save(folder / name)
        lines += [
            {"file_name": name, "text": f"a {color} square, number {i}"},
            {"file_name": name, "text": f"빨강 {i}"},
        ]
    write(folder, lines, kind)
    return folder


def write(folder, lines, kind="csv"):
    with open(folder / f"metadata.{kind}", "w", encoding="utf-8", newline="") as file:
        if kind == "csv":
            table = csv.DictWriter(file, ["file_name", "text"])
            table.writeheader()
            table.writerows(lines)
        else:
            file.writelines(json.dumps(line) + "\n" for line in lines)


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_folder_becomes_pixels_captions_and_a_share_kept_for_testing(tmp_path, kind):
    world = prepare(written(tmp_path / "mine", kind=kind), tmp_path / "data", 16)
    names = [{world.facts("test", 0, i, unseen=unseen)[0]["name"] for i in range(60)} for unseen in (True, False, None)]
    assert len(names[0]) == 2 and len(names[1]) == 18 and names[0] | names[1] == names[2] and not names[0] & names[1]
    assert {world.facts("train", 0, i)[0]["name"] for i in range(300)} == names[1]
    facts, rng = world.facts("train", 0, 3)
    assert world.facts("train", 0, 3)[0] == facts and len(world.captions(facts)) == 2
    assert {world.caption(facts, rng) for _ in range(30)} == set(world.captions(facts))
    assert len(world.sentences(1)) == 36 and not {f"빨강 {int(name[-6:-4])}" for name in names[0]} & {
        *world.sentences(1)
    }


@pytest.mark.parametrize("mode", [*MODES, "I", "LAB", "PA"])
def test_an_image_of_any_mode_is_a_picture(tmp_path, mode):
    folder = tmp_path / "mine"
    folder.mkdir()
    for i, shade in enumerate((40, 200)):
        image = Image.new("L", (30, 21 + i), shade)
        suffix = "tif" if mode not in ("P", "RGBA", "1", "L", "RGB", "LA") else "png"
        try:
            image.convert("RGB" if mode in ("LAB", "HSV", "CMYK") else "L").convert(mode).save(folder / f"{i}.{suffix}")
        except (OSError, ValueError):
            pytest.skip(f"Pillow writes no {mode}")
    suffix = next(folder.iterdir()).suffix
    write(folder, [{"file_name": f"{i}{suffix}", "text": f"number {i}"} for i in range(2)])
    world = prepare(folder, tmp_path / "data", 16)
    assert world.pixels.shape == (2, 16, 16, 3) and len(world.by_name) == 2


def test_what_is_broken_is_named_and_left_out(tmp_path, capsys):
    folder = written(tmp_path / "mine", 6)
    (folder / "bad.png").write_bytes(b"no picture")
    (folder / "cut.png").write_bytes((folder / "00.png").read_bytes()[:60])
    (tmp_path / "outside.png").write_bytes((folder / "00.png").read_bytes())
    with open(folder / "metadata.csv", "a") as file:
        file.write("bad.png,bad\ncut.png,cut\nnone.png,none\n../outside.png,outside\n")
        Image.new("RGB", (9, 9)).save(folder / "mute.png")
        file.write("mute.png,  \n")
    world = prepare(folder, tmp_path / "data", 16)
    said = capsys.readouterr().out
    assert len(world.by_name) == 6 and "pictures    6 of " in said and "1 of them kept for testing" in said
    for name, why in (("bad", "cannot identify"), ("cut", "cannot be read"), ("none", "there is no file")):
        assert f"left out    {name}.png: " in said and why in said
    assert "../outside.png: it lies outside of the folder" in said and "mute.png: it has no caption" in said
    assert len(world.told()["data"]["left out"]) == 5


def test_pictures_that_are_alike_to_the_pixel_count_once_with_all_captions(tmp_path):
    folder = written(tmp_path / "mine", 4)
    (folder / "copy.png").write_bytes((folder / "00.png").read_bytes())
    with open(folder / "metadata.csv", "a") as file:
        file.write("copy.png,the same again\n")
    world = prepare(folder, tmp_path / "data", 16)
    assert len(world.by_name) == 4 and "the same again" in world.by_name["00.png"]["captions"]


def test_what_was_prepared_is_taken_as_it_is_and_other_pictures_are_refused(tmp_path):
    folder = written(tmp_path / "mine", 6)
    first = prepare(folder, tmp_path / "data", 16)
    before = (tmp_path / "data" / "pictures.npy").stat().st_mtime_ns
    assert prepare(folder, tmp_path / "data", 16) == first
    assert (tmp_path / "data" / "pictures.npy").stat().st_mtime_ns == before
    with open(folder / "metadata.csv", "a") as file:
        file.write("00.png,one caption more\n")
    with pytest.raises(ValueError, match=r"holds other pictures than .* does now; give --out another folder"):
        prepare(folder, tmp_path / "data", 16)


@pytest.mark.parametrize(
    "lines, said",
    [
        (None, r"has no metadata\.csv and no metadata\.jsonl; write one"),
        ("file,text\na.png,a\n", "entry 1 has no file_name and text"),
        ("file_name,text\na.png,a\n", "has 0 good pictures with a caption; give more"),
        ("\ud800", "cannot be read"),
    ],
)
def test_a_folder_that_cannot_be_learned_from_is_one_sentence(tmp_path, lines, said):
    (tmp_path / "mine").mkdir()
    if lines is not None:
        (tmp_path / "mine" / "metadata.csv").write_bytes(lines.encode("utf-8", "surrogatepass"))
    with pytest.raises(ValueError, match=said) as error:
        prepare(tmp_path / "mine", tmp_path / "data", 16)
    assert "\n" not in str(error.value)
    with pytest.raises(ValueError, match="there is no folder"):
        prepare(tmp_path / "nowhere", tmp_path / "data", 16)


def test_a_dataset_of_hugging_face_is_read_where_the_library_is_installed(tmp_path, monkeypatch):
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "dataset_dict.json").write_text("{}")
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(ValueError, match="is a Hugging Face dataset; to read it: pip install datasets"):
        prepare(folder, tmp_path / "data", 16)
    shades = [Image.new("RGB", (20, 20), (i * 40, 0, 0)) for i in range(4)]

    class Columns:
        column_names = ("image", "caption")

        def __getitem__(self, key):
            said = ["one", ["two", "zwei"], "three", None]
            return said if key == "caption" else {"image": shades[key], "caption": said[key]}

    there = SimpleNamespace(
        load_from_disk=lambda path: {"test": None, "train": Columns()} if path == str(folder) else 0
    )
    monkeypatch.setitem(sys.modules, "datasets", there)
    world = prepare(folder, tmp_path / "data", 16)
    assert {name: one["captions"] for name, one in world.by_name.items()} == {
        "row 0": ["one"],
        "row 1": ["two", "zwei"],
        "row 2": ["three"],
    }


def test_batches_are_the_pictures_with_their_captions_in_any_process(tmp_path):
    world = prepare(written(tmp_path / "mine", 8), tmp_path / "data", 16)
    assert world.pixels is not None and len(pickle.dumps(world)) < 1000
    again = pickle.loads(pickle.dumps(world))
    facts, images = Batches(again, 16, 5)[3]
    for one, image in zip(facts, images, strict=True):
        assert np.array_equal(image, world.pixels[world.by_name[one["name"]]["row"]])
    assert torch.equal(next(stream(Batches(world, 16, 5), 3, 0))[1], torch.as_tensor(images))
    assert Batches(world, 8, 5)[3][1].shape == (5, 8, 8, 3)


def test_of_own_pictures_there_are_no_near_misses(tmp_path):
    world = prepare(written(tmp_path / "mine", 8), tmp_path / "data", 16)
    facts, rng = world.facts("train", 0, 0)
    assert ranker.misses(facts, rng, world) == {}


# trained


@pytest.fixture
def toy(monkeypatch):
    """`micro` with the smallest networks."""
    few = {"dvae": Recipe(0.4, 8), "transformer": Recipe(0.4, 8), "ranker": Recipe(0.2, 8, geometry={"width": 16})}
    preset = replace(PRESETS["micro"], dvae=FSQ, transformer=replace(STREAM, text_vocab=400), tests=8, recipes=few)
    monkeypatch.setitem(command_line.PRESETS, "micro", preset)


def train(tmp_path, *options):
    few = ["--preset", "micro", "--device", "cpu", "--workers", "0", "--minutes", "0.03"]
    return command_line.main([*options, *few, "--out", str(tmp_path / "run")])


@pytest.mark.slow
def test_a_folder_becomes_a_checkpoint_that_draws_reads_and_ranks(toy, tmp_path, capsys):
    folder = written(tmp_path / "mine")
    assert train(tmp_path, "all", "--data", str(folder)) == 0
    model = load(tmp_path / "run" / "checkpoint", "cpu")
    card = model.card
    assert set(card["steps"]) == {"dvae", "transformer", "ranker"} and model.judge is None
    assert card["data"]["pictures"] == 20 and card["data"]["captions"] == 40 and card["data"]["kept"] == 2
    assert [(row["family"], row["combinations"]) for row in card["metrics"]][:2] == [
        ("pictures", "seen"),
        ("pictures", "unseen"),
    ]
    assert "families" not in card and all(row["bits"] > 0 and row["psnr"] > 0 for row in card["metrics"])
    assert model.tokenizer.size <= 400 and model.notices("a red square, number 3") == [] != model.notices("a walrus")
    drawing = model.draw("a red square", n=3, seed=1)
    assert (
        drawing.best(1).pictures and model.describe(drawing.pictures[0]) and len(model.encode(folder / "00.png")) == 1
    )
    assert probes.probe(model, ["a red square", "빨강 4"], n=2, cache=None)["fit"].between(-1, 1).all()
    assert (tmp_path / "run" / "checkpoint" / "samples.jpg").stat().st_size > 500
    assert {file.name for file in (tmp_path / "run" / "samples").iterdir()} >= {"dvae.png", "pictures-unseen.png"}
    capsys.readouterr()
    assert train(tmp_path, "evaluate") == 2
    assert "it was trained on the pictures of mine; give --data their folder" in capsys.readouterr().err
    assert train(tmp_path, "evaluate", "--data", str(folder)) == 0
    assert train(tmp_path, "transformer") == 2
    assert "holds a run of" in capsys.readouterr().err


def test_a_judge_of_own_pictures_is_refused(toy, tmp_path, capsys):
    assert train(tmp_path, "judge", "--data", str(written(tmp_path / "mine", 4))) == 2
    assert "nothing is known but their captions" in capsys.readouterr().err


def test_what_a_card_says_of_own_pictures_needs_their_folder(tmp_path):
    card = {"data": {"source": "mine"}}
    with pytest.raises(CheckpointError, match="trained on the pictures of mine; give --data"):
        shown_to(card, PRESETS["micro"])
    own = replace(PRESETS["micro"], world=OwnWorld(place=tmp_path))
    assert shown_to(card, own) is own


def test_training_takes_pictures_by_chance_of_its_seed(tmp_path):
    world = prepare(written(tmp_path / "mine"), tmp_path / "data", 16)
    taken = [[world.facts("train", seed, i)[0]["name"] for i in range(40)] for seed in (0, 1, 0)]
    assert taken[0] == taken[2] != taken[1]
    other = prepare(tmp_path / "mine", tmp_path / "other", 16, seed=random.Random(3).randrange(99))
    assert [one["name"] for one in other.record["pictures"]] != [one["name"] for one in world.record["pictures"]]
