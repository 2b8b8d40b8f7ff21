// One labelled canvas. Decoding is awaited, stale frames are dropped, the last one always shows.
function render({ model, el }) {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  let next = null;
  let busy = false;
  let frames = 0;

  canvas.setAttribute("role", "img");
  canvas.style.maxWidth = "100%";
  canvas.style.height = "auto";
  if (model.get("takes").length) {
    canvas.tabIndex = 0;
    canvas.setAttribute("aria-keyshortcuts", model.get("takes").join(" "));
    canvas.addEventListener("keydown", press);
  }
  el.appendChild(canvas);

  function look() {
    canvas.setAttribute("aria-label", model.get("alt"));
    canvas.style.width = model.get("width") + "px";
    canvas.style.imageRendering = model.get("smooth") ? "auto" : "pixelated";
    // An empty frame clears the picture. A canvas that takes keys stays, so that it keeps the focus.
    const empty = !model.get("frame").byteLength;
    canvas.style.display = empty && !model.get("takes").length ? "none" : "block";
    if (empty) pen.clearRect(0, 0, canvas.width, canvas.height);
  }

  function press(event) {
    if (!model.get("takes").includes(event.key)) return;
    event.preventDefault();
    model.send({ key: event.key });
  }

  async function show(bytes) {
    const bitmap = await createImageBitmap(new Blob([bytes]));
    if (!model.get("frame").byteLength) return bitmap.close();
    if (canvas.width !== bitmap.width || canvas.height !== bitmap.height) {
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
    }
    pen.drawImage(bitmap, 0, 0);
    bitmap.close();
    frames += 1;
    canvas.dataset.frames = frames;
  }

  async function pump() {
    if (busy) return;
    busy = true;
    while (next) {
      const bytes = next;
      next = null;
      try {
        await show(bytes);
      } catch (error) {
        console.error("Daikon could not show a frame:", error);
      }
    }
    busy = false;
  }

  function receive() {
    const bytes = model.get("frame");
    look();
    next = bytes.byteLength ? bytes : null;
    pump();
  }

  const onLook = ["change:alt", "change:width", "change:smooth"];
  onLook.forEach((event) => model.on(event, look));
  model.on("change:frame", receive);
  receive();
  return () => {
    onLook.forEach((event) => model.off(event, look));
    model.off("change:frame", receive);
  };
}

export default { render };
