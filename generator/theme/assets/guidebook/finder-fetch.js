/* Loads what a query needs of a large guidebook's index. What cannot be had, answers do without. */
"use strict";

globalThis.guidebookFinderFetch = (() => {
  const { listMissing, take, listUnshown, takeShown, show, measure } = guidebookFinderParts;
  const loading = new Map();

  /**
   * A part that was loaded; each puts itself into one place. While a host has half of a new site, one
   * may be of another than the first: its codes mean other words, so it counts as not there.
   */
  function find(name) {
    const { first, [name]: own } = globalThis.guidebookFinderPart;
    return own && own.set === first.set ? own.part : undefined;
  }

  function load(name) {
    if (!loading.has(name)) {
      const started = guidebookLoader.load(`../../finder/${name}.js`).catch(() => loading.delete(name));
      loading.set(name, started);
    }
    return loading.get(name);
  }

  /** Load parts, and hand over those that came. */
  async function loadAll(kind, parts, hand) {
    await Promise.all(parts.map((part) => load(`${kind}-${part}`)));
    for (const part of parts) {
      const found = find(`${kind}-${part}`);
      if (found) {
        hand(part, found);
      }
    }
  }

  /** The lines with the words of a query. */
  async function prepare(lookup, query) {
    const missing = listMissing(lookup, query);
    await loadAll("words", missing, (part, lines) => take(lookup, part, lines));
    if (missing.length) {
      measure(lookup);
    }
  }

  /** The same answers, with what they say. */
  async function complete(lookup, found) {
    await loadAll("shown", listUnshown(lookup, found.answers), (part, texts) => takeShown(lookup, part, texts));
    return { ...found, answers: show(lookup, found.answers) };
  }

  return { find, load, prepare, complete };
})();
