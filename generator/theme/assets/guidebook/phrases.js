/* Words to use: choose a situation, copy its phrases or take them into the draft. All data is in the page. */
"use strict";

(() => {
  const state = guidebookPhrases;
  const draft = guidebookDraft;
  const { make, makeButton } = guidebookElements;
  const page = document.querySelector(".gb-page");
  const main = page.querySelector(".gb-main");
  const form = document.querySelector(".gb-filter");
  const counter = form.querySelector(".gb-filter-count");
  const reset = form.querySelector("[type=reset]");
  const field = form.elements.words;
  const { dataset } = document.documentElement;

  // Phrases

  /** What a phrase says; what nobody has set or written is a blank to fill in, such as [alarm]. */
  function readPhrase(item) {
    const words = item.querySelector("q").cloneNode(true);
    for (const value of words.querySelectorAll(".gb-value--unset, .gb-gap")) {
      value.replaceWith(`[${value.textContent.replace(/: not set$/, "")}]`);
    }
    for (const br of words.querySelectorAll("br")) {
      br.replaceWith(" ");
    }
    return words.textContent.replace(/\s+/g, " ").trim();
  }

  function readSituation(element) {
    const own = (item, name) => (item.dataset[name] ?? element.dataset[name]).split(" ").filter(Boolean);
    const readLines = (list) =>
      [...element.querySelectorAll(`.${list} > li`)].map((item) => ({
        item,
        text: readPhrase(item),
        feelings: own(item, "feelings"),
        channels: own(item, "channels"),
      }));
    const heading = element.querySelector("h3");
    const section = element.closest(".gb-section");
    return {
      element,
      section,
      heading,
      mark: heading.id,
      title: heading.textContent,
      link: section.querySelector(`.gb-picks a[href="#${heading.id}"]`),
      say: readLines("gb-words-say"),
      avoid: readLines("gb-words-avoid"),
    };
  }

  const capitalize = (word) => word[0].toUpperCase() + word.slice(1);

  /** A phrase as a button that copies it, and one that takes it into the draft. */
  function equip({ item, text, channels }) {
    const words = item.querySelector("q");
    const copier = makeButton("gb-snippet", "", `Copy: “${text}”`);
    for (const link of words.querySelectorAll("a")) {
      link.replaceWith(...link.childNodes);
    }
    words.replaceWith(copier);
    copier.append(words);
    const blanks = guidebookDraftState.listBlanks([text]).map(({ name }) => name);
    copier.addEventListener("click", () => draft.copyBy(copier, text, blanks));
    const adder = makeButton("gb-add", "", `Add to the draft: “${text}”`);
    const press = () => adder.setAttribute("aria-pressed", String(draft.has(text)));
    adder.addEventListener("click", () => draft.toggle(text));
    draft.watch(press);
    press();
    if (!item.querySelector(".gb-tag")) {
      item.append(make("span", "gb-tag gb-tag--elsewhere", channels.map(capitalize).join(", ")));
    }
    item.append(adder);
  }

  function prepare(situation) {
    if (!situation.ready) {
      situation.say.forEach(equip);
      const link = make("a", "", situation.title);
      link.href = `#${situation.mark}`;
      situation.heading.replaceChildren(link);
      situation.heading.tabIndex = -1;
      situation.ready = true;
    }
  }

  const folds = main.querySelectorAll(".gb-fold");
  const situations = [...main.querySelectorAll(".gb-situation")].map(readSituation);
  const sections = new Set(situations.map(({ section }) => section));
  for (const fold of folds) {
    fold.open = true;
  }

  // What is shown

  const isOption = (name, wanted) => [...form.elements[name].options].some(({ value }) => value === wanted);
  const readUsual = () => (isOption("channel", dataset.channel) ? dataset.channel : "");

  /** What the address chooses; what it names that is not here, as of an older page, chooses nothing. */
  function readAddress() {
    const next = state.read(location.hash.slice(1), usual);
    return (
      next && {
        ...next,
        situation: situations.some(({ mark }) => mark === next.situation) ? next.situation : "",
        feeling: isOption("feeling", next.feeling) ? next.feeling : "",
        channel: isOption("channel", next.channel) ? next.channel : "",
      }
    );
  }

  let usual = readUsual();
  let chosen = readAddress() ?? { ...state.ALL, channel: usual };
  let left = { situation: "", top: 0 };

  function drawSituation(situation) {
    const shown = state.choose(situation, chosen);
    for (const kind of ["say", "avoid"]) {
      situation[kind].forEach(({ item }, place) => {
        item.hidden = !shown[kind][place];
      });
    }
    const isHere = chosen.situation === situation.mark;
    const name = state.name(chosen);
    situation.element.hidden = !shown.count;
    situation.link.parentElement.hidden = name === "one" ? isHere : !shown.count;
    if (shown.count && name !== "all") {
      prepare(situation);
      const list = situation.element.querySelector(".gb-words-say");
      for (const place of state.order(situation, chosen)) {
        const line = situation.say[place];
        line.item.classList.toggle("gb-elsewhere", state.isElsewhere(line, chosen));
        list.append(line.item);
      }
    }
    return shown.count;
  }

  function draw() {
    let phrases = 0;
    let count = 0;
    for (const situation of situations) {
      const found = drawSituation(situation);
      phrases += found;
      count += found ? 1 : 0;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector(".gb-situation:not([hidden])");
    }
    page.dataset.view = state.name(chosen);
    for (const name of ["feeling", "channel", "words"]) {
      if (form.elements[name].value !== chosen[name]) {
        form.elements[name].value = chosen[name];
      }
    }
    const summary = chosen.situation ? "" : state.describeCount(phrases, count);
    if (counter.textContent !== summary) {
      counter.textContent = summary;
    }
    reset.hidden = !(chosen.feeling || chosen.channel || chosen.words);
  }

  /** The address says what is shown, so that it can be sent, and Back goes back. */
  function keep(isNew) {
    const mark = state.write(chosen, usual);
    const address = mark ? `#${mark}` : location.pathname + location.search;
    try {
      history[isNew ? "pushState" : "replaceState"](history.state, "", address);
    } catch {
      // Opened from a disk, some browsers keep the address as it is.
    }
  }

  function choose(next) {
    const isNew = Boolean(chosen.situation);
    chosen = next;
    keep(isNew);
    draw();
  }

  /** Where a reader goes on: at the situation that came, or in the list where they left it. */
  function arrive() {
    const here = situations.find(({ mark }) => mark === chosen.situation);
    const chapter = document.getElementById(location.hash.slice(1));
    if (here) {
      scrollTo(0, 0);
      here.heading.focus({ preventScroll: true });
    } else if (chapter) {
      chapter.scrollIntoView();
    } else {
      scrollTo(0, left.top);
      situations.find(({ mark }) => mark === left.situation)?.link.focus({ preventScroll: true });
    }
  }

  main.addEventListener("click", (event) => {
    const link = event.target.closest(".gb-picks a");
    if (link && !chosen.situation) {
      left = { situation: link.hash.slice(1), top: scrollY };
    }
  });
  document.querySelector(".gb-back a").addEventListener("click", (event) => {
    event.preventDefault();
    choose({ ...chosen, situation: "", words: "" });
    arrive();
  });
  addEventListener("hashchange", () => {
    const next = readAddress();
    if (next) {
      chosen = next;
      draw();
      arrive();
    }
  });
  document.addEventListener("guidebook:channel", () => {
    const wasUsual = chosen.channel === usual;
    usual = readUsual();
    chosen = { ...chosen, channel: wasUsual ? usual : chosen.channel };
    draw();
  });

  form.addEventListener("input", () => {
    choose({
      situation: "",
      feeling: form.elements.feeling.value,
      channel: form.elements.channel.value,
      words: field.value,
    });
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(state.ALL);
    field.focus();
  });

  // The keyboard: arrows go from the field through what is shown, Enter goes to the first of it.

  const listStops = () =>
    [...main.querySelectorAll(".gb-picks a, .gb-snippet")].filter((one) => one.getClientRects().length);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = listStops();
    if (state.name(chosen) === "all") {
      first?.click();
    } else {
      first?.focus();
    }
  });

  page.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.target === field && event.key === "Escape" && field.value) {
      choose({ ...chosen, words: "" });
    } else if (step && (event.target === field || event.target.matches(".gb-picks a, .gb-snippet, .gb-add"))) {
      const stops = [field, ...listStops()];
      const at = stops.indexOf(event.target.closest(".gb-words-say > li")?.querySelector(".gb-snippet") ?? event.target);
      stops[at + step]?.focus();
      event.preventDefault();
    }
  });

  draw();
})();
