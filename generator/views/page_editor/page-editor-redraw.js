/* The open page becomes what it would be now: only what differs is exchanged. */
"use strict";

globalThis.guidebookEditorRedraw = (() => {
  const { planRedraw } = guidebookEditorState;
  const KEPT = "guidebook-editor-place";
  const BLOCKS = ".gb-page > .gb-lead, .gb-page > .gb-small-print, .gb-page .gb-section, .gb-foot, "
    + ".gb-drawer .gb-nav, .gb-header .gb-name, title";
  const writer = new XMLSerializer();
  let known = null;

  const findBlocks = (page) => [...page.querySelectorAll(BLOCKS)];

  /** The blocks by names that scripts of the page do not change: what they are, and their heading. */
  function nameBlocks(page) {
    const named = new Map();
    for (const block of findBlocks(page)) {
      const mark = block.querySelector("h2")?.id ?? "";
      const name = `${block.localName} ${block.classList[0] ?? ""} ${mark}`;
      const count = [...named.keys()].filter((one) => one.startsWith(`${name} `)).length;
      named.set(`${name} ${count}`, block);
    }
    return named;
  }

  /** A block without its texts, and the texts of it. */
  function describe([key, block]) {
    const frame = block.cloneNode(true);
    const texts = [...frame.querySelectorAll("[data-at]")].map((text) => {
      const written = writer.serializeToString(text);
      text.replaceChildren();
      return written;
    });
    return { key, frame: writer.serializeToString(frame), texts };
  }

  /** The page without its blocks: where that differs, nothing can be exchanged in it. */
  function describeRest(page) {
    const body = page.querySelector("main").cloneNode(true);
    for (const block of body.querySelectorAll(".gb-lead, .gb-small-print, .gb-section")) {
      block.replaceChildren();
    }
    return writer.serializeToString(body);
  }

  async function load() {
    const answer = await fetch(location.pathname);
    return guidebookPreviewHtml.parse(await answer.text());
  }

  function findPlan(after) {
    if (!known || !after.querySelector("main") || describeRest(known) !== describeRest(after)) {
      return null;
    }
    const plan = planRedraw([...nameBlocks(known)].map(describe), [...nameBlocks(after)].map(describe));
    const isStepped = document.querySelector(".gb-step");
    const here = nameBlocks(document);
    const isThere = plan?.texts.every(({ key }) => here.has(key))
      && plan.blocks.every((key) => here.has(key) && !isStepped);
    return isThere ? plan : null;
  }

  /** What the page's own scripts have added holds no block, or this finds as many of them. */
  function exchange(plan, after) {
    const here = nameBlocks(document);
    const there = nameBlocks(after);
    for (const { key, number } of plan.texts) {
      const text = here.get(key)?.querySelectorAll("[data-at]")[number];
      const fresh = there.get(key).querySelectorAll("[data-at]")[number];
      text?.replaceChildren(...document.importNode(fresh, true).childNodes);
    }
    for (const key of plan.blocks) {
      const block = here.get(key);
      const open = [...(block?.querySelectorAll("details") ?? [])].map((one) => one.open);
      const fresh = document.importNode(there.get(key), true);
      fresh.querySelectorAll("details").forEach((one, index) => {
        one.open = open[index] ?? one.open;
      });
      block?.replaceWith(fresh);
    }
    document.title = after.title;
    guidebookPanel.exchange(document.importNode(after.querySelector(".gb-preview"), true));
  }

  /** Load the page again where it is; its editor goes on with the text at a place, and what it `said`. */
  function loadAgain(at, said) {
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, at, said, y: scrollY }));
    location.reload();
  }

  /** Where the page was before it was loaded again; null if it was another one. */
  function takePlace() {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    sessionStorage.removeItem(KEPT);
    return kept?.path === location.pathname ? kept : null;
  }

  /** Know what the page is like as it comes, before anything changes. */
  async function start() {
    known = await load();
  }

  /** All of the page becomes another; its scripts then know nothing of what is new in it. */
  function exchangeAll(after) {
    const fresh = document.importNode(after.querySelector("main"), true);
    document.querySelector("main").replaceChildren(...fresh.childNodes);
    document.title = after.title;
    guidebookPanel.exchange(document.importNode(after.querySelector(".gb-preview"), true));
  }

  /**
   * How the page was redrawn in its place: a `part` of it, the `whole` if there is no other way and
   * it may be so; null if it was not. `before` is called just before; the open form pauses for it.
   */
  async function redraw(form, { mayBeWhole, before }) {
    const after = await load();
    await guidebookBusyInput.end(); // somebody may have begun to press something while it came
    const plan = findPlan(after);
    if (!plan && !(mayBeWhole && after.querySelector("main"))) {
      return null;
    }
    before();
    form.pause();
    plan ? exchange(plan, after) : exchangeAll(after);
    known = after;
    form.resume();
    return plan ? "part" : "whole";
  }

  return { loadAgain, redraw, start, takePlace };
})();
