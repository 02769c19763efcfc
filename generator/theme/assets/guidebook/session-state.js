/* A session as it is chosen, planned and shown, as values. Pure. How minutes are divided is in the data. */
"use strict";

globalThis.guidebookSession = (() => {
  const USUAL = 30;
  const KEYS = {
    ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1,
    ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1,
    Home: -Infinity, End: Infinity,
  };

  const findMost = ({ lengths }, minutes) => lengths[minutes].shares.length;

  /** The same with only what there is, and no more than the time allows. */
  function settle(data, { minutes, ids }) {
    const length = Object.hasOwn(data.lengths, minutes) ? Number(minutes) : USUAL;
    const known = [...new Set(ids)].filter((id) => Object.hasOwn(data.playbooks, id));
    return { minutes: length, ids: known.slice(0, findMost(data, length)) };
  }

  function read(data, hash) {
    const [minutes, ...ids] = hash.replace("#", "").split(",");
    return settle(data, { minutes, ids });
  }

  const write = ({ minutes, ids }) => `#${[minutes, ...ids].join(",")}`;

  /** With a playbook or without it; the same as before if there is no space for it. */
  function choose(data, chosen, id, isOn) {
    const others = chosen.ids.filter((one) => one !== id);
    return settle(data, { ...chosen, ids: isOn ? [...others, id] : others });
  }

  /** What to do from which minute to which, and with which playbook; the frame is about none. */
  function plan(data, { minutes, ids }) {
    if (!ids.length) {
      return [];
    }
    const { before, after, shares } = data.lengths[minutes];
    const shared = shares[ids.length - 1];
    const own = ids.flatMap((id, place) => {
      const { parts } = data.playbooks[id];
      return data.splits[parts][shared[place]].map(([part, some]) => [part, some, id]);
    });
    let start = 0;
    return [...before, ...own, ...after].map(([part, some, id = ""]) => {
      const block = { part, id, start, end: start + some };
      start = block.end;
      return block;
    });
  }

  /** Every slide, each with the words above it: what is done, for how long, and with what. */
  function listSlides(data, chosen) {
    const blocks = plan(data, chosen);
    const topics = chosen.ids.map((id) => data.playbooks[id].title);
    const first = { above: "", head: `${chosen.minutes} minutes`, list: topics };
    const rest = blocks.flatMap(({ part, id, start, end }) => {
      const { name, how } = data.parts[part];
      const playbook = data.playbooks[id];
      const span = `${end - start} minute${end - start > 1 ? "s" : ""}`;
      const above = [playbook?.title, name].filter(Boolean).join(" · ");
      const own = playbook?.slides[part] ?? [];
      return [
        { above: [playbook?.title, span].filter(Boolean).join(" · "), head: name, words: how },
        ...own.map((slide) => ({ ...slide, above })),
      ];
    });
    return blocks.length ? [first, ...rest] : [];
  }

  /** The slide that a key leads to, or null if it leads nowhere. */
  function turn(at, count, key) {
    const by = Object.hasOwn(KEYS, key) ? KEYS[key] : 0;
    const next = Math.max(0, Math.min(count - 1, at + by));
    return by && next !== at ? next : null;
  }

  return { choose, findMost, listSlides, plan, read, settle, turn, write };
})();
