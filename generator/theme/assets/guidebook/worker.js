/*
  Keeps the guidebook in the browser, one whole version at a time. The build writes the version, and
  a list of its files with their SHA-256, above these lines; the two together are /worker.js. What is
  kept only once somebody asked for it is in files of their own, of which the SHA-256 are there.

  A version is taken in beside the one in use, each file only with the content that the list names,
  so a site that changes meanwhile cannot slip in. Whole, it is noted as the current one, and answers
  every page opened from then on. Which one is current is a note, read by the program in charge, which
  stays until no page is open: in Chromium, a page that is opened while one program takes over from
  another may wait for ever.
  A page that is open goes on with the version it came from, whatever it still loads: which one that
  is, is noted for each page, since a browser may end this program at any moment.
*/
"use strict";

const { guidebookVersion: version, guidebookSite: site } = self;
const home = registration.scope;
const prefix = `guidebook ${home} `;
const NOTES = `${prefix}notes`;
const CURRENT = "current";
const LIST = `${home}?list`;
const MARK = "x-guidebook-sha256";
const DAY = 86_400_000;
const AT_ONCE = 6;
const NOT_HERE =
  '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width,initial-scale=1">' +
  "<title>Not here</title><h1>This page is not here</h1><p>There is no network, and this browser has not kept it.</p></html>";
const SEARCH = /^finder\/|\/finder-/; // taken first, since somebody may search on the first page
const OWN = /^\?|\.asked\.json$/; // what this program keeps for itself

const nameStore = (its) => prefix + its;

// Taking a version in

addEventListener("install", (event) => event.waitUntil(takeIn()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

async function takeIn() {
  await note(`install-${version}`, version);
  const store = await caches.open(nameStore(version));
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== NOTES);
  const stores = await Promise.all(names.map((name) => caches.open(name)));
  const wanted = Object.entries(site.kept).sort(([one], [other]) => SEARCH.test(one) - SEARCH.test(other));
  const take = async () => {
    for (let next = wanted.pop(); next; next = wanted.pop()) {
      const [path, hash] = next;
      if (!(await copy(store, stores, path, hash))) {
        await fetchInto(store, path, hash);
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, take));
  const fault = ends.find(({ status }) => status === "rejected");
  if (fault) {
    throw fault.reason;
  }
  // What somebody asked for before stays at hand, unless it changed.
  const had = await Promise.all(stores.map((earlier) => earlier.keys()));
  const paths = new Set(had.flat().map(({ url }) => url.slice(home.length)));
  for (const path of [...paths].filter((one) => !Object.hasOwn(site.kept, one) && !OWN.test(one))) {
    const hash = await findHash(version, path);
    if (hash) {
      await copy(store, stores, path, hash);
    }
  }
  await store.put(LIST, new Response(JSON.stringify(site)));
  // Programs before this one knew of no current version, and have to go.
  if (registration.active && !(await lookUp(CURRENT))) {
    skipWaiting();
  }
  await note(CURRENT, version);
  await tidy().catch(() => {}); // the next version tries again
  for (const page of await clients.matchAll({ includeUncontrolled: true })) {
    page.postMessage({ version });
  }
}

/** Take a file from an earlier version that had the same; returns whether there was one. */
async function copy(store, stores, path, hash) {
  for (const earlier of stores) {
    const found = await earlier.match(home + path);
    if (found?.headers.get(MARK) === hash) {
      await store.put(home + path, found);
      return true;
    }
  }
  return false;
}

/** The browser refuses content with another hash, and then this fails as if there were no network. */
async function fetchInto(store, path, hash) {
  const response = await fetch(home + path, {
    cache: "no-cache",
    integrity: `sha256-${hash}`,
    priority: "low",
  });
  const headers = new Headers(response.headers);
  headers.delete("vary");
  headers.set(MARK, hash);
  await store.put(home + path, new Response(response.body, { headers }));
}

/** Delete versions that no page uses. A day's grace: a browser may bring back a page it put aside. */
async function tidy() {
  const notes = await caches.open(NOTES);
  const open = new Set((await clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
  const needed = new Set([NOTES, nameStore(version)]);
  for (const request of await notes.keys()) {
    const { its, since } = await (await notes.match(request)).json();
    const id = new URL(request.url).searchParams.get("id");
    if (open.has(id) || Date.now() - since < DAY) {
      needed.add(nameStore(its));
    } else {
      await notes.delete(request);
    }
  }
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && !needed.has(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

// Which version a page came from: "" if from the network, undefined if it came without this program

const noted = new Map();
const addressNote = (id) => `${home}?${new URLSearchParams({ id })}`;

async function note(id, its) {
  if (!id) {
    return;
  }
  noted.set(id, its);
  try {
    const notes = await caches.open(NOTES);
    await notes.put(addressNote(id), new Response(JSON.stringify({ its, since: Date.now() })));
  } catch {
    // No storage left: the note holds as long as this program runs.
  }
}

async function lookUp(id) {
  const found = await caches.match(addressNote(id), { cacheName: NOTES });
  return found ? (await found.json()).its : undefined;
}

async function readNote(id) {
  if (!noted.has(id)) {
    noted.set(id, await lookUp(id));
  }
  return noted.get(id);
}

/** Another program may have noted it. */
const findCurrent = async () => (await lookUp(CURRENT)) ?? version;

/** The list of a version that was taken in; an empty one, if the browser threw it away. */
async function readSite(its) {
  if (its === version) {
    return site;
  }
  const found = await caches.match(LIST, { cacheName: nameStore(its) });
  return found ? found.json() : { base: site.base, kept: {}, asked: [] };
}

// Answering

/*
  A page may ask for more than its own version: with "?next" for what the next page opened would be of,
  and with "?site" for what the host has now, which is never answered here.
*/
addEventListener("fetch", (event) => {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const { search } = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(home) || (search === "?site" && !isPage)) {
    return;
  }
  const answer = isPage ? openPage(event) : search === "?next" ? bringNext(request) : bring(event);
  event.respondWith(answer.catch(() => askHost(request)));
});

/** The address of a file from the top of the site; a page's ends where its folder does. */
function findPath(url) {
  const path = url.slice(home.length).split(/[?#]/)[0];
  return path === "index.html" || path.endsWith("/index.html") ? path.slice(0, -10) : path;
}

const find = (its, path) => caches.match(home + path, { cacheName: nameStore(its) });

async function openPage({ request, resultingClientId: id }) {
  const path = findPath(request.url);
  const its = await findCurrent();
  const page = await find(its, path);
  if (page) {
    await note(id, its);
    return page;
  }
  const taken = await takeAsked(its, path);
  if (taken) {
    await note(id, its);
    return taken;
  }
  if (path && (await find(its, `${path}/`))) {
    return Response.redirect(`${home}${path}/${new URL(request.url).search}`, 302);
  }
  // Nothing that this version knows: perhaps a newer one does, which then brings its own files.
  await note(id, "");
  try {
    return await fetch(request);
  } catch {
    await note(id, its);
    return answerMissing(its);
  }
}

/** The page for what is not here names its files from the address that the site was said to have. */
async function answerMissing(its) {
  const page = await find(its, "404.html");
  const html = await page.text();
  const { base } = await readSite(its);
  return new Response(html.replaceAll(`="${base}`, `="${new URL(home).pathname}`), {
    status: 404,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}

async function bring({ request, clientId }) {
  const path = findPath(request.url);
  const its = await readNote(clientId);
  if (its) {
    const found = await find(its, path);
    if (found) {
      return found;
    }
    const taken = await takeAsked(its, path);
    if (taken) {
      return taken;
    }
  }
  if (its !== undefined) {
    return fetch(request, { cache: "no-cache" });
  }
  // The very first page: as if this program were not there, but for a network that is gone.
  try {
    return await fetch(request);
  } catch (fault) {
    const found = await find(await findCurrent(), path);
    if (found) {
      return found;
    }
    throw fault;
  }
}

const bringNext = async (request) =>
  (await find(await findCurrent(), findPath(request.url))) ?? fetch(request);

/** What a file holds that is kept once somebody asked for it; its address says which list names it. */
async function findHash(its, path) {
  const { asked } = await readSite(its);
  if (!asked.length) {
    return undefined; // also where an earlier program took this version in
  }
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(path));
  const number = new DataView(digest).getUint16(0) % asked.length;
  const list = `assets/guidebook/${number}.asked.json`;
  if (!(await find(its, list))) {
    await fetchInto(await caches.open(nameStore(its)), list, asked[number]);
  }
  const hashes = await (await find(its, list)).json();
  return Object.hasOwn(hashes, path) ? hashes[path] : undefined;
}

/** A file that is kept once somebody asked for it; undefined if the host has not just this one. */
async function takeAsked(its, path) {
  try {
    const hash = await findHash(its, path);
    if (hash) {
      await fetchInto(await caches.open(nameStore(its)), path, hash);
    }
  } catch {
    return undefined;
  }
  return find(its, path);
}

/** The last way, where nothing can be read of what is kept: a page always gets an answer. */
async function askHost(request) {
  try {
    return await fetch(request);
  } catch {
    const isPage = request.mode === "navigate";
    return new Response(isPage ? NOT_HERE : "", {
      status: 504,
      headers: { "content-type": `text/${isPage ? "html" : "plain"}; charset=utf-8` },
    });
  }
}
