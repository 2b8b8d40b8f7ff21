"""Widgets for notebooks: thin layers over code that knows nothing of them. No tensor arithmetic here."""

from helpers.widgets.board import Board
from helpers.widgets.canvas import Canvas
from helpers.widgets.chat import Chat
from helpers.widgets.curator import Curator
from helpers.widgets.gallery import Gallery
from helpers.widgets.inspector import Inspector
from helpers.widgets.labels import Labeller
from helpers.widgets.live import Live, Status
from helpers.widgets.sentence import Sentence
from helpers.widgets.session import Session
from helpers.widgets.studio import Studio

__all__ = [
    "Board",
    "Canvas",
    "Chat",
    "Curator",
    "Gallery",
    "Inspector",
    "Labeller",
    "Live",
    "Sentence",
    "Session",
    "Status",
    "Studio",
]
