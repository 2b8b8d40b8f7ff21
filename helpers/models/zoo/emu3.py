"""Emu3-Gen (Wang et al. 2024): one decoder whose vocabulary holds both words and picture tokens."""

from pathlib import Path

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers.models.abilities import Unable
from helpers.models.zoo.public import PublicModel, pretrained

BEGIN, PICTURE, END_OF_LINE = "<|image start|>", "<|image token|>", "<|extra_200|>"
SIZE = 720  # pixels a side


class Emu3(PublicModel):
    """Draws 90 × 90 tokens of 32,768. After each row comes an end-of-line token, which is inserted, not drawn."""

    recommended = {"guidance": 3.0, "top_k": 2048}  # the settings of its makers
    decoded_at_once = 1

    def __init__(self, net: nn.Module, tokenizer, name: str = "emu3", size: int | None = None):
        super().__init__(net, tokenizer, name)
        self.body, self.picture_size = net.model.text_model, size or SIZE
        self.grid, self.codebook = (
            self.picture_size // net.model.vqmodel.spatial_scale_factor,
            net.config.vq_config.codebook_size,
        )
        mapping = net.vocabulary_mapping
        self.words = torch.tensor([mapping.img2bpe[code] for code in range(self.codebook)])
        self.end_of_line = mapping.eol_token_id

    def _prompt(self, caption: str) -> list[int]:
        begin = self.tokenizer.bos_token
        text = f"{begin}{caption}{BEGIN}{self.grid}*{self.grid}{PICTURE}"
        return self.tokenizer(text, add_special_tokens=False).input_ids

    def _without(self, prompt: list[int]) -> list[int]:
        return self._prompt("")

    def _read_code(self, codes: Int[Tensor, " rows"], at: int) -> Float[Tensor, "rows tokens width"]:
        read = self.words.to(codes.device)[codes][:, None]
        if (at + 1) % self.grid == 0:
            read = nn.functional.pad(read, (0, 1), value=self.end_of_line)
        return self.body.get_input_embeddings()(read)

    def _code_logits(self, hidden: Float[Tensor, "rows width"]) -> Float[Tensor, "rows codebook"]:
        return self.net.lm_head(hidden)[:, self.words.to(hidden.device)]

    def _encode(self, pixels: Float[Tensor, "n 3 size size"]) -> Int[Tensor, "n rows columns"]:
        sizes = [self.picture_size] * 2
        return torch.stack(self.net.model.vqmodel.encode(pixels * 2 - 1, [sizes] * len(pixels)).image_tokens)

    def _decode(self, tokens: Int[Tensor, "n rows columns"]) -> Float[Tensor, "n 3 size size"]:
        return (self.net.model.vqmodel.decode(tokens).float() + 1) / 2

    def _unable(self, what: str) -> Unable:
        return Unable(f"{self.name} cannot {what}: its makers trained another checkpoint for that, Emu3-Chat")


def load(folder: Path, device: str, precision: str) -> Emu3:
    """Open an Emu3-Gen that lies in a folder, in the format of transformers."""
    from transformers import Emu3ForConditionalGeneration

    net, tokenizer = pretrained(Emu3ForConditionalGeneration, folder, precision)
    return Emu3(net.to(device), tokenizer, folder.name)
