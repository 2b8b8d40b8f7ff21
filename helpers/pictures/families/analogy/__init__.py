"""The announcement's pictures that take an inference: the same subject changed, a turned head, a reflection, a grid."""

import random

from PIL import Image

from helpers.pictures.families.analogy.busts import ANGLES, PEOPLE, STONES, bust
from helpers.pictures.families.analogy.changes import CHANGES, panel
from helpers.pictures.families.analogy.exact_same import LOOKS, SUBJECTS
from helpers.pictures.families.analogy.matrices import INK, PAPER, RULES, SHAPES, VARIES, grid
from helpers.pictures.families.analogy.reflections import FRAMES, THINGS, WALLS, before_mirror
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.vocabulary import a

KINDS = {  # kind -> what its captions state, what they hide
    "panels": (("subject", "change"), ("look", "marking", "side", "backdrop")),
    "bust": (("person",), ("angle", "stone", "backdrop")),
    "mirror": (("thing",), ("side", "frame", "backdrop")),
    "sequence": ((), ("rule", "varies", "start", "inverted")),
}
OFTEN = {"panels": 10, "bust": 4, "mirror": 3, "sequence": 4}


class Analogy(Family):
    """Pictures that take an inference: a changed subject, a turned head, a reflection, a grid that obeys a rule."""

    name = "analogy"
    slots = {
        "kind": ("panels", "bust", "mirror", "sequence"),
        "subject": (NONE, *SUBJECTS),
        "change": (NONE, *dict.fromkeys(change for changes in CHANGES.values() for change in changes)),
        "person": (NONE, *PEOPLE),
        "thing": (NONE, *THINGS),
    }
    hidden = {
        "look": tuple(LOOKS),
        "marking": ("plain", "marked"),
        "side": ("left", "right"),
        "backdrop": tuple(WALLS),
        "angle": tuple(ANGLES),
        "stone": tuple(STONES),
        "frame": tuple(FRAMES),
        "rule": tuple(RULES),
        "varies": VARIES,
        "start": SHAPES,
        "inverted": ("no", "yes"),
    }

    def sample(self, rng: random.Random) -> dict:
        """Facts of one picture; about half are the two panels."""
        kind = rng.choices(tuple(OFTEN), tuple(OFTEN.values()))[0]
        facts = self.blank() | {"kind": kind}
        if kind == "panels":
            facts["subject"] = rng.choice(SUBJECTS)
            facts["change"] = rng.choice(CHANGES[facts["subject"]])
        else:
            facts |= {slot: rng.choice(self.slots[slot][1:]) for slot in KINDS[kind][0]}
        return facts | self.sample_hidden(facts, rng)

    def sample_hidden(self, facts: dict, rng: random.Random) -> dict:
        """Values of the hidden slots of this kind."""
        return {slot: rng.choice(self.hidden[slot]) for slot in KINDS[facts["kind"]][1]}

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first; what follows from the picture itself is not stated."""
        self.check(facts)
        if facts["kind"] == "panels":
            subject, change = facts["subject"], facts["change"]
            return [
                f"the exact same {subject} on the top {change} on the bottom",
                f"{a(subject)} on the top, and the exact same {subject} {change} on the bottom",
                f"two pictures of the same {subject}. on the bottom it is shown {change}.",
                f"{a(subject)} above. the very same {subject} below, {change}.",
                f"the {subject} at the bottom is the one from the top, {change}",
            ]
        if facts["kind"] == "bust":
            person = facts["person"]
            return [
                f"a photograph of a bust of {person}",
                f"a bust of {person}",
                f"a sculpture of the head of {person}",
                f"the head and shoulders of {person} in stone",
                f"{person}, as a sculptor made a bust of that face",
            ]
        if facts["kind"] == "mirror":
            thing = facts["thing"]
            return [
                f"{a(thing)} looking at its own reflection in a mirror. {a(thing)} gazing at itself in a mirror.",
                f"{a(thing)} looking at its own reflection in a mirror",
                f"{a(thing)} gazing at itself in a mirror",
                f"{a(thing)} in front of a mirror and its reflection",
                f"a mirror that shows {a(thing)} what it looks like",
            ]
        return [
            "a sequence of geometric shapes.",
            "geometric shapes in a grid",
            "a puzzle of geometric shapes in rows and columns",
            "a grid of shapes in which each follows from the others",
            "rows and columns of shapes that obey a rule",
        ]

    def check(self, facts: dict) -> None:
        """Refuse a kind without its slots, with those of another kind, and a change that a subject never has."""
        needed = KINDS[facts["kind"]][0]
        for slot in needed:
            if facts[slot] == NONE:
                raise ValueError(f"{facts['kind']} needs {slot}; give one of {', '.join(self.slots[slot][1:])}")
        for slot in self.slots:
            if slot not in ("kind", *needed) and facts[slot] != NONE:
                raise ValueError(f"{facts['kind']} has no {slot} {facts[slot]!r}; give {slot} {NONE!r}")
        if facts["kind"] == "panels" and facts["change"] not in CHANGES[facts["subject"]]:
            can = ", ".join(CHANGES[facts["subject"]])
            raise ValueError(f"{a(facts['subject'])} is never {facts['change']!r}; give one of {can}")

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint two panels, a bust, a thing before a mirror, or a grid."""
        if facts["kind"] == "sequence":
            inverted = facts["inverted"] == "yes"
            canvas = Canvas(size, rng, jitter, INK if inverted else PAPER)
            canvas.put(layer(grid(facts["rule"], facts["varies"], facts["start"], inverted), size), 4, 4)
            return canvas.image
        canvas = Canvas(size, rng, jitter)
        if facts["kind"] == "bust":
            canvas.cover(layer(_wall(facts["backdrop"]), size))
            canvas.put(layer(bust(facts["person"], facts["angle"], facts["stone"]), size), 4, 4)
            return canvas.image
        shift = [round(rng.uniform(-jitter, jitter) * 16, 2) for _ in range(2)]
        right = facts["side"] == "right"
        if facts["kind"] == "mirror":
            canvas.cover(layer(before_mirror(facts["thing"], right, facts["frame"], facts["backdrop"], shift), size))
            return canvas.image
        seen = facts["subject"], facts["look"], facts["marking"] == "marked", right, facts["backdrop"]
        for top, change in ((0, NONE), (64, facts["change"])):
            markup = f'<svg y="{top}" width="128" height="64">{panel(*seen, change, shift=shift)}</svg>'
            canvas.cover(layer(markup, size))
        canvas.cover(layer('<path d="M0 63h128v2h-128z" fill="#fff"/>', size))
        return canvas.image


def _wall(name: str) -> str:
    wall, floor = WALLS[name]
    return f'<path d="M0 0h128v116h-128z" fill="{wall}"/><path d="M0 116h128v12h-128z" fill="{floor}"/>'
