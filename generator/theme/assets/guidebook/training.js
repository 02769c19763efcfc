/* Ten minutes a day: what comes next, one exercise after the other, and what was done. */
"use strict";

(async () => {
  const { EMPTY, count, grade, plan } = guidebookTraining;
  const record = guidebookTrainingRecord;
  const storage = guidebookTickStorage;
  const { make } = guidebookElements;
  const { top } = guidebookLoader;
  const NAME = "training";
  const SESSION = "training-session";
  const MINUTES = 10;
  const find = (style) => document.querySelector(`.gb-training-${style}`);
  const [summary, choice, box, bar, rows, status] = ["due", "choice", "card", "bar", "rows", "status"].map(find);

  // Before the exercises are there: what needs none of them is shown already, so that nothing moves when they come.
  let isAsked = false;
  let begin = () => {
    isAsked = true;
  };
  choice.addEventListener("submit", (event) => {
    event.preventDefault();
    begin();
  });
  choice.hidden = storage.read(SESSION) !== null;
  drawKept();

  try {
    await guidebookLoader.load("../../practice/exercises.js");
  } catch {
    // What is there instead says so below.
  }
  if (!globalThis.guidebookExercises) {
    summary.textContent = "The exercises could not be loaded. Open this page again, please.";
    choice.hidden = true;
    return;
  }
  const { playbooks, exercises, paths, formerly } = guidebookExercises;
  const titles = Object.fromEntries(exercises.map(({ id, playbook }) => [id, playbooks[playbook].title]));
  let kept = storage.read(NAME);
  let progress = read(kept) ?? EMPTY;
  let session = { queue: [], at: 0, right: 0, began: 0 };

  function read(text) {
    const found = record.read(text);
    return found && record.rename(found, formerly);
  }

  const say = (text) => {
    status.textContent = text;
  };

  function set(next) {
    progress = next;
    kept = next === EMPTY ? null : record.write(next);
    storage.write(NAME, kept);
    draw();
  }

  const choose = () => {
    const path = choice.path.value;
    return path ? exercises.filter(({ playbook }) => paths[path].includes(playbook)) : exercises;
  };

  const writeNote = () => (storage.isShared() ? "Nothing is kept on this computer." : "Your words stay in this browser.");

  // The session

  function go(next) {
    session = next;
    storage.write(SESSION, session.at < session.queue.length ? record.writeSession(session) : null);
  }

  function start() {
    const now = Date.now();
    const queue = plan(choose(), progress, now, MINUTES);
    if (!queue.length) {
      summary.textContent = "There is nothing to train here yet.";
      return;
    }
    go({ queue, at: 0, right: 0, began: now });
    move();
  }

  function resume() {
    const known = exercises.map(({ id }) => id);
    const begun = record.readSession(storage.read(SESSION), known, Date.now());
    if (begun) {
      session = begun;
      show();
    }
  }

  function makeNext(isLast) {
    return guidebookTrainingCard.press(isLast ? "Finish" : "Next", move, "gb-button gb-play-next");
  }

  function move() {
    show();
    lead();
  }

  function linkTo({ playbook }) {
    const { title, url } = playbooks[playbook];
    const link = make("a", "", title);
    link.href = new URL(url, top);
    return link;
  }

  /** Draw the exercise that comes next, or the end. */
  function show() {
    const { queue, at } = session;
    const exercise = exercises.find(({ id }) => id === queue[at]);
    bar.hidden = !exercise;
    box.hidden = false;
    choice.hidden = Boolean(exercise);
    if (!exercise) {
      finish();
      return;
    }
    bar.replaceChildren(`${at + 1} of ${queue.length} · `, linkTo(exercise));
    guidebookTrainingCard.draw(box, exercise, {
      note: writeNote(),
      next: () => makeNext(at + 1 === queue.length),
      say,
      rate(rating) {
        // What is answered does not come again, even if the page is loaded anew before the next.
        go({ ...session, at: at + 1, right: session.right + (rating === 1 ? 0 : 1) });
        set(grade(progress, exercise.id, rating, Date.now()));
      },
    });
  }

  /** Take the reader to what was drawn. */
  function lead() {
    const { queue, at } = session;
    box.querySelector(".gb-play-head").focus({ preventScroll: true });
    if (at < queue.length) {
      bar.scrollIntoView({ block: "nearest" });
      say(`Exercise ${at + 1} of ${queue.length}`);
    }
  }

  function finish() {
    const { next } = count(exercises, progress, Date.now());
    const head = make("h3", "gb-play-head", "Done for today");
    head.tabIndex = -1;
    const words = [
      `${session.right} of ${session.queue.length} right.`,
      next && `The next ones are due on ${record.writeDay(next)}.`,
    ];
    const more = guidebookTrainingCard.press("Ten more minutes", start);
    box.replaceChildren(head, make("p", "", words.filter(Boolean).join(" ")), make("p", "gb-play-tools", more));
    draw();
  }

  // What was done

  function drawRows() {
    const lines = record.list(progress, titles).map(({ day, done, right: good, titles: names }) => {
      const head = make("p", "gb-training-day", make("strong", "", day), ` ${done} done, ${good} right`);
      return make("li", "", head, make("p", "gb-why", names.join("; ")));
    });
    rows.replaceChildren(...lines);
  }

  function draw() {
    const now = Date.now();
    const { all, due, seen } = count(choose(), progress, now);
    const today = due ? `${due} due today.` : seen ? "Nothing is due today; new ones are waiting." : "All of it is new.";
    summary.textContent = `${today} ${choice.path.value ? `${seen} of ${all}` : seen} tried so far.`;
    const isEmpty = !progress.done.length;
    find("none").hidden = !isEmpty;
    for (const button of find("tools").querySelectorAll("[data-act]:not([data-act=load])")) {
      button.hidden = isEmpty; // of nothing there is nothing to print, to save or to forget
    }
    drawKept();
    drawRows();
  }

  function drawKept() {
    find("kept").textContent = storage.isShared()
      ? "Nothing is kept on this computer. Save your progress as a file before you leave."
      : storage.keeps()
        ? "Your progress stays in this browser, and nobody else sees it."
        : "This browser keeps nothing: save your progress as a file before you leave.";
  }

  function save(name, type, text) {
    const link = make("a");
    const address = URL.createObjectURL(new Blob([text], { type }));
    Object.assign(link, { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  const stamp = () => new Date().toISOString().slice(0, 10);

  const ACTS = {
    save: () => save(`training-${stamp()}.json`, "application/json", record.write(progress)),
    load: () => find("file").click(),
    record: () => save(`training-record-${stamp()}.txt`, "text/plain",
      record.writeText(record.list(progress, titles), { title: document.title, now: Date.now() })),
    print: () => print(),
    forget() {
      const before = progress;
      storage.write(SESSION, null);
      set(EMPTY);
      say("Your progress is gone.");
      const undo = find("undo");
      undo.hidden = false;
      undo.focus();
      undo.onclick = () => {
        undo.hidden = true;
        set(record.merge(before, progress));
        say("Your progress is back.");
        find("tools").querySelector("[data-act=forget]").focus();
      };
    },
  };

  find("tools").addEventListener("click", ({ target }) => ACTS[target.dataset.act]?.());
  find("file").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    const loaded = file && read(await file.text());
    target.value = "";
    if (loaded) {
      set(record.merge(progress, loaded));
    }
    find("loaded").textContent = loaded
      ? "Loaded, and joined with what was here."
      : "This is no file that was saved here. Choose one that begins with “training-” and ends with “.json”.";
  });
  choice.addEventListener("change", draw);
  storage.watch((elsewhere) => {
    if (!elsewhere) {
      storage.write(NAME, kept);
    } else if (storage.read(NAME) !== kept) {
      kept = storage.read(NAME);
      progress = read(kept) ?? EMPTY;
    }
    draw();
  });
  draw();
  choice.hidden = false;
  resume();
  begin = start;
  if (isAsked) {
    start();
  }
})();
