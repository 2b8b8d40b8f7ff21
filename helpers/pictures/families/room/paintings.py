"""Paintings for a wall: each subject before a ground that suits it, in a 64 × 64 box."""

from functools import cache

from helpers.pictures.kit.sprites import nested
from helpers.pictures.kit.svg import both, box, line, oval, path, shaded

SKY, DUSK, SEA, SAND, CREAM, ROSE, MINT = (
    "#bfe3f7", "#ffc78a", "#2f86c9", "#f2d28b", "#fbf3dc", "#f8c9d0", "#cdeecb",
)  # fmt: skip
GRASS = "#6cbf58"
EDGE = 'stroke="#8a7f70" stroke-width="1.2"'

# subject as it is said -> (sky, ground, height of the horizon, art of an emoji or markup)
PAINTED = {
    "a brain": (CREAM, CREAM, 64, "brain"),
    "a mustache": (
        CREAM,
        CREAM,
        64,
        both(path("M32 27C27 20 17 21 14 30C12 35 7 36 3 32C4 44 22 48 32 35Z", "@3a2a22")),
    ),
    "a t-rex": (DUSK, GRASS, 50, "t-rex"),
    "a squid": (SEA, SEA, 64, "squid"),
    "a lobster": (SKY, SAND, 34, "lobster"),
    "a rhinoceros": ("#f6e3a1", "#c9b04f", 44, "rhinoceros"),
    "cattails": (
        SKY,
        "#4aa3cf",
        46,
        "".join(line(f"M{x} 62V{y}", "#4f8a2d", 3) for x, y in ((14, 14), (32, 8), (50, 18)))
        + "".join(line(f"M{x} 62Q{x + 4} 44 {x + 9} 30", "#76b947", 3.5) for x in (6, 24, 42))
        + "".join(line(f"M{x} {y}v14", "#7a4420", 8) for x, y in ((14, 16), (32, 10), (50, 20))),
    ),
    "a lotus": ("#4d8fa8", "#4d8fa8", 64, "lotus"),
    "a sequoia": (
        SKY,
        GRASS,
        54,
        path("M24 62Q28 50 27 20H37Q36 50 40 62Z", "@a8502c")
        + "".join(oval(x, y, rx, 7, "@2f7a3d") for x, y, rx in ((32, 30, 17), (32, 22, 15), (32, 14, 12), (32, 7, 8))),
    ),
    "a cactus": (DUSK, SAND, 46, "cactus"),
    "a beet": (
        CREAM,
        CREAM,
        64,
        line("M32 26Q24 16 20 6M32 26V4M32 26Q40 16 44 6", "#b3174f", 3)
        + both(path("M22 20Q6 14 12 2Q26 4 27 20Z", "@4caf50"))
        + path("M26 18Q24 6 32 1Q40 6 38 18Z", "@6cc35e")
        + path("M32 22C46 22 52 30 50 39C48 49 38 52 32 63C26 52 16 49 14 39C12 30 18 22 32 22Z", "@a3154f")
        + line("M19 36q6 4 12 2M44 43q-4 3 -9 2", "#d94c83", 2),
    ),
    "a mushroom": (MINT, GRASS, 50, "mushroom"),
    "a galleon": (
        SKY,
        SEA,
        46,
        line("M20 46V8M42 46V6", "#6b4226", 3)
        + path("M10 12Q20 6 31 12Q28 20 31 27Q20 23 10 27Q13 20 10 12Z", "#fffaf0")
        + path("M33 10Q43 4 55 10Q51 20 55 30Q43 25 33 30Q36 20 33 10Z", "#fffaf0")
        + path("M12 30Q20 26 29 30V38H12Z", "#f3e4c4")
        + path("M3 34L10 40H46L60 32L54 56H14Z", "@8a4f26")
        + line("M9 46H55", "#f5c542", 2.5)
        + path("M42 2h10l-3 3l3 3h-10z", "#d62839"),
    ),
    "a fortress": (
        SKY,
        GRASS,
        52,
        path("M4 60V18h5v4h4v-4h5v4h4v-4h4V34h12V18h4v4h4v-4h5v4h4v-4h5V60Z", "@9aa0a8")
        + path("M25 60V48a7 7 0 0 1 14 0V60Z", "#4a3728")
        + box(11, 30, 4, 9, "#3f454d")
        + box(49, 30, 4, 9, "#3f454d")
        + path("M15 18V4l9 4l-9 4Z", "#d62839"),
    ),
    "a windmill": (
        SKY,
        GRASS,
        50,
        path("M24 60L27 26H37L40 60Z", "@c96a4a")
        + path("M24 28Q32 14 40 28Z", "@7a3b2e")
        + box(29, 48, 6, 12, "#5b2c22", 2)
        + "".join(
            f'<g transform="rotate({angle} 32 25)">{box(30, 0, 9, 22, "#fffdf5", 0, more=EDGE)}'
            f"{line('M30.500 0V25', '#4a3728', 2)}</g>"
            for angle in (45, 135, 225, 315)
        )
        + oval(32, 25, 3, 3, "#4a3728"),
    ),
    "mount fuji": (
        "#ffb3a0",
        "#3d6fb0",
        54,
        oval(47, 15, 9, 9, "#e5383b")
        + path("M2 56L24 16Q32 12 40 16L62 56Z", "@3f5f9e")
        + path("M24 16Q32 12 40 16L48 31L42 28L37 34L32 28L26 34L22 28L16 31Z", "#ffffff"),
    ),
    "the golden gate bridge": (
        SKY,
        SEA,
        48,
        path("M0 48Q10 34 20 48ZM44 48Q56 30 64 48Z", "#5d9e57")
        + line("M0 26Q8 30 16 8Q32 52 48 8Q56 30 64 26", "#d9381e", 2)
        + "".join(line(f"M{x} {y}V43", "#d9381e", 1) for x, y in ((8, 26), (24, 25), (32, 30), (40, 25), (56, 26)))
        + box(12, 6, 7, 50, "#d9381e", 1)
        + box(45, 6, 7, 50, "#d9381e", 1)
        + box(0, 41, 64, 4.5, "#b32a14"),
    ),
    "the stonehenge": (
        DUSK,
        GRASS,
        46,
        "".join(box(x, 22, 8, 34, "@8f959c", 1.5) for x in (4, 18, 38, 52))
        + box(2, 14, 26, 9, "@a8adb3", 2)
        + box(36, 14, 26, 9, "@a8adb3", 2)
        + box(28, 38, 8, 20, "@777d85", 1.5),
    ),
    "the sydney opera house": (
        "#8ecbf0",
        "#2a74b8",
        50,
        path("M4 44Q4 26 18 18Q22 34 16 44Z", "@ffffff", EDGE)
        + path("M14 44Q16 18 34 8Q38 30 30 44Z", "@ffffff", EDGE)
        + path("M30 44Q32 24 47 16Q50 34 44 44Z", "@ffffff", EDGE)
        + path("M44 44Q46 32 58 27Q60 38 56 44Z", "@ffffff", EDGE)
        + box(1, 43, 62, 9, "@b98d6a", 1),
    ),
    "the colosseum": (
        SKY,
        "#c9b27a",
        50,
        path("M3 56V26Q8 18 22 14L34 12L37 18L44 19L47 26L54 28L61 36V56Q32 64 3 56Z", "@d9a866", EDGE)
        + "".join(
            path(f"M{x} {y + 8}V{y + 3}a2.800 2.800 0 0 1 5.600 0V{y + 8}Z", "#6b4526")
            for y, columns in ((44, range(7, 57, 8)), (33, range(7, 57, 8)), (22, (7, 15, 23, 31)))
            for x in columns
        ),
    ),
    "a bat": ("#ffe08a", "#6d5ba8", 50, "bat"),
    "a robot": (ROSE, "#c98a94", 54, "robot"),
    "a frog": ("#8fd3c1", "#3f9e7c", 50, "frog"),
    "a monkey": (MINT, "#7fa650", 52, "monkey"),
}
FRAMES = {"gold": ("#e0a92e", "#fff0b8"), "walnut": ("#6b4226", "#c79a6b"), "black": ("#26282c", "#8d939b")}


@cache
def framed(subject: str, frame: str) -> str:
    """The painting of a subject in its frame, 64 × 64 with the subject in the middle 54."""
    sky, ground, horizon, art = PAINTED[subject]
    wood, rim = FRAMES[frame]
    inside = art if art.startswith("<") else nested(art, 4, 4, 56)
    scene = f"{box(0, 0, 64, 64, sky)}{box(0, horizon, 64, 64 - horizon, ground)}{inside}"
    canvas = f'<svg x="5" y="5" width="54" height="54" viewBox="0 0 64 64">{scene}</svg>'
    return shaded(f"{box(0, 0, 64, 64, wood, 2)}{box(4, 4, 56, 56, rim)}{canvas}")
