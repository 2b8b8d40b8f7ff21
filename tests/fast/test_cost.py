"""The arithmetic of what drawing costs, against what is allocated."""

import pytest
import torch

from helpers.networks.transformer import Transformer
from helpers.sampling.cache import Cache, picture_sight
from helpers.sampling.cost import cost
from helpers.sampling.writers import run
from helpers.training.presets import PRESETS
from tests.tiny import STREAM, make_transformer

PAPER = PRESETS["paper"].transformer


def test_weights_are_those_of_the_layers_and_the_head():
    model = make_transformer()
    read = (model.layers, model.norm, model.picture_head)
    counted = sum(p.numel() for part in read for p in part.parameters())
    assert cost(STREAM, number=4).weight_bytes == 4 * counted


@torch.inference_mode()
def test_caches_are_as_large_as_those_allocated():
    caches = [Cache(3, picture_sight(p, STREAM.grid, STREAM.kernel)) for p in STREAM.attention]
    run(make_transformer(), torch.zeros(1, 9, STREAM.width), caches)
    got = cost(STREAM, text=8, number=4)
    assert sum(cache.own.nbytes for cache in caches) == 3 * got.cache_bytes
    assert sum(cache.given.nbytes for cache in caches) == got.caption_bytes


def test_sparse_patterns_keep_and_read_less():
    sparse, full = cost(PAPER), cost(PAPER, sparse=False)
    assert sparse.weight_bytes == full.weight_bytes and sparse.parameters == full.parameters
    assert sparse.cache_bytes < full.cache_bytes / 3 and sparse.read_bytes < full.read_bytes / 10
    assert full.cache_bytes == 1024 * 64 * 2 * 3968 * 2
    assert full.read_bytes == 1024 * 1025 // 2 * 64 * 2 * 3968 * 2


def test_published_geometry_reads_twenty_four_gigabytes_a_step():
    assert 24.0e9 < cost(PAPER).weight_bytes < 24.6e9


def test_splits_follow_memory():
    paper = cost(PAPER)
    whole, half = (paper.seconds(256, 1e12, 1e15, paper.weight_bytes + k * paper.cache_bytes + 1e9) for k in (256, 128))
    assert (whole[0], half[0]) == (1, 2) and half[1] > whole[1]
    with pytest.raises(ValueError, match="memory is 1e"):
        paper.seconds(1, 1e12, 1e15, 1e9)


def test_operations_are_two_for_every_weight_and_step_and_those_of_attention():
    got = cost(STREAM, number=4)
    assert got.operations > 2 * got.steps * got.weight_bytes // 4
    with torch.device("meta"):
        assert got.parameters == sum(p.numel() for p in Transformer(STREAM).parameters())
