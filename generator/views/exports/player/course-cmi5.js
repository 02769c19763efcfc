/*
  Records a course on a platform that speaks cmi5. The platform says in the address where to send what
  happens, and nothing is sent anywhere else. What is to be sent waits in line, so that it arrives in
  order; what did not arrive is tried again with the next.
*/
"use strict";

globalThis.guidebookCmi5 = (() => {
  const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
  const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const VERBS = {
    initialized: "http://adlnet.gov/expapi/verbs/initialized",
    answered: "http://adlnet.gov/expapi/verbs/answered",
    completed: "http://adlnet.gov/expapi/verbs/completed",
    passed: "http://adlnet.gov/expapi/verbs/passed",
    failed: "http://adlnet.gov/expapi/verbs/failed",
    terminated: "http://adlnet.gov/expapi/verbs/terminated",
  };
  const KEPT = "guidebook";
  const english = (text) => ({ en: text });

  function readLaunch(search) {
    const given = new URLSearchParams(search);
    const [endpoint, fetchUrl, actor] = ["endpoint", "fetch", "actor"].map((name) => given.get(name));
    const [registration, activity] = ["registration", "activityId"].map((name) => given.get(name));
    if (!(endpoint && fetchUrl && actor && registration && activity)) {
      return null;
    }
    const base = endpoint.endsWith("/") ? endpoint : `${endpoint}/`;
    return { endpoint: base, fetchUrl, actor: JSON.parse(actor), registration, activity };
  }

  /** The context of a statement; what cmi5 itself defines is marked as such. */
  function makeContext({ template, registration }, categories, mastery) {
    const context = structuredClone(template ?? {});
    context.registration = registration;
    if (categories.length) {
      const known = context.contextActivities?.category ?? [];
      const own = categories.map((name) => ({ objectType: "Activity", id: CATEGORY + name }));
      context.contextActivities = { ...context.contextActivities, category: [...known, ...own] };
    }
    if (mastery !== undefined) {
      context.extensions = { ...context.extensions, [MASTERY]: mastery };
    }
    return context;
  }

  function makeStatement(session, verb, { object, result, categories = [], mastery, at = new Date() }) {
    return {
      id: crypto.randomUUID(),
      timestamp: at.toISOString(),
      actor: session.actor,
      verb: { id: VERBS[verb], display: english(verb) },
      object: object ?? { objectType: "Activity", id: session.activity },
      ...(result ? { result } : {}),
      context: makeContext(session, categories, mastery),
    };
  }

  function describeChoice(session, { id, asked, choices, chosen, seconds }) {
    const right = choices.filter((one) => one.right).map(({ key }) => key);
    return {
      object: {
        objectType: "Activity",
        id: `${session.activity}#${id}`,
        definition: {
          type: "http://adlnet.gov/expapi/activities/cmi.interaction",
          interactionType: "choice",
          description: english(asked),
          choices: choices.map(({ key, text }) => ({ id: key, description: english(text) })),
          correctResponsesPattern: right,
        },
      },
      result: {
        response: choices[chosen].key,
        success: choices[chosen].right,
        duration: `PT${seconds}S`,
      },
    };
  }

  /** A recorder; `showTrouble` is called with true while something could not be saved. */
  function make(showTrouble, search = globalThis.location?.search ?? "") {
    let session = null;
    let waiting = []; // the statements, and what is kept, that did not arrive yet
    let isSending = false;
    let sending = Promise.resolve();
    let isOpen = false;
    let isGoing = false; // whether the page goes: then all is sent at once
    let said = {}; // which of completed and passed have been said, in this session or before
    let last = null;
    let hasChosen = false;

    const name = (what, parameters) => `${session.endpoint}${what}?${new URLSearchParams(parameters)}`;
    const agent = () => JSON.stringify(session.actor);
    const nameState = (id) => name("activities/state", {
      stateId: id, activityId: session.activity, agent: agent(), registration: session.registration,
    });

    async function ask(url, options = {}) {
      const headers = {
        Authorization: `Basic ${session.token}`, "X-Experience-API-Version": "1.0.3", ...options.headers,
      };
      const answer = await fetch(url, { ...options, headers });
      if (!answer.ok && answer.status !== 404) {
        throw new Error(`${answer.status}`);
      }
      return answer;
    }

    async function read(url) {
      const answer = await ask(url);
      return answer.ok ? answer.json() : null;
    }

    const isStatement = ({ url }) => url.endsWith("statements");

    const write = ({ url, content }) =>
      ask(url, {
        method: isStatement({ url }) ? "POST" : "PUT",
        body: JSON.stringify(content),
        keepalive: true,
        headers: { "Content-Type": "application/json" },
      });

    async function sendAll() {
      isSending = true;
      try {
        while (waiting.length) {
          await write(waiting[0]);
          waiting = waiting.slice(1);
        }
        showTrouble(false);
      } catch {
        showTrouble(true);
      }
      isSending = false;
    }

    /** Send what waits, in order; what fails stays first in line. */
    function send(url, content) {
      waiting = [...waiting, { url, content }];
      if (!(isSending || isGoing)) {
        sending = sendAll();
      }
    }

    /** Send all that waits at once, since the page is about to go: there is no time for one by one. */
    function sendTogether() {
      const left = isSending ? waiting.slice(1) : waiting;
      waiting = [];
      const statements = left.filter(isStatement);
      const kept = left.filter((one) => !isStatement(one)).slice(-1);
      const together = statements.length
        ? [{ url: statements[0].url, content: statements.map(({ content }) => content) }]
        : [];
      return Promise.allSettled([...kept, ...together].map(write));
    }

    const state = (verb, more) => send(`${session.endpoint}statements`, makeStatement(session, verb, more));
    const elapsed = () => `PT${Math.round((performance.now() - session.began) / 1000)}S`;

    async function open() {
      const launch = readLaunch(search);
      if (!launch) {
        return null;
      }
      session = { ...launch, began: performance.now() };
      const granted = await (await fetch(session.fetchUrl, { method: "POST" })).json();
      session.token = granted["auth-token"];
      const data = session.token && (await read(nameState("LMS.LaunchData")));
      if (!data) {
        return null;
      }
      // The standard asks for it; there is no sound and no language here to prefer.
      await read(name("agents/profile", { profileId: "cmi5LearnerPreferences", agent: agent() }));
      const kept = await read(nameState(KEPT));
      session.template = data.contextTemplate;
      session.isNormal = data.launchMode === "Normal";
      session.mastery = data.masteryScore;
      session.returnUrl = data.returnURL ?? "";
      said = kept?.said ?? {};
      isOpen = true;
      state("initialized", { categories: ["cmi5"] });
      const mastery = session.mastery === undefined ? null : session.mastery * 100;
      return { kept: kept?.kept ?? "", mastery, isKept: session.isNormal };
    }

    function record(choice) {
      if (isOpen && session.isNormal) {
        hasChosen = true;
        state("answered", { ...describeChoice(session, choice), at: choice.at });
      }
    }

    function judge(verb, score, success) {
      state(verb, {
        categories: ["cmi5", "moveon"],
        mastery: session.mastery,
        result: { success, score: { scaled: score / 100 }, duration: elapsed() },
      });
    }

    function save(progress, kept) {
      if (!(isOpen && session.isNormal)) {
        return;
      }
      last = progress;
      if (progress.completed && !said.completed) {
        said = { ...said, completed: true };
        state("completed", { categories: ["cmi5", "moveon"], result: { completion: true, duration: elapsed() } });
      }
      if (progress.passed && !said.passed) {
        said = { ...said, passed: true };
        judge("passed", progress.score, true);
      }
      send(nameState(KEPT), { kept, said });
    }

    /** End the session; that it was not passed is said only now, since it may still be. */
    async function close(_seconds, isLeaving) {
      if (!isOpen) {
        return "";
      }
      isOpen = false;
      isGoing = isLeaving;
      if (hasChosen && last.completed && !said.passed) {
        judge("failed", last.score, false);
      }
      state("terminated", { categories: ["cmi5"], result: { duration: elapsed() } });
      await (isLeaving ? sendTogether() : sending);
      if (waiting.length) {
        await sendAll(); // once more, since nothing follows with which it could be tried
      }
      return session.returnUrl;
    }

    return { open, record, save, close };
  }

  return { make };
})();
