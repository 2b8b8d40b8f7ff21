"""Tops of a mannequin: sleeves, body, collar, cuffs and buttons."""

from dataclasses import dataclass

from helpers.pictures.families.fashion.garments import CLOTH, arms, edge_of, fabric, half, line_on, middle, trunk, tube


@dataclass(frozen=True)
class Cut:
    """A top's cut: `sleeve` from 0 to 2 (elbow at 1), height of the `hem`, width, neckline, ribbed cuffs and hem."""

    sleeve: float
    hem: float = 71
    ease: float = 2
    neck: str = "crew"
    rib: bool = False
    thick: float = 9.5


TOPS = {
    "t-shirt": Cut(0.9, thick=12),
    "polo shirt": Cut(0.9, neck="collar", thick=12),
    "button-down shirt": Cut(1.8, 74, neck="collar"),
    "flannel shirt": Cut(1.8, 75, 3, "collar"),
    "bomber jacket": Cut(1.7, 68, 5, "band", True, 12),
    "leather jacket": Cut(1.8, 69, 3, "lapels", thick=10.5),
    "turtleneck sweater": Cut(1.75, 72, 2.5, "high", True),
    "cardigan sweater": Cut(1.7, 78, 3, "open", True),
    "cropped sweater": Cut(1.7, 52, 4, "crew", True, 10.5),
    "pullover sweater": Cut(1.7, 72, 4, "crew", True, 11),
}
PATTERNED = ("t-shirt", "polo shirt", "button-down shirt", "turtleneck sweater", "cropped sweater", "pullover sweater")
NECKS = {  # how the upper edge is cut, from left to right
    "crew": "Q64 40 ",
    "open": "L64 62L",
    "lapels": "L64 56L",
}


def top(sex: str, pose: str, name: str, color: str, pattern: str, second: str) -> str:
    """SVG of a top. A second colour without a pattern is that of sleeves, collar and ribs."""
    cut, woven = TOPS[name], "plaid" if name == "flannel shirt" else pattern
    defs, fill = fabric(color, woven, second)
    two_tone = second != "none" and woven == "none"
    trim = second if two_tone else color
    edge, seam = edge_of(color), line_on(color)
    sleeve = CLOTH[second][0] if two_tone else fill if woven != "none" else middle(color, 0.33)
    out = [
        defs,
        tube(arms(sex, pose, cut.sleeve), cut.thick, sleeve, edge_of(trim), "butt" if cut.sleeve < 1 else "round"),
    ]
    if cut.rib:
        out.append(_cuffs(sex, pose, cut, trim))
    neck = f"{NECKS[cut.neck]}{64 + half(sex, 29):.1f} 29" if cut.neck in NECKS else ""
    body = trunk(sex, 29, cut.hem, cut.ease, neck)
    if cut.neck in ("open", "lapels"):
        out.append(f'<path d="{trunk(sex, 29, cut.hem - 3, 0, "Q64 39 76 29")}" fill="#f4f5f9" stroke="#9aa1ae"/>')
    out.append(f'<path d="{body}" fill="{fill}" stroke="{edge}" stroke-width="1.500" stroke-linejoin="round"/>')
    if cut.rib:
        out.append(_band(sex, cut.hem - (5 if cut.hem > 60 else 6), cut.hem, cut.ease - 0.5, trim))
    return "".join(out) + DETAILS[name](sex, cut, trim, seam, edge)


def _band(sex: str, y0: float, y1: float, ease: float, color: str) -> str:
    """A ribbed band around the trunk."""
    width = half(sex, y1) + ease
    ribs = "".join(f"M{64 + k * width / 6:.1f} {y0 + 0.5}V{y1 - 0.5}" for k in range(-5, 6))
    return (
        f'<path d="{trunk(sex, y0, y1, ease)}" fill="{CLOTH[color][1]}" stroke="{edge_of(color)}" '
        f'stroke-width="1.300"/>'
        f'<path d="{ribs}" stroke="{line_on(color)}" stroke-width=".9" opacity=".7"/>'
    )


def _cuffs(sex: str, pose: str, cut: Cut, color: str) -> str:
    whole, upper = arms(sex, pose, cut.sleeve), arms(sex, pose, cut.sleeve - 0.22)
    ends = (line.split("L")[-1] for line in whole.split("M")[1:])
    starts = (line.split("L")[-1] for line in upper.split("M")[1:])
    path = "".join(f"M{start}L{end}" for start, end in zip(starts, ends, strict=True))
    return tube(path, cut.thick - 1, CLOTH[color][1], edge_of(color), "butt")


def _flaps(color: str) -> str:
    """The two points of a shirt's collar."""
    look = f'fill="{CLOTH[color][0]}" stroke="{edge_of(color)}" stroke-width="1.400" stroke-linejoin="round"'
    return f'<path d="M58 25L64 32L57.500 39L50 31z" {look}/><path d="M70 25L64 32L70.500 39L78 31z" {look}/>'


def _buttons(heights, color: str, x: float = 64) -> str:
    fill = "#20222a" if color in ("white", "yellow", "beige", "pink") else "#fffdf4"
    return "".join(f'<circle cx="{x}" cy="{y}" r="1.500" fill="{fill}"/>' for y in heights)


def _stroke(path: str, color: str, width: float = 1.4) -> str:
    return f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linecap="round"/>'


def _ring(color: str) -> str:
    """A crew neck's rib."""
    return _stroke("M53 29.500Q64 40.500 75 29.500", edge_of(color), 5) + _stroke(
        "M53 29.500Q64 40.500 75 29.500", CLOTH[color][1], 3
    )


def _polo(sex, cut, trim, seam, edge):
    placket = f'<path d="M61 34h6v16h-6z" fill="{CLOTH[trim][0]}" stroke="{edge}" stroke-width="1.300"/>'
    return placket + _buttons((40, 46), trim) + _flaps(trim)


def _shirt(sex, cut, trim, seam, edge):
    placket = f'<path d="M61 34h6v{cut.hem - 34}h-6z" fill="{CLOTH[trim][0]}" stroke="{edge}" stroke-width="1.200"/>'
    return placket + _buttons((42, 50, 58, 66), trim) + _flaps(trim)


def _flannel(sex, cut, trim, seam, edge):
    pockets = "".join(
        f'<path d="M{x} 43h9v9l-4.500 2l-4.500 -2z" fill="none" stroke="{edge}" stroke-width="1.600"/>'
        for x in (49, 70)
    )
    return _stroke(f"M64 33V{cut.hem}", edge, 2) + pockets + _buttons((42, 50, 58, 66), "none") + _flaps(trim)


def _bomber(sex, cut, trim, seam, edge):
    collar = (
        f'<path d="M54 31Q53 25 58 25Q64 30 70 25Q75 25 74 31Q64 37 54 31z" fill="{CLOTH[trim][1]}" '
        f'stroke="{edge_of(trim)}" stroke-width="1.300"/>'
    )
    zipper = _stroke(f"M64 33V{cut.hem - 1}", "#20222a", 3.4) + _stroke(f"M64 33V{cut.hem - 1}", "#e8ebf0", 1.5)
    return collar + zipper + _stroke("M51 53L47 60M77 53L81 60", seam, 2.2)


def _leather(sex, cut, trim, seam, edge):
    look = f'fill="{CLOTH[trim][0]}" stroke="{edge}" stroke-width="1.400" stroke-linejoin="round"'
    lapels = (
        f'<path d="M57 25L64 56L50 45L53 41L47 39L52 28z" {look}/><path '
        f'd="M71 25L64 56L78 45L75 41L81 39L76 28z" {look}/>'
    )
    shine = _stroke(f"M{64 - half(sex, 48) + 1} 46Q{64 - half(sex, 52)} 54 {64 - half(sex, 56) + 1} 60", "#ffffff", 2.4)
    belt = f'<path d="{trunk(sex, 64, 69, 3)}" fill="{CLOTH[trim][1]}" stroke="{edge}" stroke-width="1.200"/>'
    buckle = '<rect x="59" y="63.500" width="8" height="6" fill="none" stroke="#e8ebf0" stroke-width="1.600"/>'
    zipper = _stroke("M64 56L60 64M72 52l6 3M50 56l6 -3", "#e8ebf0", 1.7)
    return lapels + f'<g opacity=".6">{shine}</g>' + zipper + belt + buckle


def _turtleneck(sex, cut, trim, seam, edge):
    roll = (
        f'<path d="M55 20Q64 24 73 20L75 31Q64 36 53 31z" fill="{CLOTH[trim][0]}" stroke="{edge_of(trim)}" '
        f'stroke-width="1.400"/>'
    )
    return roll + _stroke("M55 26Q64 30 73 26", line_on(trim), 1.6)


def _cardigan(sex, cut, trim, seam, edge):
    border = f"M{64 - half(sex, 29)} 29L64 62V78", f"M{64 + half(sex, 29)} 29L64 62"
    band = "".join(_stroke(path, edge_of(trim), 5.5) + _stroke(path, CLOTH[trim][1], 3.6) for path in border)
    pockets = _stroke(f"M{64 - half(sex, 66)} 65h9v8M{64 + half(sex, 66)} 65h-9v8", seam, 1.8)
    return band + pockets + _buttons((65, 70, 75), trim)


def _knit(sex, cut, trim, seam, edge):
    """Cables down the front."""
    cables = "".join(_stroke(f"M{x} 42q4 3 0 6q-4 3 0 6q4 3 0 6q-4 3 0 5", seam, 1.5) for x in (54, 64, 74))
    return f'<g opacity=".75">{cables}</g>' + _ring(trim)


DETAILS = {
    "t-shirt": lambda sex, cut, trim, seam, edge: _ring(trim),
    "polo shirt": _polo,
    "button-down shirt": _shirt,
    "flannel shirt": _flannel,
    "bomber jacket": _bomber,
    "leather jacket": _leather,
    "turtleneck sweater": _turtleneck,
    "cardigan sweater": _cardigan,
    "cropped sweater": lambda sex, cut, trim, seam, edge: _ring(trim),
    "pullover sweater": _knit,
}
