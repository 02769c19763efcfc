/* The bar of the editor: its switch, what was done last, and what may be added to the page. */
"use strict";

globalThis.guidebookEditorBar = (() => {
  const { make, makeButton } = guidebookElements;
  const KEPT = "guidebook-editor";

  /** The bar. `on` receives: `turn` with whether texts can be changed, `undo`, `redo`, `add`. */
  function makeBar(on) {
    const bar = make("div", "gb-editor-bar");
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "Editing");
    const edit = makeButton("gb-button gb-editor-switch", "Edit");
    edit.setAttribute("aria-pressed", "false");
    const undo = makeButton("gb-link", "Undo");
    undo.setAttribute("aria-keyshortcuts", "Control+Z");
    const redo = makeButton("gb-link", "Redo");
    redo.setAttribute("aria-keyshortcuts", "Control+Shift+Z");
    const add = make("select", "gb-editor-add");
    add.setAttribute("aria-label", "Add to this page");
    const whole = makeButton("gb-link", "Edit this page");
    whole.addEventListener("click", () => on.openWhole());
    const handIn = make("a", "gb-link", "Hand in");
    handIn.href = "/~edit/hand-in";
    const said = make("span", "gb-editor-said");
    said.setAttribute("role", "status");
    const hint = make("span", "gb-hidden", "Enter changes this text");
    hint.id = guidebookEditorTexts.HINT;
    const tools = make("span", "gb-editor-bar-tools", undo, redo, add, whole);
    bar.append(edit, tools, handIn, said, hint);
    tools.hidden = true;
    undo.disabled = true;
    redo.disabled = true;
    add.hidden = true;

    function turn(isOn) {
      edit.setAttribute("aria-pressed", String(isOn));
      tools.hidden = !isOn;
      sessionStorage.setItem(KEPT, isOn ? "on" : "");
      document.documentElement.classList.toggle("gb-editing", isOn);
    }

    edit.addEventListener("click", () => {
      turn(edit.getAttribute("aria-pressed") === "false");
      on.turn(edit.getAttribute("aria-pressed") === "true");
    });
    undo.addEventListener("click", () => on.undo());
    redo.addEventListener("click", () => on.redo());
    add.addEventListener("change", () => {
      on.add(JSON.parse(add.value));
      add.selectedIndex = 0;
    });

    return {
      bar,
      turn,
      isKept: () => sessionStorage.getItem(KEPT) === "on",
      said: () => said.textContent,
      say(words) {
        said.textContent = words;
      },
      showHistory(history) {
        undo.disabled = !history.undo;
        redo.disabled = !history.redo;
      },
      showWhole(isThere) {
        whole.hidden = !isThere;
      },
      showMissing(missing) {
        add.hidden = !missing.length;
        add.replaceChildren(
          new Option("Add …", ""),
          ...missing.map((one) => new Option(one.label, JSON.stringify(one))),
        );
      },
    };
  }

  return { makeBar };
})();
