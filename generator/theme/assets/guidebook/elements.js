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

  /** Whether a click is the second of a double one: where the first has drawn something else, it means nothing. */
  const isSecond = ({ detail }) => detail > 1;

  return { isSecond, make, makeButton };
})();
