"""Magazine covers: a head in the fashion of its era under the title."""

from functools import partial

from helpers.pictures.families.decade.finish import BLACK, ERAS, GLOW, WHITE
from helpers.pictures.kit.svg import box, disc, line, many, oval, path, ring, star

SKIN = ("#f2c9a0", "#c98f62", "#8a5a3a")


def _face(k, n) -> str:
    skin = SKIN[n % 3]
    eyes = many(lambda x: oval(x, 64, 3, 3.600, BLACK), 37, 51)
    return (
        path("M16 112Q18 92 44 90Q70 92 72 112Z", k.body)
        + box(37, 78, 14, 16, skin)
        + oval(44, 66, 18, 22, skin)
        + eyes
        + line("M39 77Q44 81 49 77", "#b03a3a", 2.500)
    )


def _heads(k) -> dict:
    """Era -> what lies behind the head, what goes over it."""
    return {
        "1900": (
            disc(44, 50, 22, "#6b4226"),
            oval(44, 46, 38, 8, k.dark)
            + path("M24 46Q26 30 44 30Q62 30 64 46Z", k.body)
            + path("M58 40Q74 12 84 26Q80 40 62 44Z", WHITE)
            + line("M60 42Q72 30 80 28", "#c9c0b0", 2),
        ),
        "1910s": (
            "",
            box(28, 22, 32, 26, BLACK, 2)
            + box(28, 40, 32, 6, k.trim)
            + box(18, 46, 52, 5, BLACK, 2)
            + line("M36 74Q44 70 52 74", "#3a241a", 5)
            + line("M30 74q4 4 8 0M50 74q4 4 8 0", "#3a241a", 2.500),
        ),
        "20s": (
            path("M22 80V56Q24 40 44 40Q64 40 66 56V80Q58 84 58 70H30Q30 84 22 80Z", BLACK),
            path("M23 60Q20 30 44 30Q68 30 65 60Q56 52 44 54Q32 52 23 60Z", k.body)
            + line("M24 54Q44 46 64 54", k.trim, 4)
            + disc(62, 50, 5, "#e5383b"),
        ),
        "30s": (
            "",
            path("M22 48Q26 26 38 30Q44 34 50 30Q64 26 66 48Z", k.dark)
            + path("M10 50Q44 36 78 50Q70 58 44 52Q18 58 10 50Z", k.dark)
            + line("M24 46Q44 38 64 46", BLACK, 5),
        ),
        "40s": (
            disc(44, 52, 23, "#3a241a"),
            path("M21 56Q20 30 44 30Q68 30 67 56Q56 44 44 44Q32 44 21 56Z", "#d8302f")
            + path("M44 34Q28 30 26 12Q42 14 44 34Q46 14 62 12Q60 30 44 34Z", "#d8302f")
            + disc(44, 34, 5, "#a81f24")
            + many(lambda x, y: disc(x, y, 2.5, WHITE), (30, 44), (38, 39), (50, 39), (58, 44), (32, 20), (56, 20))
            + path("M36 76Q44 84 52 76Q44 78 36 76Z", "#d8302f"),
        ),
        "50s": (
            path("M60 40Q84 44 78 84Q70 76 66 56Z", "#c8742a"),
            path("M25 58Q24 38 44 38Q66 38 63 58Q54 46 44 48Q32 46 25 58Z", "#c8742a")
            + line("M26 48Q44 38 62 48", k.body, 6)
            + path("M26 58L40 61Q40 70 34 70Q29 69 26 58ZM62 58L48 61Q48 70 54 70Q59 69 62 58Z", BLACK)
            + many(lambda x: oval(x, 65, 3, 2.500, WHITE), 35, 53),
        ),
        "60s": (
            path("M22 84Q14 18 44 14Q74 18 66 84Z", "#3a241a"),
            path("M25 60Q20 14 44 14Q68 14 63 60Q56 46 44 48Q32 46 25 60Z", "#3a241a")
            + line("M24 44Q44 34 64 44", k.body, 6)
            + many(lambda x: ring(x, 84, 5, k.body, 3), 24, 64),
        ),
        "70s": (
            many(lambda x, y, r: disc(x, y, r, "#2f1f18"), (44, 48, 34), (18, 60, 14), (70, 60, 14)),
            many(lambda x: disc(x, 64, 8, "#e8751a") + ring(x, 64, 8, "#f2d9a0", 2), 35, 53)
            + line("M43 63H45", "#f2d9a0", 2)
            + line("M26 50Q44 42 62 50", k.body, 5),
        ),
        "80s": (
            "",
            "".join(
                path(f"M{38 + 3 * i} 48L{24 + 9 * i} {18 - (2 - abs(i - 2)) * 6}L{46 + 3 * i} 46Z", "#ff3fa8")
                for i in range(5)
            )
            + path("M30 52Q44 42 58 52Q52 46 44 46Q36 46 30 52Z", "#ff3fa8")
            + box(26, 60, 36, 9, BLACK, 3)
            + line("M30 64H42", "#4ff0ff", 2),
        ),
        "90s": (
            path("M22 90Q20 46 44 42Q68 46 66 90Z", "#6b4226"),
            path("M24 54Q24 32 44 32Q64 32 64 54Z", k.body)
            + path("M12 60L24 48H64L76 60Q44 52 12 60Z", k.dark)
            + disc(44, 42, 5, k.trim),
        ),
        "two thousands": (
            "",
            "".join(
                path(f"M{26 + 7 * i} 52L{28 + 8 * i - 4} 28L{34 + 7 * i} 50Z", "#ffe27a" if i % 2 else "#b98a4a")
                for i in range(5)
            )
            + path("M25 56Q28 44 44 44Q60 44 63 56Z", "#b98a4a")
            + box(26, 60, 36, 8, "#b0d8f5", 4)
            + ring(62, 74, 3, k.trim, 2),
        ),
        "twenty tens": (
            disc(44, 32, 11, "#4a2f20"),
            path("M25 58Q26 42 44 42Q62 42 63 58Q56 48 44 48Q32 48 25 58Z", "#4a2f20")
            + path("M26 68Q28 94 44 94Q60 94 62 68Q54 76 44 74Q34 76 26 68Z", "#4a2f20")
            + line("M40 80H48", "#e0a090", 3),
        ),
        "today": (
            path("M20 92Q14 40 44 38Q74 40 68 92Z", "#ff8fc0"),
            path("M25 60Q24 40 44 40Q64 40 63 60Q56 48 40 50Q30 50 25 60Z", "#ff8fc0")
            + line("M22 66Q20 32 44 32Q68 32 66 66", WHITE, 5)
            + box(15, 58, 12, 20, k.body, 6)
            + box(61, 58, 12, 20, k.body, 6),
        ),
        "future": (
            disc(44, 62, 32, GLOW + "50"),
            path("M25 60Q24 36 44 36Q64 36 63 60Z", k.pale)
            + box(22, 56, 44, 15, "#0f3a4a", 7)
            + line("M28 63H60", GLOW, 3)
            + ring(44, 62, 32, GLOW, 2.500),
        ),
        "distant future": (
            oval(44, 46, 32, 34, k.body),
            oval(44, 56, 25, 33, "#7fe0b0")
            + many(
                lambda x, t: (
                    f'<ellipse cx="{x}" cy="62" rx="6" ry="10" fill="#12082f" transform="rotate({t} {x} 62)"/>'
                ),
                (34, 18),
                (54, -18),
            )
            + many(lambda x: disc(x, 58, 2, WHITE), 35, 55)
            + line("M40 82H48", "#2f8a6a", 2)
            + line("M34 28L26 10M54 28L62 10", "#7fe0b0", 3)
            + disc(26, 10, 5, k.trim)
            + disc(62, 10, 5, k.trim),
        ),
    }


PAPER = (
    "#ead9b0",
    "#e3cfa0",
    "#f0e2c0",
    "#d8e0d0",
    "#e6d2b0",
    "#ffe9b0",
    "#ffd0a0",
    "#f5d27a",
    "#3fd0e0",
    "#c9f07a",
    "#d9e6f5",
    "#f4f4f4",
    "#ffe0ef",
    "#123f52",
    "#1c0f3f",
)


def _cover(era, k) -> str:
    n = ERAS.index(era)
    behind, over = _heads(k)[era]
    ink = WHITE if n > 12 else k.dark
    title = box(5, 5, 78, 14, k.trim if n > 12 else "#c8202c" if n % 2 else k.dark, 1) + box(
        10, 9, 68, 6, WHITE if n <= 12 else BLACK, 1
    )
    text = line("M5 34H15M5 40H13M5 46H15", ink, 2.500) + line("M74 90H83M72 96H83M74 102H83", ink, 2.500)
    face = behind + _face(k, n) + over
    stars = star(76, 32, 8, "#ffd43b", 10, 0.7)
    inside = box(0, 0, 88, 112, PAPER[n]) + title + face + text + stars
    page = path("M112 8L116 12V122H24L20 118Z", "#c9c5bd")
    return (
        page
        + f'<svg x="20" y="6" width="92" height="112" viewBox="0 0 88 112" preserveAspectRatio="none">{inside}</svg>'
    )


ART = {era: partial(_cover, era) for era in ERAS}
