/*
  Now mode: an emergency or a playbook one step at a time, in type to read at arm's length. Every step has an
  address. Whatever else is on the page is out of sight, as long as the root says `data-now`.
*/
"use strict";

(() => {
  const sections = [...document.querySelectorAll(".gb-section:is(.gb-branch, :has(.gb-steps))")];
  if (!sections.length) {
    return;
  }
  const now = guidebookNow;
  const { copy, draw, fit, link, read } = guidebookNowView;
  const { isSecond, make, makeButton } = guidebookElements;
  const page = sections[0].closest(".gb-page");
  const title = page.querySelector("h1").textContent;
  const shown = sections.map(read);
  const branches = shown.map(({ id, steps }) => ({ id, count: steps.length }));
  let state = null;
  let scrolled = 0;

  const findShown = () => shown.find(({ id }) => id === state?.branch);
  const address = (to) => now.write(branches, to);

  const close = link("", make("span", "gb-hidden", "Whole page"));
  close.className = "gb-close";
  const cover = makeButton("gb-tool gb-tool--cover", "", "Cover the screen");
  cover.addEventListener("click", guidebookCover.toggle);
  const status = make("p", "gb-hidden");
  status.setAttribute("role", "status");
  const number = page.querySelector(".gb-call");
  const call = number ? [make("div", "gb-mode-call", ...copy(number.children))] : [];
  const body = make("div", "gb-mode-body");
  const back = makeButton("gb-mode-back", "Back");
  const next = makeButton("gb-mode-next", "Next");
  const tools = make("div", "gb-mode-tools", back, next);
  const top = make("div", "gb-mode-top", close, make("h1", "", title), cover, guidebookHandOver.make(describe));
  const box = make("section", "gb-mode", top, ...call, body, tools, status);
  box.setAttribute("aria-label", "One step at a time");
  sections.forEach((section, index) => {
    const open = section.querySelector(".gb-now-way a");
    if (open) {
      open.hash = address({ branch: branches[index].id, step: 1 });
    }
  });

  /** What a colleague reads beside the address. */
  function describe() {
    const branch = findShown();
    const step = branch?.steps[state.step - 1]?.text;
    const words = [title, branch?.see, branch && now.describePlace(branches, state), step];
    return { title, text: words.filter(Boolean).join(" · ") };
  }

  const place = () => Boolean(state) && fit(box, innerHeight - tools.offsetHeight);

  function show() {
    document.documentElement.toggleAttribute("data-now", Boolean(state));
    guidebookWakeLock.want(Boolean(state) && !now.isEnd(branches, state));
    if (!state) {
      box.remove();
      return;
    }
    if (!box.isConnected) {
      page.prepend(box);
    }
    const branch = findShown();
    close.hash = (branch ?? shown[0]).mark;
    body.replaceChildren(...draw(branches, state, shown));
    next.hidden = !branch || now.isEnd(branches, state);
    status.textContent = now.describePlace(branches, state);
    scrollTo(0, 0);
    if (!place()) {
      body.scrollIntoView();
    }
    body.querySelector(".gb-mode-head").focus({ preventScroll: true });
  }

  /** The page again: the browser looked for its place while the page was out of sight. */
  function leave() {
    const heading = location.hash && document.getElementById(guidebookFrame.readMark());
    if (heading) {
      heading.tabIndex = -1;
      heading.scrollIntoView();
      heading.focus({ preventScroll: true });
    } else {
      scrollTo(0, scrolled);
    }
  }

  function move() {
    const before = state;
    state = now.read(branches, location.hash.slice(1));
    if (state && !before) {
      scrolled = scrollY;
    }
    if (state || before) {
      body.dataset.way = state && before && state.step < before.step ? "back" : "next";
      show();
    }
    if (before && !state) {
      leave();
    }
  }

  /** Go there. The browser's history knows from where, so that its Back and ours are one. */
  function go(to) {
    history.pushState({ from: location.hash }, "", `#${to}`);
    move();
  }

  function goOn() {
    if (!next.hidden) {
      go(address(now.next(branches, state)));
    }
  }

  function goBack() {
    const to = address(now.back(branches, state));
    // From the question one goes back to where one came from: to Help me now, or to the page.
    const cameFromSite = !history.state && document.referrer.startsWith(`${location.origin}/`);
    if (!to && cameFromSite) {
      history.back();
    } else if (!to) {
      location.hash = close.hash;
    } else if (history.state?.from === `#${to}`) {
      history.back();
    } else {
      go(to);
    }
  }

  next.addEventListener("click", goOn);
  back.addEventListener("click", goBack);
  document.addEventListener("click", (event) => {
    const to = event.target.closest?.("a[href^='#now']");
    if (to && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      if (!isSecond(event)) {
        go(to.hash.slice(1));
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    const isOurs = state && !document.querySelector("dialog[open]");
    if (!isOurs || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "Escape") {
      location.hash = close.hash;
    } else if (event.key === "ArrowLeft") {
      goBack();
    } else if (event.key === "ArrowRight" || (event.key === "Enter" && !event.target.closest("a, button"))) {
      goOn();
    } else {
      return;
    }
    event.preventDefault();
  });
  addEventListener("hashchange", move);
  addEventListener("resize", place);
  document.fonts?.ready.then(place);
  move();
})();
