/* The texts of the open page that know where they are written. */
"use strict";

globalThis.guidebookEditorTexts = (() => {
  const { make } = guidebookElements;
  const { isSame, placeProblems, startsWith } = guidebookEditorState;
  const HINT = "gb-editor-hint";
  const CLICKED = "a, button, label, summary";

  /* What a list of contents repeats is changed where it belongs. */
  const list = () => [...document.querySelectorAll("main [data-at]:not(nav *)")];
  const readAt = (text) => JSON.parse(text.dataset.at);
  const isShown = (text) => text.checkVisibility();

  /** The element of a place, one that is in sight if there are several. */
  function find(at) {
    const found = list().filter((text) => isSame(readAt(text), at));
    return found.find(isShown) ?? found[0] ?? null;
  }

  /** The first text of an item. */
  function findItem(start) {
    const found = list().filter((text) => startsWith(readAt(text), start));
    return found.find(isShown) ?? found[0] ?? null;
  }

  /** What something may be put below: not inside of what is clicked, and in no closed fold. */
  function findHost(text) {
    let host = text.closest("p, li, h1, h2, h3, q, .gb-say-row") ?? text;
    for (let around = host.closest(CLICKED); around; around = host.parentElement.closest(CLICKED)) {
      host = around;
    }
    if (host.localName === "summary") {
      host.parentElement.open = true;
    }
    return host.parentElement.localName === "ul" || host.parentElement.localName === "ol"
      ? { inside: host }
      : { after: host };
  }

  /** Put an element below a text. */
  function put(element, text) {
    const { inside, after } = findHost(text);
    if (inside) {
      inside.append(element);
    } else {
      after.after(element);
    }
  }

  /** The element of an item of a list: as much as holds nothing of another item. */
  function findItemBox(listAt, index) {
    const texts = list();
    let box = findItem([...listAt, index]);
    const isOther = (text) => {
      const at = readAt(text);
      return startsWith(at, listAt) && at[listAt.length] !== index;
    };
    const others = texts.filter(isOther);
    while (box && !others.some((other) => box.parentElement.contains(other))) {
      if (box.parentElement.localName === "main") {
        break;
      }
      box = box.parentElement;
    }
    return box;
  }

  /** Texts can be reached while the page is edited, and else not. */
  function setReachable(isOn) {
    for (const text of list()) {
      if (isOn) {
        text.tabIndex = 0;
        text.setAttribute("aria-describedby", HINT);
      } else {
        text.removeAttribute("tabindex");
        text.removeAttribute("aria-describedby");
      }
    }
  }

  /** Show problems beside their texts. */
  function showProblems(problems) {
    for (const old of document.querySelectorAll(".gb-editor-beside")) {
      old.remove();
    }
    const texts = list();
    for (const text of texts) {
      text.setAttribute("aria-describedby", HINT);
      text.classList.remove("gb-editor-faulty");
    }
    const places = placeProblems(texts.map(readAt), problems);
    problems.forEach(({ severity, message, fix }, number) => {
      const text = texts[places[number]];
      if (text) {
        const word = make("b", "", `${severity[0].toUpperCase()}${severity.slice(1)}`);
        const style = `gb-editor-problem gb-editor-beside gb-editor-problem--${severity}`;
        const note = make("span", style, word, ` ${message}`, make("span", "", fix));
        note.id = `gb-editor-note-${number}`;
        put(note, text);
        text.classList.add("gb-editor-faulty");
        text.setAttribute("aria-describedby", `${text.getAttribute("aria-describedby")} ${note.id}`);
      }
    });
  }

  return { HINT, find, findItemBox, list, put, readAt, setReachable, showProblems };
})();
