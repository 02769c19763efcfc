/* The search box in use: draws what the state says. */
"use strict";

globalThis.guidebookFinder = (() => {
  const LONGEST_STEP = 12; // ms
  const SOON = 50; // ms
  const PAUSE = 120; // ms without a letter, before lines are loaded for what is typed
  const NOTHING = "No answer for these words. Try one word less, or go on here:";
  const UNSURE = "Nothing here clearly answers this. Someone in danger? Start with Help me now.";
  const { make } = guidebookElements;
  const { find } = guidebookFinderFetch;
  let form, top, input, panel, list, empty, status;
  let first, known, finder, state;
  let asked = 0;
  let isScrolled = false;

  /**
   * Get ready, and answer what is typed already. On a slow line the first part of the index answers
   * as soon as it is there, and the rest follows; else there is only the whole.
   */
  async function start(given) {
    ({ form, top } = given);
    input = form.querySelector(".gb-finder-input");
    panel = form.querySelector(".gb-results");
    list = form.querySelector("[role=listbox]");
    empty = form.querySelector(".gb-results-empty");
    status = form.querySelector(".gb-finder-status");
    const rest = given.rest.then(
      () => find("rest") !== undefined,
      () => false,
    );
    const isHere = await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, SOON, false))]);
    await prepare(isHere ? readWhole() : readFirst());
    listen();
    answer();
    complete(isHere, rest);
  }

  async function complete(isHere, rest) {
    if (!isHere) {
      await finish(rest);
    }
    // A wide screen has a line for all of it; on a phone it is asked for.
    if (finder.parts && matchMedia("(min-width: 43.75em)").matches && !navigator.connection?.saveData) {
      await searchAll();
      answerAgain();
    }
  }

  function* readFirst() {
    first ??= yield* guidebookFinderPacked.unpack(find("first"));
    return first;
  }

  function* readWhole() {
    known = yield* guidebookFinderPacked.complete(yield* readFirst(), find("first"), find("rest"));
    return known;
  }

  function* readAll() {
    return yield* guidebookFinderPacked.complete(known ?? (yield* readFirst()), find("first"), find("all"));
  }

  /** Take in the rest, and answer again, unless somebody is choosing already. */
  async function finish(rest) {
    if (await rest) {
      await prepare(readWhole());
      answerAgain();
    }
  }

  function answerAgain() {
    if (state.open && state.active === 0 && !isScrolled) {
      answer();
    }
  }

  /** Of a large guidebook, load all texts, and take them in. */
  async function searchAll() {
    await guidebookFinderFetch.load("all");
    if (find("all") && finder.parts) {
      await prepare(readAll());
    }
  }

  async function answerFromAll() {
    await searchAll();
    await answer();
  }

  async function prepare(reading) {
    const start = performance.now();
    const index = await run(reading);
    const take = index.parts ? guidebookFinderParts.open : undefined;
    finder = await run(guidebookFinderCore.prepare(index, take));
    state ??= guidebookFinderState.CLOSED;
    performance.measure("finder ready", { start });
  }

  /** Get ready in short steps: meanwhile the page shows what somebody types or taps. */
  async function run(steps) {
    let step = steps.next();
    for (let since = performance.now(); !step.done; step = steps.next()) {
      if (performance.now() - since > LONGEST_STEP) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
    }
    return step.value;
  }

  /** Where to go when nothing is found: help, and the chapters of the menu. */
  function listWays() {
    const help = document.querySelector(".gb-help");
    const chapters = document.querySelectorAll("#gb-menu .gb-nav:not(.gb-nav--pages) > li > a");
    return [
      { title: help.textContent, address: help.href, help: true },
      ...[...chapters].map((link) => ({
        title: (link.firstElementChild ?? link).textContent, // of very many chapters, one leads to all
        address: link.href,
      })),
    ];
  }

  function makeOption(answer, position) {
    const link = make("a", answer.help ? "gb-result gb-result--help" : "gb-result");
    link.id = `gb-answer-${position}`;
    link.href = answer.address ?? new URL(answer.url, top);
    if (answer.mark) {
      link.hash = answer.mark;
    }
    guidebookFrame.nameFile(link);
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    if (answer.all) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        link.textContent = "Loading …";
        answerFromAll();
      });
    }
    if (answer.id) {
      link.dataset.finderResult = answer.id;
    }
    link.append(make("span", "gb-result-title", answer.title));
    const parts = [answer.chapter, answer.readers && `for ${answer.readers}`];
    const place = parts.filter(Boolean).join(" · ");
    if (place) {
      link.append(" ", make("span", "gb-result-chapter", place));
    }
    if (answer.answer) {
      link.append(" ", make("span", "gb-result-say", answer.answer));
    }
    if (answer.step) {
      link.append(" ", make("span", "gb-result-say", `Do: ${answer.step}`));
    }
    if (answer.say) {
      link.append(" ", make("span", "gb-result-say", `Say: “${answer.say}”`));
    }
    if (answer.shown && answer.shown !== answer.say && answer.shown !== answer.step) {
      link.append(" ", make("span", "gb-result-where", answer.where));
    }
    return link;
  }

  function draw(next) {
    if (next.answers !== state.answers) {
      list.replaceChildren(...next.answers.map(makeOption));
      if (isScrolled) {
        list.scrollTop = 0;
      }
    }
    state = next;
    panel.hidden = !state.open;
    empty.hidden = state.found > 0;
    empty.textContent = empty.hidden ? "" : state.near ? UNSURE : NOTHING;
    input.setAttribute("aria-expanded", String(state.open));
    for (const [position, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(position === state.active));
    }
    const active = state.open && list.children[state.active];
    if (active) {
      input.setAttribute("aria-activedescendant", active.id);
      // Asked for only when needed, since it makes the browser lay out the page at once.
      if (state.active || isScrolled) {
        active.scrollIntoView({ block: "nearest" });
        isScrolled = true; // the list's own event comes a frame later
      }
    } else {
      input.removeAttribute("aria-activedescendant");
    }
    const message = guidebookFinderState.describe(state);
    if (status.textContent !== message) {
      status.textContent = message;
    }
  }

  /** What there is to go on with: of a large guidebook, all texts, which were not searched yet. */
  function addAll(found, ways) {
    if (!finder.parts || found.sure) {
      return [found, ways];
    }
    const all = { title: `Search every word of all pages (${finder.parts.all} MB)`, address: "#", all: true };
    return found.answers.length
      ? [{ ...found, answers: [...found.answers, all] }, ways]
      : [found, [...ways.slice(0, 1), all, ...ways.slice(1)]];
  }

  function drawFound(query, found) {
    draw(guidebookFinderState.type(query, ...addAll(found, found.sure ? [] : listWays())));
  }

  async function answer() {
    const query = input.value;
    asked += 1;
    if (!query.trim()) {
      drawFound(query, { sure: true, answers: [] });
    } else if (finder.parts) {
      await answerFromParts(query, asked);
    } else {
      drawFound(query, guidebookFinderCore.ask(finder, query));
    }
  }

  /** Load the lines that hold what is typed, and answer, unless something else is typed meanwhile. */
  async function answerFromParts(query, turn) {
    const asking = finder;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (turn === asked) {
      await guidebookFinderFetch.prepare(asking, query);
    }
    if (turn === asked) {
      const found = await guidebookFinderFetch.complete(asking, guidebookFinderCore.ask(asking, query));
      if (turn === asked && asking === finder) {
        drawFound(query, found);
      } else if (turn === asked) {
        await answer(); // more of the index has come meanwhile
      }
    }
  }

  const KEYS = {
    ArrowDown: () => draw(guidebookFinderState.move(state, 1)),
    ArrowUp: () => draw(guidebookFinderState.move(state, -1)),
    Escape() {
      if (state.open) {
        draw(guidebookFinderState.close(state));
      } else if (input.value) {
        input.value = "";
        draw(guidebookFinderState.CLOSED);
      } else {
        input.blur();
      }
    },
  };

  async function submit() {
    const query = input.value;
    if (state.query !== query) {
      await answer();
    }
    if (state.query !== query || input.value !== query) {
      return; // typed on or asked anew meanwhile: what is there answers other words
    }
    if (state.open) {
      list.children[state.active]?.click();
    } else {
      draw(guidebookFinderState.move(state, 0));
    }
  }

  function listen() {
    list.addEventListener("scroll", () => {
      isScrolled = list.scrollTop > 0;
    });
    input.addEventListener("input", answer);
    input.addEventListener("keydown", (event) => {
      if (KEYS[event.key] && !event.isComposing) {
        event.preventDefault();
        KEYS[event.key]();
      }
    });
    form.addEventListener("submit", submit);
    if (form.classList.contains("gb-finder--big")) {
      return;
    }
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) {
        draw(guidebookFinderState.close(state));
      }
    });
    input.addEventListener("focus", () => {
      if (state.answers.length) {
        draw(guidebookFinderState.move(state, 0));
      }
    });
  }

  return { start };
})();
