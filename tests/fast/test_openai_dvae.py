"""OpenAI's published dVAE: read from its pickles without running them, equal to the published code."""

import copy
import io
import os
import pickle
import pickletools
import resource
import zipfile

import pytest
import torch
from torch import nn

from helpers.models.checkpoints import CheckpointError
from helpers.models.zoo import openai_dvae, pickles
from helpers.models.zoo.pickles import Refused, read_modules
from helpers.networks.dvae import DVAE, DVAEConfig, map_pixels, unmap_pixels

SMALL = DVAEConfig(size=32, width=64, init=16, codebook=512)  # the least that the published code allows
each_layout = pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])


@pytest.fixture(scope="module")
def dall_e():
    return pytest.importorskip("dall_e", reason="needs: pip install --no-deps DALL-E==0.1")


@pytest.fixture(scope="module")
def published(dall_e):
    """The published encoder and decoder, small, with random weights."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        encoder = dall_e.Encoder(n_hid=64, vocab_size=512)
        decoder = dall_e.Decoder(n_hid=64, n_init=16, vocab_size=512)
        for network in (encoder, decoder):
            for name, parameter in network.named_parameters():
                parameter.data = parameter.data * 2 if name.endswith("w") else torch.randn_like(parameter) * 0.1
    return encoder, decoder


@pytest.fixture(scope="module")
def folder(published, tmp_path_factory):
    folder = tmp_path_factory.mktemp("openai-dvae")
    for network, file in zip(published, openai_dvae.PICKLES.values(), strict=True):
        torch.save(network, folder / file)
    return folder


@pytest.fixture(scope="module")
def dvae(folder):
    return openai_dvae.read(folder, SMALL)


@pytest.fixture(scope="module")
def pixels():
    return torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(1))


def one_sentence(error):
    assert "\n" not in str(error.value) and "Traceback" not in str(error.value)


# as the published code


@each_layout
def test_module_is_read_name_for_name(published, tmp_path, zipped):
    for network in published:
        torch.save(network, tmp_path / "a.pkl", _use_new_zipfile_serialization=zipped)
        found = read_modules(tmp_path / "a.pkl")
        wanted = network.state_dict()
        assert found.keys() == wanted.keys()
        assert all(torch.equal(found[name], wanted[name]) for name in wanted)


def test_full_size_has_the_names_and_shapes_of_ours(dall_e):
    device = torch.device("meta")
    with device:
        ours = DVAE(DVAEConfig()).state_dict()
    theirs = {}
    for part, network in (("encoder", dall_e.Encoder(device=device)), ("decoder", dall_e.Decoder(device=device))):
        theirs |= {openai_dvae.renamed(part, name): value.shape for name, value in network.state_dict().items()}
    assert theirs == {name: value.shape for name, value in ours.items()}


def test_logits_tokens_and_pictures_are_those_of_the_published_code(dall_e, published, dvae, pixels):
    encoder, decoder = published
    with torch.no_grad():
        logits = encoder(dall_e.map_pixels(pixels))
        torch.testing.assert_close(dvae.encoder(map_pixels(pixels)), logits, atol=1e-5, rtol=0)
        assert torch.equal(dvae.encode(pixels), logits.argmax(1)) and len(logits.argmax(1).unique()) > 2
        one_hot = nn.functional.one_hot(logits.argmax(1), 512).permute(0, 3, 1, 2).float()
        wanted = dall_e.unmap_pixels(torch.sigmoid(decoder(one_hot)[:, :3]))
    torch.testing.assert_close(dvae.decode(logits.argmax(1)), wanted, atol=1e-5, rtol=0)
    torch.testing.assert_close(unmap_pixels(map_pixels(pixels)), dall_e.unmap_pixels(dall_e.map_pixels(pixels)))


def test_encoder_is_that_of_flava(dvae, pixels):
    from transformers import FlavaImageCodebookConfig
    from transformers.models.flava.modeling_flava import FlavaImageCodebook

    flava = FlavaImageCodebook(FlavaImageCodebookConfig(hidden_size=64, vocab_size=512)).eval()
    names = {name.replace(".group.", ".").replace(".path.", "."): name for name in flava.state_dict()}
    ours = dvae.encoder.state_dict()
    assert names.keys() == ours.keys()
    flava.load_state_dict({names[name]: value for name, value in ours.items()})
    with torch.no_grad():
        logits = flava.blocks(map_pixels(pixels))
        torch.testing.assert_close(dvae.encoder(map_pixels(pixels)), logits, atol=1e-5, rtol=0)
        assert torch.equal(dvae.encode(pixels), flava.get_codebook_indices(map_pixels(pixels)))


def test_pickles_are_converted_once(folder, dvae, monkeypatch):
    monkeypatch.setattr(openai_dvae, "read_modules", lambda path: pytest.fail("read again"))
    again = openai_dvae.read(folder, SMALL)
    assert all(torch.equal(a, b) for a, b in zip(again.parameters(), dvae.parameters(), strict=True))


def test_network_of_another_size_is_refused_with_its_shape(published, tmp_path):
    for network, file in zip(published, openai_dvae.PICKLES.values(), strict=True):
        torch.save(network, tmp_path / file)
    with pytest.raises(CheckpointError, match=r"does not hold the published dVAE: .* should be \(\d+") as error:
        openai_dvae.read(tmp_path, DVAEConfig())
    one_sentence(error)


# hostile and broken files


class Calls:
    """Pickles as a call of `what` on `arguments`."""

    def __init__(self, what, *arguments):
        self.what, self.arguments = what, arguments

    def __reduce__(self):
        return self.what, self.arguments


class WithState:
    """Would run `__setstate__` when unpickled."""

    def __getstate__(self):
        return {"command": "touch"}

    def __setstate__(self, state):
        raise AssertionError("ran")


class Bomb(nn.Module):
    """A module that hides a call among its attributes."""

    def __init__(self, thing):
        super().__init__()
        self.weight, self.thing = nn.Parameter(torch.ones(1)), thing


def touched(path):
    return f"touch {path}"


HOSTILE = {
    "os.system": lambda mark: Calls(os.system, touched(mark)),
    "eval": lambda mark: Calls(eval, f"open({str(mark)!r}, 'w')"),
    "getattr": lambda mark: Calls(getattr, nn.modules.linear, "Linear"),
    "getattr chain": lambda mark: Calls(Calls(getattr, os, "system"), touched(mark)),
    "setstate": lambda mark: WithState(),
    "torch.load": lambda mark: Calls(torch.load, str(mark)),
    "open": lambda mark: Calls(open, str(mark), "w"),
    "a torch function": lambda mark: Calls(torch.hub.load, "a/b", "c"),
}


@each_layout
@pytest.mark.parametrize("hidden", [False, True], ids=["bare", "in a module"])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pickle_is_refused_and_nothing_runs(tmp_path, name, hidden, zipped):
    mark = tmp_path / "mark"
    thing = HOSTILE[name](mark)
    try:
        torch.save(Bomb(thing) if hidden else thing, tmp_path / "a.pkl", _use_new_zipfile_serialization=zipped)
    except (TypeError, pickle.PicklingError):
        with zipfile.ZipFile(tmp_path / "a.pkl", "w") as archive:  # torch cannot write it; a person could
            archive.writestr("a/data.pkl", b"cos\nsystem.__call__\n(S'" + touched(mark).encode() + b"'\ntR.")
    with pytest.raises(Refused, match=r"a\.pkl is refused: ") as error:
        read_modules(tmp_path / "a.pkl")
    one_sentence(error)
    assert not mark.exists()


@pytest.mark.parametrize(
    "program, message",
    [
        (b"cposix\nsystem\n(S'true'\ntR.", "names 'posix.system'"),
        (b"\x80\x04\x8c\x02os\x8c\x06system\x93.", "instruction SHORT_BINUNICODE"),
        (b"ctorch.nn.modules.linear\nLinear.forward\n.", "names 'torch.nn.modules.linear.Linear.forward'"),
        (b"cdall_e.utils\nos.system\n.", "names 'dall_e.utils.os.system'"),
        (b"(i__main__\nFoo\n.", "instruction INST"),
        (b"(ios\nsystem\n.", "instruction INST"),
        (b"\x82\x01.", "instruction EXT1"),
        (b"\x80\x02}(K\x01K\x02u.", "a str was due"),
        (b"\x80\x02]r\xff\xff\xff\xff.", "a Record was due"),
        (b"\x80\x02.", "damaged"),
        (b"\x80\x02K\x01Q.", "a tuple was due"),
        (b"\x80\x02ctorch\nFloatStorage\n)R.", "there is no tensor in it"),
    ],
)
def test_program_of_a_pickle_is_refused_by_what_it_does(tmp_path, program, message):
    with zipfile.ZipFile(tmp_path / "a.pkl", "w") as archive:
        archive.writestr("a/data.pkl", program)
    with pytest.raises(Refused, match=message) as error:
        read_modules(tmp_path / "a.pkl")
    one_sentence(error)


def saved(network, zipped=True):
    data = io.BytesIO()
    torch.save(network, data, _use_new_zipfile_serialization=zipped)
    return data.getvalue()


@each_layout
@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.9, 0.999])
def test_short_file_is_refused(tmp_path, zipped, share):
    data = saved(nn.Conv2d(3, 8, 3), zipped)
    (tmp_path / "a.pkl").write_bytes(data[: int(len(data) * share)])
    with pytest.raises(Refused, match=r"a\.pkl is refused: ") as error:
        read_modules(tmp_path / "a.pkl")
    one_sentence(error)


@each_layout
def test_damaged_file_is_refused_or_read_but_never_runs(tmp_path, zipped):
    data = saved(nn.Conv2d(3, 8, 3), zipped)
    for at in range(0, len(data), len(data) // 75):
        (tmp_path / "a.pkl").write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        try:
            found = read_modules(tmp_path / "a.pkl")
        except Refused:
            continue
        assert all(isinstance(tensor, torch.Tensor) for tensor in found.values())


def test_huge_file_is_refused_unread(tmp_path):
    with (tmp_path / "a.pkl").open("wb") as file:
        file.truncate(pickles.LARGEST + 1)  # sparse: it takes no room
    with pytest.raises(Refused, match="more than the 1,073,741,824 that are read") as error:
        read_modules(tmp_path / "a.pkl")
    one_sentence(error)


def test_compressed_zip_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.pkl", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/data.pkl", b"\0" * 10_000)
    with pytest.raises(Refused, match="its parts are compressed"):
        read_modules(tmp_path / "a.pkl")


def test_tensor_larger_than_its_numbers_is_refused(tmp_path):
    small = nn.Module()
    small.weight = nn.Parameter(torch.ones(1).expand(1000, 1000))
    (tmp_path / "a.pkl").write_bytes(saved(small))
    with pytest.raises(Refused, match="does not fit its 1 numbers"):
        read_modules(tmp_path / "a.pkl")


def test_modules_within_themselves_come_to_an_end(tmp_path):
    inner = nn.Sequential(nn.Conv2d(1, 1, 1))
    for _ in range(20):
        inner = nn.Sequential(inner, inner)
    (tmp_path / "a.pkl").write_bytes(saved(inner))
    with pytest.raises(Refused, match="more than 10,000 modules or names"):
        read_modules(tmp_path / "a.pkl")


def zip_of(path, program, **parts):
    """A file as torch.save lays it out."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/data.pkl", program)
        for key, data in parts.items():
            archive.writestr(f"a/data/{key}", data)
    return path


MODULE = b"\x80\x02ctorch.nn.modules.linear\nLinear\n)\x81"  # an instance without state
STORAGE = b"(X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\0kX\x03\0\0\0cpu%btQ"
BOMBS = {
    "nested value": b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\n)" + b"q\0h\0\x86" * 120 + b"K\0h\0h\0tR.",
    "nested shape": b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\n(K\x01K\x00)" + b"q\0h\0\x86" * 120 + b")tR.",
    "within itself": MODULE + b"q\0}X\x08\0\0\0_modules}X\x01\0\0\0ah\0ssb.",
    "within itself often": MODULE
    + b"q\0}X\x08\0\0\0_modules}("
    + b"".join(b"X\x04\0\0\0%04dh\0" % i for i in range(5000))
    + b"usb.",
    "long names": MODULE + b"q\0}X\x08\0\0\0_modules}X\x10\x27\0\0" + b"a" * 10_000 + b"h\0ssb.",
    "small instructions": b"\x80\x02" + b"N" * 30_000_000 + b".",
    "deep key": b"\x80\x02})" + b"\x85" * 4_000_000 + b"K\x01s.",
    "far memo": b"\x80\x02]r\xff\xff\xff\x7f.",
    "long name": b"\x80\x02c" + b"a" * 5_000_000 + b"\nb\n.",
    "long number": b"\x80\x02(" + b"\x8a\xff" + b"\x7f" * 255 + b"Q.",
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_program_takes_long_or_much_or_is_printed(tmp_path, name):
    path = zip_of(tmp_path / "a.pkl", BOMBS[name])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refused) as error:
        read_modules(path)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before  # kilobytes
    assert 1024 * grown < 4 * path.stat().st_size + 2**27
    one_sentence(error)
    assert len(str(error.value)) < len(str(path)) + 200


def views(count, size):
    """A module of so many tensors that share one storage of `size` numbers."""
    tensor = (
        b"ctorch._utils\n_rebuild_tensor_v2\n("
        + STORAGE % (b"J" + size.to_bytes(4, "little"))
        + b"K\0J"
        + size.to_bytes(4, "little")
        + b"\x85K\x01\x85tR"
    )
    named = b"".join(b"X\x04\0\0\0%04d" % i + tensor for i in range(count))
    return MODULE + b"}X\x0b\0\0\0_parameters}(" + named + b"usb."


def test_one_storage_is_not_many_tensors(tmp_path):
    assert read_modules(zip_of(tmp_path / "one.pkl", views(1, 1000), k=b"\0" * 4000))["0000"].shape == (1000,)
    with pytest.raises(Refused, match="more numbers than it has"):
        read_modules(zip_of(tmp_path / "many.pkl", views(300, 2_000_000), k=b"\0" * 8_000_000))


def test_parts_of_a_zip_do_not_lie_over_each_other(tmp_path):
    path, data = tmp_path / "a.pkl", io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("a/data.pkl", views(1, 1000))
        archive.writestr("a/data/k", b"\0" * 100_000)
        for i in range(100):
            twin = copy.copy(archive.getinfo("a/data/k"))
            twin.filename = twin.orig_filename = f"a/data/{i}"
            archive.filelist.append(twin)
    path.write_bytes(data.getvalue())
    with pytest.raises(Refused, match=r"lie over each other|damaged"):
        read_modules(path)


def test_many_parts_are_refused_before_they_are_listed(tmp_path):
    parts = {str(i): b"" for i in range(pickles.MOST_MEMBERS + 1)}
    with pytest.raises(Refused, match="more than 10,000 parts"):
        read_modules(zip_of(tmp_path / "a.pkl", b".", **parts))


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda at: os.symlink("/dev/zero", at)])
def test_what_is_no_file_is_not_waited_for(tmp_path, make):
    make(tmp_path / "a.pkl")
    with pytest.raises(Refused, match="it is no file"):
        read_modules(tmp_path / "a.pkl")


def test_published_modules_are_far_from_every_limit(dall_e):
    device = torch.device("meta")
    for network in (dall_e.Encoder(device=device), dall_e.Decoder(device=device)):
        program = pickle.dumps(network, protocol=2)
        assert sum(1 for _ in pickletools.genops(program)) < pickles.MOST_INSTRUCTIONS / 5
        assert len([*network.modules()]) + len(network.state_dict()) < pickles.MOST_NAMES / 5


def test_every_instruction_of_pickles_is_read_or_refused(tmp_path):
    for opcode in pickletools.opcodes:
        with zipfile.ZipFile(tmp_path / "a.pkl", "w") as archive:
            archive.writestr("a/data.pkl", opcode.code.encode("latin-1") + b"\0" * 16 + b"\n\n.")
        with pytest.raises(Refused):
            read_modules(tmp_path / "a.pkl")


def test_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(CheckpointError, match=r"a\.pkl cannot be read: No such file") as error:
        read_modules(tmp_path / "a.pkl")
    one_sentence(error)
