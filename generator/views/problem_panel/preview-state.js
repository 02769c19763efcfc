/* What a page does when the preview says what it would look like now. Pure. */
"use strict";

globalThis.guidebookPreview = (() => {
  const PATIENCE = 2000; // milliseconds

  /**
   * `shown` and `latest` hold the digests of the page and of its panel: `page` to load the page again,
   * `panel` to change the panel alone, null to do nothing.
   */
  function decide(shown, latest) {
    if (latest.page !== shown.page) {
      return "page";
    }
    return latest.panel === shown.panel ? null : "panel";
  }

  /** How far a page was scrolled before it was loaded again; null if that was another page. */
  function findScroll(kept, path) {
    return kept && kept.path === path && Number.isFinite(kept.y) ? kept.y : null;
  }

  /**
   * For how many milliseconds a page is not to be loaded again, since its reader began to leave it
   * at the moment `left`; null if nobody did.
   */
  function findWait(left, now) {
    return left === null ? 0 : Math.max(0, left + PATIENCE - now);
  }

  /** Whether a part of the panel is open: by itself only where it leaves enough of the page. */
  const isOpen = ({ isUrgent, wasOpen, isSmall }) => wasOpen || (isUrgent && !isSmall);

  return { decide, findScroll, findWait, isOpen };
})();
