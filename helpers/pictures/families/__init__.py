"""One module a picture family. Each has

SLOTS    slot -> values a caption can ask for ("none" where it may be left out)
UNSAID   slot -> values that vary visibly and that no caption mentions, in discrete steps
draw     rng -> facts, a flat dict with "family", every slot and the unsaid
unsaid   facts, rng -> the unsaid ones drawn anew, those that follow from the rest as they must be
captions facts -> phrasings, the announcement's own first, the one kept for testing last
shown    facts -> what shows of them, where sentences differ and pictures do not ("sitting below"); else left out
ABSENT   slots whose "none" is a promise (no hat), where others leave it open; else left out
paint    facts, size, rng, jitter -> RGB image; facts fix the picture, rng moves only the jitter
"""

from helpers.pictures.families import (
    analogy,
    blend,
    blocks,
    carrier,
    character,
    counting,
    country,
    decade,
    fashion,
    inside,
    outfit,
    room,
    scene,
    thing,
    view,
)

FAMILIES = {
    "thing": thing,
    "counting": counting,
    "blocks": blocks,
    "outfit": outfit,
    "scene": scene,
    "room": room,
    "inside": inside,
    "carrier": carrier,
    "analogy": analogy,
    "blend": blend,
    "country": country,
    "decade": decade,
    "fashion": fashion,
    "view": view,
    "character": character,
}
