"""Part of a picture drawn again, on a tiny model and no browser."""

import io

import pytest
import torch
from PIL import Image

from helpers.widgets import Canvas

CAPTION = "a fox on the beach"


@pytest.fixture
def canvas(tiny, tmp_path):
    made = Canvas(tiny, tiny.draw(CAPTION, n=1), n=3, exports=tmp_path)
    yield made
    made.close()


def draw(canvas, cells):
    canvas.mark(cells)
    canvas.draw.click()
    canvas.wait(20)


@pytest.mark.parametrize("cells", [[5], [0, 1, 4, 5], [2, 7, 8, 15], [*range(16)]])
def test_whatever_is_marked_is_redrawn_and_all_else_kept(tiny, canvas, cells):
    before = canvas.tokens.clone()
    draw(canvas, cells)
    kept = torch.tensor([i not in cells for i in range(16)])
    assert len(canvas.drawn) == 3
    for tokens in canvas.drawn:
        assert torch.equal(tokens[kept], before[kept])
    settings = canvas.fields.settings
    again = tiny.complete(
        CAPTION, before, known=kept, n=3, temperature=settings.temperature, guidance=settings.guidance
    )
    assert torch.equal(again.tokens, torch.stack(canvas.drawn))


def test_a_part_of_a_drawing_shows_what_is_kept_and_leaves_the_rest_grey(tiny):
    drawing = tiny.draw(CAPTION, n=1)
    known = torch.arange(16) != 15
    first = next(tiny.stream_rest(CAPTION, drawing.tokens[0], known, drawing.settings))
    picture, whole = first.pictures()[0], drawing.pictures[0]
    assert picture.getpixel((13, 13)) == (230, 230, 230)
    assert picture.getpixel((1, 13)) != (230, 230, 230) and whole.size == picture.size


def test_choose_a_drawing_undo_and_redo(canvas):
    before = canvas.tokens
    draw(canvas, [5, 6])
    canvas.wall._handle_custom_msg({"key": "Enter", "at": 2}, [])
    chosen = canvas.drawn[2]
    assert torch.equal(canvas.tokens, chosen) and canvas.grid.marked == [5, 6]
    canvas.undo.click()
    assert torch.equal(canvas.tokens, before) and canvas.undo.disabled
    canvas.redo.click()
    assert torch.equal(canvas.tokens, chosen)


def test_nothing_marked_is_a_sentence(canvas):
    canvas.draw.click()
    assert canvas.status.text.startswith("No cell is marked")


@pytest.mark.parametrize("cells, said", [([15], "so all that is kept is seen"), ([0], "15 kept cells come after")])
def test_raster_order_is_explained_for_what_is_marked(canvas, cells, said):
    canvas.mark(cells)
    assert said in canvas.raster.value


def test_own_picture_comes_by_upload_or_drop(tiny, canvas):
    data = io.BytesIO()
    image = Image.linear_gradient("L").convert("RGB")
    image.save(data, "PNG")
    canvas.grid._handle_custom_msg({"file": "mine.png"}, [memoryview(data.getvalue())])
    assert torch.equal(canvas.tokens, tiny.encode(image)[0]) and canvas.status.text.startswith("This is your picture")
    canvas.grid._handle_custom_msg({"file": "mine.txt"}, [memoryview(b"no picture")])
    assert "cannot be read as a picture" in canvas.status.text


def test_cancelled_keeps_the_old_tokens_where_nothing_was_drawn(tiny, canvas):
    before = canvas.tokens.clone()
    stream = tiny.stream_rest

    def cancelled(*arguments):
        for partial in stream(*arguments):
            if partial.done == 8:
                canvas.cancelled()
            yield partial

    canvas.session.model = _With(tiny, stream_rest=cancelled)
    draw(canvas, [*range(16)])
    assert "Cancelled at 8 of 16" in canvas.status.text
    assert torch.equal(canvas.drawn[0][8:], before[8:]) and len(canvas.drawn[0]) == 16


class _With:
    """A model with something of it exchanged."""

    def __init__(self, model, **exchanged):
        self._model = model
        vars(self).update(exchanged)

    def __getattr__(self, name):
        return getattr(self._model, name)
