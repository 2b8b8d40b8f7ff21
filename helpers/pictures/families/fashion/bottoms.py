"""Bottoms of a mannequin: trousers and skirts, cut to its hips."""

from helpers.pictures.families.fashion.garments import ANKLE, CLOTH, CROTCH, edge_of, fabric, half, line_on

WAIST = 63
SKIRTS = ("bubble skirt", "mini skirt", "pleated skirt", "wrap skirt")


def bottom(sex: str, name: str, color: str) -> str:
    """SVG of trousers or a skirt in a colour."""
    defs, fill = fabric(color, "none", "none")
    waist, hip = half(sex, WAIST) + 1.5, half(sex, 72) + 1.5
    return defs + BOTTOMS[name](waist, hip, color, f'fill="{fill}" stroke="{edge_of(color)}" stroke-width="1.500"')


def _legs(waist, hip, knee, hem, inner, y, *, look) -> str:
    """Two legs to the height `y`: half the width at knee and hem, and the inner edge's distance from the middle."""
    left = f"L{64 - hip} 73L{64 - knee} 94L{64 - hem} {y}H{64 - inner}L64 {CROTCH}"
    right = f"L{64 + inner} {y}H{64 + hem}L{64 + knee} 94L{64 + hip} 73"
    return f'<path d="M{64 - waist} {WAIST}{left}{right}L{64 + waist} {WAIST}z" {look} stroke-linejoin="round"/>'


def _lines(path: str, color: str, width: float = 1.5) -> str:
    return f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{width}" stroke-linecap="round"/>'


def _jeans(waist, hip, color, look):
    thread = "#e8963c" if color not in ("orange", "gold", "yellow", "beige", "brown", "red") else "#fff4d6"
    cuffs = "".join(
        f'<path d="M{x} 108h15v7h-15z" fill="{CLOTH[color][0]}" stroke="{edge_of(color)}" stroke-width="1.500"/>'
        for x in (64 - hip + 0.5, 64 + hip - 15.5)
    )
    pockets = f"M{64 - hip + 1} 76Q56 77 55 68M{64 + hip - 1} 76Q72 77 73 68M64 69V{CROTCH}"
    sides = f"M{64 - hip + 4} 82V107M{64 + hip - 4} 82V107"
    legs = _legs(waist, hip, hip - 0.5, hip - 1, hip - 15, ANKLE, look=look)
    return legs + cuffs + _lines(f"{pockets}{sides}", thread, 1.6)


def _pleated_trousers(waist, hip, color, look):
    seam = line_on(color)
    creases = f"M56 72L54.5 {ANKLE}M72 72L73.5 {ANKLE}"
    pleats = "M52 72l2 8M76 72l-2 8"
    return (
        _legs(waist, hip + 2, hip - 1, hip - 4.5, 4, ANKLE, look=look) + _lines(creases, seam, 2) + _lines(pleats, seam)
    )


def _sweatpants(waist, hip, color, look):
    stripe = "#20222a" if color in ("white", "beige", "yellow", "pink", "gray") else "#ffffff"
    legs = _legs(waist, hip + 2, hip + 3.5, hip + 1, 2, 108, look=look)
    sides = _lines(f"M{64 - hip - 1} 76L{64 - hip - 0.5} 94L{64 - hip + 2} 107", stripe, 2.6)
    sides += _lines(f"M{64 + hip + 1} 76L{64 + hip + 0.5} 94L{64 + hip - 2} 107", stripe, 2.6)
    cuffs = "".join(
        f'<rect x="{x}" y="107" width="12" height="8" rx="2" fill="{CLOTH[color][1]}" stroke="{edge_of(color)}" '
        f'stroke-width="1.500"/>'
        for x in (64 - hip + 2, 64 + hip - 14)
    )
    return legs + sides + cuffs + _lines("M62 75Q58 84 60 90M66 75Q70 84 68 90", stripe, 1.8)


def _palazzo(waist, hip, color, look):
    folds = "M51 80L39 114M57 88L50 114M77 80L89 114M71 88L78 114M64 68V80"
    return _legs(waist, hip + 2, hip + 11, hip + 21, 6, 117, look=look) + _lines(folds, line_on(color))


def _shorts(waist, hip, color, look):
    pockets = f"M{64 - hip + 1} 76L54 70M{64 + hip - 1} 76L74 70M64 70V{CROTCH}"
    path = f"M{64 - waist} {WAIST}L{64 - hip} 73L{64 - hip - 3} 95H61.500L64 {CROTCH}L66.500 95"
    path += f"H{64 + hip + 3}L{64 + hip} 73"
    return f'<path d="{path}L{64 + waist} {WAIST}z" {look}/>' + _lines(
        f"{pockets}M{64 - hip - 2} 91h19M{64 + hip + 2} 91h-19", line_on(color)
    )


def _bubble(waist, hip, color, look):
    body = f"M{64 - waist} {WAIST}Q{64 - hip - 22} 72 {64 - hip - 14} 92Q{64 - hip - 8} 101 {64 - hip + 2} 99"
    body += f"H{64 + hip - 2}Q{64 + hip + 8} 101 {64 + hip + 14} 92Q{64 + hip + 22} 72 {64 + waist} {WAIST}z"
    gathers = "M54 74Q44 84 46 94M60 74Q56 86 57 95M68 74Q72 86 71 95M74 74Q84 84 82 94"
    band = f'<rect x="{64 - hip - 1}" y="96" width="{2 * hip + 2}" height="5.500" rx="2.500" fill="{CLOTH[color][1]}" '
    return (
        f'<path d="{body}" {look}/>{_lines(gathers, line_on(color))}{band}stroke="{edge_of(color)}" '
        f'stroke-width="1.500"/>'
    )


def _mini(waist, hip, color, look):
    body = f"M{64 - waist} {WAIST}L{64 - hip - 1} 74L{64 - hip - 2} 89"
    body += f"H{64 + hip + 2}L{64 + hip + 1} 74L{64 + waist} {WAIST}z"
    return f'<path d="{body}" {look}/>' + _lines(f"M{64 - hip - 1} 85.500H{64 + hip + 1}", line_on(color))


def _pleated_skirt(waist, hip, color, look):
    count, wide = 9, hip + 17
    hem = [64 - wide + 2 * wide * k / count for k in range(count + 1)]
    rim = [64 - waist + 2 * waist * k / count for k in range(count + 1)]
    zigzag = "".join(f"L{x} 101L{x + 2 * wide / count} 104" for x in hem[:-1])
    body = f"M{64 - waist} {WAIST}{zigzag}L{64 + waist} {WAIST}z"
    dark = "".join(f"M{rim[k]} {WAIST}L{hem[k]} 101L{(hem[k] + hem[k + 1]) / 2} 102.500z" for k in range(1, count))
    shadow = f'<path d="{dark}" fill="{line_on(color)}" opacity=".55"/>'
    return f'<path d="{body}" {look} stroke-linejoin="round"/>{shadow}'


def _wrap(waist, hip, color, look):
    under = f"M{64 - waist} {WAIST}L{64 - hip - 2} 74L{64 - hip - 4} 108H70L{64 + waist} {WAIST}z"
    over = f"M{64 - waist} {WAIST}L62 84Q66 98 58 112Q{64 + hip} 110 {64 + hip + 6} 104L{64 + hip + 1} 74"
    bow = f"M{64 - waist + 1} 73q-12 -7 -13 0q2 6 13 1M{64 - waist} 74l-8 14M{64 - waist + 1} 74l-1 16"
    shade = f'<path d="{under}" fill="{CLOTH[color][1]}" stroke="{edge_of(color)}" stroke-width="1.500"/>'
    front = f'<path d="{over}L{64 + waist} {WAIST}z" {look} stroke-linejoin="round"/>'
    return shade + front + _lines(bow, edge_of(color), 4) + _lines(bow, CLOTH[color][0], 2)


BOTTOMS = {
    "jeans": _jeans,
    "pleated trousers": _pleated_trousers,
    "sweatpants": _sweatpants,
    "palazzo pants": _palazzo,
    "shorts": _shorts,
    "bubble skirt": _bubble,
    "mini skirt": _mini,
    "pleated skirt": _pleated_skirt,
    "wrap skirt": _wrap,
}
