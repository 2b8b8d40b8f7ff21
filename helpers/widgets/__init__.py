"""What one clicks: thin widgets over cores that know nothing of them. No tensor arithmetic here."""

from helpers.widgets.board import Board
from helpers.widgets.gallery import Gallery
from helpers.widgets.labels import Labeller
from helpers.widgets.live import Live, Status
from helpers.widgets.sentence import Sentence
from helpers.widgets.session import Session
from helpers.widgets.studio import Studio

__all__ = ["Board", "Gallery", "Labeller", "Live", "Sentence", "Session", "Status", "Studio"]
