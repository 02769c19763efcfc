/* A form saves each field as one leaves it, and shows what is wrong with it while one types. */
"use strict";

globalThis.guidebookForm = (() => {
  const { act, askAll } = guidebookEditorRequests;
  const { add, changeNames, endText, findControl, isTyped, read, showProblems } = guidebookFormField;
  const {
    draw, findForm, focusFirst, host, isBeside, isDrawing, isLeft, leaveFor, openField,
  } = guidebookFormPage;
  const { combine, isSame } = guidebookFormState;
  const { settle } = guidebookEditorConflicts;
  const search = guidebookFormSearch;
  const WAIT = 300; // milliseconds
  let saved = new Map();
  let digests = {};
  let seen = new Map(); // by field that is not saved: the digest of the file that its words answer
  const sent = new Map(); // by field: what is asked to be saved
  const unheard = new Map(); // the same, of what nobody knows whether it was
  const pressed = new Set(); // what buttons do is not done yet
  let checking = 0;
  let working = Promise.resolve();

  const findFields = () => [...findForm().querySelectorAll("[data-field]")];

  function say(words, isWrong = false) {
    const said = host().querySelector(".gb-form-said");
    if (said) {
      said.textContent = words;
      said.classList.toggle("gb-form-said--wrong", isWrong);
    }
  }

  function describe(field) {
    return { form: findForm().dataset.form, field: field.dataset.field, value: read(field) };
  }

  const isNew = (field) => !isSame(saved.get(field.dataset.field), read(field));
  const listUnsaved = () => findFields().filter(isNew);

  /** Know what is there as saved: what differs from it is not. */
  function take() {
    saved = new Map(findFields().map((field) => [field.dataset.field, read(field)]));
  }

  /** The digests of the files that the form is about, and whether there is a way back. */
  const askDigests = () => askAll(["form-digests", { form: findForm().dataset.form }], ["history"]);

  function know([found, history]) {
    digests = found;
    for (const button of findForm().querySelectorAll("[data-history]")) {
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
      unheard.delete(field.dataset.field);
      return working;
    }
    const asked = { ...describe(field), digest: findSeen(field) };
    // A question about it takes the focus, and who leaves a field saves it.
    return isSame(sent.get(asked.field)?.value, asked.value) ? working : send(asked);
  }

  function send(asked) {
    const id = `f-${asked.field}`;
    sent.set(asked.field, asked);
    return follow(async () => {
      say("Saving …");
      try {
        const joins = isTyped(document.getElementById(id));
        const done = await settle(await act("form", asked), { joins });
        saved.set(asked.field, asked.value);
        done.digest ? seen.set(asked.field, done.digest) : seen.delete(asked.field); // who types on saw it
        unheard.delete(asked.field);
        if (done.leads) {
          leaveFor(`/~edit/${done.leads}/`);
          return;
        }
        await refresh();
        finish(done.left, id);
      } catch (error) {
        say("Not saved.", true);
        if (error instanceof TypeError) {
          unheard.set(asked.field, asked); // no answer came, as when the page is loaded again
        }
        const shown = document.getElementById(id);
        shown && showProblems(shown, [{ severity: "error", message: error.message }]);
      } finally {
        sent.delete(asked.field);
      }
    });
  }

  /** By field that is not saved: the digest of the file that its words answer, as far as it is known. */
  const listSeen = () =>
    listUnsaved().flatMap((field) => (findSeen(field) ? [[field.dataset.field, findSeen(field)]] : []));

  const findSeen = ({ dataset }) => seen.get(dataset.field) ?? digests[dataset.file];

  /** What nobody decided is in the field, and is not saved. */
  function finish(left, id) {
    const field = document.getElementById(id);
    const isOpen = left.length > 0 && field && isTyped(field);
    if (isOpen) {
      const box = findControl(field);
      const held = left.reduce(combine, read(field));
      box.value = Array.isArray(held) ? held.join("\n") : held;
      box.focus();
      check(field);
    }
    say(isOpen ? "Not saved yet: theirs is kept so far." : "Saved.", isOpen);
  }

  /** A button names a place, such as the first answer: pressed twice, it would do the same to the next one. */
  function press(button) {
    if (pressed.has(button)) {
      return working;
    }
    pressed.add(button);
    return follow(async () => {
      say("Saving …");
      try {
        const asked = {
          form: findForm().dataset.form,
          button: button.dataset.press,
          digest: digests[button.dataset.file],
        };
        await settle(await act("form-press", asked));
        if (button.dataset.leads) {
          leaveFor(`/~edit/${button.dataset.leads}/`);
          return;
        }
        await refresh();
        focusFirst(button.dataset.then);
        say("Saved.");
      } catch (error) {
        say(error.message, true);
      } finally {
        pressed.delete(button);
      }
    });
  }

  /** Take back what was done last, or do it again. */
  function go(name) {
    return follow(async () => {
      try {
        await settle(await act(name));
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

  /** Draw the form as it is now; what one is typing stays, and is not yet saved. */
  async function refresh() {
    if (!findForm() || isLeft()) {
      return; // it was closed
    }
    const found = await askDigests(); // before what is shown, so that nothing newer is taken for it
    const listKept = () => {
      const fields = listUnsaved();
      for (const field of fields) {
        seen.set(field.dataset.field, findSeen(field)); // typed over what was shown until now
      }
      [digests] = found;
      return fields;
    };
    if (!found[0] || !(await draw(listKept, take))) {
      leaveFor(findForm().dataset.around ?? location.href); // what it was about is gone
      return;
    }
    if (!findForm()) {
      return;
    }
    know(found);
    seen = new Map(listSeen());
    for (const field of listUnsaved()) {
      check(field);
    }
    search.ask(findForm());
  }

  function click(event) {
    const link = event.target.closest(".gb-flow a")?.getAttribute("href");
    const field = event.target.closest("[data-field]");
    const button = event.target.closest("[data-press]");
    const history = event.target.closest("[data-history]");
    if (link?.startsWith("#")) {
      event.preventDefault();
      openField(link.slice(1));
    } else if (history) {
      go(history.dataset.history);
    } else if (button) {
      press(button);
    } else if (field && event.target.closest("[data-remove], [data-up]")) {
      changeNames(field, event.target.closest("[data-remove], [data-up]"));
      save(field);
    }
  }

  function change(event) {
    const field = event.target.closest("[data-field]");
    if (!field || isDrawing()) {
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
    const isText = event.target.matches?.("textarea, input:not([type=checkbox])");
    const isHere = findForm() && (!isBeside() || host().contains(event.target));
    const isBack = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (isHere && isBack && !isText) {
      event.preventDefault();
      event.stopPropagation();
      go(event.shiftKey ? "redo" : "undo");
    }
  }

  /** Follow the form that is there now; `before` are digests that `listSeen` gave. */
  function start(before = []) {
    seen = new Map(before);
    const page = host();
    page.addEventListener("click", click);
    page.addEventListener("change", change);
    page.addEventListener("focusout", change); // a box that was drawn anew has not changed for the browser
    page.addEventListener("input", type);
    page.addEventListener("keydown", endText);
    take();
    follow(async () => know(await askDigests()));
    search.start(findForm());
  }

  /** Save what is typed, wherever one is. Whether all of it was saved. */
  async function leave() {
    for (const field of listUnsaved()) {
      save(field);
    }
    await working;
    return !listUnsaved().length;
  }

  document.addEventListener("keydown", turnBack, true);
  if (findForm()) {
    start();
    guidebookFormPress.button()?.click();
  }

  return {
    isHere: () => Boolean(findForm()), leave, listSeen, listUnsaved,
    listSent: () => [...sent.values(), ...unheard.values()], refresh: () => follow(refresh), say, send, start,
  };
})();
