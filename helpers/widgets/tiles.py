"""Two front-end parts for working with pictures: a picture as a grid of cells, and a wall of many pictures."""

from collections.abc import Sequence

import anywidget
from PIL import Image
from traitlets import Bool, Bytes, Int, List, Unicode

from helpers.widgets.live import packed, script

ACROSS = 16  # pictures in a row of a sheet that is sent


class Grid(anywidget.AnyWidget):
    """A picture of side × side cells. `at` is the cell pointed at; with `paints` one marks cells instead.

    Arrows move, a click holds a cell. With `paints`, dragging and the space bar mark cells, Shift with arrows marks on
    the way, `a` marks all and Escape none; a dropped file comes as a message {"file": name} with its bytes.
    """

    _esm = script("grid.js")
    frame = Bytes(b"", help="PNG or JPEG").tag(sync=True)
    side = Int(8, help="cells a side").tag(sync=True)
    width = Int(384, help="pixels on the screen").tag(sync=True)
    at = Int(-1, help="cell pointed at, in raster order; −1: none").tag(sync=True)
    marked = List(Int(), help="cells marked").tag(sync=True)
    paints = Bool(False).tag(sync=True)
    takes = List(Unicode(), help="keys that come as messages").tag(sync=True)
    alt = Unicode("").tag(sync=True)


class Wall(anywidget.AnyWidget):
    """Many pictures of one size in rows that scroll. `order` says which are shown, in which order.

    Keys in `takes` and clicks come as messages {"key": …, "at": number}; a click has the key "click", or "s" where it
    meets the corner for the star and `starring` is set.
    """

    _esm = script("wall.js")
    side = Int(96, help="pixels of a picture on the screen").tag(sync=True)
    height = Int(480, help="pixels of the wall at most").tag(sync=True)
    order = List(Int()).tag(sync=True)
    labels = List(Unicode(), help="what stands under each picture").tag(sync=True)
    starred = List(Int()).tag(sync=True)
    starring = Bool(False).tag(sync=True)
    at = Int(-1, help="the picture chosen; −1: none").tag(sync=True)
    takes = List(Unicode()).tag(sync=True)
    alt = Unicode("pictures").tag(sync=True)

    def __init__(self, **options):
        super().__init__(**options)
        self._sheets: list[tuple[dict, bytes]] = []  # a view that opens later asks for them
        self.on_msg(self._answer)

    def put(self, pictures: Sequence[Image.Image], first: int = 0, format: str = "PNG") -> None:
        """Show these pictures as numbers `first`, `first` + 1, …, in place of earlier ones with these numbers."""
        side = pictures[0].width
        across = min(ACROSS, len(pictures))
        page = Image.new("RGB", (across * side, -(-len(pictures) // across) * side), "white")
        for i, picture in enumerate(pictures):
            page.paste(picture, (i % across * side, i // across * side))
        says, data = {"first": first, "count": len(pictures), "across": across}, packed(page, format)
        last = first + len(pictures)
        kept = [old for old in self._sheets if old[0]["first"] < first or old[0]["first"] + old[0]["count"] > last]
        self._sheets = [*kept, (says, data)]
        self.send(says, [data])

    def clear(self) -> None:
        """Forget all pictures."""
        self._sheets, self.order, self.at, self.starred = [], [], -1, []
        self.send({"clear": True})

    def close(self) -> None:
        """Close the wall and forget its pictures."""
        self._sheets = []
        super().close()

    def _answer(self, _, content: dict, buffers: list) -> None:
        if content.get("need"):
            for says, data in self._sheets:
                self.send(says, [data])
