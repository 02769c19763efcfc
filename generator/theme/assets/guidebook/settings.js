/* How a reader sets the pages: colors, size of the text, and where they talk to customers. */
"use strict";

globalThis.guidebookSettings = (() => {
  const root = document.documentElement;

  /** Take up a choice, keep it, and tell the page. */
  function set(name, value) {
    if (value) {
      root.dataset[name] = value;
    } else {
      delete root.dataset[name];
    }
    try {
      localStorage.setItem(`guidebook.${name}`, value);
    } catch {
      // No storage: the choice holds for this page.
    }
    document.dispatchEvent(new CustomEvent(`guidebook:${name}`, { detail: value }));
  }

  for (const input of document.querySelectorAll(".gb-choice input")) {
    const { name, value } = input;
    input.checked = value === (root.dataset[name] ?? "");
    input.addEventListener("change", () => set(name, value));
  }

  return { set };
})();
