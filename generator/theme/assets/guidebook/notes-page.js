/* What the search missed: shown, changed and handed in. Nothing is sent. */
"use strict";

(() => {
  const NAME = "searches";
  const { change, drop, read, write } = guidebookSearchNotes;
  const { make, makeButton } = guidebookElements;
  const storage = guidebookTickStorage;
  const find = (name) => document.querySelector(`.gb-notes-${name}`);
  const [status, rows, tools] = ["told", "rows", "tools"].map(find);
  const options = [...document.querySelectorAll("#gb-notes-pages option")];
  const titles = new Map(options.map((one) => [one.dataset.id, one.value]));
  const ids = new Map(options.map((one) => [one.value, one.dataset.id]));
  let wasShared = storage.isShared();
  let kept = storage.read(NAME);
  let notes = read(kept);

  const count = () => `${notes.length} search${notes.length === 1 ? "" : "es"}`;

  function set(next) {
    notes = next;
    kept = notes.length ? write(notes) : null;
    storage.write(NAME, kept);
  }

  function makeField(label, value, listen) {
    const input = make("input");
    Object.assign(input, { type: "text", value, autocomplete: "off", maxLength: 120 });
    input.addEventListener("change", () => listen(input));
    return [make("label", "", make("span", "", label), input), input];
  }

  function makeRow(one, at) {
    const [words] = makeField("Words", one.query, (input) => {
      set(change(notes, at, { query: input.value }));
      input.value = notes[at].query;
    });
    const [page, input] = makeField("The page you needed", titles.get(one.page) ?? "", () => {
      set(change(notes, at, { page: ids.get(input.value) ?? "" }));
    });
    input.setAttribute("list", "gb-notes-pages");
    const times = one.count > 1 ? `${one.count} times` : "once";
    const what = one.kind === "nothing" ? "found nothing" : "no page was opened";
    const remove = makeButton("gb-link", "Remove", `Remove “${one.query}”`);
    remove.addEventListener("click", () => {
      set(drop(notes, at));
      draw();
      (rows.querySelectorAll("button")[at] ?? status).focus();
    });
    return make("li", "", words, page, make("p", "gb-aside", `${times}, ${what} `, remove));
  }

  function draw() {
    rows.replaceChildren(...notes.map(makeRow));
    tools.hidden = !notes.length;
    status.tabIndex = -1;
    status.textContent = storage.isShared()
      ? "This is a shared computer: nothing is kept."
      : notes.length
        ? `${count()}. Read them, strike what names anybody, and say which page you needed if you know.`
        : "Nothing yet. What the search does not answer will appear here.";
  }

  function save() {
    const link = make("a");
    const address = URL.createObjectURL(new Blob([write(notes)], { type: "application/json" }));
    Object.assign(link, { href: address, download: "searches.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    status.textContent = `${count()} saved as searches.json. Give it to whoever looks after the guidebook.`;
  }

  const ACTS = {
    save,
    forget() {
      set([]);
      draw();
      status.focus();
    },
  };
  tools.addEventListener("click", ({ target }) => ACTS[target.dataset.act]?.());
  // Whatever else is kept in another tab leaves alone what somebody is typing here.
  storage.watch(() => {
    if (storage.read(NAME) !== kept || storage.isShared() !== wasShared) {
      wasShared = storage.isShared();
      kept = storage.read(NAME);
      notes = read(kept);
      draw();
    }
  });
  draw();
})();
