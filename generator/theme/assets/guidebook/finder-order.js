/* In which order answers are shown, after each was found for itself. */
"use strict";

globalThis.guidebookFinderOrder = (() => {
  const { guess } = guidebookFinderLearned;

  const NEAR = 3; // answers shown where none is likely
  // What the page counts that is nearest to what people type, against the first of those that hold the
  // words. Found on what people typed who had seen no word of a guidebook.
  const NEAREST = 2;
  const SAID = 0.9; // a title or a search word of a page says just what was typed
  const ALARMED = 1.3; // a branch that a word of danger names, against its page's other branches
  const SIGNS = 3; // that count together show which branch it is
  const BRANCHES = 2; // of one emergency among the answers
  const SURELY = 1.1; // so much nearer a page has to be than what no page answers
  const UNANSWERED = "unanswered"; // a document that holds what no page answers
  const FIXED = new Set(["emergency", "branch", UNANSWERED, "page"]);

  const findPage = ({ document }) => document.id.split("#")[0];
  const none = (lookup, place) => ({ document: lookup.documents[place], place, score: 0, rank: 0 });

  /**
   * Two rankings in one: of what was found, the best first, and of how near pages are to what people
   * type. Emergencies keep their places, and so do pages that are no playbook, and what is asked for by name.
   */
  function putNearestFirst(ranked) {
    const isFixed = ({ called, document }) => called || FIXED.has(document.kind);
    const most = ranked.reduce((so, one) => (isFixed(one) ? so : Math.max(so, one.nearness)), 0) || 1;
    const worths = new Map(
      ranked.map((one, at) => [one, 1 / (at + 1) + (NEAREST * one.nearness) / most]),
    );
    const moved = ranked.filter((one) => !isFixed(one));
    moved.sort((one, other) => worths.get(other) - worths.get(one));
    const next = moved.values();
    return keepNear(ranked.map((one) => (isFixed(one) ? one : next.next().value)));
  }

  /** The same; a page for managers that holds most of all of the words is still seen. */
  function keepNear(found) {
    const best = found.reduce((one, other) => (other.score > one.score ? other : one), found[0]);
    if (!best?.document.readers || found.indexOf(best) < NEAR) {
      return found;
    }
    const others = found.filter((one) => one !== best);
    return [...others.slice(0, NEAR - 1), best, ...others.slice(NEAR - 1)];
  }

  /**
   * Whether a playbook is found, but what no page answers holds more of the words, or is nearer. Of
   * emergencies, and of pages that are no playbook, what others typed says too little.
   */
  function isNoAnswer(ranked, [first]) {
    const isNone = ({ document }) => document.kind === UNANSWERED;
    const none = ranked.find(isNone)?.nearness ?? 0;
    const isNearer = (one) => !isNone(one) && one.nearness > SURELY * none;
    return first && !FIXED.has(first.document.kind) && (isNone(ranked[0]) || !ranked.some(isNearer));
  }

  /** What was found, with the emergency first that the words are about for all that was learned. */
  function putGuessFirst(lookup, query, { found, shown, alarmed, sure }) {
    const first = new Set(shown.slice(0, NEAR).map(findPage));
    const before = [...first].map((page) => ({ page, alarmed: alarmed.has(page) }));
    const page = guess(lookup.learned, query, { found: before, sure });
    if (!page || page === before[0]?.page || found[0]?.exact > SAID) {
      return found;
    }
    const own = found.filter((one) => findPage(one) === page);
    const place = lookup.documents.findIndex(({ id }) => id === page);
    const meant = own.length || place < 0 ? own : [none(lookup, place)];
    return [...meant, ...found.filter((one) => !own.includes(one))];
  }

  /** What so many words of danger count within a page, where one branch competes with others. */
  const measureSigns = (alarm) => ALARMED + (alarm.parts >= SIGNS ? 1 : 0);

  /**
   * An emergency is found as a page and as its branches. What is found as a page is shown as its
   * best branch, because that says what to do; of one page the best few branches are kept, and next
   * to the best one the branch that a word of danger names.
   */
  function showBranches(found, alarmed) {
    const branches = new Map();
    for (const one of found) {
      if (one.document.kind === "branch") {
        const page = findPage(one);
        branches.set(page, [...(branches.get(page) ?? []), one]);
      }
    }
    const weigh = (one) => one.rank * (one.alarm ? measureSigns(one.alarm) : 1);
    for (const own of branches.values()) {
      own.sort((one, other) => weigh(other) - weigh(one));
    }
    const counts = new Map();
    return found.flatMap((one) => {
      const page = findPage(one);
      const own = branches.get(page) ?? [one];
      const count = counts.get(page) ?? 0;
      if (count >= Math.min(BRANCHES, own.length)) {
        return [];
      }
      const named = own.find((branch) => alarmed.includes(branch));
      const shown = count || !named || named === own[0] ? [own[count]] : [own[0], named];
      counts.set(page, count + shown.length);
      return shown;
    });
  }

  return { NEAR, UNANSWERED, findPage, isNoAnswer, none, putGuessFirst, putNearestFirst, showBranches };
})();
