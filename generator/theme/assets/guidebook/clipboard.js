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

  const labels = new WeakMap();

  /** Say on a button for a moment what came of it. */
  function flash(button, text) {
    const label = labels.get(button) ?? button.textContent;
    labels.set(button, label);
    button.textContent = text;
    setTimeout(() => {
      button.textContent = label;
      delete button.dataset.done;
    }, 2000);
  }

  /** Let a button copy what `write` gives, and say that it did. */
  function copyBy(button, write) {
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await copy(write());
        button.dataset.done = "";
        flash(button, "Copied");
      } catch {
        flash(button, "Select and copy");
      }
    });
  }

  return { copy, copyBy, flash };
})();
