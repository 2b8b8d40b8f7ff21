"""Number words read, in English and Korean: "ninety-nine", "구십구", "아흔아홉", "99"."""

ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NATIVE = ("하나 한", "둘 두", "셋 세", "넷 네", "다섯", "여섯", "일곱", "여덟", "아홉")
NATIVE_TENS = ("열", "스물 스무", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
SINO, SINO_PLACES = "일이삼사오육칠팔구", {"십": 10, "백": 100, "천": 1000}
DIGITS = 9  # of a number that is read, at most


def _native() -> dict[str, int]:
    """하나 … 아흔아홉, with the forms that stand before a counted thing."""
    ones = {form: n for n, forms in enumerate(NATIVE, 1) for form in forms.split()}
    tens = {form: 10 * n for n, forms in enumerate(NATIVE_TENS, 1) for form in forms.split()}
    return ones | tens | {ten + one: tens[ten] + ones[one] for ten in tens for one in ones}


def _english() -> dict[str, int]:
    """one … ninety-nine, a hundred, another."""
    ones = {word: n for n, word in enumerate(ENGLISH) if n}
    tens = {word: 10 * n for n, word in enumerate(ENGLISH_TENS, 2)}
    joined = {f"{ten}-{one}": tens[ten] + ones[one] for ten in tens for one in ENGLISH[1:10]}
    return ones | tens | joined | {"another": 1, "dozen": 12, "hundred": 100, "thousand": 1000}


WORDS = _native() | _english()


def number_of(word: str) -> int | None:
    """The number from 1 up that a word names; None where it names none."""
    if word.isdecimal():
        return int(word) or None if len(word) <= DIGITS else None
    return WORDS.get(word.lower()) or _sino(word)


def _sino(word: str) -> int | None:
    """구십구 is 9 × 10 + 9; None where a letter is no number, or where they do not go down from place to place."""
    total, digit, last = 0, 0, 10_000
    for letter in word:
        if letter in SINO and not digit:
            digit = SINO.index(letter) + 1
        elif letter in SINO_PLACES and SINO_PLACES[letter] < last:
            last = SINO_PLACES[letter]
            total, digit = total + max(digit, 1) * last, 0
        else:
            return None
    return total + digit or None
