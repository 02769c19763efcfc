/* A playbook's page: copy the words, keep the right column in sight. */
"use strict";

(() => {
  for (const button of document.querySelectorAll(".gb-copy")) {
    guidebookClipboard.copyBy(button, () => button.dataset.copy);
  }

  // The right column stays in sight; one that is higher than the window shows its end.
  const side = document.querySelector(".gb-side");
  if (side) {
    const place = () => {
      const room = innerHeight - side.offsetHeight - 16;
      const below = document.querySelector(".gb-header").offsetHeight;
      side.style.setProperty("--gb-side-top", `${Math.min(below, room)}px`);
    };
    new ResizeObserver(place).observe(side);
    addEventListener("resize", place);
  }
})();
