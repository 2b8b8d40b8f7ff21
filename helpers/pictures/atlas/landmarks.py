"""A landmark of each country, on the ground of a 128 × 128 box, by day."""

from helpers.pictures.atlas.stage import DIAL, GLASS, GRASS, GRASS2, LAMP, LEAF, LEAF2, PAVE, WATER, WATER2
from helpers.pictures.pen import at, box, disc, flipped, line, many, oval, path, ring, star
from helpers.pictures.sprites import nested

STONE, STONE2, BRICK, DARK, SNOW = "#d9cdb4", "#b3a283", "#b5563c", "#3a3f55", "#f5f9ff"


def field(near=GRASS, far=GRASS2, top=100) -> str:
    """The ground: a far strip and a near one."""
    return box(0, top - 6, 128, 20, far) + path(f"M0 {top + 2}Q40 {top - 6} 128 {top + 2}V128H0Z", near)


def tree(x, foot, r=9) -> str:
    return (
        box(x - 1.5, foot - 8, 3, 8, "#7a5236")
        + disc(x, foot - 8 - r * 0.8, r, LEAF)
        + disc(x + r * 0.3, foot - 6 - r * 0.7, r * 0.6, LEAF2)
    )


def pine(x, foot, h=24) -> str:
    w = h * 0.34
    return path(f"M{x} {foot - h}L{x + w} {foot - h * 0.4}H{x - w}Z", LEAF) + path(
        f"M{x} {foot - h * 0.7}L{x + w * 1.2} {foot}H{x - w * 1.2}Z", LEAF2
    )


def palm(x, foot, h=40) -> str:
    top = foot - h
    fronds = "M0 0Q-12 -8 -17 4M0 0Q12 -8 17 4M0 0Q-6 -13 -15 -10M0 0Q6 -13 15 -10M0 0Q-8 2 -9 13M0 0Q8 2 9 13"
    return line(f"M{x} {foot}Q{x - 4} {foot - h / 2} {x} {top}", "#8a6238", 4) + at(
        line(fronds, LEAF2, 5) + line(fronds, LEAF, 2.500), x, top, h / 42
    )


def eaves(y, half, rise, fill, x=64) -> str:
    """A roof whose corners turn up."""
    return path(
        f"M{x - half} {y}Q{x - half * 0.6} {y - 2} {x - half * 0.45} {y - rise}H{x + half * 0.45}"
        f"Q{x + half * 0.6} {y - 2} {x + half} {y}Q{x + half * 0.7} {y + 5} {x} {y + 4}Q{x - half * 0.7} {y + 5} "
        f"{x - half} {y}Z",
        fill,
    )


def onion(x, foot, r, fill, tip="#e8b93c") -> str:
    """A pointed dome."""
    return path(
        f"M{x - r} {foot}Q{x - r * 1.35} {foot - r} {x - r * 0.4} {foot - r * 1.5}Q{x - 1} {foot - r * 1.75} {x} "
        f"{foot - r * 2.1}Q{x + 1} {foot - r * 1.75} {x + r * 0.4} {foot - r * 1.5}Q{x + r * 1.35} {foot - r} "
        f"{x + r} {foot}Z",
        fill,
    ) + box(x - 0.8, foot - r * 2.5, 1.6, r * 0.6, tip)


def arch(x, foot, w, h, fill) -> str:
    return path(
        f"M{x - w / 2} {foot}V{foot - h + w / 2}A{w / 2} {w / 2} 0 0 1 {x + w / 2} {foot - h + w / 2}V{foot}Z", fill
    )


def _wall():
    hills = path("M0 74Q24 40 52 68Q84 26 128 60V128H0Z", GRASS2) + path(
        "M0 96Q40 66 76 92Q104 70 128 88V128H0Z", GRASS
    )
    top = "M-4 84L24 62L52 78L92 44L132 66"
    body = line(top, STONE2, 15) + line("M-4 80L24 58L52 74L92 40L132 62", STONE, 8)
    teeth = '<path d="M-4 76L24 54L52 70L92 36L132 58" fill="none" stroke="#8f7f60" stroke-width="4" stroke-dasharray="4 3"/>'

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


def _colosseum():
    body = path("M12 108V58Q14 40 40 36L74 34Q112 36 116 62V108Q64 118 12 108Z", "#d8b98a")
    body += path("M74 34Q84 60 116 78V108Q64 118 12 108V62Q60 70 74 34Z", "#c9a472")
    inside = path("M18 52Q40 40 72 38Q70 56 40 60Q24 60 18 60Z", "#9a7a52")
    rows = "".join(
        many(lambda x, y=y, k=k: arch(x, y + k * abs(x - 64) * -0.03, 7, 13, "#6b4f36"), *range(20, last, 11))
        for y, last, k in ((74, 82, 1), (91, 114, 1), (108, 114, 1))
    )
    return (
        field("#e2cfa3", "#c8b384")
        + body
        + inside
        + rows
        + line("M14 78Q60 86 98 76M13 95Q64 103 116 94", "#b08a58", 2)
        + pine(120, 118, 40)
    )


def _eiffel():
    iron, dark = "#8a6a4c", "#6b4f38"
    legs = path("M60 12H68Q70 60 96 116H80Q72 92 64 92Q56 92 48 116H32Q58 60 60 12Z", iron)
    net = line(
        "M52 70L76 84M76 70L52 84M57 48L71 62M71 48L57 62M59 30L69 42M69 30L59 42M46 94L38 112M82 94L90 112", dark, 2
    )
    return (
        field()
        + legs
        + net
        + box(44, 84, 40, 5, dark)
        + box(52, 62, 24, 5, dark)
        + box(58, 24, 12, 4, dark)
        + (
            box(63, 2, 2, 12, dark)
            + arch(64, 116, 30, 25, GRASS2)
            + many(tree, (14, 116, 11), (114, 116, 11))
            + disc(64, 20, 2.5, LAMP)
            + many(
                lambda x, y: disc(x, y, 1.6, LAMP),
                (64, 36),
                (61, 50),
                (67, 56),
                (58, 74),
                (70, 74),
                (50, 94),
                (78, 94),
                (42, 108),
                (86, 108),
            )
        )
    )


def _pyramid_mexico():
    steps = "".join(
        path(f"M{8 + 7 * k} {112 - 10 * k}L{12 + 7 * k} {102 - 10 * k}H{116 - 7 * k}L{120 - 7 * k} {112 - 10 * k}Z", c)
        for k, c in enumerate(("#cbbf9d", "#bfb18c") * 3)
    )
    stairs = path("M48 112L57 52H71L80 112Z", "#e9dfc2") + "".join(
        line(f"M{50 + k * 1.2} {106 - 8 * k}H{78 - k * 1.2}", "#a8976f", 1.6) for k in range(7)
    )
    temple = box(50, 32, 28, 20, "#cbbf9d") + box(48, 30, 32, 5, "#e9dfc2") + box(60, 38, 8, 14, "#5b4a35")
    return field() + steps + temple + stairs + many(tree, (8, 122, 10), (120, 122, 10))


def _redeemer():
    hill = path("M0 128V110Q34 100 48 76H80Q96 102 128 112V128Z", LEAF2) + path(
        "M0 128V118Q40 112 64 116T128 120V128Z", GRASS
    )
    bay = box(0, 84, 128, 24, WATER) + path("M84 96Q96 60 108 66Q116 72 122 96Z", LEAF)
    man = path("M56 34H72L78 78H50Z", "#f2eee4") + path(
        "M10 36Q36 30 64 32Q92 30 118 36L118 42L74 46H54L10 42Z", "#f2eee4"
    )
    man += (
        line("M64 46V76M57 50L55 76M71 50L73 76", "#c9c2b2", 2)
        + disc(64, 24, 8, "#f2eee4")
        + path("M56 24Q64 8 72 24L70 30Q64 20 58 30Z", "#d8d0be")
    )
    return bay + hill + box(54, 76, 20, 12, "#8f8a80") + man


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


def _parthenon():
    marble, shade = "#f4ead6", "#cdbd9c"
    rock = path("M0 128V112L14 98H114L128 110V128Z", "#b9a27d") + path("M0 128V120L40 114L90 118L128 114V128Z", GRASS2)
    temple = box(16, 92, 96, 4, marble) + box(12, 96, 104, 5, shade) + box(20, 54, 88, 40, "#8d7a60")
    temple += "".join(box(19 + 11.5 * k, 54, 8, 38, marble) + box(25 + 11.5 * k, 54, 2, 38, shade) for k in range(8))
    return (
        rock
        + temple
        + box(14, 46, 100, 9, marble)
        + many(lambda x: box(x, 48, 3, 5, shade), *range(18, 110, 9))
        + path("M12 46L64 22L116 46Z", marble)
        + path("M28 43L64 27L100 43Z", shade)
    )


def _matterhorn():
    peak = path("M22 104L56 42Q62 16 70 14L78 30L112 104Z", "#8792a8") + path(
        "M70 14L78 30L112 104H74L64 70L72 40Z", "#667088"
    )
    peak += path("M56 42Q62 16 70 14L78 30L84 46L76 54L70 42L64 60L58 52L50 66L46 60Z", SNOW)
    hills = path("M0 106Q30 74 64 96T128 84V128H0Z", GRASS2) + path("M0 112Q50 96 128 110V128H0Z", GRASS)
    hut = (
        box(14, 98, 30, 20, "#8a5a36")
        + path("M8 100L29 82L50 100Z", "#5f3a22")
        + many(lambda x: box(x, 104, 7, 7, GLASS), 18, 33)
        + box(17, 111, 9, 2, "#e5383b")
        + box(32, 111, 9, 2, "#e5383b")
    )
    return (
        path("M0 100L24 56L46 100ZM84 100L108 50L128 90V100Z", "#a9b6cc")
        + peak
        + hills
        + hut
        + many(lambda x, f: pine(x, f, 26), (66, 118), (112, 120), (98, 116))
    )


def _fjord():
    cliffs = path("M0 92V18Q18 20 26 44Q42 60 50 92Z", "#5f7f6a") + path(
        "M128 92V10Q104 20 100 48Q84 66 76 92Z", "#6f8f76"
    )
    cliffs += (
        path("M0 18Q18 20 26 44L16 40L8 46L0 38ZM128 10Q104 20 100 48L110 40L118 46L128 36Z", SNOW)
        + path("M34 92L64 50L92 92Z", "#9fb5bd")
        + path("M54 64L64 50L73 63L66 60Z", SNOW)
    )
    fall = line("M106 38Q102 56 104 90", "#ffffff", 5)

    def cabin(x, fill):
        return (
            box(x, 92, 20, 15, fill)
            + path(f"M{x - 3} 94L{x + 10} 80L{x + 23} 94Z", "#3f3a3a")
            + box(x + 7, 96, 6, 7, GLASS)
        )

    boat = (
        path("M60 112H96L90 120H66Z", "#7a4a2c")
        + path("M78 78V110M78 80Q94 92 78 104Z", "#d8392b")
        + line("M78 78V112", "#5f3a22", 2)
    )
    return (
        cliffs
        + fall
        + box(0, 90, 128, 38, "#3f7fae")
        + line("M8 122H40M70 126H120M52 100H60", WATER2, 2)
        + box(0, 104, 54, 6, "#5f6f5a")
        + cabin(6, "#c43a2e")
        + cabin(30, "#e0a83a")
        + boat
    )


def _opera():
    def sail(x, y, w, h):
        return (
            path(
                f"M{x} {y}Q{x + w * 0.1} {y - h * 0.9} {x + w} {y - h}Q{x + w * 0.8} {y - h * 0.3} {x + w} {y}Z",
                "#fdfbf5",
            )
            + line(f"M{x} {y}Q{x + w * 0.1} {y - h * 0.9} {x + w} {y - h}", "#8f97a8", 1.5)
            + path(
                f"M{x + w} {y - h}Q{x + w * 0.8} {y - h * 0.3} {x + w} {y}L{x + w * 1.12} {y}Q{x + w * 1.02} {y - h * 0.5} {x + w} {y - h}Z",
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


def _tower_canada():
    city = many(
        lambda x, y, w: (
            box(x, y, w, 104 - y, "#7f8fae") + many(lambda r: box(x + 3, r, w - 6, 3, GLASS), *range(y + 5, 98, 8))
        ),
        (4, 72, 18),
        (24, 82, 14),
        (88, 66, 16),
        (108, 78, 16),
    )
    tower = (
        path("M60 112L62.500 44H65.500L68 112Z", "#c9ced8")
        + path("M56 112L62 70H66L72 112Z", "#aab2c2")
        + box(63, 4, 2, 30, "#e05545")
    )
    pod = (
        path("M50 42Q52 34 64 33Q76 34 78 42L74 48H54Z", "#e9edf4")
        + box(50, 40, 28, 4, GLASS)
        + oval(64, 27, 4, 2.5, "#e9edf4")
    )
    dome = path("M76 108Q80 88 98 88Q116 88 120 108Z", "#f2f4f8") + line(
        "M86 106Q90 92 98 90M110 106Q106 92 98 90", "#c3cad6", 1.5
    )
    lake = box(0, 108, 128, 20, WATER) + line("M8 116H40M60 122H96", WATER2, 2.5)
    leaf = at(
        path(
            "M0-10L1.8-6.6L3.8-7.7L3-3L5.3-5.3L6-4L8.8-4.4L7.8-1.6L9.2-.9L4.8 2.6L5.3 4.4L.6 3.8L.8 9H-.8L-.6 3.8L-5.3 4.4L-4.8 2.6L-9.2-.9L-7.8-1.6L-8.8-4.4L-6-4L-5.3-5.3L-3-3L-3.8-7.7L-1.8-6.6Z",
            "#d52b1e",
        ),
        33,
        70,
        1.1,
    )
    return city + tower + pod + dome + lake + box(32, 78, 2, 30, DARK) + box(22, 58, 22, 22, "#ffffff") + leaf


def _liberty():
    green, dark = "#6fc0a4", "#4a9a82"
    base = path("M40 116L44 92H84L88 116Z", "#d9c9a8") + box(46, 84, 36, 9, "#c0ad88") + box(30, 112, 68, 8, "#b5a07a")
    robe = (
        path("M52 86Q50 60 54 44H74Q78 62 76 86Z", green)
        + line("M58 50L56 84M64 48V84M70 52L72 84", dark, 2)
        + path("M70 44L80 50L82 62L72 60Z", dark)
    )
    arm = (
        line("M56 46Q48 36 47 22", green, 7)
        + box(43, 14, 8, 7, "#e8b93c")
        + path("M43 14Q47 2 51 14Z", "#ffb02e")
        + disc(47, 10, 2.5, LAMP)
    )
    head = disc(64, 36, 8, green) + "".join(
        line(f"M64 32L{64 + dx} {32 + dy}", green, 2.500)
        for dx, dy in ((-13, -5), (-9, -12), (-2, -15), (5, -14), (11, -9), (14, -2))
    )
    return (
        box(0, 100, 128, 28, WATER)
        + line("M4 124H28M98 124H124M104 110H120", WATER2, 2.5)
        + path("M14 124Q64 106 114 124Z", GRASS2)
        + base
        + arm
        + robe
        + head
        + line("M60 36h1M67 36h1", dark, 2)
    )


def _big_ben():
    gold, dark = "#d8b068", "#a97f42"
    hall = box(70, 82, 58, 34, gold) + many(
        lambda x: box(x, 88, 5, 20, GLASS) + path(f"M{x - 3} 82L{x + 2} 72L{x + 7} 82Z", dark), *range(76, 124, 10)
    )
    tower = box(36, 40, 28, 76, gold) + line("M43 66V114M50 66V114M57 66V114", dark, 2) + box(33, 36, 34, 26, dark)
    clock = disc(50, 49, 11, DIAL) + ring(50, 49, 11, "#3a3f55", 1.8) + line("M50 49V41M50 49L56 52", "#1c1c20", 2)
    roof = path("M35 36L44 20H56L65 36Z", "#4a5568") + path("M45 20L50 4L55 20Z", "#4a5568") + box(45, 22, 10, 8, LAMP)
    bus = (
        box(86, 100, 32, 20, "#d8232f", 2)
        + box(88, 103, 28, 5, GLASS)
        + box(88, 111, 28, 4, GLASS)
        + disc(93, 121, 3.5, DARK)
        + disc(111, 121, 3.5, DARK)
    )
    return field(GRASS, GRASS2, 114) + hall + tower + clock + roof + box(0, 118, 128, 10, PAVE) + bus


def _machu():
    back = (
        path("M0 92Q14 54 30 60Q44 70 50 92ZM84 92Q100 48 128 56V92Z", "#7fa58c")
        + path("M42 96Q56 20 68 14Q80 22 96 96Z", "#4f8a55")
        + path("M62 20L68 14L76 28Q70 44 72 66Q62 44 62 20Z", "#3a6f45")
    )
    terraces = "".join(
        path(f"M0 {86 + 9 * k}Q40 {80 + 9 * k} 84 {88 + 9 * k}T128 {86 + 9 * k}V128H0Z", c)
        for k, c in enumerate((GRASS, "#a89a7c", GRASS2, "#b8aa8c", GRASS))
    )

    def ruin(x, y, w, h):
        return (
            box(x, y, w, h, "#cfc2a3")
            + path(f"M{x} {y}L{x + w / 2} {y - 7}L{x + w} {y}Z", "#cfc2a3")
            + box(x + w / 2 - 2.5, y + 4, 5, h - 4, "#6b5f48")
        )

    return (
        back
        + terraces
        + ruin(8, 82, 20, 14)
        + ruin(34, 86, 18, 12)
        + ruin(98, 80, 20, 14)
        + nested("llama", 66, 84, 40)
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


def _halong():
    sea = box(0, 84, 128, 44, "#3fae9f") + line("M6 96H30M90 100H122M12 120H44M84 122H116", "#8fdccc", 2.5)

    def rock(x, w, h, c):
        return path(
            f"M{x} 88Q{x + w * 0.05} {88 - h} {x + w * 0.4} {86 - h}Q{x + w * 0.9} {90 - h} {x + w} 88Z", c
        ) + path(
            f"M{x + w * 0.1} {88 - h * 0.6}Q{x + w * 0.2} {88 - h} {x + w * 0.45} {86 - h}Q{x + w * 0.8} {88 - h} {x + w * 0.85} {88 - h * 0.6}Q{x + w * 0.5} {88 - h * 0.8} {x + w * 0.1} {88 - h * 0.6}Z",
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


LANDMARKS = {
    "china": _wall(), "japan": _fuji(), "south korea": _gate(), "india": _taj(), "italy": _colosseum(),
    "france": _eiffel(), "mexico": _pyramid_mexico(), "brazil": _redeemer(), "egypt": _pyramids(),
    "kenya": _savanna(), "greece": _parthenon(), "switzerland": _matterhorn(), "norway": _fjord(),
    "australia": _opera(), "canada": _tower_canada(), "united states": _liberty(), "united kingdom": _big_ben(),
    "peru": _machu(), "turkey": _mosque(), "vietnam": _halong(),
}  # fmt: skip

# what else is in the sky behind a landmark: nothing, a flight of birds, a balloon
_BIRDS = many(
    lambda x, y: line(f"M{x - 5} {y - 3}Q{x - 2} {y - 5} {x} {y}Q{x + 2} {y - 5} {x + 5} {y - 3}", DARK, 1.800),
    (14, 50),
    (26, 42),
    (10, 38),
)
_BALLOON = at(
    path("M-3 13L-10 0A11.500 11.500 0 1 1 10 0L3 13Z", "#e5383b")
    + path("M-2 13L-4 -1Q-4 -14 0 -17Q4 -14 4 -1L2 13Z", "#ffd43b")
    + box(-3, 15, 6, 5, "#8a5a36"),
    114,
    50,
    0.800,
)
FRAMES = ("", _BIRDS, _BALLOON)
