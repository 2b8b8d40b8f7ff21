"""Chat: say what to draw, then change it in words, in English or Korean."""

import threading
from dataclasses import replace
from html import escape
from pathlib import Path

import ipywidgets as W
import torch

from helpers.files import EXPORTS
from helpers.pictures import sentences as spoken
from helpers.probes.marks import mark
from helpers.widgets.panel import Panel, button, noticed, pictures
from helpers.widgets.session import Frame, Session, quietly, save
from helpers.widgets.studio import summary
from helpers.widgets.talk import HELP, LONGEST, Talk, Turn
from helpers.widgets.tiles import Wall

SIDE, REMEMBERED = 112, 40  # screen pixels of a picture; turns that stay on the screen


class Chat(Panel):
    """Talk about pictures, without a language model: draw a sentence, change a fact, ask for more or what is in one.

    `settings` (temperature, guidance, …) are those the model recommends where nothing else is said.
    """

    def __init__(self, model, n: int = 4, seed: int = 0, exports: Path = EXPORTS, **settings):
        super().__init__(model, exports)
        model.settings(n, seed, **settings)  # refuses what cannot be drawn with before anything is said
        self.session, self.settings = Session(model), settings
        self.talk = Talk(model.world, n, seed)
        self.shown: list[tuple] = []  # (drawing, index) of each picture on show
        self.wall: Wall | None = None
        self.turns = W.VBox(layout=W.Layout(flex="none"))
        # laid out from below, so that it stays scrolled to the latest turn
        log = W.VBox([self.turns], layout=W.Layout(max_height="560px", overflow="auto", width="min(760px, 98%)"))
        log.layout.flex_flow = "column-reverse"
        self.prompt = W.Text(
            description="You", placeholder="a penguin wearing a blue hat", layout=W.Layout(width="min(640px, 98%)")
        )
        self.prompt.on_msg(lambda _, content, __: content.get("event") == "submit" and self.start())
        self.send_it = button("Send", "Say it", self.start, button_style="primary")
        self.cancel = button("Cancel", "Stop; what is drawn stays", self.cancelled, disabled=True)
        self.export = button("Export", "Save the latest drawing as PNG and JSON", self._export, disabled=True)
        self.hooks("turns", "prompt", "cancel", "export", "progress", "status")
        buttons = W.Box([self.send_it, self.cancel, self.export], layout=W.Layout(flex_flow="row wrap"))
        self.children = [log, self.prompt, buttons, self.pace, self.status, self.saved]
        self.status.text = f"Ready: {self.device}. {HELP['en']}"

    def start(self) -> None:
        """Answer what the field says."""
        sentence = self.prompt.value.strip()
        if self.busy:
            self.status.text = "Still drawing: press Cancel first."
        elif sentence:
            self.prompt.value = ""
            self.say(sentence)

    def say(self, sentence: str) -> None:
        """Answer a sentence."""
        turn = self.talk.hear(sentence)
        self._write("You", sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]} …")
        self._write("Daikon", turn.say)
        if turn.draw is not None:
            self.run(turn.say, lambda stop: self._draw(turn, stop))
        elif turn.describe is not None:
            self.run(turn.say, lambda stop: self._describe(turn.describe, spoken.language_of(sentence)))
        else:
            self.status.text = turn.say

    def set_busy(self, busy: bool) -> None:
        """Switch the buttons: while drawing, only Cancel."""
        super().set_busy(busy)
        self.cancel.disabled = not busy
        self.send_it.disabled, self.export.disabled = busy, busy or not self.session.history

    def _draw(self, turn: Turn, stop: threading.Event) -> str:
        """Draw what a turn asks for. Picture k of a seed is drawn with all before it, so more are drawn than shown."""
        wanted = range(turn.first, turn.first + turn.n)
        settings = self.model.settings(wanted.stop, turn.draw.seed, **self.settings)
        before = self.shown if turn.more else []
        if not turn.more or self.wall is None:
            self.wall = Wall(side=SIDE, height=3 * SIDE, alt=f"pictures of “{turn.draw.caption}”")
        self._add(self.wall)
        wall, first = self.wall, len(before)

        def show(frame: Frame) -> None:
            chosen = [frame.pictures[i] for i in wanted if i < len(frame.pictures)]
            if chosen:
                wall.put(chosen, first, "PNG" if frame.finished else "JPEG")
                wall.labels = [str(i + 1) for i in range(first + len(chosen))]
                wall.order = [*range(first + len(chosen))]
            self.report(frame.done, frame.total, frame.seconds_left)

        entry = self.session.draw(turn.draw.caption, settings, show, stop)
        self.shown = [*before, *((entry.drawing, i) for i in wanted)]
        told = replace(entry, settings=replace(settings, n=turn.n))  # of those drawn, what was asked for
        return " ".join([summary(told, self.device), *noticed(self.model, turn.draw.caption)])

    def _describe(self, number: int, language: str) -> str:
        """Tell the model's caption of one picture and, where there is a judge, what it reads."""
        drawing, index = self.shown[number]
        facts = self.talk.on_show[number][0].facts
        said = quietly(lambda: self.model.describe(torch.as_tensor(drawing.tokens[index]), top_k=1))[0]
        told = [
            f"The model reads number {number + 1} as “{said}”."
            if language == "en"
            else f"모델이 읽은 {number + 1}번: “{said}”."
        ]
        judge = self.model.judge
        if judge is not None and facts["family"] in judge.config.questions:
            read = judge.read([drawing.pictures[index]], facts["family"])[0]
            word = "The judge, beside what was asked:" if language == "en" else "판정:"
            told.append(f"{word} {mark(facts, read)}.")
        answer = " ".join(told)
        self._write("Daikon", answer)
        return answer

    def _write(self, who: str, words: str) -> None:
        self._add(W.HTML(f"<b>{who}</b>&ensp;{escape(words)}"))

    def _add(self, part: W.Widget) -> None:
        """Put a part at the end of the log, or move it there; the oldest ones leave it."""
        kept = [*(one for one in self.turns.children if one is not part), part]
        for old in kept[:-REMEMBERED]:
            old.close()
        self.turns.children = kept[-REMEMBERED:]

    def _export(self) -> None:
        self.save(lambda folder: save(self.session.history[-1].drawing, folder))

    def __repr__(self) -> str:
        return f"Chat({self.device}, {pictures(len(self.shown))} on show)"
