"""Janus and Janus-Pro (Wu et al. 2024, Chen et al. 2025): one decoder, SigLIP to see by, VQ tokens to draw with."""

from pathlib import Path

import torch
import torch.nn.functional as F
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers.images import Picture, to_pixels
from helpers.models.zoo.public import PublicModel, pretrained
from helpers.sampling import Settings

BEGIN, END, PLACEHOLDER = "<begin_of_image>", "<end_of_image>", "<image_placeholder>"
SYSTEM = (
    "You are a helpful language and vision assistant. You are able to understand the visual content that the user "
    "provides, and assist the user with a variety of tasks using natural language.\n\n"
)
QUESTION = "Describe this picture in one sentence."


class Janus(PublicModel):
    """Draws 24 × 24 tokens of 16,384; guidance 5 is what its makers used."""

    recommended = {"guidance": 5.0}

    def __init__(self, net: nn.Module, tokenizer, name: str = "janus"):
        super().__init__(net, tokenizer, name)
        vision, vq = net.config.vision_config, net.config.vq_config
        self.body, self.picture_size = net.model.language_model, vision.image_size
        self.grid, self.codebook = vq.num_patches, vq.num_embeddings

    def _prompt(self, caption: str) -> list[int]:
        return self.tokenizer(f"<|User|>: {caption}\n\n<|Assistant|>:{BEGIN}").input_ids

    def _without(self, prompt: list[int]) -> list[int]:
        """All but the first token and the one that begins the picture become pads, as in training."""
        usual = self.net.generation_config
        kept = (usual.bos_token_id, self.tokenizer.convert_tokens_to_ids(BEGIN))
        return [i if i in kept else usual.pad_token_id for i in prompt]

    def _read_code(self, codes: Int[Tensor, " rows"], at: int) -> Float[Tensor, "rows tokens width"]:
        return self.net.prepare_embeddings_for_image_generation(codes[:, None])

    def _code_logits(self, hidden: Float[Tensor, "rows width"]) -> Float[Tensor, "rows codebook"]:
        return self.net.model.generation_head(hidden)

    def _encode(self, pixels: Float[Tensor, "n 3 size size"]) -> Int[Tensor, "n rows columns"]:
        """The code with the largest cosine, as in the published `vq_model.py`."""
        vq = self.net.model.vqmodel
        z = vq.quant_conv(vq.encoder((pixels * 2 - 1).to(self.net.dtype))).movedim(1, -1)
        return (F.normalize(z, dim=-1) @ F.normalize(vq.quantize.embedding.weight, dim=-1).T).argmax(-1)

    def _decode(self, tokens: Int[Tensor, "n rows columns"]) -> Float[Tensor, "n 3 size size"]:
        return (self.net.model.vqmodel.decode(tokens.flatten(1)).float() + 1) / 2

    @torch.inference_mode()
    def _texts(self, picture: Picture, settings: Settings) -> list[str]:
        pixels = to_pixels(self._image(picture), self.picture_size)[None].to(self.device, self.net.dtype)
        seen = self.net.model.get_image_features(pixels * 2 - 1).pooler_output[0]
        inside = BEGIN + PLACEHOLDER * len(seen) + END
        ids = self.tokenizer(f"{SYSTEM}<|User|>: {inside}\n{QUESTION}\n\n<|Assistant|>:").input_ids
        read = self._read_text(ids)
        read[torch.tensor(ids, device=self.device) == self.net.config.image_token_id] = seen
        return self._written(read, self.net.lm_head, self.tokenizer.eos_token_id, settings)


def load(folder: Path, device: str, precision: str) -> Janus:
    """Open a Janus that lies in a folder, in the format of transformers."""
    from transformers import JanusForConditionalGeneration

    net, tokenizer = pretrained(JanusForConditionalGeneration, folder, precision)
    return Janus(net.to(device), tokenizer, folder.name)
