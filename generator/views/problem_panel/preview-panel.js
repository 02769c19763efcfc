/* The panel becomes another one: what is open in it stays so, and whoever is on one of its links too. */
"use strict";

globalThis.guidebookPanel = (() => {
  const find = () => document.querySelector(".gb-preview");
  const listFolds = () => [...find().querySelectorAll("details")];

  function exchange(fresh) {
    const { activeElement } = document;
    const link = find().contains(activeElement) ? activeElement.getAttribute("href") : null;
    const wereOpen = listFolds().map(({ open }) => open);
    find().replaceWith(document.adoptNode(fresh));
    listFolds().forEach((fold, place) => {
      fold.open ||= Boolean(wereOpen[place]);
    });
    const links = [...find().querySelectorAll("a")];
    links.find((one) => one.getAttribute("href") === link)?.focus({ preventScroll: true });
  }

  return { exchange, find };
})();
