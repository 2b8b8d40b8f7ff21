"""The fifteen families: one folder each, with its facts, captions and painter, and the art that only it uses."""

from helpers.pictures.families.analogy import Analogy
from helpers.pictures.families.blend import Blend
from helpers.pictures.families.blocks import Blocks
from helpers.pictures.families.carrier import Carrier
from helpers.pictures.families.character import Character
from helpers.pictures.families.counting import Counting
from helpers.pictures.families.country import Country
from helpers.pictures.families.decade import Decade
from helpers.pictures.families.fashion import Fashion
from helpers.pictures.families.inside import Inside
from helpers.pictures.families.outfit import Outfit
from helpers.pictures.families.room import Room
from helpers.pictures.families.scene import Scene
from helpers.pictures.families.thing import Thing
from helpers.pictures.families.view import View

FAMILIES = {
    family.name: family
    for family in (
        Thing(), Counting(), Blocks(), Outfit(), Scene(), Room(), Inside(), Carrier(), Analogy(), Blend(), Country(),
        Decade(), Fashion(), View(), Character(),
    )
}  # fmt: skip
