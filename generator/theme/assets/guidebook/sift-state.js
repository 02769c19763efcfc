/* Which entries of a long list are shown, by words and by kind, as values. Pure. */
"use strict";

globalThis.guidebookSift = (() => {
  const { split, holds } = guidebookWordMatch;

  /**
   * Which entries are shown: each has all the words, or the beginnings of them, in itself or in the
   * heading of its part. Parts are `{ heading, entries: [{ text, kind }] }`; as many lists of yes or no.
   */
  function choose(parts, { words, kind }) {
    const wanted = split(words);
    return parts.map(({ heading, entries }) =>
      entries.map(
        (entry) => (!kind || entry.kind === kind) && holds(`${heading} ${entry.text}`, wanted),
      ),
    );
  }

  const isAsked = ({ words, kind }) => Boolean(split(words).length || kind);

  /** What is said of it, for the eye and the ear. */
  function describe(shown) {
    const all = shown.flat();
    const count = all.filter(Boolean).length;
    return count ? `${count} of ${all.length}` : "Nothing here has all of that. Try fewer words.";
  }

  return { choose, describe, isAsked };
})();
