// Somebody who learns a course: `way` says which answers they take, "right", "wrong" or "half" of each.
import vm from "node:vm";

const WHEN = new Date(Date.UTC(2026, 10, 27, 9, 30));
const MOST = 40; // turns of a role-play

/** The scripts of a course, loaded where nothing but `given` is around them. */
export function load(scripts, given) {
  const context = vm.createContext({ console, ...given });
  context.parent = context;
  for (const script of scripts) {
    vm.runInContext(script, context);
  }
  return context;
}

function choose(choices, way, number) {
  const right = choices.findIndex((one) => one.right);
  const wrong = choices.findIndex((one) => !one.right);
  return way === "right" || (way === "half" && number % 2) ? right : wrong;
}

/** Learn what is left of a course; returns how far one was at first, and the state at the end. */
export function learn({ guidebookCourse: course, guidebookCourseState: state }, recorder, opened, way) {
  const mastery = opened.mastery ?? course.mastery;
  let now = opened.kept ? state.unpack(course, opened.kept) : state.FRESH;
  const resumed = state.measure(course, now, mastery);
  recorder.save(resumed, state.pack(now)); // as the page does when it opens
  const act = (choice, next) => {
    recorder.record({ ...choice, at: WHEN, seconds: 75 });
    now = state.settle(course, next);
    recorder.save(state.measure(course, now, mastery), state.pack(now));
  };
  const exercises = course.units.flatMap((unit) => unit.exercises);
  for (const [number, one] of exercises.entries()) {
    if (state.isDone(now, one) || (way === "half" && number >= exercises.length / 2)) {
      continue;
    }
    if (!one.scenes) {
      const choice = state.describeAnswer(one, choose(one.answers, way, number));
      act(choice, state.answer(now, one, choice.chosen));
      continue;
    }
    for (let turn = 0; turn < MOST && !state.isDone(now, one); turn += 1) {
      const { here } = state.follow(one, state.read(now, one).past);
      const choices = here.choices.map(({ best }) => ({ right: best }));
      const place = choose(choices, turn > MOST / 2 ? "right" : way, number);
      act(state.describeReply(now, one, place), state.reply(now, one, place));
    }
  }
  return { resumed, now };
}

/** Try to record after the end: nothing of it may arrive. */
export function goOn({ guidebookCourse: course, guidebookCourseState: state }, recorder, now) {
  const question = course.units.flatMap((unit) => unit.exercises).find((one) => one.answers);
  recorder.record({ ...state.describeAnswer(question, 0), at: WHEN, seconds: 1 });
  recorder.save(state.measure(course, now, course.mastery), state.pack(now));
}
