// Courses in SCORM, learned with scorm-again as the platform: a list of `{ version, scripts, way, kept }`
// in, with the texts of a course's scripts. Out comes everything that was written, what the platform
// refused, and how the attempt ended.
import { readFileSync } from "node:fs";
import { goOn, learn, load } from "./learner.mjs";

globalThis.window = globalThis;
globalThis.document = { addEventListener() {} };
const { Scorm12API } = await import("scorm-again/scorm12");
const { Scorm2004API } = await import("scorm-again/scorm2004");

const VERSIONS = {
  scorm12: { Api: Scorm12API, name: "API", make: "makeScorm12", write: "LMSSetValue", read: "LMSGetValue", error: "LMSGetLastError", save: "LMSCommit", close: "LMSFinish" },
  scorm2004: { Api: Scorm2004API, name: "API_1484_11", make: "makeScorm2004", write: "SetValue", read: "GetValue", error: "GetLastError", save: "Commit", close: "Terminate" },
};
const SAVED = 40; // each save writes all of an attempt once more, so only one of so many is passed on
const ENDS = ["cmi.core.lesson_status", "cmi.core.score.raw", "cmi.completion_status", "cmi.success_status", "cmi.score.scaled"];

/** The platform, between which and the course everything that is written is noted. */
function watch({ Api, write, error, save, close }, kept) {
  const api = new Api({ logLevel: 5, autocommit: false });
  if (kept) {
    api.cmi.suspend_data = kept;
  }
  const seen = { written: [], refused: [], after: 0, isOver: false };
  let saves = 0;
  const proxy = new Proxy(api, {
    get(target, name) {
      if (name === save && saves++ % SAVED) {
        return () => "true";
      }
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

async function attend({ version, scripts, way, kept }) {
  const names = VERSIONS[version];
  const { api, proxy, seen } = watch(names, kept);
  const context = load(scripts, { [names.name]: proxy });
  const recorder = context.guidebookScorm[names.make]((isTrouble) => isTrouble && seen.refused.push("told"));
  const opened = await recorder.open();
  const { resumed, now } = learn(context, recorder, opened, way);
  const read = (field) => api[names.read](field);
  const end = { kept: read("cmi.suspend_data"), count: Number(read("cmi.interactions._count")) };
  for (const field of ENDS) {
    end[field] = read(field);
  }
  await recorder.close(3725);
  goOn(context, recorder, now);
  await recorder.close(1);
  const { guidebookCourse: course, guidebookCourseState: state } = context;
  const isSame = JSON.stringify(state.unpack(course, state.pack(now))) === JSON.stringify(now);
  return { ...seen, end, resumed, isSame };
}

const answers = [];
for (const one of JSON.parse(readFileSync(0, "utf8"))) {
  answers.push(await attend(one));
}
process.stdout.write(JSON.stringify(answers));
