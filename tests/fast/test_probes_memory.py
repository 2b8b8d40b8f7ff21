"""Picking, memory and influence: what the ranker is worth, what is remembered, which words mattered."""

from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest
import torch
from torch.nn.functional import cross_entropy

from helpers import load, pictures, probes
from helpers.models.daikon import TextToImage
from helpers.networks.ranker import Ranker, RankerConfig
from helpers.pictures.world import World
from helpers.probes import axes, influence, memory, picking
from helpers.text import default
from helpers.training.stream import Batches
from tests.fast.test_probes import COUNTS, Counted
from tests.tiny import make_dvae, make_model, make_transformer


def picks(fit, right):
    """Ranked rows of two captions with three pictures each."""
    return pd.DataFrame({"caption": ["a"] * 3 + ["b"] * 3, "index": [0, 1, 2] * 2, "fit": fit, "right": right})


def test_one_picture_comes_first_then_the_rankers_pick():
    rows = picks([0.1, 0.9, 0.5, 0.1, 0.2, 0.9], [False, True, False, False, True, False])
    found = picking.best_of(rows, (1, 2, 3, 8)).set_index("N")
    assert list(found.index) == [1, 2, 3] and (found["all"][1:] == 0).all()
    assert list(found["picked"]) == pytest.approx([1 / 3, (2 / 3 + 1 / 3) / 2, 1 / 2])  # over 3, 3 and 1 ways
    assert list(found["any"]) == pytest.approx([1 / 3, 2 / 3, 1])
    assert list(found["by chance"]) == pytest.approx([1 / 3] * 3)


def test_the_pick_of_many_is_the_mean_over_all_ways_to_take_them():
    rng = np.random.default_rng(0)
    rows = picks(rng.permutation(6) / 6, rng.random(6) < 0.5)
    pairs = [part.loc[list(two)] for _, part in rows.groupby("caption") for two in combinations(part.index, 2)]
    found = picking.best_of(rows, (2,)).iloc[0]
    assert found["picked"] == pytest.approx(np.mean([pair.loc[pair["fit"].idxmax(), "right"] for pair in pairs]))
    assert found["any"] == pytest.approx(np.mean([pair["right"].any() for pair in pairs]))
    assert found["all"] == pytest.approx(np.mean([pair["right"].all() for pair in pairs]))


def test_outranking_is_the_share_of_pairs_in_order():
    rows = picks([0.1, 0.9, 0.5, 0.3, 0.3, 0.9], [False, True, False, True, False, True])
    assert list(picking.outranks(rows)["ranks"]) == [1, 0.75]
    assert len(picking.outranks(rows.assign(right=True))) == 0


def test_rows_are_ranked_by_the_models_ranker():
    model = Counted()
    rows = probes.probe(model, COUNTS[:2], n=3, cache=None)
    with pytest.raises(ValueError, match="no ranker"):
        picking.ranked(model, rows)
    with pytest.raises(ValueError, match="not ranked"):
        picking.best_of(rows)
    ranker = Ranker(RankerConfig(16, 8, 32, 1, 2, 32, 32, 4096)).eval()
    model = TextToImage(make_dvae(), make_transformer(), "tiny", ranker=ranker)
    found = picking.ranked(model, rows)
    for caption, part in found.groupby("caption"):
        assert sorted(part["place"]) == [1, 2, 3]
        wanted = model.rank(caption, model.draw(caption, 3).pictures)
        np.testing.assert_allclose(part["fit"], wanted, atol=1e-5)


def test_training_pictures_are_painted_again():
    world = World({"outfit": 0.5, "scene": 0.5}, {"outfit": {"animal": ("fox", "bear")}}, ({"animal": "fox"},))
    card = {
        "families": world.shares,
        "values": {"outfit": {"animal": ["fox", "bear"]}},
        "withheld": [{"animal": "fox"}],
    }
    card |= {"seed": 3, "pictures": {"transformer": 24}}
    model = TextToImage(make_dvae(), make_transformer(), "tiny", card)
    batches = Batches(world, 16, 8, seed=3)
    trained = [(f, image.tobytes()) for k in range(3) for f, image in zip(*batches[k], strict=True)]
    images, facts = memory.repainted(model, "outfit", 24)
    again = [(f, image.tobytes()) for f, image in zip(facts, images, strict=True)]
    key = str
    assert sorted(again, key=key) == sorted((one for one in trained if one[0]["family"] == "outfit"), key=key)
    few, _ = memory.repainted(model, "outfit", 3)
    assert np.array_equal(few, images[:3])
    with pytest.raises(ValueError, match="shown no carrier"):
        memory.repainted(model, "carrier", 3)
    with pytest.raises(ValueError, match="does not say"):
        memory.repainted(make_model(), "outfit", 3)


def test_a_copy_of_a_training_picture_is_found():
    model = make_model()
    images = [pictures.paint(f, 16) for f in axes.sample("counting", 20)]
    training = memory.shown(model, images)
    painted = memory.shown(model, np.stack([np.asarray(image) for image in images]))
    assert torch.equal(painted.tokens, training.tokens) and np.array_equal(painted.pixels, training.pixels)
    found = memory.nearest(model, training.tokens[[7, 3]], training)
    assert (found["pixels"] < 1e-3).all() and (found["tokens"] == 0).all()
    for row, source in zip(found.itertuples(), (7, 3), strict=True):
        assert torch.equal(training.tokens[row[2]], training.tokens[source])
    other = memory.nearest(model, (training.tokens[:1] + 5) % 16, training)
    assert other["tokens"][0] > 0.2 and other["pixels"][0] > 0.01


def test_a_model_that_copies_is_nearer_than_fresh_paintings_and_one_that_paints_is_not():
    model = make_model()
    facts = axes.sample("outfit", 24)
    training = memory.shown(model, [probes.painted(f, 16, 9, i) for i, f in enumerate(facts)])
    rows = probes.questions(facts).assign(tokens=training.tokens.tolist())
    copies = memory.nearer(memory.remembered(model, rows, training)).set_index("space")
    assert (copies["drawn"] < 1e-3).all() and (copies["low"] > 0.5).all()
    fresh = [probes.painted({"family": "outfit"} | pictures.stated(f), 16, 5, i) for i, f in enumerate(facts)]
    rows = rows.assign(tokens=memory.shown(model, fresh).tokens.tolist())
    paints = memory.nearer(memory.remembered(model, rows, training)).set_index("space")
    assert (paints["low"] <= 0.5).all() and (paints["high"] >= 0.5).all()


def test_nothing_to_be_near_to_is_refused():
    with pytest.raises(ValueError, match="no training picture"):
        memory.shown(make_model(), [])


def test_a_canary_shown_often_is_exposed():
    model = make_model()
    found = memory.canaries("counting", (0, 30), each=2, seed=1)
    assert [c.times for c in found] == [0, 0, 30, 30] and len({c.caption for c in found}) == 4
    before = memory.exposure(model, found, 15)
    assert before["exposure"].between(0, 4).all() and before["rank"].between(1, 16).all()
    optimizer = torch.optim.AdamW(model.transformer.parameters(), lr=3e-3)
    shown = [c for c in found if c.times]
    ids = default().batch([default().encode(c.caption, 32) for c in shown], 32)
    tokens = torch.cat([model.encode(probes.painted(c.facts, 16, 0, found.index(c))) for c in shown])
    for _ in range(40):
        loss = cross_entropy(model.transformer(ids, tokens)[1].flatten(0, 1), tokens.flatten())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    after = memory.exposure(model, found, 15).set_index("times")
    assert (after.loc[30, "nats"] > after.loc[0, "nats"].max()).all() and (after.loc[30, "rank"] <= 2).all()


@pytest.mark.slow
def test_the_canaries_planted_in_the_shipped_snapshot_are_found_again_and_only_by_it():
    model = load("micro@canaries", "cpu")
    often = [canary for canary in model.world.planted if canary.times in (0, 100)]
    assert len(often) >= 8
    assert max(model.world.canaries) < model.card["pictures"]["transformer"]
    known = memory.exposure(model, often).groupby("times")["exposure"].mean()
    others = memory.exposure(load("micro", "cpu"), often).groupby("times")["exposure"].mean()
    assert known[100] > known[0] + 2 and known[100] > others[100] + 2


def test_words_and_their_tokens():
    found = influence.spans(default(), "A red  fox, with 'abc' on it.")
    assert [word for word, *_ in found] == ["a", "red", "fox,", "with", "'abc'", "on", "it."]
    assert found[0][1] == 0 and all(a[2] == b[1] for a, b in pairwise(found))
    assert found[-1][2] == len(default().pieces("a red fox, with 'abc' on it.")) and found[4][2] - found[4][1] >= 3


def test_the_change_is_what_leaving_a_word_out_takes_away():
    model = make_model()
    tokens = model.draw("a red fox", 1).tokens[0]
    change = influence.change(model, "a red fox", tokens)
    assert change.shape == (3, 16)
    wanted = model.score("a red fox", tokens) - model.score("a fox", tokens)
    torch.testing.assert_close(change.sum(1)[1:2], wanted, atol=1e-3, rtol=1e-4)
    with pytest.raises(ValueError, match="has one word"):
        influence.change(model, "fox", tokens)


def test_influence_stands_beside_attention():
    model = make_model()
    drawing = model.draw("a red fox in a blue hat", 2, keep=("attention",))
    found = influence.influence(model, drawing)
    assert list(found["word"]) == "a red fox in a blue hat".split()
    assert (found["attention"] > 0).all() and found["attention"].sum() < 1
    with pytest.raises(ValueError, match="kept no attention"):
        influence.attention(model.draw("a fox", 1))
