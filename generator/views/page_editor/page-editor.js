/* Texts of the page are changed in their place. */
"use strict";

globalThis.guidebookEditor = (() => {
  const { findNext, findStep, follow: followItem } = guidebookEditorState;
  const { findAt, followFocus } = guidebookEditorInput;
  const { ask, askAll } = guidebookEditorRequests;
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
    openWhole,
  });
  const [SAVED, REMOVED] = ["Saved", "Removed. Undo brings it back."];
  const here = { page: location.pathname };
  let isOn = false;
  let isFollowed = false;
  let isStale = false; // its scripts know nothing of what is new in it
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
    const [problems, missing, history, whole] = await askAll(
      ["problems", { names }],
      ["missing", here],
      ["history"],
      ["document", here],
    );
    showProblems(problems);
    bar.showMissing(missing);
    bar.showHistory(history);
    bar.showWhole("text" in whole);
  }

  /** One thing after the other: what is written and what is drawn would cross. */
  function queue(work) {
    drawing = drawing.then(work, work);
    return drawing;
  }

  /** Draw the page anew; the open form stays where its text is, and the focus too. */
  async function draw(at = null, from = document.activeElement) {
    const focus = followFocus(at, from);
    // Who types into the form beside the page would lose letters if it were loaded again.
    const mayBeWhole = guidebookFormSide.isOpen();
    const drawn = await redraw(guidebookEditorEntry, { mayBeWhole, before: focus.note });
    isStale ||= drawn === "whole";
    if (!drawn) {
      loadAgain(at ?? opened()?.at ?? null, bar.said());
      return;
    }
    setReachable(isOn);
    focus.put();
    await (isOn && refresh());
  }

  /** Have something written, and drawn with the focus at a place. Whether that was done. */
  function perform(body, at, options = {}) {
    const { redraws = true, refuse = bar.say, before = () => {}, said = SAVED } = options;
    const from = document.activeElement;
    return queue(async () => {
      const isDone = await changes.write(body, bar, refuse, said);
      if (isDone) {
        before();
        await (redraws && draw(at, from));
      }
      return isDone;
    });
  }

  /** Nothing else is open, or what is typed in it is saved. */
  async function isFree({ redraws = true } = {}) {
    return !opened() || save(opened(), { redraws });
  }

  function show(entry, asked, texts, tools = []) {
    const title = asked[0].label;
    guidebookEditorEntry.open(entry, title, asked, texts, tools, {
      save: () => pressSave(entry),
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
      show({ at, near, text: null, isFresh: true, describe }, [asked], [""]);
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
      const entry = { at: [...listAt, index], near, text: null, isFresh: true, describe };
      show(entry, asked, asked.map(({ choices }) => choices[0] ?? ""));
    }
  }

  /** All of a hand-written page, as it is typed. */
  async function openWhole() {
    if (await isFree()) {
      const { name, digest, text } = await ask("document", here);
      const describe = ([value]) => ({ name, digest, text: value });
      const asked = { label: "This page", help: "Markdown: # before a heading, - before an item" };
      const entry = { at: [name], near: [name], text: null, isWhole: true, describe };
      show(entry, [{ ...asked, most: 200_000, choices: [], required: true }], [text]);
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
    const wanted = next && followItem(next, at, index + 1, index);
    await perform({ name, changes: [{ delete: [...loc, index] }] }, wanted, { said: REMOVED });
  }

  async function moveItem({ at, index }, text, to) {
    const [name, ...loc] = at;
    if (await isFree({ redraws: false })) {
      const body = { name, changes: [{ move: loc, start: index, to }] };
      await perform(body, followItem(text, at, index, to));
    }
  }

  /** Save what is typed, if it is new. Whether the form could be closed. */
  async function save(entry, { redraws = true, focus = redraws } = {}) {
    if (!(entry.saving || isNew(entry))) {
      close({ focus });
      return true;
    }
    // Who goes on to another text waits for what leaving this one has begun.
    entry.saving ??= saveNew(entry, redraws, focus);
    const isDone = await entry.saving;
    entry.saving = null;
    return isDone;
  }

  function saveNew(entry, redraws, focus) {
    const values = entry.form.values();
    const { refuse } = entry.form;
    const isGone = !values.some((value) => value.trim());
    return perform(entry.describe(values), focus ? entry.at : null, {
      redraws, refuse, before: close, said: isGone ? REMOVED : SAVED,
    });
  }

  /** Whoever presses Save wants something written. */
  function pressSave(entry) {
    if (!(entry.isFresh && entry.form.asksFor())) {
      save(entry);
    }
  }

  /** What is typed is the last change: it is saved first, or an earlier one would be taken back for good. */
  async function go(way) {
    if (await isFree({ redraws: false })) {
      await queue(async () => (await changes.go(way, bar)) && draw());
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
      const at = findAt();
      await (at && step(at, way));
    });
  }

  /** After the panel was exchanged: something else is wrong now. */
  function refreshIfOn() {
    if (isOn) {
      refresh();
    }
  }

  guidebookEditorInput.listen(() => isOn, {
    open: openText,
    save: () => pressSave(opened()),
    goOn: () => save(opened(), { focus: false }),
    leave: () => close({ focus: true }),
    undo: () => go("undo"),
    redo: () => go("redo"),
    up: () => stepLater("up"),
    down: () => stepLater("down"),
  });
  addEventListener("beforeunload", (event) => {
    if (opened() && isNew(opened())) {
      event.preventDefault();
    }
  });
  document.querySelector(".gb-preview").before(bar.bar);
  if (bar.isKept()) {
    const kept = takePlace();
    bar.turn(true);
    turn(true).then(() => {
      if (kept) {
        scrollTo(0, kept.y);
        bar.say(kept.said);
        (kept.at && find(kept.at))?.focus({ preventScroll: true });
      }
    });
  }

  const drawAgain = () => queue(() => draw());
  /** From now on the page is drawn anew in its place, though its texts are not changed in it. */
  function follow() {
    if (!isOn && !isFollowed) {
      queue(start);
    }
    isFollowed = true;
  }

  return { drawAgain, draws: () => isOn || isFollowed, follow, refreshIfOn, isStale: () => isStale };
})();
