"""A conversation about pictures: what a sentence asks for, and the answer. Knows no widget and draws nothing.

There is no language model: `helpers.pictures.sentences` turns a sentence into facts, the facts into a caption, and the
model draws the caption. The answer says so where a sentence asks for something that facts cannot express.
"""

import random
import re
from dataclasses import dataclass, replace

from helpers.checks import count
from helpers.pictures import FAMILIES, sentences
from helpers.pictures.sentences import Read, language_of, words
from helpers.pictures.world import WHOLE, World
from helpers.widgets.numerals import number_of

PLACES = (
    "first 1st 첫",
    "second 2nd",
    "third 3rd",
    "fourth 4th",
    "fifth 5th",
    "sixth 6th",
    "seventh 7th",
    "eighth 8th",
)
ORDINALS = {word: n for n, names in enumerate(PLACES, 1) for word in names.split()}
# "two more", "ninety-nine more"; "두 개 더", "99장 더 그려 줘", but not "더 크게", which asks for a size
MORE = re.compile(
    r"\b([\w-]+) more\b|(\w+?)\s*(?:개|장|마리)?만?\s*더요?(?:\s*(?:그려|보여|만들어)\S*)?(?:\s*(?:줘|주세)\S*)?\W*$"
)
ASKS = re.compile(r"\bwhat\b|\bdescribe\b|뭐|무엇|무슨|설명", re.IGNORECASE)
AGAIN = re.compile(r"\bagain\b|\banother try\b|다시", re.IGNORECASE)
KOREAN = re.compile(r"\bkorean\b|한국어|한글|우리말", re.IGNORECASE)
ENGLISH = re.compile(r"\benglish\b|영어", re.IGNORECASE)
BACK = re.compile(r"^\s*(undo|back|go back|되돌려\S*|취소)\W*$", re.IGNORECASE)
MOST, LONGEST = 16, 1000  # pictures at once; letters of a sentence
HELP = {
    "en": "I can draw a sentence, change a fact (“make the hat red”, “at night”), draw “two more”, say what is in "
    "“the third”, draw “the second again in Korean”, and go “back”.",
    "ko": "문장을 그리고, 사실 하나를 바꾸고(“모자를 빨간색으로”, “밤에”), “두 개 더” 그리고, "
    "“세 번째에는 뭐가 있어?”에 답하고, “두 번째를 다시 영어로” 그리고, “되돌려” 갈 수 있습니다.",
}


@dataclass(frozen=True)
class Scene:
    """What the conversation is about: facts, the language of their caption, and the seed."""

    facts: dict
    language: str
    seed: int = 0

    @property
    def caption(self) -> str:
        return sentences.say(self.facts, self.language)


@dataclass(frozen=True)
class Turn:
    """The answer to a sentence: words to say, and what to draw or to describe, if anything.

    draw: the scene of which to draw n pictures, from number `first` on; `more` adds them to those shown.
    describe: the number, from 0, of the picture shown that is asked about.
    """

    say: str
    draw: Scene | None = None
    n: int = 4
    first: int = 0
    more: bool = False
    describe: int | None = None


class Talk:
    """Remembers what the conversation is about. `world` is what the model was trained on."""

    def __init__(self, world: World = WHOLE, n: int = 4, seed: int = 0):
        self.world, self.n, self.seed = world, count("n", n, 1, MOST), count("seed", seed, 0)
        self.families = tuple(family for family in FAMILIES if family in world.shares)
        self.scenes: list[Scene] = []
        self.on_show: list[tuple[Scene, int]] = []  # scene and index of each picture on show

    @property
    def scene(self) -> Scene | None:
        """What the conversation is about now; None before the first picture."""
        return self.scenes[-1] if self.scenes else None

    def hear(self, sentence: str) -> Turn:
        """The answer to a sentence. The scene changes at once; drawing is up to the caller."""
        if not sentence.strip():
            return Turn(HELP["en"])
        language = language_of(sentence[:LONGEST])
        if len(sentence) > LONGEST:
            few = _tell(language, f"Say it in {LONGEST} letters or fewer.", f"{LONGEST}자 이내로 말해 주세요.")
            return Turn(few)
        if BACK.search(sentence):
            return self._back(language)
        if self.scene is not None:
            turn = self._about_shown(sentence, language)
            if turn is not None:
                return turn
        return self._about_facts(sentence, language)

    def _about_shown(self, sentence: str, language: str) -> Turn | None:
        """The answer to requests about the pictures shown (more, what is in one, again, other language); else None."""
        number, more = _ordinal(sentence), MORE.search(sentence)
        if number is not None and number > len(self.on_show):
            there = len(self.on_show)
            return Turn(_tell(language, f"There are {there} pictures on show.", f"그림은 {there}개 있습니다."))
        if number is None and more:
            wanted = number_of(more.group(1) or more.group(2))
            return Turn(HELP[language]) if wanted is None else self._more(wanted, language)
        if ASKS.search(sentence):
            if number is None:
                return Turn(
                    _tell(language, "Of which one? Say “the third”.", "몇 번째인가요? “세 번째”처럼 말해 주세요.")
                )
            return Turn(_tell(language, f"Looking at number {number}.", f"{number}번째를 봅니다."), describe=number - 1)
        into = "ko" if KOREAN.search(sentence) else "en" if ENGLISH.search(sentence) else None
        if into is None and not AGAIN.search(sentence):
            return None
        scene, index = (self.scene, 0) if number is None else self.on_show[number - 1]
        scene = replace(scene, language=into or scene.language)
        if number is not None:
            self.scenes.append(scene)
            return self._draw(scene, 1, index, say=self._says(scene, language))
        scene = scene if into else replace(scene, seed=scene.seed + 1)
        self.scenes.append(scene)
        return self._draw(scene, self.n, say=self._says(scene, language))

    def _more(self, wanted: int, language: str) -> Turn:
        """More pictures of the scene, as many as are drawn at once."""
        n = min(wanted, MOST)
        told = _tell(language, f"{n} more.", f"{n}개 더 그립니다.")
        if n < wanted:
            told = _tell(
                language,
                f"I draw up to {MOST} at once, so these are {n} of the {wanted}; say “{n} more” for the next ones.",
                f"한 번에 {MOST}개까지 그리므로 {wanted}개 가운데 {n}개를 그립니다. "
                f"이어서 보려면 “{n}개 더”라고 말해 주세요.",
            )
        scene = replace(self.scene, seed=max(s.seed for s, _ in self.on_show) + 1)
        return self._draw(scene, n, more=True, say=told)

    def _about_facts(self, sentence: str, language: str) -> Turn:
        """The answer to a sentence that changes a fact or asks for a new picture."""
        change = self.scene and sentences.changed(self.scene.facts, sentence)
        if change and not change.unread:
            if change.facts == self._plain():
                return Turn(_tell(language, "It is so already.", "이미 그렇습니다."))
            return self._go_on(change, language, self.scene.language if language == "en" else language)
        fresh, said = sentences.new(sentence, self.families), len(sentences.content(sentence))
        piece = fresh and self.scene and fresh.filled and said <= 2  # "at night" is no sentence of its own
        if fresh is None or piece or 2 * len(fresh.unread) > said:
            return Turn(self._cannot(sentence, language))
        return self._go_on(fresh, language, language)

    def _plain(self) -> dict:
        """The stated facts of the scene, as reading gives them."""
        family, facts = FAMILIES[self.scene.facts["family"]], self.scene.facts
        return family.blank() | {slot: facts[slot] for slot in family.slots if slot in facts}

    def _go_on(self, read: Read, language: str, said_in: str) -> Turn:
        scene = Scene(read.facts, said_in, self.seed)
        self.scenes.append(scene)
        told = self._says(scene, language)
        if read.filled:
            chosen = ", ".join(f"{slot.replace('_', ' ')}: {read.facts[slot]}" for slot in read.filled)
            told += _tell(
                language, f" You did not say, so I chose {chosen}.", f" 말하지 않은 것은 골랐습니다: {chosen}."
            )
        if read.unread:
            unread = ", ".join(read.unread)
            told += _tell(language, f" I do not know: {unread}.", f" 모르는 말: {unread}.")
        return self._draw(scene, self.n, say=told)

    def _draw(self, scene: Scene, n: int, first: int = 0, more: bool = False, say: str = "") -> Turn:
        added = [(scene, first + i) for i in range(n)]
        self.on_show = [*self.on_show, *added] if more else added
        return Turn(say, scene, n, first, more)

    def _back(self, language: str) -> Turn:
        if len(self.scenes) < 2:
            return Turn(_tell(language, "There is nothing before this.", "그 앞에는 아무것도 없습니다."))
        self.scenes.pop()
        return self._draw(self.scene, self.n, say=self._says(self.scene, language))

    def _says(self, scene: Scene, language: str) -> str:
        return _tell(language, f"I draw “{scene.caption}”.", f"“{scene.caption}”, 이렇게 그립니다.")

    def _cannot(self, sentence: str, language: str) -> str:
        """The answer to a sentence that cannot be drawn: what is not possible, and what is."""
        if self.scene is None:
            return _tell(language, f"I know no picture for “{sentence}”. ", f"“{sentence}”: 모르는 그림입니다. ") + (
                _tell(
                    language,
                    f"I know, for example, {self._examples(language)}.",
                    f"아는 것: {self._examples(language)}.",
                )
            )
        family = FAMILIES[self.scene.facts["family"]]
        slots = [slot for slot in self.scene.facts if slot in family.slots]
        able = ", ".join(slot.replace("_", " ") for slot in slots)
        told = _tell(
            language,
            f"“{sentence}” cannot be said of this kind of picture ({family.name}); it has {able}.",
            f"이런 그림({family.name})에는 “{sentence}”라고 할 수 없습니다. 바꿀 수 있는 것: {able}.",
        )
        other = sentences.new(f"{sentences.subject(self.scene.facts, language)} {sentence}", self.families)
        if other and not other.unread and other.facts["family"] != family.name:
            caption = sentences.say(other.facts, language)
            told += _tell(language, f" As a new picture: “{caption}”.", f" 새 그림으로는: “{caption}”.")
        return told

    def _examples(self, language: str) -> str:
        rng = random.Random(0)
        facts = [
            self.world.sample_facts(rng, name, None) for name in rng.sample(self.families, min(3, len(self.families)))
        ]
        return " · ".join(f"“{sentences.say(one, language)}”" for one in facts)


def _tell(language: str, english: str, korean: str) -> str:
    return korean if language == "ko" else english


def _ordinal(sentence: str) -> int | None:
    """The number of the picture that a sentence speaks of: "the third", "number 3", "세 번째"."""
    korean = re.search(r"(\w+?)\s*번째|(\d+)번", sentence)
    if korean:
        word = korean.group(1) or korean.group(2)
        return ORDINALS.get(word) or number_of(word)
    plain = re.search(r"\bnumber (\w+)", sentence.lower())
    if plain:
        return number_of(plain.group(1))
    return next((ORDINALS[word] for word in words(sentence) if word in ORDINALS), None)
