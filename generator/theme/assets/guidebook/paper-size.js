/* Papers on the reader's own size of sheet: a page shows those alone, and one button changes it. */
"use strict";

(() => {
  const NAMES = { a4: "A4", letter: "Letter" };
  const root = document.documentElement;
  const other = () => (root.dataset.paper === "letter" ? "a4" : "letter");

  root.dataset.paper ??= guidebookPaper.choose(navigator.language);
  for (const list of document.querySelectorAll(".gb-papers:has([data-paper])")) {
    const button = guidebookElements.makeButton("gb-link", "");
    const draw = () => {
      button.textContent = `On ${NAMES[root.dataset.paper]} paper. Change to ${NAMES[other()]}`;
    };
    button.addEventListener("click", () => guidebookSettings.set("paper", other()));
    document.addEventListener("guidebook:paper", draw);
    draw();
    list.after(button);
  }
})();
