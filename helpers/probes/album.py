"""A gallery of failures to page through: kinds, the text of a page, the code that draws it again. Knows no widget."""

from collections import Counter
from html import escape

from helpers.probes.marks import table


def kinds(entries: list[dict]) -> list[tuple[str, str]]:
    """(text to show, kind) of each kind with its number of entries: all first, then the most frequent kind.

    An entry may be of several kinds.
    """
    counted = Counter(kind for entry in entries for kind in entry["failures"]).most_common()
    return [(f"all ({len(entries)})", ""), *((f"{kind} ({count})", kind) for kind, count in counted)]


def of_kind(entries: list[dict], kind: str) -> list[dict]:
    """The entries of one kind, or all for ""."""
    return [entry for entry in entries if not kind or kind in entry["failures"]]


def line(entry: dict, gallery: dict) -> str:
    """The line of code that draws an entry again, after `from helpers import load`; the gallery must be `checked`."""
    how = gallery.get("precision") or "float32"
    model = repr(gallery["model"]) + (f", precision={how!r}" if how != "float32" else "")
    settings = "".join(f", {name}={value!r}" for name, value in entry["settings"].items())
    drawn = f"n={entry['index'] + 1!r}, seed={entry['seed']!r}{settings}"
    return f"load({model}).draw({entry['caption']!r}, {drawn})[{entry['index']!r}]"


def wrong(entry: dict) -> str:
    """What is wrong with the picture."""
    return entry.get("said") or ", ".join(entry["failures"])


def told(entry: dict) -> str:
    """An entry in words: its caption, and what is wrong."""
    return f"“{entry['caption']}”: {wrong(entry)}"


def page(entry: dict) -> str:
    """HTML of an entry: its kinds, its caption and, where the entry holds them, the facts asked for and read."""
    heading = f"<b>{escape(', '.join(entry['failures']))}</b><br>“{escape(entry['caption'])}”"
    facts = "asked" in entry and "read" in entry
    below = table(entry["asked"], entry["read"]) if facts else escape(wrong(entry))
    return f'<div style="line-height: 1.4"><p>{heading}</p>{below}</div>'
