"""Notebooks as they are stored: run, clean, short-celled, small."""

import ast
import base64
import io
import re
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median

import nbformat
import numpy as np
import pytest
from PIL import Image

from tests.notebooks.run import FIGURES, WIDGET_VIEW, clean, paths, shipped, write

HELPERS = Path(__file__).parents[2] / "helpers"
FORBIDDEN = {
    "installs packages": r"^\s*[%!]\s*(pip|conda|apt)|pip install",
    "imports *": r"import \*",
    "absolute path": r"""["'](/(home|Users|root|work|tmp|content|mnt)\b|~/|[A-Za-z]:\\)""",
    "hosted-notebook branch": r"google\.colab|kaggle",
}

each_notebook = pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)


@cache
def read(path):
    return nbformat.read(path, as_version=4)


def cells(path, kind):
    return [cell for cell in read(path).cells if cell.cell_type == kind]


def outputs(path):
    return list(chain.from_iterable(cell.outputs for cell in cells(path, "code")))


def definitions(source):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds)]


@cache
def helper_names():
    return {node.name for file in HELPERS.rglob("*.py") for node in definitions(file.read_text())}


def notebook_names(path):
    return [node.name for cell in cells(path, "code") for node in definitions(cell.source)]


@each_notebook
def test_counts_run_from_one(path):
    assert [cell.execution_count for cell in cells(path, "code")] == [*range(1, len(cells(path, "code")) + 1)]


@each_notebook
def test_no_error_and_no_widget_state(path):
    assert all(output.output_type != "error" for output in outputs(path))
    assert "widgets" not in read(path).metadata
    assert not any(WIDGET_VIEW in output.get("data", {}) for output in outputs(path))


@each_notebook
def test_shows_a_picture(path):
    kinds = set(chain.from_iterable(output.get("data", {}) for output in outputs(path)))
    assert kinds & {"image/png", "image/jpeg"}


@each_notebook
def test_figures_have_alt_text(path):
    for output in outputs(path):
        assert all(output.metadata.get(kind, {}).get("alt") for kind in FIGURES & output.get("data", {}).keys())


@each_notebook
def test_file_is_small(path):
    assert path.stat().st_size <= 1_000_000


@each_notebook
def test_reads_as_text_with_short_cells(path):
    prose, code = cells(path, "markdown"), cells(path, "code")
    lengths = [len(cell.source.splitlines()) for cell in code]
    assert len(prose) >= len(code)
    assert max(lengths) <= 20 and median(lengths) <= 8
    assert read(path).cells[0].source.startswith("# ")
    assert read(path).cells[-1].cell_type == "markdown"


@each_notebook
def test_is_read_in_one_lesson(path):
    words = sum(len(cell.source.split()) for cell in cells(path, "markdown"))
    assert len(read(path).cells) <= 35 and words <= 1500


@each_notebook
def test_imports_a_dozen_names_at_most(path):
    nodes = chain.from_iterable(ast.walk(ast.parse(cell.source)) for cell in cells(path, "code"))
    names = [name for node in nodes if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names]
    assert len(names) <= 12


@each_notebook
def test_links_to_notebooks_lead_somewhere(path):
    text = "".join(cell.source for cell in cells(path, "markdown"))
    assert not [link for link in re.findall(r"\]\(([^)/]+\.ipynb)\)", text) if not (path.parent / link).exists()]


@each_notebook
def test_one_import_cell(path):
    importing = [cell for cell in cells(path, "code") if re.search(r"^(import|from) ", cell.source, re.MULTILINE)]
    assert len(importing) <= 1


@each_notebook
@pytest.mark.parametrize("what", FORBIDDEN)
def test_forbidden(path, what):
    for cell in cells(path, "code"):
        assert not re.search(FORBIDDEN[what], cell.source, re.MULTILINE), cell.source


@each_notebook
def test_defines_nothing_that_stands_elsewhere(path):
    kinds = [node for cell in cells(path, "code") for node in definitions(cell.source)]
    assert not [node.name for node in kinds if isinstance(node, ast.ClassDef)]
    elsewhere = helper_names().union(*(notebook_names(other) for other in paths() if other != path))
    assert not elsewhere & set(notebook_names(path))


def test_clean_drops_widgets_and_progress_and_keeps_figures(tmp_path):
    figure = nbformat.v4.new_output("display_data", {"image/png": "aGk="})
    view = nbformat.v4.new_output("display_data", {WIDGET_VIEW: {"model_id": "1"}, "text/plain": "Studio()"})
    progress = nbformat.v4.new_output("stream", name="stderr", text="\rprobe 1 of 64 captions")
    cell = nbformat.v4.new_code_cell("studio", execution_count=1, outputs=[figure, view, progress])
    cell.metadata.execution = {"iopub.status.busy": "2026-01-01"}
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"widgets": {"state": {}}})
    write(clean(notebook), tmp_path / "a.ipynb")
    stored = nbformat.read(tmp_path / "a.ipynb", as_version=4)
    assert stored.cells[0].outputs == [figure] and stored.cells[0].execution_count == 1
    assert stored.cells[0].id == cell.id and not stored.cells[0].metadata
    assert "widgets" not in stored.metadata and [file.name for file in tmp_path.iterdir()] == ["a.ipynb"]


def test_clean_gives_figures_the_words_before_them():
    said = nbformat.v4.new_markdown_cell("Prose.\n\n**Figure.** A *fox*, as in\n[the paper](https://a.b).\n\nMore.")
    figures = [nbformat.v4.new_output("display_data", {"image/png": "aGk="}) for _ in range(2)]
    shown = [nbformat.v4.new_code_cell("show()", outputs=[figure]) for figure in figures]
    cells = [said, shown[0], nbformat.v4.new_markdown_cell("The same, `again`."), shown[1]]
    stored = clean(nbformat.v4.new_notebook(cells=cells)).cells
    assert stored[1].outputs[0].metadata == {"image/png": {"alt": "A fox, as in the paper."}}
    assert stored[3].outputs[0].metadata == {"image/png": {"alt": "The same, again."}}


def test_clean_keeps_a_large_figure_as_jpeg():
    packed = io.BytesIO()
    Image.effect_noise((200, 200), 100).save(packed, "PNG")
    figure = nbformat.v4.new_output("display_data", {"image/png": base64.b64encode(packed.getvalue()).decode()})
    cell = nbformat.v4.new_code_cell("figure", outputs=[figure])
    stored = clean(nbformat.v4.new_notebook(cells=[cell])).cells[0].outputs[0].data
    assert [*stored] == ["image/jpeg"]
    assert Image.open(io.BytesIO(base64.b64decode(stored["image/jpeg"]))).size == (200, 200)


def test_clean_keeps_a_chart_as_png_of_few_colours():
    bars, packed = np.zeros((400, 600, 3), np.uint8), io.BytesIO()
    bars[:, :, 0] = np.arange(600) // 20 * 8
    Image.fromarray(bars).save(packed, "PNG", compress_level=0)
    figure = nbformat.v4.new_output("display_data", {"image/png": base64.b64encode(packed.getvalue()).decode()})
    cell = nbformat.v4.new_code_cell("figure", outputs=[figure])
    stored = clean(nbformat.v4.new_notebook(cells=[cell])).cells[0].outputs[0].data
    assert [*stored] == ["image/png"] and len(stored["image/png"]) < 30_000
    chart = Image.open(io.BytesIO(base64.b64decode(stored["image/png"]))).convert("RGB")
    assert np.array_equal(chart, bars)


def test_unknown_notebook_is_a_sentence():
    with pytest.raises(ValueError, match="no notebook begins with 'nowhere'"):
        paths(["nowhere"])


@each_notebook
def test_it_was_run_with_the_shipped_weights(path):
    assert read(path).metadata.weights == shipped()
