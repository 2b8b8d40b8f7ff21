"""Landmarks of Asia, Australia and Africa, on the ground of a 128 × 128 box, by day."""

from helpers.pictures.families.country.ground import DARK, SNOW, STONE, STONE2, arch, eaves, field, onion, palm, pine
from helpers.pictures.families.country.stage import GLASS, GRASS, GRASS2, LAMP, LEAF, LEAF2, PAVE, WATER, WATER2
from helpers.pictures.kit.sprites import nested
from helpers.pictures.kit.svg import at, box, disc, flipped, line, many, path, star


def _wall():
    hills = path("M0 74Q24 40 52 68Q84 26 128 60V128H0Z", GRASS2) + path(
        "M0 96Q40 66 76 92Q104 70 128 88V128H0Z", GRASS
    )
    top = "M-4 84L24 62L52 78L92 44L132 66"
    body = line(top, STONE2, 15) + line("M-4 80L24 58L52 74L92 40L132 62", STONE, 8)
    teeth = (
        '<path d="M-4 76L24 54L52 70L92 36L132 58" fill="none" stroke="#8f7f60" stroke-width="4" '
        'stroke-dasharray="4 3"/>'
    )

    def tower(x, y, s):
        return at(
            box(-11, -20, 22, 36, STONE2)
            + box(-13, -24, 26, 7, STONE)
            + many(lambda k: box(-13 + k * 7.5, -29, 4, 6, STONE), 0, 1, 2, 3)
            + arch(0, 0, 8, 12, GLASS),
            x,
            y,
            s,
        )

    return hills + body + teeth + tower(24, 56, 0.9) + tower(92, 38, 1.1) + line("M6 128Q30 112 60 118", GRASS2, 4)


def _fuji():
    mount = path("M0 100L50 30Q64 24 78 30L128 100Z", "#5f7fb5") + path(
        "M50 30Q64 24 78 30L92 50L84 46L78 56L70 48L62 58L54 47L46 54L38 47Z", SNOW
    )
    gate = box(38, 72, 7, 52, "#d8392b") + box(83, 72, 7, 52, "#d8392b") + box(32, 82, 64, 6, "#d8392b")
    gate += path("M22 62Q64 70 106 62L104 73Q64 79 24 73Z", "#d8392b") + path(
        "M20 58Q64 67 108 58V64Q64 72 20 64Z", DARK
    )
    gate += box(60, 72, 8, 12, "#b02a1e") + box(36, 118, 11, 7, DARK) + box(81, 118, 11, 7, DARK)
    return mount + field(top=104) + gate


def _gate():
    wall = path("M14 122L20 84H108L114 122Z", STONE) + line(
        "M17 104H111M30 84V104M52 84V104M76 84V104M98 84V104", STONE2, 1.5
    )
    wall += arch(64, 122, 22, 28, "#4a4038")
    first = box(28, 62, 72, 22, "#b5362c") + many(lambda x: box(x, 64, 8, 18, "#2f8f6d"), 32, 46, 60, 74, 88)
    second = box(40, 34, 48, 16, "#b5362c") + many(lambda x: box(x, 36, 7, 12, LAMP), 45, 60, 75)
    return (
        field("#e6d9bb", PAVE)
        + wall
        + first
        + eaves(58, 56, 12, "#3f4a52")
        + line("M16 60Q64 66 112 60", "#2fa387", 3)
        + (second + eaves(30, 42, 13, "#3f4a52") + line("M28 32Q64 38 100 32", "#2fa387", 3))
    )


def _taj():
    white, grey = "#fbf7f2", "#ded3cf"
    mina = many(
        lambda x: (
            box(x - 3, 44, 6, 58, white)
            + box(x - 4.5, 58, 9, 3, grey)
            + box(x - 4.5, 78, 9, 3, grey)
            + onion(x, 44, 4.5, white)
        ),
        14,
        114,
    )
    body = box(28, 64, 72, 40, white) + box(48, 56, 32, 48, grey) + arch(64, 104, 20, 38, "#a99aa6")
    body += many(lambda x, y: arch(x, y, 9, 13, "#b9aab4"), (38, 82), (38, 101), (90, 82), (90, 101))
    dome = box(51, 48, 26, 10, white) + onion(64, 50, 17, white) + onion(40, 62, 7, white) + onion(88, 62, 7, white)
    water = path("M54 108H74L88 128H40Z", WATER) + path("M60 108H68L72 128H56Z", grey)
    return field() + mina + dome + body + box(6, 101, 116, 6, grey) + water + many(lambda x: pine(x, 122, 22), 30, 98)


def _halong():
    sea = box(0, 84, 128, 44, "#3fae9f") + line("M6 96H30M90 100H122M12 120H44M84 122H116", "#8fdccc", 2.5)

    def rock(x, w, h, c):
        return path(
            f"M{x} 88Q{x + w * 0.05} {88 - h} {x + w * 0.4} {86 - h}Q{x + w * 0.9} {90 - h} {x + w} 88Z", c
        ) + path(
            f"M{x + w * 0.1} {88 - h * 0.6}Q{x + w * 0.2} {88 - h} {x + w * 0.45} {86 - h}Q{x + w * 0.8}"
            f" {88 - h} {x + w * 0.85} {88 - h * 0.6}Q{x + w * 0.5} {88 - h * 0.8} {x + w * 0.1} {88 - h * 0.6}Z",
            LEAF,
        )

    rocks = (
        rock(74, 26, 34, "#7f968f")
        + rock(0, 36, 62, "#66807a")
        + rock(28, 22, 36, "#8aa09a")
        + rock(94, 36, 66, "#5f7a74")
    )
    junk = path("M34 106H94L86 120H42Z", "#7a4a2c") + line("M64 60V106M46 72V106M80 74V106", "#4a2f1c", 2)
    junk += many(
        lambda x, y, w, h: (
            path(f"M{x} {y}Q{x + w * 1.2} {y + h * 0.2} {x + w} {y + h}L{x} {y + h - 3}Z", "#e8702a")
            + line(
                f"M{x} {y + h * 0.33}L{x + w} {y + h * 0.4}M{x} {y + h * 0.66}L{x + w} {y + h * 0.7}", "#a8451a", 1.5
            )
        ),
        (64, 58, 17, 42),
        (45, 70, 14, 30),
        (80, 72, 13, 28),
    )
    return rocks + sea + junk + disc(92, 104, 2.2, LAMP)


def _opera():
    def sail(x, y, w, h):
        return (
            path(
                f"M{x} {y}Q{x + w * 0.1} {y - h * 0.9} {x + w} {y - h}Q{x + w * 0.8} {y - h * 0.3} {x + w} {y}Z",
                "#fdfbf5",
            )
            + line(f"M{x} {y}Q{x + w * 0.1} {y - h * 0.9} {x + w} {y - h}", "#8f97a8", 1.5)
            + path(
                f"M{x + w} {y - h}Q{x + w * 0.8} {y - h * 0.3} {x + w} {y}"
                f"L{x + w * 1.12} {y}Q{x + w * 1.02} {y - h * 0.5} {x + w} {y - h}Z",
                "#a9a6a8",
            )
        )

    bridge = line("M0 76Q34 34 70 76M0 70H80", "#6d7588", 4) + line(
        "M12 64V70M24 58V70M36 56V70M48 60V70M58 66V70", "#6d7588", 2
    )
    return (
        bridge
        + box(0, 100, 128, 28, WATER)
        + line("M6 114H34M50 122H90M96 110H122", WATER2, 2.5)
        + box(20, 94, 104, 10, "#b08a68")
        + box(26, 90, 94, 5, "#d8b48c")
        + (
            sail(24, 90, 22, 26)
            + sail(38, 90, 30, 46)
            + sail(58, 90, 34, 60)
            + flipped(sail(12, 90, 18, 30), 128)
            + many(lambda x: box(x, 96, 5, 4, GLASS), *range(28, 118, 10))
        )
    )


def _mosque():
    wall, dome, dark = "#e3d3c0", "#7f98ad", "#5f7a92"

    def minaret(x, top):
        return (
            box(x - 3, top, 6, 110 - top, "#efe5d8")
            + box(x - 5, top + 16, 10, 3, "#b8a894")
            + box(x - 5, top + 40, 10, 3, "#b8a894")
            + path(f"M{x - 4} {top}L{x} {top - 18}L{x + 4} {top}Z", dark)
        )

    def half(x, foot, r):
        return path(f"M{x - r} {foot}A{r} {r} 0 0 1 {x + r} {foot}Z", dome) + box(
            x - 0.8, foot - r - 7, 1.6, 8, "#e8b93c"
        )

    body = (
        box(22, 80, 84, 32, wall)
        + box(36, 66, 56, 16, wall)
        + many(lambda x: arch(x, 106, 8, 15, GLASS), 32, 46, 82, 96)
        + arch(64, 112, 16, 26, "#8a5a44")
        + many(lambda x: arch(x, 80, 5, 9, GLASS), 44, 54, 64, 74, 84)
    )
    return (
        field(PAVE, "#b8ae9a", 108)
        + minaret(14, 36)
        + minaret(114, 36)
        + minaret(30, 26)
        + minaret(98, 26)
        + half(64, 66, 26)
        + half(38, 80, 13)
        + half(90, 80, 13)
        + body
        + star(64, 28, 4, "#e8b93c")
    )


def _pyramids():
    def one(x, foot, h):
        w = h * 0.75
        return path(f"M{x - w} {foot}L{x} {foot - h}L{x + w * 0.35} {foot}Z", "#edc878") + path(
            f"M{x} {foot - h}L{x + w} {foot}H{x + w * 0.35}Z", "#c08f45"
        )

    sphinx = path("M58 122V112Q60 104 84 103L110 108L122 117V122Z", "#d39c52") + line("M96 120H120", "#a87535", 2)
    sphinx += path("M84 112L88 88Q98 76 108 88L112 112H104L103 104H93L92 112Z", "#3f78b8") + line(
        "M87 96H92M86 103H91M104 96H109M105 103H110", LAMP, 2
    )
    sphinx += path("M91 89Q98 84 105 89V98Q98 108 91 98Z", "#e0ae66") + line(
        "M95 93v.1M101 93v.1M96 100H100", "#5b3d1c", 1.800
    )
    return (
        field("#f2d795", "#e0bd72", 102)
        + one(96, 104, 48)
        + one(46, 108, 84)
        + one(12, 110, 34)
        + sphinx
        + palm(18, 126, 32)
    )


def _savanna():
    mount = path("M0 98L38 64Q46 48 54 50L60 40L66 48L72 44L80 54Q96 80 128 98Z", "#8b8fae") + path(
        "M46 54L54 50L60 40L66 48L72 44L80 54L72 58L66 54L60 60L54 56Z", SNOW
    )
    acacia = line("M94 116Q92 92 98 72M95 92Q84 80 78 74M96 88Q108 80 114 74", "#5f4230", 4)
    acacia += path("M58 74Q66 60 94 62Q124 58 128 72Q96 80 58 74Z", LEAF2) + path(
        "M66 68Q84 54 104 58Q120 60 122 66Q94 66 66 68Z", LEAF
    )
    return mount + field("#e6c765", "#c9a548") + acacia + nested("giraffe", 2, 50, 70)


EAST = {
    "china": _wall(),
    "japan": _fuji(),
    "south korea": _gate(),
    "india": _taj(),
    "vietnam": _halong(),
    "australia": _opera(),
    "turkey": _mosque(),
    "egypt": _pyramids(),
    "kenya": _savanna(),
}
