"""Tensors by name out of modules that `torch.save` pickled, without running anything.

A pickle is a program for a small stack machine, two of whose instructions import and call whatever
the file names. Here is that machine without those two: a name stays a string, an object a `Record`
of what it was to be made from, and tensors are rebuilt by us. Names and instructions that modules
of convolutions do not need are refused. Both of torch's layouts are read: a zip of one pickle and
raw storages, and the older row of pickles followed by the storages.
"""

import io
import math
import pickletools
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from helpers.models.checkpoints import CheckpointError

LARGEST = 2**30  # bytes of a file; the published ones have under a quarter of that
MOST_MODULES = 10_000
LEGACY = 0x1950A86A20F9469CFC6C  # the number that the older layout begins with
STORAGES = {
    "torch.FloatStorage": torch.float32,
    "torch.HalfStorage": torch.float16,
    "torch.DoubleStorage": torch.float64,
}
REBUILD_TENSOR, REBUILD_PARAMETER = "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_parameter"
DICT = "collections.OrderedDict"
PLAIN = {*STORAGES, REBUILD_TENSOR, REBUILD_PARAMETER, DICT, "torch.device", "__builtin__.set", "builtins.set"}
CLASSES = re.compile(r"(dall_e\.[a-z]+|torch\.nn\.modules\.[a-z]+)\.[A-Z][A-Za-z0-9]*")


class Refused(CheckpointError):
    """A file that is not pickled modules of tensors and nothing else."""


@dataclass
class Record:
    """An object of the file: the name of what would have been called, on what, and its state. It does nothing."""

    name: str
    arguments: tuple
    state: dict = field(default_factory=dict)


def read_modules(path: Path) -> dict[str, Tensor]:
    """Every parameter and buffer of a pickled module by its dotted name, float32."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise Refused(f"it has {size:,} bytes, more than the {LARGEST:,} that are read")
        data = path.read_bytes()
        module = _zipped(data) if zipfile.is_zipfile(io.BytesIO(data)) else _legacy(data)
        return {name: tensor.float() for name, tensor in _named(module).items()}
    except Refused as error:
        raise Refused(f"{path} is refused: {error}") from None
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read: {error.strerror}") from error
    except Exception as error:  # whatever a damaged file makes go wrong, nothing of it has run
        raise Refused(f"{path} is refused: it is damaged ({type(error).__name__})") from None


def _zipped(data: bytes) -> Any:
    """The object in a zip: `NAME/data.pkl` beside its storages `NAME/data/KEY`, none of them compressed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {entry.filename.partition("/")[2]: entry for entry in archive.infolist()}
        if "data.pkl" not in members:
            raise Refused("it is a zip, but not one that torch.save writes")
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in members.values()):
            raise Refused("its parts are compressed, which torch.save never does")
        if "byteorder" in members and archive.read(members["byteorder"]) != b"little":
            raise Refused("its numbers are not little-endian")

        def storage(dtype: torch.dtype, key: str, count: int) -> Tensor:
            return _numbers(archive.read(members[f"data/{key}"]), dtype, count)

        return run(io.BytesIO(archive.read(members["data.pkl"])), storage)


def _legacy(data: bytes) -> Any:
    """The object in the older layout: magic number, protocol, system, the object, keys, then each key's storage."""
    stream = io.BytesIO(data)
    if not data.startswith(b"\x80\x02\x8a\x0a") or run(stream) != LEGACY:
        raise Refused("torch.save did not write it")
    run(stream), run(stream)
    wanted: dict[str, tuple[Tensor, int]] = {}

    def storage(dtype: torch.dtype, key: str, count: int) -> Tensor:
        if not 0 <= count <= len(data):
            raise Refused(f"it asks for {count:,} numbers, more than it has bytes")
        wanted.setdefault(key, (torch.empty(count, dtype=dtype), count))
        return wanted[key][0]

    module = run(stream, storage)
    for key in run(stream):
        tensor, count = wanted[key]
        if int.from_bytes(stream.read(8), "little") != count:
            raise Refused("it is damaged: a storage has another length than announced")
        tensor.copy_(_numbers(stream.read(count * tensor.element_size()), tensor.dtype, count))
    return module


def _numbers(data: bytes, dtype: torch.dtype, count: int) -> Tensor:
    if count < 1 or len(data) != count * dtype.itemsize:
        raise Refused(f"it is damaged: a storage of {count} numbers has {len(data)} bytes")
    return torch.frombuffer(bytearray(data), dtype=dtype)


def run(stream: io.BytesIO, storage: Callable[[torch.dtype, str, int], Tensor] | None = None) -> Any:
    """Run the machine up to STOP; returns what is left on the stack. `storage` gives a key's numbers."""
    stack: list[Any] = []
    marks: list[int] = []
    memo: dict[int, Any] = {}

    def since_mark() -> list[Any]:
        start = marks.pop()
        taken = stack[start:]
        del stack[start:]
        return taken

    def take(count: int) -> list[Any]:
        taken = stack[-count:]
        if len(taken) < count:
            raise Refused("it is damaged: its stack runs empty")
        del stack[-count:]
        return taken

    for code, argument, _ in pickletools.genops(stream):
        match code.name:
            case "PROTO":
                pass
            case "STOP":
                return take(1)[0]
            case "MARK":
                marks.append(len(stack))
            case "NONE" | "NEWTRUE" | "NEWFALSE":
                stack.append({"NONE": None, "NEWTRUE": True, "NEWFALSE": False}[code.name])
            case "BININT" | "BININT1" | "BININT2" | "LONG1" | "BINFLOAT" | "BINUNICODE":
                stack.append(argument)
            case "EMPTY_DICT" | "EMPTY_LIST" | "EMPTY_TUPLE":
                stack.append({"EMPTY_DICT": dict, "EMPTY_LIST": list, "EMPTY_TUPLE": tuple}[code.name]())
            case "TUPLE":
                stack.append(tuple(since_mark()))
            case "TUPLE1" | "TUPLE2" | "TUPLE3":
                stack.append(tuple(take(int(code.name[-1]))))
            case "BINPUT" | "LONG_BINPUT":
                memo[argument] = stack[-1]
            case "BINGET" | "LONG_BINGET":
                stack.append(memo[argument])
            case "APPEND" | "APPENDS":
                items = take(1) if code.name == "APPEND" else since_mark()
                _checked(stack[-1], list).extend(items)
            case "SETITEM" | "SETITEMS":
                items = take(2) if code.name == "SETITEM" else since_mark()
                keys = [_checked(key, str) for key in items[::2]]
                _checked(stack[-1], dict).update(zip(keys, items[1::2], strict=True))
            case "GLOBAL":
                stack.append(_name(argument))
            case "REDUCE" | "NEWOBJ":
                name, arguments = take(2)
                stack.append(_made(_checked(name, Name).text, _checked(arguments, tuple)))
            case "BUILD":
                state = _checked(take(1)[0], dict)
                _checked(stack[-1], Record).state = state
            case "BINPERSID":
                stack.append(_persistent(_checked(take(1)[0], tuple), storage))
            case other:
                raise Refused(f"it uses the pickle instruction {other}, which no module of convolutions needs")
    raise Refused("it is damaged: it has no end")


@dataclass(frozen=True)
class Name:
    """A name of the file: never imported."""

    text: str


def _name(argument: str) -> Name:
    text = argument.replace(" ", ".", 1)
    if text not in PLAIN and not CLASSES.fullmatch(text):
        raise Refused(f"it names {text!r}, which is no part of a module of convolutions; nothing of it was run")
    return Name(text)


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise Refused(f"it is damaged: a {kind.__name__} was due, not {type(value).__name__}")
    return value


def _made(name: str, arguments: tuple) -> Any:
    """What a call would have made: a dict, a tensor, or an inert record."""
    if name == DICT and not arguments:
        return {}
    if name == REBUILD_PARAMETER:
        return _checked(arguments[0], Tensor)
    if name == REBUILD_TENSOR:
        storage, offset, size, stride = arguments[:4]
        if any(type(n) is not int or n < 0 for n in (offset, *size, *stride)) or math.prod(size) > len(storage):
            raise Refused(f"it is damaged: a tensor of shape {size} does not fit its {len(storage)} numbers")
        return _checked(storage, Tensor).as_strided(size, stride, offset)
    return Record(name, arguments)


def _persistent(saved: tuple, storage: Callable | None) -> Any:
    """What stands outside the pickle: a storage's numbers, or (in the older layout) a class with its source."""
    if saved[0] == "module":
        return _checked(saved[1], Name)
    if saved[0] != "storage" or storage is None or saved[1].text not in STORAGES:
        raise Refused("it refers to something outside the pickle that is no storage of numbers")
    return storage(STORAGES[saved[1].text], _checked(saved[2], str), _checked(saved[4], int))


def _named(module: Any) -> dict[str, Tensor]:
    """Parameters and buffers of a record of a module and of the modules in it."""
    found: dict[str, Tensor] = {}
    waiting, seen = [("", module)], 0
    while waiting:
        prefix, record = waiting.pop()
        state, seen = _checked(record, Record).state, seen + 1
        if seen > MOST_MODULES:
            raise Refused(f"it has more than {MOST_MODULES:,} modules")
        tensors = _checked(state.get("_parameters", {}), dict) | _checked(state.get("_buffers", {}), dict)
        found |= {prefix + name: _checked(value, Tensor) for name, value in tensors.items() if value is not None}
        waiting += [(f"{prefix}{name}.", inner) for name, inner in _checked(state.get("_modules", {}), dict).items()]
    if not found:
        raise Refused("there is no tensor in it")
    return found
