/* Papers on the reader's own size of sheet: a page shows those alone, and one button changes it. */
"use strict";

(() => {
  const KEY = "guidebook.paper";
  const NAMES = { a4: "A4", letter: "Letter" };
  const root = document.documentElement;
  const buttons = [...document.querySelectorAll(".gb-papers")].map((list) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "gb-link";
    button.addEventListener("click", () => change(other(root.dataset.paper)));
    list.after(button);
    return button;
  });

  const other = (size) => (size === "a4" ? "letter" : "a4");

  /** The size that the reader chose, or else the one that is usual where the reader is. */
  function find() {
    const usual = /^en-(us|ca)\b/i.test(navigator.language) ? "letter" : "a4";
    try {
      const chosen = localStorage.getItem(KEY);
      return Object.hasOwn(NAMES, chosen) ? chosen : usual;
    } catch {
      return usual; // no storage
    }
  }

  function change(size) {
    try {
      localStorage.setItem(KEY, size);
    } catch {
      // No storage: the choice holds for this page.
    }
    show(size);
  }

  function show(size) {
    root.dataset.paper = size;
    for (const button of buttons) {
      button.textContent = `On ${NAMES[size]} paper. Change to ${NAMES[other(size)]}`;
    }
  }

  show(find());
})();
