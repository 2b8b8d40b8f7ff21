"""Daikon beside its peers, on this machine: python -m tests.benchmarks (make bench), a report in Markdown.

DALLE-pytorch is measured where it is found; it is no dependency. It needs little of what it asks for:

    python -m pip install --no-deps --target ~/peers dalle-pytorch einops axial-positional-embedding rotary-embedding-torch
    PYTHONPATH=~/peers make bench
"""  # noqa: E501

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import torch

from helpers import load
from helpers.models.checkpoints import available
from helpers.models.daikon import TextToImage
from helpers.networks.dvae import DVAE
from helpers.networks.transformer import Transformer, TransformerConfig
from helpers.sampling import Settings, sample_picture
from helpers.sampling.compiled import compiled_step
from helpers.sampling.precision import agreement, set_precision
from helpers.text import default
from helpers.training.presets import PRESETS
from tests.benchmarks import peers
from tests.benchmarks.page import in_browser

CAPTION = "a fox on the beach at night"
SIZES = {  # text tokens, geometry; None is the shipped checkpoint
    "nano": (default().batch([default().encode(CAPTION)]).shape[1], None),
    "10M": (48, TransformerConfig(width=320, heads=5, attention=("full",) * 8)),
    "26M": (64, TransformerConfig(codebook=2048, grid=16, width=512, heads=8, attention=("full",) * 8)),
}
PEER_PICTURES = 8  # more than these DALLE-pytorch is not asked for
PRECISIONS = ["float32", "int8", "int8 compiled"]
COLD = """
import time; began = time.perf_counter()
from helpers import load; import torch, helpers.models.daikon; imported = time.perf_counter()
model = load(); opened = time.perf_counter()
model.draw({caption!r}, n=1); drawn = time.perf_counter()
print(imported - began, opened - imported, drawn - opened)
"""


def main() -> None:
    """Measure what the arguments say and print it as it comes."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--sizes", nargs="*", default=[*SIZES], choices=[*SIZES], help="models (all)")
    parser.add_argument("--n", nargs="*", type=int, default=[1, 8, 64, 256], help="pictures at once (1 8 64 256)")
    parser.add_argument("--many", nargs="*", type=int, default=[256], help="pictures from one sentence (256)")
    parser.add_argument("--presets", nargs="*", default=["nano", "mini"], help="drawing --many (nano mini)")
    parser.add_argument(
        "--precisions", nargs="*", default=PRECISIONS, choices=PRECISIONS, help="of --presets (float32 and both int8)"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("runs/benchmark.md"), help="where the report is kept (runs/benchmark.md)"
    )
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w") as file:

        def say(line: str = "") -> None:
            print(line, flush=True)
            print(line, file=file, flush=True)

        say(f"{_processor()}, {torch.get_num_threads()} threads, torch {torch.__version__}, {time.strftime('%F')}.")
        say(f"Load of the machine as it began: {os.getloadavg()[0]:.1f}.\n")
        if args.sizes:
            beside_peers(args.sizes, args.n, say)
        from_one_sentence(args.presets, args.precisions, args.many, say)
        around(say)
        on_the_page(say)


def beside_peers(sizes: list[str], counts: list[int], say) -> None:
    """Seconds for n pictures' tokens, and how they compare; guidance off."""
    say("Seconds for the tokens of n pictures of one caption, guidance off, and pictures/s. (a) is `generate` of")
    say("transformers' GPT-2, (b) DALLE-pytorch as it comes, (b′) with its cache mended, (c) the bare float32 matrix")
    say("products, in brackets those with weights alone. The least of a few runs, taken in turn, so that other work")
    say("on the machine disturbs all alike. MB: memory that drawing adds in float32 / int8 / int8 compiled.\n")
    head = "model|n|float32 s|int8 s|compiled s|compiled /s|(a) s|(b) s|(b′) s|(c) s|float32 ÷ (c)|int8 ÷ (c)"
    say(_row([*head.split("|"), "compiled ÷ (c)", "(a) ÷ compiled", "(b) ÷ compiled", "MB"]))
    say(_row(["---"] * 16))
    changes, compiling = {}, {}
    for size in sizes:
        text, config = SIZES[size]
        exact, rounded = _transformers(config)
        config = exact.config
        changes[size] = _agreement(exact, rounded, text)
        began = time.perf_counter()
        step = compiled_step(rounded)
        compiling[size] = time.perf_counter() - began
        models = ((exact, None), (rounded, None), (rounded, step))
        a, b, mended = (
            peers.gpt2(config, text),
            peers.dalle_pytorch(config, text),
            peers.dalle_pytorch(config, text, mended=True),
        )
        for n in counts:
            ways = [partial(draw, model, text, n, step) for model, step in models]
            kept = [_added(way) / 1e6 for way in ways]
            runs = [partial(_seconds, way) for way in ways]
            runs += [partial(peers.products, config, text, n), partial(a, n)]
            if n <= PEER_PICTURES and b is not None:
                runs += [partial(b, n), partial(mended, n)]
            ours, int8, compiled, (weights, attention), *others = least(runs)
            c, others = weights + attention, [*others, None, None][:3]
            cells = [size, n, *map(_short, (ours, int8, compiled, n / compiled)), *map(_short, others)]
            cells += [f"{_short(c)} ({_short(weights)})", *map(_short, (ours / c, int8 / c, compiled / c))]
            cells += [_short(other and other / compiled) for other in others[:2]]
            say(_row([*cells, "{:.0f} / {:.0f} / {:.0f}".format(*kept)]))
    if peers.dalle_pytorch(SIZES["10M"][1], 48) is None:
        say("\nDALLE-pytorch is not installed; `python -m pydoc tests.benchmarks.__main__` says how.")
    taken = ", ".join(f"{size} {seconds:.0f} s" for size, seconds in compiling.items())
    say(f"\nCompiling took, once a process, less if torch has kept what it compiled before: {taken}.")
    say("\nWhat int8 changes, a token, on pictures drawn in float32:\n")
    say(_row(["model", "mean log p, nats", "KL, nats", "same likeliest token"]))
    say(_row(["---"] * 4))
    for size, change in changes.items():
        say(_row([size, f"{change['nats']:+.5f}", f"{change['divergence']:.5f}", f"{change['likeliest']:.2%}"]))
    say()


def from_one_sentence(presets: list[str], precisions: list[str], counts: list[int], say) -> None:
    """Many pictures of one caption, decoded; weights are random where a preset is not shipped."""
    say("Pictures from one sentence, decoded:\n")
    say(_row(["model", "n", "precision", "seconds", "pictures/s", "tokens/s"]))
    say(_row(["---"] * 6))
    for name in presets:
        for precision in precisions:
            model = _model(name).to("cpu", precision)
            for n in counts:
                seconds = _seconds(partial(model.draw, CAPTION, n=n))
                speed = [_short(seconds), _short(n / seconds), f"{n * model.grid**2 / seconds:,.0f}"]
                say(_row([model.name, n, precision, *speed]))
    say()


def around(say) -> None:
    """The dVAE, and how long one waits for the first picture."""
    model = load(device="cpu")
    tokens = torch.randint(model.dvae.config.codebook, (64, model.grid**2))
    pictures = model.decode(tokens)
    pixels = torch.rand(64, 3, model.picture_size, model.picture_size)
    decode, encode = least(
        [partial(_seconds, partial(model.decode, tokens)), partial(_seconds, partial(model.encode, pixels))]
    )
    command = [sys.executable, "-c", COLD.format(caption=CAPTION)]
    began = time.perf_counter()
    cold = subprocess.run(command, capture_output=True, text=True, check=True)
    whole = time.perf_counter() - began
    imports, opening, first = map(float, cold.stdout.split())
    say(_row(["of the shipped checkpoint", "measured"]))
    say(_row(["---"] * 2))
    say(_row(["dVAE encode, pictures/s", _short(len(pictures) / encode)]))
    say(_row(["dVAE decode, pictures/s", _short(len(pictures) / decode)]))
    say(_row(["`load()`, s, after imports of", f"{_short(opening)}, {_short(imports)}"]))
    say(_row(["first picture after that, s", _short(first)]))
    say(_row(["first picture from a cold start, s", _short(whole)]))


def on_the_page(say) -> None:
    """The shipped checkpoint in a browser."""
    model = load(device="cpu", precision="float32")
    say("\nThe page in a browser, with guidance, pictures shown as they grow:\n")
    say(_row(["n", "first tokens, s", "n pictures, s", "tokens/s"]))
    say(_row(["---"] * 4))
    for n, (first, whole) in in_browser(model, CAPTION, [1, 4, 16]).items():
        say(_row([n, _short(first), _short(whole), f"{n * model.grid**2 / whole:,.0f}"]))
    say()


def draw(model: Transformer, text: int, n: int, step: Callable | None = None) -> None:
    """The tokens of n pictures."""
    given = torch.zeros(1, text, dtype=torch.long)
    for _ in sample_picture(model, given, given, Settings(n), compiled=step):
        pass


def least(runs: list[Callable], rounds: int = 5, enough: float = 4.0) -> list:
    """Of each run's seconds, or tuples of them, the least; the runs take turns, long ones fewer."""
    times: list[list] = [[] for _ in runs]
    for _ in range(rounds):
        for run, taken in zip(runs, times, strict=True):
            if np.sum(taken) < enough:
                taken.append(run())
    return [min(taken, key=np.sum) for taken in times]


def _seconds(run: Callable) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def _added(run: Callable) -> int:
    """Bytes of memory that a run adds."""
    before = _peak(reset=True)
    run()
    return max(0, _peak() - before)


def _transformers(config: TransformerConfig | None) -> tuple[Transformer, Transformer]:
    """The same weights, exact and in int8."""
    torch.manual_seed(0)
    exact = load(device="cpu", precision="float32").transformer if config is None else Transformer(config).eval()
    rounded = Transformer(exact.config).eval()
    rounded.load_state_dict(exact.state_dict())
    set_precision(rounded, "int8")
    return exact, rounded


def _model(name: str) -> TextToImage:
    if name in available():
        return load(name, "cpu", "float32")
    torch.manual_seed(0)
    preset = PRESETS[name]
    return TextToImage(DVAE(preset.dvae), Transformer(preset.transformer), f"{name}, random weights")


def _agreement(exact: Transformer, rounded: Transformer, text: int) -> dict[str, float]:
    ids = default().batch([default().encode(CAPTION)])
    ids = torch.nn.functional.pad(ids, (0, max(0, text - ids.shape[1])), value=exact.config.pad)
    steps = sample_picture(exact, ids, ids, Settings(8))
    tokens = torch.stack([step.tokens for step in steps], 1)
    return agreement(exact, rounded, ids.expand(8, -1), tokens)


def _peak(reset: bool = False) -> int:
    """Bytes: the most this process has had in memory since the last reset (Linux; elsewhere nought)."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5")
        status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    except OSError:
        return 0
    return int(status["VmHWM"].split()[0]) * 1024


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _short(x: float | None) -> str:
    return "–" if x is None else f"{x:.0f}" if x >= 100 else f"{x:.3g}"


def _row(cells) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


if __name__ == "__main__":
    main()
