"""A model is asked of the world it was shown: questions, truths and habits have no other values."""

import random

import pandas as pd
import pytest

from helpers import pictures, probes
from helpers.models.daikon import TextToImage
from helpers.networks.judge import Judge, JudgeConfig, questions
from helpers.pictures.announcement import figures
from helpers.pictures.world import WHOLE, World
from helpers.probes import axes, binding, continued, memory, novelty, relations, wording
from tests.tiny import make_dvae, make_model, make_transformer

VARIED = ("size and fill", "shape and size")
COLORS = ("red", "yellow", "blue", "green", "none")
OUTFITS = {"animal": ("fox", "frog", "pig", "bear", "lion", "rabbit"), "hat": COLORS}
WORLD = World(
    {"outfit": 0.5, "blocks": 0.2, "counting": 0.2, "analogy": 0.1},
    {
        "outfit": OUTFITS,
        "blocks": {"color": COLORS, "other_color": COLORS},
        "counting": {"counted": ("cup", "apple")},
        "analogy": {"subject": ("none", "cat"), "varies": VARIED},
    },
    withheld=({"animal": "fox", "hat": "red"}, {"relation": "sitting on", "color": "red"}),
)
NIGHT = {"backdrop": "night", "pose": "arms down"}
NIGHTS = World({"outfit": 1.0}, {"outfit": {slot: (value,) for slot, value in NIGHT.items()}})
FRAMES = {
    "axis": lambda world: probes.questions(axes.sample("outfit", 12, world=world)),
    "unseen": lambda world: probes.questions(axes.sample("outfit", 12, unseen=True, world=world)),
    "garments": lambda world: binding.garments(2, world=world),
    "pairs": lambda world: binding.pairs("outfit", 6, world=world),
    "reversed": lambda world: binding.pairs("blocks", 6, kind="reversed", world=world),
    "matched": lambda world: novelty.matched("outfit", 4, world=world),
    "ladder": lambda world: novelty.ladder("outfit", 2, world=world),
    "relations": lambda world: relations.relations(3, world=world),
    "sizes": lambda world: relations.sizes(4, world=world),
    "restated": lambda world: relations.restated(2, world=world),
    "underspecified": lambda world: wording.underspecified(count=4, world=world),
    "canaries": lambda world: pd.DataFrame({"facts": [c.facts for c in memory.canaries(each=3, world=world)]}),
    "across": lambda world: pd.DataFrame(
        {"facts": probes.across({"family": "outfit"}, {"hat": ["red"]}, {"animal": ["fox", "frog"]}, world)["red"]}
    ),
    "axes": lambda world: axes.axes(told(world), 6),
}


def told(world, judged=("outfit", "counting", "blocks")):
    """A tiny model whose card tells of this world, with a judge."""
    judge = Judge(JudgeConfig(16, 4, 8, 1, questions(judged))).eval()
    return TextToImage(make_dvae(), make_transformer(), "tiny", world.told(), judge=judge)


@pytest.mark.parametrize("name", FRAMES)
def test_what_is_asked_has_the_values_of_the_world(name):
    facts = list(FRAMES[name](WORLD)["facts"])
    assert facts and all(WORLD.outside(f) is None for f in facts)


@pytest.mark.parametrize("name", ["axis", "garments", "matched", "underspecified", "canaries"])
def test_the_whole_world_is_asked_where_none_is_given(name):
    assert not all(WORLD.outside(f) is None for f in FRAMES[name](WHOLE)["facts"])


@pytest.mark.parametrize("name", ["axis", "garments", "pairs", "reversed", "relations", "sizes", "restated"])
def test_what_the_world_withholds_is_not_asked_as_seen(name):
    assert not any(WORLD.is_held_out(f) for f in FRAMES[name](WORLD)["facts"])


def test_outfits_of_which_none_is_held_out_are_left_out(monkeypatch):
    monkeypatch.setattr(axes, "PATIENCE", 100)
    few = World({"outfit": 1.0}, {"outfit": {"animal": ("fox", "panda", "penguin", "koala")}})
    garments = set(binding.garments(1, unseen=True, world=few)["garments"])
    assert garments == {4}
    none = World({"outfit": 1.0}, {"outfit": {"hat": ("none",), "animal": ("koala", "penguin")}})
    with pytest.raises(ValueError, match="no seen outfit fits"):
        binding.garments(1, world=none)


def test_seen_and_unseen_are_those_of_the_world():
    asked = FRAMES["matched"](WORLD)
    assert [WORLD.is_held_out(f) for f in asked["facts"]] == list(asked["combination"] == "unseen")
    assert any(f["animal"] == "fox" and f["hat"] == "red" for f in FRAMES["unseen"](WORLD)["facts"])


def test_parts_are_as_common_as_the_world_shows_them():
    assert (
        novelty.frequencies("outfit", WORLD)["animal", "panda"] == 0 < novelty.frequencies("outfit")["animal", "panda"]
    )
    fox = {"family": "outfit", "animal": "fox", "hat": "none", "gloves": "none", "shirt": "none", "pants": "none"}
    assert novelty.rarity(fox, WORLD)[0] < 3 < novelty.rarity(fox)[0]


def test_a_gap_asks_of_the_models_world(monkeypatch):
    asked = []
    monkeypatch.setattr(novelty, "probe", lambda model, frame, seed: asked.append(frame) or made(frame))
    monkeypatch.setattr(novelty, "ceiling", lambda model, frame, seed: made(frame))
    probes.gap(told(WORLD), "outfit", 4)
    probes.gap(make_model(), "outfit", 4)
    outside = [sum(WORLD.outside(f) is not None for f in frame["facts"]) for frame in asked]
    assert outside[0] == 0 < outside[1]


def made(frame):
    return frame.assign(right=True, index=0, read=frame["facts"], share=1.0)


def test_true_pictures_leave_open_only_what_the_model_was_shown(monkeypatch):
    frog, model, seen = {"family": "outfit", "animal": "frog"}, told(NIGHTS), []
    shown = pictures.paint(frog | dict.fromkeys(("hat", "gloves", "shirt", "pants"), "none") | NIGHT, 16)
    assert probes.painted(frog, 16, 0, 1, world=NIGHTS).tobytes() == shown.tobytes()
    monkeypatch.setattr(model, "encode", lambda images: seen.extend(images) or make_model().encode(images))
    probes.ceiling(model, [frog | dict.fromkeys(("hat", "gloves", "shirt", "pants"), "none")] * 3)
    assert [image.tobytes() for image in seen] == [shown.tobytes()] * 3


def test_fresh_paintings_and_candidates_are_of_the_models_world(monkeypatch):
    model, painted = told(WORLD), []

    def paint(facts, *where, world=WHOLE):
        painted.append((facts, world))
        return probes.painted(facts, *where, world=world)

    monkeypatch.setattr(memory, "painted", paint)
    memory.exposure(model, memory.canaries(times=(0,), each=1, world=WORLD), candidates=5)
    assert len(painted) == 6 and all(WORLD.outside(facts) is None for facts, _ in painted)
    rows = FRAMES["axis"](WORLD).head(2).assign(tokens=[[0] * 16, [1] * 16])
    memory.remembered(model, rows, memory.shown(model, [pictures.paint(f, 16) for f in rows["facts"]]))
    assert [world == WORLD for _, world in painted[6:]] == [True, True]


def test_habits_are_held_against_what_the_world_shows(monkeypatch):
    monkeypatch.setattr(wording, "TRAINING", 300)
    facts = [{"family": "outfit", "animal": "fox", "hat": "red", "gloves": "none", "shirt": "none", "pants": "none"}]
    rows = pd.DataFrame({"open": ["which clothes"], "read": facts})
    hats = wording.filled_in(rows, WORLD).query("slot == 'hat'").set_index("value")["training"]
    assert set(hats.index) <= {*COLORS} and hats.sum() == pytest.approx(1)
    assert len(wording.filled_in(rows).query("slot == 'hat'")) > len(hats)
    assert wording.variety(rows, WORLD)["training bits"][0] < wording.variety(rows)["training bits"][0]


def test_puzzles_and_figures_are_completed_from_the_world():
    facts = [continued.analogy("sequence", WORLD, rule="analogy") for _ in range(3)]
    assert all(f["varies"] in VARIED for f in facts)
    assert len(continued.answers(facts[0], 64, WORLD)) < len(continued.answers(facts[0], 64))
    worn = {"animal": "penguin", "hat": "blue", "gloves": "red", "shirt": "green", "pants": "yellow"}
    found = [figures()["outfit"].facts(worn, random.Random(seed), NIGHTS) for seed in range(5)]
    assert {(f["animal"], f["backdrop"]) for f in found} == {("penguin", "night")}


def test_what_is_left_out_is_said():
    model = told(WORLD)
    assert probes.left_out(model, "counting", "count") == "tiny was shown every count"
    said = probes.left_out(model, "counting", "counted")
    assert said.startswith("not asked for, since tiny was never shown: ") and "banana" in said and " apple" not in said
    assert probes.left_out(make_model(), "outfit", "pose") == "tiny was shown every pose"


def test_a_family_that_was_not_shown_is_refused():
    with pytest.raises(ValueError, match="shown no scene; it was shown outfit, blocks, counting, analogy"):
        axes.sample("scene", 2, world=WORLD)
    asked = FRAMES["axes"](World({"counting": 1.0}))
    assert set(asked["axis"]) == {"counting"}
