/*
  For the check alone, never loaded by a page: search words that no text of their page takes up.
  A search word is taken up by a word of the page's texts with the same stem, by a slip of one, by
  one that means the same, or by one that people mean by it. Words of danger are judged by where they
  lead: whoever types "gunman" has to get there, and nobody reads on for the word.
*/
"use strict";

globalThis.guidebookFinderCheck = (() => {
  const { listNear, listSpans } = guidebookFinderLookup;
  const { isHeard } = guidebookFinderWeights;
  const { listAlarms } = guidebookFinderDanger;
  const { read, key } = guidebookFinderWords;
  // The least weight of a word that says what is meant. A name (one or two words) has to be taken up
  // by a word that is about something; who describes what happened may use any word of the page.
  const DISTINCTIVE = 0.35;
  const SAYING = 0.15;
  const NAME = 2; // words

  const isTyped = (one) => one.field === "search" || one.field === "danger" || isHeard(one);

  /** What the texts of each page hold: numbers of words, and of groups that mean the same. */
  function listHeld(lookup, findPage) {
    const held = new Map();
    for (const passage of lookup.passages) {
      const page = findPage(passage);
      const own = held.get(page) ?? { words: new Set(), groups: new Set() };
      held.set(page, own);
      for (const word of isTyped(passage) ? [] : passage.words) {
        own.words.add(word);
      }
    }
    for (const { words, groups } of held.values()) {
      for (const members of lookup.starts) {
        for (const { words: member, group } of members ?? []) {
          if (member.every((word) => words.has(word))) {
            groups.add(group);
          }
        }
      }
    }
    return held;
  }

  /** What people type, and the words of a page that they mean by it; both as rows of numbers. */
  function listMeant(lookup, meant) {
    const number = (text) => read(text).map((word) => lookup.numbers.get(key(word)));
    return Object.entries(meant).map(([word, typed]) => ({
      held: number(word),
      typed: typed.map(number),
    }));
  }

  /** Search words by their page; if `only` names one, its own. */
  function listUnbacked(lookup, meant, only = null) {
    const findPage = (passage) => lookup.documents[passage.document].id.split("#")[0];
    const written = [...lookup.words].filter(([word]) => !lookup.slang.has(word));
    const texts = new Map(written.map(([word, number]) => [number, word]));
    const pages = listHeld(lookup, findPage);
    const rows = listMeant(lookup, meant);
    const isSlip = (word, { words }) => {
      const text = texts.get(word);
      return text.length > 3 && listNear(lookup, text, text.length > 7 ? 2 : 1, words).words.length > 0;
    };
    const leadsThere = ({ text }, page) =>
      listAlarms(lookup, text).some(({ document }) => findPage({ document }) === page);
    const isMeant = (passage, { words }) =>
      rows.some(
        ({ held, typed }) =>
          held.every((word) => words.has(word)) &&
          typed.some((row) => row.every((word) => passage.words.includes(word))),
      );
    return lookup.passages
      .filter((passage) => {
        const page = findPage(passage);
        if (passage.field !== "search" || (only !== null && page !== only)) {
          return false;
        }
        const own = pages.get(page);
        const least = passage.words.length > NAME ? SAYING : DISTINCTIVE;
        const distinctive = passage.words.filter((word) => lookup.weights[word] > DISTINCTIVE);
        const saying = passage.words.filter((word) => lookup.weights[word] > least);
        return (
          distinctive.length > 0 &&
          !saying.some((word) => own.words.has(word)) &&
          !distinctive.some((word) => isSlip(word, own)) &&
          !listSpans(lookup, passage.words).some(({ group }) => own.groups.has(group)) &&
          !isMeant(passage, own) &&
          !leadsThere(passage, page)
        );
      })
      .map((passage) => [findPage(passage), passage.text]);
  }

  return { listUnbacked };
})();
