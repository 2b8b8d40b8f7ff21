"""An assembler for the part of WebAssembly's text format that `kernels.py` needs. It knows nothing of what is computed.

Instructions stand one after another, operands first, with whitespace between all words:

    func double ( param x i32 ) ( result i32 ) local.get x i32.const 2 i32.mul end
"""

import re
import struct
from collections.abc import Iterator

TYPES = {"i32": 0x7F, "f32": 0x7D, "v128": 0x7B}
BLOCK, LOOP, IF, END, BR, BR_IF = 0x02, 0x03, 0x04, 0x0B, 0x0C, 0x0D
EMPTY = b"\x40"  # a block that leaves nothing on the stack
PLAIN = {
    "i32.lt_s": 0x48, "i32.ge_s": 0x4E, "i32.add": 0x6A, "i32.sub": 0x6B, "i32.mul": 0x6C, "i32.shl": 0x74,
    "f32.add": 0x92, "f32.mul": 0x94,
}  # fmt: skip
VECTOR = {
    "v128.load": 0, "v128.store": 11, "f32x4.splat": 19, "f32x4.extract_lane": 31, "f32x4.add": 228, "f32x4.mul": 230,
    "i16x8.extend_low_i8x16_s": 135, "i16x8.extend_high_i8x16_s": 136, "i32x4.extend_low_i16x8_s": 167,
    "i32x4.extend_high_i16x8_s": 168, "f32x4.convert_i32x4_s": 250,
}  # fmt: skip
MEMORY = {"f32.load": (0x2A, 2), "f32.store": (0x38, 2)}  # opcode, and log2 of the alignment
WORD = re.compile(r";;[^\n]*|[()]|[^\s()]+")


def assemble(text: str) -> bytes:
    """A module that imports its memory as `env.memory` and exports every function under its name.

    Raises ValueError for a word that is not known here.
    """
    words = (word for word in WORD.findall(text) if not word.startswith(";;"))
    functions = list(_functions(words))
    types = [b"\x60" + _vector(params) + _vector([]) for _, params, _ in functions]
    exports = [_name(name) + b"\x00" + _unsigned(i) for i, (name, _, _) in enumerate(functions)]
    imported = _name("env") + _name("memory") + b"\x02\x00\x01"  # a memory of at least one page
    sections = {
        1: _vector(types),
        2: _vector([imported]),
        3: _vector([_unsigned(i) for i in range(len(functions))]),
        7: _vector(exports),
        10: _vector([_unsigned(len(code)) + code for _, _, code in functions]),
    }
    return b"\0asm\x01\0\0\0" + b"".join(
        bytes([number]) + _unsigned(len(body)) + body for number, body in sections.items()
    )


def _functions(words: Iterator[str]) -> Iterator[tuple[str, list[bytes], bytes]]:
    """Each function's name, the types of its parameters, and its code."""
    for word in words:
        if word != "func":
            raise ValueError(f"{word!r} stands where a function should begin")
        name, params, local, code, labels = next(words), [], [], b"", []
        places: dict[str, int] = {}
        for word in words:
            if word == "(":  # (param a b i32) or (local a b i32)
                kind, *names, type_ = iter(lambda: next(words), ")")
                for one in names:
                    places[one] = len(places)
                    (params if kind == "param" else local).append(bytes([TYPES[type_]]))
            elif word == "end" and not labels:
                break
            else:
                code += _instruction(word, words, places, labels)
        yield name, params, _vector([b"\x01" + one for one in local]) + code + bytes([END])


def _instruction(word: str, words: Iterator[str], places: dict[str, int], labels: list[str]) -> bytes:
    if word in ("block", "loop"):
        labels.append(next(words))
        return bytes([BLOCK if word == "block" else LOOP]) + EMPTY
    if word == "end":
        labels.pop()
        return bytes([END])
    if word in ("br", "br_if"):
        return bytes([BR if word == "br" else BR_IF]) + _unsigned(labels[::-1].index(next(words)))
    if word in ("local.get", "local.set", "local.tee"):
        return bytes([0x20 + ("get", "set", "tee").index(word[6:])]) + _unsigned(places[next(words)])
    if word == "i32.const":
        return b"\x41" + _signed(int(next(words)))
    if word == "f32.const":
        return b"\x43" + struct.pack("<f", float(next(words)))
    if word in PLAIN:
        return bytes([PLAIN[word]])
    if word in MEMORY:
        return bytes([*MEMORY[word][:1], MEMORY[word][1]]) + _offset(words)
    if word in VECTOR:
        code = b"\xfd" + _unsigned(VECTOR[word])
        if word in ("v128.load", "v128.store"):
            code += b"\x00" + _offset(words)  # no promise of alignment
        return code + (_unsigned(int(next(words))) if word == "f32x4.extract_lane" else b"")
    raise ValueError(f"{word!r} is not an instruction known here")


def _offset(words: Iterator[str]) -> bytes:
    """What follows a load or a store: offset=16."""
    return _unsigned(int(next(words).removeprefix("offset=")))


def _unsigned(n: int) -> bytes:
    """LEB128."""
    out = b""
    while n > 0x7F:
        out, n = out + bytes([n & 0x7F | 0x80]), n >> 7
    return out + bytes([n])


def _signed(n: int) -> bytes:
    """Signed LEB128."""
    out = b""
    while not -64 <= n < 64:
        out, n = out + bytes([n & 0x7F | 0x80]), n >> 7
    return out + bytes([n & 0x7F])


def _vector(items: list[bytes]) -> bytes:
    return _unsigned(len(items)) + b"".join(items)


def _name(name: str) -> bytes:
    return _unsigned(len(name)) + name.encode()
