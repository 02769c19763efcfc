/*
  For the build of a large guidebook alone: which words there are, what each weighs, and the lines with
  each, in so many parts, as JSON. `finder-parts.js` reads what `word_parts.py` makes of it.
*/
"use strict";

globalThis.guidebookFinderParted = (() => {
  /** All words in the order of the alphabet; their numbers are those of the first of each. */
  function listWords(lookup) {
    const words = [...lookup.words.keys()].sort();
    const order = new Map();
    for (const word of words) {
      const number = lookup.words.get(word);
      if (!order.has(number)) {
        order.set(number, order.size);
      }
    }
    return { words, numbers: [...order.keys()] };
  }

  function markWord(lookup, word) {
    const number = lookup.words.get(word);
    const marks = [
      lookup.prose.has(number),
      lookup.spelled.has(number),
      lookup.plain.has(word),
      lookup.slang.has(word),
      lookup.places[number] !== undefined,
    ];
    return marks.reduce((sum, isSo, place) => sum + (isSo ? 2 ** place : 0), 0);
  }

  /** Where parts begin, by the places of words, so that all are about as large. */
  function cut(sizes, count) {
    const all = sizes.reduce((sum, size) => sum + size, 0) || 1;
    const starts = [];
    let sum = 0;
    for (const [place, size] of sizes.entries()) {
      // A word belongs where the middle of its lines is.
      const part = Math.min(count - 1, Math.floor(((sum + size / 2) / all) * count));
      while (starts.length <= part) {
        starts.push(place);
      }
      sum += size;
    }
    while (starts.length < count) {
      starts.push(sizes.length);
    }
    return starts;
  }

  /** `fields` are those whose lines are in parts, `count` is how many parts there are. */
  function list(lookup, fields, count) {
    const { words, numbers } = listWords(lookup);
    const urgency = guidebookFinderDanger.findUrgency(lookup);
    const lines = guidebookFinderNearest.countLines(lookup);
    const isParted = (passage) => fields.includes(lookup.passages[passage].field);
    const held = numbers.map((number) => (lookup.places[number] ?? []).filter(isParted));
    const sizes = held.map((own) => own.reduce((sum, one) => sum + lookup.passages[one].text.length, 0));
    const starts = cut(sizes, count);
    const parts = starts.map((start, part) => {
      const own = held.slice(start, starts[part + 1] ?? held.length).flat();
      return [...new Set(own)].sort((one, other) => one - other);
    });
    return {
      words,
      marks: words.map((word) => markWord(lookup, word)),
      weights: numbers.map((number) => lookup.weights[number]),
      urgency: numbers.map((number) => urgency[number]),
      lines: [...numbers, lookup.numbers.size].map((number) => Math.log1p(lines[number])),
      starts,
      parts: parts.map((own) => {
        const lines = own.map((one) => lookup.passages[one]);
        return JSON.stringify(lines.map(({ document, field, text }) => [document, field, text]));
      }),
    };
  }

  return { list };
})();
