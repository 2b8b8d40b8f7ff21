"""Servers that lie, on this machine's loopback alone."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from helpers.models import zoo
from tests.attack.cases import Case

CONTENT = bytes(range(256)) * 400
PAGE = b"<html>sign in</html>"
HTML = {"Content-Type": "text/html"}
HALF = len(CONTENT) // 2
LIES = {  # method -> headers, status and body in place of the honest ones; "part": an earlier try left half
    "honest": {},
    "honest, resumed": {"part": True},
    "a page for all": {"HEAD": (HTML, 200, PAGE), "GET": (HTML, 200, PAGE)},
    "a page for the file": {"GET": (HTML, 200, PAGE)},
    "a page of its length": {"GET": (HTML, 200, PAGE.ljust(len(CONTENT)))},
    "no length": {"HEAD": ({"Content-Length": None}, 200, None)},
    "a negative length": {"HEAD": ({"Content-Length": "-1"}, 200, None)},
    "a length of nought": {"HEAD": ({"Content-Length": "0"}, 200, None)},
    "an endless length": {"HEAD": ({"Content-Length": "9" * 4000}, 200, None)},
    "a length in words": {"HEAD": ({"Content-Length": "many"}, 200, None)},
    "a petabyte": {"HEAD": ({"Content-Length": str(10**15)}, 200, None)},
    "shorter": {"GET": ({"Content-Length": "100"}, 200, CONTENT[:100])},
    "longer": {"GET": ({"Content-Length": str(2 * len(CONTENT))}, 200, CONTENT * 2)},
    "broken off": {"GET": ({}, 200, CONTENT[:-1])},
    "changed meanwhile": {"GET": ({"ETag": '"9"'}, 200, CONTENT[::-1])},
    "packed": {"GET": ({"Content-Encoding": "gzip"}, 200, CONTENT)},
    "not found": {"GET": ({}, 404, b"")},
    "broken": {"GET": ({}, 500, b"")},
    "nothing": {"GET": ({"Content-Length": None}, 204, b"")},
    "round and round": {"GET": ({"Location": "/encoder.pkl"}, 302, b"")},
    "off to a file": {"GET": ({"Location": "file:///etc/passwd"}, 302, b"")},
    "half without asking": {"GET": ({"Content-Range": f"bytes 0-9/{len(CONTENT)}"}, 206, CONTENT[:10])},
    "resumed: wrong place": {
        "part": True,
        "GET": ({"Content-Range": f"bytes 0-9/{len(CONTENT)}"}, 206, CONTENT[HALF:]),
    },
    "resumed: wrong whole": {"part": True, "GET": ({"Content-Range": f"bytes {HALF}-9/7"}, 206, CONTENT[HALF:])},
    "resumed: no place": {"part": True, "GET": ({"Content-Range": None}, 206, CONTENT[HALF:])},
    "resumed: no more": {"part": True, "GET": ({}, 416, b"")},
    "resumed: changed": {"part": True, "GET": ({"ETag": '"9"'}, 206, CONTENT[HALF:])},
    "resumed: a page": {"part": True, "GET": (HTML, 200, PAGE)},
    "a link as part": {"link": True},
}


def cases(folder: Path) -> Iterator[Case]:
    """Each lie, after which an honest server must be able to bring the file."""
    for name, lie in LIES.items():
        honest = name.startswith("honest") or name == "a link as part"
        at = folder / str(len(list(folder.iterdir())))
        at.mkdir()
        yield Case(name, partial(fetched, lie, at), "take" if honest else "either", lambda data: data == CONTENT)


def fetched(lie: dict, folder: Path) -> bytes:
    """Fetch from a server that lies, then from an honest one; what lies here in the end."""
    state = {"lie": {}, "cut": None}

    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            begin = int((self.headers["Range"] or "bytes=0-")[6:-1])
            headers, status, body = state["lie"].get(self.command, ({}, 206 if begin else 200, None))
            usual = {"Content-Type": "application/octet-stream", "ETag": '"1"'}
            usual["Content-Length"] = str(len(CONTENT) - begin if body is None else len(body))
            if begin:
                usual["Content-Range"] = f"bytes {begin}-{len(CONTENT) - 1}/{len(CONTENT)}"
            self.send_response(status)
            for key, value in (usual | headers).items():
                if value is not None:
                    self.send_header(key, value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write((CONTENT[begin:] if body is None else body)[: state["cut"]])

        do_HEAD = do_GET

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    zoo.ROOT = folder
    zoo.SOURCES["openai-dvae"] = zoo.Source("openai_dvae", address, None, ("encoder.pkl",), 0.1, "")
    here, mine = folder / "openai-dvae", folder / "mine"
    if "part" in lie or "link" in lie:
        state["cut"] = HALF
        try:
            zoo.fetch("openai-dvae", yes=True)
        except zoo.CheckpointError:
            state["cut"] = None
    if "link" in lie:
        mine.write_bytes(b"mine")
        for part in here.glob("*part"):
            part.unlink()
            part.symlink_to(mine)
    state["lie"] = lie
    try:
        zoo.fetch("openai-dvae", yes=True)
        found = (here / "encoder.pkl").read_bytes()
    except zoo.CheckpointError:
        state["lie"] = {}
        zoo.fetch("openai-dvae", yes=True)
        if (here / "encoder.pkl").read_bytes() != CONTENT:
            return b"cannot be fetched again"
        raise
    finally:
        shutil.rmtree(here)
    return found if "link" not in lie or mine.read_bytes() == b"mine" else b"followed the link"
