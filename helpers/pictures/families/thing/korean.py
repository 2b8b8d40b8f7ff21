"""Korean captions of one thing alone."""

from helpers.pictures.kit.korean import COLORS, with_particle
from helpers.pictures.kit.korean import NAMES as SHARED

NAMES = {
    "alarm clock": "알람 시계",
    "anchor": "닻",
    "balloon": "풍선",
    "basket": "바구니",
    "crown": "왕관",
    "cushion": "쿠션",
    "gift box": "선물 상자",
    "hammer": "망치",
    "handbag": "핸드백",
    "hot dog": "핫도그",
    "hourglass": "모래시계",
    "laptop": "노트북",
    "light bulb": "전구",
    "locomotive": "기관차",
    "magnet": "자석",
    "manhole cover": "맨홀 뚜껑",
    "microphone": "마이크",
    "pencil": "연필",
    "picture frame": "액자",
    "plate": "접시",
    "ring": "반지",
    "stop sign": "정지 표지판",
    "sunflower": "해바라기",
    "telephone": "전화기",
    "tent": "텐트",
    "top hat": "실크해트",
    "trophy": "트로피",
    "trumpet": "트럼펫",
    # shapes
    "circle": "원",
    "hexagon": "육각형",
    "octagon": "팔각형",
    "pentagon": "오각형",
    "triangle": "삼각형",
    # solids
    "cone": "원뿔",
    "cube": "정육면체",
    "cylinder": "원기둥",
    "pyramid": "피라미드",
    # textures
    "brick": "벽돌",
    "cheese": "치즈",
    "chocolate": "초콜릿",
    "gold": "금",
    "grass": "잔디",
    "honeycomb": "벌집",
    "leopard": "표범",
    "porcupine": "호저",
    "wood": "나무",
    "wool": "양털",
}
WORD = SHARED | NAMES
SHAPED = {"circle": "동그란", "star": "별 모양", "heart": "하트 모양"}  # before a noun, where not the shape's own name


def captions(facts: dict) -> list[str]:
    """All Korean phrasings, the announcement's own first; the last is kept for testing."""
    if facts["solid"] != "none":
        solid, texture = WORD[facts["solid"]], WORD[facts["texture"]]
        made = with_particle(texture, "으로")
        return [
            f"{made} 만든 {solid}. {texture} 질감의 {solid}.",
            f"{made} 만든 {solid}",
            f"{texture} 질감의 {solid}",
            f"{made} 뒤덮인 {solid}",
            f"표면이 {texture} 같은 {solid}",
        ]
    thing = WORD[facts["thing"]]
    if facts["shape"] != "none":
        (short, long), shape = COLORS[facts["color"]], WORD[facts["shape"]]
        shaped = SHAPED.get(facts["shape"], shape)
        return [
            f"{shaped} {short} {thing}. {shape} 모양을 한 {long} {thing}.",
            f"{shape} 모양의 {long} {thing}",
            f"{shaped} {short} {thing}",
            f"{thing} 그림. {with_particle(thing, '은')} {long}이고 {shape} 모양이다.",
            f"{long}에 {shape}처럼 생긴 {thing}",
        ]
    if facts["ground"] == "none":
        return [
            thing,
            f"{thing} 그림",
            f"{with_particle(thing, '이')} 있다",
            f"{with_particle(thing, '이')} 그려진 이미지",
            f"{with_particle(thing, '을')} 그린 그림",
        ]
    short, long = COLORS[facts["ground"]]
    return [
        f"{short} 배경의 {thing}",
        f"{long} 배경 앞에 놓인 {thing} 그림",
        f"{short} 배경에 {with_particle(thing, '이')} 있다",
        f"{long} 배경에 {with_particle(thing, '이')} 그려진 이미지",
        f"{with_particle(thing, '을')} 그린 그림. 배경은 {long}이다.",
    ]
