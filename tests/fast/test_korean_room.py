"""Korean captions of rooms: one name per value, both kinds of room, particles that fit."""

from helpers import pictures
from helpers.pictures.families import room
from helpers.pictures.families.room import korean

SLOTS = pictures.FAMILIES["room"].slots

NONE = {"family": "room"} | dict.fromkeys(SLOTS, "none")
LIVING = NONE | {"armchairs": "two", "color": "red", "subject": "a squid", "mount": "above a sofa"}
BEDROOM = NONE | {"bed": "king bed", "color": "white", "stand": "shelf", "item": "cat"}


def test_hand_written_captions():
    assert korean.captions(LIVING)[0] == "빨간 안락의자 두 개와 오징어 그림이 있는 거실. 그림은 소파 위에 걸려 있다."
    fuji = LIVING | {"armchairs": "one", "color": "olive", "subject": "mount fuji", "mount": "behind a ceiling fan"}
    hung = "거실. 천장 선풍기 뒤에 후지산을 그린 그림이 있고 올리브색 안락의자 한 개가 놓여 있다."
    assert korean.captions(fuji)[3] == hung
    assert korean.captions(fuji)[-1] == "천장 선풍기 뒤에 후지산 그림을 걸고 올리브색 안락의자 한 개를 들여놓은 거실"
    assert korean.captions(BEDROOM)[0] == "선반 옆에 하얀 킹사이즈 침대가 있는 다락 침실. 침대 옆에는 고양이가 있다."
    plain = BEDROOM | {"bed": "bed", "color": "none", "stand": "nightstand", "item": "telescope"}
    assert korean.captions(plain)[2] == "협탁과 망원경 사이에 침대가 놓인 다락 침실"
    assert korean.captions(plain | {"stand": "chair"})[-1] == "다락 침실에 망원경, 침대, 의자가 나란히 보인다."


def test_every_value_changes_every_caption():
    for usual, slots in ((LIVING, room.LIVING), (BEDROOM, room.BEDROOM)):
        for slot, values in slots.items():
            said = [korean.captions(usual | {slot: value}) for value in values]
            assert all(len(set(phrasing)) == len(said) for phrasing in zip(*said, strict=True))
