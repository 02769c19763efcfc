/* The panel becomes another one, and whoever is on one of its links stays there. */
"use strict";

globalThis.guidebookPanel = (() => {
  const find = () => document.querySelector(".gb-preview");

  function exchange(fresh) {
    const { activeElement } = document;
    const link = find().contains(activeElement) ? activeElement.getAttribute("href") : null;
    find().replaceWith(document.adoptNode(fresh));
    const links = [...find().querySelectorAll("a")];
    links.find((one) => one.getAttribute("href") === link)?.focus({ preventScroll: true });
  }

  return { exchange, find };
})();
