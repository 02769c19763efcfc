/* Somebody else has changed the same text meanwhile: both are shown, and one is chosen. */
"use strict";

globalThis.guidebookEditorConflicts = (() => {
  const { make, makeButton } = guidebookElements;
  const write = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 1));

  function makeSide(title, value) {
    const words = value === null ? "(taken out)" : write(value);
    return make("div", "gb-editor-side", make("h3", "", title), make("p", "", words));
  }

  /** Ask which of two is to stay. */
  function ask({ was, theirs, mine }) {
    const dialog = make("dialog", "gb-editor-conflict");
    const title = make("h2", "", "This was changed elsewhere meanwhile");
    title.id = "gb-editor-conflict";
    dialog.setAttribute("aria-labelledby", title.id);
    const keep = makeButton("gb-button", "Keep theirs");
    const take = makeButton("gb-button", "Use mine");
    const sides = [["As it was", was], ["Theirs", theirs], ["Mine", mine]];
    dialog.append(
      title,
      make("div", "gb-editor-sides", ...sides.map((side) => makeSide(...side))),
      make("p", "gb-editor-tools", keep, take),
    );
    document.body.append(dialog);
    return new Promise((resolve) => {
      keep.addEventListener("click", () => dialog.close("theirs"));
      take.addEventListener("click", () => dialog.close("mine"));
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "mine");
      });
      dialog.showModal();
    });
  }

  return { ask };
})();
