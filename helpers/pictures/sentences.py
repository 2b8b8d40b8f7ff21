"""Sentences read back into facts, in English and Korean, by looking words up. It knows no model.

`facts_of` reads a caption of a known family exactly: it writes captions of candidate facts until one is the sentence.
`new` and `changed` read what people say: they look for names of values. The names are learned from the captions
themselves: they are the words in which a caption of "red" differs from those of every other colour.
"""

import itertools
import math
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpers.pictures import FAMILIES, captions, known
from helpers.pictures.family import NONE, Open

EXAMPLES = 300  # sampled facts that show which kinds of sentences a family has
TRIED = 700  # a kind of sentence with more combinations of values than this is not tried
BASES = 3  # facts in whose captions the name of a value is looked for
QUOTES = str.maketrans(dict.fromkeys('"‘’“”「」', "'"))
QUOTED = re.compile(r"'([^' ]+)'")
WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
PARTICLES = ("이라고", "에서", "으로", "라고", "을", "를", "이", "가", "은", "는", "과", "와", "에", "의", "도", "로")
SMALL = frozenset("a an the of in on at with is are and it its to for by into as has this that".split())
ASKING = frozenset(
    "make change turn put give let draw show me please now instead be wearing wear wears dressed picture image one "
    "same but add 해 줘 해줘 바꿔 바꿔줘 만들어 만들어줘 그려 그려줘 그림 좀 있 있는 쓴 입은 낀 그리고 지금 색 그 "
    "한 더 훨씬 much even 해주세요 주세요 바꿔주세요 그려주세요 만들어주세요 걸로".split()
)
CHANGING = frozenset("make change turn paint 바꿔 바꿔줘 만들어 만들어줘 칠해 칠해줘".split())
SIZES = {  # words that ask for a size -> the word by which captions name it
    "small": "smaller smallest",
    "large": "larger largest big bigger biggest",
    "작": "작게 작은 작고 작다 작아지게 작아져 조그맣게 줄여 줄여줘 줄여주세요",
    "큰": "크게 크고 크다 커지게 커져 커다랗게 커다란 키워 키워줘 키워주세요",
}
SAME = {form: word for word, forms in SIZES.items() for form in forms.split()}
WITHOUT = frozenset("no without remove off 없이 없는 빼 빼고 빼줘 벗겨 벗겨줘 없애".split())


@dataclass(frozen=True)
class Read:
    """What was read: facts, slots that were filled in because the sentence does not say them, words not understood."""

    facts: dict
    filled: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def language_of(sentence: str) -> str:
    """ "ko" where there are Korean letters, else "en"."""
    return "ko" if re.search("[가-힣]", sentence) else "en"


def words(sentence: str) -> list[str]:
    """The words of a sentence in lower case; Korean words lose their particle, sizes become the captions' words."""
    plain = unicodedata.normalize("NFKC", sentence).lower().translate(QUOTES)
    return [SAME.get(word) or _stem(word) for word in WORD.findall(plain)]


def facts_of(sentence: str, family: str) -> dict | None:
    """The facts of which this is an English caption of `family`, without hidden slots; None if it is none."""
    slots = FAMILIES[known("family", family, FAMILIES)].slots
    said = " ".join(unicodedata.normalize("NFKC", sentence).lower().translate(QUOTES).split())
    if not said:
        return None
    parts = [word.strip(",.") for word in said.split()]
    named = {slot: [v for v in values if set(str(v).split()) <= set(parts)] for slot, values in slots.items()}
    if "word" in slots:
        named["word"] = list({w.strip("'") for w in parts if w.startswith("'") and w.strip("'") in slots["word"]})
    candidates = [{s: named[s] or [v for v in slots[s] if v != NONE] for s in kind} for kind in _kinds(family)]
    for values in sorted(candidates, key=lambda values: math.prod(map(len, values.values()))):
        if math.prod(map(len, values.values())) <= TRIED:
            for chosen in itertools.product(*values.values()):
                facts = FAMILIES[family].blank() | dict(zip(values, chosen, strict=True))
                if said in _captions(facts, "en"):
                    return facts
    return None


def new(sentence: str, families=tuple(FAMILIES)) -> Read | None:
    """The facts that a sentence asks for, of the family whose captions fit it best; None if it names nothing known."""
    language = language_of(sentence)
    found = [(score, read) for family in families for score, read in _readings(sentence, family, language)]
    return _filled(sentence, max(found, key=lambda pair: pair[0])[1], language) if found else None


def changed(facts: dict, sentence: str) -> Read | None:
    """The facts with what a sentence changes: "make the hat red", "at night", "no gloves"; None where it names nothing.

    Words that are in no caption of the new facts are `unread`.
    """
    said, language, family = words(sentence), language_of(sentence), facts["family"]
    named = _named(sentence, family, language)
    shown = FAMILIES[family].blank() | {slot: facts[slot] for slot in FAMILIES[family].slots if slot in facts}
    nouns = _nouns(family, language)
    told = {slot: values for slot, values in named.items() if shown[slot] != NONE or nouns[slot] & set(said)}
    named = told or named
    aimed = _aimed(said, shown, language) or named
    gone = [s for s in shown if set(said) & WITHOUT and set(said) & nouns.get(s, set()) and shown[s] != NONE]
    gone = [slot for slot in gone if NONE in FAMILIES[family].slots[slot]]
    if gone:
        options = [shown | dict.fromkeys(gone, NONE)]
    else:
        options = [shown | dict(zip(aimed, chosen, strict=True)) for chosen in _products(aimed)] if aimed else []
    options = [option for option in options if _captions(option, language)]
    if not options:
        return None
    best = max(options, key=lambda option: _likeness(said, option, language))
    heard = set().union(*(words(caption) for caption in _captions(best, language)), *nouns.values())
    heard |= {
        w
        for slot, values in named.items()
        for v in values
        for way in _names(family, language)[slot].get(v, ())
        for w in way
    }
    heard |= ASKING | WITHOUT | SMALL
    return Read(best, (), tuple(word for word in dict.fromkeys(said) if word not in heard))


def say(facts: dict, language: str = "en") -> str:
    """The first caption of facts."""
    return captions(facts, language)[0]


def subject(facts: dict, language: str = "en") -> str:
    """The words for the subject of a picture: the name of its first stated value that has one."""
    names = _names(facts["family"], language)
    for slot, value in FAMILIES[facts["family"]].stated(facts).items():
        if isinstance(value, str) and slot not in ("kind", "medium") and names[slot].get(value):
            return " ".join(sorted(max(names[slot][value], key=len)))
    return ""


def content(sentence: str) -> list[str]:
    """The words of a sentence that say something about the picture."""
    return [word for word in words(sentence) if word not in SMALL | ASKING]


def _readings(sentence: str, family: str, language: str) -> Iterator[tuple[float, Read]]:
    """Possible readings of a sentence as a picture of a family, each with a score: how much of the sentence it says."""
    said, named = words(sentence), _named(sentence, family, language)
    if not named:
        return
    for kind in _kinds(family):
        if not any(slot in kind for slot in named):
            continue
        example = _example(family, kind)
        filled = tuple(slot for slot in kind if slot not in named)
        for chosen in _products({slot: values for slot, values in named.items() if slot in kind}):
            inside = [slot for slot in named if slot in kind]
            facts = FAMILIES[family].blank() | {slot: example[slot] for slot in kind}
            facts |= dict(zip(inside, chosen, strict=True))
            if _captions(facts, language):
                heard = set().union(*(words(caption) for caption in _captions(facts, language))) | SMALL | ASKING
                unread = tuple(word for word in dict.fromkeys(said) if word not in heard)
                score = _likeness(said, facts, language) - 0.1 * len(filled) - 0.1 * len(unread)
                yield score, Read(facts, filled, unread)


def _filled(sentence: str, read: Read, language: str) -> Read:
    """The reading, with each slot that no word names set to the value whose captions are most like the sentence.

    For example a block "on" another sits on it. Where one value is clearly best, the slot does not count as `filled`.
    """
    facts, left, said = read.facts, [], words(sentence)
    for slot in read.filled:
        values = FAMILIES[facts["family"]].slots[slot]
        options = [facts] if isinstance(values, Open) else [facts | {slot: v} for v in values if v != NONE]
        alike = [_likeness(said, option, language, frozenset()) for option in options]
        best = [option for option, one in zip(options, alike, strict=True) if one == max(alike)]
        facts = facts if facts in best else best[0]
        left += [slot] if len(best) > 1 else []
    heard = set().union(*(words(caption) for caption in _captions(facts, language)))
    return Read(facts, tuple(left), tuple(word for word in read.unread if word not in heard))


def _aimed(said: list[str], shown: dict, language: str) -> dict[str, list] | None:
    """Slot -> [value] that a sentence like "make the red one small" changes, of two things with slots like other_size.

    The first value named tells which of the two is meant, the last is the new value. None where the sentence does not
    have this form, or describes both things.
    """
    names = _names(shown["family"], language)
    bases = [slot for slot in names if f"other_{slot}" in names]
    told = [
        (slot, value)
        for word in said
        for slot in bases
        for value, ways in names[slot].items()
        if {word} in ways | names[f"other_{slot}"][value]
    ]
    if not told or (len(told) > 2 and not CHANGING & set(said)):
        return None
    *known, (slot, new) = told
    right = {prefix: sum(shown[prefix + s] == v for s, v in known) for prefix in ("", "other_")}
    thing = max(right, key=right.get)
    return None if known and not right[thing] else {thing + slot: [new]}


def _named(sentence: str, family: str, language: str) -> dict[str, list]:
    """Slot -> the values that a sentence names; of slots with the same values, those whose noun is said, if any."""
    heard, nouns, slots = set(words(sentence)), _nouns(family, language), FAMILIES[family].slots
    found = {}
    for slot, values in _names(family, language).items():
        hits = {value: max((n for n in ways if n <= heard), key=len, default=None) for value, ways in values.items()}
        hits = {value: hit for value, hit in hits.items() if hit}
        hits = [value for value, hit in hits.items() if not any(hit < other for other in hits.values())]
        if isinstance(slots[slot], Open):
            hits = [word for word in QUOTED.findall(sentence.lower().translate(QUOTES)) if word in slots[slot]]
        if hits:
            found[slot] = hits
    with_noun = {slot for slot in found if nouns[slot] & heard}
    rivals = {slot: [s for s in with_noun - {slot} if set(found[s]) & set(found[slot])] for slot in found}
    return {slot: values for slot, values in found.items() if slot in with_noun or not rivals[slot]}


def _likeness(said: list[str], facts: dict, language: str, small: frozenset = SMALL) -> float:
    """How much of the words `said` the best caption of facts says, from 0 to about 1.

    Counted are words that are not `small` and pairs of neighbours, with a little more for words in the same order.
    """
    wanted, order = {*said, *itertools.pairwise(said)} - small, _order(said)
    shares = [0.0]
    for caption in _captions(facts, language):
        own = words(caption)
        share = len(wanted & {*own, *itertools.pairwise(own)}) / max(len(wanted), 1)
        shares.append(share + 0.01 * len(order & _order(own)) / max(len(order), 1))
    return max(shares)


def _order(said: list[str]) -> set[tuple[str, str]]:
    """All pairs of words of which the first comes before the second."""
    return {*itertools.combinations([word for word in said if word not in SMALL], 2)}


def _products(named: dict[str, list]) -> list[tuple]:
    """All combinations of the values named; where these are too many, some values are dropped."""
    while math.prod(map(len, named.values())) > TRIED:
        longest = max(named, key=lambda slot: len(named[slot]))
        named = named | {longest: named[longest][:-1]}
    return list(itertools.product(*named.values()))


@lru_cache(maxsize=64)
def _examples(family: str) -> tuple[dict, ...]:
    return tuple(FAMILIES[family].sample(random.Random(i)) for i in range(EXAMPLES))


@lru_cache(maxsize=64)
def _kinds(family: str) -> list[tuple[str, ...]]:
    """The sets of slots that the captions of a family may state."""
    return list(dict.fromkeys(tuple(FAMILIES[family].stated(facts)) for facts in _examples(family)))


def _example(family: str, kind: tuple[str, ...]) -> dict:
    return next(facts for facts in _examples(family) if tuple(FAMILIES[family].stated(facts)) == kind)


@lru_cache(maxsize=64)
def _names(family: str, language: str) -> dict[str, dict]:
    """Slot -> value -> the sets of words by which captions name it."""
    found = {}
    for slot, values in FAMILIES[family].slots.items():
        listed = [v for v in values if v != NONE] if not isinstance(values, Open) else []
        names: dict = {
            v: {frozenset(words(v)) - SMALL} if language == "en" and isinstance(v, str) else set() for v in listed
        }
        bases = [facts for facts in _examples(family) if facts.get(slot, NONE) != NONE][:BASES]
        for base in bases:
            said = {v: [Counter(words(c)) for c in _captions(base | {slot: v}, language)] for v in listed}
            for k in range(max(map(len, said.values()), default=0)):
                forms = {value: forms[k] for value, forms in said.items() if k < len(forms)}
                # the word "large" is said twice where another block is large, too: so what counts is how often
                times = Counter((w, i) for form in forms.values() for w, n in form.items() for i in range(n))
                for value, form in forms.items():
                    own = {w for w, n in form.items() if times[w, n - 1] == 1}
                    own = own or {w for w, n in form.items() if times[w, n - 1] < len(forms)}
                    names[value].add(frozenset(own - SMALL))
        found[slot] = {value: {way for way in ways if way} for value, ways in names.items()}
    return found


@lru_cache(maxsize=64)
def _nouns(family: str, language: str) -> dict[str, set[str]]:
    """Slot -> its nouns: its own name, and the words that captions which state it have and captions without it lack."""
    found = {}
    for slot, values in FAMILIES[family].slots.items():
        own = set(slot.split("_")) if language == "en" else set()
        common: set[str] | None = None
        for base in [f for f in _examples(family) if f.get(slot, NONE) != NONE][:BASES] if NONE in values else []:
            absent = _captions(base | {slot: NONE}, language)
            if absent and len(FAMILIES[family].stated(base)) > 2:
                stated = set().union(*(words(caption) for caption in _captions(base, language)))
                extra = stated - set().union(*(words(caption) for caption in absent)) - SMALL
                common = extra if common is None else common & extra
        found[slot] = own | (common or set())
    return found


def _captions(facts: dict, language: str) -> list[str]:
    """All captions of facts; an empty list where they make no picture."""
    try:
        FAMILIES[facts["family"]].check(facts)
        return FAMILIES[facts["family"]].captions(facts, language)
    except (ValueError, KeyError, IndexError):
        return []


def _stem(word: str) -> str:
    """A Korean word without its particle."""
    if not "가" <= word[-1] <= "힣":
        return word
    return next((word.removesuffix(p) for p in PARTICLES if word.endswith(p) and len(word) > len(p)), word)
