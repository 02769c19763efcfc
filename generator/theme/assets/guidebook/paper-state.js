/* Which paper a reader prints on. Pure. */
"use strict";

globalThis.guidebookPaper = (() => {
  const OF_LETTER = new Set(["US", "CA", "MX", "PH", "CO", "CL", "VE", "CR", "GT", "PA", "DO", "PR"]);

  /** The paper that is usual where the reader is. */
  const choose = (language) =>
    OF_LETTER.has(language.split("-").at(-1).toUpperCase()) ? "letter" : "a4";

  return { choose };
})();
