/* What somebody presses before the scripts that answer are there: it is kept, and counts once they are. */
"use strict";

globalThis.guidebookFormPress = (() => {
  const ABOUT_PAGE = /^\/~edit\/(about|flow)\/[^/]+\/$/;
  let link = null;
  let button = null;

  /** The address of the link that a click is on, if it is one of forms and nothing more is meant. */
  function find(event) {
    const found = event.target.closest?.(".gb-preview-links a, .gb-form-side .gb-where a");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    return isPlain ? (found?.getAttribute("href") ?? "") : "";
  }

  const isAboutPage = (path) => ABOUT_PAGE.test(path);

  function keep(event) {
    if (isAboutPage(find(event))) {
      event.preventDefault();
      link = find(event);
    }
    button = event.target.closest?.("[data-press], [data-history]") ?? button;
  }

  /** The form that was wanted so far; from now on, others listen. */
  function take() {
    document.removeEventListener("click", keep);
    return link;
  }

  document.addEventListener("click", keep);

  return { button: () => button, find, isAboutPage, take };
})();
