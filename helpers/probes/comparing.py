"""The same questions to several models: a row of scores for each, and a test of whether they differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pandas as pd
from PIL import Image

from helpers.checks import check
from helpers.probes.asking import probe
from helpers.probes.scores import mcnemar, table
from helpers.show import scores


@dataclass(frozen=True)
class Comparison:
    """Several models' answers to the same questions: `rows` of `probe` with a column `model`, in the models' order."""

    rows: pd.DataFrame

    @property
    def table(self) -> pd.DataFrame:
        """One row per model: n captions, score with its 95% interval, floor, and a comparison with the first model.

        It counts captions whose first picture `only this` model or `only the first` has right; p is McNemar's, exact.
        Each p is of one pair of models: with twenty models that do not differ, about one p is below 0.05 by chance.
        """
        found = table(self.rows, "model").drop(columns="ceiling")
        first = self.rows[self.rows["index"] == 0].drop_duplicates(["model", "caption"])
        right = [part["right"].to_numpy() for _, part in first.groupby("model", sort=False)]
        tests = [mcnemar(right[0], one) for one in right]
        found["only this"] = [test["other only"] for test in tests]
        found["only the first"] = [test["one only"] for test in tests]
        found["p"] = [float("nan"), *(test["p"] for test in tests[1:])]
        return found

    @property
    def figure(self) -> Image.Image:
        """A bar for each model with its interval, and ticks at the floors."""
        return scores(self.table.set_index("model"))


def compare(models: Iterable, asked: Iterable | pd.DataFrame, judge=None, **options) -> Comparison:
    """Ask two or more models the same questions with the same seed; `options` are those of `probe`.

    One judge reads the pictures of all models, so that the scores can be compared: `judge`, or that of the first model
    that has one. Raises ValueError for fewer than two models, for captions without facts, and without a judge.
    """
    models = several(models)
    asked = asked if isinstance(asked, pd.DataFrame) else list(asked)
    plain = "asked" not in asked if isinstance(asked, pd.DataFrame) else any(isinstance(one, str) for one in asked)
    check(not plain, "asked", "captions without facts", "facts, which can be right or wrong: probes.questions(facts)")
    judge = judge or judge_of(models)
    parts = [probe(model, asked, judge=judge, **options) for model in models]
    named = zip(names(models), parts, strict=True)
    return Comparison(pd.concat([part.assign(model=name) for name, part in named], ignore_index=True))


def several(models: Iterable) -> list:
    """The models as a list; a ValueError unless there are at least two."""
    found = list(models) if isinstance(models, Iterable) else [models]
    check(len(found) > 1, "models", found, "at least two in a list, such as [load('nano'), load('micro')]")
    return found


def judge_of(models: list):
    """The judge of the first model that has one; None where none has."""
    return next((model.judge for model in models if model.judge is not None), None)


def names(models: list) -> list[str]:
    """A distinct name for each model: its name, its precision unless float32, a number where these are the same."""
    called = [m.name if m.precision == "float32" else f"{m.name} in {m.precision}" for m in models]
    return list(_numbered(called))


def _numbered(called: list[str]) -> Iterator[str]:
    for i, name in enumerate(called):
        before = called[:i].count(name)
        yield f"{name} ({before + 1})" if before else name
