// One line of text that screen readers announce when it changes, and what holds for the whole panel around it.
const ASKS = ["click", "change", "keydown"];
const WAIT = 150; // ms until a click that the kernel has not heard is answered here
const BUSY = "Understood: waiting for the kernel, which is running another cell.";
const GONE = "The kernel that made this is gone, and what it was doing has ended: run the cell again.";

function render({ model, el }) {
  const line = document.createElement("div");
  line.setAttribute("role", "status");
  line.setAttribute("aria-live", "polite");
  line.className = "daikon-line";
  el.appendChild(line);
  let panel = null;
  let timer = null;

  function say() {
    line.textContent = model.get("text");
  }

  // The kernel answers every message in turn: its answer to this one means that it has heard the click before it.
  function asked({ type, key, target }) {
    if (type === "click" ? !target.closest("button") : type === "keydown" && key !== "Enter") return;
    clearTimeout(timer);
    timer = setTimeout(() => (line.textContent = BUSY), WAIT);
    model.send({ asked: true });
  }

  function heard() {
    clearTimeout(timer);
    say();
  }

  function gone() {
    if (!el.closest(".jupyter-widgets-disconnected")) return;
    clearTimeout(timer);
    line.textContent = GONE;
  }

  // Arrows and Enter on a panel's buttons and drop-downs are the panel's: JupyterLab would take them for its cells.
  // It looks for this mark on the very element that has the focus.
  function claim({ target }) {
    if (!target.matches("input, textarea")) target.setAttribute("data-lm-suppress-shortcuts", "true");
  }

  // A button that is switched off is only marked as off: one that is disabled would lose the focus.
  function mark() {
    for (const button of panel.querySelectorAll("button"))
      button.setAttribute("aria-disabled", button.classList.contains("daikon-off"));
  }
  const switched = new MutationObserver(mark);

  function refuse(event) {
    if (event.target.closest?.("[aria-disabled=true]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  const shown = new IntersectionObserver(() => {
    const found = el.closest(".daikon-panel");
    if (!found || found === panel) return;
    panel = found;
    panel.addEventListener("focusin", claim);
    panel.addEventListener("click", refuse, true);
    ASKS.forEach((kind) => panel.addEventListener(kind, asked));
    switched.observe(panel, { subtree: true, childList: true, attributeFilter: ["class"] });
    mark();
  });
  shown.observe(el);

  model.on("change:text", heard);
  model.on("msg:custom", heard);
  model.on("comm_live_update", gone);
  say();
  return () => {
    clearTimeout(timer);
    shown.disconnect();
    switched.disconnect();
    panel?.removeEventListener("focusin", claim);
    panel?.removeEventListener("click", refuse, true);
    ASKS.forEach((kind) => panel?.removeEventListener(kind, asked));
    model.off("change:text", heard);
    model.off("msg:custom", heard);
    model.off("comm_live_update", gone);
  };
}

export default { render };
