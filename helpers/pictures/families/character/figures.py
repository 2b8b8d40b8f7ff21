"""Characters: a head on a body or a vegetable with a face, dressed. Markup in a box of 128 × 128, feet at y = 118."""

from dataclasses import dataclass

from helpers.pictures.families.character.heads import HEADS
from helpers.pictures.families.character.moods import FACES
from helpers.pictures.families.character.things import GARDEN, OUTLINES
from helpers.pictures.kit.svg import at, both, box, line, oval, path
from helpers.pictures.vocabulary import darker, lighter

HEAD, BODY = 62 / 72, 100 / 72  # art of 64 units is shown this much larger: a head on a doll, or a whole vegetable


@dataclass(frozen=True)
class Character:
    """Who: its art, its skin, and where the face and the hat go."""

    art: str
    skin: str
    face: float = 0.0  # where a vegetable's face is, in its art
    crown: float = 27
    half: float = 22  # half the width of the head below a hat
    shoulder: float = 15


CHARACTERS = {
    "avocado": Character("avocado", "#4b8a35", 26, 17, 17, 21),
    "baby bok choy": Character("bok choy", "#dcebc8", 33, 38, 21, 23),
    "baby capybara": Character("capybara", "#c4904f"),
    "baby chipmunk": Character("chipmunk", "#d98a45"),
    "baby cucumber": Character("cucumber", "#4ea63c", 22, 15, 20, 21),
    "baby daikon radish": Character("daikon radish", "#e9eedd", 29, 31, 23, 22),
    "baby fox": Character("fox", "#ff8b33"),
    "baby hedgehog": Character("hedgehog", "#a9745a"),
    "baby lemur": Character("lemur", "#aab0b9"),
    "baby manatee": Character("manatee", "#8c97a0"),
    "baby panda": Character("panda", "#3d3946"),
    "baby penguin": Character("penguin", "#2f3a66", crown=20),
    "baby shark": Character("shark", "#6f96bf", crown=22),
    "baby tapir": Character("tapir", "#3d3a47"),
    "bunny": Character("bunny", "#f0eaf4", crown=29),
    "eggplant": Character("eggplant", "#8e5bc7", 30, 25, 20, 21),
    "shrimp": Character("shrimp", "#ff7a4d", crown=22),
}
SLEEVES = {"christmas sweater": "#d62839", "leather jacket": "#7a4726", "suit": "#27396b", "pajamas": "#8ec5f5"}
TROUSERS = {"suit": "#27396b", "pajamas": "#8ec5f5"}
TORSO = "M50 64Q64 58 78 64L83 96Q64 104 45 96Z"

WEARING = {
    "beanie": "in a beanie",
    "cape": "in a cape",
    "christmas sweater": "in a christmas sweater",
    "helmet": "in a helmet",
    "leather jacket": "in a leather jacket",
    "suit": "in a suit",
    "tutu": "in a tutu",
    "wizard hat": "in a wizard hat",
    "pajamas": "in pajamas",
    "mustache": "with a mustache",
    "headphones": "with headphones",
    "sunglasses": "with sunglasses",
}
# about the middle of the forehead, made for a head 44 wide there
HATS = {
    "beanie": oval(0, -27, 8, 8, "#ffffff", 'stroke="#d0d5dd"')
    + path("M-23 2Q-24 -25 0 -25Q24 -25 23 2Z", "@12a594")
    + line("M-12 -20L-9 0M0 -23V0M12 -20L9 0", "#0b7a6e", 2)
    + box(-25, -4, 50, 10, "@ffd43b", 4),
    "helmet": path("M-28 12Q-31 -27 0 -27Q31 -27 28 12L20 12Q19 0 0 0Q-19 0 -20 12Z", "@2563eb")
    + path("M-6 -27Q0 -28 6 -27L5 0H-5Z", "#ffffff")
    + both(path("M28 12Q26 26 14 33", "none", 'stroke="#1e293b" stroke-width="3"'), 0),
    "wizard hat": path("M-22 0Q-10 -24 4 -48Q10 -46 12 -40L6 -38Q16 -20 22 0Z", "@5f3dc4")
    + oval(0, 1, 33, 7, "@4c2fb0")
    + box(-21, -9, 42, 6, "#ffd43b", 2)
    + "".join(
        path(f"M{x} {y}l2 4l4 1l-3 3l1 4l-4 -2l-4 2l1 -4l-3 -3l4 -1z", "#ffe066") for x, y in ((-4, -26), (8, -20))
    ),
}
ARMS = {  # where the hands are: left, right
    "down": ((38, 92), (90, 92)),
    "out": ((38, 92), (96, 80)),
    "up": ((38, 92), (98, 48)),
    "front": ((84, 90), (93, 80)),
    "wheel": ((84, 86), (96, 82)),
    "play": ((60, 88), (94, 66)),
    "run": ((36, 70), (94, 84)),
    "wide": ((30, 70), (98, 70)),
}
LEGS = {  # left foot, right foot
    "stand": ((55, 114), (73, 114)),
    "run": ((40, 108), (86, 114)),
    "skate": ((54, 112), (88, 104)),
}


def _look(name: str) -> tuple[Character, bool, float, float, float, float]:
    """A character, whether it is a vegetable, and on its figure: face x and y, face width, chin."""
    who = CHARACTERS[name]
    plant = who.face > 0
    x, y, share = (32, who.face, 0.42) if plant else HEADS[who.art][1]
    scale, top = (BODY, 6) if plant else (HEAD, 10)
    middle = top + (y + 6) * scale
    width = 64 * share * scale
    return who, plant, 64 + (x - 32) * scale, middle, width, middle + 16 if plant else 66


def behind(name: str, wearing: str, legs: str) -> str:
    """Cape and legs."""
    who, _, _, _, _, chin = _look(name)
    cape = path(f"M52 {chin}L22 110Q43 118 64 111Q85 118 106 110L76 {chin}Z", "@e03131") if wearing == "cape" else ""
    color = TROUSERS.get(wearing, who.skin)
    limbs = ""
    for start, (x, y) in zip((57, 71), LEGS[legs], strict=True):
        limbs += line(f"M{start} 94L{x} {y}", darker(color, 0.3), 11) + line(f"M{start} 94L{x} {y}", color, 8.5)
        if legs == "skate":
            limbs += oval(x + 2, y, 8, 5.5, "#ffffff", 'stroke="#8d99ae" stroke-width="1.5"')
            limbs += line(
                f"M{x - 8} {y + 8.5}H{x + 12}M{x - 2} {y + 4}V{y + 8}M{x + 6} {y + 4}V{y + 8}", "#5c677d", 2.4
            )
        else:
            limbs += oval(x + 2, y + 1, 8, 5, "#4a3b52" if wearing != "suit" else "#17171c")
    return cape + limbs


def front(name: str, wearing: str) -> str:
    """Body, clothes, head and face, and what is worn on the head."""
    who, plant, x, y, width, chin = _look(name)
    scale = width / 64
    face = at(FACES["calm"], x - width / 2, y - width / 2, scale)
    if plant:
        art, outline = GARDEN[who.art][0], f"translate({14 + 4 * BODY} {6 + 6 * BODY}) scale({BODY})"
        shape = f'<path d="{OUTLINES[who.art]}" transform="{outline}"/>'
        body, head = f'<g transform="{outline}">{art}</g>', ""
    else:
        shape = f'<path d="{TORSO}"/>'
        belly = lighter(who.skin, 0.65) if name != "bunny" else "#ffd6e3"
        body = path(TORSO, f"@{who.skin[1:]}", f'stroke="{darker(who.skin, 0.3)}"') + oval(64, 84, 11, 12, belly)
        head = at(HEADS[who.art][0], 33 + 4 * HEAD, 10 + 6 * HEAD, HEAD)
    return body + _clothes(wearing, shape, chin) + head + face + _on_head(wearing, who, x, y, width)


def _clothes(wearing: str, shape: str, top: float) -> str:
    """Clothes cut out by the body's shape, from `top` down; a tutu stands out from it."""
    if wearing == "cape":
        return line(f"M47 {top + 2}Q64 {top + 10} 81 {top + 2}", "#e03131", 6) + oval(64, top + 6, 4.5, 4.5, "#ffd43b")
    if wearing == "tutu":
        skirt = path(
            (
                "M48 84Q28 88 25 101Q32 96 37 103Q43 97 50 104Q57 98 64 105"
                "Q71 98 78 104Q85 97 91 103Q96 96 103 101Q100 88 80 84Z"
            ),
            "@ff8cc6",
        )
        frill = path(
            "M49 82Q34 84 31 94Q38 90 43 95Q50 90 57 96Q64 90 71 96Q78 90 85 95Q90 90 97 94Q94 84 79 82Z", "@ffb8dc"
        )
        return _cut(shape, box(20, top, 88, 84 - top, "#f062a7")) + skirt + frill + box(46, 80, 36, 4.5, "#d6336c", 2)
    if wearing not in SLEEVES:
        return ""
    cloth = box(20, top, 88, 60, f"@{SLEEVES[wearing][1:]}")
    y = top
    cloth += {
        "christmas sweater": box(20, y, 88, 4.5, "#ffffff")
        + line(f"M28 {y + 11}l6 -4l6 4l6 -4l6 4l6 -4l6 4l6 -4l6 4l6 -4l6 4l6 -4l6 4", "#ffffff", 2.5)
        + path(f"M64 {y + 11}l9 12h-5l6 8h-20l6 -8h-5z", "#2f9e44")
        + box(20, 98, 88, 9, "#ffffff"),
        "leather jacket": path(f"M56 {y}H72L69 110H59Z", "#f8f9fa")
        + both(path(f"M57 {y}L43 {y}L52 {y + 17}L60 {y + 10}Z", "#4d2b16"), 128)
        + line(f"M58 {y + 12}V108M70 {y + 12}V108", "#ced4da", 2.2),
        "suit": path(f"M51 {y}H77L64 {y + 26}Z", "#ffffff")
        + path(f"M60 {y + 2}H68L66 {y + 7}L69 {y + 20}L64 {y + 26}L59 {y + 20}L62 {y + 7}Z", "#e03131")
        + both(line(f"M50 {y}L64 {y + 27}", "#16224a", 3.5), 128)
        + oval(64, y + 33, 1.8, 1.8, "#f1c40f"),
        "pajamas": "".join(box(x, y, 3.5, 60, "#ffffff") for x in (30, 39, 48, 57, 68, 77, 86, 95))
        + "".join(oval(64, y + dy, 2.2, 2.2, "#1864ab") for dy in (9, 19, 29))
        + both(path(f"M64 {y + 5}L50 {y - 2}L52 {y + 10}Z", "#1c7ed6"), 128),
    }[wearing]  # fmt: skip
    return _cut(shape, cloth)


def _cut(shape: str, markup: str) -> str:
    return f'<clipPath id="cut">{shape}</clipPath><g clip-path="url(#cut)">{markup}</g>'


def _on_head(wearing: str, who: Character, x: float, y: float, width: float) -> str:
    if wearing in HATS:
        return at(HATS[wearing], 64, who.crown + 9, who.half / 22)
    scale = width / 36
    if wearing == "sunglasses":
        lens = path("M3 -6H18Q20 8 11 8Q3 8 2 -2Z", "#15161c") + line("M6 -3L10 2", "#8ea2c6", 2.2)
        return at(both(lens, 0) + line("M-18 -6H18", "#15161c", 3.5), x, y - 3 * scale, scale)
    if wearing == "mustache":
        half = path("M0 0C6 -7 14 -3 17 2Q20 5 24 0Q24 12 13 11Q5 10 0 4Z", "#3b241a")
        return at(both(half, 0), x, y + 5 * scale, scale)
    if wearing == "headphones":
        band, reach = who.crown - 5, who.half + 5
        cup = box(reach - 6, -11, 12, 22, "@e03131", 5) + box(reach - 8, -8, 4, 16, "#22252b", 2)
        arc = line(f"M{64 - reach} {y}C{64 - reach} {band - 6} {64 + reach} {band - 6} {64 + reach} {y}", "#22252b", 5)
        return arc + at(both(cup, 0), 64, y)
    return ""


def arms(name: str, wearing: str, pose: str) -> str:
    """Both arms with their sleeves and hands; blowing its nose, a character holds a handkerchief."""
    who, _, x, y, _, chin = _look(name)
    color = SLEEVES.get(wearing, who.skin)
    hands = ((x - 17, y + 19), (x + 17, y + 19)) if pose == "face" else ARMS[pose]
    markup = ""
    for side, (hand_x, hand_y) in zip((-1, 1), hands, strict=True):
        start_x, start_y = 64 + side * (who.shoulder - 1), chin + 7
        bend = f"Q{(start_x + hand_x) / 2 + side * (10 if pose == 'face' else 3)} {max(start_y, hand_y) + 3}"
        way = f"M{start_x} {start_y}{bend} {hand_x} {hand_y}"
        markup += line(way, darker(color, 0.3), 9.5) + line(way, color, 7)
    if pose == "face":
        cloth = "M-15 -5Q-8 -9 0 -6Q8 -9 15 -5L19 11Q10 17 0 13Q-10 17 -19 11Z"
        edge = 'stroke="#4f8fc4" stroke-width="1.6"'
        markup += at(path(cloth, "#ffffff", edge) + line("M-9 -1L-11 10M9 -1L11 10M0 -1V8", "#9cc4e4", 1.8), x, y + 10)
    skin = who.skin
    return markup + "".join(oval(*hand, 5.6, 5.6, skin, f'stroke="{darker(skin, 0.3)}"') for hand in hands)
