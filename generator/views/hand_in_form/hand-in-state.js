/* What the page for handing in says and asks. Pure. */
"use strict";

globalThis.guidebookHandIn = (() => {
  const MAIL = /^[^\s<>@]+@[^\s<>@]+$/;

  /** What is still missing of what a person has to say; "" if nothing is. */
  function findMissing(change, typed) {
    if (!change.files) {
      return "";
    }
    if (!typed.message.trim()) {
      return "Say in a few words what you changed.";
    }
    if (change.asksAuthor && !typed.name.trim()) {
      return "Write your name.";
    }
    if (change.asksAuthor && !MAIL.test(typed.email.trim())) {
      return "Write your e-mail address, such as you@example.com.";
    }
    return change.errors && !typed.anyway ? "Fix the errors first, or tick the box." : "";
  }

  /** The words on the button; "" if there is nothing to hand in. */
  function nameButton(change) {
    if (!change.files) {
      return change.unsent ? "Send it" : "";
    }
    return change.way === "file" ? "Make a file to send" : "Hand in";
  }

  /** What a person typed as it is sent, for the change that was shown. */
  function makeRequest(change, typed) {
    const author = change.asksAuthor ? { name: typed.name.trim(), email: typed.email.trim() } : {};
    return { mark: change.mark, message: typed.message.trim(), anyway: typed.anyway, ...author };
  }

  return { findMissing, nameButton, makeRequest };
})();
