/*
  Preloaded into Playwright's driver when it runs a Firefox that is no build of Playwright's own. Over
  WebDriver BiDi that Firefox has no commands for what a page sees of the system (dark, print, less motion,
  forced colors) and for a page without scripts. Firefox itself can do both: its developer tools set
  them on the page's browsing context, and so does this, in the browser's own scope.
*/
"use strict";

const { Module } = require("node:module");

const SET = `(id, { media, colorScheme, reducedMotion, forcedColors }, { hasTouch, javaScriptEnabled }) => {
  const { NavigableManager } = ChromeUtils.importESModule(
    "chrome://remote/content/shared/NavigableManager.sys.mjs");
  const one = NavigableManager.getBrowsingContextById(id);
  const known = (value, ...values) => (values.includes(value) ? value : "none");
  one.mediumOverride = media === "print" ? "print" : "";
  one.prefersColorSchemeOverride = known(colorScheme, "light", "dark");
  one.prefersReducedMotionOverride = known(reducedMotion, "reduce", "no-preference");
  one.forcedColorsOverride = known(forcedColors, "active");
  one.touchEventsOverride = hasTouch ? "enabled" : "none";
  one.allowJavascript = javaScriptEnabled !== false;
}`;

async function emulate(page) {
  const session = page._session;
  const { contexts } = await session.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const values = [session.sessionId, page._page.emulatedMedia(), page._browserContext._options];
  const answer = await session.send("script.evaluate", {
    expression: `(${SET})(...${JSON.stringify(values)})`,
    target: { context: contexts[0].context },
    awaitPromise: false,
  });
  if (answer.type !== "success") {
    throw new Error(answer.exceptionDetails.text);
  }
}

/** Playwright's own does nothing here. */
async function tap(session, x, y) {
  const actions = [
    { type: "pointerMove", x: Math.floor(x), y: Math.floor(y) },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions };
  await session.send("input.performActions", { context: session.sessionId, actions: [finger] });
}

globalThis.guidebookEmulate = emulate;
globalThis.guidebookTap = tap;

/** Where Playwright sends what Firefox does not know, does nothing, or means inches by what are centimeters. */
const CHANGES = [
  [
    /(async updateEmulateMedia\(\) \{)(?=[^}]{0,400}"emulation\.setMediaFeaturesOverride")/,
    "$1 return guidebookEmulate(this);",
  ],
  [
    /(async doUpdateDefaultEmulatedMedia\(\) \{)(?=[^}]{0,400}"emulation\.setMediaFeaturesOverride")/,
    "$1 return;",
  ],
  [
    /(async _initialize\(\) \{\s*this\._onFrameAttached\(this\._session\.sessionId, null\);\s*await Promise\.all\(\[)/,
    "$1 guidebookEmulate(this),",
  ],
  [/(async tap\(\w+, x, y, \w+\) \{)(?=\s*\})/, "$1 await guidebookTap(this._session, x, y);"],
  [
    /(page: \{\s*width: paperWidth)(,\s*height: paperHeight)(\s*\})/,
    "$1 * 2.54$2 * 2.54$3",
  ],
];

const compile = Module.prototype._compile;
Module.prototype._compile = function change(text, file) {
  let changed = text;
  if (file.endsWith("coreBundle.js")) {
    for (const [pattern, instead] of CHANGES) {
      if (!pattern.test(changed)) {
        throw new Error(`Playwright has changed: ${pattern} is not in ${file}`);
      }
      changed = changed.replace(pattern, instead);
    }
  }
  return compile.call(this, changed, file);
};
