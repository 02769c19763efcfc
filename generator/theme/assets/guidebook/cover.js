/* Cover the screen: one key or tap shows a clock in place of the page, the next brings it back. */
"use strict";

globalThis.guidebookCover = (() => {
  const { make } = guidebookElements;
  const KEY = "F2";
  const MINUTE = 60_000;
  const title = document.title;
  let cover;
  let timer;

  function makeCover() {
    const time = make("p", "gb-cover-time");
    const day = make("p");
    const dialog = make("dialog", "gb-cover", time, day);
    dialog.setAttribute("aria-label", "Clock");
    const showTime = () => {
      const now = new Date();
      time.textContent = now.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
      day.textContent = now.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
      timer = setTimeout(showTime, MINUTE - (now % MINUTE));
    };
    dialog.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      clearTimeout(timer);
      document.title = title;
    });
    document.body.append(dialog);
    return { dialog, showTime };
  }

  function toggle() {
    cover ??= makeCover();
    if (cover.dialog.open) {
      cover.dialog.close();
      return;
    }
    for (const one of document.querySelectorAll("[popover]")) {
      one.hidePopover?.();
    }
    document.title = "Clock";
    cover.showTime();
    cover.dialog.showModal();
  }

  for (const button of document.querySelectorAll(".gb-cover-screen")) {
    button.addEventListener("click", toggle);
  }
  addEventListener("keydown", (event) => {
    if (event.key === KEY && !event.repeat) {
      event.preventDefault();
      toggle();
    }
  }, true);

  return { toggle };
})();
