/*
  What the search did not answer, as values. Pure. A note has no time and no place: only words, how
  often, and the page that somebody says should have come. What could name somebody is struck before
  it is kept.
*/
"use strict";

globalThis.guidebookSearchNotes = (() => {
  const FORM = "guidebook-searches-1";
  const MOST = 200; // notes
  const LONGEST = 120; // letters
  const SHORTEST = 3;
  const KINDS = ["nothing", "left"];
  const STREET =
    "street|st|road|rd|avenue|ave|lane|ln|drive|way|close|square|place|court|crescent|terrace|boulevard|blvd";
  const STRUCK = [
    [/\S+@\S+/gu, "[e-mail]"],
    [/(?:https?:\/\/|www\.)\S+/giu, "[link]"],
    [new RegExp(`\\d+\\p{L}?,?\\s+(?:[\\p{L}'’.-]+\\s+){0,3}(?:${STREET})(?![\\p{L}])\\.?`, "giu"), "[address]"],
    [/[\p{L}.-]+(?:straße|strasse|str\.|gasse|weg|platz)\s*\d+\p{L}?/giu, "[address]"],
    [/(?<![\p{L}\d])[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}(?![\p{L}\d])/giu, "[address]"],
    // With three digits or more it may be a phone, an order, a card: in one piece or in several.
    [/(?:\+|\()?\p{L}*\p{N}(?:[\s()./,:_-]*\p{L}?\p{N}){2,}\p{L}*/giu, "[number]"],
    [/(?<!\p{L})(mr|mrs|ms|miss|mx|dr|prof|herr|frau|señora?|mme)(?!\p{L})\.?\s+[\p{L}'’-]+/giu, "$1 [name]"],
    [/(?<!\p{L})(name is|name's|name’s|named|surname)\s+[\p{L}'’-]+/giu, "$1 [name]"],
  ];
  const WORD = /(?<![\p{L}[])\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*/gu;
  const OWN = new Set(["I'm", "I’m", "I'll", "I’ll", "I've", "I’ve", "I'd", "I’d"]);

  /** Capitals are names, but for a first word that is alone: a sentence begins with one, too. */
  function strikeCapitals(text) {
    const isName = (word) => !OWN.has(word);
    const startsWithTwo = /^\p{Lu}\S*\s+\p{Lu}/u.test(text);
    return text.replace(WORD, (word, at) => (isName(word) && (at > 0 || startsWithTwo) ? "[name]" : word));
  }

  /** A text without what can be recognized to name a person, a number or an address; the same again later. */
  function strike(text) {
    let struck = [...text.normalize("NFC").replace(/[\p{C}\s]+/gu, " ")].slice(0, 2 * LONGEST).join("").trim();
    for (let before = null; before !== struck; ) {
      before = struck;
      for (const [pattern, mark] of STRUCK) {
        struck = struck.replace(pattern, mark);
      }
      struck = strikeCapitals(struck).replace(/\[name\](?: \[name\])+/g, "[name]").trim();
    }
    return [...struck].slice(0, LONGEST).join("").trim();
  }

  const isText = (one, most) => typeof one === "string" && one.length <= most;
  const isNote = (one) =>
    isText(one?.query, LONGEST * 2) && KINDS.includes(one.kind) && Number.isInteger(one.count) && one.count > 0;

  /** The notes that were kept; what is wrong in one is left out. */
  function read(text) {
    try {
      const { form, searches } = JSON.parse(text);
      const sound = form === FORM ? searches.filter(isNote) : [];
      return sound
        .map(({ query, kind, count, page }) => ({ query: strike(query), kind, count, page: isText(page, 100) ? page : "" }))
        .filter(({ query }) => query.length >= SHORTEST)
        .slice(-MOST);
    } catch {
      return [];
    }
  }

  const write = (notes) => JSON.stringify({ form: FORM, searches: notes });

  /** With one search more: words that are there count once more. */
  function note(notes, { query, kind }) {
    const words = strike(query).toLowerCase();
    if (words.replace(/\[[a-z-]+\]/g, "").trim().length < SHORTEST) {
      return notes;
    }
    const same = notes.find((one) => one.query === words);
    const next = { query: words, kind, count: (same?.count ?? 0) + 1, page: same?.page ?? "" };
    return [...notes.filter((one) => one !== same), next].slice(-MOST);
  }

  /** With other words, or another page, in one of them. */
  const change = (notes, at, edit) =>
    notes.map((one, place) => (place === at ? { ...one, ...edit, query: strike(edit.query ?? one.query) } : one));

  const drop = (notes, at) => notes.filter((_, place) => place !== at);

  return { change, drop, note, read, strike, write };
})();
