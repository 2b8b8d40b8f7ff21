"""Korean captions of twins, busts, mirrors and sequences: one name per value, particles that fit."""

from helpers import pictures
from helpers.pictures.families.analogy import korean
from helpers.pictures.families.analogy.changes import CHANGES

SLOTS = pictures.FAMILIES["analogy"].slots


def captions(kind: str, **said: str) -> list[str]:
    return korean.captions({"family": "analogy"} | dict.fromkeys(SLOTS, "none") | {"kind": kind} | said)


def test_hand_written_captions():
    sketch = captions("panels", subject="cat", change="as a sketch")
    assert sketch[0] == "위에는 고양이, 아래에는 스케치로 그린 똑같은 고양이"
    assert sketch[-1] == "아래쪽에 보이는 스케치로 그린 고양이는 위쪽의 바로 그 고양이"
    mug = captions("panels", subject="mug", change="with 'gpt' written on it")
    assert mug[1] == "똑같은 머그잔을 담은 그림 두 장. 아래쪽은 'gpt'가 적힌 모습이다."
    assert mug[2] == "위쪽 머그잔이 아래쪽에 'gpt'가 적힌 모습으로 다시 나온다."
    assert captions("bust", person="venus")[0] == "비너스 흉상을 찍은 사진"
    assert captions("mirror", thing="tennis ball")[1] == "테니스공이 거울 속 자신을 들여다보고 있다."
    assert captions("mirror", thing="rubik's cube")[2] == "거울 앞의 루빅큐브와 거울에 비친 모습"


def test_every_value_has_a_name_of_its_own():
    for subject, changes in CHANGES.items():
        assert len({captions("panels", subject=subject, change=change)[0] for change in changes}) == len(changes)
    assert len(set(korean.CHANGES.values())) == len(SLOTS["change"]) - 1
    for kind, slot in (("bust", "person"), ("mirror", "thing")):
        said = [captions(kind, **{slot: value}) for value in SLOTS[slot][1:]]
        assert all(len(set(phrasing)) == len(said) for phrasing in zip(*said, strict=True))
