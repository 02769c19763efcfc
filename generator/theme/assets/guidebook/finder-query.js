/*
  A query word by word: what each typed word may stand for, and what it weighs. A word that is known
  as typed stands for itself; slips and sounds count only for words that nobody knows.
*/
"use strict";

globalThis.guidebookFinderQuery = (() => {
  const { read, key, sound } = guidebookFinderWords;
  const { listNear, listSpans } = guidebookFinderLookup;

  const MOST_LETTERS = 400;
  const MOST_WORDS = 32;

  // How much of a word's weight is left when it is met in another form.
  const JOINED = 0.9;
  const PREFIX = 0.7;
  const PREFIX_OF_KNOWN = 0.4;
  const ONE_SLIP = 0.75;
  const TWO_SLIPS = 0.5;
  const OTHER_FIRST_LETTER = 0.8;
  const SAME_MEANING = 0.65;
  const SAME_SOUND = 0.45;
  // What a word weighs that no document holds, so that its rarity is unknown.
  const UNKNOWN = 0.6;
  const ONLY_IN_GROUPS = 0.8;

  // Words between two words of danger that change nothing: "baby in the car" is "baby in car".
  const FILLERS = new Set(
    "a an the me my his her their is are was has have had he she they and just now then".split(" "),
  );

  /** Remember what a word was found to be, while one types on. */
  function remember(lookup, name, make) {
    let found = lookup.memory.get(name);
    if (!found) {
      if (lookup.memory.size > 2000) {
        lookup.memory.clear();
      }
      found = make();
      lookup.memory.set(name, found);
    }
    return found;
  }

  const isFound = (lookup, word) => lookup.places[lookup.words.get(word)] !== undefined;

  /** The words that a typed word may stand for, by number, with what is left of its weight. */
  function expand(lookup, word, isLast) {
    const found = new Map();
    const add = (other, share) => {
      if (!(found.get(other) >= share)) {
        found.set(other, share);
      }
    };
    const own = lookup.numbers.get(key(word));
    if (own !== undefined) {
      add(own, 1);
    }
    if (isLast && (own === undefined || word.length > 2)) {
      addLonger(lookup, word, own === undefined ? PREFIX : PREFIX_OF_KNOWN, add);
    }
    if (!found.size && word.length > 3) {
      addNear(lookup, word, add);
    }
    if (own !== undefined && !lookup.prose.has(own) && word.length > 5) {
      addMeant(lookup, word, add);
    }
    if (!found.size && word.length > 4) {
      addAlike(lookup, word, add);
    }
    return found;
  }

  function addLonger(lookup, word, share, add) {
    for (const [other, number] of lookup.words) {
      if (other.length > word.length && other.startsWith(word)) {
        add(number, share * (0.5 + word.length / other.length / 2));
      }
    }
  }

  function addNear(lookup, word, add) {
    const near = listNear(lookup, word, word.length > 7 ? 2 : 1);
    for (const { word: other, number } of near.words) {
      const share = near.slips > 1 ? TWO_SLIPS : ONE_SLIP;
      add(number, share * (other[0] === word[0] ? 1 : OTHER_FIRST_LETTER));
    }
  }

  /** A word known from search words alone may be a slip that somebody listed for one playbook. */
  function addMeant(lookup, word, add) {
    for (const { word: other, number } of listNear(lookup, word, 1, lookup.prose).words) {
      if (other[0] === word[0]) {
        add(number, ONE_SLIP); // "crying" is no slip of "trying"
      }
    }
  }

  function addAlike(lookup, word, add) {
    const heard = sound(word);
    for (const [other, number] of heard.length > 2 ? lookup.words : []) {
      if (other.length > 3 && sound(other) === heard) {
        add(number, SAME_SOUND);
      }
    }
  }

  // Words as they are spoken: "chokin", "froat", "mouf", "breave".
  const SPOKEN = [
    [/in$/, "ing"],
    [/f/, "th"],
    [/v/, "th"],
  ];

  /** What a word is meant to be that nobody knows as written, if it was written as it is spoken. */
  function hear(lookup, word) {
    if (word.length < 4 || lookup.words.has(word)) {
      return word;
    }
    const heard = SPOKEN.map(([spoken, written]) => word.replace(spoken, written));
    return heard.find((other) => other !== word && lookup.words.has(other)) ?? word;
  }

  /** Two words that were typed as one, if that is what they are. */
  function cut(lookup, word) {
    if (word.length < 6 || lookup.numbers.has(key(word))) {
      return [word];
    }
    let found = [word];
    let best = 0;
    for (let place = 2; place <= word.length - 2; place += 1) {
      const parts = [word.slice(0, place), word.slice(place)];
      const shorter = Math.min(place, word.length - place);
      if (shorter > best && parts.every((part) => isFound(lookup, part))) {
        found = parts;
        best = shorter;
      }
    }
    return best && !listNear(lookup, word, 1).words.length ? found : [word];
  }

  /** The query word by word: what each may stand for, and what it weighs. */
  function readQuery(lookup, query) {
    const typed = read(query.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);
    const words = typed.flatMap((word) =>
      remember(lookup, `${word} cut`, () => cut(lookup, hear(lookup, word))),
    );
    const last = /\s$/.test(query) ? -1 : words.length - 1;
    const units = words.map((word, place) => {
      const isLast = place === last;
      const name = isLast ? `${word}…` : word;
      const forms = new Map(remember(lookup, name, () => expand(lookup, word, isLast)));
      return { word, forms, groups: new Map(), weight: 0 };
    });
    joinNeighbours(lookup, units);
    addGroups(lookup, units);
    const seen = new Set();
    for (const unit of units) {
      unit.weight = seen.has(unit.word) ? 0 : weigh(lookup, unit);
      seen.add(unit.word);
    }
    return units;
  }

  function joinNeighbours(lookup, units) {
    for (let place = 1; place < units.length; place += 1) {
      const pair = [units[place - 1], units[place]];
      const joined = pair.map((unit) => unit.word).join("");
      if (isFound(lookup, joined)) {
        for (const { forms } of pair) {
          const number = lookup.words.get(joined);
          forms.set(number, Math.max(JOINED, forms.get(number) ?? 0));
        }
      }
    }
  }

  /** The likeliest word for each typed one, and all that means the same. */
  function addGroups(lookup, units) {
    const likeliest = units.map(({ forms }) => {
      const share = Math.max(0, ...forms.values());
      return { share, number: [...forms.keys()].find((one) => forms.get(one) === share) };
    });
    const numbers = likeliest.map((one) => one.number);
    for (const { from, to, group } of listSpans(lookup, numbers)) {
      for (let place = from; place < to; place += 1) {
        const { groups } = units[place];
        groups.set(group, Math.max(groups.get(group) ?? 0, SAME_MEANING * likeliest[place].share));
      }
    }
  }

  function weigh(lookup, { forms }) {
    if (!forms.size) {
      return UNKNOWN;
    }
    const share = Math.max(...forms.values());
    const best = [...forms.keys()].filter((one) => forms.get(one) === share);
    return Math.min(...best.map((one) => (lookup.places[one] ? lookup.weights[one] : ONLY_IN_GROUPS)));
  }

  /** A word of danger for a mistyped one, unless it may as well be a harmless word. */
  function mendDanger(lookup, typed) {
    const word = hear(lookup, typed);
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
    const words = read(query.slice(0, MOST_LETTERS))
      .slice(0, MOST_WORDS)
      .map((word) => remember(lookup, `${word} danger`, () => mendDanger(lookup, word)));
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

  return { readQuery, listAlarms };
})();
