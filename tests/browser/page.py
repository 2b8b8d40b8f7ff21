"""The page in Chromium: a folder served on the loopback, and its model asked without its worker."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

# Gives `daikonTest.open(sent)`, which resolves to the page's own classes around a model that `site.sent` describes.
OPEN = """
globalThis.daikonTest = {
  async open({ described, kernels, weights, bytes }) {
    const source = document.getElementById("worker").textContent.replace(/self\\.onmessage/, "const unused");
    const made = new Function(source + "; return { Network, Tokenizer, uniforms, probabilities, pick };")();
    const packed = new Blob([unpack(weights, bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
    const data = new Uint8Array(await new Response(packed).arrayBuffer());
    const module = new WebAssembly.Module(Uint8Array.from(atob(kernels), (letter) => letter.charCodeAt(0)));
    this.network = new made.Network(described, data, module);
    this.tokenizer = new made.Tokenizer(described.text);
  },
  // Draw a caption's likeliest tokens: their ids, and the logits of every place as base64 of float32.
  greedy(caption) {
    const { network, tokenizer } = this;
    let [row] = network.begin([tokenizer.encode(caption, network.c.text_window)], 1);
    const tokens = [];
    const all = new Float32Array(network.tokens * row.length);
    for (let at = 0; at < network.tokens; at++) {
      all.set(row, at * row.length);
      tokens.push(row.indexOf(Math.max(...row)));
      if (at + 1 < network.tokens) [row] = network.write([tokens[at]]);
    }
    const bytes = new Uint8Array(all.buffer);
    let text = "";
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return { tokens, logits: btoa(text) };
  },
  decode(tokens) {
    return Array.from(this.network.decode(tokens));
  },
};
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, with the character set that many servers name for scripts."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript; charset=utf-8"}

    def log_message(self, *_) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on the loopback."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def open_page(page: Page, address: str) -> None:
    """Open a page and wait until its model is ready."""
    page.goto(address)
    page.get_by_text("Ready:").wait_for(timeout=180_000)
