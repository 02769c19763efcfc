/* Help me now, one question at a time. Every step has an address, so the browser's Back works. */
"use strict";

(() => {
  const { describe, go, list } = guidebookTriage;
  const { isSecond, make, makeButton } = guidebookElements;
  const { readMark } = guidebookFrame;
  const sections = [...document.querySelectorAll(".gb-step")];
  if (!sections.length) {
    return;
  }
  const markOf = (section) => section.querySelector("h2").id;
  const tree = { first: markOf(sections[0]), steps: {} };
  const said = {};
  for (const section of sections) {
    const step = markOf(section);
    tree.steps[step] = [...section.querySelectorAll(".gb-reply")].map((link) => {
      // To the playbook it is one step more here: first its stop line and what to say. An emergency
      // opens at once, one step at a time.
      const isHere = link.getAttribute("href").startsWith("#") || link.dataset.end;
      if (link.dataset.end) {
        link.href = `#${link.dataset.end}`;
      } else if (!isHere) {
        link.hash = "now";
      }
      const say = link.firstChild.firstChild.textContent;
      link.addEventListener("click", (event) => {
        if (isSecond(event)) {
          event.preventDefault();
        } else {
          said[step] = say;
        }
      });
      return { say, go: isHere ? link.hash.slice(1) : "" };
    });
  }

  const answers = make("ol");
  const way = make("nav", "gb-way", answers);
  way.setAttribute("aria-label", "Your answers so far");
  const back = makeButton("gb-button gb-back", "Back");
  const again = makeButton("gb-link gb-again", "Start over");
  const title = document.querySelector("h1").textContent;
  const handOver = guidebookHandOver.make(() => {
    const words = [...list(tree, path, said).map(({ say }) => say), findHeading().textContent];
    return { title, text: [title, ...words].join(" · ") };
  });
  const tools = make("p", "gb-triage-tools", back, again, handOver);
  const status = make("p", "gb-hidden");
  status.setAttribute("role", "status");
  const box = make("div", "gb-triage");
  sections[0].before(box);
  box.append(way, ...sections, tools, status);

  let path = [tree.first];
  const findHeading = () => document.getElementById(path.at(-1));

  function draw() {
    const here = path.at(-1);
    for (const section of sections) {
      section.classList.toggle("gb-step--now", markOf(section) === here);
    }
    answers.replaceChildren(
      ...list(tree, path, said).map(({ step, say }) => {
        const link = make("a", "", say, make("span", "gb-hidden", " (change)"));
        link.href = `#${step}`;
        return make("li", "", link);
      }),
    );
    way.hidden = !answers.childElementCount;
    tools.hidden = path.length === 1;
  }

  /** Put the question and the answers so far below the header, if they are not in sight. */
  function place() {
    const under = document.querySelector(".gb-header").offsetHeight;
    const { top, bottom } = box.getBoundingClientRect();
    if (top < under || bottom > innerHeight) {
      scrollBy(0, top - under - 8);
    }
  }

  function show() {
    const heading = findHeading();
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    place();
    status.textContent = describe(tree, path);
  }

  const isOurs = (mark) => !mark || Object.hasOwn(tree.steps, mark);

  addEventListener("hashchange", () => {
    if (isOurs(readMark())) {
      path = go(tree, path, readMark());
      draw();
      show();
    }
  });
  back.addEventListener("click", () => {
    location.hash = path.at(-2);
  });
  again.addEventListener("click", () => {
    location.hash = tree.first;
  });

  if (readMark() && isOurs(readMark())) {
    path = go(tree, path, readMark());
    draw();
    show();
    // A browser scrolls to the address's mark once more when all is loaded.
    addEventListener("load", () => requestAnimationFrame(place));
  } else {
    draw();
  }
})();
