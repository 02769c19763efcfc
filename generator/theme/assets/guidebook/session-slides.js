/* The slides of a session: they fill the window, and the keys of a presenter turn them. */
"use strict";

globalThis.guidebookSlides = (() => {
  const { make, makeButton } = guidebookElements;
  const { turn } = guidebookSession;
  const dialog = make("dialog", "gb-slides");
  const above = make("p", "gb-slides-above");
  const slide = make("div", "gb-slides-slide");
  const count = make("p", "gb-slides-count");
  const back = makeButton("gb-button", "Back");
  const next = makeButton("gb-button", "Next");
  const close = makeButton("gb-link", "Close");
  let slides = [];
  let at = 0;
  slide.setAttribute("aria-live", "polite");
  dialog.setAttribute("aria-label", "Slides");
  dialog.append(above, slide, make("div", "gb-slides-foot", back, next, count, close));

  function draw() {
    const { head, words, say, why, list, letters, ...one } = slides[at];
    above.textContent = one.above;
    const parts = [make("h2", "", head)];
    if (words) {
      parts.push(make("p", "gb-slides-words", words));
    }
    if (say) {
      parts.push(make("p", "gb-slides-say", say.startsWith("(") ? say : `“${say}”`));
    }
    if (list) {
      const items = list.map((item) => make("li", "", item));
      parts.push(make(letters ? "ol" : "ul", letters ? "gb-slides-letters" : "", ...items));
    }
    if (why) {
      parts.push(make("p", "gb-slides-why", why));
    }
    slide.replaceChildren(...parts);
    slide.scrollTop = 0;
    // Grey instead of off: who turned to the end keeps the place of the focus.
    back.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === slides.length - 1));
    count.textContent = `${at + 1} of ${slides.length}`;
  }

  function go(key) {
    at = turn(at, slides.length, key) ?? at;
    draw();
  }

  function open(given) {
    slides = given;
    at = 0;
    document.body.append(dialog);
    draw();
    dialog.showModal();
    guidebookWakeLock.want(true);
    next.focus();
  }

  dialog.addEventListener("keydown", (event) => {
    const isPress = ["Enter", " "].includes(event.key) && event.target.closest("button");
    if (isPress || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (turn(at, slides.length, event.key) !== null) {
      event.preventDefault();
      go(event.key);
    }
  });
  back.addEventListener("click", () => go("ArrowLeft"));
  next.addEventListener("click", () => go("ArrowRight"));
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    guidebookWakeLock.want(false);
    dialog.remove();
  });

  return { open };
})();
