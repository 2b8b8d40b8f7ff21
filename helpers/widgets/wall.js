// A scrolling wall of pictures. Only the tiles in view are drawn, on one canvas, so that thousands scroll smoothly.
const GAP = 8;
const TEXT = 21;

function render({ model, el }) {
  const box = document.createElement("div");
  const inner = document.createElement("div");
  const canvas = document.createElement("canvas");
  const option = document.createElement("span");
  const pen = canvas.getContext("2d");
  const tiles = new Map(); // number of a picture -> where it lies on which sheet
  const fitted = new Map(); // a label -> as much of it as fits under a picture
  let asked = false;
  let drawn = 0;
  let colors = {};

  box.className = "daikon-tiles";
  box.tabIndex = 0;
  box.setAttribute("role", "listbox");
  option.setAttribute("role", "option");
  option.id = "daikon-tile-" + Math.random().toString(36).slice(2);
  option.style.cssText = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);";
  box.setAttribute("aria-activedescendant", option.id);
  inner.appendChild(canvas);
  box.append(inner, option);
  el.appendChild(box);

  const order = () => model.get("order");
  const step = () => model.get("side") + GAP;
  const line = () => step() + (model.get("labels").length ? TEXT : 0);
  const columns = () => Math.max(1, Math.floor((box.clientWidth - GAP) / step()));

  function lay() {
    const look = getComputedStyle(box);
    const [accent, star] = ["ink", "star"].map((name) => look.getPropertyValue(`--daikon-${name}`));
    colors = { ink: look.color, accent, star, family: look.fontFamily };
    box.setAttribute("aria-label", model.get("alt"));
    const total = Math.ceil(order().length / columns()) * line() + GAP;
    inner.style.height = total + "px";
    box.style.height = Math.min(model.get("height"), total + 2) + "px";
    draw();
  }

  function soon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(draw);
  }

  function draw() {
    asked = false;
    const [width, height, ratio] = [box.clientWidth, box.clientHeight, window.devicePixelRatio || 1];
    if (!width) return;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = width + "px";
      canvas.style.height = height + "px";
    }
    const { ink, accent, star, family } = colors;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.font = "12px " + family;
    const [across, side, labels, starred] = [columns(), model.get("side"), model.get("labels"), new Set(model.get("starred"))];
    const first = Math.max(0, Math.floor((box.scrollTop - GAP) / line())) * across;
    const rows = Math.ceil(height / line()) + 1;
    order().slice(first, first + rows * across).forEach((number, k) => {
      const at = first + k;
      const [x, y] = [GAP + (at % across) * step(), GAP + Math.floor(at / across) * line() - box.scrollTop];
      const tile = tiles.get(number);
      if (tile) pen.drawImage(tile.bitmap, tile.x, tile.y, tile.side, tile.side, x, y, side, side);
      else {
        pen.fillStyle = "rgba(128, 128, 128, 0.25)";
        pen.fillRect(x, y, side, side);
      }
      if (labels.length) {
        pen.fillStyle = ink;
        pen.fillText(fit(labels[number] ?? "", side), x, y + side + 17);
      }
      if (starred.has(number)) {
        pen.lineWidth = 3;
        pen.strokeStyle = star;
        pen.strokeRect(x - 1.5, y - 1.5, side + 3, side + 3);
        pen.fillStyle = "#ffffffe0";
        pen.fillRect(x + side - 20, y, 20, 20);
        pen.fillStyle = "#8a5a00";
        pen.font = "16px sans-serif";
        pen.fillText("★", x + side - 18, y + 16);
        pen.font = "12px " + family;
      }
      if (number === model.get("at")) {
        pen.lineWidth = 3;
        pen.strokeStyle = accent;
        pen.strokeRect(x - 4, y - 4, side + 8, side + 8);
      }
    });
    box.dataset.drawn = ++drawn;
    const at = model.get("at");
    option.setAttribute("aria-selected", starred.has(at));
    option.textContent = at < 0 ? "" : `${labels[at] ?? `picture ${at + 1}`}${starred.has(at) ? ", starred" : ""}`;
  }

  function fit(words, width) {
    if (!fitted.has(words)) fitted.set(words, shortened(words, width));
    return fitted.get(words);
  }

  function shortened(words, width) {
    if (pen.measureText(words).width <= width) return words;
    let kept = words.length;
    while (kept > 1 && pen.measureText(words.slice(0, kept) + "…").width > width) kept -= 1;
    return words.slice(0, kept) + "…";
  }

  async function receive(message, buffers) {
    if (message.clear) tiles.clear();
    if (message.first === undefined) return soon();
    const { first, count, across } = message;
    const side = Math.round(model.get("side") * (window.devicePixelRatio || 1)); // scaled once, not at every frame
    const size = { resizeWidth: across * side, resizeHeight: Math.ceil(count / across) * side, resizeQuality: "high" };
    const bitmap = await createImageBitmap(new Blob([buffers[0]]), size);
    for (let k = 0; k < count; k++)
      tiles.set(first + k, { bitmap, x: (k % across) * side, y: Math.floor(k / across) * side, side });
    soon();
  }

  function under(event) {
    const frame = box.getBoundingClientRect();
    const column = Math.floor((event.clientX - frame.left - box.clientLeft - GAP / 2) / step());
    const row = Math.floor((event.clientY - frame.top - box.clientTop + box.scrollTop - GAP / 2) / line());
    const place = row * columns() + column;
    if (column < 0 || column >= columns() || place < 0 || place >= order().length) return null;
    const x = event.clientX - frame.left - box.clientLeft - GAP - column * step();
    const y = event.clientY - frame.top - box.clientTop + box.scrollTop - GAP - row * line();
    return { place, corner: x > model.get("side") - 24 && y < 24 };
  }

  function go(place) {
    const number = order()[place];
    if (number === undefined) return;
    model.set("at", number);
    model.save_changes();
    const y = Math.floor(place / columns()) * line();
    if (y < box.scrollTop) box.scrollTop = y;
    if (y + line() + GAP > box.scrollTop + box.clientHeight) box.scrollTop = y + line() + GAP - box.clientHeight;
    soon();
  }

  function click(event) {
    const hit = under(event);
    if (!hit) return;
    box.focus({ preventScroll: true });
    go(hit.place);
    const key = model.get("starring") && hit.corner ? "s" : "click";
    model.send({ key, at: order()[hit.place] });
  }

  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place = order().indexOf(model.get("at"));
    const page = columns() * Math.max(1, Math.floor(box.clientHeight / line()));
    const last = order().length - 1;
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns(), ArrowDown: columns(), PageUp: -page, PageDown: page };
    if (event.key in steps) {
      const to = place < 0 ? 0 : place + steps[event.key];
      go(event.key.startsWith("Page") ? Math.min(Math.max(to, 0), last) : to);
    } else if (event.key === "Home" || event.key === "End") go(event.key === "Home" ? 0 : last);
    else if (model.get("takes").includes(event.key)) model.send({ key: event.key, at: model.get("at") });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const sized = new ResizeObserver(lay);
  sized.observe(box);
  const theme = new MutationObserver(() => setTimeout(lay, 300)); // when the new colours are there
  theme.observe(document.body, { attributeFilter: ["data-jp-theme-light"] });
  box.addEventListener("scroll", soon);
  box.addEventListener("click", click);
  box.addEventListener("keydown", keys);
  const shapes = ["change:order", "change:side", "change:height", "change:labels", "change:alt"];
  const looks = ["change:starred", "change:at"];
  shapes.forEach((event) => model.on(event, lay));
  looks.forEach((event) => model.on(event, soon));
  model.on("msg:custom", receive);
  lay();
  model.send({ need: true });
  return () => {
    sized.disconnect();
    theme.disconnect();
    shapes.forEach((event) => model.off(event, lay));
    looks.forEach((event) => model.off(event, soon));
    model.off("msg:custom", receive);
  };
}

export default { render };
