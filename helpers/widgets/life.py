"""When a widget ends: closed by hand, or because the cell that made it is run again. Knows nothing of models."""

import weakref
from collections.abc import Iterator

import ipywidgets as W
from IPython import get_ipython

_made: dict[str, list[weakref.ref]] = {}  # cell id -> the widgets it made


class Column(W.VBox):
    """A column of parts that ends as a whole: closing it closes all parts, and so does running its cell again."""

    def __init__(self):
        super().__init__()
        _remember(self)

    def hooks(self, *names: str) -> None:
        """Give these parts the CSS class by which a style sheet or a test finds them."""
        for name in names:
            getattr(self, name).add_class(f"daikon-{name.replace('_', '-')}")

    def close(self) -> None:
        """Take all parts off the screen and out of memory; a second time does nothing."""
        for part in [*_parts(self)]:
            part.close()
        super().close()


def _parts(widget: W.Widget) -> Iterator[W.Widget]:
    """All widgets below this one: children, layouts, styles, and those in attributes of a `Column`."""
    held = [getattr(widget, name) for name in widget.keys]
    held += [value for value in vars(widget).values()] if isinstance(widget, Column) else []
    for value in held:
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, W.Widget) and one is not widget:
                yield one
                yield from _parts(one)


def _remember(widget: Column) -> None:
    """Note which cell of a notebook made a widget; outside of notebooks nothing is noted."""
    shell = get_ipython()
    if shell is None or not hasattr(shell, "get_parent"):
        return
    cell = (shell.get_parent() or {}).get("metadata", {}).get("cellId")
    if cell is None:
        return
    if end_former not in shell.events.callbacks["pre_run_cell"]:
        shell.events.register("pre_run_cell", end_former)
    _made.setdefault(cell, []).append(weakref.ref(widget))


def end_former(info) -> None:
    """Close what a cell made when it ran before, and take it out of IPython's history of outputs."""
    former = [widget for ref in _made.pop(info.cell_id, ()) if (widget := ref()) is not None]
    for widget in former:
        widget.close()
    shell = get_ipython()
    for names in (shell.user_ns, shell.user_ns.get("_oh", {}), vars(shell.displayhook)):
        for name, value in [*names.items()]:
            own = str(name).strip("_")  # "" or digits: _, __, _12 and Out[12] are IPython's, all others the user's
            if any(value is widget for widget in former) and (not own or own.isdigit()):
                names[name] = ""
