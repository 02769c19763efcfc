/*
  What the finder finds, and in which order. Pure: no page, no network; runs in any JavaScript
  engine that has MiniSearch. `build` takes the index once, `find` answers a query.
*/
"use strict";

globalThis.guidebookFinderCore = (() => {
  // Words that staff would type weigh most; what they would not think of weighs least.
  const WEIGHTS = {
    search: 8,
    title: 7,
    signals: 3,
    purpose: 3,
    say: 2,
    avoid: 2,
    steps: 1.5,
    checklist: 1,
    chapter: 1,
  };
  const FILLERS = new Set(
    ("a an and are at be but by do for from had has have he her him his how i if in is it me my of " +
      "on or our she so that the their them they this to us was we what when with you your").split(" "),
  );
  const LIMIT = 7;

  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/['’]/g, "")
      .toLowerCase();

  const split = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

  /** Cut an ending, so that "shouting" meets "shout"; short words stay as they are. */
  function cut(word) {
    const stem = word.replace(/(?:ing|ed|es|s)$/, "");
    return stem.length >= 4 ? stem : word;
  }

  /** The words of a query that say something; all of them if none does. */
  function readQuery(query) {
    const words = [...new Set(split(query))];
    const telling = words.filter((word) => !FILLERS.has(word));
    return telling.length ? telling : words;
  }

  function build(MiniSearch, index) {
    const search = new MiniSearch({
      fields: Object.keys(WEIGHTS),
      tokenize: split,
      processTerm: (word) => [...new Set([word, cut(word)])],
      extractField: (document, field) => [document[field] ?? ""].flat().join(" "),
    });
    search.addAll(index.documents);
    const documents = new Map(
      index.documents.map((document) => [
        document.id,
        { document, phrases: [document.title, ...document.search].map((phrase) => split(phrase)) },
      ]),
    );
    return { search, documents };
  }

  /** How much of the query one single phrase of the document answers, from 0 to 1. */
  function share(words, phrases, terms) {
    const held = phrases.map((phrase) => {
      const hits = phrase.filter((word) => terms.has(word) || terms.has(cut(word)));
      return new Set(hits).size / words.length;
    });
    return Math.min(1, Math.max(0, ...held));
  }

  /** How many letters may be wrong. */
  const slack = (word) => (word.length < 4 ? false : word.length < 7 ? 1 : 2);

  function find(finder, query, limit = LIMIT) {
    const words = readQuery(query);
    const last = words.at(-1);
    const found = finder.search.search(words.join(" "), {
      boost: WEIGHTS,
      processTerm: (word) => word,
      prefix: (word) => word.length > 2 || word === last,
      fuzzy: slack,
      weights: { prefix: 0.5, fuzzy: 0.35 },
    });
    return found
      .map((result) => {
        const { document, phrases } = finder.documents.get(result.id);
        const covered = result.queryTerms.length / words.length;
        const together = share(words, phrases, new Set(result.terms));
        return { document, score: result.score * covered * (1 + 2 * together) };
      })
      .sort((one, other) => other.score - one.score || (one.document.id < other.document.id ? -1 : 1))
      .slice(0, limit)
      .map(({ document, score }) => ({
        id: document.id,
        title: document.title,
        url: document.url,
        chapter: document.chapter,
        say: document.say,
        score,
      }));
  }

  return { build, find };
})();
