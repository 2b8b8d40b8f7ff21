"""Houses put together from roofs, windows and shops."""

from helpers.pictures.families.country.ground import DARK, eaves, onion
from helpers.pictures.families.country.stage import GLASS, LAMP, LEAF2
from helpers.pictures.kit.svg import box, disc, line, many, path

FOOT = 98  # y on which houses stand


def roof(kind, x, y, w, tiles) -> str:
    middle = x + w / 2
    if kind == "flat":
        return box(x - 2, y - 4, w + 4, 6, tiles)
    if kind == "gable":
        return path(f"M{x - 3} {y + 1}L{middle} {y - 20}L{x + w + 3} {y + 1}Z", tiles)
    if kind == "steep":
        return path(f"M{x - 3} {y + 1}L{middle} {y - 30}L{x + w + 3} {y + 1}Z", tiles) + line(
            f"M{middle} {y - 30}V{y - 34}", tiles, 2
        )
    if kind == "low":
        return path(f"M{x - 4} {y + 2}L{x + 4} {y - 9}H{x + w - 4}L{x + w + 4} {y + 2}Z", tiles) + "".join(
            line(f"M{x + k} {y - 7}V{y}", "#00000030", 1.5) for k in range(6, int(w) - 3, 5)
        )
    if kind == "mansard":
        dormers = many(
            lambda dx: box(middle + dx - 4, y - 13, 8, 10, "#e8e4da", 3) + box(middle + dx - 2.5, y - 11, 5, 8, GLASS),
            -10,
            10,
        )
        return (
            path(f"M{x - 1} {y + 1}L{x + 4} {y - 18}H{x + w - 4}L{x + w + 1} {y + 1}Z", tiles)
            + dormers
            + box(x + 5, y - 25, 5, 8, "#b5563c")
        )
    if kind == "upturned":
        return eaves(y, w * 0.62, 10, tiles, middle)
    if kind == "dome":
        return box(x - 1, y - 3, w + 2, 4, tiles) + onion(middle, y - 3, 10, tiles)
    if kind == "chimneys":
        return (
            path(f"M{x - 2} {y + 1}L{x + 6} {y - 14}H{x + w - 6}L{x + w + 2} {y + 1}Z", tiles)
            + box(x + 8, y - 24, 9, 13, "#8a4030")
            + many(lambda dx: box(x + dx, y - 27, 3, 4, "#d98a5a"), 9, 13)
        )
    if kind == "tower":
        return box(x + 5, y - 8, w - 10, 9, tiles) + box(middle - 1, y - 22, 2, 14, tiles)
    raise KeyError(f"no roof {kind!r}")


def windows(kind, x, y, w) -> str:
    """Rows of windows down to the ground floor."""
    out, rows = "", range(int(y) + 8, FOOT - 26, 19)
    for row in rows:
        for left in (x + 6, x + w - 16):
            if kind == "shutters":
                out += (
                    box(left, row, 9, 13, GLASS) + box(left - 4, row, 4, 13, LEAF2) + box(left + 9, row, 4, 13, LEAF2)
                )
            elif kind == "arched":
                out += path(f"M{left} {row + 14}V{row + 5}A5 5 0 0 1 {left + 10} {row + 5}V{row + 14}Z", GLASS)
            elif kind == "lattice":
                out += box(left - 1, row, 12, 12, LAMP) + line(
                    f"M{left + 3} {row}v12M{left + 7} {row}v12M{left - 1} {row + 6}h12", "#5b3a24", 1.5
                )
            elif kind == "framed":
                out += (
                    box(left - 2, row - 2, 13, 16, "#ffffff")
                    + box(left, row, 9, 12, GLASS)
                    + line(f"M{left + 4.5} {row}v12M{left} {row + 5}h9", "#ffffff", 1.5)
                )
            elif kind == "boxes":
                out += (
                    box(left - 1, row, 11, 11, GLASS)
                    + box(left - 3, row + 10, 15, 4, "#e5383b")
                    + box(left - 3, row + 13, 15, 2, LEAF2)
                )
            elif kind == "balcony":
                out += box(left, row - 1, 9, 14, GLASS) + line(
                    f"M{left - 3} {row + 13}h15M{left - 2} {row + 9}v4M{left + 2}"
                    f" {row + 9}v4M{left + 6} {row + 9}v4M{left + 11} {row + 9}v4",
                    "#2b2b30",
                    1.2,
                )
            elif kind == "grid":
                out += many(
                    lambda dx, dy, left=left, row=row: box(left + dx, row + dy, 5, 6, GLASS),
                    (-2, 0),
                    (5, 0),
                    (-2, 9),
                    (5, 9),
                )
            else:
                out += box(left, row, 9, 10, GLASS)
    return out


def ground_floor(sign, x, w) -> str:
    """The ground floor: a door and a shop."""
    y = FOOT - 22
    door = box(x + 4, y + 4, 10, 18, "#5b3a24", 1)
    shop = box(x + 17, y + 4, w - 21, 13, GLASS)
    if sign.startswith("awning"):
        light, dark = {
            "awning red": ("#ffffff", "#d8322b"),
            "awning green": ("#ffffff", "#2f8f4c"),
            "awning blue": ("#ffffff", "#2f6fc4"),
            "awning orange": ("#ffd54a", "#e8702a"),
        }[sign]
        return (
            door
            + shop
            + "".join(
                box(x + 1 + k * (w - 2) / 6, y - 3, (w - 2) / 6, 8, dark if k % 2 == 0 else light) for k in range(6)
            )
        )
    if sign == "upright":
        return (
            door
            + shop
            + box(x + w - 9, y - 34, 8, 32, "#d8322b")
            + many(lambda dy: box(x + w - 7, y - 31 + dy, 4, 4, LAMP), 0, 8, 16, 23)
        )
    if sign == "neon":
        return (
            door
            + shop
            + box(x + w - 10, y - 36, 9, 34, DARK)
            + many(
                lambda dy, c: box(x + w - 8, y - 33 + dy, 5, 6, c),
                (0, "#ff4fa0"),
                (9, LAMP),
                (18, "#3fe0e8"),
                (25, "#8fff6a"),
            )
            + box(x + 2, y - 4, w - 14, 7, "#2f6fc4")
        )
    if sign == "front":
        return (
            box(x, y, w, 22, "#2b2b30")
            + box(x + 4, y + 7, 10, 15, "#8a1f1c")
            + box(x + 17, y + 8, w - 21, 11, GLASS)
            + box(x + 3, y + 2, w - 6, 4, "#e8b93c")
        )
    if sign == "stall":
        return (
            door
            + shop
            + path(f"M{x + 10} {y + 2}H{x + w - 1}L{x + w + 2} {y + 9}H{x + 7}Z", "#e8a02c")
            + box(x + 12, y + 15, w - 14, 7, "#8a5a36")
            + many(lambda dx: disc(x + dx, y + 14, 3, "#e8702a"), 17, 24, 31)
        )
    return door + shop + box(x + 15, y - 4, w - 17, 6, "#27447a" if sign == "navy" else "#d8322b")
