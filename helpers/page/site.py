"""One folder of static files: the announcement's figures, and a model that draws them in the reader's browser."""

import base64
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from helpers.files import write_atomically
from helpers.models.daikon import TextToImage
from helpers.page import figures as words
from helpers.page import kernels, weights
from helpers.pictures.announcement import figures
from helpers.text import PARTICLES

ASSETS = Path(__file__).with_name("assets")
WORKER = ("network.js", "text.js", "chance.js", "worker.js")  # what runs beside the page
LIMIT = 16_000_000  # bytes of the whole folder


def write(model: TextToImage, folder: Path, names: Sequence[str] = tuple(figures())) -> Iterator[tuple[str, int, int]]:
    """Write the page of a model into `folder`, with the figures `names`; yields (figure, figures done, all figures).

    Raises ValueError for a model that the page cannot run, or one that is too large for it.
    """
    languages = _languages(model)
    # a page opened from a file cannot fetch anything, so that a script brings the model
    script = f"daikon.receive({json.dumps(sent(model), ensure_ascii=False)});\n"
    settings = {key: model.recommended[key] or 1.0 for key in ("temperature", "guidance", "top_p")}
    told, files = [], {}
    for i, name in enumerate(names):
        yield name, i, len(names)
        one = words.describe(name, languages)
        drawn = model.draw(words.first_caption(name), n=words.FIRST, seed=0, **settings)
        sheet, where = words.paintings(name)
        files[f"pictures/{name}.webp"] = words.webp(words.strip(drawn.pictures), 90)
        files[f"pictures/{name}-painted.webp"] = words.webp(sheet, 80)
        told.append(one | {"paintings": where})
    page = {
        "name": model.name,
        "settings": settings | {"n": words.FIRST, "seed": 0},
        "languages": languages,
        "grid": model.grid,
        "size": model.picture_size,
        "painted": words.PAINTED,
        "columns": words.COLUMNS,
        "families": list(model.card.get("families", ())),
        "parameters": sum(p.numel() for p in model.transformer.parameters()),
        "figures": told,
    }
    files["model.js"] = script.encode("utf-16")  # its byte order mark overrides the encoding that a server announces
    files["index.html"] = _html(page)
    files |= {name: (ASSETS / name).read_bytes() for name in ("style.css", "page.js")}
    size = sum(map(len, files.values()))
    if size > LIMIT:
        raise ValueError(f"the page of {model.name} would have {size / 1e6:.1f} MB; it may have {LIMIT / 1e6:.0f}")
    for name, content in files.items():
        write_atomically(folder / name, content)
    yield "written", len(names), len(names)


def _languages(model: TextToImage) -> tuple[str, ...]:
    """English, and Korean if the vocabulary has tokens for Korean beyond single bytes."""
    korean = "들판에 앉은 카피바라"
    knows = 2 * len(model.tokenizer.pieces(korean)) < len(korean.encode())
    return ("en", "ko") if knows else ("en",)


def sent(model: TextToImage) -> dict:
    """What a page needs to run a model, as JSON: its description, vocabulary, kernels and weights.

    Raises ValueError for a model that the page cannot run.
    """
    described, data = weights.export(model.dvae, model.transformer)
    vocabulary = json.loads(model.tokenizer.data)
    bpe = vocabulary["bpe"]["model"]
    text = {
        "vocab": bpe["vocab"],
        "merges": [pair.split(" ") if isinstance(pair, str) else pair for pair in bpe["merges"]],
        "words": vocabulary["words"],
        "letters": vocabulary["letters"],
        "particles": PARTICLES,
    }
    packed = gzip.compress(data, 9)
    return {
        "described": described | {"text": text},
        "kernels": base64.b64encode(kernels.module()).decode(),
        "bytes": len(packed),
        "weights": _letters(packed),
    }


def _letters(data: bytes) -> str:
    """Bytes as text with 15 bits per character, from U+3000 on: in UTF-16 a fifth smaller than base64."""
    bits = np.unpackbits(np.frombuffer(data + bytes(-len(data) % 15), np.uint8)).reshape(-1, 15)
    numbers = np.packbits(np.pad(bits, ((0, 0), (1, 0))), axis=1).view(">u2")
    return (numbers + 0x3000).astype("<u2").tobytes().decode("utf-16-le")


def _html(page: dict) -> bytes:
    worker = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in WORKER)
    data = json.dumps(page, ensure_ascii=False).replace("</", "<\\/")
    html = (ASSETS / "index.html").read_text(encoding="utf-8")
    return html.replace("{{worker}}", worker).replace("{{page}}", data).replace("{{name}}", page["name"]).encode()
