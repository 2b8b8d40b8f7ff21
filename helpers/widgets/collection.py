"""Many designs, of which a few are kept: ranked, starred, exported. Knows no widget."""

import dataclasses
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from PIL import Image

from helpers.checks import check
from helpers.files import free_path, slug, write_atomically
from helpers.probes.cache import drawn_by
from helpers.show import captioned
from helpers.widgets.live import packed

COLUMNS, SMALL = 6, 128  # of the contact sheet: pictures in a row, pixels


@dataclass(frozen=True)
class Design:
    """One picture of a drawing, with all that draws it again; `score` is the ranker's, None without one."""

    picture: Image.Image
    caption: str
    seed: int
    index: int
    settings: dict
    tokens: list
    score: float | None

    @property
    def says(self) -> str:
        """The caption with the score."""
        return self.caption if self.score is None else f"{self.score:.2f} · {self.caption}"


class Collection:
    """Designs in the order of drawing, and the numbers of the starred ones."""

    def __init__(self, model):
        self.model = model
        self.designs: list[Design] = []
        self.starred: list[int] = []
        self.before: list[list[int]] = []

    def add(self, drawing) -> list[Design]:
        """Add all pictures of a drawing; returns them as designs."""
        check(hasattr(drawing, "pictures"), "a drawing", drawing, "what model.draw gives")
        scores = [None] * len(drawing.pictures)
        if self.model.ranker is not None:
            scores = self.model.rank(drawing.caption, drawing.pictures).tolist()
        how = dataclasses.asdict(drawing.settings)
        seed, _ = how.pop("seed"), how.pop("n")
        rows = zip(drawing.pictures, drawing.tokens.tolist(), scores, strict=True)
        found = [Design(p, drawing.caption, seed, i, how, tokens, score) for i, (p, tokens, score) in enumerate(rows)]
        self.designs += found
        return found

    @property
    def captions(self) -> list[str]:
        """The different captions, in the order of drawing."""
        return list(dict.fromkeys(design.caption for design in self.designs))

    def order(self, ranked: bool = False, caption: str = "", starred: bool = False) -> list[int]:
        """Numbers of designs: best first if `ranked`, else as drawn; of one caption, or of all for ""."""
        kept = range(len(self.designs)) if not starred else sorted(self.starred)
        kept = [i for i in kept if caption in ("", self.designs[i].caption)]
        if ranked and self.model.ranker is not None:
            kept.sort(key=lambda i: -self.designs[i].score)
        return kept

    def star(self, number: int) -> bool:
        """Star a design, or take its star away; returns whether it is starred now."""
        if not 0 <= number < len(self.designs):
            raise ValueError(f"there is no design {number}; there are {len(self.designs)}")
        self.before.append(self.starred)
        without = [i for i in self.starred if i != number]
        self.starred = without if number in self.starred else [*self.starred, number]
        return number in self.starred

    def undo(self) -> bool:
        """Undo the last call of `star`; False if there was none."""
        if not self.before:
            return False
        self.starred = self.before.pop()
        return True

    def export(self, folder: Path, report: Callable[[int, int], None] = lambda done, total: None) -> Iterable[Path]:
        """Save the starred designs: a contact sheet, a CSV, a JSON that draws them again, and a PNG of each.

        The JSON is a gallery: `helpers.probes.gallery.load` reads it and `redraw` draws it. Returns the paths of the
        contact sheet, the JSON and the CSV; the PNGs lie in a folder beside them.
        """
        if not self.starred:
            raise ValueError("no design is starred")
        chosen = [self.designs[i] for i in self.starred]
        with free_path(f"designs {len(chosen)}", chosen[0].seed, folder) as sheet:
            singles = sheet.with_suffix("")
            entries, rows = [], []
            for place, (number, design) in enumerate(zip(self.starred, chosen, strict=True)):
                name = f"{place + 1:03d}-{slug(design.caption, 40)}-seed-{design.seed}-{design.index}.png"
                write_atomically(singles / name, packed(design.picture))
                entry = {name: getattr(design, name) for name in ("caption", "seed", "index", "settings", "tokens")}
                entries.append(entry | {"failures": [], "said": ""})
                rows.append({"design": number, "file": f"{singles.name}/{name}", "score": design.score} | entry)
                report(place + 1, len(chosen))
            page = captioned(
                [(design.says, [design.picture]) for design in chosen],
                min(COLUMNS, len(chosen)),
                max(1, SMALL // chosen[0].picture.width),
            )
            gallery = {"model": self.model.name, "checkpoint": drawn_by(self.model), "note": "starred designs"}
            frame = pd.DataFrame(rows)
            frame = frame.assign(**{name: frame[name].map(json.dumps) for name in ("settings", "tokens")})
            table, record = sheet.with_suffix(".csv"), sheet.with_suffix(".json")
            write_atomically(sheet, packed(page))
            write_atomically(record, json.dumps(gallery | {"entries": entries}, indent=1).encode())
            write_atomically(table, frame.to_csv(index=False).encode())
        return [sheet, record, table]
