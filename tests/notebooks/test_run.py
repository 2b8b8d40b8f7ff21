"""Every notebook runs top to bottom in a copy, shortened; only exceptions and a time far past its limit fail."""

import shutil

import pytest

from tests.notebooks.run import limit, paths, run


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_notebook_runs(path, tmp_path, monkeypatch):
    monkeypatch.setenv("DAIKON_QUICK", "1")
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    run(copy, timeout=3 * limit(path))
