/* Lists of checklists and exercises: how far one is with each, and which paper to print on. */
"use strict";

(() => {
  const root = document.documentElement;

  // What the reader chooses is kept with the other settings.
  root.dataset.paper ??= guidebookPaper.choose(navigator.language);
  for (const input of document.querySelectorAll(".gb-choice--paper input")) {
    input.checked = input.value === root.dataset.paper;
  }

  // On a narrow screen the folds are the way to what is in them; a wide one shows it all.
  if (matchMedia("(min-width: 43.75em)").matches) {
    for (const fold of document.querySelectorAll(".gb-fold--narrow")) {
      fold.open = true;
    }
  }

  const rows = [...document.querySelectorAll("[data-ticks]")].map((row) => {
    const aside = row.querySelector(".gb-aside");
    const start = row.querySelector(".gb-act-words");
    return { row, aside, start, boxes: Number(row.dataset.boxes), unbegun: aside.textContent, share: 0 };
  });

  /** Only what differs is written: a hundred rows that stay as they are need no second layout. */
  function draw() {
    for (const one of rows) {
      const kept = guidebookChecklist.read(guidebookTickStorage.read(one.row.dataset.ticks));
      const progress = guidebookLists.describeProgress(kept, one.boxes);
      if (progress.share !== one.share) {
        one.share = progress.share;
        one.aside.textContent = progress.words || one.unbegun;
        one.start.textContent = progress.start;
        one.row.classList.toggle("gb-row--begun", progress.share > 0);
        one.row.style.setProperty("--gb-done", String(progress.share));
      }
    }
  }
  guidebookTickStorage.watch(draw);
  draw();
})();
