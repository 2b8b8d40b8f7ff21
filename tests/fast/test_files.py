"""Files: no name is used twice, read-only folders are avoided, the user's umask is respected."""

import ast
import inspect
import os
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers import files
from helpers.files import check_folder, free_path, path_of, place_for, target, write_atomically

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "name, written",
    [
        ("fox", "fox.png"),
        ("fox.png", "fox.png"),
        ("fox.PNG", "fox.PNG"),
        ("fox-t0.5", "fox-t0.5.png"),
        ("fox-t0.7", "fox-t0.7.png"),
        ("a.b.c", "a.b.c.png"),
        ("v1.", "v1..png"),
        (".hidden", ".hidden.png"),
    ],
)
def test_a_name_keeps_its_dots(tmp_path, name, written):
    assert target(tmp_path / name, ".png") == tmp_path / written


@pytest.mark.parametrize("name", ["y.svg", "y.jpg", "y.json", "y.csv", "y.PDF", "y.txt", "y.pgn", "y.ps"])
def test_the_name_of_another_kind_of_file_is_refused(tmp_path, name):
    with pytest.raises(ValueError, match=f"ends in {Path(name).suffix}, and what is written is .png"):
        target(tmp_path / name, ".png")


@pytest.mark.parametrize("name", [None, 3, ["a"], "a\0b", "a" * 251, "\ud800", "~nobody-of-this-name/a"], ids=repr)
def test_what_no_file_can_be_called_is_one_sentence(name):
    with pytest.raises(ValueError, match=r"^the path is .*; give the name of a file$") as error:
        inspect.unwrap(path_of)(name)  # outside of tests nothing checks types
    assert "\n" not in str(error.value)


def test_what_lies_below_a_file_names_it(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match=r"file/x\.png|file\\x\.png"):
        write_atomically(tmp_path / "file" / "x.png", b"")


def test_a_folder_is_refused_and_home_is_expanded(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match=r"is a folder; name a file in it, such as .*fox.png"):
        target(tmp_path, ".png")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert target("~/fox", ".png") == tmp_path / "fox.png"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
@pytest.mark.parametrize("mask, rights", [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_umask_counts(tmp_path, mask, rights):
    before = os.umask(mask)
    try:
        write_atomically(tmp_path / "a", b"a")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == rights


def test_savers_at_the_same_time_get_names_of_their_own(tmp_path):
    begin, taken = threading.Barrier(16), []

    def save():
        begin.wait()
        for _ in range(8):
            with free_path("fox", 0, tmp_path) as path:
                taken.append(path.name)
                path.write_bytes(b"a")

    savers = [threading.Thread(target=save) for _ in range(16)]
    [saver.start() for saver in savers]
    [saver.join() for saver in savers]
    assert len(taken) == 128 == len({*taken}) == len(list(tmp_path.iterdir()))


def test_a_name_that_is_not_used_is_given_back(tmp_path):
    with pytest.raises(OSError, match="disk full"), free_path("fox", 0, tmp_path) as path:
        assert path.exists()
        raise OSError("disk full")
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_written_names_the_file_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError) as error:
        write_atomically(tmp_path / "fox.png", b"a")
    assert files.why(error.value) == f"{tmp_path / 'fox.png'}: the disk is full" and not list(tmp_path.iterdir())


@pytest.mark.parametrize("kept, place", [(True, "here"), (False, "cache")])
def test_a_checkout_that_cannot_be_written_is_left_alone(tmp_path, monkeypatch, kept, place):
    for folder in ("checkout", "here", "cache"):
        (tmp_path / folder).mkdir()
    (tmp_path / "checkout" / "pyproject.toml").touch()
    locked = []
    monkeypatch.setattr(files, "CHECKOUT", tmp_path / "checkout")
    monkeypatch.setattr(files, "_user_cache", lambda: tmp_path / "cache")
    monkeypatch.setattr("os.access", lambda path, _: not any(Path(path).is_relative_to(one) for one in locked))
    monkeypatch.chdir(tmp_path / "here")
    assert place_for("exports", kept) == tmp_path / "checkout" / "exports"
    locked.append(tmp_path / "checkout")
    assert place_for("exports", kept) == tmp_path / place / "exports"
    locked.append(tmp_path / "here")
    assert place_for("exports", kept) == tmp_path / "cache" / "exports"
    with pytest.raises(PermissionError, match="checkout cannot be written; name another place"):
        check_folder(tmp_path / "checkout")


def test_an_installed_package_writes_nothing_beside_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "CHECKOUT", tmp_path / "site-packages")
    monkeypatch.chdir(tmp_path)
    assert place_for("exports", kept=True) == tmp_path / "exports"
    assert not place_for("runs", kept=False).is_relative_to(tmp_path / "site-packages")


def test_a_full_disk_is_said_before_the_work(tmp_path, monkeypatch):
    check_folder(tmp_path / "new" / "folder")
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(OSError, match="is full; free 16 MB or name another place"):
        check_folder(tmp_path / "new" / "folder")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("path", sorted((ROOT / "helpers").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_text_is_read_and_written_as_utf_8_by_name(path):
    """Left to the system, it is cp1252 on Windows."""
    for call in (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        words = {argument.value for argument in call.args if isinstance(argument, ast.Constant)}
        binary = any(isinstance(word, str) and "b" in word and len(word) < 4 for word in words)
        opened = isinstance(call.func, ast.Name) and name == "open" and not binary
        said = "utf-8" in words or any(key.arg == "encoding" for key in call.keywords)
        assert said or not (opened or name in ("read_text", "write_text")), f"line {call.lineno}"
