/* What one must not say never leaves the page without saying so. */
"use strict";

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (selection.isCollapsed || event.target.closest?.("textarea, input")) {
    return;
  }
  const range = selection.getRangeAt(0);
  const items = [...document.querySelectorAll(".gb-words-avoid > li")];
  if (!items.some((item) => range.intersectsNode(item))) {
    return;
  }
  const part = document.createElement("div");
  part.append(range.cloneContents());
  // What is selected inside a line, or inside the list, brings neither along.
  const ancestor = range.commonAncestorContainer;
  const within = ancestor.nodeType === Node.ELEMENT_NODE ? ancestor : ancestor.parentElement;
  for (const selector of [".gb-words-avoid > li", ".gb-words-avoid"]) {
    const wrapper = within?.closest(selector)?.cloneNode(false);
    if (wrapper) {
      wrapper.append(...part.childNodes);
      part.append(wrapper);
    }
  }
  for (const element of part.querySelectorAll(".gb-hidden, li > strong, .gb-add, .gb-tag--elsewhere")) {
    element.remove();
  }
  for (const words of part.querySelectorAll("q")) {
    words.prepend("“");
    words.append("”");
  }
  for (const item of part.querySelectorAll(".gb-words-avoid > li")) {
    item.prepend("(Don’t say:) ");
  }
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    walker.currentNode.data = walker.currentNode.data.replace(/\s+/g, " ");
  }
  for (const element of part.querySelectorAll("li, h2, h3, p, br")) {
    element.after("\n");
  }
  const text = part.textContent.replace(/ *\n\s*/g, "\n").replace(/ +/g, " ");
  event.clipboardData.setData("text/plain", text.trim());
  event.preventDefault();
});
