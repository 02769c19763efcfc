/* The sentence as a card that fills the screen: draws what the state says. */
"use strict";

globalThis.guidebookSentenceDialog = (() => {
  const card = guidebookSentenceCard;
  const { make, makeButton } = guidebookElements;
  const voice = globalThis.speechSynthesis;
  let state, dialog, opener;

  function makeKey(style, action, label) {
    const button = makeButton(style, "", label);
    button.addEventListener("click", () => act(action));
    return button;
  }

  function build() {
    const own = {
      name: make("p", "gb-card-name"),
      body: make("div", "gb-card-room"),
      note: make("textarea", "gb-card-note"),
      words: make("p", "gb-card-words"),
      ways: make("div", "gb-card-ways"),
      place: make("span", "gb-card-place"),
      read: makeKey("gb-button", "read"),
      turnOver: makeKey("gb-button", "turn over"),
    };
    own.root = make("dialog", "gb-card-dialog");
    own.root.setAttribute("aria-label", "The words, large");
    own.name.setAttribute("aria-hidden", "true");
    own.words.setAttribute("aria-live", "polite");
    own.note.placeholder = "Type your answer here";
    own.note.setAttribute("aria-label", "Type your answer here");
    const head = make("div", "gb-card-head", own.name, makeKey("gb-close", "close", "Close"));
    own.body.append(own.words, own.note);
    own.ways.append(
      makeKey("gb-tool gb-card-step gb-card-step--back", "back", "Another way, back"),
      own.place,
      makeKey("gb-tool gb-card-step", "next", "Another way, next"),
    );
    const keys = voice ? [own.read, own.turnOver] : [own.turnOver];
    const foot = make("div", "gb-card-foot", own.ways, ...keys);
    own.root.append(head, own.body, foot);
    listen(own);
    document.querySelector(".gb-page").append(own.root);
    return own;
  }

  function listen(own) {
    own.words.addEventListener("click", () => {
      if (!state.forCustomer && String(getSelection()) === "") {
        act("close");
      }
    });
    own.root.addEventListener("keydown", ({ key, target }) => {
      const turns = { ArrowLeft: "back", ArrowRight: "next" };
      if (turns[key] && target !== own.note) {
        act(turns[key]);
      }
    });
    own.root.addEventListener("close", () => {
      voice?.cancel();
      own.note.value = "";
      opener.focus({ preventScroll: true });
    });
    new ResizeObserver(() => {
      if (own.root.open) {
        size();
      }
    }).observe(own.body);
  }

  function act(action) {
    if (action === "close") {
      dialog.root.close();
      return;
    }
    const before = state;
    state = card.answer(state, action);
    if (before.reading || state.reading) {
      read();
    }
    draw();
  }

  function read() {
    voice.cancel();
    if (state.reading) {
      const speech = new SpeechSynthesisUtterance(card.speak(card.describe(state).words));
      speech.lang = document.documentElement.lang;
      const about = state;
      speech.onend = speech.onerror = () => {
        if (state === about) {
          act("silent");
        }
      };
      voice.speak(speech);
    }
  }

  function draw() {
    const shown = card.describe(state);
    dialog.root.dataset.for = state.forCustomer ? "customer" : "staff";
    dialog.name.textContent = shown.name;
    dialog.words.replaceChildren(
      ...card.split(shown.words).map((piece, place) =>
        place % 2 ? make("span", "gb-slot", piece) : piece,
      ),
    );
    dialog.note.hidden = !state.forCustomer;
    dialog.ways.hidden = !shown.place;
    dialog.place.textContent = shown.place;
    dialog.read.textContent = shown.read;
    dialog.turnOver.textContent = shown.turnOver;
    size();
  }

  /**
   * As large as fits, beside the customer's answer in less than half of the space; below the size of
   * the page's own sentence, the card scrolls instead.
   */
  function size() {
    const { body, words } = dialog;
    const isWithin = () =>
      state.forCustomer ? words.offsetHeight < 0.45 * body.clientHeight : body.scrollHeight <= body.clientHeight;
    words.style.removeProperty("font-size");
    words.style.overflowWrap = "normal";
    const largest = card.fit(parseFloat(getComputedStyle(words).fontSize), 200, (pixels) => {
      words.style.fontSize = `${pixels}px`;
      return isWithin() && body.scrollWidth <= body.clientWidth;
    });
    words.style.fontSize = `${largest}px`;
    words.style.removeProperty("overflow-wrap");
  }

  /** Show one of several ways to say it; when it closes, the focus is where it was. */
  function show(ways, place, from) {
    dialog ??= build();
    opener = from;
    state = card.open(ways, place);
    if (!dialog.root.open) {
      dialog.root.showModal();
    }
    draw();
  }

  return { show };
})();
