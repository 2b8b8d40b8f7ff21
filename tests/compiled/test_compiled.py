"""The compiled step draws as the one that is not compiled does, for any captions and any n."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest
import torch

from helpers.models.daikon import TextToImage
from helpers.sampling import PictureWriter, compiled
from helpers.text import default
from tests.shipped import assert_scores_stay, pictures_that_stay
from tests.tiny import STREAM, make_dvae, make_transformer

COMPILERS = (os.environ.get("CXX", "g++"), "clang++", "cl")
pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning:torch"),
    pytest.mark.skipif(not any(map(shutil.which, COMPILERS)), reason="there is no C++ compiler"),
]
CAPTION = default().batch([default().encode("a fox on the beach")])
LAYERS = ("full", "full")


def drawn(model, n):
    return model.draw("a fox on the beach", n).tokens


def make(config, precision):
    return TextToImage(make_dvae(), make_transformer(config), "tiny").to("cpu", precision)


@pytest.fixture(scope="module")
def both():
    """A tiny model in int8, as it is and compiled."""
    config = replace(STREAM, attention=LAYERS)
    return make(config, "int8"), make(config, "int8 compiled")


@pytest.mark.parametrize("prompts", [1, 2, 3])
@pytest.mark.parametrize("n", [1, 5, 16])  # 16 is also how many tokens a picture and a codebook have
@torch.inference_mode()
def test_a_compiled_step_is_a_step(both, prompts, n, monkeypatch):
    monkeypatch.setattr(compiled, "GROWTH", 5)  # so that what is written moves three times
    texts = (CAPTION[:, : 2 + n] + torch.arange(prompts)[:, None]) % STREAM.text_vocab
    writers = [PictureWriter(model.transformer, texts, n, model.compiled) for model in both]
    torch.testing.assert_close(*(writer.read(None) for writer in writers))
    for at in range(15):
        tokens = torch.arange(prompts * n) * (at + 3) % 16
        step, quick = (writer.write(tokens, at) for writer in writers)
        torch.testing.assert_close(quick, step, atol=0.03 * step.abs().max().item(), rtol=0)


def test_compiled_models_are_kept_apart(both):
    plain, quick = both
    other = make(replace(STREAM, attention=("full",), width=64), "int8 compiled")
    before = drawn(quick, 8)
    assert drawn(other, 8).shape == before.shape
    assert torch.equal(drawn(quick, 8), before)
    assert (drawn(plain, 8) == before).float().mean() > 0.9


def test_a_picture_does_not_depend_on_how_many_are_drawn(both):
    assert torch.equal(drawn(both[1], 9)[:3], drawn(both[1], 3))


@pytest.mark.filterwarnings("ignore:the (model was never shown|caption has)")
def test_a_shipped_picture_is_the_same_whatever_is_drawn_beside_it(monkeypatch):
    assert pictures_that_stay("int8 compiled", 20, 8, monkeypatch) == 536


def test_a_compiled_model_draws_scores_and_describes(both):
    model = both[1]
    assert model.precision == "int8 compiled" and "in int8 compiled" in repr(model)
    drawing = model.draw("a fox", n=3, guidance=2.0, keep=("logprobs",))
    assert drawing.tokens.shape == (3, 16) and drawing.views["logprobs"].isfinite().all()
    seen = model.draw("a fox", n=2, keep=("attention",))
    assert seen.views["attention"] is not None
    assert model.score("a fox", drawing.tokens[0]).isfinite() and model.describe(drawing[0])
    with pytest.raises(ValueError, match="precision is 'int8' and cannot become 'float32'"):
        model.to("cpu", "float32")


def test_without_a_compiler_one_reads_what_to_install(tmp_path):
    code = "from helpers import load; load('nano', 'cpu', 'int8 compiled')"
    environment = os.environ | {"CXX": str(tmp_path / "none"), "TORCHINDUCTOR_CACHE_DIR": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert run.returncode == 1 and "install g++, clang or Visual C++" in run.stderr.splitlines()[-1]


def test_the_judges_scores_stay_within_their_intervals():
    assert_scores_stay("int8 compiled")
