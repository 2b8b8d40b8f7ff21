"""What is asked, subject by subject: axes, binding, novelty, wording, relations; and what is made of the answers."""

import random
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import torch

from helpers import pictures, probes
from helpers.networks.judge import JudgeConfig
from helpers.pictures.heldout import is_held_out
from helpers.pictures.world import WHOLE
from helpers.probes import axes, binding, novelty, relations, wording
from helpers.text import default
from tests.tiny import make_model


class Answer:
    """Rows of questions as a model would answer that draws every picture as `read` says."""

    def __call__(self, asked, read=lambda question: question["facts"], n=1):
        rows = []
        for question in asked.to_dict("records"):
            for index in range(n):
                shows = pictures.shown(read(question))
                rows.append(question | {"index": index} | probes.scored(question["asked"], shows))
        return pd.DataFrame(rows)


answer = Answer()


class Knowing:
    """A model that finds a caption likelier the more of its facts a picture shows; pictures are their pixels."""

    picture_size, name, world = 32, "knowing", WHOLE

    def __init__(self, asked, binds=True):
        self.binds = binds
        self.by_caption = dict(zip(asked["caption"], asked["facts"], strict=True))
        self.by_pixels = {pictures.paint(f, 32).tobytes(): f for f in asked["facts"]}

    def score(self, captions, picture, against_empty=False):
        seen = self.by_pixels[picture.tobytes()]
        return np.array([self._fit(self.by_caption[caption], seen) for caption in captions])

    def _fit(self, said, seen):
        if self.binds:
            return sum(said[slot] == seen[slot] for slot in said)
        return len(set(map(str, said.values())) & set(map(str, seen.values())))


def test_each_axis_asks_for_what_it_is_named_after():
    class Model:
        judge, world = None, WHOLE

    asked = axes.axes(Model(), 6)
    assert list(asked["axis"].unique()) == list(axes.AXES) and asked["caption"].is_unique
    counts = [f["count"] for f in asked[asked["axis"] == "counting"]["facts"]]
    assert set(counts) <= {2, 3, 4}
    for facts, said in asked[asked["axis"] == "color attribution"][["facts", "asked"]].itertuples(index=False):
        assert len(said) == 3 and all(facts[slot] == value for slot, value in said.items())
    assert not any(is_held_out(facts) for facts in asked["facts"])
    assert answer(asked)["right"].all()


def test_axes_are_those_the_judge_can_read():
    class Model:
        world = WHOLE

        class judge:
            config = JudgeConfig(questions={"counting": {}, "outfit": {}})

    assert set(axes.axes(Model(), 2)["axis"]) == {"counting", "color attribution"}
    Model.judge.config = JudgeConfig(questions={"country": {}})
    with pytest.raises(ValueError, match=r"shown and the judge reads country; no axis"):
        axes.axes(Model(), 2)


def test_drawn_questions_differ_and_come_again():
    facts = axes.sample("outfit", 30, 3)
    assert facts == axes.sample("outfit", 30, 3) != axes.sample("outfit", 30, 4)
    assert all(is_held_out(f) for f in axes.sample("outfit", 5, unseen=True))
    with pytest.raises(ValueError, match="no seen counting fits"):
        axes.sample("counting", 1, fits=lambda f: f["count"] == 9)


def test_garments_run_from_none_to_four():
    asked = binding.garments(5)
    assert list(asked["garments"]) == [n for n in range(5) for _ in range(5)]
    assert all(len(axes.worn(f)) == n for f, n in zip(asked["facts"], asked["garments"], strict=True))
    bare = answer(asked, lambda q: q["facts"] | {"hat": "none"})
    assert list(binding.garments_right(bare)[asked["garments"] == 4]) == [3] * 5
    right = binding.garments_shared(bare)
    assert right.loc[4, 3] == 1 and right.loc[0, 0] == 1 and (right.sum(axis=1) == 1).all()


@pytest.mark.parametrize("family, kind", [("outfit", "swapped"), ("blocks", "swapped"), ("blocks", "reversed")])
def test_the_sides_of_a_pair_say_the_same_words(family, kind):
    asked = binding.pairs(family, 8, kind=kind)
    for _, sides in asked.groupby("pair"):
        one, other = sides["caption"]
        plain = [sorted(c.replace(",", "").replace(" an ", " a ").split()) for c in (one, other)]
        assert one != other and len(plain[0]) == len(plain[1])
        assert set(plain[0]) == set(plain[1]) and list(sides["rival"]) == list(sides["facts"])[::-1]
    assert not any(is_held_out(f) for f in asked["facts"])


def test_a_family_without_pairs_says_which_has_them():
    with pytest.raises(ValueError, match=r"outfit has no reversed pairs; .* blocks"):
        binding.pairs("outfit", 2, kind="reversed")


def test_swaps_tell_a_model_that_binds_from_one_that_does_not():
    asked = binding.pairs(count=12)
    binds = binding.swaps(answer(asked))
    assert binds["one only"] == len(asked) and binds["p"] < 0.001
    coin = random.Random(0)
    loose = binding.swaps(answer(asked, lambda q: q["facts"] if coin.random() < 0.5 else q["rival"]))
    assert loose["one only"] + loose["other only"] == len(asked) and loose["p"] > 0.05
    assert binding.both_right(answer(asked))["both"].all()
    one = binding.both_right(answer(asked, lambda q: q["facts"] if q["side"] == 0 else q["rival"]))
    assert one["one"].all() and not one["other"].any() and not one["both"].any()


def test_forced_choice_needs_the_places_of_the_words():
    asked = binding.pairs(count=6)
    knows = binding.forced_choice(Knowing(asked), asked)
    assert len(knows) == 6 and knows[["text", "image", "group"]].all(axis=None) and (knows["margin"] > 0).all()
    loose = binding.forced_choice(Knowing(asked, binds=False), asked)
    assert not loose["group"].any() and (loose["margin"] == 0).all()
    tiny = binding.forced_choice(make_model(), binding.pairs(count=2, kind="swapped"))
    assert set(tiny.columns) == {"caption", "other", "text", "image", "group", "margin"}


@pytest.mark.parametrize("family", ["outfit", "scene"])
def test_seen_and_unseen_sets_have_atoms_as_common(family):
    asked = novelty.matched(family, 10)
    seen, unseen = (asked[asked["combination"] == name] for name in ("seen", "unseen"))
    assert len(seen) == len(unseen) and abs(seen["bits"].mean() - unseen["bits"].mean()) < 0.15
    assert not any(map(is_held_out, seen["facts"])) and all(map(is_held_out, unseen["facts"]))
    for a, b in zip(seen["facts"], unseen["facts"], strict=True):
        assert list(pictures.stated(a)) == list(pictures.stated(b))


def test_a_rarer_atom_is_more_surprising():
    facts = pictures.sample_facts(random.Random(0), "scene")
    plain, rare = facts | {"medium": "illustration"}, facts | {"medium": "pencil sketch"}
    assert novelty.rarity(plain)[0] < 2.5 < novelty.rarity(rare)[0]


def test_gap_between_seen_and_unseen_combinations(monkeypatch):
    def drawn(model, asked, seed):
        return answer(asked, lambda question: question["facts"] if question["combination"] == "seen" else model.drawn)

    monkeypatch.setattr(novelty, "probe", drawn)
    monkeypatch.setattr(novelty, "ceiling", lambda model, asked, seed: answer(asked))
    wrong = pictures.sample_facts(random.Random(0), "outfit") | dict.fromkeys(
        ("hat", "gloves", "shirt", "pants"), "none"
    )
    found = novelty.gap(SimpleNamespace(world=WHOLE, drawn=wrong), "outfit", 8)
    assert list(found["score"]) == [1, 0] and list(found["ceiling"]) == [1, 1]
    assert found["difference"].str.startswith("shown").all()


def test_the_ladder_has_every_rung():
    asked = novelty.ladder("counting", 4)
    assert tuple(asked["rung"].unique()) == novelty.RUNGS
    by = dict(list(asked.groupby("rung")))
    assert all(f["change"] == novelty.NEVER_SHOWN for f in by["unseen change"]["facts"])
    assert list(by["unseen phrasing"]["facts"]) == list(by["seen"]["facts"])
    assert all(c == pictures.captions(f)[-1] for c, f in by["unseen phrasing"][["caption", "facts"]].values)
    assert set(by["shifted layout"]["jitter"]) == {novelty.JITTER}


def test_climbing_draws_no_picture_of_a_shifted_layout_and_weighs_all():
    class Model:
        name, picture_size, world = "counter", 16, WHOLE

        class judge:
            config = JudgeConfig(questions={"counting": {}})

            def read(images, family):
                return [{"counted": "cup", "count": 2} for _ in images]

        settings = make_model().settings

        def draw_each(self, captions, n=1, seed=0, **settings):
            return make_model().draw_each(captions, n, seed, **settings)

        def score(self, caption, picture):
            return make_model().score("two cups", picture)

        def encode(self, images):
            return torch.zeros(len(images), 1)

        def decode(self, tokens):
            return [*tokens]

    found = novelty.climb(Model(), novelty.ladder("counting", 3), temperature=0.5).set_index("rung")
    assert list(found.index) == list(novelty.RUNGS) and (found["bits"] > 0).all()
    assert found["score"].isna().tolist() == [False, False, False, True, True]
    assert found["ceiling"].isna().tolist() == [False, False, False, True, False]


def test_paraphrases_share_their_facts():
    facts = axes.sample("outfit", 3)
    asked = wording.paraphrases(facts)
    assert len(asked) == 15 and asked["caption"].is_unique and list(asked["words"].unique())[-1] == wording.KEPT
    brittle = answer(asked, lambda q: q["facts"] if q["words"] == "1" else q["facts"] | {"animal": "none"})
    found = wording.compared(brittle, "words", "1", wording.KEPT)
    assert (found["one only"], found["other only"]) == (3, 0)
    with pytest.raises(ValueError, match=r"words '1' and '9'"):
        wording.compared(brittle, "words", "1", "9")


def test_captions_are_said_again_as_long_as_they_fit():
    facts = axes.sample("counting", 4)
    asked = wording.repeated(facts)
    assert list(asked["times"]) == [1] * 4 + [2] * 4 + [3] * 4
    assert asked["caption"][8].count(asked["caption"][0]) == 3 and asked["caption"][8].endswith(".")
    assert all(len(default().pieces(c)) < 64 for c in asked["caption"])
    with pytest.raises(ValueError, match="none of these captions fits 8 tokens"):
        wording.repeated(facts, window=8)


def test_open_captions_score_only_what_they_say():
    asked = wording.underspecified(count=4)
    assert set(asked["open"]) == set(wording.OPEN)
    for question in asked.to_dict("records"):
        kind = wording.OPEN[question["open"]]
        assert not set(kind.open) & set(question["asked"]) and set(kind.scored) <= set(question["asked"])
        assert not any(str(question["facts"][slot]) in question["caption"].split() for slot in kind.open)
    assert set(wording.underspecified(("scene",), 2)["open"]) == {"which place", "which time"}
    with pytest.raises(ValueError, match=r"country; there are some in blocks"):
        wording.underspecified(("country",))


def test_what_is_filled_in_is_counted_beside_training():
    asked = wording.underspecified(("counting",), 8)
    twos = answer(asked, lambda q: q["facts"] | {"count": 2}, n=4)
    found = wording.filled_in(twos).set_index("value")
    assert found.loc[2, "share"] == 1 and 0.1 < found.loc[2, "training"] < 0.3 and twos["right"].all()
    (bits,) = wording.variety(twos).to_dict("records")
    assert bits["bits"] == 0 and 2.2 < bits["training bits"] <= np.log2(5)


def test_relations_and_their_opposites():
    asked = relations.relations(2)
    assert asked["relation"].nunique() == 8 and len(asked) == 16
    found = relations.confused(answer(asked, lambda q: q["facts"] | {"relation": "far from"}))
    assert (found["far from"] == 1).all() and len(found) == 8


def test_blocks_that_are_exchanged_are_read_as_the_opposite():
    asked = relations.relations(2)
    found = relations.confused(answer(asked))
    assert all(found.loc[relation, relation] == 1 for relation in found.index)
    exchanged = answer(
        asked, lambda q: q["facts"] | {"color": q["facts"]["other_color"], "other_color": q["facts"]["color"]}
    )
    found, steps = relations.confused(exchanged), relations.way_round(exchanged)
    assert list(steps["pictures"]) == [14, 14, 0] and list(steps["of"]) == [14, 14, 14]
    assert found.loc["floating above", "floating below"] == found.loc["far from", "far from"] == 1
    assert found.loc["sitting below", "sitting on"] == found.loc["standing left of", "standing right of"] == 1
    found = relations.confused(answer(asked, lambda q: q["facts"] | {"color": "none"}))
    assert (found["other blocks"] == 1).all()


def test_the_same_picture_is_said_from_either_side():
    asked = relations.restated(2)
    assert len(asked) == 24
    for _, sides in asked.groupby("pair"):
        one, other = (pictures.paint(facts, 32).tobytes() for facts in sides["facts"])
        assert one == other and sides["caption"].nunique() == 2
    found = relations.asymmetry(
        answer(asked, lambda q: q["facts"] if q["side"] else q["facts"] | {"relation": "far from"}), "side"
    )
    assert (found["one only"], found["other only"]) == (0, 12) and found["p"] < 0.001


def test_sizes_are_told_apart_with_the_same_two_blocks():
    asked = relations.sizes(5)
    assert list(asked["order"].unique()) == ["small on large", "large on small"]
    assert list(asked["caption"][:1]) != list(asked["caption"][5:6]) and not any(map(is_held_out, asked["facts"]))
    small_only = answer(asked, lambda q: q["facts"] | {"size": "small", "other_size": "large"})
    found = relations.asymmetry(small_only, "order")
    assert found["one"] == "small on large" and found["one only"] == 5
    with pytest.raises(ValueError, match="'relation' does not make pairs"):
        relations.asymmetry(answer(relations.relations(1)), "relation")
