/*
  A role-play while it is played, as values. A play is `{ setting, rounds, endings }`; the first round is
  where it starts. A state is null before that, and then `{ past, own, reply }`: the forks so
  far, each with what one said in one's own words and the place of the reply one chose, and the same
  of the round one is in, null as long as it is not there yet.
*/
"use strict";

globalThis.guidebookPlay = (() => {
  const FORM = 1;
  const LONGEST = 500; // letters of one's own words
  const FRESH = Object.freeze({ past: [], own: null, reply: null });

  const find = (play, id) => [...play.rounds, ...play.endings].find((one) => one.id === id);
  const isEnd = (part) => Boolean(part?.outcome);

  /** The forks of a way, each with its round, and the round or ending that it leads to. */
  function follow(play, past) {
    let here = play.rounds[0];
    const forks = past.map((fork) => {
      const round = here;
      const chosen = round.replies[fork.reply];
      here = find(play, chosen.go);
      return { ...fork, round, chosen, best: round.replies.find(({ best }) => best) };
    });
    return { forks, here };
  }

  const findHere = (play, state) => follow(play, state.past).here;

  /** What is to be done: start, speak, choose, look at what the customer does, or read how it ended. */
  function findPhase(play, state) {
    if (!state) {
      return "start";
    }
    if (isEnd(findHere(play, state))) {
      return "end";
    }
    return state.own === null ? "speak" : state.reply === null ? "choose" : "look";
  }

  const ANSWERS = {
    begin: () => FRESH,
    speak: (state, { text }) => ({ ...state, own: text.trim().slice(0, LONGEST) }),
    choose: (state, { reply }) => ({ ...state, reply }),
    goOn: (state) => ({ ...FRESH, past: [...state.past, { own: state.own, reply: state.reply }] }),
    /** Again from the round at a place. */
    goBack: (state, { place }) => ({ ...FRESH, past: state.past.slice(0, place) }),
  };
  const FITS = { begin: ["start", "end"], speak: ["speak"], choose: ["choose"], goOn: ["look"], goBack: ["end"] };

  /** The state after an action; the same if it is not the time for that. */
  function answer(play, state, action) {
    return FITS[action.type].includes(findPhase(play, state)) ? ANSWERS[action.type](state, action) : state;
  }

  /** The best replies from the start, and where they end. */
  function findBest(play) {
    const past = [];
    let here = play.rounds[0];
    while (!isEnd(here)) {
      const reply = here.replies.findIndex(({ best }) => best);
      past.push({ own: "", reply });
      here = find(play, here.replies[reply].go);
    }
    return follow(play, past);
  }

  /**
   * One's way laid over the best one: a row for each turn, with the fork of each way, or null where a
   * way has ended. Rows are `same` as long as both ways are in one round.
   */
  function compare(play, state) {
    const [own, best] = [follow(play, state.past), findBest(play)];
    const turns = Math.max(own.forks.length, best.forks.length);
    const rows = Array.from({ length: turns }, (_, place) => {
      const [mine, theirs] = [own.forks[place] ?? null, best.forks[place] ?? null];
      return { place, own: mine, best: theirs, same: mine?.round === theirs?.round };
    });
    return { rows, ending: own.here, bestEnding: best.here };
  }

  /** How well it went: forks, those with the best reply, and whether the end is the best one. */
  function judge(play, state) {
    const { forks, here } = follow(play, state.past);
    const best = forks.filter(({ chosen }) => chosen.best).length;
    return { outcome: here.outcome, forks: forks.length, best, isBest: best === forks.length };
  }

  /** Changes with what is in a play, so that one goes on only with the one that one knows. */
  const mark = ({ rounds, endings }) => guidebookChecklist.mark(JSON.stringify([rounds, endings]));

  function keep(play, state) {
    return state && JSON.stringify({ form: FORM, play: mark(play), ...state });
  }

  const isOwn = (own) => own === null || typeof own === "string";

  /** Whether a state is one to which this play can lead. */
  function fits(play, { past, own, reply }) {
    let here = play.rounds[0];
    for (const fork of [...past, ...(reply === null ? [] : [{ own, reply }])]) {
      const chosen = isEnd(here) ? null : here.replies[fork.reply];
      if (typeof fork.own !== "string" || !Number.isInteger(fork.reply) || !chosen) {
        return false;
      }
      here = find(play, chosen.go);
    }
    return isOwn(own);
  }

  /** The state that was kept, or null if it is of another play, or of another form. */
  function read(play, text) {
    try {
      const { form, play: marked, past, own, reply } = JSON.parse(text);
      const state = { past: past.map((fork) => ({ own: fork.own, reply: fork.reply })), own, reply };
      return form === FORM && marked === mark(play) && fits(play, state) ? state : null;
    } catch {
      return null;
    }
  }

  /** What a screen reader announces besides the heading. */
  function describe(play, state) {
    const count = state ? findHere(play, state).replies?.length : 0;
    return {
      start: "",
      speak: "Say it in your own words",
      choose: `${count} replies to choose from`,
      look: "What happens then",
      end: "The role-play is over",
    }[findPhase(play, state)];
  }

  return { answer, compare, describe, findHere, findPhase, judge, keep, read };
})();
