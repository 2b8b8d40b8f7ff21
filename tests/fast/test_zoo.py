"""Public models: what there is, fetching only when told to, fitting memory, opening by name. No network."""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
from safetensors.torch import save_file

import helpers
from helpers.models import zoo
from helpers.models.base import Unable
from helpers.models.checkpoints import CheckpointError
from helpers.models.zoo import fetching, memory, openai_dvae
from helpers.models.zoo.__main__ import main
from helpers.networks.dvae import DVAEConfig
from helpers.widgets import Studio
from tests.tiny import make_dvae

ROOT = Path(__file__).parents[2]
SMALL = DVAEConfig(size=32, width=8, init=8, codebook=16)


@pytest.fixture(autouse=True)
def checkpoints(tmp_path, monkeypatch):
    """An empty folder of checkpoints."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr(zoo, "ROOT", tmp_path)
    return tmp_path


@pytest.fixture
def hub(monkeypatch):
    """A hub of one repository that counts what is taken from it."""
    import huggingface_hub

    files = {"config.json": 2, "model.safetensors": 3_000, "pytorch_model.bin": 9_000}
    calls = []

    class Api:
        def model_info(self, at, revision, files_metadata, timeout):
            siblings = [SimpleNamespace(rfilename=name, size=size) for name, size in files.items()]
            return SimpleNamespace(sha=revision or "newest", siblings=siblings)

    def snapshot(at, revision, allow_patterns, local_dir):
        calls.append((at, revision))
        local_dir.mkdir(parents=True, exist_ok=True)
        (local_dir / "config.json").write_text(json.dumps({"model_type": "janus"}))

    monkeypatch.setattr(huggingface_hub, "HfApi", Api)
    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot)
    return calls


@pytest.fixture
def site():
    """A web site of one file that answers ranges and, the first time, breaks off in the middle."""
    content, asked = bytes(range(256)) * 40, []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            begin = int((self.headers["Range"] or "bytes=0-")[6:-1])
            asked.append(begin)
            if begin >= len(content):
                self.send_error(416)
                return
            self.send_response(206 if begin else 200)
            self.send_header("Content-Length", str(len(content) - begin))
            self.end_headers()
            self.wfile.write(content[begin : 5_000 if len(asked) == 1 else None])

        def do_HEAD(self):
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield SimpleNamespace(address=f"http://127.0.0.1:{server.server_port}", content=content, asked=asked)
    server.shutdown()
    server.server_close()
    thread.join()


def one_sentence(error):
    assert "\n" not in str(error.value)


# fetching


def test_size_and_place_are_said_before_anything_is_fetched(hub, checkpoints, capsys):
    asked = []
    with pytest.raises(CheckpointError, match="was not fetched, as you said"):
        zoo.fetch("janus-pro-1b", ask=lambda question: asked.append(question) or "")
    said = capsys.readouterr().out
    assert "0.0 GB from deepseek-community/Janus-Pro-1B at commit 1655280b" in said and str(checkpoints) in said
    assert asked == ["Fetch it? [y/N] "] and hub == []


def test_pinned_commit_is_fetched_once_and_written_down(hub, checkpoints):
    for _ in range(2):
        assert zoo.fetch("janus-pro-1b", ask=lambda _: "y") == checkpoints / "janus-pro-1b"
    commit = zoo.SOURCES["janus-pro-1b"].revision
    assert hub == [("deepseek-community/Janus-Pro-1B", commit)]
    record = json.loads((checkpoints / "janus-pro-1b" / zoo.MARK).read_text())
    assert record["revision"] == commit
    assert record["bytes"] == {"config.json": 2, "model.safetensors": 3_000}  # no pickles


def test_a_model_without_a_pin_comes_at_the_commit_that_is_named(hub, checkpoints, capsys):
    assert main(["fetch", "emu3-gen", "--yes"]) == 2
    said = capsys.readouterr().err
    assert "no commit of emu3-gen is pinned" in said and "fetch emu3-gen --revision COMMIT" in said and hub == []
    assert main(["fetch", "emu3-gen", "--yes", "--revision", "ab" * 20]) == 0
    assert json.loads((checkpoints / "emu3-gen" / zoo.MARK).read_text())["revision"] == "ab" * 20


@pytest.mark.parametrize(("name", "revision"), [("emu3-gen", "main"), ("openai-dvae", "ab" * 20)])
def test_what_is_no_commit_is_refused(name, revision, hub):
    with pytest.raises(CheckpointError, match=rf"{revision}.* is no commit of {name}"):
        zoo.fetch(name, yes=True, revision=revision)


@pytest.mark.parametrize("name", ["janus-pro-1b", "clip"])
def test_offline_is_one_sentence_with_the_command(name):
    with pytest.raises(CheckpointError, match=f"with: python -m helpers.models.zoo fetch {name}$") as error:
        zoo.fetch(name, yes=True)
    one_sentence(error)


def test_full_disk_is_said_before_fetching(hub, monkeypatch):
    monkeypatch.setattr(fetching.shutil, "disk_usage", lambda _: SimpleNamespace(free=10))
    with pytest.raises(CheckpointError, match=r"needs 0\.0 GB of disk") as error:
        zoo.fetch("janus-pro-1b", yes=True)
    one_sentence(error)
    assert hub == []


def test_file_that_broke_off_is_gone_on_with(site, tmp_path):
    path = tmp_path / "encoder.pkl"
    with pytest.raises(Exception):  # noqa: B017 (whichever library notices first)
        fetching.download(f"{site.address}/encoder.pkl", path)
    assert not path.exists()
    fetching.download(f"{site.address}/encoder.pkl", path)
    assert path.read_bytes() == site.content and site.asked == [0, 5_000]
    fetching.download(f"{site.address}/encoder.pkl", path)
    assert len(site.asked) == 2 and [file.name for file in tmp_path.iterdir()] == ["encoder.pkl"]


def test_whole_part_needs_no_more_bytes(site, tmp_path):
    (tmp_path / "a.part").write_bytes(site.content)
    fetching.download(f"{site.address}/a", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == site.content


def test_openai_dvae_comes_from_its_address(site, checkpoints, monkeypatch):
    site.asked.append(0)  # it does not break off
    here = zoo.Source("openai_dvae", site.address, None, ("encoder.pkl", "decoder.pkl"), 0.1, "")
    monkeypatch.setitem(zoo.SOURCES, "openai-dvae", here)
    zoo.fetch("openai-dvae", yes=True)
    assert (checkpoints / "openai-dvae" / "decoder.pkl").read_bytes() == site.content


def test_importing_fetches_nothing_and_needs_no_transformers():
    code = "import sys, helpers.models.zoo; print('transformers' in sys.modules or 'huggingface_hub' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT).stdout == "False\n"


@pytest.mark.parametrize("name", zoo.SOURCES)
def test_fetched_models_are_ignored_by_git(name):
    path = f"checkpoints/{name}/model.safetensors"
    assert subprocess.run(["git", "check-ignore", "-q", path], cwd=ROOT).returncode == 0


@pytest.mark.parametrize("name", zoo.SOURCES)
def test_pins_are_whole_commits(name):
    revision = zoo.SOURCES[name].revision
    assert revision is None or (len(revision) == 40 and set(revision) <= set("0123456789abcdef"))


def test_command_line_lists_and_answers_in_one_sentence(capsys):
    assert main(["list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [*zoo.SOURCES]
    assert main(["fetch", "dall-e"]) == 2
    assert capsys.readouterr().err == f"there is no public model 'dall-e' here; there are: {', '.join(zoo.SOURCES)}\n"


# memory


def test_parameters_are_counted_without_reading_weights(tmp_path):
    save_file({"a": torch.zeros(3, 5), "b": torch.zeros(7)}, tmp_path / "1.safetensors")
    save_file({"c": torch.zeros(11, dtype=torch.bfloat16)}, tmp_path / "2.safetensors")
    assert memory.parameters(tmp_path) == 33


@pytest.mark.parametrize(
    "free, precision, chosen", [(10_000, None, "float32"), (3_000, None, "bfloat16"), (10_000, "bfloat16", "bfloat16")]
)
def test_memory_is_said_and_the_precision_that_fits_is_taken(tmp_path, monkeypatch, capsys, free, precision, chosen):
    save_file({"a": torch.zeros(1000)}, tmp_path / "1.safetensors")
    monkeypatch.setattr(memory, "room", lambda _: free)
    assert memory.fitting(tmp_path, "cpu", precision) == chosen
    assert f"in {chosen} need" in capsys.readouterr().out


def test_what_does_not_fit_is_refused_before_loading(tmp_path, monkeypatch):
    save_file({"a": torch.zeros(1000)}, tmp_path / "1.safetensors")
    monkeypatch.setattr(memory, "room", lambda _: 2_000)
    with pytest.raises(CheckpointError, match=r"in bfloat16 need 0\.0 GB .* and cpu has 0\.0 GB free") as error:
        memory.fitting(tmp_path, "cpu")
    one_sentence(error)
    with pytest.raises(CheckpointError, match="precision is 'int8'"):
        memory.fitting(tmp_path, "cpu", "int8")


# opening


@pytest.fixture
def converted(checkpoints, monkeypatch):
    """OpenAI's dVAE in its folder, small, with random weights."""
    folder, dvae = checkpoints / "openai-dvae", make_dvae(SMALL)
    data = openai_dvae.save_tensors(dvae.state_dict())
    hashes = {openai_dvae.WEIGHTS: openai_dvae.hashlib.sha256(data).hexdigest()}
    folder.mkdir()
    (folder / openai_dvae.WEIGHTS).write_bytes(data)
    (folder / openai_dvae.CARD).write_text(json.dumps({"sha256": hashes}))
    monkeypatch.setattr(openai_dvae, "PUBLISHED", SMALL)
    return dvae


@pytest.mark.parametrize("name", ["openai-dvae", "janus-pro-1b", "emu3-gen"])
def test_model_that_is_not_here_is_a_sentence_with_the_command(name):
    with pytest.raises(CheckpointError, match=rf"{name} is not here; .* with: {zoo.command(name)}$") as e:
        helpers.load(name)
    one_sentence(e)


def test_half_fetched_model_is_not_here(checkpoints):
    folder = checkpoints / "janus-pro-1b"
    (folder / ".cache" / "huggingface").mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps({"model_type": "janus"}))
    assert not zoo.is_here("janus-pro-1b")
    (folder / zoo.MARK).write_text("{}")
    assert zoo.is_here("janus-pro-1b")


def test_openai_dvae_encodes_and_decodes_like_any_model(converted, capsys):
    model = helpers.load("openai-dvae", device="cpu")
    assert "need 0.0 GB with room to work; cpu has" in capsys.readouterr().out
    assert "OpenAIDVAE 'openai-dvae': 32 px, 4 × 4 tokens of 16" in repr(model)
    pixels = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    tokens = model.encode(pixels)
    assert torch.equal(tokens.view(2, 4, 4), converted.encode(pixels))
    assert [picture.size for picture in model.decode(tokens)] == [(32, 32)] * 2


def test_what_openai_never_published_is_a_sentence(converted):
    model = helpers.load("openai-dvae", device="cpu")
    tokens = torch.zeros(16, dtype=torch.long)
    asked = {
        "draw": lambda: model.draw("a cat"),
        "draw at once": lambda: model.stream("a cat"),
        "draw on": lambda: model.complete("a cat", tokens, keep_rows=1),
        "describe": lambda: model.describe(tokens),
        "score": lambda: model.score("a cat", tokens),
    }
    for ask in asked.values():
        with pytest.raises(Unable, match=r"cannot .*: OpenAI published DALL·E's tokenizer and not") as error:
            ask()
        one_sentence(error)


def test_studio_says_what_a_model_cannot(converted):
    studio = Studio(helpers.load("openai-dvae", device="cpu"), "a cat")
    studio.draw.click()
    studio.wait(10)
    assert studio.status.text.startswith("openai-dvae cannot draw: OpenAI published")
