/*
  What the finder looks things up in: passages (a title, a line of search words, a line to say), and
  where each word occurs.
*/
"use strict";

globalThis.guidebookFinderLookup = (() => {
  const { read, key, distance, listLetters, countBits } = guidebookFinderWords;
  const { HEARD, WRITTEN, weigh } = guidebookFinderWeights;

  // Fields that hold what people type, as they type it, slips included.
  const TYPED = new Set(["search", HEARD, "danger"]);
  const URGENT = new Set(["emergency", "branch"]);

  const make = (documents) => ({
    documents,
    passages: [],
    numbers: new Map(), // by key
    words: new Map(), // the number of each word as written
    byLength: [], // words as written, with the letters they have, by their length
    byLetter: {}, // the same by how they begin, each with its number
    prose: new Set(), // numbers of the words that occur elsewhere than among search words
    spelled: undefined, // numbers of words that occur elsewhere than in what others typed, and
    slang: undefined, // words that occur only in that
    plain: undefined, // words that also occur elsewhere than in emergencies, and
    urgency: undefined, // how much each word is one of theirs; both from finder-danger.js
    lines: undefined, // how many lines that people type hold each word; and
    nearest: undefined, // what it weighs there; both from finder-nearest.js
    places: [], // passages by the number of a word
    groups: [], // passages by the number of a group
    phrases: new Map(), // members as typed by their first word, with words that mean the same
    starts: [], // members of groups by the number of their first word
    weights: undefined, // of words
    owners: undefined, // documents by passage; this, what passages are worth by their field, which are
    worths: undefined, // what others typed, and what their words weigh together, are for speed
    heard: undefined,
    masses: undefined,
    danger: new Map(), // by its first word: a row of words of danger, and where it leads
    pairs: [], // parts of words of danger that count together, each with its rows; and
    opened: new Map(), // their numbers by each first word of their first part
    safety: new Set(), // those documents
    graveness: new Map(), // pages of danger, the gravest first, with their places in that order
    memory: new Map(),
  });

  /**
   * Take the index once. Words, passages and groups of words are known by their numbers. It pauses
   * after each document, so that a page can go on listening meanwhile.
   */
  function* build(index) {
    const lookup = make(index.documents);
    yield* addWritten(lookup, index);
    yield* addHeard(lookup);
    weigh(lookup);
    return lookup;
  }

  /** All but what others typed: words that mean the same, documents, and words that lead to some. */
  function* addWritten(lookup, index) {
    for (const [group, texts] of (index.words?.same ?? []).entries()) {
      addGroup(lookup, texts, group);
    }
    for (const [place, document] of index.documents.entries()) {
      addDocument(lookup, document, place, WRITTEN);
      yield;
    }
    const foreign = Object.entries(index.words?.foreign ?? {});
    for (const [id, texts] of foreign) {
      addForeign(lookup, id, texts);
    }
    yield;
    const isUrgent = ([id]) => URGENT.has(index.documents[findPlace(lookup, id)]?.kind);
    const danger = Object.entries(index.words?.danger ?? {});
    for (const [id, texts] of [...danger, ...foreign.filter(isUrgent)]) {
      addDanger(lookup, id, texts);
    }
  }

  function number(lookup, word) {
    let found = lookup.words.get(word);
    if (found === undefined) {
      const ours = key(word);
      found = lookup.numbers.get(ours) ?? lookup.numbers.size;
      lookup.numbers.set(ours, found);
      lookup.words.set(word, found);
      lookup.byLength[word.length] ??= [];
      lookup.byLength[word.length].push({ word, number: found, letters: listLetters(word) });
      lookup.byLetter[word[0]] ??= [];
      lookup.byLetter[word[0]].push([word, found]);
    }
    return found;
  }

  /**
   * The known words that are the fewest slips away, if that is not more than `most`; of `among`
   * alone, if that is given.
   */
  function listNear(lookup, word, most, among) {
    const letters = listLetters(word);
    let found = [];
    let least = most;
    for (let length = Math.max(3, word.length - most); length <= word.length + most; length += 1) {
      for (const one of lookup.byLength[length] ?? []) {
        const isLike = countBits(letters ^ one.letters) <= 2 * least;
        if (isLike && (!among || among.has(one.number))) {
          const slips = distance(word, one.word, least);
          if (slips < least) {
            found = [];
            least = slips;
          }
          if (slips === least) {
            found.push(one);
          }
        }
      }
    }
    return { words: found, slips: least };
  }

  function addGroup(lookup, texts, group) {
    lookup.groups[group] = [];
    const members = texts.map(read);
    const singles = members.filter((typed) => typed.length === 1).flat();
    for (const typed of members.filter((one) => one.length)) {
      const others = singles.filter((word) => word !== typed[0] || typed.length > 1);
      const own = lookup.phrases.get(typed[0]) ?? [];
      own.push({ words: typed, others });
      lookup.phrases.set(typed[0], own);
      const words = typed.map((word) => number(lookup, word));
      lookup.starts[words[0]] ??= [];
      lookup.starts[words[0]].push({ words, group });
    }
  }

  function addDocument(lookup, document, place, fields) {
    for (const field of fields) {
      for (const text of [document[field] ?? []].flat()) {
        addPassage(lookup, place, field, text);
      }
    }
  }

  /** What others typed: it makes known how people say a thing, but no word of theirs is a right one. */
  function* addHeard(lookup) {
    const written = new Set(lookup.words.keys());
    lookup.spelled = new Set(lookup.numbers.values());
    for (const [place, document] of lookup.documents.entries()) {
      addDocument(lookup, document, place, [HEARD]);
      yield;
    }
    lookup.slang = new Set([...lookup.words.keys()].filter((word) => !written.has(word)));
  }

  function addPassage(lookup, document, field, text) {
    const words = read(text).map((word) => number(lookup, word));
    if (!words.length) {
      return;
    }
    const passage = lookup.passages.push({ document, field, text, words }) - 1;
    const isProse = !TYPED.has(field);
    for (const word of words) {
      if (isProse) {
        lookup.prose.add(word);
      }
      lookup.places[word] ??= [];
      const places = lookup.places[word];
      if (places.at(-1) !== passage) {
        places.push(passage);
      }
    }
    for (const { group } of listSpans(lookup, words)) {
      if (lookup.groups[group].at(-1) !== passage) {
        lookup.groups[group].push(passage);
      }
    }
  }

  const findPlace = (lookup, id) => lookup.documents.findIndex((document) => document.id === id);

  function addForeign(lookup, id, texts) {
    const place = findPlace(lookup, id);
    for (const text of place < 0 ? [] : texts) {
      addPassage(lookup, place, "search", text);
    }
  }

  /** A word that has to be beside others counts in all its forms; a row of words as written. */
  const stemAlone = (row) => (row.length > 1 ? row : row.map(key));

  function addDanger(lookup, id, texts) {
    const place = findPlace(lookup, id);
    if (place < 0) {
      return;
    }
    const page = id.split("#")[0];
    lookup.graveness.set(page, lookup.graveness.get(page) ?? lookup.graveness.size);
    for (const text of texts) {
      const parts = text.split(" + ").map((part) => part.split(" / ").map(read));
      if (parts.length > 1) {
        const rows = parts.map((own) => own.map(stemAlone));
        const firsts = rows.map((own) => own.map(([first]) => first));
        const number = lookup.pairs.push({ document: place, parts: rows, firsts }) - 1;
        for (const first of firsts[0]) {
          const own = lookup.opened.get(first) ?? [];
          own.push(number);
          lookup.opened.set(first, own);
        }
      }
      for (const words of parts.length > 1 ? [] : parts[0]) {
        const others = lookup.danger.get(words[0]) ?? [];
        others.push({ document: place, words });
        lookup.danger.set(words[0], others);
      }
      lookup.safety.add(place);
      addPassage(lookup, place, "danger", text);
    }
  }

  /**
   * Where in a row of words a member of a group occurs, from one place up to before another. Inside
   * a longer member a shorter one says nothing: "throwing up" is no throwing.
   */
  function listSpans(lookup, words) {
    const found = [];
    for (let from = 0; from < words.length; from += 1) {
      const members = lookup.starts[words[from]];
      for (let place = 0; members && place < members.length; place += 1) {
        const { words: member, group } = members[place];
        let length = 1;
        while (length < member.length && words[from + length] === member[length]) {
          length += 1;
        }
        if (length === member.length) {
          found.push({ from, to: from + length, group });
        }
      }
    }
    if (found.length < 2) {
      return found;
    }
    const isInside = (one, other) =>
      other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
    return found.filter((one) => !found.some((other) => isInside(one, other)));
  }

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

  return { build, make, addWritten, addPassage, number, remember, listNear, listSpans };
})();
