/* Marks what is overdue for review. A page is read long after it was built, so it is told here. */
"use strict";

(() => {
  const { writeDay, isOverdue, tellCount } = guidebookReview;
  const { make } = guidebookElements;
  const today = writeDay(new Date());
  const count = document.querySelector(".gb-overdue-count");

  for (const element of document.querySelectorAll("[data-due]")) {
    if (isOverdue(element.dataset.due, today)) {
      element.append(" ", make("span", "gb-tag", "Overdue"));
    }
  }

  if (count) {
    const reviews = [...document.querySelectorAll("[data-due][data-pages]")];
    count.textContent = tellCount(
      reviews.map(({ dataset }) => ({ due: dataset.due, pages: Number(dataset.pages) })),
      today,
    );
    count.hidden = false;
  }
})();
