/* One quiet line over the end of the page; a later one takes the place of an earlier one. */
"use strict";

globalThis.guidebookNotice = (() => {
  const { make, makeButton } = guidebookElements;
  let bar;

  /** `button` is what there is to press, if there is something, and `act` what that does. */
  function show({ label, text, button, act, style = "" }) {
    bar?.remove();
    let before = null;
    const message = make("p");
    const close = makeButton("gb-close", "", "Close");
    const own = make("aside", `gb-newer ${style}`.trim(), message);
    if (button) {
      const press = makeButton("gb-button", button);
      press.addEventListener("click", act);
      own.append(press);
    }
    own.append(close);
    message.setAttribute("role", "status");
    own.setAttribute("aria-label", label);
    own.addEventListener("focusin", ({ relatedTarget }) => {
      before = own.contains(relatedTarget) ? before : relatedTarget;
    });
    close.addEventListener("click", () => {
      own.remove();
      before?.focus({ preventScroll: true }); // whoever closes it goes on where they were
    });
    document.body.append(own);
    // A screen reader announces changes only in an element that it knows.
    setTimeout(() => (message.textContent = text), 100);
    bar = own;
  }

  return { show };
})();
