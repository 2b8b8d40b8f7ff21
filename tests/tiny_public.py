"""Public models of transformers' classes with random weights, small enough for tests, and a byte-wise tokenizer."""

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors

SPECIAL = {
    "janus": ["<bos>", "<eos>", "<pad>", "<begin_of_image>", "<end_of_image>", "<image_placeholder>"],
    "emu3": ["<bos>", "<eos>", "<pad>", "<|image start|>", "<|image token|>", "<|extra_200|>", "<|extra_201|>"],
    "clip": ["<bos>", "<eos>", "<pad>"],
}
CODES = 24


def make_tokenizer(kind: str):
    """256 bytes, then what the model's prompts need; Janus and CLIP begin every text with <bos>."""
    from transformers import PreTrainedTokenizerFast

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE(vocab={letter: i for i, letter in enumerate(letters)}, merges=[]))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    visual = [f"<|visual token {code:06d}|>" for code in range(CODES)] if kind == "emu3" else []
    tokenizer.add_special_tokens(SPECIAL[kind] + visual)
    if kind != "emu3":
        ends = {"janus": "<bos> $A", "clip": "<bos> $A <eos>"}[kind]
        ids = [(token, tokenizer.token_to_id(token)) for token in ("<bos>", "<eos>")]
        tokenizer.post_processor = processors.TemplateProcessing(single=ends, special_tokens=ids)
    return PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<bos>", eos_token="<eos>", pad_token="<pad>")


def _loud(net):
    """Enlarge the weights, so that every token and word matters to the next."""
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            if parameter.dim() == 2 and "vqmodel" not in name:
                parameter.mul_(8)
    return net.eval()


def _text(tokenizer) -> dict:
    return {
        "vocab_size": len(tokenizer),
        "hidden_size": 32,
        "intermediate_size": 48,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": 512,
        "bos_token_id": tokenizer.bos_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.pad_token_id,
    }


def make_janus(seed: int = 6):
    """32 px, 4 × 4 tokens of 24; the network and its tokenizer."""
    from transformers import JanusConfig, JanusForConditionalGeneration, LlamaConfig

    tokenizer = make_tokenizer("janus")
    vision = {"image_size": 32, "patch_size": 8, "num_image_tokens": 16, "hidden_size": 16, "num_hidden_layers": 1}
    vq = {"base_channels": 32, "channel_multiplier": (1, 1, 1, 1), "num_res_blocks": 1, "latent_channels": 8}
    config = JanusConfig(
        text_config=LlamaConfig(**_text(tokenizer)),
        vision_config=vision | {"num_attention_heads": 2, "projection_dim": 32},
        vq_config=vq | {"embed_dim": 4, "num_embeddings": CODES, "projection_dim": 32, "image_token_embed_dim": 32},
        image_token_id=tokenizer.convert_tokens_to_ids("<image_placeholder>"),
    )
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        net = _loud(JanusForConditionalGeneration(config))
    for name in ("bos_token_id", "eos_token_id", "pad_token_id"):
        setattr(net.generation_config, name, getattr(tokenizer, name))
    net.generation_config.generation_kwargs = {"boi_token_id": tokenizer.convert_tokens_to_ids("<begin_of_image>")}
    return net, tokenizer


def make_emu3(seed: int = 0):
    """32 px, 4 × 4 tokens of 24; the network and its tokenizer."""
    from transformers import Emu3Config, Emu3ForConditionalGeneration, Emu3TextConfig

    tokenizer = make_tokenizer("emu3")
    vq = {"base_channels": 32, "channel_multiplier": (1, 1, 1, 1), "num_res_blocks": 1, "hidden_size": 32}
    config = Emu3Config(
        text_config=Emu3TextConfig(**_text(tokenizer), attention_dropout=0.0),
        vq_config=vq | {"codebook_size": CODES, "attn_resolutions": (3,), "temporal_downsample_factor": 1},
        vocabulary_map=tokenizer.get_vocab() | {"<image>": tokenizer.convert_tokens_to_ids("<pad>")},
    )
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        net = _loud(Emu3ForConditionalGeneration(config))
    for name in ("bos_token_id", "eos_token_id", "pad_token_id"):
        setattr(net.generation_config, name, getattr(tokenizer, name))
    return net, tokenizer


def make_clip(seed: int = 0):
    """A CLIP of 32 px and its tokenizer."""
    from transformers import CLIPConfig, CLIPModel

    tokenizer = make_tokenizer("clip")
    tower = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    text = {"vocab_size": len(tokenizer), "max_position_embeddings": 32, "eos_token_id": tokenizer.eos_token_id}
    text |= {"bos_token_id": tokenizer.bos_token_id, "pad_token_id": tokenizer.pad_token_id}
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        seen = {**tower, "image_size": 32, "patch_size": 8}
        return CLIPModel(CLIPConfig(text_config=tower | text, vision_config=seen, projection_dim=8)).eval(), tokenizer
