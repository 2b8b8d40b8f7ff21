"""What a character is doing: where it stands, how it holds its arms and legs, and what is behind and in front of it.

Markup in the picture's box of 128 × 128. A character stands on the left at x = 36, its feet at y = 121; then its
right hand is at (64, 88) when held "out", at (66, 59) when "up" and at (61, 87) when in "front".
"""

from dataclasses import dataclass

from helpers.pictures.kit.sprites import nested
from helpers.pictures.kit.svg import at, box, flipped, line, oval, path

LARGE, SMALL = 0.88, 0.76
INK = "#2b2233"


@dataclass(frozen=True)
class Doing:
    """An activity: pose, place and size of the character, and markup behind and in front of it."""

    arms: str
    back: str = ""
    front: str = ""
    x: float = 36
    feet: float = 121
    scale: float = LARGE
    legs: str = "stand"


def _flipped(name: str, x: float, y: float, width: float) -> str:
    """Mirrored art at (x, y), `width` wide."""
    return flipped(nested(name, x, y, width), 2 * x + width)


NOTES = "".join(
    oval(x, y, 4.5, 3.5, color) + line(f"M{x + 4} {y}V{y - 14}L{x + 12} {y - 17}", color, 2.5)
    for x, y, color in ((92, 30, "#7048e8"), (108, 52, "#e8590c"), (74, 22, "#1c6dd0"))
)
RAIN = "".join(line(f"M{x} {y}l-3 10", "#5aa2e0", 2.5) for x, y in (
    (8, 50), (20, 84), (6, 100), (112, 46), (122, 70), (104, 78), (118, 102), (98, 108), (26, 60), (92, 56),
))  # fmt: skip
BURST = "".join(
    f'<g transform="rotate({angle} 90 38)">{line("M90 28V12", color, 4.5)}{oval(90, 6, 3.2, 3.2, color)}</g>'
    for angle, color in zip(range(0, 360, 30), ("#e5383b", "#ffb703", "#7048e8", "#1c9cf0") * 3, strict=True)
)
SNOWFLAKES = "".join(
    f'<g transform="translate({x} {y})">{line("M-6 0H6M-3 -5L3 5M3 -5L-3 5", "#4aa3e0", 2)}</g>'
    for x, y in ((14, 22), (112, 20), (108, 66), (92, 40))
)
CROSS = "M-2 -22h4v4h4v4h-4v4q7 3 5 12l3 14h-20l3 -14q-2 -9 5 -12v-4h-4v-4h4z"
PAWN = "M0 -20a6 6 0 0 1 4 10q0 8 6 16v6h-20v-6q6 -8 6 -16a6 6 0 0 1 4 -10z"
CHECKS = "".join(
    box(x + dx, y, 6, 5, "#2b2233" if (dx // 6 + row) % 2 else "#fff")
    for x in (66,) for row, y in enumerate((84, 89)) for dx in range(0, 54, 6)
)  # fmt: skip
FLAGS = "".join(
    box(10 + 9 * column, 8 + 8 * row, 9, 8, "#2b2233" if (column + row) % 2 else "#fff")
    for row in range(2) for column in range(12)
)  # fmt: skip
KEYS = "".join(
    box(78 + 13 * column, 68 + 12 * row, 10, 9, "#ff8c1a" if column == 2 else "#f4f6f8", 2)
    for row in range(4) for column in range(3)
)  # fmt: skip

IDLE = Doing("down", x=64)
DOINGS = {
    "blowing its nose": Doing(
        "face",
        path("M84 96L88 66Q98 74 100 60Q108 72 114 68L118 96Z", "#ffffff", 'stroke="#b9c4d0" stroke-width="1.500"')
        + box(76, 90, 46, 30, "@3aa6dd", 4)
        + oval(99, 92, 16, 3.5, "#1f6f9c")
        + "".join(oval(x, 119, 7, 5, "#ffffff", 'stroke="#b9c4d0"') for x in (66, 12)),
        x=40,
    ),
    "flying a kite": Doing("up", line("M66 59Q74 50 92 40", "#6b7280", 1.8) + nested("kite", 66, 0, 60)),
    "holding an umbrella in the rain": Doing(
        "up",
        RAIN,
        line("M71 86V14", "#5b3a24", 3)
        + path(
            "M14 38Q18 6 66 3Q114 6 118 38Q109 30 101 38Q92 30 84 38Q75 30 66 38Q57 30 48 38Q40 30 31 38Q23 30 14 38Z",
            "@e5383b",
        )
        + path("M48 38Q50 14 66 3Q82 14 84 38Q75 30 66 38Q57 30 48 38Z", "@ffd43b"),
        x=50,
        feet=124,
        scale=SMALL,
    ),
    "igniting a firework": Doing(
        "out",
        BURST
        + path("M90 52L101 70H79Z", "@1c6dd0")
        + box(82, 70, 16, 34, "@e5383b", 2)
        + line("M82 80L98 74M82 92L98 86", "#fff", 3.5)
        + line("M90 104V121", "#8a5a34", 3.5),
        line("M66 88L80 98", "#c79a5b", 3) + oval(80, 99, 4.5, 6, "#ff9f1c") + oval(80, 100, 2, 3.500, "#fff3b0"),
    ),
    "making a snowman": Doing(
        "front",
        path("M0 112Q64 100 128 112V128H0Z", "#ffffff")
        + nested("snowman", 60, 50, 68)
        + oval(68, 118, 8, 7, "@eaf2fb")
        + SNOWFLAKES,
    ),
    "playing a grand piano": Doing(
        "front",
        path("M62 70Q74 22 122 26L126 70Z", "@3a3d46")
        + line("M112 70L104 44", "#c9a227", 2)
        + path("M58 72H126V92H58Z", "@22242b")
        + box(50, 86, 40, 8, "#ffffff", 1)
        + "".join(box(53 + 5 * i, 86, 2.6, 5, "#22242b") for i in range(7))
        + line("M66 94V121M118 92V121", "#22242b", 6),
    ),
    "playing a guitar": Doing("play", NOTES, nested("guitar", 30, 54, 66)),
    "playing chess": Doing(
        "front",
        box(62, 94, 62, 6, "@a8683a", 2)
        + line("M70 100V121M116 100V121", "#7a4724", 5)
        + CHECKS
        + at(path(CROSS, "@fff6e0", f'stroke="{INK}" stroke-width="1"'), 78, 68, 1.25)
        + at(path(PAWN, "@33303b"), 94, 74, 0.9)
        + at(path(CROSS, "@33303b"), 111, 68, 1.25),
    ),
    "riding a car": Doing(
        "wheel",
        path("M78 92L90 66H94L86 94Z", "#9fd4f0", 'stroke="#5b6470" stroke-width="2"'),
        path("M4 112Q2 96 16 94H92Q116 94 124 106V114H4Z", "@f03e3e")
        + box(4, 110, 120, 9, "@c92a2a", 3)
        + line("M46 97V110M74 97V110", "#a61e1e", 1.8)
        + oval(120, 104, 4, 4, "#fff3b0")
        + "".join(oval(x, 115, 12, 12, "#2b2d33") + oval(x, 115, 5.5, 5.5, "#ced4da") for x in (28, 100)),
        x=52,
        feet=117,
    ),
    "riding a motorcycle": Doing(
        "wheel",
        line("M0 84H16M4 96H12M0 108H10", "#9aa3b2", 3.5),
        _flipped("motorcycle", 14, 34, 104),
        x=50,
        feet=100,
        scale=SMALL,
    ),
    "riding a unicycle": Doing(
        "wide",
        line("M64 88V104", "#6b7280", 5),
        "".join(
            f'<g transform="rotate({angle} 64 105)">{line("M64 88V122", "#adb5bd", 1.2)}</g>'
            for angle in range(0, 180, 36)
        )
        + '<circle cx="64" cy="105" r="18" fill="none" stroke="#2b2d33" stroke-width="6"/>'
        + '<circle cx="64" cy="105" r="14" fill="none" stroke="#e5383b" stroke-width="2.500"/>'
        + line("M56 101H72", "#f08c00", 4)
        + box(53, 83, 22, 6, "#7a3b2e", 3),
        x=64,
        feet=103,
        scale=SMALL,
    ),
    "running a marathon": Doing(
        "run",
        path("M0 106H128V128H0Z", "#d96c4a")
        + line("M0 113H128M0 121H128", "#fff", 1.8)
        + line("M10 8V106M118 8V106", "#6b7280", 5)
        + FLAGS
        + line("M2 62H16M0 76H14M4 90H18", "#9aa3b2", 3),
        x=62,
        legs="run",
    ),
    "serving ice cream": Doing(
        "out",
        box(74, 78, 50, 34, "@ffd6e7", 3)
        + "".join(box(74 + 10 * i, 78, 5, 34, "#ff8fb8") for i in range(5))
        + line("M78 80V48M120 80V48", "#adb5bd", 3)
        + "".join(
            path(f"M{70 + 14.5 * i} 36h14.500v12q-7 7 -14.500 0z", "#e5383b" if i % 2 else "#ffffff") for i in range(4)
        )
        + "".join(oval(x, 115, 8, 8, "#3b3f47") + oval(x, 115, 3, 3, "#dee2e6") for x in (86, 112)),
        path("M58 78H80L69 104Z", "@e0a458")
        + oval(64, 73, 9, 9, "@ff9ec4")
        + oval(75, 73, 9, 9, "@8fd694")
        + oval(69.5, 62, 9, 9, "@fff0c2")
        + oval(70, 52, 3.5, 3.5, "#d62839"),
    ),
    "sipping a latte": Doing(
        "front",
        line("M84 58q-6 -8 0 -15t0 -15M98 56q-6 -8 0 -15t0 -15M112 58q-6 -8 0 -15t0 -15", "#b9a48f", 4),
        '<circle cx="118" cy="88" r="10" fill="none" stroke="#1098ad" stroke-width="6"/>'
        + path("M66 68H120Q120 112 104 112H82Q66 112 66 68Z", "@22b8cf")
        + oval(93, 69, 27, 8, "#ffffff")
        + oval(93, 69, 23, 5.5, "#b9773f")
        + path("M93 73Q82 69 87 66.500Q91 65.500 93 68Q95 65.500 99 66.500Q104 69 93 73Z", "#fff3dc")
        + oval(93, 114, 32, 4.5, "#e9ecef", 'stroke="#adb5bd"'),
    ),
    "skating on ice": Doing(
        "wide",
        oval(64, 116, 62, 12, "#bfe6fb", 'stroke="#7cc4ec" stroke-width="2"')
        + line("M20 114q20 6 40 2M78 121q16 -2 28 -6", "#ffffff", 2.5)
        + SNOWFLAKES,
        x=62,
        feet=115,
        legs="skate",
    ),
    "staring at its reflection in a mirror": Doing(
        "down",
        line("M80 121L88 104M118 121L110 104", "#8a5a34", 5)
        + oval(98, 64, 29, 50, "@d9a32e")
        + oval(98, 64, 24, 45, "#d5ecf7"),
        x=34,
    ),
    "using a calculator": Doing(
        "front",
        box(70, 32, 52, 88, "@495468", 6)
        + box(76, 39, 40, 21, "#c5e8b7", 2)
        + "".join(line(f"M{x} 43h7v13h-7zM{x} 49.5h7", "#2f4f2a", 2.4) for x in (82, 92.5, 103))
        + KEYS,
    ),
    "walking a dog": Doing(
        "out",
        _flipped("dog", 66, 62, 60),
        line("M64 88Q84 104 104 90", "#e5383b", 2.8) + line("M100 87L109 92", "#e5383b", 4),
    ),
    "watching tv": Doing(
        "down",
        box(64, 100, 62, 7, "@8a5a34", 2)
        + line("M70 107V121M120 107V121", "#6b4226", 5)
        + nested("television", 60, 32, 70),
        x=34,
    ),
    "wielding a blue lightsaber": Doing(
        "up",
        "",
        line("M70 54L112 8", "#3fa9ff", 15, 'opacity=".45"')
        + line("M70 54L112 8", "#1c7ef0", 9)
        + line("M70 54L112 8", "#e8f6ff", 4)
        + line("M63 62L70 54", "#495057", 7),
    ),
    "writing a letter": Doing(
        "front",
        box(58, 98, 68, 6, "@a8683a", 2)
        + line("M66 104V121M118 104V121", "#7a4724", 5)
        + path("M66 97L74 62H112L108 97Z", "#fffdf5", 'stroke="#c9bfa8" stroke-width="1.500"')
        + line("M80 70H104M79 77H104M78 84H96", "#4a6fa5", 2.5)
        + box(80, 20, 42, 30, "@f7d9a8", 2, more='stroke="#b98d50" stroke-width="1.500"')
        + line("M81 22L101 38L121 22", "#b98d50", 2)
        + oval(101, 38, 5, 5, "#d62839"),
        path("M60 92L66 76L78 58L84 62L72 81Z", "@ffb703")
        + path("M60 92L66 76L72 81Z", "#f3d9b1")
        + oval(82, 59, 4, 4, "#ff8fa3"),
    ),
}
