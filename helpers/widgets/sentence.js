// A sentence with drop-downs in it. Its words change in place, so that a drop-down keeps the focus.

function render({ model, el }) {
  const line = document.createElement("p");
  line.style.cssText = "font-size: 1.25em; line-height: 2; margin: 0.2em 0; max-width: 46em; overflow-wrap: anywhere;";
  line.setAttribute("role", "group");
  line.setAttribute("aria-label", "The sentence, with a drop-down for each of its blanks");
  el.appendChild(line);
  let built = "";

  function choose(slot, value) {
    model.send({ slot, value });
  }

  function blank(slot) {
    const select = document.createElement("select");
    select.name = slot;
    select.setAttribute("aria-label", slot.replaceAll("_", " "));
    select.className = "daikon-blank";
    for (const value of model.get("choices")[slot]) select.add(new Option(value, value));
    select.addEventListener("change", () => choose(slot, select.value));
    const note = document.createElement("small");
    note.style.fontStyle = "italic";
    const both = document.createElement("span");
    both.append(select, note);
    return both;
  }

  function build(pieces) {
    line.replaceChildren(
      ...pieces.map(({ slot, blank: open }) => {
        if (open) return blank(slot);
        const words = document.createElement("span");
        if (slot) words.className = "daikon-marked";
        return words;
      }),
    );
  }

  function show() {
    const pieces = model.get("pieces");
    const shape = JSON.stringify([pieces.map(({ slot, blank: open }) => [slot, open]), model.get("choices")]);
    if (shape !== built) build(pieces);
    built = shape;
    pieces.forEach(({ text, slot, blank: open }, i) => {
      if (!open) {
        line.children[i].textContent = text;
        return;
      }
      const [select, note] = line.children[i].children;
      const said = model.get("notes")[slot];
      select.value = text;
      note.textContent = said ? ` (${text}: ${said})` : "";
    });
  }

  function keys(event) {
    if (event.key === "z" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      model.send({ undo: true });
    }
  }

  el.addEventListener("keydown", keys);
  model.on("change:pieces change:notes change:choices msg:custom", show);
  show();
  return () => {
    el.removeEventListener("keydown", keys);
    model.off("change:pieces change:notes change:choices msg:custom", show);
  };
}

export default { render };
