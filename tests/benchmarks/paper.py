"""DALL·E's own geometry with random weights: python -m tests.benchmarks.paper, a report in Markdown.

On a GPU, 256 pictures of 1,024 tokens from one caption in bfloat16, in as few splits as memory allows, beside
the least time that its bandwidth and its products allow, both measured. On a CPU, scaled-down versions in
float32: the same patterns with fewer layers, a smaller width and a smaller grid.
"""

import argparse
import time
from collections.abc import Iterator
from dataclasses import replace

import torch

from helpers.networks.transformer import Transformer, TransformerConfig, published_attention
from helpers.sampling import Settings, Step, at_once, in_chunks, picture_bytes, sample_picture
from helpers.sampling.cost import cost
from helpers.training.presets import PRESETS

PAPER = PRESETS["paper"].transformer
SCALED = {16: 4, 8: 8}  # so many times fewer heads, and this many layers


def main() -> None:
    """Draw as the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.paper")
    parser.add_argument("--n", type=int, help="pictures (256 on a GPU, 8 on a CPU)")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu", help="cuda or cpu")
    args = parser.parse_args()
    device = torch.device(args.device)
    gpu = device.type == "cuda"
    print(f"{torch.cuda.get_device_name(device) if gpu else 'CPU'}, torch {torch.__version__}\n")
    print("| layers | width | tokens | parameters | n | splits | seconds | ms a step | least | least seconds | GB |")
    print("|" + " --- |" * 11)
    for config in [PAPER] if gpu else [scaled(*size) for size in SCALED.items()]:
        print(measure(config, args.n or (256 if gpu else 8), device), flush=True)
    if not gpu:
        print("\nThe full size was not run: it needs a GPU with 80 GB. The same command runs it there.")


def scaled(divisor: int, layers: int) -> TransformerConfig:
    """The published geometry with fewer layers, heads and rows, the patterns in the same order."""
    heads, grid = max(1, PAPER.heads // divisor), 16
    sizes = {"heads": heads, "width": 64 * heads, "grid": grid, "text_window": 64, "codebook": 2048}
    return replace(PAPER, attention=published_attention(layers), **sizes)


@torch.inference_mode()
def measure(config: TransformerConfig, n: int, device: torch.device) -> str:
    """Draw and report in one row."""
    dtype = torch.bfloat16 if device.type == "cuda" else torch.float32
    model = random_weights(config, dtype, device)
    caption = torch.randint(config.text_vocab, (1, config.text_window), device=device)
    speeds = bandwidth(device, dtype), throughput(device, dtype)
    torch.manual_seed(0)
    most = at_once(picture_bytes(model, Settings(n)), device)
    spent, steps, splits = 0.0, 0, 0
    began = last = time.perf_counter()

    def draw(first: int, count: int) -> Iterator[Step]:
        return sample_picture(model, caption, caption, Settings(count), first=first)

    for _, step in in_chunks(draw, n, most):
        if step.position == 1:  # what is read, and what is captured, stands before it
            _wait(device)
            last = time.perf_counter()
        if step.last:
            _wait(device)
            spent, steps, splits = spent + time.perf_counter() - last, steps + step.position - 1, splits + 1
    seconds, each = time.perf_counter() - began, spent / steps
    costs = cost(config, number=dtype.itemsize)
    memory = costs.weight_bytes + costs.caption_bytes + -(-n // splits) * costs.cache_bytes
    _, least = costs.seconds(n, *speeds, memory)
    peak = torch.cuda.max_memory_allocated(device) if device.type == "cuda" else memory
    cells = [len(config.attention), config.width, config.picture_tokens, f"{costs.parameters:,}", n, splits]
    cells += [f"{seconds:.1f}", f"{1000 * each:.2f}", f"{1000 * least / costs.steps / splits:.2f}", f"{least:.1f}"]
    return "| " + " | ".join(map(str, [*cells, f"{peak / 1e9:.1f}"])) + " |"


def random_weights(config: TransformerConfig, dtype: torch.dtype, device: torch.device) -> Transformer:
    """A transformer made on the device, in its final type, so that memory holds it once."""
    with torch.device("meta"):
        model = Transformer(config).to(dtype)
    model = model.to_empty(device=device).eval()
    torch.manual_seed(0)
    for name, p in model.named_parameters():
        p.normal_(0, 0.02) if p.dim() == 2 else p.fill_(float("norm" in name and name.endswith("weight")))
    return model


def bandwidth(device: torch.device, dtype: torch.dtype) -> float:
    """Bytes/s that a copy reads and writes."""
    source = torch.ones(2**30 if device.type == "cuda" else 2**26, dtype=dtype, device=device)
    target = torch.empty_like(source)
    return 2 * source.nbytes / _seconds(lambda: target.copy_(source), device)


def throughput(device: torch.device, dtype: torch.dtype) -> float:
    """Operations/s of large matrix products."""
    side = 8192 if device.type == "cuda" else 1024
    a = torch.randn(side, side, dtype=dtype, device=device)
    return 2 * side**3 / _seconds(lambda: a @ a, device)


def _seconds(run, device: torch.device, times: int = 5) -> float:
    run()
    _wait(device)
    began = time.perf_counter()
    for _ in range(times):
        run()
    _wait(device)
    return (time.perf_counter() - began) / times


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


if __name__ == "__main__":
    main()
