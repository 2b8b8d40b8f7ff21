"""What a model is trained on: values, hold-outs, languages."""

import json
import random
import re
from dataclasses import asdict, replace

import pytest

from helpers import pictures
from helpers.models.daikon import TextToImage
from helpers.pictures.world import WHOLE, Canary, World
from helpers.probes import memory
from helpers.training.presets import PRESETS
from tests.tiny import make_dvae, make_model, make_transformer


def drawn(world, count, **how):
    return [world.facts("train", 0, i, **how)[0] for i in range(count)]


def test_only_the_values_given_are_drawn_and_all_of_them():
    world = World({"outfit": 1.0}, {"outfit": {"animal": ("fox", "bear"), "hat": ("red", "none")}})
    facts = drawn(world, 200)
    assert {f["animal"] for f in facts} == {"fox", "bear"} and {f["hat"] for f in facts} == {"red", "none"}
    assert len({f["shirt"] for f in facts}) > 4


def test_families_come_by_their_shares():
    facts = drawn(World({"outfit": 0.8, "scene": 0.2}), 300)
    assert 40 <= sum(f["family"] == "scene" for f in facts) <= 85
    assert {f["family"] for f in drawn(World({"outfit": 0.8, "scene": 0.2}), 30, family="scene")} == {"scene"}


@pytest.mark.parametrize("unseen", [False, True, None])
def test_the_whole_world_draws_what_the_picture_world_draws(unseen):
    for family in pictures.FAMILIES:
        one, other = random.Random(family), random.Random(family)
        assert WHOLE.sample_facts(one, family, unseen) == pictures.sample_facts(other, family, unseen)


def test_what_a_world_lacks_is_refused(monkeypatch):
    monkeypatch.setattr("helpers.pictures.world.TRIES", 2000)
    foxes = World({"outfit": 1.0}, {"outfit": {"animal": ("fox",)}}, withheld=({"animal": "fox"},))
    with pytest.raises(ValueError, match="shown no scene; it was shown outfit"):
        foxes.sample_facts(random.Random(0), "scene")
    few = World({"counting": 1.0}, {"counting": {"counted": ("cup",), "count": (1,)}})
    with pytest.raises(ValueError, match="no counting that is held out"):
        few.sample_facts(random.Random(0), "counting", unseen=True)


def test_values_are_told_from_those_left_out():
    world = World({"outfit": 1.0}, {"outfit": {"hat": ("red", "none"), "backdrop": ("night",)}})
    slots = pictures.FAMILIES["outfit"].slots
    assert set(world.values_of("outfit", "hat")) == {"red", "none"} and world.left_out("outfit", "shirt") == ()
    assert {*world.values_of("outfit", "hat"), *world.left_out("outfit", "hat")} == {*slots["hat"]}
    assert world.values_of("outfit", "shirt") == tuple(slots["shirt"]) == WHOLE.values_of("outfit", "shirt")
    assert world.values_of("outfit", "backdrop") == ("night",)
    with pytest.raises(ValueError, match=r"'hatt'.*hat"):
        world.values_of("outfit", "hatt")


def test_what_a_caption_leaves_open_is_completed_from_the_world():
    world = World({"outfit": 1.0}, {"outfit": {"animal": ("fox",), "backdrop": ("night",)}})
    panda = {"family": "outfit", "animal": "panda"}
    found = [world.complete(panda, random.Random(seed)) for seed in range(20)]
    assert {f["backdrop"] for f in found} == {"night"} and {f["animal"] for f in found} == {"panda"}
    assert {f["hat"] for f in found} == {"none"} and len({f["pose"] for f in found}) > 1
    assert world.complete(panda | {"backdrop": "beach"}, random.Random(0))["backdrop"] == "beach"
    assert WHOLE.complete(panda, random.Random(0)) == pictures.complete(panda, random.Random(0))


def test_a_share_of_the_training_pictures_goes_beyond_the_values_and_nothing_else_does():
    few = {"outfit": {"animal": ("fox", "bear"), "backdrop": ("night",)}}
    world = World({"outfit": 1.0}, few, beyond={"outfit": 0.25})

    def beyond(split):
        facts = [world.facts(split, 0, index)[0] for index in range(400)]
        assert {f["backdrop"] for f in facts} == {"night"} and not any(map(world.is_held_out, facts))
        return sum(f["animal"] not in ("fox", "bear") for f in facts) / len(facts)

    assert 0.18 < beyond("train") < 0.32
    assert beyond("test") == 0
    assert beyond("vocabulary") > 0.1  # what is shown can be said
    assert World.of(json.loads(json.dumps(world.told()))) == world
    assert not world.shows({"family": "outfit", "animal": "panda"})


def test_a_model_knows_its_world_and_one_that_does_not_say_has_it_all():
    world = PRESETS["nano"].world
    assert make_model().world == WHOLE
    told = TextToImage(make_dvae(), make_transformer(), "tiny", json.loads(json.dumps(world.told())))
    assert told.world == world and hash(told.world) == hash(world) != hash(WHOLE)


def test_what_a_world_withholds_is_unseen_in_it():
    world = World({"outfit": 1.0}, withheld=({"animal": "fox"},))
    assert all(f["animal"] != "fox" for f in drawn(world, 150))
    unseen = drawn(world, 60, unseen=True)
    assert any(f["animal"] == "fox" for f in unseen)
    assert all(f["animal"] == "fox" or pictures.heldout.is_held_out(f) for f in unseen)
    assert 0 < sum(f["animal"] == "fox" for f in drawn(world, 150, unseen=None)) < 150


@pytest.mark.parametrize(
    "facts",
    [
        {"family": "blend", "product": "armchair", "concept": "avocado"},
        {"family": "view", "animal": "capybara", "view": "a fisheye lens view"},
        {"family": "carrier", "carrier": "stained glass window", "color": "blue", "fruit": "strawberry"},
        {"family": "carrier", "word": "openai"},
        {"family": "outfit", "hat": "blue", "gloves": "red", "shirt": "green", "pants": "yellow"},
        {"family": "character", "character": "baby daikon radish", "wearing": "tutu", "doing": "walking a dog"},
    ],
)
@pytest.mark.parametrize("preset", ["nano", "mini"])
def test_what_the_announcement_shows_is_never_trained_on(facts, preset):
    world = PRESETS[preset].world
    assert world.is_held_out(facts) and world.outside(facts) is None


@pytest.mark.parametrize("preset", ["micro", "nano", "mini"])
def test_every_family_of_a_preset_has_seen_and_unseen_pictures(preset):
    world = PRESETS[preset].world
    for family in world.shares:
        for unseen in (False, True):
            facts, _ = world.facts("test", 0, 0, family, unseen)
            assert facts["family"] == family and world.is_held_out(facts) == unseen


@pytest.mark.slow
def test_micro_shows_every_subject_and_every_color_but_not_every_pair():
    micro = PRESETS["micro"].world
    pairs = {(facts["animal"], facts["shirt"]) for facts in drawn(micro, 1500)}
    assert len({animal for animal, _ in pairs}) == 8 and len({color for _, color in pairs}) == 6
    assert len(pairs) == 8 * 6 - len(micro.withheld)


@pytest.mark.parametrize(
    "arguments, said",
    [
        (({"outfitt": 1.0},), "family 'outfitt' is not in the picture world; nearest: outfit"),
        (({"outfit": 1.0}, {"outfit": {"hatt": ("red",)}}), "'hatt'.*hat"),
        (
            ({"outfit": 1.0}, {"outfit": {"animal": ("foxx",)}}),
            "animal 'foxx' is not in .*; nearest: fox",
        ),
    ],
)
def test_what_the_picture_world_does_not_have_is_refused_with_the_nearest(arguments, said):
    with pytest.raises(ValueError, match=said):
        World(*arguments)


def test_a_share_of_the_captions_is_korean_and_none_is_kept_for_testing():
    world, rng = World({"scene": 1.0}, korean=0.25), random.Random(0)
    facts = drawn(world, 400)
    captions = [world.caption(f, rng) for f in facts]
    assert 70 <= sum(bool(re.search("[가-힣]", caption)) for caption in captions) <= 130
    for f, caption in zip(facts, captions, strict=True):
        assert caption not in (pictures.captions(f)[-1], pictures.captions(f, "ko")[-1])
    english = World({"scene": 1.0})
    assert not any(re.search("[가-힣]", english.caption(f, rng)) for f in facts)


def test_a_world_comes_back_from_a_card():
    world = PRESETS["nano"].world
    here = asdict(world)
    card = json.loads(json.dumps({"families": here.pop("shares"), **here}))
    assert World.of(card) == world and World.of({}) is None
    assert World.of({"families": {"outfit": 1.0}}) == World({"outfit": 1.0})


def test_canaries_come_back_from_a_card_and_stand_where_they_stood():
    world = PRESETS["micro"].world
    planted = replace(world, planted=tuple(memory.canaries(each=1, world=world)))
    again = World.of(json.loads(json.dumps(planted.told())))
    assert again == planted and hash(again) == hash(planted) != hash(world)
    assert again.canaries == planted.canaries and len(planted.canaries) == 111 and not world.canaries
    with pytest.raises(ValueError, match="to be shown 30000 times; there is room for 10000"):
        replace(world, planted=(Canary("a secret", {"family": "outfit"}, 30_000),))
