"""A judge's reading of a picture in words and HTML: right, or which facts are wrong. Knows no widget."""

from collections.abc import Sequence
from html import escape

from helpers import pictures
from helpers.show import OKABE_ITO

RIGHT, WRONG = "✓", "✗"
NAMED = 3  # wrong facts spelled out under a picture, at most
WRONG_COLOR = f"var(--daikon-wrong, {OKABE_ITO[1]})"  # widgets have one for each theme


def answers(asked: dict, read: dict) -> dict[str, bool]:
    """Slot -> whether it is read right, for all slots that a caption of these facts asks for."""
    return {slot: read.get(slot) == value for slot, value in pictures.wanted(asked).items()}


def mark(asked: dict, read: dict) -> str:
    """ "✓ right", or "✗" with what is wrong: "✗ hat: red, not blue"."""
    wanted = pictures.wanted(asked)
    wrong = [slot for slot, right in answers(asked, read).items() if not right]
    if not wrong:
        return f"{RIGHT} right"
    named = [f"{slot.replace('_', ' ')}: {read.get(slot)}, not {wanted[slot]}" for slot in wrong[:NAMED]]
    more = [f"and {len(wrong) - NAMED} more"] if len(wrong) > NAMED else []
    return f"{WRONG} {'; '.join([*named, *more])}"


def table(asked: dict, read: dict) -> str:
    """An HTML table of the facts that a caption states: asked for and read, differing ones with a sign and in bold."""
    wanted = pictures.wanted(asked)
    rows = [
        (slot.replace("_", " "), wanted[slot], read.get(slot), RIGHT if right else f"{WRONG} differs")
        for slot, right in answers(asked, read).items()
        if not wanted[slot] == read.get(slot) == pictures.NONE
    ]
    return html(("fact", "asked", "read", ""), rows, marked=[row[-1] != RIGHT for row in rows])


def html(heads: Sequence[str], rows: Sequence[Sequence], marked: Sequence[bool] = ()) -> str:
    """An HTML table; `marked` rows are bold and in another colour."""
    cell = "text-align: left; padding: 2px 16px 2px 0"
    lines = []
    for i, row in enumerate(rows):
        look = f"font-weight: bold; color: {WRONG_COLOR}" if any(marked[i : i + 1]) else ""
        inside = "".join(f'<td style="{cell}">{escape(str(value))}</td>' for value in row)
        lines.append(f'<tr style="{look}">{inside}</tr>')
    head = "".join(f'<th scope="col" style="{cell}">{escape(name)}</th>' for name in heads)
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody>"
    return f'<table style="line-height: 1.4; border-collapse: collapse">{body}</table>'
