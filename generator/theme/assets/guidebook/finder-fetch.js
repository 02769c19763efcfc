/* Loads what a query needs of a large guidebook's index. What cannot be had, answers do without. */
"use strict";

globalThis.guidebookFinderFetch = (() => {
  const { listMissing, take, listUnshown, takeShown, show, measure } = guidebookFinderParts;
  globalThis.guidebookFinderPart ??= {}; // each part puts itself here
  const loading = new Map();

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
      const found = globalThis.guidebookFinderPart[`${kind}-${part}`];
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

  return { load, prepare, complete };
})();
