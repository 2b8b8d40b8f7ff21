"""Every notebook runs top to bottom in a copy, with few captions; exceptions and times far past its limit fail."""

import shutil

import nbformat
import pytest

from tests.notebooks.run import limit, paths, run

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_notebook_runs(path, tmp_path):
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    run(copy, timeout=3 * limit(path), N=2)


def test_parameters_replace_those_of_the_tagged_cell(tmp_path):
    tagged = nbformat.v4.new_code_cell("N = 16", metadata={"tags": ["parameters"]})
    notebook = nbformat.v4.new_notebook(cells=[tagged, nbformat.v4.new_code_cell("print(N)")])
    nbformat.write(notebook, tmp_path / "a.ipynb")
    assert run(tmp_path / "a.ipynb").cells[1].outputs[0].text == "16\n"
    assert run(tmp_path / "a.ipynb", N=2).cells[1].outputs[0].text == "2\n"
