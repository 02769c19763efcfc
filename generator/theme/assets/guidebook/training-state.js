/*
  What somebody trains, as values: how well each exercise is known by now, and which come next. A
  progress is `{ cards, done }`: by the id of an exercise, when it is due and what its next date is
  made from, and every answer as `{ at, id, rating }`. Times are in milliseconds, and given. The dates
  are FSRS’s; a rating is one of its: 1 again, 2 hard, 3 good.
*/
"use strict";

globalThis.guidebookTraining = (() => {
  const EMPTY = Object.freeze({ cards: {}, done: [] });
  const DAY = 86400000;
  const MOST = 2000; // answers that are kept
  const MINUTES = { quiz: 1, words: 0.5, roleplay: 3 };
  const TURNS = ["quiz", "words", "roleplay", "words"]; // the kinds of what is new, in turn
  const scheduler = FSRS.fsrs({ enable_fuzz: false, enable_short_term: false });

  function unpack({ due, last, ...card }) {
    return {
      ...card,
      due: new Date(due),
      last_review: new Date(last),
      elapsed_days: 0,
      scheduled_days: Math.max(0, Math.round((due - last) / DAY)),
      learning_steps: 0,
    };
  }

  function pack({ due, last_review, stability, difficulty, reps, lapses, state }) {
    return { due: due.getTime(), last: last_review.getTime(), stability, difficulty, reps, lapses, state };
  }

  /** The progress after an answer. */
  function grade(progress, id, rating, now) {
    const before = progress.cards[id];
    const date = new Date(Math.max(now, before?.last ?? now)); // a clock may have been put back
    const { card } = scheduler.next(before ? unpack(before) : FSRS.createEmptyCard(date), date, rating);
    return {
      cards: { ...progress.cards, [id]: pack(card) },
      done: [...progress.done, { at: now, id, rating }].slice(-MOST),
    };
  }

  /** What comes back today is due all day: whoever trained in the evening may train in the morning. */
  const endDay = (now) => new Date(now).setHours(24, 0, 0, 0);

  /** How likely it is that somebody still knows it, from 0 to 1. */
  const weigh = (card, now) => scheduler.get_retrievability(unpack(card), new Date(now), false);

  /** What is new, other things first on every day; the kinds in turn, and of each playbook one thing. */
  function listNew(exercises, progress, now) {
    const day = Math.floor(now / DAY);
    const fresh = exercises
      .filter(({ id }) => !progress.cards[id])
      .map((one) => ({ one, place: guidebookChecklist.mark(`${day} ${one.id}`) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ one }) => one);
    const taken = [];
    const playbooks = new Set();
    for (let missed = 0, turn = 0; missed < TURNS.length; turn += 1) {
      const kind = TURNS[turn % TURNS.length];
      const next = fresh.find((one) => one.kind === kind && !playbooks.has(one.playbook));
      missed = next ? 0 : missed + 1;
      if (next) {
        taken.push(next);
        playbooks.add(next.playbook);
      }
    }
    const rest = fresh.filter((one) => !taken.includes(one));
    return [...taken, ...rest];
  }

  /** The exercises that are known by now, those first that are most likely forgotten. */
  function sortWeak(exercises, progress, now) {
    return exercises
      .map((one) => ({ one, known: weigh(progress.cards[one.id], now) }))
      .sort((a, b) => a.known - b.known)
      .map(({ one }) => one);
  }

  /**
   * The ids of what to train now: what is due, the weakest first, then what is new, and if that is
   * not enough, the weakest of the rest; as much as fits into so many minutes.
   */
  function plan(exercises, progress, now, minutes) {
    const seen = exercises.filter(({ id }) => progress.cards[id]);
    const end = endDay(now);
    const isDue = ({ id }) => progress.cards[id].due < end;
    const order = [
      ...sortWeak(seen.filter(isDue), progress, now),
      ...listNew(exercises, progress, now),
      ...sortWeak(seen.filter((one) => !isDue(one)), progress, now),
    ];
    const planned = [];
    let left = minutes;
    for (const { id, kind } of order) {
      if (MINUTES[kind] <= left) {
        planned.push(id);
        left -= MINUTES[kind];
      }
    }
    return planned;
  }

  /** How far somebody is: exercises, those seen and those due, and when the next ones are due. */
  function count(exercises, progress, now) {
    const cards = exercises.map(({ id }) => progress.cards[id]).filter(Boolean);
    const end = endDay(now);
    const later = cards.map(({ due }) => due).filter((due) => due >= end);
    return {
      all: exercises.length,
      seen: cards.length,
      due: cards.length - later.length,
      next: later.length ? Math.min(...later) : null,
    };
  }

  /** What a role-play that was played is worth. */
  const rate = ({ isBest, outcome }) => (isBest ? 3 : outcome === "good" ? 2 : 1);

  return { EMPTY, MOST, count, grade, plan, rate };
})();
