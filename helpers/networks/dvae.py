"""Pictures ⇄ tokens: a discrete variational autoencoder. It knows nothing of text.

The network, its losses and schedules are those of DALL·E (Ramesh et al. 2021, section 2.1
and appendix A); with `DVAEConfig()` the parameters have the names and shapes of the
released ones (`.w` and `.b` there are `.weight` and `.bias` here). Three things are data:
the quantizer ("gumbel" as published, or "fsq": finite scalar quantisation, Mentzer et al.
2023), the likelihood, and what a token sees. With the published encoder every token sees
most of the picture; with `encoder="local"` it sees its own cell and nothing else, so that
equal cells have equal tokens wherever they stand and the stream can be composed of them.
"""

import math
from collections import OrderedDict
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from torch import Tensor, nn

EPS = 0.1  # φ(x) = (1 − 2ε)x + ε keeps pixels off the ends of the logit (appendix A.3)


@dataclass(frozen=True)
class DVAEConfig:
    """Geometry of a dVAE; the defaults are the published ones."""

    size: int = 256
    patch: int = 1  # width in pixels of the squares that enter, and leave, as one position
    groups: int = 4  # groups of blocks; each but the last halves the grid
    blocks: int = 2  # residual blocks per group
    width: int = 256  # channels of the first group of the encoder; doubled from group to group
    init: int = 128  # channels with which the decoder begins
    codebook: int = 8192  # number of different tokens
    quantizer: str = "gumbel"  # or "fsq"
    levels: tuple[int, ...] = ()  # FSQ: number of values in each dimension; their product is the codebook
    likelihood: str = "logit-laplace"  # or "gaussian"
    gain: float | None = None  # of each residual path; None: 1/n_layers², as published
    encoder: str = "published"  # or "local": a token sees its own cell alone
    encoder_width: int = 256  # of the local encoder
    encoder_layers: int = 2  # of the local encoder

    def __post_init__(self):
        if self.encoder not in ("published", "local"):
            raise ValueError(f"encoder {self.encoder!r}: give 'published' or 'local'")
        if self.quantizer not in ("gumbel", "fsq"):
            raise ValueError(f"quantizer {self.quantizer!r}: give 'gumbel' or 'fsq'")
        if self.likelihood not in ("logit-laplace", "gaussian"):
            raise ValueError(f"likelihood {self.likelihood!r}: give 'logit-laplace' or 'gaussian'")
        if self.quantizer == "fsq" and math.prod(self.levels) != self.codebook:
            raise ValueError(f"FSQ levels {self.levels} make {math.prod(self.levels)} codes, not {self.codebook}")
        if self.size % self.cell:
            raise ValueError(f"size {self.size} is not a multiple of the token's {self.cell} pixels")

    @property
    def cell(self) -> int:
        """Width in pixels of the square that one token stands for."""
        return self.patch * 2 ** (self.groups - 1)

    @property
    def grid(self) -> int:
        """Tokens along a side of the picture."""
        return self.size // self.cell

    @property
    def code_dim(self) -> int:
        """Channels between encoder and decoder."""
        return self.codebook if self.quantizer == "gumbel" else len(self.levels)


class Block(nn.Module):
    """Residual bottleneck: three 3×3 and one 1×1 convolution at a quarter of the width."""

    def __init__(self, n_in: int, n_out: int, gain: float, kernels: tuple[int, ...]):
        super().__init__()
        hidden = n_out // 4
        self.gain = gain
        self.id_path = nn.Conv2d(n_in, n_out, 1) if n_in != n_out else nn.Identity()
        widths = (n_in, hidden, hidden, hidden, n_out)
        layers = OrderedDict()
        for i, kernel in enumerate(kernels):
            layers[f"relu_{i + 1}"] = nn.ReLU()
            layers[f"conv_{i + 1}"] = nn.Conv2d(widths[i], widths[i + 1], kernel, padding=kernel // 2)
        self.res_path = nn.Sequential(layers)

    def forward(self, x: Tensor) -> Tensor:
        return self.id_path(x) + self.gain * self.res_path(x)


def _groups(config: DVAEConfig, widths: list[int], kernels: tuple[int, ...], between: nn.Module) -> OrderedDict:
    """Groups of blocks named as in the released network; `between` follows all but the last."""
    gain = config.gain or 1 / (config.groups * config.blocks) ** 2
    groups = OrderedDict()
    for g in range(config.groups):
        inner = OrderedDict()
        for b in range(config.blocks):
            inner[f"block_{b + 1}"] = Block(widths[g] if b == 0 else widths[g + 1], widths[g + 1], gain, kernels)
        if g < config.groups - 1:
            inner["pool" if isinstance(between, nn.MaxPool2d) else "upsample"] = between
        groups[f"group_{g + 1}"] = nn.Sequential(inner)
    return groups


class Encoder(nn.Module):
    """Pixels to code logits (gumbel) or code coordinates (FSQ), by the published network."""

    def __init__(self, config: DVAEConfig):
        super().__init__()
        widths = [config.width] + [config.width * 2**g for g in range(config.groups)]
        self.unshuffle = nn.PixelUnshuffle(config.patch) if config.patch > 1 else nn.Identity()
        self.blocks = nn.Sequential(
            OrderedDict(
                input=nn.Conv2d(3 * config.patch**2, config.width, 7 if config.patch == 1 else 3, padding="same"),
                **_groups(config, widths, (3, 3, 3, 1), nn.MaxPool2d(2)),
                output=nn.Sequential(OrderedDict(relu=nn.ReLU(), conv=nn.Conv2d(widths[-1], config.code_dim, 1))),
            )
        )

    def forward(self, x: Float[Tensor, "batch 3 height width"]) -> Float[Tensor, "batch code rows columns"]:
        # (batch, 3 · patch², height / patch, width / patch) -> (batch, code, rows, columns)
        return self.blocks(self.unshuffle(x))


class CellNorm(nn.LayerNorm):
    """LayerNorm over the channels of each cell by itself. One over the grid would let cells see each other."""

    def forward(self, x: Float[Tensor, "batch width rows columns"]) -> Float[Tensor, "batch width rows columns"]:
        return super().forward(x.movedim(1, -1)).movedim(-1, 1)


class LocalEncoder(nn.Module):
    """Pixels to code logits or coordinates, each from the pixels of its own cell alone.

    One convolution whose kernel and stride are the cell, then residual layers of 1×1 convolutions.
    """

    def __init__(self, config: DVAEConfig):
        super().__init__()
        width = config.encoder_width
        self.cells = nn.Conv2d(3, width, config.cell, stride=config.cell)
        self.layers = nn.ModuleList(
            nn.Sequential(CellNorm(width), nn.Conv2d(width, 2 * width, 1), nn.GELU(), nn.Conv2d(2 * width, width, 1))
            for _ in range(config.encoder_layers)
        )
        self.output = nn.Conv2d(width, config.code_dim, 1)

    def forward(self, x: Float[Tensor, "batch 3 height width"]) -> Float[Tensor, "batch code rows columns"]:
        x = self.cells(x * 2 - 1)  # (batch, width, rows, columns)
        for layer in self.layers:
            x = x + layer(x)
        return self.output(x)


class Decoder(nn.Module):
    """Codes to the likelihood's parameters: μ and ln b for red, green and blue, or (gaussian) μ alone."""

    def __init__(self, config: DVAEConfig):
        super().__init__()
        widths = [config.init] + [config.width * 2**g for g in reversed(range(config.groups))]
        maps = 6 if config.likelihood == "logit-laplace" else 3
        self.blocks = nn.Sequential(
            OrderedDict(
                input=nn.Conv2d(config.code_dim, config.init, 1),
                **_groups(config, widths, (1, 3, 3, 3), nn.Upsample(scale_factor=2, mode="nearest")),
                output=nn.Sequential(
                    OrderedDict(relu=nn.ReLU(), conv=nn.Conv2d(widths[-1], maps * config.patch**2, 1))
                ),
            )
        )
        self.shuffle = nn.PixelShuffle(config.patch) if config.patch > 1 else nn.Identity()

    def forward(self, z: Float[Tensor, "batch code rows columns"]) -> Float[Tensor, "batch maps height width"]:
        # (batch, maps · patch², height / patch, width / patch) -> (batch, maps, height, width)
        return self.shuffle(self.blocks(z))


class DVAE(nn.Module):
    """The tokenizer of pictures; pixels are in [0, 1]."""

    def __init__(self, config: DVAEConfig):
        super().__init__()
        self.config = config
        self.encoder = LocalEncoder(config) if config.encoder == "local" else Encoder(config)
        self.decoder = Decoder(config)
        if config.quantizer == "fsq":
            levels = torch.tensor(config.levels)
            self.register_buffer("levels", levels, persistent=False)
            self.register_buffer("basis", torch.cumprod(torch.tensor([1, *config.levels[:-1]]), 0), persistent=False)

    @torch.no_grad()
    def encode(self, pixels: Float[Tensor, "batch 3 height width"]) -> Int[Tensor, "batch rows columns"]:
        """The most likely token at each place of the grid."""
        with torch.autocast(pixels.device.type, enabled=False):  # in bfloat16 some tokens would differ
            z = self.encoder(map_pixels(pixels))  # (batch, code, rows, columns)
        if self.config.quantizer == "gumbel":
            return z.argmax(1)
        return (self._digits(z) * self.basis.view(-1, 1, 1)).sum(1)

    @torch.no_grad()
    def decode(self, tokens: Int[Tensor, "batch rows columns"]) -> Float[Tensor, "batch 3 height width"]:
        """The picture of the tokens: the likelihood's centre, in [0, 1]."""
        return self.centre(self.decoder(self.codes(tokens)))

    def codes(self, tokens: Int[Tensor, "batch rows columns"]) -> Float[Tensor, "batch code rows columns"]:
        """What the decoder reads for these tokens: one-hot (gumbel) or coordinates in [−1, 1] (FSQ)."""
        dtype = self.decoder.blocks.input.weight.dtype
        if self.config.quantizer == "gumbel":
            return F.one_hot(tokens, self.config.codebook).movedim(-1, 1).to(dtype)
        # a token is a number whose digits, one for each dimension, are the levels: (batch, dimensions, rows, columns)
        digits = tokens.unsqueeze(1) // self.basis.view(-1, 1, 1) % self.levels.view(-1, 1, 1)
        return (digits * 2 / (self.levels.view(-1, 1, 1) - 1) - 1).to(dtype)

    def relax(self, z: Tensor, temperature: float) -> Tensor:
        """What the decoder reads in training: a gumbel-softmax sample at `temperature`, or FSQ's
        rounded coordinates with the gradient passed straight through."""
        if self.config.quantizer == "gumbel":
            # gumbel noise, then a softmax over the codes: (batch, codebook, rows, columns)
            noise = -torch.log(-torch.log(torch.rand_like(z).clamp_(1e-9, 1 - 1e-7)))
            return torch.softmax((z + noise) / temperature, 1)
        bounded = torch.tanh(z)
        rounded = self._digits(z) * 2 / (self.levels.view(-1, 1, 1) - 1) - 1
        return bounded + (rounded - bounded).detach()  # forward: rounded; backward: the gradient of `bounded`

    def _digits(self, z: Tensor) -> Tensor:
        """FSQ: which of its levels each coordinate is nearest to."""
        steps = (self.levels - 1).view(-1, 1, 1)
        return ((torch.tanh(z) + 1) / 2 * steps).round().long()

    def loss(
        self, pixels: Float[Tensor, "batch 3 height width"], temperature: float = 1.0, beta: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Negative evidence lower bound (ELBO) per pixel and channel: total, reconstruction, KL to the uniform prior.

        As published, all is divided by height · width · 3, so one token's KL weighs β / (3 · cell²).
        """
        x = map_pixels(pixels)
        z = self.encoder(x)  # (batch, code, rows, columns)
        out = self.decoder(self.relax(z, temperature))  # (batch, maps, height, width)
        if self.config.likelihood == "logit-laplace":
            # −ln of the logit-Laplace density, without the terms that do not depend on the network (appendix A.3)
            mu, ln_b = out.chunk(2, 1)  # each (batch, 3, height, width)
            reconstruction = (ln_b + (torch.logit(x) - mu).abs() * torch.exp(-ln_b)).mean()
        else:
            reconstruction = F.mse_loss(out, pixels) * 100
        if self.config.quantizer == "fsq":
            return reconstruction, reconstruction, torch.zeros((), device=x.device)
        # KL(q ‖ uniform) = Σ q ln(q · codebook), summed over the codes of a token
        log_q = F.log_softmax(z, 1)
        kl = (log_q.exp() * (log_q + math.log(self.config.codebook))).sum(1).mean() / (3 * self.config.cell**2)
        return reconstruction + beta * kl, reconstruction, kl

    def centre(self, out: Tensor) -> Tensor:
        """The likelihood's centre as pixels in [0, 1]: φ⁻¹(sigmoid(μ)) for the logit-Laplace."""
        if self.config.likelihood == "gaussian":
            return out.clamp(0, 1)
        return unmap_pixels(torch.sigmoid(out[:, :3]))


def map_pixels(x: Tensor) -> Tensor:
    """φ: [0, 1] → [ε, 1 − ε]."""
    return (1 - 2 * EPS) * x + EPS


def unmap_pixels(x: Tensor) -> Tensor:
    """φ⁻¹, clamped to [0, 1]."""
    return ((x - EPS) / (1 - 2 * EPS)).clamp(0, 1)


def psnr(a: Float[Tensor, "batch 3 height width"], b: Float[Tensor, "batch 3 height width"]) -> Float[Tensor, " batch"]:
    """Peak signal-to-noise ratio of each pair, in dB; pixels in [0, 1]."""
    return -10 * torch.log10((a - b).square().mean((1, 2, 3)).clamp_min(1e-10))
