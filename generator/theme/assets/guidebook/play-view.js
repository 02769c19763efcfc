/* A role-play to play: one thing to do at a time, and at the end one's way over the best one. */
"use strict";

globalThis.guidebookPlayView = (() => {
  const state = guidebookPlay;
  const { isSecond, make, makeButton } = guidebookElements;

  function makeHeading(text, style = "") {
    const heading = make("h4", `gb-play-head ${style}`, text);
    heading.tabIndex = -1;
    return heading;
  }

  const quote = (text) => `“${text}”`;
  const name = (words, text) => make("p", "gb-play-line", make("span", "gb-play-who", words), " ", text);
  function customer(text) {
    const line = name("Customer", text);
    line.classList.add("gb-play-customer");
    return line;
  }

  /** A button that leads on to something else. */
  const act = (words, action, style = "gb-button gb-play-next") => {
    const button = makeButton(style, words);
    button.addEventListener("click", (event) => {
      if (!isSecond(event)) {
        action();
      }
    });
    return button;
  };

  /** The link to what a round rests on. */
  function drawRest(rests) {
    if (!rests) {
      return [];
    }
    const link = make("a", "", rests.words);
    link.href = rests.url;
    return [make("p", "gb-why", "It rests on: ", link)];
  }

  function drawFork({ own, chosen, best, round }, isSame) {
    const parts = [];
    if (own) {
      parts.push(name("Your words", quote(own)));
    }
    const reply = name(chosen.best ? "You chose the best" : "You chose", chosen.say);
    parts.push(reply);
    if (chosen.best) {
      reply.classList.add("gb-play-right");
    } else {
      parts.push(make("p", "gb-play-led", chosen.leads));
    }
    if (isSame && !chosen.best) {
      parts.push(make("div", "gb-play-better", name("Best here", best.say), make("p", "gb-play-led", best.leads)));
    }
    return [...parts, ...drawRest(round.rests)];
  }

  /** One turn: where both ways are in one round, together; else side by side. */
  function drawRow({ place, own, best, same }, goBack) {
    const again = own && act("Again from here", () => goBack(place), "gb-link gb-play-again");
    again?.setAttribute("aria-label", `Again from here, turn ${place + 1}`);
    const head = make("div", "gb-play-turn-head", make("p", "gb-play-turn-name", `Turn ${place + 1}`), again);
    if (same) {
      return make("li", "gb-play-turn", head, customer(own.round.customer), ...drawFork(own, true));
    }
    const lane = (words, style, parts) => make("div", `gb-play-lane ${style}`, make("p", "gb-play-lane-name", words), ...parts);
    const mine = own
      ? [customer(own.round.customer), ...drawFork(own, false)]
      : [make("p", "gb-why", "It has ended by now.")];
    const theirs = best
      ? [customer(best.round.customer), name("Best here", best.chosen.say), make("p", "gb-play-led", best.chosen.leads), ...drawRest(best.round.rests)]
      : [make("p", "gb-why", "It has ended by now.")];
    const lanes = make("div", "gb-play-lanes", lane("Your way", "gb-play-lane--own", mine), lane("The best way", "gb-play-lane--best", theirs));
    return make("li", "gb-play-turn", head, lanes);
  }

  const ENDS = { good: "A good end", mixed: "A mixed end", poor: "A poor end" };

  function drawEnd(play, now, act) {
    const { rows, ending, bestEnding } = state.compare(play, now);
    const { forks, best } = state.judge(play, now);
    const marks = make("span", "gb-play-marks", ...rows.filter(({ own }) => own).map(({ own }) => make("span", own.chosen.best ? "gb-play-mark" : "")));
    marks.setAttribute("aria-hidden", "true");
    const list = make("ol", "gb-play-turns", ...rows.map((row) => drawRow(row, (place) => act({ type: "goBack", place }))));
    const outcome = make(
      "div",
      `gb-play-outcome gb-ending--${ending.outcome}`,
      makeHeading(ENDS[ending.outcome], "gb-play-result"),
      make("div", "gb-play-ending", make("p", "", ending.text), make("p", "gb-why", ending.debrief)),
      make("p", "gb-play-count", marks, `Best replies: ${best} of ${forks}`),
    );
    const parts = [outcome, make("h4", "", "Turn by turn"), list];
    if (bestEnding !== ending) {
      parts.push(
        make("h4", "", "Where the best way ends"),
        make("div", "gb-play-goal", make("p", "", bestEnding.text), make("p", "gb-why", bestEnding.debrief)),
      );
    }
    return parts;
  }

  function drawSpeak(round, turn, act, note) {
    const form = guidebookOwnWords.draw({
      ask: "What do you say? In your own words",
      go: "Show the replies",
      note: note(),
      take: (text) => act({ type: "speak", text }),
    });
    return [makeHeading(`Turn ${turn}`), customer(round.customer), form];
  }

  function drawChoose(round, turn, own, action) {
    const replies = round.replies.map(({ say }, reply) =>
      make("li", "", act(say, () => action({ type: "choose", reply }), "gb-play-reply")),
    );
    return [
      makeHeading(`Turn ${turn}: which comes nearest?`),
      customer(round.customer),
      ...(own ? [name("Your words", quote(own))] : []),
      make("ol", "gb-play-replies", ...replies),
    ];
  }

  function drawLook(round, turn, reply, action) {
    const { say, leads } = round.replies[reply];
    return [
      makeHeading(`Turn ${turn}: what happens`),
      name("You", say),
      make("p", "gb-play-led", leads),
      make("p", "gb-play-tools", act("Go on", () => action({ type: "goOn" }))),
    ];
  }

  /**
   * A box in which a play is played. `kept` is what `keep` was given the last time; `note` says where
   * one's own words stay, and `end` is called each time the play has come to an end.
   */
  function open(play, { kept, keep, note, end = () => undefined, tools = [] }) {
    let now = state.read(play, kept);
    const again = tools.length ? "gb-button" : undefined; // beside what comes next, it is the second
    const body = make("div", "gb-play-body");
    const status = make("p", "gb-hidden");
    status.setAttribute("role", "status");
    const box = make("div", "gb-card gb-play gb-on-screen", body, status);

    function draw() {
      const phase = state.findPhase(play, now);
      const here = now && state.findHere(play, now);
      const turn = now && now.past.length + 1;
      body.replaceChildren(
        ...{
          start: () => [],
          speak: () => drawSpeak(here, turn, answer, note),
          choose: () => drawChoose(here, turn, now.own, answer),
          look: () => drawLook(here, turn, now.reply, answer),
          end: () => [
            ...drawEnd(play, now, answer),
            make("p", "gb-play-tools gb-play-after", act("Play again", () => answer({ type: "begin" }), again), ...tools),
          ],
        }[phase](),
      );
      box.hidden = phase === "start";
    }

    function show() {
      draw();
      const heading = body.querySelector(".gb-play-head");
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: "nearest" });
      status.textContent = state.describe(play, now);
    }

    function answer(action) {
      now = state.answer(play, now, action);
      keep(state.keep(play, now));
      show();
      if (state.findPhase(play, now) === "end") {
        end(state.judge(play, now));
      }
    }

    /** Take up what was kept elsewhere. */
    function take(text) {
      now = state.read(play, text);
      draw();
    }

    draw();
    return { box, begin: () => answer({ type: "begin" }), isOn: () => now !== null, take, show };
  }

  return { act, open };
})();
