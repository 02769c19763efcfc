/* A progress as it is kept, saved, loaded and written as text, as values. Pure: times are given. */
"use strict";

globalThis.guidebookTrainingRecord = (() => {
  const FORM = "guidebook-training-1";
  const { MOST } = guidebookTraining;
  const LONGEST = 200; // letters of an id
  const NUMBERS = ["due", "last", "stability", "difficulty", "reps", "lapses", "state"];
  const STATES = [0, 1, 2, 3];
  const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const LATEST = 8.64e15; // the last time that a date can be

  const isTime = (one) => Number.isFinite(one) && Math.abs(one) <= LATEST;
  const isId = (one) => typeof one === "string" && one.length <= LONGEST;

  function isCard(card) {
    return (
      NUMBERS.every((name) => Number.isFinite(card?.[name])) &&
      isTime(card.due) &&
      isTime(card.last) &&
      card.stability > 0 &&
      card.difficulty >= 1 &&
      card.difficulty <= 10 &&
      card.reps >= 1 &&
      card.lapses >= 0 &&
      STATES.includes(card.state)
    );
  }

  const isAnswer = (one) => isTime(one?.at) && isId(one.id) && [1, 2, 3].includes(one.rating);
  const pick = (card) => Object.fromEntries(NUMBERS.map((name) => [name, card[name]]));

  /** A progress from text; null for what is none. What is wrong in one is left out. */
  function read(text) {
    try {
      const { form, cards, done } = JSON.parse(text);
      if (form !== FORM) {
        return null;
      }
      const sound = Object.entries(cards).filter(([id, card]) => isId(id) && isCard(card));
      return {
        cards: Object.fromEntries(sound.map(([id, card]) => [id, pick(card)])),
        done: done.filter(isAnswer).map(({ at, id, rating }) => ({ at, id, rating })).slice(-MOST),
      };
    } catch {
      return null;
    }
  }

  const write = ({ cards, done }) => JSON.stringify({ form: FORM, cards, done });

  const writeSession = ({ queue, at, right, began }) => JSON.stringify({ form: FORM, queue, at, right, began });

  /**
   * A session that was begun today and not finished, as `{ queue, at, right, began }`; or null. `known`
   * lists the ids of all exercises: a session with another in it is of an earlier guidebook.
   */
  function readSession(text, known, now) {
    try {
      const { form, queue, at, right, began } = JSON.parse(text);
      const isSound =
        form === FORM &&
        isTime(began) &&
        writeDay(began) === writeDay(now) &&
        queue.every((id) => known.includes(id)) &&
        Number.isInteger(at) &&
        Number.isInteger(right) &&
        0 <= right &&
        right <= at &&
        at < queue.length;
      return isSound ? { queue, at, right, began } : null;
    } catch {
      return null;
    }
  }

  /** Two progresses as one: of each exercise what was answered last, and every answer once. */
  function merge(one, other) {
    const cards = { ...one.cards };
    for (const [id, card] of Object.entries(other.cards)) {
      if (!(cards[id]?.last >= card.last)) {
        cards[id] = card;
      }
    }
    const name = ({ at, id }) => `${at} ${id}`;
    const answers = new Map([...one.done, ...other.done].map((answer) => [name(answer), answer]));
    const done = [...answers.values()].sort((a, b) => a.at - b.at).slice(-MOST);
    return { cards, done };
  }

  /** The same under the names that playbooks have now; `names` are the new ones by the old. */
  function rename({ cards, done }, names) {
    const find = (id) => {
      const [playbook, ...rest] = id.split(".");
      return Object.hasOwn(names, playbook) ? [names[playbook], ...rest].join(".") : id;
    };
    const renamed = Object.entries(cards).map(([id, card]) => [find(id), card]);
    return {
      cards: Object.fromEntries(renamed.sort(([, a], [, b]) => a.last - b.last)),
      done: done.map((answer) => ({ ...answer, id: find(answer.id) })),
    };
  }

  function writeDay(time) {
    const date = new Date(time);
    return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
  }

  /**
   * What was done, day by day, the newest first. `titles` are those of playbooks, by exercise; what is
   * in none any more counts without one.
   */
  function list({ done }, titles) {
    const days = new Map();
    for (const { at, id, rating } of done) {
      const day = writeDay(at);
      const row = days.get(day) ?? { day, done: 0, right: 0, titles: [] };
      row.done += 1;
      row.right += rating === 1 ? 0 : 1;
      const title = titles[id];
      if (title && !row.titles.includes(title)) {
        row.titles.push(title);
      }
      days.set(day, row);
    }
    return [...days.values()].reverse();
  }

  /** The same as plain text. */
  function writeText(rows, { title, now }) {
    const lines = rows.map(({ day, done, right, titles }) => `${day}: ${done} done, ${right} right. ${titles.join("; ")}`);
    return [title, `Written ${writeDay(now)}`, "", ...lines, ""].join("\n");
  }

  return { list, merge, read, readSession, rename, write, writeDay, writeSession, writeText };
})();
