/* The checklist of a page: draws what the state says, and keeps it. */
"use strict";

for (const form of document.querySelectorAll(".gb-check")) {
  const list = guidebookChecklist;
  const storage = guidebookTickStorage;
  const name = `${form.dataset.playbook}.${form.dataset.checklist}`;
  const find = (style) => form.querySelector(`.gb-${style}`);
  const boxes = [...form.querySelectorAll("[data-item]")];
  const items = boxes.map((box) => ({
    key: box.dataset.item,
    text: box.nextElementSibling.textContent.trim(),
  }));
  let kept = storage.read(name);
  let state = list.open(items, list.read(kept));
  let timer;

  function act(action) {
    state = list.answer(state, action);
    kept = list.keep(state);
    storage.write(name, kept);
    draw();
    // Only the last of several quick ticks is read out.
    clearTimeout(timer);
    timer = setTimeout(() => {
      find("told").textContent = list.describe(state, Date.now());
    }, 400);
  }

  function write(style, text) {
    const element = find(style);
    if (element.textContent !== text) {
      element.textContent = text;
    }
    element.hidden = !text;
  }

  function draw() {
    boxes.forEach((box, place) => {
      const { ticked, changed } = state.items[place];
      box.checked = ticked;
      drawChange(box, changed);
    });
    form.style.setProperty("--gb-done", String(list.count(state) / boxes.length));
    write("count", list.describeCount(state));
    write("done-at", list.describeDone(state, Date.now()));
    write("gone", list.describeGone(state));
    write("kept", describeKept());
    find("undo").hidden = !state.undo;
  }

  function drawChange(box, changed) {
    const id = `gb-changed-${box.dataset.item}`;
    const note = document.getElementById(id);
    if (changed && !note) {
      const text = "The words of this item changed. Check it again.";
      const made = guidebookElements.make("p", "gb-changed", text);
      made.id = id;
      box.closest("li").append(made);
      box.setAttribute("aria-describedby", id);
    } else if (!changed && note) {
      note.remove();
      box.removeAttribute("aria-describedby");
    }
  }

  function describeKept() {
    if (storage.isShared()) {
      return "Nothing is kept on this computer.";
    }
    return storage.keeps()
      ? "Ticks are kept in this browser."
      : "This browser keeps no ticks: they are gone when you leave this page.";
  }

  form.addEventListener("change", ({ target }) => {
    if (target.dataset.item) {
      const { item: key } = target.dataset;
      act({ type: "tick", key, ticked: target.checked, now: Date.now() });
    }
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    act({ type: "reset" });
  });
  find("undo").addEventListener("click", () => {
    act({ type: "undo" });
    form.querySelector("[type=reset]").focus();
  });
  guidebookClipboard.copyBy(find("copy-list"), () =>
    list.write(state, {
      title: document.querySelector("h1").textContent,
      source: [...document.querySelectorAll(".gb-foot p")].map((line) => line.textContent.trim()),
      now: Date.now(),
    }),
  );

  // The switch keeps or forgets the ticks of this page; another tab's ticks are taken over.
  storage.watch((elsewhere) => {
    if (!elsewhere) {
      storage.write(name, kept);
    } else if (storage.read(name) !== kept) {
      kept = storage.read(name);
      state = list.open(items, list.read(kept));
    }
    draw();
  });
  draw();

  // Its own button prints the checklist alone, the browser's menu the whole page.
  let alone = false;
  find("print").addEventListener("click", () => {
    alone = true;
    print();
  });
  addEventListener("beforeprint", () => {
    document.documentElement.toggleAttribute("data-sheet", alone);
    alone = false;
  });
}
