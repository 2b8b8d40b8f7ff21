"""Korean captions of changed twins, busts, reflections and sequences of shapes."""

from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import with_particle

NAMES = {
    "mug": "머그잔",
    "alexander the great": "알렉산드로스 대왕",
    "aristotle": "아리스토텔레스",
    "athena": "아테나",
    "cleopatra": "클레오파트라",
    "homer": "호메로스",
    "medusa": "메두사",
    "plato": "플라톤",
    "socrates": "소크라테스",
    "venus": "비너스",
    "golden retriever": "골든리트리버",
    "plain white cube": "민무늬 하얀 정육면체",
    "marble statue": "대리석 조각상",
    "tennis ball": "테니스공",
    "white teapot": "하얀 찻주전자",
}
CHANGES = {  # before a noun: "스케치로 그린 고양이"
    "tiny": "아주 작은",
    "in extreme close-up view": "아주 가까이에서 본",
    "as a photo in grayscale": "흑백 사진 속",
    "as a photo colored pink": "분홍색 사진 속",
    "as a photo colored violet": "보라색 사진 속",
    "as a photo colored blue": "파란색 사진 속",
    "as a photo reflected upside-down": "위아래가 뒤집힌 사진 속",
    "as a sketch": "스케치로 그린",
    "as a postage stamp": "우표가 된",
    "as a greeting card": "축하 카드가 된",
    "as a cell phone case": "휴대전화 케이스가 된",
    "colored red": "빨간색으로 칠한",
    "colored pink": "분홍색으로 칠한",
    "colored violet": "보랏빛으로 칠한",
    "colored blue": "파란색으로 칠한",
    "with sunglasses": "선글라스를 쓴",
    "with headphones": "헤드폰을 쓴",
    "wearing a hat": "모자를 쓴",
    "wearing a bow tie": "나비넥타이를 맨",
    "broken": "부서진",
    "colored purple": "보라색으로 칠한",
    "colored green": "초록색으로 칠한",
    "colored orange": "주황색으로 칠한",
    "colored yellow": "노란색으로 칠한",
    "with stripes": "줄무늬가 있는",
    "with checkers": "체크무늬가 있는",
    "with polka dots": "물방울무늬가 있는",
    "with a heart": "하트가 그려진",
    "with a brain": "뇌가 그려진",
    "with a star": "별이 그려진",
    "with a smiley face": "웃는 얼굴이 그려진",
    "with a cherry blossom": "벚꽃이 그려진",
    "with a blue strawberry": "파란 딸기가 그려진",
    "with 'gpt' written on it": "'gpt'가 적힌",
    "with 'sgd' written on it": "'sgd'가 적힌",
}


def captions(facts: dict) -> list[str]:
    """All phrasings; the last is kept for testing."""
    if facts["kind"] == "panels":
        subject, changed = _name(facts["subject"]), CHANGES[facts["change"]]
        return [
            f"위에는 {subject}, 아래에는 {changed} 똑같은 {subject}",
            f"똑같은 {with_particle(subject, '을')} 담은 그림 두 장. 아래쪽은 {changed} 모습이다.",
            f"위쪽 {with_particle(subject, '이')} 아래쪽에 {changed} 모습으로 다시 나온다.",
            f"아래쪽에 보이는 {changed} {with_particle(subject, '은')} 위쪽의 바로 그 {subject}",
        ]
    if facts["kind"] == "bust":
        person = NAMES[facts["person"]]
        return [
            f"{person} 흉상을 찍은 사진",
            f"{person} 흉상",
            f"{person}의 머리를 빚은 조각상",
            f"돌에 새긴 {person}의 머리와 어깨",
            f"조각가가 흉상으로 남긴 {person}",
        ]
    if facts["kind"] == "mirror":
        thing = _name(facts["thing"])
        return [
            f"거울에 비친 자기 모습을 바라보는 {thing}",
            f"{with_particle(thing, '이')} 거울 속 자신을 들여다보고 있다.",
            f"거울 앞의 {with_particle(thing, '과')} 거울에 비친 모습",
            f"{thing}의 모습을 그대로 비춰 주는 거울",
        ]
    return [
        "차례로 이어지는 기하학적 도형",
        "격자에 놓인 기하학적 도형",
        "기하학적 도형을 가로세로로 늘어놓은 퍼즐",
        "앞의 도형에서 다음 도형이 정해지는 격자",
        "규칙에 따라 줄지어 선 도형",
    ]


def _name(value: str) -> str:
    return NAMES.get(value) or korean.NAMES[value]
