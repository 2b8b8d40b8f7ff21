"""Grids of shapes that follow a rule, after Raven's matrices, from easy to hard.

analogy       2 × 2: one attribute changes across, one down
progression   3 × 3: the same, going on
permutation   3 × 3: each value once in every row and column
exclusion     3 × 3: a third cell holds what exactly one of the two before it holds
"""

RULES = {"analogy": 2, "progression": 3, "permutation": 3, "exclusion": 3}  # rule -> cells a side
VARIES = (
    "shape and size",
    "shape and fill",
    "shape and count",
    "size and fill",
    "count and fill",
    "turn and fill",
    "turn and shape",
)
SHAPES = ("circle", "triangle", "square", "star")
SIZES, COUNTS, TURNS, FILLS = (0.5, 0.75, 1.0), (1, 2, 3), (0, 90, 180), ("none", "gray", "full")
INK, PAPER, GRAY = "#16181d", "#ffffff", "#9aa0aa"
FILLED = {  # which quarters the first two cells of the first two rows hold when a rule excludes, by first shape
    "circle": ((0, 1), (1, 2), (0, 3), (3,)),
    "triangle": ((0,), (0, 2, 3), (1, 2), (2,)),
    "square": ((0, 1, 2), (2,), (1, 3), (0, 1)),
    "star": ((1, 3), (0, 3), (2, 3), (1,)),
}


def cells(rule: str, varies: str, start: str) -> list[list[tuple]]:
    """The grid's cells, row by row; each is a list of glyphs (quarter or None, shape, size, count, turn, fill)."""
    side = RULES[rule]
    return [[_cell(rule, varies, start, row, column) for column in range(side)] for row in range(side)]


def _cell(rule: str, varies: str, start: str, row: int, column: int) -> tuple:
    if rule == "exclusion":
        return tuple(
            _glyph(varies, start, quarter % 2 * 2, quarter // 2 * 2, quarter) for quarter in _held(start, row, column)
        )
    first, second = (column, row)
    if rule == "analogy":
        first, second = column * 2, row * 2
    if rule == "permutation":
        first, second = (row + column) % 3, (row + 2 * column) % 3
    return (_glyph(varies, start, first, second),)


def _held(start: str, row: int, column: int) -> list[int]:
    """The quarters that a cell holds under `exclusion`."""
    known = [set(FILLED[start][2 * i + j]) for i in range(2) for j in range(2)]
    grid = [[known[0], known[1], known[0] ^ known[1]], [known[2], known[3], known[2] ^ known[3]]]
    grid.append([grid[0][k] ^ grid[1][k] for k in range(3)])
    return sorted(grid[row][column])


def _glyph(varies: str, start: str, first: int, second: int, quarter: int | None = None) -> tuple:
    """A glyph with its two varying attributes at these steps and the others at their usual value."""
    one, other = varies.split(" and ")
    step = {one: first, other: second}
    return (
        quarter,
        SHAPES[(SHAPES.index(start) + step.get("shape", 0)) % 4],
        SIZES[step.get("size", 2)],
        COUNTS[step.get("count", 0)],
        TURNS[step["turn"]] if "turn" in step else None,
        FILLS[step.get("fill", 2)],
    )


def grid(rule: str, varies: str, start: str, inverted: bool) -> str:
    """SVG of the whole grid in a box of 128."""
    side, (ink, paper) = RULES[rule], (PAPER, INK) if inverted else (INK, PAPER)
    pitch, art = 120 / side, f'<path d="M0 0h128v128h-128z" fill="{paper}"/>'
    for row, line in enumerate(cells(rule, varies, start)):
        for column, cell in enumerate(line):
            x, y = 4 + pitch * (column + 0.5), 4 + pitch * (row + 0.5)
            art += "".join(_drawn(glyph, x, y, pitch, ink, paper) for glyph in cell)
    lines = "".join(f"M{4 + pitch * k} 4v120M4 {4 + pitch * k}h120" for k in range(side + 1))
    return art + f'<path d="{lines}" stroke="{ink}" stroke-width="2.400" stroke-linecap="square" fill="none"/>'


def _drawn(glyph: tuple, x: float, y: float, pitch: float, ink: str, paper: str) -> str:
    """A glyph in the cell around (x, y), or in a quarter of it."""
    quarter, shape, size, count, turn, fill = glyph
    reach = pitch * 0.38
    if quarter is not None:
        reach, x, y = pitch * 0.19, x + (quarter % 2 - 0.5) * pitch * 0.46, y + (quarter // 2 - 0.5) * pitch * 0.46
    color = {"none": paper, "gray": GRAY, "full": ink}[fill]
    look = f'fill="{color}" stroke="{ink}" stroke-width="{{wide:.2f}}" stroke-linejoin="round"/>'
    art = ""
    for right, down, share in SPOTS[count]:
        scale = reach * size * share * (0.72 if turn is not None else 1)
        move = f"translate({x + right * reach:.2f} {y + down * reach:.2f})"
        hand = ""
        if turn is not None:
            move += f" rotate({turn})"
            hand = f'<path d="M0 -1V-1.700" stroke="{ink}" stroke-width=".42"/>'
        art += f'<g transform="{move} scale({scale:.2f})">{hand}{OUTLINES[shape]} {look.format(wide=2.4 / scale)}</g>'
    return art


SPOTS = {  # count -> where each copy stands, and its share of a single one's size
    1: ((0, 0, 1),),
    2: ((-0.6, 0, 0.46), (0.6, 0, 0.46)),
    3: ((-0.6, 0.5, 0.46), (0.6, 0.5, 0.46), (0, -0.58, 0.46)),
}
OUTLINES = {
    "circle": '<circle r=".95"',
    "triangle": '<path d="M0 -1L1 .85H-1Z"',
    "square": '<path d="M-.85 -.85H.85V.85H-.85Z"',
    "star": '<path d="M0 -1.050L.29 -.34L1.050 -.29L.46 .19L.65 .9L0 .5L-.65 .9L-.46 .19L-1.050 -.29L-.29 -.34Z"',
}
