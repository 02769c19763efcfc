/* What now mode shows: the branches as the page has them, and one step of one of them as elements. */
"use strict";

globalThis.guidebookNowView = (() => {
  const now = guidebookNow;
  const { make } = guidebookElements;
  const SIZES = ["xxl", "xl", "l", "brief"]; // the last without the reason
  const MUST = ".gb-mode-say, .gb-mode-never, .gb-stop, .gb-words, .gb-step-plate"; // be seen with a step

  function link(address, ...children) {
    const element = make("a", "", ...children);
    element.href = `#${address}`;
    return element;
  }

  function copy(elements) {
    const copies = [...elements].map((one) => one.cloneNode(true));
    for (const one of copies) {
      one.removeAttribute?.("id"); // the one on the page keeps it
    }
    return copies;
  }

  /** What to say, without the word that is before it on the page. */
  function readSay(section) {
    const line = section.querySelector(".gb-branch-say")?.cloneNode(true);
    line?.querySelector(".gb-branch-name")?.remove();
    return line?.childNodes;
  }

  const readStep = (words, beside = []) => ({ words: words.childNodes, beside, text: words.textContent.trim() });

  /** A branch as it is on the page; what is in it stays there, and is copied when it is drawn. */
  function readBranch(section) {
    const heading = section.querySelector("h2");
    return {
      id: heading.id.replace("see-", ""),
      mark: heading.id,
      see: heading.textContent,
      steps: [...section.querySelectorAll(":is(.gb-now, .gb-then) > li")].map((one) => readStep(one)),
      urgent: section.querySelectorAll(".gb-now > li").length,
      say: readSay(section),
      never: [...section.querySelectorAll(".gb-never > li")],
      go: section.querySelectorAll(".gb-branch-go a"),
      later: [],
    };
  }

  /** The same of a playbook: with the first step goes what to say first, with all when to stop. */
  function readPlaybook(section) {
    const { id } = section.querySelector("h2");
    const steps = [...section.querySelectorAll(".gb-steps > li")].map((step) => {
      const [words, ...beside] = step.children;
      return readStep(words, beside);
    });
    return {
      id,
      mark: id,
      see: "",
      steps,
      urgent: 1,
      say: document.querySelector(".gb-hero .gb-phrase")?.childNodes,
      never: [],
      stop: document.querySelector(".gb-stop"),
      go: [],
      later: document.querySelectorAll(".gb-next a"),
    };
  }

  const read = (section) => (section.matches(".gb-branch") ? readBranch(section) : readPlaybook(section));

  function head(...words) {
    const heading = make("h2", "gb-mode-head", ...words);
    heading.tabIndex = -1;
    return heading;
  }

  function list(tag, style, elements) {
    return make(tag, style, ...elements.map((one) => make("li", "", one)));
  }

  function drawQuestion(branches, shown) {
    const answers = shown.map(({ id, see }) => link(now.write(branches, { branch: id, step: 1 }), see));
    return [make("div", "gb-mode-step", head("What do you see?"), list("ul", "gb-mode-choice", answers))];
  }

  function drawProgress(state, count) {
    const bar = make("span", "gb-mode-bar");
    bar.setAttribute("aria-hidden", "true");
    for (let step = 1; step <= count; step += 1) {
      bar.append(make("span", step <= state.step ? "gb-mode-past" : ""));
    }
    return bar;
  }

  /** What never to do, or when to stop, and the way so far. */
  function drawSide(branches, state, { never, steps, stop }) {
    const side = make("div", "gb-mode-side", ...(stop ? copy([stop]) : []));
    if (never.length) {
      const lines = never.map((line) => make("li", "", ...copy(line.childNodes)));
      side.append(make("ul", "gb-mode-never", ...lines));
    }
    const done = steps
      .slice(0, state.step - 1)
      .map(({ text }, index) => link(now.write(branches, { ...state, step: index + 1 }), text));
    if (done.length) {
      side.append(make("div", "gb-mode-done", make("h3", "", "Done so far"), list("ol", "", done)));
    }
    return side;
  }

  /** On from the end: the question once more, and what the page has for it. */
  function drawOnward(branches, { go, later }) {
    const onward = branches.length > 1 ? [link("now", "What do you see now?")] : [];
    const add = (links) => {
      for (const { href, textContent } of links) {
        onward.push(Object.assign(make("a", "", textContent.trim()), { href }));
      }
    };
    add(go);
    for (const mark of ["after", "check"]) {
      const heading = document.getElementById(mark);
      if (heading) {
        onward.push(link(mark, heading.textContent));
      }
    }
    add(later);
    return list("ul", "gb-mode-choice", onward);
  }

  function drawStep(branches, state, branch) {
    const { see, steps, say, urgent } = branch;
    const seen = make("p", "gb-mode-seen", see);
    if (branches.length > 1) {
      seen.append(" ", link("now", "Change"));
    }
    const count = make("p", "gb-mode-count", now.describePlace(branches, state), drawProgress(state, steps.length));
    const step = make("div", "gb-mode-step", count);
    if (now.isEnd(branches, state)) {
      step.append(head("That was the last step."), drawOnward(branches, branch));
    } else {
      const { words, beside } = steps[state.step - 1];
      step.append(head(...copy(words)));
      if (say && state.step <= urgent) {
        step.append(make("p", "gb-mode-say", make("span", "", "Say"), " ", ...copy(say)));
      }
      step.append(...copy(beside));
    }
    return [...(see ? [seen] : []), step, drawSide(branches, state, branch)];
  }

  /** What there is to see of a state. */
  function draw(branches, state, shown) {
    const branch = shown.find(({ id }) => id === state.branch);
    return branch ? drawStep(branches, state, branch) : drawQuestion(branches, shown);
  }

  /**
   * Choose the largest type in which all that one has to see ends above a height. Where the step
   * alone is too long in the smallest, the page flows: nothing is over it but the buttons.
   */
  function fit(box, height) {
    const heading = box.querySelector(".gb-mode-head");
    const choice = box.querySelector(".gb-mode-choice");
    const parts = choice ? [choice] : [heading, ...box.querySelectorAll(MUST)];
    const isAbove = (one) => one.getBoundingClientRect().bottom + scrollY <= height;
    for (const size of SIZES) {
      box.dataset.size = size;
      if (parts.every(isAbove) && heading.scrollWidth <= heading.clientWidth) {
        return true;
      }
    }
    if (isAbove(heading)) {
      return true;
    }
    box.dataset.size = "flow";
    return false;
  }

  return { draw, fit, link, copy, read };
})();
