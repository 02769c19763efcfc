/*
  A draft as a value: `{ lines, filled, text }`. `lines` are phrases as they were taken, `filled` what
  replaces their blanks, such as [name]. `text` is the reply as someone changed it by hand, or null:
  then it is the lines, filled in.
*/
"use strict";

globalThis.guidebookDraftState = (() => {
  const EMPTY = { lines: [], filled: {}, text: null };
  const BLANK = /\[([^[\]\n]{1,60})\]/g;

  const isCapital = (letter) => letter !== letter.toLowerCase();

  /** [Name] and [name] are the same blank. */
  const findKey = (name) => name.trim().toLowerCase();

  /** The blanks of some texts, each once: `{ key, name }`. */
  function listBlanks(texts) {
    const blanks = new Map();
    for (const [, name] of texts.flatMap((text) => [...text.matchAll(BLANK)])) {
      const key = findKey(name);
      const known = blanks.get(key);
      blanks.set(key, known && !isCapital(known[0]) ? known : name.trim());
    }
    return [...blanks].map(([key, name]) => ({ key, name }));
  }

  function fillIn(text, filled) {
    return text.replace(BLANK, (blank, name) => {
      const value = filled[findKey(name)]?.trim();
      if (!value) {
        return blank;
      }
      return isCapital(name[0]) ? value[0].toUpperCase() + value.slice(1) : value;
    });
  }

  const compose = (draft) => draft.lines.map((line) => fillIn(line, draft.filled)).join("\n");
  const reply = (draft) => draft.text ?? compose(draft);
  const has = (draft, line) => draft.lines.includes(line);
  const isEmpty = (draft) => !draft.lines.length && !draft.text?.trim();

  /** What has to be filled in: the blanks of the lines, and whether each has been. */
  const ask = (draft) =>
    listBlanks(draft.lines).map((blank) => ({ ...blank, value: draft.filled[blank.key] ?? "" }));

  function add(draft, line) {
    const own = draft.text?.trimEnd();
    const filled = fillIn(line, draft.filled);
    const text = draft.text === null ? null : own ? `${own}\n${filled}` : filled;
    return { ...draft, lines: [...draft.lines, line], text };
  }

  /** Without the line at a place. From a reply changed by hand it goes if it is there as it was. */
  function remove(draft, place) {
    const line = draft.lines[place];
    const filled = line && fillIn(line, draft.filled);
    const own = draft.text?.split("\n") ?? [];
    const at = own.indexOf(filled);
    const text = at < 0 ? draft.text : own.filter((_, index) => index !== at).join("\n");
    return { ...draft, lines: draft.lines.filter((_, index) => index !== place), text };
  }

  const toggle = (draft, line) =>
    has(draft, line) ? remove(draft, draft.lines.indexOf(line)) : add(draft, line);

  /** The line at a place changes places with the one before (-1) or after it (1). */
  function move(draft, place, step) {
    const lines = [...draft.lines];
    if (lines[place] === undefined || lines[place + step] === undefined) {
      return draft;
    }
    [lines[place], lines[place + step]] = [lines[place + step], lines[place]];
    return { ...draft, lines };
  }

  const fill = (draft, key, value) => ({ ...draft, filled: { ...draft.filled, [key]: value } });

  /** What is filled in comes into a reply changed by hand as well, where its blank still is. */
  const settle = (draft) =>
    draft.text === null ? draft : { ...draft, text: fillIn(draft.text, draft.filled) };

  /** A reply changed back to what the lines say is no longer one changed by hand. */
  const edit = (draft, text) => ({ ...draft, text: text === compose(draft) ? null : text });

  const rebuild = (draft) => ({ ...draft, text: null });

  /** The names of what is still blank in the reply. */
  const listOpen = (draft) => listBlanks([reply(draft)]).map(({ name }) => name);

  function count(draft) {
    const number = draft.lines.length;
    return `${number} line${number === 1 ? "" : "s"}`;
  }

  /** A draft from what `JSON.stringify` wrote; an empty one if it is anything else. */
  function parse(json) {
    try {
      const { lines, filled, text } = JSON.parse(json);
      const known = Object.entries(filled).filter(([, value]) => typeof value === "string");
      return {
        lines: lines.filter((line) => typeof line === "string"),
        filled: Object.fromEntries(known),
        text: typeof text === "string" ? text : null,
      };
    } catch {
      return EMPTY;
    }
  }

  return {
    EMPTY, listBlanks, reply, has, isEmpty, ask, toggle, remove, move, fill, settle, edit, rebuild, listOpen, count, parse,
  };
})();
