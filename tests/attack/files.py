"""Files of strangers: checkpoints, pickles, caches of probes, galleries."""

import copy
import hashlib
import io
import json
import os
import pickle
import random
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file
from safetensors.torch import save as save_tensors
from torch import nn

from helpers import load
from helpers.models.checkpoints import save
from helpers.models.zoo.pickles import read_modules
from helpers.probes import gallery
from helpers.probes.cache import Cache
from tests.attack.cases import Case
from tests.tiny import make_model

ODD = [None, [], [[1, 2]], {}, 3, -1, 0, 2**70, 1.5, 1e308, float("nan"), True, "", "text", ["x"] * 9, {"a": {"b": 1}}]
ODD_JSON = [b"", b"null", b"[]", b"[[1,2]]", b"7", b'"x"', b"[" * 10**6, b'{"a":' * 10**6, b"\xff\xfe", b"9" * 10**5]
ODD_FILES: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "folder": os.mkdir,
    "device": lambda at: os.symlink("/dev/zero", at),
    "loop": lambda at: os.symlink(at, at),
    "missing": lambda at: None,
    "sparse": lambda at: (at.touch(), os.truncate(at, 2**40))[0],
}


def flips(data: bytes, seed: int) -> bytes:
    """Some bytes changed, or an end cut off."""
    rng, data = random.Random(seed), bytearray(data)
    if seed % 4 == 0:
        return bytes(data[: rng.randrange(len(data))])
    for _ in range(rng.choice([1, 5, 50])):
        data[rng.randrange(min(len(data), 4096) if seed % 4 == 1 else len(data))] = rng.randrange(256)
    return bytes(data)


# checkpoints


def checkpoints(folder: Path) -> Iterator[Case]:
    """Whoever writes a checkpoint writes its hashes, too."""
    source = folder / "tiny"
    save(source, make_model(), {"name": "tiny"})
    config = json.loads((source / "config.json").read_text())
    card = json.loads((source / "card.json").read_text())
    count = iter(range(10**6))

    def forged(name: str, data: bytes | Callable) -> Path:
        at = folder / f"forged-{next(count)}" / "tiny"
        shutil.copytree(source, at)
        if callable(data):
            (at / name).unlink()
            data(at / name)
            return at
        (at / name).write_bytes(data)
        if name != "card.json":
            digest = {name: hashlib.sha256(data).hexdigest()}
            (at / "card.json").write_text(json.dumps({**card, "sha256": card["sha256"] | digest}))
        return at

    def opens(at: Path):
        model = load(at, "cpu")
        model.draw("a fox", 1)
        return model

    def case(name: str, at: Path, wanted: str = "refuse") -> Case:
        return Case(name, partial(opens, at), wanted)

    for network, settings in config.items():
        for key in settings:
            for value in [*ODD, *([20_002, 10**6, [*range(3)], ["full"] * 10**5] if value_of_size(key) else [])]:
                if value != settings[key] or type(value) is not type(settings[key]):
                    changed = copy.deepcopy(config)
                    changed[network][key] = value
                    yield case(
                        f"{network}.{key}={value!r:.20}", forged("config.json", json.dumps(changed).encode()), "either"
                    )
        for value in ODD:
            yield case(
                f"{network}={value!r:.20}", forged("config.json", json.dumps(config | {network: value}).encode())
            )
    for name in ("card.json", "config.json", "text.json"):
        for data in ODD_JSON:
            yield case(f"{name}: {data[:20]!r}", forged(name, data))
    for value in ODD:
        yield case(f"sha256={value!r:.20}", forged("card.json", json.dumps({"sha256": value}).encode()))
    for name in ("card.json", "config.json", "text.json", "dvae.safetensors", "transformer.safetensors"):
        for kind, make in ODD_FILES.items():
            yield case(f"{name}: {kind}", forged(name, make))
        for seed in range(8):
            at = forged(name, flips((source / name).read_bytes(), seed))
            yield case(f"{name}: flips {seed}", at, "either")
    for name in ("dvae.safetensors", "transformer.safetensors"):
        weights = load_file(source / name)
        for key in list(weights)[:6]:
            for what, change in {
                "NaN": lambda w, k: w.update({k: torch.full_like(w[k].float(), torch.nan)}),
                "inf": lambda w, k: w.update({k: torch.full_like(w[k].float(), torch.inf)}),
                "1e30": lambda w, k: w.update({k: torch.full_like(w[k].float(), 1e30)}),
                "absent": lambda w, k: w.pop(k),
                "renamed": lambda w, k: w.update({f"{k}x": w.pop(k)}),
                "reshaped": lambda w, k: w.update({k: w[k].reshape(-1, 1, 1)}),
                "complex": lambda w, k: w.update({k: w[k].to(torch.complex64)}),
            }.items():
                changed = dict(weights)
                change(changed, key)
                yield case(f"{name} {key} {what}", forged(name, save_tensors(changed)))
    for length in (0, 1, 2**20, 2**62):
        data = length.to_bytes(8, "little") + b'{"a":1}'
        yield case(f"a header of {length} bytes", forged("dvae.safetensors", data))


def value_of_size(key: str) -> bool:
    return key in ("width", "grid", "size", "groups", "blocks", "attention", "codebook", "levels", "text_vocab")


# pickles


class Calls:
    """Pickles as a call."""

    def __init__(self, what: Callable, *arguments):
        self.what, self.arguments = what, arguments

    def __reduce__(self):
        return self.what, self.arguments


def pickles(folder: Path) -> Iterator[Case]:
    """Programs in place of modules. Nothing of them may run: each would leave a mark."""
    mark = folder / "mark"
    count = iter(range(10**6))

    def written(data: bytes | Callable, zipped: bool = False) -> Path:
        at = folder / f"{next(count)}.pkl"
        if callable(data):
            data(at)
        elif zipped:
            with zipfile.ZipFile(at, "w") as archive:
                archive.writestr("a/data.pkl", data)
        else:
            at.write_bytes(data)
        return at

    def quiet(_) -> bool:
        return not mark.exists()

    def read(at: Path):
        try:
            return read_modules(at)
        finally:
            assert not mark.exists()

    def case(name: str, at: Path, wanted: str = "refuse") -> Case:
        return Case(name, partial(read, at), wanted, quiet)

    module = nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 8, 1))
    for layout in (True, False):
        data = io.BytesIO()
        torch.save(module, data, _use_new_zipfile_serialization=layout)
        yield case(f"honest, zip {layout}", written(data.getvalue()), "take")
        for seed in range(24):
            yield case(f"flips {seed}, zip {layout}", written(flips(data.getvalue(), seed)), "either")
        for what in (
            Calls(os.system, f"touch {mark}"),
            Calls(eval, f"open({str(mark)!r}, 'w')"),
            Calls(open, str(mark), "w"),
            Calls(exec, f"open({str(mark)!r}, 'w')"),
            Calls(getattr, os, "system"),
            Calls(torch.load, str(mark)),
            Calls(print, "x"),
        ):
            for held in (what, [what], {"a": what}, (what,)):
                try:
                    data = io.BytesIO()
                    torch.save(held, data, _use_new_zipfile_serialization=layout)
                except (TypeError, pickle.PicklingError):
                    continue
                yield case(f"{what.what.__name__} in {type(held).__name__}", written(data.getvalue()))
    linear = b"\x80\x02ctorch.nn.modules.linear\nLinear\n)\x81"
    double = b"q\0h\0\x86" * 120
    for name, program in {
        "nested value": b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\n)" + double + b"K\0h\0h\0tR.",
        "nested shape": b"\x80\x02ctorch._utils\n_rebuild_tensor_v2\n(K\x01K\0)" + double + b")tR.",
        "nested name": b"\x80\x02)" + double + b"Q.",
        "itself": linear + b"q\0}X\x08\0\0\0_modules}X\x01\0\0\0ah\0ssb.",
        "itself often": linear
        + b"q\0}X\x08\0\0\0_modules}("
        + b"".join(b"X\x04\0\0\0%04dh\0" % i for i in range(9000))
        + b"usb.",
        "long names": linear + b"q\0}X\x08\0\0\0_modules}X\x10\x27\0\0" + b"a" * 10_000 + b"h\0ssb.",
        "small instructions": b"\x80\x02" + b"N" * 30_000_000 + b".",
        "marks": b"(" * 10_000_000,
        "deep key": b"\x80\x02})" + b"\x85" * 8_000_000 + b"K\x01s.",
        "far memo": b"\x80\x02]r\xff\xff\xff\x7f.",
        "long name": b"\x80\x02c" + b"a" * 30_000_000 + b"\nb\n.",
        "bytearray": b"\x80\x02c__builtin__\nbytearray\n\x8a\x08\0\0\0\0\x10\0\0\0\x85R.",
        "no end": b"\x80\x02",
        "empty": b"",
        "stack": b"\x80\x020000.",
        "newer": b"\x80\x04\x8c\x02os\x8c\x06system\x93.",
        "instance": b"(ios\nsystem\n.",
        "extension": b"\x82\x01.",
        "dotted": b"cdall_e.utils\nos.system\n.",
        "terminal": b"c\x1b[2Jos\nsystem\n.",
    }.items():
        yield case(name, written(program, zipped=True))
        yield case(f"{name}, bare", written(program))
    for name, make in ODD_FILES.items():
        yield case(name, written(make))
    with zipfile.ZipFile(folder / "many.pkl", "w") as archive:
        for i in range(200_000):
            archive.writestr(str(i), b"")
    yield case("many parts", folder / "many.pkl")
    with zipfile.ZipFile(folder / "packed.pkl", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/data.pkl", b"\0" * 10**8)
    yield case("packed", folder / "packed.pkl")


# caches of probes


def caches(folder: Path) -> Iterator[Case]:
    """Whatever becomes of the file, what is found in it is what was kept, or nothing."""
    seen = [([1, 2, 3], {"hat": "red"}), ([4, 5, 6], {"hat": "none"})]
    captions = [f"caption {i} " + "long " * 40 for i in range(60)]
    source = folder / "source.sqlite"
    kept = Cache(source, {})
    for caption in captions:
        kept.put("outfit", caption, 0, seen)
    kept.close()

    def goes_on(at: Path) -> bool:
        cache = Cache(at, {})
        found = [cache.get("outfit", caption, 0, 2) for caption in captions]
        cache.put("outfit", "another", 0, seen)
        cache.close()
        return all(one in (None, seen) for one in found)

    def case(name: str, at: Path) -> Case:
        return Case(name, partial(goes_on, at), "take", lambda good: good is True)

    for seed in range(32):
        at = folder / f"{seed}.sqlite"
        at.write_bytes(flips(source.read_bytes(), seed))
        yield case(f"flips {seed}", at)
    for name, make in ODD_FILES.items():
        if name != "sparse":
            make(folder / f"{name}.sqlite")
            yield case(name, folder / f"{name}.sqlite")
    for i, table in enumerate(("kept (mine TEXT)", "other (mine TEXT)", "seen (settings TEXT)")):
        with sqlite3.connect(folder / f"table-{i}.sqlite") as connection:
            connection.execute(f"CREATE TABLE {table}")
        connection.close()
        yield case(table, folder / f"table-{i}.sqlite")
    for change in ("tokens='[9]'", "tokens=NULL", "facts='['", "facts='[[[['", "tokens=x'00ff'", "number=number+1"):
        at = folder / f"row-{len(change)}-{change[0]}{change[-2]}.sqlite"
        shutil.copy(source, at)
        with sqlite3.connect(at) as connection:
            connection.execute(f"UPDATE OR IGNORE kept SET {change}")
        connection.close()
        yield case(change, at)

    def full() -> bool:
        cache = Cache(folder / "full.sqlite", {})
        cache.connection.execute("PRAGMA max_page_count=5")
        for caption in captions:
            cache.put("outfit", caption, 0, seen)
        return True

    yield Case("full disk", full, "take")


# galleries


def galleries(folder: Path) -> Iterator[Case]:
    """A gallery's values are a stranger's: what is not of their type is refused before anything is drawn."""
    tiny = make_model()
    settings = {"temperature": 1.0, "top_k": None, "top_p": None, "guidance": 1.0}
    entry = {"caption": "a fox", "seed": 0, "index": 0, "settings": settings, "failures": ["odd"], "said": "a fox"}
    entry |= {"asked": {"family": "counting"}, "read": {"family": "counting"}}
    path = gallery.save(folder / "gallery.json", tiny, [entry])
    whole = json.loads(path.read_text())
    count = iter(range(10**6))

    def opens(at: Path):
        return gallery.redraw(tiny, gallery.load(at))

    def case(name: str, content: dict | bytes, wanted: str = "refuse") -> Case:
        at = folder / f"{next(count)}.json"
        at.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return Case(name, partial(opens, at), wanted)

    yield case("honest", whole, "take")
    for data in ODD_JSON:
        yield case(f"{data[:20]!r}", data)
    for key in ("model", "checkpoint", "entries"):
        for value in ODD:
            wanted = "either" if key in ("model", "note") or value == [] else "refuse"
            yield case(f"{key}={value!r:.20}", whole | {key: value}, wanted)
    for key in ("caption", "seed", "index", "settings", "failures"):
        for value in [*ODD, 10**6, 10**12, "__import__('os').system('true')", {"n": 3}, {"temperature": "hot"}]:
            good = {
                "caption": isinstance(value, str) and value,
                "settings": value == {},
                "failures": isinstance(value, list),
            }
            fine = good.get(key) or (key in ("seed", "index") and type(value) is int and 0 <= value < 10**13)
            changed = whole | {"entries": [entry | {key: value}]}
            yield case(f"{key}={value!r:.20}", changed, "either" if fine else "refuse")
    for name, make in ODD_FILES.items():
        make(folder / f"{name}.json")
        yield Case(name, partial(opens, folder / f"{name}.json"), "refuse")
