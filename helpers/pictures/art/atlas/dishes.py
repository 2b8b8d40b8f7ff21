"""A dish of each country."""

from helpers.pictures.art.atlas.dishes_east import EAST
from helpers.pictures.art.atlas.dishes_west import WEST

DISHES = EAST | WEST
