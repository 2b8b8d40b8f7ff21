"""Board: watch a probe run; captions done, the score of each group, the latest pictures."""

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import ipywidgets as W
import pandas as pd
import torch
from PIL import Image

from helpers.checks import shown
from helpers.files import EXPORTS, free_path, write_atomically
from helpers.page import Shown, Still
from helpers.probes import questions, stream, table
from helpers.probes.comparing import judge_of, names, several
from helpers.probes.marks import html, mark
from helpers.probes.tables import to_csv
from helpers.show import captioned, scores
from helpers.widgets.live import Live
from helpers.widgets.panel import Panel, button, pictures, put

COLUMNS, SIDE, LATEST = 4, 128, 8  # the latest pictures: how many in a row, pixels a side, how many
SHOW_SECONDS = 1.0  # between two figures of the scores


class Board(Panel):
    """Run a probe over groups of facts and watch the scores; pause, cancel, export the rows as CSV.

    `model` may be a list of several models: they are asked one after another, and one judge reads all pictures.
    `groups` are (label, facts of many pictures); `ceilings`: label -> the best score that a group can get, where known.
    `settings` are those of `probe`: n, seed, phrasing, cache, temperature, ….
    """

    def __init__(
        self,
        model,
        groups: Iterable[tuple[str, list[dict]]],
        ceilings: Mapping[str, float] | None = None,
        exports: Path = EXPORTS,
        **settings,
    ):
        models = several(model) if isinstance(model, list | tuple) else [model]
        super().__init__(models[0], exports)
        self.models = dict(zip(names(models), models, strict=True))
        self.device = f"{' and '.join(self.models)} on {self.model.device}"
        how = {name: value for name, value in settings.items() if name not in ("phrasing", "cache")}
        for one in models:
            one.settings(**{"n": 1} | how)  # refuses what cannot be drawn with before anything is drawn
        self.groups, self.settings = _pairs(groups), settings
        self.ceilings = ceilings
        self.rows = pd.DataFrame()
        self.going = threading.Event()
        self.begin = button("Start", "Draw and judge all captions", self.start, button_style="primary")
        self.pause = button("Pause", "Wait after the captions at hand", self._pause, disabled=True)
        self.cancel = button("Cancel", "Stop; what is judged stays", self.cancelled, disabled=True)
        self.export = button("Export", "Save the rows as CSV", self._export, disabled=True)
        self.bars, self.numbers = Live(), W.HTML()
        self.status.text = f"Ready: {self._whole()} with {self.device}. Press Start."
        self.hooks("begin", "pause", "cancel", "export", "progress", "status", "bars", "numbers", "live")
        buttons = W.Box([self.begin, self.pause, self.cancel, self.export])
        self.children = [buttons, self.pace, self.status, self.saved, self.bars, self.numbers, self.live]

    def start(self) -> None:
        """Begin from the first caption, in a thread of its own."""
        if self.busy:
            self.status.text = "Still running: press Cancel first."
            return
        self.rows = pd.DataFrame()
        self.going.set()
        self.run(f"Drawing and judging {self._whole()} with {self.device} …", self._probe)

    def to_page(self, path: str | Path) -> Path:
        """Write the scores and the first pictures of each group as one HTML file; ValueError where there are none."""
        if self.rows.empty:
            raise ValueError("nothing is judged yet: press Start first")
        shown = {label: self._shown(rows) for label, rows in self.rows.groupby("group")}
        return Still.board(f"Scores of {' and '.join(self.models)}", self._summed(), shown).to_page(path)

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons: while running, only Pause and Cancel."""
        super().set_busy(busy)
        self.pause.disabled = self.cancel.disabled = not busy
        self.pause.description = "Pause"
        self.begin.disabled = busy
        self.export.disabled = busy or self.rows.empty

    def _probe(self, stop: threading.Event) -> str:
        phrasing = self.settings.get("phrasing", 0)
        asked = [questions(facts, phrasing, group=label) for label, facts in self.groups if facts]
        if not asked:
            return "There is no caption to draw: give at least one group with facts."
        frame, rows = pd.concat(asked, ignore_index=True), []
        total = len(frame) * len(self.models)
        began = next_look = time.monotonic()
        with closing(self._answers(frame)) as answers:
            for answer in answers:
                rows += answer
                done, now = len({(row["model"], row["question"]) for row in rows}), time.monotonic()
                if now >= next_look or done == total or stop.is_set():
                    self._show(rows, done, total, now - began)
                    next_look = now + max(SHOW_SECONDS, 2 * (time.monotonic() - now))
                paused = time.monotonic()
                self.going.wait()
                began += time.monotonic() - paused
                if stop.is_set() and done < total:
                    return f"Cancelled after {done} of {total} captions; what is judged stays."
        return f"Done: {self._whole()} in {time.monotonic() - began:.0f} s with {self.device}."

    def _answers(self, frame: pd.DataFrame) -> Iterator[list[dict]]:
        """The rows of each caption, one model after another; with several models, group names include the model's."""
        judge = judge_of(list(self.models.values())) if len(self.models) > 1 else None
        for name, model in self.models.items():
            after = f", {name}" if len(self.models) > 1 else ""
            for answer in stream(model, frame, judge=judge, **self.settings):
                yield [row | {"group": f"{row['group']}{after}", "model": name} for row in answer]

    def _decoded(self, rows: list[dict]) -> list[Image.Image]:
        """The pictures of some rows, each by the model that drew it, all of one size."""
        images = [self.models[row["model"]].decode(torch.tensor([row["tokens"]]))[0] for row in rows]
        side = max(image.width for image in images)
        return [image.resize((side, side), Image.Resampling.NEAREST) for image in images]

    def _show(self, rows: list[dict], done: int, total: int, seconds: float) -> None:
        in_order = pd.DataFrame(rows).sort_values(["question", "index"], kind="stable", ignore_index=True)
        self.rows = in_order.drop(columns="question")
        summed = self._summed()
        left = seconds / done * (total - done)
        self.report(done, total, left)
        self.time_left.value = f"{done} of {total} captions, {left:.0f} s left"
        said = [f"{label}: {row.score:.0%} right ({row.low:.0%} to {row.high:.0%})" for label, row in summed.iterrows()]
        put(self.bars, scores(summed), "; ".join(said))
        self.numbers.value = _html(summed)
        latest = rows[-LATEST:]
        images = self._decoded(latest)
        marks = [mark(row["asked"], row["read"]) for row in latest]
        blocks = [(f"{m} · {row['caption']}", [image]) for m, row, image in zip(marks, latest, images, strict=True)]
        page = captioned(blocks, min(COLUMNS, len(blocks)), max(1, SIDE // images[0].width))
        alt = "; ".join(f"{row['caption']}: {m}" for m, row in zip(marks, latest, strict=True))
        put(self.live, page, f"the latest pictures: {alt}")

    def _summed(self) -> pd.DataFrame:
        """The score of each group, with its ceiling."""
        summed = table(self.rows, "group").set_index("group").rename_axis(None)
        summed["ceiling"] = pd.Series(self.ceilings or {}, dtype=float).reindex(summed.index)
        return summed

    def _shown(self, rows: pd.DataFrame) -> list[Shown]:
        """The first pictures of some rows, with what was asked and what the judge says."""
        rows = rows.head(COLUMNS)
        marks = map(mark, rows["asked"], rows["read"])
        images = self._decoded(rows.to_dict("records"))
        return [Shown(*one) for one in zip(images, rows["caption"] + ": " + [*marks], strict=True)]

    def _whole(self) -> str:
        captions, groups = sum(len(facts) for _, facts in self.groups), len(self.groups)
        each = pictures(self.settings.get("n", 1))
        return f"{captions} captions in {groups} group{'s' * (groups != 1)}, {each} each"

    def _pause(self) -> None:
        with self._switching:  # so that the end of the job, if it comes at the same moment, has the last word
            if not self.busy:
                return
            if self.going.is_set():
                self.going.clear()
                self.pause.description, self.status.text = "Resume", "Paused after the captions at hand: press Resume."
            else:
                self.going.set()
                self.pause.description, self.status.text = "Pause", f"Going on with {self.device} …"

    def cancelled(self) -> None:
        """Stop, also while paused; what is judged stays."""
        super().cancelled()
        self.going.set()

    def _export(self) -> None:
        self.save(self._written)

    def _written(self, folder: Path) -> list[Path]:
        """Save the rows as CSV."""
        name = " ".join(dict.fromkeys(self.rows["group"]))
        with free_path(f"probe {name}", self.settings.get("seed", 0), folder, ".csv") as path:
            write_atomically(path, to_csv(self.rows))
        return [path]


def _pairs(groups: object) -> list[tuple[object, list]]:
    """The groups as (label, list of facts); a ValueError for anything else."""
    try:
        return [(label, list(facts)) for label, facts in groups]
    except (TypeError, ValueError):
        raise ValueError(f"groups is {shown(groups)}; give pairs of a label and the facts of many pictures") from None


def _html(summed: pd.DataFrame) -> str:
    """The numbers behind the bars as an HTML table, for screen readers and for copying."""
    summed = summed.dropna(axis=1, how="all")
    rows = [[label, *("" if pd.isna(value) else f"{value:.3g}" for value in row)] for label, row in summed.iterrows()]
    return html(("group", *summed.columns), rows)
