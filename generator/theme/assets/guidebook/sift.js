/* Finds something in a list of folded parts. Without it they are opened one by one. */
"use strict";

(() => {
  const form = document.querySelector(".gb-sift");
  if (!form) {
    return;
  }
  const foot = form.querySelector(".gb-filter-foot");
  const status = foot.querySelector("[role=status]");
  const own = document.querySelector(".gb-groups").closest(".gb-section");
  const others = [...own.parentElement.children].filter((one) => one !== own);
  let parts;
  let wasOpen;

  /** Read once, when something is looked for: these lists are long. */
  function read() {
    parts ??= [...own.querySelectorAll(".gb-group")].map((fold) => {
      const rows = [...fold.querySelector(":scope > ul").children];
      return {
        fold,
        rows,
        heading: fold.querySelector("h3").textContent,
        entries: rows.map((row) => ({ text: row.textContent, kind: row.dataset.kind })),
      };
    });
    return parts;
  }

  function draw() {
    const asked = { words: form.elements.words.value, kind: form.elements.kind?.value ?? "" };
    const isAsked = guidebookSift.isAsked(asked);
    if (!isAsked && !wasOpen) {
      return;
    }
    const shown = guidebookSift.choose(read(), asked);
    wasOpen ??= parts.map(({ fold }) => fold.open);
    for (const [place, { fold, rows }] of parts.entries()) {
      const isFound = shown[place].includes(true);
      fold.hidden = !isFound;
      fold.open = isAsked ? isFound : wasOpen[place];
      for (const [at, row] of rows.entries()) {
        row.hidden = !shown[place][at];
      }
    }
    for (const section of others) {
      section.hidden = isAsked;
    }
    foot.hidden = !isAsked;
    status.textContent = isAsked ? guidebookSift.describe(shown) : "";
    if (!isAsked) {
      wasOpen = undefined;
    }
  }

  form.addEventListener("input", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    // The fields are empty only after this.
    setTimeout(() => {
      draw();
      form.elements.words.focus();
    });
  });
})();
