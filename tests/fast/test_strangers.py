"""Checkpoints of strangers: whoever writes the files writes their hashes, too."""

import hashlib
import json
import os
import resource
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file
from safetensors.torch import save as save_tensors

from helpers import load
from helpers.models import checkpoints, reading
from helpers.models.checkpoints import CheckpointError, read, read_network, save
from tests.tiny import make_model


@pytest.fixture(scope="module")
def saved(tiny, tmp_path_factory):
    """A saved checkpoint; tests only read it."""
    save(folder := tmp_path_factory.mktemp("saved") / "tiny", tiny, {"name": "tiny"})
    return folder


@pytest.fixture
def folder(saved, tmp_path):
    """A checkpoint of a test's own."""
    return shutil.copytree(saved, tmp_path / "tiny")


def forge(folder, name, data):
    """Replace a file, and its hash in the card."""
    (folder / name).write_bytes(data)
    card = json.loads((folder / "card.json").read_text())
    card["sha256"][name] = hashlib.sha256(data).hexdigest()
    (folder / "card.json").write_text(json.dumps(card))


def configure(folder, network, **changes):
    """Change what a configuration says of a network."""
    config = json.loads((folder / "config.json").read_text())
    config[network] |= changes
    forge(folder, "config.json", json.dumps(config).encode())


def refused(folder, match):
    """Reading a checkpoint ends in one sentence."""
    with pytest.raises(CheckpointError, match=match) as error:
        read(folder)
    assert "\n" not in str(error.value) and len(str(error.value)) < 1000


LARGER = [
    ("transformer", {"width": 20_002}, r"should be .* and is"),
    ("transformer", {"attention": ["full"] * 1000}, r"layers\.10\.\S+ should be .* and is absent"),
    ("transformer", {"attention": ["full"] * 1_000_000}, r"attention is \['full'"),
    ("transformer", {"heads": 0}, "heads is 0"),
    ("transformer", {"grid": 2**17}, "grid is 131072"),
    ("transformer", {"text_window": True}, "text_window is True"),
    ("transformer", {"attention": [[]]}, "attention is"),
    ("transformer", {"attention": "full"}, "attention is 'full'"),
    ("transformer", {"codebook": 16.0}, r"codebook is 16\.0"),
    ("transformer", {"__class__": 1}, "has no '__class__'"),
    ("dvae", {"width": 40_000}, "should be"),
    ("dvae", {"groups": 10**9}, "groups is 1000000000"),
    ("dvae", {"blocks": 10**6}, "blocks is 1000000"),
    ("dvae", {"levels": [0, 16]}, "levels is"),
    ("dvae", {"gain": 1e300}, "gain is"),
    ("dvae", {"gain": float("nan")}, "gain is nan"),
    ("dvae", {"width": 1}, "no network that can be built|should be"),
    ("dvae", {"encoder": {}}, "encoder is"),
]


@pytest.mark.parametrize("network, changes, match", LARGER, ids=lambda value: str(value)[:40])
def test_geometry_that_the_weights_do_not_have_takes_no_memory(network, changes, match, folder):
    configure(folder, network, **changes)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(folder, match)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2**19  # kilobytes


@pytest.mark.parametrize("name", ["dvae.safetensors", "transformer.safetensors"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e30])
def test_weights_that_are_no_numbers_are_refused(name, value, folder):
    weights = load_file(folder / name)
    key = next(key for key, tensor in weights.items() if tensor.dtype == torch.float16)
    weights[key] = weights[key].float()
    weights[key].flatten()[-1] = value
    forge(folder, name, save_tensors(weights))
    refused(folder, f"{key} has weights that are NaN or too large")


def test_scales_that_overflow_are_refused(folder):
    weights = load_file(folder / "transformer.safetensors")
    weights["picture_head.weight.scale"] = torch.full((16, 1), 3e38)
    forge(folder, "transformer.safetensors", save_tensors(weights))
    refused(folder, "NaN or too large")


@pytest.mark.parametrize(
    "change",
    [
        lambda w: w.pop("start"),
        lambda w: w.update(more=torch.zeros(3)),
        lambda w: w.update(start=torch.zeros(33)),
        lambda w: w.update(start=torch.zeros(32, dtype=torch.int8)),
        lambda w: w.update(start=torch.zeros(32, dtype=torch.complex64)),
        lambda w: w.pop("picture_head.weight.scale"),
        lambda w: w.update({"start.scale": torch.ones(32, 1)}),
        lambda w: w.update({"picture_head.weight.scale": torch.ones(16, 32)}),
    ],
    ids=["missing", "more", "shape", "int8", "complex", "no scale", "scale of a row", "scale of another shape"],
)
def test_weights_of_other_names_shapes_or_types_are_refused_by_name(change, folder):
    weights = load_file(folder / "transformer.safetensors")
    change(weights)
    forge(folder, "transformer.safetensors", save_tensors(weights))
    refused(folder, r"weights: (start|more|picture_head)\S* (should be|is of a type)")


@pytest.mark.parametrize("name", ["card.json", "config.json", "text.json"])
@pytest.mark.parametrize(
    "content",
    [b"null", b"[]", b"[[1, 2]]", b"7", b'"text"', b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe", b"9" * 5000, b""],
    ids=["null", "list", "pairs", "number", "text", "deep list", "deep object", "bytes", "long number", "empty"],
)
def test_json_that_is_no_object_is_one_sentence(name, content, folder):
    if name == "card.json":
        (folder / name).write_bytes(content)
    else:
        forge(folder, name, content)
    refused(folder, "is not a JSON object|not a text vocabulary")


@pytest.mark.parametrize("hashes", [None, [], 3, "abc", {"config.json": 5}, {"config.json": None}])
def test_hashes_of_another_type_are_one_sentence(hashes, folder):
    (folder / "card.json").write_text(json.dumps({"sha256": hashes}))
    refused(folder, "has no hash of each file")
    with pytest.raises(CheckpointError, match="has no hash of each file"):
        load(f"{folder}@3", "cpu")


def test_a_card_may_name_what_is_no_snapshot(folder):
    card = json.loads((folder / "card.json").read_text())
    card["sha256"] |= {"transformer@x.safetensors": "0", "transformer@-1.safetensors": "0", "../transformer@5": "0"}
    (folder / "card.json").write_text(json.dumps(card))
    assert checkpoints.snapshots(folder) == []


@pytest.mark.parametrize("snapshots", [None, [], 3, "x"])
def test_cards_of_snapshots_of_another_type_are_one_sentence(snapshots, folder):
    card = json.loads((folder / "card.json").read_text())
    (folder / "card.json").write_text(json.dumps(card | {"snapshots": snapshots}))
    refused(folder, "has no card of each snapshot")


@pytest.mark.parametrize("network", [None, [], 3, "dvae"])
def test_networks_that_are_no_objects_are_one_sentence(network, folder):
    config = json.loads((folder / "config.json").read_text())
    forge(folder, "config.json", json.dumps({**config, "dvae": network}).encode())
    refused(folder, "dvae is no JSON object")


@pytest.mark.parametrize(
    "questions",
    [{"thing": 3}, {"thing": {"thing": 5}}, {f: {str(s): ["x"] for s in range(5000)} for f in "ab"}],
    ids=["family", "slot", "many"],
)
def test_questions_of_a_judge_are_checked(questions, folder):
    if len(questions) == 2:
        questions["c"] = {"c": [str(i) for i in range(5000)]}
    config = json.loads((folder / "config.json").read_text())
    forge(folder, "config.json", json.dumps({**config, "judge": {"questions": questions}}).encode())
    forge(folder, "judge.safetensors", save_tensors({"a": torch.zeros(1)}))
    with pytest.raises(CheckpointError, match="is of another version: "):
        read_network(folder, "judge", "helpers.networks.judge", "Judge")


@pytest.mark.parametrize(
    "change",
    [
        lambda bpe: bpe.update(pre_tokenizer={"type": "Whitespace"}),
        lambda bpe: bpe.update(normalizer={"type": "Lowercase"}),
        lambda bpe: bpe["model"].update(type="WordLevel"),
        lambda bpe: bpe["model"]["vocab"].update({next(reversed(bpe["model"]["vocab"])): 10**9}),
        lambda bpe: bpe["model"].update(vocab=[]),
        lambda bpe: bpe["model"].update(merges=[["zz", "zzz"]]),
    ],
    ids=["words", "normalizer", "model", "ids", "list", "merges"],
)
def test_another_kind_of_vocabulary_is_refused(change, folder):
    text = json.loads((folder / "text.json").read_text())
    change(text["bpe"])
    forge(folder, "text.json", json.dumps(text).encode())
    refused(folder, "not a text vocabulary")


@pytest.mark.parametrize("name", ["card.json", "config.json", "transformer.safetensors"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "loop"])
def test_what_is_no_file_is_not_waited_for(name, kind, folder):
    (folder / name).unlink()
    make = {
        "pipe": os.mkfifo,
        "folder": os.mkdir,
        "device": lambda at: os.symlink("/dev/zero", at),
        "loop": lambda at: os.symlink(at, at),
    }
    make[kind](folder / name)
    refused(folder, f"{name} cannot be read")


def test_a_folder_without_a_configuration_is_told_as_what_it_is(folder):
    (folder / "config.json").unlink()
    with pytest.raises(CheckpointError, match=r"tiny has no config\.json"):
        load(folder, "cpu")


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b", "\udcff", "nano@", "@", "nano@" + "9" * 5000])
def test_names_that_no_checkpoint_can_have_are_one_sentence(name):
    with pytest.raises(CheckpointError) as error:
        load(name)
    assert "\n" not in str(error.value)


def test_a_name_opens_the_shipped_one_whatever_lies_in_the_working_directory(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(checkpoints, "ROOT", tmp_path)
    elsewhere = tmp_path / "elsewhere"
    for kind, config in {"own": {}, "public": {"model_type": "janus"}}.items():
        (elsewhere / kind / "tiny").mkdir(parents=True)
        (elsewhere / kind / "tiny" / "config.json").write_text(json.dumps(config))
        monkeypatch.chdir(elsewhere / kind)
        assert load("tiny", "cpu").folder == folder


def test_only_what_came_with_the_repository_is_restored_from_it(folder, monkeypatch):
    (folder / "dvae.safetensors").write_bytes(b"")
    with pytest.raises(CheckpointError) as error:
        read(folder)
    assert "git" not in str(error.value)
    monkeypatch.setattr(reading, "ROOT", folder.parent)
    with pytest.raises(CheckpointError, match=f"git checkout -- {folder}"):
        read(folder)


# written as a whole


def test_what_others_put_into_a_checkpoint_stays(folder, tiny):
    (folder / "samples.jpg").write_bytes(b"picture")
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.json").write_text("{}")
    save(folder, tiny, {"name": "first"}, {3: tiny.transformer.state_dict()})
    save(folder, tiny, {"name": "again"})
    assert read(folder)[3]["name"] == "again" and (folder / "samples.jpg").read_bytes() == b"picture"
    assert (folder / "notes" / "mine.json").read_text() == "{}" and not list(folder.glob("*@3*"))
    assert os.listdir(folder.parent) == ["tiny"]


def test_a_checkpoint_that_a_link_leads_to_is_written_where_it_is(folder, tiny, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    save(tmp_path / "link", tiny, {"name": "again"})
    assert (tmp_path / "link").is_symlink() and read(folder)[3]["name"] == "again"


@pytest.mark.parametrize("at", range(9))
def test_a_save_that_ends_anywhere_leaves_the_old_or_the_new_one(at, folder, monkeypatch):
    class Killed(BaseException):
        pass

    steps = []

    def counted(function):
        def call(*given, **how):
            steps.append(function)
            if len(steps) == at + 1:
                raise Killed
            return function(*given, **how)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(checkpoints, "write_atomically", counted(checkpoints.write_atomically))
        patch.setattr(Path, "rename", counted(Path.rename))
        patch.setattr(checkpoints.shutil, "rmtree", counted(checkpoints.shutil.rmtree))
        with pytest.raises(Killed):
            save(folder, make_model(seed=5), {"name": "new"})
    model = load(folder, "cpu")
    assert model.card["name"] in ("tiny", "new") and model.name == checkpoints.name_of(folder)
    save(folder, make_model(seed=6), {"name": "after"})
    assert load(folder, "cpu").card["name"] == "after" and os.listdir(folder.parent) == ["tiny"]
