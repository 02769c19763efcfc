/*
  Before anything is drawn: how the reader has set the page, and the font early. It is loaded on its
  own, and the page waits for it, so it is short.
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
  // From a disk nothing can be fetched ahead or installed.
  if (location.protocol !== "file:") {
    const own = document.currentScript.src;
    const font = new URL("vendor/atkinson-next-latin-normal.woff2", own);
    const manifest = new URL("../../manifest.webmanifest", own);
    for (const link of [
      { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: font },
      { rel: "manifest", href: manifest },
    ]) {
      document.head.append(Object.assign(document.createElement("link"), link));
    }
  }
})();
