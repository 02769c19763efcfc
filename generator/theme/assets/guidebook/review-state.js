/* Whether the review of a page is overdue on the day it is read, as values. Pure. */
"use strict";

globalThis.guidebookReview = (() => {
  /** The reader's own day, written as days are in files, so that two of them compare as texts. */
  function writeDay(date) {
    const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
    return parts.map((one, place) => String(one).padStart(place ? 2 : 4, "0")).join("-");
  }

  const isOverdue = (due, today) => due < today;

  /** How many pages are overdue, from those that are due by each day. */
  function tellCount(reviews, today) {
    const late = reviews.filter(({ due }) => isOverdue(due, today));
    const count = late.reduce((sum, { pages }) => sum + pages, 0);
    if (count === 0) {
      return "No review is overdue.";
    }
    return count === 1 ? "1 page is overdue for review." : `${count} pages are overdue for review.`;
  }

  return { writeDay, isOverdue, tellCount };
})();
