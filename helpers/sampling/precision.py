"""How exactly a transformer computes: float32 (exact), bfloat16 (for GPUs), int8 or int8 compiled (for CPUs)."""

import torch
from jaxtyping import Float, Int
from torch import Tensor, nn

from helpers.networks.transformer import Transformer

PRECISIONS = ("float32", "bfloat16", "int8", "int8 compiled")


class Int8Linear(nn.Module):
    """A linear layer whose weights and inputs are int8, with one scale per output and one per input row.

    int8 products are exact, so a row's result does not depend on the rows beside it. The weights of a shipped
    checkpoint are int8 to begin with, so that only inputs are rounded here.
    """

    def __init__(self, linear: nn.Linear):
        super().__init__()
        weight = linear.weight.detach()
        scale = weight.abs().amax(1).clamp_min(1e-8) / 127
        self.weight = nn.Parameter((weight / scale[:, None]).round().to(torch.int8), requires_grad=False)
        self.bias = nn.Parameter(linear.bias.detach(), requires_grad=False)
        self.register_buffer("scale", scale / 127)  # of a weight, times that of an input whose largest number is 1

    def forward(self, x: Float[Tensor, "*rows width"]) -> Float[Tensor, "*rows outputs"]:
        rows = x.reshape(-1, x.shape[-1])
        most = rows.abs().amax(1, keepdim=True)  # where it is 0, the product below is multiplied by 0, too
        product = torch._int_mm((rows / most).mul_(127).round_().to(torch.int8), self.weight.T)
        return torch.addcmul(self.bias, product * most, self.scale).view(*x.shape[:-1], -1)


def set_precision(transformer: Transformer, precision: str) -> None:
    """Make a transformer compute in "float32", "bfloat16" or "int8", in place; rounding is not undone.

    Raises ValueError for int8 on another device than a CPU, and for any change back from int8.
    """
    now = precision_of(transformer)
    if now == precision:
        return
    if now == "int8":
        raise ValueError(f"precision is {now!r} and cannot become {precision!r}; load the model anew")
    transformer.to(torch.bfloat16 if precision == "bfloat16" else torch.float32)
    if precision == "int8":
        _round(transformer)


def _round(transformer: Transformer) -> None:
    if transformer.start.device.type != "cpu":
        raise ValueError(f"precision is 'int8' on {transformer.start.device}; it is for the CPU")
    for module in list(transformer.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear):
                rounded = Int8Linear(child)
                vars(rounded).update((key, hooks) for key, hooks in vars(child).items() if key.startswith("_forward_"))
                setattr(module, name, rounded)


def precision_of(transformer: Transformer) -> str:
    """What a transformer computes in: "float32", "bfloat16" or "int8"."""
    if isinstance(transformer.picture_head, Int8Linear):
        return "int8"
    return str(transformer.start.dtype).removeprefix("torch.")


@torch.inference_mode()
def agreement(
    exact: Transformer, other: Transformer, text: Int[Tensor, "n text"], picture: Int[Tensor, "n picture"]
) -> dict[str, float]:
    """What another precision changes, as means over the tokens of given pictures.

    nats: log-probability under `other` minus that under `exact`; divergence: KL(exact ‖ other), in nats;
    likeliest: share of places where both find the same token likeliest.
    """
    p, q = (model(text, picture)[1].double().log_softmax(-1) for model in (exact, other))
    at = picture[..., None]
    return {
        "nats": (q.gather(-1, at) - p.gather(-1, at)).mean().item(),
        "divergence": (p.exp() * (p - q)).sum(-1).mean().item(),
        "likeliest": (p.argmax(-1) == q.argmax(-1)).double().mean().item(),
    }
