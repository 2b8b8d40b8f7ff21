// The page: sentences, sheets of pictures, the inspector. Drawing itself happens in the worker.

const page = JSON.parse(document.getElementById("page").textContent);
const form = document.getElementById("settings");
const state = document.getElementById("state");
const cell = 100 / page.grid; // percent of a picture's side

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Bytes out of text that carries 15 bits a letter, from U+3000 on.
function unpack(letters, count) {
  const bytes = new Uint8Array(count);
  let [rest, have, at] = [0, 0, 0];
  for (let i = 0; i < letters.length; i++) {
    rest = (rest << 15) | (letters.charCodeAt(i) - 0x3000);
    have += 15;
    while (have >= 8) {
      have -= 8;
      bytes[at++] = rest >>> have; // beyond the end nothing is kept
    }
    rest &= (1 << have) - 1;
  }
  return bytes;
}

// What is asked of the worker: newest first, one at a time; what a newer wish interrupts is taken up again later.
const daikon = {
  worker: null,
  ready: false,
  waiting: [],
  busy: null,
  count: 0,

  async receive({ described, kernels, weights, bytes }) {
    try {
      const packed = new Blob([unpack(weights, bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
      const module = Uint8Array.from(atob(kernels), (letter) => letter.charCodeAt(0)).buffer;
      const sent = { described, kernels: module, weights: await new Response(packed).arrayBuffer() };
      const source = document.getElementById("worker").textContent;
      this.worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
      this.worker.onmessage = ({ data }) => this.hear(data);
      this.worker.onerror = (event) => this.fail(event.message);
      this.worker.postMessage({ open: sent }, [sent.kernels, sent.weights]);
    } catch (error) {
      this.fail(error.message);
    }
  },

  fail(message) {
    state.textContent = `The model cannot run here: ${message}. The stored pictures stay.`;
  },

  hear(data) {
    if (data.ready) {
      this.ready = true;
      const millions = (page.parameters / 1e6).toFixed(1);
      state.textContent = `Ready: ${page.name}, ${millions} million parameters, ${page.grid} × ${page.grid} tokens a picture.`;
      this.next();
    } else if (data.error) {
      if (data.id === undefined) this.fail(data.error);
      else this.done(data.id, (sheet) => sheet.say(`Not drawn: ${data.error}.`));
    } else if (data.tiles) Sheet.all.get(data.id)?.inspector.tiles(data);
    else if (data.id === this.busy?.id) {
      this.busy.sheet.show(data, this.busy);
      if (data.tokens) this.done(data.id, () => {});
    }
  },

  // Draw for a sheet; whatever it waited for before is dropped.
  draw(sheet, wish) {
    this.waiting = this.waiting.filter((other) => other.sheet !== sheet);
    this.waiting.push({ sheet, ...wish });
    if (this.busy) {
      const { sheet: other, id, ...again } = this.busy;
      this.worker.postMessage({ cancel: id });
      if (other !== sheet) this.waiting.splice(-1, 0, { sheet: other, ...again });
      this.busy = null;
    }
    this.next();
  },

  stop(sheet) {
    this.waiting = this.waiting.filter((other) => other.sheet !== sheet);
    if (this.busy?.sheet === sheet) {
      this.worker.postMessage({ cancel: this.busy.id });
      this.done(this.busy.id, () => {});
    }
  },

  done(id, tell) {
    if (this.busy?.id !== id) return;
    const { sheet } = this.busy;
    this.busy = null;
    stop.disabled = true;
    tell(sheet);
    this.next();
  },

  next() {
    if (!this.ready || this.busy || !this.waiting.length) return;
    this.busy = { ...this.waiting.pop(), id: ++this.count };
    const { sheet, ...wish } = this.busy;
    stop.disabled = false;
    sheet.begin(this.busy);
    this.worker.postMessage({ draw: wish });
  },
};

// How everything is drawn.
function settings() {
  const read = (name) => Number(form.elements[name].value);
  return {
    n: Math.round(read("n")),
    seed: Math.round(read("seed")),
    temperature: read("temperature"),
    guidance: read("guidance"),
    top_p: read("top_p"),
    slowly: form.elements.slowly.checked,
  };
}

// Which words a piece of a sentence has, given the index of every slot's value.
function text(piece, chosen, slots) {
  if (typeof piece === "string") return piece;
  return piece.texts[piece.slots.reduce((index, slot) => index * slots[slot].length + chosen[slot], 0)];
}

const said = (pieces, chosen, slots) => pieces.map((piece) => text(piece, chosen, slots)).join("");

// Pictures of one caption, with the inspector under them.
class Sheet {
  static all = new Map();

  constructor(id, parent) {
    this.id = id;
    Sheet.all.set(id, this);
    this.pictures = [];
    this.grid = element("div", { className: "sheet" });
    this.row = element("div", { className: "row" }, this.grid);
    this.progress = element("progress", { max: 1, value: 0, hidden: true });
    this.line = element("span");
    this.line.setAttribute("role", "status");
    this.inspector = new Inspector(this);
    parent.append(this.row, element("p", { className: "line" }, this.progress, " ", this.line), this.inspector.element);
    this.wish = null;
  }

  say(words) {
    this.line.textContent = words;
    this.progress.hidden = true;
  }

  // Have room for n pictures of a caption.
  resize(n, caption) {
    while (this.pictures.length > n) this.pictures.pop().element.remove();
    while (this.pictures.length < n) this.pictures.push(new Picture(this, this.pictures.length));
    this.caption = caption;
    this.pictures.forEach((picture) => picture.name());
  }

  // Show what was drawn when the page was written, which is what the first wish would draw.
  stored(source, n, caption, wish) {
    this.resize(n, caption);
    this.wish = wish;
    const image = new Image();
    image.onload = () => {
      if (this.pictures.every((picture) => picture.blank))
        this.pictures.forEach((picture, i) => picture.pen.drawImage(image, i * page.size, 0, page.size, page.size, 0, 0, page.size, page.size));
    };
    image.src = source;
    this.say("Drawn when this page was written.");
  }

  // Draw a caption, or go on with one picture from some known tokens.
  draw(wish) {
    this.inspector.hide();
    this.wish = wish;
    daikon.draw(this, wish);
    if (!daikon.ready) this.say("Waits for the model.");
  }

  begin(wish) {
    if (wish.known === undefined) this.resize(wish.n, wish.caption);
    this.progress.hidden = false;
    this.progress.value = 0;
    this.line.textContent = "Drawing …";
  }

  show({ first, done, total, frames, tokens, views, seconds, notices }, wish) {
    this.progress.value = done / total;
    frames.forEach((frame, i) => this.pictures[first + i]?.draw(frame));
    this.grid.dataset.frames = Number(this.grid.dataset.frames ?? 0) + 1;
    if (!tokens) return;
    tokens.forEach((row, i) => Object.assign(this.pictures[first + i], { tokens: row, views: views[i], wish }));
    const drawn = wish.known === undefined ? `${frames.length} picture${frames.length > 1 ? "s" : ""}` : `Picture ${first + 1}, from token ${wish.known.length} on`;
    this.say(`${drawn}, drawn in ${seconds.toFixed(1)} s. ${notices.join(" ")}`);
    this.grid.dataset.drawn = Number(this.grid.dataset.drawn ?? 0) + 1;
    if (this.inspector.picture) this.inspector.look(this.inspector.picture, this.inspector.at);
  }
}

// One canvas: hover, tap or arrow keys choose a token.
class Picture {
  constructor(sheet, index) {
    Object.assign(this, { sheet, index, at: 0, tokens: null, views: null, blank: true });
    this.canvas = element("canvas", { width: page.size, height: page.size, tabIndex: 0 });
    this.canvas.setAttribute("role", "slider");
    this.canvas.setAttribute("aria-valuemin", "1");
    this.canvas.setAttribute("aria-valuenow", "1");
    this.canvas.setAttribute("aria-valuemax", String(page.grid ** 2));
    this.pen = this.canvas.getContext("2d");
    this.cell = element("div", { className: "cell", hidden: true });
    this.cell.style.width = this.cell.style.height = `${cell}%`;
    this.element = element("div", { className: "picture" }, this.canvas, this.cell);
    sheet.grid.append(this.element);
    this.canvas.addEventListener("pointermove", (event) => !this.sheet.inspector.pinned && this.look(this.#under(event)));
    this.canvas.addEventListener("click", (event) => this.sheet.inspector.pin(this, this.#under(event)));
    this.canvas.addEventListener("focus", () => this.canvas.matches(":focus-visible") && this.look(this.at));
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.name();
  }

  name() {
    const count = this.sheet.pictures.length;
    this.canvas.setAttribute("aria-label", `Picture ${this.index + 1}${count ? ` of ${count}` : ""} of “${this.sheet.caption ?? ""}”, by token`);
  }

  draw(pixels) {
    this.blank = false;
    this.pen.putImageData(new ImageData(pixels, page.size, page.size), 0, 0);
  }

  look(at) {
    this.at = at;
    this.sheet.inspector.look(this, at);
  }

  #under({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    const place = (part, whole) => Math.min(page.grid - 1, Math.max(0, Math.floor((part / whole) * page.grid)));
    return place(clientY - box.top, box.height) * page.grid + place(clientX - box.left, box.width);
  }

  #key(event) {
    const last = page.grid ** 2 - 1;
    const moves = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -page.grid, ArrowDown: page.grid, Home: -last, End: last };
    if (event.key in moves) this.look(Math.min(last, Math.max(0, this.at + moves[event.key])));
    else if (event.key === "Enter") this.sheet.inspector.list.querySelector("button")?.focus();
    else if (event.key === "Escape") this.sheet.inspector.hide();
    else return;
    event.preventDefault();
  }
}

// What the model chose from at one token, and what else it could have drawn there.
class Inspector {
  constructor(sheet) {
    this.sheet = sheet;
    this.words = element("p");
    this.list = element("div", { className: "likeliest" });
    this.list.setAttribute("role", "group");
    this.list.setAttribute("aria-label", "The likeliest tokens; press one to draw on from it");
    this.element = element("div", { className: "inspector", hidden: true }, this.words, this.list);
    this.picture = null;
    this.pinned = false;
  }

  hide() {
    if (this.picture) this.picture.cell.hidden = true;
    this.picture = null;
    this.pinned = false;
    this.element.hidden = true;
  }

  pin(picture, at) {
    const same = this.pinned && this.picture === picture && this.at === at;
    this.pinned = !same;
    picture.look(at);
  }

  look(picture, at) {
    if (this.picture && this.picture !== picture) this.picture.cell.hidden = true;
    Object.assign(this, { picture, at });
    const [row, column] = [Math.floor(at / page.grid), at % page.grid];
    picture.at = at;
    picture.cell.hidden = false;
    picture.cell.style.left = `${column * cell}%`;
    picture.cell.style.top = `${row * cell}%`;
    picture.canvas.setAttribute("aria-valuenow", String(at + 1));
    this.element.hidden = false;
    const place = `Token ${at + 1} (row ${row + 1}, column ${column + 1}) of picture ${picture.index + 1}`;
    if (!picture.views) {
      this.words.textContent = daikon.ready ? `${place}: drawing it …` : `${place}: the model is not loaded yet.`;
      this.list.replaceChildren();
      const waits = daikon.busy?.sheet === this.sheet || daikon.waiting.some(({ sheet }) => sheet === this.sheet);
      if (this.sheet.wish && !waits) daikon.draw(this.sheet, this.sheet.wish);
      return;
    }
    const { code, p, entropy, likeliest } = picture.views[at];
    const told = `${place}: code ${code}, probability ${percent(p)}, entropy ${entropy.toFixed(1)} bits.`;
    picture.canvas.setAttribute("aria-valuetext", told);
    this.words.textContent = `${told} ${this.pinned ? "Held; click again to let go." : ""} Likeliest, press one to draw on from it:`;
    this.buttons(likeliest, code);
    daikon.worker.postMessage({ tiles: { id: this.sheet.id, tokens: picture.tokens, at, codes: likeliest.map(([other]) => other) } });
  }

  buttons(likeliest, code) {
    while (this.list.children.length > likeliest.length) this.list.lastChild.remove();
    while (this.list.children.length < likeliest.length) {
      const canvas = element("canvas", { width: 60, height: 60 });
      const button = element("button", { type: "button" }, canvas, element("span"), element("span"));
      this.list.append(button);
      button.addEventListener("click", () => this.sheet && this.choose(Number(button.dataset.code)));
    }
    likeliest.forEach(([other, p], i) => {
      const button = this.list.children[i];
      button.dataset.code = other;
      button.setAttribute("aria-pressed", String(other === code));
      button.setAttribute("aria-label", `Code ${other}, ${percent(p)}: draw on from it`);
      button.children[1].textContent = String(other);
      button.children[2].textContent = percent(p);
    });
  }

  // The place with each of the likeliest codes in it, amid its neighbours.
  tiles({ at, tiles, codes }) {
    if (at !== this.at || !this.picture?.views) return;
    const side = page.size / page.grid;
    const [x, y] = [(at % page.grid) * side, Math.floor(at / page.grid) * side];
    tiles.forEach((pixels, i) => {
      const button = this.list.children[i];
      if (Number(button?.dataset.code) !== codes[i]) return;
      const whole = element("canvas", { width: page.size, height: page.size });
      whole.getContext("2d").putImageData(new ImageData(pixels, page.size, page.size), 0, 0);
      const pen = button.firstChild.getContext("2d");
      pen.fillStyle = "#8888";
      pen.clearRect(0, 0, 60, 60);
      pen.drawImage(whole, x - side, y - side, 3 * side, 3 * side, 0, 0, 60, 60);
      pen.strokeStyle = "#fff";
      pen.strokeRect(19.5, 19.5, 21, 21);
      pen.strokeStyle = "#000";
      pen.strokeRect(18.5, 18.5, 23, 23);
    });
  }

  // Put another code there and draw what follows it.
  choose(code) {
    const { picture, at } = this;
    const known = [...picture.tokens.slice(0, at), code];
    this.pinned = true;
    const { sheet, id, ...wish } = picture.wish;
    daikon.draw(this.sheet, { ...wish, n: 1, first: picture.index, known });
  }
}

function percent(p) {
  return p >= 0.0995 ? `${Math.round(100 * p)}%` : p >= 0.0005 ? `${(100 * p).toFixed(1)}%` : "under 0.1%";
}

// One of the announcement's figures.
class Figure {
  constructor(data, parent) {
    Object.assign(this, { data, slots: data.slots, names: Object.keys(data.slots) });
    this.chosen = Object.fromEntries(this.names.map((slot, i) => [slot, data.first[i]]));
    this.language = "en";
    this.line = element("p", { className: "sentence" });
    this.line.setAttribute("role", "group");
    this.line.setAttribute("aria-label", "The sentence; words in drop-downs can be chosen");
    this.asked = element("p", { className: "asked" });
    this.notes = element("div");
    const title = element("h3", { textContent: data.id.replaceAll("_", " ") });
    this.element = element("article", { className: "figure", id: data.id }, title, this.line, this.asked, this.notes);
    this.element.setAttribute("aria-label", title.textContent); // its title is not there while it is out of view
    parent.append(this.element);
    this.sheet = new Sheet(data.id, this.element);
    this.truth = element("canvas", { width: page.painted, height: page.painted });
    this.truth.setAttribute("role", "img");
    this.told = element("figcaption");
    this.sheet.row.append(element("figure", { className: "truth" }, this.truth, this.told));
    this.painted = new Image();
    this.painted.onload = () => this.paint();
    this.build();
    this.sheet.stored(`pictures/${data.id}.webp`, page.settings.n, this.caption, { caption: this.caption, ...page.settings });
  }

  get pieces() {
    return this.data.sentence[this.language];
  }

  get caption() {
    const { pieces, exceptions } = this.data.caption[this.language];
    return exceptions[this.names.map((slot) => this.chosen[slot]).join(",")] ?? said(pieces, this.chosen, this.slots);
  }

  // The sentence anew: the first piece of each slot becomes a drop-down, a slot without a piece of its own stands after it.
  build() {
    this.line.lang = this.language;
    this.blanks = new Map();
    this.fixed = [];
    const parts = this.pieces.map((piece) => {
      if (typeof piece === "string") return piece;
      const [slot] = piece.slots;
      if (piece.slots.length === 1 && !this.blanks.has(slot)) return this.blank(slot, piece.texts);
      const word = element("span", { className: "word" });
      this.fixed.push([word, piece]);
      return word;
    });
    for (const slot of this.names.filter((name) => !this.blanks.has(name)))
      parts.push(` (${slot.replaceAll("_", " ")}: `, this.blank(slot, this.slots[slot]), ")");
    this.line.replaceChildren(...parts);
    this.show();
  }

  blank(slot, texts) {
    const select = element("select", { name: slot });
    select.setAttribute("aria-label", slot.replaceAll("_", " "));
    const labels = texts.map((words, i) => words.trim() || this.slots[slot][i]);
    const options = labels.map((label, i) => new Option(labels.indexOf(label) === i ? label : `${label} (${this.slots[slot][i]})`, i));
    const known = this.data.published[slot];
    if (known === options.length) select.append(...options);
    else {
      select.append(element("optgroup", { label: "In the announcement" }, ...options.slice(0, known)));
      select.append(element("optgroup", { label: "More of our world" }, ...options.slice(known)));
    }
    select.addEventListener("change", () => this.choose(slot, Number(select.value)));
    this.blanks.set(slot, select);
    return select;
  }

  choose(slot, index) {
    this.chosen[slot] = index;
    this.latest = slot;
    this.show();
    this.draw();
  }

  draw() {
    this.stale = false;
    this.sheet.draw({ caption: this.caption, ...settings() });
  }

  // Load what is only needed where it can be seen.
  come() {
    if (!this.painted.src) this.painted.src = `pictures/${this.data.id}-painted.webp`;
    if (this.stale) this.draw();
  }

  speak(language) {
    this.language = language;
    this.build();
    this.stale = true;
  }

  show() {
    for (const [slot, select] of this.blanks) select.value = this.chosen[slot];
    for (const [word, piece] of this.fixed) word.textContent = text(piece, this.chosen, this.slots);
    const { caption } = this;
    this.asked.textContent = caption === said(this.pieces, this.chosen, this.slots) ? "" : `Asked of the model: “${caption}”`;
    const notes = [...this.data.notes];
    for (const [slot, instead] of Object.entries(this.data.instead)) {
      const value = this.slots[slot][this.chosen[slot]];
      if (instead[value]) notes.push(`Our world has no “${value}”: it shows “${instead[value]}” instead.`);
    }
    if (page.families.length && !page.families.includes(this.data.family)) notes.push(`${page.name} was never trained on pictures of this kind.`);
    this.notes.replaceChildren(...notes.map((note) => element("p", { className: "note", textContent: note })));
    this.paint();
  }

  // The painting of these words; where none is stored, the one that shares most of them.
  paint() {
    const wanted = this.names.map((slot) => this.chosen[slot]);
    const likeness = (key) => key.reduce((sum, index, i) => sum + (index === wanted[i]) * (this.names[i] === this.latest ? 1.5 : 1), 0);
    const stored = Object.keys(this.data.paintings).map((key) => (key ? key.split(",").map(Number) : []));
    const best = stored.reduce((a, b) => (likeness(b) > likeness(a) ? b : a));
    const tile = this.data.paintings[best.join(",")];
    const across = Math.min(page.columns, this.painted.naturalWidth / page.painted);
    if (across) {
      const [x, y] = [(tile % across) * page.painted, Math.floor(tile / across) * page.painted];
      this.truth.getContext("2d").drawImage(this.painted, x, y, page.painted, page.painted, 0, 0, page.painted, page.painted);
    }
    const shown = Object.fromEntries(this.names.map((slot, i) => [slot, best[i]]));
    const sentence = said(this.data.sentence.en, shown, this.slots);
    const exact = best.every((index, i) => index === wanted[i]);
    this.told.textContent = exact ? "What it should look like" : `What “${sentence}” should look like; your words have no stored painting`;
    this.truth.setAttribute("aria-label", `What it should look like: a painting of “${sentence}”`);
  }
}

for (const [name, value] of Object.entries(page.settings)) form.elements[name].value = value;
document.getElementById("languages").hidden = page.languages.length < 2;

const figures = [];
const list = document.getElementById("list");
let section = null;
for (const data of page.figures) {
  if (section?.dataset.name !== data.section) {
    section = element("section", {}, element("h2", { textContent: data.section }));
    section.dataset.name = data.section;
    document.getElementById("figures").append(section);
  }
  figures.push(new Figure(data, section));
  list.append(element("li", {}, element("a", { href: `#${data.id}`, textContent: data.id.replaceAll("_", " ") })));
}

const own = new Sheet("own", document.getElementById("own-sheet"));
const field = document.getElementById("caption");
const stop = document.getElementById("cancel");
document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!normal(field)) return;
  own.draw({ caption: field.value, ...settings() });
});
stop.addEventListener("click", () => {
  const { sheet } = daikon.busy ?? {};
  daikon.waiting = [];
  if (sheet) {
    daikon.stop(sheet);
    sheet.say("Stopped; what is drawn stays.");
  }
});

function normal(input) {
  const good = input.value.trim() !== "";
  input.setCustomValidity(good ? "" : "Say what to draw.");
  input.reportValidity();
  return good;
}
field.addEventListener("input", () => field.setCustomValidity(""));

// A change of how things are drawn, or of the language, draws anew what is in view, and the rest when it comes into view.
const inView = new Set();
const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const figure = figures.find(({ element: one }) => one === target);
    isIntersecting ? inView.add(figure) : inView.delete(figure);
    if (isIntersecting) figure.come();
  }
});
figures.forEach((figure) => observer.observe(figure.element));

form.addEventListener("change", ({ target }) => {
  if (!target.reportValidity() || target.name === "slowly") return;
  if (target.name === "language") figures.forEach((figure) => figure.speak(target.value));
  else figures.forEach((figure) => (figure.stale = true));
  for (const figure of inView) figure.draw();
});
