// Courses in cmi5, learned with a platform that lives in this process: a list of `{ scripts, way, launch,
// state, fails }` in, with the texts of a course's scripts, what the platform says at the start, and how
// many of its first answers fail. Every statement is checked by xapi-validation. Out come the
// statements, what is wrong with them, what is kept, and which hosts were asked.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { goOn, learn, load } from "./learner.mjs";

const validate = createRequire(import.meta.url)("xapi-validation").default;
const BASE = "https://lms.example/xapi/";
const ACTOR = { account: { homePage: "https://lms.example", name: "learner-7" } };
const ACTIVITY = "https://lms.example/activities/42";
const REGISTRATION = "fd41c918-b88b-4b20-a0a5-a4c32391aaa0";
const SEARCH = new URLSearchParams({
  endpoint: BASE, fetch: "https://lms.example/token", actor: JSON.stringify(ACTOR), registration: REGISTRATION, activityId: ACTIVITY,
});

function makePlatform({ launch, state, fails = 0 }) {
  const seen = { statements: [], requests: [], state: state ?? null, faults: [] };
  let left = fails;
  const answer = (status, content) => ({ ok: status < 300, status, json: async () => content });

  function take(method, url, body) {
    const id = url.searchParams.get("stateId");
    if (method === "GET") {
      const found = { "LMS.LaunchData": launch, guidebook: seen.state }[id];
      return found ? answer(200, found) : answer(404);
    }
    if (left > 0) {
      left -= 1;
      return answer(503);
    }
    if (method === "PUT") {
      seen.state = body;
      return answer(204);
    }
    seen.statements.push(...[body].flat());
    return answer(200, []);
  }

  async function fetch(address, { method = "GET", body, headers = {} } = {}) {
    const url = new URL(address);
    seen.requests.push(`${method} ${url.origin}${url.pathname}`);
    if (url.pathname === "/token") {
      return answer(200, { "auth-token": "c2VjcmV0" });
    }
    if (headers.Authorization !== "Basic c2VjcmV0" || headers["X-Experience-API-Version"] !== "1.0.3") {
      seen.faults.push(`${address} has not the headers that a platform asks for`);
    }
    return take(method, url, body && JSON.parse(body));
  }

  return { fetch, seen };
}

async function attend({ scripts, way, ...given }) {
  const { fetch, seen } = makePlatform(given);
  const context = load(scripts, { fetch, URLSearchParams, structuredClone, performance, crypto });
  const told = [];
  const recorder = context.guidebookCmi5.make((isTrouble) => told.push(isTrouble), `?${SEARCH}`);
  const opened = await recorder.open();
  const { resumed, now } = learn(context, recorder, opened, way);
  const address = await recorder.close(1, given.isLeaving ?? false);
  goOn(context, recorder, now);
  await recorder.close(1, false);
  const faults = seen.statements.flatMap((one) => validate(one).map((fault) => [one.verb.id, fault]));
  return { ...seen, faults: [...seen.faults, ...faults], opened, resumed, address, told };
}

const answers = [];
for (const one of JSON.parse(readFileSync(0, "utf8"))) {
  answers.push(await attend(one));
}
process.stdout.write(JSON.stringify(answers));
