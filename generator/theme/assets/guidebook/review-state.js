/* Whether the review of a page is overdue on the day it is read, as values. Pure. */
"use strict";

globalThis.guidebookReview = (() => {
  /** The reader's own day, written as days are in files, so that two of them compare as texts. */
  function writeDay(date) {
    const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    return parts.map((one, place) => String(one).padStart(place ? 2 : 4, "0")).join("-");
  }

  const isOverdue = (due, today) => due < today;

  return { writeDay, isOverdue };
})();
