/* What the editor of a page decides: where problems are shown, what a key does, what is drawn anew. Pure. */
"use strict";

globalThis.guidebookEditorState = (() => {
  const isSame = (one, other) =>
    one.length === other.length && one.every((part, index) => part === other[index]);
  const startsWith = (at, start) =>
    start.length <= at.length && start.every((part, index) => part === at[index]);

  /** The text that a problem is shown beside: its own, else the first inside, else the nearest around. */
  function findText(ats, wanted) {
    const own = ats.findIndex((at) => isSame(at, wanted));
    if (own >= 0) {
      return own;
    }
    for (let length = wanted.length; length > 1; length -= 1) {
      const near = ats.findIndex((at) => startsWith(at, wanted.slice(0, length)));
      if (near >= 0) {
        return near;
      }
    }
    return null;
  }

  /** For each problem the number of the text that it is shown beside; null for one of no text. */
  function placeProblems(ats, problems) {
    return problems.map((problem) => findText(ats, problem.at));
  }

  /**
   * The problems of the text that is being typed. A new item has no place yet: what is new in its
   * list is about it.
   */
  function keepOwn(at, problems) {
    return problems.filter((problem) => isSame(problem.at, at) || startsWith(problem.at, at));
  }

  /** What is wrong with what is still being written: that a text is missing is no news. */
  const dropEmpty = (problems) => problems.filter(({ rule }) => rule !== "empty");

  /** The first text of something new that is missing, and the words that ask for it; or null. */
  function findBlank(labels, values) {
    const place = values.findIndex((value) => !value.trim());
    const what = labels.length > 1 ? `“${labels[place]}”` : "the text";
    return place < 0 ? null : { place, words: `Write ${what}, or press Cancel.` };
  }

  /** What a key does: `place` is a `form`, a `text` that has the focus, or the rest of the `page`. */
  function decideKey({ key, ctrl, alt, shift }, place) {
    if (alt && (key === "ArrowUp" || key === "ArrowDown")) {
      return place === "page" ? null : key.slice(5).toLowerCase();
    }
    if (place === "form") {
      return { Escape: "leave", Enter: ctrl ? "save" : null }[key] ?? null;
    }
    if (ctrl && (key.toLowerCase() === "z" || key.toLowerCase() === "y")) {
      return key.toLowerCase() === "y" || shift ? "redo" : "undo";
    }
    return place === "text" && (key === "Enter" || key === "F2") && !ctrl ? "open" : null;
  }

  /** Where an item is dropped: `middles` are those of all items of its list from top to bottom. */
  function findDrop(middles, y, start) {
    const above = middles.filter((middle, index) => index !== start && middle < y);
    return above.length;
  }

  /** Where an item moves by one step; null at the ends. */
  function findStep({ index, count }, way) {
    const to = index + (way === "up" ? -1 : 1);
    return to < 0 || to >= count ? null : to;
  }

  /** Where a text is after an item of a list around it has moved. */
  function follow(at, list, start, to) {
    if (!startsWith(at, list) || at[list.length] !== start) {
      return at;
    }
    return [...list, to, ...at.slice(list.length + 1)];
  }

  /** Where to look once an item is gone: at what took its place, else at the one before. */
  function findNext(ats, list, index) {
    const at = (number) => ats.find((one) => startsWith(one, [...list, number]));
    return at(index) ?? at(index - 1) ?? null;
  }

  /**
   * How an open page becomes like another version of itself. Both are lists of blocks with a key,
   * what is drawn in them without the texts, and the texts. Nothing but texts: `texts` holds the
   * numbers of those that differ; the same blocks: `blocks` holds the keys of those; else null, and
   * the page has to be loaded.
   */
  function planRedraw(before, after) {
    if (!isSame(before.map(({ key }) => key), after.map(({ key }) => key))) {
      return null;
    }
    const blocks = before
      .filter((block, index) => block.frame !== after[index].frame)
      .map(({ key }) => key);
    const texts = before.flatMap((block, index) =>
      blocks.includes(block.key)
        ? []
        : block.texts.flatMap((text, number) =>
            text === after[index].texts[number] ? [] : [{ key: block.key, number }],
          ),
    );
    return { blocks, texts };
  }

  /** A value as a person reads it: lists have a line for each item. */
  function writeValue(value) {
    if (Array.isArray(value)) {
      return value.map(writeValue).join("\n");
    }
    if (value !== null && typeof value === "object") {
      return Object.entries(value).map(([name, one]) => `${name}: ${writeValue(one)}`).join("\n");
    }
    return value ?? "";
  }

  /** Whether what two people wrote could be put one behind the other. */
  const canJoin = ({ theirs, mine }) => typeof theirs === "string" && typeof mine === "string";

  /** How many of the problems stop publishing, and the words for all of them. */
  function describeProblems(problems) {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    return { isWrong: errors > 0, lines: problems.map(write) };
  }

  function write({ severity, message, fix }) {
    return { severity, text: `${severity[0].toUpperCase()}${severity.slice(1)}: ${message}`, fix };
  }

  /** Whether a text is to be written: one that is as it was is not. */
  const isChanged = (text, typed) => typed.trim() !== text.trim();

  return {
    canJoin, decideKey, describeProblems, dropEmpty, findBlank, findDrop, findNext, findStep, findText,
    follow, isChanged, isSame, keepOwn, placeProblems, planRedraw, startsWith, writeValue,
  };
})();
