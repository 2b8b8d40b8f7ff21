"""Two models or more on the same questions: paired, tested, named."""

import inspect
import random

import pandas as pd
import pytest
from scipy import stats

from helpers import pictures, probes
from helpers.probes import comparing
from helpers.probes.comparing import names
from tests.fake import FakeModel
from tests.tiny import make_model

ASKED = [pictures.sample_facts(random.Random(i), "outfit") for i in range(20)]


def rows_of(**right):
    """Rows as `compare` gathers them, of models that have these answers right."""
    lines = []
    for model, answers in right.items():
        for i, good in enumerate(answers):
            read = ASKED[i] if good else ASKED[i] | {"hat": "unreadable"}
            caption = pictures.captions(ASKED[i])[0]
            lines.append({"caption": caption, "model": model, "index": 0} | probes.scored(ASKED[i], read))
    return pd.DataFrame(lines)


def test_the_table_has_mcnemars_exact_p_of_the_captions_that_differ():
    a, b, c = [True] * 12 + [False] * 8, [True] * 4 + [False] * 16, [False] * 8 + [True] * 12
    found = probes.Comparison(rows_of(a=a, b=b, c=c)).table.set_index("model")
    assert list(found.index) == ["a", "b", "c"] and list(found["n"]) == [20, 20, 20]
    assert list(found["score"]) == [0.6, 0.2, 0.6] and (found["low"] < found["score"]).all()
    assert list(found["only this"]) == [0, 0, 8] and list(found["only the first"]) == [0, 8, 8]
    assert pd.isna(found["p"]["a"]) and found["p"]["b"] == pytest.approx(2 * 0.5**8)
    assert found["p"]["c"] == pytest.approx(stats.binomtest(8, 16).pvalue) == 1


def test_more_pictures_of_a_caption_and_captions_said_twice_make_no_more_pairs():
    rows = rows_of(a=[True] * 12 + [False] * 8, b=[False] * 20)
    more = pd.concat([rows, rows, rows.assign(index=1, right=True)], ignore_index=True)
    more = more.sort_values("model", kind="stable", ignore_index=True)
    assert list(probes.Comparison(more).table["p"][1:]) == [pytest.approx(2 * 0.5**12)]
    assert list(probes.Comparison(more).table["n"]) == [20, 20]


def test_models_are_asked_the_same_questions_and_judged_by_the_first_judge():
    class Judge:
        read = staticmethod(lambda images, family: [ASKED[0] for _ in images])

    first, second = FakeModel(), FakeModel(judge=Judge())
    asked = probes.questions(ASKED, group="all")
    compared = probes.compare([first, second], asked, n=2, seed=3)
    assert list(compared.rows["model"]) == ["fake"] * 40 + ["fake (2)"] * 40
    halves = compared.rows[compared.rows["model"] == "fake"], compared.rows[compared.rows["model"] == "fake (2)"]
    assert list(halves[0]["caption"]) == list(halves[1]["caption"]) and set(compared.rows["group"]) == {"all"}
    assert list(compared.table["p"][1:]) == [1] and compared.figure.width > 400
    assert set(compared.rows["seed"]) == {3}


def test_models_are_told_by_name_then_precision_then_number():
    models = [make_model(), make_model().to("cpu", "bfloat16"), make_model(), make_model(1)]
    assert names(models) == ["tiny", "tiny in bfloat16", "tiny (2)", "tiny (3)"]


@pytest.mark.parametrize(
    "models, asked, said",
    [
        ([FakeModel()], ASKED, "models is .*; give at least two in a list"),
        ([FakeModel(), FakeModel()], ["a fox"], "asked is 'captions without facts'; give facts"),
        ([FakeModel(), FakeModel()], pd.DataFrame({"caption": ["a fox"]}), "asked is 'captions without facts'"),
        ([FakeModel(), FakeModel()], ASKED, "fake has no judge"),
    ],
    ids=["one", "strings", "a frame of captions", "no judge"],
)
def test_what_cannot_be_compared_is_a_sentence(models, asked, said):
    with pytest.raises(ValueError, match=said):
        comparing.compare(models, asked)


def test_one_model_is_not_several():
    with pytest.raises(ValueError, match=r"models is .*; give at least two in a list"):
        inspect.unwrap(comparing.several)(FakeModel())  # outside of tests nothing checks types
