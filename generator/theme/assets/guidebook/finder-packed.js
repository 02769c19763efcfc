/* Reads the search words that a page loads first; `packing.py` says how they are written. */
"use strict";

globalThis.guidebookFinderPacked = (() => {
  const SIGNS = 90;
  const FIRST = "#".charCodeAt(0);
  const LEFT_OUT = "\\".charCodeAt(0);

  function readSign(text, at) {
    const code = text.charCodeAt(at);
    return code - FIRST - (code > LEFT_OUT ? 1 : 0);
  }

  function readLine({ words, short }, line) {
    const found = [];
    for (let at = 0; at < line.length; ) {
      if (line[at] === "~") {
        const end = line.indexOf("~", at + 1);
        found.push(line.slice(at + 1, end));
        at = end + 1;
        continue;
      }
      const sign = readSign(line, at);
      const isShort = sign < short;
      found.push(words[isShort ? sign : short + (sign - short) * SIGNS + readSign(line, at + 1)]);
      at += isShort ? 1 : 2;
    }
    return found.join(" ");
  }

  /** The first part of the index as everything else reads it. */
  function unpack({ codes, ...index }) {
    const known = { words: codes.words.split(" "), short: codes.short };
    const readLines = (packed) => packed.split(" ").map((line) => readLine(known, line));
    const { same, danger } = index.words;
    return {
      ...index,
      documents: index.documents.map((document) =>
        document.search ? { ...document, search: readLines(document.search) } : document,
      ),
      words: {
        ...index.words,
        same: same.map(readLines),
        danger: Object.fromEntries(
          Object.entries(danger).map(([name, packed]) => [name, readLines(packed)]),
        ),
      },
    };
  }

  return { unpack };
})();
