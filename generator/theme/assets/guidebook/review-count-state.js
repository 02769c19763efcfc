/* How many pages are overdue for review, in words. Pure. */
"use strict";

globalThis.guidebookReviewCount = (() => {
  /** How many pages are overdue, from those that are due by each day. */
  function describe(reviews, today) {
    const late = reviews.filter(({ due }) => guidebookReview.isOverdue(due, today));
    const count = late.reduce((sum, { pages }) => sum + pages, 0);
    if (count === 0) {
      return "No review is overdue.";
    }
    return count === 1 ? "1 page is overdue for review." : `${count} pages are overdue for review.`;
  }

  return { describe };
})();
