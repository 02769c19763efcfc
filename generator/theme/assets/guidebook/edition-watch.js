/*
  Compares an open page with the site: an urgent page is asked about every minute while somebody looks at
  it, any other at each visit. New words of an urgent page are shown at once in its place, unless the
  reader is in the middle of something; the foot says how old a page is.
*/
"use strict";

globalThis.guidebookEditionWatch = (() => {
  const { decide, describe, findWait, isBusy, read } = guidebookEdition;
  const { show } = guidebookNotice;
  const workers = navigator.serviceWorker;
  const file = new URL("edition.json", guidebookLoader.top);
  const words = document.querySelector("meta[name=guidebook-words]")?.content;
  const foot = document.querySelector(".gb-foot .gb-edition");
  const COVERS = "popover" in HTMLElement.prototype ? "dialog[open], :popover-open" : "dialog[open]";
  const COMPARED = `${guidebookTickStorage.own}compared`;
  const RENEWED = `${guidebookTickStorage.own}renewed`;
  let every, isKept;
  let own = null;
  let latest = null;
  let settled = "";
  let asked = -Infinity;
  let touched = -Infinity;
  let isAsking = false;
  let isDue = false; // a visit came meanwhile
  let isTrusted = true;
  let settling = Promise.resolve();
  let timer;

  // Firefox without a network asks not even the worker, if the answer may not come out of a store.
  const ofStore = () => ({ cache: isKept ? "no-cache" : "no-store" });

  /** `query`: nothing for this page's edition, “next” for that of the next page, “site” for the host's. */
  async function ask(query = "") {
    try {
      const how = query === "site" ? { cache: "no-store" } : ofStore();
      const answer = await fetch(`${file}${query && `?${query}`}`, how);
      return answer.ok ? read(await answer.json()) : null;
    } catch {
      return null;
    }
  }

  /** The mark of this page's words in the next edition; null if it is not there, or not whole. */
  async function askWords() {
    try {
      const answer = await fetch(`${location.pathname}?next`, ofStore());
      const html = await answer.text();
      const isWhole = answer.ok && html.includes("</html>");
      return isWhole ? (html.match(/<meta name="guidebook-words" content="(\w+)">/)?.[1] ?? null) : null;
    } catch {
      return null;
    }
  }

  /** Wait until a worker has taken its edition in, or has given up; it may take a while on a slow line. */
  function waitFor(worker) {
    return new Promise((resolve) => {
      const look = () => (worker?.state !== "installing") && resolve();
      worker?.addEventListener("statechange", look);
      look();
    });
  }

  /** Let the browser take the new edition in; comes back when it has, or when it refused. */
  async function update() {
    try {
      const registration = await workers?.getRegistration();
      await registration?.update();
      await waitFor(registration?.installing ?? registration?.waiting);
    } catch {
      // No network, or the host has no whole edition: the one that is here stays.
    }
  }

  /** If the next page would be of another edition: show it, or say so; one after the other. */
  const settle = () => (settling = settling.then(settleOnce));

  async function settleOnce() {
    const next = await ask("next");
    if (!next || !own || settled === next.version || (isKept && next.version === own.version)) {
      return;
    }
    const its = words && (await askWords());
    if (words && !its) {
      return;
    }
    settled = next.version;
    if (words && its !== words) {
      renew(its);
    } else if (isKept) {
      show({ label: "New version", text: "There is a newer version.", button: "Show it", act: () => location.reload() });
    }
  }

  function isReaderBusy() {
    const { activeElement } = document;
    const isTyping = Boolean(activeElement?.matches("textarea, input:not([type=checkbox], [type=radio])") && activeElement.value);
    const isCovered = Boolean(document.querySelector(COVERS));
    const isLost = !guidebookTickStorage.keeps() && document.querySelector("[data-item]:checked");
    return isBusy({ isTyping: isTyping || Boolean(isLost), isCovered, touched }, Date.now());
  }

  function renew(its) {
    const act = () => reload(its);
    if (isTrusted && !isReaderBusy()) {
      act();
    } else {
      show({ label: "New words", text: "The words on this page have changed.", button: "Show them", act, style: "gb-newer--words" });
    }
  }

  const listFolds = () => [...document.querySelectorAll("details")];

  function reload(its) {
    const focus = document.activeElement?.id ?? "";
    const folds = listFolds().map(({ open }) => open);
    try {
      sessionStorage.setItem(RENEWED, JSON.stringify({ path: location.pathname, its, y: scrollY, focus, folds }));
    } catch {
      // No storage: the page is as it comes.
    }
    location.reload();
  }

  /** A page that was drawn anew is where it was, and says so. */
  function comeBack() {
    let note = null;
    try {
      note = JSON.parse(sessionStorage.getItem(RENEWED));
      sessionStorage.removeItem(RENEWED);
    } catch {
      // No storage.
    }
    if (note?.path !== location.pathname) {
      return;
    }
    isTrusted = note.its === words; // else the host says now this, now that
    const folds = listFolds();
    if (folds.length === note.folds.length) {
      folds.forEach((fold, place) => {
        fold.open = note.folds[place];
      });
    }
    document.getElementById(note.focus)?.focus({ preventScroll: true });
    scrollTo(0, note.y);
    if (isTrusted) {
      show({ label: "New words", text: "This page has just changed. You see its new words.", style: "gb-newer--words" });
    }
  }

  function readCompared() {
    try {
      return Number(localStorage.getItem(COMPARED)) || 0;
    } catch {
      return 0;
    }
  }

  function keepCompared() {
    try {
      localStorage.setItem(COMPARED, String(Date.now()));
    } catch {
      // No storage: what is said of the time holds for this page.
    }
  }

  function writeTime(time) {
    const date = new Date(time);
    const clock = date.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
    const isToday = date.toDateString() === new Date().toDateString();
    return isToday ? clock : `${clock}, ${date.toLocaleDateString([], { day: "numeric", month: "short" })}`;
  }

  function draw() {
    if (foot && own) {
      const at = readCompared();
      foot.textContent = describe({ own, latest, at: at ? writeTime(at) : "" });
      foot.hidden = false;
    }
  }

  async function check(isVisit) {
    if (isAsking) {
      isDue ||= isVisit;
      return;
    }
    isAsking = true;
    asked = Date.now();
    own ??= await ask();
    latest = await ask("site");
    if (latest) {
      keepCompared();
    }
    if (!navigator.onLine) {
      latest = null; // the network has gone meanwhile, and nothing else would say so
    }
    draw();
    const todo = decide({ own, latest, isUrgent: Boolean(words), isVisit, isKept, settled });
    if (todo.update) {
      await update();
    }
    // A worker that takes itself away shows open pages anew. Until then nothing is asked: in Chromium
    // it may wait for ever for one that has to answer meanwhile.
    if (todo.update && isKept && latest.worker === false) {
      return;
    }
    if (todo.compare) {
      await settle();
    }
    isAsking = false;
    if (isDue) {
      isDue = false;
      check(true);
    } else {
      plan();
    }
  }

  const findNext = () =>
    findWait({ asked, every, isSeen: document.visibilityState === "visible", isOnline: navigator.onLine }, Date.now());

  function plan() {
    clearTimeout(timer);
    const wait = words ? findNext() : null;
    if (wait !== null) {
      timer = setTimeout(check, wait, false);
    }
  }

  /** Somebody comes to the page, or back to it, or the network does. */
  function visit() {
    if (findNext() === 0) {
      check(true);
    } else {
      plan();
    }
  }

  function listen() {
    const touch = () => {
      touched = Date.now();
    };
    document.addEventListener("input", touch);
    document.addEventListener("change", touch);
    document.addEventListener("visibilitychange", visit);
    addEventListener("pageshow", ({ persisted }) => persisted && visit());
    addEventListener("online", visit);
    addEventListener("offline", () => {
      latest = null;
      draw();
      plan();
    });
    if (isKept) {
      workers.addEventListener("message", settle); // the worker has taken an edition in
      workers.startMessages();
    }
  }

  /** `every`: ms between two looks. `isKept`: the page came from what the browser keeps. */
  async function start(given) {
    ({ every, isKept } = given);
    listen();
    comeBack();
    own ??= await ask();
    draw();
    visit();
  }

  return { start };
})();
