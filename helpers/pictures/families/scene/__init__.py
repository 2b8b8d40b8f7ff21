"""{medium} of {animal} {place} {time}: light, shadow and surroundings follow the time of day and the season."""

import random
from functools import lru_cache

import numpy as np
from PIL import Image, ImageFilter

from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.backdrops import PLACES, TIMES, VARIANTS, backdrop, light
from helpers.pictures.kit.mediums import BROAD, MEDIUMS, apply
from helpers.pictures.kit.sprites import Canvas, filled, layer, tinted
from helpers.pictures.kit.subjects import SUBJECTS, poses, subject_layer
from helpers.pictures.vocabulary import a

SPOTS = {"left": 3, "middle": 4, "right": 5}
FEET, HEIGHT = 7, 4.5
FINEST = 64  # pixels; mediums need at least so many, so a smaller picture is painted larger and shrunk


class Scene(Family):
    """An animal at a place and a time, in a medium."""

    name = "scene"
    slots = {"medium": tuple(MEDIUMS), "animal": (*SUBJECTS, NONE), "place": PLACES, "time": TIMES}
    hidden = {
        "spot": ("left", "middle", "right"),
        "pose": ("left", "right", "front"),
        "variant": VARIANTS,
        "light": ("left", "right", "above"),
        "lamps": ("lit", "out"),
    }

    def sample(self, rng: random.Random) -> dict:
        """Facts of one scene; a third are plain illustrations, one in twenty has nobody in it."""
        facts = {
            "family": "scene",
            "medium": "illustration" if rng.random() < 0.35 else rng.choice(self.slots["medium"][1:]),
            "animal": NONE if rng.random() < 0.05 else rng.choice(SUBJECTS),
            "place": rng.choice(PLACES),
            "time": rng.choice(TIMES),
        }
        return facts | self.sample_hidden(facts, rng)

    def sample_hidden(self, facts: dict, rng: random.Random) -> dict:
        """Where and how the subject stands, the place mirrored or not; light and lamps follow the time."""
        falls = light(facts["time"])
        hidden = {"variant": rng.choice(VARIANTS), "light": falls.side, "lamps": falls.lamps}
        if facts["animal"] != NONE:
            hidden |= {"spot": rng.choice(self.hidden["spot"]), "pose": rng.choice(poses(facts["animal"]))}
        return hidden

    def english(self, facts: dict) -> list[str]:
        """A scene in several word orders; a plain illustration may also go without its medium."""
        medium, place, time = facts["medium"], facts["place"], facts["time"]
        if facts["animal"] == NONE:
            where = place.removeprefix("sitting ").split(" ", 1)[1]
            forms = [
                f"{a(medium)} of {where} {time}",
                f"{time}, {where}, as {a(medium)}",
                f"{where} {time}, shown as {a(medium)}",
            ]
            bare, kept = [f"{where} {time}"], f"{a(medium)}, {time}, of {where}"
        else:
            who = a(facts["animal"])
            forms = [
                f"{a(medium)} of {who} {place} {time}",
                f"{time}, {who} {place}, as {a(medium)}",
                f"{who} {place} {time}, shown as {a(medium)}",
                f"{a(medium)} of {who} {place} {time}. {time}, {who} {place}.",
            ]
            bare, kept = [f"{who} {place} {time}"], f"{a(medium)}, {time}, of {who} {place}"
        return [*forms, *(bare if medium == "illustration" else []), kept]

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paste the subject and its shadow on the backdrop, then apply the medium."""
        if size < FINEST:
            return self.paint(facts, FINEST, rng, jitter).resize((size, size), Image.Resampling.BOX)
        place, time, animal = facts["place"], facts["time"], facts["animal"]
        medium = facts.get("medium", "illustration")
        canvas = Canvas(size, rng, jitter)
        canvas.image.paste(backdrop(place, time, facts.get("variant", VARIANTS[0]), size))
        if animal != NONE:
            x, pose = SPOTS[facts.get("spot", "middle")], facts.get("pose", poses(animal)[0])
            canvas.put(_lit(animal, pose, time, size, medium in BROAD), x, 4)
        return apply(medium, canvas.image)


@lru_cache(maxsize=2048)
def _lit(animal: str, pose: str, time: str, size: int, set_off: bool) -> Image.Image:
    """The subject in the light of `time` with its shadow, in a layer of the picture's size, centred at x = 4.

    `set_off` adds a pale glow around a dark subject, a dark one around a pale subject.
    """
    whole = _shadow(time, size).copy()
    pixels = round(HEIGHT * size / 8)
    subject = Image.new("RGBA", (size, size))
    part = tinted(subject_layer(animal, pose, pixels), light(time).on_subject)
    subject.paste(part, ((size - pixels) // 2, round(FEET * size / 8) - pixels))
    if set_off:
        tone = np.average(np.asarray(part.convert("L")), weights=np.asarray(part.getchannel("A")))
        glow = filled(subject, (24, 20, 44) if tone > 165 else (255, 250, 235)).filter(
            ImageFilter.GaussianBlur(size / 40)
        )
        glow.putalpha(glow.getchannel("A").point(lambda v: min(200, v * 2)))
        whole.alpha_composite(glow)
    whole.alpha_composite(subject)
    return whole


@lru_cache(maxsize=64)
def _shadow(time: str, size: int) -> Image.Image:
    """A flat shadow at the feet that stretches away from the light."""
    falls = light(time)
    middle = 64 + falls.shadow * falls.length * 10
    width = 26 + falls.length * 9
    return layer(
        f'<ellipse cx="{middle}" cy="{FEET * 16 - 1}" rx="{width}" ry="5" fill="#101028" opacity="{falls.depth}"/>',
        size,
    )
