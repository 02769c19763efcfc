/* What a page asks the local program, and has it do. */
"use strict";

globalThis.guidebookEditorRequests = (() => {
  const FOLDER = "/~edit/";
  let token = null;

  async function read(answer) {
    if (answer.headers.get("Content-Type") !== "application/json") {
      throw new Error(await answer.text());
    }
    return take(await answer.json());
  }

  function take(found) {
    if (found?.refused) {
      throw new Error(found.refused);
    }
    return found;
  }

  /** Ask something; `about` is what it is about, by name. */
  async function ask(name, about = {}) {
    return read(await fetch(`${FOLDER}${name}?${new URLSearchParams(about)}`));
  }

  /** Ask several things at once, each as `ask` takes it: a page asks them after every change. */
  async function askAll(...asked) {
    const of = JSON.stringify(asked.map(([name, about = {}]) => [name, about]));
    return (await ask("all", { of })).map(take);
  }

  async function send(name, body) {
    token ??= (await ask("token")).token;
    const headers = { "Content-Type": "application/json", "X-Guidebook": token };
    return fetch(`${FOLDER}${name}`, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** Have something done. The program may have been started anew, with another token. */
  async function act(name, body = {}) {
    let answer = await send(name, body);
    if (answer.status === 403) {
      token = null;
      answer = await send(name, body);
    }
    return read(answer);
  }

  return { act, ask, askAll };
})();
