/*
  Before anything is drawn: how the reader has set the page, and the font early. It is loaded on its
  own, and the page waits for it, so it is short.

  It also sees what does not come. A host that has half of another edition lacks files of this page: it
  is then shown as without scripts, or without any style, rather than with a few of them. A page that
  was cut off says so.
*/
"use strict";

(() => {
  const root = document.documentElement;
  root.className = "js";
  try {
    for (const name of ["scheme", "size", "channel", "paper"]) {
      const value = localStorage.getItem(`guidebook.${name}`);
      if (value) {
        root.dataset[name] = value;
      }
    }
  } catch {
    // No storage: the page is as it comes.
  }
  const own = '[src*="assets/guidebook/"], [rel=stylesheet][href*="assets/guidebook/"]';
  addEventListener(
    "error",
    ({ target }) => {
      // What is loaded later has its own way to report that.
      if (target.matches?.(own) && !target.onerror) {
        root.className = "no-js";
        if (target.rel) {
          for (const sheet of document.querySelectorAll("[rel=stylesheet]")) {
            sheet.remove(); // one that is still loading cannot be disabled
          }
        }
      }
    },
    true,
  );
  addEventListener("DOMContentLoaded", () => {
    // The settings are the last thing in every page.
    if (!document.getElementById("gb-settings")) {
      root.className = "no-js";
      if (!document.querySelector(".gb-partial")) {
        document.body.prepend("This page has not loaded in full."); // cut off before the line that says so
      }
    }
  });
  // From a disk nothing can be fetched ahead or installed.
  if (location.protocol !== "file:") {
    const { src } = document.currentScript;
    const font = new URL("vendor/atkinson-next-latin-normal.woff2", src);
    const manifest = new URL("../../manifest.webmanifest", src);
    for (const link of [
      { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: font },
      { rel: "manifest", href: manifest },
    ]) {
      document.head.append(Object.assign(document.createElement("link"), link));
    }
  }
})();
