// Draws beside the page, so that it never freezes. One drawing at a time; a newer message is heard between two tokens.

const UNDRAWN = 0.9 * 255; // grey of what is not drawn yet
const FRAME = 30; // milliseconds between pictures, at least
const SHARE = 1; // between two frames, drawing takes at least so many times as long as showing one
const SLOWLY = 90; // milliseconds a token, when asked to draw slowly

let network = null;
let tokenizer = null;
let current = null; // the id of what is being drawn

const channel = new MessageChannel();
let resume = null;
channel.port1.onmessage = () => resume();
// Let messages in; unlike a timer this takes no time.
const breathe = () => new Promise((done) => ((resume = done), channel.port2.postMessage(null)));
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

self.onmessage = async ({ data }) => {
  try {
    if (data.open) open(data.open);
    else if (data.cancel) current = null;
    else if (data.draw) await draw(data.draw);
    else if (data.tiles) tiles(data.tiles);
  } catch (error) {
    self.postMessage({ error: String(error.message ?? error), id: data.draw?.id });
  }
};

function open({ described, weights, kernels }) {
  network = new Network(described, new Uint8Array(weights), new WebAssembly.Module(kernels));
  tokenizer = new Tokenizer(described.text);
  self.postMessage({ ready: true });
}

// Draw n pictures of a caption. `known` are tokens that are given; `first` numbers the first picture of the seed.
async function draw({ id, caption, n, first = 0, known = [], slowly = false, ...settings }) {
  current = id;
  const began = performance.now();
  const window = network.c.text_window;
  const ids = tokenizer.encode(caption, window);
  const guided = settings.guidance !== 1;
  const chances = Array.from({ length: n }, (_, i) => uniforms(settings.seed, first + i, network.tokens));
  const tokens = Array.from({ length: n }, () => []);
  const views = Array.from({ length: n }, () => []);
  let logits = network.begin(guided ? [ids, tokenizer.empty(ids.length)] : [ids], n);
  let [shown, cost] = [-Infinity, 0];
  for (let at = 0; at < network.tokens; at++) {
    for (let i = 0; i < n; i++) {
      const p = probabilities(logits[i], guided ? logits[n + i] : null, settings);
      const token = at < known.length ? known[at] : pick(p, chances[i][at]);
      tokens[i].push(token);
      views[i].push(view(p, token));
    }
    const last = at + 1 === network.tokens;
    const now = performance.now();
    if (last || (at >= known.length && (slowly || now - shown > Math.max(FRAME, SHARE * cost)))) {
      const frames = tokens.map((row) => picture(row));
      shown = performance.now();
      cost = shown - now;
      const said = { id, first, done: at + 1, total: network.tokens, frames };
      if (last) Object.assign(said, { tokens, views, seconds: (shown - began) / 1000, notices: tokenizer.notices(caption, window) });
      self.postMessage(said, frames.map((frame) => frame.buffer));
    }
    if (last) break;
    await (slowly && at >= known.length ? sleep(SLOWLY) : breathe());
    if (current !== id) return;
    logits = network.write(guided ? [...tokens.map((row) => row[at]), ...tokens.map((row) => row[at])] : tokens.map((row) => row[at]));
  }
}

// RGBA of a picture of which the first tokens are drawn.
function picture(tokens) {
  const pixels = network.decode(tokens);
  const { size } = network;
  const cell = size / network.c.grid;
  for (let at = tokens.length; at < network.tokens; at++) {
    const [row, column] = [Math.floor(at / network.c.grid), at % network.c.grid];
    for (let y = row * cell; y < (row + 1) * cell; y++)
      for (let x = column * cell; x < (column + 1) * cell; x++) pixels.fill(UNDRAWN, 4 * (y * size + x), 4 * (y * size + x) + 3);
  }
  return pixels;
}

// What a picture would look like with each of these codes at one place.
function tiles({ id, tokens, at, codes }) {
  const frames = codes.map((code) => network.decode(tokens.with(at, code)));
  self.postMessage({ id, at, tiles: frames, codes }, frames.map((frame) => frame.buffer));
}
