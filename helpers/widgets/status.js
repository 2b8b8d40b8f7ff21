// One line of text that screen readers announce when it changes.
function render({ model, el }) {
  const line = document.createElement("div");
  line.setAttribute("role", "status");
  line.setAttribute("aria-live", "polite");
  line.style.minHeight = "1.5em";
  el.appendChild(line);

  function say() {
    line.textContent = model.get("text");
  }

  // Arrows and Enter on a panel's buttons and drop-downs are the panel's: JupyterLab would take them for its cells.
  // It looks for this mark on the very element that has the focus.
  let panel = null;
  function claim({ target }) {
    if (!target.matches("input, textarea")) target.setAttribute("data-lm-suppress-shortcuts", "true");
  }
  const shown = new IntersectionObserver(() => {
    panel = el.closest(".daikon-panel");
    panel?.addEventListener("focusin", claim);
  });
  shown.observe(el);

  model.on("change:text", say);
  say();
  return () => {
    shown.disconnect();
    panel?.removeEventListener("focusin", claim);
    model.off("change:text", say);
  };
}

export default { render };
