"""Korean names and sentences for unrelated things made one."""

from helpers.pictures.kit import korean

NAMES = {
    # materials
    "beetroot": "비트",
    "burger": "햄버거",
    "cabbage": "양배추",
    "carpet": "양탄자",
    "coral reef": "산호초",
    "cursive letters": "필기체 글자",
    "fossil": "화석",
    "fries": "감자튀김",
    "glacier": "빙하",
    "grater": "강판",
    "loaf of bread": "빵",
    "lotus root": "연근",
    "maple leaf": "단풍잎",
    "orange": "오렌지",
    "piano": "피아노",
    "polygons": "다각형",
    "raspberry": "라즈베리",
    "russian doll": "마트료시카",
    "salami": "살라미",
    "sardines": "정어리",
    "spiral": "나선",
    "sushi": "초밥",
    "tank": "탱크",
    "tomato": "토마토",
    "turnip": "순무",
    "xylophone": "실로폰",
    # products
    "bench": "벤치",
    "coffee table": "커피 테이블",
    "purse": "핸드백",  # it has a handle
    "soap dispenser": "물비누통",
    "tissue box": "티슈 상자",
    # concepts
    "gourd": "조롱박",
    "hibiscus": "히비스커스",
    "japanese maple": "단풍나무",
    # heads and bodies
    "chicken": "닭",
    "dragon": "용",
    "lobster": "바닷가재",
    "toad": "두꺼비",
    "whale": "고래",
    "emoji": "이모지",
}
WORDS = korean.NAMES | NAMES


def captions(facts: dict) -> list[str]:
    """All Korean phrasings; the last is kept for testing."""
    if facts["animal"] != "none":
        animal, material = WORDS[facts["animal"]], WORDS[facts["material"]]
        made = f"{korean.with_particle(material, '으로')} 만든 {animal}"
        return [
            f"{made}. {material}의 질감을 지닌 {animal}.",
            made,
            f"{material} 질감의 {animal}",
            f"몸이 {korean.with_particle(material, '으로')} 된 {animal}",
            f"{animal} 모양의 {material}",
        ]
    if facts["product"] != "none":
        product, concept = WORDS[facts["product"]], WORDS[facts["concept"]]
        imitating = f"{korean.with_particle(concept, '을')} 흉내 낸 {product}"
        return [
            *(f"{concept} {how}의 {product}. {imitating}." for how in ("모양", "형태", "스타일")),
            f"{concept} 모양의 {product}",
            f"{concept}처럼 생긴 {product}",
            f"{korean.with_particle(product, '으로')} 변신한 {concept}",
        ]
    medium, first, second = WORDS[facts["medium"]], WORDS[facts["first"]], WORDS[facts["second"]]
    imitating = f"{korean.with_particle(second, '을')} 흉내 내는 {first}"
    return [
        f"{korean.with_particle(first, '과')} {second}의 키메라를 그린 고품질 {medium}. {imitating}. "
        f"{korean.with_particle(second, '으로')} 만든 {first}.",
        f"{first} {second} 키메라 {medium}",
        f"{first}의 머리와 {second}의 몸을 가진 키메라를 그린 고품질 {medium}",
        f"{imitating} {medium}",
        f"머리만 {first}인 {second} {medium}",
    ]
