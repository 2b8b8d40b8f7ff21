"""Ground, trees, and shapes that several buildings use."""

from helpers.pictures.families.country.stage import GRASS, GRASS2, LEAF, LEAF2
from helpers.pictures.kit.svg import at, box, disc, line, path

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
