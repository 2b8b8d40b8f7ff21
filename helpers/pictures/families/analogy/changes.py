"""The changes of the lower panel, each drawn in a panel of 128 × 64."""

from helpers.pictures.families.analogy.exact_same import (
    ANIMALS,
    FRONT,
    LOOKS,
    NEAR,
    SUBJECTS,
    coat,
    silhouette,
    sketched,
    subject,
)
from helpers.pictures.kit.sprites import nested

DYES = {
    "red": "#e3262e",
    "pink": "#ff79bd",
    "violet": "#8338ec",
    "purple": "#8338ec",
    "blue": "#2581f0",
    "green": "#37b24d",
    "orange": "#ff8c1a",
    "yellow": "#ffd21f",
}
PHOTOS = {  # how a photo is toned -> its dark and its light
    "in grayscale": ("#101010", "#fafafa"),
    "colored pink": ("#8a0f55", "#ffc4e2"),
    "colored violet": ("#2f0d80", "#ccb0ff"),
    "colored blue": ("#03306f", "#a6d3ff"),
}
WORN = ("with sunglasses", "with headphones", "wearing a hat", "wearing a bow tie")
PATTERNS = ("with stripes", "with checkers", "with polka dots")
PICTURED = ("heart", "brain", "star", "smiley face", "cherry blossom", "blue strawberry")
LETTERED = ("gpt", "sgd")
CHANGES_OF_ANY = (
    "tiny",
    "in extreme close-up view",
    *(f"as a photo {tone}" for tone in PHOTOS),
    "as a photo reflected upside-down",
    "as a sketch",
    "as a postage stamp",
    "as a greeting card",
    "as a cell phone case",
)
CHANGES_OF_ANIMALS = (*CHANGES_OF_ANY, *(f"colored {dye}" for dye in ("red", "pink", "violet", "blue")), *WORN)
CHANGES_OF_THINGS = (
    *CHANGES_OF_ANY,
    "broken",
    *(f"colored {dye}" for dye in ("blue", "purple", "pink", "green", "orange", "yellow")),
    *PATTERNS,
    *(f"with a {picture}" for picture in PICTURED),
    *(f"with '{word}' written on it" for word in LETTERED),
)
CHANGES = {name: CHANGES_OF_ANIMALS if name in ANIMALS else CHANGES_OF_THINGS for name in SUBJECTS}
DESK = "#5d6b7c"
GROUNDS = {"sand": ("#f7ecd2", "#dcb980"), "mint": ("#d3f0dc", "#8fcba4"), "sky": ("#d4eafb", "#8dbbe0")}
GROUNDS["rose"] = ("#fbe3de", "#dba597")


def panel(name: str, look: str, marked: bool, right: bool, ground: str, change: str = "none", *, shift=(0, 0)) -> str:
    """SVG of a panel of 128 × 64: the subject on its ground, changed; `shift` moves it by (x, y)."""
    color = LOOKS[look]
    if change.removeprefix("colored ") in DYES:
        color = DYES[change.removeprefix("colored ")]
    worn = sketched(color) if change == "as a sketch" else coat(color)
    scene = _turned(subject(name, worn, marked) + _on(name, look, change), right) + _front(name, right, look, change)
    if change == "broken":
        scene = _broken(scene, worn.light)
    if change == "tiny":
        scene = f'<g transform="translate(44.800 40) scale(.35)">{scene}</g>'
    if change == "in extreme close-up view":
        x, y, nearer = NEAR[name]
        x = 128 - x if right else x
        scene = f'<g transform="translate({64 - nearer * x} {32 - nearer * y}) scale({nearer})">{scene}</g>'
    scene = f'<g transform="translate({shift[0]} {shift[1]})">{scene}</g>'
    return _shown(_ground(ground, change) + scene, change, right)


def _turned(markup: str, right: bool) -> str:
    return f'<g transform="matrix(-1 0 0 1 128 0)">{markup}</g>' if right else markup


def _ground(ground: str, change: str) -> str:
    if change == "as a sketch":
        strokes = "".join(f"M{x} 62l10 -7" for x in range(2, 124, 8))
        return f'<path d="M0 0h128v64H0z" fill="#faf8f2"/><path d="{strokes}" stroke="#9b9690" stroke-width="1.500"/>'
    wall, floor = GROUNDS[ground]
    return f'<path d="M0 0h128v64H0z" fill="{wall}"/><path d="M0 50h128v14H0z" fill="{floor}"/>'


def _on(name: str, look: str, change: str) -> str:
    """What is mirrored with the subject: an animal's clothes, a thing's pattern."""
    if change in WORN:
        return WORN_ART[change]
    if change in PATTERNS:
        ink = "#c92a3a" if look == "cream" else "#ffffff"
        return f'<clipPath id="front"><path d="{silhouette(name)}"/></clipPath><g clip-path="url(#front)" ' + (
            f'fill="{ink}" fill-opacity=".92">{PATTERN_ART[change]}</g>'
        )
    return ""


def _front(name: str, right: bool, look: str, change: str) -> str:
    """What is drawn or written on a thing; it is never mirrored."""
    picture, word = change.removeprefix("with a "), change.removeprefix("with '").removesuffix("' written on it")
    if picture not in PICTURED and word not in LETTERED:
        return ""
    x, y = FRONT[name]
    x = 128 - x if right else x
    if picture in PICTURED:
        return f'<g transform="translate({x} {y})"><circle r="16.500" fill="#fffdf8"/>{PICTURED_ART[picture]}</g>'
    stroke = f'<path d="{"".join(LETTERS[letter].format(x=k * 14 - 19) for k, letter in enumerate(word))}" fill="none"'
    ink, halo = ("#8c1420", "#fff6e0") if look == "cream" else ("#ffffff", "#16121a")
    return f'<g transform="translate({x} {y})" stroke-linejoin="round" stroke-linecap="round">' + (
        f'{stroke} stroke="{halo}" stroke-width="7.500"/>{stroke} stroke="{ink}" stroke-width="4"/></g>'
    )


def _broken(scene: str, color: str) -> str:
    """The subject in two pieces along a jagged line, and shards before it."""
    halves = (
        ("left", "M0 0H60L70 14L56 26L70 38L58 50L66 64H0Z", "translate(-9 3) rotate(-9 40 60)"),
        ("rest", "M128 0H60L70 14L56 26L70 38L58 50L66 64H128Z", "translate(9 3) rotate(10 90 60)"),
    )
    pieces = "".join(
        f'<clipPath id="{one}"><path d="{cut}"/></clipPath>'
        f'<g transform="{move}"><g clip-path="url(#{one})">{scene}</g></g>'
        for one, cut, move in halves
    )
    return pieces + f'<path d="M55 63l6 -12l7 12zM70 63l9 -7l3 7zM43 63l7 -6l2 6z" fill="{color}" stroke="#222"/>'


def _shown(scene: str, change: str, right: bool) -> str:
    """The panel itself, or what it is printed on."""
    if change.startswith("as a photo"):
        tone = PHOTOS.get(change.removeprefix("as a photo "))
        filtered = f'{_toned(*tone)}<g filter="url(#tone)">{scene}</g>' if tone else scene
        if change.endswith("upside-down"):
            filtered = f'<g transform="matrix(1 0 0 -1 0 64)">{scene}</g>'
        return f'{_desk()}<path d="M4 1h120v62H4z" fill="#fff"/>{_inset(filtered, 8, 4.5, 112, 55)}'
    if change == "as a sketch":
        return (
            f'<filter id="gray"><feColorMatrix type="saturate" values="0"/></filter><g filter="url(#gray)">{scene}</g>'
        )
    if change == "as a postage stamp":
        return f'{_desk()}<path d="M4 1h120v62H4z" fill="#fffdf6"/>{HOLES}{_inset(scene, 12, 7, 104, 50)}' + _turned(
            POSTMARK, right
        )
    if change == "as a greeting card":
        return _turned(CARD, right) + _inset(scene, 9 if right else 35, 9, 84, 46, "14 0 100 64")
    if change == "as a cell phone case":
        clip = '<clipPath id="case"><rect x="5" y="2" width="118" height="60" rx="13"/></clipPath>'
        return f'{_desk()}{clip}<g clip-path="url(#case)">{scene}</g>{_turned(CASE, right)}'
    return scene


def _desk() -> str:
    return f'<path d="M0 0h128v64H0z" fill="{DESK}"/>'


def _inset(scene: str, x: float, y: float, width: float, height: float, box: str = "0 0 128 64") -> str:
    frame = f'x="{x}" y="{y}" width="{width}" height="{height}" viewBox="{box}" preserveAspectRatio="xMidYMid slice"'
    return f"<svg {frame}>{scene}</svg>"


def _toned(dark: str, light: str) -> str:
    """A filter that gives a picture's brightness in two colours."""
    rows = []
    for i in (1, 3, 5):
        low, high = int(dark[i : i + 2], 16) / 255, int(light[i : i + 2], 16) / 255
        rows.append(" ".join(f"{(high - low) * share:.3f}" for share in (0.3, 0.59, 0.11)) + f" 0 {low:.3f}")
    return (
        '<filter id="tone" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">'
        f'<feColorMatrix values="{" ".join(rows)} 0 0 0 1 0"/></filter>'
    )


# fmt: off
WORN_ART = {
    "with sunglasses": '<path d="M20 28h48v5h-3q0 12 -10 12q-9 0 -9.500 -10h-3q-.5 10 -9.500 10q-10 0 -10 -12h-3z" '
                       'fill="#0b0b10" stroke="#fff" stroke-width="1"/><path d="M27 32l5 0l-4 7zM49 32l5 0l-4 7z" '
                       'fill="#6f7c96"/>',
    "with headphones": '<path d="M17 36C15 2 73 2 71 36" fill="none" stroke="#15151c" stroke-width="6"/>'
                       '<path d="M17 36C15 2 73 2 71 36" fill="none" stroke="#f03e3e" stroke-width="3"/>'
                       '<rect x="9" y="25" width="13" height="24" rx="6" fill="#f03e3e" stroke="#15151c" '
                       'stroke-width="2"/><rect x="66" y="25" width="13" height="24" rx="6" fill="#f03e3e" '
                       'stroke="#15151c" stroke-width="2"/>',
    "wearing a hat": '<ellipse cx="44" cy="18.500" rx="25" ry="4.800" fill="#2f6b3c" stroke="#163b1e"/>'
                     '<path d="M29 18Q27 1 33 1Q44 4 55 1Q61 1 59 18Q44 23 29 18Z" fill="#3f8f52" stroke="#163b1e"/>'
                     '<path d="M28.800 12.500Q44 17 59.200 12.500L59 18Q44 23 29 18Z" fill="#ffd43b"/>',
    "wearing a bow tie": '<path d="M44 57L27 49V64L44 58L61 64V49Z" fill="#e3262e" stroke="#6d0f16" '
                         'stroke-width="1.500" stroke-linejoin="round"/><rect x="40" y="52.500" width="8" height="9" '
                         'rx="2.500" fill="#a4161a"/>',
}
PATTERN_ART = {
    "with stripes": "".join(f'<path d="M{x} 0h6.500v64h-6.500z"/>' for x in range(34, 98, 13)),
    "with checkers": "".join(
        f'<path d="M{32 + 11 * i} {3 + 11 * j}h11v11h-11z"/>' for i in range(6) for j in range(6) if (i + j) % 2
    ),
    "with polka dots": "".join(
        f'<circle cx="{40 + 16 * i + 8 * (j % 2)}" cy="{10 + 12 * j}" r="4.6"/>' for i in range(-1, 5) for j in range(5)
    ),
}
PICTURED_ART = {
    "heart": '<path d="M0 12Q-14 3 -13 -5Q-11 -12 -5 -11Q-1 -10 0 -6Q1 -10 5 -11Q11 -12 13 -5Q14 3 0 12Z" '
             'fill="#e3262e"/>',
    "star": '<path d="M0 -14L4 -4.500L14 -4L6.500 2.500L9 12.500L0 7L-9 12.500L-6.500 2.500L-14 -4L-4 -4.500Z" '
            'fill="#ffb703" stroke="#9a6a00" stroke-width="1.500" stroke-linejoin="round"/>',
    "smiley face": '<circle r="13" fill="#ffd83d" stroke="#3a2d00" stroke-width="1.600"/><circle cx="-4.500" cy="-4" '
                   'r="2.200" fill="#241c00"/><circle cx="4.500" cy="-4" r="2.200" fill="#241c00"/>'
                   '<path d="M-7.500 2.500q7.500 9 15 0" fill="none" stroke="#241c00" stroke-width="2.600" '
                   'stroke-linecap="round"/>',
    "brain": '<path d="M-12 5Q-16 -2 -11 -6Q-10 -12 -3 -11Q2 -14 7 -10Q14 -9 13 -2Q16 4 10 7Q7 12 1 9Q-8 12 -12 5Z" '
             'fill="#e48a9c" stroke="#7c2f44" stroke-width="1.600"/><path d="M-1 -11Q-3 -6 1 -3Q-2 2 1 9M-11 -5'
             'q5 -1 6 3M-11 4q5 2 8 -2M12 -2q-5 -2 -7 2M7 -9q-3 2 -1 5M9 7q-1 -4 -4 -4" fill="none" stroke="#7c2f44" '
             'stroke-width="1.600" stroke-linecap="round"/>',
    "cherry blossom": nested("cherry-blossom", -15, -15, 30),
    "blue strawberry": '<path d="M0 14Q-15 1 -11 -6Q-6 -11 0 -8Q6 -11 11 -6Q15 1 0 14Z" fill="#2176e8" '
                       'stroke="#0b3f91" stroke-width="1.2"/><path d="M-9 -7L-4 -13L0 -9L4 -13L9 -7Q0 -3 -9 -7Z" '
                       'fill="#2f9e44"/>'
                       '<g fill="#fff3b0"><circle cx="-5" cy="0" r="1.300"/><circle cx="5" cy="0" r="1.300"/>'
                       '<circle cx="0" cy="3" r="1.300"/><circle cx="0" cy="9" r="1.300"/></g>',
}
LETTERS = {  # strokes of a letter 10 wide and 16 high, its left edge at x
    "g": "M{x} 0m10 -6q-4 -3 -8 -1q-3 4 -2 9q3 6 10 4v-6h-4",
    "p": "M{x} 8v-16h6q4 1 4 5q-1 4 -5 4h-4",
    "t": "M{x} -8h10m-5 0v16",
    "s": "M{x} 0m10 -6q-5 -3 -9 -1q-2 3 0 6q8 1 9 5q0 4 -4 4q-4 0 -6 -2",
    "d": "M{x} 8v-16h4q6 2 6 8q0 6 -6 8z",
}
HOLES = f'<g fill="{DESK}">' + "".join(
    f'<circle cx="{x}" cy="{y}" r="2.600"/>' for x in range(4, 125, 8) for y in (1, 63)
) + "".join(f'<circle cx="{x}" cy="{y}" r="2.600"/>' for x in (4, 124) for y in range(9, 60, 8)) + "</g>"
POSTMARK = (
    '<g fill="none" stroke="#1c2a5e" stroke-width="2" stroke-opacity=".85"><circle cx="104" cy="18" r="10"/>'
    '<circle cx="104" cy="18" r="5"/><path d="M78 11q4 -4 8 0t8 0M78 18q4 -4 8 0t8 0M78 25q4 -4 8 0t8 0"/></g>'
)
CARD = (
    f'<path d="M0 0h128v64H0z" fill="{DESK}"/><path d="M28 2L5 9V60L28 62Z" fill="#f3e3e6"/><path d="M28 2v60" '
    'stroke="#b0808c"/><path d="M28 2h98v60H28z" fill="#ef5d86"/><path d="M33 7h88v50H33z" fill="#fff"/>'
    '<path d="M16.500 42Q7 36 8 30Q10 26 14 28Q16 29 16.500 31Q17 29 19 28Q24 26 25 30Q26 36 16.500 42Z" '
    'fill="#e3262e"/>'
)
CASE = (
    '<rect x="5" y="2" width="118" height="60" rx="13" fill="none" stroke="#16171d" stroke-width="4"/>'
    '<rect x="93" y="6" width="25" height="25" rx="7" fill="#16171d"/><g fill="#5f6b80" stroke="#aab4c4" '
    'stroke-width="1.500"><circle cx="100" cy="13" r="4"/><circle cx="111" cy="13" r="4"/>'
    '<circle cx="100" cy="24" r="4"/></g><circle cx="111" cy="24" r="2.500" fill="#fff3b0"/>'
)
# fmt: on
