/*
  Words of danger in a query: what may be read from each place of it, which rows of words are met,
  and where they lead. It finds the way to an emergency, whatever else the query holds.
*/
"use strict";

globalThis.guidebookFinderDanger = (() => {
  const { readTyped, hear, key } = guidebookFinderWords;
  const { listNear, remember } = guidebookFinderLookup;
  const { isHeard, visitHolders } = guidebookFinderWeights;

  // Words between two words of danger that change nothing: "baby in the car" is "baby in car".
  const FILLERS = new Set(
    "a an the me my his her their is are was has have had he she they and just now then dey".split(" "),
  );

  /** Whether a page has a word; what others typed is full of slips, and says nothing of it. */
  const isWord = (lookup, word) => lookup.words.has(word) && !lookup.slang.has(word);

  /** A word of danger for a mistyped one, unless it may as well be a harmless word. */
  function mendDanger(lookup, typed) {
    const word = hear(lookup.words, typed);
    if (word.length < 6 || isWord(lookup, word)) {
      return word;
    }
    const near = listNear(lookup, word, 1, lookup.spelled).words.map((one) => one.word);
    return near.length && !near.some((other) => lookup.plain.has(other)) ? near[0] : word;
  }

  // Typed short where a word is meant: "wants 2 end it", "blacked out 4 a second".
  const DIGITS = new Map([
    ["2", "to"],
    ["4", "for"],
  ]);

  /**
   * The words that a mistyped one may be. A word beside it has to say so too, so harmless words count
   * here: "not breethin" is "not breathing".
   */
  function listSlips(lookup, word) {
    if (DIGITS.has(word)) {
      return [DIGITS.get(word)];
    }
    if (word.length < 5 || isWord(lookup, word)) {
      const whole = `${word}g`;
      return word.endsWith("in") && lookup.words.has(whole) ? [whole] : [];
    }
    const spellings = [word, word.replace(/in$/, "ing")];
    const near = spellings.flatMap(
      (one) => listNear(lookup, one, one.length > 7 ? 2 : 1, lookup.spelled).words,
    );
    return [...new Set(near.map((one) => one.word))];
  }

  /** The longest phrases that begin at a place, each with words that mean the same. */
  function listMeant(lookup, words, at) {
    const meant = (lookup.phrases.get(words[at]) ?? []).filter(({ words: phrase }) =>
      phrase.every((word, step) => words[at + step] === word),
    );
    const longest = Math.max(...meant.map((one) => one.words.length));
    const others = meant.filter((one) => one.words.length === longest).flatMap((one) => one.others);
    return others.map((word) => ({ word, stem: key(word), to: at + longest }));
  }

  /**
   * What may be read from one place on: the word that is there, and each word that means the
   * same as it, or as the longest phrase that begins there; or one word where it was typed as two,
   * such as "wheel chair". A word, with the place after it.
   */
  function listReadings(lookup, words, at) {
    const slips = remember(lookup, `${words[at]} slips`, () => listSlips(lookup, words[at]));
    const whole = `${words[at]}${words[at + 1]}`;
    return [
      ...(lookup.words.has(whole) ? [{ word: whole, stem: key(whole), to: at + 2 }] : []),
      ...[words[at], ...slips].flatMap((word) => [
        { word, stem: key(word), to: at + 1 },
        ...listMeant(lookup, words.map((other, place) => (place === at ? word : other)), at),
      ]),
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

  /** Where one of some rows of words is met, past what is taken; as places, and how long it is. */
  function locate(readings, words, rows, taken) {
    const isFree = (from, to) => taken.every((one) => to <= one.from || one.to <= from);
    for (const row of rows) {
      for (const from of words.keys()) {
        for (const { word, stem, to: next } of readings[from]) {
          const isFirst = row.length > 1 ? word === row[0] : stem === row[0];
          const to = isFirst ? follow(readings, words, row.slice(1), next) : 0;
          if (to && isFree(from, to)) {
            return { from, to, length: row.length };
          }
        }
      }
    }
    return undefined;
  }

  /** Where each part of words that count together is met, or nothing. */
  function locateAll(readings, words, parts) {
    const spans = [];
    for (const rows of parts) {
      const span = locate(readings, words, rows, spans);
      if (!span) {
        return undefined;
      }
      spans.push(span);
    }
    return spans;
  }

  /** Rows of words of danger that are met, each with where, and how many words it has. */
  function listMet(lookup, words, readings) {
    const met = [];
    for (const from of words.keys()) {
      for (const { word, to: next } of readings[from]) {
        for (const { words: row, document } of lookup.danger.get(word) ?? []) {
          const isLiteral = row.length > 1 || word === words.slice(from, next).join("");
          const to = isLiteral ? follow(readings, words, row.slice(1), next) : 0;
          if (to) {
            met.push({ document, spans: [{ from, to }], length: row.length });
          }
        }
      }
    }
    const all = new Set(readings.flat().flatMap(({ word, stem }) => [word, stem]));
    const isThere = (first) => all.has(first);
    const opened = new Set([...all].flatMap((word) => lookup.opened.get(word) ?? []));
    for (const number of [...opened].sort((one, other) => one - other)) {
      const { document, parts, firsts } = lookup.pairs[number];
      const isNear = firsts.every((own) => own.some(isThere));
      const spans = isNear ? locateAll(readings, words, parts) : undefined;
      if (spans) {
        met.push({ document, spans, length: spans.reduce((sum, { length }) => sum + length, 0) });
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
    const isAlone = one.spans.length < 2;
    const more = isTogether || !isAlone ? count(other) - count(one) : other.length - one.length;
    if (more < 0 || (more === 0 && !(isTogether && isAlone))) {
      return false;
    }
    const isPart = (span, whole) =>
      isTogether
        ? span.from < whole.to && whole.from < span.to
        : whole.from <= span.from && span.to <= whole.to;
    return one.spans.every((span) => other.spans.some((whole) => isPart(span, whole)));
  }

  /**
   * The documents that words of danger lead to, with how many words met, and in how many parts. A
   * word alone counts as it is written; in a row of words, each may be met by what means the same.
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
    const alarms = new Map();
    for (const { document, length, spans } of met.filter((each) => !isHidden(each))) {
      const before = alarms.get(document) ?? { document, length: 0, parts: 0 };
      alarms.set(document, {
        document,
        length: Math.max(before.length, length),
        parts: Math.max(before.parts, spans.length),
      });
    }
    return [...alarms.values()];
  }

  const isUrgent = ({ kind }) => kind === "branch" || kind === "emergency";

  /** The words that also occur elsewhere than in emergencies, as pages have them. */
  function listPlain(lookup) {
    const isCalm = (one) => !isHeard(one) && !isUrgent(lookup.documents[one.document]);
    const numbers = new Set(lookup.passages.filter(isCalm).flatMap(({ words }) => words));
    return new Set([...lookup.words.keys()].filter((word) => numbers.has(lookup.words.get(word))));
  }

  const CERTAIN = 4; // the sum from which a query is nearly as urgent as can be
  const EVEN = 0.004; // of the documents: so many count as holding a word that none holds

  /**
   * How much more often each word occurs in emergencies than elsewhere, as a logarithm: "jerking" and
   * "puddle" say that it is one, "refund" that it is none.
   */
  function learnUrgency(lookup) {
    const urgent = lookup.documents.filter(isUrgent).length || 1;
    const calm = lookup.documents.length - urgent || 1;
    const most = new Float64Array(lookup.documents.length);
    return Float64Array.from({ length: lookup.numbers.size }, (_, word) => {
      const held = [0, 0];
      visitHolders(lookup, word, most, (document, worth) => {
        held[isUrgent(lookup.documents[document]) ? 1 : 0] += worth;
      });
      return Math.log((held[1] / urgent + EVEN) / (held[0] / calm + EVEN));
    });
  }

  /** The same, worked out for the first query: who only looks up words does without. */
  const findUrgency = (lookup) => (lookup.urgency ??= learnUrgency(lookup));

  /** Whether the words of a query are those of emergencies: from -1, none is, to 1. */
  function measureUrgency(lookup, units) {
    const urgency = findUrgency(lookup);
    const sum = units.reduce((all, { forms, weight }) => {
      const share = Math.max(0, ...forms.values());
      const likeliest = [...forms.keys()].find((one) => forms.get(one) === share);
      return all + (likeliest === undefined ? 0 : share * weight * urgency[likeliest]);
    }, 0);
    return Math.tanh(sum / CERTAIN);
  }

  /** What the words of danger ask of all other words, once all are known. */
  function learn(lookup) {
    lookup.plain = listPlain(lookup);
  }

  return { isUrgent, learn, listAlarms, findUrgency, measureUrgency };
})();
