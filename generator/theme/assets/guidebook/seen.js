/* A quiet line on a page that has changed since it was last read here; never on a shared computer. */
"use strict";

(() => {
  const READ = 8000; // ms that a page is open until it counts as read
  const line = document.querySelector(".gb-seen");
  const storage = guidebookTickStorage;
  const { page, print } = line.dataset;
  const name = `seen.${page}`;
  const keep = () => storage.write(name, print);

  function draw() {
    const { isChanged, isNew } = guidebookSeen.judge(print, storage.read(name));
    line.hidden = !isChanged;
    if (isNew) {
      keep();
    }
  }

  storage.watch(draw);
  draw();
  line.querySelector("a")?.addEventListener("click", keep);
  setTimeout(keep, READ);
})();
