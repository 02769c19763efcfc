/*
  The best few of what is offered for each of many owners, the best first; of two alike the one that
  came first. In typed arrays: at every letter thousands of lines are offered, and hardly any is kept.
*/
"use strict";

globalThis.guidebookFinderBest = (() => {
  /** Space for so many each. */
  const make = (owners, size) => ({
    size,
    counts: new Uint8Array(owners),
    scores: new Float64Array(owners * size),
    names: new Uint32Array(owners * size),
  });

  /** What something has to be better than to be kept. */
  const findLeast = ({ size, counts, scores }, owner) =>
    counts[owner] < size ? -1 : scores[owner * size + size - 1];

  /** Keep a number under a score from 0 on, if it is among the best. */
  function offer(best, owner, score, name) {
    const { size, counts, scores, names } = best;
    if (score <= findLeast(best, owner)) {
      return;
    }
    const start = owner * size;
    let at = start + Math.min(counts[owner], size - 1);
    for (; at > start && scores[at - 1] < score; at -= 1) {
      scores[at] = scores[at - 1];
      names[at] = names[at - 1];
    }
    scores[at] = score;
    names[at] = name;
    counts[owner] = Math.min(counts[owner] + 1, size);
  }

  /** What was kept for an owner, the best first. */
  const list = ({ size, counts, scores, names }, owner) =>
    Array.from({ length: counts[owner] }, (_, at) => ({
      name: names[owner * size + at],
      score: scores[owner * size + at],
    }));

  return { make, findLeast, offer, list };
})();
