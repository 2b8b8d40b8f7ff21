"""What a thing stands on when nothing is said, and the three places that can be."""

from helpers.pictures.pen import box, disc, line, many, oval, path


def _room(wall, floor, extra="") -> str:
    return box(0, 0, 128, 90, wall) + box(0, 90, 128, 38, floor) + box(0, 88, 128, 3, "#ffffff60") + extra


_TILES = "".join(
    path(f"M{x} {y}h{w}l-4 {h}h-{w}z", "#7f9fb0")
    for y, h, w, dx in ((91, 12, 16, 0), (115, 14, 16, 0), (103, 12, 16, 16))
    for x in range(dx - 16, 150, 32)
)
GROUNDS = {
    "studio": box(0, 0, 128, 128, "#f1ede4") + oval(64, 112, 62, 18, "#e0d9ca"),
    "wood": _room("#dcd0e0", "#b9875a", line("M0 100H128M0 112H128M30 90V100M90 100V112M50 112V128", "#9a6b42", 1.500)),
    "tiles": _room("#f0dcb8", "#dfe8ec", _TILES),
    "rug": _room(
        "#c4dcd2",
        "#8a6f5a",
        oval(64, 110, 58, 14, "#b5483f") + oval(64, 110, 50, 11, "#e0a05a") + oval(64, 110, 43, 8.500, "#b5483f"),
    ),
}
_SHOP = (
    box(0, 0, 128, 128, "#8f4a3a")
    + "".join(line(f"M0 {y}H128", "#a8604c", 1.500) for y in range(6, 128, 10))
    + box(8, 22, 112, 92, "#5a3a24")
    + box(12, 26, 104, 84, "#f6ecd0")
    + box(12, 100, 104, 10, "#c98f5c")
)
_AWNING = "".join(
    path(f"M{16 * k} 0H{16 * k + 16}V18a8 7 0 0 1 -16 0z", "#2f8f6a" if k % 2 else "#ffffff") for k in range(8)
) + path("M18 30L36 30L14 74V40ZM44 30H50L16 98V88Z", "#ffffff50")
_MUSEUM = (
    box(0, 0, 128, 128, "#e9e4ee")
    + box(0, 0, 128, 8, "#cfc6da")
    + box(0, 108, 128, 20, "#b9a9c4")
    + many(lambda x: box(x, 8, 12, 100, "#f8f6fb") + line(f"M{x + 4} 10V106M{x + 8} 10V106", "#d5cce0", 1.500), 0, 116)
    + box(20, 100, 88, 8, "#ffffff")
    + box(24, 107, 80, 21, "#d5cce0")
)
_ROPE = many(lambda x: box(x - 2, 98, 4, 28, "#d8a83f") + disc(x, 97, 4, "#f0cc6a"), 8, 64, 120) + line(
    "M8 101Q36 122 64 101Q92 122 120 101", "#b01f3a", 4
)
_BEACH = (
    box(0, 0, 128, 60, "#8fd8f5")
    + disc(108, 18, 11, "#fff0a0")
    + box(0, 56, 128, 24, "#2f9ad0")
    + line("M10 64H40M70 70H110", "#8fd4f0", 2)
    + path("M0 78Q40 70 70 76T128 74V128H0Z", "#f5dfa8")
    + line("M12 80Q6 50 14 30", "#8a6238", 5)
    + line("M14 30Q0 26 -6 40M14 30Q28 24 36 38M14 30Q6 14 -6 18M14 30Q24 12 36 18", "#2f8f4a", 5)
)
_SHELLS = path("M108 120q6-10 12 0q-6 5 -12 0z", "#ff9a8a") + path("M8 116l4-5l4 5l-4 5z", "#ffd43b")
SPOT = (0.82, 108)  # how large a thing is, and where its foot stands
# place -> what is behind the thing, what is before it, how large it is and where its foot stands
PLACES = {
    "in a museum": (_MUSEUM, _ROPE, (0.76, 103)),
    "in a shop window": (_SHOP, _AWNING, (0.7, 104)),
    "on the beach": (_BEACH, _SHELLS, SPOT),
}
