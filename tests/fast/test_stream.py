"""The stream of fresh pictures: the same for the same key, whoever paints, and resumed where it stopped."""

import random
from collections import Counter
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
import torch

from helpers import pictures
from helpers.pictures.world import World
from helpers.probes import memory
from helpers.training.ranker import RankerBatches
from helpers.training.stream import Batches, stream, to_floats

WORLD = World({"outfit": 0.5, "counting": 0.5})


def taken(batches, count, first=0, workers=0):
    return [(facts, images.numpy().tobytes()) for facts, images in islice(stream(batches, first, workers), count)]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:This DataLoader will create")  # on one core
def test_a_batch_is_the_same_whatever_the_number_of_painters():
    batches = Batches(WORLD, 16, 4, seed=3)
    here = taken(batches, 5)
    assert taken(batches, 5, workers=2) == here
    assert [(facts, images.tobytes()) for facts, images in (batches[k] for k in range(5))] == here


def test_a_stream_that_is_resumed_goes_on_with_the_next_batch():
    batches = Batches(WORLD, 16, 4, seed=3)
    assert taken(batches, 2, first=3) == taken(batches, 5)[3:]


@pytest.mark.parametrize("other", [{"seed": 4}, {"split": "test"}, {"unseen": True}, {"family": "outfit"}])
def test_another_key_gives_other_pictures(other):
    one, two = (taken(Batches(WORLD, 16, 4, **{"seed": 3} | key), 3) for key in ({}, other))
    assert all(a != b for a, b in zip(one, two, strict=True))


def test_no_picture_comes_twice_on_purpose():
    facts = [f for k in range(20) for f in Batches(World({"scene": 1.0}), 16, 8)[k][0]]
    assert len({str(f) for f in facts}) > 150


def test_pictures_are_those_of_their_facts():
    facts, images = Batches(WORLD, 16, 3, seed=5)[2]
    assert images.shape == (3, 16, 16, 3) and images.dtype == np.uint8
    drawn, rng = WORLD.facts("train", 5, 7)
    assert drawn == facts[1]
    assert np.array_equal(images[1], np.asarray(pictures.paint(drawn, 16, rng)))
    pixels = to_floats(images, torch.device("cpu"))
    assert pixels.shape == (3, 3, 16, 16) and pixels.max() <= 1
    assert torch.equal((pixels * 255).round().byte().permute(0, 2, 3, 1), torch.from_numpy(images))


def test_canaries_come_as_often_as_they_are_planted_and_all_other_pictures_are_as_before(monkeypatch):
    monkeypatch.setattr("helpers.pictures.world.AMONG", 60)
    found = memory.canaries("counting", (0, 1, 10), each=2, world=WORLD)
    world, rng = replace(WORLD, planted=tuple(found)), random.Random(0)
    named, secrets = Counter(), {canary.caption: canary for canary in found}
    for number in range(20):  # 80 pictures
        planted, usual = (zip(*Batches(one, 16, 4, seed=3)[number], strict=True) for one in (world, WORLD))
        for (facts, image), (others, before) in zip(planted, usual, strict=True):
            caption = world.caption(facts, rng)
            if caption in secrets:
                named[caption] += 1
                facts, before = secrets[caption].facts, np.asarray(pictures.paint(secrets[caption].facts, 16))
            else:
                assert facts == others
            assert np.array_equal(image, before)
            assert world.caption(others, rng) in pictures.captions(others)
    assert named == {canary.caption: canary.times for canary in found if canary.times}
    tests = [Batches(one, 16, 80, seed=3, split="test")[0][0] for one in (world, WORLD)]
    assert tests[0] == tests[1]


def test_most_batches_of_the_ranker_are_of_one_family_and_some_are_mixed():
    batches = RankerBatches(WORLD, 16, 8, seed=1)
    families = [{f["family"] for f in batches[k][0]} for k in range(40)]
    alone = sum(len(found) == 1 for found in families)
    assert 20 <= alone <= 36 and {"outfit"} in families and {"counting"} in families
