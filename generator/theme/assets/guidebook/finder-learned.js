/*
  What the finder has learned from what people typed: which emergency the words of a query are
  about, even if they are written on no page. `learned_words.py` counts, this adds up.
*/
"use strict";

globalThis.guidebookFinderLearned = (() => {
  const { split } = guidebookFinderWords;

  // Tenths. Found on what people typed, each line asked while it was left out of the examples.
  const FIRST = 115; // what it says for a page that it was found first, and
  const AMONG = 60; // that it was among the first
  const ALARMED = 40; // and that a word of danger names it
  const URGENT = 30; // so urgent are words, and so much they say, if another page seems to answer
  const MUCH = 150;
  const LIKELY = 15; // the same if none does
  const SOME = 160;

  /**
   * What each word says, by the word: how urgent it is, then by turns a page's number and how much;
   * and which pages are those of emergencies.
   */
  function readLearned(learned, documents) {
    const words = learned?.words ? learned.words.split(" ") : [];
    return {
      pages: learned?.pages ?? [],
      says: new Map(words.map((word, at) => [word, learned.says[at]])),
      urgent: new Set(documents.filter(({ kind }) => kind === "emergency").map(({ id }) => id)),
    };
  }

  /** How urgent a query is, and how much its words say of each page. */
  function weigh({ pages, says }, query) {
    const sums = new Map();
    let urgency = 0;
    for (const word of new Set(split(query))) {
      const [urgent, ...own] = says.get(word) ?? [0];
      urgency += urgent;
      for (let at = 0; at < own.length; at += 2) {
        const page = pages[own[at]];
        sums.set(page, (sums.get(page) ?? 0) + own[at + 1]);
      }
    }
    return { urgency, sums };
  }

  /**
   * The page of the emergency that a query is about, for all that was learned and `found`: the first
   * pages, each with whether it is `alarmed`. The first of them, if none is clearer.
   */
  function guess(learned, query, { found, sure }) {
    const { urgency, sums } = weigh(learned, query);
    for (const [place, { page, alarmed }] of found.entries()) {
      if (learned.urgent.has(page)) {
        const more = (place ? AMONG : FIRST) + (alarmed ? ALARMED : 0);
        sums.set(page, (sums.get(page) ?? 0) + more);
      }
    }
    const first = found[0]?.page ?? "";
    const [best, most] = [...sums].reduce((one, other) => (other[1] > one[1] ? other : one), ["", 0]);
    const [least, enough] = sure ? [URGENT, MUCH] : [LIKELY, SOME];
    const isNamed = found[0]?.alarmed && !learned.urgent.has(first); // a calm page, by words of danger
    const isMeant = !isNamed && (learned.urgent.has(first) || (urgency >= least && most >= enough));
    return isMeant ? best : first;
  }

  return { readLearned, guess };
})();
