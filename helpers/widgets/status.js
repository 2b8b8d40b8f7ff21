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

  model.on("change:text", say);
  say();
  return () => model.off("change:text", say);
}

export default { render };
