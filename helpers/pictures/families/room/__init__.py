"""A living room with armchairs and a painting, or a loft bedroom with a bed and what stands beside it."""

import random
from functools import cache

from PIL import Image, ImageOps

from helpers.pictures.families.room.furniture import (
    FLOORS,
    HOURS,
    ITEMS,
    LOFT,
    MOUNTS,
    STANDS,
    WALLS,
    armchair,
    bed,
    shell,
    window,
)  # fmt: skip
from helpers.pictures.families.room.paintings import FRAMES, PAINTED, framed
from helpers.pictures.family import NONE, Family
from helpers.pictures.kit.sprites import Canvas, layer
from helpers.pictures.kit.svg import box, line, shaded
from helpers.pictures.vocabulary import a

LINEN = ("blue", "green", "yellow", "purple")  # linen of a bed whose colour is not stated
ARMCHAIR_COLORS = ("red", "black", "white", "gray", "beige", "olive", "blue", "pink")
BED_COLORS = ("white", "gray", "pink", "red", "black")
LIVING = {
    "armchairs": ("one", "two", "three"),
    "color": ARMCHAIR_COLORS,
    "subject": tuple(PAINTED),
    "mount": tuple(MOUNTS),
}
BEDROOM = {"bed": ("bed", "king bed"), "color": BED_COLORS, "stand": tuple(STANDS), "item": tuple(ITEMS)}
BOOKS = ((104, 24, "#e8590c"), (110, 22, "#2b8a3e"), (116, 25, "#1c6dd0"))  # on a shelf: x, top, colour
PLACED = {"one": (1.5,), "two": (1.5, 6.5), "three": (1.5, 4, 6.5)}  # centres of the armchairs, in eighths


class Room(Family):
    """A living room or a loft bedroom."""

    name = "room"
    slots = {slot: (NONE, *values) for slot, values in (BEDROOM | LIVING).items()}
    hidden = {
        "side": ("left", "right"),
        "hour": tuple(HOURS),
        "wall": tuple(WALLS),
        "floor": tuple(FLOORS),
        "frame": tuple(FRAMES),
        "linen": LINEN,
    }

    def sample(self, rng: random.Random) -> dict:
        """Facts of a living room or of a bedroom, whose bed may go without a colour."""
        facts = self.blank()
        if rng.random() < 0.5:
            facts |= {slot: rng.choice(values) for slot, values in LIVING.items()}
        else:
            facts |= {slot: rng.choice(values) for slot, values in BEDROOM.items()}
            facts["color"] = rng.choice((NONE, NONE, *BED_COLORS))
        return facts | self.sample_hidden(facts, rng)

    def sample_hidden(self, facts: dict, rng: random.Random) -> dict:
        """A frame only where there is a painting, linen only where no colour is stated."""
        shown = {"side", "hour", "wall", "floor"}
        shown |= {"frame"} if facts["subject"] != NONE else {"linen"} if facts["color"] == NONE else set()
        return {slot: rng.choice(values) for slot, values in self.hidden.items() if slot in shown}

    def english(self, facts: dict) -> list[str]:
        """Captions, the announcement's own first."""
        color = "" if facts["color"] == NONE else f"{facts['color']} "
        if facts["bed"] != NONE:
            which, stand, item = a(color + facts["bed"]), a(facts["stand"]), a(facts["item"])
            return [
                f"a loft bedroom with {which} next to {stand}. there is {item} standing beside the bed.",
                f"a loft bedroom. {which} stands next to {stand}, and {item} stands beside the bed.",
                f"{which} between {stand} and {item} in a loft bedroom",
                f"in this loft bedroom there is {which} next to {stand}, with {item} beside the bed",
                f"{item} beside {which} that is next to {stand}, up in a loft bedroom",
            ]
        count, subject, mount = facts["armchairs"], facts["subject"], facts["mount"]
        chairs = f"{count} {color}armchair{'' if count == 'one' else 's'}"
        return [
            f"a living room with {chairs} and a painting of {subject}. the painting is mounted {mount}.",
            f"a living room with {chairs} and a painting of {subject} {mount}",
            f"a painting of {subject} mounted {mount} in a living room with {chairs}",
            f"a living room. {mount} is a painting of {subject}. there {_are(count)} {chairs}.",
            f"{chairs} in a living room where a painting of {subject} hangs {mount}",
        ]

    def shown(self, facts: dict) -> dict:
        """The linen is visible, so its colour counts where none is stated."""
        linen = facts.get("linen")
        return facts | {"color": linen} if linen in self.slots["color"] and facts.get("color") == NONE else facts

    def check(self, facts: dict) -> None:
        """Refuse facts that furnish neither room."""
        given = set(self.stated(facts))
        if given != set(LIVING) and given | {"color"} != set(BEDROOM):
            raise self.refusal(facts, f"is no room; give {', '.join(LIVING)}, or {', '.join(BEDROOM)}")

    def paint(self, facts: dict, size: int, rng: random.Random, jitter: float = 0.0) -> Image.Image:
        """Paint the walls, then what stands and hangs there."""
        canvas = Canvas(size, rng, jitter)
        loft = facts["bed"] != NONE
        canvas.cover(layer(_walls(facts["wall"], facts["floor"], facts["hour"], loft), size))
        (_bedroom if loft else _living)(canvas, facts)
        return canvas.image if facts["side"] == "left" else ImageOps.mirror(canvas.image)


def _are(count: str) -> str:
    return "is" if count == "one" else "are"


def _living(canvas: Canvas, facts: dict) -> None:
    mount, behind = facts["mount"], facts["mount"].startswith("behind")
    painting = layer(framed(facts["subject"], facts["frame"]), canvas.pixels(3.25), 64)
    standing = layer(_mount(mount), canvas.size)
    for image, y in ((painting, 2.625 if behind else 1.75), (standing, 4)):
        canvas.put(image, 4, y)
    for x in PLACED[facts["armchairs"]]:
        canvas.put(layer(_armchair(facts["color"]), canvas.pixels(2.5), 40), x, 6.625)


def _bedroom(canvas: Canvas, facts: dict) -> None:
    color = facts["linen"] if facts["color"] == NONE else facts["color"]
    canvas.put(layer(_stand(facts["stand"]), canvas.size), 4, 4)
    canvas.put(layer(_bed(facts["bed"] == "king bed", color), canvas.size), 4, 4)
    canvas.put(layer(_item(facts["item"]), canvas.pixels(3), 66), 6.75, 5.875)


@cache
def _walls(wall: str, floor: str, hour: str, loft: bool) -> str:
    if loft:
        return shaded(shell(wall, floor) + window(hour, 46, 8, 36, 30) + LOFT)
    books = "".join(line(f"M{x} 33V{top}", color, 4) for x, top, color in BOOKS)
    return shaded(shell(wall, floor) + window(hour, 5, 8, 26, 36) + books + box(99, 35, 24, 3, "#7b4e2b"))


@cache
def _mount(mount: str) -> str:
    return shaded(MOUNTS[mount])


@cache
def _armchair(color: str) -> str:
    return shaded(armchair(color))


@cache
def _bed(king: bool, color: str) -> str:
    return shaded(bed(king, color))


@cache
def _stand(stand: str) -> str:
    return shaded(STANDS[stand])


@cache
def _item(item: str) -> str:
    return shaded(f'<g transform="translate(8 0)">{ITEMS[item]}</g>')
