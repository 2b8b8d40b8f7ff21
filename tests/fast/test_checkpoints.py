"""Weights in and out: exact, hashed, never executed, and one clear sentence when something is wrong."""

import json
import shutil
from dataclasses import replace

import pytest
import torch
from safetensors.torch import load_file

from helpers import files, load
from helpers.models import checkpoints, weights
from helpers.models.checkpoints import CheckpointError, read, save
from helpers.models.daikon import TextToImage
from helpers.models.weights import pack, unpack
from helpers.text import Tokenizer, default
from tests.tiny import STREAM, make_dvae, make_model, make_transformer


@pytest.fixture(scope="module")
def saved(tiny, tmp_path_factory):
    """A saved checkpoint; tests only read it."""
    save(folder := tmp_path_factory.mktemp("saved") / "tiny", tiny, {"name": "tiny", "seed": 7})
    return folder


@pytest.fixture
def folder(saved, tmp_path):
    """A checkpoint of a test's own."""
    return shutil.copytree(saved, tmp_path / "tiny")


def one_sentence(error):
    """The message of an error: a single line, from a path or a lower-case letter on, with no traceback in it."""
    message = str(error.value)
    assert message and "\n" not in message and "Traceback" not in message
    return message


def test_what_was_saved_is_read_within_the_error_of_its_numbers(tiny, folder):
    dvae, transformer, tokenizer, card = read(folder)
    assert tokenizer.data == tiny.tokenizer.data
    assert (dvae.config, transformer.config) == (tiny.dvae.config, tiny.transformer.config)
    assert (card["name"], card["seed"]) == ("tiny", 7) and not dvae.training and not transformer.training
    for name, value in tiny.dvae.state_dict().items():
        assert torch.equal(dvae.state_dict()[name], value.half().float()), name
    for name, value in tiny.transformer.state_dict().items():
        got = transformer.state_dict()[name]
        step = value.abs().amax(-1, keepdim=True) / 127 if value.dim() == 2 else 2 * (got - value.half()).abs()
        assert ((got - value).abs() <= step / 2 + 1e-3 * value.abs()).all(), name


def test_saving_what_was_read_changes_nothing(folder, tmp_path):
    dvae, transformer, tokenizer, card = read(folder)
    save(tmp_path / "again", TextToImage(dvae, transformer, tokenizer=tokenizer), card)
    assert read(tmp_path / "again")[3]["sha256"]["dvae.safetensors"] == card["sha256"]["dvae.safetensors"]
    for name, value in read(tmp_path / "again")[1].state_dict().items():
        torch.testing.assert_close(value, transformer.state_dict()[name], atol=1e-6, rtol=1e-5)


def test_weights_that_fit_sixteen_bits_are_exact():
    state = {"a": torch.randn(3, 5).half().float(), "b": torch.randn(7).half().float(), "c": torch.zeros(2, 2, 1, 1)}
    back = unpack(pack(state))
    assert all(torch.equal(back[name], value) for name, value in state.items())


def test_int8_rows_have_their_own_scales_and_nought_stays_nought():
    state = {"w": torch.stack([torch.randn(64), 100 * torch.randn(64), torch.zeros(64)]), "b": torch.ones(3)}
    packed = pack(state, int8=True)
    assert packed["w"].dtype == torch.int8 and packed["b"].dtype == torch.float16
    back = unpack(packed)
    assert set(back) == {"w", "b"} and (back["w"][2] == 0).all()
    assert ((back["w"] - state["w"]).abs() <= state["w"].abs().amax(1, keepdim=True) / 254 * 1.001).all()


def test_files_are_safetensors_and_json_and_nothing_else(folder):
    names = ["card.json", "config.json", "dvae.safetensors", "text.json", "transformer.safetensors"]
    assert sorted(file.name for file in folder.iterdir()) == names
    assert all(load_file(file) for file in folder.glob("*.safetensors"))
    assert set(json.loads((folder / "card.json").read_text())["sha256"]) == set(names[1:])


def test_weights_that_fill_more_than_a_file_are_spread_over_parts(folder, tiny, monkeypatch):
    whole = load(folder, "cpu").transformer.state_dict()
    monkeypatch.setattr(weights, "PART", 150_000)
    save(folder, tiny, {}, {3: whole})
    parts = sorted(folder.glob("transformer-*.safetensors"))
    assert parts[0].name == f"transformer-00001-of-{len(parts):05}.safetensors" and len(parts) > 1
    assert all(part.stat().st_size < 160_000 for part in parts)
    assert not (folder / "transformer.safetensors").exists() and checkpoints.snapshots(folder) == [3]
    for name in (folder, f"{folder}@3"):
        torch.testing.assert_close(load(name, "cpu").transformer.state_dict(), whole, atol=0.05, rtol=0.01)
    parts[1].unlink()
    with pytest.raises(CheckpointError, match=r"of-\d+\.safetensors cannot be read"):
        load(folder, "cpu")
    save(folder, tiny, {})
    assert len([*folder.glob("transformer-*.safetensors")]) == len(parts)


def test_load_opens_a_path_and_draws_the_same_each_time(folder):
    model = load(folder, "cpu")
    assert (model.name, model.card["seed"], model.device.type) == (folder.as_posix(), 7, "cpu")
    assert torch.equal(model.draw("a fox", n=2).tokens, load(str(folder), "cpu").draw("a fox", n=2).tokens)


def test_a_snapshot_is_opened_by_its_step(folder, tiny, monkeypatch):
    monkeypatch.setattr(checkpoints, "ROOT", folder.parent)
    early = make_model(seed=9).transformer.state_dict()
    save(folder, tiny, {"name": "tiny"}, {12: early, 3: tiny.transformer.state_dict()})
    model, last = load("tiny@12", "cpu"), load("tiny", "cpu")
    assert (model.name, last.name, checkpoints.snapshots(folder)) == ("tiny@12", "tiny", [3, 12])
    torch.testing.assert_close(model.transformer.start, early["start"], atol=1e-3, rtol=1e-3)
    assert torch.equal(load("tiny@3", "cpu").transformer.start, last.transformer.start)
    with pytest.raises(CheckpointError) as error:
        load("tiny@7", "cpu")
    assert "tiny@3, tiny@12" in one_sentence(error)


def test_a_transformer_that_was_trained_on_is_opened_by_its_name_and_has_its_own_card(folder, tiny, tmp_path):
    before = {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "card.json"}
    on = make_model(seed=9).transformer
    mine = {"name": "tiny", "seed": 8, "command": "train it on", "trained on from": {"seed": 7}}
    save(tmp_path / "on", TextToImage(tiny.dvae, on, tokenizer=tiny.tokenizer), mine)
    checkpoints.add_snapshot(folder, "secrets", tmp_path / "on")
    model, last = load(f"{folder}@secrets", "cpu"), load(folder, "cpu")
    torch.testing.assert_close(model.transformer.start, on.start, atol=1e-3, rtol=1e-3)
    assert (model.card["seed"], model.card["command"], last.card["seed"]) == (8, "train it on", 7)
    assert "command" not in last.card and "trained on from" not in model.card
    assert checkpoints.snapshots(folder) == [] and model.name.endswith("tiny@secrets")
    assert before.items() <= {file.name: file.read_bytes() for file in folder.iterdir()}.items()
    assert load(folder, "cpu").card["sha256"].keys() - before.keys() == {"transformer@secrets.safetensors"}
    with pytest.raises(CheckpointError, match="no snapshot '7'; here are: tiny@secrets"):
        load(f"{folder}@7", "cpu")
    save(tmp_path / "other", TextToImage(make_dvae(seed=5), on), {})
    with pytest.raises(CheckpointError, match="was not trained on from"):
        checkpoints.add_snapshot(folder, "other", tmp_path / "other")


def test_a_damaged_snapshot_is_refused(folder, tiny):
    save(folder, tiny, {}, {3: tiny.transformer.state_dict()})
    file = folder / "transformer@3.safetensors"
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    with pytest.raises(CheckpointError, match="damaged"):
        load(f"{folder}@3", "cpu")


def test_load_opens_a_name(folder, monkeypatch):
    monkeypatch.setattr(checkpoints, "ROOT", folder.parent)
    assert checkpoints.available() == ["tiny"] and load("tiny", "cpu").name == "tiny"


@pytest.mark.parametrize("name", ["unheard of", "./nowhere/at/all"])
def test_unknown_name_is_refused_with_what_there_is(name, folder, monkeypatch):
    monkeypatch.setattr(checkpoints, "ROOT", folder.parent)
    with pytest.raises(CheckpointError) as error:
        load(name)
    message = one_sentence(error)
    assert repr(name) in message and "here are: tiny" in message and "python -m helpers.training" in message


@pytest.mark.parametrize("name", ["config.json", "dvae.safetensors", "text.json", "transformer.safetensors"])
@pytest.mark.parametrize("damage", ["flipped", "truncated", "emptied"])
def test_damaged_file_is_refused_by_its_hash(name, damage, folder):
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    damaged = {"flipped": bytes(data), "truncated": bytes(data[:-9]), "emptied": b""}[damage]
    (folder / name).write_bytes(damaged)
    with pytest.raises(CheckpointError, match=f"{name} is damaged: its hash is not the one in card.json") as error:
        read(folder)
    one_sentence(error)


@pytest.mark.parametrize("name", ["card.json", "dvae.safetensors", "text.json", "transformer.safetensors"])
def test_missing_file_is_named(name, folder):
    (folder / name).unlink()
    with pytest.raises(CheckpointError, match=f"{name} cannot be read: No such file") as error:
        read(folder)
    one_sentence(error)


@pytest.mark.parametrize("content", ["", '{"sha256": {', "[1]", "7"])
def test_card_that_is_no_card_is_refused(content, folder):
    (folder / "card.json").write_text(content)
    with pytest.raises(CheckpointError, match=r"card\.json is not") as error:
        read(folder)
    one_sentence(error)


def test_card_of_another_model_does_not_vouch_for_these_files(folder, tmp_path):
    other = make_model(seed=1)
    save(tmp_path / "other", other, {})
    (tmp_path / "other" / "card.json").replace(folder / "card.json")
    with pytest.raises(CheckpointError, match="is damaged"):
        read(folder)


@pytest.mark.parametrize("data", [b"", b"not a safetensors file at all", b"\x80\x04\x95pickle"])
def test_weights_without_a_card_are_still_checked(data, tiny, tmp_path):
    (tmp_path / "dvae.safetensors").write_bytes(data)
    with pytest.raises(CheckpointError, match="does not hold this network's weights") as error:
        weights.load_weights(tiny.dvae, [tmp_path / "dvae.safetensors"])
    one_sentence(error)


def test_weights_of_another_network_are_refused(tiny, folder):
    with pytest.raises(CheckpointError, match="does not hold this network's weights") as error:
        weights.load_weights(make_model().transformer, [folder / "dvae.safetensors"])
    one_sentence(error)


def test_configuration_of_another_version_is_refused(folder, tiny, monkeypatch):
    config = json.loads((folder / "config.json").read_text())
    for changed in ({**config, "dvae": {**config["dvae"], "colour": 3}}, {"dvae": config["dvae"]}):
        answer = {"config.json": json.dumps(changed).encode(), "text.json": tiny.tokenizer.data}
        monkeypatch.setattr(checkpoints, "verified", lambda path, _, answer=answer: answer[path.name])
        with pytest.raises(CheckpointError, match=r"config\.json is of another version") as error:
            read(folder)
        one_sentence(error)


def test_a_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "a.json"
    files.write_atomically(file, b"old")
    monkeypatch.setattr("os.fsync", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        files.write_atomically(file, b"new")
    assert file.read_bytes() == b"old" and list(tmp_path.iterdir()) == [file]


def test_a_checkpoint_keeps_its_own_vocabulary(tmp_path):
    tokenizer = Tokenizer.learn(["a red fox", "a blue fox"] * 3, size=300)
    transformer = make_transformer(replace(STREAM, text_vocab=tokenizer.size))
    save(tmp_path, TextToImage(make_dvae(), transformer, tokenizer=tokenizer), {})
    model = load(tmp_path, "cpu")
    assert model.tokenizer.encode("a red fox") == tokenizer.encode("a red fox") != default().encode("a red fox")
    assert model.notices("a green fox") == ["the model was never shown the word 'green'"]


def test_a_transformer_of_another_vocabulary_is_refused():
    with pytest.raises(ValueError, match="the text vocabulary has 4096 tokens, the transformer reads 300"):
        TextToImage(make_dvae(), make_transformer(replace(STREAM, text_vocab=300)))


@pytest.mark.parametrize("content", [b"", b"[1]", b'{"bpe": 3}'])
def test_a_vocabulary_that_is_none_is_refused(content, folder, monkeypatch):
    verified = checkpoints.verified
    monkeypatch.setattr(
        checkpoints, "verified", lambda path, card: content if path.name == "text.json" else verified(path, card)
    )
    with pytest.raises(CheckpointError, match=r"text\.json: not a text vocabulary") as error:
        read(folder)
    one_sentence(error)


def test_a_folder_that_was_packed_and_sent_draws_as_before(tmp_path, tiny):
    save(tmp_path / "here" / "tiny", tiny, {"name": "tiny"})
    before = load(tmp_path / "here" / "tiny", "cpu").draw("a fox", n=2)
    packed = shutil.make_archive(str(tmp_path / "tiny"), "zip", tmp_path / "here")
    with pytest.raises(
        CheckpointError, match=r"tiny\.zip is packed; unpack it and load its folder: python -m zipfile -e"
    ):
        load(packed)
    shutil.unpack_archive(packed, tmp_path / "there")
    shutil.rmtree(tmp_path / "here")
    assert torch.equal(load(tmp_path / "there" / "tiny", "cpu").draw("a fox", n=2).tokens, before.tokens)
