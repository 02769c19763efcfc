/* The page follows what is saved: it loads itself again where it was, or changes its panel. */
"use strict";

(() => {
  const KEY = "guidebook-preview";
  const query = new URLSearchParams({ page: location.pathname });
  let source = null;
  let left = null;

  const { exchange, find: findPanel } = guidebookPanel;

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

  async function changePanel() {
    const answer = await fetch(`/~edit/panel?${query}`);
    if (answer.ok) {
      const page = guidebookPreviewHtml.parse(await answer.text());
      await globalThis.guidebookBusyInput?.end(); // what is exchanged below the finger is not pressed
      exchange(page.querySelector(".gb-preview"));
      globalThis.guidebookEditor?.refreshIfOn();
    }
  }

  function act(latest) {
    const todo = guidebookPreview.decide(findPanel().dataset, latest);
    const editor = globalThis.guidebookEditor;
    const form = globalThis.guidebookForm;
    const isBeside = globalThis.guidebookFormPage?.isBeside();
    if (todo && isBeside) {
      form.refresh().then(() => todo === "page" && editor.drawAgain());
    } else if (todo === "page" && form?.isHere()) {
      form.refresh();
    } else if (todo === "page" && document.querySelector(".gb-form--once")) {
      changePanel(); // it is being filled in, or leads on to what it has done
    } else if (todo === "page") {
      editor?.draws() ? editor.drawAgain() : reload();
    }
    if (todo === "panel") {
      changePanel();
    }
  }

  function showLost(isLost) {
    findPanel().querySelector(".gb-preview-lost").hidden = !isLost;
  }

  /* A browser opens few connections to one address: only a page that is looked at holds one. */
  function follow() {
    source?.close();
    source = null;
    if (document.visibilityState === "visible") {
      source = new EventSource(`/~edit/events?${query}`);
      source.onopen = () => showLost(false);
      source.onmessage = (event) => act(JSON.parse(event.data));
      source.onerror = () => showLost(true);
    }
  }

  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  sessionStorage.removeItem(KEY);
  const y = guidebookPreview.findScroll(kept, location.pathname);
  if (y !== null) {
    history.scrollRestoration = "manual";
    scrollTo(0, y);
    // A line may break elsewhere when the page's own letters are there.
    document.fonts.ready.then(() => scrollTo(0, y));
  }
  document.addEventListener("visibilitychange", follow);
  addEventListener("beforeunload", () => {
    left = performance.now();
  });
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", follow);
})();
