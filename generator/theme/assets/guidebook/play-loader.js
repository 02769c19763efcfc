/* A role-play before it is played: what that needs is loaded when somebody plays it. */
"use strict";

(() => {
  const page = document.querySelector(".gb-roleplay");
  if (!page) {
    return;
  }
  const button = page.querySelector("button");
  let loading;

  /** The rounds are on the page as well, so who cannot load it loses little; a tap tries again. */
  function open() {
    loading ??= Promise.all(["role-play-mode.css", "role-play-mode.js"].map(guidebookLoader.load));
    loading.then(() => guidebookRolePlay.open()).catch(() => {
      loading = undefined;
    });
  }

  button.addEventListener("click", open);
  if (guidebookTickStorage.read(`play.${page.dataset.playbook}`)) {
    button.textContent = "Go on";
    if (location.hash === "#role-play") {
      open();
    }
  }
})();
