/* Copying words, also where there is no https. */
"use strict";

globalThis.guidebookClipboard = (() => {
  async function copy(text) {
    if (navigator.clipboard) {
      return navigator.clipboard.writeText(text);
    }
    // Without https there is only the old way, which takes the focus.
    const { activeElement } = document;
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    activeElement?.focus({ preventScroll: true });
    if (!copied) {
      throw new Error("the browser does not copy");
    }
  }

  /** Let a button copy what `write` gives, and say that it did. */
  function copyBy(button, write) {
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
  }

  return { copy, copyBy };
})();
