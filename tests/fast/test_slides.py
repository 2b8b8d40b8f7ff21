"""Notebooks as slides: where one begins is in the cells' metadata, and they convert."""

import re
import warnings

import nbformat
import pytest

from tests.notebooks.run import paths, to_slides


def slide_types(notebook):
    return [cell.metadata.get("slideshow", {}).get("slide_type") for cell in notebook.cells]


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_headings_begin_slides_and_code_stands_on_them(path):
    notebook = nbformat.read(path, as_version=4)
    types = slide_types(notebook)
    assert types[0] == "slide"
    for cell, kind in zip(notebook.cells, types, strict=True):
        if cell.cell_type == "code":
            assert kind in (None, "skip", "fragment")
        elif re.match("##? ", cell.source):
            assert kind == "slide"


def test_what_was_said_by_hand_stays():
    by_hand = nbformat.v4.new_markdown_cell("## Notes", metadata={"slideshow": {"slide_type": "skip"}})
    cells = [by_hand, nbformat.v4.new_markdown_cell("**Figure.** A fox."), nbformat.v4.new_markdown_cell("A fox.")]
    notebook = nbformat.v4.new_notebook(cells=[*cells, nbformat.v4.new_code_cell("1")])
    to_slides(notebook)
    assert slide_types(notebook) == ["skip", "subslide", None, None]


def test_a_notebook_converts_into_as_many_slides_as_it_says():
    exporters = pytest.importorskip("nbconvert.exporters")
    notebook = nbformat.read(paths(["03_"])[0], as_version=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbconvert's own
        page, _ = exporters.SlidesExporter(reveal_scroll=True).from_notebook_node(notebook)
    kinds = slide_types(notebook)
    begun = kinds.count("slide") + kinds.count("subslide")
    assert page.count("</section>") == begun + kinds.count("slide")  # reveal.js wraps a slide with its subslides
    assert "data:image" in page
