/* Whether somebody is in the middle of an input that ends when its element is exchanged. */
"use strict";

globalThis.guidebookBusyInput = (() => {
  const ENDS = ["compositionend", "change", "focusout", "keyup", "pointerup"];
  const LOOK = 300; // milliseconds: a list that is closed without a choice tells nobody
  const knowsOpen = CSS.supports("selector(select:open)");
  let isComposing = false;

  const isBusy = () =>
    isComposing || (knowsOpen && document.activeElement?.matches("select:open"));

  /** Wait until words are composed, and no list of choices is open. */
  async function end() {
    while (isBusy()) {
      const waiting = new AbortController();
      await new Promise((resolve) => {
        for (const name of ENDS) {
          document.addEventListener(name, () => setTimeout(resolve), waiting);
        }
        setTimeout(resolve, LOOK);
      });
      waiting.abort();
    }
  }

  document.addEventListener("compositionstart", () => {
    isComposing = true;
  });
  for (const name of ["compositionend", "focusout"]) {
    document.addEventListener(name, () => {
      isComposing = false;
    });
  }

  return { end };
})();
