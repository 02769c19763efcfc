/* What every page needs: drawer, links from a disk, keyboard, folds, paper. */
"use strict";

globalThis.guidebookFrame = (() => {
  const drawer = document.getElementById("gb-menu");
  const opener = document.querySelector(".gb-menu");

  if (drawer && opener) {
    if ("popover" in HTMLElement.prototype) {
      opener.setAttribute("aria-expanded", "false");
      drawer.addEventListener("toggle", (event) => {
        const open = event.newState === "open";
        opener.setAttribute("aria-expanded", String(open));
        if (open) {
          drawer.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
        }
      });
      // Leaving by Tab closes the drawer: nothing is ever focused behind it. The settings that are
      // opened from it are over it, and would close with it.
      drawer.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !event.relatedTarget.closest("[popover]")) {
          drawer.hidePopover();
        }
      });
    } else {
      opener.addEventListener("click", () => drawer.scrollIntoView());
    }
  }

  /** Let a link to a folder of a disk name its page: no server is there to find it. */
  function nameFile(link) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) {
      link.pathname += "index.html";
    }
  }
  if (location.protocol === "file:") {
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link) {
        nameFile(link);
      }
    }, true);
  }

  // Firefox knows nothing of the header over what gets the focus in a column that stays in sight.
  const side = document.querySelector(".gb-side");
  const header = document.querySelector(".gb-header");
  side?.addEventListener("focusin", ({ target }) => {
    requestAnimationFrame(() => {
      const isUnder = target.getBoundingClientRect().top < header.getBoundingClientRect().bottom;
      if (isUnder && target.matches(":focus-visible")) {
        target.scrollIntoView({ block: "center" });
      }
    });
  });

  // What scrolls sideways by itself has to be reached by keyboard.
  const wide = document.querySelectorAll(".gb-prose pre > code, .gb-prose table");
  const mark = () => {
    for (const element of wide) {
      if (element.scrollWidth > element.clientWidth) {
        element.tabIndex = 0;
      } else {
        element.removeAttribute("tabindex");
      }
    }
  };
  addEventListener("resize", mark);
  mark();

  /** The mark in the address; as it is there if it cannot be decoded, as in “#50%”. */
  function readMark() {
    const text = location.hash.slice(1);
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  function setOpen(folds, isOpen) {
    for (const fold of folds) {
      fold.open = isOpen;
    }
  }

  // A mark inside a closed fold: open the fold, then go there.
  function reveal() {
    const target = location.hash && document.getElementById(readMark());
    if (!target) {
      return;
    }
    const below = target.parentElement?.querySelector(":scope > .gb-body > .gb-fold");
    const folds = below ? [below] : [];
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      folds.push(fold);
    }
    if (folds.some((fold) => !fold.open)) {
      setOpen(folds, true);
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", reveal);
  reveal();

  // The parts of a long page are beside it where there is space.
  const contents = document.querySelector(".gb-contents > details");
  if (contents && matchMedia("(min-width: 76em)").matches) {
    contents.open = true;
  }

  // On paper every fold is open; a style sheet alone does that only in newer browsers.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    setOpen(opened, true);
  });
  addEventListener("afterprint", () => setOpen(opened, false));

  // The address at the foot of a paper: where the page was read, unless the site knows its own.
  const address = document.querySelector(".gb-address");
  if (address && location.protocol !== "file:" && !document.querySelector("link[rel=canonical]")) {
    address.textContent = location.href.split("#")[0];
  }

  return { nameFile, readMark };
})();
