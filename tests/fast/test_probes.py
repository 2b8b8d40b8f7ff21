"""A probe: captions to pictures to facts to scores, beside floor, ceiling and interval; interrupted, it resumes."""

import inspect
import math
import random
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import torch
from scipy import stats

from helpers import pictures, probes
from helpers.models.daikon import TextToImage
from helpers.models.identity import drawn_by
from helpers.networks.judge import UNREADABLE, Judge, JudgeConfig, questions
from helpers.pictures.world import WHOLE
from helpers.probes import asking
from helpers.sampling import Settings
from tests.tiny import make_dvae, make_model, make_transformer

ASKED = [pictures.sample_facts(random.Random(i), "outfit") for i in range(20)]
COUNTS = [{"family": "counting", "counted": "cup", "count": n, "layout": "first", "table": "oak"} for n in range(1, 6)]


COUNTING = {"family": "counting", "counted": "cup", "count": 2}
TWO, THREE = np.int64(2), torch.tensor(3)


class Reader:
    """A judge that knows what was painted: the pictures handed to it are their facts."""

    def read(self, images, family):
        return list(images)


class Painter:
    """A model that paints every caption right but for the hat of each second picture."""

    name, judge, world = "painter", Reader(), WHOLE

    def settings(self, n=1, seed=0, **given):
        return Settings(n, seed, **given)

    def draw_each(self, captions, n=1, seed=0, **settings):
        by_caption = {pictures.captions(facts)[0]: facts for facts in ASKED}
        for caption in captions:
            facts = by_caption[caption]
            wrong = facts | {"hat": UNREADABLE}
            drawn = [facts if i % 2 == 0 else wrong for i in range(n)]
            yield SimpleNamespace(pictures=drawn, tokens=torch.zeros(n, 4, dtype=torch.long))


class Counted(TextToImage):
    """The tiny model with a judge; it counts the captions that it draws and may be interrupted."""

    def __init__(self, seed=0, stop=None):
        with torch.random.fork_rng():
            torch.manual_seed(0)
            judge = Judge(JudgeConfig(16, 4, 8, 1, questions(("counting",)))).eval()
        super().__init__(make_dvae(), make_transformer(seed=seed), "tiny", judge=judge)
        self.drawn, self.stop = 0, stop

    def draw_each(self, captions, n=1, seed=0, **settings):
        for caption in captions:
            if self.drawn == self.stop:
                raise KeyboardInterrupt
            self.drawn += 1
            yield from super().draw_each([caption], n, seed, **settings)


def test_a_row_a_picture_with_what_was_asked_and_read():
    rows = probes.probe(Painter(), ASKED, n=2)
    assert len(rows) == 40 and set(rows.groupby("caption").size()) == {2}
    assert rows[rows["index"] == 0]["right"].all() and not rows[rows["index"] == 1]["right"].any()
    assert (rows[rows["index"] == 1]["share"] == 0.8).all()
    assert all(row.read["hat"] == UNREADABLE for row in rows[rows["index"] == 1].itertuples())


def test_rows_stand_in_the_order_of_the_questions_with_their_labels():
    asked = probes.questions(ASKED, number=list(range(20)), kind="doll")
    rows = probes.probe(Painter(), asked, n=2)
    assert list(rows["number"]) == [i for i in range(20) for _ in range(2)] and set(rows["kind"]) == {"doll"}
    assert list(rows["facts"]) == list(asked["facts"].repeat(2)) and list(rows["index"]) == [0, 1] * 20


def test_only_the_scored_slots_count():
    rows = probes.probe(Painter(), probes.questions(ASKED, scored=("animal", "shirt")), n=2)
    assert rows["right"].all() and set(rows["asked"][0]) == {"family", "animal", "shirt"}
    assert not probes.scored({"family": "outfit", "hat": "red"}, {"hat": "blue"})["right"]


@pytest.mark.parametrize(
    "asked, message",
    [
        ("a fox", r"asked is 'a fox'; give a list of captions or of facts, such as \[\{'family'"),
        ({"family": "thing"}, "asked is {'family': 'thing'}; give a list"),
        (["a fox", COUNTS[0]], "'a fox' is no picture's facts; give a dict with its family"),
        (["a fox", " "], "the caption is empty"),
        ([{}], "is no picture's facts"),
        ([{"color": "red"}], "is no picture's facts"),
        ([{"family": "outfits"}], "family 'outfits' is not in the picture world; nearest: outfit"),
        ([{"family": None}], "family None is not in the picture world"),
        ([{"family": "counting", "counted": "cup"}], "facts of counting lack 'count'; give it, or 'none'"),
        ([COUNTS[0] | {"colour": "red"}], "counting has no colour; it has counted"),
        ([COUNTS[0] | {"count": 99}], "count 99 is not in the picture world"),
        ([COUNTS[0] | {"count": [3]}], r"count \[3\] is not in the picture world"),
        ([], "there is nothing to ask"),
        (
            pd.DataFrame({"caption": ["a fox"], "facts": [{}]}),
            "the questions lack asked; make them with probes.questions",
        ),
        (pd.DataFrame({"said": ["a fox"]}), "the questions lack asked, caption, facts"),
    ],
    ids=str,
)
def test_what_is_no_question_is_refused_in_a_sentence(asked, message):
    with pytest.raises(ValueError, match=message) as error:
        probes.probe(Painter(), asked)
    assert "\n" not in str(error.value)


def test_every_picture_of_the_world_may_be_asked_for():
    for family in pictures.FAMILIES:
        facts = [pictures.sample_facts(random.Random(i), family, unseen=None) for i in range(30)]
        assert len(probes.questions(facts)) == len(probes.questions(iter(facts), phrasing=-1)) == 30


def test_the_floor_asks_what_another_caption_asked():
    rows = probes.probe(Painter(), ASKED)
    low = probes.floor(rows)
    assert rows["share"].mean() == 1 and low["share"].mean() < 0.6 and not low["right"].any()
    assert list(low["read"]) == list(rows["read"])


def test_without_another_caption_there_is_no_floor():
    rows = probes.probe(Painter(), ASKED[:1], n=4)
    assert len(probes.floor(rows)) == 0


def test_intervals_are_over_captions_not_pictures():
    few = pd.DataFrame({"caption": ["a", "b", "c", "d"], "right": [True, False, True, True]})
    many = pd.concat([few] * 50)
    assert probes.interval(few) == probes.interval(many)
    mean, low, high = probes.interval(few)
    assert mean == 0.75 and low < mean < high


@pytest.mark.parametrize("n", [1, 2, 8, 18, 206])
def test_intervals_stay_honest_at_the_ends(n):
    """Of the width that scipy gives a binomial, for 0 and n right of n, and for one picture that is not."""
    captions = [str(i) for i in range(n)]
    for right in {0, 1, n - 1, n}:
        rows = pd.DataFrame({"caption": captions, "right": [i < right for i in range(n)]})
        wanted = stats.binomtest(right, n).proportion_ci(method="wilson")
        share, low, high = probes.interval(pd.concat([rows] * 3))
        assert share == right / n and (low, high) == pytest.approx(tuple(wanted), abs=1e-6)
        assert 0 <= low <= share <= high <= 1 and high - low > 0.5 / (n + 4)


def test_captions_that_are_half_right_each_are_not_certain():
    rows = pd.DataFrame({"caption": ["a", "a", "b", "b"], "right": [True, False] * 2, "bits": [3.0] * 4})
    share, low, high = probes.interval(rows)
    assert share == 0.5 and low < 0.2 and high > 0.8
    assert probes.interval(rows, "bits") == (3, 3, 3)
    assert all(map(math.isnan, probes.interval(rows[:0])))


def test_the_interval_holds_what_it_says_nineteen_times_of_twenty():
    for truth in (0.02, 0.5, 0.98):
        rng, held = random.Random(0), 0
        for _ in range(200):
            right = [rng.random() < truth for _ in range(18)]
            _, low, high = probes.interval(pd.DataFrame({"caption": [str(i) for i in range(18)], "right": right}))
            held += low <= truth <= high
        assert held >= 0.92 * 200


def test_a_table_has_a_row_a_group_between_floor_and_ceiling():
    rows = probes.probe(Painter(), probes.questions(ASKED, half=["first"] * 10 + ["second"] * 10), n=2)
    true = probes.judged(Painter(), ASKED, list(rows["caption"][::2]), [[f] for f in ASKED])
    true["half"] = list(rows["half"][::2])
    found = probes.table(rows, "half", true)
    assert list(found["half"]) == ["first", "second"] and list(found["n"]) == [10, 10]
    assert (found["score"] == 0.5).all() and (found["ceiling"] == 1).all() and (found["floor"] < 0.1).all()
    assert probes.table(rows, "half")["ceiling"].isna().all()


def test_mcnemar_counts_only_the_pairs_that_differ():
    one, other = [True] * 9 + [False] * 6, [True] * 5 + [False] * 10
    found = probes.mcnemar(one, other)
    assert (found["both"], found["one only"], found["other only"], found["neither"]) == (5, 4, 0, 6)
    assert found["p"] == pytest.approx(2 * 0.5**4)
    assert probes.mcnemar(one, one)["p"] == 1
    assert probes.verdict(0.012) == "shown (p = 0.012)" and probes.verdict(0.05) == "not shown (p = 0.05)"
    with pytest.raises(ValueError, match=r"15 and 2 answers"):
        probes.mcnemar(one, [True, False])


def test_the_ceiling_is_what_the_tokenizer_leaves_of_true_pictures():
    class Model(Painter):
        picture_size = 16
        judge = SimpleNamespace(read=lambda images, family: [{"counted": "cup", "count": 2} for _ in images])

        def encode(self, images):
            self.seen = images
            return torch.arange(len(images))[:, None]

        def decode(self, tokens):
            return [self.seen[i] for i in tokens[:, 0]]

    model = Model()
    true = probes.ceiling(model, COUNTS)
    assert list(true["right"]) == [False, True, False, False, False] and len(model.seen) == 5
    assert np.array_equal(model.seen[1], pictures.paint(COUNTS[1], 16))
    assert len(probes.ceiling(model, probes.questions(COUNTS, jitter=0.5))) == 5
    assert not np.array_equal(model.seen[1], pictures.paint(COUNTS[1], 16))


def test_a_probe_asked_twice_draws_once(tmp_path):
    model = Counted()
    first = probes.probe(model, COUNTS, n=2, cache=tmp_path, temperature=0.7)
    assert model.drawn == 5 and len(first["tokens"][0]) == 16
    pd.testing.assert_frame_equal(probes.probe(model, COUNTS, n=2, cache=tmp_path, temperature=0.7), first)
    assert model.drawn == 5
    one = probes.probe(model, COUNTS, cache=tmp_path, temperature=0.7)
    assert model.drawn == 5 and list(one["tokens"]) == list(first[first["index"] == 0]["tokens"])


def test_what_is_kept_whole_asks_the_model_for_nothing(tmp_path):
    counted = Counted()
    model = TextToImage(counted.dvae, counted.transformer, "tiny", judge=counted.judge)
    first, again = (probes.probe(model, COUNTS[:1], cache=tmp_path) for _ in range(2))
    assert list(first["tokens"]) == list(again["tokens"])


def test_other_settings_seeds_weights_or_no_cache_draw_anew(tmp_path):
    model = Counted()
    probes.probe(model, COUNTS[:1], cache=tmp_path)
    for drawn, change in enumerate(({"seed": 1}, {"top_k": 3}, {"n": 2}, {"cache": None}), 2):
        probes.probe(model, COUNTS[:1], **{"cache": tmp_path} | change)
        assert model.drawn == drawn
    probes.probe(model, COUNTS[:1], cache=tmp_path, temperature=model.settings().temperature)
    assert model.drawn == 5
    other = Counted(seed=1)
    probes.probe(other, COUNTS[:1], cache=tmp_path)
    assert other.drawn == 1


@pytest.mark.slow
def test_an_interrupted_probe_goes_on_where_it_stopped(tmp_path):
    stopped = Counted(stop=3)
    with pytest.raises(KeyboardInterrupt):
        probes.probe(stopped, COUNTS, cache=tmp_path)
    model = Counted()
    rows = probes.probe(model, COUNTS, cache=tmp_path)
    assert model.drawn == 2
    pd.testing.assert_frame_equal(rows, probes.probe(Counted(), COUNTS, cache=None))


def test_rows_come_as_they_are_drawn(tmp_path):
    model = Counted()
    parts = probes.stream(model, COUNTS, cache=tmp_path)
    assert len(next(parts)) == 1 and model.drawn == 1
    assert sorted(row["question"] for rows in parts for row in rows) != [] and model.drawn == 5


def test_a_checkpoint_is_told_by_its_weights_and_precision():
    model = make_model()
    first = drawn_by(model)
    assert first == drawn_by(make_model()) != drawn_by(make_model(1)) and len(first) == 16
    assert drawn_by(make_model().to("cpu", "bfloat16")) != first and drawn_by(Painter()) is None


def test_what_cannot_be_asked_is_refused():
    with pytest.raises(ValueError, match="phrasing is 9; give a whole number from -5 to 4 for outfit"):
        probes.questions(ASKED, phrasing=9)
    with pytest.raises(ValueError, match="at least one caption"):
        probes.probe(Painter(), [])


@pytest.mark.parametrize(
    "change, said",
    [
        ({"count": "many"}, "count 'many' is not in the picture world; one of: 1, 2, 3"),
        ({"count": 2.0}, "count 2.0 is not in the picture world; nearest: 2"),
        ({"count": [2]}, r"count \[2\] is not in the picture world"),
        ({"family": ["counting"]}, r"family \['counting'\] is not in the picture world; nearest: counting"),
        ({"family": {}}, "family {} is not in the picture world"),
        ({"counted": None}, "counted None is not in the picture world"),
        ({"more": 1}, "counting has no more"),
    ],
    ids=str,
)
def test_facts_of_another_type_are_one_sentence(change, said):
    with pytest.raises(ValueError, match=said) as error:
        probes.questions([COUNTING | change])
    assert "\n" not in str(error.value)


def test_numbers_of_numpy_and_torch_ask_for_the_same_pictures(tmp_path):
    one, two = (probes.probe(Counted(), [COUNTING], n, seed, cache=tmp_path) for n, seed in ((2, 3), (TWO, THREE)))
    assert list(two["seed"]) == [3, 3] and list(two["tokens"]) == list(one["tokens"])


@pytest.mark.parametrize("phrasing", ["x", 1.0, None, True, -6])
def test_a_phrasing_is_a_whole_number(phrasing):
    with pytest.raises(ValueError, match=r"phrasing is .*; give a whole number from -5 to 4 for outfit"):
        inspect.unwrap(asking._phrased)(ASKED[0], phrasing)  # outside of tests nothing checks types


def test_without_a_judge_the_message_says_how_to_train_one():
    with pytest.raises(ValueError, match=r"no judge.*helpers\.training judge"):
        probes.judged(SimpleNamespace(judge=None, name="tiny"), ASKED, [], [])
    with pytest.raises(ValueError, match=r"no judge"):
        probes.probe(make_model(), ASKED)
