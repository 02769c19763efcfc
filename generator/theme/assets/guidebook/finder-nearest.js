/*
  How near a query is to what people type: to titles, search words and what others typed, line by line.
  A line is a vector of its words, and one of the trigrams of their stems, so that slips and other forms
  count as far as they are alike; rare ones weigh more (TF-IDF, cosines). A page is as near as the best
  few of its lines: a k-nearest-neighbour classifier. Emergencies are left to words of danger, and to
  what is learned of theirs.
*/
"use strict";

globalThis.guidebookFinderNearest = (() => {
  const { key } = guidebookFinderWords;
  const { remember } = guidebookFinderLookup;
  const { make: makeBest, offer } = guidebookFinderBest;

  const TYPED = new Set(["title", "search", "typed"]);
  const OTHERS = new Set(["emergency", "branch"]);
  const SHARES = [1, 0.7, 0.5, 0.3, 0.2]; // of the best lines of a page
  const ALIKE = 0.1; // of two words: below, their trigrams say nothing

  /** So rare is what so many of the lines hold. */
  const measureRarity = (lines, all) => Math.log((1 + all) / (1 + lines)) + 1;

  const cutTrigrams = (stem) => {
    const whole = ` ${stem} `;
    return Array.from({ length: whole.length - 2 }, (_, at) => whole.slice(at, at + 3));
  };

  /** How many lines hold each word, by its number; last, how many there are. */
  function countLines(lookup) {
    const counts = new Uint32Array(lookup.numbers.size + 1);
    for (const { field, words } of lookup.passages) {
      if (TYPED.has(field)) {
        counts[counts.length - 1] += 1;
        for (const word of new Set(words)) {
          counts[word] += 1;
        }
      }
    }
    return counts;
  }

  const TOGETHER = 500; // words, between two pauses

  /** What words and trigrams weigh, and in which words each trigram is. It pauses as `build` does. */
  function* learn(lookup) {
    lookup.lines ??= countLines(lookup);
    const counts = lookup.lines;
    const all = counts.at(-1);
    const grams = new Map();
    const cut = [];
    for (const [stem, number] of lookup.numbers) {
      cut[number] = cutTrigrams(stem);
      for (const gram of cut[number]) {
        const one = grams.get(gram) ?? { lines: 0, words: [], worth: 0 };
        one.lines += counts[number];
        one.words.push(number);
        grams.set(gram, one);
      }
      if (number % TOGETHER === 0) {
        yield;
      }
    }
    for (const one of grams.values()) {
      one.worth = measureRarity(one.lines, all) ** 2;
    }
    lookup.nearest = {
      worths: Float64Array.from(cut, (_, number) => measureRarity(counts[number], all) ** 2),
      masses: Float64Array.from(cut, (own) => own.reduce((sum, gram) => sum + grams.get(gram).worth, 0)),
      unknown: measureRarity(0, all) ** 2, // worth what no line holds
      grams,
      // Of the two vectors of a passage; 0 if it is no line that counts.
      lengths: [new Float64Array(0), new Float64Array(0)],
      // The words of lines that count, each once, one line after the other; and where each begins.
      held: new Uint32Array(0),
      starts: new Uint32Array(1),
    };
    yield;
    measureLengths(lookup);
  }

  /** A typed row of numbers, with others after it. */
  function join(row, others) {
    const all = new row.constructor(row.length + others.length);
    all.set(row);
    all.set(others, row.length);
    return all;
  }

  /** The lengths of passages that were added since, and the words of them that are lines. */
  function measureLengths(lookup) {
    const { worths, masses, lengths } = lookup.nearest;
    const known = lengths[0].length;
    if (known === lookup.passages.length) {
      return;
    }
    const isLine = ({ document, field }) =>
      TYPED.has(field) && !OTHERS.has(lookup.documents[document].kind);
    const measure = (own) => (passage) =>
      isLine(passage) ? Math.sqrt(passage.words.reduce((sum, word) => sum + own[word], 0)) : 0;
    const added = lookup.passages.slice(known);
    const held = added.map((passage) => (isLine(passage) ? [...new Set(passage.words)] : []));
    let end = lookup.nearest.held.length;
    const ends = held.map(({ length }) => (end += length));
    lookup.nearest.held = join(lookup.nearest.held, held.flat());
    lookup.nearest.starts = join(lookup.nearest.starts, ends);
    lookup.nearest.lengths = [worths, masses].map((own, at) => join(lengths[at], added.map(measure(own))));
  }

  /** How much of the trigrams of a word others have, by their numbers; and how much it has itself. */
  function listAlike(learned, stem) {
    const shared = new Map();
    let mass = 0;
    for (const gram of cutTrigrams(stem)) {
      const { worth = learned.unknown, words = [] } = learned.grams.get(gram) ?? {};
      mass += worth;
      for (const word of words) {
        shared.set(word, (shared.get(word) ?? 0) + worth);
      }
    }
    const isAlike = ([word, worth]) => worth >= ALIKE * Math.sqrt(mass * learned.masses[word]);
    return { mass, alike: [...shared].filter(isAlike) };
  }

  /** What each word says of a query, itself and by its trigrams; and how much all of the query is. */
  function weighWords(lookup, learned, stems) {
    const byWords = new Float64Array(lookup.numbers.size);
    const byTrigrams = new Float64Array(lookup.numbers.size);
    const wholes = [0, 0];
    for (const [stem, forms] of stems) {
      const worth = learned.worths[lookup.numbers.get(stem)] ?? learned.unknown;
      wholes[0] += worth;
      for (const [form, share] of forms) {
        byWords[form] += share * Math.sqrt(worth * learned.worths[form]);
      }
      const { mass, alike } = remember(lookup, `${stem} alike`, () => listAlike(learned, stem));
      wholes[1] += mass;
      for (const [word, shared] of alike) {
        byTrigrams[word] += shared;
      }
    }
    return { byWords, byTrigrams, wholes: wholes.map(Math.sqrt) };
  }

  /** Each of the best lines counts less than the one before. */
  function weighBest({ size, scores }, owner) {
    let sum = 0;
    for (let at = 0; at < size; at += 1) {
      sum += SHARES[at] * scores[owner * size + at];
    }
    return sum;
  }

  /** How near each document is, by its place: those with lines that a query has `touched`. */
  function measureNearness(lookup, units, touched) {
    if (!lookup.nearest) {
      Array.from(learn(lookup));
    }
    measureLengths(lookup);
    const { held, starts, lengths: [ofWords, ofTrigrams] } = lookup.nearest;
    const stems = new Map(units.map(({ word, forms }) => [key(word), forms]));
    const { byWords, byTrigrams, wholes } = weighWords(lookup, lookup.nearest, stems);
    const count = lookup.documents.length;
    const best = wholes.map(() => makeBest(count, SHARES.length));
    for (const passage of touched) {
      const [start, end] = [starts[passage], starts[passage + 1]];
      if (start < end) {
        let [near, alike] = [0, 0];
        for (let at = start; at < end; at += 1) {
          near += byWords[held[at]];
          alike += byTrigrams[held[at]];
        }
        const owner = lookup.owners[passage];
        offer(best[0], owner, near / ofWords[passage], passage);
        offer(best[1], owner, alike / ofTrigrams[passage], passage);
      }
    }
    const measure = (_, owner) =>
      weighBest(best[0], owner) / wholes[0] + weighBest(best[1], owner) / wholes[1];
    return Float64Array.from({ length: count }, measure);
  }

  return { countLines, learn, measureNearness };
})();
