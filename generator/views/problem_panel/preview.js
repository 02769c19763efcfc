/* The page follows what is saved: it loads itself again where it stood, or changes its panel. */
"use strict";

(() => {
  const KEY = "guidebook-preview";
  const query = new URLSearchParams({ page: location.pathname });
  let source = null;
  let left = null;

  const findPanel = () => document.querySelector(".gb-preview");

  /* Loading the page again would stop the reader who is on the way to another one. */
  function reload() {
    const wait = guidebookPreview.findWait(left, performance.now());
    if (wait) {
      setTimeout(reload, wait);
      return;
    }
    sessionStorage.setItem(KEY, JSON.stringify({ path: location.pathname, y: scrollY }));
    location.reload();
  }

  /* As a document: the policy lets no script make one from text. */
  function changePanel() {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.onload = () => {
      const panel = request.response?.querySelector(".gb-preview");
      if (request.status === 200 && panel) {
        findPanel().replaceWith(document.adoptNode(panel));
      }
    };
    request.open("GET", `/~edit/panel?${query}`);
    request.send();
  }

  function act(told) {
    const todo = guidebookPreview.decide(findPanel().dataset, told);
    if (todo === "page") {
      reload();
    } else if (todo === "panel") {
      changePanel();
    }
  }

  function tellLost(isLost) {
    findPanel().querySelector(".gb-preview-lost").hidden = !isLost;
  }

  /* A browser opens few connections to one address: only a page that is looked at holds one. */
  function follow() {
    source?.close();
    source = null;
    if (document.visibilityState === "visible") {
      source = new EventSource(`/~edit/events?${query}`);
      source.onopen = () => tellLost(false);
      source.onmessage = (event) => act(JSON.parse(event.data));
      source.onerror = () => tellLost(true);
    }
  }

  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  const y = guidebookPreview.findScroll(kept, location.pathname);
  if (y !== null) {
    history.scrollRestoration = "manual";
    scrollTo(0, y);
  }
  document.addEventListener("visibilitychange", follow);
  addEventListener("beforeunload", () => {
    left = performance.now();
  });
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", follow);
})();
