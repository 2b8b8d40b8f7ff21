"""A limit of memory is a limit: what does not fit is drawn in parts, or refused before anything is drawn."""

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.sampling import out_of_memory

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
def test_what_does_not_fit_is_drawn_in_parts(ask):
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


def test_what_torch_says_of_memory_is_known():
    for words in ("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't", "could not create a primitive"):
        assert out_of_memory(RuntimeError(words))
    assert out_of_memory(MemoryError()) and not out_of_memory(RuntimeError("shapes cannot be multiplied"))
