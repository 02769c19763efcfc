/* The one form that is open: what is typed in it is tried at once, and drawn where it will be. */
"use strict";

globalThis.guidebookEditorEntry = (() => {
  const { dropEmpty, isChanged, keepOwn } = guidebookEditorState;
  const { act } = guidebookEditorRequests;
  const { find, put } = guidebookEditorTexts;
  const NOTHING = { problems: [], html: null };
  let opened = null;

  /** Below its text; a new one is below a text near it, and what is of no text before all. */
  function place() {
    if (!opened) {
      return;
    }
    const text = find(opened.at) ?? find(opened.near);
    if (text) {
      put(opened.form.form, text);
    } else {
      document.querySelector("main > *").prepend(opened.form.form);
    }
    reveal();
    opened.form.focus();
  }

  /** All of the form is in sight, with its keys; also when it grows by a line, or by a problem. */
  const reveal = () => opened?.form.form.scrollIntoView({ block: "nearest" });
  const watch = new ResizeObserver(reveal);

  /** What was in the place of the text before somebody typed. */
  function putBack(entry) {
    if (entry?.shown) {
      entry.text.replaceChildren(...entry.shown);
      entry.shown = null;
    }
  }

  /** The page is about to be exchanged, or was: the text may be another one since. */
  const pause = () => putBack(opened);

  function resume() {
    if (opened?.text) {
      opened.text = find(opened.at);
      draw(opened, opened.html);
    }
    if (opened && !opened.form.form.isConnected) {
      place();
    }
  }

  /** Show words in the place of a text; what was there comes back if they are not saved. */
  function draw(entry, html) {
    entry.html = html;
    if (entry.text && html !== null) {
      entry.shown ??= [...entry.text.childNodes];
      const fresh = guidebookPreviewHtml.parse(html).body;
      entry.text.replaceChildren(...document.importNode(fresh, true).childNodes);
    }
  }

  /** Try words as they are typed: the last ones as soon as the ones before have been tried. */
  function makeChecker(entry) {
    let isBusy = false;
    let next = null;

    async function check(values) {
      try {
        const { problems, html } = entry.isWhole ? NOTHING : await act("check", entry.describe(values));
        if (opened === entry) {
          const own = keepOwn(entry.at, problems);
          entry.form.show(entry.isFresh ? dropEmpty(own) : own);
          draw(entry, html);
        }
      } catch (error) {
        entry.form.refuse(error.message);
      }
    }

    return async (values) => {
      next = values;
      if (isBusy) {
        return;
      }
      isBusy = true;
      while (next) {
        const now = next;
        next = null;
        await check(now);
      }
      isBusy = false;
    };
  }

  /**
   * Open a form. `at` is the place of its text, `near` a text beside it, `text` the element that
   * shows it, if there is one, and `describe` makes a change of what is typed. What `isFresh` is not
   * in the guidebook yet.
   */
  function open(entry, title, asked, texts, tools, on) {
    const check = makeChecker(entry);
    opened = entry;
    entry.html = null;
    entry.texts = texts;
    entry.form = guidebookEditorForm.open(title, asked, texts, tools, { ...on, type: check });
    guidebookPanel.closeIfSmall();
    place();
    watch.observe(entry.form.form);
    if (!entry.isFresh) {
      check(entry.form.values());
    }
  }

  /** Close it, with the focus on its text if it is to stay there. */
  function close({ focus = false } = {}) {
    const last = opened;
    opened = null;
    watch.disconnect();
    last?.form.form.remove();
    putBack(last);
    if (last && focus) {
      (find(last.at) ?? find(last.near))?.focus();
    }
  }

  const isNew = (entry) =>
    entry.form.values().some((value, index) => isChanged(entry.texts[index], value));

  return { close, isNew, open, opened: () => opened, pause, resume };
})();
