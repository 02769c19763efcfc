/* In place of the worker in a preview: takes away what a site at this address left in the browser. */
"use strict";

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  event.waitUntil(clear());
});

async function clear() {
  const names = await caches.keys();
  const own = names.filter((name) => name.startsWith(`guidebook ${registration.scope} `));
  await Promise.all(own.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const page of await clients.matchAll({ type: "window" })) {
    page.navigate(page.url);
  }
}
