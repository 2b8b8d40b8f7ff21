"""Faces, in a box of 64 × 64 with the eyes at (20, 27) and (44, 27), and signs of a mood beside a head."""

from helpers.pictures.kit.svg import at, both, line, oval, path

INK, TEAR, BLUSH = "#2b2233", "#4fb3f6", "#ff6f91"
CHEEKS = both(oval(9, 39, 6, 4, BLUSH, 'opacity=".65"'))
EYES = both(oval(20, 27, 6, 8, INK)) + oval(18, 23.5, 2.2, 2.6, "#fff") + oval(42, 23.5, 2.2, 2.6, "#fff")
HEART = "M0 9C-13 0 -9 -10 -4 -9C-1 -9 0 -6 0 -5C0 -6 1 -9 4 -9C9 -10 13 0 0 9Z"
DROP = "M0 -9Q7 1 6 5A6 6 0 0 1 -6 5Q-7 1 0 -9Z"


FACES = {
    "calm": EYES + line("M24 43Q32 51 40 43", INK, 3) + CHEEKS,
    "happy": EYES
    + path("M15 39H49Q47 59 32 59Q17 59 15 39Z", "#6d1430")
    + path("M18 40H46L45 45H19Z", "#fff")
    + oval(32, 55, 8, 4, "#ff7b93")
    + CHEEKS,
    "laughing": both(line("M11 20L26 27L11 34", INK, 4.5))
    + path("M10 38H54Q52 64 32 64Q12 64 10 38Z", "#6d1430")
    + path("M13 39H51L49 45H15Z", "#fff")
    + oval(32, 59, 11, 5, "#ff7b93")
    + both(at(path(DROP, TEAR), 1, 30, 1.1, 40)),
    "crying": both(line("M11 13L24 8", INK, 3.5) + line("M12 22Q19 30 27 23", INK, 4))
    + both(path("M13 26H26L27 64H9Z", TEAR) + line("M19 30V60", "#cfeaff", 3))
    + path("M25 58Q32 36 39 58Q32 54 25 58Z", "#6d1430"),
    "cute": both(oval(18, 29, 11, 13, INK) + line("M8 20L3 15M12 16L9 10", INK, 2.6))
    + "".join(oval(x - 3, 23, 4.5, 5, "#fff") + oval(x + 4, 35, 2.6, 3, "#fff") for x in (18, 46))
    + line("M25 46Q28.5 51 32 46Q35.5 51 39 46", INK, 3)
    + both(oval(5, 46, 8, 5, "#ff5d8f", 'opacity=".8"')),
    "depressed": both(line("M9 17L25 10", INK, 4))
    + both(oval(20, 29, 9, 9, "#fff") + oval(20, 33, 5, 5, INK) + path("M10 29A10 10 0 0 1 30 29Z", "#6f6a8a"))
    + both(line("M12 41Q20 45 28 41", "#6f6a8a", 2))
    + line("M20 57Q32 44 44 57", INK, 4),
    "confused": oval(18, 28, 11, 11, "#fff", f'stroke="{INK}" stroke-width="2"')
    + oval(20, 27, 4, 4, INK)
    + oval(46, 30, 6, 6, "#fff", f'stroke="{INK}" stroke-width="2"')
    + oval(46, 29, 3, 3, INK)
    + line("M6 12Q16 3 27 10", INK, 4)
    + line("M38 21L54 18", INK, 4)
    + line("M17 54Q24 44 31 50Q38 56 47 45", INK, 4),
    "evil": both(path("M4 8Q-2 -8 5 -18Q8 -6 19 2Z", "#d11f3a") + line("M7 17L27 26", INK, 6))
    + both(path("M9 24L28 31Q20 40 11 34Z", "#ffe14d") + oval(20, 30.5, 2.6, 3.6, "#b00020"))
    + path("M8 39Q32 52 56 39Q52 61 32 61Q12 61 8 39Z", "#fff", f'stroke="{INK}" stroke-width="3"')
    + line("M20 44V58M32 46V61M44 44V58M11 49Q32 58 53 49", INK, 1.8),
    "lovestruck": at(path(HEART, "#f0184c"), 18, 27, 1.45)
    + at(path(HEART, "#f0184c"), 46, 27, 1.45)
    + path("M20 44H44Q43 58 32 58Q21 58 20 44Z", "#6d1430")
    + oval(32, 55, 6, 3, "#ff7b93")
    + CHEEKS,
    "scared": both(line("M6 14Q12 5 22 6", INK, 3))
    + both(oval(18, 27, 12, 13, "#fff", f'stroke="{INK}" stroke-width="2"') + oval(19, 28, 2.6, 2.6, INK))
    + path("M14 58Q14 43 32 43Q50 43 50 58L44 53L38 59L32 53L26 59L20 53Z", "#3b1024")
    + both(line("M2 -2V8M10 -6V3M18 -8V0", "#3f7fd6", 2.6)),
    "scary": both(path("M5 17Q16 14 29 28Q27 38 17 38Q5 36 5 17Z", "#150a14") + oval(19, 29, 3.6, 3.6, "#ff2038"))
    + path("M5 42Q32 50 59 42Q58 64 32 65Q6 64 5 42Z", "#150a14")
    + path("M8 44L14 56L20 46L26 59L32 47L38 59L44 46L50 56L56 44Q32 51 8 44Z", "#fff")
    + path("M18 64L23 57L28 65ZM36 65L41 57L46 64Z", "#fff"),
    "sleepy": both(line("M9 27Q18 36 28 28", INK, 4.5) + line("M12 31L9 35M18 33V38", INK, 2.4))
    + oval(32, 49, 6, 7, "#6d1430")
    + oval(45, 44, 8.5, 8.5, "#bfe6ff", 'opacity=".85" stroke="#5aaee0" stroke-width="1.5"')
    + oval(42, 41, 2, 2, "#fff"),
}
MOODS = tuple(mood for mood in FACES if mood != "calm")

CLOUD = path("M8 30A10 10 0 0 1 10 12A13 13 0 0 1 34 9A11 11 0 0 1 46 30Z", "#66708a") + "".join(
    at(path(DROP, "#3f8fe0"), x, y, 0.55) for x, y in ((14, 40), (27, 45), (40, 40))
)
BOLT = path("M22 2L6 30H18L12 52L36 20H23L32 2Z", "#ffd21f", 'stroke="#3a2a10" stroke-width="2.500"')
FIRE = path(
    "M22 50Q4 46 8 28Q12 34 15 32Q10 14 26 2Q24 16 33 22Q36 18 35 14Q46 30 38 42Q33 50 22 50Z", "#f0431f"
) + path("M22 50Q12 44 18 32Q24 36 24 26Q36 38 22 50Z", "#ffd84a")
BOW = (
    path("M24 20L2 6Q-2 20 2 34Z", "#ff3f80")
    + path("M24 20L46 6Q50 20 46 34Z", "#ff3f80")
    + oval(24, 20, 6, 8, "#c9125a")
)
# mood -> markup in a 48 × 52 corner and whether it may be mirrored (letters may not)
BESIDE = {
    "confused": (
        line("M12 16Q12 4 25 4Q38 4 38 15Q38 23 25 28V36", "#7048e8", 8) + oval(25, 47, 5, 5, "#7048e8"),
        False,
    ),
    "cute": (BOW, True),
    "depressed": (CLOUD, True),
    "evil": (FIRE, True),
    "laughing": (line("M6 12L18 22M26 4L30 18M4 32H18", "#ff8c1a", 5), True),
    "lovestruck": (at(path(HEART, "#f0184c"), 16, 34, 1.3) + at(path(HEART, "#ff5c8a"), 35, 14, 1.5), True),
    "scared": (at(path(DROP, "#3f8fe0"), 14, 18, 1.4, -20) + at(path(DROP, "#3f8fe0"), 36, 28, 1.0, -20), True),
    "scary": (BOLT, True),
    "sleepy": (line("M6 4H28L6 28H28", "#3b5bdb", 6) + line("M30 30H44L30 46H44", "#3b5bdb", 4.5), False),
}


def beside(mood: str, side: str) -> str:
    """What stands in an upper corner of a 128 × 128 picture of this mood."""
    if mood not in BESIDE:
        return ""
    markup, turns = BESIDE[mood]
    if side == "left":
        return f'<g transform="translate(4 4)">{markup}</g>'
    return f'<g transform="translate({124 if turns else 76} 4) scale({-1 if turns else 1} 1)">{markup}</g>'
