/* A button that hands the page's address to a colleague: by what the device shares with, or copied. */
"use strict";

globalThis.guidebookHandOver = (() => {
  const LABEL = "Hand over";

  async function send(words) {
    const address = location.href;
    if (navigator.share) {
      try {
        await navigator.share({ ...words, url: address });
        return LABEL;
      } catch (fault) {
        // Whoever closes the list of apps wants nothing more.
        if (fault.name === "AbortError") {
          return LABEL;
        }
      }
    }
    try {
      await guidebookClipboard.copy(address);
      return "Address copied";
    } catch {
      return "Could not copy";
    }
  }

  /** The button; `write` gives the title and the text that go with the address. */
  function make(write) {
    const button = guidebookElements.makeButton("gb-button gb-hand-over", LABEL);
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => guidebookClipboard.flash(button, await send(write())));
    return button;
  }

  return { make };
})();
