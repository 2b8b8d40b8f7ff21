"""Skeletons that fit the animals' art, in a 32 × 32 view box."""

from helpers.pictures.families.view.postures import COATS, blob, spot
from helpers.pictures.kit.svg import line, on_circle

BONE, HOLE = "#f2fbff", "#0b2a55"

# animal -> (skull x, y, radius, look), spine, tail, how deep the ribs are, legs, all as they lie in its sideways art
SIDE = {
    "capybara": ((8, 11.5, 5, "left"), ((13, 12), (18, 11), (24, 12), (29, 17)), "", 9,
                 "M15 17L12.500 22L12 29M17.500 18L16.500 23L16 29M27.500 17L25.500 22L26 29M28.500 17L28 23L27.500 "
                 "29"),
    "cougar": ((8.7, 10.5, 4.6, "front"), ((11.5, 15), (16, 14), (22, 13.500), (27, 16)), "M27 16Q30 17 29.300 22Q29 "
    "25 30.300 25.500", 6,
               "M12 17L10.500 22L10.500 29M14 17.500L14.500 23L14.500 29M25 16.500L22.500 22L23.500 29M27 17L25.500 "
               "23L26.500 29"),
    "eagle": ((13.5, 8, 4, "beak"), ((15.500, 12), (16.500, 17), (19.500, 22), (23, 26)), "M23 26L28.500 29.500", 6,
              "M17 23L15 27L14.500 30.500M20 24L18.500 28L18.500 30.500M18 14Q21 17 25 25"),
    "pangolin": ((6.5, 24.5, 2.8, "long"), ((9.5, 22), (14, 17.5), (20, 18), (24, 24)), "M24 24Q26 28 31 28.500", 7,
                 "M12.500 22L10.500 26L11 29.500M21.500 22L21 26L21.500 29.500"),
    "rabbit": ((7, 14.5, 4, "left"), ((11, 17), (16, 15), (22, 16), (27, 20)), "M27 20L29 16", 7,
               "M12 20L9.500 25L9 30M24.500 20L20 25L25 27.500L20 30.500M8 11L14 4.500M9.500 12L18 7.500"),
    "tiger": ((5.5, 14.500, 3.4, "left"), ((9, 17), (14, 17), (20, 17), (26, 18)), "M26 18Q28.500 22 27.500 26L30 "
    "27", 5,
              "M11 20L9.500 24L10 29.500M13 20.500L14 25L13 29.500M23 20L21.500 24.500L22 29.500M25 20L24 25L25.500 "
              "29.500"),
    "turtle": ((3.6, 25, 2.1, "left"), ((6, 25.500), (10, 19), (19, 18), (26, 25.500)), "M26 25.500L30.500 28.500", 7,
               "M9 26L7 29.500M13 25L11.500 30M22 25L20.500 30M25 26L25 30"),
}  # fmt: skip
# animal -> skull's middle, radius and look, shoulders, hips of the art that looks at us
FRONT = {
    "fox": (10.5, 5.4, "pointed front", 17, 26),
    "frog": (10, 6.2, "wide", 17, 26),
    "owl": (8.5, 6.4, "beak front", 17, 26),
    "panda": (10, 6.2, "front", 17, 26),
    "penguin": (13, 4.8, "beak front", 19, 27),
}


def _bones(path: str, width: float = 1.2) -> str:
    """Bones along a path, with a soft glow."""
    return line(path, BONE + "50", width * 2.2) + line(path, BONE, width)


def _skull(x: float, y: float, r: float, look: str) -> str:
    socket = r * 0.3
    if look == "wide":
        holes = "".join(spot(x + s * r * 0.62, y - r * 0.45, r * 0.4, HOLE) for s in (-1, 1))
        mouth = line(
            f"M{x - r * 0.8:.1f} {y + r * 0.35:.1f}Q{x} {y + r * 0.75:.1f} {x + r * 0.8:.1f} {y + r * 0.35:.1f}",
            HOLE,
            0.5,
        )
        bumps = "".join(spot(x + s * r * 0.62, y - r * 0.45, r * 0.56, BONE) for s in (-1, 1))
        return bumps + blob(x, y + r * 0.15, r * 1.1, r * 0.62, BONE) + holes + mouth
    if look == "beak front":
        holes = "".join(spot(x + s * r * 0.45, y - r * 0.05, r * 0.4, HOLE) for s in (-1, 1))
        beak = (
            f'<path d="M{x - r * 0.3} {y + r * 0.2}L{x} {y + r * 1.1}L{x + r * 0.3} {y + r * 0.2}Z" '
            f'fill="{BONE}" stroke="{HOLE}" stroke-width=".4"/>'
        )
        return blob(x, y - r * 0.1, r * 0.95, r * 0.75, BONE) + holes + beak
    if look == "pointed front":
        head = (
            f'<path d="M{x - r} {y - r * 0.5}Q{x} {y - r * 1.3} {x + r} {y - r * 0.5}L{x + r * 0.9} {y + r * 0.1}'
            f'L{x + r * 0.2} {y + r * 1.1}H{x - r * 0.2}L{x - r * 0.9} {y + r * 0.1}Z" fill="{BONE}"/>'
        )
        holes = "".join(blob(x + s * r * 0.45, y - r * 0.1, r * 0.25, r * 0.32, HOLE, turn=s * 30) for s in (-1, 1))
        return head + holes + blob(x, y + r * 0.9, r * 0.16, r * 0.12, HOLE)
    if look in ("front", "back", "top"):
        holes = "".join(spot(x + s * r * 0.42, y, socket, HOLE) for s in (-1, 1)) if look == "front" else ""
        holes += (
            f'<path d="M{x - 0.6} {y + r * 0.55}L{x} {y + r * 0.25}L{x + 0.6} {y + r * 0.55}Z" fill="{HOLE}"/>'
            if holes
            else ""
        )
        jaw = "" if look == "top" else blob(x, y + r * 0.62, r * 0.5, r * 0.42, BONE)
        if look == "front":
            holes += line(f"M{x - r * 0.3:.1f} {y + r * 0.82:.1f}h{r * 0.6:.1f}", HOLE, 0.4)
        return blob(x, y - r * 0.1, r * 0.85, r * 0.8, BONE) + jaw + holes
    long = {"left": 1.15, "beak": 1.5, "long": 2.0}[look]
    muzzle = (
        f'<path d="M{x} {y - r * 0.55:.2f}Q{x - r * long:.2f} {y - r * 0.3:.2f} {x - r * long:.2f} {y + r * 0.25:.2f}'
        f'L{x - r * 0.2:.2f} {y + r * 0.7:.2f}Z" fill="{BONE}"/>'
    )
    jaw = _bones(f"M{x - r * long * 0.85:.2f} {y + r * 0.62:.2f}L{x} {y + r * 0.95:.2f}", 0.8)
    return spot(x + r * 0.15, y, r * 0.72, BONE) + muzzle + jaw + spot(x - r * 0.1, y - r * 0.05, socket, HOLE)


def _spine(points: tuple, wide: float = 1.6) -> str:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    path = f"M{ax} {ay}C{bx} {by} {cx} {cy} {dx} {dy}"
    return _bones(path, wide) + (
        f'<path d="{path}" fill="none" stroke="{HOLE}" stroke-width="{wide * 0.6}" stroke-dasharray=".35 1.15"/>'
    )


def _at(points: tuple, t: float) -> tuple[float, float]:
    """A point of the Bézier curve through four control points."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return tuple(sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))


def _shell(x: float, y: float, rx: float, ry: float) -> str:
    """The plates of a turtle's shell."""
    hexagon = [(px, py) for px, py, _ in on_circle(6, rx * 0.52, x, y, 30, ry / rx)]
    rim = [(px, py) for px, py, _ in on_circle(6, rx * 0.97, x, y, 30, ry / rx)]
    spokes = "".join(f"M{a:.1f} {b:.1f}L{c:.1f} {d:.1f}" for (a, b), (c, d) in zip(hexagon, rim, strict=True))
    return _bones("M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in hexagon) + "Z" + spokes, 0.6)


def side(animal: str) -> str:
    """The skeleton in the animal's own art, from the side or from the front."""
    if animal in FRONT:
        y, r, look, shoulders, hips = FRONT[animal]
        return _upright(animal, y, r, shoulders, hips, look)
    (x, y, r, look), spine, tail, depth, legs = SIDE[animal]
    ribs = ""
    for k in range(6):
        px, py = _at(spine, 0.12 + 0.11 * k)
        ribs += f"M{px:.1f} {py:.1f}q-2.400 {depth * 0.5:.1f} -.4 {depth * (1 - abs(k - 2) * 0.09):.1f}"
    px, py = _at(spine, 0.95)
    return (
        (_bones(tail, 0.9) if tail else "")
        + (
            _bones(
                "M5.500 25.500Q6 15 15.500 15Q25 15 26 25.500M11 15.500L13 20H20L23 15.500M13 20L10 25M20 20L23 25", 0.6
            )
            if COATS[animal].back == "shell"
            else ""
        )
        + _bones(legs, 1.1)
        + _bones(ribs, 0.7)
        + _spine(spine)
        + spot(px, py + 0.8, 1.6, BONE)
        + _skull(x, y, r, look)
    )


def _upright(animal: str, y: float, r: float, shoulders: float, hips: float, look: str) -> str:
    bird = COATS[animal].back in ("wings", "flippers")
    ribs = "".join(
        f"M16 {shoulders + 1.5 * k:.1f}q{s * (4.6 - 0.3 * k):.1f} .2 {s * (4.2 - 0.4 * k):.1f} 2.600"
        for k in range(5)
        for s in (-1, 1)
    )
    arms = "".join(
        f"M{16 + s * 3.8} {shoulders}L{16 + s * (7 if bird else 4.8)} {shoulders + 5}"
        f"L{16 + s * (6 if bird else 3.4)} {shoulders + 11}"
        for s in (-1, 1)
    )
    legs = "".join(
        f"M{16 + s * 2} {hips}L{16 + s * (3 if bird else 7)} {hips + 0.5}L{16 + s * 3.2} {hips + 3.8}" for s in (-1, 1)
    )
    ears = COATS[animal].ears if look == "back" else ""
    fan = f"M15 {hips}L12.500 {hips + 5}M17 {hips}L19.500 {hips + 5}" if COATS[animal].tail == "fan" else ""
    tail = _bones(f"M16 {hips}V{hips + 4}{fan}", 0.9) if look == "back" else ""
    if COATS[animal].ears == "eyes" and look == "back":
        legs = "".join(f"M{16 + s * 3} 26.500L{16 + s * 11.5} 20.500L{16 + s * 10} 29.500" for s in (-1, 1))
    return (
        _bones(arms + legs, 1.1)
        + _bones(ribs, 0.75)
        + _spine(((16, y + r * 0.6), (16, shoulders), (16, hips - 3), (16, hips)))
        + blob(16, hips, 2.8, 1.4, BONE)
        + tail
        + _skull(16, y, r, look)
        + (_bones("M12 5L10.500 -1M20 5L21.500 -1", 0.7) if ears == "long" else "")
    )


def behind(animal: str) -> str:
    """The skeleton of the animal from behind."""
    small = COATS[animal].back in ("shell", "scales")
    bones = _upright(animal, 9.5, 3.4 if small else 5, 16, 26, "back")
    bones += _shell(16, 21, 8.4, 9.4) if COATS[animal].back == "shell" else ""
    return f'<g transform="translate(2.560 5.100) scale(.84)">{bones}</g>'


def above(animal: str) -> str:
    """The skeleton of the animal from above."""
    bird = COATS[animal].back == "wings"
    ribs = "".join(f"M16 {13 + 1.6 * k:.1f}q{s * 3.8:.1f} 0 {s * 3.6:.1f} 2.200" for k in range(5) for s in (-1, 1))
    limbs = "".join(
        f"M{16 + s} 13L{16 + s * 4.5} 12L{16 + s * 6} 15M{16 + s} 24L{16 + s * 5} 22.500L{16 + s * 6} 25.500"
        for s in (-1, 1)
    )
    if bird:
        limbs = "".join(
            f"M{16 + s} 13L{16 + s * 6} 11L{16 + s * 10} 12.500L{16 + s * 14} 12M{16 + s * 10} 12.500L{16 + s * 9} 17"
            for s in (-1, 1)
        )
    bones = (
        _bones(limbs, 1.1)
        + _bones(ribs, 0.75)
        + _spine(((16, 10), (16, 15), (16, 20), (16, 25)))
        + _bones("M16 25V29", 0.9)
        + blob(16, 24.5, 2.4, 1.3, BONE)
        + blob(16, 6, 1.5, 3, BONE)
        + _skull(16, 8.5, 3.8, "top")
    )
    bones += _shell(16, 19, 6.6, 7.8) if COATS[animal].back == "shell" else ""
    return f'<g transform="translate(2.880 1.800) scale(.82)">{bones}</g>'
