"""What one clicks: thin widgets over cores that know nothing of them. No tensor arithmetic here."""

from helpers.widgets.live import Live, Status
from helpers.widgets.session import Session
from helpers.widgets.studio import Studio

__all__ = ["Live", "Session", "Status", "Studio"]
