"""Products in another thing's form: the thing's drawing is the body, with the product's own legs, spout or lid."""

from PIL import Image

from helpers.pictures.families.blend.concepts import CONCEPTS, Concept
from helpers.pictures.families.blend.materials import contoured, kept
from helpers.pictures.kit.sprites import layer
from helpers.pictures.vocabulary import darker, lighter


def _body(concept: Concept, x: float, y: float, width: float, height: float) -> str:
    """The concept's drawing, stretched to this frame."""
    return (
        f'<svg x="{x}" y="{y}" width="{width}" height="{height}" viewBox="0 0 64 64" preserveAspectRatio="none">'
        f"{concept.art}</svg>"
    )


def _legs(*places: tuple[float, float, float], width: float = 8) -> str:
    """Wooden legs, each from a height down to another."""
    return "".join(
        f'<path d="M{x} {top}h{width}l-{width * 0.2} {bottom - top}h-{width * 0.6}z" fill="#8a5230" stroke="#4f2c18"/>'
        for x, top, bottom in places
    )


def _edge(color: str) -> str:
    return f'stroke="{darker(color, 0.45)}" stroke-width="2"'


def _cushion(concept: Concept, x: float, y: float, rx: float, ry: float) -> str:
    """A cushion in the colour of the concept's middle."""
    return (
        f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{concept.core}" {_edge(concept.core)}/><ellipse '
        f'cx="{x - rx * 0.3}" cy="{y - ry * 0.4}" rx="{rx * 0.4}" ry="{ry * 0.3}" '
        f'fill="{lighter(concept.core, 0.35)}"/>'
    )


def _armchair(c: Concept) -> str:
    arm = (
        f'<path d="M6 74q0 -14 14 -14t14 14v40h-28z" fill="{c.skin}" {_edge(c.skin)}/>'
        f'<ellipse cx="20" cy="76" rx="8.500" ry="9" fill="{c.flesh}" {_edge(c.skin)}/>'
    )
    front = f'<path d="M28 88h72v26h-72z" fill="{c.skin}" {_edge(c.skin)}/>'
    stripe = f'<path d="M34 100h60v9h-60z" fill="{c.flesh}"/>'
    return (
        f"{_legs((14, 112, 126), (106, 112, 126))}{_body(c, 13, 1, 102, 110)}{front}{stripe}"
        f'{_cushion(c, 64, 97 - c.seat[1], *c.seat)}{arm}<g transform="matrix(-1 0 0 1 128 0)">{arm}</g>'
    )


def _bench(c: Concept) -> str:
    plank = f'<path d="M3 {{y}}h122v9h-122z" fill="{{fill}}" {_edge(c.skin)}/>'
    posts = f'<path d="M12 62h7v22h-7zM109 62h7v22h-7z" fill="{c.skin}" {_edge(c.skin)}/>'
    legs = _legs((10, 94, 120), (38, 94, 112), (82, 94, 112), (110, 94, 120))
    seat = plank.format(y=79, fill=c.flesh) + plank.format(y=88, fill=c.skin)
    return legs + posts + _body(c, 4, 24, 59, 56) + _body(c, 65, 24, 59, 56) + seat


def _clock(c: Concept) -> str:
    ticks = "".join(
        f'<path d="M64 45v6" stroke="#222" stroke-width="3" transform="rotate({hour * 30} 64 68)"/>'
        for hour in range(0, 12, 3)
    )
    dial = f'<circle cx="64" cy="68" r="28" fill="#fff" stroke="#2b2430" stroke-width="4"/>{ticks}'
    hands = '<path d="M64 68V50M64 68L77 75" stroke="#222" stroke-width="4.500" stroke-linecap="round"/>'
    return f'{_body(c, 5, 5, 118, 118)}{dial}{hands}<circle cx="64" cy="68" r="3.500" fill="#e53935"/>'


def _table(c: Concept) -> str:
    top = f'<ellipse cx="64" cy="62" rx="55" ry="24" fill="{darker(c.skin, 0.3)}"/>{_body(c, 3, 30, 122, 58)}'
    cup = (
        '<ellipse cx="64" cy="41" rx="18" ry="6" fill="#e8e8ee" stroke="#777" stroke-width="1.500"/><path '
        'd="M52 20h24v12q0 8 -12 8t-12 -8z" fill="#fff" stroke="#777" stroke-width="1.500"/><path d="M76 24q10 -1 8 6'
        't-10 4" fill="none" stroke="#777" stroke-width="3"/><ellipse cx="64" cy="21" rx="12" ry="3.500" '
        'fill="#6b3a1e"/>'
        '<path d="M59 14q-4 -4 0 -8M67 14q-4 -4 0 -8" fill="none" stroke="#9a9aa6" stroke-width="2.500"/>'
    )
    return _legs((18, 68, 122), (102, 68, 122), (42, 80, 126), (78, 80, 126), width=9) + top + cup


def _lamp(c: Concept) -> str:
    glow = '<path d="M34 70L8 118H120L94 70z" fill="#fff0a8"/>'
    stand = (
        f'<path d="M60 70h8v46h-8z" fill="#c9a24a" stroke="#7a5a1a" stroke-width="1.500"/><path d="M38 123q2 -12 26 '
        f'-12t26 12z" fill="{c.skin}" {_edge(c.skin)}/>'
    )
    bulb = '<circle cx="64" cy="82" r="9" fill="#fffbe0" stroke="#e0b030" stroke-width="2"/>'
    chain = '<path d="M84 78v22" stroke="#7a5a1a" stroke-width="1.800"/><circle cx="84" cy="102" r="3" fill="#c9a24a"/>'
    return f"{glow}{stand}{bulb}{chain}{_body(c, 20, 2, 88, 80)}"


def _purse(c: Concept) -> str:
    strap = '<path d="M34 66Q30 6 64 6T94 66" fill="none" stroke="{}" stroke-width="{}"/>'
    clasp = (
        f'<path d="M40 60h48v9q0 6 -6 6h-36q-6 0 -6 -6z" fill="{c.skin}" {_edge(c.skin)}/><circle cx="64" cy="74" '
        f'r="7" '
        'fill="#ffd23f" stroke="#8a6410" stroke-width="2"/><circle cx="64" cy="74" r="2" fill="#8a6410"/>'
    )
    rings = "".join(
        f'<circle cx="{x}" cy="62" r="4.500" fill="none" stroke="#c9971f" stroke-width="3"/>' for x in (34, 94)
    )
    return strap.format("#3a2013", 9) + strap.format("#a5632f", 5.5) + _body(c, 10, 36, 108, 88) + clasp + rings


def _soap(c: Concept) -> str:
    pump = (
        '<path d="M60 14h8v32h-8z" fill="#aab4be" stroke="#59636d" stroke-width="1.500"/><path d="M34 8h42q4 0 4 '
        "5v5h-28"
        'q-10 0 -12 8h-8q0 -8 4 -11z" fill="#dfe5ea" stroke="#59636d" stroke-width="2"/><path d="M48 34h32v12h-32z" '
        'fill="#dfe5ea" stroke="#59636d" stroke-width="2"/><path d="M36 30q7 9 0 13q-7 -4 0 -13z" fill="#59b8f5"/>'
    )
    return f"{pump}{_body(c, 22, 42, 84, 82)}"


def _teapot(c: Concept) -> str:
    spout = f'<path d="M36 98Q16 92 14 66Q12 52 2 46L14 42Q28 50 28 62Q30 74 42 74z" fill="{c.skin}" {_edge(c.skin)}/>'
    handle = '<path d="M90 56Q124 46 121 76Q116 102 88 102" fill="none" stroke="{}" stroke-width="{}"/>'
    lid = (
        f'<path d="M44 46q2 -15 20 -15t20 15q-20 7 -40 0z" fill="{c.flesh}" {_edge(c.skin)}/>'
        f'<circle cx="64" cy="26" r="7" fill="{c.core}" {_edge(c.core)}/>'
    )
    foot = f'<path d="M46 112h36l6 11h-48z" fill="{c.skin}" {_edge(c.skin)}/>'
    ring = handle.format(darker(c.skin, 0.45), 12) + handle.format(c.skin, 8)
    return f"{ring}{spout}{foot}{_body(c, 24, 38, 80, 82)}{lid}"


def _tissues(c: Concept) -> str:
    paper = (
        '<path d="M40 62Q34 34 20 26Q38 26 44 10Q54 24 64 3Q74 22 90 8Q90 26 108 26Q94 36 88 62z" fill="#fff" '
        'stroke="#9fb0c0" stroke-width="2"/><path d="M54 56Q56 34 48 22M66 56Q68 32 66 18M78 56Q80 38 88 24" '
        'fill="none" '
        'stroke="#c3d0dc" stroke-width="2.500"/>'
    )
    slot = f'<ellipse cx="64" cy="62" rx="32" ry="7" fill="#241c24" stroke="{c.flesh}" stroke-width="2.500"/>'
    cover = '<path d="M40 62Q39 54 36 48L92 48Q89 56 88 62Q64 70 40 62z" fill="#fff"/>'
    return f"{_body(c, 8, 42, 112, 82)}{slot}{paper}{cover}"


PRODUCTS = {
    "armchair": _armchair,
    "bench": _bench,
    "clock": _clock,
    "coffee table": _table,
    "lamp": _lamp,
    "purse": _purse,
    "soap dispenser": _soap,
    "teapot": _teapot,
    "tissue box": _tissues,
}


@kept
def in_shape_of(product: str, concept: str, pixels: int) -> Image.Image:
    """The product in the concept's form as an RGBA layer of `pixels` × `pixels`."""
    return contoured(layer(PRODUCTS[product](CONCEPTS[concept]), pixels), 0.008)
