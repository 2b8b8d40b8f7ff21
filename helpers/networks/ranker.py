"""How well does a caption fit a picture? A small CLIP (Radford et al. 2021) ranks what was drawn."""

from collections.abc import Iterable
from dataclasses import dataclass

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn
from transformers import CLIPConfig, CLIPModel

from helpers import text
from helpers.images import Picture, to_batch


@dataclass(frozen=True)
class RankerConfig:
    """Geometry of the two towers, which end in a space of `space` dimensions."""

    size: int = 64  # pixels a side of a picture
    patch: int = 8  # pixels a side of what the picture tower reads as one token
    width: int = 128
    layers: int = 3
    heads: int = 4
    text_window: int = 64
    space: int = 128
    vocabulary: int = 2048  # text tokens


class Ranker(nn.Module):
    """A picture tower and a text tower, trained so that their outputs point the same way if caption and picture fit."""

    def __init__(self, config: RankerConfig, tokenizer: text.Tokenizer | None = None):
        super().__init__()
        self.config, self.tokenizer = config, tokenizer
        c = config
        tower = {
            "hidden_size": c.width,
            "intermediate_size": 4 * c.width,
            "num_hidden_layers": c.layers,
            "num_attention_heads": c.heads,
            "hidden_act": "gelu",
        }
        seen = {**tower, "image_size": c.size, "patch_size": c.patch}
        read = {
            **tower,
            "vocab_size": c.vocabulary + 1,
            "max_position_embeddings": c.text_window,
            "bos_token_id": None,
            "eos_token_id": text.END,
            "pad_token_id": c.vocabulary,
        }
        self.clip = CLIPModel(CLIPConfig(text_config=read, vision_config=seen, projection_dim=c.space))

    @property
    def scale(self) -> Tensor:
        """What cosines are multiplied by in the loss: the inverse of its temperature, at most 100."""
        return self.clip.logit_scale.exp().clamp_max(100)

    def of_text(self, ids: Int[Tensor, "captions text"]) -> Float[Tensor, "captions space"]:
        """Unit vectors of captions."""
        mask = (ids != self.config.vocabulary).long()
        pooled = self.clip.text_model(input_ids=ids, attention_mask=mask).pooler_output
        return nn.functional.normalize(self.clip.text_projection(pooled), dim=-1)

    def of_pictures(self, pixels: Float[Tensor, "n 3 height width"]) -> Float[Tensor, "n space"]:
        """Unit vectors of pictures in [0, 1]."""
        pooled = self.clip.vision_model(pixel_values=pixels * 2 - 1).pooler_output
        return nn.functional.normalize(self.clip.visual_projection(pooled), dim=-1)

    @torch.inference_mode()
    def score(self, captions: str | list[str], images: Picture | Iterable[Picture]) -> Float[Tensor, "captions n"]:
        """Cosine of every caption with every picture, from −1 to 1."""
        captions = [captions] if isinstance(captions, str) else list(captions)
        device, window = self.clip.logit_scale.device, self.config.text_window
        pixels = to_batch(images, self.config.size)
        tokenizer = self.tokenizer or text.default()
        read = self.of_text(tokenizer.batch([tokenizer.encode(c, window) for c in captions], window).to(device))
        seen = torch.cat([self.of_pictures(part) for part in pixels.to(device).split(64)])
        return (read @ seen.T).cpu()
