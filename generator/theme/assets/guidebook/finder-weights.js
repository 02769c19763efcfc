/*
  How much words and passages weigh: a title says more of a document than an explanation, and a rare
  word more than one that every page has.
*/
"use strict";

globalThis.guidebookFinderWeights = (() => {
  // What staff would type weighs most, what explains weighs least.
  const FIELDS = {
    search: 1,
    title: 1,
    typed: 0.8,
    signals: 0.75,
    purpose: 0.7,
    avoid: 0.65,
    say: 0.5,
    stop: 0.5,
    danger: 0.25,
    steps: 0.45,
    practice: 0.4,
    checklist: 0.4,
    why: 0.35,
    text: 0.35,
    chapter: 0.2,
  };

  const HEARD = "typed"; // what others typed who meant a page
  const isHeard = ({ field }) => field === HEARD;
  const WRITTEN = Object.keys(FIELDS).filter((field) => field !== HEARD);

  /**
   * Hands over each document that holds a word, with the most that it makes of it; what others typed is
   * left out. `most` has a 0 for each document, before and after.
   */
  function visitHolders(lookup, word, most, visit) {
    const { owners, worths, heard } = lookup;
    const places = lookup.places[word] ?? [];
    const holders = [];
    for (let at = 0; at < places.length; at += 1) {
      const passage = places[at];
      const document = owners[passage];
      if (!heard[passage]) {
        if (!most[document]) {
          holders.push(document);
        }
        most[document] = Math.max(most[document], worths[passage]);
      }
    }
    for (const document of holders) {
      visit(document, most[document]);
      most[document] = 0;
    }
  }

  /**
   * A word weighs the more, the fewer documents are about it, from nearly 0 to nearly 1: search
   * words and titles say what a document is about, explanations hardly do. So "the" weighs nothing,
   * and "listen", which occurs on every other page, weighs much.
   */
  function weigh(lookup) {
    describe(lookup);
    const count = lookup.documents.length;
    const most = new Float64Array(count);
    lookup.weights = Float64Array.from({ length: lookup.numbers.size }, (_, word) => {
      let among = 0;
      visitHolders(lookup, word, most, (_document, worth) => {
        among += worth ** 2;
      });
      return Math.max(0, Math.log(1 + (count - among + 0.5) / (among + 0.5)) / Math.log(1 + 2 * count));
    });
    addMasses(lookup);
  }

  /** What is asked of each passage at every letter. */
  function measure(lookup) {
    describe(lookup);
    addMasses(lookup);
  }

  function describe(lookup) {
    const { passages } = lookup;
    lookup.owners = Uint32Array.from(passages, (passage) => passage.document);
    lookup.worths = Float64Array.from(passages, (passage) => FIELDS[passage.field]);
    lookup.heard = Uint8Array.from(passages, (passage) => Number(isHeard(passage)));
  }

  function addMasses(lookup) {
    const { passages, weights } = lookup;
    lookup.masses = Float64Array.from(passages, ({ words }) =>
      words.reduce((sum, word) => sum + weights[word], 0),
    );
  }

  const BITS = 30; // of a number, without its sign, and without one for what follows

  /**
   * What it counts that words of a query, by twos, are side by side, and what all of them count.
   * `places` says of each word which of the query it may be, a bit each: so many of them at a time.
   */
  function weighOrder(units, count) {
    const weights = units.slice(1).map((other, at) =>
      Math.sqrt((units[at].weight + 0.05) * (other.weight + 0.05)));
    const blocks = [];
    for (let from = 0; from < weights.length; from += BITS) {
      const places = new Uint32Array(count);
      for (const [at, { forms }] of units.slice(from, from + BITS + 1).entries()) {
        for (const word of forms.keys()) {
          places[word] |= 1 << at;
        }
      }
      blocks.push({ places, weights: weights.slice(from, from + BITS) });
    }
    return { blocks, all: weights.reduce((sum, weight) => sum + weight, 0) };
  }

  /** Which pairs of a block are side by side in a passage, or with a word between them; a bit each. */
  function findMet(words, places) {
    let met = 0;
    for (let at = 0; at + 1 < words.length; at += 1) {
      const one = places[words[at]];
      if (one) {
        const next = at + 2 < words.length ? places[words[at + 2]] : 0;
        met |= one & ((places[words[at + 1]] | next) >>> 1);
      }
    }
    return met;
  }

  /** How much of the query is in a passage side by side, in the same order; from 0 to 1. */
  function measureOrder(words, { blocks, all }) {
    let sum = 0;
    for (const { places, weights } of blocks) {
      const met = findMet(words, places);
      for (let at = 0; met >>> at; at += 1) {
        sum += (met >>> at) & 1 ? weights[at] : 0;
      }
    }
    return all ? sum / all : 0;
  }

  const TANGENTS = 32;

  /** Tangents of a power below 1, from 0 to 1. */
  function makeTangents(power) {
    const places = Array.from({ length: TANGENTS }, (_, at) => (at + 0.5) / TANGENTS);
    return {
      power,
      slopes: Float64Array.from(places, (place) => power * place ** (power - 1)),
      starts: Float64Array.from(places, (place) => (1 - power) * place ** power * (1 + 1e-9)),
    };
  }

  /** Hardly more than a power of `share`, and never less. */
  function estimate({ slopes, starts }, share) {
    const at = Math.min(TANGENTS - 1, Math.trunc(share * TANGENTS));
    return starts[at] + slopes[at] * share;
  }

  const HELD = makeTangents(0.9); // of how much of the query a passage holds, and
  const FILLED = makeTangents(0.35); // of how much of the passage that is

  return {
    HEARD, WRITTEN, FILLED, HELD, estimate, isHeard, measure, measureOrder, visitHolders, weigh, weighOrder,
  };
})();
