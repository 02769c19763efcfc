/* Texts of the page are changed where they stand. */
"use strict";

globalThis.guidebookEditor = (() => {
  const { decideKey, findNext, findStep, follow } = guidebookEditorState;
  const { ask } = guidebookEditorRequests;
  const { find, list, readAt, setReachable, showProblems } = guidebookEditorTexts;
  const { makeButton } = guidebookElements;
  const { loadAgain, redraw, start, takePlace } = guidebookEditorRedraw;
  const { close, isNew, opened } = guidebookEditorEntry;
  const changes = guidebookEditorChanges;
  const bar = guidebookEditorBar.makeBar({
    turn,
    undo: () => go("undo"),
    redo: () => go("redo"),
    add: addMissing,
  });
  let isOn = false;
  let drawing = Promise.resolve();
  let stepping = Promise.resolve();

  const write = (at) => ({ at: JSON.stringify(at) });

  async function turn(on) {
    isOn = on;
    setReachable(on);
    document.querySelector("main").classList.toggle("gb-editor-on", on);
    if (on) {
      await start();
      await refresh();
    } else {
      close();
      location.reload();
    }
  }

  /** What is wrong, what may be added, and what can be undone, as it is now. */
  async function refresh() {
    const names = JSON.stringify([...new Set(list().map((text) => readAt(text)[0]))]);
    const [problems, missing, history] = await Promise.all([
      ask("problems", { names }),
      ask("missing", { page: location.pathname }),
      ask("history"),
    ]);
    showProblems(problems);
    bar.place();
    bar.showMissing(missing);
    bar.showHistory(history);
  }

  /** Draw the page anew, one time after the other; the open form stays where its text is. */
  function drawAgain(at = null) {
    drawing = drawing.then(async () => {
      if (!(await redraw(guidebookEditorEntry))) {
        loadAgain(at ?? opened()?.at ?? null);
        return;
      }
      setReachable(true);
      if (at) {
        find(at)?.focus();
      }
      await refresh();
    });
    return drawing;
  }

  /** Nothing else is open, or what is typed in it is saved. */
  async function isFree({ redraws = true } = {}) {
    return !opened() || save(opened(), { redraws });
  }

  function show(entry, asked, texts, tools = []) {
    const title = asked[0].label;
    guidebookEditorEntry.open(entry, title, asked, texts, tools, {
      save: () => save(entry),
      leave: () => close({ focus: true }),
    });
  }

  async function openText(at) {
    if (!(await isFree())) {
      return;
    }
    const found = await ask("text", write(at));
    const [name, ...loc] = at;
    const describe = ([value]) =>
      ({ name, digest: found.digest, draw: at, changes: [{ set: loc, value }] });
    const entry = { at, near: at, text: find(at), list: null, describe };
    show(entry, [found.asked], [found.text], makeTools(entry, name, found));
  }

  function makeTools(entry, name, found) {
    const tools = found.more.map((asked) => {
      const button = makeButton("gb-link", `Add “${asked.label.split(": ").at(-1)}”`);
      button.addEventListener("click", () => addMissing({ ...asked, name }, entry.at));
      return button;
    });
    if (found.list) {
      const at = [name, ...found.list.loc];
      const { index } = found.list;
      entry.list = { ...found.list, at };
      const on = {
        add: () => addItem(at, index + 1, entry.at),
        remove: () => removeItem(entry.list),
        move: (to) => moveItem(entry.list, entry.at, to),
      };
      tools.push(...guidebookEditorItems.makeTools(entry.list, on));
    }
    return tools;
  }

  async function addText(name, asked, near) {
    if (await isFree()) {
      const at = [name, ...asked.loc];
      const { digest } = await ask("item", write(at));
      const describe = ([value]) => ({ name, digest, changes: [{ set: asked.loc, value }] });
      show({ at, near, text: null, describe }, [asked], [""]);
    }
  }

  async function addItem(listAt, index, near) {
    if (await isFree()) {
      const [name, ...loc] = listAt;
      const { asked, digest } = await ask("item", write(listAt));
      const describe = (values) => {
        const texts = asked.map((one, number) => [one.loc, values[number]]);
        return { name, digest, changes: [{ insert: loc, index, texts }] };
      };
      const entry = { at: [...listAt, index], near, text: null, describe };
      show(entry, asked, asked.map(({ choices }) => choices[0] ?? ""));
    }
  }

  /** Add what a record may have besides: a text, or the first item of a list. */
  function addMissing(asked, beside = null) {
    const at = [asked.name, ...asked.loc];
    const near = beside ?? list().map(readAt).findLast((one) => one[0] === asked.name) ?? at;
    return asked.many ? addItem(at, 0, near) : addText(asked.name, asked, near);
  }

  async function removeItem({ at, index }) {
    const [name, ...loc] = at;
    const ats = list().map(readAt);
    const next = findNext(ats, at, index + 1) ?? findNext(ats, at, index - 1);
    close();
    if (await changes.write({ name, changes: [{ delete: [...loc, index] }] }, bar)) {
      await drawAgain(next && follow(next, at, index + 1, index));
    }
  }

  async function moveItem({ at, index }, text, to) {
    const [name, ...loc] = at;
    const body = { name, changes: [{ move: loc, start: index, to }] };
    if ((await isFree({ redraws: false })) && (await changes.write(body, bar))) {
      await drawAgain(follow(text, at, index, to));
    }
  }

  /** Save what is typed, if it is new. Whether the form could be closed. */
  async function save(entry, { redraws = true } = {}) {
    if (entry.isSaving) {
      return false;
    }
    if (!isNew(entry)) {
      close({ focus: redraws });
      return true;
    }
    entry.isSaving = true;
    const isDone = await changes.write(entry.describe(entry.form.values()), bar, entry.form.refuse);
    entry.isSaving = false;
    if (isDone) {
      close();
      await (redraws && drawAgain(entry.at));
    }
    return isDone;
  }

  async function go(way) {
    if (await changes.go(way, bar)) {
      await drawAgain();
    }
  }

  /** Move the item that a text is in by one step. */
  async function step(at, way) {
    const found = opened()?.list ?? (await ask("text", write(at))).list;
    const to = found && findStep(found, way);
    if (found && to !== null) {
      await moveItem({ at: [at[0], ...found.loc], index: found.index }, at, to);
    }
  }

  /** One step after the other, each of what has the focus when it is its turn. */
  function stepLater(way) {
    stepping = stepping.then(async () => {
      const text = document.activeElement.closest("[data-at]");
      const at = text ? readAt(text) : opened()?.at;
      await (at && step(at, way));
    });
  }

  function findPlace(target) {
    if (target.closest(".gb-editor")) {
      return "form";
    }
    return target.closest("[data-at]") ? "text" : "page";
  }

  function press(event) {
    const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey };
    const todo = decideKey({ ...key, shift: event.shiftKey }, findPlace(event.target));
    if (!isOn || !todo || event.isComposing || event.target.matches("input, dialog *")) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const text = event.target.closest("[data-at]");
    const at = text ? readAt(text) : opened()?.at;
    const ways = {
      open: () => openText(at),
      save: () => save(opened()),
      leave: () => close({ focus: true }),
      undo: () => go("undo"),
      redo: () => go("redo"),
      up: () => stepLater("up"),
      down: () => stepLater("down"),
    };
    ways[todo]();
  }

  function tap(event) {
    const text = event.target.closest("main [data-at]");
    if (isOn && text && !event.target.closest(".gb-editor") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      openText(readAt(text));
    }
  }

  /** Who goes on elsewhere is done with what is in the form. */
  function leaveForm(event) {
    const entry = opened();
    const form = entry?.form.form;
    if (form?.contains(event.target) && !form.contains(event.relatedTarget)) {
      setTimeout(() => {
        if (opened() === entry && document.hasFocus() && !form.contains(document.activeElement)) {
          save(entry);
        }
      });
    }
  }

  /** The panel is another one, since something else is wrong. */
  function heed() {
    bar.place();
    if (isOn) {
      refresh();
    }
  }

  document.addEventListener("keydown", press, true);
  document.addEventListener("click", tap, true);
  document.addEventListener("focusout", leaveForm);
  addEventListener("beforeunload", (event) => {
    if (opened() && isNew(opened())) {
      event.preventDefault();
    }
  });
  document.querySelector(".gb-preview").before(bar.bar);
  bar.place();
  if (bar.isKept()) {
    const kept = takePlace();
    bar.turn(true);
    turn(true).then(() => {
      if (kept) {
        scrollTo(0, kept.y);
        (kept.at && find(kept.at))?.focus({ preventScroll: true });
      }
    });
  }

  return { drawAgain, heed, isOn: () => isOn, openText };
})();
