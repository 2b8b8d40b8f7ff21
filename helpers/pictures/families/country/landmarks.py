"""One landmark per country, and what may be in the sky behind it."""

from helpers.pictures.families.country.landmarks_east import EAST
from helpers.pictures.families.country.landmarks_west import WEST
from helpers.pictures.families.country.stage import flock
from helpers.pictures.kit.svg import at, box, path

LANDMARKS = EAST | WEST


# what else is in the sky behind a landmark: nothing, a flight of birds, a balloon
_BIRDS = flock(8, 64)
_BALLOON = at(
    path("M-3 13L-10 0A11.500 11.500 0 1 1 10 0L3 13Z", "#e5383b")
    + path("M-2 13L-4 -1Q-4 -14 0 -17Q4 -14 4 -1L2 13Z", "#ffd43b")
    + box(-3, 15, 6, 5, "#8a5a36"),
    114,
    50,
    0.800,
)
FRAMES = ("", _BIRDS, _BALLOON)
