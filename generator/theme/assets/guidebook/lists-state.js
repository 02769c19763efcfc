/*
  What lists say of what is kept in this browser, as values. Pure: no page, no storage.
*/
"use strict";

globalThis.guidebookLists = (() => {
  const OF_LETTER = new Set(["US", "CA", "MX", "PH", "CO", "CL", "VE", "CR", "GT", "PA", "DO", "PR"]);

  /** How far a checklist is. `kept` are its ticks as they were kept, `boxes` how many it has. */
  function tellProgress(kept, boxes) {
    const ticked = Object.values(kept?.ticks ?? {}).filter(Boolean).length;
    const count = Math.min(ticked, boxes);
    const isDone = count === boxes;
    return {
      share: count / boxes,
      words: count ? (isDone ? "Done" : `${count} of ${boxes}`) : "",
      start: count && !isDone ? "Go on" : "Start",
    };
  }

  /** The paper that is usual where the reader is. */
  const choosePaper = (language) =>
    OF_LETTER.has(language.split("-").at(-1).toUpperCase()) ? "letter" : "a4";

  return { tellProgress, choosePaper };
})();
