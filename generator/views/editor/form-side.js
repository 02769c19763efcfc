/* The form of a playbook beside its page: what is saved in it shows on the page, which stays. */
"use strict";

globalThis.guidebookFormSide = (() => {
  const { make, makeButton } = guidebookElements;
  const {
    address, describeFocus, findForm, isBeside, keepTyped, load, move, own, putTyped, restoreFocus,
  } = guidebookFormPage;
  const { find, isAboutPage, take } = guidebookFormPress;
  const form = guidebookForm;
  const KEPT = "guidebook-form-side";
  const WIDE = matchMedia("(min-width: 60em)");
  let side = null;
  let wanted = ""; // while it is being loaded

  const isOwn = () => findForm() !== null && !isBeside();

  function makeSide(page) {
    const dialog = make("dialog", "gb-form-side");
    const shut = makeButton("gb-button gb-form-side-close", "Close");
    shut.setAttribute("aria-keyshortcuts", "Escape");
    shut.addEventListener("click", close);
    const title = make("h2", "", page.querySelector("main h1").textContent);
    title.id = "gb-form-side-title";
    dialog.setAttribute("aria-labelledby", title.id);
    const links = page.querySelector("main .gb-where");
    const body = make("div", "gb-page gb-form-side-body", ...(links ? [document.adoptNode(links)] : []));
    body.append(document.adoptNode(page.querySelector("main .gb-form[data-form]")));
    dialog.append(make("div", "gb-form-side-head", title, shut), body);
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    return { dialog, body };
  }

  /** Open the form of an address; `before` is how somebody had it before. */
  async function open(from, before = null) {
    wanted = from;
    const page = await load(from);
    wanted = "";
    if (!page.querySelector("main .gb-form[data-form]")) {
      location.assign(from); // there is more to say than a form
      return;
    }
    drop();
    const { dialog, body } = makeSide(page);
    side = dialog;
    document.body.append(dialog);
    document.documentElement.classList.add("gb-beside");
    WIDE.matches ? dialog.show() : dialog.showModal();
    move(body, from);
    form.start(before?.seen);
    guidebookEditor.follow();
    if (before) {
      putTyped(before.typed);
      restoreFocus(before.focus);
      body.scrollTop = before.top;
      form.say(before.said);
      before.sent.map(form.send); // whether it was saved, nobody heard
    } else {
      findForm().querySelector("textarea, select, input")?.focus();
    }
  }

  function drop() {
    side?.remove();
    side = null;
    move(null, location.pathname);
    document.documentElement.classList.remove("gb-beside");
  }

  /** Close it, once what is typed is saved; the focus goes back to the link that opened it. */
  async function close() {
    if (!(await form.leave())) {
      return;
    }
    const back = address();
    drop();
    if (guidebookEditor.isStale()) {
      remember({ back });
      location.reload();
    } else {
      goBack(back);
    }
  }

  /** For this page, once it is loaded again. */
  function remember(note) {
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, ...note }));
  }

  const goBack = (from) => document.querySelector(`.gb-preview-links [href="${from}"]`)?.focus();

  function follow(event) {
    const path = find(event);
    if (isOwn() || !own) {
      return;
    }
    if (path === location.pathname) {
      event.preventDefault();
      close();
    } else if (isAboutPage(path)) {
      event.preventDefault();
      open(path);
    }
  }

  /** A button that is gone after it was pressed leaves the focus nowhere, which is no other place. */
  function leave(event) {
    const isHere = side?.contains(event.target) || event.target === document.body;
    const isAsked = event.key === "Escape" && !event.isComposing && !event.defaultPrevented;
    if (side && isHere && isAsked && !document.querySelector(":popover-open")) {
      event.preventDefault();
      close();
    }
  }

  /* Who loads the page again has its form again, as it was. */
  function keep() {
    if (side) {
      const before = {
        typed: keepTyped(form.listUnsaved()),
        seen: form.listSeen(),
        sent: form.listSent(),
        focus: describeFocus(),
        top: side.querySelector(".gb-form-side-body").scrollTop,
        said: side.querySelector(".gb-form-said").textContent,
      };
      remember({ address: address(), before });
    } else if (wanted) {
      remember({ address: wanted });
    }
  }

  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.path === location.pathname && kept.back) {
    goBack(kept.back);
  } else if (kept?.path === location.pathname && !isOwn()) {
    open(kept.address, kept.before);
  }
  const early = take();
  if (early) {
    isOwn() ? location.assign(early) : open(early);
  }
  document.addEventListener("click", follow);
  document.addEventListener("keydown", leave);
  addEventListener("pagehide", keep);

  return { isOpen: () => side !== null };
})();
