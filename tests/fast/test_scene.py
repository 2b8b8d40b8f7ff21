"""Scenes: every place, time and medium can be told from every other, at any size."""

import itertools
import random

import numpy as np
import pytest

from helpers.pictures import FAMILIES, heldout
from helpers.pictures.families import scene
from helpers.pictures.kit.backdrops import PLACES, TIMES, VARIANTS, backdrop, light
from helpers.pictures.kit.mediums import MEDIUMS, apply
from helpers.pictures.kit.subjects import SUBJECTS, poses, subject_layer

SCENE = FAMILIES["scene"]
FOX = {
    "family": "scene",
    "medium": "illustration",
    "animal": "fox",
    "place": "on the beach",
    "time": "in the afternoon",
}


def values(image):
    return np.asarray(image.convert("RGB"), dtype=np.float32)


def difference(one, other):
    return float(np.abs(values(one) - values(other)).mean())


def painted(size=64, **facts):
    return SCENE.paint(FOX | facts, size, random.Random(0), 0.0)


def test_all_ninety_six_backdrops_differ_visibly():
    pictures = {(p, t): values(backdrop(p, t, VARIANTS[0], 64)) for p in PLACES for t in TIMES}
    assert len(pictures) == 96
    closest = min(
        (float(np.abs(one - other).mean()), a, b)
        for (a, one), (b, other) in itertools.combinations(pictures.items(), 2)
    )
    assert closest[0] > 7, closest


def test_mirrored_variant_differs_and_keeps_the_sky():
    one, other = (values(backdrop("on the beach", "at sunset", v, 64)) for v in VARIANTS)
    assert np.abs(one - other).mean() > 4
    assert np.array_equal(one[:4, 24:40], other[:4, 24:40])


def test_all_subjects_differ_visibly():
    layers = {name: values(subject_layer(name, poses(name)[0], 32)) for name in SUBJECTS}
    closest = min(
        (float(np.abs(one - other).mean()), a, b) for (a, one), (b, other) in itertools.combinations(layers.items(), 2)
    )
    assert closest[0] > 7, closest


def test_subjects_stand_on_the_lower_edge():
    assert {subject_layer(name, poses(name)[-1], 64).getbbox()[3] for name in SUBJECTS} == {64}


@pytest.mark.parametrize("place, time", [("on the beach", "in the afternoon"), ("in the city", "at night")])
def test_every_medium_changes_the_picture_and_no_two_agree(place, time):
    images = {medium: painted(medium=medium, place=place, time=time) for medium in MEDIUMS}
    for (a, one), (b, other) in itertools.combinations(images.items(), 2):
        assert difference(one, other) > 8, (a, b)


@pytest.mark.parametrize("medium", MEDIUMS)
def test_subject_place_and_time_show_in_every_medium(medium):
    plain = painted(medium=medium)
    for facts in ({"animal": "turtle"}, {"place": "in the city"}, {"time": "at twilight"}):
        assert difference(plain, painted(medium=medium, **facts)) > 4


def test_some_animals_are_never_seen_in_a_medium_and_all_are_as_illustrations():
    unseen = {
        (animal, medium)
        for animal in SUBJECTS
        for medium in MEDIUMS
        if heldout.is_held_out({"animal": animal, "medium": medium})
    }
    assert 0.02 < len(unseen) / len(SUBJECTS) / len(MEDIUMS) < 0.06
    assert all(medium != "illustration" for _, medium in unseen)
    assert ("fox", "painting in the style of van gogh") in unseen


def test_night_is_darker_than_the_afternoon_everywhere():
    for place in PLACES:
        night, day = (values(painted(place=place, time=t)).mean() for t in ("at night", "in the afternoon"))
        assert night < day / 2


@pytest.mark.parametrize("time", TIMES)
def test_the_shadow_falls_away_from_the_light(time):
    shadow = np.asarray(scene._shadow(time, 64))[..., 3].sum(axis=0).astype(float)
    centre = (shadow * np.arange(64)).sum() / shadow.sum() - 31.5
    assert np.sign(round(centre)) == {"left": 1, "right": -1, "above": 0}[light(time).side]


def test_the_low_sun_stands_on_the_side_the_light_comes_from():
    for time, warm in (("at sunrise", slice(0, 32)), ("at sunset", slice(32, 64))):
        sky = values(backdrop("in the desert", time, VARIANTS[0], 64))[14:24]
        other = slice(32, 64) if warm.start == 0 else slice(0, 32)
        assert sky[:, warm, 0].mean() - sky[:, warm, 2].mean() > sky[:, other, 0].mean() - sky[:, other, 2].mean()


@pytest.mark.parametrize("medium", MEDIUMS)
@pytest.mark.parametrize("time", ["at sunrise", "at night", "during fall"])
def test_any_size_is_the_same_picture(medium, time):
    small = painted(medium=medium, time=time)
    large = painted(256, medium=medium, time=time).resize((64, 64), 4)
    assert difference(small, large) < 12


def test_sampled_facts_are_complete_and_follow_the_time():
    rng = random.Random(5)
    for _ in range(300):
        facts = SCENE.sample(rng)
        assert (facts["light"], facts["lamps"]) == (light(facts["time"]).side, light(facts["time"]).lamps)
        for slot, options in (SCENE.slots | SCENE.hidden).items():
            assert slot not in facts or facts[slot] in options
        assert ("spot" in facts) == (facts["animal"] != "none")


def test_every_caption_states_every_slot():
    rng = random.Random(6)
    for _ in range(300):
        facts = SCENE.sample(rng)
        phrasings = SCENE.captions(facts)
        assert len(set(phrasings)) == len(phrasings) >= 4
        for caption in phrasings:
            assert facts["time"] in caption
            assert facts["medium"] in caption or facts["medium"] == "illustration"
            assert facts["animal"] in caption or facts["animal"] == "none"


def test_articles_and_bare_forms():
    captions = SCENE.captions(FOX | {"time": "at night"})
    assert captions[0] == "an illustration of a fox on the beach at night"
    assert "a fox on the beach at night" in captions
    print_of_an_owl = SCENE.captions(FOX | {"medium": "ukiyo-e print", "animal": "owl"})[0]
    assert print_of_an_owl == "a ukiyo-e print of an owl on the beach in the afternoon"
    nobody = SCENE.captions(FOX | {"animal": "none", "place": "sitting in a field", "medium": "pencil sketch"})[0]
    assert nobody == "a pencil sketch of a field in the afternoon"


def test_a_medium_keeps_the_size():
    for medium in MEDIUMS:
        for size in (32, 64, 100):
            assert apply(medium, painted(size)).size == (size, size)
