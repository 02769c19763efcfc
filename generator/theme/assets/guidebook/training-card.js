/* One exercise to train: first in one's own words, then what is right. */
"use strict";

globalThis.guidebookTrainingCard = (() => {
  const { make } = guidebookElements;
  const { act } = guidebookPlayView;

  const line = (who, text, style = "gb-play-line") => make("p", style, make("span", "gb-play-who", who), " ", text);

  const press = (words, action, style = "gb-button") => act(words, action, style);

  function head(words) {
    const heading = make("h3", "gb-play-head", words);
    heading.tabIndex = -1;
    return heading;
  }

  const tools = (...buttons) => make("p", "gb-play-tools", ...buttons);
  const own = (text) => (text ? [line("Your words", `“${text}”`)] : []);

  /**
   * Draw an exercise into a box. `note` says where one's own words stay, `rate` is called once with a
   * rating, `next` leads on, and `say` announces.
   */
  const DRAW = {
    quiz(box, exercise, { note, rate, next, say }) {
      const start = [head("A question"), make("p", "gb-prompt", exercise.prompt)];

      function choose(text) {
        const options = exercise.options.map((option) => press(option.text, () => answer(option, text), "gb-play-reply"));
        box.replaceChildren(...start, ...own(text), make("ol", "gb-play-replies", ...options.map((one) => make("li", "", one))));
        show(box, say, `${options.length} answers to choose from`);
      }

      function answer(option, text) {
        const right = exercise.options.find((one) => one.right);
        rate(option.right ? 3 : 1);
        const better = option.right ? [] : [make("div", "gb-play-better", line("Right", right.text), make("p", "gb-play-led", right.feedback))];
        box.replaceChildren(
          head(option.right ? "Right" : "Not quite"),
          make("p", "gb-prompt", exercise.prompt),
          ...own(text),
          line("You chose", option.text),
          make("p", "gb-play-led", option.feedback),
          ...better,
          tools(next()),
        );
        show(box, say, "");
      }

      const field = guidebookOwnWords.draw({ ask: "Your answer, in your own words", go: "Show the answers", note, take: choose });
      box.replaceChildren(...start, field);
    },

    words(box, exercise, { note, rate, next, say }) {
      const said = line("Not so", `“${exercise.avoid}”`, "gb-play-line gb-training-avoid");

      function compare(text) {
        const judge = [["Not yet", 1], ["Nearly", 2], ["I had it", 3]].map(([words, rating]) =>
          press(words, () => end(text, rating)),
        );
        box.replaceChildren(...shown(text), make("p", "gb-play-ask", "How near were you?"), tools(...judge));
        show(box, say, "");
      }

      function shown(text) {
        const why = exercise.why ? [make("p", "gb-why", exercise.why)] : [];
        return [head("Better words"), said, ...why, ...own(text), make("div", "gb-play-better", line("Say", `“${exercise.instead}”`))];
      }

      function end(text, rating) {
        rate(rating);
        box.replaceChildren(...shown(text), tools(next()));
        show(box, say, rating === 1 ? "It comes again soon" : "Noted");
      }

      const field = guidebookOwnWords.draw({ ask: "What do you say instead?", go: "Show better words", note, take: compare });
      box.replaceChildren(head("Say it better"), said, field);
    },

    roleplay(box, exercise, { note, rate, next }) {
      let isRated = false;
      const view = guidebookPlayView.open(exercise.play, {
        kept: null,
        keep: () => undefined,
        note: () => note,
        end(result) {
          if (!isRated) {
            isRated = true;
            rate(guidebookTraining.rate(result));
          }
        },
        tools: [next()],
      });
      box.replaceChildren(head("A role-play"), make("p", "gb-prompt", exercise.play.setting), view.box);
      view.begin();
    },
  };

  function show(box, say, message) {
    box.querySelector(".gb-play-head").focus({ preventScroll: true });
    box.querySelector(".gb-play-head").scrollIntoView({ block: "nearest" });
    say(message);
  }

  const draw = (box, exercise, options) => DRAW[exercise.kind](box, exercise, options);

  return { draw, press };
})();
