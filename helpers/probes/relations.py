"""Does a model tell A on B from B on A? Relations and their opposites, and which size stands on which.

Relations are where such models fail (Conwell & Ullman 2022: about 22% of pictures judged to match;
Marcus et al. 2022: small on large drawn more readily than large on small).
"""

import pandas as pd

from helpers.pictures.families.blocks import RELATIONS
from helpers.pictures.world import WHOLE, World
from helpers.probes.asking import questions
from helpers.probes.axes import sample
from helpers.probes.confusion import shared
from helpers.probes.scores import mcnemar

OPPOSITE = {
    "sitting on": "sitting below",
    "standing in front of": "standing behind",
    "standing left of": "standing right of",
}
OPPOSITE |= {other: one for one, other in OPPOSITE.items()}
TURNED = OPPOSITE | {"floating above": "floating below", "far from": "far from"}  # as said from the other block
OTHER = "other blocks"
UPON = {("small", "large"): "small on large", ("large", "small"): "large on small"}
PARTS = ("size", "color")


def relations(count: int = 8, seed: int = 0, world: World = WHOLE) -> pd.DataFrame:
    """Questions for every relation of two blocks, `count` each; the column `relation` groups them."""
    frames = [
        questions(sample("blocks", count, seed, lambda f, r=r: f["relation"] == r, world=world), relation=r)
        for r in RELATIONS
    ]
    return pd.concat(frames, ignore_index=True)


def sizes(count: int = 16, seed: int = 0, world: World = WHOLE) -> pd.DataFrame:
    """Questions for a small block on a large one and a large one on a small one, `count` each, with the same colours.

    The columns `order` and `pair` tell them apart: a pair has the same two blocks with sizes exchanged.
    """

    def turned(f: dict) -> dict:
        return f | {"size": f["other_size"], "other_size": f["size"]}

    def fits(f: dict) -> bool:
        upon = f["relation"] == "sitting on" and (f["size"], f["other_size"]) == ("small", "large")
        return upon and world.shows(turned(f))

    small = sample("blocks", count, seed, fits, world=world)
    pair = list(range(len(small)))
    orders = [(small, ("small", "large")), ([turned(f) for f in small], ("large", "small"))]
    return pd.concat([questions(f, order=UPON[o], pair=pair) for f, o in orders], ignore_index=True)


def restated(count: int = 8, seed: int = 0, world: World = WHOLE) -> pd.DataFrame:
    """The same picture said from either side: "A left of B" and "B right of A"; columns `side` (0, 1) and `pair`.

    `count` pairs for each relation that has an opposite. The facts of side 1 are those of its own caption, so that each
    side is scored as it is said.
    """

    def other(f: dict) -> dict:
        exchanged = {a: f[b] for part in PARTS for a, b in ((part, f"other_{part}"), (f"other_{part}", part))}
        return f | exchanged | {"relation": OPPOSITE[f["relation"]]}

    one = []
    for relation in OPPOSITE:

        def fits(f: dict, relation: str = relation) -> bool:
            return f["relation"] == relation and world.shows(other(f))

        one += sample("blocks", count, seed, fits, world=world)
    pair = list(range(len(one)))
    sides = [questions(one, side=0, pair=pair), questions([other(f) for f in one], side=1, pair=pair)]
    return pd.concat(sides, ignore_index=True)


def related(asked: dict, read: dict) -> str:
    """The relation that was read, said from the block that the caption names first.

    So "sitting on" with the two blocks exchanged becomes "sitting below". `OTHER` where the relation is not read, or
    the colours read are not those of the two blocks.
    """
    relation, blocks = read.get("relation"), (read.get("color"), read.get("other_color"))
    if relation in TURNED and blocks == (asked["color"], asked["other_color"]):
        return relation
    if relation in TURNED and blocks == (asked["other_color"], asked["color"]):
        return TURNED[relation]
    return OTHER


def confused(rows: pd.DataFrame) -> pd.DataFrame:
    """Confusion matrix of relations: share of pictures by relation asked for (rows) and `related` read (columns)."""
    asked = pd.Series([facts["relation"] for facts in rows["asked"]], name="asked")
    read = pd.Series([related(a, r) for a, r in zip(rows["asked"], rows["read"], strict=True)], name="read")
    return shared(asked, read, RELATIONS, ("floating below", OTHER))


def way_round(rows: pd.DataFrame) -> pd.DataFrame:
    """Three steps to a right relation, one per row, each counted among the pictures that passed the step before.

    The two blocks have the colors asked for; the relation is the one asked for or its opposite; the blocks are the
    right way round, 1/2 by chance. Columns: pictures, of, share. Symmetric relations are left out.
    """
    asked = [facts["relation"] for facts in rows["asked"]]
    read = [related(facts, seen) for facts, seen in zip(rows["asked"], rows["read"], strict=True)]
    pairs = [(one, other) for one, other in zip(asked, read, strict=True) if TURNED[one] != one]
    found = [pair for pair in pairs if pair[1] != OTHER]
    kind = [(one, other) for one, other in found if other in (one, TURNED[one])]
    order = [(one, other) for one, other in kind if one == other]
    steps = {"the two colors asked for": (found, pairs), "the kind of relation": (kind, found)}
    steps |= {"the right way round": (order, kind)}
    lines = [{"step": step, "pictures": len(some), "of": len(all_)} for step, (some, all_) in steps.items()]
    counts = pd.DataFrame(lines).set_index("step")
    return counts.assign(share=counts["pictures"] / counts["of"])


def asymmetry(rows: pd.DataFrame, by: str) -> dict:
    """Is one value of the column `by` easier? McNemar's test over the first pictures of `sizes` or `restated` pairs.

    `one only` counts pairs in which only the first of the two values is right. Raises ValueError for other rows.
    """
    first = rows[rows["index"] == 0]
    if "pair" not in first or first[by].nunique() != 2:
        raise ValueError(
            f"the column {by!r} does not make pairs; give rows of sizes() by 'order' or restated() by 'side'"
        )
    one, other = first[by].unique()
    sides = first.pivot(index="pair", columns=by, values="right").dropna()
    return {"one": one, "other": other} | mcnemar(sides[one], sides[other])
