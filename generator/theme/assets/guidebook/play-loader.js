/* A role-play before it is played: what that needs is loaded when somebody plays it, or comes back to it. */
"use strict";

(() => {
  const button = document.querySelector(".gb-play-way");
  const load = () => guidebookLoader.loadMode("role-play-mode");

  // The rounds are on the page as well, so who cannot load it loses little.
  button?.addEventListener("click", () => load().then(() => globalThis.guidebookRolePlay?.open()));
  if (button && location.hash === "#role-play") {
    load();
  }
})();
