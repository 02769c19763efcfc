// Courses in SCORM, learned to the end with scorm-again as the platform: a list of
// `{ version, script, data, states, way }` in, with the texts of a course's scripts. `way` says which
// answer of each exercise is taken: "right", "wrong", or "half". Out comes everything that was
// written, what the platform refused, and how the attempt ended and began anew.
import { readFileSync } from "node:fs";
import vm from "node:vm";

globalThis.window = globalThis;
globalThis.document = { addEventListener() {} };
const { Scorm12API } = await import("scorm-again/scorm12");
const { Scorm2004API } = await import("scorm-again/scorm2004");

const VERSIONS = {
  scorm12: { Api: Scorm12API, name: "API", make: "makeScorm12", write: "LMSSetValue", read: "LMSGetValue", error: "LMSGetLastError", close: "LMSFinish" },
  scorm2004: { Api: Scorm2004API, name: "API_1484_11", make: "makeScorm2004", write: "SetValue", read: "GetValue", error: "GetLastError", close: "Terminate" },
};
const WHEN = new Date(Date.UTC(2026, 10, 27, 9, 30));

/** The platform, between which and the course everything that is written is noted. */
function watch({ Api, write, error, close }, kept) {
  const api = new Api({ logLevel: 5, autocommit: false });
  if (kept) {
    api.cmi.suspend_data = kept;
  }
  const seen = { written: [], refused: [], after: 0, isOver: false };
  const proxy = new Proxy(api, {
    get(target, name) {
      if (name !== write && name !== close) {
        return typeof target[name] === "function" ? target[name].bind(target) : target[name];
      }
      return (...values) => {
        seen.after += seen.isOver ? 1 : 0;
        seen.isOver ||= name === close;
        const answer = target[name](...values);
        if (name === write) {
          seen.written.push(values);
          const code = String(target[error]());
          if (code !== "0" || String(answer) !== "true") {
            seen.refused.push([...values, code]);
          }
        }
        return answer;
      };
    },
  });
  return { api, proxy, seen };
}

function choose(choices, way, number) {
  const right = choices.findIndex((one) => one.right);
  const wrong = choices.findIndex((one) => !one.right);
  return way === "right" || (way === "half" && number % 2) ? right : wrong;
}

async function learn(context, version, way, kept) {
  const names = VERSIONS[version];
  const { api, proxy, seen } = watch(names, kept);
  context[names.name] = proxy;
  const recorder = context.guidebookScorm[names.make]((isTrouble) => isTrouble && seen.refused.push("told"));
  const state = context.guidebookCourseState;
  const course = context.guidebookCourse;
  const opened = await recorder.open();
  let now = opened.kept ? state.unpack(course, opened.kept) : state.FRESH;
  const resumed = state.measure(course, now, course.mastery);
  const act = (choice, next) => {
    recorder.record({ ...choice, at: WHEN, seconds: 75 });
    now = state.settle(course, next);
    recorder.save(state.measure(course, now, course.mastery), state.pack(now));
  };
  const exercises = course.units.flatMap((unit) => unit.exercises);
  for (const [number, one] of exercises.entries()) {
    if (state.isDone(now, one) || (way === "half" && number > exercises.length / 2)) {
      continue;
    }
    if (!one.scenes) {
      const choice = state.describeAnswer(one, choose(one.answers, way, number));
      act(choice, state.answer(now, one, choice.chosen));
      continue;
    }
    for (let turn = 0; turn < 40 && !state.isDone(now, one); turn += 1) {
      const { here } = state.follow(one, state.read(now, one).past);
      const choices = here.choices.map(({ best }) => ({ right: best }));
      const place = way === "wrong" && turn > 20 ? choose(choices, "right", 0) : choose(choices, way, number);
      act(state.describeReply(now, one, place), state.reply(now, one, place));
    }
  }
  const read = (field) => api[names.read](field);
  const end = { kept: read("cmi.suspend_data"), count: Number(read("cmi.interactions._count")) };
  for (const field of ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.completion_status", "cmi.success_status", "cmi.score.scaled"]) {
    end[field] = read(field);
  }
  await recorder.close(3725);
  recorder.record({ ...state.describeAnswer(exercises.find((one) => one.answers), 0), at: WHEN, seconds: 1 });
  recorder.save(state.measure(course, now, course.mastery), state.pack(now));
  await recorder.close(1);
  return { ...seen, end, resumed, isSame: JSON.stringify(state.unpack(course, state.pack(now))) === JSON.stringify(now) };
}

const answers = [];
for (const { version, scripts, way, kept } of JSON.parse(readFileSync(0, "utf8"))) {
  const context = vm.createContext({ console });
  context.parent = context;
  for (const script of scripts) {
    vm.runInContext(script, context);
  }
  answers.push(await learn(context, version, way, kept));
}
process.stdout.write(JSON.stringify(answers));
