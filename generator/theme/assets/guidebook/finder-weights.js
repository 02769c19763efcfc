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
    const holders = [];
    for (const passage of lookup.places[word] ?? []) {
      const { document, field } = lookup.passages[passage];
      if (field !== HEARD) {
        if (!most[document]) {
          holders.push(document);
        }
        most[document] = Math.max(most[document], FIELDS[field]);
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
    const count = lookup.documents.length;
    const most = new Float64Array(count);
    lookup.weights = Float64Array.from({ length: lookup.numbers.size }, (_, word) => {
      let among = 0;
      visitHolders(lookup, word, most, (_document, worth) => {
        among += worth ** 2;
      });
      return Math.max(0, Math.log(1 + (count - among + 0.5) / (among + 0.5)) / Math.log(1 + 2 * count));
    });
    measure(lookup);
  }

  /** What is asked of each passage at every letter. */
  function measure(lookup) {
    const { passages, weights } = lookup;
    lookup.owners = Uint32Array.from(passages, (passage) => passage.document);
    lookup.worths = Float64Array.from(passages, (passage) => FIELDS[passage.field]);
    lookup.masses = Float64Array.from(passages, ({ words }) =>
      words.reduce((sum, word) => sum + weights[word], 0),
    );
  }

  return { HEARD, WRITTEN, isHeard, visitHolders, weigh, measure };
})();
