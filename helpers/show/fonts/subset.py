"""Cut the font of Hangul from Nanum Barun Gothic: python -m helpers.show.fonts.subset NanumBarunGothic.ttf.

Kept are the letters of KS X 1001 (2,350 syllables, jamo, kana, symbols) but for its Chinese characters. The licence
asks that what is changed has another name. The font came from Debian's package fonts-nanum 20200506-1.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Daikon Hangul"
DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "DSIG", "kern", "vhea", "vmtx")


def letters() -> set[int]:
    """Code points of KS X 1001 without Chinese characters, and of Latin."""
    found = set(range(0x20, 0x180))
    for high in range(0xA1, 0xFF):
        for low in range(0xA1, 0xFF):
            found.update(map(ord, bytes([high, low]).decode("euc_kr", "ignore")))
    return {code for code in found if not (0x4E00 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF)}


def main(source: str) -> None:
    """Write the font beside this module."""
    font = TTFont(source, recalcTimestamp=False)
    kept = subset.Options(hinting=False, layout_features=[], notdef_outline=True, drop_tables=DROPPED)
    cut = subset.Subsetter(kept)
    cut.populate(unicodes=letters())
    cut.subset(font)
    rights = font["name"].getDebugName(0)
    font["name"].names = []
    texts = {0: rights, 1: NAME, 2: "Regular", 3: NAME, 4: NAME, 6: NAME.replace(" ", ""), 13: "SIL OFL 1.1"}
    for number, text in texts.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(Path(__file__).with_name("hangul.ttf"))


if __name__ == "__main__":
    main(sys.argv[1])
