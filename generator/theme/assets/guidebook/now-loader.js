/* Now mode before its first use: what it needs is loaded when somebody goes to it. */
"use strict";

(() => {
  const links = document.querySelectorAll(".gb-now-way a");
  const isAsked = () => location.hash.startsWith("#now");
  const load = () => guidebookLoader.loadMode("now-mode");

  for (const link of links) {
    link.addEventListener("pointerenter", load, { once: true });
    link.addEventListener("click", async (event) => {
      const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!globalThis.guidebookNow && !isElsewhere) {
        event.preventDefault();
        await load();
        if (globalThis.guidebookNow) {
          link.click();
        } else {
          location.hash = link.hash; // the steps as they are on the page
        }
      }
    });
  }
  addEventListener("hashchange", () => isAsked() && load());
  if (isAsked()) {
    load();
  }
})();
