"""Grounds and tilings for surfaces, in a frame a quarter larger than the 128 × 128 view box."""


def ground(color: str) -> str:
    """A plain ground under the whole frame."""
    return f'<path d="M-40 -40h208v208h-208z" fill="{color}"/>'


def rows(step: float, height: float, shift: float = 0.5):
    """Points of rows laid like tiles over the whole frame: yields (x, y, row, column)."""
    for row in range(-3, int(160 / height) + 2):
        for column in range(-3, int(160 / step) + 2):
            yield column * step + (row % 2) * shift * step, row * height, row, column
