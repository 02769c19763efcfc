/* The pages that were opened last, as values: the newest first, each once. Pure. */
"use strict";

globalThis.guidebookRecent = (() => {
  const MOST = 5;
  // The path of a page of this guidebook, and nothing that leads elsewhere.
  const PATH = /^[a-z0-9-]+\/[a-z0-9-]+\/$/;

  const isPage = (one) => typeof one?.title === "string" && PATH.test(one.path);

  /** What was kept; nothing where this version can read none of it. */
  function read(text) {
    try {
      return JSON.parse(text).filter(isPage).slice(0, MOST);
    } catch {
      return [];
    }
  }

  function add(pages, page) {
    const others = pages.filter(({ path }) => path !== page.path);
    return isPage(page) ? [page, ...others].slice(0, MOST) : pages;
  }

  return { read, add };
})();
