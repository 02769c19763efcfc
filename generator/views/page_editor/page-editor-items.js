/* Items of a list: buttons to add, remove and move one, and a handle to drag it. */
"use strict";

globalThis.guidebookEditorItems = (() => {
  const { makeButton } = guidebookElements;
  const { findDrop, findStep } = guidebookEditorState;
  const { findItemBox } = guidebookEditorTexts;

  /** Follow a pointer from the handle to where the item is dropped. */
  function drag(event, list, move) {
    const boxes = Array.from({ length: list.count }, (_, index) => findItemBox(list.at, index));
    if (boxes.some((box) => !box)) {
      return;
    }
    const handle = event.currentTarget;
    let to = list.index;
    const mark = (box, isOn) => box?.classList.toggle("gb-editor-drop", isOn);

    function follow({ clientY }) {
      mark(boxes[to], false);
      const middles = boxes.map((box) => {
        const { top, height } = box.getBoundingClientRect();
        return top + height / 2;
      });
      to = findDrop(middles, clientY, list.index);
      mark(boxes[to], to !== list.index);
    }

    function end({ type }) {
      mark(boxes[to], false);
      boxes[list.index].classList.remove("gb-editor-dragged");
      handle.removeEventListener("pointermove", follow);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", end);
      if (type === "pointerup" && to !== list.index) {
        move(to);
      }
    }

    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    boxes[list.index].classList.add("gb-editor-dragged");
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
  }

  function makeStep(way, list, move) {
    const to = findStep(list, way);
    const button = makeButton("gb-link", way === "up" ? "Up" : "Down");
    button.setAttribute("aria-keyshortcuts", way === "up" ? "Alt+ArrowUp" : "Alt+ArrowDown");
    button.disabled = to === null;
    button.addEventListener("click", () => move(to));
    return button;
  }

  /** The tools for an item. `on` receives: `add`, `remove`, `move` with the new number. */
  function makeTools(list, on) {
    const add = makeButton("gb-link", "Add below");
    const remove = makeButton("gb-link", "Remove");
    remove.disabled = list.count <= list.least;
    add.addEventListener("click", () => on.add());
    remove.addEventListener("click", () => on.remove());
    const handle = makeButton("gb-link gb-editor-handle", "Drag");
    handle.hidden = list.count < 2;
    handle.addEventListener("pointerdown", (event) => drag(event, list, on.move));
    return [add, remove, makeStep("up", list, on.move), makeStep("down", list, on.move), handle];
  }

  return { makeTools };
})();
