/* A form saves each field as one leaves it, and shows what is wrong with it while one types. */
"use strict";

globalThis.guidebookForm = (() => {
  const { act, ask } = guidebookEditorRequests;
  const { add, read, showProblems } = guidebookFormField;
  const { isSame, moveUp } = guidebookFormState;
  const search = guidebookFormSearch;
  const WAIT = 300; // milliseconds
  let saved = new Map();
  let digests = {};
  let checking = 0;
  let working = Promise.resolve();

  const findForm = () => document.querySelector(".gb-form[data-form]");
  const findFields = (form) => [...form.querySelectorAll("[data-field]")];

  function say(words, isWrong = false) {
    const said = document.querySelector(".gb-form-said");
    if (said) {
      said.textContent = words;
      said.classList.toggle("gb-form-said--wrong", isWrong);
    }
  }

  function describe(field, form = findForm()) {
    return { form: form.dataset.form, field: field.dataset.field, value: read(field) };
  }

  const isNew = (field) => !isSame(saved.get(field.dataset.field), read(field));

  /** Know what is there as saved: what differs from it is not. */
  async function take() {
    const form = findForm();
    saved = new Map(findFields(form).map((field) => [field.dataset.field, read(field)]));
    const [found, history] = await Promise.all([
      ask("form-digests", { form: form.dataset.form }),
      ask("history"),
    ]);
    digests = found;
    for (const button of form.querySelectorAll("[data-history]")) {
      button.disabled = !history[button.dataset.history];
    }
  }

  /** One thing after the other: what is pressed waits for what is saved. */
  function follow(work) {
    working = working.then(work, work);
    return working;
  }

  /** What it holds now is what is saved, whatever is drawn anew meanwhile. */
  function save(field) {
    if (!isNew(field)) {
      return working;
    }
    const asked = describe(field);
    const { file } = field.dataset;
    return follow(async () => {
      say("Saving …");
      try {
        const done = await act("form", { ...asked, digest: digests[file] });
        saved.set(asked.field, asked.value);
        await finish(done);
      } catch (error) {
        say("Not saved.", true);
        const shown = document.getElementById(field.id) ?? field;
        showProblems(shown, [{ severity: "error", message: error.message }]);
      }
    });
  }

  function press(button) {
    return follow(async () => {
      say("Saving …");
      try {
        const asked = {
          form: findForm().dataset.form,
          button: button.dataset.press,
          digest: digests[button.dataset.file],
        };
        await finish(await act("form-press", asked));
      } catch (error) {
        say(error.message, true);
      }
    });
  }

  async function finish(done) {
    await refresh();
    const clash = done.conflicts.length > 0;
    say(clash ? "Somebody else changed this meanwhile. Their words are shown." : "Saved.", clash);
  }

  /** Take back what was done last, or do it again. */
  function go(name) {
    return follow(async () => {
      try {
        await act(name);
        await refresh();
        say(name === "undo" ? "Taken back." : "Done again.");
      } catch (error) {
        say(error.message, true);
      }
    });
  }

  async function check(field) {
    const asked = describe(field);
    try {
      const { problems } = await act("form-check", asked);
      if (field.isConnected && isSame(asked.value, read(field))) {
        showProblems(field, problems);
      }
    } catch (error) {
      showProblems(field, [{ severity: "error", message: error.message }]);
    }
  }

  function describeFocus() {
    const { activeElement: one } = document;
    const field = one.closest?.(".gb-form[data-form] [data-field]");
    const isTyped = field && one.matches("textarea, input:not([type=checkbox])");
    return {
      id: one.id,
      scroll: document.querySelector(".gb-flow")?.scrollLeft ?? 0,
      typed: isTyped ? { value: one.value, start: one.selectionStart, end: one.selectionEnd } : null,
    };
  }

  function restoreFocus({ id, typed, scroll }) {
    const one = id && document.getElementById(id);
    const drawing = document.querySelector(".gb-flow");
    if (drawing) {
      drawing.scrollLeft = scroll;
    }
    if (!one) {
      return;
    }
    one.focus({ preventScroll: true });
    if (typed && one.matches("textarea, input")) {
      one.value = typed.value;
      if (typed.start !== null) {
        one.setSelectionRange(typed.start, typed.end);
      }
    }
  }

  /** Draw the form as it is now; what one is typing stays, and is not yet saved. */
  async function refresh() {
    const answer = await fetch(location.pathname);
    const page = guidebookPreviewHtml.parse(await answer.text());
    const [now, fresh] = [findForm(), page.querySelector(".gb-form[data-form]")];
    if (!fresh) {
      location.reload();
      return;
    }
    const found = now.querySelector(".gb-found");
    const place = fresh.querySelector(".gb-found");
    const focus = describeFocus();
    fresh.querySelector(".gb-form-said").replaceWith(now.querySelector(".gb-form-said"));
    now.replaceWith(document.adoptNode(fresh));
    const lead = page.querySelector("main .gb-lead");
    document.querySelector("main .gb-lead").replaceWith(document.adoptNode(lead));
    if (found && place) {
      place.replaceWith(found);
    }
    guidebookPanel.exchange(page.querySelector(".gb-preview"));
    const taken = take(); // what is saved is known at once
    restoreFocus(focus); // and before anybody types on
    await taken;
    search.ask(findForm());
  }

  function changeNames(field, target) {
    const item = target.closest("[data-name]");
    const list = item.parentElement;
    const items = [...list.children];
    if (target.matches("[data-up]")) {
      list.replaceChildren(...moveUp(items, items.indexOf(item)));
      target.focus();
    } else {
      item.remove();
      field.querySelector(".gb-field-add input").focus();
    }
    save(field);
  }

  /** Go from the picture to the fields of a box. */
  function open(link) {
    const target = document.getElementById(link.hash.slice(1));
    target?.scrollIntoView();
    target?.querySelector("textarea, select, input")?.focus({ preventScroll: true });
  }

  function click(event) {
    const link = event.target.closest(".gb-flow a");
    const field = event.target.closest("[data-field]");
    const button = event.target.closest("[data-press]");
    const history = event.target.closest("[data-history]");
    if (link?.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      open({ hash: link.getAttribute("href") });
    } else if (history) {
      go(history.dataset.history);
    } else if (button) {
      press(button);
    } else if (field && event.target.closest("[data-remove], [data-up]")) {
      changeNames(field, event.target.closest("[data-remove], [data-up]"));
    }
  }

  function change(event) {
    const field = event.target.closest("[data-field]");
    if (!field) {
      return;
    }
    if (event.target.closest(".gb-field-add")) {
      if (add(field, event.target) && field.dataset.control === "names") {
        save(field);
      }
    } else {
      save(field);
    }
  }

  function type(event) {
    const field = event.target.closest("[data-field]");
    if (field && !event.target.closest(".gb-field-add")) {
      clearTimeout(checking);
      checking = setTimeout(() => isNew(field) && check(field), WAIT);
      if (/-search$|queries-/.test(field.dataset.field)) {
        search.ask(findForm());
      }
    }
  }

  /** Outside of what one types into, the browser has nothing to take back. */
  function turnBack(event) {
    const isTyped = event.target.matches?.("textarea, input:not([type=checkbox])");
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !isTyped) {
      event.preventDefault();
      event.stopPropagation();
      go(event.shiftKey ? "redo" : "undo");
    }
  }

  /** Enter ends a text, and takes a name; only lists have lines. */
  function key(event) {
    const field = event.target.closest?.("[data-field]");
    const isLines = field?.dataset.control === "lines";
    if (field && event.key === "Enter" && !event.isComposing && (!isLines || event.ctrlKey)) {
      if (event.target.matches("textarea, input[type=text]")) {
        event.preventDefault();
        event.target.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  }

  function start() {
    if (!findForm()) {
      return;
    }
    const page = findForm().parentElement;
    page.addEventListener("click", click);
    page.addEventListener("change", change);
    page.addEventListener("input", type);
    page.addEventListener("keydown", key);
    document.addEventListener("keydown", turnBack, true);
    follow(take);
    search.start(findForm());
  }

  start();

  return { isHere: () => Boolean(findForm()), refresh: () => follow(refresh) };
})();
