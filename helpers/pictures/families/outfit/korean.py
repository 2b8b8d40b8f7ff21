"""Korean captions of dressed animals."""

from helpers.pictures.heldout import GARMENTS
from helpers.pictures.kit.korean import COLORS, with_particle
from helpers.pictures.kit.korean import NAMES as SHARED

NAMES = {
    "dog": "강아지",  # "아기 개" is not said
    "hat": "모자",
    "gloves": "장갑",
    "shirt": "셔츠",
    "pants": "바지",
}
WORD = SHARED | NAMES
STEMS = {"hat": "쓰", "gloves": "끼", "shirt": "입", "pants": "입"}  # each garment has its own verb of wearing
WEARING = {"쓰": "쓴", "끼": "낀", "입": "입은"}  # before a noun
NEWSPAPER_COLORS = {color: noun for color, (_, noun) in COLORS.items()} | {"green": "녹색"}


def captions(facts: dict) -> list[str]:
    """All Korean phrasings, the newspapers' own first; the last is kept for testing."""
    animal = WORD[facts["animal"]]
    worn = {garment: facts[garment] for garment in GARMENTS if facts[garment] != "none"}
    if not worn:
        return [
            f"아기 {animal} 이모지",
            f"{animal} 이모지. 옷을 하나도 입지 않았다.",
            f"모자도 장갑도 셔츠도 바지도 없는 아기 {animal}",
            f"옷을 입지 않은 {animal}",
            f"아무것도 걸치지 않은 작은 {animal}",
        ]
    short = {garment: f"{COLORS[color][0]} {WORD[garment]}" for garment, color in worn.items()}
    long = {garment: f"{COLORS[color][1]} {WORD[garment]}" for garment, color in worn.items()}
    said = [f"{with_particle(WORD[garment], '은')} {COLORS[color][1]}" for garment, color in worn.items()]
    return [
        f"{_newspaper(worn)} {animal}",
        f"{_dressed(short)} 아기 {animal} 이모지",
        f"{', '.join(short.values())} 차림의 {animal}",
        f"{animal} 이모지. {', '.join(said)}이다.",
        f"작은 {with_particle(animal, '이')} {with_particle(_listed(list(long.values())), '을')} 착용하고 있다.",
    ]


def _newspaper(worn: dict[str, str]) -> str:
    """The garments in one list with one verb: "빨간 모자, 노란색 장갑, 파란색 셔츠, 녹색 바지를 입은"."""
    items = [f"{COLORS[c][0] if g == 'hat' else NEWSPAPER_COLORS[c]} {WORD[g]}" for g, c in worn.items()]
    verb = "착용한" if [*worn] == ["hat", "gloves"] else WEARING[STEMS[[*worn][-1]]]
    return f"{with_particle(_listed(items), '을')} {verb}"


def _dressed(items: dict[str, str]) -> str:
    """The garments, each with its own verb: "빨간 모자를 쓰고 노란 장갑을 끼고 파란 셔츠와 초록 바지를 입은"."""
    groups: dict[str, list[str]] = {}
    for garment, words in items.items():
        groups.setdefault(STEMS[garment], []).append(words)
    said = [f"{with_particle(_listed(words), '을')} {stem}고" for stem, words in groups.items()]
    last = [*groups][-1]
    return " ".join(said).removesuffix(f"{last}고") + WEARING[last]


def _listed(items: list[str]) -> str:
    return f"{with_particle(items[0], '과')} {items[1]}" if len(items) == 2 else ", ".join(items)
