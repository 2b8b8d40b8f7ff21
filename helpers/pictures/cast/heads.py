"""Heads of animals without a face, in a box of 64 × 64: name -> (markup, where the face goes: x, y, share of the box)."""

from helpers.pictures.families.drawn import block, both, line, oval, path

INK = "#2b2233"


def nose(y: float, rx: float = 3, color: str = INK) -> str:
    return oval(32, y, rx, rx * 0.75, color)


def ear(x: float, y: float, r: float, color: str, inner: str) -> str:
    """A pair of round ears."""
    return both(oval(x, y, r, r, color) + oval(x, y, r * 0.6, r * 0.6, inner))


def beak(y: float, color: str, size: float = 5) -> str:
    return path(f"M{32 - size} {y - size / 2}Q32 {y - size} {32 + size} {y - size / 2}L32 {y + size}Z", color)


def turned(angle: float, x: float, y: float, markup: str) -> str:
    return f'<g transform="rotate({angle} {x} {y})">{markup}</g>'


WHISKERS = both(line("M12 42L1 39M12 46L2 48", "#fff", 1.4))
QUILLS = (
    "M32 2L38 9L46 4L48 13L57 12L55 21L63 24L58 31L64 38L56 43L59 52L50 53L48 61L40 57"
    "L32 63L24 57L16 61L14 53L5 52L8 43L0 38L6 31L1 24L9 21L7 12L16 13L18 4L26 9Z"
)
NECK_FEATHERS = (
    "M32 5C48 5 56 18 54 34Q53 48 47 52L43 47L40 55L36 50L32 57L28 50L24 55L21 47L17 52Q11 48 10 34C8 18 16 5 32 5Z"
)
WOOL = ((14, 32), (50, 32), (13, 46), (51, 46), (21, 57), (43, 57), (32, 59), (24, 15), (40, 15), (32, 8))

HEADS = {
    "albatross": (
        both(path("M24 36Q10 20 -4 18Q-3 26 2 30Q-1 33 2 37Q6 40 9 42Q9 47 14 49Q18 50 24 50Z", "@3b4252"))
        + path("M32 6C48 6 52 26 50 42C49 56 42 63 32 63C22 63 15 56 14 42C12 26 16 6 32 6Z", "@ffffff")
        + path("M25 32Q32 28 39 32L35 45Q32 49 29 45Z", "@ff9d76")
        + oval(32, 45, 3, 3, "#e0603a"),
        (32, 32, 0.58),
    ),
    "alpaca": (
        "".join(oval(x, y, 10, 10, "@f6e7cf") for x, y in WOOL)
        + both(path("M17 22Q6 8 10 -5Q20 0 24 16Z", "@e3c79a") + path("M17 17Q11 8 12 1Q18 5 20 14Z", "#f4b6a6"))
        + oval(32, 38, 19, 20, "@d9b483")
        + "".join(oval(x, y, 7, 6, "@fdf3e0") for x, y in ((24, 17), (40, 17), (32, 13)))
        + nose(40),
        (32, 39, 0.54),
    ),
    "axolotl": (
        both(
            line("M10 30L-1 18M8 37L-3 34M9 44L-1 52", "#d6336c", 6)
            + line("M12 29L4 20M9 37L2 35M10 44L4 49", "#ff8fb3", 2)
        )
        + oval(32, 38, 27, 21, "@ffb3cb"),
        (32, 38, 0.62),
    ),
    "beaver": (
        turned(28, 52, 52, oval(54, 47, 9, 16, "@4a3328") + line("M48 40L60 54M48 48L58 60M60 40L48 56", "#7b5a48", 1))
        + ear(13, 18, 7, "@7a4b30", "#4f2e1e")
        + oval(32, 36, 25, 24, "@9a623d")
        + oval(32, 47, 15, 11, "@d6aa80")
        + nose(39, 4)
        + block(26.5, 55, 5.2, 9, "#fff", 1, 'stroke="#b9b2a8" stroke-width=".8"')
        + block(32.2, 55, 5.2, 9, "#fff", 1, 'stroke="#b9b2a8" stroke-width=".8"'),
        (32, 36, 0.58),
    ),
    "bunny": (
        both(path("M20 26Q8 4 15 -2Q26 0 29 24Z", "@efe9f2") + path("M20 22Q13 7 16 3Q23 6 25 22Z", "#ff9fbe"))
        + oval(32, 40, 24, 22, "@f8f5fa")
        + nose(41, 2.6, "#ff6f91")
        + WHISKERS,
        (32, 39, 0.58),
    ),
    "capybara": (
        ear(15, 14, 6, "@8a5a34", "#5a3820")
        + block(9, 13, 46, 48, "@b3793f", 17)
        + block(15, 38, 34, 21, "@8f5a2f", 10)
        + both(oval(28, 41, 1.8, 2.4, "#4a2c16")),
        (32, 36, 0.58),
    ),
    "cat": (
        both(path("M8 32L8 5L29 18Z", "@f39c2d") + path("M12 24L12 12L22 18Z", "#ffb3b8"))
        + oval(32, 38, 26, 23, "@f7ab3a")
        + line("M32 16V24M25 17V22M39 17V22M7 36H13M51 36H57M8 43H13M51 43H56", "#c76a16", 2.4)
        + oval(32, 46, 13, 10, "#ffe3b5")
        + nose(41, 2.6, "#e8527a")
        + WHISKERS,
        (32, 38, 0.58),
    ),
    "chipmunk": (
        ear(15, 14, 7, "@b5652a", "#f0c090")
        + oval(32, 37, 26, 23, "@d98a45")
        + path("M28 15Q32 13 36 15L34 30H30Z", "#4a2c1a")
        + both(path("M10 26Q18 24 27 30L26 33Q16 28 7 32Z", "#fff3dc") + oval(17, 46, 11, 10, "#fff0d6"))
        + nose(41, 3),
        (32, 37, 0.56),
    ),
    "cockatoo": (
        "".join(turned(angle, 32, 26, path("M26 24Q25 4 34 -6Q40 8 37 24Z", "@ffd43b")) for angle in (-46, -22, 2, 26))
        + path("M32 14C48 14 55 28 54 46Q54 62 44 64H20Q10 62 10 46C9 28 16 14 32 14Z", "@fdfdfd")
        + beak(42, "@4b4f57", 6),
        (32, 40, 0.58),
    ),
    "dog": (
        oval(32, 37, 24, 23, "@d8a468")
        + both(path("M17 15Q2 14 1 34Q2 48 9 48Q15 44 16 30Z", "@7a4a2b"))
        + oval(32, 47, 15, 12, "#fff1dc")
        + nose(40, 4.5),
        (32, 37, 0.58),
    ),
    "eagle": (
        path("M4 64Q2 44 18 40H46Q62 44 60 64Z", "@5a3a26")
        + path(NECK_FEATHERS, "@ffffff")
        + path("M23 33Q32 27 41 33Q41 42 34 47Q32 48 30 46Q23 41 23 33Z", "@ffb703"),
        (32, 32, 0.6),
    ),
    "elephant": (
        both(oval(7, 30, 13, 18, "@8f9bab") + oval(7, 31, 8, 12, "#e7aebb"))
        + oval(32, 34, 22, 24, "@a5b1c1")
        + line("M41 46Q56 50 57 57Q57 62 52 60", "#8491a4", 9.5)
        + line("M41 46Q55 50 56 57Q56 61 52 60", "#9aa7b8", 7.5)
        + line("M47 45L45 52M53 49L49 54", "#7d8a9b", 1.2),
        (32, 34, 0.58),
    ),
    "fox": (
        both(path("M7 32L6 4L29 17Z", "@f0752b") + path("M11 20L11 10L21 17Z", "#4a2a20"))
        + path("M32 14C50 14 60 26 60 36C60 46 44 60 32 60C20 60 4 46 4 36C4 26 14 14 32 14Z", "@ff8b33")
        + both(path("M5 38Q18 32 25 42Q28 52 32 60Q16 58 5 42Z", "#fff4e6"))
        + nose(44, 3.6),
        (32, 37, 0.56),
    ),
    "frog": (
        both(oval(17, 22, 13, 13, "@4cc46a")) + oval(32, 40, 29, 21, "@5bd178") + oval(32, 51, 19, 9, "#c9f2b4"),
        (32, 34, 0.68),
    ),
    "hedgehog": (
        path(QUILLS, "@6d4a3a")
        + ear(13, 26, 5.5, "@c98d6b", "#8a5a44")
        + path("M32 24C37 17 50 19 51 34C52 48 42 56 32 58C22 56 12 48 13 34C14 19 27 17 32 24Z", "@ffdcb4")
        + nose(42, 3.6),
        (32, 37, 0.5),
    ),
    "koala": (
        both(oval(9, 20, 13, 13, "@9aa3b2") + oval(9, 21, 8, 8, "#f4d3de"))
        + oval(32, 38, 25, 23, "@a9b2c0")
        + oval(32, 40, 5, 7, "#3b3b4a"),
        (32, 38, 0.6),
    ),
    "lemur": (
        both(path("M10 26Q2 8 9 2Q20 6 24 18Z", "@8f949e") + path("M11 20Q8 9 11 7Q17 11 19 17Z", "#fff"))
        + oval(32, 37, 25, 23, "@aab0b9")
        + path("M32 22C44 16 54 26 52 38C51 50 42 58 32 59C22 58 13 50 12 38C10 26 20 16 32 22Z", "@ffffff")
        + both(oval(20.5, 33, 9.5, 10, "#33303b") + oval(20.5, 33, 7, 7.5, "#ffb703"))
        + path("M27 42H37L34 49H30Z", "#33303b"),
        (32, 37, 0.58),
    ),
    "manatee": (
        path("M32 8C48 8 56 20 56 34Q62 42 56 52Q48 62 32 62Q16 62 8 52Q2 42 8 34C8 20 16 8 32 8Z", "@8c97a0")
        + both(oval(22, 49, 14, 11, "@a9b4bb") + oval(27, 42, 1.8, 1.6, "#4b545c"))
        + both("".join(oval(x, y, 1, 1, "#5a636b") for x, y in ((14, 47), (17, 52), (20, 47)))),
        (32, 34, 0.56),
    ),
    "moose": (
        both(
            path("M20 22Q6 22 0 12Q-3 4 0 -4Q4 4 6 8Q5 0 9 -6Q11 3 13 9Q14 3 18 -2Q18 10 20 14Z", "@d9a860")
            + path("M16 28Q6 26 6 22Q14 20 20 24Z", "@6d4630")
        )
        + path("M32 12C45 12 50 21 49 34Q55 44 52 53Q46 63 32 63Q18 63 12 53Q9 44 15 34C14 21 19 12 32 12Z", "@8a5a3c")
        + oval(32, 50, 19, 12, "@a8754f")
        + both(oval(27, 43, 1.8, 2.2, "#3b2416")),
        (32, 37, 0.56),
    ),
    "owl": (
        both(path("M10 22L7 2L26 12Z", "@7a4d2e"))
        + path("M32 7C50 7 58 20 57 38C56 54 46 63 32 63C18 63 8 54 7 38C6 20 14 7 32 7Z", "@96633b")
        + both(oval(20.5, 31, 13, 13, "#f7e3c2"))
        + path("M18 52Q32 44 46 52Q42 62 32 62Q22 62 18 52Z", "#d9b184")
        + beak(40, "@ffa62b", 5),
        (32, 36, 0.6),
    ),
    "panda": (
        both(oval(12, 17, 10, 10, "#33303b"))
        + oval(32, 37, 26, 24, "@ffffff")
        + both(turned(24, 20, 34, oval(20, 34, 9, 11, "#33303b")) + oval(20.5, 33, 6, 6.8, "#fff"))
        + nose(43, 3.4),
        (32, 37, 0.58),
    ),
    "penguin": (
        path("M32 3C52 3 60 18 60 36C60 54 48 63 32 63C16 63 4 54 4 36C4 18 12 3 32 3Z", "@2f3a66")
        + path("M32 21C37 12 55 12 54 33C54 50 44 60 32 60C20 60 10 50 10 33C9 12 27 12 32 21Z", "@ffffff")
        + beak(40, "@ff9f1c", 5.5),
        (32, 36, 0.58),
    ),
    "pig": (
        both(path("M8 30Q2 8 6 5Q20 6 26 18Z", "@f77fa6"))
        + oval(32, 38, 26, 24, "@ffa9c4")
        + oval(32, 41, 9, 6, "@f5789f")
        + both(oval(28.5, 41, 1.6, 2.4, "#a33a5f")),
        (32, 38, 0.6),
    ),
    "shark": (
        path("M22 12Q30 -4 42 -3Q40 6 44 14Z", "@5b7fa6")
        + path("M32 6C50 6 60 22 60 38C60 54 48 62 32 62C16 62 4 54 4 38C4 22 14 6 32 6Z", "@6f96bf")
        + path("M8 44Q32 34 56 44Q52 62 32 62Q12 62 8 44Z", "#f4f8fb")
        + path("M14 46Q32 38 50 46Q46 58 32 58Q18 58 14 46Z", "#8c1c35")
        + path("M14 46L19 51L23 43.5L28 51L32 42.5L36 51L41 43.5L45 51L50 46Q32 38 14 46Z", "#fff"),
        (32, 31, 0.56),
    ),
    "shrimp": (
        line("M26 10Q20 -6 2 -4M38 10Q44 -6 62 -4", "#d9480f", 3)
        + path("M32 4C46 4 54 16 54 34C54 54 46 62 32 62C18 62 10 54 10 34C10 16 18 4 32 4Z", "@ff7a4d")
        + line("M12 24Q32 14 52 24M16 13Q32 6 48 13", "#ffd0b8", 3)
        + path("M26 8L32 -6L38 8Z", "@e8551f"),
        (32, 39, 0.58),
    ),
    "snake": (
        oval(32, 56, 28, 8, "@2f9e52")
        + oval(32, 49, 24, 8, "@3fb865")
        + line("M12 57H20M28 59H36M44 57H52M18 50H24M40 50H46", "#f4e04d", 3)
        + line("M32 38V50L28 55M32 50L36 55", "#e0264a", 2.4)
        + path("M32 -2C50 -2 56 12 54 24C52 38 42 45 32 45C22 45 12 38 10 24C8 12 14 -2 32 -2Z", "@4fca74")
        + line("M26 3L32 7L38 3", "#f4e04d", 3),
        (32, 22, 0.6),
    ),
    "tapir": (
        ear(13, 15, 7, "@33303b", "#e8e6ea")
        + path("M32 10C48 10 57 22 57 36C57 48 48 58 32 58C16 58 7 48 7 36C7 22 16 10 32 10Z", "@3d3a47")
        + path("M32 20C44 18 50 26 49 37C48 50 41 54 32 54C23 54 16 50 15 37C14 26 20 18 32 20Z", "@c9c6cf")
        + path("M26 36H38Q40 54 36 60Q32 63 28 60Q24 54 26 36Z", "@57535f")
        + both(oval(30, 59, 1.2, 1.4, "#1d1b22")),
        (32, 34, 0.52),
    ),
}
