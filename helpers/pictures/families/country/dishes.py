"""One dish per country."""

from helpers.pictures.families.country.dishes_east import EAST
from helpers.pictures.families.country.dishes_west import WEST

DISHES = EAST | WEST
