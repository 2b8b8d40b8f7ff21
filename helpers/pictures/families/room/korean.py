"""Korean captions of a living room with a painting and of a loft bedroom."""

from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import with_particle

NAMES = {
    "bed": "침대",
    "king bed": "킹사이즈 침대",
    "nightstand": "협탁",
    "shelf": "선반",
    "aloe plant": "알로에 화분",
    "fish tank": "어항",
    "telescope": "망원경",
    "one": "한",
    "two": "두",
    "three": "세",
    "a brain": "뇌",
    "a mustache": "콧수염",
    "a t-rex": "티라노사우루스",
    "a squid": "오징어",
    "a lobster": "바닷가재",
    "a rhinoceros": "코뿔소",
    "cattails": "부들",
    "a lotus": "연꽃",
    "a sequoia": "세쿼이아",
    "a cactus": "선인장",
    "a beet": "비트",
    "a mushroom": "버섯",
    "a galleon": "범선",
    "a fortress": "요새",
    "a windmill": "풍차",
    "mount fuji": "후지산",
    "the golden gate bridge": "금문교",
    "the stonehenge": "스톤헨지",
    "the sydney opera house": "시드니 오페라하우스",
    "the colosseum": "콜로세움",
    "a bat": "박쥐",
    "a robot": "로봇",
    "a frog": "개구리",
    "a monkey": "원숭이",
    "above a traditional fireplace": "전통식 벽난로 위",
    "above a modern fireplace": "현대식 벽난로 위",
    "above a coffee table": "커피 테이블 위",
    "above a sofa": "소파 위",
    "behind a ceiling fan": "천장 선풍기 뒤",
    "behind a ceiling lamp": "천장 등 뒤",
    "behind an indoor plant": "실내 화초 뒤",
    "behind an indoor palm": "실내 야자나무 뒤",
}


def captions(facts: dict) -> list[str]:
    """All phrasings; the last is kept for testing."""
    color = "" if facts["color"] == "none" else f"{korean.COLORS[facts['color']][0]} "
    if facts["bed"] != "none":
        bed, stand, item = color + NAMES[facts["bed"]], _name(facts["stand"]), _name(facts["item"])
        return [
            f"{stand} 옆에 {with_particle(bed, '이')} 있는 다락 침실. 침대 옆에는 {with_particle(item, '이')} 있다.",
            f"다락 침실. {bed} 한쪽에는 {with_particle(stand, '이')}, 다른 쪽에는 {with_particle(item, '이')} 있다.",
            f"{with_particle(stand, '과')} {item} 사이에 {with_particle(bed, '이')} 놓인 다락 침실",
            f"{bed} 양옆에 {with_particle(stand, '과')} {with_particle(item, '이')} 있는 다락 침실",
            f"다락 침실에 {item}, {bed}, {with_particle(stand, '이')} 나란히 보인다.",
        ]
    chairs = f"{color}안락의자 {NAMES[facts['armchairs']]} 개"
    subject, mount = NAMES[facts["subject"]], NAMES[facts["mount"]]
    return [
        f"{chairs}와 {subject} 그림이 있는 거실. 그림은 {mount}에 걸려 있다.",
        f"{chairs}가 놓여 있고 {mount}에 {subject} 그림이 걸린 거실",
        f"{chairs}가 있는 거실의 {mount}에 걸린 {subject} 그림",
        f"거실. {mount}에 {with_particle(subject, '을')} 그린 그림이 있고 {chairs}가 놓여 있다.",
        f"{mount}에 {subject} 그림을 걸고 {chairs}를 들여놓은 거실",
    ]


def _name(value: str) -> str:
    return NAMES.get(value) or korean.NAMES[value]
