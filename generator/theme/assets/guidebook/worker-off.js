/*
  In place of the worker, in a preview or where the settings say so: takes away what a site at this
  address left in the browser, and shows open pages as the host has them now.
*/
"use strict";

// At once: a browser may leave an older program in charge for minutes, and that keeps nothing anew.
addEventListener("install", (event) => {
  event.waitUntil(clear());
  skipWaiting();
});

addEventListener("activate", (event) => {
  event.waitUntil(leave());
});

async function clear() {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(`guidebook ${registration.scope} `));
  await Promise.all(own.map((name) => caches.delete(name)));
}

async function leave() {
  await clear();
  await registration.unregister();
  const pages = await clients.matchAll({ type: "window" });
  await Promise.all(pages.map(showAnew));
}

/** A page that the host does not have stays as it is. */
async function showAnew(page) {
  try {
    const answer = await fetch(page.url, { cache: "no-cache" });
    if (answer.ok) {
      await page.navigate(page.url);
    }
  } catch {
    // There is no network any more, or the page was closed.
  }
}
