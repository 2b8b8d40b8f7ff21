"""JupyterLab and Voilà on the loopback, and Chromium without a window, for the tests of this folder."""

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
SETTINGS = {  # no news pop-up, and every cell in the page whether in view or not
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    "@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"windowingMode": "none"},
}


def find_browser() -> str | None:
    """The path of an installed Chromium or Chrome, if there is one."""
    found = filter(None, map(shutil.which, (*BROWSERS, MAC_BROWSER)))
    return next(found, None)


@contextlib.contextmanager
def lab(root: Path, scratch: Path, module: str = "jupyterlab") -> Iterator[str]:
    """Serve `root` in JupyterLab; yields the address up to where a notebook's name goes, with {} for it.

    With the module "helpers.lab", `root` is a checkout, and its own `helpers` start the server and run in the kernels.
    """
    for name, values in SETTINGS.items():
        file = scratch / "settings" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    token, port = secrets.token_hex(16), _free_port()
    environment = os.environ | {
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_CONFIG_DIR": str(scratch / "config"),
        "JUPYTER_RUNTIME_DIR": str(scratch / "runtime"),
    }
    command = [sys.executable, "-m", module, "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    command += [
        "--LabApp.expose_app_in_browser=True",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}",
    ]
    command += [
        f"--LabApp.user_settings_dir={scratch / 'settings'}",
        f"--LabApp.workspaces_dir={scratch / 'workspaces'}",
    ]
    if module == "helpers.lab":
        environment["PYTHONPATH"] = str(root)
    else:
        command.append(f"--ServerApp.root_dir={root}")
    with _running(command, environment, f"http://127.0.0.1:{port}/api?token={token}", scratch / "lab.log", root):
        yield f"http://127.0.0.1:{port}/lab/tree/{{}}?token={token}&reset"


@contextlib.contextmanager
def app(notebook: Path, scratch: Path) -> Iterator[str]:
    """Serve a notebook as a page of its own with Voilà; yields its address."""
    port = _free_port()
    environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_RUNTIME_DIR": str(scratch / "runtime")}
    command = [sys.executable, "-m", "voila", str(notebook), "--no-browser"]
    command += ["--Voila.ip=127.0.0.1", f"--port={port}", "--Voila.port_retries=0"]
    # The page itself would start a kernel; a file of it does not.
    with _running(
        command, environment, f"http://127.0.0.1:{port}/voila/static/voila.js", scratch / "app.log", notebook.parent
    ):
        yield f"http://127.0.0.1:{port}/"


@contextlib.contextmanager
def _running(command: list[str], environment: dict[str, str], ready: str, log: Path, folder: Path) -> Iterator[None]:
    """A server, started in a folder, that answers at the address `ready`, ended when the block ends."""
    with open(log, "w") as file:
        server = subprocess.Popen(
            command, stdout=file, stderr=subprocess.STDOUT, env=environment, cwd=folder, start_new_session=True
        )
        try:
            _wait_for(ready, server, log)
            yield
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@contextlib.contextmanager
def browser_page(browser: str) -> Iterator[Page]:
    """An empty page of a browser without a window."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, headless=True, args=FLAGS)
        page = chromium.new_page(viewport={"width": 1280, "height": 1100})
        page.set_default_timeout(60_000)
        yield page
        chromium.close()


def run_all(page: Page, address: str) -> Locator:
    """Open a notebook and run all of its cells; returns its panel."""
    page.goto(address)
    notebook = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    notebook.locator(".jp-Notebook .jp-Cell").first.wait_for()
    # The kernel is ready only when the status bar says so: the execution indicator says idle without a kernel, too.
    page.locator("#jp-main-statusbar").get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.get_by_role("menubar").get_by_text("Run", exact=True).click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    return notebook


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(url: str, server: subprocess.Popen, log: Path, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=2).close()
            return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not start: {log.read_text()[-2000:]}")
