"""Views of animals in Korean."""

from helpers.pictures.families.view import AERIAL, CLOSE, FISHEYE, LOW, PLANET, REAR, WIDE
from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import with_particle

NAMES = {  # lens or style -> before a noun: "뒤에서 본 여우"
    CLOSE: "아주 가까이에서 본",
    AERIAL: "하늘에서 내려다본",
    REAR: "뒤에서 본",
    WIDE: "광각 렌즈로 본",
    LOW: "아래에서 올려다본",
    FISHEYE: "어안 렌즈로 본",
    PLANET: "구형 파노라마로 본",
    "made of voxels": "복셀로 만든",
    "in claymation": "점토로 빚은",
    "in x-ray": "엑스레이로 찍은",
}
OTHERWISE = {
    CLOSE: "초근접 촬영",
    AERIAL: "항공 촬영",
    REAR: "후면 촬영",
    WIDE: "광각 촬영",
    LOW: "로 앵글 촬영",
    FISHEYE: "어안 렌즈 촬영",
    PLANET: "구형 파노라마 촬영",
    "made of voxels": "작은 정육면체를 쌓아 만든",
    "in claymation": "클레이 애니메이션으로 만든",
    "in x-ray": "뼈가 훤히 비치는",
}


def captions(facts: dict) -> list[str]:
    """All phrasings; the style stands before the animal, the lens before or after both."""
    view, style = facts["view"], facts["style"]
    who = korean.NAMES[facts["animal"]]
    made = who if style == "none" else f"{NAMES[style]} {who}"
    made_otherwise = who if style == "none" else f"{OTHERWISE[style]} {who}"
    if view == "none":
        return [
            f"들판에 앉은 {made}",
            f"{with_particle(made, '이')} 들판에 앉아 있다",
            f"들판에 {with_particle(made_otherwise, '이')} 앉아 있는 모습",
            f"{with_particle(made_otherwise, '이')} 앉아 있는 들판",
        ]
    seen, seen_otherwise = NAMES[view], OTHERWISE[view]
    return [
        f"들판에 앉은 {with_particle(made, '을')} {seen} 모습",
        f"{seen}, 들판에 앉은 {made}",
        f"들판에 {with_particle(made_otherwise, '이')} 앉아 있는 모습, {seen_otherwise}",
        f"{with_particle(made_otherwise, '이')} 앉아 있는 들판을 {seen} 장면",
    ]
