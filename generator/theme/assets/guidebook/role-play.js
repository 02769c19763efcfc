/* The role-play of a page, read from the page itself, and played above it. */
"use strict";

globalThis.guidebookRolePlay = (() => {
  const storage = guidebookTickStorage;
  const page = document.querySelector(".gb-roleplay");
  const find = (element, style) => element.querySelector(`.gb-${style}`);
  const readId = (part) => part.querySelector("h4").id.replace("round-", "");

  /** The words of an element, but for those of some parts of it. */
  function write(element, without = "") {
    const copy = element.cloneNode(true);
    for (const part of without ? copy.querySelectorAll(without) : []) {
      part.remove();
    }
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  function readReply(reply) {
    const best = reply.matches(".gb-answer--right");
    return {
      say: write(reply.querySelector("summary")),
      leads: write(reply.querySelector("p"), best ? ":scope > strong:first-child, .gb-onward" : ".gb-onward"),
      best,
      go: find(reply, "onward").hash.replace("#round-", ""),
    };
  }

  /** What a round rests on: its place, and the words that are there; of a stop box, only its name. */
  function readRest(link) {
    const target = link && document.getElementById(link.hash.slice(1));
    const words = target?.matches(".gb-stop") ? link : target?.querySelector(".gb-do, .gb-words");
    return target && { words: write(words ?? target), url: link.hash };
  }

  function readRound(round) {
    return {
      id: readId(round),
      customer: write(find(round, "customer"), ":scope > span:first-child"),
      replies: [...round.querySelectorAll(".gb-answer")].map(readReply),
      rests: readRest(round.querySelector(".gb-answer > .gb-why a")),
    };
  }

  function readEnding(ending) {
    const [, outcome] = /gb-ending--(\w+)/.exec(ending.className);
    return {
      id: readId(ending),
      outcome,
      text: write(ending.querySelector("p")),
      debrief: write(find(ending, "why")),
    };
  }

  const play = {
    setting: write(find(page, "prompt")),
    rounds: [...page.querySelectorAll(".gb-round:not(.gb-ending)")].map(readRound),
    endings: [...page.querySelectorAll(".gb-ending")].map(readEnding),
  };
  const name = `play.${document.querySelector(".gb-check").dataset.playbook}`;
  const way = find(page, "play-way");
  let kept = storage.read(name);

  function keep(text) {
    kept = text;
    storage.write(name, text);
    way.hidden = view.isOn();
  }

  const note = () =>
    storage.isShared() ? "Nothing is kept on this computer." : "Your words stay in this browser.";
  const view = guidebookPlayView.open(play, { kept, keep, note });
  way.after(view.box);
  way.hidden = view.isOn();

  storage.watch((elsewhere) => {
    if (!elsewhere) {
      storage.write(name, kept);
    } else if (storage.read(name) !== kept) {
      kept = storage.read(name);
      view.take(kept);
      way.hidden = view.isOn();
    }
  });

  /** Play, from where one was. */
  function open() {
    history.replaceState(history.state, "", "#role-play"); // a reload comes back here
    if (view.isOn()) {
      view.show();
    } else {
      view.begin();
    }
  }

  return { open };
})();
