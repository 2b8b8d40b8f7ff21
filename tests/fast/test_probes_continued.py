"""What is drawn where part of a picture is given."""

import numpy as np
import pytest
import torch
from PIL import ImageChops

from helpers import pictures
from helpers.pictures.families.analogy.matrices import RULES
from helpers.probes.continued import analogy, answers, belongs, go_on, last_cell
from helpers.probes.options import below, nearest
from tests.tiny import make_model


def cat(look):
    return analogy("panels", subject="cat", change="as a sketch", look=look, marking="plain", side="left")


def test_what_is_kept_stays_and_what_is_not_said_comes_from_the_facts():
    model = make_model()
    one = go_on(model, cat("gray"), ~below(4, 2), n=2)
    tokens = model.encode(one.true)[0]
    assert torch.equal(one.drawing.tokens[:, :8], tokens[:8].expand(2, -1)) and one.drawing.tokens.shape == (2, 16)
    assert one.drawing.caption == pictures.captions(one.facts)[0]
    other = go_on(model, cat("gray"), ~below(4, 2), said="a cat", given=cat("black"))
    assert other.drawing.caption == "a cat" and other.true.tobytes() != one.true.tobytes()


def test_a_part_belongs_where_no_other_painting_is_nearer():
    model = make_model()
    one = go_on(model, cat("gray"), ~below(4, 2), n=2)
    options = {look: pictures.paint(cat(look), 16) for look in ("gray", "black")}
    rows = belongs(model, one, options, "gray")
    assert len(rows) == 2 and {row["chance"] for row in rows} == {0.5}
    assert all(row["right"] == (row["nearest"] == "gray") for row in rows)
    alone = belongs(model, one, {"gray": options["gray"]}, "gray")
    assert all(row["right"] and row["ceiling"] for row in alone)


@pytest.mark.parametrize("rule", RULES)
def test_answers_differ_in_the_last_cell_alone(rule):
    facts = analogy("sequence", rule=rule, varies="shape and fill", start="circle", inverted="no")
    missing, found = last_cell(facts, 8), answers(facts, 64)
    assert found["true"].tobytes() == pictures.paint(facts, 64).tobytes() and len(found) >= 4
    mask = np.kron(missing.numpy(), np.ones((8, 8), bool))
    for name, picture in found.items():
        change = np.asarray(ImageChops.difference(found["true"], picture)).any(-1)
        assert not change[~mask].any()
        assert nearest(picture, found, missing) == {name}
