"""Korean captions of two blocks that stand in a relation, or of a stack of three."""

from helpers.pictures.kit.korean import COLORS

RELATIONS = {  # where from the other block, before a noun, at a sentence's end
    "sitting on": (" 위에", "놓인", "놓여 있다"),
    "sitting below": (" 밑에", "깔린", "깔려 있다"),
    "standing in front of": (" 앞에", "놓인", "놓여 있다"),
    "standing behind": (" 뒤에", "놓인", "놓여 있다"),
    "standing left of": (" 왼쪽에", "놓인", "놓여 있다"),
    "standing right of": (" 오른쪽에", "놓인", "놓여 있다"),
    "floating above": (" 위에", "떠 있는", "떠 있다"),
    "far from": ("에서 멀리", "떨어진", "떨어져 있다"),
}
SIZES = {  # before a noun, before "and", at a sentence's end
    "small": ("작은", "작고", "작다"),
    "large": ("큰", "크고", "크다"),
}
NAMES = {relation: f"{place} {modifier}".strip() for relation, (place, modifier, _) in RELATIONS.items()} | {
    "pair": "블록 두 개",
    "stack": "정육면체 세 개를 쌓은 탑",
    "small": "작은",
    "large": "큰",
}


def captions(facts: dict) -> list[str]:
    """All Korean phrasings; the last is kept for testing."""
    return _stack(facts) if facts["kind"] == "stack" else _pair(facts)


def _stack(facts: dict) -> list[str]:
    (top, top_noun), (middle, middle_noun), (bottom, bottom_noun) = (
        COLORS[facts[slot]] for slot in ("top", "middle", "bottom")
    )
    return [
        f"정육면체 3개를 쌓은 탑. 맨 위에는 {top} 정육면체가 {middle} 정육면체 위에 놓여 있다. "
        f"가운데에는 {middle} 정육면체가 {bottom} 정육면체 위에 놓여 있다. 맨 아래에는 {bottom} 정육면체가 있다.",
        f"정육면체 세 개를 쌓은 탑. 맨 위는 {top_noun}, 가운데는 {middle_noun}, 맨 아래는 {bottom_noun}이다.",
        f"{bottom} 정육면체 위에 {middle} 정육면체, 그 위에 {top} 정육면체를 쌓은 모습",
        f"차곡차곡 쌓인 정육면체 세 개. 위에서부터 {top_noun}, {middle_noun}, {bottom_noun}이다.",
        f"쌓아 올린 세 정육면체 가운데 아래 것은 {bottom_noun}, 중간 것은 {middle_noun}, 위의 것은 {top_noun}이다.",
    ]


def _pair(facts: dict) -> list[str]:
    place, modifier, verb = RELATIONS[facts["relation"]]
    (one, one_noun), (other, other_noun) = COLORS[facts["color"]], COLORS[facts["other_color"]]
    size, size_and, _ = SIZES[facts["size"]]
    other_size, _, other_size_end = SIZES[facts["other_size"]]
    if facts["size"] == facts["other_size"]:
        sizes = f"두 블록 다 {other_size_end}"
    else:
        sizes = f"{one} 블록은 {size_and} {other} 블록은 {other_size_end}"
    there = "거기서 멀리" if facts["relation"] == "far from" else f"그{place}"
    return [
        f"{other_size} {other} 블록{place} {modifier} {size} {one} 블록",
        f"{size} {one_noun} 블록이 {other_size} {other_noun} 블록{place} {verb}.",
        f"블록 두 개. {size} {one} 블록이 {other_size} {other} 블록{place} {verb}.",
        f"{other} 블록{place} {modifier} {one} 블록. {sizes}.",
        f"{other_size} {other_noun} 블록이 있고 {there} {size} {one_noun} 블록이 {verb}.",
    ]
