/*
  What lists say of what is kept in this browser, as values. Pure: no page, no storage.
*/
"use strict";

globalThis.guidebookLists = (() => {
  /** How far a checklist is. `kept` are its ticks as they were kept, `boxes` how many it has. */
  function describeProgress(kept, boxes) {
    const ticked = Object.values(kept?.ticks ?? {}).filter(Boolean).length;
    const count = Math.min(ticked, boxes);
    const isDone = count === boxes;
    return {
      share: count / boxes,
      words: count ? (isDone ? "Done" : `${count} of ${boxes}`) : "",
      start: count && !isDone ? "Go on" : "Start",
    };
  }

  return { describeProgress };
})();
