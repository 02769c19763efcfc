/* What the search box shows, as values: each function takes a state and returns the next. */
"use strict";

globalThis.guidebookFinderState = (() => {
  const CLOSED = { query: "", answers: [], active: -1, open: false, found: 0, near: 0 };

  /** `answers` are what was found; the first of the `ways` is before them where none is `sure`. */
  function type(query, { answers, sure }, ways) {
    if (!query.trim()) {
      return CLOSED;
    }
    const unsure = answers.length ? [...ways.slice(0, 1), ...answers] : ways;
    const shown = sure ? answers : unsure;
    const found = sure ? answers.length : 0;
    return { query, answers: shown, active: shown.length ? 0 : -1, open: true, found, near: answers.length };
  }

  /** One answer down or up, round the ends. */
  function move(state, step) {
    const count = state.answers.length;
    if (!count) {
      return state;
    }
    return { ...state, open: true, active: (state.active + step + count) % count };
  }

  const close = (state) => ({ ...state, open: false });

  /** What a screen reader announces. */
  function describe({ query, open, found, near }) {
    if (!open || !query.trim()) {
      return "";
    }
    if (!found) {
      return near
        ? "Nothing here clearly answers this. Help me now and what is nearest follow."
        : "No answer for these words. Ways to go on follow.";
    }
    return found === 1 ? "1 answer" : `${found} answers`;
  }

  return { CLOSED, type, move, close, describe };
})();
