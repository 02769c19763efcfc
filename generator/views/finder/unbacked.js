/*
  For the check alone, never loaded by a page: search words that no text of their page takes up.
  A search word is taken up by a word of the page's texts with the same stem, by a slip of one, or
  by one that means the same.
*/
"use strict";

globalThis.guidebookFinderCheck = (() => {
  const { listNear, listSpans } = guidebookFinderLookup;
  const TELLING = 0.35; // the least weight of a word that says what is meant

  function listUnbacked(lookup) {
    const findPage = (passage) => lookup.documents[passage.document].id.split("#")[0];
    const isTyped = ({ field }) => field === "search" || field === "danger";
    const listGroups = (words) => listSpans(lookup, words).map(({ group }) => group);
    const texts = new Map([...lookup.words].map(([word, number]) => [number, word]));
    const words = new Map();
    const groups = new Map();
    for (const passage of lookup.passages) {
      const page = findPage(passage);
      words.set(page, words.get(page) ?? new Set());
      groups.set(page, groups.get(page) ?? new Set());
      if (!isTyped(passage)) {
        for (const word of passage.words) {
          words.get(page).add(word);
        }
        for (const group of listGroups(passage.words)) {
          groups.get(page).add(group);
        }
      }
    }
    const isSlip = (word, own) => {
      const text = texts.get(word);
      return text.length > 4 && listNear(lookup, text, text.length > 7 ? 2 : 1, own).words.length > 0;
    };
    return lookup.passages
      .filter((passage) => {
        const page = findPage(passage);
        const own = words.get(page);
        const telling = passage.words.filter((word) => lookup.weights[word] > TELLING);
        return (
          passage.field === "search" &&
          telling.length > 0 &&
          !telling.some((word) => own.has(word) || isSlip(word, own)) &&
          !listGroups(passage.words).some((group) => groups.get(page).has(group))
        );
      })
      .map((passage) => [findPage(passage), passage.text]);
  }

  return { listUnbacked };
})();
