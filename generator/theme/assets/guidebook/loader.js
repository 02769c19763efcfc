/* Scripts and style sheets that a page needs only when somebody asks for what they do. */
"use strict";

globalThis.guidebookLoader = (() => {
  const home = new URL(".", document.currentScript.src);
  const top = new URL("../../", home); // of the site

  // The site's own scripts: a page loads no others later, and starts no other worker. Browsers with
  // trusted types take the address of a script only from here; the others are asked the same.
  const own = {
    createScriptURL: (address) => (new URL(address, location).href.startsWith(top) ? address : ""),
  };
  const trusted = globalThis.trustedTypes?.createPolicy("guidebook", own) ?? own;

  /**
   * Load a file, by its name beside this one; resolves when it has run, or is drawn with. As an
   * element of the page, since a page opened from a disk may load those but fetch nothing.
   */
  function load(name) {
    const isScript = name.endsWith(".js");
    const address = new URL(name, home);
    const element = document.createElement(isScript ? "script" : "link");
    return new Promise((resolve, reject) => {
      element.onload = resolve;
      element.onerror = (fault) => {
        element.remove();
        reject(fault);
      };
      Object.assign(
        element,
        isScript ? { src: trusted.createScriptURL(address), async: false } : { rel: "stylesheet", href: address },
      );
      document.head.append(element);
    });
  }

  const modes = {};

  /**
   * Load a style sheet and then a script of one name, once; what the script hands on is there when that
   * went well. If it did not, the next call tries again.
   */
  function loadMode(name) {
    modes[name] ??= load(`${name}.css`)
      .then(() => load(`${name}.js`))
      .catch(() => delete modes[name]);
    return modes[name];
  }

  return { load, loadMode, top, trusted };
})();
