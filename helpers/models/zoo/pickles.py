"""Read the tensors of modules that `torch.save` pickled, by name, without running anything.

A pickle is a program for a small stack machine. Two of its instructions import and call whatever the
file names. This is the same machine without those two: a name stays a string, an object becomes a
`Record` of what it would have been made from, and tensors are rebuilt here. Names and instructions
that modules of convolutions do not need are refused, and so are files with more of anything than such
modules have, so that no file takes more time or memory than an honest one of its size. Both of
torch's formats are read: a zip of one pickle and raw storages, and the older sequence of pickles
followed by the storages.

Why not a restricted `pickle.Unpickler`, or `torch.load(weights_only=True)`: a tuple nested two million
deep and used as a key of a dict ends both with a segmentation fault, and one call of bytearray fills
memory in the second. Error messages never hold a value from the file, which may be endless.
"""

import io
import math
import pickletools
import re
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from helpers.models.checkpoints import CheckpointError

LARGEST = 2**30  # bytes of a file; the published ones have under a quarter of that
# The published decoder has 101 modules, 5 levels deep, 76 tensors and 11,787 instructions.
MOST_INSTRUCTIONS, MOST_MEMBERS, MOST_PROGRAM = 200_000, 10_000, 2**24
MOST_MODULES = MOST_NAMES = 10_000
DEEPEST, LONGEST_NAME = 32, 80
MOST_DIMENSIONS, LONGEST_SIDE = 8, 2**32
MEMBER = b"PK\x01\x02"  # begins an entry of a zip's table of contents
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
PRINTABLE = re.compile(r"[\w.]{1,80}", re.ASCII)


class Refused(CheckpointError):
    """A file that is not pickled modules of tensors and nothing else."""


@dataclass
class Record:
    """An object of the file as plain data: the name of what would have been called, its arguments, its state."""

    name: str
    arguments: tuple
    state: dict = field(default_factory=dict)


def read_modules(path: Path) -> dict[str, Tensor]:
    """Dotted name -> float32 tensor, for every parameter and buffer of a pickled module.

    Raises `Refused` or CheckpointError, in one sentence.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Refused("it is no file")
        if found.st_size > LARGEST:
            raise Refused(f"it has {found.st_size:,} bytes, more than the {LARGEST:,} that are read")
        data = path.read_bytes()
        module = _zipped(data) if zipfile.is_zipfile(io.BytesIO(data)) else _legacy(data)
        tensors = _named(module)
        if sum(tensor.numel() * tensor.itemsize for tensor in tensors.values()) > len(data):
            raise Refused("its tensors hold more numbers than it has")
        return {name: tensor.float() for name, tensor in tensors.items()}
    except Refused as error:
        raise Refused(f"{path} is refused: {error}") from None
    except OSError as error:
        raise CheckpointError(f"{path} cannot be read: {error.strerror}") from error
    except Exception as error:  # whatever a damaged file makes go wrong, nothing of it has run
        raise Refused(f"{path} is refused: it is damaged ({type(error).__name__})") from None


def _zipped(data: bytes) -> Any:
    """The object in a zip: `NAME/data.pkl` beside its storages `NAME/data/KEY`, none of them compressed."""
    if data.count(MEMBER) > MOST_MEMBERS:
        raise Refused(f"it has more than {MOST_MEMBERS:,} parts")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {entry.filename.partition("/")[2]: entry for entry in archive.infolist()}
        if "data.pkl" not in members:
            raise Refused("it is a zip, but not one that torch.save writes")
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in members.values()):
            raise Refused("its parts are compressed, which torch.save never does")
        if "byteorder" in members and archive.read(members["byteorder"]) != b"little":
            raise Refused("its numbers are not little-endian")

        if sum(entry.file_size for entry in members.values()) > len(data):
            raise Refused("its parts lie over each other")
        if members["data.pkl"].file_size > MOST_PROGRAM:
            raise Refused(f"its program has more than {MOST_PROGRAM:,} bytes")
        storages: dict[str, Tensor] = {}

        def storage(dtype: torch.dtype, key: str, numbers: int) -> Tensor:
            if key not in storages:
                storages[key] = _numbers(archive.read(members[f"data/{key}"]), dtype, numbers)
            return _of_type(storages[key], dtype)

        return run(io.BytesIO(archive.read(members["data.pkl"])), storage)


def _legacy(data: bytes) -> Any:
    """The object in the older layout: magic number, protocol, system, the object, keys, then each key's storage."""
    stream = io.BytesIO(data)
    if not data.startswith(b"\x80\x02\x8a\x0a") or run(stream) != LEGACY:
        raise Refused("torch.save did not write it")
    run(stream), run(stream)
    wanted: dict[str, Tensor] = {}

    left = len(data)  # bytes of the file that no storage has claimed yet

    def storage(dtype: torch.dtype, key: str, numbers: int) -> Tensor:
        nonlocal left
        if key not in wanted:
            left -= max(0, numbers) * dtype.itemsize
            if numbers < 0 or left < 0:
                raise Refused("it asks for more numbers than it has")
            wanted[key] = torch.empty(numbers, dtype=dtype)
        return _of_type(wanted[key], dtype)

    module = run(stream, storage)
    for key in run(stream):
        tensor = wanted[key]
        if int.from_bytes(stream.read(8), "little") != len(tensor):
            raise Refused("it is damaged: a storage has another length than announced")
        tensor.copy_(_numbers(stream.read(tensor.nbytes), tensor.dtype, len(tensor)))
    return module


def _numbers(data: bytes, dtype: torch.dtype, numbers: int) -> Tensor:
    if numbers < 1 or len(data) != numbers * dtype.itemsize:
        raise Refused(f"it is damaged: a storage has {len(data):,} bytes, another length than announced")
    return torch.frombuffer(bytearray(data), dtype=dtype)


def _of_type(storage: Tensor, dtype: torch.dtype) -> Tensor:
    if storage.dtype != dtype:
        raise Refused("it is damaged: a storage has two types")
    return storage


def run(stream: io.BytesIO, storage: Callable[[torch.dtype, str, int], Tensor] | None = None) -> Any:
    """Run the machine up to STOP; returns the object on top of the stack.

    `storage(dtype, key, numbers)` gives the numbers that the pickle refers to by a key.
    """
    stack: list[Any] = []
    marks: list[int] = []
    memo: dict[int, Any] = {}

    def since_mark() -> list[Any]:
        start = marks.pop()
        taken = stack[start:]
        del stack[start:]
        return taken

    def take(several: int) -> list[Any]:
        taken = stack[-several:]
        if len(taken) < several:
            raise Refused("it is damaged: its stack runs empty")
        del stack[-several:]
        return taken

    steps = count(1)
    for code, argument, _ in pickletools.genops(stream):
        if next(steps) > MOST_INSTRUCTIONS:
            raise Refused(f"it has more than {MOST_INSTRUCTIONS:,} instructions")
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
    """A name in the file; it is never imported."""

    text: str


def _name(argument: str) -> Name:
    text = argument.replace(" ", ".", 1)
    if text not in PLAIN and not CLASSES.fullmatch(text):
        told = repr(text) if PRINTABLE.fullmatch(text) else "something"
        raise Refused(f"it names {told}, which is no part of a module of convolutions; nothing of it was run")
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
        numbers = (offset, *_checked(size, tuple)[:MOST_DIMENSIONS], *_checked(stride, tuple)[:MOST_DIMENSIONS])
        if len(size) > MOST_DIMENSIONS or any(type(n) is not int or not 0 <= n < LONGEST_SIDE for n in numbers):
            raise Refused("it is damaged: a tensor has a shape that none can have")
        if math.prod(size) > len(_checked(storage, Tensor)):
            raise Refused(f"it is damaged: a tensor does not fit its {len(storage):,} numbers")
        return storage.as_strided(size, stride, offset)
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
    waiting, modules, names = [((), module)], 0, 0
    while waiting:
        path, record = waiting.pop()
        state, modules = _checked(record, Record).state, modules + 1
        parts = [_checked(state.get(kind, {}), dict) for kind in ("_parameters", "_buffers", "_modules")]
        names += sum(map(len, parts))
        if modules > MOST_MODULES or names > MOST_NAMES or len(path) > DEEPEST:
            raise Refused(f"it has more than {MOST_MODULES:,} modules or names, or modules more than {DEEPEST} deep")
        if any(len(name) > LONGEST_NAME for part in parts for name in part):
            raise Refused(f"it has names of more than {LONGEST_NAME} letters")
        tensors = parts[0] | parts[1]
        found |= {".".join((*path, name)): _checked(t, Tensor) for name, t in tensors.items() if t is not None}
        waiting += [((*path, name), inner) for name, inner in parts[2].items()]
    if not found:
        raise Refused("there is no tensor in it")
    return found
