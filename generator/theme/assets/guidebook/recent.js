/* Remembers the playbooks that were opened, and lists them on the first page. */
"use strict";

(() => {
  const NAME = "recent";
  const { read, add } = guidebookRecent;
  const { make } = guidebookElements;
  const { top } = guidebookLoader;
  const storage = guidebookTickStorage;
  const list = document.querySelector(".gb-recent-list");

  function makeItem({ title, path }) {
    const link = make("a", "", title);
    link.href = new URL(path, top);
    guidebookFrame.nameFile(link);
    return make("li", "", link);
  }

  function draw() {
    const pages = read(storage.read(NAME));
    list.replaceChildren(...pages.map(makeItem));
    list.closest(".gb-section").hidden = pages.length === 0;
  }

  if (list) {
    storage.watch(draw);
    draw();
  } else {
    const path = location.href.split("#")[0].slice(top.href.length).replace(/index\.html$/, "");
    const page = { title: document.querySelector("h1").textContent.trim(), path };
    storage.write(NAME, JSON.stringify(add(read(storage.read(NAME)), page)));
  }
})();
