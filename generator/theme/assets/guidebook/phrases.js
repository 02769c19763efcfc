/* Words to use: choose phrases, copy them, collect them in a draft. All data is in the page. */
"use strict";

(() => {
  const { NAMES, BLANK, read, write, choose, count, add, list, move, remove, hasBlank } =
    globalThis.guidebookPhrases;
  const { copy } = globalThis.guidebookClipboard;
  const KEY = "guidebook.draft";
  const form = document.querySelector(".gb-filter");
  const status = document.querySelector(".gb-draft-status");

  function make(tag, style, text) {
    const element = document.createElement(tag);
    element.className = style;
    element.textContent = text;
    return element;
  }

  function makeButton(style, text, label) {
    const button = make("button", style, text);
    button.type = "button";
    button.setAttribute("aria-label", label);
    return button;
  }

  /** What a phrase says, with a blank for what the company has not set. */
  function readPhrase(item) {
    const words = item.querySelector(".gb-spoken").cloneNode(true);
    for (const value of words.querySelectorAll(".gb-value--unset")) {
      value.replaceWith(BLANK);
    }
    for (const br of words.querySelectorAll("br")) {
      br.replaceWith(" ");
    }
    return words.textContent.replace(/\s+/g, " ").trim();
  }

  const flashes = new WeakMap();

  /** Say on the button, and aloud, what it has done. */
  function flash(button, text, told) {
    const label = flashes.get(button)?.label ?? button.textContent;
    clearTimeout(flashes.get(button)?.timer);
    button.textContent = text;
    button.dataset.done = "";
    status.textContent = told ?? text;
    const timer = setTimeout(() => {
      button.textContent = label;
      delete button.dataset.done;
      flashes.delete(button);
    }, 2000);
    flashes.set(button, { label, timer });
  }

  async function copyFrom(button, text) {
    try {
      await copy(text);
      flash(
        button,
        hasBlank(text) ? `Copied: fill in ${BLANK}` : "Copied",
        hasBlank(text) ? "Copied. Fill in the blank: your company has not set it." : "Copied",
      );
    } catch {
      flash(button, "Select and copy");
    }
  }

  // Phrases

  const splitNames = (names) => (names ? names.split(" ") : []);
  const readLine = (item) => ({
    item,
    text: readPhrase(item),
    feelings: splitNames(item.dataset.feelings),
    channels: splitNames(item.dataset.channels),
  });
  const chapters = [...document.querySelectorAll(".gb-section")].filter((one) =>
    one.querySelector(".gb-situation"),
  );
  const situations = chapters.flatMap((section) =>
    [...section.querySelectorAll(".gb-situation")].map((element) => ({
      element,
      section,
      chapter: section.querySelector("h2").id,
      mark: element.querySelector("h3").id,
      title: element.querySelector("h3").textContent,
      say: [...element.querySelectorAll(".gb-words-say > li")].map(readLine),
      avoid: [...element.querySelectorAll(".gb-words-avoid > li")].map(readLine),
    })),
  );

  for (const { say } of situations) {
    for (const { item, text } of say) {
      const tools = make("span", "gb-phrase-tools", "");
      const copier = makeButton("gb-button", "Copy", `Copy “${text}”`);
      const adder = makeButton("gb-button", "Add to draft", `Add to draft “${text}”`);
      copier.addEventListener("click", () => copyFrom(copier, text));
      adder.addEventListener("click", () => {
        draw(add(area.value, text));
        flash(adder, "Added", tellDraft());
      });
      tools.append(copier, adder);
      item.append(tools);
    }
  }

  // Choosing

  const counter = form.querySelector(".gb-filter-count");
  const readForm = () => Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]));

  function filter() {
    const chosen = readForm();
    let phrases = 0;
    let shown = 0;
    for (const situation of situations) {
      const visible = choose(situation, chosen);
      for (const kind of ["say", "avoid"]) {
        situation[kind].forEach(({ item }, index) => {
          item.hidden = !visible[kind][index];
        });
      }
      const found = visible.say.filter(Boolean).length;
      situation.element.hidden = !found;
      phrases += found;
      shown += found ? 1 : 0;
    }
    for (const section of chapters) {
      section.hidden = !section.querySelector(".gb-situation:not([hidden])");
    }
    const text = count(phrases, shown);
    if (counter.textContent !== text) {
      counter.textContent = text;
    }
    form.querySelector("[type=reset]").hidden = !write(chosen);
  }

  function apply(chosen) {
    for (const name of NAMES) {
      form.elements[name].value = chosen[name];
      // A choice that an older page had is not among ours.
      form.elements[name].value ||= "";
    }
    filter();
  }

  function keep() {
    filter();
    const mark = write(readForm());
    try {
      history.replaceState(history.state, "", mark ? `#${mark}` : location.pathname + location.search);
    } catch {
      // Opened from a disk, some browsers keep the address as it is.
    }
  }

  form.addEventListener("input", keep);
  form.addEventListener("reset", () => setTimeout(keep));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => {
    const chosen = read(location.hash.slice(1));
    if (chosen) {
      apply(chosen);
    }
  });

  // Draft

  const draft = document.getElementById("draft").parentElement;
  const area = draft.querySelector("textarea");
  const rows = draft.querySelector(".gb-draft-list");
  const bar = make("button", "gb-draft-bar", "");
  bar.type = "button";
  draft.before(bar);

  // The bar leads to the draft, and leaves when it is there.
  let isSeen = false;
  new IntersectionObserver(([entry]) => {
    isSeen = entry.isIntersecting;
    bar.hidden = isSeen || !list(area.value).length;
  }).observe(draft);

  const tellDraft = () => {
    const number = list(area.value).length;
    return `Your draft: ${number} line${number === 1 ? "" : "s"}`;
  };

  function makeRow({ text }, position, all) {
    const row = make("li", "", "");
    row.append(make("span", "gb-draft-line", text));
    const tools = make("span", "gb-draft-moves", "");
    for (const [name, sign, label, change] of [
      ["up", "↑", "Move up", (value) => move(value, position, -1)],
      ["down", "↓", "Move down", (value) => move(value, position, 1)],
      ["remove", "×", "Remove", (value) => remove(value, position)],
    ]) {
      const button = makeButton("gb-move", sign, `${label}: “${text}”`);
      button.dataset.move = name;
      button.disabled = (name === "up" && !position) || (name === "down" && position === all.length - 1);
      button.addEventListener("click", () => {
        draw(change(area.value));
        const next = position + ({ up: -1, down: 1 }[name] ?? 0);
        focusRow(Math.min(next, rows.childElementCount - 1), name);
        status.textContent = name === "remove" ? `Removed. ${tellDraft()}` : `Now line ${next + 1}`;
      });
      tools.append(button);
    }
    row.append(tools);
    return row;
  }

  /** Stay with the phrase that moved, on the same button if it still does something. */
  function focusRow(position, name) {
    const row = rows.children[position];
    const button = row?.querySelector(`[data-move=${name}]:enabled`) ?? row?.querySelector("button:enabled");
    (button ?? area).focus();
  }

  function store(text) {
    try {
      if (text) {
        sessionStorage.setItem(KEY, text);
      } else {
        sessionStorage.removeItem(KEY);
      }
    } catch {
      // No storage: the draft holds for this page.
    }
  }

  function draw(text) {
    if (area.value !== text) {
      area.value = text;
    }
    const lines = list(text);
    rows.replaceChildren(...lines.map(makeRow));
    draft.classList.toggle("gb-draft--empty", !lines.length);
    draft.querySelector(".gb-draft-blank").hidden = !hasBlank(text);
    bar.hidden = isSeen || !lines.length;
    bar.textContent = tellDraft();
    store(text);
  }

  area.addEventListener("input", () => draw(area.value));
  draft.querySelector(".gb-draft-copy").addEventListener("click", (event) => copyFrom(event.currentTarget, area.value.trim()));
  draft.querySelector(".gb-draft-clear").addEventListener("click", () => {
    draw("");
    area.focus();
    status.textContent = "The draft is empty";
  });
  bar.addEventListener("click", () => {
    draft.scrollIntoView();
    area.focus({ preventScroll: true });
  });

  // What one must not say never leaves the page without saying so.

  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (selection.isCollapsed || event.target.closest?.("textarea, input")) {
      return;
    }
    const range = selection.getRangeAt(0);
    const items = [...document.querySelectorAll(".gb-avoided")];
    if (!items.some((item) => range.intersectsNode(item))) {
      return;
    }
    const part = document.createElement("div");
    part.append(range.cloneContents());
    const inside = items.find((item) => item.contains(range.commonAncestorContainer));
    if (inside) {
      const item = make("p", "gb-avoided", "");
      item.append(...part.childNodes);
      part.append(item);
    }
    for (const element of part.querySelectorAll(".gb-hidden, .gb-dont, button")) {
      element.remove();
    }
    for (const item of part.querySelectorAll(".gb-avoided")) {
      item.prepend("(Don’t say:) ");
    }
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      walker.currentNode.data = walker.currentNode.data.replace(/\s+/g, " ");
    }
    for (const element of part.querySelectorAll("li, h2, h3, p, br")) {
      element.after("\n");
    }
    const text = part.textContent.replace(/ *\n\s*/g, "\n").trim();
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  });

  let kept = "";
  try {
    kept = sessionStorage.getItem(KEY) ?? "";
  } catch {
    // No storage: start empty.
  }
  draw(kept);
  const chosen = read(location.hash.slice(1));
  if (chosen) {
    apply(chosen);
  } else {
    filter();
  }
})();
