/* The panel at the foot of the screen: how much of it is open, and how high it is. */
"use strict";

globalThis.guidebookPanel = (() => {
  const { isOpen } = guidebookPreview;
  const SMALL = matchMedia("(max-width: 40em), (max-height: 30em)");
  const watch = new ResizeObserver(([{ target }]) => rise(target));
  const find = () => document.querySelector(".gb-preview");
  const listFolds = () => [...find().querySelectorAll("details")];

  /* What is above the panel rises with it; but a key that is pressed stays below the finger. */
  function rise(panel) {
    if (document.querySelector(":is(.gb-editor-bar, .gb-form-foot):active")) {
      addEventListener("click", () => rise(panel), { once: true });
    } else if (panel.isConnected) { // one that was exchanged has no height
      document.documentElement.style.setProperty("--gb-foot", `${panel.offsetHeight}px`);
    }
  }

  /** Follow the panel that is there now; `wereOpen` are the folds of the one before. */
  function settle(wereOpen = []) {
    listFolds().forEach((fold, place) => {
      const wasOpen = Boolean(wereOpen[place]);
      fold.open = isOpen({ isUrgent: fold.open, wasOpen, isSmall: SMALL.matches });
    });
    watch.disconnect();
    watch.observe(find());
  }

  /** Leave a small screen to who writes. */
  function closeIfSmall() {
    if (SMALL.matches) {
      for (const fold of listFolds()) {
        fold.open = false;
      }
    }
  }

  /** The panel becomes another one: what is open in it stays so, and whoever is on one of its links too. */
  function exchange(fresh) {
    const { activeElement } = document;
    const link = find().contains(activeElement) ? activeElement.getAttribute("href") : null;
    const wereOpen = listFolds().map(({ open }) => open);
    find().replaceWith(document.adoptNode(fresh));
    settle(wereOpen);
    const links = [...find().querySelectorAll("a")];
    links.find((one) => one.getAttribute("href") === link)?.focus({ preventScroll: true });
  }

  settle();

  return { closeIfSmall, exchange, find };
})();
