/* Keeps the screen on for as long as a page wants it, where the browser can do that. */
"use strict";

globalThis.guidebookWakeLock = (() => {
  let lock = null;
  let isAsked = false;
  let isWanted = false;

  async function ask() {
    if (isAsked || lock || !navigator.wakeLock || document.visibilityState !== "visible") {
      return;
    }
    isAsked = true;
    try {
      lock = await navigator.wakeLock.request("screen");
      // The browser takes it away from a page that is out of sight.
      lock.addEventListener("release", () => {
        lock = null;
      });
    } catch {
      // Not allowed, or the battery runs low: the screen goes dark as ever.
    }
    isAsked = false;
    if (!isWanted) {
      lock?.release();
    }
  }

  function want(wanted) {
    isWanted = wanted;
    if (isWanted) {
      ask();
    } else {
      lock?.release();
    }
  }

  document.addEventListener("visibilitychange", () => isWanted && ask());
  return { want };
})();
