// A picture as a grid of cells: point at one (mouse or arrows), or paint the ones to be marked (mouse, or arrows and space).
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function render({ model, el }) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const spoken = document.createElement("span");
  let bitmap = null;
  let held = false; // a click holds the cell that is pointed at
  let brush = null; // while a button is down: is it marking or wiping?
  let serial = 0;

  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.style.cssText = "max-width: 100%; height: auto; display: block; touch-action: none; cursor: crosshair;";
  spoken.setAttribute("aria-live", "polite");
  spoken.style.cssText = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);";
  el.style.position = "relative";
  el.append(canvas, spoken);

  const side = () => model.get("side");
  const paints = () => model.get("paints");

  function draw() {
    const size = (canvas.width = canvas.height = model.get("width"));
    const cell = size / side();
    canvas.style.width = size + "px";
    canvas.setAttribute("aria-label", model.get("alt"));
    pen.imageSmoothingQuality = "high";
    pen.fillStyle = "#e6e6e6";
    pen.fillRect(0, 0, size, size);
    if (bitmap) pen.drawImage(bitmap, 0, 0, size, size);
    for (const i of model.get("marked")) hatch((i % side()) * cell, Math.floor(i / side()) * cell, cell);
    pen.lineWidth = 1;
    pen.strokeStyle = "rgba(128, 128, 128, 0.45)";
    pen.beginPath();
    for (let k = 1; k < side(); k++) {
      const at = Math.round(k * cell) + 0.5;
      pen.moveTo(at, 0);
      pen.lineTo(at, size);
      pen.moveTo(0, at);
      pen.lineTo(size, at);
    }
    pen.stroke();
    const at = model.get("at");
    if (at >= 0) frame((at % side()) * cell, Math.floor(at / side()) * cell, cell);
  }

  function hatch(x, y, cell) {
    pen.save();
    pen.beginPath();
    pen.rect(x, y, cell, cell);
    pen.clip();
    pen.fillStyle = "rgba(255, 255, 255, 0.62)";
    pen.fillRect(x, y, cell, cell);
    pen.strokeStyle = "#d55e00";
    pen.lineWidth = 2;
    for (let k = -cell; k < cell; k += 8) {
      pen.beginPath();
      pen.moveTo(x + k, y + cell);
      pen.lineTo(x + k + cell, y);
      pen.stroke();
    }
    pen.restore();
  }

  function frame(x, y, cell) {
    for (const [color, width, out] of [["#ffffff", 6, 0], ["#000000", 2, 0]]) {
      pen.strokeStyle = color;
      pen.lineWidth = width;
      pen.strokeRect(x - out, y - out, cell + 2 * out, cell + 2 * out);
    }
  }

  async function receive() {
    const bytes = model.get("frame");
    const mine = ++serial;
    const made = bytes.byteLength ? await createImageBitmap(new Blob([bytes])) : null;
    if (mine === serial) {
      bitmap?.close();
      bitmap = made;
      canvas.dataset.frames = mine;
      draw();
    } else made?.close();
  }

  function under(event) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top].map((d, k) =>
      Math.floor((d / (k ? box.height : box.width)) * side()),
    );
    return x >= 0 && y >= 0 && x < side() && y < side() ? y * side() + x : -1;
  }

  function say() {
    const at = model.get("at");
    const state = model.get("marked").includes(at) ? "marked" : "not marked";
    spoken.textContent = `row ${Math.floor(at / side()) + 1}, column ${(at % side()) + 1}${paints() ? `, ${state}` : ""}`;
  }

  function point(at) {
    if (at < 0 || at === model.get("at")) return;
    model.set("at", at);
    model.save_changes();
    draw();
  }

  function mark(cells) {
    model.set("marked", [...cells].sort((a, b) => a - b));
    draw();
  }

  function dab(at) {
    const cells = new Set(model.get("marked"));
    brush ? cells.add(at) : cells.delete(at);
    mark(cells);
  }

  function press(event) {
    const at = under(event);
    if (at < 0) return;
    canvas.focus({ preventScroll: true });
    event.preventDefault();
    if (paints()) {
      canvas.setPointerCapture(event.pointerId);
      brush = !model.get("marked").includes(at);
      dab(at);
      point(at);
    } else {
      held = !(held && at === model.get("at"));
      point(at);
    }
  }

  function move(event) {
    const at = under(event);
    if (at < 0) return;
    if (brush !== null) {
      dab(at);
      point(at);
    } else if (!paints() && !held) point(at);
  }

  function release() {
    if (brush === null) return;
    brush = null;
    model.save_changes();
    say();
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    const cells = new Set(model.get("marked"));
    if (step) {
      const at = Math.max(model.get("at"), 0);
      const [x, y] = [(at % side()) + step[0], Math.floor(at / side()) + step[1]];
      held = true;
      if (event.shiftKey && paints()) mark(cells.add(at));
      if (x >= 0 && y >= 0 && x < side() && y < side()) {
        point(y * side() + x);
        if (event.shiftKey && paints()) mark(cells.add(y * side() + x));
      } else point(at);
      say();
    } else if (paints() && event.key === " ") {
      const at = Math.max(model.get("at"), 0);
      brush = !cells.has(at);
      dab(at);
      brush = null;
      point(at);
      say();
    } else if (paints() && (event.key === "a" || event.key === "Escape")) {
      mark(event.key === "a" ? Array.from({ length: side() ** 2 }, (_, i) => i) : []);
    } else if (event.key === "Escape") {
      held = false;
    } else if (model.get("takes").includes(event.key)) {
      model.send({ key: event.key });
    } else return;
    event.preventDefault();
    event.stopPropagation();
    model.save_changes();
  }

  async function drop(event) {
    if (!paints()) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) model.send({ file: file.name }, undefined, [await file.arrayBuffer()]);
  }

  canvas.addEventListener("pointerdown", press);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("keydown", keys);
  canvas.addEventListener("dragover", (event) => paints() && event.preventDefault());
  canvas.addEventListener("drop", drop);
  const looks = ["change:side", "change:width", "change:at", "change:marked", "change:alt"];
  looks.forEach((event) => model.on(event, draw));
  model.on("change:frame", receive);
  draw();
  receive();
  return () => {
    looks.forEach((event) => model.off(event, draw));
    model.off("change:frame", receive);
    bitmap?.close();
  };
}

export default { render };
