/* Whether somebody is in the middle of an input that ends when its element is exchanged. */
"use strict";

globalThis.guidebookBusyInput = (() => {
  const ENDS = ["compositionend", "change", "focusout", "keyup", "pointerup", "pointercancel"];
  const LOOK = 300; // milliseconds: a list that is closed without a choice fires no event
  const knowsOpen = CSS.supports("selector(select:open)");
  let isComposing = false;
  let isPressing = false; // what is exchanged below the finger is not pressed

  const isBusy = () =>
    isComposing || isPressing || (knowsOpen && document.activeElement?.matches("select:open"));

  /** Wait until words are composed, nothing is pressed, and no list of choices is open. */
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
  document.addEventListener("pointerdown", () => {
    isPressing = true;
  });
  for (const name of ["pointerup", "pointercancel"]) {
    document.addEventListener(name, () => {
      isPressing = false;
    });
  }
  // Letting go outside the window fires no event.
  document.addEventListener("pointermove", ({ buttons }) => {
    isPressing &&= buttons > 0;
  });

  return { end };
})();
