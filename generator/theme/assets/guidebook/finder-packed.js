/* Reads the two parts of the index; `packing.py` and `index_parts.py` say how they are written. */
"use strict";

globalThis.guidebookFinderPacked = (() => {
  const VERSION = 5; // of how the index is written, as in `index.py`
  const SIGNS = 89;
  const STEP = 200; // words that are read at once
  const FIRST = "#".charCodeAt(0);
  const LEFT_OUT = "\\".charCodeAt(0);
  const ENDS = new Map([
    [" ", ""],
    ["}", ""],
    ["!", "."],
  ]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is no word is named, not what is one
  const WORD = /^[^\x00-&(-/:-@[-`{-\xa0“”‘…–—]/;

  const read = (words, short) => ({ words, short, known: words.map((word) => WORD.test(word)) });

  function readSign(text, at) {
    const code = text.charCodeAt(at);
    return code - FIRST - (code > LEFT_OUT ? 1 : 0);
  }

  /** The texts of one document, or of one list of words. */
  function readLines({ words, short, known }, packed) {
    const lines = [];
    let line = "";
    let isAfterWord = false;
    for (let at = 0; at < packed.length; ) {
      const sign = packed[at];
      const end = ENDS.get(sign);
      if (end !== undefined) {
        lines.push((sign === " " ? line : line.slice(0, 1).toUpperCase() + line.slice(1)) + end);
        line = "";
        isAfterWord = false;
        at += 1;
        continue;
      }
      let piece;
      let isWord;
      if (sign === "~") {
        const to = packed.indexOf("~", at + 1);
        piece = packed.slice(at + 1, to);
        isWord = WORD.test(piece);
        at = to + 1;
      } else {
        const first = readSign(packed, at);
        const place = first < short ? first : short + (first - short) * SIGNS + readSign(packed, at + 1);
        piece = words[place];
        isWord = known[place];
        at += first < short ? 1 : 2;
      }
      line += isAfterWord && isWord ? ` ${piece}` : piece;
      isAfterWord = isWord;
    }
    return lines;
  }

  function readShared([values, numbers]) {
    return numbers.map((number) => values[number]);
  }

  /** A document's texts from their columns, after those that it has already. */
  function addTexts(document, codes, columns, place) {
    for (const [field, column] of Object.entries(columns)) {
      if (column[place] !== 0) {
        document[field] = [...(document[field] ?? []), ...readLines(codes, column[place])];
      }
    }
  }

  /** The first part, as everything else reads it. It pauses after each document. */
  function* unpack({ version, codes, documents: columns, texts, words, parts }) {
    if (version !== VERSION) {
      throw new Error("The index of the search is of another edition than the page.");
    }
    const own = read(codes.words, codes.short);
    const [kinds, chapters] = [columns.kind, columns.chapter].map(readShared);
    const documents = [];
    for (const [place, url] of columns.url.entries()) {
      const id = columns.id[place] || url.split("/").at(-2);
      const document = { id, url, kind: kinds[place], chapter: chapters[place] };
      for (const field of ["readers", "answer"]) {
        if (columns[field][place]) {
          document[field] = columns[field][place];
        }
      }
      addTexts(document, own, texts, place);
      [document.title] = document.title;
      documents.push(document);
      yield;
    }
    const { same, danger } = words;
    return {
      version,
      documents,
      ...(parts && { parts, codes }),
      words: {
        ...words,
        same: same.map((packed) => readLines(own, packed)),
        danger: Object.fromEntries(
          Object.entries(danger).map(([name, packed]) => [name, readLines(own, packed)]),
        ),
      },
    };
  }

  function readNumbers(packed, width) {
    const numbers = [];
    for (let at = 0; at < packed.length; at += width) {
      let number = 0;
      for (let place = 0; place < width; place += 1) {
        number = number * SIGNS + readSign(packed, at + place);
      }
      numbers.push(number);
    }
    return numbers;
  }

  /** What a word says: how urgent it is, then by turns the number of a page and what it says of that. */
  function readSays(packed, { least, width }) {
    const count = (packed.length - 1) / (1 + width);
    const [urgency, ...says] = readNumbers(packed.slice(0, 1 + count), 1);
    const pages = readNumbers(packed.slice(1 + count), width);
    return [urgency + least, ...pages.flatMap((page, at) => [page, says[at]])];
  }

  /** What was learned. It pauses after some words. */
  function* readLearned({ pages, words, says, ...how }) {
    const read = [];
    for (const one of says ? says.split(" ") : []) {
      read.push(readSays(one, how));
      if (read.length % STEP === 0) {
        yield;
      }
    }
    return { pages, words, says: read };
  }

  /**
   * The whole index, from the first part as it was read and both as they were loaded. That of a large
   * guidebook is whole once all texts are there, too, which come without more words.
   */
  function* complete(index, first, rest) {
    const { short, words } = rest.codes;
    const common = new Set(words.slice(0, short));
    const known = first.codes.words.filter((word) => !common.has(word));
    const codes = read([...common, ...known, ...words.slice(short)], short);
    const documents = [];
    for (const [place, before] of index.documents.entries()) {
      const document = { ...before };
      addTexts(document, codes, rest.texts, place);
      documents.push(document);
      yield;
    }
    if (!rest.words) {
      const { parts: _, codes: __, ...whole } = index;
      return { ...whole, documents };
    }
    const foreign = { ...index.words.foreign, ...rest.words.foreign };
    const learned = yield* readLearned(rest.words.learned);
    return { ...index, documents, words: { ...index.words, foreign, learned } };
  }

  return { unpack, complete, read, readLines, readNumbers };
})();
