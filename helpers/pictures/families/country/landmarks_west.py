"""Landmarks of Europe and the Americas, on the ground of a 128 × 128 box, by day."""

from helpers.pictures.families.country.ground import DARK, SNOW, arch, field, pine, tree
from helpers.pictures.families.country.stage import DIAL, GLASS, GRASS, GRASS2, LAMP, LEAF, LEAF2, PAVE, WATER, WATER2
from helpers.pictures.kit.sprites import nested
from helpers.pictures.kit.svg import at, box, disc, line, many, oval, path, ring


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
            "M0-10L1.8-6.6L3.8-7.7L3-3L5.3-5.3L6-4L8.8-4.4L7.8-1.6L9.2-.9L4.8 2.6L5.3 4.4L.6 3.8L.8 9H-.8"
            "L-.6 3.8L-5.3 4.4L-4.8 2.6L-9.2-.9L-7.8-1.6L-8.8-4.4L-6-4L-5.3-5.3L-3-3L-3.8-7.7L-1.8-6.6Z",
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


WEST = {
    "italy": _colosseum(),
    "france": _eiffel(),
    "greece": _parthenon(),
    "switzerland": _matterhorn(),
    "norway": _fjord(),
    "united kingdom": _big_ben(),
    "mexico": _pyramid_mexico(),
    "brazil": _redeemer(),
    "canada": _tower_canada(),
    "united states": _liberty(),
    "peru": _machu(),
}
