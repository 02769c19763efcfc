/* Marks what is overdue for review. A page is read long after it was built, so it is marked here. */
"use strict";

(() => {
  const { writeDay, isOverdue } = guidebookReview;
  const { make } = guidebookElements;
  const today = writeDay(new Date());

  for (const element of document.querySelectorAll("[data-due]")) {
    if (isOverdue(element.dataset.due, today)) {
      element.append(" ", make("span", "gb-tag", "Overdue"));
    }
  }
})();
