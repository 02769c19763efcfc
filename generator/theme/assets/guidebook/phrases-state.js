/*
  What is chosen, and which phrases that shows, as values: `{ situation, feeling, channel, words }`.
  One situation at a time is shown, or the phrases that hold some words, or else a list.
*/
"use strict";

globalThis.guidebookPhrases = (() => {
  const { split, holds } = guidebookWordMatch;
  const EVERY = "any";
  const ALL = { situation: "", feeling: "", channel: "", words: "" };

  /**
   * What is chosen, from the part of an address after the #; null if that says nothing of it.
   * `usual` is the reader's own channel.
   */
  function read(mark, usual) {
    const all = { ...ALL, channel: usual };
    if (!mark || /^chapter-/.test(mark)) {
      return all;
    }
    if (/^playbook-/.test(mark)) {
      return { ...all, situation: mark };
    }
    const found = new URLSearchParams(mark);
    if (![...found.keys()].some((name) => name in ALL)) {
      return null;
    }
    const channel = found.get("channel") ?? usual;
    return {
      ...ALL,
      feeling: found.get("feeling") ?? "",
      channel: channel === EVERY ? "" : channel,
      words: found.get("words") ?? "",
    };
  }

  /** The part of an address after the #, empty if nothing is chosen but the reader's own channel. */
  function write(chosen, usual) {
    if (chosen.situation) {
      return chosen.situation;
    }
    const mark = new URLSearchParams();
    for (const name of ["feeling", "words"]) {
      if (chosen[name]) {
        mark.set(name, chosen[name]);
      }
    }
    if (chosen.channel !== usual) {
      mark.set("channel", chosen.channel || EVERY);
    }
    return mark.toString();
  }

  /** What the page is: one situation, the phrases found by words, or the list of all situations. */
  const name = (chosen) => (chosen.situation ? "one" : chosen.words.trim() ? "found" : "all");

  const fits = (line, chosen) =>
    (!chosen.feeling || line.feelings.includes(chosen.feeling)) &&
    (!chosen.channel || line.channels.includes(chosen.channel));

  function find(situation, chosen) {
    const wanted = split(chosen.words);
    const has = (line) => holds(`${situation.title} ${line.text}`, wanted);
    const see = (line) => fits(line, chosen);
    // Who looks for what one must not say wants to see what to say instead.
    const all = situation.avoid.some((line) => see(line) && has(line));
    const say = situation.say.map((line) => see(line) && (all || has(line)));
    return { say, avoid: situation.avoid.map((line) => see(line) && has(line)) };
  }

  /**
   * What is shown of a situation: `{ say, avoid }`, each a list of yes and no, and `count`, how many
   * phrases are shown that fit. One situation is shown whole, whatever else is chosen.
   */
  function choose(situation, chosen) {
    const fitting = situation.say.map((line) => fits(line, chosen));
    let shown = { say: fitting, avoid: situation.avoid.map(() => fitting.includes(true)) };
    if (name(chosen) === "one") {
      const here = situation.mark === chosen.situation;
      shown = { say: situation.say.map(() => here), avoid: situation.avoid.map(() => here) };
    } else if (name(chosen) === "found") {
      shown = find(situation, chosen);
    }
    return { ...shown, count: shown.say.filter(Boolean).length };
  }

  /** Whether a line is said only where the reader is not. */
  const isElsewhere = (line, chosen) =>
    Boolean(chosen.channel && line.channels.length && !line.channels.includes(chosen.channel));

  /** The phrases of a situation by their places: those for elsewhere come last. */
  function order(situation, chosen) {
    const places = [...situation.say.keys()];
    const isLast = (place) => isElsewhere(situation.say[place], chosen);
    return [...places.filter((place) => !isLast(place)), ...places.filter(isLast)];
  }

  function describeCount(phrases, situations) {
    if (!phrases) {
      return "No phrase fits all of this";
    }
    const some = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
    return `${some(phrases, "phrase")} for ${some(situations, "situation")}`;
  }

  return { ALL, read, write, name, choose, isElsewhere, order, describeCount };
})();
