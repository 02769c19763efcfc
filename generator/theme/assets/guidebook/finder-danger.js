/*
  Words of danger in a query: what may be read from each place of it, which rows of words are met,
  and where they lead. It finds the way to an emergency, whatever else the query holds.
*/
"use strict";

globalThis.guidebookFinderDanger = (() => {
  const { readTyped, hear } = guidebookFinderWords;
  const { listNear, remember } = guidebookFinderLookup;

  // Words between two words of danger that change nothing: "baby in the car" is "baby in car".
  const FILLERS = new Set(
    "a an the me my his her their is are was has have had he she they and just now then".split(" "),
  );

  /** A word of danger for a mistyped one, unless it may as well be a harmless word. */
  function mendDanger(lookup, typed) {
    const word = hear(lookup.words, typed);
    if (word.length < 6 || lookup.words.has(word)) {
      return word;
    }
    const near = listNear(lookup, word, 1).words.map((one) => one.word);
    return near.length && !near.some((other) => lookup.plain.has(other)) ? near[0] : word;
  }

  /**
   * What may be read from one place on: the word that stands there, and each word that means the
   * same as it, or as the longest phrase that begins there. A word, with the place after it.
   */
  function listReadings(lookup, words, at) {
    const meant = (lookup.phrases.get(words[at]) ?? []).filter(({ words: phrase }) =>
      phrase.every((word, step) => words[at + step] === word),
    );
    const longest = Math.max(...meant.map((one) => one.words.length));
    const others = meant.filter((one) => one.words.length === longest).flatMap((one) => one.others);
    return [
      { word: words[at], to: at + 1 },
      ...others.map((word) => ({ word, to: at + longest })),
    ];
  }

  /** Up to where the rest of a row is met from one place on, past words that say nothing; or 0. */
  function follow(readings, words, rest, at) {
    if (!rest.length) {
      return at;
    }
    for (let place = at; place < words.length; place += 1) {
      for (const { word, to } of readings[place]) {
        const end = word === rest[0] ? follow(readings, words, rest.slice(1), to) : 0;
        if (end) {
          return end;
        }
      }
      if (!FILLERS.has(words[place])) {
        break;
      }
    }
    return 0;
  }

  /** Where a row of words is met, as places from and to. */
  function locate(readings, words, row) {
    for (const from of words.keys()) {
      for (const { word, to: next } of readings[from]) {
        const to = word === row[0] ? follow(readings, words, row.slice(1), next) : 0;
        if (to) {
          return { from, to };
        }
      }
    }
    return undefined;
  }

  /** Rows of words of danger that are met, each with where, and how many words it has. */
  function listMet(lookup, words, readings) {
    const met = [];
    for (const from of words.keys()) {
      for (const { word, to: next } of readings[from]) {
        for (const { words: row, document } of lookup.danger.get(word) ?? []) {
          const isLiteral = row.length > 1 || word === words[from];
          const to = isLiteral ? follow(readings, words, row.slice(1), next) : 0;
          if (to) {
            met.push({ document, spans: [{ from, to }], length: row.length });
          }
        }
      }
    }
    const all = new Set(readings.flat().map(({ word }) => word));
    for (const { document, rows } of lookup.pairs) {
      if (rows.every(([first]) => all.has(first))) {
        const spans = rows.map((row) => locate(readings, words, row));
        if (spans.every(Boolean)) {
          met.push({ document, spans, length: rows.flat().length });
        }
      }
    }
    return met;
  }

  const count = ({ spans }) => spans.reduce((sum, { from, to }) => sum + to - from, 0);

  /**
   * Whether one says less than the other: a row inside a longer one, or one that shares a word with
   * words that count together. "knife stuck in" is a wound, whatever "knife" alone would be.
   */
  function isLess(one, other) {
    const isTogether = other.spans.length > 1;
    const more = isTogether ? count(other) - count(one) : other.length - one.length;
    if (more < 0 || (more === 0 && (!isTogether || one.spans.length > 1))) {
      return false;
    }
    const isPart = (span, whole) =>
      isTogether
        ? span.from < whole.to && whole.from < span.to
        : whole.from <= span.from && span.to <= whole.to;
    return one.spans.every((span) => other.spans.some((whole) => isPart(span, whole)));
  }

  /**
   * The documents that words of danger lead to, with how many words met. A word alone counts as it
   * is written; in a row of words, each may be met by what means the same.
   */
  function listAlarms(lookup, query) {
    const words = readTyped(query).map((word) =>
      remember(lookup, `${word} danger`, () => mendDanger(lookup, word)),
    );
    const readings = words.map((_, at) => listReadings(lookup, words, at));
    const met = listMet(lookup, words, readings);
    // What leads to a page hides nothing that leads to a branch of that page.
    const isOfPage = (one, other) => {
      const [branch, page] = [one, other].map(({ document }) => lookup.documents[document].id);
      return branch.startsWith(`${page}#`);
    };
    const isHidden = (one) => met.some((other) => isLess(one, other) && !isOfPage(one, other));
    const longest = new Map();
    for (const one of met.filter((each) => !isHidden(each))) {
      longest.set(one.document, Math.max(longest.get(one.document) ?? 0, one.length));
    }
    return [...longest].map(([document, length]) => ({ document, length }));
  }

  return { listAlarms };
})();
