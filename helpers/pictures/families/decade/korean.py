"""Korean names and sentences for things through the eras."""

from helpers.pictures.kit import korean

NAMES = {
    "phone": "전화기",
    "computer": "컴퓨터",
    "music device": "음악 재생기",
    "vacuum cleaner": "진공청소기",
    "action movie poster": "액션 영화 포스터",
    "magazine cover": "잡지 표지",
    "1900": "1900년",
    "1910s": "1910년대",
    "20s": "1920년대",
    "30s": "1930년대",
    "40s": "1940년대",
    "50s": "1950년대",
    "60s": "1960년대",
    "70s": "1970년대",
    "80s": "1980년대",
    "90s": "1990년대",
    "two thousands": "2000년대",
    "twenty tens": "2010년대",
    "today": "오늘날",
    "future": "미래",
    "distant future": "먼 미래",
}
WORDS = korean.NAMES | NAMES
MADE = {  # medium -> how it is made, its name; "none" is a photo, as in English
    "none": ("찍은", "사진"),
    "pencil sketch": ("그린", "연필 스케치"),
    "postage stamp": ("담은", "우표"),
    "chalk drawing": ("그린", "분필 그림"),
    "ukiyo-e print": ("담은", "우키요에 판화"),
}
PLACES = {  # place -> before a noun, at the end of a sentence
    "in a museum": ("박물관에 전시된", "박물관에 전시되어 있다"),
    "in a shop window": ("진열창에 놓인", "진열창에 놓여 있다"),
    "on the beach": ("해변에 있는", "해변에 있다"),
}


def captions(facts: dict) -> list[str]:
    """All Korean phrasings; the last is kept for testing."""
    thing, when = WORDS[facts["thing"]], WORDS[facts["decade"]]
    made, medium = MADE[facts["medium"]]
    placed, stands = "", "것이다"
    if facts["place"] != "none":
        before, after = PLACES[facts["place"]]
        placed, stands = f"{before} ", f"것으로, {after}"
    what = f"{placed}{when}의 {thing}"
    sentences = [
        f"{what} {medium}",
        f"{korean.with_particle(what, '을')} {made} {medium}",
        f"{medium} 속 {korean.with_particle(thing, '은')} {when}의 {stands}.",
    ]
    if facts["thing"] == "phone" and facts["medium"] == facts["place"] == "none":
        sentences.append("시대별 전화기")  # a newspaper's caption; it leaves the era open
    return [*sentences, f"{korean.with_particle(medium, '으로')} 보는 {what}"]
