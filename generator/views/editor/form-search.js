/* What the search would find now for the words of a form, saved or not. */
"use strict";

globalThis.guidebookFormSearch = (() => {
  const { make } = guidebookElements;
  const { countFirst, describeFinding, readLines } = guidebookFormState;
  const { act } = guidebookEditorRequests;
  const WAIT = 500; // milliseconds
  let waiting = 0;
  let tried = "";

  const findLines = (form, name) =>
    readLines(form.querySelector(`[data-field$="${name}"] textarea`)?.value ?? "");

  function write(finding) {
    const item = make("li", "", make("q", "", finding.words), ` ${describeFinding(finding)}`);
    item.className = finding.rank === 1 ? "gb-found-first" : "gb-found-other";
    return item;
  }

  function drawTry(form) {
    const label = make("label", "gb-field-add", "Try what staff would type ");
    const input = make("input", "");
    input.type = "search";
    input.id = "c-try";
    input.value = tried;
    input.addEventListener("input", () => {
      tried = input.value;
      ask(form);
    });
    label.append(input);
    return label;
  }

  /** The place of the findings, with a line to try words in. */
  function start(form) {
    const place = form.querySelector(".gb-found");
    if (place) {
      place.replaceChildren(drawTry(form), make("div", "gb-found-list"));
      ask(form, 0);
    }
  }

  async function show(form) {
    const list = form.querySelector(".gb-found-list");
    if (!list) {
      return; // the form was drawn anew, and asks by itself
    }
    const words = findLines(form, "-search");
    const queries = findLines(form, `queries-${form.dataset.about}`);
    const asked = [...new Set([tried.trim(), ...queries, ...words].filter(Boolean))].slice(0, 200);
    try {
      const found = await act("form-search", { about: form.dataset.about, words, asked });
      const own = found.filter(({ words: one }) => one !== tried.trim());
      const others = own.filter(({ rank }) => rank !== 1);
      const trial = found.find(({ words: one }) => one === tried.trim());
      list.replaceChildren(
        ...(trial ? [make("ul", "", write(trial)), listFirst(trial)] : []),
        make("p", "gb-why", countFirst(own)),
        make("ul", "", ...others.map(write)),
      );
    } catch (error) {
      list.replaceChildren(make("p", "", error.message));
    }
  }

  function listFirst({ first }) {
    return make(
      "ol",
      "gb-found-first-pages",
      ...first.map(([title, url]) => {
        const link = make("a", "", title);
        link.href = url;
        return make("li", "", link);
      }),
    );
  }

  function ask(form, wait = WAIT) {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(form), wait);
  }

  return { ask, start };
})();
