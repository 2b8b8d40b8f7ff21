"""Figures: pictures on a plain light ground. It knows pictures, not models."""

from helpers.show.basics import BLUE, GREY, MARGIN, OKABE_ITO, ORANGE, sheet, wrap
from helpers.show.captions import captioned, crossed, headed
from helpers.show.charts import RIGHT, bars, curves, keep_apart, maps, matrix, scores, trails
from helpers.show.grids import around, framed, mosaic, numbered, strip, tiles, veiled
from helpers.show.saving import save

__all__ = [
    "BLUE",
    "GREY",
    "MARGIN",
    "OKABE_ITO",
    "ORANGE",
    "RIGHT",
    "around",
    "bars",
    "captioned",
    "crossed",
    "curves",
    "framed",
    "headed",
    "keep_apart",
    "maps",
    "matrix",
    "mosaic",
    "numbered",
    "save",
    "scores",
    "sheet",
    "strip",
    "tiles",
    "trails",
    "veiled",
    "wrap",
]
