/*
  A course while it is learned, as values. A state is `{ best, once, marks }`: the best score so far in
  percent, whether all was done once, and by the mark of an exercise what was done. Of a question that
  is `{ first }`, the place of the first answer, which counts. Of a role-play it is `{ past, first }`:
  the places of the replies on the way so far, and how it ended the first time, which counts. No way
  comes back to a scene, so a way is no longer than there are scenes.
*/
"use strict";

globalThis.guidebookCourseState = (() => {
  const FRESH = Object.freeze({ best: 0, once: false, marks: {} });
  const POINTS = { good: 1, mixed: 0.5, poor: 0 };
  const NEW_PLAY = Object.freeze({ past: [], first: "" });
  const MARK = 4; // letters

  const listExercises = (course) => course.units.flatMap(({ exercises }) => exercises);
  const find = (play, id) => [...play.scenes, ...play.finishes].find((one) => one.id === id);
  const read = (state, exercise) => state.marks[exercise.mark] ?? (exercise.scenes ? NEW_PLAY : null);

  /** The forks of a way, each with its scene and choice, and the scene or finish that it leads to. */
  function follow(play, past) {
    let here = play.scenes[0];
    const forks = past.map((place) => {
      const fork = { scene: here, choice: here.choices[place] };
      here = find(play, fork.choice.go);
      return fork;
    });
    return { forks, here };
  }

  const isDone = (state, exercise) => {
    const done = read(state, exercise);
    return Boolean(exercise.scenes ? done.first : done);
  };

  function rate(state, exercise) {
    if (!isDone(state, exercise)) {
      return 0;
    }
    const { first } = read(state, exercise);
    return exercise.scenes ? POINTS[first] : Number(exercise.answers[first].right);
  }

  /** How far one is: exercises, those done, the score in percent, and whether all is done and well. */
  function measure(course, state, mastery) {
    const exercises = listExercises(course);
    const done = exercises.filter((one) => isDone(state, one)).length;
    const points = exercises.reduce((sum, one) => sum + rate(state, one), 0);
    const score = Math.max(state.best, Math.floor((points * 100) / exercises.length));
    const completed = state.once || done === exercises.length;
    return { count: exercises.length, done, score, completed, passed: completed && score >= mastery };
  }

  const put = (state, exercise, done) => ({ ...state, marks: { ...state.marks, [exercise.mark]: done } });

  /** The state after an answer to a question; only the first one counts. */
  function answer(state, question, place) {
    return isDone(state, question) ? state : put(state, question, { first: place });
  }

  /** The state after a reply; only the first end counts. */
  function reply(state, play, place) {
    const { past, first } = read(state, play);
    const { here } = follow(play, past);
    const next = find(play, here.choices[place].go);
    return put(state, play, { past: [...past, place], first: first || next.outcome || "" });
  }

  /** The state in which a role-play goes on from one of its forks again. */
  function goBack(state, play, place) {
    const { past, first } = read(state, play);
    return put(state, play, { past: past.slice(0, place), first });
  }

  /** The state with what stays whatever is done later: the best score, and that all was done. */
  function settle(course, state) {
    const { score, completed } = measure(course, state, 0);
    return { ...state, best: score, once: completed };
  }

  /** The state of a new start. */
  const restart = (state) => ({ ...state, marks: {} });

  /** A state as a short text of plain letters, for a platform that keeps no more than 4,000. */
  function pack(state) {
    const done = Object.entries(state.marks).map(([mark, { first, past }]) =>
      past ? `${mark}${past.join("")}.${first.slice(0, 1)}` : `${mark}${first}`);
    return [`${state.best}${state.once ? "!" : ""}`, ...done].join(";");
  }

  const OUTCOMES = { g: "good", m: "mixed", p: "poor", "": "" };

  function unpackPlay(play, text) {
    const [way, letter] = text.split(".");
    const past = [...way].map(Number);
    let here = play.scenes[0];
    for (const place of past) {
      here = here.choices?.[place] && find(play, here.choices[place].go);
      if (!here) {
        return null;
      }
    }
    return Object.hasOwn(OUTCOMES, letter ?? "-") ? { past, first: OUTCOMES[letter] } : null;
  }

  function unpackQuestion(question, text) {
    return /^\d$/.test(text) && question.answers[text] ? { first: Number(text) } : null;
  }

  /** The state that was packed. What is not of this course, or of an older form of it, is left out. */
  function unpack(course, text) {
    const byMark = new Map(listExercises(course).map((one) => [one.mark, one]));
    const [best, ...entries] = text.split(";");
    const marks = {};
    for (const entry of entries) {
      const exercise = byMark.get(entry.slice(0, MARK));
      const rest = entry.slice(MARK);
      const done = exercise && (exercise.scenes ? unpackPlay(exercise, rest) : unpackQuestion(exercise, rest));
      if (done) {
        marks[exercise.mark] = done;
      }
    }
    const score = Math.min(Math.max(0, Number.parseInt(best, 10) || 0), 100);
    return { best: score, once: best.endsWith("!"), marks };
  }

  /** Where to go on: the first unit with something to do, and its first exercise that is not done. */
  function findNext(course, state) {
    for (const [unit, { exercises }] of course.units.entries()) {
      const exercise = exercises.findIndex((one) => !isDone(state, one));
      if (exercise >= 0) {
        return { unit, exercise };
      }
    }
    return null;
  }

  /** One choice as it is recorded: what was asked, what could be chosen, and what was. */
  function describeAnswer(question, place) {
    const choices = question.answers.map(({ key, text, right }) => ({ key, text, right }));
    return { id: question.key, asked: question.prompt, choices, chosen: place };
  }

  function describeReply(state, play, place) {
    const { here } = follow(play, read(state, play).past);
    const choices = here.choices.map(({ key, say, best }) => ({ key, text: say, right: best }));
    return { id: `${play.key}.${here.id}`, asked: here.customer, choices, chosen: place };
  }

  return {
    FRESH, answer, describeAnswer, describeReply, findNext, follow, goBack, isDone, measure, pack, read, reply,
    restart, settle, unpack,
  };
})();
