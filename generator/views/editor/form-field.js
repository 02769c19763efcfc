/* The fields of a form: what each holds, and what is wrong with it. */
"use strict";

globalThis.guidebookFormField = (() => {
  const { make, makeButton } = guidebookElements;
  const { findName, moveUp, readLines } = guidebookFormState;

  const listItems = (field) => [...field.querySelectorAll("[data-name]")];
  const findControl = (field) => field.querySelector("textarea, select, input");

  /** Whether somebody types into it, and may be in the middle of that. */
  const isTyped = (field) => ["text", "lines", "number", "day"].includes(field?.dataset.control);

  const READERS = {
    switch: (field) => (findControl(field).checked ? "yes" : ""),
    choices: (field) =>
      [...field.querySelectorAll("input:checked")].map((input) => input.value),
    lines: (field) => readLines(findControl(field).value),
    names: (field) => listItems(field).map((item) => item.dataset.name),
    pairs: (field) =>
      Object.fromEntries(
        listItems(field).map((item) => [
          item.dataset.name,
          item.querySelector("textarea").value.trim(),
        ]),
      ),
    "sign-off": (field) =>
      Object.fromEntries(
        [...field.querySelectorAll("[data-part]")].map((input) => [
          input.dataset.part,
          input.value.trim(),
        ]),
      ),
  };

  /** What a field holds, as the program takes it. */
  function read(field) {
    const reader = READERS[field.dataset.control];
    return reader ? reader(field) : findControl(field).value.trim();
  }

  function showProblems(field, problems) {
    const list = field.querySelector(".gb-field-problems");
    list.replaceChildren(
      ...problems.map(({ severity, message, fix }) =>
        make(
          "li",
          `gb-field-problem gb-field-problem--${severity}`,
          make("b", "", `${severity[0].toUpperCase()}${severity.slice(1)}:`),
          ` ${message} `,
          make("span", "gb-why", fix ?? ""),
        ),
      ),
    );
  }

  function listOptions(input) {
    return [...(input.list?.options ?? [])].map((option) => ({
      name: option.dataset.name,
      words: option.value,
    }));
  }

  /** Take what was typed into a list of names. Whether it is a name. */
  function add(field, input) {
    const options = listOptions(input);
    const name = findName(options, input.value);
    if (name === null || listItems(field).some((item) => item.dataset.name === name)) {
      return false;
    }
    const words = options.find((one) => one.name === name).words;
    const item = make("li", "", make("span", "", words));
    item.dataset.name = name;
    if (field.dataset.control === "pairs") {
      const reason = make("textarea", "");
      reason.rows = 1;
      reason.setAttribute("aria-label", `Reason: ${words}`);
      item.append(reason);
    }
    const remove = makeButton("gb-link", "Remove", `Remove ${words}`);
    remove.dataset.remove = "";
    item.append(" ", remove);
    field.querySelector("ul").append(item);
    input.value = "";
    item.querySelector("textarea")?.focus();
    return true;
  }

  /** Move a name up in its list, or take it out, as the button says. */
  function changeNames(field, target) {
    const item = target.closest("[data-name]");
    const list = item.parentElement;
    const items = [...list.children];
    if (target.matches("[data-up]")) {
      list.replaceChildren(...moveUp(items, items.indexOf(item)));
      target.focus();
    } else {
      item.remove();
      field.querySelector(".gb-field-add input").focus();
    }
  }

  /** Enter ends a text, and takes a name; only lists have lines. */
  function endText(event) {
    const field = event.target.closest?.("[data-field]");
    const isLines = field?.dataset.control === "lines";
    if (field && event.key === "Enter" && !event.isComposing && (!isLines || event.ctrlKey)) {
      if (event.target.matches("textarea, input[type=text]")) {
        event.preventDefault();
        event.target.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  }

  return { add, changeNames, endText, findControl, isTyped, read, showProblems };
})();
