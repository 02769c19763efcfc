/* A playbook's page: copy the words, keep the right column in sight. */
"use strict";

(() => {
  async function copy(text) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(text);
    }
    // Without https there is only the old way.
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (!copied) {
      throw new Error("the browser does not copy");
    }
  }

  /** Let a button copy what `write` gives, and say that it did. */
  globalThis.guidebookCopyBy = (button, write) => {
    const label = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await copy(write());
        button.textContent = "Copied";
        button.dataset.done = "";
      } catch {
        button.textContent = "Select and copy";
      }
      setTimeout(() => {
        button.textContent = label;
        delete button.dataset.done;
      }, 2000);
    });
  };

  for (const button of document.querySelectorAll(".gb-copy")) {
    guidebookCopyBy(button, () => button.dataset.copy);
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
