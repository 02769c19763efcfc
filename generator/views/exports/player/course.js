/* A course on its page: what is chosen is kept, recorded and shown. */
"use strict";

(() => {
  const state = guidebookCourseState;
  const view = guidebookCourseView;
  const course = guidebookCourse;
  const MASTERY = course.mastery;
  const MAKE = {
    "scorm12": (showTrouble) => guidebookScorm.makeScorm12(showTrouble),
    "scorm2004": (showTrouble) => guidebookScorm.makeScorm2004(showTrouble),
    "cmi5": (showTrouble) => guidebookCmi5.make(showTrouble),
  };

  const find = (id) => document.getElementById(id);
  const recorder = MAKE[course.platform]((isTrouble) => {
    find("trouble").hidden = !isTrouble;
  });
  const began = performance.now();
  let mastery = MASTERY;
  let now = state.FRESH;
  let place = null;
  let shown = began;

  const seconds = (since) => Math.round((performance.now() - since) / 1000);

  function show(takeFocus = true) {
    const { count, done, score } = state.measure(course, now, mastery);
    find("far").textContent = `${done} of ${count} done, score ${score} of 100`;
    const here = view.draw(course, now, place, act);
    shown = performance.now();
    if (takeFocus) {
      scrollTo(0, 0);
      here.focus();
    }
  }

  const findExercise = () => course.units[place.unit].exercises[place.exercise];

  function record(choice) {
    recorder.record({ ...choice, at: new Date(), seconds: seconds(shown) });
  }

  /** The next exercise of the unit, or the first that is not done, wherever that is. */
  function findNext() {
    if (place && place.exercise + 1 < course.units[place.unit].exercises.length) {
      return { unit: place.unit, exercise: place.exercise + 1 };
    }
    return place ? null : state.findNext(course, now);
  }

  const ACTS = {
    list: () => {
      place = null;
    },
    open: ({ unit }) => {
      const first = course.units[unit].exercises.findIndex((one) => !state.isDone(now, one));
      place = { unit, exercise: Math.max(first, 0) };
    },
    next: () => {
      place = findNext();
    },
    ready: () => {
      place = { ...place, isReady: true };
    },
    restart: () => {
      now = state.restart(now);
      place = state.findNext(course, now);
    },
    answer: (action) => {
      record(state.describeAnswer(findExercise(), action.place));
      now = state.answer(now, findExercise(), action.place);
    },
    reply: (action) => {
      record(state.describeReply(now, findExercise(), action.place));
      now = state.reply(now, findExercise(), action.place);
      place = { ...place, isReady: false };
    },
    goBack: (action) => {
      now = state.goBack(now, findExercise(), action.place);
    },
  };

  function act(action) {
    const before = now;
    ACTS[action.type](action);
    if (now !== before) {
      now = state.settle(course, now);
      recorder.save(state.measure(course, now, mastery), state.pack(now));
    }
    show();
  }

  async function leave() {
    find("leave").disabled = true;
    const address = await recorder.close(seconds(began), false);
    if (address) {
      location.href = address;
      return;
    }
    find("closed").hidden = false;
    document.querySelector("main").replaceChildren();
  }

  /** The platform is there or not; what it kept is gone on with. */
  function start(opened) {
    find("alone").hidden = Boolean(opened);
    find("looking").hidden = !opened || opened.isKept;
    find("leave").hidden = !opened;
    mastery = opened?.mastery ?? MASTERY;
    now = opened?.kept ? state.unpack(course, opened.kept) : state.FRESH;
    if (opened?.isKept) {
      recorder.save(state.measure(course, now, mastery), state.pack(now));
    }
    show(false);
  }

  find("leave").addEventListener("click", leave);
  addEventListener("pagehide", () => recorder.close(seconds(began), true));
  recorder.open().then(start, () => start(null));
})();
