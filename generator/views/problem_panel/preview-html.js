/* Pieces of pages that the preview's own program has written. Words of files are escaped in them. */
"use strict";

globalThis.guidebookPreviewHtml = (() => {
  const own = { createHTML: (html) => html };
  // The policy of the preview knows this name, and that of a published page does not.
  const trusted = globalThis.trustedTypes?.createPolicy("guidebook-preview", own) ?? own;

  function parse(html) {
    return new DOMParser().parseFromString(trusted.createHTML(html), "text/html");
  }

  return { parse };
})();
