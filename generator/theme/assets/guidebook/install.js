/* Lets the browser keep the site for times without a network, and announces a newer version. */
"use strict";

(() => {
  const address = document.currentScript.dataset.worker;
  const workers = location.protocol === "file:" ? undefined : navigator.serviceWorker;
  if (!workers || !address) {
    return;
  }
  // Later than what the reader waits for; nothing is taken ahead for those who save data.
  const PATIENCE = 3_000;
  const HOUR = 3_600_000;
  const isKept = Boolean(workers.controller);

  async function start() {
    if (!isKept && navigator.connection?.saveData) {
      return;
    }
    try {
      const registration = await workers.register(address);
      let checked = Date.now();
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible" && Date.now() - checked > HOUR) {
          checked = Date.now();
          registration.update().catch(() => {});
        }
      });
    } catch {
      // No storage left, or the browser forbids it: the site works as long as there is a network.
    }
  }

  function write(tag, text, more) {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(more)) {
      element.setAttribute(name, value);
    }
    return element;
  }

  /** This page stays as it is until its reader moves on. */
  function tellNewer() {
    const bar = write("aside", "", { class: "gb-newer", "aria-label": "New version" });
    const told = write("p", "", { role: "status" });
    const show = write("button", "Show it", { type: "button", class: "gb-newer-show" });
    const close = write("button", "", { type: "button", class: "gb-close", "aria-label": "Close" });
    show.addEventListener("click", () => location.reload());
    close.addEventListener("click", () => bar.remove());
    bar.append(told, show, close);
    document.body.append(bar);
    // A screen reader announces changes only in an element that it knows.
    setTimeout(() => (told.textContent = "There is a newer version."), 100);
  }

  if (isKept) {
    workers.addEventListener("controllerchange", tellNewer, { once: true });
  }
  addEventListener("load", () => setTimeout(start, isKept ? 0 : PATIENCE));
})();
