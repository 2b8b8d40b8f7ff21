"""Countries and San Francisco in Korean."""

from helpers.pictures.kit import korean
from helpers.pictures.kit.korean import with_particle

NAMES = {
    "china": "중국",
    "japan": "일본",
    "south korea": "한국",
    "india": "인도",
    "italy": "이탈리아",
    "france": "프랑스",
    "mexico": "멕시코",
    "brazil": "브라질",
    "egypt": "이집트",
    "kenya": "케냐",
    "greece": "그리스",
    "switzerland": "스위스",
    "norway": "노르웨이",
    "australia": "호주",
    "canada": "캐나다",
    "united states": "미국",
    "united kingdom": "영국",
    "peru": "페루",
    "turkey": "튀르키예",
    "vietnam": "베트남",
    # places of San Francisco
    "alamo square": "앨러모 스퀘어",
    "chinatown": "차이나타운",
    "fisherman's wharf": "피셔맨스 워프",
    "golden gate heights": "골든게이트 하이츠",
    "haight-ashbury": "헤이트 애시버리",
    "mission district": "미션 지구",
    "nob hill": "노브힐",
    "treasure island": "트레저 아일랜드",
    "twin peaks": "트윈 피크스",
    "union square": "유니언 스퀘어",
    # its landmarks
    "castro theatre": "카스트로 극장",
    "city hall": "시청",
    "ferry building": "페리 빌딩",
    "golden gate bridge": "금문교",
    "golden gate park": "골든게이트 공원",
    "grace cathedral": "그레이스 대성당",
    "lombard street": "롬바드 거리",
    "mission dolores": "미션 돌로레스 성당",
    "palace of fine arts": "팰리스 오브 파인 아츠",
    "pink ladies": "핑크 레이디스",
    "sfmoma": "현대미술관",
    "transamerica pyramid": "트랜스아메리카 피라미드",
}
WHATS = {  # (after a country, the same in other words)
    "food of": ("음식", "요리"),
    "flag of": ("국기", "깃발"),
    "landmark of": ("명소", "유명한 볼거리"),
    "city streets of": ("거리", "도심 거리"),
    "national animal of": ("상징 동물", "대표 동물"),
}
TIMES = {  # (before a noun, before a verb)
    "none": ("", ""),
    "in the morning": ("아침의", "아침에"),
    "in the afternoon": ("오후의", "오후에"),
    "at night": ("밤의", "밤에"),
    "during winter": ("겨울의", "겨울에"),
}
VANTAGES = {  # (before a noun, before a verb)
    "none": ("", ""),
    "from a street": ("거리에서 본", "거리에서"),
    "from the water": ("물 위에서 본", "물 위에서"),
    "from a tall vantage point": ("높은 곳에서 내려다본", "높은 곳에서"),
}


def captions(facts: dict) -> list[str]:
    """All phrasings; a photo may also go without its medium."""
    medium = "사진" if facts["medium"] == "none" else korean.NAMES[facts["medium"]]
    of_time, at_time = TIMES[facts["time"]]
    if facts["country"] != "none":
        country, (what, otherwise) = NAMES[facts["country"]], WHATS[facts["what"]]
        bare = [_joined(of_time, country, what)]
        forms = [
            _joined(*bare, medium),
            _joined(f"{country}의", with_particle(what, "을"), at_time, "담은", medium),
            _joined(f"{medium}에 담은", of_time, country, otherwise),
        ]
        kept = _joined(f"{country}의", with_particle(otherwise, "을"), at_time, "보여 주는", medium)
        return [*forms, *(bare if facts["medium"] == "none" else []), kept]
    name = NAMES[facts["place"] if facts["place"] != "none" else facts["landmark"]]
    seen, seen_from = VANTAGES[facts["vantage"]]
    bare = [_joined(seen, of_time, "샌프란시스코", name)]
    if (facts["vantage"], facts["time"]) == ("from a street", "at night"):
        bare.append("샌프란시스코 밤거리")
    forms = [
        _joined(*bare[:1], medium),
        _joined("샌프란시스코", with_particle(name, "을"), at_time, seen_from, "담은", medium),
        _joined(f"{medium} 속", of_time, "샌프란시스코", name) + (f", {seen} 모습" if seen else ""),
    ]
    kept = _joined("샌프란시스코에 있는", with_particle(name, "을"), at_time, seen_from, "보여 주는", medium)
    return [*forms, *(bare if facts["medium"] == "none" else []), kept]


def _joined(*words: str) -> str:
    """The words that are not empty, with spaces between them."""
    return " ".join(word for word in words if word)
