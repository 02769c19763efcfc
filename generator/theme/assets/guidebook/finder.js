/* The search box: gets what it needs at the first use, and draws what the state says. */
"use strict";

(() => {
  const home = new URL(".", document.currentScript.src);
  const top = new URL("../../", home);
  const form = document.querySelector(".gb-finder");
  if (!form) {
    return;
  }
  const input = form.querySelector(".gb-finder-input");
  const panel = form.querySelector(".gb-results");
  const list = form.querySelector("[role=listbox]");
  const empty = form.querySelector(".gb-results-empty");
  const status = form.querySelector(".gb-finder-status");
  const isOverlay = !form.classList.contains("gb-finder--big");

  const LONGEST_STEP = 12; // ms
  const SOON = 80; // ms
  const LOADING = "Loading the search …";
  const FAILED = "The search could not be loaded. Go on from the menu, or try again.";
  const NOTHING = "No answer for these words. Try one word less, or go on here:";
  const UNSURE = "Nothing here clearly answers this. Someone in danger? Start with Help me now.";
  let loading;
  let hasFailed = false;
  let finder;
  let state;
  let isScrolled = false;
  list.addEventListener("scroll", () => {
    isScrolled = list.scrollTop > 0;
  });

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  /** Scripts, since a page opened from a disk may load scripts but fetch nothing. */
  function load() {
    loading ??= start().catch(() => {
      loading = undefined;
      hasFailed = true;
    });
    return loading;
  }

  /** On a slow line the first part answers as soon as it is there; else there is only the whole. */
  async function start() {
    hasFailed = false;
    await Promise.all([new URL("finder-engine.js", home), new URL("finder/first.js", top)].map(loadScript));
    const rest = loadScript(new URL("finder/rest.js", top)).then(
      () => true,
      () => false,
    );
    const isHere = await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, SOON, false))]);
    await prepare(isHere ? complete() : globalThis.guidebookFinderFirst);
    if (!isHere) {
      finish(rest);
    }
  }

  function complete() {
    const { guidebookFinderFirst: first, guidebookFinderRest: rest } = globalThis;
    return guidebookFinderCore.complete(first, rest);
  }

  /** Take in the rest, and answer again, unless somebody is choosing already. */
  async function finish(rest) {
    if (await rest) {
      await prepare(complete());
      if (state?.open && state.active === 0 && !isScrolled) {
        answer();
      }
    } else {
      loading = undefined;
    }
  }

  /** Get ready in short steps: meanwhile the page shows what somebody types or taps. */
  async function prepare(index) {
    const start = performance.now();
    const steps = guidebookFinderCore.prepare(index);
    let step = steps.next();
    for (let since = start; !step.done; step = steps.next()) {
      if (performance.now() - since > LONGEST_STEP) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
    }
    finder = step.value;
    state ??= guidebookFinderState.CLOSED;
    performance.measure("finder ready", { start });
  }

  /** What is shown instead of answers, until there are some. */
  function drawNotice(text) {
    panel.hidden = !text;
    empty.hidden = !text;
    empty.textContent = text;
    panel.classList.toggle("gb-results--loading", text === LOADING);
    status.textContent = text;
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

  function write(style, text) {
    const span = document.createElement("span");
    span.className = style;
    span.textContent = text;
    return span;
  }

  function makeOption(answer, position) {
    const link = document.createElement("a");
    link.className = answer.help ? "gb-result gb-result--help" : "gb-result";
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
    link.append(write("gb-result-title", answer.title));
    const parts = [answer.chapter, answer.readers && `for ${answer.readers}`, !answer.shown && answer.where];
    const place = parts.filter(Boolean).join(" · ");
    if (place) {
      link.append(" ", write("gb-result-chapter", place));
    }
    if (answer.answer) {
      link.append(" ", write("gb-result-say", answer.answer));
    }
    if (answer.step) {
      link.append(" ", write("gb-result-say", `Do: ${answer.step}`));
    }
    if (answer.say) {
      link.append(" ", write("gb-result-say", `Say: “${answer.say}”`));
    }
    if (answer.shown && answer.shown !== answer.say && answer.shown !== answer.step) {
      link.append(" ", write("gb-result-where", answer.where));
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
      }
    } else {
      input.removeAttribute("aria-activedescendant");
    }
    const told = guidebookFinderState.tell(state);
    if (status.textContent !== told) {
      status.textContent = told;
    }
  }

  async function answer() {
    const isAsked = () => Boolean(input.value.trim());
    if (!finder) {
      drawNotice(isAsked() ? LOADING : "");
      await load();
      drawNotice(isAsked() && hasFailed ? FAILED : "");
    }
    if (!finder) {
      return;
    }
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

  input.addEventListener("focus", load);
  input.addEventListener("input", answer);
  input.addEventListener("keydown", (event) => {
    if (state && KEYS[event.key] && !event.isComposing) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (state?.query !== input.value) {
      await answer();
    }
    if (state?.open) {
      list.children[state.active]?.click();
    } else if (state) {
      draw(guidebookFinderState.move(state, 0));
    }
  });
  if (isOverlay) {
    form.addEventListener("focusout", (event) => {
      if (state && !form.contains(event.relatedTarget)) {
        draw(guidebookFinderState.close(state));
      }
    });
    input.addEventListener("focus", () => {
      if (state?.answers.length) {
        draw(guidebookFinderState.move(state, 0));
      }
    });
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && !typing && (event.key === "/" || event.key === "s")) {
      event.preventDefault();
      document.getElementById("gb-menu")?.hidePopover?.();
      input.focus();
      input.select();
    }
  });
})();
