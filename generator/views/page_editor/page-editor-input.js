/* Keys, taps and leaving: what a person does on a page that is edited. */
"use strict";

globalThis.guidebookEditorInput = (() => {
  const { decideKey } = guidebookEditorState;
  const { find, readAt } = guidebookEditorTexts;
  const { opened } = guidebookEditorEntry;

  function findPlace(target) {
    if (target.closest(".gb-editor")) {
      return "form";
    }
    return target.closest("[data-at]") ? "text" : "page";
  }

  /** The place of the text that has the focus, or that is open. */
  function findAt() {
    const text = document.activeElement?.closest("[data-at]");
    return text ? readAt(text) : (opened()?.at ?? null);
  }

  /**
   * The focus while the page is drawn anew. It goes `at` a place only if it still is where it was,
   * at `from`: whoever is at another text by now has gone on.
   */
  function followFocus(at, from) {
    let [isThere, last] = [false, null];

    function note() {
      const active = document.activeElement;
      isThere = [from, document.body].includes(active);
      last = active?.closest("[data-at]") ? findAt() : null;
    }

    function put() {
      const wanted = (isThere && at) || (document.activeElement === document.body ? last : null);
      wanted && find(wanted)?.focus();
    }

    return { note, put };
  }

  /** Follow what is done while `isOn`. `on` is called for each thing by its name. */
  function listen(isOn, on) {
    function press(event) {
      const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey };
      const todo = decideKey({ ...key, shift: event.shiftKey }, findPlace(event.target));
      if (isOn() && todo && !event.isComposing && !event.target.matches("input, dialog *")) {
        event.preventDefault();
        event.stopPropagation();
        on[todo](findAt());
      }
    }

    function tap(event) {
      const text = event.target.closest("main [data-at]:not(nav *)");
      const isPlain = !event.ctrlKey && !event.metaKey && !event.target.closest(".gb-editor");
      if (isOn() && text && isPlain) {
        event.preventDefault();
        event.stopPropagation();
        on.open(readAt(text));
      }
    }

    // Who goes on elsewhere is done with what is in the form. Where something is pressed for that, once it is
    // let go: without the form, something else would be below the pointer by then.
    let isHeld = false;
    let onceLetGo = null;

    function hold(event) {
      isHeld = event.button === 0;
    }

    function letGo() {
      isHeld = false;
      onceLetGo && setTimeout(onceLetGo);
      onceLetGo = null;
    }

    function leave(event) {
      const entry = opened();
      const form = entry?.form.form;
      if (form?.contains(event.target) && !form.contains(event.relatedTarget)) {
        onceLetGo = () => {
          const isGone = form.isConnected && !form.contains(document.activeElement);
          if (opened() === entry && document.hasFocus() && isGone) {
            on.goOn();
          }
        };
        isHeld || letGo();
      }
    }

    document.addEventListener("keydown", press, true);
    document.addEventListener("click", tap, true);
    document.addEventListener("focusout", leave);
    document.addEventListener("pointerdown", hold, true);
    document.addEventListener("pointerup", letGo, true);
    document.addEventListener("pointercancel", letGo, true);
  }

  return { findAt, followFocus, listen };
})();
