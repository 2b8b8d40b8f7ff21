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
from safetensors.torch import load_file, save_file

import helpers
from helpers.models import zoo
from helpers.models.abilities import Unable
from helpers.models.checkpoints import CheckpointError
from helpers.models.zoo import fetching, memory, openai_dvae
from helpers.models.zoo.__main__ import main
from helpers.networks.dvae import DVAEConfig
from helpers.widgets import Studio
from tests import tiny_public
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

    files = {"config.json": 23, "model.safetensors": 3_000, "pytorch_model.bin": 9_000}
    calls = []

    class Api:
        def model_info(self, at, revision, files_metadata, timeout):
            siblings = [SimpleNamespace(rfilename=name, size=size) for name, size in files.items()]
            return SimpleNamespace(sha=revision or "newest", siblings=siblings)

    def snapshot(at, revision, allow_patterns, local_dir):
        calls.append((at, revision))
        local_dir.mkdir(parents=True, exist_ok=True)
        (local_dir / "config.json").write_text(json.dumps({"model_type": "janus"}))
        (local_dir / "model.safetensors").write_bytes(bytes(files["model.safetensors"] - calls.count("short")))

    monkeypatch.setattr(huggingface_hub, "HfApi", Api)
    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot)
    return calls


@pytest.fixture
def site():
    """A web site of one file that answers ranges. `breaks` is where it breaks off; `says` changes its answers."""
    site = SimpleNamespace(content=bytes(range(256)) * 40, asked=[], breaks=None, says={}, status={}, body=None)

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            content, begin = site.content, int((self.headers["Range"] or "bytes=0-")[6:-1])
            site.asked.append((self.command, begin))
            if begin and self.headers["If-Range"] != '"1"':
                begin = 0
            says = {
                "Content-Length": str(len(content) - begin),
                "Content-Type": "application/octet-stream",
                "ETag": '"1"',
            }
            if begin:
                says["Content-Range"] = f"bytes {begin}-{len(content) - 1}/{len(content)}"
            self.send_response(site.status.get(self.command, 206 if begin else 200))
            for name, value in (says | site.says.get(self.command, {})).items():
                if value is not None:
                    self.send_header(name, value)
            self.end_headers()
            return (content if site.body is None else site.body)[begin : site.breaks]

        def do_GET(self):
            self.wfile.write(self.answer())

        def do_HEAD(self):
            self.answer()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    site.address = f"http://127.0.0.1:{server.server_port}"
    yield site
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
    assert record["bytes"] == {"config.json": 23, "model.safetensors": 3_000}  # no pickles


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


def fetched(site, path):
    """Ask for the size and fetch, as `zoo.fetch` does."""
    url = f"{site.address}/{path.name}"
    fetching.download(url, path, fetching.head(url))


def test_file_that_broke_off_is_gone_on_with(site, tmp_path):
    path, site.breaks = tmp_path / "encoder.pkl", 5_000
    with pytest.raises(Exception):  # noqa: B017 (whichever library notices first)
        fetched(site, path)
    assert not path.exists()
    site.breaks = None
    fetched(site, path)
    assert path.read_bytes() == site.content and site.asked[-1] == ("GET", 5_000)
    fetched(site, path)
    assert site.asked[-1][0] == "HEAD" and [file.name for file in tmp_path.iterdir()] == ["encoder.pkl"]


def test_whole_part_needs_no_more_bytes(site, tmp_path):
    fetching.head(f"{site.address}/a").part(tmp_path / "a").write_bytes(site.content)
    fetched(site, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == site.content and [method for method, _ in site.asked] == ["HEAD"] * 2


def test_a_part_of_another_version_is_not_gone_on_from(site, tmp_path):
    site.breaks = 5_000
    with pytest.raises(Exception):  # noqa: B017
        fetched(site, tmp_path / "a")
    site.breaks, site.content = None, site.content[::-1]
    site.says = {method: {"ETag": '"2"'} for method in ("HEAD", "GET")}
    fetched(site, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == site.content and site.asked[-1] == ("GET", 0)
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("tag", [None, 'W/"1"'])
def test_without_a_version_it_is_begun_anew(tag, site, tmp_path):
    site.breaks, site.says = 5_000, {method: {"ETag": tag} for method in ("HEAD", "GET")}
    with pytest.raises(Exception):  # noqa: B017
        fetched(site, tmp_path / "a")
    site.breaks = None
    fetched(site, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == site.content and site.asked[-1] == ("GET", 0)


def test_a_link_in_place_of_a_part_is_not_followed(site, tmp_path):
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    fetching.head(f"{site.address}/a").part(tmp_path / "a").symlink_to(mine)
    fetched(site, tmp_path / "a")
    assert mine.read_text() == "mine" and (tmp_path / "a").read_bytes() == site.content


def test_a_file_of_another_length_is_fetched_again(site, tmp_path):
    (tmp_path / "a").write_bytes(b"<html>")
    fetched(site, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == site.content


HTML = {"Content-Type": "text/html; charset=utf-8"}
HOSTILE = {
    "a page for both": {"HEAD": HTML, "GET": HTML},
    "a page for the file": {"GET": HTML},
    "no length": {"HEAD": {"Content-Length": None}},
    "a negative length": {"HEAD": {"Content-Length": "-5"}},
    "a length of nought": {"HEAD": {"Content-Length": "0"}},
    "a length that is no number": {"HEAD": {"Content-Length": "many"}},
    "a length without end": {"HEAD": {"Content-Length": "9" * 5000}},
    "another length": {"GET": {"Content-Length": "77"}},
    "a longer one": {"GET": {"Content-Length": "1000000"}},
    "another version": {"GET": {"ETag": '"9"'}},
    "packed": {"GET": {"Content-Encoding": "gzip"}},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_answer_that_is_not_the_file_is_refused_and_can_be_fetched_again(name, site, checkpoints, monkeypatch):
    here = zoo.Source("openai_dvae", site.address, None, ("encoder.pkl",), 0.1, "")
    monkeypatch.setitem(zoo.SOURCES, "openai-dvae", here)
    site.says = HOSTILE[name]
    with pytest.raises(CheckpointError, match="cannot be fetched from") as error:
        zoo.fetch("openai-dvae", yes=True)
    one_sentence(error)
    assert not (checkpoints / "openai-dvae" / zoo.MARK).exists() and len(str(error.value)) < 500
    site.says = {}
    folder = zoo.fetch("openai-dvae", yes=True)
    assert (folder / "encoder.pkl").read_bytes() == site.content


@pytest.mark.parametrize(
    "says",
    [
        {"Content-Range": None},
        {"Content-Range": "bytes 0-10239/10240"},
        {"Content-Range": "bytes 5000-10239/99999"},
        {"Content-Range": "bytes 5000-10239/*"},
        {"Content-Range": "nonsense"},
        {"ETag": '"9"'},
        {"Content-Length": "10240"},
    ],
    ids=str,
)
def test_a_part_of_another_place_or_file_is_refused(says, site, tmp_path):
    site.breaks = 5_000
    with pytest.raises(Exception):  # noqa: B017
        fetched(site, tmp_path / "a")
    site.breaks, site.says = None, {"GET": says}
    with pytest.raises(ConnectionError):
        fetched(site, tmp_path / "a")
    site.says = {}
    fetched(site, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == site.content


def test_what_the_hub_sent_is_measured(hub):
    hub.append("short")
    with pytest.raises(CheckpointError, match=r"model\.safetensors has another length than the 3,000 bytes"):
        zoo.fetch("janus-pro-1b", yes=True)


def test_openai_dvae_comes_from_its_address(site, checkpoints, monkeypatch):
    here = zoo.Source("openai_dvae", site.address, None, ("encoder.pkl", "decoder.pkl"), 0.1, "")
    monkeypatch.setitem(zoo.SOURCES, "openai-dvae", here)
    zoo.fetch("openai-dvae", yes=True)
    assert (checkpoints / "openai-dvae" / "decoder.pkl").read_bytes() == site.content


@pytest.mark.slow
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
    (folder / openai_dvae.CARD).write_text(json.dumps({"name": openai_dvae.NAME, "sha256": hashes}))
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


@pytest.mark.parametrize("kind", ["janus", "emu3", "clip"])
def test_a_public_model_that_lacks_a_tensor_does_not_open(kind, checkpoints):
    net, tokenizer = getattr(tiny_public, f"make_{kind}")()
    folder = checkpoints / kind
    net.save_pretrained(folder), tokenizer.save_pretrained(folder)
    zoo.open_model(folder, "cpu")
    weights = load_file(folder / "model.safetensors")
    name = next(
        name for name in sorted(weights) if name.endswith("mlp.fc1.weight" if kind == "clip" else "q_proj.weight")
    )
    whole = weights.pop(name)
    for change, match in (
        ({}, f"lacks 1 of the model's tensors, .*{name.rpartition('layers')[2]}"),
        ({name: whole[:-1]}, "lacks 1 of|cannot be opened"),
        ({name: whole * torch.nan}, "holds numbers that are NaN"),
    ):
        save_file(weights | change, folder / "model.safetensors", {"format": "pt"})
        with pytest.raises(CheckpointError, match=match) as error:
            zoo.open_model(folder, "cpu")
        one_sentence(error)
    (folder / "model.safetensors").unlink()
    torch.save(weights, folder / "pytorch_model.bin")
    with pytest.raises(CheckpointError, match="cannot be opened"):
        zoo.open_model(folder, "cpu")


@pytest.mark.parametrize("content", ["[]", "null", "{", "[" * 100_000])
def test_a_configuration_that_is_none_is_no_public_model(content, checkpoints):
    (checkpoints / "clip").mkdir()
    (checkpoints / "clip" / "config.json").write_text(content)
    assert not zoo.is_here("clip")
