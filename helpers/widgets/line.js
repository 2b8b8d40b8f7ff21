// A line of code and a button that copies it; where the clipboard is closed to scripts, the line is marked to copy by hand.
function render({ model, el }) {
  const code = document.createElement("code");
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.className = "jupyter-widgets jupyter-button widget-button";
  button.style.width = "auto";
  button.textContent = "Copy";
  code.style.cssText = "overflow-wrap: anywhere; margin-right: 0.5em;";
  said.setAttribute("aria-live", "polite");
  el.append(code, button, said);

  function show() {
    code.textContent = model.get("text");
    button.disabled = !model.get("text");
    said.textContent = "";
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(model.get("text"));
      said.textContent = " Copied.";
    } catch {
      getSelection().selectAllChildren(code);
      said.textContent = " Marked: copy it with Ctrl+C or ⌘C.";
    }
  }

  button.addEventListener("click", copy);
  model.on("change:text", show);
  show();
  return () => model.off("change:text", show);
}

export default { render };
