/* The form in which texts are written in their place. */
"use strict";

globalThis.guidebookEditorForm = (() => {
  const { make, makeButton } = guidebookElements;
  const { describeProblems, findBlank } = guidebookEditorState;
  const LONG = 2000; // letters: who changes a whole page begins at its top
  let number = 0;

  function makeBox({ label, help, most, choices, required }, text) {
    number += 1;
    const box = choices.length ? make("select") : make("textarea");
    box.id = `gb-editor-box-${number}`;
    if (choices.length) {
      box.append(...choices.map((choice) => new Option(choice, choice, false, choice === text)));
    } else {
      box.value = text;
      box.maxLength = most;
      box.rows = 1;
    }
    box.required = required;
    const name = make("label", "gb-editor-label", label);
    name.htmlFor = box.id;
    const hint = make("p", "gb-editor-hint", help);
    hint.id = `${box.id}-hint`;
    box.setAttribute("aria-describedby", `${hint.id} ${box.id}-problems`);
    return { box, parts: [name, box, hint] };
  }

  /** As high as its words. */
  function fit(box) {
    if (box.localName === "textarea") {
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + 2}px`;
    }
  }

  function drawProblems(list, box, problems) {
    const { isWrong, lines } = describeProblems(problems);
    box.setAttribute("aria-invalid", String(isWrong));
    list.replaceChildren(
      ...lines.map(({ severity, text, fix }) =>
        make("li", `gb-editor-problem gb-editor-problem--${severity}`, text, make("span", "", fix)),
      ),
    );
  }

  /**
   * A form for some texts. `asked` says what they are, `texts` what they say; `tools` are buttons
   * for what else can be done. `on` receives: `type` with all texts, `save`, `leave`.
   */
  function open(title, asked, texts, tools, on) {
    const form = make("form", "gb-editor");
    form.setAttribute("aria-label", title);
    form.noValidate = true;
    const fields = asked.map((one, index) => makeBox(one, texts[index] ?? ""));
    const list = make("ul", "gb-editor-problems");
    list.id = `${fields[0].box.id}-problems`;
    list.setAttribute("aria-live", "polite");
    const save = makeButton("gb-button gb-editor-save", "Save");
    save.type = "submit";
    save.setAttribute("aria-keyshortcuts", "Control+Enter");
    const leave = makeButton("gb-link gb-editor-leave", "Cancel");
    leave.setAttribute("aria-keyshortcuts", "Escape");
    const foot = make("p", "gb-editor-tools", save, leave, ...tools);
    form.append(...fields.flatMap(({ parts }) => parts), list, foot);
    const values = () => fields.map(({ box }) => box.value);
    let isRefused = false; // what was tried before that and is reported later would hide the reason
    function refuse(sentence) {
      isRefused = true;
      list.replaceChildren(make("li", "gb-editor-problem gb-editor-problem--error", sentence));
    }
    form.addEventListener("input", (event) => {
      fit(event.target);
      isRefused = false;
      on.type(values());
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      on.save();
    });
    leave.addEventListener("click", () => on.leave());
    return {
      form,
      values,
      focus() {
        for (const { box } of fields) {
          fit(box);
        }
        fields[0].box.focus();
        const { length } = fields[0].box.value;
        fields[0].box.setSelectionRange?.(length > LONG ? 0 : length, length > LONG ? 0 : length);
      },
      show(problems) {
        if (!isRefused) {
          drawProblems(list, fields[0].box, problems);
        }
      },
      refuse,
      /** Ask for the first text that is missing; whether there is one. */
      asksFor() {
        const blank = findBlank(asked.map(({ label }) => label), values());
        if (blank) {
          refuse(blank.words);
          fields[blank.place].box.focus();
        }
        return blank !== null;
      },
    };
  }

  return { open };
})();
