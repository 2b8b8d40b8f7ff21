"""What a careless user gives to draw, describe, score, rank, encode, probe and save."""

import itertools
import operator
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from helpers import load, pictures, probes
from helpers.models.daikon import TextToImage
from helpers.models.drawing import Drawing
from helpers.networks.judge import Judge, JudgeConfig, questions
from helpers.networks.ranker import Ranker, RankerConfig
from tests.attack.cases import Case
from tests.tiny import make_model

NUMBERS = [
    *(0, -1, 1, 2, 3, 2**31, 2**63, 10**12, 10**400, True, False, 1.5, 2.0, 0.0, -0.0, -0.5, 0.7),
    *(1e-320, 1e-40, 1e-38, 1e38, 1e300, float("nan"), float("inf"), -float("inf"), 1j, None),
    *("3", "", b"3", "abc", [], [2], (), {}, object, np.int64(2), np.int8(-1), np.uint8(3), np.float32(0.7)),
    *(np.float64("nan"), np.bool_(True), np.array(2), np.array([2, 3]), torch.tensor(2), torch.tensor(0.5)),
    *(torch.tensor([1, 2]), torch.tensor(float("inf"))),
]
WHOLE = {"n": (1, None), "seed": (0, 2**63 - 1), "top_k": (1, None), "every": (1, None), "keep_rows": (0, 4)}
REAL = {"temperature": (0, None), "top_p": (0, 1), "guidance": (0, None)}
OFF = {"top_k", "top_p", "temperature", "guidance"}  # None is the usual, or no limit
MANY = 10**5  # more pictures than these may be refused
CAPTIONS = [
    *("", " ", "\n\t", "\u200b", "\ud800", "a\udcff", None, 3, 2.5, b"fox", [], ["a fox"], {"a": 1}, object()),
    *("\0", "a\0b", "\u202efox", "🦊" * 50, "'" * 1000, "'a", "<|endoftext|>", "a" * 200_000, "a fox " * 100_000),
    *("여우", "\u0301" * 500, "A FOX", "  a   fox ", "a fox\r\non a beach", "%s{}\\x00$_^", "-5", "../../etc/passwd"),
]


def model() -> TextToImage:
    """The tiny model with a ranker and a judge of random weights."""
    made = make_model()
    torch.manual_seed(0)
    ranker = Ranker(RankerConfig(16, 4, 16, 1, 2, 32, 8, vocabulary=made.tokenizer.size), made.tokenizer)
    judge = Judge(JudgeConfig(16, 4, 8, 1, questions(("outfit", "counting"))))
    return TextToImage(made.dvae, made.transformer, "tiny", ranker=ranker.eval(), judge=judge.eval())


def cases(folder: Path) -> Iterator[Case]:
    """Every input to every method."""
    tiny = model()
    yield from _numbers(tiny)
    yield from _captions(tiny)
    yield from _pictures(tiny, folder)
    yield from _lists(tiny)
    yield from _probes(tiny, folder)
    yield from _paths(tiny, folder)
    yield from _seeds(tiny)
    for name in (3, b"nano", "", "a" * 5000, "a\0b", "\udcff", "nano@", "@", "..", "/", folder, [], True, object()):
        yield Case(f"load({name!r:.30})", partial(load, name, "cpu"), "either" if name == "" else "refuse")


def _numbers(tiny: TextToImage) -> Iterator[Case]:
    tokens = torch.zeros(16, dtype=torch.long)

    def whole(value) -> int | None:
        try:
            return None if isinstance(value, bool | np.bool_) else operator.index(value)
        except (TypeError, ValueError):
            return None

    def real(value) -> float | None:
        scalar = isinstance(value, int | float | np.integer | np.floating | torch.Tensor | np.ndarray)
        try:
            return float(value) if scalar and not isinstance(value, bool) and np.ndim(value) == 0 else None
        except (OverflowError, TypeError, ValueError, RuntimeError):
            return None

    for (name, (low, high)), value in itertools.product((WHOLE | REAL).items(), NUMBERS):
        number = whole(value) if name in WHOLE else real(value)
        inside = number is not None and number >= low and (high is None or number <= high)
        if name in REAL:
            inside = inside and np.isfinite(number) and (number > 0 or name != "top_p")
        extreme = inside and (number > MANY or 0 < number < 1e-6 or isinstance(value, np.ndarray | torch.Tensor))
        wanted = "either" if extreme or (value is None and name in OFF) else "take" if inside else "refuse"
        if name == "every":
            attack = partial(lambda value: list(tiny.stream("a fox", 1, every=value)), value)
        elif name == "keep_rows":
            attack = partial(lambda value: tiny.complete("a fox", tokens, keep_rows=value, n=1), value)
        else:
            attack = partial(lambda given: tiny.draw("a fox", **({"n": 1} | given)), {name: value})
        tame = _tame if name in ("temperature", "top_p", "guidance") else lambda _: True
        yield Case(f"{name}={value!r:.30}", attack, wanted, tame)


def _tame(drawing) -> bool:
    """Not the last code of the codebook alone, which is what a sampler draws that has lost its numbers."""
    return not bool((drawing.tokens == 15).all())


def _captions(tiny: TextToImage) -> Iterator[Case]:
    grey = Image.new("RGB", (16, 16), "grey")
    asked = {
        "draw": lambda caption: tiny.draw(caption, 1),
        "stream": lambda caption: list(tiny.stream(caption, 1)),
        "score": lambda caption: tiny.score(caption, grey),
        "rank": lambda caption: tiny.rank(caption, [grey]),
        "draw_each": lambda caption: list(tiny.draw_each([caption])),
        "complete": lambda caption: tiny.complete(caption, torch.zeros(16, dtype=torch.long), keep_rows=1, n=1),
    }
    for (name, ask), caption in itertools.product(asked.items(), CAPTIONS):
        sound = isinstance(caption, str) and caption.strip() and not any("\ud800" <= c < "\ue000" for c in caption)
        many = isinstance(caption, list) and name in ("score", "rank")
        yield Case(f"{name}({caption!r:.30})", partial(ask, caption), "either" if sound or many else "refuse")


def _pictures(tiny: TextToImage, folder: Path) -> Iterator[Case]:
    ramp = Image.linear_gradient("L").resize((16, 16))
    plain = tiny.encode(ramp.convert("RGB"))

    def same(tokens) -> bool:
        return (tokens == plain).float().mean() > 0.8

    def inside(tokens) -> bool:
        return bool(((tokens >= 0) & (tokens < 16)).all())

    for mode in ("L", "RGB", "RGBA", "LA", "CMYK", "YCbCr", "HSV", "LAB", "P", "1"):
        alike = same if mode not in ("P", "1", "LAB", "CMYK", "HSV") else inside
        image = ramp.convert("RGB").convert(mode) if mode in ("LAB", "HSV", "YCbCr") else ramp.convert(mode)
        yield Case(f"encode(mode {mode})", partial(tiny.encode, image), "take", alike)
    grey = np.asarray(ramp, np.float32) / 255
    deep = {
        "I;16": Image.fromarray((grey * 65535).astype(np.uint16)),
        "I": Image.fromarray((grey * 65535).astype(np.int32)),
        "F": Image.fromarray(grey),
    }
    for mode, image in deep.items():
        yield Case(f"encode(mode {mode})", partial(tiny.encode, image), "either", same)
    turned, straight = folder / "turned.jpg", folder / "straight.png"
    ramp.convert("RGB").save(straight)
    exif = Image.Exif()
    exif[0x0112] = 6
    ramp.convert("RGB").rotate(90).save(turned, exif=exif, quality=100, subsampling=0)
    yield Case("encode(EXIF)", lambda: tiny.encode(Image.open(turned)), "take", same)
    colour = np.repeat(grey[..., None], 3, 2)
    bytes_ = (colour * 255).astype(np.uint8)
    arrays = {
        "uint8": (bytes_, "either"),
        "float": (colour, "either"),
        "float64": (colour.astype(np.float64), "either"),
        "0 … 255": (colour * 255, "refuse"),
        "NaN": (colour * np.nan, "refuse"),
        "text": (colour.astype(str), "refuse"),
        "objects": (colour.astype(object), "refuse"),
        "four dimensions": (colour[None, None], "refuse"),
        "empty": (colour[:0], "refuse"),
    }
    tensors = {
        "float": (torch.tensor(colour).permute(2, 0, 1)[None], "take"),
        "NaN": (torch.full((1, 3, 16, 16), torch.nan), "refuse"),
        "inf": (torch.full((1, 3, 16, 16), torch.inf), "refuse"),
        "0 … 255": (torch.full((1, 3, 16, 16), 200.0), "refuse"),
        "−1 … 1": (torch.full((1, 3, 16, 16), -0.9), "refuse"),
        "uint8": (torch.tensor(bytes_).permute(2, 0, 1)[None], "either"),
        "half": (torch.tensor(colour).permute(2, 0, 1)[None].half(), "either"),
        "complex": (torch.ones(1, 3, 16, 16, dtype=torch.complex64), "refuse"),
        "meta": (torch.ones(1, 3, 16, 16, device="meta"), "refuse"),
        "another size": (torch.ones(1, 3, 17, 16), "either"),
        "none": (torch.ones(0, 3, 16, 16), "refuse"),
    }
    (folder / "no.png").write_bytes(b"no picture")
    (folder / "cut.png").write_bytes(straight.read_bytes()[:50])
    other = {
        "path": (straight, "either"),
        "path as text": (str(straight), "either"),
        "missing path": (folder / "missing.png", "refuse"),
        "damaged path": (folder / "no.png", "refuse"),
        "cut path": (folder / "cut.png", "refuse"),
        "folder": (folder, "refuse"),
        "None": (None, "refuse"),
        "number": (3, "refuse"),
        "bytes": (straight.read_bytes(), "refuse"),
        "empty list": ([], "refuse"),
        "list with None": ([ramp, None], "refuse"),
        "1 px": (Image.new("RGB", (1, 1)), "take"),
        "1 × 9000 px": (Image.new("RGB", (1, 9000)), "take"),
        "0 px": (Image.new("RGB", (0, 0)), "refuse"),
    }
    for kind, table in {"array": arrays, "tensor": tensors, "": other}.items():
        for name, (picture, wanted) in table.items():
            yield Case(f"encode({kind} {name})", partial(tiny.encode, picture), wanted, inside)
            yield Case(
                f"describe({kind} {name})", partial(tiny.describe, picture), "either" if wanted == "take" else wanted
            )
            yield Case(
                f"score({kind} {name})",
                partial(tiny.score, "a fox", picture),
                "either" if wanted == "take" else wanted,
                lambda found: bool(found.isfinite().all()),
            )
            yield Case(
                f"rank({kind} {name})",
                partial(tiny.rank, "a fox", picture),
                "either" if wanted == "take" else wanted,
                lambda found: bool(torch.as_tensor(found).isfinite().all()),
            )
    for name, tokens in {
        "floats": [0.5] * 16,
        "booleans": [True] * 16,
        "outside": [16] * 16,
        "negative": [-1] * 16,
        "huge": [2**62] * 16,
        "too many": [0] * 17,
        "text": "0" * 16,
        "None": None,
    }.items():
        yield Case(f"decode({name})", partial(tiny.decode, tokens), "refuse")
        yield Case(f"complete({name})", partial(tiny.complete, "a fox", tokens, 1, n=1), "refuse")


def _lists(tiny: TextToImage) -> Iterator[Case]:
    grey = Image.new("RGB", (16, 16), "grey")
    three = ["a fox", "a cat", "a fox on the beach"]
    yield Case("draw_each(text)", lambda: list(tiny.draw_each("a fox")), "refuse")
    yield Case("draw_each(None)", lambda: list(tiny.draw_each(None)), "refuse")
    yield Case("draw_each(number)", lambda: list(tiny.draw_each(3)), "refuse")
    for name, made in {"generator": lambda: (c for c in three), "tuple": lambda: tuple(three)}.items():
        yield Case(
            f"draw_each({name})", lambda made=made: list(tiny.draw_each(made())), "either", lambda d: len(d) == 3
        )
    yield Case("draw_each(array)", lambda: list(tiny.draw_each(np.array(three))), "either", lambda d: len(d) == 3)
    for n in NUMBERS[:27]:
        good = type(n) is int and 0 < n <= 3
        yield Case(
            f"draw_each(n={n!r:.20})",
            lambda n=n: list(tiny.draw_each(three, n)),
            "take" if good else "either" if type(n) is int and n > 3 else "refuse",
        )
    yield Case("rank(list)", lambda: tiny.rank(["a", "b"], [grey]), "either", lambda found: len(found) == 2)
    yield Case("rank of none", lambda: tiny.rank("a fox", []), "refuse")
    yield Case("score of none", lambda: tiny.score([], grey), "refuse")
    for k in (0, -1, 3, 1.5, True, None, "1"):
        yield Case(f"best({k!r})", lambda k=k: tiny.draw("a fox", 2).best(k), "refuse")
    for keep in ("logprobs", ("nothing",), 3, [None], ("hidden",) * 3):
        yield Case(f"keep={keep!r:.30}", lambda keep=keep: tiny.draw("a fox", 1, keep=keep), "either")
    for known in ([True], [[0.5] * 4] * 4, torch.ones(3, 3), "yes" * 16, None, np.ones((4, 4), bool)):
        yield Case(
            f"known={known!r:.30}",
            partial(tiny.complete, "a fox", torch.zeros(16, dtype=torch.long), known=known, n=1),
            "take" if isinstance(known, np.ndarray) else "refuse",
        )


def _probes(tiny: TextToImage, folder: Path) -> Iterator[Case]:
    fact = {"family": "counting", "counted": "cup", "count": 2, "layout": "first", "table": "oak"}
    asked = [
        *([], None, "a fox", 3, [3], [None], [[]], [{}], [{"family": "nothing"}], [{"family": None}], ["a fox"]),
        *([{"family": "counting"}], [fact | {"count": "many"}], [fact | {"count": 2.0}], [fact | {"more": 1}]),
        *([fact | {"family": ["counting"]}], {"family": "counting"}, [fact] * 3),
    ]
    for given in asked:
        wanted = "take" if given == [fact] * 3 else "either" if given == ["a fox"] else "refuse"
        yield Case(f"probe({given!r:.40})", partial(probes.probe, tiny, given, cache=None), wanted)
    for changes in (
        {"n": 0},
        {"n": 1.5},
        {"seed": -1},
        {"phrasing": 99},
        {"phrasing": "x"},
        {"cache": 3},
        {"bogus": 1},
        {"seed": True},
        {"n": np.int64(1), "seed": torch.tensor(3), "cache": folder},
    ):
        wanted = "take" if len(changes) == 3 else "refuse"
        attack = partial(probes.probe, tiny, [fact], **({"cache": None} | changes))
        yield Case(f"probe({changes})", attack, wanted)
    for facts in (None, 3, [], "a fox", {}, {"family": 3}, fact | {"count": True}):
        yield Case(f"paint({facts!r:.40})", partial(pictures.paint, facts), "refuse")
    for size in (0, -1, 15, 4097, 10**9, 64.0, "64", None, True, np.int64(64), torch.tensor(64)):
        wanted = "take" if isinstance(size, np.int64 | torch.Tensor) else "refuse"
        yield Case(f"paint(size={size!r:.20})", partial(pictures.paint, fact, size), wanted)


def _paths(tiny: TextToImage, folder: Path) -> Iterator[Case]:
    drawing = tiny.draw("a fox", 1)

    def saved(*names) -> list[Path]:
        at = folder / "saved"
        at.mkdir(exist_ok=True)
        return [drawing.save(at / name)[0] for name in names]

    yield Case("save twice with dots", lambda: saved("fox-t0.5", "fox-t0.7"), "take", lambda p: p[0] != p[1])
    for name in ("y.svg", "y.jpg", "", ".", "..", "a\0b", "a" * 5000, "\udcff"):
        yield Case(f"save({name!r:.20})", partial(saved, name), "either", lambda p: p[0].parent.name == "saved")
    yield Case("save(None)", lambda: drawing.save(None), "refuse")
    for name in (
        None,
        3,
        [],
        "",
        "a\0b",
        "\udcff",
        folder,
        folder / "missing.json",
        "/dev/zero",
        "/dev/null",
        "/proc/self/mem",
    ):
        yield Case(f"Drawing.load({name!r:.20})", partial(Drawing.load, name, tiny), "refuse")
    yield Case("save below a file", lambda: drawing.save(folder / "no.png" / "x.png"), "refuse")
    yield Case("save to /proc", lambda: drawing.save("/proc/fox.png"), "refuse")
    yield Case("compare", lambda: drawing == drawing, "take", lambda same: same is True)


def _seeds(tiny: TextToImage) -> Iterator[Case]:
    """The same seed draws the same picture, whatever is drawn beside it."""
    captions = ["a fox", "a cat on the beach at night", "two cups on an oak table", "여우"]
    for caption, seed in itertools.product(captions, range(8)):
        one = tiny.draw(caption, 1, seed).tokens[0]
        for n in (2, 3, 8, 17):
            alike = partial(lambda one, found: torch.equal(one, found), one)
            yield Case(
                f"{caption!r}, seed {seed}, n={n}",
                lambda c=caption, s=seed, n=n: tiny.draw(c, n, s).tokens[0],
                "take",
                alike,
            )
