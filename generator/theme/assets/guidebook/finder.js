/* The search box in use: draws what the state says. */
"use strict";

globalThis.guidebookFinder = (() => {
  const LONGEST_STEP = 12; // ms
  const SOON = 50; // ms
  const NOTHING = "No answer for these words. Try one word less, or go on here:";
  const UNSURE = "Nothing here clearly answers this. Someone in danger? Start with Help me now.";
  const { make } = guidebookElements;
  let form, top, input, panel, list, empty, status;
  let first, finder;
  let state;
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
      () => true,
      () => false,
    );
    const isHere = await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, SOON, false))]);
    await prepare(isHere ? readWhole() : readFirst());
    listen();
    answer();
    if (!isHere) {
      finish(rest);
    }
  }

  function* readFirst() {
    first ??= yield* guidebookFinderPacked.unpack(globalThis.guidebookFinderFirst);
    return first;
  }

  function* readWhole() {
    const { guidebookFinderFirst: before, guidebookFinderRest: rest } = globalThis;
    return yield* guidebookFinderPacked.complete(yield* readFirst(), before, rest);
  }

  /** Take in the rest, and answer again, unless somebody is choosing already. */
  async function finish(rest) {
    if (await rest) {
      await prepare(readWhole());
      if (state.open && state.active === 0 && !isScrolled) {
        answer();
      }
    }
  }

  async function prepare(reading) {
    const start = performance.now();
    finder = await run(guidebookFinderCore.prepare(await run(reading)));
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
        title: link.firstElementChild.textContent,
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
    const told = guidebookFinderState.tell(state);
    if (status.textContent !== told) {
      status.textContent = told;
    }
  }

  function answer() {
    const query = input.value;
    const found = query.trim() ? guidebookFinderCore.ask(finder, query) : { sure: false, answers: [] };
    draw(guidebookFinderState.type(query, found, found.sure ? [] : listWays()));
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

  function submit() {
    if (state.query !== input.value) {
      answer();
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
