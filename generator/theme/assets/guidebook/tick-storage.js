/*
  Where ticks are kept: in this browser, under names of this guidebook alone, since all pages on a
  disk share one storage. A shared computer keeps none; its switch is in the menu and by a list.
*/
"use strict";

globalThis.guidebookTickStorage = (() => {
  const own = `guidebook.${document.querySelector("meta[name=guidebook]")?.content}.`;
  const ticks = `${own}ticks.`;
  const flag = `${own}shared`;
  const switches = [...document.querySelectorAll(".gb-shared input")];
  const watchers = [];
  let storage = findStorage();
  let shared = storage?.getItem(flag) === "yes";

  /** The storage, or null where the browser has none, or takes nothing. */
  function findStorage() {
    try {
      localStorage.setItem(`${own}try`, "");
      localStorage.removeItem(`${own}try`);
      return localStorage;
    } catch {
      return null;
    }
  }

  const isShared = () => shared;
  const keeps = () => Boolean(storage) && !shared;
  const read = (name) => (keeps() ? storage.getItem(ticks + name) : null);

  /** Keep a text, or forget it if there is none. */
  function write(name, text) {
    if (!keeps()) {
      return;
    }
    try {
      if (text === null) {
        storage.removeItem(ticks + name);
      } else {
        storage.setItem(ticks + name, text);
      }
    } catch {
      storage = null;
      draw();
    }
  }

  /** The mark of a shared computer names nobody, so it may stay when all ticks go. */
  function share(on) {
    shared = on;
    if (on) {
      for (const name of Object.keys(storage).filter((one) => one.startsWith(ticks))) {
        storage.removeItem(name);
      }
      storage.setItem(flag, "yes");
    } else {
      storage.removeItem(flag);
    }
    draw();
  }

  /** `watcher` is called after a change here, or of one that another tab made. */
  const watch = (watcher) => watchers.push(watcher);

  function draw(elsewhere = false) {
    for (const input of switches) {
      input.checked = shared;
      input.closest(".gb-shared").hidden = !storage;
    }
    for (const watcher of watchers) {
      watcher(elsewhere);
    }
  }

  for (const input of switches) {
    input.addEventListener("change", () => share(input.checked));
  }

  function look() {
    shared = storage?.getItem(flag) === "yes";
    draw(true);
  }
  addEventListener("storage", ({ key }) => {
    if (key === null || key === flag || key.startsWith(ticks)) {
      look();
    }
  });
  // A page that comes back as it was left may show what the next person should not see.
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  draw();

  return { own, isShared, keeps, read, write, watch };
})();
