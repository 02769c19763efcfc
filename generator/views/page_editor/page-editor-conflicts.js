/* Somebody else has changed the same meanwhile: both are shown, and one is chosen. */
"use strict";

globalThis.guidebookEditorConflicts = (() => {
  const { make, makeButton } = guidebookElements;
  const { canJoin, writeValue } = guidebookEditorState;
  const { act } = guidebookEditorRequests;

  function makeSide(title, value) {
    const words = value === null ? "(taken out)" : writeValue(value);
    return make("div", "gb-editor-side", make("h3", "", title), make("p", "", words));
  }

  function makeChoices(conflict, joins) {
    const choices = [["Keep theirs", "theirs"], ["Use mine", "mine"]];
    return joins && canJoin(conflict) ? [...choices, ["Put both in the field", "both"]] : choices;
  }

  /** Ask which of two is to stay: `theirs`, `mine` or `both`; nothing from who does not decide. */
  function ask(conflict, { joins = false } = {}) {
    const { was, theirs, mine } = conflict;
    const dialog = make("dialog", "gb-editor-conflict");
    const title = make("h2", "", "This was changed elsewhere meanwhile");
    title.id = "gb-editor-conflict";
    dialog.setAttribute("aria-labelledby", title.id);
    const buttons = makeChoices(conflict, joins).map(([words, choice]) => {
      const button = makeButton("gb-button", words);
      button.addEventListener("click", () => dialog.close(choice));
      return button;
    });
    const sides = [["As it was", was], ["Theirs", theirs], ["Mine", mine]];
    dialog.append(
      title,
      make("div", "gb-editor-sides", ...sides.map((side) => makeSide(...side))),
      make("p", "gb-editor-tools", ...buttons),
    );
    document.body.append(dialog);
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue);
      });
      dialog.showModal();
    });
  }

  /**
   * Ask about every conflict of something that was done, and have it done as a person decides.
   * What came of it all, with what was `left`: conflicts that nobody decided, or wants joined.
   */
  async function settle(done, options) {
    const left = [];
    let last = done;
    const waiting = [...done.conflicts];
    while (waiting.length) {
      const conflict = waiting.shift();
      const choice = await ask(conflict, options);
      if (choice === "mine") {
        last = await act("settle", { conflict: conflict.number });
        waiting.push(...last.conflicts);
      } else if (choice !== "theirs") {
        left.push({ ...conflict, isJoined: choice === "both" });
      }
    }
    return { ...last, left };
  }

  return { settle };
})();
