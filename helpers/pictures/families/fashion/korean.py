"""Korean captions of a store mannequin in a top and a bottom."""

from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import with_particle

NAMES = {
    "male": "남자",
    "female": "여자",
    "polo shirt": "폴로셔츠",
    "button-down shirt": "버튼다운 셔츠",
    "flannel shirt": "플란넬 셔츠",
    "bomber jacket": "항공 점퍼",
    "turtleneck sweater": "터틀넥 스웨터",
    "cardigan sweater": "카디건",
    "cropped sweater": "크롭트 스웨터",
    "pullover sweater": "풀오버 스웨터",
    "jeans": "청바지",
    "pleated trousers": "주름바지",
    "sweatpants": "운동복 바지",
    "palazzo pants": "통바지",
    "shorts": "반바지",
    "bubble skirt": "벌룬스커트",
    "mini skirt": "미니스커트",
    "pleated skirt": "주름치마",
    "wrap skirt": "랩스커트",
    "none": "배색",  # two colours without a pattern
    "checkered": "체크무늬",
    "striped": "줄무늬",
    "polka dotted": "물방울무늬",
    "navy": "남색",
    "brown": "갈색",
}
REPORTED = {"button-down shirt": "단추를 푼 {} 셔츠", "pleated trousers": "{} 트라우저"}  # as a newspaper put it


def captions(facts: dict) -> list[str]:
    """All phrasings, the newspaper's own first and last the one kept for testing."""
    above, below = (_garment(facts, slot, "{} " + _name(facts[slot])) for slot in ("upper", "lower"))
    told = [_garment(facts, slot, REPORTED.get(facts[slot], "{} " + _name(facts[slot]))) for slot in ("upper", "lower")]
    who = f"{NAMES[facts['mannequin']]} 마네킹"
    return [
        f"{with_particle(told[0], '과')} {with_particle(told[1], '을')} 입은 {who}",
        f"{with_particle(above, '과')} {below} 차림의 {who}",
        f"{who}이 {above}에 {with_particle(below, '을')} 입고 있다.",
        f"{who}. 위에는 {above}, 아래에는 {with_particle(below, '을')} 입었다.",
        f"{below}에 {with_particle(above, '을')} 맞춰 입힌 {who}",
    ]


def _name(value: str) -> str:
    return NAMES.get(value) or korean.NAMES[value]


def _color(value: str) -> str:
    return NAMES.get(value) or korean.COLORS[value][1]


def _garment(facts: dict, slot: str, template: str) -> str:
    """One garment: its colours, and on a top with two of them how they share it, in place of the braces."""
    look = _color(facts[f"{slot}_color"])
    if slot == "upper" and facts["second_color"] != "none":
        look = f"{with_particle(look, '과')} {_color(facts['second_color'])} {NAMES[facts['pattern']]}"
    return template.format(look)
