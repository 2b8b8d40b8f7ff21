"""Korean captions of cross-sections and of surfaces seen from very near."""

from helpers.pictures.families.inside.macros import MACROS
from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import COLORS, with_particle

NAMES = {
    "cross-section": "단면도",
    "macro": "접사",
    "airplane": "비행기",
    "beehive": "벌집",
    "bismuth": "비스무트",
    "brain": "뇌",
    "cotton candy": "솜사탕",
    "engine": "엔진",
    "espresso": "에스프레소",
    "frozen berry on a tree branch": "나뭇가지에 달린 언 열매",
    "geode": "정동석",
    "heart": "심장",
    "human head": "사람 머리",
    "knife's edge": "칼날",
    "morel mushroom": "곰보버섯",
    "mushroom gills": "버섯 주름",
    "orange": "오렌지",
    "peppercorns": "통후추",
    "pomegranate": "석류",
    "porcupine's skin": "호저 피부",
    "salt crystals": "소금 결정",
    "seaweed": "해조류",
    "sequin vest": "스팽글 조끼",
    "snake's skin": "뱀 피부",
    "volcano": "화산",
    "walnut": "호두",
    "wheel of blue cheese": "둥근 블루치즈",
}


def captions(facts: dict) -> list[str]:
    """All Korean phrasings, the last kept for testing; a ValueError where a thing has no such view."""
    thing, medium, color = facts["thing"], facts["medium"], facts["background"]
    if (thing in MACROS) != (facts["kind"] == "macro"):
        raise ValueError(f"there is no {facts['kind']} of {thing!r}; ask for the other kind")
    name = NAMES.get(thing) or korean.NAMES[thing]
    drawn = "" if medium == "none" else korean.NAMES[medium]
    if facts["kind"] == "macro":
        return _macro(name, drawn)
    return _section(name, drawn, *COLORS[color]) if color != "none" else _section(name, drawn)


def _macro(name: str, medium: str) -> list[str]:
    picture = medium or "사진"
    return [
        f"{with_particle(name, '을')} 접사로 담은 {medium}" if medium else f"{name} 접사 사진",
        f"아주 가까이에서 본 {name}. 접사로 화면을 가득 채운 {picture}.",
        f"{with_particle(name, '을')} 코앞에서 확대한 {picture}",
        f"{with_particle(medium, '으로') + ' 나타낸 ' if medium else ''}{name} 접사 장면",
        f"다른 것은 보이지 않을 만큼 {name}에 바짝 다가간 {picture}",
    ]


def _section(name: str, medium: str, color: str = "", color_noun: str = "") -> list[str]:
    on = f"{color} 배경에 " if color else ""
    with_background = f"{color} 배경의 " if color else ""
    made_as = f"{with_particle(medium, '으로')} 나타낸 " if medium else ""
    name_object, halved = with_particle(name, "을"), f"{on}반으로 자른 {name}"
    return [
        f"{with_background}{name} 단면도" + (f"를 담은 {medium}" if medium else ""),
        f"{with_particle(halved, '을')} 담은 {medium}. 단면도다." if medium else f"{halved}. 단면도다.",
        f"{made_as}{with_background}{name} 내부 단면",
        f"{on}속이 보이게 자른 " + (f"{name_object} 담은 {medium}" if medium else name),
        f"{name_object} 한가운데서 갈라 속을 보여주는 {medium or '모습'}" + (f", 배경은 {color_noun}" if color else ""),
    ]
