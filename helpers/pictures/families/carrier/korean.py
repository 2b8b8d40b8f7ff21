"""Korean captions of a thing with an image of a coloured fruit, or with a word on it."""

from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import with_particle

COLORS = korean.COLORS | {"magenta": ("자홍색", "자홍색")}
WRITTEN = {  # of what or where a word is written that stands on no thing
    "written in coffee beans": "커피콩으로",
    "written in scrabble letters": "스크래블 글자로",
    "written in the sky": "하늘에",
}
NAMES = WRITTEN | {
    "artichoke": "아티초크",
    "bag of chips": "감자칩 봉지",
    "billboard": "광고판",
    "bottle of mouthwash": "구강청결제 병",
    "box of tissues": "티슈 상자",
    "broccoli": "브로콜리",
    "business card": "명함",
    "button": "배지",
    "can of soup": "수프 캔",
    "cap": "야구 모자",
    "cell phone case": "휴대전화 케이스",
    "computer monitor": "컴퓨터 모니터",
    "drawing on the sidewalk": "길바닥 그림",
    "grocery bag": "식료품 봉투",
    "iphone app icon": "아이폰 앱 아이콘",
    "latte art": "라테 아트",
    "license plate": "자동차 번호판",
    "mural": "벽화",
    "plastic lunchbox": "플라스틱 도시락",
    "playing card": "트럼프 카드",
    "pumpkin": "호박",
    "purse": "손가방",
    "quilt": "퀼트",
    "radish": "래디시",
    "road sign": "도로 표지판",
    "rug": "양탄자",
    "store front": "가게 간판",
    "tattoo": "문신",
    "tea cup": "찻잔",
    "wine bottle": "와인병",
}
NEWSPAPER = {("store front", "openai"): "오픈AI가 적힌 작은 간판"}  # as newspapers told of it


def captions(facts: dict) -> list[str]:
    """All Korean phrasings; the last is kept for testing."""
    carrier, word = facts["carrier"], facts["word"]
    name = NAMES.get(carrier) or korean.NAMES[carrier]
    if word == "none":
        return _image(name, facts["color"], facts["fruit"])
    quoted = f"'{word}'"
    called = with_particle(quoted, "이라")  # 'openai'라, before 고 or 는
    if carrier in WRITTEN:
        return [
            f"{name} 쓴 단어 {quoted}",
            f"{name} 쓴 단어 {quoted}. {name} {called}고 쓰여 있다.",
            f"{called}는 단어가 {name} 쓰여 있다.",
            f"{name} {with_particle(quoted, '을')} 써 놓은 모습",
        ]
    forms = [
        f"{with_particle(quoted, '이')} 적힌 {name}",
        f"{called}는 단어가 적힌 {name}. {quoted} {name}.",
        f"{name}에 {called}고 적혀 있다.",
        f"{called}고 쓰인 {name}",
    ]
    if (carrier, word) in NEWSPAPER:
        forms.append(NEWSPAPER[carrier, word])
    return [*forms, f"{name}에 보이는 글자, {quoted}"]


def _image(name: str, color: str, fruit: str) -> list[str]:
    before, noun = COLORS[color]
    kind = NAMES.get(fruit) or korean.NAMES[fruit]
    return [
        f"{before} {kind} 이미지가 있는 {name}",
        f"{kind} 이미지가 있는 {name}. {with_particle(kind, '은')} {noun}이다.",
        f"{name}에 들어간 {before} {kind} 이미지",
        f"{before} {with_particle(kind, '이')} 그려진 {name}",
        f"{name}에 {with_particle(kind, '이')} {noun}으로 그려져 있다.",
    ]
