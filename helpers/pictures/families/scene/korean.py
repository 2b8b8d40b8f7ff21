"""Scenes in Korean."""

from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import with_particle

NAMES = {
    "camel": "낙타",
    "dinosaur": "공룡",
    "gorilla": "고릴라",
    "llama": "라마",
    "monkey": "원숭이",
    "rooster": "수탉",
    "sheep": "양",
    "tractor": "트랙터",
    # mediums
    "painting in pop art style": "팝 아트 스타일 그림",
    "painting in cubist style": "입체주의 스타일 그림",
    "painting in surrealist style": "초현실주의 스타일 그림",
    "painting in the style of van gogh": "반 고흐 스타일 그림",
    "painting in the style of claude monet": "클로드 모네 스타일 그림",
    "drawing": "소묘",
    "charcoal drawing": "목탄화",
    "crayon drawing": "크레용 그림",
    "cartoon": "만화",
    "wood engraving": "목판화",
}
TIMES = {  # before a place: "밤의 해변"
    "at dawn": "새벽",
    "at sunrise": "해가 떠오르는",
    "in the morning": "아침",
    "in the afternoon": "오후의",
    "at sunset": "해가 지는",
    "at dusk": "땅거미가 지는",
    "at twilight": "황혼의",
    "at night": "밤의",
    "during spring": "봄",
    "during summer": "여름",
    "during fall": "가을",
    "during winter": "겨울",
}
PLACES = {  # (as a landscape, where somebody is)
    "sitting in a field": ("들판", "들판에"),
    "sitting in a forest": ("숲", "숲속에"),
    "sitting on a mountain": ("산", "산 위에"),
    "on the beach": ("해변", "해변에"),
    "in the desert": ("사막", "사막에"),
    "in the city": ("도시", "도시에"),
    "by a lake": ("호숫가", "호숫가에"),
    "in a garden": ("정원", "정원에"),
}
THINGS = (  # they do not sit
    "bicycle", "cactus", "car", "castle", "daikon radish", "guitar", "house", "mushroom", "rocket",
    "sailboat", "snowman", "teapot", "tractor", "train", "umbrella",
)  # fmt: skip


def name(value: str) -> str:
    """The Korean name of an animal, a thing or a medium."""
    return NAMES.get(value) or korean.NAMES[value]


def captions(facts: dict) -> list[str]:
    """All phrasings; a plain illustration may also go without its medium."""
    medium, time = name(facts["medium"]), TIMES[facts["time"]]
    landscape, where = PLACES[facts["place"]]
    if facts["animal"] == "none":
        bare = f"{time} {landscape} 풍경"
        forms = [
            f"{with_particle(bare, '을')} 담은 {medium}",
            f"{with_particle(medium, '으로')} 표현한 {bare}",
            f"{time} {with_particle(landscape, '이')} 보이는 {medium}",
        ]
        if facts["medium"] == "painting in the style of van gogh":
            forms.append("반 고흐 스타일로 그린 풍경 그림")
        kept = f"{time} {landscape}의 모습을 보여 주는 {medium}"
    else:
        who = name(facts["animal"])
        sits = facts["place"].startswith("sitting") and facts["animal"] not in THINGS
        bare = f"{time} {where} {'앉은' if sits else '있는'} {who}"
        is_there = "앉아 있는" if sits else "있는"
        forms = [
            f"{with_particle(bare, '을')} 담은 {medium}",
            f"{with_particle(medium, '으로')} 표현한 {bare}",
            f"{time} {where} {with_particle(who, '이')} {is_there} {medium}",
        ]
        kept = f"{with_particle(who, '이')} {time} {where} {is_there} 모습을 보여 주는 {medium}"
    return [*forms, *([bare] if facts["medium"] == "illustration" else []), kept]
