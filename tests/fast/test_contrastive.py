"""The ranker and what is picked with it."""

import pytest
import torch

from helpers.models.daikon import TextToImage
from helpers.networks.ranker import Ranker, RankerConfig
from helpers.training.ranker import found
from tests.tiny import make_dvae, make_transformer


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    ranker = Ranker(RankerConfig(16, 8, 16, 1, 2, 32, 8, 4096)).eval()
    return TextToImage(make_dvae(), make_transformer(), "tiny", ranker=ranker)


def test_scores_are_cosines_of_every_caption_with_every_picture(model):
    scores = model.ranker.score(["a fox", "an owl at night"], torch.rand(3, 3, 16, 16))
    assert scores.shape == (2, 3) and scores.abs().max() <= 1 + 1e-6 and scores.std() > 0


def test_a_caption_scores_alike_alone_and_beside_a_longer_one(model):
    pixels = torch.rand(2, 3, 16, 16)
    longer = "a collection of four strawberries and five candles and six bells and an egg on a table"
    together = model.ranker.score(["a fox", longer], pixels)[:1]
    torch.testing.assert_close(model.ranker.score("a fox", pixels), together, atol=1e-5, rtol=1e-5)


def test_the_best_come_first_and_keep_their_tokens(model):
    drawing = model.draw("a fox", n=6, keep=("entropy",))
    best = drawing.best(3)
    highest = model.rank("a fox", drawing.pictures).sort(descending=True)[0][:3]
    torch.testing.assert_close(model.rank("a fox", best.pictures), highest, atol=1e-5, rtol=1e-5)
    for picture, tokens, entropy in zip(best.pictures, best.tokens, best.views["entropy"], strict=True):
        i = next(i for i, one in enumerate(drawing.tokens) if torch.equal(one, tokens))
        assert drawing[i].tobytes() == picture.tobytes() and torch.equal(drawing.views["entropy"][i], entropy)


@pytest.mark.parametrize("k", [0, 7])
def test_more_than_there_are_cannot_be_picked(model, k):
    with pytest.raises(ValueError, match=f"k is {k}.*1 to 6"):
        model.draw("a fox", n=6).best(k)


def test_without_a_ranker_the_message_says_how_to_train_one():
    with pytest.raises(ValueError, match=r"no ranker.*helpers\.training ranker"):
        TextToImage(make_dvae(), make_transformer(), "tiny").draw("a fox", n=2).best()


def test_a_caption_is_found_among_those_of_its_part_alone():
    scores = torch.tensor([[0.5, 0.1, 0.9, 0.0], [0.6, 0.2, 0.0, 0.0], [0.7, 0.0, 0.3, 0.8], [0.0, 0.0, 0.1, 0.4]])
    assert found(scores, torch.arange(4).split(4)) == pytest.approx(1 / 4)  # picture 1 alone fits its own best
    assert found(scores, torch.arange(4).split([2, 2])) == pytest.approx(2 / 4)
    assert found(scores, torch.tensor([0, 3, 1, 2]).split(2)) == 1
