/*
  A query word by word: what each typed word may mean, and what it weighs. A word that is known
  as typed means itself; slips and sounds count only for words that nobody knows.
*/
"use strict";

globalThis.guidebookFinderQuery = (() => {
  const { readTyped, key, sound, hear } = guidebookFinderWords;
  const { listNear, listSpans, remember } = guidebookFinderLookup;

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

  const isFound = (lookup, word) => lookup.places[lookup.words.get(word)] !== undefined;

  /** The words that a typed word may mean, by number, with what is left of its weight. */
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
    for (const [other, number] of lookup.byLetter[word[0]] ?? []) {
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

  /** The query word by word: what each may mean, and what it weighs. */
  function readQuery(lookup, query) {
    const words = readTyped(query).flatMap((word) =>
      remember(lookup, `${word} cut`, () => cut(lookup, hear(lookup.words, word))),
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

  return { readQuery };
})();
