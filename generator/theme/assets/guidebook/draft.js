/* The draft of a reply, in the tray: draws what the state says, and calls its listeners when it changes. */
"use strict";

globalThis.guidebookDraft = (() => {
  const state = guidebookDraftState;
  const { make, makeButton } = guidebookElements;
  const KEY = `${guidebookTickStorage.own}draft`;
  const MOVES = [
    ["up", "↑", "Move up", (place) => state.move(draft, place, -1)],
    ["down", "↓", "Move down", (place) => state.move(draft, place, 1)],
    ["remove", "×", "Remove", (place) => state.remove(draft, place)],
  ];
  const said = document.querySelector(".gb-said");
  const heading = document.getElementById("draft");
  const tray = heading.parentElement;
  const find = (selector) => tray.querySelector(selector);
  const area = find("textarea");
  const rows = find(".gb-draft-list");
  const blanks = find(".gb-draft-blanks");
  const copier = find(".gb-draft-copy button");
  const copied = find(".gb-draft-told");
  const listeners = [];
  const inputs = new Map();
  let draft = read(state.EMPTY);
  let before = null;

  /** Say something to who cannot see it; the same words twice are said twice. */
  function announce(text) {
    said.textContent = said.textContent === text ? `${text}\u00a0` : text;
  }

  const timers = new WeakMap();

  /** Show on a button for a moment what it has done. */
  function flash(button, text) {
    clearTimeout(timers.get(button));
    button.dataset.done = text;
    timers.set(
      button,
      setTimeout(() => delete button.dataset.done, 2000),
    );
  }

  /** Copy words, and say on the button and aloud what came of it; `open` is what is still blank. */
  async function copyBy(button, text, open) {
    let message = open.length ? `Copied. Still blank: ${open.join(", ")}` : "Copied";
    try {
      await guidebookClipboard.copy(text);
    } catch {
      message = "This browser does not copy. Select the words and copy them.";
    }
    flash(button, message.split(".")[0]);
    announce(message);
    return message;
  }

  function read(otherwise) {
    try {
      return state.parse(sessionStorage.getItem(KEY));
    } catch {
      return otherwise; // no storage
    }
  }

  function store() {
    try {
      if (state.isEmpty(draft)) {
        sessionStorage.removeItem(KEY);
      } else {
        sessionStorage.setItem(KEY, JSON.stringify(draft));
      }
    } catch {
      // No storage: the draft holds for this page.
    }
  }

  // Lines

  function makeRow(line, place) {
    const tools = make("span", "gb-draft-moves");
    for (const [name, sign, label, change] of MOVES) {
      const button = makeButton("gb-move", sign, `${label}: “${line}”`);
      button.dataset.move = name;
      button.disabled = (name === "up" && !place) || (name === "down" && place === draft.lines.length - 1);
      button.addEventListener("click", () => {
        set(change(place));
        const next = place + ({ up: -1, down: 1 }[name] ?? 0);
        focusRow(Math.min(next, draft.lines.length - 1), name);
        announce(name === "remove" ? `Removed. Your draft: ${state.count(draft)}` : `Now line ${next + 1}`);
      });
      tools.append(button);
    }
    return make("li", "", make("span", "gb-draft-line", line), tools);
  }

  /** Stay with the line that moved, on the same button if it still does something. */
  function focusRow(place, name) {
    const row = rows.children[place];
    const button = row?.querySelector(`[data-move=${name}]:enabled`) ?? row?.querySelector("button:enabled");
    (button ?? find(".gb-draft-open")).focus();
  }

  // Blanks

  function makeInput({ key, name }) {
    const input = make("input");
    const label = make("label", "", name, input);
    input.type = "text";
    input.autocomplete = "off";
    input.maxLength = 200;
    input.addEventListener("input", () => set(state.fill(draft, key, input.value)));
    input.addEventListener("change", () => set(state.settle(draft)));
    return { label, input };
  }

  /** An input that somebody types in stays where it is. */
  function drawBlanks() {
    const asked = state.ask(draft);
    const keys = new Set(asked.map(({ key }) => key));
    for (const [key, { label }] of inputs) {
      if (!keys.has(key)) {
        label.remove();
        inputs.delete(key);
      }
    }
    for (const blank of asked) {
      if (!inputs.has(blank.key)) {
        inputs.set(blank.key, makeInput(blank));
      }
      const { label, input } = inputs.get(blank.key);
      if (!label.parentElement) {
        blanks.append(label);
      }
      if (input.value !== blank.value) {
        input.value = blank.value;
      }
    }
    blanks.hidden = !asked.length;
  }

  // The tray

  const opener = makeButton("gb-draft-open", "");
  const counter = make("span", "gb-draft-count");
  opener.append(make("span", "", heading.textContent), " ", counter);
  opener.setAttribute("aria-controls", "draft-sheet");
  heading.replaceChildren(opener);

  function open(isOpen) {
    opener.setAttribute("aria-expanded", String(isOpen));
  }

  function draw() {
    const isEmpty = state.isEmpty(draft);
    const reply = state.reply(draft);
    if (area.value !== reply) {
      area.value = reply;
    }
    rows.replaceChildren(...draft.lines.map(makeRow));
    drawBlanks();
    counter.textContent = isEmpty ? "" : state.count(draft);
    tray.classList.toggle("gb-tray--empty", isEmpty);
    tray.classList.toggle("gb-tray--undo", isEmpty && before !== null);
    find(".gb-draft-own").hidden = draft.text === null;
    copied.textContent = "";
    for (const listener of listeners) {
      listener();
    }
  }

  function set(next) {
    if (!state.isEmpty(next)) {
      before = null;
    }
    draft = next;
    store();
    draw();
  }

  function toggle(line) {
    set(state.toggle(draft, line));
    announce(`Your draft: ${state.count(draft)}`);
  }

  opener.addEventListener("click", () => open(opener.getAttribute("aria-expanded") === "false"));
  tray.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing && !wide.matches) {
      open(false);
      opener.focus();
    }
  });
  area.addEventListener("input", () => set(state.edit(draft, area.value)));
  copier.addEventListener("click", async () => {
    copied.textContent = await copyBy(copier, state.reply(draft).trim(), state.listOpen(draft));
  });
  find(".gb-draft-own button").addEventListener("click", () => {
    set(state.rebuild(draft));
    area.focus();
    announce("Rebuilt from the lines");
  });
  find(".gb-draft-clear").addEventListener("click", () => {
    before = draft;
    set(state.EMPTY);
    open(true);
    find(".gb-draft-undo button").focus();
    announce("The draft is empty");
  });
  find(".gb-draft-undo button").addEventListener("click", () => {
    set(before);
    opener.focus();
    announce(`Your draft: ${state.count(draft)}`);
  });

  // Open where there is space for it: beside the phrases. On a phone it waits below them.
  const wide = matchMedia("(min-width: 56.25em)");
  wide.addEventListener("change", () => open(wide.matches));
  open(wide.matches);
  draw();
  // Whoever goes back to a page that the browser has put aside may have written on since.
  addEventListener("pageshow", ({ persisted }) => persisted && set(read(draft)));

  return {
    copyBy,
    has: (line) => state.has(draft, line),
    toggle,
    watch: (listener) => listeners.push(listener),
  };
})();
