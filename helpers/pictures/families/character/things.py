"""Fruit, food and other things without a face, in a box of 64 × 64: name -> (markup, where the face goes)."""

from math import cos, pi, sin

from helpers.pictures.kit.svg import both, box, line, oval, path, turned

# bodies that can also be dressed: name -> outline, behind it, on it, where the face goes
OUTLINES = {
    "avocado": (
        "M32 2C42 2 45 12 47 22C50 32 54 38 54 47C54 58 44 64 32 64"
        "C20 64 10 58 10 47C10 38 14 32 17 22C19 12 22 2 32 2Z"
    ),
    "bok choy": "M32 18C44 18 50 28 51 42C52 56 46 64 32 64C18 64 12 56 13 42C14 28 20 18 32 18Z",
    "cucumber": "M32 0C44 0 48 8 48 18V46C48 57 43 64 32 64C21 64 16 57 16 46V18C16 8 20 0 32 0Z",
    "daikon radish": "M32 12C46 12 51 20 50 32C49 44 42 54 36 62Q32 66 28 62C22 54 15 44 14 32C13 20 18 12 32 12Z",
    "eggplant": (
        "M32 8C42 8 45 16 46 24C47 32 54 38 54 48C54 58 44 64 32 64"
        "C20 64 10 58 10 48C10 38 17 32 18 24C19 16 22 8 32 8Z"
    ),
    "squash": (
        "M32 6C42 6 44 16 44 24C45 31 55 36 55 47C55 58 46 64 32 64C18 64 9 58 9 47C9 36 19 31 20 24C20 16 22 6 32 6Z"
    ),
}


def whole(outline: str, color: str, behind: str = "", front: str = "") -> str:
    return behind + path(OUTLINES[outline], color) + front


GARDEN = {
    "avocado": (
        whole(
            "avocado",
            "@3f7d2c",
            front=path(
                (
                    "M32 6C40 6 42 14 44 24C46 33 50 39 50 47C50 56 42 60 32 60"
                    "C22 60 14 56 14 47C14 39 18 33 20 24C22 14 24 6 32 6Z"
                ),
                "@d9ec8a",
            )
            + oval(32, 50, 8, 7, "@8a5327"),
        ),
        (32, 28, 0.44),
    ),
    "bok choy": (
        whole(
            "bok choy",
            "@f4fbea",
            both(path("M28 24Q4 26 0 12Q-2 0 10 1Q8 -5 18 -5Q30 -2 31 20Z", "@2f9447"))
            + path("M24 24Q18 2 32 -6Q46 2 40 24Z", "@45b05a")
            + line("M32 22V0M25 20L14 6M39 20L50 6", "#d9f5cf", 2),
            both(line("M19 32Q15 46 20 58", "#b9dca4", 2)),
        ),
        (32, 41, 0.5),
    ),
    "cucumber": (
        whole(
            "cucumber",
            "@4ea63c",
            front=both(line("M22 6V12M21 48V58M28 2V5", "#a7e08c", 2.4))
            + "".join(
                oval(x, y, 1.2, 1.2, "#2a6b22")
                for x, y in ((20, 16), (44, 16), (20, 40), (44, 40), (32, 7), (28, 56), (38, 57))
            ),
        ),
        (32, 26, 0.42),
    ),
    "daikon radish": (
        whole(
            "daikon radish",
            "@fdfdfb",
            both(path("M31 16Q12 14 9 -2Q12 -6 17 -3Q28 2 32 14Z", "@3fa34d"))
            + path("M26 15Q22 0 32 -7Q42 0 38 15Z", "@5cc264"),
            path("M32 12C44 12 50 18 50.500 26Q32 31 13.500 26C14 18 20 12 32 12Z", "#cdeaa5", 'opacity=".9"')
            + line("M17 47q5 2 8 1M40 52q-3 2 -7 1", "#c3cabd", 1.6),
        ),
        (32, 34, 0.5),
    ),
    "eggplant": (
        whole(
            "eggplant",
            "@8e5bc7",
            line("M32 6V-4", "#4f9a3c", 6),
            path("M32 4Q44 4 47 20Q40 16 38 22Q34 16 32 24Q30 16 26 22Q24 16 17 20Q20 4 32 4Z", "@58a944")
            + line("M17 44Q15 52 21 57", "#c9a6ee", 3),
        ),
        (32, 38, 0.5),
    ),
    "squash": (
        whole(
            "squash",
            "@f0a33a",
            line("M32 8L35 -3", "#7a6a2f", 6),
            both(line("M26 12Q27 24 18 36Q13 48 19 58", "#d17f1d", 1.8)),
        ),
        (32, 45, 0.5),
    ),
}


def _star(points: int, outer: float, inner: float, x: float = 32, y: float = 34) -> str:
    """A star's outline."""
    corners = [
        (x + r * sin(pi * i / points), y - r * cos(pi * i / points))
        for i, r in ((i, outer if i % 2 == 0 else inner) for i in range(2 * points))
    ]
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"


def spokes(count: int, markup: str, x: float, y: float) -> str:
    return "".join(turned(markup, 360 * i / count, x, y) for i in range(count))


PETAL = path("M25 28Q22 10 32 -5Q42 10 39 28Z", "@56b887", 'stroke="#2f7d57"') + path(
    "M29 6Q30 -1 32 -5Q34 -1 35 6Z", "#e8527a"
)
SOFT = 'stroke="{0}" stroke-width="9" stroke-linejoin="round"'
THINGS = GARDEN | {
    "bowl of ramen": (
        line("M44 2L30 22M52 4L36 22", "#9a6236", 2.6)
        + oval(32, 24, 29, 9, "@f3c55f")
        + line("M8 23q6 -7 12 0t12 0M30 27q6 -6 12 0M12 29q5 -5 10 0", "#fff0b5", 2.4)
        + oval(47, 21, 7, 5, "#fff")
        + oval(47, 21, 3.5, 2.5, "#ffa51f")
        + oval(20, 20, 6, 4, "#fff")
        + line("M18 20q2 -2 4 0", "#ff5d8f", 1.8)
        + path("M2 25Q32 38 62 25Q62 50 46 60V64H18V60Q2 50 2 25Z", "@d62839"),
        (32, 45, 0.46),
    ),
    "cup of boba": (
        line("M34 16L40 -6", "#e8527a", 6)
        + path("M12 12H52L48 60Q47 64 43 64H21Q17 64 16 60Z", "@d9a878")
        + "".join(oval(x, 60, 3.4, 3.4, "#33211a") for x in (21, 28, 36, 43))
        + "".join(oval(x, 54, 3.4, 3.4, "#33211a") for x in (24, 32, 40))
        + path("M9 9Q9 6 12 6H52Q55 6 55 9V15H9Z", "@fdf3e7"),
        (32, 33, 0.5),
    ),
    "dragonfruit": (
        "".join(
            turned(path("M25 18Q30 6 32 -4Q38 8 39 18Z", "@7cc444"), angle, 32, 38) for angle in (-32, 0, 32)
        )
        + oval(32, 38, 25, 25, "@e8337f")
        + "".join(
            f'<g transform="translate({x} {y}) rotate({turn})">{path("M-6 4Q-4 -6 0 -11Q4 -6 6 4Z", "@a4d65e")}</g>'
            for x, y, turn in ((8, 34, -75), (56, 34, 75), (12, 50, -115), (52, 50, 115), (32, 62, 180))
        ),
        (32, 38, 0.58),
    ),
    "durian": (
        line("M32 8V-3", "#7a5a2f", 7) + path(_star(16, 33, 24, 32, 35), "@9aa02c")
        + path(_star(14, 24, 20, 32, 35), "@b7bd45"),
        (32, 35, 0.56),
    ),
    "ice cream cone": (
        path("M12 36H52L32 66Z", "@e0a458")
        + line("M22 38L40 56M34 38L46 48M42 38L24 56M30 38L18 48", "#a86d2c", 1.8)
        + both(oval(14, 35, 8, 6, "@ff9ec4"))
        + oval(32, 22, 25, 22, "@ffaccd")
        + oval(32, 37, 9, 5, "@ff9ec4")
        + oval(32, -1, 5, 5, "@d62839"),
        (32, 21, 0.56),
    ),
    "jellyfish": (
        "".join(
            line(f"M{x} 40q-5 6 0 12t0 12", color, 4)
            for x, color in ((12, "#8f7bf0"), (22, "#b39bff"), (32, "#8f7bf0"), (42, "#b39bff"), (52, "#8f7bf0"))
        )
        + path(("M32 1C52 1 62 16 61 36Q60 46 54 41Q50 48 45 42Q39 49 32 42"
        "Q25 49 19 42Q14 48 10 41Q4 46 3 36C2 16 12 1 32 1Z"), "@a78bfa"),
        (32, 24, 0.56),
    ),
    "pinecone": (
        line("M32 6V-3", "#5f3d22", 6)
        + "".join(
            oval(x, y, 10, 8, color, 'stroke="#5a371c" stroke-width="1.5"')
            for y, xs, color in (
                (11, (25, 39), "@9a6537"), (20, (15, 49, 32), "@8a5a30"), (31, (9, 55), "@9a6537"),
                (42, (10, 54), "@8a5a30"), (53, (17, 47), "@9a6537"), (60, (32,), "@8a5a30"),
            )
            for x in xs
        )
        + oval(32, 37, 21, 21, "@b98552"),
        (32, 37, 0.52),
    ),
    "slice of pepperoni pizza": (
        path("M4 12Q32 0 60 12L36 63Q32 67 28 63Z", "@ffd24d", 'stroke="#e0a02c" stroke-width="1.5"')
        + path("M1 12Q2 4 10 3Q32 -6 54 3Q62 4 63 12Q60 18 54 14Q32 6 10 14Q4 18 1 12Z", "@c9803a")
        + "".join(oval(x, y, r, r, "@d9361e") for x, y, r in ((13, 20, 5.5), (51, 20, 5.5), (32, 56, 4.5))),
        (32, 29, 0.46),
    ),
    "snail": (
        path("M4 58Q4 64 12 64H58Q64 64 62 58Q56 52 48 54L20 52Z", "@c9c24e")
        + oval(46, 38, 18, 19, "@a8623a")
        + line("M46 38q4 -5 7 0q2 8 -7 9q-11 -1 -10 -12q3 -11 14 -10", "#6b3a1e", 3)
        + line("M12 14L6 -1M28 14L34 -1", "#b3ac3c", 4)
        + both(oval(6, -1, 3.500, 3.500, "#b3ac3c"), 40)
        + oval(20, 32, 20, 23, "@dcd667"),
        (20, 33, 0.5),
    ),
    "squid": (
        "".join(
            line(f"M{x} 44Q{x + bend} 54 {x + bend / 2} 64", "#d9487d", 5)
            for x, bend in ((14, -8), (23, -3), (32, 0), (41, 3), (50, 8))
        )
        + path("M32 -6L56 14Q48 22 44 20H20Q16 22 8 14Z", "@e0457f")
        + path("M32 -6C46 4 53 24 52 40Q50 52 32 52Q14 52 12 40C11 24 18 4 32 -6Z", "@f777a6"),
        (32, 31, 0.52),
    ),
    "starfish": (
        path(_star(5, 29, 16, 32, 35), "@ff8a3d", SOFT.format("#ff8a3d"))
        + oval(32, 5, 2, 2, "#ffd0a8")
        + oval(32, 12, 2, 2, "#ffd0a8")
        + both("".join(oval(x, y, 2, 2, "#ffd0a8") for x, y in ((4, 27), (14, 60), (10, 29)))),
        (32, 36, 0.48),
    ),
    "succulent": (
        "".join(
turned(PETAL, angle, 32, 30)
            for angle in (-80, 80, -52, 52, -24, 24, 0)
        )
        + path("M6 26H58V35H55L50 64H14L9 35H6Z", "@d2693a")
        + box(5, 25, 54, 9, "@e8834f", 2),
        (32, 48, 0.42),
    ),
    "sun": (
        spokes(12, path("M26 10L32 -5L38 10Z", "@ffa51f"), 32, 32) + oval(32, 32, 24, 24, "@ffd43b"),
        (32, 32, 0.58),
    ),
    "virus": (
        spokes(10, line("M32 14V2", "#2f8f4e", 4) + oval(32, 0, 5, 4, "#e0264a"), 32, 32)
        + oval(32, 32, 22, 22, "@58c27a")
        + "".join(oval(x, y, 2.600, 2.600, "#2f8f4e") for x, y in ((18, 20), (46, 20), (32, 13), (15, 40), (49, 40))),
        (32, 32, 0.54),
    ),
}  # fmt: skip
