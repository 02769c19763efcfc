/* What the fields of a form hold, and what is said of them. Pure. */
"use strict";

globalThis.guidebookFormState = (() => {
  const ORDER = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];

  /** The lines of a text that say something. */
  function readLines(text) {
    return text.split("\n").map((line) => line.trim()).filter(Boolean);
  }

  /** The name that somebody means who typed its words, or the name itself; null for none. */
  function findName(options, typed) {
    const wanted = typed.trim().toLowerCase();
    const found = options.find(({ name, words }) =>
      [name, words].some((one) => one.toLowerCase() === wanted));
    return found?.name ?? null;
  }

  /** The same list with an item one place earlier. */
  function moveUp(items, index) {
    if (index < 1 || index >= items.length) {
      return items;
    }
    return [...items.slice(0, index - 1), items[index], items[index - 1], ...items.slice(index + 1)];
  }

  /** Whether two values of a field are the same. */
  function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  /**
   * What a field is to hold for somebody who goes on with what two have written: what it holds is
   * `held`. One text takes the place of the other unless both are wanted; a list has space for both.
   */
  function combine(held, { theirs, mine, isJoined }) {
    if (typeof mine !== "string") {
      return held;
    }
    if (Array.isArray(held)) {
      const at = held.indexOf(theirs);
      return at < 0 ? [...held, mine] : [...held.slice(0, at + 1), mine, ...held.slice(at + 1)];
    }
    return isJoined ? `${theirs} ${mine}` : mine;
  }

  /** What became of words that were asked of the search. */
  function describeFinding({ rank, first }) {
    if (rank === 1) {
      return "comes first";
    }
    const others = first.length ? `first comes “${first[0][0]}”` : "nothing comes";
    return rank ? `comes ${ORDER[rank - 1]}; ${others}` : `does not bring it up; ${others}`;
  }

  /** How many words bring the page up first, in a sentence; empty without words. */
  function countFirst(findings) {
    const count = findings.filter(({ rank }) => rank === 1).length;
    return findings.length ? `${count} of ${findings.length} bring this page up first.` : "";
  }

  return { combine, countFirst, describeFinding, findName, isSame, moveUp, readLines };
})();
