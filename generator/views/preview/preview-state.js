/* What a page does when the preview says what it would look like now. Pure. */
"use strict";

globalThis.guidebookPreview = (() => {
  /**
   * `shown` and `told` hold the digests of the page and of its panel: `page` to load the page again,
   * `panel` to change the panel alone, null to do nothing.
   */
  function decide(shown, told) {
    if (told.page !== shown.page) {
      return "page";
    }
    return told.panel === shown.panel ? null : "panel";
  }

  /** How far a page was scrolled before it was loaded again; null if that was another page. */
  function findScroll(kept, path) {
    return kept && kept.path === path && Number.isFinite(kept.y) ? kept.y : null;
  }

  return { decide, findScroll };
})();
