/*
  What comes when the page is there: the browser may keep the site for times without a network, and the page
  is compared with the site.
*/
"use strict";

(() => {
  const { worker, every } = document.currentScript.dataset;
  if (location.protocol === "file:") {
    return;
  }
  const workers = navigator.serviceWorker;
  // Later than what the reader waits for; nothing is taken ahead for those who save data.
  const PATIENCE = 3_000;
  // Chromium may never change workers if it is asked to while one still answers what a page loads.
  const SETTLED = 1_000;
  const isKept = Boolean(workers?.controller);

  async function install() {
    if (!workers || !worker || (!isKept && navigator.connection?.saveData)) {
      return;
    }
    try {
      await workers.register(guidebookLoader.trusted.createScriptURL(worker));
    } catch {
      // No storage left, or the browser forbids it: the site works as long as there is a network.
    }
  }

  async function start() {
    install();
    if (every) {
      try {
        await guidebookLoader.load("edition.js");
        guidebookEditionWatch.start({ every: Number(every) * 1000, isKept });
      } catch {
        // Without it the page is as it was when it was opened.
      }
    }
  }

  addEventListener("load", () => setTimeout(start, isKept ? SETTLED : PATIENCE));
})();
