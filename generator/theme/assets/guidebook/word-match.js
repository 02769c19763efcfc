/* Whether a text holds words that somebody typed to find it, as values. Pure. */
"use strict";

globalThis.guidebookWordMatch = (() => {
  const split = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/[’‘']/g, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);

  /** Whether a text has all words that are `wanted`, as `split` gave them, or their beginnings. */
  function holds(text, wanted) {
    const words = wanted.length ? split(text) : [];
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  }

  return { split, holds };
})();
