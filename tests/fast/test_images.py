"""Pictures of every kind: equal pictures give equal pixels; what is no picture is refused in one sentence."""

import io
import zlib

import numpy as np
import pytest
import torch
from PIL import Image

from helpers.images import LARGEST, open_picture, to_batch, to_image, to_pixels

RAMP = Image.linear_gradient("L").resize((40, 24))
GREY = np.asarray(RAMP)
COLOUR = np.random.default_rng(0).integers(0, 256, (24, 40, 3), dtype=np.uint8)
COLOURED = Image.fromarray(COLOUR)


@pytest.mark.parametrize(
    "picture",
    [
        *(RAMP.convert(mode) for mode in ("L", "LA", "RGB", "RGBA", "RGBX", "P", "I", "YCbCr", "HSV")),
        RAMP.convert("LA").convert("La"),
        RAMP.convert("RGBA").convert("RGBa"),
        Image.fromarray(GREY.astype(np.uint16) * 257),
        Image.fromarray(GREY.astype(np.float32) / 255),
        Image.fromarray(GREY.astype(np.int32) * 257),
        GREY,
        GREY[:, :, None],
        np.dstack([GREY, np.full_like(GREY, 255)]),
        np.dstack([GREY] * 3),
        GREY.astype(np.uint16) * 257,
        GREY / 255,
        (GREY / 255).astype(np.float16),
        np.asfortranarray(GREY),
        torch.tensor(GREY)[None],
        torch.tensor(GREY)[None].expand(3, -1, -1),
        torch.tensor(GREY)[None].expand(3, -1, -1) / 255,
    ],
    ids=lambda picture: getattr(picture, "mode", None) or f"{type(picture).__name__} {picture.dtype}",
)
def test_a_grey_picture_is_the_same_in_every_kind(picture):
    torch.testing.assert_close(to_pixels(picture, 24), to_pixels(RAMP, 24), atol=2 / 255, rtol=0)


def test_other_modes_keep_what_shows():
    flat = Image.new("RGB", (9, 9), (200, 40, 90))
    for mode in ("CMYK", "YCbCr", "HSV"):
        assert np.abs(np.asarray(to_image(flat.convert(mode)), int) - (200, 40, 90)).max() <= 4, mode
    white = np.asarray(to_image(Image.new("LAB", (9, 9), (255, 128, 128))), int)  # 0 and 0 are stored as 128
    assert white.min() > 245
    assert to_pixels(Image.new("1", (9, 9), 1), 9).min() == 1 and to_pixels(np.eye(9, dtype=bool), 9).mean() < 0.2


@pytest.mark.parametrize("mode", ["P", "L", "RGB"])
def test_a_transparent_colour_is_white(mode):
    image = Image.new("RGB", (8, 8), (0, 0, 255)).convert(mode)
    data = io.BytesIO()
    image.save(data, "PNG", transparency=image.getpixel((0, 0)))
    assert to_pixels(Image.open(data), 8).min() == 1


def test_a_photograph_is_turned_as_its_exif_says(tmp_path):
    upright = Image.new("RGB", (8, 16), "red")
    upright.paste((0, 0, 255), (0, 8, 8, 16))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter to the right
    upright.rotate(90, expand=True).save(tmp_path / "a.png", exif=exif)
    turned = to_pixels(Image.open(tmp_path / "a.png"), 8)
    assert torch.equal(turned, to_pixels(upright, 8)) and torch.equal(turned, to_pixels(tmp_path / "a.png", 8))
    assert torch.equal(turned, to_pixels(open_picture(str(tmp_path / "a.png")), 8))


def test_a_batch_is_its_pictures(tmp_path):
    COLOURED.save(tmp_path / "a.png")
    alone = to_pixels(COLOURED, 16)
    for many in ([COLOURED, COLOUR], (c for c in [COLOURED, tmp_path / "a.png"]), np.stack([COLOUR, COLOUR])):
        assert torch.equal(to_batch(many, 16), torch.stack([alone, alone]))
    for one in (COLOURED, COLOUR, tmp_path / "a.png", str(tmp_path / "a.png"), alone):
        assert torch.equal(to_batch(one, 16), alone[None])
    assert torch.equal(to_batch(alone[None].expand(5, -1, -1, -1), 16), alone.expand(5, -1, -1, -1))


@pytest.mark.parametrize(
    "picture, message",
    [
        (np.full((8, 8), np.nan), "floats run from nan to nan"),
        (np.full((8, 8, 3), 255.0), r"from 255 to 255; give them in \[0, 1\]"),
        (torch.full((3, 8, 8), 254.0), "from 254 to 254"),
        (torch.full((2, 3, 8, 8), float("nan")), "from nan to nan"),
        (torch.full((2, 3, 8, 8), -0.5), "from -0.5"),
        (Image.fromarray(np.full((8, 8), 9.0, np.float32)), "from 9 to 9"),
        (Image.fromarray(np.full((8, 8), 70000, np.int32)), "from 70000 to 70000"),
        (np.zeros((8, 8), int), r"ndarray of shape \(8, 8\) and type int64 is no picture"),
        (np.zeros((3, 8, 8), np.uint8), r"shape \(3, 8, 8\)"),
        (np.zeros((0, 8), np.uint8), r"shape \(0, 8\)"),
        (torch.zeros(8, 8, 3, dtype=torch.uint8), r"Tensor of shape \(8, 8, 3\)"),
        (torch.zeros(16), r"shape \(16,\) and type torch.float32 is no picture"),
        (np.array(["a"]), "is no picture"),
        (np.zeros((8, 8, 3), object), "type object is no picture"),
        (torch.zeros(3, 8, 8, device="meta"), "is no picture"),
        (torch.zeros(2, 3, 8, 8, device="meta"), "is no picture"),
        (torch.zeros(3, 8, 8, dtype=torch.uint8, device="meta"), "is no picture"),
        (Image.new("RGB", (0, 0)), "it has 0 × 0 pixels"),
        (Image.new("L", (8, 0)), "it has 8 × 0 pixels"),
        ([], "there is no picture; give at least one"),
        (np.zeros((0, 8, 8, 3), np.uint8), "there is no picture"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_is_no_picture_is_refused_in_a_sentence(picture, message):
    with pytest.raises(ValueError, match=message) as error:
        to_batch(picture, 8)
    assert "\n" not in str(error.value)


def png_of(width, height):
    """A PNG of few bytes that says it is huge."""

    def chunk(name, data):
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("side", [9460, 12000, 60000])
def test_a_bomb_is_refused_by_its_size(tmp_path, side):
    assert side**2 > LARGEST
    (tmp_path / "a.png").write_bytes(png_of(side, side))
    with pytest.raises(ValueError, match=r"a.png' cannot be read as a picture: .* pixels"):
        open_picture(tmp_path / "a.png")


def test_damage_anywhere_is_one_sentence(tmp_path):
    for kind in ("png", "jpeg", "gif", "bmp", "tiff", "webp"):
        data = io.BytesIO()
        COLOURED.save(data, kind)
        data, file = data.getvalue(), tmp_path / f"a.{kind}"
        for length in range(0, len(data), max(1, len(data) // 12)):
            for damaged in (data[:length], data[:length] + bytes(8) + data[length + 8 :]):
                file.write_bytes(damaged)
                try:
                    pixels = to_pixels(file, 8)
                    assert pixels.isfinite().all()
                except ValueError as error:
                    assert str(error).startswith(f"{str(file)!r} cannot be read") and "\n" not in str(error)
                try:
                    image = Image.open(io.BytesIO(damaged))
                except Exception:  # Pillow says so itself
                    continue
                try:
                    to_pixels(image, 8)
                except ValueError as error:
                    assert str(error).startswith("the picture cannot be read: ")


def test_folders_and_devices_are_no_pictures(tmp_path):
    with pytest.raises(ValueError, match="it is no file"):
        open_picture(tmp_path)
    with pytest.raises(FileNotFoundError, match="there is no file"):
        to_batch([tmp_path / "b.png"], 8)


def test_every_door_of_a_model_takes_every_kind(tiny, tmp_path):
    COLOURED.save(tmp_path / "a.png")
    wanted = tiny.encode(COLOURED)
    said, fit = tiny.describe(wanted[0]), tiny.score("a fox", wanted[0])
    for picture in (COLOUR, str(tmp_path / "a.png"), tmp_path / "a.png", COLOUR / 255):
        assert torch.equal(tiny.encode(picture), wanted) and torch.equal(tiny.encode([picture]), wanted)
        assert tiny.describe(picture) == said
        assert torch.equal(tiny.score("a fox", picture), fit)
    for tokens in (wanted[0], wanted[0].numpy(), wanted.view(4, 4), wanted[0].to(torch.int32)):
        assert tiny.describe(tokens) == said
    with pytest.raises(ValueError, match="there are 2 pictures; give one, or 16 whole-number tokens"):
        tiny.describe(np.stack([COLOUR, COLOUR]))


@pytest.mark.parametrize("kind", [np.zeros((4, 4), object), np.full((4, 4), "a"), torch.zeros(4, 4, device="meta")])
def test_what_has_as_many_numbers_as_tokens_and_is_neither_is_refused(tiny, kind):
    for ask in (tiny.describe, lambda picture: tiny.score("a fox", picture)):
        with pytest.raises(ValueError, match="is no picture"):
            ask(kind)


def test_captions_come_in_lists(tiny):
    said = ["a fox", "an owl"]
    alone = [drawing.tokens for drawing in tiny.draw_each(said, n=1)]
    again = [drawing.tokens for drawing in tiny.draw_each((caption for caption in said), n=1)]
    assert len(again) == 2 and all(map(torch.equal, alone, again))
    with pytest.raises(ValueError, match=r"captions are 'a fox'; give several in a list"):
        list(tiny.draw_each("a fox"))
    for ask in (lambda: list(tiny.draw_each([])), lambda: tiny.score([], COLOURED)):
        with pytest.raises(ValueError, match="there is no caption; give at least one"):
            ask()
