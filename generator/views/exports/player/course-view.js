/* What a course looks like: its list, a question, a role-play. It draws, and says what was chosen. */
"use strict";

globalThis.guidebookCourseView = (() => {
  const { isSecond, make, makeButton } = guidebookElements;
  const state = guidebookCourseState;
  const OUTCOMES = { good: "It ends well", mixed: "It ends so-so", poor: "It ends badly" };

  function button(style, text, act) {
    const made = makeButton(style, text);
    made.addEventListener("click", (event) => {
      if (!isSecond(event)) {
        act();
      }
    });
    return made;
  }

  /** What takes the focus, so that it is in view, and who cannot see hears it. */
  function mark(element, isHere = true) {
    if (isHere) {
      element.tabIndex = -1;
      element.dataset.here = "";
    }
    return element;
  }

  const heading = (text) => mark(make("h2", "", text));

  const quote = (text) => `“${text}”`;
  const line = (who, text, style = "") => make("p", `course-line ${style}`.trim(), make("span", "course-who", who), " ", text);
  const next = (act) => button("course-main", "Next", () => act({ type: "next" }));
  const back = (act) => button("course-quiet", "All parts", () => act({ type: "list" }));

  function drawUnit(unit, now, place, act) {
    const done = unit.exercises.filter((one) => state.isDone(now, one)).length;
    const far = `${done} of ${unit.exercises.length} done`;
    const open = button("course-unit", unit.title, () => act({ type: "open", unit: place }));
    open.append(make("span", "course-far", far));
    return make("li", "", open);
  }

  function drawList(course, now, act) {
    const parts = [];
    for (const chapter of new Set(course.units.map((unit) => unit.chapter))) {
      const units = [...course.units.entries()].filter(([, unit]) => unit.chapter === chapter);
      const items = units.map(([place, unit]) => drawUnit(unit, now, place, act));
      parts.push(make("h3", "", chapter), make("ul", "course-units", ...items));
    }
    const isNew = !Object.keys(now.marks).length;
    const isOver = !state.findNext(course, now);
    const first = isOver
      ? [make("p", "", "You have done all of it."), button("course-quiet", "Start over; your best score stays", () => act({ type: "restart" }))]
      : [button("course-main", isNew ? "Start" : "Go on where you left off", () => act({ type: "next" }))];
    return [heading(isNew ? "Practice" : "Where you are"), ...first, ...parts];
  }

  /** The answers of a question; once one was chosen, what it leads to, and the right one. */
  function drawQuestion(question, now, act) {
    const first = now.marks[question.mark]?.first;
    const prompt = make("p", "course-prompt", question.prompt);
    if (first === undefined) {
      const answers = question.answers.map(({ text }, place) =>
        make("li", "", button("course-choice", text, () => act({ type: "answer", place }))));
      return [prompt, make("ul", "course-choices", ...answers)];
    }
    const chosen = question.answers[first];
    const right = question.answers.find((one) => one.right);
    const parts = [line(chosen.right ? "You chose the right answer:" : "You chose:", chosen.text), make("p", "", chosen.feedback)];
    if (!chosen.right) {
      parts.push(line("The right answer:", right.text, "course-best"), make("p", "", right.feedback));
    }
    const style = `course-after${chosen.right ? " course-after--right" : ""}`;
    return [prompt, mark(make("div", style, ...parts)), next(act)];
  }

  const drawSaid = ({ scene, choice }, isLast) => [
    line("Customer:", scene.customer),
    line("You:", quote(choice.say)),
    mark(line("What happens:", choice.leads), isLast),
  ];

  function drawScene(scene, isReady, act) {
    const customer = line("Customer:", scene.customer, "course-now");
    if (!isReady) {
      const ask = make("p", "", "What do you say? Say it in your own words first, aloud if you can.");
      return [customer, ask, button("course-main", "Show the replies", () => act({ type: "ready" }))];
    }
    const replies = scene.choices.map(({ say }, place) =>
      make("li", "", button("course-choice", quote(say), () => act({ type: "reply", place }))));
    return [mark(customer), make("ul", "course-choices", ...replies)];
  }

  function drawFork({ scene, choice }, place, act) {
    const best = scene.choices.find((one) => one.best);
    const parts = [line("Customer:", scene.customer), line(choice.best ? "You chose the best:" : "You chose:", quote(choice.say))];
    if (!choice.best) {
      parts.push(line("Best here:", quote(best.say), "course-best"), make("p", "", best.leads));
    }
    const again = button("course-quiet", "Again from here", () => act({ type: "goBack", place }));
    again.setAttribute("aria-label", `Again from here, turn ${place + 1}`);
    return make("li", "", ...parts, again);
  }

  function drawEnd(forks, finish, act) {
    const last = forks.at(-1);
    return [
      line("You:", quote(last.choice.say)),
      line("What happens:", last.choice.leads),
      mark(make("div", `course-after course-after--${finish.outcome}`, make("h3", "", OUTCOMES[finish.outcome]), make("p", "", finish.text), make("p", "", finish.debrief))),
      make("h3", "", "Your way"),
      make("ol", "course-forks", ...forks.map((fork, place) => drawFork(fork, place, act))),
      next(act),
    ];
  }

  function drawPlay(play, now, isReady, act) {
    const { forks, here } = state.follow(play, state.read(now, play).past);
    const setting = make("p", "course-prompt", play.setting);
    if (here.outcome) {
      return [setting, ...drawEnd(forks, here, act)];
    }
    const said = forks.flatMap((fork, place) => drawSaid(fork, place === forks.length - 1));
    return [setting, ...said, ...drawScene(here, isReady, act)];
  }

  function drawExercise(unit, place, now, isReady, act) {
    const exercise = unit.exercises[place];
    const kind = exercise.scenes ? "Role-play" : "Question";
    const where = make("p", "course-where", `${unit.title}: ${place + 1} of ${unit.exercises.length}`);
    const note = place === 0 && unit.note ? [make("p", "course-note", unit.note)] : [];
    const drawn = exercise.scenes ? drawPlay(exercise, now, isReady, act) : drawQuestion(exercise, now, act);
    return [heading(kind), where, ...note, ...drawn, back(act)];
  }

  /**
   * Draw what is to be seen; `place` is null for the list, or `{ unit, exercise, isReady }`. The focus
   * goes to what is new.
   */
  function draw(course, now, place, act) {
    const main = document.querySelector("main");
    const parts = place
      ? drawExercise(course.units[place.unit], place.exercise, now, place.isReady, act)
      : drawList(course, now, act);
    main.replaceChildren(...parts);
    return [...main.querySelectorAll("[data-here]")].at(-1);
  }

  return { draw };
})();
