/* The search box before its first use: what it needs is loaded when somebody goes to it. */
"use strict";

(() => {
  const form = document.querySelector(".gb-finder");
  if (!form) {
    return;
  }
  const input = form.querySelector(".gb-finder-input");
  const panel = form.querySelector(".gb-results");
  const empty = form.querySelector(".gb-results-empty");
  const status = form.querySelector(".gb-finder-status");
  const LOADING = "Loading the search …";
  const FAILED = "The search could not be loaded. Go on from the menu, or try again.";
  let loading;
  let isReady = false;

  async function start() {
    const needed = ["finder-engine.css", "finder-engine.js", "../../finder/first.js"];
    await Promise.all(needed.map(guidebookLoader.load));
    const rest = guidebookLoader.load("../../finder/rest.js");
    await guidebookFinder.start({ form, top: guidebookLoader.top, rest });
    isReady = true;
  }

  function load() {
    loading ??= start().then(
      () => drawNotice(""),
      () => {
        loading = undefined;
        drawNotice(input.value.trim() ? FAILED : "");
      },
    );
    return loading;
  }

  /** What is shown instead of answers, until there are some. */
  function drawNotice(text) {
    if (isReady) {
      panel.classList.remove("gb-results--loading");
      return;
    }
    panel.hidden = !text;
    empty.hidden = !text;
    empty.textContent = text;
    panel.classList.toggle("gb-results--loading", text === LOADING);
    status.textContent = text;
  }

  // On its way to the box, a pointer is half a second before the first letter.
  form.addEventListener("pointerenter", load);
  input.addEventListener("focus", load);
  input.addEventListener("input", () => {
    if (!isReady) {
      drawNotice(input.value.trim() ? LOADING : "");
      load();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!isReady) {
      await load();
      if (isReady) {
        form.requestSubmit();
      }
    }
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    // No key alone: to who speaks to the computer, a word would be one (WCAG 2.1.4).
    const isHeld = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isHeld && !typing && event.key.toLowerCase() === "k") {
      event.preventDefault();
      document.getElementById("gb-menu")?.hidePopover?.();
      input.focus();
      input.select();
    }
  });
})();
