/* A quiet line on a page that has changed since it was last read here; never on a shared computer. */
"use strict";

(() => {
  const READ = 8000; // ms that a page is open until it counts as read
  const line = document.querySelector(".gb-seen");
  const storage = guidebookTickStorage;
  const { page, print } = line.dataset;
  const name = `seen.${page}`;
  const keep = () => storage.write(name, print);
  let isShown = false;
  let timer;

  /** Once shown, it stays shown, though it counts as read by now: whatever is kept meanwhile redraws it. */
  function draw() {
    const { isChanged, isNew } = guidebookSeen.judge(print, storage.read(name));
    isShown = isChanged || (isShown && !isNew);
    line.hidden = !isShown;
    if (isNew) {
      keep();
    }
  }

  /** What nobody looks at, as in a tab behind another, is not read. */
  function read() {
    clearTimeout(timer);
    if (document.visibilityState === "visible") {
      timer = setTimeout(keep, READ);
    }
  }

  storage.watch(draw);
  draw();
  line.querySelector("a")?.addEventListener("click", keep);
  document.addEventListener("visibilitychange", read);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) {
      isShown = false; // who comes back may have read it meanwhile
      draw();
    }
  });
  read();
})();
