"""Several processes train as one does: the same pictures and captions, the same weights, killed and resumed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import psutil
import pytest
import torch

from helpers.pictures.world import World
from helpers.training import __main__ as command_line
from helpers.training import together
from helpers.training.state import read_state
from helpers.training.stream import Batches
from tests.together import begun, trained

ROOT = Path(__file__).parents[2]


def launched(*command):
    """`torchrun` with two processes."""
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "-m", *command]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.Popen(command, cwd=ROOT, env=environment, **pipes)


def pretend(monkeypatch, rank, size):
    """The environment that torchrun gives a process."""
    known = {"RANK": rank, "WORLD_SIZE": size, "LOCAL_RANK": rank, "LOCAL_WORLD_SIZE": size, together.LAUNCHED: "none"}
    for name, value in known.items():
        monkeypatch.setenv(name, str(value))


def test_the_parts_of_a_batch_are_the_whole():
    world = World({"outfit": 1.0})
    facts, images = Batches(world, 16, 12, 3)[2]
    parts = [Batches(world, 16, 12, 3, part=(i, 3))[2] for i in range(3)]
    assert [one for some, _ in parts for one in some] == facts
    assert np.array_equal(np.concatenate([some for _, some in parts]), images)


def test_captions_depend_on_the_place_in_the_whole_batch(tmp_path, monkeypatch):
    run, task = begun(tmp_path)
    facts = [run.preset.world.facts("train", 0, i)[0] for i in range(12)]
    whole, parts = task.captions(facts, 7), []
    for rank in range(3):
        pretend(monkeypatch, rank, 3)
        parts += task.captions(facts[4 * rank : 4 * rank + 4], 7)
    assert parts == whole != task.captions(facts, 8)


def test_one_process_is_alone_whatever_another_launcher_says(monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "8")
    monkeypatch.setenv("RANK", "3")
    together.join()
    assert (together.size(), together.rank(), together.here()) == (1, 0, (0, 1))
    assert together.most(2, 3.5) == [2, 3.5] and together.items([7]) == together.rows(torch.tensor([7])).tolist()
    pretend(monkeypatch, 1, 2)
    assert (together.size(), together.rank(), together.here()) == (2, 1, (1, 2))
    assert command_line.painters() <= max(1, (os.cpu_count() - 1) // 2)


@pytest.mark.slow
def test_two_processes_make_the_weights_of_one(tmp_path):
    process = launched("tests.together", str(tmp_path / "many"))
    alone = trained(tmp_path / "one")
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    for rank in range(2):
        weights = torch.load(tmp_path / f"many.{rank}.pt", weights_only=True)
        assert weights.keys() == alone.keys()
        for name, value in weights.items():
            torch.testing.assert_close(value, alone[name], atol=1e-4, rtol=0, msg=name)
    before = begun(tmp_path / "before")[1].network.state_dict()
    assert max((alone[name] - before[name]).abs().max() for name in alone) > 3e-4


MICRO = "helpers.training transformer --preset micro --init micro --minutes 5 --save-every .05 --workers 0 --device cpu"


@pytest.mark.slow
def test_a_run_of_two_processes_is_killed_resumed_and_stopped(tmp_path):
    state = tmp_path / "transformer.state"

    def wait_for(process, step):
        deadline = time.monotonic() + 240
        while not state.exists() or read_state(state)["step"] <= step:
            assert process.poll() is None and time.monotonic() < deadline, process.communicate()[0]
            time.sleep(0.2)

    process = launched(*MICRO.split(), "--out", str(tmp_path))
    wait_for(process, 0)
    for child in psutil.Process(process.pid).children():
        child.kill()
    process.communicate(timeout=120)
    killed = read_state(state)["step"]
    process = launched(*MICRO.split(), "--out", str(tmp_path))
    wait_for(process, killed)
    process.send_signal(signal.SIGTERM)
    said, _ = process.communicate(timeout=120)
    stopped = read_state(state)["step"]
    assert said.count(f"transformer resumes from step {killed}\n") == 1 and stopped > killed
    assert said.count(f"Training stopped: SIGTERM; {state} holds step {stopped}") == 1
