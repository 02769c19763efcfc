/* Elements that scripts make. */
"use strict";

globalThis.guidebookElements = (() => {
  function make(tag, style, ...children) {
    const element = document.createElement(tag);
    if (style) {
      element.className = style;
    }
    element.append(...children);
    return element;
  }

  /** A button; one that shows only a sign is named by its `label`. */
  function makeButton(style, text, label) {
    const button = make("button", style, text);
    button.type = "button";
    if (label) {
      button.setAttribute("aria-label", label);
    }
    return button;
  }

  const DOUBLE = 350; // ms, within which nobody has read what the first tap has drawn
  const NEAR = 24; // px
  let before = { timeStamp: -DOUBLE };
  let pressed = 1;
  // Firefox counts anew for another element, but not what is pressed down.
  document.addEventListener("mousedown", ({ detail }) => (pressed = detail), { capture: true });

  /**
   * Whether a click is the second of a double one: where the first has drawn something else, it means nothing.
   * iPhones do not count taps, so two at one spot within a moment are one as well; keys have no spot.
   */
  function isSecond(click) {
    const { timeStamp, clientX, clientY, detail } = click;
    const isClose =
      timeStamp - before.timeStamp < DOUBLE &&
      Math.hypot(clientX - before.clientX, clientY - before.clientY) < NEAR;
    before = { timeStamp, clientX, clientY };
    const isAgain = pressed > 1 || (isClose && matchMedia("(pointer: coarse)").matches);
    return detail > 1 || (detail === 1 && isAgain);
  }

  return { isSecond, make, makeButton };
})();
