/* How a reader sets the pages: colors, size of the text, where they talk to customers, and paper. */
"use strict";

globalThis.guidebookSettings = (() => {
  const NAMES = ["channel", "scheme", "size", "paper"];
  const root = document.documentElement;
  const inputs = [...document.querySelectorAll("#gb-settings .gb-choice input, .gb-choice--paper input")];
  const nameKept = (name) => `guidebook.${name}`;

  /** Take up a choice, and announce it to the page. */
  function take(name, value) {
    if (value) {
      root.dataset[name] = value;
    } else {
      delete root.dataset[name];
    }
    draw();
    document.dispatchEvent(new CustomEvent(`guidebook:${name}`, { detail: value }));
  }

  /** The same, and keep it. */
  function set(name, value) {
    take(name, value);
    try {
      localStorage.setItem(nameKept(name), value);
    } catch {
      // No storage: the choice holds for this page.
    }
  }

  /** What was chosen meanwhile: in another tab, or on the page from which somebody goes back to this one. */
  function follow() {
    for (const name of NAMES) {
      try {
        const kept = localStorage.getItem(nameKept(name));
        if (kept !== null && kept !== (root.dataset[name] ?? "")) {
          take(name, kept);
        }
      } catch {
        // No storage.
      }
    }
  }

  function draw() {
    for (const input of inputs) {
      input.checked = input.value === (root.dataset[input.name] ?? "");
    }
  }

  for (const input of inputs) {
    input.addEventListener("change", () => set(input.name, input.value));
  }
  addEventListener("storage", follow);
  addEventListener("pageshow", ({ persisted }) => persisted && follow());
  draw();

  return { set };
})();
