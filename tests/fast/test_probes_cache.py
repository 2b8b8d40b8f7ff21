"""The cache of probes: whatever happens to its file, the probe continues and warns that it has no cache."""

import random
import sqlite3
import threading
import warnings
from contextlib import closing

import pytest

from helpers.probes import cache
from helpers.probes.cache import Cache

SEEN = [([1, 2, 3], {"hat": "red"}), ([4, 5, 6], {"hat": "none"})]


def filled(path, captions=50):
    """A cache that keeps two pictures of each of some captions."""
    with closing(Cache(path, {"top_k": None})) as kept:
        for i in range(captions):
            kept.put("outfit", f"caption {i} " + "long " * 40, 0, SEEN)
    return path


def read(path, captions=50):
    """How many of the captions are known, all of them as they were kept."""
    with closing(Cache(path, {"top_k": None})) as kept:
        found = [kept.get("outfit", f"caption {i} " + "long " * 40, 0, 2) for i in range(captions)]
        assert all(seen in (None, SEEN) for seen in found)
        kept.put("outfit", "another", 0, SEEN)
        again = kept.get("outfit", "another", 0, 2)
    return sum(seen is not None for seen in found), again == SEEN


def test_what_is_kept_is_found(tmp_path):
    path = filled(tmp_path / "a.sqlite")
    assert read(path) == (50, True)
    with closing(Cache(path, {"top_k": 3})) as other:
        assert other.get("outfit", "another", 0, 2) is None
    with closing(Cache(path, {"top_k": None})) as kept:
        assert kept.get("outfit", "another", 0, 3) is None and kept.get("outfit", "another", 0, 1) == SEEN[:1]


@pytest.mark.parametrize("seed", range(8))
def test_damage_anywhere_costs_rows_and_never_gives_wrong_ones(tmp_path, seed):
    path, rng = filled(tmp_path / "a.sqlite"), random.Random(seed)
    data = bytearray(path.read_bytes())
    at = rng.randrange(len(data)) if seed % 2 else rng.randrange(4096)
    many = rng.choice([1, 20, 3000])
    data[at : at + many] = rng.randbytes(len(data[at : at + many]))
    path.write_bytes(data[: rng.choice([len(data), len(data), len(data) // 2])])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read(path)
        assert read(path)[1]


def test_a_row_that_was_changed_is_drawn_again(tmp_path):
    path = filled(tmp_path / "a.sqlite")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE kept SET tokens='[1, 2, 4]' WHERE caption LIKE 'caption 7 %' AND number=0")
        connection.execute("UPDATE kept SET facts='[' WHERE caption LIKE 'caption 8 %'")
        connection.execute("UPDATE kept SET tokens=NULL WHERE caption LIKE 'caption 9 %'")
        connection.execute("UPDATE kept SET facts=x'00ff' WHERE caption LIKE 'caption 10 %'")
        connection.execute("UPDATE kept SET facts=CAST(x'ff' AS TEXT) WHERE caption LIKE 'caption 11 %'")
    assert read(path) == (45, True)


@pytest.mark.parametrize("content", [b"no database" * 100, None], ids=["text", "other tables"])
def test_what_is_no_cache_is_moved_aside_and_stays(tmp_path, content):
    path = tmp_path / "a.sqlite"
    if content:
        path.write_bytes(content)
    else:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TABLE kept (mine TEXT)")
    before = path.read_bytes()
    with pytest.warns(UserWarning, match="is damaged or no cache of ours; it is now a-damaged-"):
        assert read(path) == (0, True)
    (aside,) = tmp_path.glob("a-damaged-*.sqlite")
    assert aside.read_bytes() == before and read(path, 0) == (0, True)


def test_a_full_disk_is_told_once_and_the_probe_goes_on(tmp_path):
    with closing(Cache(tmp_path / "a.sqlite", {})) as kept:
        kept.put("outfit", "first", 0, SEEN)
        kept.connection.execute("PRAGMA max_page_count=4")
        with pytest.warns(UserWarning, match="is full.*goes on, but what it draws is not kept") as told:
            for i in range(100):
                kept.put("outfit", f"{i} " + "long " * 100, 0, SEEN)
        assert len(told) == 1 and kept.get("outfit", "first", 0, 2) == SEEN


def test_a_place_that_cannot_be_written_is_told_once(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "a.sqlite").mkdir()
    for path in (tmp_path / "file" / "a.sqlite", tmp_path / "a.sqlite"):
        with pytest.warns(UserWarning, match="cannot be written") as told, closing(Cache(path, {})) as kept:
            kept.put("outfit", "first", 0, SEEN)
            assert kept.get("outfit", "first", 0, 2) is None
        assert len(told) == 1


@pytest.mark.slow
def test_a_file_that_another_program_writes_is_waited_for(tmp_path):
    path = filled(tmp_path / "a.sqlite")
    other = sqlite3.connect(path, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    later = threading.Timer(1.5, other.rollback)
    later.start()
    with pytest.warns(UserWarning, match="is in use by another program; waiting") as told:
        assert read(path) == (50, True)
    later.join()
    other.close()
    assert len(told) == 1


@pytest.mark.slow
def test_a_file_that_stays_locked_is_gone_without(tmp_path, monkeypatch):
    path = filled(tmp_path / "a.sqlite")
    monkeypatch.setattr(cache, "WAIT", 0)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.warns(UserWarning) as told:
            assert read(path, 1) == (0, False)
        assert [str(warning.message).rpartition("; ")[2][:20] for warning in told][-1:] == ["the probe goes on, b"]
    assert read(path) == (50, True)
