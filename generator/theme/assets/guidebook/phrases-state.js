/*
  Which phrases are shown, and the draft, as values. A draft is its text: one phrase a line, and
  whatever someone wrote between them.
*/
"use strict";

globalThis.guidebookPhrases = (() => {
  const NAMES = ["situation", "feeling", "channel", "words"];
  const BLANK = "____";

  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/[’‘]/g, "'")
      .toLowerCase();

  /** What is chosen, from the part of an address after the #; null if it says nothing of it. */
  function read(mark) {
    const found = new URLSearchParams(mark);
    return NAMES.some((name) => found.has(name))
      ? Object.fromEntries(NAMES.map((name) => [name, found.get(name) ?? ""]))
      : null;
  }

  /** The part of an address after the #, empty if everything is shown. */
  function write(chosen) {
    return new URLSearchParams(NAMES.filter((name) => chosen[name]).map((name) => [name, chosen[name]])).toString();
  }

  /** Where someone feels something: one that names none of it fits everywhere. */
  const holds = (names, name) => !name || !names.length || names.includes(name);

  const fits = (line, chosen) => holds(line.feelings, chosen.feeling) && holds(line.channels, chosen.channel);

  /** Which lines of a situation are shown: `{ say, avoid }`, each a list of yes and no. */
  function choose(situation, chosen) {
    const words = fold(chosen.words).split(/\s+/).filter(Boolean);
    const has = (line) => words.every((word) => fold(`${situation.title} ${line.text}`).includes(word));
    const here = !chosen.situation || [situation.mark, situation.chapter].includes(chosen.situation);
    const see = (line) => here && fits(line, chosen);
    // Who looks for what one must not say wants to see what to say instead.
    const all = situation.avoid.some((line) => see(line) && has(line));
    const say = situation.say.map((line) => see(line) && (all || has(line)));
    return { say, avoid: situation.avoid.map((line) => see(line) && (has(line) || say.includes(true))) };
  }

  function count(phrases, situations) {
    if (!phrases) {
      return "No phrase fits all of this";
    }
    const some = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
    return `${some(phrases, "phrase")} for ${some(situations, "situation")}`;
  }

  const add = (draft, phrase) => (draft.trim() ? `${draft.trimEnd()}\n${phrase}` : phrase);

  /** The lines of a draft that say something, each with its place among all lines. */
  const list = (draft) =>
    draft
      .split("\n")
      .map((text, line) => ({ text: text.trim(), line }))
      .filter(({ text }) => text);

  /** The phrase at a position changes places with the one before (-1) or after it (1). */
  function move(draft, position, step) {
    const phrases = list(draft);
    const [one, other] = [phrases[position], phrases[position + step]];
    if (!one || !other) {
      return draft;
    }
    const lines = draft.split("\n");
    [lines[one.line], lines[other.line]] = [lines[other.line], lines[one.line]];
    return lines.join("\n");
  }

  function remove(draft, position) {
    const gone = list(draft)[position]?.line;
    return draft
      .split("\n")
      .filter((_, line) => line !== gone)
      .join("\n");
  }

  const hasBlank = (draft) => draft.includes(BLANK);

  return { NAMES, BLANK, read, write, choose, count, add, list, move, remove, hasBlank };
})();
