"""Korean captions of things counted on a table."""

from helpers.pictures.kit.korean import COUNTERS, with_particle
from helpers.pictures.kit.korean import NAMES as SHARED

NAMES = {
    "glass": "유리잔",
    "cupcake": "컵케이크",
    "gem": "보석",
}
WORD = SHARED | NAMES
UNITS = {"book": "권", "candle": "자루"}  # counting words; everything else is counted in 개


def captions(facts: dict) -> list[str]:
    """All Korean phrasings; the last is kept for testing."""
    thing = WORD[facts["counted"]]
    number, unit = COUNTERS[facts["count"] - 1], UNITS.get(facts["counted"], "개")
    things = f"{thing} {number} {unit}"
    return [
        f"탁자 위에 놓인 {things}",
        f"{with_particle(things, '이')} 탁자 위에 놓여 있다",
        f"탁자 위 {things}",
        f"{with_particle(things, '이')} 놓인 탁자",
        f"탁자에 {with_particle(thing, '이')} {number} {unit} 있다",
        f"탁자에 올려 둔 {number} {unit}의 {thing}",
    ]
