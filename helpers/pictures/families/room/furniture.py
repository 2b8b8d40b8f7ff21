"""Furniture, in a 128 × 128 view box with the floor from y = 88 down, unless another box is named."""

from helpers.pictures.kit.sprites import nested
from helpers.pictures.kit.svg import at, both, box, line, oval, path
from helpers.pictures.vocabulary import darker, lighter

CLOTH = {
    "red": "#d92632", "black": "#2b2e35", "white": "#fbfbf9", "gray": "#949ba3", "beige": "#e2c190",
    "olive": "#7c8426", "blue": "#3a7bd5", "pink": "#f58fb6", "green": "#3c9d5a", "yellow": "#f4c531",
    "purple": "#8660cf",
}  # fmt: skip
WALLS = {"teal": "#a9cfcb", "sand": "#dcc7a6", "lavender": "#c3bddc", "brick": "#cf9c86"}
FLOORS = {"oak": "#c58f57", "walnut": "#7e563b", "carpet": "#8593ab"}
HOURS = {"day": ("#8fd0f5", "#fff6c2"), "sunset": ("#ff9a62", "#ffe08a"), "night": ("#252f66", "#f4f1cf")}
FLAME = path("M0 0Q-9 -8 -3 -20Q0 -14 3 -17Q4 -24 1 -28Q12 -20 9 -8Q8 -2 0 0Z", "#ff8a1f") + path(
    "M1 0Q-5 -5 0 -12Q6 -8 4 -2Z", "#ffe066"
)


def shell(wall: str, floor: str) -> str:
    """Walls and floor."""
    boards = "".join(line(f"M0 {y}H128", darker(FLOORS[floor], 0.14), 0.8) for y in (97, 107, 118))
    skirting = box(0, 85, 128, 4, lighter(WALLS[wall], 0.65))
    return box(0, 0, 128, 88, WALLS[wall]) + skirting + box(0, 88, 128, 40, f"@{FLOORS[floor][1:]}") + boards


def window(hour: str, x: float, y: float, width: float, height: float) -> str:
    """A window and the view from it at this hour."""
    sky, light = HOURS[hour]
    town = "".join(
        box(x + share * width, y + height * top, width * 0.22, height * (1 - top), darker(sky, 0.35))
        for share, top in ((0, 0.62), (0.25, 0.75), (0.52, 0.55), (0.78, 0.7))
    )
    sun = oval(x + width * 0.66, y + height * 0.28, width * 0.15, width * 0.15, light)
    bars = line(f"M{x + width / 2} {y}v{height}M{x} {y + height / 2}h{width}", "#fff", 1.6)
    frame = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="none" stroke="#fff" stroke-width="2.600"/>'
    return box(x, y, width, height, sky) + sun + town + bars + frame


def armchair(color: str) -> str:
    """In a box of 40 × 40."""
    cloth = CLOTH[color]
    look = f'stroke="{darker(cloth, 0.35)}" stroke-width="1.2"'
    feet = box(7, 35, 3.5, 5, "#5b3a24", 1) + box(29.5, 35, 3.5, 5, "#5b3a24", 1)
    fill = f"@{cloth[1:]}"
    back = box(6, 2, 28, 30, fill, 8, more=look)
    seat = box(8, 22, 24, 9, f"@{lighter(cloth, 0.18)[1:]}", 3, more=look) + box(8, 29, 24, 7, fill, 2, more=look)
    return feet + back + seat + box(1.5, 16, 9, 21, fill, 4.5, more=look) + box(29.5, 16, 9, 21, fill, 4.5, more=look)


BRICKS = "".join(
    box(x, y, 8, 3.6, "#c2553a" if (x + y) % 3 else "#a8432c")
    for y in (62, 66, 70, 74, 78, 82)
    for x in range(40, 88, 9)
)
LEAVES = path("M0 0Q-9 -6 -5 -19Q5 -13 0 0Z", "@2f9e44") + line("M0 0Q-3 -8 -4 -16", "#b7e4a8", 0.8)
FROND = "M0 0Q-10 -16 -27 -11Q-16 -9 -13 -3Q-6 -5 0 0Z"
MOUNTS = {
    "above a traditional fireplace": box(38, 60, 52, 30, "#7d3020")
    + BRICKS
    + path("M50 90V76a14 11 0 0 1 28 0V90Z", "#241a18")
    + at(FLAME, 63, 90, 0.8)
    + box(33, 55, 62, 5, "@f2e3c6", 1)
    + box(35, 60, 58, 2.5, "#cdb893"),
    "above a modern fireplace": box(26, 57, 76, 32, "@f4f5f7", 1)
    + box(31, 65, 66, 16, "#15181d", 1)
    + "".join(at(FLAME, x, 80, 0.42) for x in (39, 49, 59, 69, 79, 89)),
    "above a coffee table": box(28, 70, 72, 6, "@a8683a", 2)
    + both(line("M35 76L32 90M62 76", "#7a4724", 4), 128)
    + box(54, 60, 14, 10, "#ffffff", 2)
    + line("M68 62q6 2 0 6", "#ffffff", 2)
    + line("M58 57q-2 -3 0 -5M64 57q-2 -3 0 -5", "#ffffff", 1.5),
    "above a sofa": box(25, 58, 78, 22, "@6d4a3a", 7)
    + box(30, 70, 34, 13, "@8a6250", 4)
    + box(64, 70, 34, 13, "@8a6250", 4)
    + both(box(19, 66, 13, 24, "@6d4a3a", 6), 128),
    "behind a ceiling fan": line("M64 0V14", "#3d3f46", 3)
    + both(
        path("M66 15L104 10Q110 14 104 20L66 18Z", "@8b5e3c") + path("M68 17L86 26Q86 31 79 30L65 19Z", "@6f472b"), 128
    )
    + oval(64, 16, 8, 5, "@d9b45a")
    + oval(64, 21, 5, 4, "#fff4c4"),
    "behind a ceiling lamp": line("M64 0V9", "#3d3f46", 2.5)
    + oval(64, 29, 15, 5, "#fff2a8", 'opacity=".6"')
    + path("M64 5Q79 9 81 26H47Q49 9 64 5Z", "@f08a24")
    + oval(64, 27, 7, 4, "#fff8cf"),
    "behind an indoor plant": "".join(
        f'<g transform="translate(64 76) rotate({angle}) scale({size})">{LEAVES}</g>'
        for angle, size in ((-78, 1.3), (80, 1.3), (-48, 1.5), (55, 1.5), (-15, 1.5), (20, 1.5))
    )
    + path("M52 74H76L73 92H55Z", "@d9703c")
    + box(50, 71, 28, 6, "@e88a55", 2),
    "behind an indoor palm": path("M84 88Q87 60 79 36L84 35Q93 60 91 88Z", "@8b6a42")
    + "".join(
        f'<g transform="translate(81 36) rotate({angle}) scale({flip} 1)">{path(FROND, "@3f9b3a")}</g>'
        for angle, flip in ((-20, 1), (15, 1), (45, 1), (20, -1), (-15, -1), (-45, -1))
    )
    + path("M76 78H100L97 92H79Z", "@f4f1ea"),
}


def bed(king: bool, color: str) -> str:
    """A bed seen from its foot."""
    half = 33 if king else 21
    cloth, wood = CLOTH[color], "@8a5a34"
    look = f'stroke="{darker(cloth, 0.3)}" stroke-width="1.2"'
    crown = path("M50 44Q64 28 78 44Z", wood) if king else ""
    head = crown + box(64 - half, 44, half * 2, 40, wood, 5)
    width = (half * 2 - 6) / (2 if king else 1)
    pillows = "".join(
        box(67 - half + index * width + 1, 62, width - 2, 12, "#ffffff", 4, more='stroke="#b9bec6" stroke-width="1.2"')
        for index in range(2 if king else 1)
    )
    quilt = path(f"M{65 - half} 74H{63 + half}L{66 + half} 112H{62 - half}Z", f"@{cloth[1:]}", look)
    fold = path(f"M{65 - half} 72H{63 + half}L{64 + half} 80H{64 - half}Z", lighter(cloth, 0.5), look)
    foot = box(61 - half, 106, half * 2 + 6, 12, wood, 3)
    return head + pillows + quilt + fold + foot


BOOKS = ("#e5383b #ffd43b #4dabf7 #51cf66", "#fff3d6 #b197fc #ff922b #4dabf7", "#51cf66 #e5383b #fff3d6 #ffd43b")
STANDS = {
    "nightstand": box(4, 78, 22, 28, "@a9713f", 2)
    + box(7, 82, 16, 9, "#8a5a30", 1)
    + box(7, 94, 16, 9, "#8a5a30", 1)
    + oval(15, 86.5, 1.6, 1.6, "#ffe29a")
    + oval(15, 98.5, 1.6, 1.6, "#ffe29a")
    + box(13.5, 66, 3, 12, "#6f7680")
    + path("M9 52H21L26 67H4Z", "@ffd75e"),
    "shelf": box(2, 42, 26, 66, "#7b4e2b", 1)
    + "".join(box(5, y, 20, 17, "#4d2f19") for y in (45, 66, 87))
    + "".join(
        box(x, y + 17 - height, 4, height, color)
        for y, books in zip((45, 66, 87), BOOKS, strict=True)
        for x, height, color in zip((6, 10.5, 15, 19.5), (14, 12, 15, 11), books.split(), strict=True)
    ),
    "chair": line("M6 76V108M24 76V108M9 78V98M21 78V98", "#5f3a20", 3)
    + box(5, 48, 4, 32, "#7b4a28", 1)
    + box(21, 48, 4, 32, "#7b4a28", 1)
    + box(5, 50, 20, 6, "@9a6236", 2)
    + box(5, 60, 20, 5, "@9a6236", 2)
    + box(3, 76, 24, 6, "@b5763f", 2),
}  # fmt: skip
BLADE = path("M-4 0Q-5 -24 0 -38Q5 -24 4 0Z", "@57b894") + line("M0 -4V-28", "#c9f2dd", 1)
ITEMS = {  # in a box of 50 × 66, its lower edge on the floor
    "aloe plant": path("M13 46H37L34 66H16Z", "@d2693a")
    + "".join(f'<g transform="translate(25 48) rotate({angle})">{BLADE}</g>' for angle in (-62, 62, -38, 38, -15, 15)),
    "cactus": path("M13 50H37L34 66H16Z", "@e0b04a")
    + line("M25 46V16", "#2f8f46", 13)
    + line("M22 36H9V26M28 32H41V20", "#2f8f46", 7)
    + line("M25 46V16M22 46V18M28 46V18", "#8bdc8f", 1)
    + oval(25, 9, 4, 4, "#ff5d8f"),
    "cat": nested("cat", 0, 18, 50),
    "fish tank": path("M4 42H46L43 66H7Z", "@6b4a35")
    + box(1, 8, 48, 35, "#7fd0f2", 3, more='stroke="#e8f6fd" stroke-width="3"')
    + path("M3 36H47V41H3Z", "#f0d48a")
    + nested("tropical-fish", 14, 12, 24)
    + line("M8 36Q4 28 9 20", "#2fa35a", 3),
    "guitar": '<g transform="rotate(-42 25 42)">' + nested("guitar", -4, 12, 58) + "</g>",
    "painting": line("M14 40L8 66M36 40L42 66", "#7a4a26", 4)
    + box(1, 8, 48, 44, "#e0a92e", 2)
    + box(5, 12, 40, 36, "#bfe3f7")
    + path("M5 48V38Q16 22 27 36Q36 28 45 38V48Z", "#4f9d53")
    + oval(35, 21, 5, 5, "#ff7043"),
    "telescope": nested("telescope", -2, 10, 56),
    "teddy bear": nested("teddy-bear", -2, 14, 54),
    "backpack": nested("backpack", -1, 15, 53),
}
LOFT = path("M0 0H128V16L92 0H36L0 34Z", "#efe6d8") + both(
    path("M0 34L36 0H44L0 42Z", "@6f472b") + line("M44 3H64", "#6f472b", 6), 128
)
