/* A page that does one thing, such as making a playbook, and then goes on. */
"use strict";

(() => {
  const { act } = guidebookEditorRequests;
  const { findControl } = guidebookFormField;
  const KEPT = "guidebook-editor";
  const form = document.querySelector(".gb-form--once");
  let isSent = false; // pressed twice, it would be done twice

  function read(field) {
    const chosen = field.querySelector("input[type=radio]:checked") ?? findControl(field);
    return [field.dataset.name, chosen.value.trim()];
  }

  async function send() {
    if (isSent) {
      return;
    }
    isSent = true;
    const refused = form.querySelector(".gb-form-refused");
    const fields = [...form.querySelectorAll("[data-name]")];
    refused.textContent = "";
    try {
      const asked = { about: form.dataset.about, ...Object.fromEntries(fields.map(read)) };
      const { url } = await act(form.dataset.action, asked);
      if (form.dataset.action === "create") {
        sessionStorage.setItem(KEPT, "on"); // its page opens in editing
      }
      location.assign(url);
    } catch (error) {
      refused.textContent = error.message;
      isSent = false;
    }
  }

  /** Who comes from a page of a chapter mostly writes for it. */
  function choose(select) {
    const chapter = new URLSearchParams(location.search).get("chapter");
    const found = [...(select?.options ?? [])].find(({ value }) => value === chapter);
    if (found) {
      found.selected = true;
    }
  }

  addEventListener("pageshow", () => {
    isSent = false; // who comes back makes another one
  });
  choose(form?.querySelector("#c-chapter"));
  const button = form?.querySelector("[data-send]");
  button?.addEventListener("click", send);
  form?.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("textarea") && !event.isComposing) {
      event.preventDefault();
      send();
    }
  });
  if (button) {
    button.disabled = false; // pressed before, it would do nothing
  }
})();
