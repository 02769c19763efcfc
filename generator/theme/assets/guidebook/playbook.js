/* A playbook's page: the words for the reader's channel, large and copied; the right column in sight. */
"use strict";

(() => {
  const { order: sort, unquote } = guidebookPhraseOrder;
  const root = document.documentElement;
  const ways = [...document.querySelectorAll(".gb-way")].map((element) => ({
    element,
    content: [...element.childNodes],
    channels: element.dataset.channels?.split(" ") ?? [],
  }));
  const read = () =>
    ways.map(({ element }) => unquote(element.querySelector(".gb-phrase").textContent));

  // What fits the reader's channel comes first, the trainer's first choice before the rest.
  let arranged = String(ways.map((_, place) => place));
  function arrange() {
    const order = sort(ways, root.dataset.channel);
    if (String(order) !== arranged) {
      ways.forEach(({ element }, place) => {
        element.replaceChildren(...ways[order[place]].content);
      });
      arranged = String(order);
    }
    ways[0]?.element.setAttribute("data-arranged", "");
  }
  document.addEventListener("guidebook:channel", arrange);
  arrange();

  const copy = document.querySelector(".gb-copy");
  const large = document.querySelector(".gb-large");

  /** The card fills the screen; what draws it is loaded at its first use. */
  async function enlarge() {
    await guidebookLoader.loadMode("sentence-dialog");
    globalThis.guidebookSentenceDialog?.show(read(), 0, large);
  }

  if (copy) {
    guidebookClipboard.copyBy(copy, () => read()[0]);
    large.addEventListener("click", enlarge);
    document.querySelector(".gb-hero").addEventListener("click", ({ target }) => {
      if (target.closest(".gb-phrase") && !target.closest("a") && String(getSelection()) === "") {
        enlarge();
      }
    });
  }

  // The right column stays in sight; one that is higher than the window shows its end.
  const side = document.querySelector(".gb-side");
  if (side) {
    const place = () => {
      const space = innerHeight - side.offsetHeight - 16;
      const below = document.querySelector(".gb-header").offsetHeight;
      side.style.setProperty("--gb-side-top", `${Math.min(below, space)}px`);
    };
    new ResizeObserver(place).observe(side);
    addEventListener("resize", place);
  }
})();
