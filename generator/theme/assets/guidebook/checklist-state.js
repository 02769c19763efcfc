/*
  The ticks of a checklist, as values: `open` makes a state from the page's items and what was kept,
  `answer` takes a state and returns the next. Pure: no page, no storage, no clock.
*/
"use strict";

globalThis.guidebookChecklist = (() => {
  const FORM = 1;
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

  /** A short mark of an item's words: other words, another mark (FNV-1a). */
  function mark(text) {
    let hash = 0x811c9dc5;
    for (const letter of text.normalize("NFC").replace(/\s+/g, " ").trim()) {
      hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
    }
    return hash.toString(36);
  }

  /** What was kept, or null where there is nothing that this version can read. */
  function read(text) {
    try {
      const { form, ticks, order, doneAt } = JSON.parse(text);
      const isRight = form === FORM && Array.isArray(order) && Object(ticks) === ticks;
      return isRight ? { ticks, order, doneAt: Number.isFinite(doneAt) ? doneAt : null } : null;
    } catch {
      return null;
    }
  }

  /**
   * The new keys that took the places of old ones: an item without an id of its own gets another
   * key when its words change. One follows the same neighbor as the other did.
   */
  function pair(before, now) {
    const pairs = new Map();
    let place = 0;
    for (const key of before) {
      if (now.includes(key)) {
        place = now.indexOf(key) + 1;
      } else if (place < now.length && !before.includes(now[place])) {
        pairs.set(key, now[place]);
        place += 1;
      }
    }
    return pairs;
  }

  /** The ticks under the keys that items have now: one whose words stayed may have another key. */
  function rename(ticks, items) {
    const renamed = Object.entries(ticks).map(([key, marked]) => {
      const isGone = !items.some((item) => item.key === key);
      const same = items.find((item) => isGone && !(item.key in ticks) && mark(item.text) === marked);
      return [same?.key ?? key, marked];
    });
    return Object.fromEntries(renamed);
  }

  /** `items` are the page's, in its order: `{ key, text }`. `kept` is what `read` gave. */
  function open(items, kept) {
    const { ticks: before, order, doneAt } = kept ?? { ticks: {}, order: [], doneAt: null };
    const keys = items.map(({ key }) => key);
    const ticks = rename(before, items);
    const pairs = pair(order, keys);
    const old = Object.keys(ticks).filter((key) => !keys.includes(key));
    const renewed = old.map((key) => pairs.get(key)).filter(Boolean);
    const opened = items.map(({ key, text }) => {
      const ticked = Object.hasOwn(ticks, key) && ticks[key] === mark(text);
      const changed = renewed.includes(key) || (Object.hasOwn(ticks, key) && !ticked);
      return { key, text, ticked, changed };
    });
    const state = { items: opened, gone: old.length - renewed.length, doneAt: null, undo: null };
    return isDone(state) ? { ...state, doneAt } : state;
  }

  /** What to keep, as text; null when there is nothing. An item that changed stays so until seen to. */
  function keep({ items, doneAt }) {
    const marked = items.filter(({ ticked, changed }) => ticked || changed);
    if (!marked.length) {
      return null;
    }
    const ticks = Object.fromEntries(
      marked.map(({ key, text, ticked }) => [key, ticked ? mark(text) : ""]),
    );
    return JSON.stringify({ form: FORM, ticks, order: items.map(({ key }) => key), doneAt });
  }

  const count = ({ items }) => items.filter(({ ticked }) => ticked).length;
  const isDone = (state) => state.items.length > 0 && count(state) === state.items.length;
  const isEmpty = ({ items }) => !items.some(({ ticked, changed }) => ticked || changed);

  const ANSWERS = {
    /** Tick a box, or take its tick away. `now` is the time in milliseconds. */
    tick(state, { key, ticked, now }) {
      const items = state.items.map((item) =>
        item.key === key ? { ...item, ticked, changed: false } : item,
      );
      const next = { items, gone: 0, doneAt: null, undo: null };
      return isDone(next) ? { ...next, doneAt: now } : next;
    },

    /** Start again: no tick is left, and one step leads back. */
    reset(state) {
      if (isEmpty(state)) {
        return { ...state, gone: 0 };
      }
      const { items, doneAt } = state;
      const cleared = items.map((item) => ({ ...item, ticked: false, changed: false }));
      return { items: cleared, gone: 0, doneAt: null, undo: { items, doneAt } };
    },

    undo: (state) => (state.undo ? { ...state, ...state.undo, undo: null } : state),
  };

  const answer = (state, action) => ANSWERS[action.type](state, action);

  const two = (number) => String(number).padStart(2, "0");
  const writeTime = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
  const writeDay = (date) => `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;

  const describeCount = (state) => `${count(state)} of ${state.items.length} done`;

  /** When the last box was ticked: the time, with the day if that was not today. */
  function describeDone({ doneAt }, now) {
    if (doneAt === null) {
      return "";
    }
    const [date, today] = [new Date(doneAt), new Date(now)];
    const day = writeDay(date) === writeDay(today) ? "" : ` on ${writeDay(date)}`;
    return `Done at ${writeTime(date)}${day}`;
  }

  /** What a screen reader announces after an answer. */
  function describe(state, now) {
    if (state.undo) {
      return "All ticks are gone. Undo brings them back.";
    }
    return [describeCount(state), describeDone(state, now)].filter(Boolean).join(". ");
  }

  function describeGone({ gone }) {
    if (!gone) {
      return "";
    }
    return gone === 1
      ? "1 item that you ticked is no longer in this list."
      : `${gone} items that you ticked are no longer in this list.`;
  }

  /** The list as plain text: what, when, each box, and what it was taken from. */
  function write(state, { title, source, now }) {
    const date = new Date(state.doneAt ?? now);
    const head = state.doneAt === null ? describeCount(state) : "Done";
    return [
      title,
      `${head}, ${writeDay(date)}, ${writeTime(date)}`,
      "",
      ...state.items.map(({ text, ticked }) => `[${ticked ? "x" : " "}] ${text}`),
      "",
      ...source,
      "",
    ].join("\n");
  }

  return { mark, read, open, keep, answer, count, describe, describeCount, describeDone, describeGone, write };
})();
