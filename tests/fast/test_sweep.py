"""A sweep: the rows of one process, whatever is killed on the way."""

import subprocess
import sys
import time
from contextlib import nullcontext, suppress

import pandas as pd
import psutil
import pytest
import torch

from helpers import load, probes, sweep
from helpers.models import checkpoints
from helpers.models.daikon import TextToImage
from helpers.networks.ranker import Ranker, RankerConfig
from helpers.probes import answers, cache
from helpers.text import default
from tests.tiny import make_dvae, make_transformer

CAPTIONS = [
    f"{animal} {place}" for animal in ("a fox", "a lion", "a bear") for place in ("on the beach", "at night", "")
]


@pytest.fixture
def folder(tmp_path):
    """A checkpoint of random weights with a ranker, and captions beside it."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        ranker = Ranker(RankerConfig(16, 8, 16, 1, 2, 32, 8, default().size))
    model = TextToImage(make_dvae(), make_transformer(), "tiny", ranker=ranker)
    checkpoints.save(tmp_path / "tiny", model, {"name": "tiny"})
    frame = pd.DataFrame({"caption": CAPTIONS, "group": ["first"] * 4 + ["second"] * 5})
    probes.save(frame, tmp_path / "captions.csv")
    return tmp_path


def run(folder, *options):
    tiny = str(folder / "tiny")
    return sweep.main(
        [str(folder / "captions.csv"), "--models", tiny, "--n", "2", "--out", str(folder / "out"), *options]
    )


def kill_one(killed):
    """SIGKILL a process of ours that draws, another one than before."""
    while True:
        for process in psutil.Process().children():
            with suppress(psutil.Error):
                draws = "spawn_main" in " ".join(process.cmdline()) and process.pid not in killed
                if draws and process.status() != psutil.STATUS_ZOMBIE:
                    process.kill()
                    killed.append(process.pid)
                    return
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of dask, about processes that are killed
def test_two_workers_of_which_three_are_killed_after_pictures_were_kept_give_the_rows_of_one_process(
    folder, monkeypatch, capsys
):
    pytest.importorskip("distributed")
    monkeypatch.setattr(answers, "CHUNK", 2)
    put, kept, killed = cache.Cache.put, [], []

    def kept_then_killed(self, family, caption, seed, seen):
        put(self, family, caption, seed, seen)
        kept.append(caption)
        if len(kept) in (1, 3, 5):  # of nine
            kill_one(killed)

    monkeypatch.setattr(cache.Cache, "put", kept_then_killed)
    assert run(folder, "--workers", "2", "--seed", "4", "--temperature", "0.9") == 0
    said = capsys.readouterr().out
    assert len({*killed}) == 3 and said.endswith(f"{folder / 'out' / 'rows.csv'}\n") and "18" in said
    assert sorted(kept) == sorted(CAPTIONS)  # nothing lost, nothing taken twice
    rows = probes.read(folder / "out" / "rows.csv")
    wanted = probes.probe(
        load(folder / "tiny", "cpu"), probes.read(folder / "captions.csv"), 2, 4, temperature=0.9, cache=None
    )
    pd.testing.assert_frame_equal(rows.drop(columns="model"), wanted, check_exact=True)
    assert set(rows["model"]) == {str(folder / "tiny")}


@pytest.fixture
def alone(monkeypatch):
    """A sweep whose captions are answered by this process."""
    monkeypatch.setattr(sweep, "cluster", lambda *_: nullcontext())
    monkeypatch.setattr(sweep, "on", lambda *_: answers.answered)


@pytest.mark.slow
def test_the_command_line_draws_on_a_cluster_that_runs_already(folder):
    distributed = pytest.importorskip("distributed")
    how = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": None, "host": "127.0.0.1"}
    options = ["captions.csv", "--models", str(folder / "tiny"), "--n", "2", "--seed", "4", "--out", "out"]
    with distributed.LocalCluster(**how) as cluster:
        command = [sys.executable, "-m", "helpers.sweep", *options, "--scheduler", cluster.scheduler_address]
        ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    assert ended.returncode == 0, ended.stderr
    wanted = probes.probe(load(folder / "tiny", "cpu"), probes.read(folder / "captions.csv"), 2, 4, cache=None)
    rows = probes.read(folder / "out" / "rows.csv")
    pd.testing.assert_frame_equal(rows.drop(columns="model"), wanted, check_exact=True)


def test_rows_are_parquet_where_asked_for(folder, alone):
    pytest.importorskip("pyarrow")
    assert run(folder) == run(folder, "--format", "parquet") == 0
    rows, again = (probes.read(folder / "out" / f"rows.{kind}") for kind in ("csv", "parquet"))
    pd.testing.assert_frame_equal(again, rows, check_exact=True, check_dtype=False)
    assert again["settings"][0] == rows["settings"][0] and again["tokens"][0] == rows["tokens"][0]


def test_parquet_without_pyarrow_is_a_sentence_before_anything_is_drawn(folder, alone, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert run(folder, "--format", "parquet") == 2
    said = capsys.readouterr().err
    assert "Nothing was written: Parquet wants pyarrow; install it: pip install pyarrow" in said
    assert not (folder / "out").exists()


def test_a_worker_with_another_checkpoint_of_that_name_is_refused(folder):
    name, how = str(folder / "tiny"), {"n": 1, "seed": 0}
    right = sweep.opened(name)[1]
    ((caption, family, seen),) = sweep.part_of(name, right, {"a fox": [""]}, how)
    assert (caption, family) == ("a fox", "") and len(seen) == 1 and -1 <= seen[0][1]["fit"] <= 1
    with pytest.raises(ValueError, match=r"is 0123 where the sweep was begun and .* on a machine of the cluster"):
        sweep.part_of(name, "0123", {"a fox": [""]}, how)


def test_what_cannot_be_swept_is_a_sentence(folder, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(folder) == 2
    assert 'Nothing was written: a sweep wants dask.distributed; install it: pip install -e ".[sweep]"' in (
        capsys.readouterr().err
    )
    (folder / "captions.csv").write_text("said\na fox\n")
    assert run(folder) == 2
    assert "is no table of captions" in capsys.readouterr().err


def test_a_summary_has_scores_or_fits():
    rows = pd.DataFrame({"model": ["a", "a", "b"], "caption": ["x", "y", "x"], "right": [True, False, True]})
    assert sweep.summed(rows)["right"].tolist() == [0.5, 1.0] and sweep.summed(rows)["pictures"].tolist() == [2, 1]
    fits = rows.drop(columns="right").assign(fit=[0.1, 0.3, 0.5])
    assert sweep.summed(fits)["fit"].tolist() == [0.2, 0.5]
    assert list(sweep.summed(rows.drop(columns="right"))) == ["model", "captions", "pictures"]
