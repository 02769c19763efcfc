/* The page for handing in: shows what changed, and sends it when one says so. */
"use strict";

(() => {
  const FOLDER = "/~edit/";
  const LOST = "The preview does not answer. See that it runs, and load this page again to see what was handed in.";
  const find = (name) => document.querySelector(`.gb-hand-in-${name}`);
  const form = find("form");
  const fields = form.elements;
  let change = null;

  async function ask(name, asked) {
    try {
      const sent = asked && {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Guidebook": await askToken() },
        body: JSON.stringify(asked),
      };
      const answer = await fetch(FOLDER + name, sent);
      return await answer.json();
    } catch {
      return { refused: LOST };
    }
  }

  async function askToken() {
    return (await (await fetch(`${FOLDER}token`)).json()).token;
  }

  function say(text) {
    find("status").textContent = text;
  }

  /* The preview wrote it; words of files are escaped in it. */
  function showChanges(html) {
    const page = guidebookPreviewHtml.parse(html);
    find("changes").replaceChildren(...[...page.body.childNodes].map((one) => document.adoptNode(one)));
  }

  function read() {
    return {
      message: fields.message.value,
      name: fields.name.value,
      email: fields.email.value,
      anyway: fields.anyway.checked,
    };
  }

  function show() {
    const button = guidebookHandIn.nameButton(change);
    say(change.status);
    showChanges(change.html);
    form.hidden = !button;
    find("button").textContent = button;
    find("message").hidden = !change.files;
    find("author").hidden = !(change.files && change.asksAuthor);
    find("errors").hidden = !(change.files && change.errors);
    find("errors").querySelector("p").textContent = change.errors;
    find("where").textContent = change.where;
  }

  async function load() {
    const found = await ask("hand-in-change");
    if (found.refused) {
      say(found.refused);
      return;
    }
    change = found;
    fields.message.value = change.message;
    fields.name.value = change.name;
    fields.email.value = change.email;
    show();
  }

  function showDone(done) {
    const part = find("done");
    part.querySelector("p").textContent = done.status;
    const link = part.querySelector("a");
    link.hidden = !done.address;
    link.href = done.address || "#";
    form.hidden = true;
    say("");
    find("changes").replaceChildren();
    part.hidden = false;
    part.focus();
  }

  async function send(event) {
    event.preventDefault();
    const missing = guidebookHandIn.findMissing(change, read());
    find("missing").textContent = missing;
    if (missing) {
      return;
    }
    find("button").disabled = true;
    const done = await ask("hand-in-now", guidebookHandIn.makeRequest(change, read()));
    find("button").disabled = false;
    if (done.refused) {
      find("missing").textContent = done.refused;
    } else {
      showDone(done);
    }
  }

  form.addEventListener("submit", send);
  load();
})();
