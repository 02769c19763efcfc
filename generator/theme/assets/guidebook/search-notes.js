/*
  Keeps in this browser what the search did not answer, where the company has switched it on: words
  that found nothing, and words after which no page was opened. A shared computer keeps none.
*/
"use strict";

(() => {
  const NAME = "searches";
  const WAIT = 400; // ms: who clicks an answer leaves the box first, in some browsers
  const { note, read, write } = guidebookSearchNotes;
  const storage = guidebookTickStorage;
  const form = document.querySelector(".gb-finder");
  const input = form.querySelector(".gb-finder-input");
  const empty = form.querySelector(".gb-results-empty");
  const list = form.querySelector("[role=listbox]");
  let query = input.value;
  let timer;

  /** A search that has not answered, since it did not come, is none that found nothing. */
  function keep() {
    clearTimeout(timer);
    if (query.trim() && list.childElementCount && storage.keeps()) {
      const kind = empty.hidden ? "left" : "nothing";
      storage.write(NAME, write(note(read(storage.read(NAME)), { query, kind })));
    }
    query = "";
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    query = input.value;
  });
  form.addEventListener("click", ({ target }) => {
    if (!target.closest(".gb-result")) {
      return;
    }
    // Where nothing was found, what is clicked is only a way on.
    if (empty.hidden) {
      query = "";
    }
    keep();
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (!form.contains(relatedTarget)) {
      timer = setTimeout(keep, WAIT);
    }
  });
  addEventListener("pagehide", keep);
})();
