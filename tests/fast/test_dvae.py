"""Pictures to tokens and back: shapes, the published network, the two quantizers, the losses."""

import math
from dataclasses import replace

import pytest
import torch
from torch import nn

from helpers.networks.dvae import DVAE, DVAEConfig, map_pixels, psnr, unmap_pixels
from tests.tiny import FSQ, GUMBEL, make_dvae

each_quantizer = pytest.mark.parametrize("config", [FSQ, GUMBEL], ids=["fsq", "gumbel"])

# names and shapes as in the encoder.pkl and decoder.pkl that OpenAI released (there .w for .weight)
PUBLISHED = {
    "encoder.blocks.input.weight": (256, 3, 7, 7),
    "encoder.blocks.input.bias": (256,),
    "encoder.blocks.group_1.block_1.res_path.conv_1.weight": (64, 256, 3, 3),
    "encoder.blocks.group_1.block_1.res_path.conv_3.weight": (64, 64, 3, 3),
    "encoder.blocks.group_1.block_2.res_path.conv_4.weight": (256, 64, 1, 1),
    "encoder.blocks.group_2.block_1.id_path.weight": (512, 256, 1, 1),
    "encoder.blocks.group_2.block_1.res_path.conv_1.weight": (128, 256, 3, 3),
    "encoder.blocks.group_3.block_2.res_path.conv_2.weight": (256, 256, 3, 3),
    "encoder.blocks.group_4.block_1.id_path.bias": (2048,),
    "encoder.blocks.group_4.block_2.res_path.conv_4.weight": (2048, 512, 1, 1),
    "encoder.blocks.output.conv.weight": (8192, 2048, 1, 1),
    "decoder.blocks.input.weight": (128, 8192, 1, 1),
    "decoder.blocks.group_1.block_1.id_path.weight": (2048, 128, 1, 1),
    "decoder.blocks.group_1.block_1.res_path.conv_1.weight": (512, 128, 1, 1),
    "decoder.blocks.group_1.block_1.res_path.conv_4.weight": (2048, 512, 3, 3),
    "decoder.blocks.group_2.block_1.id_path.weight": (1024, 2048, 1, 1),
    "decoder.blocks.group_4.block_1.id_path.weight": (256, 512, 1, 1),
    "decoder.blocks.group_4.block_2.res_path.conv_2.weight": (64, 64, 3, 3),
    "decoder.blocks.output.conv.weight": (6, 256, 1, 1),
}


LOCAL = replace(FSQ, encoder="local", size=32)  # 8 × 8 cells of 4 × 4 pixels


@pytest.mark.parametrize("half", [False, True], ids=["float32", "bfloat16"])
@pytest.mark.parametrize("row", range(0, 8, 3))
@pytest.mark.parametrize("column", range(8))
def test_a_cell_decides_on_its_own_local_token_and_no_other(row, column, half):
    model, one = make_dvae(LOCAL).eval(), pixels(LOCAL, 8, seed=row)
    other = one.clone()
    cell = (..., slice(4 * row, 4 * row + 4), slice(4 * column, 4 * column + 4))
    other[cell] = 1 - other[cell]
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        before, after = model.encode(one), model.encode(other)
    changed = (before != after).any(0)
    wanted = torch.zeros(8, 8, dtype=torch.bool)
    wanted[row, column] = True
    assert torch.equal(changed, wanted)


def test_with_the_published_encoder_a_cell_decides_on_others_too():
    model, one = make_dvae(replace(FSQ, size=32)), pixels(LOCAL, 8)
    other = one.clone()
    other[..., 12:16, 12:16] = 1 - other[..., 12:16, 12:16]
    assert (model.encode(one) != model.encode(other)).any(0).sum() > 1


class Says(nn.Module):
    """An encoder whose answer is given."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer

    def forward(self, x):
        return self.answer


@pytest.fixture(scope="module")
def published():
    with torch.device("meta"):
        return DVAE(DVAEConfig())


def pixels(config, n=2, seed=0):
    return torch.rand(n, 3, config.size, config.size, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_parameters_have_their_names_and_shapes(published, name):
    assert tuple(published.state_dict()[name].shape) == PUBLISHED[name]


def test_published_network_has_no_other_parameters(published):
    # 8 blocks of 4 convolutions a side, input and output, and an id_path where the width changes
    weights = [name for name in published.state_dict() if name.endswith("weight")]
    assert len([name for name in weights if name.startswith("encoder")]) == 8 * 4 + 2 + 3
    assert len([name for name in weights if name.startswith("decoder")]) == 8 * 4 + 2 + 4
    assert len(published.state_dict()) == 2 * len(weights)


def test_published_geometry():
    config = DVAEConfig()
    assert (config.cell, config.grid, config.code_dim) == (8, 32, 8192)
    with torch.device("meta"):
        assert DVAE(config).encoder.blocks.group_1.block_1.gain == 1 / 64


@each_quantizer
def test_encode_and_decode_shapes(config):
    dvae, x = make_dvae(config), pixels(config)
    tokens = dvae.encode(x)
    assert tokens.shape == (2, 4, 4) and not tokens.is_floating_point()
    assert 0 <= tokens.min() and tokens.max() < config.codebook
    back = dvae.decode(tokens)
    assert back.shape == x.shape and 0 <= back.min() and back.max() <= 1


@each_quantizer
def test_a_picture_does_not_depend_on_its_batch(config):
    dvae, x = make_dvae(config), pixels(config, 3)
    assert torch.equal(dvae.encode(x)[:1], dvae.encode(x[:1]))
    tokens = dvae.encode(x)
    torch.testing.assert_close(dvae.decode(tokens)[1:2], dvae.decode(tokens[1:2]))


@pytest.mark.parametrize("levels", [(4, 4), (8, 8, 4), (5, 3)])
def test_every_fsq_code_reads_back_as_itself(levels):
    size = math.prod(levels)
    config = DVAEConfig(size, 1, 1, 1, 8, 8, size, "fsq", levels)
    dvae, tokens = make_dvae(config), torch.arange(size).view(1, 1, size)
    codes = dvae.codes(tokens)
    assert codes.unique(dim=3).shape[3] == size and codes.min() == -1 and codes.max() == 1
    dvae.encoder = Says(torch.atanh(codes * 0.999))
    assert torch.equal(dvae.encode(pixels(config, 1)), tokens)


def test_every_gumbel_code_reads_back_as_itself():
    dvae, tokens = make_dvae(GUMBEL), torch.arange(16).view(1, 4, 4)
    dvae.encoder = Says(dvae.codes(tokens))
    assert torch.equal(dvae.encode(pixels(GUMBEL, 1)), tokens)


def test_relax_is_near_one_hot_at_a_low_temperature_and_soft_at_a_high_one():
    dvae, z = make_dvae(GUMBEL), torch.randn(2, 16, 4, 4, generator=torch.Generator().manual_seed(0))
    low, high = dvae.relax(z, 1 / 1000), dvae.relax(z, 10.0)
    torch.testing.assert_close(low.sum(1), torch.ones(2, 4, 4))
    assert low.amax(1).mean() > 0.99 and high.amax(1).mean() < 0.2


def test_relax_draws_codes_as_often_as_their_probabilities_say():
    dvae = make_dvae(GUMBEL)
    z = torch.log_softmax(torch.linspace(0, 3, 16), 0).view(1, 16, 1, 1).expand(1, 16, 100, 100)
    with torch.random.fork_rng():
        torch.manual_seed(0)
        drawn = dvae.relax(z, 1 / 1000).mean((0, 2, 3))
    torch.testing.assert_close(drawn, z[0, :, 0, 0].exp(), atol=0.02, rtol=0)


def test_fsq_passes_the_gradient_straight_through():
    dvae = make_dvae(FSQ)
    z = torch.randn(1, 2, 4, 4, generator=torch.Generator().manual_seed(0)).requires_grad_()
    relaxed = dvae.relax(z, 1.0)
    values = torch.tensor([-1, -1 / 3, 1 / 3, 1])
    assert (relaxed[..., None] - values).abs().amin(-1).max() < 1e-6
    relaxed.sum().backward()
    torch.testing.assert_close(z.grad, 1 - torch.tanh(z.detach()) ** 2)


@each_quantizer
def test_loss_is_finite_and_reaches_every_parameter(config):
    dvae = make_dvae(config)
    total, reconstruction, kl = dvae.loss(pixels(config), 0.5, 6.6)
    assert all(part.isfinite() and part.dim() == 0 for part in (total, reconstruction, kl))
    torch.testing.assert_close(total, reconstruction + 6.6 * kl)
    total.backward()
    assert all(p.grad is not None and p.grad.isfinite().all() for p in dvae.parameters())
    assert dvae.encoder.blocks.input.weight.grad.abs().max() > 0


def test_uniform_logits_have_no_kl():
    dvae = make_dvae(GUMBEL)
    nn.init.zeros_(dvae.encoder.blocks.output.conv.weight)
    nn.init.zeros_(dvae.encoder.blocks.output.conv.bias)
    assert abs(dvae.loss(pixels(GUMBEL))[2]) < 1e-6


def test_kl_of_a_token_weighs_one_192th_at_the_published_cell():
    config = DVAEConfig(16, width=8, init=8, codebook=16)
    assert config.cell == DVAEConfig().cell == 8
    dvae, sure = make_dvae(config), torch.zeros(1, 16, 2, 2)
    sure[:, 3] = 100.0  # certain: each token is ln 16 away from uniform
    dvae.encoder = Says(sure)
    torch.testing.assert_close(dvae.loss(pixels(config, 1))[2], torch.tensor(math.log(16) / 192))


def test_logit_laplace_is_the_published_likelihood():
    dvae, x = make_dvae(GUMBEL), pixels(GUMBEL)
    out = torch.zeros(2, 6, 16, 16)
    out[:, 3:] = 0.7
    dvae.decoder = Says(out)
    # −ln of equation 3 without its constant terms: |logit x − μ| / b + ln b
    mapped = map_pixels(x)
    wanted = (torch.log(mapped / (1 - mapped)).abs() / math.exp(0.7) + 0.7).mean()
    torch.testing.assert_close(dvae.loss(x)[1], wanted)
    torch.testing.assert_close(dvae.centre(out), torch.full_like(x, 0.5))


def test_pixel_mapping_goes_there_and_back():
    x = torch.linspace(0, 1, 11)
    assert map_pixels(x).min() == pytest.approx(0.1) and map_pixels(x).max() == pytest.approx(0.9)
    torch.testing.assert_close(unmap_pixels(map_pixels(x)), x)


def test_psnr_in_decibels():
    a = torch.zeros(2, 3, 4, 4)
    assert psnr(a, a + 0.1).tolist() == pytest.approx([20, 20], abs=1e-4)


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"quantizer": "vq"}, "quantizer 'vq'"),
        ({"likelihood": "laplace"}, "likelihood 'laplace'"),
        ({"quantizer": "fsq", "levels": (8, 8)}, "make 64 codes, not 8192"),
        ({"size": 100}, "size 100 is not a multiple of the token's 8 pixels"),
    ],
)
def test_bad_configuration_is_refused_with_the_value(changes, message):
    with pytest.raises(ValueError, match=message):
        DVAEConfig(**changes)


def test_tokens_are_those_of_float32_while_a_network_trains_in_bfloat16():
    dvae, pixels = make_dvae(), torch.rand(64, 3, 16, 16)
    exact = dvae.encode(pixels)
    with torch.autocast("cpu", torch.bfloat16):
        assert torch.equal(dvae.encode(pixels), exact)
