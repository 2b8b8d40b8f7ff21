"""Every text of the widgets and of the pages can be read on its ground, in the light and in the dark theme."""

import itertools
import re

import pytest

from helpers.page.site import ASSETS
from helpers.widgets.live import script

LAB = {"light": ("#ffffff",), "dark": ("#111111", "#212121")}  # the grounds of JupyterLab's two themes
TEXTS = {  # text -> grounds on which it stands
    "widgets": {"ink": ["wash", "lab"], "star": ["lab"], "wrong": ["lab"]},
    "page": {"ink": ["ground", "panel"], "quiet": ["ground"], "mark": ["ground", "wash"]},
    "still": {"ink": ["ground"], "mark": ["ground", "wash"]},
}


def luminance(color):
    """Relative luminance as WCAG 2 defines it, 0 to 1, of #rgb or #rrggbb."""
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colors(css):
    """Name -> #color for the light theme, then for the dark one, which comes second and changes some."""
    blocks = [
        dict(re.findall(r"--(?:daikon-)?(\w+): (#\w+)", block)) for block in re.findall(r"{([^{}]*--[^{}]*)}", css)
    ]
    light, dark = [block for block in blocks if block][:2]
    return {"light": light, "dark": light | dark}


SHEETS = {
    "widgets": script("panel.css"),
    "page": (ASSETS / "style.css").read_text("utf-8"),
    "still": (ASSETS / "still.html").read_text("utf-8"),
}


def test_black_on_white_is_21_and_a_known_grey_4_and_a_half():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("sheet, theme", [*itertools.product(SHEETS, LAB)])
def test_every_text_has_a_contrast_of_4_and_a_half(sheet, theme):
    named = colors(SHEETS[sheet])[theme]
    for text, grounds in TEXTS[sheet].items():
        for ground in grounds:
            for color in [named[ground]] if ground in named else LAB[theme]:
                found = contrast(named[text], color)
                assert found >= 4.5, f"{text} {named[text]} on {ground} {color}: {found:.2f}"
