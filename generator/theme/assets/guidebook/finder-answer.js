/* An answer of the finder: what it is called, where it leads, and what to show of it. */
"use strict";

globalThis.guidebookFinderAnswer = (() => {
  const LABELS = {
    search: "search words",
    typed: "what others typed",
    title: "title",
    chapter: "chapter",
    danger: "words of danger",
    signals: "Signals",
    purpose: "Purpose",
    avoid: "Don’t say",
    say: "Say",
    stop: "Stop",
    steps: "Do",
    practice: "Practice",
    checklist: "Checklist",
    why: "Why",
    text: "Text",
  };
  const UNSHOWN = new Set(["search", "typed", "title", "chapter", "danger"]);
  const MARKS = {
    avoid: "avoid",
    say: "say",
    signals: "signals",
    steps: "do",
    checklist: "check",
    practice: "practice",
  };
  // Pages of emergencies have sections of their own, and the address of a branch leads to its own.
  const OWN_MARKS = { branch: {}, emergency: { checklist: "check", practice: "practice" } };
  const KINDS = { avoid: "phrase", say: "phrase", checklist: "checklist" };

  /** What to show of where it matched: a line that may be shown, if it is nearly as good. */
  function describe({ document, score, own = [] }, isDanger) {
    const shown = own.find((one) => !UNSHOWN.has(one.passage.field) && one.score > own[0].score / 2);
    const { field, text } = (shown ?? own[0])?.passage ?? { field: "danger" };
    return {
      id: document.id,
      kind: KINDS[own[0]?.passage.field] ?? (document.kind === "page" ? "page" : "playbook"),
      title: document.title,
      url: document.url,
      mark: (OWN_MARKS[document.kind] ?? MARKS)[field] ?? "",
      chapter: document.chapter,
      readers: document.readers ?? "",
      answer: document.answer ?? "",
      say: document.say?.[0] ?? "",
      step: document.kind === "branch" ? document.steps[0] : "",
      where: document.answer ? "" : shown ? `${LABELS[field]}: ${text}` : LABELS[field],
      shown: shown ? text : "",
      danger: isDanger,
      score,
    };
  }

  return { describe };
})();
