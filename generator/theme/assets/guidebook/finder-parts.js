/*
  The index of a large guidebook: a page knows all words and titles, and loads the lines of a few words
  when somebody types them. `word_parts.py` says how it is written. Pure: it says what has to be loaded.
*/
"use strict";

globalThis.guidebookFinderParts = (() => {
  const { make, addWritten, addPassage, number } = guidebookFinderLookup;
  const { measure } = guidebookFinderWeights;
  const { readQuery } = guidebookFinderQuery;
  const { readLines, readNumbers, read } = guidebookFinderPacked;

  const SHORTEST = 3; // letters of a word that is not yet typed to its end
  const MOST = 150; // kB for one query: what says most comes first

  // Of a word, as bits.
  const FLAGS = { prose: 1, spelled: 2, plain: 4, slang: 8, held: 16 };

  const nameLine = ({ document, field, text }) => `${document} ${field} ${text}`;

  /** Take what was loaded first. The numbers of words are those of the order that they are in. */
  function* open(index) {
    const lookup = make(index.documents);
    const { words, flags, weights, urgency, lines, scale } = index.parts.vocabulary;
    const marks = readNumbers(flags, 1);
    const has = (flag) => (_, place) => marks[place] & FLAGS[flag];
    const all = words.split(" ");
    const numbers = all.map((word) => number(lookup, word));
    yield;
    yield* addWritten(lookup, index);
    for (const word of numbers.filter(has("held"))) {
      lookup.places[word] ??= [];
    }
    lookup.prose = new Set(numbers.filter(has("prose")));
    lookup.spelled = new Set(numbers.filter(has("spelled")));
    lookup.plain = new Set(all.filter(has("plain")));
    lookup.slang = new Set(all.filter(has("slang")));
    lookup.weights = Float64Array.from(readNumbers(weights, 2), (one) => one / scale.weight);
    lookup.urgency = Float64Array.from(readNumbers(urgency, 2), (one) => one / scale.urgency - scale.least);
    lookup.lines = Float64Array.from(readNumbers(lines, 2), (one) => Math.expm1(one / scale.lines));
    lookup.parts = {
      ...index.parts,
      codes: read(index.codes.words, index.codes.short),
      taken: new Set(),
      lines: new Set(lookup.passages.map(nameLine)), // what people type in other languages is here
      says: new Map(), // what documents say first, by their place
    };
    measure(lookup);
    return lookup;
  }

  /** The first part whose words begin after a number, less one: where that number is. */
  function findPart(starts, word) {
    const after = starts.findIndex((start) => start > word);
    return (after < 0 ? starts.length : after) - 1;
  }

  /** Numbers of words of which lines have to be there, each with what it may weigh in a query. */
  function listWords(lookup, query) {
    const units = readQuery(lookup, query);
    const wanted = new Map();
    const want = (word, worth) => wanted.set(word, Math.max(worth, wanted.get(word) ?? 0));
    for (const [place, { word, forms, groups, weight }] of units.entries()) {
      const isBegun = place === units.length - 1 && !/\s$/.test(query) && word.length < SHORTEST;
      for (const [form, share] of forms) {
        if (!isBegun || share === 1) {
          want(form, weight * share);
        }
      }
      for (const [group, share] of groups) {
        for (const [start, members] of lookup.starts.entries()) {
          if (members?.some((one) => one.group === group)) {
            want(start, weight * share);
          }
        }
      }
    }
    return wanted;
  }

  /** The parts that a query needs and that are not there, what says most first. */
  function listMissing(lookup, query) {
    const { starts, sizes, taken } = lookup.parts;
    const worths = new Map();
    for (const [word, worth] of listWords(lookup, query)) {
      const part = findPart(starts, word);
      if (lookup.places[word] && worth > 0) {
        worths.set(part, Math.max(worth, worths.get(part) ?? 0));
      }
    }
    const ordered = [...worths].sort((one, other) => other[1] - one[1]);
    let sum = 0;
    return ordered.flatMap(([part], place) => {
      sum += sizes[part];
      return taken.has(part) || (place && sum > MOST * 1000) ? [] : [part];
    });
  }

  /** Take the lines of one part in. A line is in the part of each of its words. */
  function take(lookup, part, columns) {
    const { taken, lines, codes } = lookup.parts;
    if (taken.has(part)) {
      return;
    }
    taken.add(part);
    for (const [field, { at, texts }] of Object.entries(columns)) {
      let place = 0;
      for (const [number, step] of at.entries()) {
        place += step;
        for (const text of readLines(codes, texts[number])) {
          const name = nameLine({ document: place, field, text });
          if (!lines.has(name)) {
            lines.add(name);
            addPassage(lookup, place, field, text);
          }
        }
      }
    }
  }

  /** What answers say besides their titles is in parts, too: those of the answers that lack it. */
  function listUnshown(lookup, answers) {
    const { says, together } = lookup.parts;
    const places = answers.map(({ id }) => lookup.documents.findIndex((one) => one.id === id));
    const missing = places.filter((place) => !says.has(place));
    return [...new Set(missing.map((place) => Math.floor(place / together)))];
  }

  function takeShown(lookup, part, texts) {
    const { says, together, codes } = lookup.parts;
    for (const [step, packed] of texts.entries()) {
      says.set(part * together + step, packed ? readLines(codes, packed)[0] : "");
    }
  }

  /** The same answers with what they say, as far as it is there. */
  const show = (lookup, answers) =>
    answers.map((answer) => {
      const place = lookup.documents.findIndex(({ id }) => id === answer.id);
      return { ...answer, say: answer.say || (lookup.parts.says.get(place) ?? "") };
    });

  return { open, listMissing, take, listUnshown, takeShown, show, measure };
})();
