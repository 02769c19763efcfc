/* Where the open form is: on a page of its own, or beside another page. It is drawn anew in place. */
"use strict";

globalThis.guidebookFormPage = (() => {
  const { findControl, isTyped } = guidebookFormField;
  const own = document.querySelector("main");
  let host = own?.querySelector(".gb-form[data-form]") ? own : null;
  let address = location.pathname;
  let isDrawing = false;
  let isLeft = false;

  const findForm = () => host?.querySelector(".gb-form[data-form]") ?? null;
  const isBeside = () => host !== null && host !== own;

  /** The form is in another element from now on, and comes from an address; null for none. */
  function move(element, from) {
    host = element;
    address = from;
  }

  /** Go on to another page: this one is drawn anew only for who comes back to it. */
  function leaveFor(url) {
    isLeft = true;
    location.assign(url);
  }

  function describeFocus() {
    const { activeElement: one } = document;
    const isText = one.matches("textarea, input:not([type=checkbox])");
    return {
      id: host.contains(one) ? one.id : "",
      range: isText ? [one.selectionStart, one.selectionEnd] : null,
      scroll: host.querySelector(".gb-flow")?.scrollLeft ?? 0,
    };
  }

  function restoreFocus({ id, range, scroll }) {
    const one = document.getElementById(id);
    const drawing = host.querySelector(".gb-flow");
    if (drawing) {
      drawing.scrollLeft = scroll;
    }
    if (id && !one) {
      findForm().tabIndex = -1; // what was pressed is gone, and its place stays
      findForm().focus({ preventScroll: true });
    }
    one?.focus({ preventScroll: true });
    if (one && range && range[0] !== null && one.matches("textarea, input")) {
      one.setSelectionRange(...range);
    }
  }

  /** Go to the first element that is there, and type over its text; `ids` are one text, or none. */
  function focusFirst(ids = "") {
    const found = ids.split(" ").map((id) => document.getElementById(id)).find((one) => one);
    found?.focus();
    found?.select?.();
  }

  /** Go from the picture to the fields of a box. */
  function openField(id) {
    const target = document.getElementById(id);
    target?.scrollIntoView();
    target?.querySelector("textarea, select, input")?.focus({ preventScroll: true });
  }

  /** What is typed and not saved, by the fields; also into the line that adds a name. */
  function keepTyped(fields) {
    const { activeElement } = document;
    const adding = activeElement.closest?.(".gb-field-add, .gb-field-pairs");
    const boxes = fields.filter(isTyped).map(findControl);
    const kept = adding && host.contains(adding) ? [...boxes, activeElement] : boxes;
    return kept.map(({ id, value }) => ({ id, value }));
  }

  function putTyped(typed) {
    for (const { id, value } of typed) {
      const box = document.getElementById(id);
      if (box) {
        box.value = value;
      }
    }
  }

  async function load(from = address) {
    const answer = await fetch(from);
    return guidebookPreviewHtml.parse(await answer.text());
  }

  function exchange(name, page) {
    host.querySelector(name)?.replaceWith(document.adoptNode(page.querySelector(`main ${name}`)));
  }

  /**
   * Draw the form as it is now; what is typed into fields that are not saved stays. Whether there
   * still is such a form.
   */
  async function draw(listUnsaved, take) {
    const page = await load();
    await guidebookBusyInput.end();
    const fresh = page.querySelector("main .gb-form[data-form]");
    const now = findForm();
    if (!fresh || !now) {
      return !now; // it was closed meanwhile
    }
    const typed = keepTyped(listUnsaved());
    const focus = describeFocus();
    const [found, place] = [now, fresh].map((form) => form.querySelector(".gb-found"));
    fresh.querySelector(".gb-form-said").replaceWith(now.querySelector(".gb-form-said"));
    isDrawing = true; // a browser reports the box that it takes away like one that somebody left
    now.replaceWith(document.adoptNode(fresh));
    isDrawing = false;
    if (found && place) {
      place.replaceWith(found);
    }
    exchange(isBeside() ? ".gb-where" : ".gb-lead", page);
    if (!isBeside()) {
      guidebookPanel.exchange(page.querySelector(".gb-preview"));
    }
    take(); // what is saved is known before anybody types on
    putTyped(typed);
    restoreFocus(focus);
    return true;
  }

  addEventListener("pageshow", () => {
    isLeft = false;
  });

  return {
    address: () => address, describeFocus, draw, findForm, focusFirst, host: () => host, isBeside,
    isDrawing: () => isDrawing, isLeft: () => isLeft, keepTyped, leaveFor, load, move, openField,
    own, putTyped, restoreFocus,
  };
})();
