"""A dish of each country."""

from helpers.pictures.atlas.dishes_east import EAST
from helpers.pictures.atlas.dishes_west import WEST

DISHES = EAST | WEST
