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

  const flashing = new WeakMap();

  /** Say on a button for a moment what came of it; once more for a whole moment if it is pressed again. */
  function flash(button, text) {
    const { label, timer } = flashing.get(button) ?? { label: button.textContent };
    clearTimeout(timer);
    button.textContent = text;
    const end = () => {
      flashing.delete(button);
      button.textContent = label;
      delete button.dataset.done;
    };
    flashing.set(button, { label, timer: setTimeout(end, 2000) });
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
