/* Counts on the page for managers what is overdue for review on the day it is read. */
"use strict";

(() => {
  const count = document.querySelector(".gb-overdue-count");
  if (count) {
    const reviews = [...document.querySelectorAll("[data-due][data-pages]")];
    count.textContent = guidebookReviewCount.describe(
      reviews.map(({ dataset }) => ({ due: dataset.due, pages: Number(dataset.pages) })),
      guidebookReview.writeDay(new Date()),
    );
  }
})();
