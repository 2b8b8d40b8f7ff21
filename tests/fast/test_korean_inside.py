"""Korean captions of cross-sections and macro views: natural sentences, each fact said, no two pictures under one."""

import itertools

import pytest

from helpers import pictures
from helpers.pictures.families.inside import BACKGROUNDS
from helpers.pictures.families.inside.korean import NAMES, captions
from helpers.pictures.families.inside.macros import MACROS
from helpers.pictures.families.inside.sections import SECTIONS
from helpers.pictures.kit import korean

SLOTS = pictures.FAMILIES["inside"].slots


def section(thing: str, medium: str = "none", background: str = "none") -> dict:
    return {"family": "inside", "kind": "cross-section", "thing": thing, "medium": medium, "background": background}


def macro(thing: str, medium: str = "none") -> dict:
    return {"family": "inside", "kind": "macro", "thing": thing, "medium": medium, "background": "none"}


def test_captions_read_as_a_newspaper_would_write_them():
    assert captions(section("human head"))[0] == "사람 머리 단면도"
    melon = captions(section("watermelon", "postage stamp", "yellow"))
    assert melon[0] == "노란 배경의 수박 단면도를 담은 우표"
    assert melon[1] == "노란 배경에 반으로 자른 수박을 담은 우표. 단면도다."
    assert melon[2] == "우표로 나타낸 노란 배경의 수박 내부 단면"
    assert melon[4] == "수박을 한가운데서 갈라 속을 보여주는 우표, 배경은 노란색"
    assert captions(section("walnut", "chalk drawing"))[2] == "분필 그림으로 나타낸 호두 내부 단면"
    assert captions(macro("knife's edge"))[0] == "칼날 접사 사진"
    assert captions(macro("knife's edge", "pencil sketch"))[0] == "칼날을 접사로 담은 연필 스케치"
    assert captions(macro("bismuth", "ukiyo-e print"))[2] == "비스무트를 코앞에서 확대한 우키요에 판화"


def test_every_value_has_a_name_of_its_own_and_can_be_said():
    for slot in ("kind", "thing", "medium"):
        names = [NAMES.get(v) or korean.NAMES[v] for v in SLOTS[slot] if v != "none"]
        assert len(names) == len(set(names)), slot
    said = [section(*values) for values in itertools.product(SECTIONS, SLOTS["medium"], ("none", *BACKGROUNDS))]
    said += [macro(*values) for values in itertools.product(MACROS, SLOTS["medium"])]
    forms = [form for facts in said for form in captions(facts)]
    assert len(set(forms)) == len(forms)


def test_a_thing_that_has_no_such_view_is_refused():
    for facts in (macro("walnut"), section("bismuth")):
        with pytest.raises(ValueError, match="ask for the other kind"):
            captions(facts)
