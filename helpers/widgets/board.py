"""Board: a probe running; how many captions are done, the score of each group, the latest pictures."""

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

import ipywidgets as W
import pandas as pd

from helpers.files import EXPORTS, free_path, relative
from helpers.show import captioned, scores
from helpers.widgets.live import Live
from helpers.widgets.marks import html, mark
from helpers.widgets.panel import Panel, button, pictures, put
from helpers.widgets.tally import Tally, csv, listed, table, tallies

COLUMNS, SIDE = 4, 128  # of the latest pictures


class Board(Panel):
    """Run a probe over groups of facts and watch its scores grow; pause, cancel, export the rows as CSV.

    `groups` are (label, facts of many pictures); `ceilings` the best score that a group can get, where known.
    `settings` are those of `probe`: n, seed, phrasing, temperature, …
    """

    def __init__(
        self,
        model,
        groups: Iterable[tuple[str, list[dict]]],
        ceilings: Mapping[str, float] | None = None,
        exports: Path = EXPORTS,
        **settings,
    ):
        super().__init__(f"{model.name} on {model.device}")
        self.model, self.questions, self.settings = model, listed(groups), settings
        self.ceilings, self.exports = ceilings, exports
        self.rows = pd.DataFrame()
        self.going = threading.Event()
        self.begin = button("Start", "Draw and judge all captions", self.start, button_style="primary")
        self.pause = button("Pause", "Wait after the captions at hand", self._pause, disabled=True)
        self.cancel = button("Cancel", "Stop; what is judged stays", self._cancel, disabled=True)
        self.export = button("Export", "Save the rows as CSV", self._export, disabled=True)
        self.bars, self.numbers = Live(), W.HTML()
        self.status.text = f"Ready: {self._whole()} with {self.device}. Press Start."
        self.hooks("begin", "pause", "cancel", "export", "progress", "status", "bars", "numbers", "live")
        buttons = W.Box([self.begin, self.pause, self.cancel, self.export])
        self.children = [buttons, self.pace, self.status, self.bars, self.numbers, self.live]

    def start(self) -> None:
        """Begin from the first caption, in a thread of its own."""
        if self.busy:
            self.status.text = "Still running: press Cancel first."
            return
        self.rows = pd.DataFrame()
        self.going.set()
        self.run(f"Drawing and judging {self._whole()} with {self.device} …", self._probe)

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons: while running, only Pause and Cancel."""
        super().set_busy(busy)
        self.pause.disabled = self.cancel.disabled = not busy
        self.pause.description = "Pause"
        self.begin.disabled = busy
        self.export.disabled = busy or self.rows.empty

    def _probe(self, stop: threading.Event) -> str:
        tally = None
        for tally in tallies(self.model, self.questions, **self.settings):
            self._show(tally)
            self.going.wait()
            if stop.is_set():
                break
        if tally is None:
            return "There is no caption to draw: give at least one group with facts."
        if tally.done < tally.total:
            return f"Cancelled after {tally.done} of {tally.total} captions; what is judged stays."
        return f"Done: {self._whole()} in {tally.seconds:.0f} s with {self.device}."

    def _show(self, tally: Tally) -> None:
        self.rows, summed = tally.rows, table(tally.rows, self.ceilings)
        self.report(tally.done, tally.total, tally.seconds_left)
        self.time_left.value = f"{tally.done} of {tally.total} captions, {tally.seconds_left:.0f} s left"
        said = [f"{label}: {row.score:.0%} right ({row.low:.0%} to {row.high:.0%})" for label, row in summed.iterrows()]
        put(self.bars, scores(summed), "; ".join(said))
        self.numbers.value = _html(summed)
        latest = tally.latest
        marks = [mark(row["asked"], row["read"]) for _, row in latest]
        blocks = [(f"{said} · {row['caption']}", [image]) for said, (image, row) in zip(marks, latest, strict=True)]
        page = captioned(blocks, min(COLUMNS, len(blocks)), max(1, SIDE // latest[0][0].width))
        alt = "; ".join(f"{row['caption']}: {said}" for said, (_, row) in zip(marks, latest, strict=True))
        put(self.live, page, f"the latest pictures: {alt}")

    def _whole(self) -> str:
        groups = len({label for label, _ in self.questions})
        return (
            f"{len(self.questions)} captions in {groups} group{'s' * (groups != 1)}, "
            f"{pictures(self.settings.get('n', 1))} each"
        )

    def _pause(self) -> None:
        if self.going.is_set():
            self.going.clear()
            self.pause.description, self.status.text = "Resume", "Paused after the captions at hand: press Resume."
        else:
            self.going.set()
            self.pause.description, self.status.text = "Pause", f"Going on with {self.device} …"

    def _cancel(self) -> None:
        self.cancelled()
        self.going.set()

    def _export(self) -> None:
        try:
            name = " ".join(dict.fromkeys(self.rows["group"]))
            path = free_path(f"probe {name}", self.settings.get("seed", 0), self.exports, ".csv")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(csv(self.rows))
            self.status.text = f"Saved {len(self.rows)} rows in {relative(path)}."
        except OSError as error:
            self.status.text = f"Nothing was saved: {error}."


def _html(summed: pd.DataFrame) -> str:
    """The numbers behind the bars, to read out and to copy."""
    rows = [[label, *("" if pd.isna(value) else f"{value:.3g}" for value in row)] for label, row in summed.iterrows()]
    return html(("group", *summed.columns), rows)
