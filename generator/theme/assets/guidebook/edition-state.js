/*
  Which edition an open page is of, as values. `own` is what the page came from, `latest` what the site
  has now: `{ version, name, day, urgent, worker }`, or null if it is not known. `urgent` represents
  the words of all urgent pages together, `worker` says whether browsers may keep the site.
*/
"use strict";

globalThis.guidebookEdition = (() => {
  const QUIET = 10_000; // ms after the last tick or letter

  /** What a file says, or null: a host may send anything. */
  function read(data) {
    const isWhole =
      typeof data === "object" &&
      data !== null &&
      ["version", "name", "day", "urgent"].every((one) => typeof data[one] === "string");
    return isWhole ? data : null;
  }

  /**
   * How long until the site is asked again; null as long as nobody looks, or there is no network. Never
   * longer than from one time to the next, even if the clock was put back.
   */
  function findWait({ asked, every, isSeen, isOnline }, now) {
    return isSeen && isOnline ? Math.min(every, Math.max(0, asked + every - now)) : null;
  }

  /**
   * What to do about what the site says. `update`: let the browser take the new edition in now. What
   * is urgent is taken in at once, the rest at a visit. `compare`: look if the words of this page changed.
   */
  function decide({ own, latest, isUrgent, isVisit, isKept, settled }) {
    if (!latest || !own) {
      return { update: false, compare: false };
    }
    const isOther = own.version !== latest.version;
    const isPressing = own.urgent !== latest.urgent || latest.worker === false;
    const isOpen = isKept ? isOther : isUrgent;
    return {
      update: isOther && (isPressing || isVisit),
      compare: isOpen && settled !== latest.version && (isPressing || isVisit || !isKept),
    };
  }

  /** Whether the reader is in the middle of something that a new page would take away. */
  const isBusy = ({ isTyping, isCovered, touched }, now) => isTyping || isCovered || Math.abs(now - touched) < QUIET;

  /** What the foot says. `at` is when the site last answered, in words, or "" if it never did. */
  function describe({ own, latest, at }) {
    const name = own.name === own.day ? `Edition of ${own.day}` : `Version ${own.name} of ${own.day}`;
    if (!latest) {
      const since = at ? `Not compared with the site since ${at}` : "Not compared with the site yet";
      return `${name}. ${since}.`;
    }
    return latest.version === own.version
      ? `${name}. Compared with the site at ${at}.`
      : `${name}. At ${at} the site had a newer one.`;
  }

  return { decide, describe, findWait, isBusy, read };
})();
