// The model: text and picture tokens to logits, tokens to pixels. It knows nothing of words, chance or the page.
//
// All numbers live in the one memory of `kernels.py`: weights first, then what is kept of a drawing, then scratch.
// Addresses are in bytes. A "map" or a "row" is channels last, its channels filled up to a multiple of four.

const FLOAT = 4;
const ROWS_AT_ONCE = 16; // rows whose inputs stay in the processor's cache
const PAGE = 65536;

class Memory {
  constructor(module) {
    this.memory = new WebAssembly.Memory({ initial: 64 });
    this.kernels = new WebAssembly.Instance(module, { env: { memory: this.memory } }).exports;
    this.end = 16; // nothing lies at address 0
    this.look();
  }

  look() {
    this.f32 = new Float32Array(this.memory.buffer);
    this.i8 = new Int8Array(this.memory.buffer);
  }

  // Room for so many bytes, on a multiple of 16; `release` gives back all that was taken after a mark.
  take(bytes) {
    const at = this.end;
    this.end = (at + bytes + 31) & ~15;
    const lacking = this.end + PAGE - this.memory.buffer.byteLength; // kernels may read a little beyond
    if (lacking > 0) {
      this.memory.grow(Math.ceil(Math.max(lacking, this.memory.buffer.byteLength / 4) / PAGE));
      this.look();
    }
    return at;
  }

  mark() {
    return this.end;
  }

  release(mark) {
    this.end = mark;
  }

  floats(at, count) {
    return this.f32.subarray(at / FLOAT, at / FLOAT + count);
  }
}

function halfToFloat(h) {
  const exponent = (h >> 10) & 31;
  const fraction = h & 1023;
  const sign = h >> 15 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

// Abramowitz and Stegun 7.1.26: within 1.5e-7, as exact as float32.
function gelu(x) {
  const z = Math.abs(x) * Math.SQRT1_2;
  const t = 1 / (1 + 0.3275911 * z);
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const tail = 0.5 * poly * Math.exp(-z * z); // 1 − Φ(|x|)
  return x >= 0 ? x - x * tail : x * tail;
}

class Network {
  constructor(described, bytes, module) {
    this.m = new Memory(module);
    this.c = described.transformer;
    this.size = described.dvae.size;
    this.decoder = described.dvae.decoder;
    this.tokens = this.c.grid ** 2;
    this.head = this.c.width / this.c.heads;
    this.#place(described.tensors, bytes);
    this.weights = this.c.weights;
    this.zeros = this.m.take(FLOAT * (this.tokens + this.c.text_window + 8)); // a bias of nothing
    this.row = this.m.take(FLOAT * 8 * this.c.width); // two rows of weights, expanded
    this.empty = new Map(); // text length -> what was read of the empty caption
    this.base = this.m.mark();
  }

  // Copy the weights into memory: int8 and float32 as they are, float16 as float32.
  #place(tensors, bytes) {
    const table = Float32Array.from({ length: 65536 }, (_, h) => halfToFloat(h));
    this.tensors = tensors.map(({ kind, shape, at }) => {
      const count = shape.reduce((a, b) => a * b, 1);
      const to = this.m.take(kind === "int8" ? count : FLOAT * count);
      if (kind === "int8") this.m.i8.set(new Int8Array(bytes.buffer, bytes.byteOffset + at, count), to);
      else if (kind === "float32") this.m.floats(to, count).set(new Float32Array(bytes.buffer, bytes.byteOffset + at, count));
      else {
        const halves = new Uint16Array(bytes.buffer, bytes.byteOffset + at, count);
        const floats = this.m.floats(to, count);
        for (let i = 0; i < count; i++) floats[i] = table[halves[i]];
      }
      return { kind, shape, at: to };
    });
  }

  #weight(name) {
    return this.tensors[this.weights[name]];
  }

  // y = x · Wᵀ + b for `rows` rows, with the int8 matrix of a name.
  linear(name, x, y, rows) {
    const { at, shape } = this.#weight(`${name}.weight`);
    const [outputs, inputs] = shape;
    const scales = this.#weight(`${name}.weight.scale`).at / FLOAT;
    const bias = this.#weight(`${name}.bias`).at;
    const { expand, linear } = this.m.kernels;
    const second = this.row + FLOAT * inputs;
    for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
      const some = Math.min(ROWS_AT_ONCE, rows - first);
      const from = x + FLOAT * inputs * first;
      const to = y + FLOAT * outputs * first;
      for (let o = 0; o < outputs; o += 2) {
        expand(at + o * inputs, this.m.f32[scales + o], this.row, inputs);
        expand(at + (o + 1) * inputs, this.m.f32[scales + o + 1], second, inputs);
        linear(this.row, bias + FLOAT * o, from, to + FLOAT * o, some, FLOAT * inputs, 2, FLOAT * inputs, FLOAT * outputs);
      }
    }
  }

  // One row of an embedding, added to the floats at `to`.
  #add(name, index, to) {
    const { at, kind, shape } = this.#weight(name);
    const width = this.c.width;
    const sum = this.m.floats(to, width);
    const start = shape.length === 1 ? 0 : index * width;
    if (kind === "int8") {
      const scale = this.m.f32[this.#weight(`${name}.scale`).at / FLOAT + index];
      for (let i = 0; i < width; i++) sum[i] += Math.fround(this.m.i8[at + start + i] * scale);
    } else {
      const row = this.m.floats(at + FLOAT * start, width);
      for (let i = 0; i < width; i++) sum[i] += row[i];
    }
  }

  #norm(name, x, y, rows) {
    const width = this.c.width;
    const gain = this.m.floats(this.#weight(`${name}.weight`).at, width);
    const shift = this.m.floats(this.#weight(`${name}.bias`).at, width);
    for (let r = 0; r < rows; r++) {
      const from = this.m.floats(x + FLOAT * width * r, width);
      const to = this.m.floats(y + FLOAT * width * r, width);
      let mean = 0;
      for (let i = 0; i < width; i++) mean += from[i];
      mean /= width;
      let variance = 0;
      for (let i = 0; i < width; i++) variance += (from[i] - mean) ** 2;
      const inverse = 1 / Math.sqrt(variance / width + 1e-5);
      for (let i = 0; i < width; i++) to[i] = (from[i] - mean) * inverse * gain[i] + shift[i];
    }
  }

  // Run new tokens through all layers, in place. `attend(layer, qkv, to)` looks back at earlier tokens.
  #run(x, rows, attend) {
    const { width } = this.c;
    const mark = this.m.mark();
    const h = this.m.take(FLOAT * rows * width);
    const wide = this.m.take(FLOAT * rows * 4 * width);
    const add = () => {
      const [sum, more] = [this.m.floats(x, rows * width), this.m.floats(h, rows * width)];
      for (let i = 0; i < sum.length; i++) sum[i] += more[i];
    };
    for (let layer = 0; layer < this.c.attention.length; layer++) {
      const name = `layers.${layer}`;
      this.#norm(`${name}.norm_1`, x, h, rows);
      this.linear(`${name}.attention.qkv`, h, wide, rows);
      const mixed = wide + FLOAT * rows * 3 * width; // the fourth quarter of `wide` is free
      attend(layer, wide, mixed);
      this.linear(`${name}.attention.out`, mixed, h, rows);
      add();
      this.#norm(`${name}.norm_2`, x, h, rows);
      this.linear(`${name}.up`, h, wide, rows);
      const inner = this.m.floats(wide, rows * 4 * width);
      for (let i = 0; i < inner.length; i++) inner[i] = gelu(inner[i]);
      this.linear(`${name}.down`, wide, h, rows);
      add();
    }
    this.#norm("norm", x, h, rows);
    this.m.floats(x, rows * width).set(this.m.floats(h, rows * width));
    this.m.release(mark);
  }

  // softmax(scores · scale) in place; where `seen` is given, only over what it says.
  #softmax(at, count, scale, seen) {
    const s = this.m.floats(at, count);
    let most = -Infinity;
    for (let i = 0; i < count; i++) if (s[i] > most && (!seen || seen[i])) most = s[i];
    let sum = 0;
    for (let i = 0; i < count; i++) {
      s[i] = seen && !seen[i] ? 0 : Math.exp((s[i] - most) * scale);
      sum += s[i];
    }
    for (let i = 0; i < count; i++) s[i] /= sum;
  }

  // Copy one row's keys or values (k = 1 or 2), head by head, to slot `slot` of a cache with `slots` a head.
  #keep(qkv, row, k, cache, slot, slots) {
    const { width, heads } = this.c;
    const from = this.m.floats(qkv + FLOAT * width * (3 * row + k), width);
    for (let head = 0; head < heads; head++) {
      const to = this.m.floats(cache + FLOAT * this.head * (head * slots + slot), this.head);
      to.set(from.subarray(head * this.head, (head + 1) * this.head));
    }
  }

  // Read one caption's ids: returns its keys and values in every layer, and logits of the first picture token.
  read(ids) {
    const { width, heads, text_vocab: pad, attention, codebook } = this.c;
    const count = ids.length + 1;
    const bytes = FLOAT * width * count;
    const kept = attention.map(() => ({ keys: this.m.take(bytes), values: this.m.take(bytes) }));
    const logits = this.m.take(FLOAT * codebook);
    const mark = this.m.mark();
    const x = this.m.take(bytes);
    const scores = this.m.take(FLOAT * count * (count + 1));
    this.m.floats(x, count * width).fill(0);
    this.#add("start", 0, x);
    ids.forEach((id, i) => {
      const to = x + FLOAT * width * (i + 1);
      if (id === pad) this.#add("text_pad.weight", i, to);
      else {
        this.#add("text_token.weight", id, to);
        this.#add("text_position.weight", i, to);
      }
      this.#add("segment.weight", 0, to);
    });
    const { linear, mix } = this.m.kernels;
    const stride = FLOAT * (count + 1);
    this.#run(x, count, (layer, qkv, to) => {
      const { keys, values } = kept[layer];
      for (let i = 0; i < count; i++) {
        this.#keep(qkv, i, 1, keys, i, count);
        this.#keep(qkv, i, 2, values, i, count);
      }
      this.m.floats(to, count * width).fill(0);
      for (let head = 0; head < heads; head++) {
        const part = FLOAT * this.head * head;
        linear(keys + count * part, this.zeros, qkv + part, scores, count, FLOAT * this.head, count, FLOAT * 3 * width, stride);
        for (let i = 0; i < count; i++) {
          this.#softmax(scores + stride * i, i + 1, 1 / Math.sqrt(this.head));
          mix(scores + stride * i, values + count * part, to + FLOAT * width * i + part, i + 1, FLOAT * this.head);
        }
      }
    });
    this.linear("picture_head", x + FLOAT * width * (count - 1), logits, 1);
    this.m.release(mark);
    return { kept, count, logits };
  }

  // Begin n pictures after each of a few captions (lists of ids of one length). The last stays in memory alone.
  begin(prompts, n) {
    this.m.release(this.base);
    const { width, attention, codebook } = this.c;
    const given = prompts.map((ids) => this.read(ids));
    const rows = n * given.length;
    const bytes = FLOAT * width * this.tokens;
    const own = attention.map(() =>
      Array.from({ length: rows }, () => ({ keys: this.m.take(bytes), values: this.m.take(bytes) })),
    );
    const logits = this.m.take(FLOAT * rows * codebook);
    given.forEach((one, p) => {
      const first = this.m.floats(one.logits, codebook);
      for (let r = 0; r < n; r++) this.m.floats(logits + FLOAT * codebook * (p * n + r), codebook).set(first);
    });
    this.drawing = { given, own, logits, rows, n, at: 0 };
    this.scratch = this.m.mark();
    return this.logits();
  }

  // Logits of the next token: one array a row, a caption's pictures side by side.
  logits() {
    const { codebook } = this.c;
    const { logits, rows } = this.drawing;
    return Array.from({ length: rows }, (_, r) => this.m.floats(logits + FLOAT * codebook * r, codebook));
  }

  // Write one token of every row; returns the logits of the next.
  write(tokens) {
    const { width, heads, grid, attention } = this.c;
    const { given, own, rows, n, at } = this.drawing;
    this.m.release(this.scratch);
    const before = given[0].count;
    const stride = FLOAT * (before + this.tokens + 2);
    const x = this.m.take(FLOAT * rows * width);
    const scores = this.m.take(rows * stride);
    this.m.floats(x, rows * width).fill(0);
    tokens.forEach((token, r) => {
      const to = x + FLOAT * width * r;
      this.#add("picture_token.weight", token, to);
      this.#add("picture_row.weight", Math.floor(at / grid), to);
      this.#add("picture_column.weight", at % grid, to);
      this.#add("segment.weight", 1, to);
    });
    const seen = attention.map((pattern) => this.#seen(pattern, before, at));
    const { linear, mix } = this.m.kernels;
    const head = FLOAT * this.head;
    this.#run(x, rows, (layer, qkv, to) => {
      this.m.floats(to, rows * width).fill(0);
      for (let r = 0; r < rows; r++) {
        this.#keep(qkv, r, 1, own[layer][r].keys, at, this.tokens);
        this.#keep(qkv, r, 2, own[layer][r].values, at, this.tokens);
      }
      for (let h = 0; h < heads; h++) {
        const part = head * h;
        given.forEach(({ kept }, p) => {
          // all pictures of a caption meet its keys in one product
          const from = qkv + FLOAT * 3 * width * p * n + part;
          linear(kept[layer].keys + before * part, this.zeros, from, scores + stride * p * n, n, head, before, 3 * FLOAT * width, stride);
        });
        for (let r = 0; r < rows; r++) {
          const [mine, theirs] = [own[layer][r], given[Math.floor(r / n)].kept[layer]];
          const line = scores + stride * r;
          const out = to + FLOAT * width * r + part;
          linear(mine.keys + this.tokens * part, this.zeros, qkv + FLOAT * 3 * width * r + part, line + FLOAT * before, 1, head, at + 1, 0, 0);
          this.#softmax(line, before + at + 1, 1 / Math.sqrt(this.head), seen[layer]);
          mix(line, theirs.values + before * part, out, before, head);
          mix(line + FLOAT * before, mine.values + this.tokens * part, out, at + 1, head);
        }
      }
    });
    this.linear("picture_head", x, this.drawing.logits, rows);
    this.drawing.at += 1;
    return this.logits();
  }

  // Which of the caption and of the picture so far token `at` sees; null if all.
  #seen(pattern, before, at) {
    if (pattern === "full") return null;
    const { grid, kernel } = this.c;
    const half = Math.floor(kernel / 2);
    return Array.from({ length: before + at + 1 }, (_, i) => {
      const back = at - (i - before);
      if (i < before || back === 0) return true;
      if (pattern === "row") return back <= grid;
      if (pattern === "column") return back % grid === 0;
      const rows = Math.min(half, Math.round(back / grid));
      return Math.abs(back - rows * grid) <= half;
    });
  }

  // One picture of tokens (missing ones are 0): RGBA bytes of size × size pixels.
  decode(tokens) {
    const mark = this.m.mark();
    let map = { side: this.c.grid, channels: 0, at: 0 };
    for (const layer of this.decoder) map = this.#layer(layer, map, tokens);
    this.m.release(mark);
    return map;
  }

  #map(side, channels) {
    const width = (channels + 3) & ~3;
    const at = this.m.take(FLOAT * side * side * width);
    return { side, channels, width, at, floats: () => this.m.floats(at, side * side * width) };
  }

  #layer(layer, map, tokens) {
    switch (layer.layer) {
      case "fsq": {
        const codes = this.#map(map.side, layer.channels);
        const floats = codes.floats().fill(0);
        for (let i = 0; i < this.tokens; i++) {
          let rest = tokens[i] ?? 0;
          layer.levels.forEach((levels, d) => {
            floats[i * codes.width + d] = ((rest % levels) * 2) / (levels - 1) - 1;
            rest = Math.floor(rest / levels);
          });
        }
        return codes;
      }
      case "one-hot": {
        const codes = this.#map(map.side, layer.channels);
        const floats = codes.floats().fill(0);
        for (let i = 0; i < this.tokens; i++) floats[i * codes.width + (tokens[i] ?? 0)] = 1;
        return codes;
      }
      case "convolution":
        return this.#convolution(layer, map);
      case "residual": {
        let [path, identity] = [map, map];
        for (const one of layer.path) path = this.#layer(one, path);
        for (const one of layer.identity) identity = this.#layer(one, identity);
        const sum = this.#map(path.side, path.channels);
        const [to, a, b] = [sum.floats(), identity.floats(), path.floats()];
        for (let i = 0; i < to.length; i++) to[i] = a[i] + layer.gain * b[i];
        return sum;
      }
      case "relu":
      case "gelu": {
        const out = this.#map(map.side, map.channels);
        const [to, from] = [out.floats(), map.floats()];
        for (let i = 0; i < to.length; i++) to[i] = layer.layer === "gelu" ? gelu(from[i]) : from[i] > 0 ? from[i] : 0;
        return out;
      }
      case "upsample": {
        const out = this.#map(map.side * layer.by, map.channels);
        const [to, from] = [out.floats(), map.floats()];
        for (let y = 0; y < out.side; y++)
          for (let x = 0; x < out.side; x++) {
            const at = (Math.floor(y / layer.by) * map.side + Math.floor(x / layer.by)) * map.width;
            to.set(from.subarray(at, at + map.width), (y * out.side + x) * out.width);
          }
        return out;
      }
      case "shuffle": {
        const by = layer.by;
        const out = this.#map(map.side * by, map.channels / by ** 2);
        const [to, from] = [out.floats().fill(0), map.floats()];
        for (let y = 0; y < out.side; y++)
          for (let x = 0; x < out.side; x++) {
            const at = (Math.floor(y / by) * map.side + Math.floor(x / by)) * map.width + (y % by) * by + (x % by);
            for (let c = 0; c < out.channels; c++) to[(y * out.side + x) * out.width + c] = from[at + c * by ** 2];
          }
        return out;
      }
      case "pixels": {
        const from = map.floats();
        const pixels = new Uint8ClampedArray(4 * map.side ** 2).fill(255);
        for (let i = 0; i < map.side ** 2; i++)
          for (let c = 0; c < 3; c++) {
            const v = from[i * map.width + c];
            const unit = layer.likelihood === "gaussian" ? v : (1 / (1 + Math.exp(-v)) - 0.1) / 0.8;
            pixels[4 * i + c] = 255 * unit; // clamped and rounded
          }
        return pixels;
      }
      default:
        throw new Error(`this page knows no layer ${layer.layer}`);
    }
  }

  // Every place's neighbourhood laid out as a row, then one product.
  #convolution({ kernel, channels, weight, bias }, map) {
    const { side, width } = map;
    const out = this.#map(side, channels);
    const inputs = kernel * kernel * width;
    let rows = map.at;
    if (kernel > 1) {
      rows = this.m.take(FLOAT * side * side * inputs);
      const [to, from] = [this.m.floats(rows, side * side * inputs).fill(0), map.floats()];
      const half = (kernel - 1) / 2;
      for (let y = 0; y < side; y++)
        for (let x = 0; x < side; x++)
          for (let dy = 0; dy < kernel; dy++) {
            const row = y + dy - half;
            if (row < 0 || row >= side) continue;
            const first = Math.max(0, half - x); // a row of the kernel is one piece of the map
            const last = Math.min(kernel, side + half - x);
            const at = (row * side + x + first - half) * width;
            to.set(from.subarray(at, at + (last - first) * width), (y * side + x) * inputs + (dy * kernel + first) * width);
          }
    }
    const { linear } = this.m.kernels;
    for (let r = 0; r < side * side; r += ROWS_AT_ONCE) {
      const some = Math.min(ROWS_AT_ONCE, side * side - r);
      linear(this.tensors[weight].at, this.tensors[bias].at, rows + FLOAT * inputs * r, out.at + FLOAT * out.width * r, some, FLOAT * inputs, out.width, FLOAT * inputs, FLOAT * out.width);
    }
    return out;
  }
}
