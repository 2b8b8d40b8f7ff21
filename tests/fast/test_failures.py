"""Failures are named from facts, on pictures painted wrong on purpose; a gallery redraws the same pictures."""

import itertools
import json
import random

import numpy as np
import pandas as pd
import pytest
import torch
from PIL import Image

from helpers import pictures, probes
from helpers.networks.judge import SEVERAL, UNREADABLE
from helpers.pictures import NONE
from helpers.pictures.heldout import GARMENTS
from helpers.probes import gallery
from helpers.probes.failures import NAMES, failures, named, said, tally
from helpers.training.judge import both
from tests.fast.test_probes import COUNTS, Counted
from tests.tiny import make_model

SIZE = 32


def doll(hat=NONE, gloves=NONE, shirt=NONE, pants=NONE, **rest):
    worn = dict(zip(GARMENTS, (hat, gloves, shirt, pants), strict=True))
    return {"family": "outfit", "animal": "fox"} | worn | {"backdrop": "plain", "pose": "arms down"} | rest


def pair(relation="sitting on", size="small", color="red", other_size="large", other_color="green"):
    facts = {"family": "blocks", "kind": "pair", "relation": relation, "size": size, "color": color}
    facts |= {"other_size": other_size, "other_color": other_color, "look": "sand", "turn": "left"}
    return facts | dict.fromkeys(("top", "middle", "bottom"), NONE)


def stack(top, middle, bottom):
    facts = dict.fromkeys(pictures.FAMILIES["blocks"].slots, NONE) | {"kind": "stack", "look": "sand", "turn": "left"}
    return facts | {"family": "blocks", "top": top, "middle": middle, "bottom": bottom}


def table(counted, count):
    return {"family": "counting", "counted": counted, "count": count, "layout": "first", "table": "oak"}


def on(**given):
    facts = {"family": "carrier", "tint": "warm", "backdrop": "sand", "side": "left", "face": "block"}
    return facts | dict.fromkeys(("carrier", "color", "fruit", "word"), NONE) | given


def scene(**given):
    facts = {"family": "scene", "medium": "pencil sketch", "animal": "fox", "place": "on the beach", "time": "at night"}
    return facts | {"spot": "left", "pose": "left", "variant": "one"} | given


COLORS = ("none", "red", "blue", "green")
DOLLS = [doll(*worn) for worn in itertools.product(COLORS, repeat=4)] + [doll("red", shirt="blue", animal="bear")]
BLOCKS = [
    *(pair(r, s, c, t, d) for r in ("sitting on", "sitting below", "floating above", "standing left of")
      for s, t in (("small", "large"), ("large", "small")) for c, d in itertools.permutations(("red", "green"))),
    *(stack(*colors) for colors in itertools.permutations(("red", "green", "blue"))),
]  # fmt: skip
TABLES = [table(counted, count) for counted in ("cup", "apple") for count in range(1, 7)]
CARRIERS = [
    *(on(carrier="t-shirt", color=c, fruit=f) for c in ("blue", "red") for f in ("strawberry", "pear")),
    *(on(carrier="t-shirt", word=w) for w in ("cat", "cap", "hat")),
]
SCENES = [
    scene(medium=m, animal=a)
    for m in ("pencil sketch", "illustration", "pixel art illustration")
    for a in ("fox", "owl")
]


class Reader:
    """Reads a picture by painting: the facts of the candidate it equals; where its halves equal two, "several"."""

    def __init__(self, candidates):
        self.known = [(np.asarray(pictures.paint(facts, SIZE), dtype=float), facts) for facts in candidates]

    def read(self, image):
        half = SIZE // 2
        left, right = (self._half(np.asarray(image, dtype=float), part) for part in (np.s_[:, :half], np.s_[:, half:]))
        if not left or not right:
            return dict.fromkeys(self.known[0][1], UNREADABLE)
        same = [facts for facts in left if facts in right]
        return same[0] if same else both(left[0], right[0])

    def _half(self, image, part):
        return [facts for painted, facts in self.known if abs(painted[part] - image[part]).mean() < 0.01]


READERS = {"outfit": DOLLS, "blocks": BLOCKS, "counting": TABLES, "carrier": CARRIERS, "scene": SCENES}


@pytest.fixture(scope="module")
def readers():
    return {family: Reader(candidates) for family, candidates in READERS.items()}


WRONG = [
    (doll("red", shirt="blue"), doll("red", shirt="blue"), {}),
    (doll("red", shirt="blue"), doll("blue", shirt="red"), {"swap": ("hat", "shirt")}),
    (doll("red", shirt="blue"), doll(shirt="blue", gloves="red"), {"swap": ("hat", "gloves")}),
    (doll("red", "green", "blue"), doll("green", "blue", "red"), {"swap": ("hat", "gloves", "shirt")}),
    (doll("red", shirt="blue"), doll("red", shirt="red"), {"leak": ("shirt",)}),
    (doll("red", shirt="blue"), doll("red", shirt="blue", pants="blue"), {"leak": ("pants",)}),
    (doll("red", shirt="blue"), doll("red", shirt="blue", pants="green"), {"wrong thing": ("pants",)}),
    (doll("red", shirt="blue"), doll("red"), {"missing": ("shirt",)}),
    (doll("red", shirt="blue"), doll("red", shirt="blue", animal="bear"), {"wrong thing": ("animal",)}),
    (doll("red", "blue", "green"), doll("blue", "red"), {"swap": ("hat", "gloves"), "missing": ("shirt",)}),
    (stack("red", "green", "blue"), stack("blue", "green", "red"), {"swap": ("top", "bottom")}),
    (pair(), pair("standing left of"), {"wrong relation": ("relation",)}),
    (pair(), pair("floating above"), {"detached part": ("relation",), "wrong relation": ("relation",)}),
    (pair(), pair(color="green", other_color="red"), {"swap": ("color", "other_color")}),
    (table("cup", 3), table("cup", 5), {"miscount": ("count",)}),
    (table("cup", 3), table("apple", 3), {"wrong thing": ("counted",)}),
    (on(carrier="t-shirt", word="cat"), on(carrier="t-shirt", word="cap"), {"misspelt": ("word",)}),
    (on(carrier="t-shirt", color="blue", fruit="pear"), on(carrier="t-shirt", color="red", fruit="pear"),
     {"wrong thing": ("color",)}),
    (scene(), scene(medium="illustration"), {"wrong medium": ("medium",)}),
    (scene(), scene(animal="owl"), {"wrong thing": ("animal",)}),
]  # fmt: skip


@pytest.mark.parametrize("asked, wrong, names", WRONG, ids=[f"{w[0]['family']}-{i}" for i, w in enumerate(WRONG)])
def test_a_picture_painted_wrong_gets_its_name(readers, asked, wrong, names):
    assert failures(asked, readers[asked["family"]].read(pictures.paint(wrong, SIZE))) == names


def test_two_pictures_in_one_are_a_merge(readers):
    image = pictures.paint(doll("red", shirt="blue"), SIZE)
    image.paste(pictures.paint(doll("green", shirt="blue"), SIZE).crop((SIZE // 2, 0, SIZE, SIZE)), (SIZE // 2, 0))
    assert failures(doll("red", shirt="blue"), readers["outfit"].read(image)) == {"merge": ("hat",)}


def test_noise_is_unreadable(readers):
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (SIZE, SIZE, 3), dtype=np.uint8))
    found = failures(doll("red"), readers["outfit"].read(noise))
    assert found == {"unreadable": ("animal", *GARMENTS)}


def test_a_blend_in_which_both_stand_apart_is_separate_items():
    asked = {"family": "blend"} | dict.fromkeys(pictures.FAMILIES["blend"].slots, NONE)
    asked |= {"product": "armchair", "concept": "avocado"}
    assert failures(asked, asked | {"concept": SEVERAL}) == {"separate items": ("concept",)}


def test_a_color_that_goes_to_what_no_caption_mentions_is_a_leak():
    asked = {"family": "room"} | dict.fromkeys(pictures.FAMILIES["room"].slots, NONE) | {"bed": "bed", "color": "blue"}
    read = asked | {"color": "white", "linen": "blue"}
    assert failures(asked, read) == {"leak": ("color",)}
    assert failures(asked, asked | {"linen": "blue"}) == {}


def test_what_was_not_asked_is_no_failure():
    assert failures({"family": "outfit", "hat": "red"}, doll("red", "blue", "green")) == {}
    assert failures(doll("red"), doll("red", backdrop="snow", pose="waving")) == {}


@pytest.mark.parametrize("family", pictures.FAMILIES)
def test_everything_wrong_has_a_name_and_everything_right_has_none(family):
    rng = random.Random(0)
    for _ in range(50):
        asked, other = (pictures.sample_facts(rng, family, None) for _ in range(2))
        read = pictures.shown(other)
        found = failures(asked, read)
        wrong = [slot for slot, value in pictures.wanted(asked).items() if read[slot] != value]
        assert set(found) <= set(NAMES) and {s for slots in found.values() for s in slots} == set(wrong)
        assert failures(asked, pictures.shown(asked)) == {}


def test_a_label_says_what_is_there_and_what_should_be():
    read = doll("blue", shirt="red")
    assert said(doll("red", shirt="blue"), read) == "swap: hat blue, not red; shirt red, not blue"


def test_the_tally_counts_pictures_by_name():
    rows = pd.DataFrame({"asked": [doll("red")] * 4, "read": [doll("red"), doll(), doll(), doll("blue")]})
    found = tally(rows).set_index("failure")
    assert found.loc["missing", "pictures"] == 2 and found.loc["missing", "share"] == 0.5
    assert list(named(rows)["failures"]) == [(), ("missing",), ("missing",), ("wrong thing",)]


def test_a_gallery_redraws_the_same_pictures(tmp_path):
    model = Counted()
    rows = named(probes.probe(model, COUNTS, n=3, seed=4, cache=None, temperature=0.8))
    found = gallery.entries(rows, each=2)
    assert 2 <= len(found) <= 15 and all(entry["failures"] and entry["said"] for entry in found)
    path = gallery.save(tmp_path / "failures", model, found, "an undertrained snapshot")
    kept = gallery.load(path)
    assert kept["entries"] == found and kept["note"] == "an undertrained snapshot"
    tokens = {(row.caption, row._asdict()["index"]): row.tokens for row in rows.itertuples()}
    for entry, image in zip(found, gallery.redraw(make_model(), kept), strict=True):
        (wanted,) = model.decode(torch.tensor(tokens[entry["caption"], entry["index"]]))
        assert image.tobytes() == wanted.tobytes()


def test_a_gallery_of_another_checkpoint_is_refused(tmp_path):
    kept = gallery.load(gallery.save(tmp_path / "failures.json", make_model(), []))
    assert gallery.redraw(make_model(), kept) == []
    with pytest.raises(ValueError, match=r"drawn by tiny .* would draw other pictures"):
        gallery.redraw(make_model(1), kept)


@pytest.mark.parametrize("text", ["not json", "[]", json.dumps({"entries": []}), None])
def test_what_is_no_gallery_is_refused(tmp_path, text):
    path = tmp_path / "odd.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ValueError, match=r"odd\.json (is no gallery|cannot be read)"):
        gallery.load(path)


def test_blocks_are_told_as_their_picture_is_read():
    """ "A below B" and "B on A" ask for one picture: what was asked is told in the words that it is judged in."""
    asked = {"family": "blocks", "kind": "pair", "relation": "sitting below", "size": "small", "color": "orange"}
    asked |= {"other_size": "small", "other_color": "white"}
    read = pictures.wanted(asked) | {"other_color": "white"}
    assert said(asked, read) == "leak: other color white, not orange"
