"""The hub's CLIP (Radford et al. 2021) as a ranker of any model's pictures."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import torch
from jaxtyping import Float
from torch import Tensor, nn

from helpers.images import Picture, to_batch

MEAN, SPREAD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)  # of its training pictures


class ClipRanker(nn.Module):
    """Says how well captions fit pictures."""

    def __init__(self, clip: nn.Module, tokenizer):
        super().__init__()
        self.clip, self.tokenizer, self.config = clip.eval(), tokenizer, clip.config

    @torch.inference_mode()
    def score(self, captions: str | list[str], images: Picture | Iterable[Picture]) -> Float[Tensor, "captions n"]:
        """Cosine of every caption with every picture, from −1 to 1."""
        captions = [captions] if isinstance(captions, str) else list(captions)
        device, dtype, size = self.clip.device, self.clip.dtype, self.clip.config.vision_config.image_size
        pixels = to_batch(images, size)
        mean, spread = (torch.tensor(values).view(3, 1, 1) for values in (MEAN, SPREAD))
        pixels = ((pixels.cpu() - mean) / spread).to(device, dtype)
        longest = self.clip.config.text_config.max_position_embeddings
        text = self.tokenizer(captions, padding=True, truncation=True, max_length=longest, return_tensors="pt")
        said = self.clip.text_model(text.input_ids.to(device), text.attention_mask.to(device)).pooler_output
        seen = torch.cat([self.clip.vision_model(part).pooler_output for part in pixels.split(64)])
        said = nn.functional.normalize(self.clip.text_projection(said).float(), dim=-1)
        return (said @ nn.functional.normalize(self.clip.visual_projection(seen).float(), dim=-1).T).cpu()


def load(folder: Path, device: str, precision: str) -> ClipRanker:
    """Open a CLIP that lies in a folder."""
    from transformers import CLIPModel

    from helpers.models.zoo.public import pretrained  # which imports this module

    clip, tokenizer = pretrained(CLIPModel, folder, precision)
    return ClipRanker(clip.to(device), tokenizer)


@cache
def fetched(device: str) -> ClipRanker | None:
    """The fetched CLIP on a device, opened once; None if there is none."""
    from helpers.models import zoo

    return zoo.open_model(zoo.ROOT / "clip", device) if zoo.is_here("clip") else None
