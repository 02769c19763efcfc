/* Whether a page has changed since this browser's reader last read it. Pure. */
"use strict";

globalThis.guidebookSeen = (() => {
  /**
   * `print` is what the page says now, `kept` what it said then; null if nobody has read it here, or
   * if nothing is kept. A page that is seen for the first time counts as read.
   */
  function judge(print, kept) {
    const isChanged = kept !== null && kept !== print;
    return { isChanged, isNew: kept === null };
  }

  return { judge };
})();
