"""Memory limits are kept: what does not fit is drawn in chunks, or refused before anything is drawn."""

import subprocess
import sys
from pathlib import Path

import pytest
import torch

from helpers.sampling import memory, out_of_memory, room

ROOT = Path(__file__).parents[2]
LIMITED = """
import resource
import torch
from PIL import Image
from helpers.sampling import room
from tests.tiny import make_model

torch.set_num_threads(1)
model, tokens, left = make_model(), torch.zeros(16, dtype=torch.long), {left} << 20
model.draw("a fox", 2)
model.describe(tokens, 2)
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + left, used + left))
assert room(torch.device("cpu")) <= left
found = {ask}
print(len(found))
"""
ASKED = {
    "model.draw('a fox', 3000).tokens": 3000,
    "list(model.stream('a fox', 3000, every=16))[-1].tokens": 3000,
    "list(model.draw_each([f'a fox {i}' for i in range(200)], 8))": 200,
    "model.describe(tokens, 600)": 600,
    "model.encode([Image.new('RGB', (16, 16))] * 3000)": 3000,
}


def limited(ask, left):
    """What a process says that asks with so many megabytes of address space left."""
    command = [sys.executable, "-c", LIMITED.format(ask=ask, left=left)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to RLIMIT_AS")
@pytest.mark.parametrize("ask", ASKED)
def test_what_does_not_fit_is_drawn_in_chunks(ask):
    done = limited(ask, 160)
    assert done.stdout.strip() == str(ASKED[ask]), done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to RLIMIT_AS")
def test_more_than_can_be_kept_is_refused_at_once():
    done = limited("model.draw('a fox', 10**12)", 160)
    assert done.stderr.splitlines()[-1].startswith("ValueError: n is 1000000000000, and ")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to RLIMIT_AS")
def test_where_nothing_is_left_a_sentence_says_so():
    done = limited("model.draw('a fox', 1)", 20)
    assert "MB of memory are free, and drawing takes more than 64" in done.stderr.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:the model was never shown")
def test_many_captions_for_which_memory_runs_out_once_go_on_in_smaller_parts(tiny, monkeypatch):
    drawn, said, failed = tiny._drawn, [f"a fox {i}" for i in range(10, 30)], []

    def short_of_memory(texts, settings):
        if len(texts) * settings.n > 24:
            failed.append(len(texts))
            raise MemoryError
        return drawn(texts, settings)

    monkeypatch.setattr(tiny, "_drawn", short_of_memory, raising=False)
    drawings = [*tiny.draw_each(said, 8)]
    assert len(failed) == 1 and [drawing.caption for drawing in drawings] == said
    assert torch.equal(drawings[-1].tokens, tiny.draw(said[-1], 8).tokens)


def test_what_torch_says_of_memory_is_known():
    for words in ("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't", "could not create a primitive"):
        assert out_of_memory(RuntimeError(words))
    assert out_of_memory(MemoryError()) and not out_of_memory(RuntimeError("shapes cannot be multiplied"))


V2 = {
    "proc/self/cgroup": "0::/jobs/one\n",
    "cg/jobs/one/memory.max": "max\n",
    "cg/jobs/one/memory.current": "1\n",
    "cg/jobs/memory.max": "1000000000\n",
    "cg/jobs/memory.current": "400000000\n",
    "cg/jobs/memory.stat": "active_file 7\ninactive_file 100000000\n",
}
V1 = {
    "proc/self/cgroup": "4:cpu,cpuacct:/x\n5:memory:/one\n",
    "cg/memory/one/memory.limit_in_bytes": "1000000000\n",
    "cg/memory/one/memory.usage_in_bytes": "400000000\n",
    "cg/memory/one/memory.stat": "total_inactive_file 100000000\n",
}


@pytest.mark.parametrize("files, free", [(V2, 700_000_000), (V1, 700_000_000), ({}, 8_192_000_000)])
def test_a_containers_limit_counts(files, free, tmp_path, monkeypatch):
    for name, text in (files | {"proc/meminfo": "MemTotal: 9000000 kB\nMemAvailable: 8000000 kB\n"}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(memory, "PROC", tmp_path / "proc")
    monkeypatch.setattr(memory, "CGROUPS", tmp_path / "cg")
    assert room(torch.device("cpu")) == free - memory.LEAST
