/* Lets the browser keep the site for times without a network, and announces a newer version. */
"use strict";

(() => {
  const address = document.currentScript.dataset.worker;
  const workers = location.protocol === "file:" ? undefined : navigator.serviceWorker;
  if (!workers || !address) {
    return;
  }
  const { make, makeButton } = guidebookElements;
  // Later than what the reader waits for; nothing is taken ahead for those who save data.
  const PATIENCE = 3_000;
  const HOUR = 3_600_000;
  const isKept = Boolean(workers.controller);

  async function start() {
    if (!isKept && navigator.connection?.saveData) {
      return;
    }
    try {
      const registration = await workers.register(guidebookLoader.trusted.createScriptURL(address));
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

  /** This page stays as it is until its reader moves on. */
  function tellNewer() {
    const told = make("p");
    const show = makeButton("gb-button", "Show it");
    const close = makeButton("gb-close", "", "Close");
    const bar = make("aside", "gb-newer", told, show, close);
    told.setAttribute("role", "status");
    bar.setAttribute("aria-label", "New version");
    show.addEventListener("click", () => location.reload());
    close.addEventListener("click", () => bar.remove());
    document.body.append(bar);
    // A screen reader announces changes only in an element that it knows.
    setTimeout(() => (told.textContent = "There is a newer version."), 100);
  }

  if (isKept) {
    workers.addEventListener("controllerchange", tellNewer, { once: true });
  }
  addEventListener("load", () => setTimeout(start, isKept ? 0 : PATIENCE));
})();
