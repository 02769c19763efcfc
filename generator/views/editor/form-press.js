/* Which form somebody wants beside the page, also before the scripts that show it are there. */
"use strict";

globalThis.guidebookFormPress = (() => {
  const ABOUT_PAGE = /^\/~edit\/(about|flow)\/[^/]+\/$/;
  let early = null;

  /** The address of the link that a click is on, if it is one of forms and nothing more is meant. */
  function find(event) {
    const link = event.target.closest?.(".gb-preview-links a, .gb-form-side .gb-where a");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    return isPlain ? (link?.getAttribute("href") ?? "") : "";
  }

  const isAboutPage = (path) => ABOUT_PAGE.test(path);

  function keep(event) {
    if (isAboutPage(find(event))) {
      event.preventDefault();
      early = find(event);
    }
  }

  /** What was wanted so far; from now on, others listen. */
  function take() {
    document.removeEventListener("click", keep);
    return early;
  }

  document.addEventListener("click", keep);

  return { find, isAboutPage, take };
})();
